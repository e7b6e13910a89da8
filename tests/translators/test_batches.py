"""What goes into the model together, and what comes out of it again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from duidu.translators import batches as module
from duidu.translators.batches import Joiner, Piece, batches, cut, pieces

LENGTHS = st.lists(st.integers(0, 60), max_size=60)


def of_lengths(lengths: list[int]) -> list[Piece]:
    return [Piece(index, 0, 1, ["x"] * length) for index, length in enumerate(lengths)]


@given(st.text("天地。，；、 ”a", max_size=200), st.integers(1, 40))
def test_pieces_join_to_their_text_and_none_is_too_long(text: str, limit: int) -> None:
    found = cut(text, limit)
    assert "".join(found) == text
    assert all(len(piece) <= limit for piece in found)
    assert all(found) or found == [""]


def test_a_sentence_is_rather_cut_at_its_end_than_at_a_comma() -> None:
    assert cut("他来了，我们走了。你呢，再见", 12) == ["他来了，我们走了。", "你呢，再见"]
    assert cut("他来了，我们走了，好", 9) == ["他来了，我们走了，", "好"]


@given(LENGTHS, st.integers(1, 100), st.integers(1, 4))
def test_every_piece_is_in_one_batch_and_no_batch_is_too_large(lengths: list[int], size: int, workers: int) -> None:
    found = list(batches(of_lengths(lengths), size=size, workers=workers))
    assert sorted(piece.sentence for batch in found for piece in batch) == list(range(len(lengths)))
    for batch in found:
        assert len(batch) == 1 or len(batch) * len(batch[0].tokens) <= size or not batch[0].tokens
        assert batch == sorted(batch, key=lambda piece: -len(piece.tokens))


@given(st.lists(st.integers(1, 60), min_size=20, max_size=60), st.integers(1, 4))
def test_there_are_two_batches_a_worker(lengths: list[int], workers: int) -> None:
    assert len(list(batches(of_lengths(lengths), size=1024, workers=workers))) >= 2 * workers


def test_no_more_is_read_than_a_window(monkeypatch) -> None:
    monkeypatch.setattr(module, "WINDOW", 10)
    read = []

    def encode(text: str) -> list[str]:
        read.append(text)
        return list(text)

    stream = batches(pieces(["天" * 5000] * 1000, encode, 50), size=1000, workers=1)
    next(stream)
    assert len(read) == 10


@given(st.lists(st.text("天，", min_size=1, max_size=30), max_size=8), st.randoms())
def test_whatever_the_order_sentences_get_the_english_of_their_pieces(sentences, chance) -> None:
    found = list(pieces(sentences, list, 4))
    chance.shuffle(found)
    joiner = Joiner()
    english = dict(pair for piece in found for pair in joiner.add(piece, "".join(piece.tokens)))
    assert len(english) == len(sentences)
    assert [english[index].replace(" ", "") for index in range(len(sentences))] == sentences
