#!/usr/bin/env python3
"""Run the quality gate over two parallel files: Chinese sentences, and the English of each in the same line.

    python bench/gate.py SOURCE.zh OUTPUT.en

Prints a JSON object a line of the files: its number, the codes of the findings, worst first, how surely a reader is
misled (0 to 1), whether that is enough to mark the sentence, and what each finding says.

    {"line": 7, "findings": ["M604"], "severity": 0.85, "misled": true, "details": ["3 has become “5”"]}

A line is judged as `translate` judges a sentence, with an empty lexicon: names and public terms are those the tool
knows by itself. An empty line has no findings where its Chinese is empty, too.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from duidu.annotators import Annotator, is_common
from duidu.machine import MISLEADING, Examiner, Task, doubt
from duidu.model import Fault, Lexicon, Sentence, SourceRef
from duidu.segmentation import Segmenter

HSK = "2025"  # of no account here, where no levels are shown


def lines_of(path: Path) -> list[str]:
    """The lines of a file in UTF-8; ends the program with one line where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "is not UTF-8"
        raise SystemExit(f"{path}: {reason}. Hint: give two text files in UTF-8.") from None
    return text.removesuffix("\n").split("\n") if text else []


def examiner_of() -> Callable[[str, str], tuple[Fault, ...]]:
    """What judges a Chinese sentence and its English."""
    segmenter, lexicon = Segmenter(common=is_common), Lexicon()
    examiner = Examiner(Annotator(lexicon, (), hsk=HSK), lexicon)

    def judge(chinese: str, english: str) -> tuple[Fault, ...]:
        text = chinese.strip()
        return examiner.judge(Task(Sentence("", text, segmenter.words(text), SourceRef("", 1))), english.strip())

    return judge


def judged(chinese: list[str], english: list[str]) -> Iterator[dict[str, object]]:
    """What the gate says of each line."""
    judge = examiner_of()
    for number, (source, target) in enumerate(zip(chinese, english, strict=True), 1):
        faults = judge(source, target)
        severity = doubt(faults)
        yield {
            "line": number,
            "findings": list(dict.fromkeys(fault.code for fault in faults)),
            "severity": round(severity, 3),
            "misled": severity >= MISLEADING,
            "details": [fault.detail for fault in faults],
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, metavar="SOURCE.zh")
    parser.add_argument("output", type=Path, metavar="OUTPUT.en")
    options = parser.parse_args()
    chinese, english = lines_of(options.source), lines_of(options.output)
    if len(chinese) != len(english):
        raise SystemExit(
            f"{options.output}: {len(english)} lines, but {options.source} has {len(chinese)}. "
            "Hint: line n of both files belongs together."
        )
    for result in judged(chinese, english):
        print(json.dumps(result, ensure_ascii=False))


if __name__ == "__main__":
    main()
