"""Names of people ─▶ English: 黄大发 Huang Dafa, 欧阳修 Ouyang Xiu, 李叔 Uncle Li.

GB/T 28039-2011: the surname first, the given name in one word, an apostrophe where syllables would run together. ü is
written yu, as that standard has it for documents and as Xinhua and China Daily print it (Lyu); Lü is accepted, too.
The English of other people comes from the books; whoever is in none and has no Chinese name has no English here:
pinyin would be another name (莫雷蒂 is Moretti, not Moleidi).
"""

from __future__ import annotations

import re
from functools import lru_cache

from duidu.annotators.dictionary import entries
from duidu.annotators.english_forms import Forms, forms, head, is_foreigner, listed, looks_foreign, of_the_books
from duidu.annotators.place_names import spelling
from duidu.annotators.surnames import DOUBLE, parts

# How people are addressed behind their surname: the word, what English puts before the name, other ways.
_ADDRESSES = {
    "叔": ("Uncle",),
    "叔叔": ("Uncle",),
    "伯": ("Uncle",),
    "伯伯": ("Uncle",),
    "大伯": ("Uncle",),
    "大叔": ("Uncle",),
    "大爷": ("Uncle", "Grandpa"),
    "爷爷": ("Grandpa", "Grandfather"),
    "奶奶": ("Granny", "Grandma", "Grandmother"),
    "婆婆": ("Granny", "Grandma"),
    "阿姨": ("Auntie", "Aunt"),
    "大妈": ("Auntie", "Aunt"),
    "大娘": ("Auntie", "Aunt"),
    "婶": ("Auntie", "Aunt"),
    "大婶": ("Auntie", "Aunt"),
    "姐": ("Sister",),
    "大姐": ("Sister",),
    "哥": ("Brother",),
    "大哥": ("Brother",),
    "嫂": ("Sister",),
    "先生": ("Mr.", "Mr"),
    "女士": ("Ms.", "Ms", "Mrs.", "Mrs", "Madam"),
    "小姐": ("Miss", "Ms.", "Ms"),
    "太太": ("Mrs.", "Mrs", "Madam"),
    "夫人": ("Mrs.", "Mrs", "Madam"),
    "教授": ("Professor", "Prof."),
    "博士": ("Dr.", "Dr"),
    "医生": ("Dr.", "Dr", "Doctor"),
    "大夫": ("Dr.", "Dr", "Doctor"),
    "老师": ("Teacher", "Mr.", "Ms.", "Mrs."),
    "书记": ("Secretary", "Party Secretary"),
    "主任": ("Director",),
    "主席": ("Chairman", "President", "Chairwoman"),
    "总统": ("President",),
    "总理": ("Premier", "Prime Minister"),
    "部长": ("Minister",),
    "市长": ("Mayor",),
    "校长": ("Principal", "President", "Headmaster"),
    "警官": ("Officer",),
    "律师": ("Lawyer", "Attorney"),
    "法官": ("Judge",),
    "将军": ("General",),
}
ADDRESSES = frozenset(_ADDRESSES)
_BEFORE = {"老": ("Lao", "Old"), "小": ("Xiao", "Little", "Young"), "阿": ("Ah", "A")}
_SOMEBODY = re.compile("[某氏×XＸ]")
# Parts of names of Uygurs, Kazaks and Tibetans, by which these are told from foreign names.
_MINORITY = re.compile(
    "买买提|买提|艾买|阿依|古丽|吐尔|努尔|依明|木拉提|艾力|热合|玉素甫|别克|江$|克提|帕夏|扎西|次仁|卓玛|多吉|旺堆|尼玛|罗布|达娃"
    "|格桑|拉姆|央金|平措|嘎玛|洛桑|丹增|白玛|巴桑|桑吉"
)
_TIBETAN = re.compile(
    "(扎西|次仁|卓玛|多吉|旺堆|尼玛|罗布|达娃|格桑|拉姆|央金|平措|嘎玛|洛桑|丹增|白玛|巴桑|边巴|索朗|德吉|顿珠)"
)
_DOTS = re.compile("[·•・‧]")


def person(name: str, syllables: tuple[str, ...], *, mainland: bool = True, known: bool = False) -> Forms | None:
    """The English forms of a name; None where nobody knows them.

    ``mainland``: who is in no book is spelled in pinyin; people in Taiwan and Hong Kong spell themselves otherwise.
    ``known``: somebody who was named in full before may be called by the surname.

    >>> person("黄大发", ("huang2", "da4", "fa1"))
    Forms(english='Huang Dafa', accepted=())
    >>> person("吕安娜", ("lv3", "an1", "na4"), known=True)
    Forms(english='Lyu Anna', accepted=('Lü Anna', 'Lu Anna', 'Lyu'))
    >>> person("莫雷蒂", ("mo4", "lei2", "di4"))
    """
    if _DOTS.search(name):
        return _dotted(name, syllables)
    entry = None if name in listed() else head(name)
    is_place = entry is not None and not entry.person and looks_foreign(name)
    if not is_place and (found := of_the_books(name, syllables)):
        return found
    if len(syllables) != len(name) or not all(syllables):
        return None
    if addressed := _addressed(name, syllables):
        return addressed
    if len(name) == 4 and (cut := [part for part in _TIBETAN.split(name) if part]) and len(cut) == 2:
        return _in_words(cut, syllables)
    return _chinese(name, syllables, known) if mainland else None


def _chinese(name: str, syllables: tuple[str, ...], known: bool) -> Forms | None:
    family, *given = parts(name)
    if name in DOUBLE:
        return forms(_newspaper(spelling(syllables)))
    if not given or given == ["家"] or is_foreigner(name):
        return None
    if not is_surname(family) and len(name) > 2:
        return None
    length = len(family)
    found = _in_words((family, *given), syllables)
    others = (spelling(syllables),) if not is_surname(family) else ()
    surname = _newspaper(spelling(syllables[:length])) if known else ""
    return forms(found.english, *found.accepted, *others, surname)


def _in_words(words: list[str] | tuple[str, ...], syllables: tuple[str, ...]) -> Forms:
    """The parts of a name, a word each."""
    written = []
    place = 0
    for word in words:
        written.append(spelling(syllables[place : place + len(word)]))
        place += len(word)
    name = " ".join(written)
    return forms(_newspaper(name), name, name.replace("ü", "u"))


def _newspaper(name: str) -> str:
    return name.replace("ü", "yu").replace("Ü", "Yu")


def _addressed(name: str, syllables: tuple[str, ...]) -> Forms | None:
    """Somebody who is called by the surname: 李叔, 老李, 李某."""
    length = 2 if name[:2] in DOUBLE else 1
    surname, rest = name[:length], name[length:]
    if name[0] in _BEFORE and len(name) == 2 and is_surname(name[1]):
        own = _newspaper(spelling(syllables[1:]))
        return forms(*(f"{word} {own}" for word in _BEFORE[name[0]]), own)
    if not rest or not is_surname(surname):
        return None
    own = _newspaper(spelling(syllables[:length]))
    if _SOMEBODY.match(rest):
        return forms(own)
    if rest in _ADDRESSES:
        return forms(*(f"{word} {own}" for word in _ADDRESSES[rest]), own)
    return None


def _dotted(name: str, syllables: tuple[str, ...]) -> Forms | None:
    """A name of several parts: from the books, or spelled where it is one of a minority of China."""
    plain = _DOTS.sub("·", name)
    if found := of_the_books(plain, syllables):
        return found
    if not _MINORITY.search(plain):
        return None
    pieces = [match.span() for match in re.finditer("[^·]+", plain)]
    words = [spelling(syllables[start:end]) for start, end in pieces]
    return forms(_newspaper(" ".join(words)), " ".join(words)) if all(words) and len(words) > 1 else None


@lru_cache(maxsize=1 << 12)
def is_surname(text: str) -> bool:
    """Whether a character, or two, is a surname.

    >>> is_surname("黄"), is_surname("欧阳"), is_surname("桥头")
    (True, True, False)
    """
    return text in DOUBLE or any(sense.startswith("surname ") for entry in entries(text) for sense in entry.senses)
