"""The lists of an edition: who stands where, in which order, in which files; every link leads somewhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu import assets
from duidu.checks.weight import MAX_ELEMENTS, count_elements
from duidu.model import (
    PINYIN,
    Edition,
    OutputFile,
    ReadingArticle,
    Role,
    ScriptText,
    Status,
    Subject,
    Subjects,
)
from duidu.writers import lists, pages, write_edition
from duidu.writers.survey import ARCHIVE, AUTHORS, LEVELS, LINES, PLACES, TAGS, Survey, latest_first
from duidu.writers.views import ListView
from tests.support import PROPERTY, article, context, edition, reading, reading_article, sentence

NOWHERE = Path("/nonexistent")


def subject(key: str, pinyin: str = "", english: str = "", hant: str = "") -> Subject:
    return Subject(key, ScriptText(key, (("zh-Hant", hant or key), (PINYIN, pinyin or key))), english)


def item(slug: str, page: str = "p", *, level: int | None = None, **subjects: Iterable[Subject]) -> ReadingArticle:
    """An article whose title is its slug, listed by these subjects."""
    title = reading(sentence(f"{slug}桥"), english=f"Bridge {slug}", status=Status.REVIEWED)
    text = reading(sentence("人"), levels=[level])
    made = reading_article(article("人", page=page, slug=slug), (Role.TITLE, [title]), (Role.PARAGRAPH, [text]))
    return replace(made, subjects=Subjects(**{name: tuple(found) for name, found in subjects.items()}))


def dated(whole: Edition, **dates: str) -> Edition:
    found = tuple(replace(page, info=replace(page.info, date=dates.get(page.info.id, ""))) for page in whole.pages)
    return replace(whole, pages=found)


def views(whole: Edition, language: str = "zh-Hans") -> dict[str, ListView]:
    return {view.frame.path: view for view in lists.list_views(context(whole, language))}


def said(view: ListView) -> list[tuple[str, list[str]]]:
    """Each entry of a file with the titles under it."""
    entries = (entry for group in view.groups for entry in group.entries)
    return [(entry.title, [line.title for line in entry.lines]) for entry in entries]


# ---------------------------------------------------------------- who stands where


RED, TOWN = subject("红色", "hóngsè", "Red"), subject("社区", "shèqū", "Community", "社區")
WANG, LI = subject("王小明", "Wáng Xiǎomíng"), subject("李花", "Lǐ Huā")


def test_articles_stand_under_each_of_their_tags_and_tags_under_their_pinyin() -> None:
    view = views(edition(item("a", tags=[TOWN, RED]), item("b", tags=[TOWN])))["tags.html"]
    assert said(view) == [("红色", ["a桥"]), ("社区", ["a桥", "b桥"])]
    assert [entry.title_en for group in view.groups for entry in group.entries] == ["Red", "Community"]


def test_names_are_in_the_script_of_the_page_and_their_addresses_are_not() -> None:
    view = views(edition(item("a", tags=[TOWN])), "zh-Hant")["zh-Hant/tags.html"]
    assert [(entry.title, entry.anchor) for entry in view.groups[0].entries] == [("社區", "on-社区")]


def test_authors_and_places_have_lists_of_their_own() -> None:
    found = views(edition(item("a", authors=[WANG, LI], places=[subject("遵义市", "Zūnyì Shì")])))
    assert said(found["authors.html"]) == [("李花", ["a桥"]), ("王小明", ["a桥"])]
    assert said(found["places.html"]) == [("遵义市", ["a桥"])]


def test_levels_go_up_and_what_has_none_is_in_no_list() -> None:
    view = views(edition(item("a", level=7), item("b", level=2), item("c")))["levels.html"]
    assert said(view) == [("HSK 3.0: 2", ["b桥"]), ("HSK 3.0: 7–9", ["a桥"])]


def test_an_empty_list_has_no_file_and_no_way_to_it() -> None:
    whole = edition(item("a"))
    assert set(views(whole)) == {"archive.html"}
    assert [way.name for way in pages.front_view(context(whole)).ways] == [ARCHIVE]


def test_an_edition_without_pages_has_no_lists() -> None:
    assert views(edition()) == {}


# ---------------------------------------------------------------- order


@pytest.mark.parametrize(
    ("keys", "order"),
    [
        (["王", "李", "安"], ["安", "李", "王"]),
        (["绿", "录", "路"], ["录", "路", "绿"]),  # equal letters: by tone, then by character
        (["B", "a"], ["a", "B"]),
    ],
)
def test_subjects_are_sorted_by_their_pinyin(keys: list[str], order: list[str]) -> None:
    pinyin = {"王": "Wáng", "李": "Lǐ", "安": "Ān", "绿": "lǜ", "录": "lù", "路": "lù"}
    found = views(edition(item("a", tags=[subject(key, pinyin.get(key, key)) for key in keys])))["tags.html"]
    assert [title for title, _ in said(found)] == order


def test_the_latest_page_comes_first_and_what_has_no_date_last() -> None:
    whole = dated(edition(*(item("a", page=page) for page in "uvwxy")), v="2024", w="2026-04-05", x="2026", y="2026-04")
    assert [page.info.id for page in latest_first(whole.pages)] == ["x", "y", "w", "v", "u"]
    tagged = dated(edition(item("old", "v", tags=[RED]), item("new", "w", tags=[RED])), v="2024-01-01", w="2025-01-01")
    assert said(views(tagged)["tags.html"]) == [("红色", ["new桥", "old桥"])]


def test_the_archive_has_pages_by_year_and_month() -> None:
    whole = dated(edition(*(item("a", page=page) for page in "uvwx")), u="2025-12-31", v="2026-04-05", w="2026-04-06")
    view = views(whole)["archive.html"]
    assert [(group.label, [entry.title for entry in group.entries]) for group in view.groups] == [
        ("2026", ["2026-04"]),
        ("2025", ["2025-12"]),
        ("", ["Without a date"]),
    ]
    assert said(view) == [("2026-04", ["版 w", "版 v"]), ("2025-12", ["版 u"]), ("Without a date", ["版 x"])]


# ---------------------------------------------------------------- addresses


def test_addresses_are_safe_and_no_two_alike() -> None:
    keys = ["../x", "a/b", "A b", "…", "·", "x" * 200, "<b>", 'a"c', "con.html", "main", "x-title"]
    whole = edition(item("a", tags=map(subject, keys)))
    survey = Survey(whole)
    addresses = [entry.address for entry in survey.lists[TAGS].entries]
    assert len({address.casefold() for address in addresses}) == len(keys)
    assert all(address.replace("-", "").replace("_", "").isalnum() and len(address) < 70 for address in addresses)
    assert list(targets(write_edition(whole, assets.templates(NOWHERE)))) == []


# ---------------------------------------------------------------- files


def large(count: int) -> Edition:
    """So many articles on a tenth of so many pages, all by one author, each third with a tag of its own."""
    made = (
        item(
            f"s{index}",
            f"p{index // 10:04}",
            level=index % 7 + 1,
            authors=[WANG],
            tags=[subject(f"标{index}", f"biāo{index:05}")] if index % 3 == 0 else [RED],
            places=[subject(f"地{index % 400}", f"dì{index % 400:03}")],
        )
        for index in range(count)
    )
    return edition(*made)


def test_a_short_list_is_one_file() -> None:
    assert {path for path in views(large(100)) if path.startswith("authors")} == {"authors.html"}


def test_a_long_list_has_a_file_an_entry_and_a_longer_one_parts() -> None:
    found = views(large(700))
    assert {path for path in found if path.startswith("authors")} == {
        "authors.html",
        *("authors/王小明.html", "authors/王小明.2.html", "authors/王小明.3.html"),
    }
    parts = [
        line.title for path in found if path.startswith("authors/") for line in found[path].groups[0].entries[0].lines
    ]
    assert parts == [f"s{index}桥" for index in range(700)]
    assert [part.href for part in found["authors/王小明.2.html"].parts] == [
        "../authors/%E7%8E%8B%E5%B0%8F%E6%98%8E.html",
        "",
        "../authors/%E7%8E%8B%E5%B0%8F%E6%98%8E.3.html",
    ]


def test_no_file_of_a_large_edition_is_long() -> None:
    for path, view in views(large(2000)).items():
        entries = [entry for group in view.groups for entry in group.entries]
        assert len(entries) <= LINES, path
        assert sum(len(entry.lines) for entry in entries) <= LINES, path


def test_a_large_front_page_has_some_pages_and_leads_to_the_rest() -> None:
    front = pages.front_view(context(large(2000)))
    assert [len(page.items) for page in front.pages] == [10, 10]
    assert len(front.others) == pages.OTHERS
    assert front.rest == "186 more pages"
    assert all(len(way.links) <= 12 for way in front.ways)


@PROPERTY
@given(st.lists(st.integers(), max_size=40), st.integers(min_value=1, max_value=9))
def test_parts_join_to_the_whole(items: list[int], most: int) -> None:
    parts = lists.cut(items, most)
    assert [one for part in parts for one in part] == items
    assert all(len(part) <= most for part in parts)


# ---------------------------------------------------------------- links


class Links(HTMLParser):
    """The links and the ids of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "a" and found.get("href"):
            self.hrefs.append(str(found["href"]))
        if found.get("id"):
            self.ids.append(str(found["id"]))


def targets(files: Iterable[OutputFile]) -> Iterator[tuple[str, str]]:
    """Each link of a site, with the page it stands on, that leads nowhere."""
    found = {file.path: Links(file.data.decode()) for file in files if file.path.endswith(".html")}
    found |= {f"{folder}offline.html": Links("") for folder in ("", "zh-Hant/")}  # which is made when all others are
    for path, links in found.items():
        assert len(links.ids) == len(set(links.ids)), path
        for href in links.hrefs:
            address, anchor = urldefrag(href)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address))) if address else path
            if target not in found or (anchor and unquote(anchor) not in found[target].ids):
                yield path, href


@pytest.mark.parametrize("count", [12, 700])
def test_every_link_leads_to_a_place_of_the_site_and_no_page_is_heavy(count: int) -> None:
    files = [*write_edition(large(count), assets.templates(NOWHERE))]
    assert list(targets(files)) == []
    assert max(count_elements(file.data.decode()) for file in files if file.path.endswith(".html")) < MAX_ELEMENTS


def test_an_article_leads_to_its_entries() -> None:
    whole = edition(item("a", level=2, tags=[RED], authors=[WANG], places=[TOWN]))
    page = next(file for file in write_edition(whole, assets.templates(NOWHERE)) if file.path == "p/a.html")
    hrefs = [unquote(href) for href in Links(page.data.decode()).hrefs]
    names = {TAGS: "红色", AUTHORS: "王小明", PLACES: "社区", LEVELS: "hsk-2"}
    assert {f"../{name}.html#on-{anchor}" for name, anchor in names.items()} <= set(hrefs)


def test_newspaper_pages_follow_one_another() -> None:
    first, second = pages.issue_views(context(edition(item("a", "p"), item("b", "q"))))
    assert (first.previous, second.next) == (None, None)
    assert first.next is not None and second.previous is not None
    assert (first.next.href, second.previous.href) == ("../q/index.html", "../p/index.html")
    assert [teaser.title for teaser in first.page.items] == ["a桥"]
