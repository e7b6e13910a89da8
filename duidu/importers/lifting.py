"""Page furniture and what is set into another story's paragraph: lifted out before a page is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import eq

from duidu.importers import forms, furniture, headings
from duidu.importers.captions import caption
from duidu.importers.layout import list_sign
from duidu.importers.line import LONGEST_HEADING, ends
from duidu.importers.source import CutsWord, SourceLine
from duidu.importers.words import EDITOR, PAPER
from duidu.model import Block, Decision, Kind, Role, SourceRef, Story

# As far above a caption crossheads are looked for.
MOST_LINES = 60
# So many dates are the headings of a chronicle.
CHRONICLE = 3
# A caption without a mark that a credit stands below is no longer than this.
LONGEST_CAPTION = 60
LONGEST_MASTHEAD = 10
# As many pictures may stand side by side.
MOST_CAPTIONS = 6
# A public-service line is no longer than this.
LONGEST_SLOGAN = 24
# As many of them stand together.
MOST_SLOGANS = 3
# No column of print is narrower; what is shorter is no line of running text.
SHORTEST_COLUMN = 8
# So many entries tell whether they are links.
ENTRIES = 4
# So many short words above the buttons of a page are tags.
FEWEST_BARE_TAGS, SHORT_TAG = 5, 3
# So many tags stand one below the other.
FEWEST_TAGS = 3
# The head and the foot of a page are so many lines.
EDGE = 2
# Below a label over pictures no longer line says what one shows.
LONGEST_SHOWN = 80
_PICTURE_AT_END = re.compile("[（(][图圖]片[)）]$")
# How sure the decisions of this module are: set phrases leave little doubt, what breaks a paragraph leaves some.
SURE, RATHER_SURE, LIKELY = 0.95, 0.9, 0.8

_EDITOR = next(form for form in forms.CREDITS if form.name == "editor")
_PICTURE_FROM = next(form for form in forms.CREDITS if form.name == "where the picture is from")
_TEXT = {Role.TITLE, Role.HEADING, Role.PARAGRAPH}
# A headline may end in what something is called (开通“夜间儿科”), a sentence in what was said (他说：“来了！”).
_NAME_AT_END = re.compile("[^。！？!?…；：—][”’」』]$")
_ONE_SENTENCE = re.compile(r"[^。！？，、；：”」』）)》][^。！？]{7,58}[。！]")
_CLAUSE = re.compile("[，。；！？]")
_DATED = ("date line", "page number")
# What a date has beside it on the web, and in no text: a label.
_OF_THE_WEB = re.compile(r"[^\W\d_A-Za-z]\s*[：:]")
_ONLY_FIGURES = re.compile(r"[\d:：\s—–~-]+")
_WEB_DATE = re.compile(r"\d[:：]\d\d|\d{4}-\d{1,2}-\d{1,2}")
_BEFORE_A_DATE = "在于於自从從到至，、"
_CLOCK = re.compile(r"\d[:：]\d\d")
_NUMBERED_ENTRY = re.compile(r"\d{1,2}[.、．]\s*\D")
# 新京报, 证券时报网
_KNOWN_OUTLET = re.compile(rf"(?:新华|新華|中新|中央)社|(?:新华|人民|央视|中国|中新)网|参考消息|[^\W\d_]{{1,6}}{PAPER}")
_OUTLET = re.compile(r"[^\W\d_]{1,8}(?:[报報网網社]|新闻|新聞|消息|客户端|电视台|電視台|周刊|週刊)")
_EDITORS_LABEL = re.compile(EDITOR)
_BARE_TAG = re.compile(r"[^\W_]{2,6}")
_TAG = re.compile(r"[#＃][^#＃\s，。！？]{1,16}")
_LINK = re.compile(r"[·•\-*●■◆>\[【]")
# What stands at the end of an article of the web.
_CLOSING = frozenset(
    {
        *("end mark, tags", "disclaimer", "copyright", "rights of the original author", "all rights reserved"),
        *("legal notice", "where it is from, and who may copy it", "picture from the web", "how often it was read"),
        *("record of an archive", "column of an archive"),
    }
)
_GUIDES = ("reading guide", "related links")
_NUMBERED_PICTURE = frozenset("①②③④⑤⑥")


@dataclass(slots=True)
class Lifted:
    """What is left of a page's lines, the stories that were lifted out, and why."""

    lines: list[SourceLine]
    stories: list[Story] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)


def lift(lines: Sequence[SourceLine], path: str, cuts_word: CutsWord) -> Lifted:
    """Take furniture, captions and public-service lines out of the way of the stories that they interrupt."""
    return _without_insets(_without_furniture(lines, path), path, cuts_word)


# ---------------------------------------------------------------- furniture


def _without_furniture(lines: Sequence[SourceLine], path: str) -> Lifted:
    lifted = Lifted([])
    chronicle = sum(map(_is_plain_date, lines)) >= CHRONICLE
    forms_of = [_form(lines, index, chronicle=chronicle) for index in range(len(lines))]
    _name_below_label(lines, forms_of)
    _boxes(lines, forms_of)
    _tags(lines, forms_of)
    guided = _guided(lines, forms_of)
    programme = _programme(lines)
    gap, closed = 0, False
    for index, (line, form) in enumerate(zip(lines, forms_of, strict=True)):
        if index and _is_label_over(forms_of[index - 1], line):
            _set_caption_aside(lifted, path, [line])
            _decide(lifted, path, line, "caption", "below a label over pictures", RATHER_SURE)
        elif line.kind is Kind.CAPTION:
            _set_caption_aside(lifted, path, [line])
            _decide(lifted, path, line, "caption", "the format says so", SURE)
        elif line.kind is Kind.FURNITURE:
            _set_aside(lifted, path, Kind.FURNITURE, line)
            _decide(lifted, path, line, "page furniture", "the format says so", SURE)
        elif form is not None or guided[index] or programme[index]:
            _set_aside(lifted, path, Kind.FURNITURE, line)
            _decide(
                lifted, path, line, "page furniture", form.name if form else guided[index] or "programme list", SURE
            )
            if form and _is_date_of_the_web(form, line.text) and line.gap <= 1 and lifted.lines:
                lifted.lines[-1] = lifted.lines[-1]._replace(dated=True)
            gap, closed = max(gap, line.gap), closed or (form is not None and form.name in _CLOSING)
        else:
            kept = line if gap <= line.gap else line._replace(gap=1)
            lifted.lines.append(kept._replace(closed=True) if closed else kept)
            gap, closed = 0, False
    return lifted


def _is_label_over(label: forms.Form | None, line: SourceLine) -> bool:
    """Whether a label over pictures stands above a line that may say what the first of them shows."""
    named = label is furniture.OVER_PICTURES and line.role is None and line.gap <= 1
    return named and len(line.text) <= LONGEST_SHOWN and not (forms.dateline(line.text) or forms.credit(line.text))


def _name_below_label(lines: Sequence[SourceLine], forms_of: list[forms.Form | None]) -> None:
    """The name of an editor in a line of its own, under 责任编辑： and over no text."""
    for index in range(1, len(lines)):
        label = forms_of[index - 1]
        if label is None or label.name != "label without a name" or not _EDITORS_LABEL.match(lines[index - 1].text):
            continue
        over_text = index + 1 < len(lines) and _is_paragraph(lines[index + 1])
        if (
            forms_of[index] is None
            and lines[index].gap <= 1
            and not over_text
            and forms.BARE_NAME.fullmatch(lines[index].text)
        ):
            forms_of[index] = label


def _boxes(lines: Sequence[SourceLine], forms_of: list[forms.Form | None]) -> None:
    """A label like 相关链接 that stands over sentences, and not over links: in print it heads a box of a story."""
    for index, form in enumerate(forms_of):
        if form is not None and form.name == "related links":
            entries = [line.text for line in lines[index + 1 : index + 1 + ENTRIES]]
            if sum(text[-1] in "。；" for text in entries) > 1:
                forms_of[index] = None


def _is_tag(text: str) -> bool:
    return text[0] in "#＃" and _TAG.fullmatch(text) is not None


def _tags(lines: Sequence[SourceLine], forms_of: list[forms.Form | None]) -> None:
    """Tags of the web, each in a line of its own, so many of them that they are no crossheads: with a hash, or bare
    ones above the buttons of the page."""
    for index in [n for n, form in enumerate(forms_of) if form is not None and form.name == "web buttons"]:
        first = index
        while first and forms_of[first - 1] is None and _BARE_TAG.fullmatch(lines[first - 1].text):
            first -= 1
        words = [line.text for line in lines[first:index]]
        short = sum(len(text) <= SHORT_TAG for text in words) * 2 >= len(words)  # else perhaps verse
        people = sum(forms.BARE_NAME.fullmatch(text) is not None for text in words) * 2 > len(words)
        if len(words) >= FEWEST_BARE_TAGS and short and not people:
            forms_of[first:index] = [furniture.TAGS] * (index - first)
    for is_tag, group in groupby(range(len(lines)), key=lambda index: _is_tag(lines[index].text)):
        run = list(group)
        if is_tag and len(run) >= FEWEST_TAGS:
            for index in run:
                forms_of[index] = furniture.TAGS


def _form(lines: Sequence[SourceLine], index: int, *, chronicle: bool) -> forms.Form | None:
    """The form of furniture that a line has."""
    line = lines[index]
    if line.role in _TEXT:
        return None
    text = forms.closed_up(line.text)
    form = furniture.find(text)
    if form is None and _names_its_page(text) and _in_a_record(lines, index):
        form = furniture.RECORD
    if form is None and _at_edge(lines, index) and _is_page_edge(text):
        form = furniture.PAGE_EDGE
    if form is None and _OUTLET.fullmatch(text) and _beside_date(lines, index):
        form = furniture.PAGE_EDGE
    if form is None:
        return _desk(lines, index)
    if form.name == "reading guide" and text[-1] in "：:" and index > EDGE:  # in a text it announces a list
        return None
    if form.name in _DATED and _in_text(lines, index, chronicle=chronicle):
        return None
    return None if forms.whole(forms.BRACKETED, text) or forms.whole(forms.DATELINES, text) else form


def _names_its_page(text: str) -> bool:
    """Whether a line is no more than the name of a paper or the number of a page: 小城日报, B01."""
    return len(text) <= LONGEST_MASTHEAD and furniture.RECORD.pattern.fullmatch(text) is not None


def _in_a_record(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether such a line stands beside furniture, or beside another such line that does, as in a paper's archive."""
    for step in (-1, 1):
        near = index + step
        if 0 <= near < len(lines) and _names_its_page(lines[near].text):
            near += step
        if 0 <= near < len(lines) and furniture.find(lines[near].text):
            return True
    return False


def _is_date_of_the_web(form: forms.Form, text: str) -> bool:
    """Whether a page's date is that of an article on the web, not that of a printed sheet."""
    return form.name == "when it was put on the web" or (form.name == "date line" and bool(_WEB_DATE.search(text)))


def _beside_date(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether a line stands close below the date that the web gives to an article, or close above it."""
    close = [lines[index - 1].text] if index and not lines[index].gap else []
    above = index + 1 < len(lines) and not lines[index + 1].gap
    close += [lines[index + 1].text] if above and _KNOWN_OUTLET.fullmatch(lines[index].text) else []
    found = [(furniture.find(text), text) for text in close]
    return any(form is not None and _is_date_of_the_web(form, text) for form, text in found)


def _at_edge(lines: Sequence[SourceLine], index: int) -> bool:
    return not EDGE <= index < len(lines) - EDGE


def _in_text(lines: Sequence[SourceLine], index: int, *, chronicle: bool) -> bool:
    """Whether a date or a page's number belongs to a text: in the middle of a sentence, or as a chronicle's heading."""
    if _is_plain_date(lines[index]):
        return chronicle or not (_at_edge(lines, index) or any(map(furniture.find, _beside(lines, index))))
    if _at_edge(lines, index) or _OF_THE_WEB.search(lines[index].text):
        return False
    above = lines[index - 1].text
    if _CLOCK.search(lines[index].text) and above[-1] not in _BEFORE_A_DATE:
        return False
    close = lines[index].gap == 0 and (index + 1 == len(lines) or lines[index + 1].gap == 0)
    return close and not ends(above)


def _is_plain_date(line: SourceLine) -> bool:
    return line.text[-1] == "日" and headings.PLAIN_DATE.fullmatch(line.text) is not None


def _beside(lines: Sequence[SourceLine], index: int) -> list[str]:
    return [lines[near].text for near in (index - 1, index + 1) if 0 <= near < len(lines)]


def _is_page_edge(text: str) -> bool:
    return bool(furniture.PAGE_EDGE.pattern.fullmatch(text)) and not headings.COLUMN.fullmatch(text)


def _desk(lines: Sequence[SourceLine], index: int) -> forms.Form | None:
    """An editor at the foot of a story is named in its credit; at the head or the foot of the page, or beside other
    furniture, the desk of the whole page is meant."""
    if not _EDITOR.pattern.fullmatch(lines[index].text):
        return None
    form = forms.credit(lines[index].text)
    if form is not _EDITOR:
        return None
    beside = _beside(lines, index)
    edge = index == 0 or (lines[index].gap > 1 and index >= len(lines) - EDGE)
    return form if edge or any(map(furniture.find, beside)) else None


def _guided(lines: Sequence[SourceLine], forms_of: Sequence[forms.Form | None]) -> list[str]:
    """Under which heading each line is an entry of a reading guide or a link of the web; "" where it is none."""
    found = [""] * len(lines)
    guide, gap, numbered = "", 0, False
    for index, (line, form) in enumerate(zip(lines, forms_of, strict=True)):
        if form is not None and form.name in _GUIDES:
            guide, gap, numbered = form.name, 1, False
            continue
        if guide and not (line.gap <= gap and _is_entry(lines, index, form, guide)):
            guide = ""
        if guide and numbered and form is None and not _between_entries(lines, forms_of, index):
            guide = ""
        if guide:
            found[index] = f"under a {guide}"
            # The entries stand as close as the first two of them, and with page numbers once one has it.
            gap, numbered = min(gap, line.gap) if found[index - 1] else gap, numbered or form is not None
    return found


def _between_entries(lines: Sequence[SourceLine], forms_of: Sequence[forms.Form | None], index: int) -> bool:
    """Whether a line without a page number stands close below one that has it, and close above no text."""
    last = index + 1 == len(lines) or lines[index + 1].gap > 0 or forms_of[index + 1] is not None
    return lines[index].gap == 0 and last


def _is_entry(lines: Sequence[SourceLine], index: int, form: forms.Form | None, guide: str) -> bool:
    """The entries of a reading guide are short or numbered; links of the web are marked, or all stand close."""
    line = lines[index]
    if guide == "reading guide" and _NUMBERED_ENTRY.match(line.text):
        return len(line.text) <= forms.LONGEST_SET_PHRASE and line.text[-1] != "。"
    if len(line.text) > LONGEST_HEADING or line.text[-1] == "。":
        return False
    if guide == "related links":
        return form is not None or bool(_LINK.match(line.text)) or _is_close_link(lines, index)
    return form is not None or forms.credit(line.text) is None


def _is_close_link(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether a link without a mark stands close below others without one, and is no headline over a text."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    over_text = below is not None and below.gap == 0 and (_is_paragraph(below) or _signed_near(lines, index))
    return lines[index].gap == 0 and not over_text and not _LINK.match(lines[index - 1].text)


def _signed_near(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether a byline or a dateline stands close below a line."""
    near = [line.text for line in lines[index + 1 : index + 2] if not line.gap]
    return any(forms.credit(text) or forms.dateline(text) for text in near)


def _programme(lines: Sequence[SourceLine]) -> list[bool]:
    """Which lines are a programme: two or more that begin with a time of day, and the heading close above them."""
    timed = [False, *map(_row_of_programme, lines), False]
    found = [now and (above or below) for above, now, below in zip(timed, timed[1:], timed[2:], strict=False)]
    for index in range(len(lines) - 1):
        short = len(lines[index].text) <= 16 and not ends(lines[index].text)
        found[index] = found[index] or (short and found[index + 1] and lines[index + 1].gap <= 1)
    return found


# ---------------------------------------------------------------- insets


def _row_of_programme(line: SourceLine) -> bool:
    """A time of day and what is on then; a sentence that begins with a time is part of a report."""
    if len(line.text) > LONGEST_HEADING or _CLAUSE.search(line.text) or _ONLY_FIGURES.fullmatch(line.text):
        return False
    return list_sign(line.text) == "time"


def _without_insets(lifted: Lifted, path: str, cuts_word: CutsWord) -> Lifted:
    """A caption or a public-service line between two halves of a paragraph is lifted out."""
    lines, lifted.lines = lifted.lines, []
    index = 0
    while index < len(lines):
        captions = _captions(lines, index, cuts_word) if lifted.lines else 0
        captions = captions or _without_text(lines, index)
        if captions:
            _set_caption_aside(lifted, path, lines[index : index + captions])
            for line in lines[index : index + captions]:
                _decide(lifted, path, line, "caption", "stands inside a cut paragraph", RATHER_SURE)
            index += captions
            continue
        slogans = _slogans(lines, index, cuts_word) if lifted.lines else 0
        for line in lines[index : index + slogans]:
            _set_aside(lifted, path, Kind.SLOGAN, line)
            _decide(lifted, path, line, "stands by itself", "stands inside a cut paragraph", LIKELY)
        if not slogans:
            lifted.lines.append(lines[index])
        index += slogans or 1
    return lifted


def _captions(lines: list[SourceLine], index: int, cuts_word: CutsWord) -> int:
    """How many lines from here are captions inside a paragraph or between two of one story, with their credit."""
    above, line = lines[index - 1], lines[index]
    if _lone_credit(lines, index):
        return 1
    if _between_halves(lines, index, cuts_word):
        return 1
    finished = ends(line.text)
    if not (finished or _names_a_scene(lines, index)):
        return 0
    after, shown = _past_captions(lines, index)
    if not shown or after >= len(lines) or forms.like_caption(above.text) or headings.COLUMN.fullmatch(above.text):
        return 0
    if headings.PICTURES_TOLD.search(line.text):
        return 0
    if _under_headline(lines, index, after):
        return after - index
    if len(above.text) < SHORTEST_COLUMN or forms.credit(above.text):
        return 0
    if ends(above.text):
        if not finished:
            return 0
        single = after == index + 1 or forms.signs_picture(lines[after - 1].text)
        inside = single and _is_paragraph(above) and above.gap <= 1 and _next_paragraph(lines, after)
    else:
        inside = _goes_on(lines[after], max(1, line.gap)) and not cuts_word(above.text, line.text)
    return after - index if inside else 0


def _without_text(lines: list[SourceLine], index: int) -> int:
    """How many lines from here are a picture's between stories: what it shows and its photographer, and below them is
    no text, but the headline of one, or nothing."""
    if index + 1 >= len(lines) or (index and not ends(lines[index - 1].text)):
        return 0
    named = _names_a_scene(lines, index) or _PICTURE_AT_END.search(lines[index].text)
    if not (named and forms.signs_picture(lines[index + 1].text)):
        return 0
    return 2 if index + 2 == len(lines) or _is_headline(lines, index + 2) else 0


def _is_headline(lines: list[SourceLine], index: int) -> bool:
    """Whether a short line without a full stop stands close above a text."""
    if index + 1 >= len(lines):
        return False
    head, text = lines[index], lines[index + 1]
    short = len(head.text) <= LONGEST_HEADING and not ends(head.text) and not forms.credit(head.text)
    opens = bool(forms.dateline(text.text)) or (_is_paragraph(text) and len(text.text) > LONGEST_HEADING)
    return short and opens and text.gap <= max(1, head.gap)


def _names_a_scene(lines: list[SourceLine], index: int) -> bool:
    """Whether a line without a full stop says what a picture shows: with its mark, or with its photographer below."""
    text = lines[index].text
    if not SHORTEST_COLUMN <= len(text) <= LONGEST_HEADING or ends(text) or forms.credit(text):
        return False
    if headings.WITH_PICTURES.search(text):
        return False
    signed = index + 1 < len(lines) and lines[index + 1].gap <= 1 and forms.signs_picture(lines[index + 1].text)
    return signed or forms.PHOTO_START.match(text) is not None


def _between_halves(lines: list[SourceLine], index: int, cuts_word: CutsWord) -> bool:
    """Whether what a picture may show stands in the middle of a word: so that above it half of the word is left, and
    below it the rest comes (of 500 pairs of paragraphs 3 look so by chance)."""
    if len(lines[index].text) > LONGEST_CAPTION or index + 1 >= len(lines):
        return False
    above, line, below = lines[index - 1], lines[index], lines[index + 1]
    if ends(above.text) or len(above.text) < SHORTEST_COLUMN or not _goes_on(below, max(1, line.gap)):
        return False
    named = headings.SCENE.fullmatch(line.text) or forms.names_picture(line.text)
    sent = forms.agency_tail(line.text) and _ONE_SENTENCE.match(line.text)
    if not (named or sent or _ONE_SENTENCE.fullmatch(line.text)):
        return False
    han = not (above.text[-1].isascii() or below.text[0].isascii())
    return han and cuts_word(above.text, below.text) and not cuts_word(above.text, line.text)


def _lone_credit(lines: list[SourceLine], index: int) -> bool:
    """Whether a line says where a picture is from that was left behind, in the middle of a story."""
    if index + 1 >= len(lines) or not _PICTURE_FROM.pattern.fullmatch(lines[index].text):
        return False
    above, below = lines[index - 1], lines[index + 1]
    near = lines[index].gap <= 1 and below.gap <= 1
    return near and min(len(above.text), len(below.text)) > LONGEST_HEADING and ends(above.text)


def _under_headline(lines: list[SourceLine], index: int, after: int) -> bool:
    """Whether captions stand between a headline, or its byline, and the text of its story: several lines of it."""
    above, below = lines[index - 1], lines[after]
    signed = index > 1 and above.gap <= 1 and forms.credit(above.text) and not forms.photo_credit(above.text)
    head = lines[index - 2] if signed else above
    top = head is lines[0] and lines[index].gap > 1  # as on the web, where a picture may have stood between
    if len(head.text) > LONGEST_HEADING or (lines[index].gap > 1 and not top) or below.gap > 1:
        return False
    if ("，" in head.text and not top) or (ends(head.text) and head.text[-1] not in "！？!?"):
        return False
    text = lines[index].text
    plain = (lines[index].gap == 0 or len(text) > LONGEST_CAPTION) and not forms.like_caption(text)
    opens = bool(forms.dateline(below.text))
    # Perhaps a caption of two lines, or a paragraph.
    if forms.photo_credit(lines[after - 1].text) and plain and not opens:
        return False
    if forms.credit(below.text) and not forms.photo_credit(below.text) and after + 1 < len(lines):
        below = lines[after + 1]
    if forms.like_caption(below.text) or forms.photo_credit_in(below.text):
        return False
    return bool(forms.dateline(below.text)) or (_is_paragraph(below) and len(below.text) > LONGEST_HEADING)


def _past_captions(lines: list[SourceLine], index: int) -> tuple[int, bool]:
    """The first line below a caption, or several numbered ones, and their credit; whether that is what they are."""
    line = lines[index].text
    after = index + 1
    if line[0] in _NUMBERED_PICTURE:
        last = min(len(lines), index + MOST_CAPTIONS)
        while after < last and lines[after].text[0] in _NUMBERED_PICTURE:
            after += 1
    signed = after < len(lines) and forms.signs_picture(lines[after].text)
    if after < len(lines) and forms.photo_credit(lines[after].text) and forms.like_caption(line):
        signed = True
    shown = signed or forms.PHOTO_START.match(line) or forms.photo_credit_in(line) or forms.shows_who(line)
    return after + signed, bool(shown)


def _is_paragraph(line: SourceLine) -> bool:
    long = len(line.text) > LONGEST_HEADING or line.text[-1] == "。" or (line.indented and "，" in line.text)
    return line.role in (None, Role.PARAGRAPH) and long


def _next_paragraph(lines: list[SourceLine], index: int) -> bool:
    """Whether a line goes on with the story above a caption: a paragraph, not a caption too, and nothing new."""
    line = lines[index]
    if line.role is Role.HEADING:
        return True
    caption = forms.like_caption(line.text) or forms.photo_credit_in(line.text)
    signed = index + 1 < len(lines) and forms.photo_credit(lines[index + 1].text)
    opens = forms.dateline(line.text) or forms.bracketed_lead(line.text)
    if line.gap <= 1 and _built_like_a_crosshead(lines, index):
        return True
    return _is_paragraph(line) and line.gap <= 1 and not (caption or signed or opens)


def _goes_on(line: SourceLine, gap: int) -> bool:
    """Whether a line may be the second half of a paragraph: nothing of a new one, or of a headline, about it, and no
    more blank lines above it than this."""
    heading = len(line.text) <= LONGEST_HEADING and (not ends(line.text) or bool(_NAME_AT_END.search(line.text)))
    begins = line.indented or line.gap > gap or heading or line.role is not None
    return not begins and not forms.dateline(line.text) and forms.credit(line.text) is None


def _slogans(lines: list[SourceLine], index: int, cuts_word: CutsWord) -> int:
    """How many public-service lines from here stand between the halves of a cut paragraph: each of two balanced halves,
    and the text goes on below them."""
    above, after = lines[index - 1], index
    while after < min(len(lines), index + MOST_SLOGANS) and _is_slogan(lines[after].text):
        after += 1
    if after in (index, len(lines)) or len(above.text) < SHORTEST_COLUMN or ends(above.text):
        return 0
    below = lines[after]
    if below.indented or forms.credit(above.text) or forms.credit(below.text):
        return 0
    return after - index if above.text[-1] in "，、" or cuts_word(above.text, below.text) else 0


def _is_slogan(text: str) -> bool:
    return len(text) <= LONGEST_SLOGAN and headings.phrases_apart(text)


def _built_like_a_crosshead(lines: list[SourceLine], index: int) -> bool:
    """Whether a short line is built like one above: as long, and the half of its characters are the same."""
    text = lines[index].text
    if len(text) > LONGEST_HEADING or text[-1] in "。！？；，":
        return False
    above = (line.text for line in lines[max(0, index - MOST_LINES) : index - 1])
    same = (sum(map(eq, text, other)) for other in above if len(other) == len(text))
    return any(count * 2 >= len(text) for count in same)


# ---------------------------------------------------------------- what is lifted out


def _set_caption_aside(lifted: Lifted, path: str, lines: list[SourceLine]) -> None:
    blocks: list[Block] = []
    credits: list[str] = []
    for line in lines:
        signs = forms.photo_credit(line.text) or forms.signs_picture(line.text)
        if signs and (blocks or _PICTURE_FROM.pattern.fullmatch(line.text)):
            credits.append(line.text)
        else:
            blocks.append(Block(Role.PARAGRAPH, line.text, SourceRef(path, line.number)))
    lifted.stories.append(caption(blocks, credits, SourceRef(path, lines[0].number)))


def _set_aside(lifted: Lifted, path: str, kind: Kind, line: SourceLine) -> None:
    ref = SourceRef(path, line.number)
    block = Block(Role.PARAGRAPH, line.text, ref)
    lifted.stories.append(Story(kind, None, None, None, None, (), None, None, (block,), ref))


def _decide(lifted: Lifted, path: str, line: SourceLine, what: str, reason: str, confidence: float) -> None:
    lifted.decisions.append(Decision(SourceRef(path, line.number), what, line.text, reason, confidence))
