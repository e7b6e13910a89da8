"""Reading without a network: what is visited is kept, all of it when asked, and versions never mix."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from rcssmin import cssmin

from tests.browser import BROWSER, Watched
from tests.reader.conftest import REPOSITORY
from tests.support import build, edit

pytestmark = BROWSER
GOLDEN = REPOSITORY / "tests/golden/input"
ARTICLE = "qingshi/xiaoqiao-lian-qi-liang-ge-cun.html"
OTHER = "qingshi/jieyue-yongshui-renren-youze.html"
CATALOGUE = "content/translations/en/qingshi/xiaoqiao-lian-qi-liang-ge-cun.po"
BEFORE, AFTER = "A small bridge joins two villages", "A bridge has joined two villages"
STATE = "#offline"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("offline") / "edition"
    shutil.copytree(GOLDEN, root / "content")
    build(root)
    return root


@pytest.fixture(scope="module")
def fetched() -> list[str]:
    """The paths of the site that the server has been asked for, in full or only whether they have changed."""
    return []


@pytest.fixture(scope="module")
def server(edition: Path, fetched: list[str]) -> Iterator[str]:
    """The site under a sub-path; like GitHub Pages, it lets browsers use a file for ten minutes without asking."""

    class Quiet(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            fetched.append(self.path.removeprefix("/output/"))
            super().do_GET()

        def end_headers(self) -> None:
            self.send_header("Cache-Control", "max-age=600")
            super().end_headers()

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    running = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(edition)))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/output/"
    running.shutdown()


def visit(page: Page, address: str) -> None:
    """Open a page and wait until it is kept."""
    page.goto(address)
    expect(page.locator(STATE)).not_to_be_empty()


# Of which version the browser has all files, and whether the worker is of it.
COMPLETE = """async () => {
  const mark = await caches.match("/output/.whole");
  const version = mark?.headers.get("x-duidu-digest");
  return Boolean(version) && (await (await fetch("/output/sw.js", { cache: "no-store" })).text()).includes(version);
}"""


def offline(page: Page, on: bool = True) -> BrowserContext:
    page.context.set_offline(on)
    return page.context


def test_a_visited_page_opens_without_a_network_and_another_says_that_it_is_not_kept(
    server: str, watched: Watched
) -> None:
    page = watched.page
    visit(page, server + ARTICLE)
    kept = page.locator(STATE).inner_text()
    offline(page)
    page.reload()
    expect(page.locator("h1")).to_contain_text("小桥")
    expect(page.locator(STATE)).to_have_text(kept)
    assert page.evaluate("getComputedStyle(document.querySelector('.bar')).position") == "sticky"
    page.goto(server)
    expect(page.locator(".masthead h1")).to_be_visible()
    page.goto(f"{server}zh-Hant-TW/{OTHER}")
    page.wait_for_url("**/zh-Hant-TW/offline.html?page=**")
    expect(page.locator("#missing")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "zh-Hant-TW"
    offline(page, on=False)
    page.locator("#again").click()
    page.wait_for_url(f"{server}zh-Hant-TW/{OTHER}")
    expect(page.locator(STATE)).not_to_be_empty()
    assert watched.complaints == [text for text in watched.complaints if "ERR_INTERNET_DISCONNECTED" in text]


def test_the_whole_edition_is_kept_when_asked_and_removed_again(server: str, watched: Watched) -> None:
    page = watched.page
    visit(page, f"{server}offline.html")
    assert page.evaluate(COMPLETE) is False
    page.locator("#keep-all").click()
    expect(page.locator("#keep-all")).to_be_hidden()
    assert page.evaluate(COMPLETE) is True
    offline(page)
    page.goto(f"{server}zh-Hant-TW/{OTHER}")
    expect(page.locator("main .zh").first).to_be_visible()
    expect(page.locator(STATE)).not_to_be_empty()
    whole = page.locator(STATE).inner_text()
    page.goto(f"{server}offline.html")
    expect(page.locator("#keep-all")).to_be_hidden()
    page.locator("#keep-remove").click()
    expect(page.locator("#keep-all")).to_be_visible()
    page.goto(f"{server}zh-Hant-TW/{OTHER}")
    page.wait_for_url("**/offline.html?page=**")
    assert whole
    assert watched.complaints == [text for text in watched.complaints if "ERR_INTERNET_DISCONNECTED" in text]


def test_a_new_version_waits_until_the_reader_reloads_and_only_what_has_changed_is_fetched(
    server: str, edition: Path, fetched: list[str], watched: Watched
) -> None:
    page = watched.page
    visit(page, f"{server}offline.html")
    page.locator("#keep-all").click()
    expect(page.locator("#keep-all")).to_be_hidden()
    edit(edition / CATALOGUE, BEFORE, AFTER)
    build(edition)
    fetched.clear()
    page.goto(server + ARTICLE)
    expect(page.locator(f"{STATE} button")).to_be_visible()
    expect(page.locator("main")).to_contain_text(BEFORE)
    with page.expect_navigation():
        page.locator(f"{STATE} button").click()
    expect(page.locator("main")).to_contain_text(AFTER)
    page.goto(f"{server}offline.html")
    expect(page.locator("#keep-all")).to_be_hidden()
    assert page.evaluate(COMPLETE) is True
    assert f"zh-Hant-TW/{ARTICLE}" in fetched
    assert not {path for path in fetched if OTHER in path or path.startswith(("theme/", "ui/"))}
    assert len(page.evaluate("caches.keys()")) == 2
    offline(page)
    page.goto(f"{server}zh-Hant-TW/{ARTICLE}")
    expect(page.locator("main")).to_contain_text(AFTER)


@pytest.mark.parametrize(
    "watched", [{"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}], indirect=True
)
def test_on_a_phone_the_offer_of_a_new_version_is_there_and_in_nobodys_way(
    server: str, edition: Path, watched: Watched
) -> None:
    page = watched.page
    visit(page, server + ARTICLE)
    edit(edition / "content/edition.toml", 'title_en = "A tiny', 'title_en = "A very tiny')
    build(edition)
    page.reload()
    offer = page.locator(f"{STATE} button")
    expect(offer).to_be_in_viewport(ratio=1)
    offer.click(trial=True)  # nothing lies over it
    page.locator("#find").click(trial=True)


def test_a_page_that_is_not_kept_comes_whole_in_its_newer_version(server: str, edition: Path, watched: Watched) -> None:
    """Its text and its style sheet belong together, though an older style sheet is kept and still served."""
    page = watched.page
    visit(page, server)
    (edition / "theme").mkdir()
    styles = (REPOSITORY / "theme/duidu.css").read_text(encoding="utf-8")
    (edition / "theme/duidu.css").write_text(f"{cssmin(styles)}.bar {{ outline: 1px solid lime; }}\n", encoding="utf-8")
    edit(edition / "content/edition.toml", "The Duidu authors", "The newer authors")
    build(edition)
    page.goto(server + OTHER)
    expect(page.locator(".foot")).to_contain_text("The newer authors")
    assert page.evaluate("getComputedStyle(document.querySelector('.bar')).outlineStyle") == "solid"
    expect(page.locator(f"{STATE} button")).to_be_visible()
    page.goto(server)
    expect(page.locator(".foot")).to_contain_text("The Duidu authors")
    assert page.evaluate("getComputedStyle(document.querySelector('.bar')).outlineStyle") == "none"
