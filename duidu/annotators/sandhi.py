"""一 and 不 as they are spoken.

Pinyin writes their citation tones (GB/T 16159-2012, 6.5.3); "for the teaching of the language and the like, the changed
tone may be written". The third tone before a third tone is never written otherwise (6.5.3 and 6.5.4 name no such case).

The rules are those of the textbooks (黄伯荣、廖序东《现代汉语》, chapter on 音变):

* 一 is yí before a fourth tone, yì before a first, second or third; yī at the end of a word or phrase, in an ordinal,
  a date and among other numerals; neutral within a repeated verb (看一看).
* 不 is bú before a fourth tone, else bù; neutral between a verb and itself (是不是) or its complement (看不见).
"""

from __future__ import annotations

from collections.abc import Iterable

from duidu.model import WordTag

_NAMES = (WordTag.PERSON, WordTag.PLACE, WordTag.ORGANISATION)
_DIGITS = frozenset("〇零一二三四五六七八九十")
# 一百, 一千 are counted like other measures, but 一十 is only said within a number.
_POWERS = frozenset("百千万萬亿億")
_NUMERALS = _DIGITS | _POWERS
# After these 一 is part of a number: 第一, 十一.
_BEFORE_NUMBER = _NUMERALS | frozenset("第")
# After these 一 counts what follows, even where the two are one word: 这一天, 同一个.
_DETERMINERS = frozenset("这這那每某另哪同任有")
# Ordinals without 第 (现代汉语词典: 一流 yīliú, 一等 yīděng); after 月 a day is one too.
_ORDINALS = (
    *("一月", "一号", "一號", "一流", "一等", "一级", "一級", "一审", "一審", "一楼", "一樓", "一期", "一线", "一線"),
    *("一季度", "一年级", "一年級", "一把手", "一中全会", "一中全會"),
)
_NOT_ORDINALS = ("一线希望", "一线生机", "一线曙光", "一线阳光", "一線希望", "一線生機", "一線曙光", "一線陽光")
# Characters whose neutral syllable still counts as their fourth tone: 一个 yí ge, 不是 bú shi.
_FOURTH = frozenset("个個是下会會上去过過次句")
# Complements after V不: 看不见, 来不及, 对不起; not after an adverb (只不过, 从不见).
_COMPLEMENTS = frozenset("见見及起了得住到出开開动動完着著上下来來去懂清成通惯慣足多定消防丁")
_ADVERBS = frozenset("只并並决決绝絕毫从從永也都就还還又却卻则則若岂豈何莫再更最很要我你您他她它这這那谁誰人而且便")


def spoken(words: Iterable[tuple[str, WordTag]], syllables: list[str]) -> list[str]:
    """The syllables of a sentence with the spoken tones of 一 and 不; ``syllables`` has one a character.

    A tone that is not the citation tone has been decided by someone and stays, and names keep theirs.

    >>> spoken([("一", WordTag.WORD), ("个", WordTag.WORD)], ["yi1", "ge4"])
    ['yi2', 'ge4']
    >>> spoken([("不", WordTag.WORD), ("来", WordTag.WORD)], ["bu4", "lai2"])
    ['bu4', 'lai2']
    """
    words = tuple(words)
    text = "".join(word for word, _ in words)
    found = list(syllables)
    place = 0
    for word, tag in words:
        found[place : place + len(word)] = spoken_word(word, tag, text, place, syllables)
        place += len(word)
    return found


def spoken_word(word: str, tag: WordTag, text: str, place: int, syllables: list[str]) -> list[str]:
    """The spoken syllables of the word at a place of the text; ``syllables`` are those of the text.

    >>> spoken_word("不", WordTag.WORD, "不去", 0, ["bu4", "qu4"])
    ['bu2']
    """
    end = place + len(word)
    found = syllables[place:end]
    if tag in _NAMES:
        return found
    for index, char in enumerate(word):
        if char == "一" and found[index] == "yi1":
            ends = index > 0 and index == len(word) - 1
            found[index] = "yi" + _tone_of_yi(text, place + index, syllables, ends)
        elif char == "不" and found[index] == "bu4":
            found[index] = "bu" + _tone_of_bu(text, place + index, syllables, word)
    return found


def _tone_of_yi(text: str, place: int, syllables: list[str], ends_word: bool) -> str:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    following = _following_tone(text, place, syllables)
    if not following or (ends_word and before not in _DETERMINERS):
        return "1"
    if before and before == after and text[place - 2 : place - 1] not in _NUMERALS and before not in _NUMERALS:
        return "5"
    if after not in _POWERS and (before in _BEFORE_NUMBER or after in _DIGITS or _is_ordinal(text, place)):
        return "1"
    return {"4": "2", "5": "1"}.get(following, "4")


def _is_ordinal(text: str, place: int) -> bool:
    """Whether 一 is the first of a series or a part here: 一月一日, 一楼, 三分之一."""
    if place and text[place - 1] == "月" and text.startswith("日", place + 1):
        return True
    if text.endswith("分之", 0, place):
        return True
    return text.startswith(_ORDINALS, place) and not text.startswith(_NOT_ORDINALS, place)


def _tone_of_bu(text: str, place: int, syllables: list[str], word: str) -> str:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    following = _following_tone(text, place, syllables)
    if not following:
        return "4"
    repeated = before and (before == after or (place > 1 and text[place - 2 : place] == text[place + 1 : place + 3]))
    if (repeated and syllables[place - 1]) or _is_complement(word):
        return "5"
    return "2" if following == "4" else "4"


def _is_complement(word: str) -> bool:
    """Whether a word is V不C: 看不见."""
    return len(word) == 3 and word[1] == "不" and word[2] in _COMPLEMENTS and word[0] not in _ADVERBS


def _following_tone(text: str, place: int, syllables: list[str]) -> str:
    """The citation tone of the next syllable of the phrase, "" at its end."""
    if place + 1 >= len(text):
        return ""
    tone = syllables[place + 1][-1:]
    return "4" if tone == "5" and text[place + 1] in _FOURTH else tone
