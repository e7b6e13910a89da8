"""The trained package in tests/data (bench/tiny_model.py): recognisable English, through engine and ladder.

Processors round differently, so that no sentence is held to its letters.
"""

from __future__ import annotations

import zipfile
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from duidu.model import Fault
from duidu.translators import ENGINES, Decoding
from duidu.translators.ladder import Request, drafts

PACKAGE = Path(__file__).resolve().parent.parent / "data" / "translate-zh_en-1_0.argosmodel"
KNOWN = {
    "昨天，青石县的新桥通车了。": "Yesterday, the new bridge in Qingshi County was opened to traffic.",
    "桥边的新变化": "New changes by the bridge",
    "春天来了，孩子们在新桥上放风筝。": "Spring has come, and children fly kites on the new bridge.",
    "红色，是名城遵义最鲜明的底色。": "In the famed city of Zunyi, red is the most vivid underlying color.",
    "李育佳的成长经历并不平坦。": "Li Yujia did not have an easy time growing up.",
    "社区是服务居民的排头兵，也是红色传承的主阵地。": (
        "Communities are the vanguard in serving residents and also the main front for carrying on the red heritage."
    ),
}


@pytest.fixture
def engine(packages: Path):
    with zipfile.ZipFile(PACKAGE) as archive:
        archive.extractall(packages)
    return ENGINES["argos"](device="cpu", beam_size=4, threads=1)


def likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def test_the_package_is_small_and_complete() -> None:
    assert PACKAGE.stat().st_size <= 2_000_000
    with zipfile.ZipFile(PACKAGE) as archive:
        names = {name.split("/", 1)[1] for name in archive.namelist()}
    assert {"metadata.json", "sentencepiece.model", "model/model.bin", "model/config.json"} <= names


@pytest.mark.parametrize("beam_size", [1, 4])
def test_known_sentences_become_recognisable_english(engine, beam_size: int) -> None:
    found = dict(engine.translate(list(KNOWN), Decoding("", beam_size=beam_size)))
    alike = [likeness(found[index], english) for index, english in enumerate(KNOWN.values())]
    assert min(alike) > 0.6, found
    assert sum(alike) / len(alike) > 0.9, found


def test_a_long_sentence_is_not_cut_off(engine) -> None:
    text = "截至目前，全县收集群众意见6539件，办结6455件。" * 20
    ((_, english),) = engine.translate([text], Decoding("", beam_size=1))
    assert english.count("To date") >= 3  # one at least for each piece


def test_the_ladder_finds_something_better(engine) -> None:
    """Whatever the first decoding gives is called misleading here: the rungs must give other English and be judged."""
    judged: list[str] = []

    def judge(index: int, english: str) -> tuple[Fault, ...]:
        judged.append(english)
        return (Fault("M601", 0.9, "loop"),) if len(judged) <= len(KNOWN) else ()

    found = dict(drafts([Request(text) for text in KNOWN], engine, judge))
    assert sorted(found) == list(range(len(KNOWN)))
    assert {draft.decoding for draft in found.values()} == {"no repeats"}
    assert all(draft.english and not draft.faults for draft in found.values())
