"""What the keys do, how they are shown, and how they are put out of use."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser import BROWSER, Watched
from tests.reader.conftest import ARTICLE, REPOSITORY
from tests.reader.test_sentences import TOUCH

pytestmark = BROWSER

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
FOCUSED = "document.activeElement.closest('.s, .zh[id]')?.id"


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def sentence(page: Page, number: int) -> str:
    return page.locator(".s").nth(number).get_attribute("id") or ""


def test_from_sentence_to_sentence_and_into_its_words(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    press(page, "j")
    assert page.evaluate(FOCUSED) == sentence(page, 0)
    assert page.evaluate("document.activeElement.matches('.zh')")  # a screen reader reads the Chinese
    press(page, "j", "j")
    assert page.evaluate(FOCUSED) == sentence(page, 2)
    expect(page.locator(".s").nth(2)).to_be_in_viewport()
    press(page, "k")
    assert page.evaluate(FOCUSED) == sentence(page, 1)
    press(page, "ArrowDown", "ArrowUp")
    assert page.evaluate(FOCUSED) == sentence(page, 1)
    press(page, "ArrowRight")
    words = page.locator(".s").nth(1).locator("[data-v]")
    assert words.first.evaluate("word => word === document.activeElement")
    assert [words.first.get_attribute(name) for name in ("role", "tabindex")] == ["button", "0"]
    press(page, "ArrowRight")
    assert words.nth(1).evaluate("word => word === document.activeElement")
    press(page, "Enter")
    expect(page.locator("#gloss")).to_be_visible()
    press(page, "Escape", "j")
    assert page.evaluate(FOCUSED) == sentence(page, 2)
    assert watched.complaints == []


def test_one_number_is_in_the_tab_order(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{(site / ARTICLE).as_uri()}")
    armed = page.locator(".no[tabindex='0']")
    expect(armed).to_have_count(1)
    press(page, "j", "j")
    expect(armed).to_have_count(1)
    expect(armed).to_have_text("2")
    armed.focus()
    press(page, "Enter")
    assert page.evaluate("document.activeElement.closest('.kit') !== null")
    press(page, "Escape")
    assert page.evaluate(FOCUSED) == sentence(page, 1)


def test_pinyin_and_translation(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    said = page.locator("#say")
    for key, selector, off, on in (
        ("p", ".text rt", "拼音已关闭", "拼音已打开"),
        ("e", ".text .en", "译文已关闭", "译文已打开"),
    ):
        press(page, key)
        expect(page.locator(selector).first).to_be_hidden()
        expect(said).to_have_text(off)
        press(page, key)
        expect(page.locator(selector).first).to_be_visible()
        expect(said).to_have_text(on)


def test_the_next_script_shows_the_same_sentence(server: str, watched: Watched) -> None:
    page = watched.page
    page.goto(server + ARTICLE)
    press(page, "j", "j")
    there = sentence(page, 1)
    press(page, "s")
    page.wait_for_url(f"{server}zh-Hant/{ARTICLE}#{there}")
    assert page.evaluate("document.querySelector(':target').id") == there
    press(page, "s")
    page.wait_for_url(f"{server}{ARTICLE}#{there}")


def test_copying_by_keys(server: str, watched: Watched) -> None:
    page = watched.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(server + ARTICLE)
    press(page, "j", "c")
    expect(page.locator(".kit > div button").first).to_be_focused()
    press(page, "Enter")
    expect(page.locator(".kit [aria-expanded]")).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()").startswith("“让我现场")


def test_the_box_of_the_search(server: str, watched: Watched) -> None:
    page = watched.page

    def with_box(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</footer>", "<input type=search></footer>"))

    page.route(f"{server}colophon.html", with_box)
    page.goto(f"{server}colophon.html")
    press(page, "/")
    expect(page.locator("input[type=search]").last).to_be_focused()
    press(page, "/")
    expect(page.locator("input[type=search]").last).to_have_value("/")


def test_help_lists_every_key_and_gives_the_focus_back(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    press(page, "j", "?")
    help_ = page.locator("#help")
    expect(help_).to_be_visible()
    listed = help_.locator("kbd").all_inner_texts()
    assert sorted(listed[:-6]) == sorted(page.evaluate("duidu.shortcuts.flatMap((one) => one.keys)"))
    press(page, "j")  # no key goes through to the page
    for _ in range(3):
        press(page, "Tab")
        assert page.evaluate("document.activeElement.closest('#help, html:not(:has(main :focus))') !== null")
    press(page, "Escape")
    expect(help_).to_be_hidden()
    assert page.evaluate(FOCUSED) == sentence(page, 0)
    opener = page.locator(".foot button")
    opener.focus()
    press(page, "Enter")
    expect(help_).to_be_visible()
    help_.locator("button").click()
    expect(opener).to_be_focused()


def test_keys_of_one_character_can_be_put_out_of_use(server: str, watched: Watched) -> None:
    page = watched.page
    page.goto(server + ARTICLE)
    press(page, "?")
    switch = page.locator("#help input")
    switch.uncheck()
    press(page, "Escape")
    page.reload()
    press(page, "j", "p", "?")
    assert page.evaluate("document.activeElement === document.body")
    expect(page.locator(".text rt").first).to_be_visible()
    expect(page.locator("#help:visible")).to_have_count(0)
    page.locator(".foot button").click()
    expect(switch).not_to_be_checked()
    switch.check()
    press(page, "Escape", "j")
    assert page.evaluate(FOCUSED) is not None


@pytest.mark.parametrize("watched", [TOUCH], indirect=True)
def test_without_a_keyboard_there_is_no_help_for_one(site: Path, watched: Watched) -> None:
    watched.page.goto((site / ARTICLE).as_uri())
    expect(watched.page.locator(".foot button")).to_be_hidden()


def test_every_key_stands_in_the_readme(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    table = README.split("### Keys")[1].split("\n## ")[0]
    keys = page.evaluate("duidu.shortcuts.flatMap((one) => one.keys)")
    assert len(keys) >= 8
    assert [key for key in keys if f"`{key}`" not in table] == []
