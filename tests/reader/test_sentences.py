"""A sentence's number is its permalink, with and without a script; its tools copy it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import BROWSER, Watched
from tests.reader.conftest import ARTICLE, NO_SCRIPT

pytestmark = BROWSER

TOUCH = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "has_touch": True, "is_mobile": True}
NO_CLIPBOARD = "Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject() })"
CHINESE = "“让我现场剥开一个给大家看看，这个柑柑的果肉水分相当充足、饱满多汁，而且口感特别好，网友们可以放心下单。”"
PINYIN = "“Ràng wǒ xiànchǎng bāokāi yī gè gěi dàjiā kànkan"
ENGLISH = "“Let me peel one right here to show everyone."
TARGET = "document.querySelector(':target').id"
INK = "getComputedStyle(document.querySelector('.s:target')).backgroundColor"


def first(page: Page) -> str:
    """The id of the first sentence of the text."""
    return page.locator(".s").first.get_attribute("id") or ""


def paste(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def copy(page: Page, kind: int) -> str:
    """What a button of the copy menu of the first sentence copies."""
    page.locator(".s").first.locator(".no").click()
    opener = page.locator(".kit [aria-expanded]")
    opener.click()
    page.locator(".kit > div button").nth(kind).click()
    expect(opener).to_have_text("已复制")
    expect(page.locator("#say")).to_have_text("已复制")
    expect(page.locator(".kit > div")).to_be_hidden()
    assert opener.evaluate("opener => opener === document.activeElement")
    return paste(page)


# ---------------------------------------------------------------- permalinks


@NO_SCRIPT
def test_a_number_is_a_permalink_without_a_script(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    marks = page.locator(".s > .no")
    assert marks.all_text_contents() == [str(number) for number in range(1, page.locator(".s").count() + 1)]
    assert page.locator("h1 > .no").get_attribute("href") == f"#{page.locator('h1').get_attribute('id')}"
    marks.nth(2).click()
    sentence = page.locator(".s").nth(2)
    assert page.url.endswith(f"#{sentence.get_attribute('id')}")
    page.reload()
    assert page.evaluate(TARGET) == sentence.get_attribute("id")
    assert page.evaluate(INK) not in ("transparent", "rgba(0, 0, 0, 0)")


@pytest.mark.parametrize("watched", [{"forced_colors": "active"}], indirect=True)
def test_the_sentence_of_an_address_is_marked_in_forced_colours(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    page.goto(f"{(site / ARTICLE).as_uri()}#{first(page)}")
    assert page.evaluate("getComputedStyle(document.querySelector('.s:target')).outlineStyle") == "solid"


def test_a_press_on_the_number_gives_the_address_and_leaves_the_page_in_its_place(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    mark = page.locator(".s .no").nth(2)
    mark.scroll_into_view_if_needed()
    before = mark.bounding_box()
    mark.click()
    expect(page.locator(".kit")).to_be_visible()
    assert mark.bounding_box() == before
    page.reload()
    assert page.evaluate(TARGET) == page.locator(".s").nth(2).get_attribute("id")
    assert watched.complaints == []


# ---------------------------------------------------------------- copying


@pytest.mark.parametrize("place", ["disk", "server"])
@pytest.mark.parametrize("clipboard", [True, False], ids=["clipboard", "selection"])
def test_each_kind_is_copied(site: Path, server: str, watched: Watched, place: str, *, clipboard: bool) -> None:
    page = watched.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    if not clipboard:
        page.add_init_script(NO_CLIPBOARD)
    address = (site / ARTICLE).as_uri() if place == "disk" else server + ARTICLE
    page.goto(address)
    assert copy(page, 0) == CHINESE
    assert copy(page, 1).startswith(PINYIN)
    assert copy(page, 2).startswith(ENGLISH)
    chinese, pinyin, english, source, link = copy(page, 3).split("\n")
    assert (chinese, pinyin[:20], english[:20]) == (CHINESE, PINYIN[:20], ENGLISH[:20])
    assert source == "— 用心用情服务群众 · 版面一 遵义市"
    assert link == f"{ARTICLE if place == 'disk' else address}#{first(page)}"
    assert watched.complaints == []


def test_what_is_copied_names_the_published_address_and_says_what_nobody_has_reviewed(
    server: str, watched: Watched
) -> None:
    page = watched.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(server + ARTICLE)
    page.evaluate("""() => {
      document.head.insertAdjacentHTML('beforeend', '<link rel="canonical" href="https://example.org/d/a.html">');
      document.querySelector('.s .en').insertAdjacentHTML('beforeend', ' <small class="status">machine</small>');
    }""")
    assert copy(page, 2).endswith("confidence.”")
    *_, english, _, link = copy(page, 3).split("\n")
    assert english.endswith("confidence.” (machine)")
    assert link == f"https://example.org/d/a.html#{first(page)}"
    page.locator(".kit a").click()
    expect(page.locator(".kit a")).to_have_text("已复制")
    assert paste(page) == link


def test_what_is_not_there_is_not_offered(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    page.evaluate("""() => {
      const en = document.querySelector('.s .en');
      en.innerHTML = '<small class="status">not translated yet</small>';
    }""")
    page.locator(".s .no").first.click()
    page.locator(".kit [aria-expanded]").click()
    expect(page.locator(".kit > div button:visible")).to_have_text(["中文", "拼音", "全部，附出处"])


def test_numbers_and_tools_are_not_in_what_a_selection_copies(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    page.locator(".s .no").first.click()
    expect(page.locator(".kit")).to_be_visible()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.par'))")
    copied = page.evaluate("String(getSelection())")
    assert copied.startswith(CHINESE)
    assert "复制" not in copied


# ---------------------------------------------------------------- the toolbar


def test_the_toolbar_follows_the_mouse_and_one_serves_all(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    tools = page.locator(".kit")
    page.locator(".s .en").nth(1).hover()
    page.mouse.move(*middle(page, ".s:nth-of-type(1) .en"))
    expect(tools).to_have_attribute("aria-label", "第 1 句")
    text, box = page.locator(".s").first.bounding_box(), tools.bounding_box()
    assert text is not None
    assert box is not None
    assert box["x"] >= text["x"] + text["width"]  # beside the text, not over it
    page.locator("h1").hover(position={"x": 60, "y": 5})
    expect(tools).to_have_attribute("aria-label", "本标题的链接")
    page.keyboard.press("Escape")
    expect(tools).to_have_count(0)


def middle(page: Page, selector: str) -> tuple[float, float]:
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.parametrize("watched", [TOUCH], indirect=True)
def test_on_a_phone_the_tools_come_to_the_thumb(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    mark = page.locator(".s .no").nth(1)
    target = mark.bounding_box()
    assert target is not None
    assert min(target["width"], target["height"]) >= 24
    mark.tap()
    tools = page.locator(".kit.sheet")
    tools.locator("[aria-expanded]").tap()
    box = tools.bounding_box()
    assert box is not None
    assert box["y"] > 600
    assert box["y"] + box["height"] <= 844
    buttons = [one.bounding_box() for one in tools.locator("button:visible, a").all()]
    assert all(one is not None and one["height"] >= 44 and one["width"] >= 44 for one in buttons)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(".s .en").nth(0).tap()
    expect(tools).to_have_count(0)
