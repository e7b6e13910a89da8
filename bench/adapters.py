"""What the language layers say of a text, in the form that scorers take: through the same code as the site.

    readings(text)        one reading a character: 'zhong1', 'lv4', neutral 'de5', '' for what has none
    words(text)           the units that running pinyin writes together (GB/T 16159-2012); they join to the text
    traditional_tw(text)  the text in Taiwan's characters
    running_pinyin(text)  the text in running pinyin

Nothing but the libraries speaks here: the lexicon is empty.
"""

from __future__ import annotations

import gc
import itertools
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from duidu.annotators import Annotator, is_common, is_idiom, kind_of_name
from duidu.annotators.orthography import marks
from duidu.annotators.polyphones import rows
from duidu.annotators.readings import Readings
from duidu.annotators.variants import VariantWriter
from duidu.model import PINYIN, Lexicon, Sentence, SourceRef
from duidu.segmentation import Segmenter


@cache
def _tools() -> tuple[Segmenter, Annotator, Readings, VariantWriter]:
    """The tools, as they are in the middle of a build: a rule is compiled when the first text asks for it, so that the
    examples of the table of polyphones are read once; the garbage collector leaves alone what is loaded."""
    segmenter, readings = Segmenter(common=is_common, named=kind_of_name, idiom=is_idiom), Readings()
    for row in itertools.chain.from_iterable(rows().values()):
        for example in (row.case, row.counter):
            text = example.strip()
            readings.read(Sentence("", text, segmenter.words(text), SourceRef("", 0)))
    gc.freeze()
    return segmenter, Annotator(Lexicon(), ("zh-Hans",), hsk="2025"), readings, VariantWriter(("zh-Hant-TW",))


def _sentence(text: str) -> Sentence:
    return Sentence("", text, _tools()[0].words(text), SourceRef("", 0))


def readings(text: str) -> list[str]:
    """One reading a character.

    >>> readings("为人民服务。")
    ['wei4', 'ren2', 'min2', 'fu2', 'wu4', '']
    """
    found = _tools()[2].read(_sentence(text))
    return [syllable for reading in found for syllable in reading.syllables]


def words(text: str) -> list[str]:
    """The units that running pinyin writes together, marks and spaces by themselves.

    >>> words("他来到了遵义市。")
    ['他', '来到了', '遵义', '市', '。']
    """
    sentence = _sentence(text)
    found = marks(sentence.words)
    starts = [0, *(place for place in range(1, len(text)) if found[place].before == " " or _is_border(text, place))]
    return [text[start:end] for start, end in pairwise((*starts, len(text)))] if text else []


def _is_border(text: str, place: int) -> bool:
    """Marks belong to no word."""
    return not (text[place - 1].isalnum() and text[place].isalnum())


def traditional_tw(text: str) -> str:
    """The text in Taiwan's characters.

    >>> traditional_tw("头发")
    '頭髮'
    """
    (variant,) = _tools()[3].write(_sentence(text))
    return variant.text


def running_pinyin(text: str) -> str:
    """The text in running pinyin.

    >>> running_pinyin("他来了。")
    'Tā lái le.'
    """
    variants = _tools()[1].layers(_sentence(text)).variants
    return next(variant.text for variant in variants if variant.language == PINYIN)
