"""The pop-over of a word: by hand, by touch, by keys, in small windows; the words that the reader knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser import BROWSER, Watched
from tests.reader.conftest import ARTICLE, PHONE

pytestmark = BROWSER
TOUCH = {**PHONE, "has_touch": True}
# What the search part would be; its answer waits until the test lets it go.
SEARCH = """duidu.search = { occurrences: (key, limit) => new Promise((answer) => {
  window.release = (here) => answer([
    { href: "page/a.html#" + here, chinese: "这一句。", english: "This one.", title: "a" },
    { href: "page/b.html#s1", chinese: key + "在别处。", english: "Elsewhere.", title: "b" },
  ].slice(0, limit)); }) };"""

# The Chinese of a sentence without the pinyin over it.
TEXT = """zh => { const copy = zh.cloneNode(true); for (const rt of copy.querySelectorAll("rt, a")) rt.remove();
    return copy.textContent.trim(); }"""
# Its script has run, and what it may open is open.
LOADED = """new Promise((yes) => { const look = () => (duidu.gloss
    ? requestAnimationFrame(() => requestAnimationFrame(yes)) : setTimeout(look, 10)); look(); })"""
ASKED = "new Promise((yes) => { const look = () => (window.release ? yes() : setTimeout(look, 10)); look(); })"


def opened(site: Path, watched: Watched, variant: str = "") -> Page:
    watched.page.goto((site / variant / ARTICLE).as_uri())
    return watched.page


def word(page: Page, text: str) -> Locator:
    """The first word of the text that is written so; the ruby text is no part of it."""
    number = page.evaluate(
        """text => [...document.querySelectorAll(".text [data-v]")]
        .findIndex((word) => word.firstChild.textContent === text)""",
        text,
    )
    assert number >= 0, text
    return page.locator(".text [data-v]").nth(number)


def gloss(page: Page) -> Locator:
    return page.locator("#gloss")


def box(of: Locator) -> dict[str, float]:
    found = of.evaluate(
        "e => { const { top, bottom, left, right } = e.getBoundingClientRect(); return { top, bottom, left, right }; }"
    )
    return dict(found)


def focus(page: Page) -> str:
    """Where the focus is: in the pop-over, on the word whose it is, or elsewhere."""
    return str(
        page.evaluate("""() => { const at = document.activeElement;
        return at.closest("#gloss") ? "gloss" : at.matches("[data-v]") ? "word" : "elsewhere"; }""")
    )


# ---------------------------------------------------------------- what it says


def test_it_says_all_that_is_known_of_a_word(site: Path, watched: Watched) -> None:
    page = opened(site, watched)
    word(page, "群众").click()
    for part in ("群众（羣衆） qúnzhòng", "the people; the masses", "HSK 3.0: 6 (2.0: 6) · 本文出现 "):
        expect(gloss(page)).to_contain_text(part)
    assert gloss(page).locator("dt span").get_attribute("lang") == "zh-Latn-pinyin"
    assert not gloss(page).locator("[id]").count()
    assert watched.complaints == []


def test_on_a_traditional_page_the_other_script_is_the_simplified_one(site: Path, watched: Watched) -> None:
    page = opened(site, watched, "zh-Hant")
    word(page, "服務").click()
    expect(gloss(page).locator("dt")).to_have_text("服務（服务） fúwù")


def test_a_name_says_whose_it_is_and_how_it_is_spelt_in_english(site: Path, watched: Watched) -> None:
    page = opened(site, watched)
    page.locator(".text .n[data-v]").first.click()
    assert "地名" in gloss(page).locator("dd").inner_text()


def test_it_is_a_named_dialog_and_a_live_region_says_once_what_it_shows(site: Path, watched: Watched) -> None:
    page = opened(site, watched)
    word(page, "群众").click()
    expect(page.get_by_role("dialog", name="群众（羣衆） qúnzhòng")).to_be_visible()
    expect(page.locator("#say")).to_contain_text("the masses")
    assert page.locator("#say span").first.get_attribute("lang") == "zh"
    assert page.locator(".open").get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert page.locator("[data-v][tabindex]").get_attribute("aria-expanded") == "false"


def test_other_sentences_lead_to_where_they_stand(site: Path, watched: Watched) -> None:
    page = opened(site, watched)
    word(page, "服务").click()
    link = gloss(page).locator("p a").first
    expect(link).to_contain_text("服务")
    assert watched.complaints == []
    chinese = link.inner_text()
    link.click()
    page.wait_for_url(lambda url: "#s" in url)
    assert page.locator(":target .zh, .zh:target").evaluate(TEXT) == chinese


@pytest.mark.parametrize("watched", [{"service_workers": "block"}], indirect=True)
def test_other_sentences_come_later_and_move_nothing(server: str, watched: Watched) -> None:
    page = watched.page
    page.goto(server + ARTICLE)
    page.route("**/theme/search.js", lambda route: route.fulfill(body=SEARCH, content_type="text/javascript"))
    for size in ({"width": 1280, "height": 900}, {"width": 390, "height": 844}):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        for place in ("start", "end"):
            page.evaluate("window.release = null")
            there = word(page, "群众")
            there.evaluate("(word, block) => word.scrollIntoView({ block, behavior: 'instant' })", place)
            there.evaluate("word => word.click()")
            expect(gloss(page).locator("dt")).to_be_visible()
            page.evaluate(ASKED)
            before = box(gloss(page).locator("dt")), box(there)
            page.evaluate("here => release(here)", there.evaluate("word => word.closest('[id]').id"))
            expect(gloss(page).locator("h3")).to_have_text("其他例句")
            assert (box(gloss(page).locator("dt")), box(there)) == before
            link = gloss(page).locator("div a", has_text="群众在别处。")
            assert link.get_attribute("href") == "../page/b.html#s1"
            assert "这一句" not in gloss(page).inner_text()
            page.keyboard.press("Escape")
            expect(gloss(page)).to_be_hidden()


def test_a_word_that_stands_nowhere_else_says_so(site: Path, watched: Watched) -> None:
    page = opened(site, watched)
    word(page, "果肉").click()
    expect(gloss(page).locator(".told")).to_contain_text("没有找到其他例句")
    word(page, "群众").click()
    expect(gloss(page).locator("h3")).to_have_text("其他例句")
    expect(gloss(page).locator(".told")).not_to_contain_text("没有找到")


# ---------------------------------------------------------------- where it stands


@pytest.mark.parametrize("watched", [TOUCH], indirect=True)
def test_a_tap_opens_a_sheet_at_the_foot_that_leaves_the_word_in_sight(site: Path, watched: Watched) -> None:
    page = opened(site, watched)
    there = page.locator(".text [data-v]").nth(40)
    there.evaluate(
        "word => scrollBy({ top: word.getBoundingClientRect().bottom - innerHeight + 20, behavior: 'instant' })"
    )
    there.tap()
    expect(gloss(page)).to_be_visible()
    sheet = box(gloss(page))
    assert (sheet["left"], sheet["right"], sheet["bottom"]) == (0, 390, 844)
    assert box(there)["bottom"] <= sheet["top"]
    there.tap()
    expect(gloss(page)).to_be_hidden()


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (600, 700), (320, 256)])
def test_it_is_never_outside_the_window_nor_over_its_word(
    site: Path, watched: Watched, width: int, height: int
) -> None:
    """A window of 1280 by 1024 at 400 % is one of 320 by 256."""
    page = opened(site, watched)
    page.set_viewport_size({"width": width, "height": height})
    for number in (0, 7, 31, 90):
        there = page.locator(".text [data-v]").nth(number)
        for block in ("start", "end"):
            there.evaluate("(word, block) => word.scrollIntoView({ block, behavior: 'instant' })", block)
            there.evaluate("word => word.click()")
            expect(gloss(page)).to_be_visible()
            own, around = box(there), box(gloss(page))
            assert around["left"] >= 0
            assert around["top"] >= 0
            assert around["right"] <= width
            assert around["bottom"] <= height
            assert own["bottom"] <= around["top"] + 1 or own["top"] >= around["bottom"] - 1
            expect(gloss(page).locator("button")).to_be_in_viewport(ratio=0.9)
            page.keyboard.press("Escape")


# ---------------------------------------------------------------- keys


def test_tab_leads_into_it_and_out_again(site: Path, watched: Watched) -> None:
    page = opened(site, watched)
    there = word(page, "群众")
    there.click()
    expect(gloss(page).locator("h3")).to_be_visible()  # the other sentences, whose links are stops, too, come later
    assert focus(page) == "word"
    page.keyboard.press("Tab")
    assert focus(page) == "gloss"
    page.keyboard.press("Shift+Tab")
    assert focus(page) == "word"
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(gloss(page)).to_be_hidden()
    assert focus(page) == "word"
    page.keyboard.press("Enter")
    expect(gloss(page).locator("h3")).to_be_visible()
    stops = gloss(page).locator("a, button").count()
    for _ in range(stops):
        page.keyboard.press("Tab")
        assert focus(page) == "gloss"
    page.keyboard.press("Tab")
    expect(gloss(page)).to_be_hidden()
    assert focus(page) == "elsewhere"


def test_it_closes_by_a_click_elsewhere_and_when_its_word_is_scrolled_away(site: Path, watched: Watched) -> None:
    page = opened(site, watched)
    there = word(page, "群众")
    there.click()
    expect(gloss(page)).to_be_visible()
    page.mouse.click(5, 300)
    expect(gloss(page)).to_be_hidden()
    there.click()
    page.mouse.wheel(0, 40)
    expect(gloss(page)).to_be_visible()
    page.evaluate("scrollBy({ top: 3 * innerHeight, behavior: 'instant' })")
    expect(gloss(page)).to_be_hidden()


@pytest.mark.parametrize("watched", [{"service_workers": "block"}], indirect=True)  # which no route holds back
@pytest.mark.parametrize("away", ["a press", "Escape"])
def test_it_does_not_open_late_for_a_reader_who_has_turned_away(server: str, watched: Watched, away: str) -> None:
    """Its script comes when the first word is pressed, which may take a while."""
    page = watched.page
    waiting: list[Route] = []
    page.route("**/theme/gloss.js", lambda route: waiting.append(route))
    page.goto(server + ARTICLE)
    with page.expect_request("**/theme/gloss.js"):
        word(page, "群众").click()
    while not waiting:  # the request is seen before it is held
        page.wait_for_timeout(10)
    if away == "Escape":
        page.keyboard.press("Escape")
    else:
        page.mouse.click(5, 300)
    with page.expect_response("**/theme/gloss.js"):
        waiting[0].continue_()
    page.evaluate(LOADED)
    expect(gloss(page)).to_be_hidden()
    word(page, "群众").click()
    expect(gloss(page)).to_be_visible()


def test_its_link_leads_to_the_entry_even_where_known_words_are_hidden(site: Path, watched: Watched) -> None:
    page = opened(site, watched)
    word(page, "群众").click()
    gloss(page).locator("button").click()
    page.locator("#vocabulary label").click()
    entry = page.locator("dt", has_text="群众（").first
    expect(entry).to_be_hidden()
    word(page, "群众").click()
    gloss(page).locator("a").last.click()
    expect(gloss(page)).to_be_hidden()
    expect(entry).to_be_in_viewport()


# ---------------------------------------------------------------- known words


def test_a_word_marked_as_known_is_known_after_a_reload_and_in_the_other_script(site: Path, watched: Watched) -> None:
    page = opened(site, watched)
    all_ = page.locator("dt:not(.name)").count()
    expect(page.locator("#tally")).to_have_text(f"已认识 0／{all_} 个词")
    word(page, "服务").click()
    button = gloss(page).locator("button")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(page.locator("#tally")).to_have_text(f"已认识 1／{all_} 个词")
    expect(page.locator("dt.known")).to_have_text("服务（服務） fúwù")
    opened(site, watched, "zh-Hant")
    expect(page.locator("dt.known")).to_have_text("服務（服务） fúwù")
    assert "known" in str(word(page, "服務").get_attribute("class"))
    word(page, "服務").click()
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(page.locator("dt.known")).to_have_count(0)
    assert watched.complaints == []


def test_m_marks_the_word_that_has_the_focus(site: Path, watched: Watched) -> None:
    page = opened(site, watched)
    page.keyboard.press("m")
    assert page.evaluate("duidu.known.all().size") == 0
    word(page, "服务").click()
    page.keyboard.press("m")
    expect(page.locator("#say")).to_have_text("已标为认识：服务")
    expect(gloss(page).locator("button")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    page.keyboard.press("m")
    expect(page.locator("#say")).to_have_text("已标为不认识：服务")
    assert page.evaluate("duidu.known.has('服务')") is False


def test_known_words_can_be_hidden_in_the_vocabulary_and_stay_so(site: Path, watched: Watched) -> None:
    page = opened(site, watched)
    page.evaluate("duidu.known.set('服务', true)")
    entry = page.locator("dt.known")
    expect(entry.locator("+ dd")).to_be_visible()
    page.locator("#vocabulary input").check()
    expect(entry).to_be_hidden()
    expect(entry.locator("+ dd")).to_be_hidden()
    page.reload()
    expect(page.locator("#vocabulary input")).to_be_checked()
    expect(page.locator("dt.known")).to_be_hidden()
    expect(page.locator("dt").first).to_be_visible()


# ---------------------------------------------------------------- everyone


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_with_it_open(site: Path, watched: Watched, width: int, scheme: str) -> None:
    page = opened(site, watched)
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.evaluate("for (const key of ['服务', '的', '群众']) duidu.known.set(key, true)")
    word(page, "群众").evaluate("word => { word.title = '或 zhǎng'; }")
    word(page, "群众").click()
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()
    page.goto((site / "words.html").as_uri())
    expect(page.locator("#list li")).to_have_count(3)
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()
