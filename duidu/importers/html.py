"""A saved web page (``.html``, ``.htm``) ─▶ Source: the headline, the byline and the text of its article.

Trafilatura finds the article among the navigation, the advertisements and the links; this module says what its
structure means. It is given the text of the page and nothing else: nothing is ever loaded from the network. What is
lost: pictures and their captions, tables of figures, comments, and everything that is not taken for the one article
of the page; a byline, a date or a second headline that stands outside its text is often among that.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from typing import Any

from duidu.errors import PageError
from duidu.importers import encodings
from duidu.importers.source import Source, SourceLine, paragraph_role
from duidu.model import RawPage, Role, SourceRef
from duidu.text import has_han

_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# The declaration stands among the first bytes, or browsers do not see it either.
_HEAD = 1024
# Editors wrap the source of a page: between Chinese characters that is no space.
_EAST = r"[\u2e80-\u9fff\uff00-\uffef\u2018-\u201d]"
_WRAPPED = re.compile(rf"(?<={_EAST})[ \t]*\n[ \t]*(?={_EAST})")
# What stands between a headline and the name of the site in the title of a window.
_SITE = re.compile(r"\s*(?:[_|｜]|-{1,2}|[—–])\s*")
_BLOCKS = {"ab", "cell", "code", "div", "head", "item", "list", "main", "p", "quote", "row", "table"}
# A bold paragraph of so few characters is a crosshead.
_LONGEST_CROSSHEAD = 34


def read(page: RawPage) -> Source:
    """The article of a web page; raises PageError when there is none to be found.

    >>> html = "<title>老井_青石网</title><nav>首页</nav><h1>老井</h1><p>他来了。</p><p>她也来了。</p>"
    >>> [(line.role.value, line.text) for line in read(RawPage("p", html.encode(), "p.html")).lines]
    [('title', '老井'), ('paragraph', '他来了。'), ('paragraph', '她也来了。')]
    """
    declared = _DECLARED.search(page.data[:_HEAD])
    decoded = encodings.decode(page.data, page.path, declared.group(1).decode("ascii") if declared else None)
    # Tables first as what surrounds an article, then as what old papers lay out a page with.
    lines = _article(decoded.text, tables=False) or _article(decoded.text, tables=True)
    if not lines:
        hint = "open it in a browser, copy the article and save it as NAME.txt."
        raise PageError("no article can be found in this web page.", hint=hint, ref=SourceRef(page.path, 1))
    return Source(lines, decoded.encoding, decoded.remarks)


def _article(text: str, *, tables: bool) -> tuple[SourceLine, ...]:
    """The lines of the article, or none: what holds no sentence is none."""
    from trafilatura import bare_extraction

    article = bare_extraction(
        text if "<pre" in text.lower() else _WRAPPED.sub("", text),
        favor_precision=True,
        include_comments=False,
        include_tables=tables,
        include_formatting=True,  # which paragraphs are bold as a whole
        with_metadata=True,
    )
    lines = tuple(_lines(article, text)) if article is not None else ()
    return lines if any(line.role is Role.PARAGRAPH for line in lines) else ()


def _lines(article: Any, source: str) -> Iterator[SourceLine]:
    """Headline, byline and text, each with the line of the page's source in which it begins."""
    body = list(_blocks(article.body))
    title = _headline(article.title or "", source)
    author = _author(article.author or "", "".join(text for _, text in body))
    head: list[tuple[Role | None, str]] = [(Role.TITLE, title), (Role.CREDIT, author)]
    rest = [part for part in body if part[0] is not Role.HEADING or _bare(part[1]) != _bare(title)]
    parts = [part for part in (*head, *rest) if part[1]]
    number, position = 1, 0
    for index, (role, text) in enumerate(parts):
        for offset, line in enumerate(part for raw in text.split("\n") if (part := raw.strip())):
            found = source.find(line[:6], position)
            if found >= 0:  # otherwise it is written with entities: it stands no higher than the line before
                number, position = number + source.count("\n", position, found), found
            yield SourceLine(line, number, 1 if index and not offset else 0, False, role or paragraph_role(line))


def _bare(text: str) -> str:
    """What two texts are compared by: the library composes characters, and drops some that it does not know."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(char for char in composed if char.isprintable() and char != " ")


# ---------------------------------------------------------------- the head


def _headline(title: str, source: str) -> str:
    """The title as the page prints it: without the name of the site, and with the characters of the source.

    >>> _headline("老井_青石网", "<title>老井_青石网</title><h1>老井</h1>"), _headline("5-8岁", "<title>5-8岁</title>")
    ('老井', '5-8岁')
    """
    body = _bare(source[source.lower().find("</title") + 1 :])
    cuts = [match.start() for match in _SITE.finditer(title)]
    candidates = (title[:cut] for cut in (len(title), *reversed(cuts)))
    printed = next((candidate for candidate in candidates if candidate and _bare(candidate) in body), "")
    return _as_in(source, printed or re.split("[_|｜]", title)[0].strip())


def _as_in(source: str, text: str) -> str:
    """The text with the page's own characters: composing changes some of Hong Kong's (U+FA0C).

    >>> _as_in("<h1>\\ufa0c老井</h1>", "\\u5140老井") == "\\ufa0c老井"
    True
    """
    runs = (" ".join(unescape(run).split()) for run in re.findall(r">([^<>]+)<", source))
    return next((run for run in runs if _bare(run) == _bare(text)), text)


def _author(author: str, body: str) -> str:
    """The byline that stands outside the text, if one is found: its names, as printed."""
    names = [name for name in author.split("; ") if has_han(name) and name not in body]
    return " ".join(names)


# ---------------------------------------------------------------- the text


def _blocks(element: Any) -> Iterator[tuple[Role | None, str]]:
    """The blocks of text below an element in reading order, with ``\n`` where the page breaks a line."""
    text, bold = element.text or "", True
    for child in element:
        if child.tag in _BLOCKS:
            yield from _block(element.tag, text, bold=False)
            yield from _blocks(child)
            text, bold = child.tail or "", False
        else:
            bold = bold and child.tag in ("hi", "lb") and not (child.tail or "").strip()
            text += _inline(child) + (child.tail or "")
    yield from _block(element.tag, text, bold=bold and len(element) > 0 and not (element.text or "").strip())


def _block(tag: str, text: str, *, bold: bool) -> Iterator[tuple[Role | None, str]]:
    text = text.strip()
    crosshead = bold and len(text) <= _LONGEST_CROSSHEAD and paragraph_role(text) is None
    if text:
        yield (Role.HEADING if tag == "head" or crosshead else None), text


def _inline(element: Any) -> str:
    if element.tag == "lb":
        return "\n"
    return (element.text or "") + "".join(_inline(child) + (child.tail or "") for child in element)
