"""Sentences ─▶ the other scripts, and what script a text is in: the only file that knows OpenCC.

Conversion is by sentence, because one-to-many characters (干 发 后 里 …) need their neighbours; ``one_to_many`` looks
at them again with the words. The result is laid over the words only when it keeps the sentence's length (OpenCC's
phrase tables may change it).

The forms are OpenCC's for each region (臺灣 in Taiwan, 台灣 in Hong Kong; 説, 户, 衞 there), though the press of both
has more than one. Quotation marks stay as printed. What OpenCC cannot read (halves of characters) stays as it is; of
the compatibility ideographs it makes the characters that they stand for, as Unicode does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import accumulate, chain, compress, count
from operator import ne
from typing import Any

from duidu.annotators.one_to_many import corrected
from duidu.model import Sentence, Variant, VariantLine, Word

SIMPLIFIED = "zh-Hans"

# OpenCC's configurations from the script of the source to the one wanted; two are taken one after the other.
CONFIGS: dict[str, dict[str, tuple[str, ...]]] = {
    "zh-Hans": {"zh-Hant": ("s2t",), "zh-Hant-TW": ("s2tw",), "zh-Hant-HK": ("s2hk",)},
    "zh-Hant": {"zh-Hans": ("t2s",), "zh-Hant-TW": ("t2tw",), "zh-Hant-HK": ("t2hk",)},
    "zh-Hant-TW": {"zh-Hans": ("tw2s",), "zh-Hant": ("tw2t",), "zh-Hant-HK": ("tw2t", "t2hk")},
    "zh-Hant-HK": {"zh-Hans": ("hk2s",), "zh-Hant": ("hk2t",), "zh-Hant-TW": ("hk2t", "t2tw")},
}

# What plain traditional characters become in the regions; OpenCC's s2tw and s2hk are s2t and then these.
REGIONS: dict[str, tuple[str, ...]] = {"zh-Hant": (), "zh-Hant-TW": ("t2tw",), "zh-Hant-HK": ("t2hk",)}
# Taiwan's own words for what others call otherwise (網際網路 for 互联网), which an edition may ask for.
VOCABULARY = {"zh-Hant-TW": "s2twp"}
# Forms of a region that OpenCC lacks: Hong Kong's list of characters (常用字字形表) has 艷; in Taiwan 帳 is the form of
# the ministry's dictionary (異體字字典) and of the press, and 賬 its variant.
FORMS = {"zh-Hant-TW": ("賬", "帳"), "zh-Hant-HK": ("豔", "艷")}
# Halves of characters that no encoding knows.
_HALVES = re.compile("([\ud800-\udfff]+)")
# Pieces of sentences whose conversion is kept in mind.
PIECES = 1 << 14

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
# From simplified characters to those of Taiwan and of Hong Kong, and from the traditional ones of a region to the
# simplified ones and back.
WAYS_FROM_SIMPLIFIED = (("s2t", "t2tw"), ("s2t", "t2hk"))
WAYS_BACK = {
    "zh-Hant": ("t2s", "s2t"),
    "zh-Hant-TW": ("tw2s", "s2t", "t2tw"),
    "zh-Hant-HK": ("hk2s", "s2t", "t2hk"),
}
# So many characters on both sides tell OpenCC which word a character is part of: its phrases are seldom longer.
NEIGHBOURS = 6
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

    def __init__(
        self, languages: Iterable[str], lines: Iterable[VariantLine] = (), *, vocabulary: bool = False
    ) -> None:
        self._languages = tuple(dict.fromkeys((SIMPLIFIED, *languages)))
        self._vocabulary = VOCABULARY if vocabulary else {}
        self._forms: dict[str, dict[str, str]] = {}
        for line in lines:
            for language in self._languages[1:] if line.language == "*" else (line.language,):
                self._forms.setdefault(language, {})[line.word] = line.form

    def write(self, sentence: Sentence) -> tuple[Variant, ...]:
        """The sentence in each script but its own, in the order of the languages."""
        cuts = _Cuts(sentence.words)
        wanted = [language for language in self._languages if language != sentence.language]
        if sentence.language == SIMPLIFIED and wanted:
            traditional = _Traditional.of(sentence)
            written = [self._from_simplified(sentence, traditional, language, cuts) for language in wanted]
        else:
            texts = [_convert(sentence.text, sentence.language, language) for language in wanted]
            written = [Variant(language, text, cuts.pieces(text)) for language, text in zip(wanted, texts, strict=True)]
        if not self._forms:
            return tuple(written)
        plain = simplified_sentence(sentence)
        return tuple([self._edited(sentence, plain, variant) for variant in written])

    def _from_simplified(self, sentence: Sentence, traditional: _Traditional, language: str, cuts: _Cuts) -> Variant:
        text = traditional.written(language)
        if config := self._vocabulary.get(language):
            text = _with_vocabulary(sentence, text, config)
            if any(len(_opencc(word.text, config)) != len(word.text) for word in sentence.words):
                return Variant(language, text, None)
        words = cuts.pieces(text)
        doubts = _doubts(words, traditional.others(language)) if words and traditional.doubts else ()
        return Variant(language, text, words, doubts)

    def _edited(self, sentence: Sentence, plain: Sentence, variant: Variant) -> Variant:
        """The variant with the editor's forms, of which nobody doubts."""
        forms = self._forms.get(variant.language)
        if not forms or variant.words is None:
            return variant
        found = [forms.get(own.text, forms.get(simple.text)) for own, simple in _pairs(sentence, plain)]
        texts = tuple(text if form is None else form for text, form in zip(variant.words, found, strict=True))
        doubts = tuple(
            others if form is None else () for others, form in zip(variant.doubts, found, strict=bool(variant.doubts))
        )
        return Variant(variant.language, "".join(texts), texts, doubts if any(doubts) else ())


def lost_on_the_way_back(sentence: Sentence, variant: Variant) -> tuple[int, ...]:
    """Where a variant, written in simplified characters again, is not the sentence that it was made of.

    Characters that were left alone are not lost, nor those that two scripts spell in two ways (着 and 著). Where the
    variant has another length, nothing can be said: the answer is empty.

    >>> from duidu.model import SourceRef, WordTag
    >>> item = Sentence("title", "干净", (Word("干净", WordTag.WORD),), SourceRef("a.md", 1))
    >>> lost_on_the_way_back(item, Variant("zh-Hant", "乾淨", ("乾淨",)))
    ()
    >>> lost_on_the_way_back(item, Variant("zh-Hant", "乾靜", ("乾靜",)))
    (1,)
    """
    before = _folded(simplified(sentence.text, sentence.language))
    after = _folded(simplified(variant.text, variant.language))
    if not len(before) == len(after) == len(sentence.text) == len(variant.text):
        return ()
    return tuple(
        place
        for place, (old, new) in enumerate(zip(before, after, strict=True))
        if old != new and sentence.text[place] != variant.text[place]
    )


# Characters that have one meaning in simplified texts and are told apart by some: OpenCC keeps either.
_FOLDED = str.maketrans("著乾瞭藉徵夥於鍾甯麽账", "着干了借征伙于钟宁么帐")


def _folded(text: str) -> str:
    return text.translate(_FOLDED)


# ---------------------------------------------------------------- a sentence in traditional characters


@dataclass(frozen=True, slots=True)
class _Traditional:
    """A simplified sentence in traditional characters, from which the regions' follow.

    ``doubts`` are the places of characters that may have another form, and these forms.
    """

    text: str
    doubts: Mapping[int, str]

    @classmethod
    def of(cls, sentence: Sentence) -> _Traditional:
        found = corrected(sentence.words, _opencc(sentence.text, "s2t"), _piece)
        return cls(found.text, found.doubts)

    def written(self, language: str) -> str:
        """The sentence in this region's forms."""
        return _regional(self.text, language)

    def others(self, language: str) -> dict[int, tuple[str, ...]]:
        """By place, the other forms of a character in this region, where they are others there."""
        found = {}
        for place, forms in self.doubts.items():
            own = _regional(self.text[place], language)
            others = dict.fromkeys(_regional(form, language) for form in forms)
            if left := tuple(form for form in others if form != own):
                found[place] = left
        return found


def _regional(text: str, language: str) -> str:
    for config in REGIONS[language]:
        text = _opencc(text, config)
    return text.replace(*FORMS[language]) if language in FORMS else text


def _doubts(texts: Sequence[str], others: Mapping[int, tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """A word's other forms, each with one of its characters in another form.

    >>> _doubts(("一", "隻", "猫"), {1: ("只",)})
    ((), ('只',), ())
    """
    if not others:
        return ()
    doubts = []
    start = 0
    for text in texts:
        places = [place for place in range(start, start + len(text)) if place in others]
        doubts.append(
            tuple(
                f"{text[: place - start]}{form}{text[place - start + 1 :]}"
                for place in places
                for form in others[place]
            )
        )
        start += len(text)
    return tuple(doubts)


def _with_vocabulary(sentence: Sentence, text: str, config: str) -> str:
    """A region's own words in a sentence, which otherwise is as it was; some of them are longer."""
    theirs = _opencc(sentence.text, config)
    base = _opencc(sentence.text, "s2tw")
    if not len(theirs) == len(base) == len(text):
        return theirs
    return "".join(ours if word == char else word for word, char, ours in zip(theirs, base, text, strict=True))


@lru_cache(PIECES)
def _piece(text: str) -> str:
    """A word or a few, converted by themselves."""
    return _opencc(text, "s2t")


def _pairs(sentence: Sentence, plain: Sentence) -> Iterator[tuple[Word, Word]]:
    return zip(sentence.words, plain.words, strict=True)


def _laid_over(words: Iterable[Word], text: str) -> tuple[str, ...] | None:
    """The pieces of another text that stand where the words do, or None when it has another length.

    >>> from duidu.model import WordTag
    >>> _laid_over([Word("村里", WordTag.WORD), Word("说", WordTag.WORD)], "村裡說")
    ('村裡', '說')
    """
    return _Cuts(words).pieces(text)


class _Cuts:
    """Where the words of a sentence end, which its texts in all scripts share."""

    __slots__ = ("_latest", "_length", "_slices")

    def __init__(self, words: Iterable[Word]) -> None:
        ends = [0, *accumulate([len(word.text) for word in words])]
        self._length = ends[-1]
        self._slices = list(map(slice, ends, ends[1:]))
        self._latest: tuple[str, tuple[str, ...] | None] = "", None

    def pieces(self, text: str) -> tuple[str, ...] | None:
        """The pieces of a text of this length; None of another."""
        known, pieces = self._latest
        if pieces is None or known != text:  # two scripts often write a sentence alike
            pieces = tuple(map(text.__getitem__, self._slices)) if len(text) == self._length else None
            self._latest = text, pieces
        return pieces


def _convert(text: str, language: str, wanted: str) -> str:
    converted = text
    for config in CONFIGS[language].get(wanted, ()):
        converted = _opencc(converted, config)
    if language == "zh-Hant-TW" and len(converted) == len(text):
        for match in _AUTHORS.finditer(text):
            converted = f"{converted[: match.end() - 1]}著{converted[match.end() :]}"
    return converted


def _opencc(text: str, config: str) -> str:
    """A text by OpenCC, which reads no halves of characters: they stay where they are."""
    convert = _converter(config).convert
    try:
        return str(convert(text))
    except UnicodeEncodeError:
        pieces = _HALVES.split(text)
        return "".join(piece if number % 2 else convert(piece) for number, piece in enumerate(pieces))


@cache
def _converter(config: str) -> Any:
    """A converter, loaded when the first text needs it."""
    import opencc

    return opencc.OpenCC(config)


def spellings() -> dict[str, str]:
    """The simplified character of every character that is written otherwise somewhere: 众 of 眾, 衆 and 㐺.

    >>> found = spellings()
    >>> found["眾"], found["衆"], found["裡"], found["裏"], "众" in found
    ('众', '众', '里', '里', False)
    """
    every = "".join(map(chr, chain(range(0x3400, 0x4DC0), range(0x4E00, 0xA000))))
    found: dict[str, str] = {}
    for config in ("t2s", "tw2s", "hk2s"):
        # A line each, so that no phrase of neighbours is seen.
        plain = _opencc("\n".join(every), config).split("\n")
        found |= {char: one for char, one in zip(every, plain, strict=True) if char != one and len(one) == 1}
    return found


# ---------------------------------------------------------------- what script a text is in


def languages_of(texts: Sequence[str]) -> tuple[str, ...]:
    """The language that each text of a page is printed in; one that does not tell has that of the whole page.

    A region is that of the page: a newspaper comes from one place.

    >>> languages_of(["她說著話，走進村裡。", "小橋", "节约用水，人人有责"])
    ('zh-Hant-TW', 'zh-Hant-TW', 'zh-Hans')
    """
    texts = [text.replace("\0", " ") for text in texts]  # OpenCC ends a text at a NUL
    every = set().union(*texts) - {"\n"}
    traditional = _traditional_only(every)
    olds = [_how_many(traditional, text) for text in texts]
    if all(old <= FEW * len(text) for old, text in zip(olds, texts, strict=True)):
        return (SIMPLIFIED,) * len(texts)
    plain = _simplified_only(every)
    news = [_how_many(plain, text) for text in texts]
    whole = sum(olds) > sum(news)
    scripts = [old > new if old + new >= TELLING else whole for old, new in zip(olds, news, strict=True)]
    if not any(scripts):
        return (SIMPLIFIED,) * len(texts)
    region = _region([text for text, is_old in zip(texts, scripts, strict=True) if is_old])
    return tuple(region if is_old else SIMPLIFIED for is_old in scripts)


def _how_many(chars: Set[str], text: str) -> int:
    return sum(map(chars.__contains__, text)) if chars else 0


def _traditional_only(chars: Set[str]) -> set[str]:
    """Those that simplified texts have not: 說, but not 著 and 乾, which stand in GB 2312 too (著名, 乾坤)."""
    return {char for char in _alone(("t2s",)).rewritten(chars) if not _is_in(char, "gb2312")}


def _simplified_only(chars: Set[str]) -> set[str]:
    """Those that no traditional standard has: 说, but not 台 and 后, which stand in Big5 too."""
    taiwan, hong_kong = (_alone(way).rewritten(chars) for way in WAYS_FROM_SIMPLIFIED)
    return {char for char in taiwan & hong_kong if not _is_in(char, "big5")}


def _differing(chars: Set[str]) -> set[str]:
    """Those in which the traditional standards differ: 裡 of Taiwan, 裏 of Hong Kong, but not 橋."""
    plain, taiwan, hong_kong = (_alone(way).rewritten(chars) for way in WAYS_BACK.values())
    return (plain | taiwan | hong_kong) - (plain & taiwan & hong_kong)


class _Alone:
    """What OpenCC makes of characters without neighbours. It is asked once a character: a page brings few new ones."""

    def __init__(self, way: tuple[str, ...]) -> None:
        self._way = way
        self._met: set[str] = set()
        self._rewritten: set[str] = set()

    def rewritten(self, chars: Set[str]) -> set[str]:
        """The characters that are written otherwise.

        >>> sorted(_Alone(("t2s",)).rewritten({"說", "橋", "水"}))
        ['橋', '說']
        """
        unmet = chars - self._met
        if unmet:
            others = _converted("\n".join(unmet), self._way).split("\n")
            self._rewritten |= {char for char, other in zip(unmet, others, strict=True) if char != other}
            self._met |= unmet
        return self._rewritten & chars


@cache
def _alone(way: tuple[str, ...]) -> _Alone:
    return _Alone(way)


@cache
def _is_in(char: str, encoding: str) -> bool:
    try:
        return bool(char.encode(encoding))
    except UnicodeEncodeError:
        return False


def _region(texts: Sequence[str]) -> str:
    """The language to whose traditional forms these texts keep best; plain ``zh-Hant`` where two keep alike."""
    cantonese = sum(any(char in text for text in texts) for char in CANTONESE)
    differing = _differing(set().union(*texts) - {"\n"})
    passages = "\n".join(passage for text in texts for passage in _passages(text, differing))
    costs = {language: _cost(passages, way) for language, way in WAYS_BACK.items()}
    for language in ("zh-Hant", "zh-Hant-TW"):
        costs[language] += cantonese
    best = [language for language, cost in costs.items() if cost == min(costs.values())]
    return best[0] if len(best) == 1 else "zh-Hant"


def _passages(text: str, chars: Set[str]) -> Iterator[str]:
    """What stands around these characters: the neighbours tell OpenCC which word a character is part of.

    >>> list(_passages("小橋流水人家，小村裡", {"裡"}))
    ['水人家，小村裡']
    """
    end = 0
    for place in compress(count(), map(chars.__contains__, text)):
        if place >= end:  # else the passage before has it
            yield text[max(0, place - NEIGHBOURS) : (end := place + NEIGHBOURS + 1)]


def _cost(text: str, way: Iterable[str]) -> int:
    """What the way to simplified characters and back does not give back: each character once, however often printed.

    Once, because a word of the day (台北 on every line) says no more than any other.
    """
    lost = {text[place] for place in _rewritten(text, _converted(text, way))}
    return sum(1 if _is_in(char, "big5") else CHOSEN for char in lost)


def _converted(text: str, way: Iterable[str]) -> str:
    for config in way:
        text = _opencc(text, config)
    return text


def _rewritten(text: str, converted: str) -> Iterator[int]:
    """The places of the characters that OpenCC has written otherwise; a line that changed its length has none.

    >>> list(_rewritten("他來了\\n說著話", "他来了\\n说着话"))
    [1, 4, 5, 6]
    """
    start = 0
    for line, other in zip(text.split("\n"), converted.split("\n"), strict=True):
        if other != line and len(other) == len(line):
            yield from compress(range(start, start + len(line)), map(ne, line, other))
        start += len(line) + 1
