"""Markdown (``.md``) ─▶ Source: articles that somebody has typed or saved with plain mark-up.

``# `` is a headline, so that a file may hold several articles; ``## `` and below are crossheads. Where ``# `` is the
name of the paper, ``## `` is the headline. Front matter gives ``kicker``, ``title``, ``subtitle`` and ``author``;
with a title there, ``# `` is a crosshead, too. Below a headline no other line is one that has no byline of its own.
Items of lists, rows of tables and lines of code are paragraphs, and so are short lines that their writer has broken.
A line break that Markdown does not show is no line break. Pictures are left out, and the ruler below the head of a
table; everything else stays, as the text that a reader sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from duidu.errors import PageError
from duidu.importers import encodings, forms
from duidu.importers.furniture import is_masthead
from duidu.importers.source import CELL_GAP, Source, SourceLine, below_headline, headline_level, paragraph_role
from duidu.model import Decision, Kind, RawPage, Role, SourceRef
from duidu.text import count_han, has_han, join_lines

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(.*?\n)---[ \t]*(?:\n|$)", re.DOTALL)
_LISTS = {f"{kind}_list_{end}" for kind in ("bullet", "ordered") for end in ("open", "close")}
_CELLS = {"th_open", "td_open"}
_LONGEST_VERSE = 20
_HEAD = {
    "kicker": Role.KICKER,
    "title": Role.TITLE,
    "subtitle": Role.SUBTITLE,
    "author": Role.CREDIT,
    "authors": Role.CREDIT,
}
# Quotations and lists in one another: nobody nests them deeper, and each level costs the parser some of the stack.
_DEEPEST = 60


def read(page: RawPage) -> Source:
    """The lines of a Markdown file; raises PageError when it is no text, or its front matter cannot be read.

    >>> source = read(RawPage("p", "# 老井\\n\\n他来\\n了。\\n".encode(), "p.md"))
    >>> [(line.number, line.text, line.role.value) for line in source.lines]
    [(1, '老井', 'title'), (3, '他来了。', 'paragraph')]
    """
    decoded = encodings.decode(page.data, page.path)
    front, text = _front_matter(decoded.text, page.path)
    title = next((line.text for line in front.lines if line.role is Role.TITLE), None)
    tokens = _tokens(text)
    _check_whole(text, tokens, page.path)
    body = tuple(_lines(tokens, titled=title is not None))
    if title and body and body[0].text == title:
        body = body[1:]  # the headline stands in the text once more
    lines = below_headline((*front.lines, *body), several=True)
    if not lines:
        raise PageError("the page holds no text.", hint="put the page's text in.", ref=SourceRef(page.path, 1))
    return Source(lines, decoded.encoding, (*decoded.remarks, *front.remarks, *_pictures(tokens, page.path)))


@dataclass(frozen=True, slots=True)
class _Front:
    """What the front matter gives, and what it says that is not used."""

    lines: tuple[SourceLine, ...] = ()
    remarks: tuple[Decision, ...] = ()


def _front_matter(text: str, path: str) -> tuple[_Front, str]:
    """The front matter, and the text with blank lines in its place: the lines below keep their numbers.

    Text between two rulers that names no values is text, and stays.
    """
    match = _FRONT_MATTER.match(text)
    if match is None:
        return _Front(), text
    before = text.count("\n", 0, match.start(1))
    data = _yaml(match.group(1), before, path)
    if not isinstance(data, dict | None):
        return _Front(), text
    return _front(data or {}, match.group(1), before, path), "\n" * match.group().count("\n") + text[match.end() :]


def _yaml(yaml_text: str, before: int, path: str) -> Any:
    import yaml

    try:
        return yaml.safe_load(yaml_text)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        ref = SourceRef(path, before + 1 + (mark.line if mark else 0))
        message = f"the front matter is not valid YAML: {getattr(error, 'problem', None) or error}."
        raise PageError(message, hint="put the value in quotes.", ref=ref) from None


def _front(data: dict[Any, Any], yaml_text: str, before: int, path: str) -> _Front:
    lines = tuple(
        SourceLine(text, before + _line_of(yaml_text, key), 0, False, role)
        for key, role in _HEAD.items()
        if (text := _value(data.get(key)))
    )
    unused = [str(key) for key in data if key not in _HEAD]
    if not unused:
        return _Front(lines)
    ref = SourceRef(path, before + _line_of(yaml_text, unused[0]))
    reason = "of the front matter, only kicker, title, subtitle and author are used"
    return _Front(lines, (Decision(ref, "left out", ", ".join(unused), reason, 1.0),))


def _value(value: Any) -> str:
    """A value of the front matter as text: a list is its parts, one after the other.

    >>> _value(["杨刚", "李花"]), _value(None), _value(2021)
    ('杨刚 李花', '', '2021')
    """
    parts = value if isinstance(value, list) else [value]
    return " ".join(" ".join(str(part).split()) for part in parts if isinstance(part, str | int))


def _line_of(yaml_text: str, key: str) -> int:
    lines = enumerate(yaml_text.split("\n"), start=1)
    return next((number for number, line in lines if line.startswith(f"{key}:")), 1)


def _tokens(text: str) -> list[Token]:
    from markdown_it import MarkdownIt

    # Four spaces are an indent here, not a program; what looks like HTML is text.
    settings = {"html": False, "maxNesting": _DEEPEST}
    parser = MarkdownIt("commonmark", settings).disable(["code", "html_block", "html_inline", "reference"])
    return parser.enable("table").parse(text)


def _check_whole(text: str, tokens: list[Token], path: str) -> None:
    """The parser passes over what is nested deeper than it goes."""
    if count_han(text) > sum(count_han(token.content + token.info) for token in tokens):
        read = {number for token in tokens if token.type in ("inline", "fence") for number in range(*token.map or ())}
        lines = enumerate(text.split("\n"))
        lost = next((number for number, line in lines if has_han(line) and number not in read), 0)
        message = f"quotations or lists stand in one another more than {_DEEPEST} deep."
        raise PageError(message, hint="take their marks away.", ref=SourceRef(path, lost + 1))


def _lines(tokens: list[Token], *, titled: bool) -> Iterator[SourceLine]:
    below = 0  # the last line of the block above
    level = headline_level(_headings(tokens), 0 if titled else 1)
    for block in _blocks(tokens, level):
        verse = len(block.texts) > 1 and all(_may_be_verse(text) for _, text in block.texts)
        for index, (number, text) in enumerate(block.texts):
            gap = 0 if index else block.first - below
            role = block.role or (Role.PARAGRAPH if verse else paragraph_role(text))
            yield SourceLine(text, number + 1, gap, False, role, block.kind)
        below = block.end if block.texts else below


def _may_be_verse(text: str) -> bool:
    """Whether a line that its writer has broken stands for itself: some programs break the lines of prose so, too."""
    return len(text) <= _LONGEST_VERSE and not forms.credit(text)


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines that a reader sees of a block, each with its number from 0, and where the block begins and ends."""

    first: int
    end: int
    texts: list[tuple[int, str]]
    role: Role | None = None
    kind: Kind | None = None


def _headings(tokens: list[Token]) -> Iterator[tuple[int, str]]:
    """The headings with their levels."""
    for above, token in pairwise(tokens):
        if above.type == "heading_open":
            yield int(above.tag[1]), " ".join(text for _, text in _texts(token))


def _blocks(tokens: list[Token], level: int) -> Iterator[_Block]:
    listed = 0  # lists around the block
    number = ""  # of the item of a list
    rows: list[tuple[int, str]] = []
    for index, token in enumerate(tokens):
        above = tokens[index - 1]
        first, end = token.map or (0, 0)
        if token.type in _LISTS:
            listed += token.nesting
        elif token.type == "list_item_open":
            number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "tr_open":
            rows.append((first, ""))
        elif token.type == "inline" and above.type in _CELLS:
            cells = [rows[-1][1], *(text for _, text in _texts(token))]
            rows[-1] = (first, CELL_GAP.join(filter(None, cells)))
        elif token.type == "table_close":
            texts = [row for row in rows if row[1]]
            yield _Block(rows[0][0], rows[-1][0] + 1, texts, Role.PARAGRAPH)
            rows = []
        elif token.type in ("inline", "fence"):
            role = _role(above, level) or (Role.PARAGRAPH if listed or token.type == "fence" else None)
            if texts := _texts(token):
                texts[0] = (texts[0][0], number + texts[0][1])
                number = ""
            if role in (Role.TITLE, Role.HEADING) and int(above.tag[1]) <= max(1, level) and is_masthead(token.content):
                yield _Block(first, end, texts, kind=Kind.FURNITURE)
            else:
                yield _Block(first, end, texts, role)


def _role(above: Token, level: int) -> Role | None:
    if above.type != "heading_open":
        return None
    return Role.TITLE if int(above.tag[1]) == level else Role.HEADING


def _texts(token: Token) -> list[tuple[int, str]]:
    """The lines that a reader sees of a block, with their numbers from 0: one, unless it has hard line breaks."""
    number = token.map[0] if token.map else 0
    lines = list(enumerate(token.content.split("\n"), start=number + 1)) if token.type == "fence" else [(number, "")]
    soft = False
    for child in token.children or ():
        if child.type in ("hardbreak", "softbreak"):
            number += 1
        if child.type == "hardbreak":
            lines.append((number, ""))
        elif child.type == "softbreak":
            soft = True
        elif child.type in ("text", "code_inline", "text_special"):
            line, text = lines[-1]
            lines[-1] = (line, join_lines(text, child.content.strip()) if soft else text + child.content)
            soft = False
    return [(line, text.strip()) for line, text in lines if text.strip()]


def _pictures(tokens: list[Token], path: str) -> Iterator[Decision]:
    for token in tokens:
        for child in token.children or ():
            if child.type == "image":
                ref = SourceRef(path, (token.map or [0])[0] + 1)
                yield Decision(ref, "left out", child.content, "pictures are put into the articles by hand", 1.0)
