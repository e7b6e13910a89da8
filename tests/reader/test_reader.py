"""The published site in a real browser, from disk and from a sub-path of a web server.

The browser is the system's Chromium (`apt-get install chromium fonts-noto-cjk`); without one these tests are skipped.
Set DUIDU_SCREENSHOTS to a folder to keep pictures of the main pages.
"""

from __future__ import annotations

import os
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser import BROWSER, Watched
from tests.reader.conftest import ARTICLE, NO_SCRIPT, PAGES, PHONE

pytestmark = BROWSER


def visible(page: Page, selector: str) -> bool:
    return page.locator(selector).first.is_visible()


# ---------------------------------------------------------------- from disk


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_from_disk_without_complaint_and_asks_for_nothing_else(
    site: Path, watched: Watched, name: str
) -> None:
    watched.page.goto((site / name).as_uri())
    assert watched.page.title()
    assert watched.complaints == []
    assert len(watched.requests) >= 3
    assert all(url.startswith(site.as_uri()) for url in watched.requests)


@NO_SCRIPT
def test_switches_work_without_javascript(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    assert visible(page, ".text rt")
    assert visible(page, ".text .en")
    page.locator("#show-pinyin").uncheck()
    assert not visible(page, ".text rt")
    assert visible(page, ".text ruby")
    page.locator("#show-english").uncheck()
    assert not visible(page, ".text .en")
    assert not visible(page, ".head .en")
    assert visible(page, ".text .zh")
    page.locator("#show-pinyin").check()
    assert visible(page, ".text rt")


@NO_SCRIPT
def test_the_vocabulary_needs_no_script(site: Path, watched: Watched) -> None:
    watched.page.goto((site / ARTICLE).as_uri())
    entry = watched.page.locator("#vocabulary dt", has_text="群众").first
    expect(entry).to_contain_text("qúnzhòng")
    expect(entry.locator("+ dd")).to_contain_text("masses")


def test_the_line_of_running_pinyin_is_shown_by_its_switch(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    assert not visible(page, ".text .py")
    page.locator(".more").click()
    page.locator("#show-running").check()
    assert visible(page, ".text .py")
    assert page.locator(".head .py").first.inner_text()[:1].isupper()


def test_a_gloss_says_what_else_the_word_may_be(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    word = page.locator(".text [data-v]").first
    word.evaluate("word => { word.title = 'or zhǎng'; }")
    word.click()
    expect(page.locator("#gloss")).to_contain_text("此处不能确定：or zhǎng")


def test_a_gloss_opens_by_keyboard(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-v]')"):
            break
    assert page.evaluate("document.activeElement.matches('[data-v]')")
    page.keyboard.press("ArrowRight")
    focused = page.evaluate("document.activeElement.firstChild.textContent")
    page.keyboard.press("Enter")
    gloss = page.locator("#gloss")
    expect(gloss).to_be_visible()  # its script is loaded when the first one is asked for
    expect(gloss).to_contain_text(focused)
    page.keyboard.press("ArrowRight")
    expect(gloss.locator("dt")).not_to_contain_text(focused)
    expect(gloss).to_be_visible()
    page.keyboard.press("Escape")
    expect(gloss).to_be_hidden()
    assert page.evaluate("document.activeElement.matches('[data-v]')")
    assert watched.complaints == []


def test_only_one_word_is_in_the_tab_order(site: Path, watched: Watched) -> None:
    watched.page.goto((site / ARTICLE).as_uri())
    assert watched.page.locator("[data-v][tabindex='0']").count() == 1
    watched.page.locator("[data-v]").nth(20).click()
    assert watched.page.locator("[data-v][tabindex='0']").count() == 1


def test_a_gloss_opens_by_click_and_closes_by_a_second(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    word = page.locator(".text [data-v]").nth(6)
    word.click()
    expect(page.locator("#gloss")).to_contain_text(word.evaluate("word => word.firstChild.textContent"))
    word.click()
    assert not page.locator("#gloss").is_visible()
    other = page.locator(".text [data-v]").nth(9)
    word.click()
    other.click()
    expect(page.locator("#gloss dt")).to_contain_text(other.evaluate("word => word.firstChild.textContent"))


@pytest.mark.parametrize("watched", [PHONE], indirect=True)
def test_on_a_phone_nothing_is_wider_than_the_screen(site: Path, watched: Watched) -> None:
    for name in PAGES:
        watched.page.goto((site / name).as_uri())
        assert watched.page.evaluate("document.documentElement.scrollWidth") <= 390, name
    watched.page.goto((site / ARTICLE).as_uri())
    watched.page.locator(".text [data-v]").nth(40).click()
    box = watched.page.locator("#gloss").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


def test_no_line_begins_with_a_mark_that_must_not(site: Path, watched: Watched) -> None:
    """GB/T 15834-2011, 5.1: 。，、；：！？ and closing marks do not begin a line, at any width."""
    find = """() => {
      const bad = [];
      for (const paragraph of document.querySelectorAll('.text .zh')) {
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        let last = null;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node.parentElement.tagName === 'RT') continue;
          for (let i = 0; i < node.length; i++) {
            const range = document.createRange();
            range.setStart(node, i); range.setEnd(node, i + 1);
            const box = range.getBoundingClientRect();
            if (last && box.left < last.left && '。，、；：！？”’》）'.includes(node.data[i])) bad.push(node.data);
            last = box;
          }
        }
      }
      return bad;
    }"""
    for width in (360, 390, 700, 1200):
        watched.page.set_viewport_size({"width": width, "height": 800})
        watched.page.goto((site / ARTICLE).as_uri())
        assert watched.page.evaluate(find) == [], width


def test_no_word_breaks_across_lines(site: Path, watched: Watched) -> None:
    find = """() => [...document.querySelectorAll('.text ruby')].filter((word) => {
      const range = document.createRange();
      range.selectNodeContents(word.firstChild);
      return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1;
    }).map((word) => word.firstChild.textContent)"""
    for width in (360, 700, 1200):
        watched.page.set_viewport_size({"width": width, "height": 800})
        watched.page.goto((site / ARTICLE).as_uri())
        assert watched.page.evaluate(find) == [], width


def test_pinyin_is_not_copied(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.text .zh'))")
    copied = page.evaluate("String(getSelection())")
    assert copied.startswith("“让我现场")
    assert "ràng" not in copied


# ---------------------------------------------------------------- from a server


def test_the_site_works_under_a_sub_path(server: str, watched: Watched) -> None:
    page = watched.page
    page.goto(server)
    page.get_by_role("link", name="用心用情服务群众").click()
    page.wait_for_url(server + ARTICLE)
    page.get_by_role("link", name="繁體").click()
    page.wait_for_url(f"{server}zh-Hant/{ARTICLE}")
    assert page.locator("html").get_attribute("lang") == "zh-Hant"
    assert "服務" in page.locator("h1").inner_text()
    page.locator("a[rel=next]").click()
    page.wait_for_url(lambda url: url != f"{server}zh-Hant/{ARTICLE}")
    assert page.url.startswith(f"{server}zh-Hant/zunyi-red-spirit/")
    page.locator("a.brand").click()
    page.wait_for_url(f"{server}zh-Hant/index.html")
    assert watched.complaints == []
    assert all(url.startswith(server) for url in watched.requests)


def test_switches_are_remembered_from_page_to_page(server: str, watched: Watched) -> None:
    page = watched.page
    page.goto(server + ARTICLE)
    page.locator("#show-pinyin").uncheck()
    page.locator("a[rel=next]").click()
    page.wait_for_url(lambda url: url != server + ARTICLE)  # by its load event the page's script has run
    expect(page.locator("#show-pinyin")).not_to_be_checked()
    expect(page.locator(".text rt").first).to_be_hidden()
    expect(page.locator("#show-english")).to_be_checked()


def test_a_switch_keeps_the_sentence_in_its_place(server: str, watched: Watched) -> None:
    page = watched.page
    page.goto(server + ARTICLE)
    sentence = page.locator(".s").nth(5)
    sentence.evaluate("s => scrollTo({top: scrollY + s.getBoundingClientRect().top - 80, behavior: 'instant'})")
    _painted(page)  # what comes into the window is laid out when it is
    before = sentence.evaluate("s => s.getBoundingClientRect().top")
    box = page.locator("label:has(#show-pinyin)").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 5, box["y"] + 20)  # a locator's own click would scroll first
    expect(page.locator("#show-pinyin")).not_to_be_checked()
    _painted(page)
    assert abs(sentence.evaluate("s => s.getBoundingClientRect().top") - before) < 3


def _painted(page: Page) -> None:
    """Wait until the window has been painted twice: what a script puts off until then is done."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


# ---------------------------------------------------------------- everyone


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("watched", [{}, PHONE], indirect=True, ids=["light", "dark phone"])
def test_axe_finds_nothing(site: Path, watched: Watched, name: str) -> None:
    watched.page.goto((site / name).as_uri())
    if watched.page.locator(".text [data-v]").count():
        watched.page.locator(".text [data-v]").first.click()
    result = Axe().run(watched.page)
    assert result.violations_count == 0, result.generate_report()


class Links(HTMLParser):
    """Every address in a page, and every id."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value is not None:
                self.targets.append(value)
            elif name == "id" and value is not None:
                self.ids.append(value)


def test_every_link_is_relative_and_leads_to_something(site: Path) -> None:
    pages = {path: Links(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    assert len(pages) > 20
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), path
        for target in page.targets:
            parts = urlsplit(target)
            assert not parts.scheme
            assert not parts.path.startswith("/")
            place = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert place.is_file(), f"{path}: {target}"
            if parts.fragment:
                assert unquote(parts.fragment) in pages[place].ids, f"{path}: {target}"


@pytest.mark.skipif("DUIDU_SCREENSHOTS" not in os.environ, reason="DUIDU_SCREENSHOTS names no folder")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_pictures_of_the_main_pages(site: Path, browser: Browser, scheme: str, width: int) -> None:
    folder = Path(os.environ["DUIDU_SCREENSHOTS"])
    folder.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        bypass_csp=True,
    )
    page = context.new_page()
    for name in (*PAGES, "zunyi-red-spirit/index.html", "search.html", "words.html", "offline.html"):
        page.goto((site / name).as_uri() + ("?q=红色" if name == "search.html" else ""))
        if name == "search.html":
            page.locator("#search[data-shown]").wait_for()
        page.add_style_tag(content="* { content-visibility: visible !important }")
        picture = folder / f"{name.replace('/', '_').removesuffix('.html')}-{width}-{scheme}.png"
        page.screenshot(path=picture, full_page=True)
        assert picture.stat().st_size > 0
    context.close()
