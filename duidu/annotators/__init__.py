"""Sentence ─▶ one value a word, or one value a sentence.

The layers that depend on language alone (pinyin, variants, glosses, levels) are made together by ``Annotator``;
the English comes from the article's catalogue. Libraries and word lists know simplified words: a sentence printed in
traditional characters is looked up in simplified ones, and what was printed decides between words that simplified
characters make one (乾 干 幹).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from duidu.annotators import spelling
from duidu.annotators.dictionary import is_common, is_idiom, kind_of_name
from duidu.annotators.english import EnglishReader
from duidu.annotators.english_names import name_terms
from duidu.annotators.glosses import Glossary
from duidu.annotators.levels import OTHER, LevelTable
from duidu.annotators.listed import every_sense
from duidu.annotators.orthography import codes
from duidu.annotators.readings import Readings, ascii_syllables, citation
from duidu.annotators.rows import Columns, Row, Rows
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
)

__all__ = [
    "Annotator",
    "EnglishReader",
    "ascii_syllables",
    "every_sense",
    "is_common",
    "is_idiom",
    "kind_of_name",
    "languages_of",
    "lost_on_the_way_back",
    "name_terms",
    "simplified",
    "simplified_sentence",
]

TAIWAN = "zh-Hant-TW"
PLAIN = PinyinStyle()
_NO_ROWS: tuple[tuple[()], ...] = ((),) * len(Row._fields)


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
        self._style = style
        self._speller = spelling.speller(style, citation)
        self._taiwan = TAIWAN in scripts
        self._rows = Rows(
            Glossary(lexicon.glosses),
            LevelTable(hsk, lexicon.levels),
            LevelTable(OTHER[hsk]),
            # The tones that a sentence asks for are in the readings by then.
            spelling.speller(replace(style, sandhi=False), citation),
            zhuyin=zhuyin,
        )

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
        marks = codes(plain.words)
        variants = self._variants.write(sentence)
        own = _texts(printed.words) if printed else None
        taiwan = self._taiwan_words(sentence, variants)
        nothing = ("",) * len(plain.words)
        rows = self._rows.of(
            Columns(
                plain.words,
                own or nothing,
                readings,
                self._speller.spoken(plain, readings) if self._style.sandhi else readings,
                marks,
                # They tell 后 from 後.
                own or _words_of(variants, "zh-Hant") or nothing,
                taiwan or nothing,
            )
        )
        over, doubts, glosses, levels, other_levels, in_taiwan = zip(*rows, strict=True) if rows else _NO_ROWS
        if taiwan is not None:
            variants = _with_readings(variants, sentence, in_taiwan)
        return Layers(
            pinyin=over,
            doubts=doubts,
            glosses=glosses,
            levels=levels,
            other_levels=other_levels,
            variants=(*variants, self._running(plain, readings, marks)),
        )

    def _running(self, sentence: Sentence, readings: Sequence[Reading], marks: Sequence[str]) -> Variant:
        pieces = self._speller.running(sentence, readings, marks)
        return Variant(PINYIN, "".join(pieces), pieces)

    def _taiwan_words(self, sentence: Sentence, variants: Iterable[Variant]) -> tuple[str, ...] | None:
        """The words in Taiwan's characters, where the edition wants them: as printed there, or as written here."""
        if not self._taiwan:
            return None
        if sentence.language == TAIWAN:
            return _texts(sentence.words)
        return _words_of(variants, TAIWAN)


def _with_readings(variants: Iterable[Variant], sentence: Sentence, readings: tuple[str, ...]) -> tuple[Variant, ...]:
    """The variants, that of Taiwan with its readings; a sentence that was printed there is one, too."""
    if sentence.language == TAIWAN:
        return (Variant(TAIWAN, sentence.text, _texts(sentence.words), readings=readings), *variants)
    return tuple(
        [
            Variant(TAIWAN, variant.text, variant.words, variant.doubts, readings)
            if variant.language == TAIWAN
            else variant
            for variant in variants
        ]
    )


def _texts(words: Iterable[Word]) -> tuple[str, ...]:
    return tuple([word.text for word in words])


def _words_of(variants: Iterable[Variant], language: str) -> tuple[str, ...] | None:
    for variant in variants:
        if variant.language == language:
            return variant.words
    return None
