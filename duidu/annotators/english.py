"""Sentences ─▶ English, from the article's catalogue."""

from __future__ import annotations

from duidu.model import Catalogue, English, Sentence, Status

MISSING = English("", Status.MISSING, "")


class EnglishReader:
    """Finds the English of sentences in one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._messages = {(message.context, message.chinese): message.english for message in catalogue.messages}

    def english(self, sentence: Sentence) -> English:
        return self._messages.get((sentence.context, sentence.msgid), MISSING)
