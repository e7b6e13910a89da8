"""The record of an import: what was written, under which name, and what the importer was not sure of."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu import typed
from duidu.content.articles import ARTICLES, render
from duidu.content.imports import (
    RECORD,
    Clash,
    Doubt,
    Folder,
    ImportedFile,
    ImportRecord,
    Place,
    Standing,
    doubts_of,
    follow_renames,
    joined,
    known_slugs,
    left_over_merges,
    lines_of,
    open_doubts,
    page_like,
    read_folders,
    read_record,
    standing,
)
from duidu.errors import ArticleError
from duidu.files import sha256
from duidu.model import Article, Block, Decision, ImportedPage, Role, SourceRef, Story
from tests.support import PROPERTY, article, story

PAGE = "p"
BRIDGE = "昨天，青石县的新桥通车了，孩子们上学不用绕路。"
BOAT = "村里的渡船今天最后一次过河，船工老李很舍不得。"


MARKED = b"<<<<<<< mine\n"


def text(body: str, title: str = "桥", slug: str = "bridge") -> str:
    return render(article(body, page=PAGE, slug=slug, title=title))


def imported(body: str, name: str = "桥", **fields: object) -> ImportedFile:
    """A file as an import has written it."""
    written = text(body, name)
    return replace(ImportedFile(sha256(written.encode()), name, lines_of(written)), **fields)  # type: ignore[arg-type]


def folder(merges: Iterable[str] = (), **articles: str) -> Folder:
    return Folder(PAGE, {slug: data.encode() for slug, data in articles.items()}, dict.fromkeys(merges, MARKED))


def write(root: Path, record: object) -> None:
    path = root / ARTICLES / PAGE / RECORD
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(typed.to_pretty_json(record))


# ---------------------------------------------------------------- the file


def test_a_record_comes_back_as_it_was_written(tmp_path: Path) -> None:
    clash = Clash(lines_of("一\n"), "a" * 64, "b" * 64)
    files = {"bridge": imported(BRIDGE, now=("二", ""), clash=clash), "boat": imported(BOAT, place=Place.LEFT)}
    record = ImportRecord("v1", files, "GB18030", (Doubt("bridge", 3, "joined", "昨天", "no mark at the end", 0.55),))
    write(tmp_path, record)
    assert read_record(tmp_path, PAGE) == record


@PROPERTY
@given(st.text())
def test_any_text_is_its_lines(text: str) -> None:
    assert joined(lines_of(text)) == text


def test_a_changed_line_of_an_article_is_a_changed_line_of_the_record() -> None:
    before = typed.to_pretty_json(ImportRecord("v1", {"bridge": imported(f"{BRIDGE}\n\n{BOAT}")})).splitlines()
    after = typed.to_pretty_json(ImportRecord("v1", {"bridge": imported(f"{BRIDGE}\n\n{BOAT}。")})).splitlines()
    assert len(before) == len(after)
    changed = [line for line, other in zip(before, after, strict=True) if line != other]
    assert [line.split()[0] for line in changed] == [b'"sha256":', f'"{BOAT}",'.encode()]


def test_a_record_of_an_earlier_version_is_read(tmp_path: Path) -> None:
    """It holds no text: there is no base for a merge."""
    write(tmp_path, {"page": "v1", "articles": {"bridge": {"sha256": "a" * 64, "named_after": "桥"}}})
    record = read_record(tmp_path, PAGE)
    assert record == ImportRecord("v1", {"bridge": ImportedFile("a" * 64, "桥")})
    assert record.articles["bridge"].base is None


def test_text_that_is_not_what_was_written_is_no_base() -> None:
    assert imported(BRIDGE).base == text(BRIDGE)
    assert imported(BRIDGE, sha256="a" * 64).base is None


def test_a_page_that_was_never_imported_has_no_record(tmp_path: Path) -> None:
    assert read_record(tmp_path, PAGE) is None


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[]", b'{"page": 1, "articles": {}}', b'{"page": "x"}'])
def test_broken_record_is_a_fault(tmp_path: Path, data: bytes) -> None:
    write(tmp_path, {})
    (tmp_path / ARTICLES / PAGE / RECORD).write_bytes(data)
    with pytest.raises(ArticleError, match="record of the import is broken") as caught:
        read_record(tmp_path, PAGE)
    assert str(caught.value.ref) == f"{ARTICLES}/{PAGE}/{RECORD}:1"
    assert "delete" in caught.value.hint


def test_the_folder_of_a_page_holds_its_articles_and_merges(tmp_path: Path) -> None:
    write(tmp_path, {})
    for name in ("a.md", "a.merge", ".b.md", "c.txt", "d.merge"):
        (tmp_path / ARTICLES / PAGE / name).write_text(name, encoding="utf-8")
    found = read_folders(tmp_path, [PAGE, "q"])
    assert found[PAGE] == Folder(PAGE, {"a": b"a.md"}, {"a": b"a.merge", "d": b"d.merge"})
    assert found["q"] == Folder("q")


# ---------------------------------------------------------------- names


def known(record: ImportRecord | None, files: Folder, *stories: Story) -> dict[str, str]:
    def names_of(found: Iterable[Story]) -> list[str]:
        return [item.title or "" for item in found]

    return dict(known_slugs(record, files, names_of)(stories, names_of(stories)))


RECORDED = ImportRecord("v1", {"bridge": imported(BRIDGE), "boat": imported(BOAT, "船")})


def test_a_story_keeps_its_slug_when_its_headline_or_its_text_is_corrected() -> None:
    corrected = [story(BRIDGE, title="桥，新桥"), story(BOAT.replace("今天", "昨天"), title="船")]
    assert known(RECORDED, folder(), *corrected) == {"桥，新桥": "bridge", "船": "boat"}


def test_a_story_that_is_new_has_no_slug_yet() -> None:
    assert known(RECORDED, folder(), story("山上的茶园开始采茶，四邻都来帮忙。", title="茶")) == {}


def test_without_its_text_a_file_is_known_by_the_name_alone() -> None:
    old = ImportRecord("v1", {"bridge": ImportedFile("a" * 64, "桥")})
    assert known(old, folder(), story(BOAT, title="桥"), story(BRIDGE, title="新桥")) == {"桥": "bridge"}


def test_a_story_that_a_person_has_put_there_is_not_written_twice() -> None:
    own = folder(mine=text(BRIDGE, "我的桥"), letter=text("我写的。", "茶"))
    tea = story("山上的茶园开始采茶，四邻都来帮忙。", title="茶")
    record = ImportRecord("v1", {"boat": imported(BOAT, "船")})
    assert known(record, own, story(BRIDGE, title="桥"), tea) == {"桥": "mine"}


def test_without_a_record_files_are_known_by_text_and_by_name() -> None:
    files = folder(b=text(BRIDGE, "我的桥"), c=text("我改写的。", "船"), broken="没有标题")
    assert known(None, files, story(BRIDGE, title="桥"), story(BOAT, title="船")) == {"桥": "b", "船": "c"}


def test_a_page_is_known_again_by_the_text_of_its_articles() -> None:
    records = {"p": RECORDED, "q": ImportRecord("v2", {"tea": imported("山上的茶园开始采茶，四邻都来帮忙。", "茶")})}
    corrected = text(BRIDGE.replace("昨天", "前天"), "新桥"), text(BOAT)
    assert page_like(corrected, records) == "p"
    assert page_like([text(f"{BOAT}桥头开了一家小店，卖水果和热茶。孩子们放学以后常来。")], records) is None
    assert page_like(corrected, {"p": ImportRecord("v1", {"bridge": ImportedFile("a" * 64, "桥")})}) is None


RENAMES = {
    "as it was": (text(BRIDGE), {"bridge": "qiao"}),
    "edited": (text(f"{BRIDGE}\n\n手写的一段。", "新桥"), {"bridge": "qiao"}),
    "broken": (f"没有标题\n\n{BRIDGE}", {"bridge": "qiao"}),
    "another text": (text(BOAT, "船"), {}),
}


@pytest.mark.parametrize("how", RENAMES)
def test_a_renamed_file_is_known_by_its_text(how: str) -> None:
    after, renames = RENAMES[how]
    record = ImportRecord("v1", {"bridge": imported(BRIDGE)}, doubts=(Doubt("bridge", 1, "x", "", "", 0.5),))
    followed, found = follow_renames(record, folder(qiao=after))
    assert found == renames
    assert followed.articles == {renames.get("bridge", "bridge"): imported(BRIDGE)}
    assert followed.doubts[0].article == renames.get("bridge", "bridge")


def test_a_file_renamed_as_it_was_is_known_without_its_text() -> None:
    record = ImportRecord("v1", {"bridge": replace(imported(BRIDGE), text=None)})
    assert follow_renames(record, folder(qiao=text(BRIDGE)))[1] == {"bridge": "qiao"}


def test_a_copy_is_no_renamed_file() -> None:
    record = ImportRecord("v1", {"bridge": imported(BRIDGE)})
    assert follow_renames(record, folder(bridge=text(BRIDGE), copy=text(BRIDGE))) == (record, {})


# ---------------------------------------------------------------- how a file stands to its page

OTHER = lines_of(text(BOAT))
STANDINGS = {
    "unedited": (imported(BRIDGE), text(BRIDGE), False, Standing.SETTLED),
    "edited": (imported(BRIDGE), text(f"{BRIDGE}！"), False, Standing.SETTLED),
    "page changed": (imported(BRIDGE, now=OTHER), text(f"{BRIDGE}！"), False, Standing.CHANGED),
    "page changed, file unedited": (imported(BRIDGE, now=OTHER), text(BRIDGE), False, Standing.SETTLED),
    "page changed, and the file is as the page": (imported(BRIDGE, now=OTHER), text(BOAT), False, Standing.SETTLED),
    "merge to finish": (imported(BRIDGE, now=OTHER, clash=Clash(OTHER, "", "")), "x", True, Standing.CLASHED),
    "merge finished": (imported(BRIDGE, now=OTHER, clash=Clash(OTHER, "", "")), "x", False, Standing.SETTLED),
    "merge finished, page changed again": (
        imported(BRIDGE, now=OTHER, clash=Clash(("y",), "", "")),
        "x",
        False,
        Standing.CHANGED,
    ),
    "left the page": (imported(BRIDGE, place=Place.LEFT), "x", False, Standing.STALE),
}


@pytest.mark.parametrize("situation", STANDINGS)
def test_how_a_file_stands_to_its_page(situation: str) -> None:
    file, now, has_merge, stands = STANDINGS[situation]
    assert standing(folder(["bridge"] if has_merge else [], bridge=now), "bridge", file) is stands


@pytest.mark.parametrize(
    ("article", "merge", "stands"),
    [
        (b"x", b"<<<<<<< mine\n", Standing.CLASHED),
        (b"x", b"=======\r\n", Standing.CLASHED),
        (b"x", b"\xb0\xa1\n", Standing.FINISHED),
        (b"x", b"y", Standing.FINISHED),
        (b"edited", b"y", Standing.OVERTAKEN),
        (b"y", b"y", Standing.FINISHED),
    ],
)
def test_how_far_a_merge_has_come(article: bytes, merge: bytes, stands: Standing) -> None:
    clash = Clash(OTHER, "", sha256(b"x"))
    files = Folder(PAGE, {"bridge": article}, {"bridge": merge})
    assert standing(files, "bridge", imported(BRIDGE, now=OTHER, clash=clash)) is stands


def test_a_merge_that_no_article_waits_for_is_left_over() -> None:
    waiting = imported(BRIDGE, now=OTHER, clash=Clash(OTHER, "", ""))
    record = ImportRecord("v1", {"bridge": waiting, "gone": waiting, "boat": imported(BOAT)})
    assert left_over_merges(record, folder(["bridge", "gone", "boat", "own"], bridge="x", boat="x", own="x")) == (
        "gone",
        "boat",
        "own",
    )


def test_a_deleted_file_is_settled() -> None:
    assert standing(folder(), "bridge", imported(BRIDGE, now=OTHER)) is Standing.SETTLED


# ---------------------------------------------------------------- doubts

PATH = "content/pages/p.txt"


def decision(line: int, text: str, confidence: float = 0.5, what: str = "headline") -> Decision:
    return Decision(SourceRef(PATH, line), what, text, "It is short", confidence)


def at(line: int, text: str) -> Block:
    return Block(Role.PARAGRAPH, text, SourceRef(PATH, line))


ON_PAGE = [
    article(at(5, BRIDGE), at(9, "老人们常来聊天。"), slug="bridge", title="小桥", ref=SourceRef(PATH, 3)),
    article(at(7, "第03版"), slug="number", order=2, ref=SourceRef(PATH, 7)),
    article(at(13, BOAT), slug="boat", order=3, title="渡船", ref=SourceRef(PATH, 11)),
]


@pytest.mark.parametrize(
    ("line", "excerpt", "about"),
    [
        (3, "小桥", "bridge"),
        (8, "老人们常来", "bridge"),
        (8, "老人们 常来", "bridge"),
        (7, "第03版", "number"),
        (11, "渡船", "boat"),
        (14, "与什么都不同", "boat"),
        (1, "与什么都不同", "bridge"),
        (6, "", "bridge"),
    ],
)
def test_a_doubt_is_about_the_article_that_has_its_line(line: int, excerpt: str, about: str) -> None:
    found = ImportedPage((), (decision(line, excerpt),), "UTF-8")
    assert doubts_of(found, ON_PAGE) == (Doubt(about, line, "headline", excerpt, "It is short", 0.5),)


def test_many_doubts_of_a_long_page_take_no_time() -> None:
    """Each is looked for where it stands: a text is searched a few times, not once for every doubt."""
    lines = range(1, 4001)
    searched = Counter[str]()

    class Searched(str):
        def __contains__(self, part: str) -> bool:
            searched[self] += 1
            return super().__contains__(part)

    class Told(Story):
        def characters(self) -> str:
            return Searched(super().characters())

    stories = [story(at(line, f"第{line}件事。"), ref=SourceRef(PATH, line)) for line in lines]
    told = [Told(**{field.name: getattr(item, field.name) for field in fields(item)}) for item in stories]
    articles = [Article(PAGE, line, f"s{line}", item) for line, item in zip(lines, told, strict=True)]
    found = ImportedPage((), tuple(decision(line, f"第{line}件事。") for line in lines), "UTF-8")
    assert [doubt.article for doubt in doubts_of(found, articles)] == [f"s{line}" for line in lines]
    assert searched.total() == len(lines)


@pytest.mark.parametrize(("confidence", "doubtful"), [(0.0, True), (0.7499, True), (0.75, False), (1.0, False)])
def test_only_doubtful_decisions_are_recorded(confidence: float, doubtful: bool) -> None:
    found = ImportedPage((), (decision(3, "小桥", confidence),), "UTF-8")
    assert bool(doubts_of(found, ON_PAGE)) is doubtful


def test_the_record_quotes_the_page_in_short() -> None:
    found = ImportedPage((), (decision(13, BOAT * 3),), "UTF-8")
    assert [doubt.text for doubt in doubts_of(found, ON_PAGE)] == [f"{(BOAT * 3)[:39]}…"]


def test_a_doubt_about_the_encoding_concerns_no_single_article() -> None:
    found = ImportedPage((), (decision(1, "小桥", what="encoding"),), "Big5")
    assert [doubt.article for doubt in doubts_of(found, ON_PAGE)] == [""]
    assert doubts_of(replace(found, decisions=(decision(1, "无"),)), []) == (
        Doubt("", 1, "headline", "无", "It is short", 0.5),
    )


@pytest.mark.parametrize(
    ("files", "is_open"),
    [(folder(bridge=text(BRIDGE)), True), (folder(bridge=text(f"{BRIDGE}！")), False), (folder(), False)],
)
def test_a_doubt_is_settled_when_a_person_has_edited_or_deleted_the_article(files: Folder, is_open: bool) -> None:
    doubts = (Doubt("bridge", 3, "headline", "", "", 0.5), Doubt("", 1, "encoding", "", "", 0.5))
    record = ImportRecord("v1", {"bridge": imported(BRIDGE)}, doubts=doubts)
    assert open_doubts(record, files) == (doubts if is_open else doubts[1:])


def test_doubts_stand_in_the_record_one_value_a_line() -> None:
    record = ImportRecord("v1", {}, doubts=(Doubt("bridge", 3, "headline", "小桥", "It is short.", 0.5),))
    data = typed.to_pretty_json(record)
    assert b'      "line": 3,\n' in data
    assert json.loads(data)["doubts"][0]["confidence"] == 0.5
