"""Sentence ─▶ one value a word, or one value a sentence.

The layers that depend on language alone (pinyin, variants, glosses, levels) are made together by ``Annotator``;
the English comes from the article's catalogue. Libraries and word lists know simplified words: a sentence printed in
traditional characters is looked up in simplified ones, and what was printed decides between words that simplified
characters make one (乾 干 幹).
"""

from __future__ import annotations

from duidu.annotators.english import EnglishReader
from duidu.annotators.glosses import Glossary
from duidu.annotators.levels import LevelTable
from duidu.annotators.pinyin import PinyinReader, ascii_syllables
from duidu.annotators.variants import VariantWriter, languages_of, simplified, simplified_sentence
from duidu.model import Layers, Lexicon, ScriptText, Sentence, SourceRef, Word

__all__ = ["Annotator", "EnglishReader", "ascii_syllables", "languages_of", "simplified"]


class Annotator:
    """All language layers of a sentence; ``languages`` are the traditional variants wanted."""

    def __init__(self, lexicon: Lexicon, languages: tuple[str, ...], hsk: str) -> None:
        self._pinyin = PinyinReader(lexicon.readings)
        self._variants = VariantWriter(languages, lexicon.variants)
        self._glossary = Glossary(lexicon.glosses)
        self._levels = LevelTable(hsk, lexicon.levels)

    def script_text(self, text: str, words: tuple[Word, ...], language: str = "zh-Hans") -> ScriptText:
        """A short text of these words in every script wanted."""
        variants = self._variants.write(Sentence("title", text, words, SourceRef("", 0), language))
        return ScriptText(text, tuple((variant.language, variant.text) for variant in variants))

    def layers(self, sentence: Sentence) -> Layers:
        """The layers, each with one value per word of the sentence."""
        plain = simplified_sentence(sentence)
        printed = None if plain is sentence else sentence
        return Layers(
            pinyin=self._pinyin.read(plain, printed),
            glosses=self._glossary.gloss(plain, printed),
            levels=self._levels.grade(plain, printed),
            variants=self._variants.write(sentence),
        )
