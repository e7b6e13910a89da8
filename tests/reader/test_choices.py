"""The reader's choices in a real browser: what each shows and hides, and that they last and travel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser import BROWSER, Watched
from tests.reader.conftest import ARTICLE, NO_SCRIPT, PHONE

pytestmark = BROWSER

DESKTOP = {"viewport": {"width": 1280, "height": 900}}
# The words over which pinyin is seen, and those over which it is not: what they are, how often.
SEEN = """() => {
  const seen = {}, hidden = {};
  for (const word of document.querySelectorAll('.text ruby')) {
    const level = [...word.classList].find((name) => /^h[1-7]$/.test(name)) ?? 'none';
    const kind = word.matches('.n') ? 'name' : level;
    const rt = word.querySelector('rt');
    const style = getComputedStyle(rt);
    const group = style.display !== 'none' && style.visibility === 'visible' ? seen : hidden;
    group[kind] = (group[kind] ?? 0) + 1;
  }
  return [Object.keys(seen).sort(), Object.keys(hidden).sort()];
}"""
EVERYTHING = ["h1", "h2", "h3", "h4", "h5", "h6", "h7", "name", "none"]


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    return page


def choose(page: Page, **choices: object) -> None:
    page.evaluate("choices => { for (const name in choices) duidu.choices.set(name, choices[name]); }", choices)


def chosen(page: Page, name: str) -> str:
    return str(page.evaluate("name => duidu.choices.get(name)", name))


def remembered(page: Page) -> str | None:
    found = page.evaluate("localStorage.getItem('duidu-choices')")
    return None if found is None else str(found)


# ---------------------------------------------------------------- without a script


@NO_SCRIPT
def test_choices_work_without_a_script(site: Path, watched: Watched) -> None:
    page = opened(watched.page, (site / ARTICLE).as_uri())
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(media="print")
    expect(page.locator("#vocabulary")).to_be_visible()
    page.emulate_media(media="screen")
    page.locator(".more").click()
    for scripted in ("#pinyin-unknown", "#pinyin-peek", "#english-tap", "#show-tones"):
        expect(page.locator(scripted)).to_be_hidden()
    assert page.evaluate(SEEN) == [EVERYTHING, []]
    page.locator("#pinyin-above").check()
    assert page.evaluate(SEEN) == [["h5", "h6", "h7", "name", "none"], ["h1", "h2", "h3", "h4"]]
    page.locator("#level-1").check()
    assert page.evaluate(SEEN)[1] == ["h1"]
    page.locator("#level-6").check()
    assert page.evaluate(SEEN)[0] == ["h7", "name", "none"]
    page.locator("#show-running").check()
    expect(page.locator(".text .py").first).to_be_visible()
    page.locator("#theme-dark").check()
    assert page.evaluate("getComputedStyle(document.body.parentElement).colorScheme") == "dark"
    page.locator("#size-3").check()
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "21.6px"
    page.locator("#english-beside").check()
    assert beside(page)
    page.locator("#show-vocabulary").uncheck()
    page.locator("#show-english").uncheck()  # in the bar: a press there closes the panel
    assert not beside(page)
    page.emulate_media(media="print")
    expect(page.locator("#vocabulary")).to_be_hidden()


def beside(page: Page) -> bool:
    """Whether English stands to the right of the Chinese of each sentence, level with it."""
    found = page.evaluate("""() => [...document.querySelectorAll('.text .s')].every((sentence) => {
      const [chinese, english] = ['.zh', '.en'].map((kind) => sentence.querySelector(kind).getBoundingClientRect());
      const lower = english.top - chinese.top;
      return english.width && english.left > chinese.right && lower >= 0 && lower < 40;
    })""")
    return bool(found)


# ---------------------------------------------------------------- pinyin


def test_pinyin_above_a_level_and_not_over_known_words(site: Path, watched: Watched) -> None:
    page = opened(watched.page, (site / ARTICLE).as_uri())
    choose(page, pinyin="above", level=2)
    assert page.evaluate(SEEN) == [["h3", "h4", "h5", "h6", "h7", "name", "none"], ["h1", "h2"]]
    choose(page, pinyin="unknown")
    assert page.evaluate(SEEN) == [EVERYTHING, []]
    page.evaluate("duidu.known.set('群众', true)")
    hidden = """() => [...new Set([...document.querySelectorAll('ruby')].filter((word) =>
      getComputedStyle(word.querySelector('rt')).visibility === 'hidden').map((word) => word.firstChild.data))]"""
    assert page.evaluate(hidden) == ["群众"]
    choose(page, pinyin="all")
    assert page.evaluate(hidden) == []


def test_a_word_known_in_simplified_characters_is_known_in_traditional_ones(site: Path, watched: Watched) -> None:
    page = opened(watched.page, (site / "zh-Hant" / ARTICLE).as_uri() + "?pinyin=unknown")
    page.evaluate("duidu.known.set('服务', true)")
    assert page.locator("ruby.known").count() > 0
    assert {text[:2] for text in page.locator("ruby.known").all_text_contents()} == {"服務"}


TOUCH = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.mark.parametrize("watched", [TOUCH], indirect=True)
def test_a_tap_peeks_and_a_second_opens_the_word(site: Path, watched: Watched) -> None:
    page = opened(watched.page, (site / ARTICLE).as_uri() + "?pinyin=peek")
    word = page.locator(".text ruby[data-v]").nth(3)
    before = page.locator(".text").bounding_box()
    expect(word.locator("rt")).to_be_hidden()
    word.tap()
    expect(word.locator("rt")).to_be_visible()
    expect(page.locator("#gloss")).to_be_hidden()
    assert page.locator(".text").bounding_box() == before
    expect(page.locator(".text ruby[data-v]").nth(4).locator("rt")).to_be_hidden()
    word.tap()
    expect(page.locator("#gloss")).to_be_visible()
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")  # a word that the keys have reached shows its pinyin
    choose(page, pinyin="all")
    choose(page, pinyin="peek")
    expect(word.locator("rt")).to_be_hidden()


def test_peeking_by_mouse_and_by_keyboard(site: Path, watched: Watched) -> None:
    page = opened(watched.page, (site / ARTICLE).as_uri() + "?pinyin=peek")
    word = page.locator(".text ruby[data-v]").nth(3)
    word.hover()
    expect(word.locator("rt")).to_be_visible()
    word.click()
    expect(page.locator("#gloss")).to_be_visible()
    page.keyboard.press("Escape")
    page.mouse.move(0, 0)
    word.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".text ruby[data-v]").nth(4).locator("rt")).to_be_visible()


# ---------------------------------------------------------------- tones


def test_tones_are_coloured_and_uncoloured(site: Path, watched: Watched) -> None:
    page = opened(watched.page, (site / ARTICLE).as_uri())
    plain = page.evaluate("document.querySelector('main').innerHTML")
    assert page.evaluate("document.querySelectorAll('script[src*=modes]').length") == 0
    page.locator(".more").click()
    page.locator("#show-tones").check()
    title = page.locator("h1 rt span")
    expect(title).to_have_count(8)
    found = title.evaluate_all("spans => spans.map((span) => span.textContent + span.className.slice(1)).join(' ')")
    assert found == "yòng4 xīn1 yòng4 qíng2 fú2 wù4 qún2 zhòng4"
    expect(page.locator("#vocabulary dt .t2").first).to_be_attached()
    colours = page.evaluate("""() => new Set(['.t1', '.t2', '.t3', '.t4', '.t5'].map((tone) =>
      getComputedStyle(document.querySelector('.text ' + tone)).color)).size""")
    assert colours == 5
    page.locator("#show-tones").uncheck()
    expect(title).to_have_count(0)
    expect(page.locator(".later")).to_have_count(0)
    assert page.evaluate("document.querySelector('main').innerHTML") == plain
    assert watched.complaints == []


def test_every_way_to_write_syllables(site: Path, watched: Watched) -> None:
    page = opened(watched.page, (site / ARTICLE).as_uri())
    cases = {
        "Xī'ān": "Xī1 ān1",
        "fāngàn": "fān1 gàn4",  # a consonant begins the syllable of the vowel after it
        "xiānggǎng": "xiāng1 gǎng3",
        "nǚ'ér": "nǚ3 ér2",
        "nàr huār": "nàr4 huār1",
        "xuésheng": "xué2 sheng5",
        "zhong1guo2": "zhong1 guo2".replace("zhong1", "zhong11").replace("guo2", "guo22"),
        "zhe4r5": "zhe4r54",
        "sheng1ri4 lu:4 nv3": "sheng11 ri44 lu:44 nv33",
        "ㄓㄨㄥ ㄍㄨㄛˊ ˙ㄇㄜ ㄏㄨㄚ ㄦ": "ㄓㄨㄥ1 ㄍㄨㄛˊ2 ˙ㄇㄜ5 ㄏㄨㄚ1 ㄦ5",
    }
    choose(page, tones=1)
    expect(page.locator("h1 .t4").first).to_be_attached()
    for written, wanted in cases.items():
        found = page.evaluate(
            """async (written) => {
              const rt = document.querySelector('h1 rt');
              rt.textContent = written;
              duidu.choices.set('tones', 0);
              duidu.choices.set('tones', 1);
              return [...rt.querySelectorAll('span')].map((one) => one.textContent + one.className.slice(1)).join(' ');
            }""",
            written,
        )
        assert found == wanted


# ---------------------------------------------------------------- English


@pytest.mark.parametrize("watched", [DESKTOP], indirect=True)
def test_english_stands_beside_its_sentence_where_there_is_room(site: Path, watched: Watched) -> None:
    page = opened(watched.page, (site / ARTICLE).as_uri() + "?english=beside&running=1")
    assert beside(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    page.set_viewport_size({"width": 959, "height": 900})
    assert not beside(page)
    chinese, english = (page.locator(f".text {kind}").first.bounding_box() for kind in (".zh", ".en"))
    assert chinese is not None
    assert english is not None
    assert english["y"] >= chinese["y"] + chinese["height"]


def test_a_tap_reveals_the_english(site: Path, watched: Watched) -> None:
    page = opened(watched.page, (site / ARTICLE).as_uri())
    choose(page, english="tap")
    sentences = page.locator(".text .s")
    english = sentences.nth(1).locator(".en")
    button = english.locator("button")
    text = page.evaluate("""() => {
      const [one, two] = document.querySelectorAll('.text .s');
      scrollTo({ top: one.getBoundingClientRect().top, behavior: 'instant' });
      return [one, two].map((s) => getComputedStyle(s.querySelector('.en')).visibility);
    }""")
    assert text == ["hidden", "hidden"]
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_have_accessible_name("显示译文")
    place = sentences.nth(2).evaluate("s => s.getBoundingClientRect().top")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    assert english.evaluate("en => getComputedStyle(en).visibility") == "visible"
    assert sentences.nth(2).evaluate("s => s.getBoundingClientRect().top") == place
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    choose(page, english="below")
    expect(page.locator(".reveal")).to_have_count(0)
    assert sentences.first.locator(".en").evaluate("en => getComputedStyle(en).visibility") == "visible"


def test_hidden_english_is_printed(site: Path, watched: Watched) -> None:
    page = opened(watched.page, (site / ARTICLE).as_uri() + "?english=tap")
    page.emulate_media(media="print")
    assert page.locator(".text .en").first.evaluate("en => getComputedStyle(en).visibility") == "visible"
    expect(page.locator(".reveal").first).to_be_hidden()


# ---------------------------------------------------------------- remembered, and in the address


def test_choices_last_from_page_to_page_and_stand_in_the_address(server: str, watched: Watched) -> None:
    page = opened(watched.page, server + ARTICLE)
    assert page.url == server + ARTICLE
    page.locator(".more").click()
    page.locator("#pinyin-above").check()
    page.locator("#level-3").check()
    page.locator("#theme-dark").check()
    expect(page).to_have_url(f"{server}{ARTICLE}?pinyin=above&level=3&theme=dark")
    page.reload()
    assert (chosen(page, "pinyin"), chosen(page, "level")) == ("above", "3")
    expect(page.locator("#level-3")).to_be_checked()
    assert page.evaluate(SEEN)[1] == ["h1", "h2", "h3"]
    page.locator("#show-pinyin").uncheck()
    page.locator("a[rel=next]").click()
    page.wait_for_url(lambda url: ARTICLE not in url)
    assert "?" not in page.url
    assert chosen(page, "pinyin") == "off"
    page.locator("#show-pinyin").check()
    assert chosen(page, "pinyin") == "above"  # as before it was switched off
    page.go_back()
    page.wait_for_url(f"{server}{ARTICLE}*")
    page.wait_for_load_state()
    assert chosen(page, "pinyin") == "above"
    expect(page.locator(".offer")).to_have_count(0)
    page.locator(".more").click()
    page.locator("#panel [type=reset]").click()
    assert (chosen(page, "pinyin"), chosen(page, "theme"), remembered(page)) == ("all", "auto", None)
    expect(page).to_have_url(server + ARTICLE)


def test_the_choices_of_an_address_are_offered(server: str, watched: Watched) -> None:
    page = opened(watched.page, server + ARTICLE)
    choose(page, pinyin="peek", size=2)
    page.goto(f"{server}{ARTICLE}?pinyin=off&english=tap&level=99&size=2&q=1#text")
    assert [chosen(page, name) for name in ("pinyin", "english", "level", "size")] == ["off", "tap", "4", "2"]
    assert page.locator("#say").inner_text()
    assert remembered(page) == "?pinyin=peek&size=2"
    page.locator("a[rel=next]").click()  # they hold on the next page, too
    page.wait_for_url(lambda url: ARTICLE not in url)
    assert (chosen(page, "pinyin"), chosen(page, "english")) == ("off", "tap")
    page.locator("#show-pinyin").check()
    assert remembered(page) == "?pinyin=peek&size=2"
    page.locator(".offer button").nth(1).click()
    assert (chosen(page, "pinyin"), chosen(page, "english")) == ("peek", "below")
    page.goto(f"{server}{ARTICLE}?english=off")
    page.locator(".offer button").first.click()
    expect(page.locator(".offer")).to_have_count(0)
    assert remembered(page) == "?pinyin=peek&english=off&size=2"


def test_links_carry_choices_from_disk(site: Path, watched: Watched) -> None:
    page = opened(watched.page, (site / ARTICLE).as_uri())
    page.locator("#show-pinyin").uncheck()
    page.locator(".scripts a:not([aria-current])").click()
    page.wait_for_url(f"{(site / 'zh-Hant' / ARTICLE).as_uri()}?pinyin=off")
    expect(page.locator(".text rt").first).to_be_hidden()
    expect(page.locator(".offer")).to_have_count(0)
    page.locator("#show-pinyin").check()
    page.locator("a.brand").click()
    page.wait_for_url(lambda url: "index.html" in url)
    assert "pinyin=all" in page.url  # the next page may remember something else


def test_a_browser_that_keeps_nothing_still_switches(site: Path, watched: Watched) -> None:
    watched.page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });")
    page = opened(watched.page, (site / ARTICLE).as_uri() + "?pinyin=off")
    expect(page.locator(".text rt").first).to_be_hidden()
    page.locator("#show-pinyin").check()
    expect(page.locator(".text rt").first).to_be_visible()
    assert watched.complaints == []


def test_links_carry_choices_where_a_browser_keeps_nothing(server: str, watched: Watched) -> None:
    watched.page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });")
    page = opened(watched.page, server + ARTICLE)
    page.locator("#show-pinyin").uncheck()
    page.locator(".scripts a:not([aria-current])").click()
    page.wait_for_url("**/zh-Hant/**")
    expect(page.locator(".text rt").first).to_be_hidden()
    expect(page.locator(".offer")).to_have_count(0)
    page.evaluate("duidu.remember.set('keys', '0')")
    assert page.evaluate("duidu.remember.get('keys')") == "0"


def test_a_jump_within_the_page_makes_its_address_nobodys_link(server: str, watched: Watched) -> None:
    page = opened(watched.page, server + ARTICLE)
    page.locator("#show-english").uncheck()
    expect(page).to_have_url(f"{server}{ARTICLE}?english=off")
    page.evaluate("location.hash = document.querySelector('.s').id")
    page.wait_for_function("history.state?.duidu")
    page.evaluate("localStorage.removeItem('duidu-choices')")  # another tab has gone back to the standard
    page.reload()
    assert chosen(page, "english") == "below"
    expect(page.locator(".offer")).to_have_count(0)


def test_a_page_that_comes_back_follows_a_reset_elsewhere(server: str, watched: Watched) -> None:
    page = opened(watched.page, server + ARTICLE)
    choose(page, english="off", size=3)
    page.evaluate("localStorage.removeItem('duidu-choices')")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert (chosen(page, "english"), chosen(page, "size")) == ("below", "1")
    choose(page, theme="dark")
    assert remembered(page) == "?theme=dark"


def test_other_scripts_hear_of_choices(site: Path, watched: Watched) -> None:
    page = opened(watched.page, (site / ARTICLE).as_uri())
    heard = page.evaluate("""() => {
      const heard = [];
      document.addEventListener('duidu-choice', ({ detail }) => { heard.push(detail.name + '=' + detail.value); });
      duidu.choices.set('pinyin', 'above');
      duidu.choices.set('pinyin', 'nonsense');
      duidu.choices.set('size', 3);
      duidu.choices.set('size', '3');
      duidu.choices.toggle('pinyin');
      duidu.choices.toggle('pinyin');
      duidu.choices.toggle('running');
      return heard;
    }""")
    assert heard == ["pinyin=above", "size=3", "pinyin=off", "pinyin=above", "running=1"]


# ---------------------------------------------------------------- no flash, no jump, in reach


@pytest.mark.parametrize("watched", [{"service_workers": "block"}], indirect=True)  # which no route holds back
def test_what_was_chosen_is_there_before_the_first_paint(server: str, watched: Watched) -> None:
    page = opened(watched.page, server + ARTICLE)
    choose(page, pinyin="off", english="off", theme="dark", size=3)
    page.add_init_script("""
      window.shifts = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifts += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });""")
    page.route("**/reader.js", lambda route: None)  # none of the scripts that wait comes
    page.goto(server + ARTICLE, wait_until="commit")
    expect(page.locator(".text .zh").first).to_be_visible()
    expect(page.locator(".text rt").first).to_be_hidden()
    expect(page.locator(".text .en").first).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    page.unroute("**/reader.js")
    page.goto(server + ARTICLE)
    page.wait_for_load_state()
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.shifts") == 0


@pytest.mark.parametrize("watched", [PHONE], indirect=True)
def test_a_choice_keeps_the_sentence_in_its_place(server: str, watched: Watched) -> None:
    page = opened(watched.page, server + ARTICLE)
    top = "s => s.getBoundingClientRect().top"
    sentence = page.locator(".s").nth(4)
    sentence.evaluate("s => scrollTo({top: scrollY + s.getBoundingClientRect().top - 20, behavior: 'instant'})")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    for choices in ({"pinyin": "off"}, {"english": "off"}, {"pinyin": "all", "english": "tap"}, {"size": 3}):
        before = sentence.evaluate(top)
        choose(page, **choices)
        page.wait_for_timeout(100)
        assert abs(sentence.evaluate(top) - before) < 3, choices


@pytest.mark.parametrize("watched", [PHONE], indirect=True)
def test_the_switches_are_under_the_thumb(site: Path, watched: Watched) -> None:
    page = opened(watched.page, (site / ARTICLE).as_uri())
    for size in (1, 3):
        choose(page, size=size)
        dock = page.locator(".dock").bounding_box()
        assert dock is not None
        assert dock["y"] + dock["height"] == 844
        assert dock["height"] < 60
        for target in page.locator(".dock > nav a, label.quick, .more").all():
            box = target.bounding_box()
            assert box is not None
            assert min(box["width"], box["height"]) >= 43.9, target
    page.locator(".more").click()
    panel = page.locator("#panel").bounding_box()
    assert panel is not None
    assert panel["y"] > 844 * 0.2
    assert panel["y"] + panel["height"] <= dock["y"] + 1
    page.locator(".foot p").last.scroll_into_view_if_needed()
    page.evaluate("scrollTo({ top: 1e6, behavior: 'instant' })")
    foot = page.locator(".foot").bounding_box()
    assert foot is not None
    assert foot["y"] + foot["height"] <= dock["y"]


# ---------------------------------------------------------------- everyone

STATES: list[dict[str, Any]] = [
    {"pinyin": "above", "level": 3, "english": "below", "tones": 1, "running": 1},
    {"pinyin": "unknown", "english": "tap", "size": 3},
    {"pinyin": "peek", "english": "beside", "vocabulary": 0, "running": 0, "size": 0},
    {"pinyin": "off", "english": "off", "tones": 0, "size": 1},
]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("watched", [DESKTOP], indirect=True)
def test_axe_finds_nothing_in_any_state(server: str, watched: Watched, theme: str) -> None:
    page = opened(watched.page, server + ARTICLE)
    page.evaluate("""() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { content-visibility: visible !important; }');
      document.adoptedStyleSheets.push(sheet);
      // One of each kind is enough, and a twentieth of the time.
      for (const more of document.querySelectorAll('.par ~ .par, #vocabulary dl > :nth-child(n + 12)')) more.remove();
    }""")
    for state in STATES:
        choose(page, theme=theme, **state)
        if state.get("tones") == 1:
            expect(page.locator("h1 .t4").first).to_be_attached()
        if state["pinyin"] == "above":
            page.locator(".more").click()
        if state["english"] == "tap":
            page.locator(".text .reveal").first.click()
        result = Axe().run(page)
        assert result.violations_count == 0, result.generate_report()
        page.keyboard.press("Escape")
