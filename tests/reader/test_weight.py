"""What an article does not need at first it does not load at first."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser import BROWSER, Watched
from tests.reader.conftest import ARTICLE

pytestmark = BROWSER


def test_the_help_is_loaded_when_wanted_and_speaks_the_language_of_the_page(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    assert not [url for url in watched.requests if url.endswith(("help.js", "-more.js", "search.js"))]
    page.keyboard.press("?")
    expect(page.locator("dialog[open]")).to_contain_text("下一句")
    expect(page.locator("dialog[open]")).not_to_contain_text("Close")
    scripts = [url.rsplit("/", 1)[-1] for url in watched.requests if url.endswith(".js")]
    assert scripts[-2:] == ["zh-Hans-more.js", "help.js"]
    assert watched.complaints == []
