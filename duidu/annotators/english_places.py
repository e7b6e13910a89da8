"""Names of places ─▶ English: 遵义市 Zunyi City, 花山苗族乡 Huashan Miao Township, 北京东路 Beijing East Road.

GB/T 28039 has people only; places follow the UNGEGN practice for China: the specific part is spelled in pinyin, the
generic part translated, names of ethnic groups between them as GB/T 3304 has them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from duidu.annotators.dictionary import is_common
from duidu.annotators.english_forms import (
    Forms,
    forms,
    head,
    is_regular,
    is_settled,
    listed,
    looks_foreign,
    of_the_books,
    plain,
)
from duidu.annotators.orthography_words import words_of
from duidu.annotators.place_names import all_kinds, spelling, table

# Generic parts that offices have, and those that are too often the end of a specific part.
_NO_PLACES = words_of(
    "公司 集团 银行 局 厅 部 委 委员会 政府 法院 研究院 研究所 协会 日报 晚报 电视台 大学 学院 中学 小学 医院",
    "组 国 里 门 城 园 楼 观",
)
_ENDS = frozenset("国里门城园楼观")  # but unknown places do end so
# Last characters of two that make a common word or a part of a name, where no book has the two as a place.
_NO_LAST = frozenset("底脚台海桥水市县镇乡村区省国及里边上下外内岸畔")
# What governs: places of these ranks have Party committees, governments, and a name without the rank.
RANKS = (
    "自治区",
    "自治州",
    "自治县",
    "街道",
    "社区",
    "新区",
    "省",
    "市",
    "县",
    "区",
    "州",
    "旗",
    "盟",
    "镇",
    "乡",
    "村",
)
_BARE = frozenset({"省", "市", "县", "区", "自治州", "自治县", "自治区", "新区", "盟", "州"})
_ADJECTIVES = {"省": "Provincial", "市": "Municipal"}
_ROAD = re.compile(r"(?P<way>[东西南北中][一二三四]?)(?P<kind>路|街|大街|大道|巷)$")
_WAYS = {"东": ("East",), "西": ("West",), "南": ("South",), "北": ("North",), "中": ("Middle", "Central")}
_NUMBERS = {"": "", "一": " 1st", "二": " 2nd", "三": " 3rd", "四": " 4th"}
_ROADS = ("大道", "大街", "路", "街", "巷")
# What is called by greater things in pinyin: 中华路 Zhonghua Road, 长江路 Changjiang Road.
_LOCAL = frozenset({*_ROADS, "社区", "小区", "街道", "镇", "乡", "村", "巷", "胡同", "弄", "广场", "公园"})
_WATERS = {"江": "River", "河": "River", "湖": "Lake", "山": "Mountain", "海": "Sea", "岛": "Island"}
# Nature has its own names; a county that is called by it is spelled: 东海县 Donghai County.
# The 地区 that are left; elsewhere it only means an area.
_PREFECTURES = words_of("喀什 阿克苏 和田 塔城 阿勒泰 阿里 大兴安岭")
_LONGEST_BARE = 4  # what says not what it is, and is longer, is cut wrongly or foreign
_COUNTRIES = frozenset("中美英法德日俄韩印澳欧朝苏")
# Two places in one, or the rank of the place before: 宁溪市|南岗乡, 区|长风街道.
_BROKEN = re.compile("^[省市县区].|.[省市县区].")
_NATURE = re.compile(r"\b(?:Sea|Lake|River|Mount|Mountains?|Strait|Island|Plateau|Basin|Gorges)\b")


class Place(NamedTuple):
    """A place in English: its forms, its name without the rank, and what governs it: Zunyi Municipal."""

    forms: Forms
    names: tuple[str, ...]
    seat: str
    rank: str


def place(name: str, syllables: tuple[str, ...], *, mainland: bool = True) -> Place | None:
    """A place in English; None where neither the books nor pinyin tell it.

    ``mainland``: what is in no book is spelled in pinyin.

    >>> found = place("遵义市", ("zun1", "yi4", "shi4"))
    >>> found.forms, found.names, found.seat
    (Forms(english='Zunyi City', accepted=('Zunyi',)), ('Zunyi',), 'Zunyi Municipal')
    >>> place("花山苗族乡", ("hua1", "shan1", "miao2", "zu2", "xiang1")).forms.english
    'Huashan Miao Township'
    """
    if name in listed():
        return _listed(name, listed()[name])
    if road := _road(name, syllables, mainland):
        return road
    if kind := _kind_of(name, syllables):
        return _composed(name[: -len(kind)], kind, syllables[: -len(kind)], mainland)
    if found_forms := of_the_books(name, syllables):
        return _bare(_mountain(found_forms) if name.endswith("山") else found_forms)
    if _is_doubtful(name):
        return None
    return _spelled(name, syllables, mainland)


def _mountain(found: Forms) -> Forms:
    """A mountain in its other forms.

    >>> _mountain(Forms("Mount Yuelu")).accepted
    ('Yuelu Mountain', 'Yuelu Mountains', 'Yuelushan')
    """
    own = found.english.removeprefix("Mount ")
    return forms(found.english, *found.accepted, f"{own} Mountain", f"{own} Mountains", f"{own}shan")


def _listed(name: str, found: Forms) -> Place:
    rank = next((rank for rank in RANKS if name.endswith(rank) and len(name) > len(rank) + 1), "")
    short = (rank in _ADJECTIVES and found.english.rpartition(" ")[0]) or found.english
    adjective = _ADJECTIVES.get(rank, "")
    return Place(found, (short, *found.accepted), f"{short} {adjective}".strip(), rank)


def _bare(found: Forms) -> Place:
    return Place(found, found.all(), found.english, "")


def _spelled(name: str, syllables: tuple[str, ...], mainland: bool) -> Place | None:
    """A name that has no generic part of its own, or none that is apart from it: 黄山."""
    spelled = spelling(syllables) if len(syllables) == len(name) else ""
    known = head(name)
    doubtful = looks_foreign(name) or not mainland or _BROKEN.search(name)
    if not spelled or (known is None and doubtful):
        return None
    others = [spelled.replace("ü", "yu"), spelled.replace("ü", "u")] if "ü" in spelled.lower() else []
    if len(name) == 2 and known is None and (kind := _WATERS.get(name[-1])):
        others += [f"{spelling(syllables[:1])} {kind}", f"{spelled} {kind}", f"Mount {spelling(syllables[:1])}"]
    return _bare(forms(spelled, *others))


def _is_doubtful(name: str) -> bool:
    """Whether what is taken for a place is more probably none, or another kind of name: 湖底, 英美, 南岗公司."""
    known = head(name)
    if known is not None and is_settled(known):
        return False
    if is_common(name) or (known is None and (len(name) > _LONGEST_BARE or _COUNTRIES.issuperset(name))):
        return True
    return (len(name) == 2 and name[-1] in _NO_LAST) or any(map(name.endswith, _NO_PLACES - _ENDS))


# ---------------------------------------------------------------- a specific part and a generic one


def _kind_of(name: str, syllables: tuple[str, ...]) -> str:
    """The generic part at the end of a name, "" where there is none or it belongs to the name."""
    for length in range(min(4, len(name) - 1), 0, -1):
        kind = name[-length:]
        if kind in _NO_PLACES or kind not in all_kinds() or len(name) < 3:
            continue
        apart = length > 1 or name[:-1] in listed() or not _is_opaque(name, syllables)
        return kind if apart else ""
    return ""


def _is_opaque(name: str, syllables: tuple[str, ...]) -> bool:
    """Whether the generic part belongs to the name: 石家庄 is Shijiazhuang, 俄勒冈州 Oregon."""
    found = head(name)
    if found is None:
        return False
    return not is_regular(found.name, syllables) or plain(found.name).startswith(plain(spelling(syllables)))


def _composed(specific: str, kind: str, syllables: tuple[str, ...], mainland: bool) -> Place | None:
    if len(specific) == 1 and len(kind) > 1:
        return None
    if kind == "地区" and specific not in _PREFECTURES:
        found = listed().get(specific)
        return _bare(forms(f"{found.english} region", *found.all())) if found else None
    groups, specific_end = _groups(specific)
    own = _specific(specific[:specific_end], kind, syllables[:specific_end], mainland)
    if own is None:
        return None
    words = all_kinds()[kind]
    middle = [f" {_listing(names)}" for names in groups]
    english = [f"{name}{group} {word}" for word in words for group in middle or [""] for name in own]
    english += [f"{name} {word}" for word in words for name in own if middle]
    english += own if kind in _BARE or middle else ()
    full = forms(*english)
    adjective = _ADJECTIVES.get(kind, "")
    seat = f"{own[0]} {adjective}" if adjective else full.english
    return Place(full, tuple(own), seat, kind if kind in RANKS else "")


def _specific(name: str, kind: str, syllables: tuple[str, ...], mainland: bool) -> list[str] | None:
    """The ways to write the specific part of a name."""
    if not name or (name not in listed() and _BROKEN.search(name)):
        return None
    found = listed().get(name)
    nature = found.english if found else ""
    if found and not (kind in _LOCAL | set(RANKS) and _NATURE.search(found.english)):
        return list(found.all())
    if found is None and name.endswith(_ROADS) and len(name) > 2 and kind in ("社区", "街道", "小区", "村", "站"):
        road = place(name, syllables, mainland=mainland)
        return [road.forms.english, spelling(syllables)] if road else None
    if not found and (kind not in _LOCAL or looks_foreign(name)) and not head_is_person(name):
        known = of_the_books(name, syllables)
        if known is not None:
            return [known.english]
    whole = _spelled(name, syllables, mainland)
    if whole is None:
        return None
    others = [item for item in whole.forms.accepted if " " not in item]
    inner = place(name, syllables) if kind in ("社区", "小区", "街道") and _kind_of(name, syllables) else None
    return [whole.forms.english, *others, *([inner.forms.english] if inner else []), *([nature] if nature else [])]


def head_is_person(name: str) -> bool:
    """Whether CC-CEDICT has a name as somebody's."""
    found = head(name)
    return found is not None and found.person


# ---------------------------------------------------------------- roads, ethnic groups, names from elsewhere


def _road(name: str, syllables: tuple[str, ...], mainland: bool) -> Place | None:
    """A road that says its direction: 北京东路 Beijing East Road."""
    match = _ROAD.search(name)
    if match is None or match.start() < 2 or (len(name) - match.start() == len(name) - 1):
        return None
    start = match.start()
    own = _specific(name[:start], match["kind"], syllables[:start], mainland)
    if own is None:
        return None
    ways = [way + _NUMBERS[match["way"][1:]] for way in _WAYS[match["way"][0]]]
    words = all_kinds()[match["kind"]]
    english = [f"{base} {way} {word}" for base in own for way in ways for word in words]
    english += [f"{way} {base} {word}" for base in own for way in ways for word in words]
    return _bare(forms(*english))


@cache
def ethnic_groups() -> dict[str, tuple[str, ...]]:
    """Ethnic groups in names of places, the form to write first.

    >>> ethnic_groups()["布依族"]
    ('Buyi', 'Bouyei', 'Buyei')
    """
    return {
        name: (english, *filter(None, others.split("|"))) for name, english, others in table("ethnic_groups.tsv", 3)
    }


def _groups(specific: str) -> tuple[list[tuple[str, ...]], int]:
    """The ethnic groups at the end of a specific part, in each way to write them, and where they begin."""
    found: list[tuple[str, ...]] = []
    end = len(specific)
    while group := _group_before(specific[:end]):
        found.insert(0, ethnic_groups()[group])
        end -= len(group)
    if not found:
        return [], end
    first = [names[0] for names in found]
    others = [(*first[:at], other, *first[at + 1 :]) for at, names in enumerate(found) for other in names[1:]]
    return [tuple(first), *others], end


def _group_before(text: str) -> str:
    """The ethnic group that a text ends with, behind something else."""
    sizes = (size for size in (5, 4, 3, 2) if size < len(text) and text[-size:] in ethnic_groups())
    return next((text[-size:] for size in sizes), "")


def _listing(names: tuple[str, ...]) -> str:
    """Names in a row, with "and" before the last.

    >>> _listing(("Lahu", "Va", "Dai")), _listing(("Miao",))
    ('Lahu, Va and Dai', 'Miao')
    """
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
