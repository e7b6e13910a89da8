"""What the marks of a web page say that the library does not keep: rows of tables, captions of pictures, loose text.

Trafilatura keeps headings, lists and paragraphs, and drops tables and pictures with all that is in them. What is to be
kept of these, the rows of a table of figures and the captions of pictures, is made paragraphs before the article is
looked for, and known again by its text. The tree is one of lxml's, as Trafilatura loads it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

from duidu.importers import forms, furniture, headings
from duidu.importers.html_frame import SENTENCE
from duidu.importers.html_print import bare, name_of
from duidu.importers.source import CELL_GAP, LONGEST_CELL
from duidu.model import Kind, Role
from duidu.text import has_han, join_lines

# So many characters tell whether a space stands between the lines of a source.
_WORD = 8
# Around text that stands in no paragraph, inline marks would be taken for breaks.
_INLINE = ("b", "strong", "i", "em", "u", "s", "del", "tt", "q")
_LOOSE_IN = {"article", "body", "center", "div", "main", "section", "td", "th"}
_FRAMES = {"blockquote", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "table", "ul"}
# What the BBC has screen readers say before a caption.
_FOR_SCREEN_READERS = re.compile(r"(?:[图圖]像|音[频頻]|[视視][频頻])加[注註]文字\s*[，,]\s*")
# A caption is no longer.
LONGEST_CAPTION = 80
# What is shown is no more than named (小城的老井。); a sentence says something of it.
_NAME = re.compile(r"[^\W\d_了是有在能会會要说說这這那他她它我你也就都还還][^\W_了是有在能会會要说說也就都还還]{0,9}。")
# A page whose pictures are named so names more than one of them.
_FEWEST_NAMES = 2
_CENTRED = re.compile(
    r"\btext-align:\s*(?:-webkit-)?center|(?<![^\W_])(?:text|txt|align|img|pic)?cent(?:er|re)(?:ed)?(?![^\W_])", re.I
)
_BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)")
_SET_APART = re.compile(r"display:\s*block")
# A caption in a table stands behind it; in what a picture stands with its caption, and how editors name that.
_ROWS = {"tbody", "tr"}
_PICTURE_IN = {"div", "figure", "span", "table", "td", *_ROWS}
_PICTURE = re.compile("cap|pic|img|image|photo|note|desc", re.I)
_STYLED = ("b", "strong", "font", "p", "span")
_STRIPPED = "stripped"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a mark of the page says that a text is: the row of a table, the caption of a picture."""

    text: str
    role: Role | None = None
    kind: Kind | None = None


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
    marks.extend(_below_their_picture(tree))
    marks.extend(_captions(tree))
    marks = list(_once(tree, marks))
    for figure in list(tree.iter("figure")):
        if figure.find(".//table") is not None:
            figure.tag = "div"
    for table in [table for table in tree.iter("table") if _is_data(table)]:
        marks.extend(_as_paragraphs(table))
    return {bare(mark.text): mark for mark in marks}


def _once(tree: Any, captions: Sequence[Mark]) -> Iterator[Mark]:
    """The captions whose text stands nowhere else: what is marked is known again by its text."""
    said = Counter(bare(mark.text) for mark in captions)
    printed = Counter(bare(_text_of(one)) for one in tree.iter(*_FRAMES) if said)
    return (mark for mark in captions if printed[bare(mark.text)] <= said[bare(mark.text)])


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
    """Take away the marks of words in text that stands in no paragraph."""
    loose = list(tree.iter("sub", "sup"))
    within: set[Any] = set()  # what stands in a line with what is around it
    for element in tree.iter(*_INLINE, "a"):
        parent = element.getparent()
        if parent is not None and (parent in within or (parent.tag in _LOOSE_IN and _is_in_text(element, within))):
            within.add(element)
    _strip([*loose, *within])


def _is_in_text(element: Any, within: Container[Any]) -> bool:
    """Whether text goes on before or behind an element without a break; around a link, on both sides."""
    above = element.getprevious()
    before = (element.getparent().text if above is None else above.tail) or ""
    behind = element.tail or ""
    if element.tag == "a":
        return (has_han(before) or above in within) and has_han(behind)
    return bool(before.strip() or behind.strip()) or above in within


def _strip(elements: Sequence[Any]) -> None:
    """Take elements out of their tree, but not what is in them; their texts become one with those around them."""
    from lxml import etree

    around = {parent for one in elements if (parent := one.getparent()) is not None}
    for one in elements:
        one.tag = _STRIPPED
    for root in {one.getroottree().getroot() for one in elements}:
        etree.strip_tags(root, _STRIPPED)
    for parent in around:
        parent.text = parent.text
        for child in parent:
            child.tail = child.tail


def _sections_as_paragraphs(tree: Any) -> None:
    """Editors of the web set each paragraph as a section."""
    for section in tree.iter("section"):
        if _text_of(section) and not any(map(_is_frame, section.iterdescendants())):
            section.tag = "p"


def _loose_text_as_paragraphs(tree: Any) -> None:
    """Where some text of an element stands in paragraphs, the library passes over what stands between them.

    What stands between two blocks is a block of its own: https://www.w3.org/TR/CSS22/visuren.html#anonymous-block-level
    """
    for element in list(tree.iter(*_LOOSE_IN)):
        if any(map(_is_frame, element)):
            _block_by_block(element)


def _block_by_block(element: Any) -> None:
    runs: list[tuple[Any, list[Any]]] = [(None, [])]  # what each run stands behind, and the elements in it
    for child in element:
        if _breaks(child):
            runs.append((child, []))
        else:
            runs[-1][1].append(child)
    for above, children in runs:
        text = (element.text if above is None else above.tail) or ""
        if _is_text(text, children):
            paragraph = _paragraph(element, text)
            if above is None:
                element.text = None
                element.insert(0, paragraph)
            else:
                above.tail = None
                above.addnext(paragraph)
            paragraph.extend(children)


def _is_text(text: str, children: Sequence[Any]) -> bool:
    """Whether a run is more than buttons and links: it has text of its own, or a sentence stands in its marks."""
    if has_han(text) or any(has_han(child.tail or "") for child in children):
        return True
    said = (one for child in children for one in child.xpath("descendant-or-self::*[not(ancestor-or-self::a)]/text()"))
    return any(map(SENTENCE.search, said))


def _breaks(element: Any) -> bool:
    return element.tag in ("br", "hr") or next(element.iter(*_LOOSE_IN, *_FRAMES), None) is not None


def _is_frame(element: Any) -> bool:
    return element.tag in _LOOSE_IN or element.tag in _FRAMES


def _out_of_its_picture(caption: Any) -> Iterator[Mark]:
    text = _FOR_SCREEN_READERS.sub("", _text_of(caption))
    anchor = next(caption.iterancestors("figure"), caption)
    anchor = next(anchor.iterancestors("p"), anchor)
    if text:
        anchor.addnext(_paragraph(anchor, text))
        yield Mark(text, kind=Kind.CAPTION)
    caption.drop_tree()


def _below_their_picture(tree: Any) -> Iterator[Mark]:
    """What stands in an element with a picture and nothing else, and has one of its own."""
    holds_text: dict[Any, bool] = {}
    for frame in dict.fromkeys(_around_pictures(tree, holds_text)):
        if frame.tag not in _PICTURE_IN or not _is_short(frame) or frame.find(".//a") is not None:
            continue
        text = _text_of(frame)
        below = [one for one in frame.iter("div", "span", "td") if one is not frame and _text_of(one) == text]
        if below and _may_be_caption(below[-1]) and (not _is_sentence(frame) or _is_of_picture(frame, below)):
            below[-1].drop_tree()
            around = next((one for one in frame.iterancestors("table") if frame.tag in _ROWS), frame)
            around.addnext(_paragraph(frame, text))
            yield Mark(text, kind=Kind.CAPTION)


def _around_pictures(tree: Any, holds_text: dict[Any, bool]) -> Iterator[Any]:
    """The innermost element with text around each picture."""
    for picture in list(tree.iter("img")):
        for frame in picture.iterancestors():
            if frame not in holds_text:
                holds_text[frame] = any(map(str.strip, frame.itertext()))
            if holds_text[frame]:
                yield frame
                break


def _is_of_picture(frame: Any, below: Sequence[Any]) -> bool:
    """Whether a sentence is named as captions are, or says who took the picture."""
    named = any(_PICTURE.search(name_of(one)) for one in (frame, *below))
    return named or forms.signs_picture(_text_of(frame)) or any(map(_is_centred, below))


def _is_short(element: Any) -> bool:
    """Whether the text of an element is no longer than a caption; that of an article is not read to its end."""
    lengths = accumulate(len(text.strip()) for text in element.itertext())
    return all(length <= LONGEST_CAPTION for length in lengths)


def _captions(tree: Any) -> Iterator[Mark]:
    """What stands close below a picture, and is set as pictures are and paragraphs are not: in the middle, on a page
    whose paragraphs begin at the left; in the element of the picture; or it is no more than a name."""
    paragraphs = [one for one in tree.iter("p") if _text_of(one)]
    below = [one for one in paragraphs if _is_below_picture(one)]
    named = [one for one in below if _NAME.fullmatch(_text_of(one))]
    told = {one for one in paragraphs if _is_above_text(one)}
    told.update(named if len(named) >= _FEWEST_NAMES else ())
    if sum(map(_is_centred, paragraphs)) * 3 <= len(paragraphs):
        phrases = not _has_centred_crossheads(paragraphs, [*below, *told])
        told.update(
            one for one in below if _is_centred(one) and (phrases or _is_sentence(one) or forms.credit(_text_of(one)))
        )
    yield from (Mark(_text_of(one), kind=Kind.CAPTION) for one in paragraphs if one in told and _may_be_caption(one))


def _may_be_caption(paragraph: Any) -> bool:
    text = _text_of(paragraph)
    other = (
        "？" in text or "！" in text or forms.dateline(text) or headings.NUMBERED.match(text) or furniture.find(text)
    )
    return len(text) <= LONGEST_CAPTION and not (other or _is_bold(paragraph))


def _has_centred_crossheads(paragraphs: Sequence[Any], pictured: Container[Any]) -> bool:
    """Whether a page sets phrases in the middle between its paragraphs, and not below pictures."""
    text = [n for n, one in enumerate(paragraphs) if _is_sentence(one)]
    between = paragraphs[text[0] : text[-1]] if text else ()
    return any(_is_centred(one) and not _is_sentence(one) and one not in pictured for one in between)


def _is_sentence(paragraph: Any) -> bool:
    return SENTENCE.search(_text_of(paragraph)) is not None


def _is_below_picture(paragraph: Any) -> bool:
    above = _above(paragraph)
    return above is not None and not _text_of(above) and _has_picture(above)


def _above(element: Any) -> Any:
    """What stands above an element: beside it, or beside the frame that it stands in first."""
    while element.getprevious() is None and element.getparent() is not None:
        element = element.getparent()
    above = element.getprevious()
    while above is not None and not _text_of(above) and not _has_picture(above):
        above = above.getprevious()
    return above


def _is_above_text(paragraph: Any) -> bool:
    """Whether a paragraph holds a picture, and set apart below it no more than a sentence."""
    first = next(iter(paragraph), None)
    if first is None or (paragraph.text or "").strip() or _text_of(first) or not _has_picture(first):
        return False
    sentences = len(SENTENCE.findall(_text_of(paragraph)))
    return sentences <= (_is_centred(paragraph) or _is_set_apart(first))


def _is_set_apart(picture: Any) -> bool:
    below = picture.getnext()
    line = (picture.tail or "").strip()
    return (below is not None and below.tag == "br" and not line) or bool(_SET_APART.search(picture.get("style", "")))


def _has_picture(element: Any) -> bool:
    return element.tag == "img" or element.find(".//img") is not None


def _is_centred(element: Any) -> bool:
    said = " ".join((element.get("align", ""), element.get("class", ""), element.get("style", "")))
    return _CENTRED.search(said) is not None or next(element.iterancestors("center"), None) is not None


def _is_bold(paragraph: Any) -> bool:
    return any(one.tag in ("b", "strong") or _BOLD.search(one.get("style", "")) for one in paragraph.iter(*_STYLED))


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
