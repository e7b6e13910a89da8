"""A saved web page (``.html``, ``.htm``) ─▶ Source: the headline, the byline and the text of its article.

Trafilatura finds the article among the navigation, the advertisements and the links, once what stands beside it is
taken away; this module says what its structure means, and puts back what is too short for the library. It is given the
tree of the page and nothing else: nothing is ever loaded from the network. A saved page holds one story. Rows of a
table are paragraphs, and what stands under a picture is a caption. What is lost: pictures, comments, and everything
that is not taken for the one article of the page; what is left out between its lines is told.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from html import unescape
from itertools import chain, groupby, product, takewhile, zip_longest
from operator import attrgetter
from typing import Any

from duidu.errors import PageError
from duidu.importers import authors, encodings, forms, furniture
from duidu.importers.html_frame import FULL_STOP, SENTENCE, article_frame
from duidu.importers.html_marks import Mark, marked
from duidu.importers.html_print import Ends, Print, bare, frames, name_of, without_control_characters
from duidu.importers.line import FEWEST_SHORT
from duidu.importers.source import Source, SourceLine, below_headline, paragraph_role
from duidu.importers.words import EDITOR, HAN, LABEL_MARK, OPEN, PRINTED_DATE, SIGNED
from duidu.model import Decision, Kind, RawPage, Role, SourceRef
from duidu.text import count_han, has_han

_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# The declaration stands among the first bytes, or browsers do not see it either.
_HEAD = 1024
# What stands between a headline and the name of the site in the title of a window; where nothing else tells it, a dash
# does between spaces only.
_BEHIND_HEADLINE = re.compile(r"[_|｜]|--|\s+[-–—]+\s+")
_SITE = re.compile(r"\s*(?:[_|｜]|-{1,2}|[—–])\s*")
_BLOCKS = {"ab", "cell", "code", "div", "head", "item", "list", "main", "p", "quote", "row", "table"}
# How editors name what leads away from an article; headings, and what stands in a block of its own.
_ASIDE = re.compile(r"(?<![a-z])(?:rel(?:ated|ate)?|recommend|share|tools?|ads?)(?![a-z])", re.IGNORECASE)
_HEADINGS = ("h2", "h3", "h4", "h5")
_LEAVES = ("p", "div", "li", "dt", "dd", "blockquote")
# A headline that only the title of the window names has so many characters.
_SHORTEST_HEADLINE = 6
_NAME_OF_SITE = re.compile("(?:[网網报報台臺站]|在[线線]|[频頻]道|中心|[门門][户戶])$")
# How alike (0–1) the headline of a page and what its window calls it are.
_ALIKE = 0.7
# A bold paragraph of so few characters is a crosshead.
_LONGEST_CROSSHEAD = 34
# What a web page says of an article on one line: 来源：青石日报 2021-07-09 作者：李小梅.
_LONGEST_FIELDS = 100
_LABELLED = re.compile(rf"{HAN}{{2,6}}\s*{LABEL_MARK}")
# Elements side by side in the source are set apart by their style alone: 2021-07-09来源：青石日报作者：李小梅.
_FIELD_START = re.compile(
    rf"\s+(?={PRINTED_DATE}|{_LABELLED.pattern})|(?<=\w)(?<![文稿片图特约])(?=(?:来源|來源|作者){LABEL_MARK})"
)
# Whoever edits a paper's site is not said to have worked on the story.
_EDITED_BY = re.compile(rf"{OPEN}?\s*{EDITOR}\s*{LABEL_MARK}\s*[^，。；！？]{{2,30}}")
# A list of so few entries at the head of a text that begins with a name, with its Latin form, says who wrote it.
_FIELDS_OF_WRITER = 2
_WRITER = re.compile(rf"(?:{SIGNED}|{HAN}{{2,6}}[·•‧]{HAN}{{2,8}})(?:[（(][A-Za-z .'-]+[)）])?")
# How sure it is that what the library leaves out is no part of the article: a sentence may be one.
_NO_PART, _PERHAPS_PART = 0.9, 0.5


def read(page: RawPage) -> Source:
    """The article of a web page; raises PageError when there is none to be found.

    >>> html = "<title>老井_青石网</title><nav>首页</nav><h1>老井</h1><p>他来了。</p><p>她也来了。</p>"
    >>> [(line.role.value, line.text) for line in read(RawPage("p", html.encode(), "p.html")).lines]
    [('title', '老井'), ('paragraph', '他来了。'), ('paragraph', '她也来了。')]
    """
    from trafilatura import load_html

    declared = _DECLARED.search(page.data[:_HEAD])
    decoded = encodings.decode(page.data, page.path, declared.group(1).decode("ascii") if declared else None)
    tree = load_html(decoded.text)
    if tree is None:
        raise _no_article(page.path)
    printed = Print(without_control_characters(tree))
    pieces, within = _found(tree, decoded.text, printed)
    if not pieces:
        raise _no_article(page.path)
    remarks = (*decoded.remarks, *_left_out(pieces, printed, within, page.path))
    return Source(below_headline(tuple(_lines(pieces, printed))), decoded.encoding, remarks)


def _no_article(path: str) -> PageError:
    hint = "open it in a browser, copy the article and save it as NAME.txt."
    return PageError("no article can be found in this web page.", hint=hint, ref=SourceRef(path, 1))


def _found(tree: Any, source: str, printed: Print) -> tuple[list[_Piece], str]:
    """The pieces of the article, or none, and the bare text beside it that may be of it; what is printed stays as it
    is."""
    from trafilatura import extract_metadata

    data = extract_metadata(deepcopy(tree), extensive=False)
    window = " ".join(tree.xpath("string((//title)[1])").split())
    largest = tuple(" ".join(" ".join(heading.itertext()).split()) for heading in tree.iter("h1", "h2"))
    head = _Head(data.title or "", data.author or "", window, largest)
    marks = marked(tree := deepcopy(tree))
    _, beside = article_frame(framed := deepcopy(tree))
    # Tables first as what surrounds an article, then as what old papers lay out a page with.
    for part, tables in product((framed, tree), (False, True)):
        body = _best(part, marks, tables=tables)
        if any(paragraph_role(piece.text) and piece.text[-1] not in ":：" for piece in body):
            pieces = list(_with_passed_over(_pieces(head, body, source, printed), framed, marks, printed))
            return pieces, "\n".join(map(bare, beside))
    return [], ""


def _with_passed_over(pieces: Sequence[_Piece], frame: Any, marks: dict[str, Mark], printed: Print) -> Iterator[_Piece]:
    """The article with what stands right above one of its paragraphs: what is short, the library may drop."""
    above = _passed_over(pieces, frame, marks, printed)
    for piece in pieces:
        place, passed = piece.place, []
        while piece.role is Role.PARAGRAPH and place in above:
            passed.append(above[place])
            place = above[place].place
        yield from reversed(passed)
        yield piece


def _passed_over(pieces: Sequence[_Piece], frame: Any, marks: dict[str, Mark], printed: Print) -> dict[int, _Piece]:
    """Headings, entries of lists and sentences of an article, by the place of what they stand above."""
    places = [piece.place for piece in pieces if piece.role is Role.PARAGRAPH and piece.place > 0]
    found: dict[int, _Piece] = {}
    if not places:
        return found
    said = {bare(piece.text) for piece in pieces}
    ends, taken = Ends(printed, places), sorted(piece.place for piece in pieces)
    for element in reversed(list(frame.iter(*_HEADINGS, *_LEAVES))):
        heading = element.tag in _HEADINGS
        text = " ".join(" ".join(element.itertext()).split()) if heading or _is_leaf(element) else ""
        place = -1 if bare(text) in said or furniture.find(text) or _is_aside(element) else ends.find(text)
        start = place - len(bare(text))
        part_is_taken = bisect_left(taken, start) < bisect_left(taken, place)
        if place > (places[0] if element.tag == "li" else 0) and not part_is_taken:
            mark = marks.get(bare(text)) or Mark(text, Role.HEADING if heading else Role.PARAGRAPH)
            found[place] = _Piece(text, mark.role, mark.kind, place=start)
            ends.add(start)
            said.add(bare(text))
    return found


def _is_aside(element: Any) -> bool:
    """Whether an element is named as what leads to other pages is."""
    return any(_ASIDE.search(name_of(one)) for one in frames(element))


def _is_leaf(element: Any) -> bool:
    """Whether an element is a block of text without a link: an entry of a list, or a sentence."""
    if next(element.iterdescendants("a", *_HEADINGS, *_LEAVES, "table"), None) is not None:
        return False
    return element.tag == "li" or any(map(FULL_STOP.search, element.itertext()))


def _best(tree: Any, marks: dict[str, Mark], *, tables: bool) -> list[_Piece]:
    bodies = (_body(_article(tree, tables=tables, precise=precise), marks) for precise in (True, False))
    return max(bodies, key=_sense)


def _sense(body: Sequence[_Piece]) -> int:
    """How many characters stand in sentences of a text, less those that do not: what is cut off, or what was left of
    the page around it."""
    return sum(len(piece.text) if SENTENCE.search(piece.text) else -len(piece.text) for piece in body)


def _article(tree: Any, *, tables: bool, precise: bool) -> Any:
    from trafilatura import bare_extraction

    return bare_extraction(
        tree,
        favor_precision=precise,
        include_comments=False,
        include_tables=tables,
        include_formatting=True,  # which paragraphs are bold as a whole
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line of the article, and its place in what the page prints; -1: it is printed otherwise."""

    text: str
    role: Role | None = None
    kind: Kind | None = None
    gap: int = 1
    place: int = -1

    @property
    def end(self) -> int:
        return self.place + len(bare(self.text))


def _pieces(head: _Head, body: Sequence[_Piece], source: str, printed: Print) -> list[_Piece]:
    """Headline, byline and text."""
    sentences = (piece.text for piece in body if piece.role is Role.PARAGRAPH and SENTENCE.search(piece.text))
    begins = next((place for text in sentences if (place := printed.find(text, 0)) >= 0), 0)
    title = _Piece(_as_in(source, _headline(head, printed, begins)), Role.TITLE, gap=0)
    body = [piece for piece in body if piece.role is Role.PARAGRAPH or bare(piece.text) != bare(title.text)]
    title, *body = _placed([title, *_with_writer(body)], printed)
    first = next((piece.place for piece in body if piece.place >= 0), 0)
    if title.place >= 0:  # a path to the page may name it, too
        title = replace(title, place=printed.last(title.text, first) if title.place < first else title.place)
    bylines = [] if title.place < 0 else _bylines(printed.between(title.end, first))
    author = _author(head.author, "".join(piece.text for piece in (*bylines, *body)))
    return [piece for piece in (title, _Piece(author, Role.CREDIT), *bylines, *body) if piece.text]


def _with_writer(body: Sequence[_Piece]) -> list[_Piece]:
    """The text with the list at its head that says who wrote it, and what they are: 李小花, 青石新闻记者."""
    short = list(takewhile(lambda piece: piece.role is Role.PARAGRAPH and not paragraph_role(piece.text), body))
    if not 1 <= len(short) <= _FIELDS_OF_WRITER or not _WRITER.fullmatch(short[0].text):
        return list(body)
    writer, *office = short
    told = [replace(piece, role=None, kind=Kind.FURNITURE) for piece in office]
    return [replace(writer, role=Role.CREDIT), *told, *body[len(short) :]]


def _placed(pieces: list[_Piece], printed: Print) -> Iterator[_Piece]:
    """The pieces, each with its place in what the page prints, none before the one above it."""
    end = 0
    for piece in pieces:
        place = printed.find(piece.text, end) if piece.text else -1
        placed = replace(piece, place=place)
        end = placed.end if place >= 0 else end
        yield placed


def _lines(pieces: list[_Piece], printed: Print) -> Iterator[SourceLine]:
    number = 1
    for piece in pieces:
        if piece.place >= 0:  # otherwise it stands no higher than the line before
            number = printed.line(piece.place)
        yield SourceLine(piece.text, number, piece.gap, False, piece.role, piece.kind)


def _left_out(pieces: list[_Piece], printed: Print, within: str, path: str) -> Iterator[Decision]:
    """What stands between the lines of the article, or above or below them in its frame, and is not taken for part of
    it; what stands farther off is told where it is a sentence."""
    placed = [piece for piece in pieces if piece.place >= 0]
    text = [piece.place for piece in placed if piece.role is Role.PARAGRAPH]
    foot = printed.end_of_frame(text[0], text[-1]) if text else 0
    between = (
        printed.between(above.end, below.place if below else foot) for above, below in zip_longest(placed, placed[1:])
    )
    beside = chain(printed.between(0, placed[0].place), printed.between(foot, len(printed.text))) if within else ()
    farther = ((place, run) for place, run in beside if FULL_STOP.search(run) and bare(run) in within)
    said = {bare(piece.text) for piece in pieces}
    for place, left in chain(chain.from_iterable(between), farther):
        if bare(left) in said:
            continue
        sure = _PERHAPS_PART if SENTENCE.search(left) and not furniture.find(left) else _NO_PART
        reason = "the page has it in the article or beside it, but not as its text"
        yield Decision(SourceRef(path, printed.line(place)), "left out", left, reason, sure)


# ---------------------------------------------------------------- the head


@dataclass(frozen=True, slots=True)
class _Head:
    """What a page says of its article: a title, for machines or the largest on the page; who wrote it; the title of the
    window, which names the site, too; the largest headings."""

    title: str
    author: str
    window: str
    headings: tuple[str, ...]


def _headline(head: _Head, printed: Print, end: int) -> str:
    """The headline as the page prints it above its text, which begins at ``end``.

    The title for machines may break off at a quotation mark or be another edition's, and the largest on a page be that
    of the site: the window has the headline whole.
    """
    above = [run for _, run in printed.between(0, end)] + [
        text for text in head.headings if bare(text) in bare(head.window)
    ]
    if named := _named(head, above):
        return named
    title, window = _without_site(head.title, above, printed.text), head.window
    above = [run for run in above if count_han(run) >= _SHORTEST_HEADLINE]
    said = [run for run in above if bare(run) in bare(window)]
    if cut := [run for run in said if title == run or _SITE.match(title.removeprefix(run))]:
        return min(cut, key=len)
    if whole := [run for run in said if bare(run).startswith(bare(title))]:
        return max(whole, key=len)
    if bare(title) not in bare(window) or count_han(title) < _SHORTEST_HEADLINE:
        return max(said, key=len, default=title)
    alike = [run for run in above if run in head.headings and SequenceMatcher(None, run, title).ratio() >= _ALIKE]
    return title if bare(title) in printed.text else next(iter(alike), title)


def _named(head: _Head, above: Sequence[str]) -> str:
    """The headline of a window that names the site behind it or before it, however short, as it is printed; or ""."""
    cuts = [match.span() for match in _SITE.finditer(head.window)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(head.window)]
    spans = {bare(head.window[start:end]): start for start, end in product(starts, ends) if start < end}
    fitting = [run for run in above if count_han(run) > 1 and bare(run) in spans]
    headings = [run for run in fitting if run in head.headings]
    fitting = [run for run in fitting if spans[bare(run)] == 0 or count_han(run) >= _SHORTEST_HEADLINE]
    first, *rest = sorted(headings or fitting, key=lambda run: (spans[bare(run)], -len(run))) or [""]
    return max(rest, key=len) if rest and _NAME_OF_SITE.search(first) else first


def _without_site(title: str, above: Sequence[str], printed: str) -> str:
    """The title without the name of the site: as much of it as the page prints, if that is more than a word.

    >>> _without_site("老井_青石网", ["老井"], "老井他来了。"), _without_site("5-8岁", [], "老井他来了。")
    ('老井', '5-8岁')
    """
    cuts = [match.start() for match in _SITE.finditer(title)]
    candidates = [title[:cut] for cut in (len(title), *reversed(cuts)) if cut]
    runs = {bare(run) for run in above}
    long = (
        one
        for one in candidates
        if bare(one) in runs or (count_han(one) >= _SHORTEST_HEADLINE and bare(one) in printed)
    )
    return next(long, "") or _BEHIND_HEADLINE.split(title)[0].strip()


def _as_in(source: str, text: str) -> str:
    """The text with the page's own characters: composing changes some of Hong Kong's (U+FA0C).

    >>> _as_in("<h1>\\ufa0c老井</h1>", "\\u5140老井") == "\\ufa0c老井"
    True
    """
    if text in source:
        return text
    runs = (" ".join(unescape(run).split()) for run in re.findall(r">([^<>]+)<", source))
    return next((run for run in runs if bare(run) == bare(text)), text)


def _author(author: str, body: str) -> str:
    """The byline that stands outside the text, if one is found: its names, as printed.

    What else a page names as its author is an account, a button or an editor.

    >>> _author("李小花; 青石发布 关注", "他来了。"), _author("责任编辑：李小花", ""), _author("记者 李小花", "")
    ('李小花', '', '记者 李小花')
    """
    names = [name for name in author.split("; ") if has_han(name) and name not in body]
    return " ".join(name for name in names if _is_byline(name))


def _is_byline(text: str) -> bool:
    if furniture.find(text) or _EDITED_BY.fullmatch(text):
        return False
    return bool(forms.BARE_NAME.fullmatch(text) or (forms.credit(text) and authors.authors(text)))


def _bylines(texts: Iterable[tuple[int, str]]) -> list[_Piece]:
    """The byline that a page prints between headline and text, with what stands on one line with it."""
    for place, text in texts:
        fields = [replace(field, place=place) for field in _fields(text) or _byline(text)]
        if any(field.role is Role.CREDIT and authors.authors(field.text) for field in fields):
            return fields
    return []


def _byline(text: str) -> list[_Piece]:
    return [_Piece(text, Role.CREDIT)] if forms.credit(text) and not _EDITED_BY.fullmatch(text) else []


def _fields(text: str) -> list[_Piece]:
    """What web pages say of an article on a line of its own, field by field; [] where a text is no such line.

    >>> [(field.text, field.role or field.kind) for field in _fields("来源：青石日报 2021-07-09 作者：李小梅")]
    [('来源：青石日报', <Role.CREDIT: 'credit'>),
     ('2021-07-09', <Kind.FURNITURE: 'furniture'>),
     ('作者：李小梅', <Role.CREDIT: 'credit'>)]
    >>> _fields("他来了。"), _fields("（责任编辑：小明）")[0].kind
    ([], <Kind.FURNITURE: 'furniture'>)
    """
    parts = _FIELD_START.split(text) if len(text) <= _LONGEST_FIELDS else []
    fields = [field for part in parts if (field := _field(part))]
    return [replace(field, gap=0 if n else 1) for n, field in enumerate(fields)] if len(fields) == len(parts) else []


def _field(text: str) -> _Piece | None:
    if _EDITED_BY.fullmatch(text):
        return _Piece(text, kind=Kind.FURNITURE)
    if _LABELLED.match(text) and forms.credit(text):
        return _Piece(text, Role.CREDIT)
    return _Piece(text, kind=Kind.FURNITURE) if furniture.find(text) else None


# ---------------------------------------------------------------- the text


def _body(article: Any, marks: dict[str, Mark]) -> list[_Piece]:
    """The lines of the text, with what the marks of the page say of them; [] where there is none."""
    return list(_pieces_of(article.body, marks)) if article is not None else []


def _pieces_of(body: Any, marks: dict[str, Mark]) -> Iterator[_Piece]:
    for bold, run in groupby(_blocks(body), key=attrgetter("bold")):
        blocks = list(run)
        crossheads = bold and len(blocks) < FEWEST_SHORT
        for block in blocks:
            role = Role.HEADING if crossheads and block.text[-1] not in "，,、" else block.role
            yield from _pieces_in(block.text, role, marks, fielded=block.role is not Role.PARAGRAPH)


def _pieces_in(text: str, role: Role | None, marks: dict[str, Mark], *, fielded: bool) -> Iterator[_Piece]:
    lines = [line for raw in text.split("\n") if (line := raw.strip())]
    for offset, line in enumerate(lines):
        if mark := marks.get(bare(line)):
            yield _Piece(mark.text, mark.role, mark.kind)
        elif fielded and (fields := _fields(line)):
            yield from fields
        elif role is Role.HEADING and (furniture.find(line) or (forms.credit(line) and authors.authors(line))):
            yield _Piece(line)
        else:
            yield _Piece(line, role or paragraph_role(line), gap=0 if offset else 1)


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of text, with ``\n`` where the page breaks a line; ``bold``: as a whole, and no sentence."""

    text: str
    role: Role | None
    bold: bool = False


def _blocks(element: Any, role: Role | None = None) -> Iterator[_Block]:
    """The blocks of text below an element in reading order."""
    text, bold = element.text or "", True
    for child in element:
        if child.tag in _BLOCKS and not _is_word_of_code(child):
            yield from _block(element.tag, text, role, bold=False)
            yield from _blocks(child, Role.PARAGRAPH if child.tag == "item" else role)
            text, bold = child.tail or "", False
        else:
            bold = bold and child.tag in ("hi", "lb") and not (child.tail or "").strip()
            text += _inline(child) + (child.tail or "")
    yield from _block(element.tag, text, role, bold=bold and len(element) > 0 and not (element.text or "").strip())


def _block(tag: str, text: str, role: Role | None, *, bold: bool) -> Iterator[_Block]:
    text = text.strip()
    phrase = bold and role is None and len(text) <= _LONGEST_CROSSHEAD and paragraph_role(text) is None
    if text:
        heading = tag == "head"
        yield _Block(text, Role.HEADING if heading else role, phrase and not heading)


def _is_word_of_code(element: Any) -> bool:
    """Whether code stands within a line, as the name of a command does."""
    lines = element.find(".//lb") is not None or "\n" in "".join(element.itertext()).strip()
    above = element.getprevious()
    before = (element.getparent().text if above is None else above.tail) or ""
    return element.tag == "code" and not lines and bool(before.strip() or (element.tail or "").strip())


def _inline(element: Any) -> str:
    if element.tag == "lb":
        return "\n"
    return (element.text or "") + "".join(_inline(child) + (child.tail or "") for child in element)
