"""Words ─▶ what running pinyin has before each character: GB/T 16159-2012 《汉语拼音正词法基本规则》.

Three tables say it: ``INSIDE``, what a word has between its own characters; ``BETWEEN``, which words are written
together with a neighbour; ``PUNCTUATION``. Each row names its clause of the standard. Where nothing speaks, words
stand apart (5.1) and a word of two or three syllables is written together (5.2).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from duidu.annotators import orthography_words as lists
from duidu.annotators.dictionary import is_idiom, is_proper, known
from duidu.annotators.mark_codes import coded, marks_of
from duidu.model import Mark, Word, WordTag
from duidu.text import has_han

_OTHER = WordTag.OTHER  # a lookup less, for each word
_WORD = WordTag.WORD

# What stands before each character of a word: "", " " or "-"; a capital is asked for by "^".
Signs = list[str]


@dataclass(frozen=True, slots=True)
class InsideRule:
    """What a word has inside: ``signs`` gives one sign a character, or None where the rule does not speak.

    ``case`` and ``counter`` are words with the result: ``"各国 → 各 国"``.
    """

    clause: str
    name: str
    signs: Callable[[str, WordTag], Signs | None]
    case: str
    counter: str


@dataclass(frozen=True, slots=True)
class JoiningRule:
    """A word that is written together with the one before it.

    ``here`` are the words that the rule is about, ``holds`` looks at the word before, the word, and the one after;
    ``by_before`` says that ``here`` is about the word before. ``case`` has the words set apart by ``|``.
    """

    clause: str
    name: str
    here: frozenset[str]
    holds: Callable[[str, str, str], bool]
    case: str
    counter: str
    by_before: bool = False
    sign: str = ""


# ---------------------------------------------------------------- punctuation (6.7: as Western text has it)

_OPENING = frozenset("“‘「『《〈（(【〔［[｛{")
_CLOSING = frozenset("”’」』》〉）)】〕］]｝}")
_STOPS = frozenset("。，、；：？！…．.,;:?!%％‰℃°")
_TIGHT = frozenset("-－‐–~～〜/／·•・_'＇@&+=*#")
_ENDS = frozenset("。？！?!…")
# Nothing stands before these, and after these; where these stand, a sentence may begin.
_CLINGS = _CLOSING | _TIGHT | _STOPS
_HOLDS = _OPENING | _TIGHT
_TURNS = _ENDS | _OPENING
_TITLE_OPENS = frozenset("《〈")
_TITLE_CLOSES = frozenset("》〉")

# ---------------------------------------------------------------- inside a word

_NUMBER = re.compile(r"第?(?:[零〇一二两三四五六七八九十百千万亿几数]|分之|点|又|多|余)+")
_DIGITS = frozenset("一二两三四五六七八九几数")
_UNITS = frozenset("十百千万亿")


def _number(text: str, _tag: WordTag) -> Signs | None:
    """6.1.5.1 to 6.1.5.5: 三十六 together, 一千 二百 apart, 第-一, 七-八."""
    if text in lists.NO_NUMBERS or len(text) < 2 or not _NUMBER.fullmatch(text):
        return None
    digits = not _UNITS.intersection(text)
    spelt = (digits and len(text) > 2) or (not _UNITS.isdisjoint(text) and "〇" in text) or "分之" in text
    return ["", *(_number_sign(text, place, spelt) for place in range(1, len(text)))]


def _number_sign(text: str, place: int, spelt: bool) -> str:
    before, here = text[place - 1], text[place]
    if before == "第":
        return "-"
    if (spelt and text[0] != "第" and "十" not in (before, here)) or "点" in text[:place]:
        return " "
    if here in _DIGITS and before in _DIGITS:
        return "" if before == here else "-"
    if (here in "百千" and before in _DIGITS) or (before == "十" and here in _DIGITS):
        return ""
    if here == "十":
        return "" if before in _DIGITS else " "
    if here in "万亿":
        alone = place == 1 or text[place - 2] not in _UNITS
        return "" if place == 1 or (before in _DIGITS and alone) else " "
    return " "


def _person(text: str, tag: WordTag) -> Signs | None:
    """6.2.1: 王 建国, 诸葛 孔明, 小 刘; names from other languages are one word."""
    if tag is not WordTag.PERSON:
        return None
    signs = ["^", *[""] * (len(text) - 1)]
    for place, char in enumerate(text):
        if char in "·•・" and place + 1 < len(text):
            signs[place + 1] = "^"
    if not 2 <= len(text) <= 4 or len(signs) != signs.count("") + 1 or not all(map(has_han, text)):
        return signs
    if text in lists.TITLES_AS_NAMES or text in lists.FOREIGN_NAMES or _is_foreign(text):
        return signs
    double = text[:2] in lists.DOUBLE_SURNAMES and len(text) > 2
    signs[2 if double or len(text) == 4 else 1] = " ^"
    return signs


def _is_foreign(text: str) -> bool:
    return len(text) > 2 and lists.TRANSLITERATION.issuperset(text) and text[0] not in lists.COMMON_SURNAMES


def _place(text: str, tag: WordTag) -> Signs | None:
    """6.2.2.1: 清河 县, 太 山; 6.2.2.3: a name of two characters that ends in no 市 or 县 is one word."""
    if tag is not WordTag.PLACE:
        return None
    signs = ["^", *[""] * (len(text) - 1)]
    for term in lists.terms_at_end(text):
        signs[len(text) - term] = " ^"
    return signs


def _organisation(text: str, tag: WordTag) -> Signs | None:
    """6.3.2: each word of the name has a capital: 光明 日报, 国家 语言 文字 工作 委员会."""
    if tag is not WordTag.ORGANISATION:
        return None
    signs = ["^", *[""] * (len(text) - 1)]
    for place in lists.body_parts(text):
        signs[place] = " ^"
    return signs


def _halves(text: str, _tag: WordTag) -> Signs | None:
    """5.4: 研究 研究."""
    return ["", "", " ", ""] if len(text) == 4 and text[:2] == text[2:] else None


def _abbreviation(text: str, _tag: WordTag) -> Signs | None:
    """5.6: 中-小学, 公-检-法, 京-津-冀."""
    parts = lists.ABBREVIATIONS.get(text)
    if parts is None:
        return None
    signs = [""] * len(text)
    place = 0
    proper = text in lists.PROPER_ABBREVIATIONS
    for part in parts.split("-"):
        signs[place] = ("-" if place else "") + ("^" if proper else "")
        place += len(part)
    return signs


def _pronoun(text: str, _tag: WordTag) -> Signs | None:
    """6.1.4.2, 6.1.4.3: 这 种, 各 国, 我 省."""
    return ["", " "] if len(text) == 2 and text[1] in lists.PRONOUNS.get(text[0], "") else None


def _where(text: str, _tag: WordTag) -> Signs | None:
    """6.1.1.1: 山 上, 门 外; 6.1.1.2: 天上, 地下, 海外."""
    if len(text) == 2 and text[0] in lists.PLACE_NOUNS.get(text[1], ""):
        return ["", " "]
    if len(text) == 3 and text[1:] in lists.LONG_PLACES and text not in lists.LEXICAL_PLACES:
        return ["", " ", ""]
    if len(text) == 3 and text[2] in "上里下中" and text not in lists.LEXICAL_PLACES and text[:2] in lists.NOUNS_OF_TWO:
        return ["", "", " "]
    return None


def _adverb(text: str, _tag: WordTag) -> Signs | None:
    """6.1.6: 不 是, 很 大."""
    return ["", " "] if len(text) == 2 and text[1] in lists.ADVERBS.get(text[0], "") else None


def _verb_and_object(text: str, _tag: WordTag) -> Signs | None:
    """6.1.2.3: 开 玩笑, 打 电话."""
    return ["", " ", *[""] * (len(text) - 2)] if text in lists.VERB_OBJECT else None


def _complement_inside(text: str, _tag: WordTag) -> Signs | None:
    """6.1.2.4: 站 起来, 说 得 对."""
    if len(text) != 3:
        return None
    if text[1:] in lists.DIRECTIONS and text[0] not in "一不":
        return ["", " ", ""]
    return ["", " ", " "] if text[1] == "得" and has_han(text) and not known(text) else None


def _is_name(text: str) -> bool:
    """Whether the dictionary has a word as a name only: of two characters too many are common words as well (净土)."""
    if len(text) == 2:
        known_one = text in lists.NAMES_OF_TWO or text in lists.DOUBLE_SURNAMES
        return is_proper(text) and (known_one or lists.TRANSLITERATION.issuperset(text))
    return is_proper(text) and not (is_idiom(text) or lists.NO_NAME.fullmatch(text))


def _proper(text: str, tag: WordTag) -> Signs | None:
    """6.3.2, 6.3.3: 乌克兰; 汉语, 佛教 and 唐朝 are written together and with a capital, as the name in them is."""
    if tag is not WordTag.WORD or len(text) < 2:
        return None
    if _is_name(text):
        return ["^", *[""] * (len(text) - 1)]
    if text[-1] not in lists.PROPER_ENDS:
        return None
    return ["^", *[""] * (len(text) - 1)] if text in lists.PROPER_COMPOUNDS else None


_CHEMISTRY = frozenset("氧氯氟硫碳氢氮磷酸钠钾钙")


def _idiom(text: str, tag: WordTag) -> Signs | None:
    """6.1.12.1: 风平-浪静; 总而言之 and 爱莫能助 cannot be halved, nor can a word of one and three: 未成年人."""
    if len(text) != 4 or tag is not WordTag.WORD or not all(map(has_han, text)):
        return None
    if text[0] == text[1] and text[2] == text[3]:
        return None
    if (
        text in lists.WHOLE_IDIOMS
        or not _CHEMISTRY.isdisjoint(text)
        or lists.TRANSLITERATION.issuperset(text)
        or text[3] in lists.SUFFIXES
    ):
        return None
    linked = text[1] in "而之于以" or text[2] in "而之于乎其" or (text[2] == "以" and text[1] != "所")
    negated = "不" in (text[1], text[2]) and text[0] not in "不半"
    uneven = not known(text[2:]) and (known(text[1:]) or known(text[:3]))
    return None if linked or negated or uneven else ["", "", "-", ""]


def _latin(text: str, _tag: WordTag) -> Signs | None:
    """Letters and digits in a word stand apart from what is written in characters: 12 号, A 股."""
    if text.isalpha() and not any(char.isascii() for char in text):
        return None
    signs = [""] * len(text)
    for place in range(1, len(text)):
        han, other = sorted(text[place - 1 : place + 1], key=has_han, reverse=True)
        if has_han(han) and not has_han(other) and other.isalnum():
            signs[place] = " "
    return signs


INSIDE: tuple[InsideRule, ...] = (
    InsideRule("6.1.5.2–5", "figures", _number, "一千二百三十六 → 一千 二百 三十六", "万一 → 万一"),
    InsideRule("5.6", "abbreviations", _abbreviation, "中小学 → 中-小学", "中学 → 中学"),
    InsideRule("6.2.1", "people", _person, "诸葛孔明/person → ^诸葛 ^孔明", "高峰 → 高峰"),
    InsideRule("6.2.2.1", "places", _place, "清河县/place → ^清河 ^县", "沿河 → 沿河"),
    InsideRule("6.3.2", "organisations", _organisation, "光明日报/organisation → ^光明 ^日报", "日报 → 日报"),
    InsideRule("5.4", "a word of two syllables twice", _halves, "商量商量 → 商量 商量", "清清楚楚 → 清清楚楚"),
    InsideRule("6.1.4.2–3", "pronouns", _pronoun, "各国 → 各 国", "各自 → 各自"),
    InsideRule("6.1.1", "nouns and where", _where, "树下 → 树 下", "天上 → 天上"),
    InsideRule("6.3.3", "languages, creeds, dynasties", _proper, "汉语 → ^汉语", "国语 → 国语"),
    InsideRule("6.1.6", "adverbs", _adverb, "不会 → 不 会", "不过 → 不过"),
    InsideRule("6.1.2.3", "verb and object", _verb_and_object, "开玩笑 → 开 玩笑", "开关 → 开关"),
    InsideRule("6.1.2.4", "a complement in a word", _complement_inside, "鼓起来 → 鼓 起来", "来得及 → 来得及"),
    InsideRule("6.1.12.1", "idioms", _idiom, "风平浪静 → 风平-浪静", "未成年人 → 未成年人"),
    InsideRule("6.1.5.1", "letters and digits", _latin, "12号 → 12 号", "卡车 → 卡车"),
)


# ---------------------------------------------------------------- between words


def _after_verb(before: str, _here: str, _after: str) -> bool:
    return _may_be_verb(before)


def _may_be_verb(word: str) -> bool:
    """Whether a particle of aspect can follow: a word of characters that is no word of grammar."""
    return has_han(word) and word not in lists.NO_VERBS and len(word) <= 4


def _le(before: str, _here: str, after: str) -> bool:
    """6.1.2.2: 了 at the end of a sentence is a particle of mood and stands apart."""
    ends = after == "" or after in lists.MOOD or after[0] in _CLOSING or after[0] in _STOPS or after.isspace()
    return _may_be_verb(before) and not ends


def _guo(before: str, _here: str, after: str) -> bool:
    if not _may_be_verb(before) or after in lists.AFTER_VERB_GUO or len(before) > 2:
        return False
    return before[-1] not in lists.PEOPLE_ENDS


def _suffix(before: str, _here: str, _after: str) -> bool:
    return len(before) > 1 and _may_be_verb(before) and not _NUMBER.fullmatch(before)


def _people(before: str, _here: str, _after: str) -> bool:
    return has_han(before)


def _prefix(_before: str, here: str, _after: str) -> bool:
    return len(here) > 1 and has_han(here) and here not in lists.NO_VERBS


def _fu(_before: str, here: str, _after: str) -> bool:
    return _prefix("", here, "") and here not in lists.PAIRS


def _twice(before: str, here: str, _after: str) -> bool:
    return before == here


def _complement(before: str, here: str, after: str) -> bool:
    if here == "多" and before in "成升":  # 两成 多
        return False
    return before in lists.VERBS and not (here in "上下" and after[:1] in lists.NUMERALS)


def _one_numeral(before: str, here: str, _after: str) -> bool:
    return before in ("十", "几", "数") and here != before


def _ordinal(_before: str, here: str, _after: str) -> bool:
    return here[:1].isdigit() or here[:1] in lists.NUMERALS


_SINGLES = frozenset(lists.TWICE)

BETWEEN: tuple[JoiningRule, ...] = (
    JoiningRule("6.1.2.1", "着 with its verb", frozenset("着"), _after_verb, "看|着|书 → 看着 书", "的|着 → 的 着"),
    JoiningRule(
        "6.1.2.1", "了 with its verb", frozenset("了"), _le, "讨论|了|三天 → 讨论了 三天", "到|了|。 → 到 了。"
    ),
    JoiningRule("6.1.2.1", "过 with its verb", frozenset("过"), _guo, "去|过|那里 → 去过 那里", "就|过|年 → 就 过 年"),
    JoiningRule("5.5", "们", frozenset("们"), _people, "孩子|们 → 孩子们", "A|们 → A 们"),
    JoiningRule("5.5", "suffixes", lists.SUFFIXES, _suffix, "参赛|者 → 参赛者", "二|者 → 二 者"),
    JoiningRule("5.5", "prefixes", lists.PREFIXES, _prefix, "非|金属 → 非金属", "非|去 → 非 去", by_before=True),
    JoiningRule(
        "5.5", "副 before a post", frozenset("副"), _fu, "副|部长 → 副部长", "副|手套 → 副 手套", by_before=True
    ),
    JoiningRule(
        "5.5",
        "总 before a post or a whole",
        frozenset("总"),
        lambda _before, here, _after: here in lists.AFTER_ZONG,
        "总|工程师 → 总工程师",
        "总|觉得 → 总 觉得",
        by_before=True,
    ),
    JoiningRule(
        "5.5",
        "可 before a verb that qualifies",
        frozenset("可"),
        lambda _before, here, _after: here in lists.AFTER_KE,
        "可|支配|收入 → 可支配 收入",
        "可|享受 → 可 享受",
        by_before=True,
    ),
    JoiningRule("5.4", "a word of one syllable twice", _SINGLES, _twice, "看|看 → 看看", "看|书 → 看 书"),
    JoiningRule("6.1.2.4", "complements", lists.COMPLEMENTS, _complement, "搞|好 → 搞好", "整理|好 → 整理 好"),
    JoiningRule(
        "6.1.5.6", "十几, 几十", frozenset("几十百千万"), _one_numeral, "十|几|个 → 十几 个", "有|几|个 → 有 几 个"
    ),
    JoiningRule(
        "6.1.5.4", "第", frozenset("第"), _ordinal, "第|3|次 → 第-3 次", "府|第|说 → 府 第 说", by_before=True, sign="-"
    ),
)
_BY_WORD: dict[str, tuple[JoiningRule, ...]] = {}
_BY_BEFORE: dict[str, tuple[JoiningRule, ...]] = {}
for _rule in BETWEEN:
    _table = _BY_BEFORE if _rule.by_before else _BY_WORD
    for _text in _rule.here:
        _table[_text] = (*_table.get(_text, ()), _rule)

# ---------------------------------------------------------------- a sentence


def marks(words: Sequence[Word]) -> tuple[Mark, ...]:
    """What running pinyin has before each character of a sentence, and where a capital stands.

    The words are in simplified characters, as those that readings are looked up with. White space is a word of its
    own and has no sign around it.

    >>> words = [Word("他", WordTag.WORD), Word("看", WordTag.WORD), Word("着", WordTag.WORD)]
    >>> [(mark.before, mark.capital) for mark in marks(words)]
    [('', True), (' ', False), ('', False)]
    """
    return marks_of("".join(codes(words)))


def codes(words: Sequence[Word]) -> list[str]:
    """The marks of each word of a sentence as ``mark_codes`` writes them.

    >>> codes([Word("他", WordTag.WORD), Word("看见", WordTag.WORD), Word("着", WordTag.WORD)])
    ['T', 'at', 't']
    """
    found = []
    begins = True
    titles = 0
    before, tag_before = "", _OTHER
    last = len(words) - 1
    for place, word in enumerate(words):
        text, tag = word.text, word.tag
        if before == "":
            sign = ""
        elif tag is _OTHER or tag_before is _OTHER:
            sign = _at_punctuation(before, text, tag_before, tag, words[place + 1].text if place < last else "")
        elif text in _BY_WORD or before in _BY_BEFORE:
            sign = _between(before, text, words[place + 1].text if place < last else "")
        else:
            sign = " "
        if titles and tag is _WORD and (sign == " " or before.isspace()) and text not in lists.SMALL_IN_TITLES:
            found.append(_inside(text, tag, sign, True))  # 6.3.2: each word of the name: 《未成年人保护法》
        elif sign == " " and not begins and tag is _WORD:
            found.append(_apart(text))
        else:
            found.append(_inside(text, tag, sign, begins and text[0].isalnum()))
        if begins or text[-1] in _TURNS:
            begins = _begins(begins, text, before)
        if text in _TITLE_OPENS:
            titles += 1
        elif text in _TITLE_CLOSES:
            titles = max(0, titles - 1)
        before, tag_before = text, tag
    return found


def _begins(begins: bool, text: str, before: str) -> bool:
    """Whether a sentence begins after this word (6.3.1): also one that is quoted after a colon; or a title (6.3.2)."""
    if text[-1] in _ENDS or text in _TITLE_OPENS or (text in _OPENING and before[-1:] in ("：", ":")):
        return True
    return begins and not text[0].isalnum()


def _between(before: str, text: str, after: str) -> str:
    for rule in _BY_WORD.get(text, ()):
        if rule.holds(before, text, after):
            return rule.sign
    for rule in _BY_BEFORE.get(before, ()):
        if rule.holds(before, text, after):
            return rule.sign
    return " "


def _at_punctuation(before: str, text: str, tag_before: WordTag, tag: WordTag, after: str) -> str:
    """No space before a stop and inside brackets, none where the text has one itself."""
    left, right = before[-1], text[0]
    if right in _CLINGS or left in _HOLDS or left.isspace() or right.isspace():
        return ""
    if left in ".,:" and right.isdigit() and tag_before is tag:
        return ""
    if left.isalnum() and right.isalnum() and tag_before is tag:
        return ""
    if before in _BY_BEFORE and right.isdigit():
        return _between(before, text, after)
    return " "


@lru_cache(maxsize=1 << 16)
def _apart(word: str) -> str:
    """The marks of a word that stands apart amid a sentence, as most do: the shortest way to them."""
    return _inside(word, _WORD, " ", False)


@cache
def _inside(text: str, tag: WordTag, sign: str, begins: bool) -> str:
    """The marks of a word's characters, with this sign before the first; ``begins``: a sentence does so here."""
    signs = [""] * len(text) if tag is _OTHER else list(_signs(text, tag))
    inner = [Mark(own.rstrip("^"), own.endswith("^")) for own in signs]
    # 6.3.2: a word of a name has its capital, whatever rule has parted it: 第一 中学 is Dì-yī Zhōngxué.
    capital = begins or inner[0].capital or (tag is not _OTHER and tag is not _WORD)
    return coded((Mark(sign, capital), *inner[1:]))


def _signs(text: str, tag: WordTag) -> Iterator[str]:
    for rule in INSIDE:
        signs = rule.signs(text, tag)
        if signs is not None:
            yield from signs
            return
    yield from [""] * len(text)
