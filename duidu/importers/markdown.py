"""Markdown (``.md``) ─▶ Source: articles that somebody has typed or saved with plain mark-up.

``# `` is a headline, so that a file may hold several articles; ``## `` and below are crossheads. Front matter gives
``title`` and ``author``; with a title there, ``# `` is a crosshead, too. A line break that Markdown does not show is
no line break. Pictures are left out; everything else stays, as the text that a reader sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from duidu.errors import PageError
from duidu.importers import encodings
from duidu.importers.source import Source, SourceLine, paragraph_role
from duidu.model import Decision, RawPage, Role, SourceRef
from duidu.text import join_lines

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(.*?\n)---[ \t]*(?:\n|$)", re.DOTALL)
_HEAD = {"title": Role.TITLE, "author": Role.CREDIT, "authors": Role.CREDIT}


def read(page: RawPage) -> Source:
    """The lines of a Markdown file; raises PageError when it is no text, or its front matter cannot be read.

    >>> for line in read(RawPage("p", "# 老井\\n\\n他来\\n了。\\n".encode(), "p.md")).lines: print(line)
    SourceLine(text='老井', number=1, gap=0, indented=False, role=<Role.TITLE: 'title'>)
    SourceLine(text='他来了。', number=3, gap=1, indented=False, role=<Role.PARAGRAPH: 'paragraph'>)
    """
    decoded = encodings.decode(page.data, page.path)
    match = _FRONT_MATTER.match(decoded.text)
    head = _head(match.group(1), decoded.text[: match.start(1)].count("\n"), page.path) if match else []
    # The front matter becomes blank lines, so that the lines below keep their numbers.
    text = decoded.text if not match else "\n" * match.group().count("\n") + decoded.text[match.end() :]
    tokens = _tokens(text)
    lines = (*head, *_lines(tokens, titled=any(line.role is Role.TITLE for line in head)))
    if head and len(lines) > len(head) and lines[len(head)].text == head[0].text:
        lines = (*head, *lines[len(head) + 1 :])  # the headline stands in the text once more
    if not lines:
        raise PageError("the page holds no text.", hint="put the page's text in.", ref=SourceRef(page.path, 1))
    return Source(lines, decoded.encoding, (*decoded.remarks, *_pictures(tokens, page.path)))


def _head(yaml_text: str, before: int, path: str) -> list[SourceLine]:
    import yaml

    try:
        data = yaml.safe_load(yaml_text)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        ref = SourceRef(path, before + 1 + (mark.line if mark else 0))
        message = f"the front matter is not valid YAML: {getattr(error, 'problem', None) or error}."
        raise PageError(message, hint="put the value in quotes.", ref=ref) from None
    data = data if isinstance(data, dict) else {}
    return [
        SourceLine(text, before + _line_of(yaml_text, key), 0, False, role)
        for key, role in _HEAD.items()
        if (text := _value(data.get(key)))
    ]


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
    parser = MarkdownIt("commonmark", {"html": False}).disable(["code", "html_block", "html_inline", "reference"])
    return parser.parse(text)


def _lines(tokens: list[Token], *, titled: bool) -> Iterator[SourceLine]:
    below = 0  # the last line of the block above
    number = ""  # of the item of a list
    for index, token in enumerate(tokens):
        if token.type == "list_item_open":
            number = f"{token.info}{token.markup} " if token.info else ""
        if token.type not in ("inline", "fence") or token.map is None:
            continue
        heading = tokens[index - 1].tag if tokens[index - 1].type == "heading_open" else ""
        texts = _texts(token)
        for offset, text in enumerate(texts):
            role = _role(heading, number + text, titled)
            gap = 0 if offset else token.map[0] - below
            yield SourceLine(number + text, token.map[0] + 1, gap, False, role)
            number = ""
        below = token.map[1]


def _role(heading: str, text: str, titled: bool) -> Role | None:
    if heading == "h1" and not titled:
        return Role.TITLE
    return Role.HEADING if heading else paragraph_role(text)


def _texts(token: Token) -> list[str]:
    """The lines that a reader sees of a block: one, unless it has hard line breaks."""
    if token.type == "fence":
        return [line.strip() for line in token.content.split("\n") if line.strip()]
    lines = [""]
    soft = False
    for child in token.children or ():
        if child.type == "hardbreak":
            lines.append("")
        elif child.type == "softbreak":
            soft = True
        elif child.type in ("text", "code_inline", "text_special"):
            lines[-1] = join_lines(lines[-1], child.content.strip()) if soft else lines[-1] + child.content
            soft = False
    return [line.strip() for line in lines if line.strip()]


def _pictures(tokens: list[Token], path: str) -> Iterator[Decision]:
    for token in tokens:
        for child in token.children or ():
            if child.type == "image":
                ref = SourceRef(path, (token.map or [0])[0] + 1)
                yield Decision(ref, "left out", child.content, "pictures are not published yet", 1.0)
