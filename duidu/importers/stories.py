"""Lines whose part is known ─▶ stories: head, byline, dateline, paragraphs, crossheads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from duidu.importers import forms, headings
from duidu.importers.authors import authors, authors_in_dateline
from duidu.importers.captions import caption
from duidu.importers.line import LONGEST_HEADING, Line, Part, ends
from duidu.model import Block, Kind, Role, SourceRef, Story
from duidu.text import join_lines

# What a photographer signs at its end is a caption, unless it is longer.
LONGEST_SIGNED_CAPTION = 150
# A single sentence of this length, set apart and signed by nobody, goes with a picture.
LONGEST_BARE_CAPTION = 60

# 关于老井　　【来源：大塘网】
_LABEL_AT_END = re.compile(r"(?<=\S)[\s　]+[【\[](?:来源|來源|作者)\s*[：:][^】\]]{1,20}[】\]]$")

_BEGIN = {Part.SECTION, Part.KICKER, Part.TITLE, Part.OPENING}
# Below these a headline belongs to the story that they have begun.
_HEAD_SO_FAR = {Part.SECTION, Part.KICKER, Part.BYLINE}


def assembled(lines: Sequence[Line], parts: Sequence[Part], path: str) -> list[Story]:
    """The stories that the parts of the lines say.

    >>> lines = [Line("老井又有了水", 1), Line("村里的老", 2), Line("井修好了。", 3)]
    >>> story, = assembled(lines, [Part.TITLE, Part.PARAGRAPH, Part.CONTINUATION], "p")
    >>> story.title, [block.text for block in story.blocks]
    ('老井又有了水', ['村里的老井修好了。'])
    """
    stories: list[Story] = []
    draft: _Draft | None = None
    inset_in: _Draft | None = None  # the story that a caption stands in
    above: Part | None = None
    charts = _charts(lines, parts)
    for index, (line, read_as, chart) in enumerate(zip(lines, parts, charts, strict=True)):
        part = read_as
        if inset_in is not None and draft is not None and _resumes(line, part):
            stories.extend(draft.stories())
            draft, inset_in = inset_in, None
        if part is Part.OPENING and draft is not None and draft.has_only_a_caption(line):
            stories.append(draft.without_caption())
            part = Part.PARAGRAPH
        begins = draft is None or part is Part.SLOGAN or (part in _BEGIN and above not in _HEAD_SO_FAR)
        inset = part is Part.OPENING and _is_inset(lines, parts, index)
        if begins and not inset:
            stories.extend(inset_in.stories() if inset_in else [])
            inset_in = None
        elif begins and draft is not None and draft.head:
            inset_in, draft = draft, None
        if begins:
            stories.extend(draft.stories() if draft else [])
            draft = None if part is Part.SLOGAN else _Draft(SourceRef(path, line.number))
        if draft is not None:
            draft.add(line, part, path)
        else:
            _add_slogan(stories, line, path, chart=chart, again=above is part and not line.far)
        above = part
    for last in (inset_in, draft):
        stories.extend(last.stories() if last else [])
    return _with_standfirst(stories, lines)


def _resumes(line: Line, part: Part) -> bool:
    """Whether a line below a caption goes on with the story that it stands in, or signs that story."""
    if part is Part.CREDIT:
        return forms.credit(line.text) is not None and not forms.photo_credit(line.text)
    return part in (Part.PARAGRAPH, Part.CROSSHEAD)


def _is_inset(lines: Sequence[Line], parts: Sequence[Part], index: int) -> bool:
    """Whether a line that begins without headline is the caption of a picture in the story above it: it looks like one,
    and what stands below it is not signed by a photographer who has written it."""
    text = lines[index].text
    signed = index + 1 < len(lines) and parts[index + 1] is Part.CREDIT and forms.photo_credit(lines[index + 1].text)
    if not (signed or forms.like_caption(text) or forms.shows_who(text) or forms.photo_credit_in(text)):
        return False
    end = next((n for n in range(index + 1, len(parts)) if parts[n] in _BEGIN or parts[n] is Part.SLOGAN), len(parts))
    last = lines[end - 1].text
    return not (parts[end - 1] is not Part.OPENING and forms.TEXT_TOO.search(last[-30:]))


def _with_standfirst(stories: list[Story], lines: Sequence[Line]) -> list[Story]:
    """Where one paragraph stands over the byline of the only story of a page, it is that story's standfirst."""
    if len(stories) != 2 or not all(story.kind is Kind.ARTICLE and not story.title for story in stories):
        return stories
    standfirst, story = stories
    far = any(line.far for line in lines if line.number == story.ref.line)
    headed = any(part for one in stories for part in (one.kicker, one.section, one.subtitle))
    alone = len(standfirst.blocks) == 1 and standfirst.credit and not (standfirst.dateline or headed)
    if far or not alone or story.credit or forms.photo_credit(standfirst.credit or ""):
        return stories
    return [replace(standfirst, dateline=story.dateline, blocks=(*standfirst.blocks, *story.blocks))]


class _Draft:
    """A story while its lines are being read."""

    def __init__(self, ref: SourceRef) -> None:
        self.ref = ref
        self.head: dict[str, str] = {}
        self.bylines: list[str] = []  # over the text, or at its head
        self.credits: list[str] = []  # under it
        self.dateline: str | None = None
        self.blocks: list[Block] = []
        self._apart = False  # the paragraph added last stands apart from what is above
        self._outset = False  # its first line stands by itself without the indent that paragraphs have

    def add(self, line: Line, part: Part, path: str) -> None:
        if key := _HEAD.get(part):
            if label := _LABEL_AT_END.search(line.text):
                self.bylines.append(label.group().strip())
                line = replace(line, text=line.text[: label.start()])
            self.head[key] = f"{self.head[key]} {line.text}" if key in self.head else line.text
        elif part is Part.BYLINE:
            wire = "" if self.dateline else forms.dateline(line.text)
            self.dateline = self.dateline or wire or None
            self.bylines.extend([byline] if (byline := line.text[len(wire) :].strip()) else [])
        elif part is Part.CREDIT:
            self.credits.append(line.text)
        elif part is Part.CONTINUATION and self.blocks:
            last = self.blocks[-1]
            self.blocks[-1] = Block(last.role, join_lines(last.text, line.text), last.ref)
        else:
            role = Role.HEADING if part is Part.CROSSHEAD else Role.PARAGRAPH
            self._outset = self._outset or (line.outset and not self.blocks)
            self.blocks.append(Block(role, line.text, SourceRef(path, line.number)))
            self._apart = line.apart

    def has_only_a_caption(self, below: Line) -> bool:
        """Whether nothing but a caption stands between the headline and a line that opens a text."""
        if "title" not in self.head or len(self.blocks) != 1 or self.dateline:
            return False
        text = self.blocks[0].text
        shown = forms.like_caption(text) or forms.shows_who(text) or forms.photo_credit_in(text)
        agency = below.dateline and forms.agency_tail(text)
        signed = self._apart and any(map(forms.signs_picture, self.credits))
        return bool(shown or agency or signed) and (below.dateline or not below.far)

    def without_caption(self) -> Story:
        """The caption between headline and text, which is taken out; who signs below it and is no photographer has
        written the text."""
        shot = [credit for credit in self.credits if forms.photo_credit(credit)]
        self.bylines.extend(credit for credit in self.credits if credit not in shot)
        self.credits.clear()
        return _caption_of(self.blocks.pop(), shot)

    def stories(self) -> list[Story]:
        """The story, and the caption of a picture that stands below it."""
        self._take_lead()
        inside = self._captions_inside()
        caption = self._caption()
        self._take_tail()
        self._take_wire()
        return [self._story(), *inside, *caption]

    def _captions_inside(self) -> list[Story]:
        """What a photographer has signed, and the story goes on."""
        inside = [place for place, block in enumerate(self.blocks[1:-1], start=1) if _is_signed_caption(block)]
        if "title" in self.head and self._begins_with_caption():
            inside.insert(0, 0)
        return [_caption_of(self.blocks.pop(place)) for place in reversed(inside)][::-1]

    def _begins_with_caption(self) -> bool:
        """Whether a caption with its mark, or a short one with its credit, stands over the text: no list of such."""
        if len(self.blocks) < 2 or _is_marked_caption(self.blocks[1]) or headings.BULLET.match(self.blocks[1].text):
            return False
        first = self.blocks[0]
        signed = _is_signed_caption(first) and len(first.text) <= LONGEST_BARE_CAPTION and len(self.blocks) > 2
        shown = len(first.text) <= LONGEST_SIGNED_CAPTION and forms.shows_who(first.text)
        return _is_marked_caption(first) or signed or shown

    def _caption(self) -> list[Story]:
        """A single sentence at the foot with nobody but its photographer, where the story is signed at its head; any
        paragraph there with the agency that has sent a picture."""
        last = self.blocks[-1] if len(self.blocks) > 2 else None
        if last is None or last.role is not Role.PARAGRAPH:
            return []
        if self.bylines and not self.credits and _is_signed_by_photographer(last):
            return [_caption_of(self.blocks.pop())]
        if len(self.credits) != 1:
            return []
        (credit,) = self.credits
        told = self.bylines and forms.signs_picture(credit) and len(last.text) <= LONGEST_SIGNED_CAPTION
        if not (told and _may_be_caption(last)) and not _sent_picture(last, credit):
            return []
        self.credits.clear()
        return [_caption_of(self.blocks.pop(), [credit])]

    def _story(self) -> Story:
        signed = (*self.bylines, *self.credits)
        credit = " ".join(signed) or None
        names = tuple(dict.fromkeys(name for text in signed for name in authors(text)))
        return Story(
            kind=self._kind(credit),
            section=self.head.get("section"),
            kicker=self.head.get("kicker"),
            title=self.head.get("title", self.head.get("subtitle")),
            subtitle=self.head.get("subtitle") if "title" in self.head else None,
            authors=names or authors_in_dateline(self.dateline or ""),
            credit=credit,
            dateline=self.dateline,
            blocks=tuple(self.blocks),
            ref=self.ref,
        )

    def _take_lead(self) -> None:
        """Dateline and byline at the head of the first paragraph are taken out of it."""
        index = next((n for n, block in enumerate(self.blocks) if block.role is Role.PARAGRAPH), None)
        if index is None:
            return
        block = self.blocks[index]
        text = block.text
        if dateline := forms.dateline(text):
            rest = text[len(dateline) :]
            self.bylines.extend([self.dateline] if self.dateline else [])  # another stood over the text
            self.dateline = dateline + rest[: rest[:1] in ("，", ",")]  # no sentence begins with a comma
            text = text[len(self.dateline) :].lstrip()
        for _ in range(2):
            byline = forms.bracketed_lead(text)
            if not byline:
                byline = forms.leading(forms.LEAD_BYLINES if self.dateline else forms.OWN_LEADS, text)
                byline = max(byline, forms.reporting_lead(text), key=len)
            if byline and (byline != text or self.dateline):
                self.bylines.append(byline)
                text = text[len(byline) :].lstrip()
        self.blocks[index : index + 1] = [Block(block.role, text, block.ref)] if text else []

    def _take_tail(self) -> None:
        """A byline behind the last full stop is taken out of the last paragraph."""
        if not self.blocks or self.blocks[-1].role is not Role.PARAGRAPH:
            return
        block = self.blocks[-1]
        tail = forms.credit_tail(block.text) or self._credit_behind(block.text)
        if tail:
            self.credits.insert(0, tail)
            self.blocks[-1] = Block(block.role, block.text[: -len(tail)].rstrip(), block.ref)

    def _credit_behind(self, text: str) -> str:
        """Who has signed a story behind its last full stop, where nobody else has."""
        return "" if self.bylines or self.credits else forms.credit_behind(text)

    def _take_wire(self) -> None:
        """A dateline at the foot is one all the same."""
        wire = next(filter(forms.closing_wire, self.credits), None)
        if wire and not self.dateline:
            self.dateline = wire
            self.credits.remove(wire)

    def _kind(self, credit: str | None) -> Kind:
        if self.head.keys() - {"section"}:
            return Kind.ARTICLE
        kind = self._kind_of_text(credit)
        # Under a column's name (图片新闻) only what is signed by its photographer is a picture.
        signed = credit and forms.signs_picture(credit)
        return kind if not self.head or signed else Kind.ARTICLE

    def _kind_of_text(self, credit: str | None) -> Kind:
        body = " ".join(block.text for block in self.blocks)
        shot = credit and forms.PHOTO_WORDS.search(credit) and not forms.SENDS_BRIEFS.fullmatch(credit)
        photo = shot or forms.PHOTO_TEXT.search(body) or forms.WORK_OF_ART.fullmatch(body)
        if len(self.blocks) == 1 and not self.dateline:
            sent = forms.one_sentence(body) and forms.PICTURE_DESK.fullmatch(credit or "")
            if self._outset or sent or forms.shows_who(body) or forms.names_picture(body):
                return Kind.CAPTION
        bare = not credit and not self.dateline and len(self.blocks) == 1 and len(body) <= LONGEST_BARE_CAPTION
        return Kind.CAPTION if photo or (bare and len(re.findall(r"[。！？]", body)) == 1) else Kind.ARTICLE


def _is_signed_by_photographer(block: Block) -> bool:
    """Whether the credit behind the last sentence is a photographer's who has not written it."""
    tail = forms.photo_credit_in(block.text)
    return _is_signed_caption(block) and not forms.TEXT_TOO.search(tail)


def _may_be_caption(block: Block) -> bool:
    """A single sentence, or what a picture shows without a full stop."""
    text = block.text
    if _GOES_ON.match(text):
        return False
    unfinished = len(text) <= LONGEST_HEADING and not ends(text)
    return forms.one_sentence(text) or unfinished or forms.SHOWN_ON_A_DAY.match(text) is not None


# What goes on with a text, and is no caption.
_GOES_ON = re.compile("同时|同時|此外|另外|而|但|不过|不過|然而|因此|所以|据|據|目前|其中|对此|對此|记者|記者")


def _is_signed_caption(block: Block) -> bool:
    short = len(block.text) <= LONGEST_SIGNED_CAPTION
    return block.role is Role.PARAGRAPH and short and bool(forms.photo_credit_in(block.text))


def _is_marked_caption(block: Block) -> bool:
    short = len(block.text) <= LONGEST_SIGNED_CAPTION
    return block.role is Role.PARAGRAPH and short and forms.PHOTO_START.match(block.text) is not None


def _caption_of(block: Block, credits: Iterable[str] = ()) -> Story:
    return caption([block], credits, block.ref)


def _sent_picture(block: Block, credit: str) -> bool:
    return bool(forms.SENT_PICTURE.fullmatch(credit) and forms.SHOWN_ON_A_DAY.match(block.text))


_HEAD = {
    Part.SECTION: "section",
    Part.KICKER: "kicker",
    Part.TITLE: "title",
    Part.TITLE_LINE: "title",
    Part.SUBTITLE: "subtitle",
}


def _charts(lines: Sequence[Line], parts: Sequence[Part]) -> list[bool]:
    """Which lines stand by themselves together with one that is what a chart or a photograph is called, or call for
    nothing."""
    if Part.SLOGAN not in parts:
        return [False] * len(parts)
    found: list[bool] = []
    for part, group in groupby(zip(lines, parts, strict=True), key=lambda pair: pair[1]):
        alike = [line for line, _ in group]
        chart = part is Part.SLOGAN and any(_is_chart(line.text) for line in alike)
        shown = part is Part.SLOGAN and _show_pictures(alike)
        found.extend([chart or shown] * len(alike))
    return found


def _is_chart(text: str) -> bool:
    named = headings.CHART.fullmatch(text) or headings.SCENE.fullmatch(text)
    return bool(named or forms.PLACE_IN_PICTURE.search(text))


def _show_pictures(lines: Sequence[Line]) -> bool:
    """Whether lines that stand far from each other say what is shown: public-service lines are of one length."""
    texts = [line.text for line in lines]
    apart = all(line.far for line in lines) and len(set(map(len, texts))) == len(texts)
    return apart and any(map(headings.shows, texts)) and not any(map(headings.calls, texts))


def _add_slogan(stories: list[Story], line: Line, path: str, *, chart: bool, again: bool) -> None:
    """Lines in headline style over no text: a public-service line, or what a chart is called."""
    ref = SourceRef(path, line.number)
    block = Block(Role.PARAGRAPH, line.text, ref)
    if forms.photo_credit_in(line.text):
        stories.append(_caption_of(block))
        return
    kind = Kind.CAPTION if chart else Kind.SLOGAN
    blocks: tuple[Block, ...] = (block,)
    if again and not chart and stories[-1].kind is Kind.SLOGAN:
        last = stories.pop()
        blocks, ref = _below_slogan(last.blocks, block, tight=line.tight), last.ref
    stories.append(Story(kind, None, None, None, None, (), None, None, blocks, ref))


def _below_slogan(blocks: tuple[Block, ...], block: Block, *, tight: bool) -> tuple[Block, ...]:
    """Another line of a public-service message; one close under the line above goes on with it."""
    if not tight:
        return (*blocks, block)
    above = blocks[-1]
    return (*blocks[:-1], Block(above.role, f"{above.text} {block.text}", above.ref))
