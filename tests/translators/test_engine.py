"""The engine, its packages and their pairs, with models of random weights."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from duidu.errors import EngineError
from duidu.translators import ENGINES, Decoding
from duidu.translators import argos as module
from tests.tiny_argos import build_package

SENTENCES = ["昨天新桥通车了。", "", "孩子们在桥上放风筝。", "   ", "老人们常来这里聊天，节约用水，人人有责。"]
GREEDY = Decoding("greedy", beam_size=1)


def install(packages: Path, **pair: str) -> Path:
    folder = packages.parent / "made" / "-".join(pair.values())
    with zipfile.ZipFile(build_package(folder, **pair)) as archive:
        archive.extractall(packages)
    return packages / f"translate-{pair.get('source', 'zh')}_{pair.get('target', 'en')}-1_0"


def find(**wanted: object):
    return ENGINES["argos"](**({"device": "cpu", "beam_size": 2, "threads": 1} | wanted))


def test_each_sentence_comes_back_once_and_nothing_gives_nothing(packages: Path) -> None:
    install(packages)
    found = list(find().translate(SENTENCES, GREEDY))
    assert sorted(index for index, _ in found) == list(range(len(SENTENCES)))
    english = dict(found)
    assert english[1] == english[3] == ""
    assert english[0] and english[2] and english[4]


def test_the_english_does_not_depend_on_workers_or_company(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(packages)
    many = dict(find(threads=3).translate(SENTENCES * 40, GREEDY))
    monkeypatch.setattr(module, "BATCH_TOKENS", {"cpu": 30})
    assert dict(find().translate(SENTENCES * 40, GREEDY)) == many


def test_results_come_while_others_are_at_work(packages: Path) -> None:
    install(packages)
    engine = find()
    started = []
    translator = engine._translator

    def translate_batch(tokens, **options):
        started.append(len(tokens))
        return translator.translate_batch(tokens, **options)

    engine._translator = SimpleNamespace(translate_batch=translate_batch)
    stream = engine.translate([SENTENCES[0]] * 2000, GREEDY)
    next(stream)
    assert len(started) == module.IN_FLIGHT
    assert len(list(stream)) == 1999


def test_a_monster_of_a_sentence_is_translated_in_pieces(packages: Path) -> None:
    install(packages)
    engine = find()
    lengths = []
    translator = engine._translator

    def translate_batch(tokens, **options):
        lengths.extend(map(len, tokens))
        return translator.translate_batch(tokens, **options | {"max_decoding_length": 5})

    engine._translator = SimpleNamespace(translate_batch=translate_batch)
    ((index, english),) = engine.translate(["节约用水，人人有责。" * 2000], GREEDY)
    assert index == 0
    assert english
    assert max(lengths) <= module.PIECE["zh"] + 1
    assert len(lengths) >= 20_000 / module.PIECE["zh"]


def test_decodings_are_asked_for_as_they_stand(packages: Path) -> None:
    install(packages)
    engine = find()
    asked = []

    def translate_batch(tokens, **options):
        asked.append(options)
        return [SimpleNamespace(result=lambda: SimpleNamespace(hypotheses=[["▁the"]]))] * len(tokens)

    engine._translator = SimpleNamespace(translate_batch=translate_batch)
    list(engine.translate(["好"], Decoding("x", 7, 0.5, 1.3, 3)))
    list(engine.translate(["好"]))
    wanted = ("beam_size", "length_penalty", "repetition_penalty", "no_repeat_ngram_size")
    assert [tuple(options[name] for name in wanted) for options in asked] == [(7, 0.5, 1.3, 3), (2, 0.2, 1.0, 0)]


def test_a_target_prefix_goes_in_and_does_not_come_out(packages: Path) -> None:
    path = install(packages) / "metadata.json"
    path.write_text(
        json.dumps(json.loads(path.read_text(encoding="utf-8")) | {"target_prefix": "the"}), encoding="utf-8"
    )
    english = dict(find().translate(SENTENCES, GREEDY))
    assert english[0]
    assert not english[0].startswith("the")


def test_the_newest_package_of_a_pair_is_taken(packages: Path) -> None:
    folder = install(packages)
    for version in ("1.10", "1.9"):
        copy = packages / f"zh_en-{version}"
        shutil.copytree(folder, copy)
        metadata = json.loads((copy / "metadata.json").read_text(encoding="utf-8")) | {"package_version": version}
        (copy / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    assert find().name.endswith(", translate-zh_en 1.10")


def test_where_no_package_leads_there_two_hop_over_english(packages: Path) -> None:
    install(packages)
    install(packages, source="en", target="de")
    engine = find(target="de")
    assert engine.name.endswith(", translate-zh_en 1.0, translate-en_de 1.0")
    found = list(engine.translate(SENTENCES * 60, GREEDY))
    assert sorted(index for index, _ in found) == list(range(len(SENTENCES) * 60))
    first = dict(find().translate(SENTENCES, GREEDY))
    second = dict(find(source="en", target="de").translate([first[0]], GREEDY))
    assert dict(found)[0] == second[0]
    assert dict(found)[1] == ""


def test_a_missing_half_of_a_hop_is_named(packages: Path) -> None:
    install(packages)
    with pytest.raises(EngineError, match=r"for zh→de is installed.*duidu engine install") as caught:
        find(target="de")
    assert "translate-zh_en" not in str(caught.value)


def test_traditional_characters_need_their_own_package(packages: Path) -> None:
    install(packages)
    with pytest.raises(EngineError, match=r"zt→en is installed; that for zh→en .*duidu engine install"):
        find(source="zt")
    install(packages, source="zt")
    assert find(source="zt").name.endswith("translate-zt_en 1.0")


@pytest.mark.parametrize("damage", ["sentencepiece.model", "metadata.json", "model/model.bin"])
@pytest.mark.parametrize("content", [None, b"", b"[]"])
def test_a_broken_package_is_one_error(packages: Path, damage: str, content: bytes | None) -> None:
    path = install(packages) / damage
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(EngineError) as caught:
        find()
    assert "\n" not in str(caught.value)
    assert caught.value.hint


def test_a_graphics_card_that_is_not_there_is_said(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import ctranslate2

    install(packages)
    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 0)
    assert find(device="auto").device == "cpu"
    with pytest.raises(EngineError, match="no graphics card"):
        find(device="cuda")


@pytest.mark.parametrize(("types", "chosen"), [({"int8_float16", "float32"}, "int8_float16"), ({"float32"}, "auto")])
def test_a_graphics_card_is_used_where_there_is_one(
    packages: Path, monkeypatch: pytest.MonkeyPatch, types: set[str], chosen: str
) -> None:
    import ctranslate2

    made = []
    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 1)
    monkeypatch.setattr(ctranslate2, "get_supported_compute_types", lambda device: types)
    monkeypatch.setattr(ctranslate2, "Translator", lambda path, **options: made.append(options))
    install(packages)
    engine = find(device="auto", threads=8)
    assert (engine.device, engine.workers) == ("cuda", 1)
    assert made[0]["device"] == "cuda"
    assert made[0]["compute_type"] == chosen


def test_what_stops_the_model_is_one_line(packages: Path) -> None:
    install(packages)
    engine = find()

    def translate_batch(tokens, **options):
        raise RuntimeError("CUDA failed with error out of memory\nand more")

    engine._translator = SimpleNamespace(translate_batch=translate_batch)
    with pytest.raises(EngineError, match="the translation stopped: CUDA failed with error out of memory"):
        list(engine.translate(["好"], GREEDY))
