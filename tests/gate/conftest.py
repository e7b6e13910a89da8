from collections.abc import Callable

import pytest

from duidu.annotators import every_sense, is_common
from duidu.gate import Gate, SourceText
from duidu.model import Fault, Term
from duidu.segmentation import Segmenter

Judge = Callable[..., tuple[Fault, ...]]


@pytest.fixture(scope="session")
def judge() -> Judge:
    """Judges a Chinese sentence and its English, with the words and the dictionary of the project."""
    segmenter, gate = Segmenter(common=is_common), Gate(every_sense)

    def judged(chinese: str, english: str, *terms: Term) -> tuple[Fault, ...]:
        return gate.judge(SourceText(chinese, segmenter.words(chinese), terms), english)

    return judged
