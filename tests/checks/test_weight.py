"""The budgets: each with a page that is over it and one that is not."""

from __future__ import annotations

import random
from html.parser import HTMLParser
from pathlib import Path

import pytest

from duidu.checks import over_budget
from duidu.checks.weight import MAX_ELEMENTS, MAX_PARTS, count_elements
from duidu.model import Finding, OutputFile, Severity, SourceRef, Waiver

GOLDEN = Path(__file__).resolve().parent.parent / "golden/output"


def noise(size: int) -> str:
    """Text that no compression makes much smaller."""
    return random.Random(3).randbytes(size).hex()  # noqa: S311  (bytes that do not compress)


def html(text: str, characters: int = 0, path: str = "p/a.html") -> OutputFile:
    return OutputFile(path, text.encode(), characters)


def find(*files: OutputFile, page: int = 40, site: int = 1000, waivers: tuple[Waiver, ...] = ()) -> tuple[Finding, ...]:
    return over_budget(files, page, site, waivers)


def codes(*files: OutputFile, **limits: int) -> list[str]:
    return [found.code for found in find(*files, **limits)]  # type: ignore[arg-type]


def test_a_heavy_page_is_found_with_its_weight() -> None:
    (found,) = find(html(noise(45_000)))
    assert (found.code, found.severity, found.ref) == ("S401", Severity.ERROR, SourceRef("output/p/a.html", 1))
    assert found.message.endswith("KB gzipped, limit 40 KB.")


def test_a_longer_article_may_weigh_in_proportion() -> None:
    assert codes(html(noise(45_000), characters=1000)) == ["S401"]
    assert codes(html(noise(45_000), characters=1500)) == []
    assert codes(html(noise(45_000), characters=10), page=60) == []


@pytest.mark.parametrize(
    ("elements", "characters", "found"),
    [
        (MAX_ELEMENTS, 300, []),
        (MAX_ELEMENTS + 1, 300, ["S402"]),
        (2 * MAX_ELEMENTS, 2000, []),
        (2 * MAX_ELEMENTS + 1, 2000, ["S402"]),
        (MAX_ELEMENTS + 1, 0, []),  # no article
    ],
)
def test_elements_of_an_article(elements: int, characters: int, found: list[str]) -> None:
    assert codes(html("<p>桥</p>" * elements, characters)) == found


class Counter(HTMLParser):
    count = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.count += 1


def test_elements_are_counted_as_a_parser_counts_them() -> None:
    pages = sorted(GOLDEN.rglob("*.html"))
    assert len(pages) > 5
    for path in pages:
        text = path.read_text(encoding="utf-8")
        parser = Counter()
        parser.feed(text)
        assert count_elements(text) == parser.count


LINKS = '<link rel="stylesheet" href="../theme/a.css"><script src="../theme/b.js" defer></script>'


@pytest.mark.parametrize(
    ("name", "characters", "found"),
    [("a.css", 100, ["S403"]), ("b.js", 100, ["S403"]), ("b.js", 0, []), ("c.js", 100, [])],
)
def test_style_sheets_and_scripts_of_an_article(name: str, characters: int, found: list[str]) -> None:
    sizes = {"a.css": 10, "b.js": 10, "c.js": 10, name: MAX_PARTS}
    files = [OutputFile(f"theme/{part}", noise(size).encode()) for part, size in sizes.items()]
    assert codes(html(LINKS, characters), *files) == found


@pytest.mark.parametrize(
    "link",
    ['<script src="../theme/search.js"></script>', '<link rel="stylesheet" href="../theme/paper.css" media="print">'],
)
def test_what_only_a_search_or_paper_needs_is_not_counted(link: str) -> None:
    files = [OutputFile(f"theme/{name}", noise(MAX_PARTS).encode()) for name in ("search.js", "paper.css")]
    assert codes(html(link, 100), *files) == []
    assert codes(html(link.replace(' media="print"', "").replace("search.js", "paper.css"), 100), *files) == ["S403"]


@pytest.mark.parametrize(
    "text",
    [
        '<script src="https://example.org/a.js"></script>',
        '<img alt="" src="//example.org/a.png">',
        '<link rel="stylesheet" href="http://example.org/a.css">',
        '<link href="https://example.org/a.ico" rel="icon">',
        '<iframe title="x" src="https://example.org/"></iframe>',
        '<video\nposter="https://example.org/a.jpg"></video>',
    ],
)
def test_what_would_be_loaded_from_elsewhere(text: str) -> None:
    (found,) = find(html(text))
    assert (found.code, "example.org" in found.message) == ("S404", True)


@pytest.mark.parametrize(
    "text",
    [
        '<a href="https://example.org/">x</a>',
        '<link rel="canonical" href="https://example.org/a.html">',
        '<link rel="alternate" hreflang="zh-Hant" href="https://example.org/b.html">',
        '<img alt="" src="a.png">',
        "<p>src=&#34;https://example.org/&#34;</p>",
    ],
)
def test_what_a_reader_may_follow_is_no_finding(text: str) -> None:
    assert codes(html(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("p { background: url(https://example.org/a.png) }", ["S404"]),
        ('@import "//example.org/a.css";', ["S404"]),
        ('@font-face { src: url("a.woff2") }', ["S405"]),
        ("p { background: url(a.png) }", []),
    ],
)
def test_style_sheets(text: str, found: list[str]) -> None:
    assert codes(OutputFile("theme/a.css", text.encode())) == found


def test_a_font_is_found() -> None:
    assert codes(OutputFile("theme/a.woff2", b"x")) == ["S405"]


def test_the_whole_site() -> None:
    files = [OutputFile(f"{number}.jpg", bytes(400_000)) for number in range(3)]
    (found,) = find(*files, site=1)
    assert (found.code, found.ref.path) == ("S406", "output")
    assert codes(*files, site=2) == []


def test_a_waiver_makes_an_exception() -> None:
    waiver = Waiver("S401", "output/p/*", "It is a list.", SourceRef("content/waivers.toml", 1))
    assert find(html(noise(45_000)), waivers=(waiver,)) == ()
    assert find(html(noise(45_000), path="q/a.html"), waivers=(waiver,)) != ()
