"""Offline machine English by Argos Translate: the only file that knows argostranslate and CTranslate2.

Argos packages are used for their models and tokenisers; inference goes to CTranslate2 in batches sorted by length.
Argos's own ``translate()`` would cut our sentences again with a sentence splitter that it first downloads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from duidu.errors import EngineError, NoPackageError
from duidu.translators import packages
from duidu.translators.package_index import INSTALL, Pair

if TYPE_CHECKING:
    from argostranslate.package import Package

SLICE = 64  # sentences between two steps of the progress bar
BATCH_TOKENS = 1024  # CTranslate2's max_batch_size, batch_type "tokens"
# Argos's own value (argostranslate.translate): shorter hypotheses are hardly punished.
LENGTH_PENALTY = 0.2


class ArgosEngine:
    """The installed zh→en package, ready to translate; see ``find_engine``."""

    def __init__(self, package: Package, *, device: str, beam_size: int, threads: int) -> None:
        import ctranslate2

        self._package: Any = package
        self._beam_size = beam_size
        self._translator = ctranslate2.Translator(
            str(Path(package.package_path) / "model"), device=device, inter_threads=threads, intra_threads=1
        )

    @property
    def name(self) -> str:
        """Engine, model and version, as they stand in the PO files."""
        package = self._package
        model = f"translate-{package.from_code}_{package.to_code} {package.package_version}"
        return f"Argos Translate {version('argos-translate-lt')}, {model}"

    def translate(self, sentences: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Pairs (Chinese, English), similar lengths together; English is "" where the model gives nothing.

        The order of the pairs is not that of ``sentences``, so that a long job can be saved as it goes.
        """
        order = sorted(range(len(sentences)), key=lambda index: (len(sentences[index]), index))
        for start in range(0, len(order), SLICE):
            chosen = [sentences[index] for index in order[start : start + SLICE]]
            yield from zip(chosen, self._translate_slice(chosen), strict=True)

    def _translate_slice(self, sentences: list[str]) -> list[str]:
        tokenizer = self._package.tokenizer
        prefix = self._package.target_prefix
        try:
            results = self._translator.translate_batch(
                [tokenizer.encode(sentence) for sentence in sentences],
                target_prefix=[[prefix]] * len(sentences) if prefix else None,
                replace_unknowns=True,
                max_batch_size=BATCH_TOKENS,
                batch_type="tokens",
                beam_size=self._beam_size,
                length_penalty=LENGTH_PENALTY,
            )
        except (RuntimeError, ValueError) as error:
            first_line = str(error).split("\n")[0]
            hint = 'try device = "cpu" in edition.toml; what is finished is saved.'
            raise EngineError(f"the translation stopped: {first_line}.", hint=hint) from None
        return [_clean(tokenizer.decode(result.hypotheses[0]), prefix) for result in results]


def find_engine(
    *,
    source: str = "zh",
    target: str = "en",
    device: str,
    beam_size: int,
    threads: int,
    sha256: Sequence[str] = (),
) -> ArgosEngine:
    """The installed Argos package for this pair of languages, verified; ``sha256`` pins its archive.

    Raises NoPackageError, in one line that says how to get it, when there is none, PackageError when it is not what
    was installed, EngineError when it cannot be loaded.
    """
    from argostranslate.package import Package

    pair = Pair(source, target)
    found = next((package for package in packages.installed(packages.places()) if package.pair == pair), None)
    if found is None:
        raise NoPackageError(
            f"no Argos Translate package for {pair} is installed.",
            hint=f"get it once with: {INSTALL} (without a network: {INSTALL} --from FILE)",
        )
    packages.standing(found, sha256)
    try:
        return ArgosEngine(Package(found.path), device=device, beam_size=beam_size, threads=threads)
    except (RuntimeError, ValueError, OSError) as error:
        first_line = str(error).split("\n")[0]
        raise EngineError(
            f"the Argos Translate package {found.path} cannot be loaded: {first_line}.",
            hint=f"install it again: {INSTALL}",
        ) from None


def device_used(device: str) -> str:
    """The device that a setting comes to on this machine: ``cpu``, or ``cuda`` with the number of its devices."""
    import ctranslate2

    count = ctranslate2.get_cuda_device_count()
    return f"cuda ({count})" if device == "cuda" or (device == "auto" and count) else "cpu"


def _clean(english: str, prefix: str) -> str:
    """One line, without the language token and the tokeniser's spaces."""
    return re.sub(r"\s+", " ", english.removeprefix(prefix) if prefix else english).strip()
