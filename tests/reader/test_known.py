"""The words that the reader knows: kept in the browser, exported and imported as files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import BROWSER, Watched
from tests.reader.conftest import ARTICLE, NO_SCRIPT

pytestmark = BROWSER
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"


@pytest.fixture
def page(site: Path, watched: Watched) -> Iterator[Page]:
    """The page of the reader's words, opened from disk, with the edition's words loaded."""
    watched.page.goto((site / "words.html").as_uri())
    expect(watched.page.locator("#levels tr").first.locator("td").nth(1)).not_to_have_text("0")
    yield watched.page
    assert watched.complaints == []


def give(page: Page, data: bytes, name: str = "words.txt") -> None:
    page.set_input_files("#import", {"name": name, "mimeType": "text/plain", "buffer": data})


def known(page: Page) -> list[str]:
    return sorted(page.evaluate("[...duidu.known.all()]"))


# ---------------------------------------------------------------- import


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param("红色\n社区\n".encode(), ["社区", "红色"], id="a word a line"),
        pytest.param(
            "\ufeff红色\r\n社区\r\n\r\n".encode(), ["社区", "红色"], id="byte order mark, line ends of Windows"
        ),
        pytest.param("红色\r社区".encode("utf-16"), ["社区", "红色"], id="UTF-16"),
        pytest.param("红色\n社区".encode("gb18030"), ["社区", "红色"], id="GB 18030"),
        pytest.param("紅色\n社區\n著名".encode(), ["社区", "红色", "著名"], id="traditional words of the edition"),
        pytest.param("紅區".encode(), ["红区"], id="a traditional word that the edition has the characters of"),
        pytest.param("//HSK\n红色[紅色]\thong2se4\tred\n# more\n".encode(), ["红色"], id="Pleco"),
        pytest.param("1\t爱\t愛\tài\tto love; 好\n2\t八\t八\tbā\teight".encode(), ["八", "爱"], id="a list of the HSK"),
        pytest.param('"红色","hóngsè","red, 红"\n本1（量）,běn'.encode(), ["本", "红色"], id="CSV"),
        pytest.param("红色 社区、群众，卡拉OK".encode(), ["卡拉OK", "社区", "红色", "群众"], id="words in one line"),
    ],
)
def test_a_list_of_words_is_understood(page: Page, data: bytes, words: list[str]) -> None:
    give(page, data)
    expect(page.locator("#done")).to_contain_text(f"新增 {len(words)} 个词")
    assert known(page) == words


def test_an_import_adds_to_what_is_known_and_says_what_it_did(page: Page) -> None:
    page.evaluate("duidu.known.set('红色', true)")
    give(page, "红色\n社区\nred\n这是一句完整的话不是一个词所以不算\n".encode(), "a <b>.txt")
    expect(page.locator("#done")).to_have_text("a <b>.txt：新增 1 个词，原已认识 1 个；有 2 行未找到词语。")
    assert known(page) == ["社区", "红色"]
    page.locator("#undo").click()
    assert known(page) == ["红色"]
    expect(page.locator("#undo")).to_be_hidden()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), id="a picture"),
        pytest.param("红".encode() * 3_500_000, id="10 MB"),
        pytest.param(b"\xff" * 1000, id="no text in any encoding"),
    ],
)
def test_what_is_no_list_of_words_is_refused(page: Page, data: bytes) -> None:
    page.evaluate("duidu.known.set('红色', true)")
    give(page, data, "x.txt")
    expect(page.locator("#done")).to_have_text("x.txt 不是词表文件。")
    assert known(page) == ["红色"]


def test_hostile_lines_are_only_lines(page: Page) -> None:
    give(
        page, b"__proto__\nconstructor\n<img src=x onerror=alert(1)>\n\n" + "红色<script>\n".encode() + b"a" * 4_000_000
    )
    expect(page.locator("#done")).to_contain_text("新增 1 个词")
    give(page, ("红" * 100_000 + "!\n").encode() + "T恤".encode() + b"\n" + "blue红色".encode())
    expect(page.locator("#done")).to_contain_text("新增 1 个词")
    assert known(page) == ["T恤", "红色"]
    assert page.evaluate("({}).polluted === undefined && duidu.known.has('__proto__') === false")


def test_the_same_file_can_be_imported_again(page: Page) -> None:
    for told in ("新增 1 个词", "新增 0 个词"):
        give(page, "红色".encode())
        expect(page.locator("#done")).to_contain_text(told)


# ---------------------------------------------------------------- export, list, levels


def test_what_is_exported_can_be_imported(page: Page) -> None:
    page.evaluate("duidu.known.change(['红色', '社区', '卡拉OK'])")
    with page.expect_download() as download:
        page.locator("#export").click()
    assert download.value.suggested_filename == "duidu-words.txt"
    data = download.value.path().read_bytes()
    assert data.decode() == "卡拉OK\n社区\n红色\n"
    page.locator("#clear").click()
    assert known(page) == []
    give(page, data)
    expect(page.locator("#done")).to_contain_text("新增 3 个词")
    assert known(page) == ["卡拉OK", "社区", "红色"]


def test_everything_can_be_undone_in_turn(page: Page) -> None:
    page.evaluate("duidu.known.set('红色', true)")
    page.locator("#clear").click()
    page.locator("#levels button").first.click()
    assert len(known(page)) > 20
    page.locator("#undo").click()
    assert known(page) == []
    page.locator("#undo").click()
    assert known(page) == ["红色"]


def test_all_words_up_to_a_level_are_known_at_once(page: Page) -> None:
    first, second, third = (page.locator("#levels tr").nth(level) for level in range(3))
    second.locator("button").click()
    for row in (first, second):
        assert row.locator("td").first.inner_text() == row.locator("td").nth(1).inner_text()
    assert third.locator("td").first.inner_text() == "0"


def test_the_list_is_searched_by_characters_and_pinyin(page: Page) -> None:
    page.evaluate("duidu.known.change(['红色', '社区', '服务'])")
    expect(page.locator("#list li")).to_have_count(3)
    for asked in ("hongse", "hóng sè", "红", "紅"):
        page.locator("#ask").fill(asked)
        expect(page.locator("#list li")).to_have_count(1)
        assert "hóngsè" in page.locator("#list").inner_text()
    page.evaluate("duidu.known.change(['卡拉OK'])")
    page.locator("#ask").fill("拉ok")
    expect(page.locator("#list li")).to_have_count(1)
    page.locator("#ask").fill("")
    page.locator("#which").select_option("new")
    expect(page.locator("#list li")).to_have_count(100)
    assert "红色" not in page.locator("#list").inner_text()
    page.locator("#more").click()
    expect(page.locator("#list li")).to_have_count(200)


def test_a_word_of_the_list_is_marked_by_its_button_and_the_focus_goes_on(page: Page) -> None:
    page.evaluate("duidu.known.change(['红色', '社区'])")
    first = page.locator("#list button").first
    expect(first).to_have_attribute("aria-pressed", "true")
    first.press("Enter")
    expect(page.locator("#list li")).to_have_count(1)
    assert known(page) == ["红色"]
    expect(page.locator("#list button")).to_be_focused()
    page.locator("#undo").click()
    assert known(page) == ["社区", "红色"]


def test_a_traditional_page_shows_traditional_words(site: Path, watched: Watched) -> None:
    watched.page.goto((site / "zh-Hant/words.html").as_uri())
    watched.page.evaluate("duidu.known.set('红色', true)")
    expect(watched.page.locator("#list button")).to_have_text("紅色")


@NO_SCRIPT
def test_without_a_script_the_page_says_that_it_needs_one(site: Path, watched: Watched) -> None:
    watched.page.goto((site / "words.html").as_uri())
    expect(watched.page.locator("noscript")).to_be_visible()
    expect(watched.page.locator("#mine")).to_be_hidden()


# ---------------------------------------------------------------- where it is kept


@pytest.mark.parametrize("trouble", [BLOCKED, FULL], ids=["blocked", "full"])
def test_where_nothing_can_be_kept_it_holds_for_the_page_and_says_so(
    site: Path, watched: Watched, trouble: str
) -> None:
    page = watched.page
    page.add_init_script(trouble)
    page.goto((site / ARTICLE).as_uri())
    page.locator(".text [data-v]").nth(3).click()
    page.locator("#gloss button").click()
    expect(page.locator("#gloss button")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#say")).to_have_text("此浏览器无法保存标记，离开本页后即失效。")
    page.keyboard.press("m")
    page.evaluate("duidu.known.set('红色', true)")
    assert known(page) == ["红色"]
    assert watched.complaints == []


def test_another_tab_follows(site: Path, watched: Watched) -> None:
    first = watched.page
    second = first.context.new_page()
    for tab in (first, second):
        tab.goto((site / ARTICLE).as_uri())
    first.evaluate("duidu.known.set('服务', true)")
    expect(second.locator("dt.known")).to_have_text("服务（服務） fúwù")
    second.evaluate("duidu.known.set('群众', true)")
    expect(first.locator("dt.known")).to_have_count(2)


def test_what_a_later_version_has_kept_is_left_alone(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / ARTICLE).as_uri())
    page.evaluate("localStorage.setItem('duidu-known', '2\\nsomething else')")
    page.reload()
    assert page.evaluate("duidu.known.set('服务', true).kept") is False
    expect(page.locator("dt.known")).to_have_count(1)
    assert page.evaluate("localStorage.getItem('duidu-known')") == "2\nsomething else"


def test_11_000_words_are_kept_in_100_kb(page: Page) -> None:
    words = "[...Array(11000)].map((_, n) => String.fromCodePoint(0x4e00 + n, 0x4e00 + n % 97))"
    assert page.evaluate(f"duidu.known.change({words}).kept")
    assert page.evaluate("localStorage.getItem('duidu-known').length") < 50_000
    page.reload()
    assert len(known(page)) == 11_000
