"""Sentence ─▶ one value a word, or one value a sentence.

The layers that depend on language alone (pinyin, variants, glosses, levels) are made together by ``Annotator``;
the English comes from the article's catalogue.
"""

from __future__ import annotations

from duidu.annotators.english import EnglishReader
from duidu.annotators.glosses import Glossary
from duidu.annotators.levels import LevelTable
from duidu.annotators.pinyin import PinyinReader, ascii_syllables
from duidu.annotators.variants import VariantWriter
from duidu.model import Layers, Lexicon, ScriptText, Sentence, SourceRef, Word

__all__ = ["Annotator", "EnglishReader", "ascii_syllables"]


class Annotator:
    """All language layers of a sentence; ``languages`` are the traditional variants wanted."""

    def __init__(self, lexicon: Lexicon, languages: tuple[str, ...], hsk: str) -> None:
        self._pinyin = PinyinReader(lexicon.readings)
        self._variants = VariantWriter(languages, lexicon.variants)
        self._glossary = Glossary(lexicon.glosses)
        self._levels = LevelTable(hsk, lexicon.levels)

    def script_text(self, text: str, words: tuple[Word, ...]) -> ScriptText:
        """A short text of these words in every script wanted."""
        variants = self._variants.write(Sentence("title", text, words, SourceRef("", 0)))
        return ScriptText(text, tuple((variant.language, variant.text) for variant in variants))

    def layers(self, sentence: Sentence) -> Layers:
        """The layers, each with one value per word of the sentence."""
        return Layers(
            pinyin=self._pinyin.read(sentence),
            glosses=self._glossary.gloss(sentence),
            levels=self._levels.grade(sentence),
            variants=self._variants.write(sentence),
        )
