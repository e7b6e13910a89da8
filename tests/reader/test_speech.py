"""Reading aloud, with voices that are only played: Chromium without a head has none."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser import BROWSER, Watched
from tests.reader.conftest import ARTICLE, PHONE

pytestmark = BROWSER

CAPTION = "honghuagang-buildings/jinri-zhenganxian-hexizhen-dakan-shequ-de-baicai-fengshou.html"  # a short one
LOCAL = {"name": "Tingting", "lang": "zh-CN", "localService": True, "voiceURI": "tingting"}
NETWORK = {"name": "Far away", "lang": "zh-CN", "localService": False, "voiceURI": "far"}
TAIWAN = {"name": "Meijia", "lang": "zh_TW", "localService": True, "voiceURI": "meijia"}
CANTONESE = {"name": "Sinji", "lang": "zh-HK", "localService": True, "voiceURI": "sinji"}
ENGLISH = {"name": "Samantha", "lang": "en-US", "localService": True, "voiceURI": "samantha"}
FAKE = """
  const fake = new EventTarget();
  window.said = [];
  Object.assign(fake, {
    voices: %s,
    getVoices: () => fake.voices,
    speak: (utterance) => { said.push(utterance); },
    cancel: () => { sessionStorage.setItem("cancelled", said.length); },
  });
  Object.defineProperty(window, "speechSynthesis", { value: fake });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
ENDED = "said.at(-1).onend()"
SPOKEN = ".spoken"


def with_voices(page: Page, site: Path, voices: Sequence[dict[str, Any]], name: str = ARTICLE) -> None:
    page.add_init_script(f"{{ {FAKE % json.dumps(list(voices))} }}")
    page.goto((site / name).as_uri())


def said(page: Page) -> list[str]:
    return list(page.evaluate("said.map((utterance) => utterance.text)"))


def voice(page: Page) -> str:
    return str(page.evaluate("said.at(-1).voice.name"))


def press(page: Page, number: int) -> None:
    """A button of the player: back, pause, forward, stop."""
    page.locator(".player button").nth(number).click()


def test_without_a_voice_nothing_is_offered(site: Path, watched: Watched) -> None:
    page = watched.page
    with_voices(page, site, [ENGLISH, CANTONESE])
    page.locator(".s .no").first.click()
    expect(page.locator(".kit")).to_be_visible()
    expect(page.locator(".kit button").first).to_be_hidden()
    expect(page.locator(".listen:visible")).to_have_count(0)
    page.keyboard.press("l")
    expect(page.locator("#say")).to_have_text("这个浏览器没有中文语音。")
    assert said(page) == []


def test_voices_may_come_late(site: Path, watched: Watched) -> None:
    page = watched.page
    with_voices(page, site, [])
    assert not [url for url in watched.requests if "speech.js" in url]
    page.evaluate("voices => { speechSynthesis.voices = voices; }", [LOCAL])
    page.evaluate("speechSynthesis.dispatchEvent(new Event('voiceschanged'))")
    expect(page.locator(".listen")).to_be_visible()


def test_an_article_is_read_sentence_by_sentence(site: Path, watched: Watched) -> None:
    page = watched.page
    with_voices(page, site, [LOCAL])
    page.locator(".listen").click()
    sentences = page.locator("article :is(.s, .zh[id])")
    count = sentences.count()
    for number in range(count):
        expect(page.locator(SPOKEN)).to_have_count(1)
        assert sentences.nth(number).evaluate("one => one.classList.contains('spoken')")
        page.evaluate(ENDED)
    expect(page.locator(".player")).to_have_count(0)
    expect(page.locator(SPOKEN)).to_have_count(0)
    texts = said(page)
    assert len(texts) == count
    assert texts[1] == "用心用情服务群众"
    assert "4000余斤" in texts[5].replace(" ", "")
    assert not any("á" in text or "ō" in text for text in texts)
    assert watched.complaints == []


def test_pause_begins_the_sentence_anew_and_stop_ends(site: Path, watched: Watched) -> None:
    page = watched.page
    with_voices(page, site, [LOCAL])
    page.locator(".s .no").nth(1).click()
    page.locator(".kit button").first.click()
    spoken = page.locator(".s").nth(1)
    expect(spoken).to_have_class("s spoken")
    press(page, 1)
    page.evaluate(ENDED)  # what is cancelled reports its end, too
    expect(spoken).to_have_class("s spoken")
    assert len(said(page)) == 1
    page.keyboard.press("l")
    assert said(page) == [said(page)[0]] * 2
    press(page, 2)
    expect(page.locator(".s").nth(2)).to_have_class("s spoken")
    press(page, 0)
    expect(spoken).to_have_class("s spoken")
    press(page, 3)
    expect(page.locator(".player")).to_have_count(0)
    page.evaluate(ENDED)
    expect(page.locator(SPOKEN)).to_have_count(0)


def test_the_speed_is_remembered(site: Path, watched: Watched) -> None:
    page = watched.page
    with_voices(page, site, [LOCAL])
    page.locator(".listen").click()
    speed = page.locator(".player select").first
    assert speed.locator("option").all_inner_texts() == ["×0.5", "×0.6", "×0.75", "×0.9", "×1", "×1.25"]
    assert page.evaluate("said.at(-1).rate") == 1
    speed.select_option("0.75")
    assert page.evaluate("said.at(-1).rate") == 0.75
    page.reload()
    page.locator(".listen").click()
    assert page.evaluate("said.at(-1).rate") == 0.75


def test_a_voice_on_the_device_is_preferred_and_one_from_the_network_named(site: Path, watched: Watched) -> None:
    page = watched.page
    with_voices(page, site, [CANTONESE, NETWORK, TAIWAN, LOCAL, ENGLISH])
    page.locator(".listen").click()
    assert voice(page) == "Tingting"
    note = page.locator(".player small")
    expect(note).to_have_text("语音在本机合成，文字不会外传。")
    choice = page.locator(".player select").nth(1)
    assert choice.locator("option").all_inner_texts() == ["Tingting", "Meijia", "Far away"]
    choice.select_option("far")
    assert voice(page) == "Far away"
    expect(note).to_have_text("这是网络语音：文字会发送给语音服务商。")
    page.reload()
    page.locator(".listen").click()
    assert voice(page) == "Far away"


def test_a_traditional_page_is_read_by_a_voice_of_taiwan(site: Path, watched: Watched) -> None:
    with_voices(watched.page, site, [LOCAL, CANTONESE, TAIWAN], f"zh-Hant/{ARTICLE}")
    watched.page.locator(".listen").click()
    assert voice(watched.page) == "Meijia"


def test_a_voice_from_the_network_gets_long_sentences_by_their_clauses(site: Path, watched: Watched) -> None:
    page = watched.page
    with_voices(page, site, [NETWORK])
    sentence = page.locator(".s").nth(3)
    sentence.locator(".no").click()
    page.locator(".kit button").first.click()
    while page.evaluate("document.querySelectorAll('.s')[3].classList.contains('spoken')"):
        page.evaluate(ENDED)
    *parts, _ = said(page)
    assert len(parts) > 1
    assert max(map(len, parts)) <= 51
    assert "".join(parts) == sentence.evaluate("one => duidu.sentences.plain(duidu.sentences.chinese(one))")


def test_a_voice_that_never_ends_or_fails_does_not_hang(site: Path, watched: Watched) -> None:
    page = watched.page
    page.clock.install()
    with_voices(page, site, [LOCAL])
    page.locator(".listen").click()
    page.clock.fast_forward(60_000)
    assert len(said(page)) == 2
    page.evaluate("said.at(-1).onerror({ error: 'network' })")
    expect(page.locator("#say")).to_have_text("语音没有响应。")
    expect(page.locator(".player button").nth(1)).to_have_text("继续")


def test_the_voice_falls_silent_when_the_page_is_left(site: Path, watched: Watched) -> None:
    page = watched.page
    with_voices(page, site, [LOCAL])
    page.locator(".listen").click()
    page.evaluate("sessionStorage.removeItem('cancelled')")
    page.goto((site / "colophon.html").as_uri())
    assert page.evaluate("sessionStorage.getItem('cancelled')") == "1"


@pytest.mark.parametrize("watched", [{}, PHONE], indirect=True, ids=["light", "dark phone"])
def test_axe_finds_nothing_in_the_player_the_menu_and_the_help(site: Path, watched: Watched) -> None:
    page = watched.page
    with_voices(page, site, [LOCAL, NETWORK], CAPTION)
    page.locator(".listen").click()
    page.locator(".s .no").first.click()
    page.locator(".kit [aria-expanded]").click()
    player = page.locator(".player").bounding_box()
    size = page.viewport_size
    assert player is not None
    assert size is not None
    assert player["y"] + player["height"] <= size["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()
