"""Offline machine English by Argos Translate: the only file that knows CTranslate2.

Argos packages are used for their models and tokenisers; inference goes to CTranslate2 in batches sorted by length.
Argos's own ``translate()`` would cut our sentences again with a sentence splitter that it first downloads, and give
them to the model one by one.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from duidu.errors import EngineError, NoPackageError
from duidu.translators import packages
from duidu.translators.batches import Joiner, Piece, batches, pieces
from duidu.translators.decoding import Decoding, first_decoding
from duidu.translators.package_index import INSTALL, PIVOT, Pair

if TYPE_CHECKING:
    from argostranslate.package import Package

# Tokens of a batch, padding included. Workers keep to themselves on a processor; a graphics card wants large batches.
BATCH_TOKENS = {"cpu": 1024, "cuda": 8192}
# Batches in flight for each worker, one in work and one that waits: whoever takes the results keeps no worker idle, and
# a run that is stopped has little to finish.
IN_FLIGHT = 2
# Characters of a piece. Newspaper sentences are shorter; models have seen few longer ones and leave clauses out.
PIECE = {"zh": 256, "zt": 256}
OTHER_PIECE = 800
# A model that repeats itself stops there; good English of newspaper Chinese has less than twice its tokens.
LONGEST_OUTPUT = 3
SPARE_OUTPUT = 16
HOP_WINDOW = 256  # sentences that go on to the second model together
NAMES = {"zh": "Chinese in simplified characters", "zt": "Chinese in traditional characters"}

_BROKEN = (RuntimeError, ValueError, OSError, AttributeError, TypeError)

_Flight = tuple[list[Piece], list[Any]]


class ArgosEngine:
    """An installed package, ready to translate; see ``find_engine``."""

    def __init__(self, package: Package, *, device: str, beam_size: int, threads: int) -> None:
        import ctranslate2

        self._package: Any = package
        self._decoding = first_decoding(beam_size)
        self.device = _device(device)
        self.workers = max(1, threads) if self.device == "cpu" else 1
        self._limit = PIECE.get(self._package.from_code, OTHER_PIECE)
        self._encode("好")  # the tokeniser is loaded at its first use; a broken one is to be found out now
        self._translator = ctranslate2.Translator(
            str(Path(self._package.package_path) / "model"),
            device=self.device,
            compute_type=_compute_type(self.device),
            inter_threads=self.workers,
            intra_threads=1,
            max_queued_batches=-1,
        )

    @property
    def name(self) -> str:
        """Engine, model and version, as they stand in the PO files."""
        return f"Argos Translate {version('argos-translate-lt')}, {self.model}"

    @property
    def model(self) -> str:
        """The model alone: ``translate-zh_en 1.9``."""
        return f"{_pair_name(self._package)} {self._package.package_version}"

    def translate(self, sentences: Sequence[str], decoding: Decoding | None = None) -> Iterator[tuple[int, str]]:
        """(Index, English), batch by batch as they finish; English is "" where the model gives nothing.

        Without ``decoding``, with the beam of the settings. Raises EngineError when CTranslate2 gives up.
        """
        decoding = decoding or self._decoding
        joiner = Joiner()
        flying: deque[_Flight] = deque()
        found = pieces(sentences, self._encode, self._limit)
        try:
            for batch in batches(found, size=BATCH_TOKENS[self.device], workers=self.workers):
                flying.append(self._start(batch, decoding))
                while len(flying) >= IN_FLIGHT * self.workers:
                    yield from self._landed(flying.popleft(), joiner)
            while flying:
                yield from self._landed(flying.popleft(), joiner)
        except (RuntimeError, ValueError) as error:
            hint = 'try device = "cpu" in edition.toml; what is finished is saved.'
            raise EngineError(f"the translation stopped: {_first_line(error)}.", hint=hint) from None

    def _encode(self, text: str) -> list[str]:
        tokens: list[str] = self._package.tokenizer.encode(text)
        return tokens

    def _start(self, batch: list[Piece], decoding: Decoding) -> _Flight:
        asked = [piece for piece in batch if piece.tokens]
        return batch, self._translator.translate_batch(
            [piece.tokens for piece in asked],
            target_prefix=[[self._package.target_prefix]] * len(asked) if self._package.target_prefix else None,
            asynchronous=True,
            beam_size=decoding.beam_size,
            length_penalty=decoding.length_penalty,
            repetition_penalty=decoding.repetition_penalty,
            no_repeat_ngram_size=decoding.no_repeat_ngram_size,
            max_decoding_length=_longest_output(batch[0]),
            replace_unknowns=True,
        )

    def _landed(self, flight: _Flight, joiner: Joiner) -> Iterator[tuple[int, str]]:
        batch, results = flight
        waiting = iter(results)
        for piece in batch:
            # The batch allows what its longest piece may have: with its own measure, no piece depends on its company.
            tokens = next(waiting).result().hypotheses[0][: _longest_output(piece)] if piece.tokens else []
            yield from joiner.add(piece, self._decode(tokens))

    def _decode(self, tokens: list[str]) -> str:
        """One line, without the language token and the tokeniser's spaces."""
        english: str = self._package.tokenizer.decode(tokens)
        return re.sub(r"\s+", " ", english.removeprefix(self._package.target_prefix)).strip()


@dataclass(frozen=True, slots=True)
class Hop:
    """Two engines in a row, for a language that no package leads to from Chinese: zh→en→de."""

    first: ArgosEngine
    second: ArgosEngine

    @property
    def name(self) -> str:
        """Engine and both models."""
        return f"{self.first.name}, {self.second.model}"

    def translate(self, sentences: Sequence[str], decoding: Decoding | None = None) -> Iterator[tuple[int, str]]:
        """As ``ArgosEngine.translate``; what the first model has finished goes on to the second by the window."""
        found = self.first.translate(sentences, decoding)
        while window := list(islice(found, HOP_WINDOW)):
            for place, text in self.second.translate([english for _, english in window], decoding):
                yield window[place][0], text


def find_engine(
    *,
    source: str = "zh",
    target: str = "en",
    device: str,
    beam_size: int,
    threads: int,
    sha256: Sequence[str] = (),
) -> ArgosEngine | Hop:
    """The installed Argos package for this pair of languages, or two that hop over English, verified.

    ``source`` is "zh", or "zt" for traditional characters; ``sha256`` pins the archives. Raises NoPackageError, in one
    line that says how to get it, when there is none, PackageError when it is not what was installed, EngineError when
    it cannot be loaded.
    """
    there = packages.installed(packages.places())
    steps = packages.serving(Pair(source, target), there)
    if not steps:
        raise _missing(Pair(source, target), [package.pair for package in there])
    engines = [_opened(step, sha256, device=device, beam_size=beam_size, threads=threads) for step in steps]
    return Hop(*engines) if len(engines) > 1 else engines[0]


def _opened(package: packages.Installed, sha256: Sequence[str], **settings: Any) -> ArgosEngine:
    from argostranslate.package import Package

    packages.standing(package, sha256)
    try:
        return ArgosEngine(Package(package.path), **settings)
    except _BROKEN as error:
        problem = f"the Argos Translate package {package.path} cannot be loaded: {_first_line(error)}."
        raise EngineError(problem, hint=f"install it again: {INSTALL}") from None


def _missing(wanted: Pair, installed: Sequence[Pair]) -> NoPackageError:
    problem = f"no Argos Translate package for {wanted} is installed."
    if wanted.source == "zt" and Pair("zh", PIVOT) in installed:
        problem = f"{problem[:-1]}; that for {Pair('zh', PIVOT)} reads {NAMES['zh']} only."
    return NoPackageError(problem, hint=f"get it once with: {INSTALL} (without a network: {INSTALL} --from FILE)")


def device_used(device: str) -> str:
    """The device that a setting comes to on this machine: ``cpu``, or ``cuda`` with the number of its devices.

    Raises EngineError when a graphics card is wanted and there is none.
    """
    import ctranslate2

    used = _device(device)
    return f"cuda ({ctranslate2.get_cuda_device_count()})" if used == "cuda" else used


def _longest_output(piece: Piece) -> int:
    return LONGEST_OUTPUT * len(piece.tokens) + SPARE_OUTPUT


def _pair_name(package: Any) -> str:
    return f"translate-{package.from_code}_{package.to_code}"


def _device(wanted: str) -> str:
    import ctranslate2

    if wanted == "cpu":
        return wanted
    if ctranslate2.get_cuda_device_count() > 0:
        return "cuda"
    if wanted == "cuda":
        raise EngineError("CTranslate2 finds no graphics card with CUDA.", hint='set device = "auto" in edition.toml.')
    return "cpu"


def _compute_type(device: str) -> str:
    import ctranslate2

    if device == "cpu":
        return "int8"
    return "int8_float16" if "int8_float16" in ctranslate2.get_supported_compute_types(device) else "auto"


def _first_line(error: Exception) -> str:
    return str(error).split("\n")[0].rstrip(".")
