"""The search in a real browser: from disk, and under a sub-path of a web server."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser import BROWSER, Watched
from tests.reader.conftest import ARTICLE, NO_SCRIPT, PHONE

pytestmark = BROWSER

SPELLINGS = ("红色", "紅色", "hongse", "hóngsè", "hong2 se4", "hong se")
HOSTILE = ("((((", '"', "[^", "constructor", "__proto__", "toString title:__proto__", "😀", "\\u{", "-", "a" * 10_000)
# The ids of the sentences that a query reaches.
REACHED = """async (query) => {
  const found = await duidu.search.find(query);
  const told = await Promise.all(Array.from(found.hits, (hit) => duidu.search.told(found, hit)));
  return told.filter(Boolean).flatMap((article) => article.found.map((sentence) => sentence.id)).sort();
}"""


def open_search(page: Page, site: Path, query: str = "", folder: str = "") -> None:
    address = (site / folder / "search.html").as_uri()
    page.goto(f"{address}?q={query}" if query else address)


def ask(page: Page, query: str) -> None:
    """Type a query and wait for its results."""
    page.locator("#search [name=q]").fill(query)
    expect(page.locator("#search")).to_have_attribute("data-shown", query)


def test_six_spellings_reach_the_same_sentences_and_english_reaches_them_too(site: Path, watched: Watched) -> None:
    open_search(watched.page, site)
    reached = {query: watched.page.evaluate(REACHED, query) for query in SPELLINGS}
    assert len(reached["红色"]) > 10
    assert all(found == reached["红色"] for found in reached.values())
    red = watched.page.evaluate(REACHED, "red")
    assert len(set(reached["红色"]) & set(red)) > 0.8 * len(reached["红色"])
    assert watched.complaints == []


def test_words_of_two_languages_are_marked_in_both(site: Path, watched: Watched) -> None:
    page = watched.page
    open_search(page, site, "红色 city")
    first = page.locator("#hits ul li").first
    expect(first.locator("[lang=zh-Hans] mark").first).to_have_text("红色")
    expect(first.locator("p mark").first).to_have_text("city")
    assert watched.complaints == []


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ('"hong se jingshen"', "红色精神"),
        ("“红色精神”", "红色精神"),
        ("title:红色", "红色"),
        ("标题：红色", "红色"),
        ("zunyihongse", "红色"),
    ],
)
def test_operators(site: Path, watched: Watched, query: str, wanted: str) -> None:
    open_search(watched.page, site, query)
    expect(watched.page.locator("#hits mark", has_text=wanted[:2]).first).to_be_visible()


def test_a_phrase_is_fewer_than_its_words_and_what_is_excluded_is_gone(site: Path, watched: Watched) -> None:
    page = watched.page
    open_search(page, site)
    words, phrase = (set(page.evaluate(REACHED, query)) for query in ("red spirit", '"red spirit"'))
    assert set() < phrase < words
    every, without, city = (set(page.evaluate(REACHED, query)) for query in ("红色", "红色 -city", "city"))
    assert without == every - city
    assert set() < without < every
    no_phrase = set(page.evaluate(REACHED, '红色 -"red spirit"'))
    assert no_phrase == every - phrase
    assert page.evaluate(REACHED, "红色 level:1") == []
    assert page.evaluate(REACHED, "红色 level:1-7") == sorted(every)


def test_no_query_does_harm(site: Path, watched: Watched) -> None:
    page = watched.page
    open_search(page, site)
    box = page.locator("#search [name=q]")
    for query in HOSTILE:
        ask(page, "红色")
        box.evaluate("(box, query) => { box.removeAttribute('maxlength'); box.value = query; }", query)
        box.press("Enter")
        expect(page.locator("#hits > li"), query[:20]).to_have_count(0)
        expect(page.locator("#count")).not_to_be_empty()
    assert watched.complaints == []


def test_a_query_stands_in_the_address_and_back_leads_to_the_one_before(site: Path, watched: Watched) -> None:
    page = watched.page
    open_search(page, site)
    box = page.locator("#search [name=q]")
    expect(box).to_be_focused()
    box.press_sequentially("hongse")
    box.press("Enter")
    expect(page.locator("#search")).to_have_attribute("data-shown", "hongse")
    box.fill("building")
    box.press("Enter")
    expect(page.locator("#search")).to_have_attribute("data-shown", "building")
    assert page.url.endswith("?q=building")
    page.go_back()
    expect(box).to_have_value("hongse")
    expect(page.locator("#search")).to_have_attribute("data-shown", "hongse")
    assert page.locator(".scripts a[hreflang=zh-Hant]").get_attribute("href").endswith("?q=hongse")  # type: ignore[union-attr]


# The text of the second result fails once.
FAILS_ONCE = """() => {
  const { told } = duidu.search;
  let calls = 0;
  duidu.search.told = (...asked) => (++calls === 2 ? Promise.reject(new Error("no way")) : told(...asked));
}"""


def test_a_text_that_fails_is_said_and_loses_nothing(site: Path, watched: Watched) -> None:
    page = watched.page
    open_search(page, site)
    page.evaluate(FAILS_ONCE)
    ask(page, "红色")
    expect(page.locator("#hits > li")).to_have_count(1)
    expect(page.locator("#count")).to_contain_text("没有读到")
    page.locator("#more").click()
    expect(page.locator("#hits > li")).to_have_count(2)
    expect(page.locator("#count")).to_have_text("2 篇文章")
    expect(page.locator("#more")).to_be_hidden()
    expect(page.locator("#hits > li").nth(1).locator("a").first).to_be_focused()
    assert watched.complaints == []


def test_a_query_that_fails_leaves_no_results_of_the_one_before(site: Path, watched: Watched) -> None:
    page = watched.page
    open_search(page, site)
    ask(page, "红色")
    page.evaluate("() => { duidu.search.find = () => Promise.reject(new Error('no way')); }")
    page.locator("#search [name=q]").fill("building")
    expect(page.locator("#count")).to_contain_text("没有读到")
    expect(page.locator("#hits > li")).to_have_count(0)
    assert watched.complaints == []


def test_the_number_of_articles_with_a_phrase_is_told_when_it_is_known(site: Path, watched: Watched) -> None:
    page = watched.page
    open_search(page, site)
    page.evaluate("""() => {
      window.told = [];
      const count = document.getElementById("count");
      new MutationObserver(() => told.push(count.textContent)).observe(count, { childList: true });
    }""")
    ask(page, '"red spirit"')
    expect(page.locator("#count")).to_have_text("1 篇文章")
    assert page.evaluate("told") == ["1 篇文章"]


@pytest.mark.parametrize("levels", ["level:7-9", "level:1–9", "level:8", "level:9"])
def test_levels_may_be_given_as_the_lists_beside_the_box_have_them(site: Path, watched: Watched, levels: str) -> None:
    open_search(watched.page, site)
    assert watched.page.evaluate(REACHED, f"红色 {levels}") == watched.page.evaluate(REACHED, "红色")


def test_a_phrase_in_titles_is_not_met_by_the_text(site: Path, watched: Watched) -> None:
    page = watched.page
    open_search(page, site)
    text = page.evaluate(REACHED, '"red spirit" city')
    title = page.evaluate(REACHED, 'title:"red spirit" city')
    assert title
    assert set(title) <= set(text)
    assert page.evaluate(REACHED, 'title:"famed city" 红色') == []
    assert page.evaluate(REACHED, '"famed city" 红色') != []


def test_filters_beside_the_box(site: Path, watched: Watched) -> None:
    page = watched.page
    open_search(page, site, "红色")
    expect(page.locator("#hits ul li").first).to_be_visible()
    page.locator("[name=titles]").check()
    expect(page.locator("#hits ul li")).to_have_count(0)
    expect(page.locator("#hits h2 mark")).to_have_count(2)
    assert "titles=1" in page.url
    page.locator("[name=to]").select_option("1")
    expect(page.locator("#hits > li")).to_have_count(0)
    expect(page.locator("#count")).not_to_be_empty()


def test_an_unfinished_composition_is_not_searched_for(site: Path, watched: Watched) -> None:
    page = watched.page
    open_search(page, site)
    send = """(composing) => {
      const box = document.querySelector("#search [name=q]");
      box.value = composing ? "hong'se" : "红色";
      box.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: composing }));
      if (!composing) box.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
    }"""
    page.evaluate(send, True)
    page.wait_for_timeout(300)
    assert page.locator("#search").get_attribute("data-shown") is None
    page.evaluate(send, False)
    expect(page.locator("#search")).to_have_attribute("data-shown", "红色")


def test_a_result_leads_to_its_sentence_on_a_server_under_a_path(server: str, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{server}zh-Hant/{ARTICLE}")
    page.locator("#find").click()
    page.wait_for_url("**/zh-Hant/search.html*")
    ask(page, "hongse")
    link = page.locator("#hits ul a").first
    expect(link.locator("mark").first).to_have_text("紅色")
    link.click()
    page.wait_for_url("**/output/zh-Hant/zunyi-red-spirit/*.html*#s*")
    expect(page.locator(":target")).to_be_visible()
    assert watched.complaints == []


def test_more_sentences_of_an_article(site: Path, watched: Watched) -> None:
    page = watched.page
    open_search(page, site, "红色")
    first = page.locator("#hits > li").first
    expect(first.locator("ul li")).to_have_count(3)
    first.get_by_role("button").click()
    expect(first.locator("ul li").nth(3).locator("a")).to_be_focused()


def test_occurrences_of_a_word(site: Path, watched: Watched) -> None:
    page = watched.page
    page.goto((site / "zh-Hant" / ARTICLE).as_uri())
    page.evaluate("duidu.load('search.js')")
    page.wait_for_function("duidu.search")
    found = page.evaluate("duidu.search.occurrences('红色', 4)")
    assert len(found) == 4
    assert all("紅色" in one["chinese"] and one["english"] and one["title"] for one in found)
    path, _, name = found[0]["href"].partition("#")
    assert path.startswith("zh-Hant/")
    assert f'id="{name}"' in (site / path).read_text(encoding="utf-8")
    assert page.evaluate("duidu.search.occurrences('constructor', 4)") == []


@NO_SCRIPT
def test_without_javascript_the_page_says_what_it_needs(site: Path, watched: Watched) -> None:
    open_search(watched.page, site)
    expect(watched.page.locator(".notice")).to_be_visible()
    expect(watched.page.locator("#search")).to_be_hidden()


@pytest.mark.parametrize("watched", [{"color_scheme": "light"}, PHONE], indirect=True)
def test_results_are_accessible(site: Path, watched: Watched) -> None:
    page = watched.page
    open_search(page, site, "红色 city")
    expect(page.locator("#search")).to_have_attribute("data-shown", "红色 city")
    violations = Axe().run(page).response["violations"]
    assert [(found["id"], found["nodes"][0]["html"]) for found in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
