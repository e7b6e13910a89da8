"""Names of bodies ─▶ English, where a table gives the one way to compose them: 遵义市人民政府.

红花岗区委 ─▶ CPC Honghuagang District Committee        贵州大学 ─▶ Guizhou University
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from duidu.annotators.english_forms import Forms, forms, head, listed, of_the_books, says_only
from duidu.annotators.english_places import RANKS, Place, place
from duidu.annotators.place_names import table

_LONGEST = 8
_CPC = 4  # 中共中央 is no body of a place
_NUMBER = re.compile("第([一二三四五六七八九十]{1,3})")
_SHORT = re.compile("([一二三四五六七八九十])(中|小|幼)$")
_SCHOOLS = {"中": "中学", "小": "小学", "幼": "幼儿园"}
_DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九", start=1)}
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")
_TEMPLATE = re.compile(r"\{(seat|place|name|nth|n)\}")


class _Body(NamedTuple):
    after: str
    forms: tuple[str, ...]


@cache
def _bodies() -> dict[str, _Body]:
    rows = table("english_bodies.tsv", 4)
    return {body: _Body(after, (english, *filter(None, more.split("|")))) for body, after, english, more in rows}


def body(name: str, syllables: tuple[str, ...], *, mainland: bool = True, told: bool = False) -> Forms | None:
    """A body in English; None where the table does not know how to compose it.

    ``told``: the words say that the name begins with a place; else it has to begin with one that the books know.

    >>> pinyin = ("hong2", "hua1", "gang3", "qu1", "wei3")
    >>> body("红花岗区委", pinyin, told=True).english
    'CPC Honghuagang District Committee'
    >>> body("新桥公司", ("xin1", "qiao2", "gong1", "si1"), told=True)
    """
    if name in listed():
        return listed()[name]
    if name.startswith("中共") and len(name) > _CPC:
        return body(name[2:], syllables[2:], mainland=mainland, told=told)
    numbered, number = _numbered(name)
    for length in range(min(_LONGEST, len(numbered) - 2), 0, -1):
        kind = _bodies().get(numbered[-length:])
        own = name[: len(numbered) - length]
        if kind is None or (not told and not _is_known(own)):
            continue
        found = place(own, syllables[: len(own)], mainland=mainland)
        if found and (found.rank or (kind.after == "any" and (len(own) < 4 or own in listed()))):
            return _written(kind, found, number)
    known = head(name)
    return of_the_books(name, syllables) if known and len(name) > 3 and says_only(known) else None


def _is_known(name: str) -> bool:
    return name in listed() or (head(name) is not None and len(name) > 1)


def _numbered(name: str) -> tuple[str, int]:
    """The name with N for its number, and the number: 第四中学, 四中."""
    name = _SHORT.sub(lambda match: f"第{match[1]}{_SCHOOLS[match[2]]}", name)
    match = _NUMBER.search(name)
    if match is None:
        return name, 0
    tens, _, ones = match[1].rpartition("十")
    value = (_DIGITS.get(tens, 1) * 10 if "十" in match[1] else 0) + _DIGITS.get(ones, 0)
    return f"{name[: match.start()]}第N{name[match.end() :]}", value


def _written(kind: _Body, where: Place, number: int) -> Forms | None:
    nth = _ORDINALS[number - 1] if 0 < number <= len(_ORDINALS) else f"No. {number}"
    values = {"seat": where.seat, "place": where.forms.english, "n": str(number), "nth": nth}
    found = []
    for template in kind.forms:
        for name in where.names or (where.forms.english,):
            fill = values | {"name": name}
            found.append(_TEMPLATE.sub(lambda match, fill=fill: fill[match[1]], template))  # type: ignore[misc]
    return forms(*found)


def ends_with_rank(name: str) -> bool:
    """Whether a place says its rank, so that a body may follow.

    >>> ends_with_rank("遵义市"), ends_with_rank("遵义")
    (True, False)
    """
    return name.endswith(RANKS) and len(name) > 2
