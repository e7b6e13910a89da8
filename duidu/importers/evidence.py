"""All that speaks for or against each part at each line of a page, gathered before the page is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from duidu.importers import forms, headings
from duidu.importers.authors import authors
from duidu.importers.clues import (
    Around,
    Clue,
    Points,
    Weights,
    break_clues,
    heads,
    labelled,
    leans_back,
    only,
    opening_clues,
    shape_clues,
)
from duidu.importers.cohesion import LEAST_PAIRS, NEUTRAL, Passages, pairs
from duidu.importers.line import (
    FEWEST_SHORT,
    HEADS,
    LONGEST_HEADING,
    MID_SENTENCE,
    RUNNING,
    Line,
    Part,
    core,
    ends,
    heading_length,
    like_heading,
    signed_off,
)
from duidu.importers.source import CutsWord
from duidu.model import Role

# How many points the whole range of lexical cohesion is worth, and how fast it gets there.
MOST_COHESION, COHESION_SLOPE = 2.5, 115
# What it tells that a headline's words come in the text below it only; fewer words than these tell nothing.
OWN_WORDS, FEWEST_WORDS = 0.5, 3
# A row of a table has as many cells.
TABLE_CELLS = 3
# So many wide gaps, the one at the top and the foot among them, set the stories of a page apart; below a byline that
# stands amid its story lie more lines than these.
FEWEST_EDGES, MOST_BELOW, SHORTEST_LEAD = 4, 3, 20
# A headline of the web, which may stand far above its text, has so many characters.
FEWEST_OF_WEB = 12
# A name, or several that nothing parts, between headline and text; several of them make a pattern.
LONGEST_BARE_BYLINE, FEWEST_BARE_BYLINES = 9, 2
# What signs a letter is no longer.
LONGEST_SIGNATURE = 24
# Below finished text no word goes across the break behind so short a line: it is a heading.
SHORTEST_FRAGMENT = 5
# Of what is no page any more, but a whole volume, only the beginning is searched for words that a break cuts.
LONGEST_PAGE = 60_000

_CANNOT_END_SO, _MAY_END_SO, _GOES_ON, _BREAKS_OFF = heads(-3.5), heads(-1), heads(-3), heads(-4)
_AT_FOOT = {Part.SLOGAN: 3.0, Part.TITLE: -3.0, Part.CROSSHEAD: -3.0, Part.PARAGRAPH: -3.0, Part.OPENING: -3.0}
_AS_ABOVE = {Part.SUBTITLE: 1.5}
_OVER_TABLE = {Part.TITLE: 2.5, Part.CROSSHEAD: -1.5}
_WHOSE = only(paragraph=5, crosshead=-4, title=-4, kicker=-4)
_SPOKEN = heads(-5)
_ANNOUNCES = {Part.SLOGAN: -2.5}
_OVER_NEWS = only(title=5, section=-2, crosshead=-3)
_GOES_ON_ABOVE = only(title_line=3)
_STANDS_OUT = only(paragraph=-3, opening=-3)
_SHORT_PARAGRAPH = only(paragraph=4, crosshead=-4, subtitle=-2)
_DATED = only(title=5, subtitle=1.5, title_line=1.5)
_SIGNS = heads(-3, credit=5.0)
_BETWEEN = heads(-2, byline=2.5)
_DATE_BETWEEN = ("a date of the web stood between", -6.0)
_BY_FORMAT = ("the format begins a paragraph here", -5.0)
_TWICE = ("the story above is signed, and the text below, too", 3.0)
_LOCAL = re.compile("通讯员|通訊員|评论员|評論員|实习|實習")
_CLAUSES = re.compile("[，。、]")
_THREE_HAN = re.compile(r"[\u3400-\u9fff]{3}")


@dataclass(slots=True)
class Place:
    """A line with its evidence: points by part, for joining it to the line above, for a story to begin with it.

    ``clues``, ``breaks`` and ``openings`` name what the points are made of.
    """

    line: Line
    shapes: Weights
    cut: float
    opening: float
    subject: float  # above 0: another one than above
    around: Around
    lead: str
    longer: int  # characters more than the line above
    shorter_has: int  # characters of the shorter of the two
    clues: Sequence[Clue]
    breaks: Sequence[Points]
    openings: Sequence[Points]
    certain: bool = False  # nothing tells of it but how it stands on its page


def evidence(lines: Sequence[Line], cuts_word: CutsWord) -> list[Place]:
    """The evidence at each line; ``cuts_word`` tells whether a word goes across a break.

    >>> title, text = evidence([Line("老井又有了水"), Line("昨天，村里的老井修好了。")], lambda above, below: False)
    >>> max(title.shapes, key=title.shapes.get), sorted(part.name for part in text.shapes)
    (<Part.CROSSHEAD: 'crosshead'>, ['CONTINUATION', 'OPENING', 'PARAGRAPH'])
    """
    places = list(_Gatherer(lines, cuts_word).places())
    for head, foot in _signed_twice(lines):
        _begin_between(places[head + 2 : foot])
    return places


def _signed_twice(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """From a byline under a headline to the next one below text, where no gap lies between: two stories are signed.

    A correspondent may sign at the foot what a reporter has signed at the head.
    """
    head: int | None = None
    for index, line in enumerate(lines):
        above = lines[index - 1] if index else None
        if line.far:
            head = None
        if not line.byline or forms.photo_credit(line.text) or not authors(line.text):
            continue
        if above is None or not ends(above.text):
            head = index
        elif head is not None:
            if not (_LOCAL.search(line.text) or set(authors(line.text)) & set(authors(lines[head].text))):
                yield head, index
            head = None


def _amid(lines: Sequence[Line]) -> set[int]:
    """Bylines that stand amid the story that they sign: behind its lead, where wide gaps set the stories of the page
    apart, and nobody else signs anything between two of them."""
    edges = [index for index, line in enumerate(lines) if line.far] + [len(lines)]
    found = {index for index in range(2, len(lines) - 1) if _behind_lead(lines, index)}
    for first, last in pairwise(edges):
        signed = [
            n
            for n in range(first, last)
            if lines[n].dateline or (lines[n].byline and not forms.signs_picture(lines[n].text))
        ]
        if len(edges) < FEWEST_EDGES or len(signed) != 1:
            continue
        (byline,) = signed
        above = [n for n in range(first, byline) if len(lines[n].text) > SHORTEST_LEAD and ends(lines[n].text)]
        if lines[byline].byline and len(above) == 1 and above[0] == byline - 1 and last - byline > MOST_BELOW:
            found.add(byline)
    return found


def _behind_lead(lines: Sequence[Line], index: int) -> bool:
    """Whether a byline stands behind a lead that tells at its end how many pictures the story has."""
    above = lines[index - 1].text
    if not lines[index].byline or above[-1] not in ")）" or not headings.PICTURES_TOLD.search(above):
        return False
    return len(above) > LONGEST_HEADING and not forms.signs_picture(lines[index].text)


def _alone(lines: Sequence[Line]) -> set[int]:
    """Single sentences between two wide gaps: one, or several below a byline, as captions stand below a story."""
    edges = [index for index, line in enumerate(lines) if line.far] + [len(lines)]
    found: set[int] = set()
    for first, last in pairwise(edges):
        if first - 1 in found and last - first > 1 and _may_be_headline(lines[first + 1].text):
            last = first + 1  # below the last of several captions a headline may stand near
        several = last - first > 1
        if several and not (first and lines[first - 1].byline):
            continue
        if all(_is_short_caption(lines[index].text) for index in range(first, last)):
            found.update(range(first, last))
    return found


def _is_short_caption(text: str) -> bool:
    return forms.one_sentence(text) or bool(forms.photo_credit_in(text))


def _may_be_headline(text: str) -> bool:
    return len(text) > SHORTEST_FRAGMENT and like_heading(text)


def _begin_between(places: Sequence[Place]) -> None:
    """Nobody signs a story twice: the heading that most speaks of something else begins the second."""
    found = [place for place in places if Part.TITLE in place.shapes and _may_be_headline(place.line.text)]
    if not found or any(place.lead or place.around.closed or place.line.dateline for place in places):
        return
    first = max(found, key=lambda place: place.subject)
    if first.subject > 0:
        first.opening += _TWICE[1]
        first.openings = (*first.openings, _TWICE)


@dataclass(slots=True)
class _Gap:
    """What the break between two lines cuts."""

    cuts_word: bool
    known_across: bool


class _Gatherer:
    def __init__(self, lines: Sequence[Line], cuts_word: CutsWord) -> None:
        self._cuts_word = cuts_word
        self._lines = [replace(line, name=False) if self._are_words(line) else line for line in lines]
        lines = self._lines
        self._passages = Passages([line.text for line in lines])
        self._page = "\n".join([line.text for line in lines])[:LONGEST_PAGE]
        self._foot = _foot(lines)
        self._ends = [ends(line.text) for line in lines]
        self._plain = [_is_plain(line) for line in lines]
        self._headings = [_may_be_heading(line) for line in lines]
        self._leads = sum(line.byline or line.dateline for line in lines)
        self._amid = _amid(lines)
        self._alone = _alone(lines)
        self._bare_bylines = self._names_below_headlines()
        self._open: dict[int, bool] = {}
        self._gaps: dict[int, _Gap] = {}

    def _are_words(self, line: Line) -> bool:
        """Whether what looks like several names (高血压 高血脂) or like a pen name are words of the dictionary."""
        pen = forms.ANY_NAME.fullmatch(line.text) and not forms.BARE_NAME.fullmatch(line.text)
        if not line.name or not (pen or forms.SEVERAL_NAMES.fullmatch(line.text)):
            return False
        return any(self._is_word(name) for name in re.split(r"[\s、]+", line.text) if len(name) > 1)

    def _is_word(self, text: str) -> bool:
        return all(self._cuts_word(text[:cut], text[cut:]) for cut in range(1, len(text)))

    def _names_below_headlines(self) -> set[int]:
        """Lines with nothing but a name between a headline and its text, where several stories are signed so."""
        found = {index for index in range(1, len(self._lines) - 1) if self._is_name_below_headline(index)}
        return found if len(found) >= FEWEST_BARE_BYLINES else set()

    def _is_name_below_headline(self, index: int) -> bool:
        above, line = self._lines[index - 1], self._lines[index]
        if not (line.name and self._headings[index - 1]) or self._headings[index + 1]:
            return False
        shorter = len(line.text) < len(above.text) or forms.RUN_OF_NAMES.fullmatch(line.text)
        return bool(shorter) and len(line.text) <= LONGEST_BARE_BYLINE and not self._is_word(line.text)

    def places(self) -> Iterator[Place]:
        for index, line in enumerate(self._lines):
            if part := self._beyond_doubt(index):
                yield certain_place(line, (part,))
                continue
            allowed = _allowed(line)
            if allowed == _SIGNED:
                yield certain_place(line, allowed)
                continue
            above = self._lines[index - 1].text if index else ""
            clues = self._clues(index)
            breaks = self._breaks(index)
            lead = self._lead(index)
            if lead:
                clues.append((lead, _ANNOUNCES))
            around = self._around(index, led=bool(lead))
            openings = opening_clues(around) if index else []
            shapes = _summed(allowed, [weights for _, weights in clues])
            cut = sum([points for _, points in breaks])
            opening = sum([points for _, points in openings])
            subject = self._subject(index) if line.far or around.above_ends else 0.0
            longer, shorter_has = len(line.text) - len(above), min(len(line.text), len(above))
            # By their order: to name them would take three times as long.
            yield Place(line, shapes, cut, opening, subject, around, lead, longer, shorter_has, clues, breaks, openings)

    def _beyond_doubt(self, index: int) -> Part | None:
        """What a long line under a long one is that stands as plain text does: a new paragraph, or the rest of one.

        Most lines of a page are such, and looking no further at them makes reading twice as fast.
        """
        line = self._lines[index]
        if not index or line.far or index in self._alone or not (self._plain[index] and self._plain[index - 1]):
            return None
        if self._ends[index - 1]:
            return None if self._lines[index - 1].full or line.flush else Part.PARAGRAPH
        return Part.CONTINUATION if not line.indented else None

    def _below(self, index: int) -> Line | None:
        return self._lines[index + 1] if index + 1 < len(self._lines) else None

    # ------------------------------------------------------------ what the line can be

    def _clues(self, index: int) -> list[Clue]:
        line, below = self._lines[index], self._below(index)
        found = shape_clues(line, below.text if below else "", heading=self._headings[index])
        if self._headings[index]:
            found.extend(self._heading_clues(index))
        if self._stands_out(index):
            found.append(("flush between paragraphs that are indented", _STANDS_OUT))
        if line.dated and self._headings[index]:
            found.append(("a date of the web below", _DATED))
        if index in self._bare_bylines:
            found.append(("a name between headline and text, as elsewhere", _BETWEEN))
        if self._signs(index):
            found.append(("a name below finished text", _SIGNS))
        if index >= self._foot:
            found.append(("nothing but such lines below", _AT_FOOT))
        return found

    def _heading_clues(self, index: int) -> Iterator[Clue]:
        """What the lines above and below say of one that may be a heading."""
        line, below = self._lines[index], self._below(index)
        if index and self._headings[index - 1]:
            above = self._lines[index - 1].text
            if _halves_below(above, line.text, apart=line.apart):
                yield "two balanced halves, as above", _AS_ABOVE
            if above[-1] in "，,":
                yield "goes on with the headline above", _GOES_ON_ABOVE
        quoted = index and self._ends[index - 1] and not self._headings[index - 1] and line.text[0] in "—–─"
        if quoted and headings.WHOSE_WORDS.fullmatch(line.text):
            yield "whose words are quoted above", _WHOSE
        if index and line.text[0] in "“「" and self._is_spoken(index):
            yield "speech among speech", _SPOKEN
        if below and below.listed and len(below.text.split()) >= TABLE_CELLS:
            yield "over a table", _OVER_TABLE
        if line.within and self._one_of_several(index):
            yield "one of several short paragraphs", _SHORT_PARAGRAPH
        if below and headings.BULLET.match(below.text) and headings.BRIEFS.fullmatch(forms.closed_up(line.text)):
            yield "over a list of news", _OVER_NEWS
        if not self._ends[index]:
            yield from self._unfinished_clues(index)

    def _is_spoken(self, index: int) -> bool:
        """Whether speech stands below who speaks, or above what somebody answers."""
        above, below = self._lines[index - 1], self._below(index)
        announced = above.text[-1] in "：:" and not self._headings[index - 1]
        answered = below is not None and below.text[0] in "“「" and self._ends[index - 1]
        return announced or (answered and self._lines[index].text[-1] in "”」")

    def _is_whole(self, index: int) -> bool:
        """Whether the format says of a line that does not end like one that it is a paragraph, and it heads nothing."""
        line, below = self._lines[index], self._below(index)
        if not (line.within and below and below.within and below.apart):
            return False
        return not self._headings[index] or self._one_of_several(index)

    def _one_of_several(self, index: int) -> bool:
        """Whether a line stands among others that may be headings, so many that none of them heads a text."""
        near = range(max(0, index - FEWEST_SHORT + 1), min(len(self._lines), index + FEWEST_SHORT))
        run = 0
        for other in near:
            run = run + 1 if self._headings[other] and self._lines[other].role is None else 0
            if run == FEWEST_SHORT:
                return True
        return False

    def _unfinished_clues(self, index: int) -> Iterator[Clue]:
        """Whether what may be a heading breaks off in mid-sentence."""
        if self._ends_openly(index):
            yield "ends in a function word", _MAY_END_SO if self._lines[index].text[-1] == "的" else _CANNOT_END_SO
        below = self._below(index)
        if below and headings.latin_goes_on(self._lines[index].text, below.text) and not below.indented:
            yield "a Latin word or a number goes on", _BREAKS_OFF
        if below and not (below.tight or below.indented):
            if leans_back(below.text):
                yield "a word that leans on it goes on below", _GOES_ON
            gap = self._gap(index + 1)
            if gap.cuts_word:
                yield "a word goes on below", _GOES_ON
            if gap.known_across:
                yield "what goes on below is printed whole elsewhere", _GOES_ON

    def _stands_out(self, index: int) -> bool:
        """Whether what may be a heading has no indent, below finished text and above a paragraph that has one."""
        below, line = self._below(index), self._lines[index]
        if not index or below is None or not (below.indented or (line.far and line.flush)) or line.indented:
            return False
        return self._headings[index] and self._ends[index - 1] and len(below.text) > LONGEST_HEADING

    def _signs(self, index: int) -> bool:
        """Whether a line may be who signs the text above it: unit and name, or a name that is set wide (郭　俭).

        A name alone may as well be a heading (家长).
        """
        text = self._lines[index].text
        if len(text) > LONGEST_SIGNATURE or not index or self._headings[index - 1] or not self._ends[index - 1]:
            return False
        below = self._below(index)
        wide = forms.closed_up(text) != text and forms.BARE_NAME.fullmatch(text)
        unit = forms.UNIT_AND_NAME.fullmatch(text) or (len(text.split()) > 1 and forms.SIGNATURE.fullmatch(text))
        if (
            unit
            and not wide
            and below
            and self._headings[index + 1]
            and not below.far
            and not forms.WITH_UNIT.match(text)
        ):
            return False
        return bool(wide or unit) and not (below and (below.byline or below.dateline))

    # ------------------------------------------------------------ whether it goes on from the line above

    def _breaks(self, index: int) -> list[Points]:
        if not index:
            return []
        above, line = self._lines[index - 1], self._lines[index]
        found = break_clues(above, line)
        if above.dated:
            found.append(_DATE_BETWEEN)
        if line.within and line.apart:
            found.append(_BY_FORMAT)
        if self._ends[index - 1]:
            return found
        gap = self._gap(index)
        if gap.cuts_word:
            found.append(("a word goes across", 3.0))
        if self._ends_openly(index - 1):
            found.append(("ends in a function word", 2.5))
        if gap.known_across:
            found.append(("what the break cuts is printed whole elsewhere", 3.0))
        return found

    def _gap(self, index: int) -> _Gap:
        """What the break between a line that does not end its sentence and the one below it, this one, cuts."""
        if index not in self._gaps:
            above, below = self._lines[index - 1].text, self._lines[index].text
            heading = len(above) <= SHORTEST_FRAGMENT and (index < 2 or self._ends[index - 2])
            cut = not heading and self._cuts_word(above, below)
            self._gaps[index] = _Gap(cut, self._known_across(above, below))
        return self._gaps[index]

    def _known_across(self, above: str, below: str) -> bool:
        """Whether three characters across the break stand together elsewhere on the page: 理事长涂|锦云, 涂锦云."""
        across = [text for text in (above[-1:] + below[:2], above[-2:] + below[:1]) if _THREE_HAN.fullmatch(text)]
        # Mostly not even two of them do, and one look tells.
        if not across or above[-1:] + below[:1] not in self._page:
            return False
        return any(text in self._page for text in across)

    def _ends_openly(self, index: int) -> bool:
        """Whether the last word is one after which a phrase must go on (展览以党的十八大以来以|)."""
        if index not in self._open:
            text = forms.closed_up(self._lines[index].text)
            words = [word for word in (text[-2:], text[-1:]) if word in headings.FUNCTION_WORDS and word != text]
            words = [] if text[-2:-1].isdecimal() and text[-3:-2].isdecimal() else words  # 日卖400个
            words = [] if headings.STILL_THERE.search(text) else words
            self._open[index] = any(not self._cuts_word(text[: -len(word)], word) for word in words)
        return self._open[index]

    # ------------------------------------------------------------ whether a story begins with it

    def _around(self, index: int, *, led: bool) -> Around:
        line = self._lines[index]
        if not index:
            return Around(line, above_ends=True, closed=False, led=led)
        below = self._below(index)
        stacked = below is not None and self._headings[index + 1] and not _CLAUSES.search(below.text)
        above = self._lines[index - 1]
        tail = forms.credit_tail(above.text)
        amid = index - 1 in self._amid
        closed = (
            (above.byline and not amid) or bool(tail) or (line.closed and ends(above.text)) or signed_off(above.text)
        )
        pictured = self._captioned(index) if above.byline else bool(tail) and bool(forms.photo_credit_in(above.text))
        finished = (
            closed
            or above.listed
            or self._is_whole(index - 1)
            or self._ends[index - 1]
            or _stands_alone(above.text)
            or self._signs(index - 1)
        )
        text = self._text_below(index) if self._headings[index] else ""
        top = index == 1 and _may_be_headline(above.text) and len(above.text) >= FEWEST_OF_WEB
        signed = below is not None and below.byline and forms.signs_picture(below.text)
        below_outset = above.outset and line.indented and not signed
        alone = index in self._alone
        return Around(
            line, finished or amid, closed, led, stacked, self._leads, pictured, text, top, amid, alone, below_outset
        )

    def _captioned(self, index: int) -> bool:
        """Whether the byline above is a photographer's, below the caption of a picture."""
        credit, caption = self._lines[index - 1].text, self._lines[index - 2].text if index > 1 else ""
        if not forms.signs_picture(credit):
            return False
        close = self._headings[index] and not (self._lines[index - 1].apart or self._lines[index - 1].far)
        return bool(caption) and (
            (close and forms.one_sentence(caption)) or forms.like_caption(caption) or forms.shows_who(caption)
        )

    def _text_below(self, index: int) -> str:
        """The first line of running text below a heading."""
        for near in range(index + 1, min(index + 6, len(self._lines))):
            if not (self._headings[near] or self._lines[near].byline):
                return self._lines[near].text
        return ""

    def _lead(self, index: int) -> str:
        """What opens the text under this line, headings between them or not: a dateline, a byline, or nothing ("")."""
        text = self._lines[index].text
        if not like_heading(text) or (text[-1] in "图圖" and headings.DRAWING.fullmatch(text)):
            return ""
        if self._lines[index].dated:
            return "a date of the web below"
        for below, near in enumerate(self._lines[index + 1 : index + 6], start=index + 1):
            if near.dateline:
                return "a dateline below"
            if (near.byline or below in self._bare_bylines) and not near.far:
                return "a byline below"
            if near.far or not like_heading(near.text):
                break
        return ""

    def _subject(self, index: int) -> float:
        """Points for another subject than above, where there is enough text to tell.

        A caption speaks of what its story speaks of, and is no part of it.
        """
        line = self._lines[index]
        heading = self._headings[index]
        if not index or not (heading or line.far or self._lines[index - 1].byline):
            return 0.0
        if index in self._alone or forms.like_caption(line.text) or forms.photo_credit_in(line.text):
            return 0.0
        above, below, share = self._passages.around(index, index + 1 if heading else index)
        points = 0.0 if share is None else (NEUTRAL - share) * COHESION_SLOPE
        return max(-MOST_COHESION, min(MOST_COHESION, points)) + _own_words(line.text, above, below)


def _halves_below(above: str, text: str, *, apart: bool) -> bool:
    """Whether two lines have two balanced halves each, and not one length, as close lines of one headline have."""
    halved = all(len(line) <= LONGEST_HEADING and headings.HALVES.fullmatch(line) for line in (above, text))
    return halved and (apart or abs(len(text) - len(above)) > 2)


def _stands_alone(text: str) -> bool:
    return bool(forms.PHOTO_START.match(text) or forms.names_picture(text) or headings.NOTE.fullmatch(text))


def _is_plain(line: Line) -> bool:
    """No heading, by its length or its end, and without a mark that it is anything but a paragraph of the story."""
    text = line.text
    if _may_be_heading(line) or line.dateline or line.byline or line.listed or line.outset or line.role is not None:
        return False
    return (
        text[0] not in MID_SENTENCE
        and text[0] != "…"
        and not (
            forms.bracketed_tail(text)
            or forms.photo_tail(text)
            or forms.like_caption(text)
            or forms.shows_who(text)
            or headings.SPEAKER.match(text)
            or labelled(text)
        )
    )


def certain_place(line: Line, parts: tuple[Part, ...]) -> Place:
    """The place of plain text, or of a byline: whether that stands over its text or under it, no clue tells.

    >>> certain_place(Line("昨天，村里的老井修好了。"), (Part.PARAGRAPH,)).shapes
    {<Part.PARAGRAPH: 'paragraph'>: 0.0}
    """
    around = Around(line, above_ends=parts == (Part.PARAGRAPH,), closed=False, led=False)
    breaks = (_PLAIN_BREAK,) if parts == (Part.CONTINUATION,) else ()
    return Place(line, dict.fromkeys(parts, 0.0), 0.0, 0.0, 0.0, around, "", 0, 0, (), breaks, (), certain=True)


_PLAIN_BREAK = ("the line above is not finished", 3.0)


def _own_words(text: str, above: Set[str], below: Set[str]) -> float:
    """Whether the words of a line in headline style come again in the text below it only, or above it too.

    Among the headlines of the pages that the weights were set on two thirds say what only the text below says,
    and a fifth what was said above; among the crossheads a quarter, and one in two.
    """
    words = pairs(text) if like_heading(text) else frozenset()
    if len(words) < FEWEST_WORDS or len(above) < LEAST_PAIRS:
        return 0.0
    if not words.isdisjoint(above):
        return -OWN_WORDS
    return OWN_WORDS if len(words & below) >= 2 else 0.0


def _summed(allowed: tuple[Part, ...], found: Iterable[Weights]) -> Weights:
    points = dict.fromkeys(allowed, 0.0)
    for weights in found:
        for part, weight in weights.items():
            if part in points:
                points[part] += weight
    return points


def _foot(lines: Sequence[Line]) -> int:
    """From which line on the page has nothing but lines in headline style, below text that is finished."""
    foot = len(lines)
    while foot and _unfinished(lines[foot - 1]):
        foot -= 1
    while foot < len(lines) and not (lines[foot].far or foot == 0 or ends(lines[foot - 1].text)):
        foot += 1
    return foot


def _unfinished(line: Line) -> bool:
    """A line in headline style; a call may be one, a question or a quotation that ends a text is none."""
    if line.byline or line.listed or not like_heading(line.text) or headings.NOTE.fullmatch(line.text):
        return False
    if "。" in core(line.text):
        return False
    return not ends(line.text) or line.text[-1] in "！!"


def _allowed(line: Line) -> tuple[Part, ...]:
    """The parts a line can be at all."""
    parts = _looks_like(line)
    return _within(parts) if line.within else parts


def _looks_like(line: Line) -> tuple[Part, ...]:
    if line.role in _BY_ROLE:
        return _BY_ROLE[line.role]
    if line.byline:
        return _SIGNED
    if not _may_be_heading(line):
        return RUNNING
    return _ANYTHING if line.name else _NO_BYLINE


@cache
def _within(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Those of the parts that begin no other story; over a headline that the format marks, a kicker may stand."""
    return tuple(part for part in parts if part not in _BEGIN)


def _may_be_heading(line: Line) -> bool:
    return line.text[-1] not in "。；;" and heading_length(line.text) <= LONGEST_HEADING and not line.byline


_BEGIN = {Part.TITLE, Part.TITLE_LINE, Part.OPENING, Part.SLOGAN}
_SIGNED = (Part.BYLINE, Part.CREDIT)
_NO_BYLINE = (*RUNNING, *HEADS)
_ANYTHING = (*_NO_BYLINE, Part.BYLINE, Part.CREDIT)
_BY_ROLE: dict[Role | None, tuple[Part, ...]] = {
    Role.KICKER: (Part.KICKER,),
    Role.TITLE: (Part.TITLE,),
    Role.SUBTITLE: (Part.SUBTITLE,),
    Role.HEADING: (Part.CROSSHEAD, Part.SLOGAN),
    Role.PARAGRAPH: (Part.PARAGRAPH, Part.OPENING),
    Role.CREDIT: _SIGNED,
}
