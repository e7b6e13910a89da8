"""Which text of an earlier import a text of today is: the same story keeps its slug, whatever its headline says now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Above this two texts are the same story, corrected. Stories of one page that are not reach 0.3; a four-character
# slogan with another last word (节约用水, 节约用电) has just 0.6, and is another slogan.
ALIKE = 0.6
# Of two texts that are alike, one that is called the same is preferred.
SAME_NAME = 0.5


@dataclass(frozen=True, slots=True)
class Text:
    """A text by its id. ``name`` is what it is called by, ``characters`` what it says; None where that is unknown."""

    id: str
    name: str | None
    characters: str | None


def matched(new: Sequence[Text], old: Sequence[Text]) -> dict[str, str]:
    """The id of a new text ─▶ that of the old text it is: the most alike first, each at most once.

    Two texts belong together when they are called the same, or when they are alike.

    >>> matched([Text("1", "新桥", "新桥桥通了大家很高兴")], [Text("a", "桥", "桥桥通了大家很高兴")])
    {'1': 'a'}
    """
    same = _identical(new, old)
    left = [text for text in new if text.id not in same]
    free = [text for text in old if text.id not in set(same.values())]
    scored = [
        (score, -number, -other, text.id, earlier.id)
        for number, text in enumerate(left)
        for other, earlier in enumerate(free)
        if (score := _score(text, earlier)) is not None
    ]
    found = dict(same)
    taken = set(same.values())
    for _, _, _, id_, earlier_id in sorted(scored, reverse=True):
        if id_ not in found and earlier_id not in taken:
            found[id_] = earlier_id
            taken.add(earlier_id)
    return found


def _identical(new: Iterable[Text], old: Iterable[Text]) -> dict[str, str]:
    """Texts with the same name and the same characters: most of a page, found without comparing each with all."""
    by_value = {(text.name, text.characters): text.id for text in reversed(list(old))}
    found: dict[str, str] = {}
    for text in new:
        id_ = by_value.get((text.name, text.characters)) if text.characters else None
        if id_ is not None and id_ not in found.values():
            found[text.id] = id_
    return found


def _score(new: Text, old: Text) -> float | None:
    same_name = new.name is not None and new.name == old.name
    if new.characters is None or old.characters is None:
        return SAME_NAME if same_name else None
    likeness = alike(new.characters, old.characters)
    if same_name:
        return likeness + SAME_NAME
    return likeness if likeness > ALIKE else None


def alike(first: str, second: str) -> float:
    """How much two texts share, 0 to 1: Dice's coefficient over their pairs of characters.

    >>> alike("桥通了", "桥通了"), alike("桥通了", "下雨天")
    (1.0, 0.0)
    """
    one, other = pairs(first), pairs(second)
    return 2 * (one & other).total() / (one.total() + other.total())


def pairs(text: str) -> Counter[tuple[str, str]]:
    """Each two characters that stand together, and those at the ends.

    >>> sorted(pairs("桥通"))
    [('\\n', '桥'), ('桥', '通'), ('通', '\\n')]
    """
    return Counter(zip(f"\n{text}", f"{text}\n", strict=True))
