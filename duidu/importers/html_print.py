"""The text of a web page as it is printed, and the line of its source on which each piece stands.

The tree of a page is one of lxml's, as Trafilatura loads it.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from duidu.importers.characters import CONTROL

UNPRINTED = " or ".join(
    f"ancestor::{tag}" for tag in ("head", "title", "script", "style", "noscript", "option", "rt", "rp")
)
_PRINTED = f"/descendant::text()[not({UNPRINTED})]"
# Where the whole of a text is not printed as it is, so many characters of it show where it begins.
_BEGINNING = 8


def bare(text: str) -> str:
    """What two texts are compared by: the library composes characters, and drops some that it does not know.

    >>> bare("老 井\\n\\ufa0c") == "老井\\u5140"
    True
    """
    composed = "".join(unicodedata.normalize("NFC", text).split())
    return composed if composed.isprintable() else "".join(filter(str.isprintable, composed))


def without_control_characters(tree: Any) -> Any:
    """The tree, whose text the library can work on: a page may hold as entities (&#1;) what no tree takes back."""
    for element in tree.iter():
        if element.text and CONTROL.search(element.text):
            element.text = CONTROL.sub("", element.text)
        if element.tail and CONTROL.search(element.tail):
            element.tail = CONTROL.sub("", element.tail)
    return tree


class Print:
    """The text that a page prints, without white space, and the line of its source on which each part stands.

    >>> from trafilatura import load_html
    >>> printed = Print(load_html("<html><body>\\n<p>老<b>井</b></p>\\n<p>他来\\n了。</p></body></html>"))
    >>> printed.text, printed.line(printed.find("老井", 0)), printed.line(printed.find("他来了。", 2))
    ('老井他来了。', 2, 3)
    """

    def __init__(self, tree: Any) -> None:
        self._starts: list[int] = []
        self._lines: list[int] = []
        self._texts: list[str] = []
        self._frames: list[Any] = []  # the element that each text stands in
        parts: list[str] = []
        length = 0
        for frame, line, text in _runs(tree):
            self._starts.append(length)
            self._lines.append(line)
            self._texts.append(text)
            self._frames.append(frame)
            parts.append(bare(text))
            length += len(parts[-1])
        self.text = "".join(parts)

    def find(self, text: str, start: int) -> int:
        """Where a text begins, from a place on, or -1."""
        wanted = bare(text)
        found = self.text.find(wanted, start)
        return found if found >= 0 else self.text.find(wanted[:_BEGINNING], start)

    def last(self, text: str, end: int) -> int:
        """Where a text begins for the last time before a place, or -1."""
        return self.text.rfind(bare(text), 0, end)

    def line(self, place: int) -> int:
        """The line of the source on which a place stands."""
        return self._lines[self._run(place)]

    def between(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """The pieces of the source from a place to another, each with its place; one that is cut is left out."""
        for run in range(self._run(start), len(self._starts)):
            if self._starts[run] >= end:
                return
            if self._starts[run] >= start and bare(self._texts[run]):
                yield self._starts[run], " ".join(self._texts[run].split())

    def end_of_frame(self, first: int, last: int) -> int:
        """Where the innermost element ends that holds both places; the page itself frames nothing."""
        around = set(frames(self._frames[self._run(first)]))
        frame = next(one for one in frames(self._frames[self._run(last)]) if one in around)
        if frame.tag in ("body", "html"):
            return last
        end = self._run(last)
        while end < len(self._starts) and frame in frames(self._frames[end]):
            end += 1
        return self._starts[end] if end < len(self._starts) else len(self.text)

    def _run(self, place: int) -> int:
        return max(0, bisect_right(self._starts, place) - 1)


class Ends:
    """Places of a printed page, by what stands right above them.

    >>> from trafilatura import load_html
    >>> printed = Print(load_html("<html><body><p>老井</p><p>他来了。</p></body></html>"))
    >>> ends = Ends(printed, [2])
    >>> ends.find("老 井"), ends.find("小桥")
    (2, -1)
    """

    def __init__(self, printed: Print, places: Iterable[int]) -> None:
        self._printed = printed.text
        self._places: dict[str, list[int]] = defaultdict(list)
        for place in places:
            self.add(place)

    def add(self, place: int) -> None:
        """Add a place."""
        for length in range(1, min(_BEGINNING, place) + 1):
            self._places[self._printed[place - length : place]].append(place)

    def find(self, text: str) -> int:
        """The place at which a text ends, or -1."""
        wanted = bare(text)
        places = self._places.get(wanted[-_BEGINNING:], ()) if wanted else ()
        return next((place for place in places if self._printed.endswith(wanted, 0, place)), -1)


def name_of(element: Any) -> str:
    """The class and the id of an element, by which editors name what it is for."""
    return f"{element.get('class', '')} {element.get('id', '')}"


def frames(element: Any) -> Iterator[Any]:
    """An element and those around it, from the inside out."""
    yield element
    yield from element.iterancestors()


def _runs(tree: Any) -> Iterator[tuple[Any, int, str]]:
    """The pieces of text in reading order, with their element and line; libxml2 counts lines up to 65,535 only."""
    line = 1
    for text in tree.xpath(_PRINTED):
        element = text.getparent()
        line = max(line, element.sourceline or 0)
        for offset, part in enumerate(text.split("\n")):
            line += offset > 0
            if part.strip():
                yield element.getparent() if text.is_tail else element, line, part
