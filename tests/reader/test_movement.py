"""Nothing moves by itself: not while a page is opened and read, nor on the way to a sentence far below."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import BROWSER, Watched
from tests.reader.conftest import PHONE

pytestmark = BROWSER
LONG = "honghuagang-buildings/tansuo-hongse-meili-loudong-jianshe.html"
SHIFTS = """(() => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
  }).observe({ type: "layout-shift", buffered: true });
})()"""
SCROLL = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
    scrollTo({ top: y, behavior: "instant" });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }
  return window.shifts;
}"""
SKIPPED = """() => [...document.querySelectorAll(".par")]
  .filter((par) => !par.firstElementChild.checkVisibility({ contentVisibilityAuto: true })).length"""


def settled(page: Page) -> None:
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.mark.parametrize("watched", [PHONE, {}], indirect=True, ids=["phone", "desktop"])
@pytest.mark.parametrize("name", [LONG, "index.html", "offline.html"])
def test_nothing_shifts_while_a_page_is_opened_and_scrolled_through(site: Path, watched: Watched, name: str) -> None:
    page = watched.page
    page.add_init_script(SHIFTS)
    page.goto((site / name).as_uri())
    assert page.evaluate(SCROLL) == []


def test_far_text_is_laid_out_later_and_a_link_into_it_still_arrives(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / LONG).as_uri())
    assert page.evaluate(SKIPPED) > 3
    last = page.locator(".s").last.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{(site / LONG).as_uri()}#{last}")
    expect(page.locator(f"#{last}")).to_be_in_viewport()
    settled(page)
    assert abs(page.evaluate(f"document.getElementById('{last}').getBoundingClientRect().top")) < 120


def test_what_is_read_stays_while_what_is_above_gets_its_height(site: Path, watched: Watched) -> None:
    page = watched.page
    last = "document.querySelectorAll('.s')[document.querySelectorAll('.s').length - 1]"
    page.goto((site / LONG).as_uri())
    anchor = page.evaluate(f"{last}.id")
    page.goto("about:blank")
    page.goto(f"{(site / LONG).as_uri()}#{anchor}")
    settled(page)
    page.mouse.move(300, 300)
    for _ in range(8):
        before = page.evaluate(f"{last}.getBoundingClientRect().top")
        page.mouse.wheel(0, -200)
        page.wait_for_timeout(150)
        moved = page.evaluate(f"{last}.getBoundingClientRect().top") - before
        assert abs(moved - 200) <= 2


def test_on_paper_all_of_it_is_laid_out(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / LONG).as_uri())
    page.emulate_media(media="print")
    assert page.evaluate(SKIPPED) == 0


SWITCH = """(key) => {
  document.getElementById("show-pinyin").click();
  if (key) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  const boxes = [...document.querySelectorAll(".later")].map((block) => block.getBoundingClientRect());
  return [boxes.length, boxes.filter(({ top, bottom }) => bottom > 0 && top < innerHeight).length];
}"""


@pytest.mark.parametrize("watched", [PHONE], indirect=True)
def test_a_switch_acts_in_the_window_first_and_soon_around_it(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / LONG).as_uri())
    page.evaluate("scrollTo({ top: 1500, behavior: 'instant' })")
    settled(page)
    for _ in range(2):
        put_off, seen = page.evaluate(SWITCH)
        assert (put_off > 0, seen) == (True, 0)
        top = "duidu.anchored().top"
        before = page.evaluate(top)
        expect(page.locator(".later")).to_have_count(0)
        assert abs(page.evaluate(top) - before) < 3
    assert page.evaluate(SWITCH, "Shift") == [0, 0]  # a key may lead to any of it
