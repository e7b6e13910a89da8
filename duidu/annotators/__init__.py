"""Sentence ─▶ one value a word, or one value a sentence.

The layers that depend on language alone (pinyin, variants, glosses, levels) are made together by ``Annotator``;
the English comes from the article's catalogue. Libraries and word lists know simplified words: a sentence printed in
traditional characters is looked up in simplified ones, and what was printed decides between words that simplified
characters make one (乾 干 幹).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from duidu.annotators import spelling
from duidu.annotators.dictionary import is_common, kind_of_name
from duidu.annotators.english import EnglishReader
from duidu.annotators.english_names import name_terms
from duidu.annotators.glosses import Glossary
from duidu.annotators.levels import OTHER, LevelTable
from duidu.annotators.listed import every_sense
from duidu.annotators.orthography import codes
from duidu.annotators.readings import Readings, ascii_syllables, citation
from duidu.annotators.variants import (
    VariantWriter,
    languages_of,
    lost_on_the_way_back,
    simplified,
    simplified_sentence,
)
from duidu.model import (
    PINYIN,
    Layers,
    Lexicon,
    PinyinStyle,
    Reading,
    ScriptText,
    Sentence,
    SourceRef,
    Term,
    Variant,
    Word,
    WordTag,
)

__all__ = [
    "Annotator",
    "EnglishReader",
    "ascii_syllables",
    "every_sense",
    "is_common",
    "kind_of_name",
    "languages_of",
    "lost_on_the_way_back",
    "name_terms",
    "simplified",
    "simplified_sentence",
]

TAIWAN = "zh-Hant-TW"
PLAIN = PinyinStyle()
_WORD = WordTag.WORD  # a lookup less, for each word
_NO_NAMES = (_WORD, WordTag.OTHER)


class Annotator:
    """All language layers of a sentence; ``languages`` are the scripts wanted beside the sentence's own.

    ``zhuyin`` puts bopomofo over the characters of Taiwan's script, ``taiwan_words`` writes it in Taiwan's vocabulary.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        languages: Iterable[str],
        *,
        hsk: str,
        style: PinyinStyle = PLAIN,
        zhuyin: bool = False,
        taiwan_words: bool = False,
    ) -> None:
        scripts = [language for language in languages if language != PINYIN]
        self._readings = Readings(lexicon.readings)
        self._variants = VariantWriter(scripts, lexicon.variants, vocabulary=taiwan_words)
        self._glossary = Glossary(lexicon.glosses)
        self._levels = LevelTable(hsk, lexicon.levels)
        self._other_levels = LevelTable(OTHER[hsk])
        self._style = style
        self._speller = spelling.speller(style, citation)
        # The tones that a sentence asks for are in the readings by then.
        self._ruby = spelling.speller(replace(style, sandhi=False), citation)
        self._taiwan = TAIWAN in scripts
        self._zhuyin = zhuyin

    def script_text(self, text: str, words: tuple[Word, ...], language: str = "zh-Hans") -> ScriptText:
        """A short text of these words in every script wanted."""
        variants = self.layers(Sentence("title", text, words, SourceRef("", 0), language)).variants
        return ScriptText(text, tuple((variant.language, variant.text) for variant in variants))

    def names(self, sentence: Sentence, named: Container[str] = ()) -> tuple[Term, ...]:
        """The people, places and organisations of a sentence with their English; see ``name_terms``."""
        plain = simplified_sentence(sentence)
        printed = None if plain is sentence else sentence
        return name_terms(sentence, self._readings.read(plain, printed), named)

    def layers(self, sentence: Sentence) -> Layers:
        """The layers, each with one value per word of the sentence."""
        plain = simplified_sentence(sentence)
        printed = None if plain is sentence else sentence
        readings = self._readings.read(plain, printed)
        placed = codes(plain.words)
        over = self._over(plain, readings, placed)
        variants = self._variants.write(sentence)
        in_taiwan = self._with_taiwan(variants, sentence, lambda words: self._in_taiwan(words, plain, readings, over))
        return Layers(
            pinyin=over,
            doubts=tuple(
                [
                    self._others(word, reading) if reading.others else ()
                    for word, reading in zip(plain.words, readings, strict=True)
                ]
            ),
            glosses=self._glossary.gloss(plain, printed, readings, _plain_traditional(variants)),
            levels=self._levels.grade(plain, printed),
            other_levels=self._other_levels.grade(plain),
            variants=(*in_taiwan, self._running(plain, readings, placed)),
        )

    def _over(self, sentence: Sentence, readings: Sequence[Reading], placed: str) -> tuple[str, ...]:
        """What stands over the words; of names it shows the parts, and their capitals."""
        if self._style.sandhi:
            readings = self._speller.spoken(sentence, readings)
        words = sentence.words
        written = self._ruby.rubies(words, readings)
        names = [index for index, word in enumerate(words) if word.tag not in _NO_NAMES]
        ends = list(accumulate([len(word.text) for word in words])) if names else []
        for index in names:
            text, end = words[index].text, ends[index]
            written[index] = self._ruby.ruby(text, readings[index], True, placed[end - len(text) : end])
        return tuple(written)

    def _others(self, word: Word, reading: Reading) -> tuple[str, ...]:
        others = (replace(reading, syllables=syllables, spelling="") for syllables in reading.others)
        return tuple(self._ruby.ruby(word.text, other, word.tag is not WordTag.WORD) for other in others)

    def _running(self, sentence: Sentence, readings: Sequence[Reading], placed: str) -> Variant:
        pieces = self._speller.running(sentence, readings, placed)
        return Variant(PINYIN, "".join(pieces), pieces)

    def _with_taiwan(
        self, variants: Iterable[Variant], sentence: Sentence, readings: Callable[[Sequence[str]], tuple[str, ...]]
    ) -> Iterator[Variant]:
        """The variants, that of Taiwan with its readings; a sentence that was printed there is one, too."""
        if self._taiwan and sentence.language == TAIWAN:
            words = tuple(word.text for word in sentence.words)
            yield Variant(TAIWAN, sentence.text, words, readings=readings(words))
        for variant in variants:
            if variant.language == TAIWAN and variant.words is not None:
                yield replace(variant, readings=readings(variant.words))
            else:
                yield variant

    def _in_taiwan(
        self, words: Sequence[str], plain: Sentence, readings: Sequence[Reading], over: Sequence[str]
    ) -> tuple[str, ...]:
        """What stands over the words in Taiwan; names, and what its standard reads the same, have what stands there."""
        if self._zhuyin:
            return tuple(map(spelling.zhuyin, words, map(spelling.taiwan, words, readings)))
        written = list(over)
        for index in spelling.taiwan_places(words):
            word, here = plain.words[index], readings[index]
            own = spelling.taiwan(words[index], here)
            if own is not here and word.tag is _WORD:
                written[index] = self._ruby.ruby(word.text, own)
        return tuple(written)


def _plain_traditional(variants: Iterable[Variant]) -> tuple[str, ...] | None:
    """The words in plain traditional characters, where they are known: they tell 后 from 後."""
    return next((variant.words for variant in variants if variant.language == "zh-Hant"), None)
