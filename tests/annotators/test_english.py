"""The English of a sentence is found by its context and its Chinese."""

from __future__ import annotations

from duidu.annotators import EnglishReader
from duidu.model import Catalogue, English, Message, Status
from tests.support import HERE, sentence

REVIEWED = English("It is day.", Status.REVIEWED, "")
READER = EnglishReader(Catalogue("p/s", (Message("paragraph", "天亮了。", REVIEWED, HERE),)))


def test_english_of_a_sentence() -> None:
    assert READER.english(sentence("天", "亮", "了", "。")) == REVIEWED


def test_white_space_around_the_sentence_does_not_matter() -> None:
    assert READER.english(sentence("天", "亮", "了", "。", "\u3000")) == REVIEWED


def test_another_context_is_another_sentence() -> None:
    found = READER.english(sentence("天", "亮", "了", "。", context="paragraph 2"))
    assert (found.text, found.status) == ("", Status.MISSING)


def test_obsolete_english_is_not_shown() -> None:
    reader = EnglishReader(Catalogue("p/s", (), (Message("paragraph", "天亮了。", REVIEWED, HERE),)))
    assert reader.english(sentence("天", "亮", "了", "。")).status is Status.MISSING
