"""The report on machine English."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from duidu import assets
from duidu.model import Fault, SourceRef
from duidu.writers.translation import WORST, Run, TranslatedSentence, translation_report

RUN = Run("Fake 1.0", 3, 1.5)
LOOP = Fault("M601", 0.9, "“bridge” comes four times")
NUMBER = Fault("M604", 0.3, "120 is not in the English")
GOOD = TranslatedSentence(SourceRef("content/articles/p/s.md", 1), "桥通了。", "The bridge opened.", (), 0.0)
BAD = replace(
    GOOD, ref=SourceRef("content/articles/p/s.md", 3), english="bridge <b>", faults=(LOOP, NUMBER), doubt=0.93
)
SO_SO = replace(GOOD, ref=SourceRef("content/articles/p/s.md", 2), english="a bridge", faults=(NUMBER,), doubt=0.3)
MEANINGS = {"M601": "the same again and again", "M604": "a number is lost"}


def report(*sentences: TranslatedSentence, run: Run = RUN) -> str:
    templates = assets.templates(Path("nowhere"))
    return translation_report(run, sentences, MEANINGS, templates, doubtful=0.5).data.decode()


def test_the_worst_stands_first_with_its_reasons() -> None:
    page = report(GOOD, SO_SO, BAD)
    assert page.index("bridge &lt;b&gt;") < page.index("a bridge")
    assert "“bridge” comes four times" in page
    assert "The bridge opened." not in page
    assert "content/articles/p/s.md:3" in page


def test_engine_speed_and_counts() -> None:
    page = report(GOOD, SO_SO, BAD)
    assert "Fake 1.0 translated 3 sentences, 2.0 sentences a second." in page
    assert "3 sentences in machine English; in 1 of them" in page
    assert '<th scope="row">M604</th><td>a number is lost</td><td class="n">2</td>' in page


@pytest.mark.parametrize("run", [Run("Fake 1.0", 0, 0.0), Run("", 0, 2.0)])
def test_a_run_without_anything_to_do(run: Run) -> None:
    page = report(run=run)
    assert "Nothing was translated this time." in page
    assert "The worst first" not in page


def test_a_long_list_says_how_many_more_there_are() -> None:
    page = report(*[replace(BAD, chinese=f"桥{number}") for number in range(WORST + 5)])
    assert page.count("<li class=") == WORST
    assert "And 5 more" in page


def test_order_of_the_sentences_does_not_matter() -> None:
    assert report(GOOD, SO_SO, BAD) == report(BAD, GOOD, SO_SO)
