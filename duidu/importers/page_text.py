"""Raw page text ─▶ stories.

Text that was pasted or extracted from a newspaper page has no mark-up; what tells its parts is length,
punctuation, blank lines, indents and set phrases. The steps, in order:

1. ``_lines``      lines that hold something, with the number of blank lines above each
2. ``_fragments``  each line is furniture, a credit, a heading or body text
3. ``_joined``     body text that a column break cuts is put together again
4. ``_groups``     headings that follow one another stand together
5. ``_Sorter``     groups become stories: headline or crosshead, kicker or title, caption or slogan

Every rule is a phenomenon of the printed page, named where it stands; none knows a text's own words.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from enum import Enum

from duidu.importers import forms
from duidu.model import Block, Kind, RawPage, Role, SourceRef, Story
from duidu.text import INVISIBLE, join_lines

# Marks after which a line of print need not go on: those that end a sentence or a clause, and what closes them.
FINAL = "。！？!?…；;：:”’」』）)】》〉"
CLAUSE = re.compile(r"[，,。、；;！？!?]")
# Text under a headline begins within so many groups: bylines may stand between.
FARTHEST_BODY = 4
# A headline is one line of print: of 44 on the development pages, 43 have at most 32 characters.
LONGEST_HEADING = 34
# A name in quotes may hold its own punctuation (“短、平、快”) in a short heading; in a longer line such a list is
# the sign of running text that a column break has cut.
LONGEST_QUOTING = 20
SUBTITLE_MARK = re.compile(r"^[—–─－-]{1,2}\s*\S")


class _Sort(Enum):
    FURNITURE = "furniture"
    CREDIT = "credit"
    HEADING = "heading"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    ref: SourceRef
    gap: int  # blank lines above
    indented: bool


@dataclass(frozen=True, slots=True)
class _Fragment:
    sort: _Sort
    text: str
    ref: SourceRef
    tight: bool  # no blank line above
    far: bool  # more blank lines above than between the paragraphs of this page
    indented: bool


def read(page: RawPage) -> tuple[Story, ...]:
    """The stories of a page, in page order. Every non-space character ends in exactly one of them."""
    fragments = _joined(_fragments(_lines(page)))
    return _Sorter().sort(_groups(fragments))


# ---------------------------------------------------------------- lines and fragments


def _lines(page: RawPage) -> list[_Line]:
    lines: list[_Line] = []
    gap = 0
    for number, raw in enumerate(page.text.split("\n"), start=1):
        text = _stripped(raw)
        if text:
            indented = raw.startswith(("\u3000", "  ", "\t"))
            lines.append(_Line(text, SourceRef(page.path, number), gap, indented))
            gap = 0
        else:
            gap += 1
    return lines


def _stripped(text: str) -> str:
    """Without white space of any kind, and characters without width, on either side."""
    before = None
    while text != before:
        before, text = text, text.strip().strip(INVISIBLE)
    return text


def _fragments(lines: list[_Line]) -> list[_Fragment]:
    usual = _usual_gap(lines)
    spaced = usual > 0
    fragments = []
    for index, line in enumerate(lines):
        first = index == 0
        far = first or (line.gap >= 2 and line.gap > usual)
        tight = not first and line.gap == 0 and spaced
        fragments.append(_Fragment(_sort_of(line.text, far=far), line.text, line.ref, tight, far, line.indented))
    return fragments


def _usual_gap(lines: list[_Line]) -> int:
    """Blank lines between two paragraphs of this page: the commonest gap, 0 where lines simply follow."""
    gaps = Counter(line.gap for line in lines[1:])
    return min(gaps, key=lambda gap: (-gaps[gap], gap), default=0)


def _sort_of(text: str, *, far: bool) -> _Sort:
    if forms.whole(forms.FURNITURE, text):
        return _Sort.FURNITURE
    if forms.whole(forms.CREDITS, text):
        return _Sort.CREDIT
    # A headline may call out (老井又有了水！); inside a story such a line is text.
    line = text[:-1] if far and text[-1] in "！!？?" else text
    return _Sort.HEADING if line and _like_heading(line) else _Sort.BODY


def _like_heading(text: str) -> bool:
    """Short, and without punctuation inside or at the end, quoted names apart."""
    if len(text) > LONGEST_HEADING:
        return False
    if SUBTITLE_MARK.match(text):
        return not re.search(r"[。；]", text)
    if forms.leading(forms.DATELINES, text):
        return False
    core = _without_quotes(text) if len(text) <= LONGEST_QUOTING else text
    return bool(core or text) and not CLAUSE.search(core) and text[-1] not in "。；;：:，,、…"


def _without_quotes(text: str) -> str:
    return re.sub(r"[“‘「『《（(【][^”’」』》）)】]*[”’」』》）)】]", "", text)


# ---------------------------------------------------------------- cut paragraphs


def _joined(fragments: list[_Fragment]) -> list[_Fragment]:
    """Body text that stops in mid-sentence goes on in the next fragment: a column break cut it, or a page number."""
    result: list[_Fragment] = []
    for fragment in fragments:
        last = next((n for n in reversed(range(len(result))) if result[n].sort is not _Sort.FURNITURE), None)
        if last is not None and _continues(result[last], fragment):
            result[last] = replace(result[last], text=join_lines(result[last].text, fragment.text))
        else:
            result.append(fragment)
    return result


def _continues(before: _Fragment, after: _Fragment) -> bool:
    if before.sort is not _Sort.BODY or after.sort in (_Sort.FURNITURE, _Sort.CREDIT):
        return False
    if after.far or (after.indented and before.indented):
        return False
    return before.text[-1] not in FINAL and not forms.leading(forms.DATELINES, after.text)


# ---------------------------------------------------------------- groups


@dataclass(frozen=True, slots=True)
class _Group:
    """Headings that follow one another (each with its lines already in one), or one other fragment."""

    fragments: tuple[_Fragment, ...]

    @property
    def sort(self) -> _Sort:
        return self.fragments[0].sort

    @property
    def first(self) -> _Fragment:
        return self.fragments[0]


def _groups(fragments: list[_Fragment]) -> list[_Group]:
    groups: list[_Group] = []
    for fragment in fragments:
        same = groups and groups[-1].sort is _Sort.HEADING and fragment.sort is _Sort.HEADING
        if same and not fragment.far:
            groups[-1] = _Group(_stacked(groups[-1].fragments, fragment))
        else:
            groups.append(_Group((fragment,)))
    return groups


def _stacked(headings: tuple[_Fragment, ...], below: _Fragment) -> tuple[_Fragment, ...]:
    """A headline set in two lines (no blank line between them) is one headline."""
    above = headings[-1]
    if below.tight and not SUBTITLE_MARK.match(below.text) and not SUBTITLE_MARK.match(above.text):
        return (*headings[:-1], replace(above, text=f"{above.text} {below.text}"))
    return (*headings, below)


# ---------------------------------------------------------------- stories


class _Draft:
    """A story while its lines are being read."""

    def __init__(self, ref: SourceRef) -> None:
        self.ref = ref
        self.headings: list[_Fragment] = []
        self.subtitle: str | None = None
        self.credits: list[str] = []
        self.dateline: str | None = None
        self.blocks: list[Block] = []
        self.closed = False

    def has_body(self) -> bool:
        return any(block.role is Role.PARAGRAPH for block in self.blocks)

    def add_headings(self, headings: tuple[_Fragment, ...]) -> None:
        for heading in headings:
            if SUBTITLE_MARK.match(heading.text) and self.headings:
                self.subtitle = f"{self.subtitle} {heading.text}" if self.subtitle else heading.text
            else:
                self.headings.append(heading)

    def add_paragraph(self, fragment: _Fragment) -> None:
        text = fragment.text
        if not self.has_body():
            text = self._without_lead(text)
        tail = forms.bracketed_tail(text)
        if tail:
            text = text[: -len(tail)].rstrip()
            self.add_credit(tail)
        if text:
            self.blocks.append(Block(Role.PARAGRAPH, text, fragment.ref))

    def add_credit(self, text: str) -> None:
        """A byline below the text closes the story; above it, it opens."""
        self.credits.append(text)
        self.closed = self.has_body() or self.closed

    def _without_lead(self, text: str) -> str:
        """Dateline and byline at the head of the first paragraph are taken out of it."""
        dateline = forms.leading(forms.DATELINES, text)
        if dateline:
            self.dateline = f"{self.dateline} {dateline}" if self.dateline else dateline
            text = text[len(dateline) :].lstrip()
        byline = forms.leading(forms.CREDITS[:1], text)
        if byline and byline != text:
            self.credits.append(byline)
            text = text[len(byline) :].lstrip()
        return text

    def story(self) -> Story:
        credit = " ".join(self.credits) or None
        kind = self._kind(credit)
        section, kicker, title = self._heads()
        authors = forms.authors(credit or "") or forms.authors_in_dateline(self.dateline or "")
        return Story(
            kind, section, kicker, title, self.subtitle, authors, credit, self.dateline, tuple(self.blocks), self.ref
        )

    def _kind(self, credit: str | None) -> Kind:
        if self.headings:
            return Kind.ARTICLE
        body = " ".join(block.text for block in self.blocks)
        photo = forms.PHOTO_WORDS.search(credit or "") or forms.PHOTO_TEXT.search(body)
        return Kind.CAPTION if photo else Kind.ARTICLE

    def _heads(self) -> tuple[str | None, str | None, str | None]:
        """Section, kicker, title: the lowest headline is the title, a kicker stands above it (肩题), and
        what stands above the kicker is the heading of the column."""
        texts = [heading.text for heading in self.headings]
        title = texts.pop() if texts else None
        kicker = texts.pop() if texts else None
        return " ".join(texts) or None, kicker, title


class _Sorter:
    """Reads the groups from the top and gives each its story."""

    def __init__(self) -> None:
        self.stories: list[Story] = []
        self.draft: _Draft | None = None

    def sort(self, groups: list[_Group]) -> tuple[Story, ...]:
        for index, group in enumerate(groups):
            if group.sort is _Sort.HEADING:
                self._heading(group, groups[index + 1 : index + 1 + FARTHEST_BODY])
            elif group.sort is _Sort.BODY:
                self._body(group.first)
            elif group.sort is _Sort.CREDIT:
                self._credit(group.first)
            else:
                self._furniture(group.first)
        self._finish()
        return tuple(sorted(self.stories, key=lambda story: story.ref.line))

    def _heading(self, group: _Group, rest: list[_Group]) -> None:
        if not _leads_to_body(rest):
            self._finish()
            self.stories.append(_slogan(group))
        elif self.draft is not None and _is_crosshead(self.draft, group, rest):
            self.draft.blocks.append(Block(Role.HEADING, group.first.text, group.first.ref))
        else:
            self._start(group.first.ref).add_headings(group.fragments)

    def _body(self, fragment: _Fragment) -> None:
        draft = self.draft
        if draft is None or draft.closed or (fragment.far and draft.has_body()):
            draft = self._start(fragment.ref)
        draft.add_paragraph(fragment)

    def _credit(self, fragment: _Fragment) -> None:
        draft = self.draft
        if draft is None or draft.closed or (fragment.far and draft.has_body()):
            draft = self._start(fragment.ref)
        draft.add_credit(fragment.text)

    def _furniture(self, fragment: _Fragment) -> None:
        """Furniture stands between the lines of a story without ending it."""
        block = Block(Role.PARAGRAPH, fragment.text, fragment.ref)
        self.stories.append(_bare(Kind.FURNITURE, (block,), fragment.ref))

    def _start(self, ref: SourceRef) -> _Draft:
        self._finish()
        self.draft = _Draft(ref)
        return self.draft

    def _finish(self) -> None:
        if self.draft is not None:
            self.stories.append(self.draft.story())
            self.draft = None


def _is_crosshead(draft: _Draft, group: _Group, rest: list[_Group]) -> bool:
    """A single short line inside a story that nothing has closed, over text that does not begin anew."""
    inside = draft.has_body() and not draft.closed
    alone = len(group.fragments) == 1 and not group.first.far
    return inside and alone and not _begins_story(rest[0])


def _leads_to_body(rest: list[_Group]) -> bool:
    """Headings belong to a story when text follows near them, a byline between them or not."""
    for group in rest:
        if group.first.far and group.sort is not _Sort.CREDIT:
            return False
        if group.sort is _Sort.BODY:
            return True
        if group.sort is not _Sort.CREDIT:
            return False
    return False


def _begins_story(group: _Group) -> bool:
    """A dateline, or a byline above the text, says that a new story begins."""
    if group.sort is _Sort.CREDIT:
        return True
    text = group.first.text
    return bool(forms.leading(forms.DATELINES, text) or forms.leading(forms.CREDITS[:1], text))


def _slogan(group: _Group) -> Story:
    """Lines in headline style over no text: public-service lines, each group of them one item."""
    blocks = tuple(Block(Role.PARAGRAPH, fragment.text, fragment.ref) for fragment in group.fragments)
    return _bare(Kind.SLOGAN, blocks, group.first.ref)


def _bare(kind: Kind, blocks: tuple[Block, ...], ref: SourceRef) -> Story:
    return Story(kind, None, None, None, None, (), None, None, blocks, ref)
