"""The ladder, with an engine that answers from a table and a judge that reads the answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.model import Draft, Fault, Term
from duidu.translators import Decoding, ladder
from duidu.translators.ladder import Request, clauses, drafts, joined

TERM = Term("黄大发", "Huang Dafa")
FIRST, RUNGS = "beam 4", (ladder.WITHOUT_TERMS, ladder.NO_REPEATS, ladder.WIDER_BEAM, ladder.CLAUSES)


@dataclass(frozen=True)
class Shielded:
    text: str
    term: Term | None

    def restored(self, english: str) -> str:
        return english.replace("T1", self.term.english) if self.term else english


def shield(text: str, terms: Sequence[Term]) -> Shielded:
    for term in terms:
        if term.chinese in text:
            return Shielded(text.replace(term.chinese, "T1"), term)
    return Shielded(text, None)


@pytest.fixture(autouse=True)
def shielded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ladder, "protected", shield)


@dataclass
class Fake:
    """Answers ``DECODING: TEXT`` unless a table says otherwise; a doubt stands in the answer as ``?0.7``."""

    answers: dict[tuple[str, str], str] = field(default_factory=dict)
    seed: int = 1
    calls: list[tuple[Decoding, list[str]]] = field(default_factory=list)
    name: str = "Fake 1.0"

    def translate(self, sentences: Sequence[str], decoding: Decoding) -> Iterator[tuple[int, str]]:
        self.calls.append((decoding, list(sentences)))
        for index in sorted(range(len(sentences)), key=lambda index: hash((self.seed, index))):
            text = sentences[index]
            yield index, self.answers.get((decoding.name, text), f"{decoding.name}: {text}")


def judge(index: int, english: str) -> tuple[Fault, ...]:
    return tuple(Fault("M601", float(part[:3]), "") for part in english.split("?")[1:])


def run(requests: Sequence[Request], answers: dict[tuple[str, str], str]) -> tuple[dict[int, Draft], Fake]:
    engine = Fake(answers)
    found = list(drafts(requests, engine, judge))
    assert sorted(index for index, _ in found) == list(range(len(requests)))
    return dict(found), engine


def test_what_is_good_at_once_is_asked_once() -> None:
    found, engine = run([Request("天亮了。"), Request("雨停了。")], {(FIRST, "雨停了。"): "It has stopped ?0.4"})
    assert found[0] == Draft("beam 4: 天亮了。", (), FIRST)
    assert found[1] == Draft("It has stopped ?0.4", (Fault("M601", 0.4, ""),), FIRST)
    assert [call.name for call, _ in engine.calls if call.name == FIRST] == [FIRST]
    assert not any(texts for call, texts in engine.calls if call.name != FIRST)


def test_terms_are_protected_on_the_way_in_and_restored_on_the_way_out() -> None:
    found, _ = run([Request("黄大发来了。", (TERM,))], {(FIRST, "T1来了。"): "T1 has come."})
    assert found[0].english == "Huang Dafa has come."


def test_without_protected_terms() -> None:
    answers = {(FIRST, "T1来了。"): "T1 T1 T1 ?0.9", (ladder.WITHOUT_TERMS, "黄大发来了。"): "Huang Dafa came."}
    found, _ = run([Request("黄大发来了。", (TERM,))], answers)
    assert found[0] == Draft("Huang Dafa came.", (), ladder.WITHOUT_TERMS)


def test_a_sentence_without_terms_is_not_tried_again_without_them() -> None:
    _, engine = run([Request("天亮了。", (TERM,))], {(FIRST, "天亮了。"): "?0.9"})
    assert [texts for call, texts in engine.calls if call.name == ladder.WITHOUT_TERMS] == [[]]


@pytest.mark.parametrize("settles", [ladder.NO_REPEATS, ladder.WIDER_BEAM])
def test_later_rungs_settle_what_the_first_could_not(settles: str) -> None:
    answers = {(name, "天亮了。"): f"{name} ?0.9" for name in (FIRST, *RUNGS) if name != settles}
    found, _ = run([Request("天亮了。")], answers)
    assert found[0] == Draft(f"{settles}: 天亮了。", (), settles)


def test_later_rungs_decode_otherwise() -> None:
    _, engine = run([Request("天亮了。")], {(name, "天亮了。"): "?0.9" for name in (FIRST, *RUNGS)})
    decodings = {call.name: call for call, _ in engine.calls}
    assert decodings[ladder.NO_REPEATS].repetition_penalty > 1
    assert decodings[ladder.NO_REPEATS].no_repeat_ngram_size == 3
    assert decodings[ladder.WIDER_BEAM].beam_size > decodings[FIRST].beam_size


def test_clause_by_clause() -> None:
    text = "黄大发来了，天也就亮了；他们走。"
    answers = {(name, source): f"{name} ?0.9" for name in (FIRST, *RUNGS[:3]) for source in (text, "T1" + text[3:])}
    answers |= {
        (ladder.CLAUSES, "T1来了，"): "T1 has come.",
        (ladder.CLAUSES, "天也就亮了；"): "The day has broken.",
        (ladder.CLAUSES, "他们走。"): "They leave.",
    }
    found, _ = run([Request(text, (TERM,))], answers)
    assert found[0] == Draft("Huang Dafa has come, the day has broken; they leave.", (), ladder.CLAUSES)


def test_after_the_second_rung_a_sentence_goes_in_as_it_did_best() -> None:
    text = "黄大发来了。"
    better = {(FIRST, "T1来了。"): "?0.9", (ladder.WITHOUT_TERMS, text): "?0.7", (ladder.NO_REPEATS, text): "?0.6"}
    _, engine = run([Request(text, (TERM,))], better)
    assert [texts for call, texts in engine.calls if call.name == ladder.NO_REPEATS] == [[text]]
    worse = {(FIRST, "T1来了。"): "?0.7", (ladder.WITHOUT_TERMS, text): "?0.9"}
    _, engine = run([Request(text, (TERM,))], worse)
    assert [texts for call, texts in engine.calls if call.name == ladder.NO_REPEATS] == [["T1来了。"]]


def test_the_least_doubtful_draft_is_kept_and_the_earlier_of_equals() -> None:
    doubts = dict(zip((FIRST, *RUNGS[1:3]), ("0.9", "0.6", "0.6"), strict=True))
    found, _ = run([Request("天亮了。")], {(name, "天亮了。"): f"{name} ?{doubt}" for name, doubt in doubts.items()})
    assert found[0].decoding == ladder.NO_REPEATS
    assert found[0].faults == (Fault("M601", 0.6, ""),)


def test_any_english_is_better_than_none() -> None:
    answers = {(name, "天亮了。"): "" for name in (FIRST, *RUNGS[1:])}
    assert run([Request("天亮了。")], answers)[0][0].english == ""
    found, _ = run([Request("天亮了。")], answers | {(ladder.WIDER_BEAM, "天亮了。"): "Day ?1.0"})
    assert found[0].english == "Day ?1.0"


def test_all_faults_together_may_count() -> None:
    engine = Fake({(FIRST, "天亮了。"): "Day ?0.3 ?0.3"})
    assert dict(drafts([Request("天亮了。")], engine, judge))[0].decoding == FIRST
    total = dict(drafts([Request("天亮了。")], engine, judge, doubt=lambda faults: sum(one.weight for one in faults)))
    assert total[0].decoding == ladder.NO_REPEATS


def test_the_beam_is_that_of_the_settings() -> None:
    engine = Fake({("beam 2", "天亮了。"): "?0.9", (ladder.NO_REPEATS, "天亮了。"): "?0.9"})
    dict(drafts([Request("天亮了。")], engine, judge, beam_size=2))
    assert [call.beam_size for call, _ in engine.calls] == [2, 2, 2, 4]


def test_a_sentence_comes_as_soon_as_it_is_settled_and_failures_go_down_together(monkeypatch) -> None:
    monkeypatch.setattr(ladder, "TOGETHER", 3)
    texts = [f"第{number}天亮了。" for number in range(12)]
    engine = Fake({(FIRST, text): "?0.9" for text in texts[::2]})
    stream = drafts([Request(text) for text in texts], engine, judge)
    next(stream)
    assert len(engine.calls) <= 4  # the first decoding and one descent
    assert len(list(stream)) == 11
    assert [len(tried) for call, tried in engine.calls if call.name == ladder.NO_REPEATS] == [3, 3]


@given(st.lists(st.lists(st.integers(0, 9), min_size=5, max_size=5), max_size=12), st.integers())
def test_drafts_do_not_depend_on_the_order_in_which_the_engine_answers(table: list[list[int]], seed: int) -> None:
    texts = [f"第{number}天亮了，大家都走了。" for number in range(len(table))]
    answers = {
        (name, text): f"{name} ?0.{doubt}"
        for text, doubts in zip(texts, table, strict=True)
        for name, doubt in zip((FIRST, *RUNGS), doubts, strict=True)
    }
    requests = [Request(text) for text in texts]
    one = list(drafts(requests, Fake(answers, seed), judge))
    other = list(drafts(requests, Fake(answers, seed + 1), judge))
    assert sorted(index for index, _ in one) == list(range(len(texts)))
    assert dict(one) == dict(other)
    for index, draft in one:
        tried = (table[index][0], *table[index][2:4])
        assert ladder.heaviest(draft.faults) < 0.5 or ladder.heaviest(draft.faults) == min(tried) / 10


@given(st.text("天地，；：。！？（）“”《》1.,; ", max_size=40))
def test_clauses_join_to_their_sentence(text: str) -> None:
    assert "".join(clauses(text)) == text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1,234人走了。", 1),
        ("会议于12:30开始，很短。", 2),
        ("好，我们现在走。", 1),
        ("他说（今天，明天，后天都来）。", 1),
    ],
)
def test_figures_brackets_and_crumbs_are_no_clauses(text: str, count: int) -> None:
    assert len(clauses(text)) == count


def test_clauses_become_one_english_sentence() -> None:
    assert joined([("天亮了，", "It is day."), ("大发走了。", "Dafa left.")]) == "It is day, Dafa left."
    assert joined([("真好！", "How good!"), ("他走了。", "He left.")]) == "How good! He left."
    assert joined([("他走了，", "He left."), ("好。", "")]) == "He left."
    assert joined([("", "")]) == ""
    assert joined([("他说：", "He said.")]) == "He said:"
