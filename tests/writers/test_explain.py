"""The report on how a page was read: one file, well formed, that shows every decision and links every doubt."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from duidu import assets
from duidu.errors import TemplateError
from duidu.importers import import_page
from duidu.importers.line import Part
from duidu.model import CERTAIN, Decision, ImportedPage, RawPage, SourceRef
from duidu.writers.explain import TEMPLATE, explain, explained

PATH = "content/pages/p.txt"
TEMPLATES = assets.templates(Path("/nonexistent"))
WELL = "村里的老井修好了，大家都来打水，井边笑声不断。"
TEXT = (
    f"第03版\n\n白鹭镇\n\n老井又有了水\n\n本报讯（记者 周大海）{WELL}\n\n"
    "后来，孩子们在井边种\n\n了柳树，每天提水来浇。\n\n一、修井的人\n\n他来了，我也来了。\n\n\n\n"
    "▲孩子们在打水。\n\n周大海 摄\n\n\n\n节约用水 人人有责\n"
)
# Elements that have no end tag.
VOID = {"meta", "link", "br", "img", "input", "hr"}


class Document(HTMLParser):
    """A document whose tags close in order; keeps its elements, their texts and the targets of links."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None], tuple[str, ...]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs)
        self.elements.append((tag, dict(attrs), tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1] if self.open else "", data.strip()))

    def values(self, attribute: str) -> list[str]:
        return [attrs[attribute] or "" for _, attrs, _ in self.elements if attribute in attrs]

    def of(self, tag: str) -> list[tuple[dict[str, str | None], tuple[str, ...]]]:
        return [(attrs, parents) for name, attrs, parents in self.elements if name == tag]

    def text(self) -> str:
        return " ".join(data for tag, data in self.texts if tag != "style")


def html(page: ImportedPage, name: str = "p", path: str = PATH) -> str:
    return explain(name, path, page, TEMPLATES).data.decode()


def read(text: str) -> ImportedPage:
    return import_page(RawPage("p", text.encode(), PATH))


def decided(*decisions: tuple[int, str, float], text: str = "老井", reason: str = "It is short") -> ImportedPage:
    """A page of which nothing is known but what was decided."""
    made = tuple(Decision(SourceRef(PATH, line), what, text, reason, sure) for line, what, sure in decisions)
    return ImportedPage((), made, "UTF-8")


PAGES = {
    "a page": read(TEXT),
    "one line": read("老井又有了水"),
    "furniture first": read(f"第03版\n\n{WELL}\n"),
    "no decisions": ImportedPage((), (), "UTF-8"),
    "marks": read("<script>alert(1)</script>\n\n“&amp;”<b>他来了。</b>\n\n</ol></main>\n"),
    "another encoding": import_page(RawPage("p", TEXT.encode("gb18030"), PATH)),
    "odd characters": read("老井\ue123又\u00ad有了水\n\n他来了。\n"),
}
ALL = [pytest.param(page, id=name) for name, page in PAGES.items()]


# ---------------------------------------------------------------- one good file


def test_the_file_is_called_by_its_page() -> None:
    assert explain("qingshi", PATH, PAGES["a page"], TEMPLATES).path == "import-qingshi.html"


@pytest.mark.parametrize("page", ALL)
def test_its_tags_are_well_nested(page: ImportedPage) -> None:
    document = Document(html(page))
    assert [tag for tag, _, parents in document.elements if not parents] == ["html"]
    for tag, inside in (("li", {"ol", "ul"}), ("head", {"html"}), ("body", {"html"}), ("meter", {"span"})):
        assert {parents[-1] for _, parents in document.of(tag)} <= inside
    for tag in ("h1", "h2", "p", "ol", "ul"):
        assert {parents[-1] for _, parents in document.of(tag)} <= {"main"}


@pytest.mark.parametrize("page", ALL)
def test_an_element_is_called_by_one_name(page: ImportedPage) -> None:
    ids = Document(html(page)).values("id")
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("page", ALL)
def test_nothing_comes_from_elsewhere(page: ImportedPage) -> None:
    text = html(page)
    document = Document(text)
    assert not {"script", "link", "img", "iframe", "object", "base"} & {tag for tag, _, _ in document.elements}
    assert document.values("src") == []
    assert all(target.startswith("#") for target in document.values("href"))
    style = "".join(data for tag, data in document.texts if tag == "style")
    assert not re.search(r"url\(|@import|https?:", style)
    assert not [name for _, attrs, _ in document.elements for name in attrs if name.startswith("on")]


@pytest.mark.parametrize("page", ALL)
def test_it_says_its_language_and_its_characters(page: ImportedPage) -> None:
    text = html(page)
    document = Document(text)
    assert document.of("html")[0][0]["lang"] == "en"
    assert document.of("meta")[0][0] == {"charset": "utf-8"}
    assert len(document.of("h1")) == len(document.of("title")) == 1


def test_nothing_stands_before_the_doctype() -> None:
    assert html(PAGES["a page"]).lstrip().startswith("<!DOCTYPE html>")


def test_the_same_page_gives_the_same_bytes() -> None:
    page = PAGES["a page"]
    assert explain("p", PATH, page, TEMPLATES) == explain("p", PATH, page, TEMPLATES)


# ---------------------------------------------------------------- what it shows


def test_text_is_escaped_wherever_it_stands() -> None:
    evil = '<script>alert("1")</script>&amp;\'</main>'
    page = read(f"{evil}\n\n本报讯 他来了。\n")
    page = ImportedPage(
        page.stories, (*page.decisions, *decided((9, evil, 0.1), text=evil, reason=evil).decisions), evil
    )
    text = html(page, name=evil, path=evil)
    assert "<script" not in text
    assert text.count("</main>") == 1
    assert Document(text).text().count("alert") >= 6


def test_every_line_is_shown_with_what_it_is_and_why() -> None:
    page = PAGES["a page"]
    document = Document(html(page))
    shown = document.text()
    for decision in page.decisions:
        assert decision.what in shown
        assert decision.text in shown
        assert all(reason in shown for reason in decision.reason.split("; "))
    assert len(document.of("meter")) == len(page.decisions)
    assert [f"line-{decision.ref.line}" for decision in page.decisions] == document.values("id")


def test_path_encoding_and_figures_are_told() -> None:
    shown = Document(html(PAGES["another encoding"])).text()
    assert PATH in shown
    assert "GB18030" in shown
    assert f"{len(PAGES['another encoding'].stories)} items" in shown


def test_stories_are_headed_by_kind_title_and_authors() -> None:
    headings = Document(html(PAGES["a page"])).text()
    assert "article: 老井又有了水 周大海" in headings
    assert "caption" in headings


def test_doubts_are_listed_and_linked() -> None:
    page = decided((1, "headline", 0.5), (3, "paragraph", 0.99), (5, "kicker", CERTAIN - 0.01), (7, "byline", CERTAIN))
    document = Document(html(page))
    assert document.values("href") == ["#line-1", "#line-5"]
    assert set(document.values("href")) <= {f"#{name}" for name in document.values("id")}
    assert "2 to look at" in document.text()
    doubtful = [attrs for attrs, _ in document.of("li") if "doubt" in (attrs.get("class") or "").split()]
    assert [attrs["id"] for attrs in doubtful] == ["line-1", "line-5"]


def test_without_doubts_it_says_so() -> None:
    document = Document(html(decided((1, "headline", 0.99))))
    assert "Nothing is in doubt." in document.text()
    assert document.values("href") == []


def test_two_decisions_about_a_line_have_one_target() -> None:
    document = Document(html(decided((1, "encoding", 0.5), (1, "headline", 0.6), (2, "paragraph", 0.9))))
    assert document.values("id") == ["line-1", "line-2"]
    assert document.values("href") == ["#line-1", "#line-1"]


@pytest.mark.parametrize("page", ALL)
def test_every_doubt_of_a_page_leads_to_its_line(page: ImportedPage) -> None:
    document = Document(html(page))
    assert document.values("href") == [f"#line-{item.ref.line}" for item in page.decisions if item.doubtful]
    assert set(document.values("href")) <= {f"#{name}" for name in document.values("id")}


@pytest.mark.parametrize("what", [*(part.value for part in Part), "page furniture", "caption"])
def test_every_part_has_a_colour(what: str) -> None:
    document = Document(html(decided((1, what, 0.9))))
    classes = [(attrs.get("class") or "").split()[0] for attrs, parents in document.of("li") if parents[-1] == "ol"]
    assert classes
    assert classes != ["other"]


def test_what_is_no_part_has_the_plain_colour() -> None:
    assert 'class="other"' in html(decided((1, "encoding", 1.0)))


# ---------------------------------------------------------------- the lines of the report


def test_a_story_begins_with_its_first_line_only() -> None:
    lines = list(explained(PAGES["a page"]))
    begun = {line.number: line.begins for line in lines if line.begins}
    assert next(story.title for story in begun.values()) == "老井又有了水"
    assert len({id(story) for story in begun.values()}) == len(begun)
    assert [line.number for line in lines] == [decision.ref.line for decision in PAGES["a page"].decisions]


def test_furniture_begins_nothing() -> None:
    first, *_ = explained(PAGES["furniture first"])
    assert (first.what, first.begins) == ("page furniture", None)
    assert "The head of the page" in html(PAGES["furniture first"])


def test_a_caption_that_is_lifted_out_begins_nothing() -> None:
    page = read("老井又有了水\n\n村里的老井修好了，大家都来打\n\n▲孩子们在打水。\n\n水，井边笑声不断，老人们也来了。\n")
    assert [decision.what for decision in page.decisions][2] == "caption"
    assert [line.number for line in explained(page) if line.begins] == [1]


def test_a_line_is_first_once() -> None:
    lines = list(explained(decided((1, "encoding", 0.5), (1, "headline", 0.6), (3, "paragraph", 0.9))))
    assert [(line.number, line.first, line.doubtful) for line in lines] == [
        (1, True, True),
        (1, False, True),
        (3, True, False),
    ]


DECODED = import_page(RawPage("p", f"第03版\n\n老井又有了水\n\n{WELL}\n".encode("gb18030"), PATH))


def test_furniture_begins_nothing_where_there_is_a_remark_on_its_line() -> None:
    assert [line.number for line in explained(DECODED) if line.begins] == [3]


def test_lines_are_counted_and_remarks_are_not() -> None:
    assert "2 items from 3 lines" in Document(html(DECODED)).text()


# ---------------------------------------------------------------- faults of templates


@pytest.mark.parametrize(
    ("template", "message"),
    [(None, "is missing"), ("{% if %}", "cannot be read"), ("{{ nothing }}", "the template fails")],
)
def test_a_template_of_ones_own_may_be_wrong(template: str | None, message: str) -> None:
    templates = {name: text for name, text in TEMPLATES.items() if name != TEMPLATE}
    if template is not None:
        templates[TEMPLATE] = template
    with pytest.raises(TemplateError, match=message) as caught:
        explain("p", PATH, PAGES["one line"], templates)
    assert str(caught.value.ref) == f"templates/{TEMPLATE}:1"
