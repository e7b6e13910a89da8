"""Lists of words as one reads them."""

from __future__ import annotations


def words_of(*lines: str) -> frozenset[str]:
    """The words of lines in which spaces set them apart.

    >>> sorted(words_of("a b", "c"))
    ['a', 'b', 'c']
    """
    return frozenset(" ".join(lines).split())
