"""Names of places and offices ─▶ English: spelled in pinyin, what they are in English (Honghuagang District).

GB/T 28039-2011 and the UNGEGN practice for China: the specific part is spelled, the generic part translated.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_LONGEST = 4


def english_name(name: str, syllables: tuple[str, ...]) -> str:
    """The name in English, from a syllable a character; "" where it cannot be spelled.

    >>> english_name("红花岗区", ("hong2", "hua1", "gang3", "qu1")), english_name("西安", ("xi1", "an1"))
    ('Honghuagang District', 'Xi’an')
    >>> english_name("西安", ())
    ''
    """
    specific, generic = parted(name)
    spelled = spelling(syllables[: len(specific)]) if len(syllables) == len(name) else ""
    return f"{spelled} {generic}".strip() if spelled else ""


def parted(name: str) -> tuple[str, str]:
    """The specific part of a name and what it is in English, the longest generic part first.

    >>> parted("长征大道"), parted("上海")
    (('长征', 'Avenue'), ('上海', ''))
    """
    for length in range(min(_LONGEST, len(name) - 1), 1 if len(name) < 3 else 0, -1):
        if kind := kinds().get(name[-length:]):
            return name[:-length], kind
    return name, ""


def spelling(syllables: tuple[str, ...]) -> str:
    """Syllables as a name without tones, "" where one is missing.

    >>> spelling(("lv3", "liang2")), spelling(("tian1", "e2")), spelling(("", "e2"))
    ('Lüliang', 'Tian’e', '')
    """
    if not syllables or not all(syllables):
        return ""
    plain = [syllable.rstrip("12345").replace("v", "ü") for syllable in syllables]
    joined = "".join(f"’{item}" if place and item[:1] in "aoe" else item for place, item in enumerate(plain))
    return joined[:1].upper() + joined[1:]


@cache
def kinds() -> dict[str, str]:
    """What places and offices are called by, in English.

    >>> kinds()["区"]
    'District'
    """
    return {kind: words[0] for kind, words in all_kinds().items()}


@cache
def all_kinds() -> dict[str, tuple[str, ...]]:
    """The same with all the words that are right, the one to write first.

    >>> all_kinds()["大街"]
    ('Avenue', 'Street')
    """
    return {row[0]: (row[1], *filter(None, row[2].split("|"))) for row in table("place_kinds.tsv", 3)}


def table(name: str, columns: int) -> Iterator[tuple[str, ...]]:
    """The rows of a table of this room; columns that a row lacks are empty.

    >>> next(table("place_kinds.tsv", 3))
    ('省', 'Province', '')
    """
    for line in files("duidu.annotators").joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            fields = line.split("\t")
            yield (*fields, *[""] * (columns - len(fields)))
