"""The front page, the newspaper pages and the lists in a real browser: ways lead somewhere, nothing runs over."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser import BROWSER, Watched
from tests.reader.conftest import ARTICLE, NO_SCRIPT, PHONE

pytestmark = BROWSER

ISSUE = "zunyi-red-spirit/index.html"
LISTS = ("archive.html", "tags.html", "authors.html", "places.html", "levels.html")
NEW = ("index.html", ISSUE, *LISTS, f"zh-Hant/{ISSUE}")


@pytest.mark.parametrize("watched", [{}, PHONE], indirect=True, ids=["light", "dark phone"])
def test_axe_finds_nothing_and_nothing_runs_over(site: Path, watched: Watched) -> None:
    for name in NEW:
        watched.page.goto((site / name).as_uri())
        assert watched.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        result = Axe().run(watched.page)
        assert result.violations_count == 0, (name, result.generate_report())


@pytest.mark.parametrize("watched", [{"viewport": {"width": 320, "height": 600}}], indirect=True)
def test_nothing_runs_over_at_400_per_cent_and_no_page_complains(site: Path, watched: Watched) -> None:
    for name in NEW:
        watched.page.goto((site / name).as_uri())
        assert watched.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    assert watched.complaints == []


@NO_SCRIPT
def test_from_the_front_page_to_an_article_and_back(server: str, watched: Watched) -> None:
    page = watched.page
    page.goto(server)
    page.locator(".page h2 a").first.click()
    page.wait_for_url(f"**/{ISSUE}")
    page.locator(".teasers a").first.click()
    page.wait_for_url("**/zunyi-hongse-jingshen-renren-chuan.html")
    page.locator(".turn .up").click()
    page.wait_for_url(f"**/{ISSUE}")
    page.locator('.turn [rel="next"]').click()
    page.wait_for_url("**/honghuagang-buildings/index.html")
    page.locator(".ways a").first.click()
    expect(page.locator(".masthead")).to_be_visible()


def test_each_area_of_the_picture_leads_to_its_article_and_says_what_it_is(server: str, watched: Watched) -> None:
    page = watched.page
    page.goto(server + ISSUE)
    areas = page.locator(".broadsheet a")
    listed = page.locator(".teasers > li > a")
    assert areas.count() == listed.count() == 8
    hrefs = [[link.get_attribute("href") for link in links.all()] for links in (areas, listed)]
    assert hrefs[0] == hrefs[1]
    named = page.get_by_role("link", name="用心用情服务群众 · 438")
    expect(named).to_have_count(1)
    named.focus()
    named.press("Enter")
    page.wait_for_url(f"**/{ARTICLE}")


def test_an_article_leads_to_the_lists_it_stands_in(server: str, watched: Watched) -> None:
    page = watched.page
    for name in ("tags", "authors", "places", "levels"):
        page.goto(server + ARTICLE)
        link = page.locator(f".subjects .{name} a").first
        link.scroll_into_view_if_needed()  # far text takes its height on the way there
        link.click()
        page.wait_for_url(f"**/{name}.html#*")
        target = page.locator(":target")
        expect(target).to_be_in_viewport()
        assert target.locator(f'a[href$="{ARTICLE.rpartition("/")[2]}"]').count() == 1


def test_tags_are_in_the_script_of_the_page(server: str, watched: Watched) -> None:
    watched.page.goto(f"{server}zh-Hant/tags.html")
    expect(watched.page.locator(".entry h2", has_text="鄉村振興")).to_be_visible()
    assert watched.page.locator(".entry h2", has_text="乡村振兴").count() == 0


@pytest.mark.parametrize("watched", [{"forced_colors": "active"}], indirect=True)
def test_the_picture_can_be_seen_in_forced_colours(site: Path, watched: Watched) -> None:
    watched.page.goto((site / ISSUE).as_uri())
    style = "element => [getComputedStyle(element).fill, getComputedStyle(element).stroke]"
    fill, stroke = watched.page.locator(".broadsheet .area").first.evaluate(style)
    assert fill != stroke
    assert stroke != "none"
