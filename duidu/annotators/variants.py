"""Sentences ─▶ traditional characters: the only file that knows OpenCC.

Conversion is by sentence, because one-to-many characters (干 发 后 里 …) need their neighbours; the result is laid
over the words only when it keeps the sentence's length (OpenCC's phrase tables may change it).
"""

from __future__ import annotations

from collections.abc import Iterable

from duidu.model import Sentence, Variant, VariantLine

CONFIGS = {"zh-Hant": "s2t", "zh-Hant-TW": "s2tw", "zh-Hant-HK": "s2hk"}


class VariantWriter:
    """Writes sentences in the scripts of ``languages`` (keys of CONFIGS); the editor's forms win over OpenCC."""

    def __init__(self, languages: Iterable[str], lines: Iterable[VariantLine] = ()) -> None:
        import opencc

        self._converters = {language: opencc.OpenCC(CONFIGS[language]) for language in languages}
        self._forms: dict[tuple[str, str], str] = {}
        for line in lines:
            for language in self._converters if line.language == "*" else (line.language,):
                self._forms[line.word, language] = line.form

    def write(self, sentence: Sentence) -> tuple[Variant, ...]:
        """The sentence in each script, in the order of the languages."""
        return tuple(self._variant(sentence, language) for language in self._converters)

    def _variant(self, sentence: Sentence, language: str) -> Variant:
        text = self._converters[language].convert(sentence.text)
        if len(text) != len(sentence.text):
            return Variant(language, text, None)
        words = []
        place = 0
        for word in sentence.words:
            form = self._forms.get((word.text, language))
            words.append(form if form is not None else text[place : place + len(word.text)])
            place += len(word.text)
        return Variant(language, "".join(words), tuple(words))
