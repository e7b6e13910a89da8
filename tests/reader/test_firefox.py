"""The reader's whole way in the Firefox of the system: from disk under its strict rules, from a sub-path of a server.

It is driven over Marionette, which is in every Firefox; nothing but the browser is installed for it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from marionette_driver import By, Keys, Wait
from marionette_driver.marionette import Marionette, WebElement

from tests.reader.conftest import ARTICLE, PAGES, SLOGAN
from tests.reader.test_policy import ATTACK, FORBIDDEN

FIREFOX = next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(FIREFOX is None, reason="no Firefox: apt-get install firefox-esr fonts-noto-cjk"),
]
# What the browser says of pages and workers, since it was last asked: errors, warnings, what the policy stopped. When a
# page is left before its worker has answered, the browser says that it failed to load "", no address: nobody's fault.
COMPLAINTS = """
  const said = Services.console.getMessageArray().filter((one) => one instanceof Ci.nsIScriptError
    && !one.isFromChromeContext && !/^(resource|chrome|moz-\\w+):/.test(one.sourceName ?? "")
    && !one.errorMessage.startsWith("Failed to load ‘’. A ServiceWorker intercepted the request"));
  Services.console.reset();
  return said.map(String);
"""
WORD = "document.activeElement.closest('[data-v]')"
FOUND = "return [...document.querySelectorAll('#hits ul a')].map((link) => link.getAttribute('href')).sort()"


class Reader:
    """Firefox with one window, in which a reader looks, presses and types."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.firefox = Marionette(bin=FIREFOX, host="127.0.0.1", port=0, headless=True, gecko_log="-", prefs=PREFS)
        self.firefox.start_session()
        self.firefox.set_window_rect(width=1280, height=900)

    def open(self, path: str) -> None:
        self.firefox.navigate(self.base + path)

    def tell(self, script: str, *arguments: object) -> Any:
        """What a script says that runs as one of the page."""
        return self.firefox.execute_script(script, arguments, sandbox=None)

    def until(self, condition: str, *arguments: object) -> None:
        told = Wait(self.firefox, timeout=60, interval=0.02)
        told.until(lambda _: self.tell(f"return {condition}", *arguments), message=condition)

    def at(self, selector: str) -> WebElement:
        """The first such element, as soon as it is seen."""
        self.until("document.querySelector(arguments[0])?.checkVisibility({ visibilityProperty: true })", selector)
        return self.firefox.find_element(By.CSS_SELECTOR, selector)

    def press(self, keys: str) -> None:
        self.firefox.actions.sequence("key", "keys").send_keys(keys).perform()

    def style(self, selector: str, name: str) -> str:
        return self.tell("return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]", selector, name)

    def complaints(self) -> list[str]:
        with self.firefox.using_context("chrome"):
            return self.firefox.execute_script(COMPLAINTS)

    def offline(self, on: bool) -> None:
        with self.firefox.using_context("chrome"):
            self.firefox.execute_script("Services.io.offline = arguments[0]", [on])


# Without this one, a machine without a network still reaches its own servers.
PREFS = {"network.disable-localhost-when-offline": True}


@pytest.fixture(scope="module", params=["from disk", "from a server"])
def reader(request: pytest.FixtureRequest, site: Path, server: str) -> Iterator[Reader]:
    made = Reader(f"{site.as_uri()}/" if request.param == "from disk" else server)
    yield made
    made.firefox.quit()
    made.firefox.cleanup()


def search(reader: Reader, query: str) -> list[str]:
    """The sentences that a query finds, typed by a reader."""
    reader.open("search.html")
    reader.until("document.activeElement === document.querySelector('#search [name=q]')")
    reader.press(query)
    reader.until("document.getElementById('search').dataset.shown === arguments[0]", query)
    return reader.tell(FOUND)


def test_a_reader_goes_all_the_way(reader: Reader) -> None:
    reader.open("index.html")
    reader.at(f".teasers a[href='{ARTICLE}']").click()
    reader.until("location.pathname.endsWith(arguments[0])", ARTICLE)
    reader.at(".scripts a[hreflang=zh-Hant]").click()
    reader.until("document.querySelector('h1')?.textContent.includes('務')")

    # Pinyin and English, by their switches and by keys.
    reader.open(ARTICLE)
    for selector, switch, key in ((".text rt", "#show-pinyin", "p"), (".text .en", "#show-english", "e")):
        assert reader.style(selector, "display") != "none"
        reader.at(switch).click()
        reader.until("getComputedStyle(document.querySelector(arguments[0])).display === 'none'", selector)
        reader.press(key)
        reader.until("getComputedStyle(document.querySelector(arguments[0])).display !== 'none'", selector)

    # Peek at the pinyin of a word, open it, mark it as known, all by keys.
    reader.open(f"{ARTICLE}?pinyin=peek")
    assert reader.style(".text rt", "visibility") == "hidden"
    reader.press("j" + Keys.ARROW_RIGHT)
    reader.until(f"{WORD} && getComputedStyle({WORD}.querySelector('rt')).visibility === 'visible'")
    entry = reader.tell(f"return {WORD}.dataset.v")
    reader.press(Keys.ENTER)
    reader.at("#gloss :is(h3, .told > div .quiet)")  # other sentences are there, or there are none
    reader.press("m")
    reader.at("#gloss [aria-pressed='true']")
    reader.press(Keys.ESCAPE)
    reader.until("!document.getElementById('gloss').checkVisibility()")

    # It is known after a reload, and the choice with it.
    reader.open(f"{ARTICLE}?pinyin=unknown")
    reader.firefox.refresh()
    assert reader.style(f"ruby[data-v='{entry}'] rt", "visibility") == "hidden"
    assert reader.tell("return document.documentElement.dataset.pinyin") == "unknown"
    assert reader.complaints() == []


def test_a_search_reaches_the_same_sentences_by_each_spelling(reader: Reader) -> None:
    found = search(reader, "红色")
    assert len(found) > 3
    assert search(reader, "紅色") == search(reader, "hongse") == search(reader, "hong2 se4") == found
    assert set(search(reader, "red")) & set(found)
    reader.at("#hits ul a").click()
    reader.until("document.querySelector(':target')?.checkVisibility()")
    assert reader.complaints() == []


@pytest.mark.parametrize("name", [*PAGES, "words.html", "offline.html", "archive.html", "levels.html"])
def test_no_page_complains(reader: Reader, name: str) -> None:
    reader.open(name)
    assert reader.tell("return document.querySelectorAll('meta[http-equiv=\"Content-Security-Policy\"]').length") == 1
    assert reader.complaints() == []


def test_nothing_that_gets_into_a_page_runs_or_loads(reader: Reader) -> None:
    reader.open(ARTICLE)
    attack = f"const [expected, done] = arguments; ({ATTACK})(expected).then(done)"
    hacked, broken = reader.firefox.execute_async_script(attack, [FORBIDDEN], sandbox=None)
    assert hacked is False
    assert set(FORBIDDEN) <= set(broken)
    reader.complaints()  # of what was stopped


def test_the_whole_edition_is_read_without_a_network(reader: Reader) -> None:
    reader.open("offline.html")
    if reader.base.startswith("file:"):
        assert reader.at("#keep-state").text
        assert reader.tell("return document.getElementById('keep-all').hidden")
        return
    reader.at("#keep-all").click()
    reader.until("document.getElementById('keep-all').hidden && !document.getElementById('keep-remove').hidden")
    assert reader.complaints() == []
    reader.offline(True)
    try:
        reader.open(f"zh-Hant/{SLOGAN}")
        reader.at(".zh")
        assert reader.style(".bar", "position") == "sticky"
        assert search(reader, "红色")
        reader.open("nothing/here.html")
        reader.until("location.pathname.endsWith('/offline.html')")
    finally:
        reader.offline(False)
