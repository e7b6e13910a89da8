"""Every finding with a case and a counter-case, and the waivers that silence it."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from duidu.checks import CODES, LostForm, Material, PageImport, run_checks
from duidu.model import (
    Block,
    Decision,
    Edition,
    Finding,
    Kind,
    Lexicon,
    OutputFile,
    Picture,
    ReadingArticle,
    ReadingBlock,
    ReadingSentence,
    Role,
    SourceRef,
    Status,
    TermLine,
    Variant,
    Waiver,
    WordTag,
)
from tests.support import HERE, article, block, edition, reading, reading_article, sentence

REF = SourceRef("content/waivers.toml", 3)


def good(*words: str) -> ReadingSentence:
    """A sentence in which there is nothing to find."""
    item = sentence(*words)
    return reading(item, english="Bridge", status=Status.REVIEWED, pinyin=[word.text for word in item.words])


def item(*sentences: ReadingSentence, title: str | None = "桥", kind: Kind = Kind.ARTICLE) -> ReadingArticle:
    text = "".join(found.sentence.text for found in sentences)
    return reading_article(article(block(text), title=title, kind=kind), (Role.PARAGRAPH, sentences))


def find(
    whole: Edition | ReadingArticle,
    *waivers: Waiver,
    terms: tuple[TermLine, ...] = (),
    files: tuple[OutputFile, ...] = (),
    limit: int = 40,
    imports: tuple[PageImport, ...] = (),
    heaviest: int = 500,
) -> list[Finding]:
    published = whole if isinstance(whole, Edition) else edition(whole)
    material = Material(published, Lexicon(terms=terms), files, limit, imports, max_picture_kb=heaviest)
    return list(run_checks(material, waivers))


def codes(*arguments: object, **options: object) -> list[str]:
    return [found.code for found in find(*arguments, **options)]  # type: ignore[arg-type]


FINE = item(good("桥", "通", "了", "。"))


def test_nothing_is_found_where_nothing_is_wrong() -> None:
    assert codes(FINE) == []


def test_empty_edition_has_no_findings() -> None:
    assert codes(edition()) == []


# ---------------------------------------------------------------- one code each


def test_article_without_headline() -> None:
    (found,) = find(item(good("桥", "。"), title=None))
    assert (found.code, found.ref) == ("A101", HERE)


@pytest.mark.parametrize("kind", [Kind.CAPTION, Kind.SLOGAN])
def test_captions_and_slogans_need_no_headline(kind: Kind) -> None:
    assert codes(item(good("桥", "。"), title=None, kind=kind)) == []


def test_paragraph_that_stops_in_mid_sentence() -> None:
    (found,) = find(item(good("桥", "通", "了")))
    assert (found.code, "桥通了" in found.message) == ("A102", True)


@pytest.mark.parametrize("end", ["。", "！", "？", "…", "”", "）", "：", "；", "%"])
def test_paragraph_that_ends_with_a_mark(end: str) -> None:
    assert codes(item(good("桥", end))) == []


def test_slogans_and_headings_need_no_full_stop() -> None:
    assert codes(item(good("桥"), kind=Kind.SLOGAN)) == []
    heading = article(block("桥", Role.HEADING), title="桥")
    assert codes(reading_article(heading, (Role.HEADING, [good("桥")]))) == []


def test_word_without_reading() -> None:
    unread = reading(sentence("𪛖", "。"), english="x", status=Status.REVIEWED)
    (found,) = find(item(unread))
    assert (found.code, "𪛖" in found.message, found.ref) == ("L301", True, HERE)


@pytest.mark.parametrize(("words", "found"), [(("桥", "。"), ["L302"]), (None, [])])
def test_sentence_without_word_layer(words: tuple[str, ...] | None, found: list[str]) -> None:
    variant = Variant("zh-Hant", "橋。", None if words else ("橋", "。"))
    plain = sentence("桥", "。")
    assert codes(item(reading(plain, english="x", status=Status.REVIEWED, pinyin="q。", variants=(variant,)))) == found


def test_a_name_in_latin_letters_needs_no_reading() -> None:
    name = sentence("TVBS", "。", tag=WordTag.ORGANISATION)
    assert codes(item(reading(name, english="x", status=Status.REVIEWED))) == []


def test_a_doubtful_reading_is_listed_once_with_its_places() -> None:
    doubtful = reading(
        sentence("长", "。"), english="x", status=Status.REVIEWED, pinyin=("cháng", ""), doubts=(("zhǎng",), ())
    )
    (found,) = find(item(doubtful, doubtful))
    assert (found.code, found.ref) == ("L303", HERE)
    assert found.message == "长 is taken for cháng, but may be zhǎng; 2 places."


def test_a_doubtful_traditional_form_is_listed() -> None:
    variant = Variant("zh-Hant", "乾。", ("乾", "。"), doubts=(("幹",), ()))
    plain = sentence("干", "。")
    (found,) = find(item(reading(plain, english="x", status=Status.REVIEWED, pinyin=("gān", ""), variants=(variant,))))
    assert (found.code, found.message) == ("L304", "干 in zh-Hant is taken for 乾, but may be 幹.")


def test_a_form_that_does_not_come_back_is_listed() -> None:
    lost = (LostForm(HERE, "zh-Hant", "面", "麵"),)
    (found,) = run_checks(Material(edition(), Lexicon(), (), 40, (), lost), ())
    assert (found.code, found.message) == ("L305", "面 is 麵 in zh-Hant, which means another word.")


@pytest.mark.parametrize(
    ("status", "english", "code"),
    [(Status.MISSING, "", "E201"), (Status.MACHINE, "Bridge", "E202"), (Status.STALE, "Bridge", "E203")],
)
def test_english_that_needs_a_person(status: Status, english: str, code: str) -> None:
    (found,) = find(item(reading(sentence("桥", "。"), english=english, status=status, pinyin="q。")))
    assert (found.code, found.message) == (code, "paragraph: 桥。")


def test_long_sentences_are_quoted_in_short() -> None:
    (found,) = find(item(reading(sentence("桥" * 40, "。"), pinyin="q。")))
    assert found.message == f"paragraph: {'桥' * 29}…"


TERM = TermLine("新桥", "New Bridge", "", SourceRef("content/lexicon/terms.tsv", 2))


@pytest.mark.parametrize(
    ("english", "status", "found"),
    [
        ("The new bridge is open.", Status.REVIEWED, []),
        ("The span is open.", Status.REVIEWED, ["E204"]),
        ("The span is open.", Status.MACHINE, ["E202", "E204"]),
        ("", Status.MISSING, ["E201"]),
    ],
)
def test_term_that_is_not_kept(english: str, status: Status, found: list[str]) -> None:
    bridge = reading(sentence("新桥", "。"), english=english, status=status, pinyin="q。")
    assert codes(item(bridge), terms=(TERM,)) == found


def test_term_that_is_not_there() -> None:
    assert codes(FINE, terms=(TERM,)) == []


@pytest.mark.parametrize(("english", "found"), [("The Xinqiao is open.", []), ("The span is open.", ["E204"])])
def test_any_form_that_the_editor_accepts_keeps_a_term(english: str, found: list[str]) -> None:
    term = replace(TERM, accepted=("Xinqiao",))
    bridge = reading(sentence("新桥", "。"), english=english, status=Status.REVIEWED, pinyin="q。")
    assert codes(item(bridge), terms=(term,)) == found


def test_page_that_is_too_heavy() -> None:
    noise = random.Random(1).randbytes(2010)  # noqa: S311  (bytes that do not compress)
    files = (
        OutputFile("p/heavy.html", noise),
        OutputFile("p/light.html", b"a" * 100_000),
        OutputFile("theme/heavy.js", noise),
    )
    (found,) = find(FINE, files=files, limit=2)  # 2,033 bytes gzipped
    assert (found.code, str(found.ref)) == ("S401", "output/p/heavy.html:1")
    assert codes(FINE, files=files, limit=3) == []


# ---------------------------------------------------------------- what an import has left to do

PAGE = "content/pages/p.txt"
ARTICLE = "content/articles/p/s.md"
MERGE = "content/articles/p/s.merge"


def decision(what: str, text: str, reason: str, confidence: float = 0.5) -> Decision:
    return Decision(SourceRef(PAGE, 7), what, text, reason, confidence)


def said(page: PageImport, *waivers: Waiver) -> list[tuple[str, str, str]]:
    return [(item.code, str(item.ref), item.message) for item in find(FINE, *waivers, imports=(page,))]


def test_page_without_anything_open() -> None:
    assert said(PageImport(encoding="GB18030")) == []


@pytest.mark.parametrize(
    ("doubt", "message"),
    [
        (decision("headline", "小桥", "It is short."), "headline: 小桥: It is short (50% sure)."),
        (decision("joined", "桥" * 31, "no mark", 0.744), f"joined: {'桥' * 29}…: no mark (74% sure)."),
        (decision("dropped", "", "no width", 0.0), "dropped: no width."),
    ],
)
def test_what_the_importer_was_not_sure_of(doubt: Decision, message: str) -> None:
    assert said(PageImport((doubt,), "UTF-8")) == [("A105", f"{PAGE}:7", message)]


def test_a_page_that_was_wrongly_decoded_is_mended_itself() -> None:
    garbled = decision("wrongly decoded", "ÀÏÇÅ", "it says 老桥: it is GB18030 that was opened as Windows-1252", 0.0)
    plain = decision("headline", "小桥", "It is short.")
    found = find(FINE, imports=(PageImport((garbled, plain)),))
    hints = {item.message.partition(":")[0]: item.hint for item in found}
    assert hints["wrongly decoded"].startswith("put the original, opened so and saved as UTF-8, in place of this page")
    assert hints["headline"].startswith("correct the article's Markdown")


@pytest.mark.parametrize(
    ("reason", "message"),
    [
        ("the characters are common", "read as Big5: the characters are common (50% sure)."),
        ("decoded as Big5, as it says", "decoded as Big5, as it says (50% sure)."),
    ],
)
def test_encoding_that_was_guessed(reason: str, message: str) -> None:
    assert said(PageImport((decision("encoding", "", reason),), "Big5")) == [("A106", f"{PAGE}:7", message)]


def test_edited_articles_that_the_page_has_left_behind() -> None:
    assert [item[:2] for item in said(PageImport(changed=(ARTICLE,)))] == [("A104", f"{ARTICLE}:1")]
    assert [item[:2] for item in said(PageImport(stale=(ARTICLE,)))] == [("A108", f"{ARTICLE}:1")]


def test_merges_that_wait_for_a_person() -> None:
    pair = (ARTICLE, MERGE)
    for page, code in (
        (PageImport(clashed=(pair,)), "A107"),
        (PageImport(finished=(pair,)), "A107"),
        (PageImport(overtaken=(pair,)), "A109"),
    ):
        (found,) = said(page)
        assert (found[:2], MERGE in found[2]) == ((code, f"{ARTICLE}:1"), True)
    assert [item[:2] for item in said(PageImport(left_over=(MERGE,)))] == [("A110", f"{MERGE}:1")]


def test_page_whose_file_is_gone() -> None:
    record = "content/articles/p/.import.json"
    assert [item[:2] for item in said(PageImport(gone=record))] == [("A111", f"{record}:1")]


def test_what_an_import_has_left_to_do_can_be_waived() -> None:
    open_ = PageImport((decision("headline", "小桥", "short"),), changed=(ARTICLE,))
    waivers = (Waiver("A105", PAGE, "It is right.", REF), Waiver("A104", ARTICLE, "It is right.", REF))
    assert said(open_, *waivers) == []


# ---------------------------------------------------------------- waivers


def waiver(code: str = "A101", path: str = HERE.path) -> Waiver:
    return Waiver(code, path, "It is a test.", REF)


HEADLESS = item(good("桥", "。"), title=None)


@pytest.mark.parametrize("path", [HERE.path, "content/articles/*/s.md", "*"])
def test_waiver_silences_its_finding(path: str) -> None:
    assert codes(HEADLESS, waiver(path=path)) == []


@pytest.mark.parametrize("other", [waiver("A102"), waiver(path="content/articles/p/t.md"), waiver(path="s.md")])
def test_waiver_of_something_else_silences_nothing(other: Waiver) -> None:
    found = find(HEADLESS, other)
    assert [finding.code for finding in found] == ["A101", "W501"]
    assert found[1].ref == REF


def test_waiver_of_an_idle_waiver_is_idle_too() -> None:
    assert codes(FINE, waiver("W501", "*")) == ["W501"]


# ---------------------------------------------------------------- order and wording


def test_findings_come_by_place() -> None:
    first = reading_article(
        article(block("桥", line=9), block("船", line=7), title="桥"), (Role.PARAGRAPH, [good("桥")])
    )
    assert [found.ref.line for found in find(first)] == [7, 9]


def test_every_code_says_what_to_do() -> None:
    assert all(code.meaning and code.hint for code in CODES.values())
    (found,) = find(HEADLESS)
    assert found.hint == CODES["A101"].hint
    assert str(found) == f"{HERE}: warning A101: {found.message} Hint: {found.hint}"


def test_paragraph_in_two_articles_is_found_once() -> None:
    long = good("这座桥很长", "，", "两岸的人都喜欢在桥上散步", "，", "也在桥头聊天", "。")
    assert codes(edition(item(long), item(long))) == ["A103"]
    assert codes(edition(item(long), FINE)) == []


# ---------------------------------------------------------------- pictures


def pictured(alt: str = "小桥", size: int = 400_000) -> ReadingArticle:
    shown = Block(Role.ALT, alt, replace(HERE, line=9), "bridge.jpg")
    base = article(shown, block("图为新桥。", Role.FIGCAPTION), title="桥")
    sentences = (good(alt),) if alt else ()
    return replace(
        reading_article(base), blocks=(ReadingBlock(shown, sentences, Picture("p/bridge.jpg", 2400, 1600, size)),)
    )


def test_a_picture_says_what_it_shows() -> None:
    assert codes(pictured()) == []
    (found,) = find(pictured(""))
    assert (found.code, found.ref.line) == ("A112", 9)
    assert "bridge.jpg" in found.message


def test_a_heavy_picture() -> None:
    assert codes(pictured(size=500_000)) == []
    (found,) = find(edition(pictured(size=8_000_000), pictured(size=8_000_000)))
    assert (found.code, found.ref.line) == ("S407", 9)
    assert "p/bridge.jpg: 8,000 KB, 2,400 × 1,600 pixels; limit 500 KB" in found.message
    assert codes(pictured(), heaviest=399) == ["S407"]
