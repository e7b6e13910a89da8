"""The tree of a web page: what its marks say that Trafilatura does not keep, and on which line each text stands.

Trafilatura keeps headings, lists and paragraphs, and drops tables and pictures with all that is in them. What is to be
kept of these, the rows of a table of figures and the captions of pictures, is made paragraphs before the article is
looked for, and known again by its text. The tree is one of lxml's, as Trafilatura loads it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from duidu.importers.characters import CONTROL
from duidu.importers.source import CELL_GAP, LONGEST_CELL
from duidu.model import Kind, Role
from duidu.text import count_han, has_han, join_lines

# So many characters tell whether a space stands between the lines of a source.
_WORD = 8
# Around text that stands in no paragraph, inline marks would be taken for breaks.
_INLINE = ("b", "strong", "i", "em", "u", "s", "del", "tt", "q")
_LOOSE_IN = {"article", "body", "center", "div", "main", "section", "td", "th"}
_FRAMES = {"blockquote", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "table", "ul"}
_UNPRINTED = " or ".join(
    f"ancestor::{tag}" for tag in ("head", "title", "script", "style", "noscript", "option", "rt", "rp")
)
_PRINTED = f"/descendant::text()[not({_UNPRINTED})]"
# What links and readers' comments say is none of the article.
_WHOLE = "self::html or self::body or self::main or self::article"  # whose class may say that comments are open
_COMMENTS = f"ancestor::*[not({_WHOLE}) and (contains(@class, 'comment') or contains(@id, 'comment'))]"
_ASIDE = f"{_UNPRINTED} or ancestor::a or ancestor::textarea or {_COMMENTS}"
_TEXT = f"descendant::text()[not({_ASIDE})]"
_SENTENCE = re.compile("[。！？]")
# What share of the running text the article has, and up to how many characters of a paragraph count.
_MOST, _LONG = 0.7, 80
# What the BBC has screen readers say before a caption.
_FOR_SCREEN_READERS = re.compile(r"(?:[图圖]像|音[频頻]|[视視][频頻])加[注註]文字\s*[，,]\s*")
# A caption is no longer.
LONGEST_CAPTION = 80
# What is shown is no more than named (小城的老井。); a sentence says something of it.
_NAME = re.compile(r"[^\W\d_了是有在能会會要说說这這那他她它我你也就都还還][^\W_了是有在能会會要说說也就都还還]{0,9}。")
# Where the whole of a text is not printed as it is, so many characters of it show where it begins.
_BEGINNING = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """What a mark of the page says that a text is: the row of a table, the caption of a picture."""

    text: str
    role: Role | None = None
    kind: Kind | None = None


def bare(text: str) -> str:
    """What two texts are compared by: the library composes characters, and drops some that it does not know.

    >>> bare("老 井\\n\\ufa0c") == "老井\\u5140"
    True
    """
    composed = unicodedata.normalize("NFC", text)
    return "".join(char for char in composed if char.isprintable() and not char.isspace())


def without_control_characters(tree: Any) -> Any:
    """The tree, whose text the library can work on: a page may hold as entities (&#1;) what no tree takes back."""
    for element in tree.iter():
        if element.text and CONTROL.search(element.text):
            element.text = CONTROL.sub("", element.text)
        if element.tail and CONTROL.search(element.tail):
            element.tail = CONTROL.sub("", element.tail)
    return tree


# ---------------------------------------------------------------- where each text stands


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
        around = set(_frames(self._frames[self._run(first)]))
        frame = next(one for one in _frames(self._frames[self._run(last)]) if one in around)
        if frame.tag in ("body", "html"):
            return last
        end = self._run(last)
        while end < len(self._starts) and frame in _frames(self._frames[end]):
            end += 1
        return self._starts[end] if end < len(self._starts) else len(self.text)

    def _run(self, place: int) -> int:
        return max(0, bisect_right(self._starts, place) - 1)


def _frames(element: Any) -> Iterator[Any]:
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


# ---------------------------------------------------------------- where the article stands


def frame_of_text(tree: Any) -> Any:
    """The innermost element that holds most of the running text of a page: its article, without what stands beside it.

    The library weighs the paragraphs of a page one by one, and takes the teasers of other articles for the text where
    they outnumber it.

    >>> from trafilatura import load_html
    >>> body = "<div>首页。</div><div id='text'><p>他来了。她也来了。</p><p>大家都来了。</p></div>"
    >>> frame_of_text(load_html(f"<html><body>{body}</body></html>")).get("id")
    'text'
    """
    text: Counter[Any] = Counter()  # how many characters of running text each element holds
    runs: Counter[Any] = Counter()  # and how many runs of it: a single paragraph is no frame
    for frame, length in _running(tree):
        around = list(_frames(frame))
        text.update(dict.fromkeys(around, length))
        runs.update(around)
    enough = max(1, _MOST * text[tree])
    inner = frame = tree
    while inner is not None:
        frame = inner
        inner = next((one for one in frame if text[one] >= enough and runs[one] > 1), None)
        if inner is not None and any(text[one] for one in _twins(inner)):
            return frame
    return frame


def _twins(element: Any) -> Iterator[Any]:
    """What stands beside an element and is classed alike: an advertisement may part an article in two such."""
    classed = element.get("class")
    return (one for one in element.getparent() if one is not element and classed and one.get("class") == classed)


def running_text(frame: Any) -> int:
    """How many Han characters of running text stand in an element."""
    return sum(count_han(text) for text in frame.xpath(f"./{_TEXT}") if _SENTENCE.search(text))


def only(frame: Any) -> None:
    """Take everything out of the body of a page but this element."""
    body = next(frame.iterancestors("body"), None)
    if body is not None:
        frame.tail = None
        body.clear(keep_tail=True)
        body.append(frame)


def _running(tree: Any) -> Iterator[tuple[Any, int]]:
    """The runs of text that hold a sentence, each with the element that it stands in and its length.

    A long paragraph counts as a short one does: it is no frame of the others.
    """
    for text in tree.xpath(f"/{_TEXT}"):
        if _SENTENCE.search(text):
            element = text.getparent()
            yield element.getparent() if text.is_tail else element, min(count_han(text), _LONG)


# ---------------------------------------------------------------- what the marks say


def marked(tree: Any) -> dict[str, Mark]:
    """Make paragraphs of what the library would drop or cut, and tell what they are, by their bare text.

    >>> from trafilatura import load_html
    >>> rows = "<tr><th>月</th><th>吨</th></tr><tr><td>一月</td><td>四十五</td></tr>"
    >>> tree = load_html(f"<html><body><table>{rows}</table></body></html>")
    >>> [mark.text for mark in marked(tree).values()], [paragraph.text for paragraph in tree.iter("p")]
    (['月　吨', '一月　四十五'], ['月　吨', '一月　四十五'])
    """
    marks: list[Mark] = []
    _unwrap(tree)
    _join_loose_text(tree)
    _sections_as_paragraphs(tree)
    _loose_text_as_paragraphs(tree)
    for caption in list(tree.iter("figcaption")):
        marks.extend(_out_of_its_picture(caption))
    marks.extend(_below_pictures(tree))
    for figure in list(tree.iter("figure")):
        if figure.find(".//table") is not None:
            figure.tag = "div"
    for table in [table for table in tree.iter("table") if _is_data(table)]:
        marks.extend(_as_paragraphs(table))
    return {bare(mark.text): mark for mark in marks}


def _unwrap(tree: Any) -> None:
    for text in tree.xpath("/descendant::text()[contains(., '\n') and not(ancestor::pre)]"):
        element = text.getparent()
        if not text.strip():
            continue
        line = _one_line(text)
        if text.is_tail:
            element.tail = line
        else:
            element.text = line


def _one_line(text: str) -> str:
    """Text that its editor has wrapped in the source of a page, as the page prints it: in one line.

    >>> _one_line("他叫David\\n  Ku，\\n  住在村里。"), _one_line("\\n他来了。"), _one_line("\\nDavid ")
    ('他叫David Ku，住在村里。', '他来了。', ' David ')
    """
    first, *middle, last = text.split("\n")
    pieces = [first.rstrip(), *(line.strip() for line in middle), last.lstrip()]
    kept = [piece for piece in pieces if piece]
    parts = [" " * (not pieces[0] and kept[0][0].isascii()), kept[0]]
    for above, below in pairwise(kept):
        before, after = above[-_WORD:], below[:_WORD]
        parts += [" " * (len(join_lines(before, after)) - len(before + after)), below]
    return "".join((*parts, " " * (not pieces[-1] and kept[-1][-1].isascii())))


def _join_loose_text(tree: Any) -> None:
    for element in list(tree.iter("sub", "sup")):
        element.drop_tag()
    for element in list(tree.iter(*_INLINE)):
        parent = element.getparent()
        if parent is not None and parent.tag in _LOOSE_IN and _is_in_text(element):
            element.drop_tag()
    for link in list(tree.iter("a")):
        parent = link.getparent()
        if parent is not None and parent.tag in _LOOSE_IN and all(map(has_han, _beside(link))):
            link.drop_tag()


def _sections_as_paragraphs(tree: Any) -> None:
    """Editors of the web set each paragraph as a section."""
    for section in tree.iter("section"):
        if _text_of(section) and section.find(".//img") is None and not any(map(_is_frame, section.iterdescendants())):
            section.tag = "p"


def _loose_text_as_paragraphs(tree: Any) -> None:
    """Where some text of an element stands in paragraphs, the library passes over what stands between them."""
    for element in list(tree.iter(*_LOOSE_IN)):
        if element.find("p") is None:
            continue
        for child in list(element):
            below = child.getnext()
            if _breaks(child) and (below is None or _breaks(below)) and has_han(child.tail or ""):
                paragraph = _paragraph(element, child.tail.strip())
                child.tail = None
                child.addnext(paragraph)


def _breaks(element: Any) -> bool:
    return element.tag in ("br", "hr") or _is_frame(element)


def _is_frame(element: Any) -> bool:
    return element.tag in _LOOSE_IN or element.tag in _FRAMES


def _is_in_text(element: Any) -> bool:
    """Whether text goes on before or behind an element without a break."""
    return any(text.strip() for text in _beside(element))


def _beside(element: Any) -> tuple[str, str]:
    """The text right before an element and right behind it."""
    above = element.getprevious()
    before = element.getparent().text if above is None else above.tail
    return before or "", element.tail or ""


def _out_of_its_picture(caption: Any) -> Iterator[Mark]:
    text = _FOR_SCREEN_READERS.sub("", _text_of(caption))
    anchor = next(caption.iterancestors("figure"), caption)
    anchor = next(anchor.iterancestors("p"), anchor)
    if text:
        anchor.addnext(_paragraph(anchor, text))
        yield Mark(text, kind=Kind.CAPTION)
    caption.drop_tree()


def _below_pictures(tree: Any) -> Iterator[Mark]:
    """What stands close below a picture, and is set as pictures are and paragraphs are not: in the middle, on a page
    whose paragraphs begin at the left; in the element of the picture; or it is no more than a name."""
    paragraphs = [one for one in tree.iter("p") if _text_of(one)]
    centred = sum(map(_is_centred, paragraphs)) * 3 > len(paragraphs)
    for paragraph in paragraphs:
        text = _text_of(paragraph)
        bold = paragraph.find(".//strong") is not None or paragraph.find(".//b") is not None
        if bold or len(text) > LONGEST_CAPTION or "？" in text or "！" in text:
            continue
        above = _above(paragraph)
        within = _is_above_text(paragraph)
        below = above is not None and not _text_of(above) and _has_picture(above)
        short = _NAME.fullmatch(text) is not None
        if within or (below and (short or (not centred and _is_centred(paragraph)))):
            yield Mark(text, kind=Kind.CAPTION)


def _above(element: Any) -> Any:
    """What stands above an element: beside it, or beside the frame that it stands in first."""
    while element.getprevious() is None and element.getparent() is not None:
        element = element.getparent()
    above = element.getprevious()
    while above is not None and not _text_of(above) and not _has_picture(above):
        above = above.getprevious()
    return above


def _is_above_text(paragraph: Any) -> bool:
    """Whether a paragraph holds a picture, and below that all its text."""
    first = next(iter(paragraph), None)
    return first is not None and not (paragraph.text or "").strip() and not _text_of(first) and _has_picture(first)


def _has_picture(element: Any) -> bool:
    return element.tag == "img" or element.find(".//img") is not None


def _is_centred(element: Any) -> bool:
    said = " ".join((element.get("align", ""), element.get("class", ""), element.get("style", "")))
    return "center" in said.lower() or next(element.iterancestors("center"), None) is not None


def _is_data(table: Any) -> bool:
    """Whether a table holds figures or names in rows and columns; most tables of old pages lay them out."""
    rows = [row.xpath("./td|./th") for row in table.iter("tr")]
    cells = [cell for row in rows for cell in row]
    if table.find(".//table") is not None or table.get("role") in ("presentation", "none"):
        return False
    if sum(len(row) > 1 for row in rows) < 2 or len(table.findall(".//a")) * 2 > len(cells):
        return False
    headed = table.find(".//th") is not None or table.find("caption") is not None
    return headed or all(len(_text_of(cell)) <= LONGEST_CELL for cell in cells)


def _as_paragraphs(table: Any) -> list[Mark]:
    """The rows of a table, and above them what it is called."""
    rows = [[_text_of(part) for part in row.xpath("self::caption|./td|./th")] for row in table.iter("caption", "tr")]
    texts = [CELL_GAP.join(filter(None, row)) for row in rows if any(row)]
    table.clear(keep_tail=True)
    table.tag = "div"
    for text in texts:
        table.append(_paragraph(table, text))
    return [Mark(text, role=Role.PARAGRAPH) for text in texts]


def _paragraph(tree: Any, text: str) -> Any:
    paragraph = tree.makeelement("p")
    paragraph.text = text
    return paragraph


def _text_of(element: Any) -> str:
    return " ".join(element.text_content().split())
