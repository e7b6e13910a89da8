"""Forms that Chinese makes of a word, and that dictionaries do not list ─▶ the word itself.

Doubling (看看, 高高兴兴), the question 好不好, the possible complement 看得见, the endings 儿 了 着 过 们 的
(朱德熙《语法讲义》 1982, 2.5–2.6, 5.7, 9.8; GB/T 16159-2012, 6.1.3–6.1.5).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

_ENDINGS = {
    "儿": "with the ending -r",
    "了": "done: 了",
    "着": "going on: 着",
    "过": "once: 过",
    "们": "plural: 们",
    "的": "before a noun: 的",
}
_SEPARATED = ("一", "了", "了一")


@dataclass(frozen=True, slots=True)
class Form:
    """The word that a form is made of, and what the form says of it."""

    base: str
    note: str


def form_of(word: str, known: Callable[[str], bool]) -> Form | None:
    """The word that this one is a form of, if the dictionary has that word.

    >>> words = {"看", "看见", "高兴", "花", "件", "喜欢"}.__contains__
    >>> form_of("看看", words), form_of("高高兴兴", words)
    (Form(base='看', note='看 doubled'), Form(base='高兴', note='高兴 doubled'))
    >>> form_of("看不见", words), form_of("喜不喜欢", words)
    (Form(base='看见', note='cannot'), Form(base='喜欢', note='喜欢 or not?'))
    >>> form_of("桥", words)
    """
    return next((form for form in _candidates(word) if form.base != word and known(form.base)), None)


def _candidates(word: str) -> Iterator[Form]:
    yield from _doubled(word)
    yield from _asked(word)
    if len(word) == 3 and word[1] in "得不":
        yield Form(word[0] + word[2], "can" if word[1] == "得" else "cannot")
    for ending, note in _ENDINGS.items():
        if len(word) > 1 and word.endswith(ending):
            yield Form(word[: -len(ending)], note)


def _doubled(word: str) -> Iterator[Form]:
    """AA, AABB, ABAB, A一A, A了A, 一AA.

    >>> [form.base for text in ("讨论讨论", "看了看", "一件件", "一件一件") for form in _doubled(text)]
    ['讨论', '看', '件', '件']
    """
    half, odd = divmod(len(word), 2)
    if not odd and half and word[:half] == word[half:]:
        base = word[:half]
        each = len(base) == 2 and base[0] == "一"
        yield Form(base[1], f"one {base[1]} after another") if each else Form(base, f"{base} doubled")
    if len(word) == 4 and word[0] == word[1] and word[2] == word[3]:
        yield Form(word[1:3], f"{word[1:3]} doubled")
    if len(word) == 3 and word[0] == "一" and word[1] == word[2]:
        yield Form(word[1], f"one {word[1]} after another")
    if len(word) in (3, 4) and word[0] == word[-1] and word[1:-1] in _SEPARATED:
        yield Form(word[0], f"{word[0]} doubled")


def _asked(word: str) -> Iterator[Form]:
    """A不A, A没A, AB不AB, A不AB.

    >>> [form.base for text in ("好不好", "去没去", "喜欢不喜欢", "可不可以") for form in _asked(text)]
    ['好', '去', '喜欢', '可以']
    """
    for negation in "不没":
        before, found, after = word.partition(negation)
        if found and before and after.startswith(before[:1]) and (before == after or len(before) == 1):
            yield Form(after, f"{after} or not?")
