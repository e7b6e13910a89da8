"""The review page in a real browser: by keyboard alone, in two tabs, and when the server is gone."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port

from duidu.commands import review_server
from duidu.content.translations import put_english
from duidu.model import English, Status
from tests.browser import BROWSER, Watched, browser, playwright, watched
from tests.commands.conftest import CATALOGUE
from tests.conftest import Silent

__all__ = ["browser", "playwright", "watched"]  # fixtures
pytestmark = BROWSER
KEY = CATALOGUE.removeprefix("content/translations/en/").removesuffix(".po")


@dataclass
class Running:
    """A review server in a thread of its own."""

    root: Path

    def __post_init__(self) -> None:
        self._started = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()))
        self._thread.start()
        self._started.wait()

    async def _serve(self) -> None:
        socket, self.port = bind_unused_port()
        server = HTTPServer(review_server.application(self.root, Silent(), self.port, "secret"))
        server.add_socket(socket)
        self._loop, self._end = asyncio.get_running_loop(), asyncio.Event()
        self._started.set()
        await self._end.wait()
        server.stop()
        await server.close_all_connections()

    def stop(self) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._end.set)
            self._thread.join()

    @property
    def article(self) -> str:
        return f"http://127.0.0.1:{self.port}/article/{KEY}?token=secret"

    @property
    def index(self) -> str:
        return f"http://127.0.0.1:{self.port}/?token=secret"


@pytest.fixture
def running(built: Path) -> Iterator[Running]:
    server = Running(built)
    yield server
    server.stop()


def english(root: Path, chinese: str) -> tuple[str, list[str]]:
    entry = polib.pofile(str(root / CATALOGUE)).find(chinese)
    assert entry is not None
    return entry.msgstr, entry.flags


def write(page: Page, text: str) -> None:
    """In the second sentence, the headline."""
    page.locator("textarea").nth(1).fill(text)


def test_an_article_is_reviewed_by_keyboard_alone(running: Running, watched: Watched, built: Path) -> None:
    page = watched.page
    page.goto(running.article)
    left = int(page.locator("#left").inner_text())
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.keyboard.type("A bridge joins two villages")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#said")).to_have_text("Reviewed.")
    assert english(built, "小桥连起两个村") == ("A bridge joins two villages", [])
    expect(page.locator("textarea").nth(2)).to_be_focused()
    page.keyboard.type("(Wang Xiaoming)")
    page.keyboard.press("Control+s")
    expect(page.locator("#said")).to_have_text("Saved as a draft.")
    assert english(built, "(记者 王小明) (张大山 文/图)") == ("(Wang Xiaoming)", ["fuzzy"])
    page.keyboard.press("Escape")
    page.keyboard.press("u")
    expect(page.locator("#said")).to_have_text("Taken back.")
    assert english(built, "(记者 王小明) (张大山 文/图)") == ("", [])
    expect(page.locator("#left")).to_have_text(str(left - 1))
    assert watched.complaints == []
    assert all(url.startswith((f"http://127.0.0.1:{running.port}/", "data:")) for url in watched.requests)


def test_what_is_not_saved_outlives_a_crash(running: Running, watched: Watched) -> None:
    page = watched.page
    page.goto(running.article)
    write(page, "Half a sen")
    page.goto("about:blank")  # as a crash: nobody says good-bye to the page
    page.goto(running.article)
    expect(page.locator("textarea").nth(1)).to_have_value("Half a sen")
    expect(page.locator(".label").nth(1)).to_have_text("not saved yet")
    page.locator(".drop").nth(1).click()
    expect(page.locator("textarea").nth(1)).to_have_value("")


def test_a_draft_from_before_a_colleagues_save_overwrites_nothing_unseen(
    running: Running, watched: Watched, built: Path
) -> None:
    page = watched.page
    page.goto(running.article)
    write(page, "Half a sen")
    page.goto("about:blank")
    put_english(built, KEY, ("title", "小桥连起两个村"), English("A colleague’s", Status.REVIEWED, ""))
    page.goto(running.article)
    expect(page.locator("textarea").nth(1)).to_have_value("Half a sen")
    page.locator(".review").nth(1).click()
    expect(page.locator(".conflict").nth(1)).to_contain_text("A colleague’s")
    assert english(built, "小桥连起两个村") == ("A colleague’s", [])
    page.get_by_role("button", name="Take that").click()
    expect(page.locator("textarea").nth(1)).to_have_value("A colleague’s")


def test_undo_keeps_what_is_being_written(running: Running, watched: Watched, built: Path) -> None:
    page = watched.page
    page.goto(running.article)
    write(page, "First")
    page.locator(".save").nth(1).click()
    expect(page.locator("#said")).to_have_text("Saved as a draft.")
    write(page, "First, and more")
    page.locator(".undo").nth(1).click()
    expect(page.locator("#said")).to_have_text("Taken back.")
    assert english(built, "小桥连起两个村") == ("", [])
    expect(page.locator("textarea").nth(1)).to_have_value("First, and more")
    expect(page.locator(".label").nth(1)).to_have_text("not saved yet")


def test_a_server_that_is_gone_loses_nothing(running: Running, watched: Watched) -> None:
    page = watched.page
    page.goto(running.article)
    write(page, "Written at the wrong moment")
    running.stop()
    page.locator(".review").nth(1).click()
    expect(page.locator("#said")).to_contain_text("Not saved: duidu serve does not answer.")
    expect(page.locator("textarea").nth(1)).to_have_value("Written at the wrong moment")
    expect(page.locator(".label").nth(1)).to_have_text("not saved yet")


def test_a_second_tab_follows_the_first(running: Running, watched: Watched) -> None:
    first, second = watched.page, watched.page.context.new_page()
    first.goto(running.article)
    second.goto(running.article)
    write(first, "One")
    first.locator(".review").nth(1).click()
    expect(second.locator("textarea").nth(1)).to_have_value("One")
    expect(second.locator(".label").nth(1)).to_have_text("reviewed")


def test_two_tabs_that_write_the_same_sentence_lose_nothing(running: Running, watched: Watched, built: Path) -> None:
    first, second = watched.page, watched.page.context.new_page()
    first.goto(running.article)
    second.goto(running.article)
    write(second, "Mine")
    write(first, "Theirs")
    first.locator(".review").nth(1).click()
    expect(second.locator("#said")).to_contain_text("saved in another tab")
    second.locator(".review").nth(1).click()
    expect(second.locator(".conflict").nth(1)).to_contain_text("Theirs")
    assert english(built, "小桥连起两个村") == ("Theirs", [])
    second.get_by_role("button", name="Keep mine").click()
    expect(second.locator("textarea").nth(1)).to_have_value("Mine")
    second.locator(".review").nth(1).click()
    expect(second.locator("#said")).to_have_text("Reviewed.")
    assert english(built, "小桥连起两个村") == ("Mine", [])


def test_only_what_is_open_can_be_shown(running: Running, watched: Watched) -> None:
    page = watched.page
    page.goto(running.article)
    write(page, "One")
    page.locator(".review").nth(1).click()
    expect(page.locator("#said")).to_have_text("Reviewed.")
    page.locator("#filter").select_option("open")
    expect(page.locator(".sentences > li").nth(1)).to_be_hidden()
    expect(page.locator(".sentences > li").nth(0)).to_be_visible()


@pytest.mark.parametrize("watched", [{}, {"color_scheme": "dark"}], indirect=True, ids=["light", "dark"])
def test_axe_finds_nothing(running: Running, watched: Watched) -> None:
    for address in (running.index, running.article):
        watched.page.goto(address)
        result = Axe().run(watched.page)
        assert result.violations_count == 0, result.generate_report()
    watched.page.locator(".sentences > li").nth(1).focus()
    watched.page.keyboard.press("?")
    expect(watched.page.locator("#help")).to_be_visible()
    result = Axe().run(watched.page)
    assert result.violations_count == 0, result.generate_report()


@pytest.mark.parametrize("watched", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_on_a_phone_nothing_is_wider_than_the_screen(running: Running, watched: Watched) -> None:
    watched.page.goto(running.article)
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= 390
