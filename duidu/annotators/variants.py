"""Sentences ─▶ the other scripts, and what script a text is in: the only file that knows OpenCC.

Conversion is by sentence, because one-to-many characters (干 发 后 里 …) need their neighbours; the result is laid
over the words only when it keeps the sentence's length (OpenCC's phrase tables may change it).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import cache
from typing import Any

from duidu.model import Sentence, Variant, VariantLine, Word

SIMPLIFIED = "zh-Hans"

# OpenCC's configurations from the script of the source to the one wanted; two are taken one after the other.
CONFIGS: dict[str, dict[str, tuple[str, ...]]] = {
    "zh-Hans": {"zh-Hant": ("s2t",), "zh-Hant-TW": ("s2tw",), "zh-Hant-HK": ("s2hk",)},
    "zh-Hant": {"zh-Hans": ("t2s",), "zh-Hant-TW": ("t2tw",), "zh-Hant-HK": ("t2hk",)},
    "zh-Hant-TW": {"zh-Hans": ("tw2s",), "zh-Hant": ("tw2t",), "zh-Hant-HK": ("tw2t", "t2hk")},
    "zh-Hant-HK": {"zh-Hans": ("hk2s",), "zh-Hant": ("hk2t",), "zh-Hant-TW": ("hk2t", "t2tw")},
}

# Words in which 著 is the author's zhù; Taiwan also writes it for 着, which OpenCC takes it for here.
_AUTHORS = re.compile("(?:[原專土卓拙遺編]|微知|(?<![討議談爭辯評])論)著(?![手火眼重力急落實想陸涼迷])")

# Below this share of traditional characters a text is simplified: names and quotations hold some. A newspaper
# page in traditional characters has 25 % and more, punctuation counted.
FEW = 0.05
# So many characters that only one of the scripts has tell the script of a story, whatever page it stands on.
TELLING = 3
# A character that Big5 lacks (着 裏 説) was chosen, where its neighbour (著 裡 說) may only have been at hand: Hong
# Kong's papers print 說 beside 着 and 裏. It counts as much as so many others.
CHOSEN = 5
# Characters of Cantonese words (粵語常用字: 嘅 is 的, 佢 他, 咗 了, 喺 在, 冇 沒有); most came into print with the Hong
# Kong Supplementary Character Set (香港增補字符集). Elsewhere they stand in quotations: a few of them weigh no more
# than as many of Taiwan's forms.
CANTONESE = frozenset("嘅佢咗喺冇嚟哋啲嘢唔嗰噉咁啱攞瞓嘥餸攰諗搵揾")


def simplified(text: str, language: str) -> str:
    """A text of this language in simplified characters.

    >>> simplified("她在裡面說著話", "zh-Hant-TW"), simplified("乾坤", "zh-Hans")
    ('她在里面说着话', '乾坤')
    """
    return _convert(text, language, SIMPLIFIED)


def simplified_sentence(sentence: Sentence) -> Sentence:
    """The sentence in simplified characters, word for word; a simplified one as it is.

    Where the conversion changes the length, every word is converted by itself: it is for looking words up.
    """
    if sentence.language == SIMPLIFIED:
        return sentence
    texts = _laid_over(sentence.words, simplified(sentence.text, sentence.language))
    if texts is None:
        texts = tuple(simplified(word.text, sentence.language) for word in sentence.words)
    words = tuple(Word(text, word.tag) for text, word in zip(texts, sentence.words, strict=True))
    return replace(sentence, text="".join(texts), words=words, language=SIMPLIFIED)


class VariantWriter:
    """Writes sentences in the scripts of ``languages``, and traditional ones in simplified characters too.

    The editor's forms win over OpenCC; a line gives the word as printed, or in simplified characters.
    """

    def __init__(self, languages: Iterable[str], lines: Iterable[VariantLine] = ()) -> None:
        self._languages = tuple(dict.fromkeys((SIMPLIFIED, *languages)))
        self._forms: dict[str, dict[str, str]] = {}
        for line in lines:
            for language in self._languages[1:] if line.language == "*" else (line.language,):
                self._forms.setdefault(language, {})[line.word] = line.form

    def write(self, sentence: Sentence) -> tuple[Variant, ...]:
        """The sentence in each script but its own, in the order of the languages."""
        plain = simplified_sentence(sentence)
        wanted = (language for language in self._languages if language != sentence.language)
        return tuple(self._variant(sentence, plain, language) for language in wanted)

    def _variant(self, sentence: Sentence, plain: Sentence, language: str) -> Variant:
        text = _convert(sentence.text, sentence.language, language)
        texts = _laid_over(sentence.words, text)
        if texts is None:
            return Variant(language, text, None)
        if forms := self._forms.get(language):
            words = zip(sentence.words, plain.words, texts, strict=True)
            texts = tuple(forms.get(own.text, forms.get(simple.text, text)) for own, simple, text in words)
            text = "".join(texts)
        return Variant(language, text, texts)


def _laid_over(words: Iterable[Word], text: str) -> tuple[str, ...] | None:
    """The pieces of another text that stand where the words do, or None when it has another length.

    >>> from duidu.model import WordTag
    >>> _laid_over([Word("村里", WordTag.WORD), Word("说", WordTag.WORD)], "村裡說")
    ('村裡', '說')
    """
    pieces = []
    place = 0
    for word in words:
        end = place + len(word.text)
        pieces.append(text[place:end])
        place = end
    return tuple(pieces) if place == len(text) else None


def _convert(text: str, language: str, wanted: str) -> str:
    converted = text
    for config in CONFIGS[language].get(wanted, ()):
        converted = _converter(config).convert(converted)
    if language == "zh-Hant-TW" and len(converted) == len(text):
        for match in _AUTHORS.finditer(text):
            converted = f"{converted[: match.end() - 1]}著{converted[match.end() :]}"
    return converted


@cache
def _converter(config: str) -> Any:
    """A converter, loaded when the first text needs it."""
    import opencc

    return opencc.OpenCC(config)


# ---------------------------------------------------------------- what script a text is in


def languages_of(texts: Sequence[str]) -> tuple[str, ...]:
    """The language that each text of a page is printed in; one that does not tell has that of the whole page.

    A region is that of the page: a newspaper comes from one place.

    >>> languages_of(["她說著話，走進村裡。", "小橋", "节约用水，人人有责"])
    ('zh-Hant-TW', 'zh-Hant-TW', 'zh-Hans')
    """
    traditional = [set(_rewritten(text, "t2s")) for text in texts]
    if all(len(found) <= FEW * len(text) for found, text in zip(traditional, texts, strict=True)):
        return (SIMPLIFIED,) * len(texts)
    signs = [(len(found), _simplified_signs(text, found)) for found, text in zip(traditional, texts, strict=True)]
    whole = sum(count for count, _ in signs) > sum(count for _, count in signs)
    scripts = [old > new if old + new >= TELLING else whole for old, new in signs]
    if not any(scripts):
        return (SIMPLIFIED,) * len(texts)
    region = _region([text for text, is_old in zip(texts, scripts, strict=True) if is_old])
    return tuple(region if is_old else SIMPLIFIED for is_old in scripts)


def _simplified_signs(text: str, traditional: Set[tuple[int, int, str]]) -> int:
    """How many characters no traditional standard has: 说, but not 台 and 群, which Taiwan or Hong Kong print too."""
    taiwan, hong_kong = (set(_rewritten(text, config)) for config in ("s2tw", "s2hk"))
    return len((taiwan & hong_kong) - traditional)


def _region(texts: Sequence[str]) -> str:
    """The language to whose traditional forms these texts keep best; plain ``zh-Hant`` where two keep alike."""
    text = "\n".join(texts)
    cantonese = len(CANTONESE.intersection(text))
    costs = {
        "zh-Hant": _cost(text, "t2s", "s2t") + cantonese,
        "zh-Hant-TW": _cost(text, "tw2s", "s2tw") + cantonese,
        "zh-Hant-HK": _cost(text, "hk2s", "s2hk"),
    }
    best = [language for language, cost in costs.items() if cost == min(costs.values())]
    return best[0] if len(best) == 1 else "zh-Hant"


def _cost(text: str, *there_and_back: str) -> int:
    """What the way to simplified characters and back does not give back: each character once, however often printed.

    Once, because a word of the day (台北 on every line) says no more than any other.
    """
    lost = {char for _, _, char in _rewritten(text, *there_and_back)}
    return sum(1 if _in_big5(char) else CHOSEN for char in lost)


def _in_big5(char: str) -> bool:
    try:
        return bool(char.encode("big5"))
    except UnicodeEncodeError:
        return False


def _rewritten(text: str, *configs: str) -> Iterator[tuple[int, int, str]]:
    """The characters that OpenCC writes otherwise, with line and place; a line that changes its length has none."""
    converted = text
    for config in configs:
        converted = _converter(config).convert(converted)
    for number, (line, other) in enumerate(zip(text.split("\n"), converted.split("\n"), strict=True)):
        if other != line and len(other) == len(line):
            pairs = enumerate(zip(line, other, strict=True))
            yield from ((number, place, old) for place, (old, new) in pairs if old != new)
