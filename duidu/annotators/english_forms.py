"""What a name is in English by the books, our own list and CC-CEDICT; and the forms of a name, the best first.

奥巴马 ─▶ Obama, Barack Obama          北京 ─▶ nothing: its pinyin says the same
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from duidu.annotators.dictionary import entries
from duidu.annotators.place_names import spelling, table
from duidu.model import WordTag

# Words in small letters that stand inside names.
_INNER = r"(?:of|the|and|for|on|de|da|van|von|del|al|el|bin|ibn)"
_CAPITAL = r"[A-ZÀ-ÞĀ-Ž][\w.’'&-]*"
_HEAD = re.compile(rf"(?:the )?({_CAPITAL}(?: (?:{_INNER} )*{_CAPITAL})*)")
_YEARS = re.compile(r"\((?:c\. |born )?\d{3,4}\b")
_WHOLE = re.compile(r"[ ]*(?:\([A-Z]{2,8}\)|\(abbr\. .*\)|\(name\))?$")
_NO_HEAD = re.compile(r"(?:surname|variant|abbr\.|old |see |also |\()")
_PARTICLE = re.compile(r"\b(?:da|de|van|von|del|al|el|bin|ibn) \S+$")
# Where people have the surname first, or another name than the one they were born with.
_EASTERN = re.compile("Japan|Korea|Chin|Hong Kong|Taiwan|Vietnam|Singapore|PRC|Cantop|KMT|ROC|dynasty|emperor")
_SETTLED = re.compile(
    r"(?:,| or [A-Z]\w+,?)? ?(?:a |\w+-level )?(?:sub\w+ )?(?:city|town|province|county|district|municipality|capital)"
    r"|.* (?:District|County|City|Province)$",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"(?<=District) of .*|(?<=Township) of .*|(?<=County) of .*")
_ABBREVIATION = re.compile(r"\(([A-Z]{2,8})\)")

# Characters that foreign names are written with, and those of them that Chinese names hardly have.
_SOUNDS = frozenset(
    "阿埃艾安奥巴白班邦保贝比彼别波伯勃博卜布茨查达戴丹道德登迪蒂丁东杜多顿厄恩尔法范菲芬丰佛夫弗福盖甘冈戈哥格根贡古瓜圭哈海汉豪赫黑亨洪胡华怀惠霍基吉加贾杰金卡凯坎康考科克肯孔库夸拉莱赖兰朗劳勒雷里利莉力"
    "林琳卢鲁路伦罗洛马玛麦曼梅蒙孟米密缅明摩莫墨默姆穆纳娜奈南内尼宁纽努诺欧帕潘庞佩彭皮平珀普齐奇乔琼丘让热日荣若撒萨塞桑瑟森沙山舍圣施史士世舒斯丝思苏索塔泰坦汤唐特滕提廷通图土托瓦万威韦维温文沃乌西希锡"
    "夏香小谢辛休叙雪逊雅亚延扬耶伊以易因英尤于约赞扎詹珍芝治朱佐娅莎"
    "·什切及费耐涅敏祖得兹鲍娃诗"
)
_FOREIGN = frozenset("尔斯茨弗姆克特莱韦昂廷蒂诺伊喀娅莎萨勒什雷切科曼顿布卡巴贝森吉穆迪拉妮夫兹夸彼埃奥涅耐哈·")
# What stands before such names: 北卡罗莱纳, 古埃及.
_BEFORE = "东西南北新古大小上下中"
_LONGEST_CHINESE = 3
# First characters of foreigners who are called like Chinese with a rare surname: 布什, 米勒.
_FIRST = frozenset("布米卡巴查穆吉普贝塞菲佩皮埃奥克迪特托塔萨瓦")


class Forms(NamedTuple):
    """A name in English, and other forms that an editor would let stand."""

    english: str
    accepted: tuple[str, ...] = ()

    def all(self) -> tuple[str, ...]:
        return (self.english, *self.accepted)


class Head(NamedTuple):
    """What a sense of CC-CEDICT begins with: the name, the rest of the sense, whether it is said of a person."""

    name: str
    rest: str
    person: bool


def forms(english: str, *others: str) -> Forms:
    """Forms without repetition.

    >>> forms("Zunyi City", "Zunyi", "Zunyi City", "")
    Forms(english='Zunyi City', accepted=('Zunyi',))
    """
    return Forms(english, tuple(dict.fromkeys(other for other in others if other and other != english)))


@cache
def listed() -> dict[str, Forms]:
    """Names whose English is settled by our own list.

    >>> listed()["陕西"], listed()["台北"].english
    (Forms(english='Shaanxi', accepted=()), 'Taipei')
    """
    rows = table("english_names.tsv", 4)
    return {name: forms(english, *accepted.split("|")) for name, _, english, accepted in rows}


@cache
def listed_tags() -> dict[str, WordTag]:
    """What the names of our own list are.

    >>> listed_tags()["马英九"].value
    'person'
    """
    return {name: WordTag(kind) for name, kind, _, _ in table("english_names.tsv", 4)}


@lru_cache(maxsize=1 << 12)
def head(name: str) -> Head | None:
    """The head of the first sense of a name in CC-CEDICT that begins with a capitalised name.

    >>> head("莫斯科"), head("奥巴马").name, head("桥")
    (Head(name='Moscow', rest=', capital of Russia', person=False), 'Barack Obama', None)
    """
    found = [entry for entry in entries(name) if entry.name]
    for sense in (sense for entry in found for sense in entry.senses):
        match = None if _NO_HEAD.match(sense) else _HEAD.match(sense)
        if match is not None:
            name_itself = _PART_OF.sub("", match[1])
            rest = sense[match.start(1) + len(name_itself) :]
            english = re.sub(r"^(?:Mt\.?|Mount) ", "Mount ", name_itself.rstrip(".’'")).replace("'", "’")
            return Head(english, rest, _YEARS.match(rest.strip()) is not None or rest.strip().endswith("name)"))
    return None


def says_only(found: Head) -> bool:
    """Whether the sense is the name and nothing else.

    >>> says_only(head("世界卫生组织")), says_only(head("汉字") or Head("Chinese", " character", False))
    (True, False)
    """
    return _WHOLE.fullmatch(found.rest) is not None


def is_settled(found: Head) -> bool:
    """Whether the dictionary says of a name that it is a place where people live.

    >>> is_settled(head("遵义")), is_settled(head("黄河"))
    (True, False)
    """
    return _SETTLED.match(found.rest) is not None


def of_the_books(name: str, syllables: tuple[str, ...]) -> Forms | None:
    """The English of a name that its pinyin does not give; None where the books do not know one.

    Of foreigners the last name is written, as the Chinese does; names joined by hyphens stay whole.

    >>> of_the_books("奥巴马", ("ao4", "ba1", "ma3"))
    Forms(english='Obama', accepted=('Barack Obama',))
    >>> of_the_books("遵义", ("zun1", "yi4")), of_the_books("马英九", ()).english
    (None, 'Ma Ying-jeou')
    """
    if name in listed():
        return listed()[name]
    found = head(name)
    if found is None or is_regular(found.name, syllables):
        return None
    short = _ABBREVIATION.match(found.rest.strip())
    return _of_person(name, found) if found.person else forms(found.name, short[1] if short else "")


def _of_person(name: str, found: Head) -> Forms:
    english = found.name
    words = english.split()
    if "·" in name or len(words) < 2 or "-" in words[-1]:
        return forms(english, words[0] if "-" in words[-1] else words[-1])
    if _EASTERN.search(found.rest):
        return forms(english, " ".join((*words[1:], words[0])), words[0], words[-1])
    particle = _PARTICLE.search(english)
    return forms(particle[0] if particle else words[-1], english)


def is_regular(english: str, syllables: tuple[str, ...]) -> bool:
    """Whether an English name begins with words that are the pinyin of the Chinese one, or of its specific part.

    >>> is_regular("Honghuagang District", ("hong2", "hua1", "gang3", "qu1")), is_regular("Tokyo", ("dong1", "jing1"))
    (True, False)
    """
    spelled = {plain(spelling(syllables[:length])) for length in {1, len(syllables) - 1, len(syllables)}} - {""}
    words = [plain(word) for word in english.split()]
    return any("".join(words[:length]) in spelled for length in range(1, len(words) + 1))


def plain(text: str) -> str:
    """Letters only, small, ü as u: to compare spellings.

    >>> plain("Xi’an"), plain("Lüliang")
    ('xian', 'luliang')
    """
    return re.sub(r"[^a-z]", "", text.lower().replace("ü", "u"))


def looks_foreign(name: str) -> bool:
    """Whether a name is written by its sounds: pinyin would be another name.

    >>> looks_foreign("莫雷蒂"), looks_foreign("北卡罗莱纳"), looks_foreign("遵义"), looks_foreign("拉萨")
    (True, True, False, True)
    """
    plain_name = name.lstrip(_BEFORE) if len(name) > 2 else name
    telling = not _FOREIGN.isdisjoint(plain_name) or len(plain_name) > _LONGEST_CHINESE
    return telling and _SOUNDS.issuperset(plain_name)


def is_foreigner(name: str) -> bool:
    """Whether somebody with a name as Chinese people have it is probably a foreigner.

    >>> is_foreigner("布什"), is_foreigner("施耐德"), is_foreigner("马明"), is_foreigner("罗海")
    (True, True, False, False)
    """
    return _SOUNDS.issuperset(name) and (name[0] in _FIRST or not _FOREIGN.isdisjoint(name[1:]))
