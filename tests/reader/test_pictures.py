"""Pictures of an article in a real browser, and the page on paper."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from pdfminer.pdfpage import PDFPage
from playwright.sync_api import FloatRect, Page, expect

from tests.browser import BROWSER, Watched
from tests.conftest import PAGE
from tests.reader.conftest import ARTICLE, SLOGAN
from tests.support import append, build, duidu, edit, picture

pytestmark = BROWSER

BRIDGE = "qingshi/xiaoqiao-lian-qi-liang-ge-cun"
SLOGAN_OF_TWO = "qingshi/jieyue-yongshui-renren-youze"
# How far things have moved on a page since it was opened, as a browser tells it.
MOVED = """() => new Promise(done => {
    let sum = 0;
    const add = list => list.getEntries().forEach(entry => { sum += entry.value; });
    new PerformanceObserver(add).observe({type: "layout-shift", buffered: true});
    setTimeout(() => done(sum), 200);
})"""


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a small edition with an address: a wide picture with a caption, a small one without, a slogan."""
    root = tmp_path_factory.mktemp("pictured") / "edition"
    assert duidu(root, "new", str(root)).exit_code == 0
    (root / "content/pages/qingshi.txt").write_text(PAGE, encoding="utf-8")
    edit(root / "content/edition.toml", 'url = "" ', 'url = "https://example.org/a/" ')
    build(root)
    article = root / f"content/articles/{BRIDGE}.md"
    append(article, '\n![河上的小桥](bridge.jpg "图为新桥。大家都来看。")\n\n![小小的桥](small.png)\n')
    append(root / f"content/articles/{SLOGAN_OF_TWO}.md", "\n一滴水 一片情\n")
    article.with_name("bridge.jpg").write_bytes(picture(1500, 900, "JPEG"))
    article.with_name("small.png").write_bytes(picture(100, 160))
    build(root)
    return root / "output"


def shown(page: Page, index: int) -> None:
    """Scroll to a picture, and wait until it is there."""
    image = page.locator("img").nth(index)
    image.scroll_into_view_if_needed()
    expect(image).to_have_js_property("complete", True)
    assert image.evaluate("image => image.naturalWidth") > 0


def sizes(boxes: Sequence[FloatRect | None]) -> list[tuple[float, float]]:
    return [(box["width"], box["height"]) for box in boxes if box]


@pytest.mark.parametrize("watched", [{}, {"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_pictures_are_shown_at_their_size_and_nothing_moves(pictured: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((pictured / f"{BRIDGE}.html").as_uri())
    before = [image.bounding_box() for image in page.locator("img").all()]
    for index in range(2):
        shown(page, index)
    after = [image.bounding_box() for image in page.locator("img").all()]
    (wide, small), column = (sizes(before), sizes([page.locator("#text").bounding_box()])[0])
    assert sizes(after) == [wide, small]
    assert page.evaluate(MOVED) == 0
    assert wide[0] == pytest.approx(column[0], abs=1)
    assert wide[0] / wide[1] == pytest.approx(1500 / 900, abs=0.01)
    assert small == (100, 160)
    assert watched.complaints == []


def test_what_a_picture_shows_and_its_caption_are_there(pictured: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((pictured / f"zh-Hant/{BRIDGE}.html").as_uri())
    image = page.get_by_role("img", name="河上的小橋")
    expect(image).to_have_attribute("lang", "zh-Hant")
    figure = page.get_by_role("figure").first
    expect(figure.locator("figcaption .zh")).to_have_count(2)
    expect(figure.locator("figcaption rt").first).to_be_visible()
    assert page.locator("figure").nth(1).locator("figcaption").count() == 0
    assert figure.locator("xpath=..").get_attribute("id") == "text"
    shown(page, 0)


@pytest.mark.parametrize("watched", [{}, {"viewport": {"width": 390, "height": 844}}], indirect=True)
@pytest.mark.parametrize("medium", ["screen", "print"])
def test_captions_and_paragraphs_begin_at_the_same_place(pictured: Path, watched: Watched, medium: str) -> None:
    page = watched.page
    page.emulate_media(media=medium)  # type: ignore[arg-type]
    for name in (BRIDGE, SLOGAN_OF_TWO):
        page.goto((pictured / f"{name}.html").as_uri())
        lefts = page.locator(".s > .zh").evaluate_all("all => all.map(one => one.getBoundingClientRect().left)")
        assert len(lefts) > 1
        assert max(lefts) - min(lefts) < 1, name


def sheets(page: Page) -> int:
    """How many sheets of A4 the page fills."""
    found = list(PDFPage.get_pages(io.BytesIO(page.pdf(format="A4"))))
    assert {round(sheet.mediabox[2] / 72 * 25.4) for sheet in found} == {210}
    return len(found)


def test_the_page_on_paper_is_a_handout(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    whole = sheets(page)
    assert 2 <= whole <= 3
    page.evaluate("document.documentElement.dataset.vocabulary = '0'")
    assert sheets(page) < whole
    expect(page.locator(".vocabulary")).to_be_visible()  # on the screen it stays
    page.emulate_media(media="print")
    expect(page.locator(".vocabulary")).to_be_hidden()


def test_a_slogan_fits_on_one_sheet(site: Path, watched: Watched) -> None:
    watched.page.goto((site / SLOGAN).as_uri())
    assert sheets(watched.page) == 1


def test_paper_has_no_controls_and_the_choices_of_the_reader(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    page.locator("#show-english").uncheck()
    page.emulate_media(media="print", color_scheme="dark")
    for gone in (".bar", ".tools", ".kit", ".turn", ".foot a", ".text .en", ".spread", ".subjects", ".title > .no"):
        assert not page.locator(gone).first.is_visible(), gone
    for there in (".crumb", ".title.zh", ".credit", ".text .zh", ".text rt", ".vocabulary", ".foot"):
        expect(page.locator(there).first).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    expect(page.locator(".s > .no").nth(1)).to_have_text("2")


def test_the_address_stands_on_paper_where_there_is_one(site: Path, pictured: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    assert page.locator(".printed").count() == 0
    page.goto((pictured / f"{BRIDGE}.html").as_uri())
    expect(page.locator(".printed")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".printed")).to_have_text(f"https://example.org/a/{BRIDGE}.html")
