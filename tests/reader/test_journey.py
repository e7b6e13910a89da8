"""One reader's whole way through the edition: open, switch, peek, search, look up, mark, come back, offline."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import BROWSER, Watched
from tests.reader.conftest import ARTICLE, PHONE

pytestmark = BROWSER


def search_in_four_ways(page: Page, base: str) -> None:
    """By characters of either script, by pinyin and by English: each time the same article comes up."""
    for query in ("群众", "群眾", "qúnzhòng", "heart and soul"):
        page.goto(f"{base}search.html?q={query}")
        expect(page.locator(f"#hits a[href*='{Path(ARTICLE).name}']").first).to_be_visible()


def peek(page: Page) -> None:
    """Pinyin is hidden until its word is pressed."""
    word = page.locator(".text ruby").nth(4)
    expect(word.locator("rt")).to_have_css("visibility", "hidden")
    word.click()
    expect(word.locator("rt")).to_have_css("visibility", "visible")


def mark_by_keyboard(page: Page) -> str:
    """A word is opened and marked as known without a mouse; what it is."""
    word = page.locator(".text ruby[tabindex='0'], .head ruby[tabindex='0']").first
    word.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#gloss")).to_be_visible()
    page.keyboard.press("m")
    expect(page.locator("#gloss [aria-pressed='true']")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#gloss")).to_be_hidden()
    return word.evaluate("word => word.dataset.v")  # type: ignore[no-any-return]


def read(page: Page, base: str) -> str:
    """From the front page into an article, to its other script and back, and through it; the word marked."""
    page.goto(f"{base}index.html")
    page.locator(f".teasers a[href='{ARTICLE}']").click()
    page.wait_for_url(f"**/{ARTICLE}")
    page.locator(".scripts a[hreflang=zh-Hant]").click()
    page.wait_for_url(f"**/zh-Hant/{ARTICLE}")
    expect(page.locator("h1")).to_contain_text("服務")
    page.goto(f"{base}{ARTICLE}?pinyin=peek")
    peek(page)
    page.goto(f"{base}{ARTICLE}?pinyin=unknown")
    return mark_by_keyboard(page)


def test_from_a_server_and_then_without_one(server: str, watched: Watched) -> None:
    page = watched.page
    entry = read(page, server)
    search_in_four_ways(page, server)
    page.goto(f"{server}{ARTICLE}?pinyin=unknown")
    expect(page.locator(f"ruby[data-v='{entry}'] rt").first).to_be_hidden()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    page.reload()
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("h1")).to_contain_text("服务")
    expect(page.locator(f"ruby[data-v='{entry}'] rt").first).to_be_hidden()
    assert watched.complaints == []


@pytest.mark.parametrize("watched", [PHONE], indirect=True)
def test_from_disk_on_a_phone(site: Path, watched: Watched) -> None:
    base = site.as_uri() + "/"
    entry = read(watched.page, base)
    search_in_four_ways(watched.page, base)
    watched.page.goto(f"{base}{ARTICLE}?pinyin=unknown")
    expect(watched.page.locator(f"ruby[data-v='{entry}'] rt").first).to_be_hidden()
    assert watched.complaints == []
    assert all(url.startswith(("file:", "data:")) for url in watched.requests)
