"""Machine English: terms in, faults out, and the ladder between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pytest

from duidu import machine
from duidu.annotators import Annotator, is_common, is_idiom, kind_of_name
from duidu.machine import MISLEADING, Examiner, Task, doubt, people_of
from duidu.model import Lexicon, Sentence, SourceRef, TermLine
from duidu.segmentation import Segmenter

HERE = SourceRef("content/articles/p/s.md", 1)
SEGMENTER = Segmenter(common=is_common, named=kind_of_name, idiom=is_idiom)
ANNOTATOR = Annotator(Lexicon(), ("zh-Hans", "zh-Hant"), hsk="2025")
TERMS = (TermLine("连心桥", "Heart-to-Heart Bridge", "", HERE),)


def sentence(text: str, language: str = "zh-Hans", simplified: str = "") -> Sentence:
    return Sentence("paragraph", text, SEGMENTER.words(text, simplified=simplified), HERE, language)


def examiner(language: str = "en") -> Examiner:
    return Examiner(ANNOTATOR, Lexicon(terms=TERMS), language)


def codes(text: str, english: str, language: str = "en") -> set[str]:
    return {fault.code for fault in examiner(language).judge(Task(sentence(text)), english)}


@dataclass
class Script:
    """An engine that says what it is told for each decoding in turn, and notes what it was asked."""

    answers: dict[str, str]
    asked: list[tuple[str, str]] = field(default_factory=list)
    name: str = "Script 1.0"

    def translate(self, sentences: Sequence[str], decoding: object) -> Iterator[tuple[int, str]]:
        for index, text in enumerate(sentences):
            self.asked.append((decoding.name, text))  # type: ignore[attr-defined]
            yield index, self.answers.get(decoding.name, "")  # type: ignore[attr-defined]


def test_an_engine_is_given_names_and_terms_in_english() -> None:
    request = examiner().request(Task(sentence("记者黄大发走上连心桥。")))
    assert [(term.chinese, term.english) for term in request.terms][:2] == [
        ("连心桥", "Heart-to-Heart Bridge"),
        ("黄大发", "Huang Dafa"),
    ]


def test_who_is_named_in_full_may_be_called_by_the_surname() -> None:
    whole = sentence("记者黄大发来了。")
    assert people_of([whole, sentence("天亮了。")]) == {"黄大发"}


def test_names_terms_and_figures_are_looked_for() -> None:
    text = "记者黄大发说，连心桥长120米。"
    right = "Reporter Huang Dafa said that the Heart-to-Heart Bridge is 120 meters long."
    assert codes(text, right) == set()
    assert "M604" in codes(text, right.replace("120", "12"))
    assert "M606" in codes(text, right.replace("Heart-to-Heart Bridge", "Lianxin Bridge"))
    assert "M605" in codes(text, right.replace("Huang Dafa", "Wang Dafu"))


def test_a_traditional_source_is_judged_in_simplified_characters() -> None:
    task = Task(sentence("這座橋長120米。", "zh-Hant", "这座桥长120米。"))
    assert examiner().judge(task, "This bridge is 120 meters long.") == ()
    assert doubt(examiner().judge(task, "這座橋 is 120 meters long.")) >= MISLEADING


def test_of_another_language_only_that_is_said_which_holds_for_any() -> None:
    text = "记者黄大发说，连心桥长120米。"
    german = "Der Reporter Huang Dafa sagte, die Brücke der Herzen sei 120 Meter lang."
    assert codes(text, german, "de") == set()
    assert codes(text, german.replace("Brücke", "连心桥"), "de") == {"M603"}
    assert examiner("de").request(Task(sentence(text))).terms == ()


def test_what_misleads_is_tried_again_and_the_best_is_kept() -> None:
    good = "This bridge is 120 meters long."
    engine = Script({"beam 4": "bridge bridge bridge bridge bridge bridge", "no repeats": good})
    tasks = [Task(sentence("这座桥长120米。"))]
    ((index, draft),) = machine.drafts(tasks, engine, examiner(), beam_size=4)
    assert (index, draft.english, draft.faults, draft.decoding) == (0, good, (), "no repeats")
    assert [name for name, _ in engine.asked] == ["beam 4", "no repeats"]


@pytest.mark.parametrize("english", ["", "桥", "120 120 120 120 120 120"])
def test_what_cannot_be_mended_says_so(english: str) -> None:
    engine = Script(dict.fromkeys(("beam 4", "no repeats", "wider beam", "clause by clause"), english))
    ((_, draft),) = machine.drafts([Task(sentence("这座桥长120米。"))], engine, examiner(), beam_size=4)
    assert draft.english == english
    assert doubt(draft.faults) >= MISLEADING or not english
