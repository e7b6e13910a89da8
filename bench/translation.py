#!/usr/bin/env python3
"""How fast we translate, as ratios against Argos Translate's own loop and against bare CTranslate2 in the same run.

    python bench/translation.py [--json] [--runs N] [--sentences N] [--argos-sentences N] [--threads N] [--beams 4 1]

A model of the shape of Argos's own (6 + 6 layers, 512 wide, 8 heads, 2,048 inner, 32,000 shared pieces, int8) is made
with random weights; every sentence gets English of --output tokens. Figures are tokens of English a second.

`ours`     the engine as `translate` uses it: text to text, --threads workers
`bare`     one call of CTranslate2 with the tokens of the same sentences, sorted, in the same batches and threads
`argos`    argostranslate.translate.translate with its default settings (beam 4, batches of 32 tokens, as many OpenMP
           threads as CTranslate2 likes), in paragraphs of --paragraph sentences; only what splits sentences is
           replaced, because ours are sentences
`argos_1`  the same with ARGOS_INTRA_THREADS=1: two OpenMP threads a call are harmful on small virtual machines

`ours` at any beam is compared with `argos` at its default beam, 4, and with `bare` at the same beam. All take turns;
the ratios are medians over the turns. Argos gets fewer sentences: it takes one paragraph after the other, so that its
speed does not depend on how many there are.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))

VOCABULARY = 32_000
# Ours per Argos with default settings, and per Argos with one thread, at these beams.
GOALS = {4: (14, 3), 1: (40, 9)}
BARE_GOAL = 0.95


def sentences(count: int) -> list[str]:
    """Sentences of the edition and of the test pages, again and again until there are enough."""
    from bench.language import edition_texts, other_texts

    found = [text.strip() for text in edition_texts() + other_texts() if len(text.strip()) > 4]
    return (found * (count // len(found) + 1))[:count]


# ------------------------------------------------------------------- the model


def build_model(packages: Path, texts: list[str]) -> None:
    """An installed package: a tokeniser trained on the texts, filled up to VOCABULARY pieces, and the transformer."""
    from tests.tiny_argos import Shape, random_transformer

    folder = packages / "translate-zh_en-1_0"
    (folder / "model").mkdir(parents=True)
    spec = random_transformer(tokeniser(folder, texts), Shape(layers=6, heads=8, width=512, inner=2048))
    spec.optimize(quantization="int8")
    spec.save(str(folder / "model"))
    metadata = {
        "package_version": "1.0",
        "from_code": "zh",
        "from_name": "Chinese",
        "to_code": "en",
        "to_name": "English",
    }
    (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")


def tokeniser(folder: Path, texts: list[str]) -> list[str]:
    import sentencepiece
    from sentencepiece import sentencepiece_model_pb2

    text = folder / "text.txt"
    text.write_text("\n".join(texts), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(text), model_prefix=str(folder / "sentencepiece"), vocab_size=8000, hard_vocab_limit=False,
        minloglevel=2,
    )  # fmt: skip
    path = folder / "sentencepiece.model"
    model = sentencepiece_model_pb2.ModelProto.FromString(path.read_bytes())
    for number in range(VOCABULARY - len(model.pieces)):
        model.pieces.add(piece=f"▁filler{number}", score=-1000.0)
    path.write_bytes(model.SerializeToString())
    return [piece.piece for piece in model.pieces]


class Fixed:
    """A translator all of whose English has the same length."""

    def __init__(self, translator: Any, length: int) -> None:
        self._translator, self._length = translator, length

    def translate_batch(self, *arguments: Any, **options: Any) -> Any:
        options |= {"min_decoding_length": self._length, "max_decoding_length": self._length}
        return self._translator.translate_batch(*arguments, **options)


# ------------------------------------------------------------------- in the processes of those who take turns

_ENGINE: Any = None
_LENGTH = 0


def become_ours(environment: dict[str, str], threads: int, length: int) -> None:
    global _ENGINE, _LENGTH
    os.environ.update(environment)
    from duidu.translators.argos import find_engine

    _ENGINE, _LENGTH = find_engine(device="cpu", beam_size=4, threads=threads), length
    _ENGINE._translator = Fixed(_ENGINE._translator, length)


def ours(texts: list[str], beam: int) -> float:
    from duidu.translators import Decoding

    start = time.perf_counter()
    found = dict(_ENGINE.translate(texts, Decoding("", beam_size=beam)))
    seconds = time.perf_counter() - start
    assert len(found) == len(texts)
    return len(texts) * _LENGTH / seconds


def bare(texts: list[str], beam: int) -> float:
    from duidu.translators.argos import BATCH_TOKENS

    tokens = sorted(map(_ENGINE._encode, texts), key=len, reverse=True)
    start = time.perf_counter()
    _ENGINE._translator.translate_batch(
        tokens, max_batch_size=BATCH_TOKENS["cpu"], batch_type="tokens", beam_size=beam, length_penalty=0.2,
        replace_unknowns=True,
    )  # fmt: skip
    return len(texts) * _LENGTH / (time.perf_counter() - start)


def become_argos(environment: dict[str, str], length: int) -> None:
    global _LENGTH
    os.environ.update(environment)
    import ctranslate2
    from argostranslate import translate

    _LENGTH = length
    original = ctranslate2.Translator
    ctranslate2.Translator = lambda **options: Fixed(original(**options), length)
    translate.MiniSBDSentencizer.__init__ = lambda self, package: None
    translate.MiniSBDSentencizer.split_sentences = lambda self, text: text.split("\t")


def argos(texts: list[str], size: int) -> float:
    from argostranslate import translate

    paragraphs = ["\t".join(texts[start : start + size]) for start in range(0, len(texts), size)]
    translate.translate("好", "zh", "en")  # loads the model, and forgets what was translated last
    start = time.perf_counter()
    translate.translate("\n".join(paragraphs), "zh", "en")
    return len(texts) * _LENGTH / (time.perf_counter() - start)


# ------------------------------------------------------------------- turns


def turns(options: argparse.Namespace, data: Path, texts: list[str]) -> dict[str, list[float]]:
    """Tokens a second of each in each turn, after one short turn that warms up."""
    environment = {"XDG_DATA_HOME": str(data), "XDG_CONFIG_HOME": str(data), "XDG_CACHE_HOME": str(data)}
    spawn = multiprocessing.get_context("spawn")
    few = texts[:: max(1, len(texts) // options.argos_sentences)][: options.argos_sentences]

    def process(become: Any, *arguments: Any) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(1, mp_context=spawn, initializer=become, initargs=arguments)

    one = environment | {"ARGOS_INTRA_THREADS": "1"}
    us = process(become_ours, environment, options.threads, options.output)
    them = {
        "argos": process(become_argos, environment, options.output),
        "argos_1": process(become_argos, one, options.output),
    }
    found: dict[str, list[float]] = {}
    for turn in range(options.runs + 1):
        for name, pool in them.items():
            speed = pool.submit(argos, few if turn else few[:3], options.paragraph).result()
            found.setdefault(name, []).append(speed)
        for beam in options.beams:
            for contestant in (ours, bare) if turn % 2 else (bare, ours):
                speed = us.submit(contestant, texts if turn else texts[:16], beam).result()
                found.setdefault(f"{contestant.__name__}_{beam}", []).append(speed)
    for pool in (us, *them.values()):
        pool.shutdown()
    return {name: speeds[1:] for name, speeds in found.items()}


def result_of(found: dict[str, list[float]], beams: list[int]) -> dict[str, float]:
    def ratio(one: str, other: str) -> float:
        return statistics.median(a / b for a, b in zip(found[one], found[other], strict=True))

    result = {f"{name}_tokens_per_s": statistics.median(speeds) for name, speeds in found.items()}
    for beam in beams:
        result[f"beam_{beam}_per_argos"] = ratio(f"ours_{beam}", "argos")
        result[f"beam_{beam}_per_argos_1"] = ratio(f"ours_{beam}", "argos_1")
        result[f"beam_{beam}_per_bare"] = ratio(f"ours_{beam}", f"bare_{beam}")
    return result


def goals(beams: list[int]) -> dict[str, float]:
    found: dict[str, float] = {}
    for beam in beams:
        default, one = GOALS.get(beam, (None, None))
        found |= {f"beam_{beam}_per_argos": default, f"beam_{beam}_per_argos_1": one} if default and one else {}
        found[f"beam_{beam}_per_bare"] = BARE_GOAL
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sentences", type=int, default=480)
    parser.add_argument("--argos-sentences", type=int, default=24)
    parser.add_argument("--output", type=int, default=40, help="tokens of English a sentence")
    parser.add_argument("--paragraph", type=int, default=1, help="sentences of a paragraph that Argos gets")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--beams", type=int, nargs="+", default=[4, 2, 1])
    options = parser.parse_args()
    texts = sentences(options.sentences)
    with tempfile.TemporaryDirectory() as folder:
        build_model(Path(folder) / "argos-translate" / "packages", texts)
        result = result_of(turns(options, Path(folder), texts), options.beams)
    if options.json:
        print(json.dumps(result))
        return
    wanted = goals(options.beams)
    for name, value in result.items():
        print(f"{name:<26}{value:10.2f}" + (f"   goal {wanted[name]:g}" if name in wanted else ""))


if __name__ == "__main__":
    main()
