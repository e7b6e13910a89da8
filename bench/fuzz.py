#!/usr/bin/env python3
"""Fuzz the page importer: whatever bytes a file holds, a page is imported whole or refused with one clear line.

    pip install '.[fuzz]'
    python bench/fuzz.py [--minutes N] [--seed N] [--corpus DIR]

Coverage leads the way (atheris, libFuzzer), from the test pages in four encodings. What is looked for: an exception
that is no DuiduError, a refusal that is not one line with file, line and hint, two results for one input, and a
character that is lost or invented (the importer checks that of itself). An input that does one of these is left in the
folder of the corpus as `crash-…`; running again with it as `--corpus` repeats it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))

with atheris.instrument_imports(include=["duidu"]):
    from duidu.errors import DuiduError

    # The readers and the rules are loaded with the first page; what is loaded that late does not lead the way.
    from duidu.importers import html, import_page, markdown, page_text, plain  # noqa: F401
    from duidu.model import RawPage
    from duidu.segmentation import Segmenter

ENCODINGS = ("utf-8", "gb18030", "big5hkscs", "utf-16")
# The first byte of an input says which kind of file it is; most are plain text.
SUFFIXES = (".txt", ".txt", ".txt", ".txt", ".txt", ".txt", ".md", ".html")
SEGMENTER = Segmenter()


def one(data: bytes) -> None:
    """Import one input, twice; raises what is a fault of the importer."""
    if len(data) < 2:
        return
    path = f"content/pages/p{SUFFIXES[data[0] % len(SUFFIXES)]}"
    page = RawPage("p", data[1:], path)
    try:
        result = import_page(page, SEGMENTER.cuts_word)
    except DuiduError as error:
        text = str(error)
        if "\n" in text or not error.hint or not text.startswith(f"{path}:") or "fault of the importer" in text:
            raise RuntimeError(text) from error
        return
    if result != import_page(page, SEGMENTER.cuts_word):
        raise RuntimeError("two results for one input")


def write_corpus(folder: Path) -> None:
    for path in sorted((REPOSITORY / "tests" / "importers" / "pages").glob("*.txt")):
        text = path.read_text(encoding="utf-8-sig")
        for encoding in ENCODINGS:
            part = text[:600].encode(encoding, errors="ignore")
            (folder / f"{path.stem}-{encoding}").write_bytes(b"\x00" + part)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=Path, help="folder that keeps what was found, or one input to repeat")
    options = parser.parse_args()
    corpus = options.corpus or Path(tempfile.mkdtemp(prefix="duidu-fuzz-"))
    if not corpus.is_file():
        corpus.mkdir(parents=True, exist_ok=True)
        write_corpus(corpus)
    flags = [f"-max_total_time={round(options.minutes * 60)}", f"-seed={options.seed}", "-max_len=4096", "-timeout=10"]
    atheris.Setup(
        [sys.argv[0], *flags, f"-artifact_prefix={corpus.parent if corpus.is_file() else corpus}/", str(corpus)], one
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
