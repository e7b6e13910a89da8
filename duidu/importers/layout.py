"""What the place of the lines on their page tells: gaps, indents, full lines, verse, lists and tables."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Sequence, Set
from itertools import groupby, pairwise

from duidu.importers import forms, headings
from duidu.importers.line import LONGEST_HEADING, Line, ends, like_heading
from duidu.importers.source import SourceLine
from duidu.importers.words import NAME

# So many short lines one below the other, half of them with a mark at the end, are verse without a metre.
VERSE_LINES, VERSE_LENGTH = 5, 16
# A single line among so many short ones on either side may be longer.
VERSE_NEAR, LONGEST_VERSE = 2, 20
# So many lines that are too long for verse tell how far paragraphs stand apart, whatever verse does.
FEWEST_OF_PROSE = 3
# So many pairs of a label and a heading are a pattern; a label is no longer.
FEWEST_PAIRS, LONGEST_LABEL = 3, 4
# Headlines, too, may have shorter topics than this, of one length: 北京：…, 上海：…
SHORTEST_TOPIC = 4
# Who says what the heading below quotes (英国《小城报》：) has a longer name.
LONGEST_SPEAKER, LONGEST_SPOKEN = 18, 26
# What somebody says is no verse.
SPEECH = "“”「」『』"
# So many short lines without a mark may be headings of one story, with those of its first section.
MOST_HEADINGS = 6
# More lines without any mark are a list.
MOST_ENTRIES = 10
# A unit and a name are no longer than this.
LONGEST_SIGNATURE = 24
# The row of a table is no longer than this.
LONGEST_ROW = 60
_FIGURE = re.compile(r"\d")
_FIGURES = re.compile(r"[\d\s　]")
# 健忘症——老井是谁挖的
_LABEL_AND_DASH = re.compile(r"[^，。：—]{2,5}——[^—]{4,}")
# Crossheads that lead from one thing to another have this for the lengths of their clauses.
_FROM_TO, LEADS_ON = re.compile("[从從].{2,8}[到向].{2,}"), (-1, -1)
# Two clauses that are no longer may be built like others on purpose; three are so at any length.
LONGEST_BUILD = 20
_COMMA, _MARKS = re.compile(r"[，,]"), re.compile(r"[，。；！？]")
# Cells of a table are short.
LONGEST_CELL = 12
# So many paragraphs tell that only their first lines are indented.
FEWEST_BEGUN = 6
# No caption that nothing else tells is longer.
LONGEST_OUTSET = 150
# A sentence below a story is longer than this.
SHORTEST_OUTSET = 8
# So many names between a headline and its text make a pattern.
FEWEST_NAMES = 2
# From so many lines on a page can have a width.
FEWEST_FOR_WIDTH, NARROWEST = 8, 10


def placed(lines: Sequence[SourceLine]) -> list[Line]:
    """The lines with all that place and look say of them.

    >>> from duidu.importers.source import source_lines
    >>> [(line.text, line.far) for line in placed(source_lines("甲\\n\\n乙\\n\\n丙\\n\\n\\n\\n丁"))]
    [('甲', True), ('乙', False), ('丙', False), ('丁', True)]
    """
    usual = _usual_gap(lines)
    wide = _wide_gap(lines, usual)
    tells = _indents_tell(lines)
    width = _full_width(lines)
    hanging = _hanging(lines, wide) if tells else [False] * len(lines)
    resumed = _resumed(lines) if tells else set()
    full = [width > 0 and _room(line) >= width - 1 for line in lines]
    entries = _bare_lists(lines, full)
    listed = _listed(lines, full, entries)
    outset = _outset(lines, wide) if tells else set()
    builds = [_build(line.text) for line in lines]
    twins = Counter(builds)
    paired = _paired(lines) | _in_one_form(lines)
    pens = _pen_names(lines)
    found = []
    for index, (text, number, gap, is_indented, role, _, dated, closed, within) in enumerate(lines):
        far = _stands_far(lines, index, wide)
        tight = index > 0 and gap == 0 and usual > 0
        apart = (gap > 0 and (usual > 0 or width > 0)) or _parted(lines, index)
        indented = is_indented and tells
        flush = (hanging[index] or (tells and width > 0) or index in resumed) and not is_indented
        byline = _is_byline(lines, index, usual)
        dateline = _opens(lines, index)
        name = _perhaps_name(text) or _writes_letter(lines, index) or index in pens or _holds_office(lines, index)
        name = name and index not in entries and index not in paired
        twin = (builds[index] != () and twins[builds[index]] > 1) or index in paired
        short = width > 0 and not full[index]
        look = (byline, dateline, name, listed[index], twin, full[index], short, dated, closed, index in outset, within)
        # By their order: to name them would take three times as long.
        found.append(Line(text, number, far, tight, apart, indented, flush, role, *look))
    return found


def _stands_far(lines: Sequence[SourceLine], index: int, wide: int) -> bool:
    """Whether a line stands further below than paragraphs do; a single blank line in a sentence tells nothing."""
    gap = lines[index].gap
    return index == 0 or (gap >= wide and (gap > 1 or ends(lines[index - 1].text)))


def _parted(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether something stood between two short lines that was set aside: they are not the lines of one headline."""
    line, above = lines[index], lines[index - 1]
    if index == 0 or line.number - above.number - line.gap <= 1:
        return False
    return max(len(line.text), len(above.text)) <= LONGEST_HEADING


def _paired(lines: Sequence[SourceLine]) -> set[int]:
    """Crossheads of two lines each: who or what it is about, and what there is to say (家长, 再苦不能苦孩子).

    Three of them make a pattern; what has a byline or a dateline between is several stories under names of places.
    """
    found: list[int] = []
    for index in range(1, len(lines) - 2):
        if _labels(lines, index):
            found.append(index)
        elif found and len(found) < FEWEST_PAIRS and (_opens(lines, index) or forms.credit(lines[index].text)):
            found.clear()
    return {line for index in found for line in (index, index + 1)} if len(found) >= FEWEST_PAIRS else set()


def _in_one_form(lines: Sequence[SourceLine]) -> set[int]:
    """Crossheads that all name a body, or have a topic of one length and a comment (以人为本：…, 科学管理：…).

    Three of them over long lines make a pattern, where no byline or dateline stands between them.
    """
    found: dict[str, list[int]] = {}
    for index in range(1, len(lines) - 1):
        form = _form_of_crosshead(lines[index].text)
        if form and len(lines[index + 1].text) > LONGEST_HEADING and ends(lines[index - 1].text):
            found.setdefault(form, []).append(index)
    patterns = [same for same in found.values() if len(same) >= FEWEST_PAIRS]
    if not patterns:
        return set()
    signed = [index for index, line in enumerate(lines) if _opens(lines, index) or forms.credit(line.text)]
    return {index for same in patterns if bisect(signed, same[0]) == bisect(signed, same[-1]) for index in same}


def _form_of_crosshead(text: str) -> str:
    """What crossheads in one form have in common; "" where a line has none.

    >>> _form_of_crosshead("以人为本：人人都来"), _form_of_crosshead("小城水利学院"), _form_of_crosshead("老井：有水")
    ('4', 'a body', '')
    >>> _form_of_crosshead("健忘症——老井是谁挖的")
    'a label and a dash'
    """
    if len(text) > LONGEST_HEADING or ends(text):
        return ""
    if headings.INSTITUTION.fullmatch(text):
        return "a body"
    if _LABEL_AND_DASH.match(text):
        return "a label and a dash"
    topic = text.find("：")
    return str(topic) if topic >= SHORTEST_TOPIC and headings.TOPIC.fullmatch(text) else ""


def _labels(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether a word of two to four characters stands over a heading, and that over a long line."""
    label = lines[index].text.lstrip("■●◆")
    if not label:
        return False
    speaker = label[-1] in "：:" and 4 <= len(label) <= LONGEST_SPEAKER
    if not (speaker or 2 <= len(label) <= LONGEST_LABEL):
        return False
    heading, below = lines[index + 1].text, lines[index + 2].text
    return (
        not ((ends(label) and not speaker) or ends(heading) or headings.PLACE.fullmatch(label) or forms.credit(label))
        and LONGEST_LABEL < len(heading) <= (LONGEST_SPOKEN if speaker else VERSE_LENGTH)
        and len(below) > VERSE_LENGTH
        and ends(lines[index - 1].text)
    )


def _usual_gap(lines: Sequence[SourceLine]) -> int:
    """Blank lines between two paragraphs of this page: the commonest gap, 0 where lines simply follow."""
    prose = [line.gap for line in lines[1:] if len(line.text) > VERSE_LENGTH]
    told = len(prose) >= FEWEST_OF_PROSE and len(prose) * 5 >= len(lines)
    gaps = Counter(prose if told else [line.gap for line in lines[1:]])
    return min(gaps, key=lambda gap: (-gaps[gap], gap), default=0)


def _wide_gap(lines: Sequence[SourceLine], usual: int) -> int:
    """From how many blank lines on a new story may begin: more than between paragraphs.

    Where paragraphs follow without any, one blank line may set crossheads apart and several stories: so it is where
    none of those below a single one has a byline or a dateline near.
    """
    ones = [index for index in range(1, len(lines)) if lines[index].gap == 1]
    several = sum(line.gap > 1 for line in lines[1:])
    if usual or several < 2 or any(_led(lines, index) for index in ones):
        return usual + 1
    return 2


def _led(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether a byline or a dateline stands in a line or in the two below it."""
    near = lines[index : index + 3]
    return any(_opens(near, place) or forms.credit(line.text) is not None for place, line in enumerate(near))


def _indents_tell(lines: Sequence[SourceLine]) -> bool:
    """Whether an indent is the sign of a paragraph here: not where every line has one, as in hard-wrapped text."""
    indented = [line for line in lines if line.indented]
    finished = sum(ends(line.text) for line in indented)
    return bool(indented) and (len(indented) < len(lines) or finished * 2 >= len(indented))


def _hanging(lines: Sequence[SourceLine], wide: int) -> list[bool]:
    """Which lines stand where nothing but the first line of a paragraph is indented: on the whole page, or between two
    wide gaps, as stories of several sources on one page have it."""
    if _rest_is_flush(lines):
        return [True] * len(lines)
    found: list[bool] = []
    edges = [index for index in range(len(lines)) if _stands_far(lines, index, wide)] + [len(lines)]
    for first, last in pairwise(edges):
        found += [_rest_is_flush(lines[first:last])] * (last - first)
    return found


def _resumed(lines: Sequence[SourceLine]) -> set[int]:
    """Flush lines close below an indented one without an end, where whatever follows a finished line is indented."""
    pairs = [(index, lines[index - 1], line) for index, line in enumerate(lines) if index]
    begun = [line.indented for _, above, line in pairs if ends(above.text) and not like_heading(line.text)]
    if len(begun) < FEWEST_BEGUN or begun.count(False) * 8 > len(begun):
        return set()
    return {index for index, above, line in pairs if above.indented and not line.indented and not ends(above.text)}


def _rest_is_flush(lines: Sequence[SourceLine]) -> bool:
    """Whether nothing but the first line of a paragraph is indented, in text that is wrapped at no one width.

    So it is where what goes on from an unfinished line is flush, and what follows a finished one is hardly ever.
    """
    pairs = [(above, line) for above, line in pairwise(lines) if len(above.text) > VERSE_LENGTH]
    begun = [line.indented for above, line in pairs if ends(above.text)]
    # What is indented below a flush line without an end is the text below its headline.
    going_on = [
        (above, line) for above, line in pairs if not ends(above.text) and (above.indented or not line.indented)
    ]
    rest = [line.indented for _, line in going_on]
    if len(begun) < FEWEST_BEGUN or rest.count(False) < FEWEST_OF_PROSE:
        return False
    return rest.count(True) * 4 <= len(rest) and begun.count(False) * 4 <= len(begun)


def _outset(lines: Sequence[SourceLine], wide: int) -> set[int]:
    """Which lines are sentences by themselves, far from the text above and not indented, where paragraphs are: what
    pages of the web set over a story like this are the captions of its pictures."""
    finished = [line for index, line in enumerate(lines) if ends(line.text) and not _stands_far(lines, index, wide)]
    indented = sum(line.indented for line in finished)
    if indented < FEWEST_OF_PROSE or indented * 4 < len(finished) * 3:
        return set()
    below_a_story = {index for index in range(1, len(lines)) if _is_sentence_below(lines, index, wide)}
    return below_a_story | {
        index
        for index, line in enumerate(lines)
        if _stands_far(lines, index, wide)
        and not line.indented
        and VERSE_LENGTH < len(line.text) <= LONGEST_OUTSET
        and ends(line.text)
        and (index == 0 or ends(lines[index - 1].text) or forms.credit(lines[index - 1].text))
        and (index + 1 == len(lines) or lines[index + 1].indented or _stands_far(lines, index + 1, wide))
        and not _opens(lines, index)
    }


def _is_sentence_below(lines: Sequence[SourceLine], index: int, wide: int) -> bool:
    """Whether a single sentence, or who stands where in a picture, comes close below the last paragraph of a story, and
    has no indent: what goes on from a paragraph begins in the middle of a sentence."""
    line, last = lines[index], index + 1 == len(lines)
    if line.indented or line.role is not None or not ends(lines[index - 1].text) or _opens(lines, index):
        return False
    alone = lines[index - 1].indented and forms.one_sentence(line.text) and len(line.text) > SHORTEST_OUTSET
    if not (alone or forms.shows_who(line.text)):
        return False
    if last or _stands_far(lines, index + 1, wide):
        return True
    return _is_unfinished_head(lines[index + 1]) or _opens(lines, index + 1)


def _is_unfinished_head(line: SourceLine) -> bool:
    return not line.indented and len(line.text) <= LONGEST_HEADING and not ends(line.text)


def _room(line: SourceLine) -> int:
    """The length of a line; an indent takes the room of two characters."""
    return len(line.text) + 2 * line.indented


def _full_width(lines: Sequence[SourceLine]) -> int:
    """The length of a full line where the page is set in lines of one width, or 0."""
    if len(lines) < FEWEST_FOR_WIDTH:
        return 0
    lengths = Counter(map(_room, lines))
    width = max(lengths, key=lambda length: (lengths[length] + lengths[length - 1], length))
    usual = lengths[width] + lengths[width - 1]
    longer = sum(count for length, count in lengths.items() if length > width)
    return width if width >= NARROWEST and usual * 3 >= len(lines) and longer * 10 <= len(lines) else 0


def _build(text: str) -> tuple[int, ...]:
    """The lengths of the clauses of a short line that no mark ends; () where there is but one clause.

    All that lead from one thing to another (从卖鲜花到卖“链条”) are built alike, whatever their length.

    >>> _build("一间房，住得踏实"), _build("老井又有了水"), _build("他来了，我走了。")
    ((3, 4), (), ())
    """
    if len(text) > LONGEST_HEADING or ends(text):
        return ()
    if text[0] in "从從" and len(text) <= LONGEST_BUILD and _FROM_TO.match(text):
        return LEADS_ON
    clauses = _COMMA.split(text)
    alike = len(clauses) > 2 or (len(clauses) > 1 and len(text) <= LONGEST_BUILD)
    return tuple(map(len, clauses)) if alike and clauses[-1] else ()


# ---------------------------------------------------------------- what opens a story's text


def _opens(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether a line begins with a dateline, with who reports it, or with a byline in brackets that no dateline stands
    before."""
    text = lines[index].text
    if index and forms.closing_wire(text) and ends(lines[index - 1].text):
        return False
    if forms.dateline(text) or forms.reporting_lead(text):
        return True
    byline = forms.bracketed_lead(text)
    return 0 < len(byline) < len(text) and not (index and lines[index - 1].text[-1] in "电電讯訊")


# ---------------------------------------------------------------- bylines that only their place gives away


def _is_byline(lines: Sequence[SourceLine], index: int, usual: int) -> bool:
    text = lines[index].text
    if forms.credit(text) is not None or _wire_over_headline(lines, index):
        return True
    if forms.PEN_NAME_MARKED.fullmatch(text) and _under_heading(lines, index):
        return index + 1 < len(lines) and len(lines[index + 1].text) > VERSE_LENGTH
    if not index or len(text) > LONGEST_HEADING:
        return False
    if _in_two_lines(lines, index) or _in_two_lines(lines, index - 1):
        return True
    if forms.WORK_OF_ART.fullmatch(lines[index - 1].text):  # its maker
        return bool(forms.BARE_NAME.fullmatch(text))
    below = lines[index + 1] if index + 1 < len(lines) else None
    return _signed(text, lines[index - 1].text, last=below is None or below.gap >= max(2, usual + 1))


def _under_heading(lines: Sequence[SourceLine], index: int) -> bool:
    above = lines[index - 1].text if index else ""
    return bool(above) and len(above) <= LONGEST_HEADING and not ends(above)


def _wire_over_headline(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether a dateline stands at the top of a page over a headline, or below a headline with who wrote it."""
    text = lines[index].text
    if len(text) > LONGEST_HEADING or index + 2 >= len(lines):
        return False
    wire = forms.dateline(text)
    rest, below, text_below = text[len(wire) :].strip(), lines[index + 1].text, lines[index + 2].text
    if not wire or (index > 0) != bool(rest):
        return False
    if rest:
        return _under_heading(lines, index) and forms.credit(rest) is not None and len(below) > VERSE_LENGTH
    return len(below) <= LONGEST_HEADING and not ends(below) and len(text_below) > max(len(below), VERSE_LENGTH)


def _in_two_lines(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether a name stands in a line, and what somebody is close below it: under a headline, or below all text."""
    if not 0 < index < len(lines) - 1 or lines[index + 1].gap or len(lines[index].text) > LONGEST_SIGNATURE:
        return False
    name, trade = lines[index].text, lines[index + 1].text
    if not (forms.NAMES_ONLY.fullmatch(name) and forms.PROFESSION.fullmatch(trade)):
        return False
    above, last = lines[index - 1].text, index + 2 >= len(lines) or lines[index + 2].gap > 1
    return last or (len(above) <= LONGEST_HEADING and not ends(above))


def _signed(text: str, above: str, *, last: bool) -> bool:
    """A name with a trade under a headline, or the name of who wrote a letter as its last line."""
    if forms.WORK_OF_ART.fullmatch(text):
        return False
    what = forms.SIGNED_WITH_TRADE.fullmatch(text) or forms.SIGNED_WITH_PROFESSION.fullmatch(text)
    if not ends(above):
        return len(above) <= LONGEST_HEADING and bool(what)
    return last and bool(what or forms.SIGNATURE.fullmatch(text))


def _perhaps_name(text: str) -> bool:
    if len(text) > LONGEST_SIGNATURE:
        return False
    if forms.UNIT_AND_NAME.fullmatch(text) or headings.INSTITUTION.fullmatch(text):
        return True
    if forms.SEVERAL_NAMES.fullmatch(text):
        return True
    bare = len(text) <= 5 and bool(forms.BARE_NAME.fullmatch(text))
    return bare and not (headings.PLACE.fullmatch(text) or headings.COLUMN.fullmatch(text))


def _pen_names(lines: Sequence[SourceLine]) -> set[int]:
    """Which short words stand between a headline and its text as names do elsewhere on the page: who writes essays has
    a pen name, and no surname."""
    between = [index for index in range(1, len(lines) - 1) if _between_headline_and_text(lines, index)]
    names = [index for index in between if forms.BARE_NAME.fullmatch(lines[index].text)]
    return set(between) - set(names) if len(names) >= FEWEST_NAMES else set()


def _between_headline_and_text(lines: Sequence[SourceLine], index: int) -> bool:
    above, line, below = lines[index - 1 : index + 2]
    several = forms.RUN_OF_NAMES.fullmatch(line.text)
    named = several or forms.ANY_NAME.fullmatch(line.text)
    if line.role is not None or not named or len(below.text) <= LONGEST_HEADING:
        return False
    shorter = several is not None or len(line.text) < len(above.text)
    return shorter and _below_headline(lines, index)


def _below_headline(lines: Sequence[SourceLine], index: int) -> bool:
    above, line, below = lines[index - 1 : index + 2]
    near = line.gap <= 1 and below.gap <= 1
    return near and len(above.text) <= LONGEST_HEADING and not ends(above.text)


def _holds_office(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether an office and a name stand between a headline and its text: 青石县县长王小明."""
    if not 0 < index < len(lines) - 1 or not forms.POST_AND_NAME.fullmatch(lines[index].text):
        return False
    return len(lines[index + 1].text) > LONGEST_HEADING and _below_headline(lines, index)


def _writes_letter(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether a place and a name stand over the salutation of a letter: 青石县　王小明, 编辑同志："""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return headings.greets(below) and bool(forms.SIGNATURE.fullmatch(lines[index].text))


# ---------------------------------------------------------------- verse, lists, tables


def _listed(lines: Sequence[SourceLine], full: Sequence[bool], entries: Set[int]) -> list[bool]:
    """Which lines stand apart from their neighbours, because they are of one kind with them."""
    found = _free_verse(lines, full)
    for index in (*_entries(lines), *entries):
        found[index] = True
    metres, signs = [_metre(line.text) for line in lines], [list_sign(line.text) for line in lines]
    for index in _pictures(lines):
        signs[index] = ""
    for index in range(1, len(lines)):
        verse = metres[index] and metres[index] == metres[index - 1]
        if _numbered_list(lines, index):
            found[index - 1] = found[index] = True
        entry = signs[index] and signs[index] == signs[index - 1] and not _apart_as_records(lines, index, signs[index])
        if verse or entry or _same_columns(lines[index - 1].text, lines[index].text):
            found[index - 1] = found[index] = True
    return found


def _numbered_list(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether a short line is one of three or more that follow one another with numbers: no crossheads do."""
    if lines[index].gap or len(lines[index].text) > LONGEST_HEADING:
        return False
    near = [_NUMBER_OF_ENTRY.match(line.text) for line in lines[max(0, index - 2) : index + 2]]
    numbers = [int(match.group(1)) if match else -9 for match in near]
    place = min(index, 2)
    return any(
        numbers[first] + 2 == numbers[first + 1] + 1 == numbers[first + 2] > 0
        for first in range(max(0, place - 2), min(place, len(numbers) - 2))
    )


def _pictures(lines: Sequence[SourceLine]) -> list[int]:
    """Lines in a row that a pointer begins, and that are captions: a photographer signs the last of them."""
    found: list[int] = []
    for pointer, group in groupby(range(len(lines)), key=lambda index: lines[index].text[0]):
        run = list(group)
        below = lines[run[-1] + 1].text if run[-1] + 1 < len(lines) else ""
        if pointer in POINTERS and (
            forms.photo_credit_in(lines[run[-1]].text) or (below and forms.signs_picture(below))
        ):
            found += run
    return found


def _apart_as_records(lines: Sequence[SourceLine], index: int, sign: str) -> bool:
    """Whether two lines with a label each are no list: a wide gap lies between them, or one is a byline."""
    if sign != "record":
        return False
    return lines[index].gap > 1 or any(forms.credit(line.text) for line in lines[index - 1 : index + 1])


def _entries(lines: Sequence[SourceLine]) -> list[int]:
    """The first lines of entries of several lines each, by the mark that all begin with: △ in columns with indents."""
    found: list[int] = []
    above: int | None = None  # the entry above, while nothing but its further lines lies between
    for index, line in enumerate(lines):
        if line.indented and line.text[0] in _BULLETS:
            if above is not None and not line.gap and lines[above].text[0] == line.text[0]:
                found += [above, index]
            above = index
        elif line.indented or line.gap:
            above = None
    return found


def _bare_lists(lines: Sequence[SourceLine], full: Sequence[bool]) -> Set[int]:
    """So many short lines below each other that none of them can be a headline: no mark of a sentence in any, and
    figures in one of three, as verse has not.

    The first of them is what the list is called.
    """
    found: set[int] = set()
    run: list[int] = []
    for index, line in enumerate([*lines, None]):
        if line and not full[index] and (not run or line.gap <= 1) and _may_be_entry(line.text):
            run.append(index)
            continue
        if len(run) > MOST_ENTRIES and sum(bool(_FIGURE.search(lines[entry].text)) for entry in run) * 3 >= len(run):
            # The last may be the heading of the text below it.
            found.update(run[1:] if line is None or line.gap > 1 else run[1:-1])
        run = []
    return found


def _may_be_entry(text: str) -> bool:
    return len(text) <= LONGEST_HEADING and not _MARKS.search(text) and forms.credit(text) is None


def _free_verse(lines: Sequence[SourceLine], full: Sequence[bool]) -> list[bool]:
    """Verse without a metre: runs of short lines, from the first to the last that a mark ends; without any mark, of so
    many lines that they cannot be headlines."""
    found = [False] * len(lines)
    for start, end in _short_runs(lines, full):
        while start < end and lines[start].text[-1] in "。！？" and start and not ends(lines[start - 1].text):
            start += 1  # the end of a paragraph above
        marked = [index for index in range(start, end) if lines[index].text[-1] in "，。；！？、—…"]
        if marked and VERSE_LINES <= marked[-1] - marked[0] + 1 <= len(marked) * 2:
            found[marked[0] : marked[-1] + 1] = [True] * (marked[-1] - marked[0] + 1)
            start = marked[-1] + 1  # what is left may be a poem without marks
            marked = []
        if marked and marked[-1] == end - 1 and lines[end - 1].text[-1] == "。":
            end = marked.pop()  # a short paragraph of prose
        few = len(marked) * 4 <= end - start and not any(lines[index].text[-1] in "。；" for index in marked)
        plain = few and not any(_has_figures(line.text) for line in lines[start:end])
        if plain and end - start > MOST_HEADINGS:
            # The first of them is what the verse is called.
            found[start + 1 : end] = [True] * (end - start - 1)
    return found


def _has_figures(text: str) -> bool:
    """Figures and gaps as no verse has them; who wrote it may be set with them (林　笛, 经管2103班 林小笛)."""
    return bool(_FIGURES.search(text)) and not (_perhaps_name(text) or forms.credit(text))


def _short_runs(lines: Sequence[SourceLine], full: Sequence[bool]) -> list[tuple[int, int]]:
    """From where to where short lines follow each other without a wide gap; what a name stands below begins anew."""
    breaks = {
        index
        for index, line in enumerate(lines)
        if (len(line.text) > VERSE_LENGTH and not _amid_verse(lines, index))
        or full[index]
        or line.text[0] in SPEECH
        or line.text[-1] in SPEECH
    }
    wide = [index - 1 for index, line in enumerate(lines) if line.gap > 1]
    signed = [index - 1 for index in _signed_headlines(lines)]
    edges = sorted({-1, *breaks, *wide, *signed, len(lines) - 1})
    runs = [(first + 1, last + (last not in breaks)) for first, last in pairwise(edges)]
    return [(first, last) for first, last in runs if last > first]


def _signed_headlines(lines: Sequence[SourceLine]) -> list[int]:
    """Lines with a name below them, and prose below the name; below verse a name signs it. Where several stand so, a
    crosshead may come between name and prose."""
    named = [
        index
        for index in range(len(lines) - 2)
        if forms.BARE_NAME.fullmatch(lines[index + 1].text) and not ends(lines[index].text)
    ]
    found = [index for index in named if _is_prose(lines[index + 2])]
    if len(found) < FEWEST_NAMES:
        return found
    return [index for index in named if any(map(_is_prose, lines[index + 2 : index + 4]))]


def _is_prose(line: SourceLine) -> bool:
    return len(line.text) > VERSE_LENGTH or line.text[-1] == "。"


def _amid_verse(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether a somewhat longer line stands amid short ones that no mark ends, as a line of verse does."""
    near = [*lines[max(0, index - VERSE_NEAR) : index], *lines[index + 1 : index + 1 + VERSE_NEAR]]
    if len(near) < 2 * VERSE_NEAR or len(lines[index].text) > LONGEST_VERSE or _MARKS.search(lines[index].text):
        return False
    return all(len(line.text) <= VERSE_LENGTH and line.text[-1] not in "。；" for line in near)


def _metre(text: str) -> tuple[int, ...]:
    """The metre of a line of verse: syllables up to each mark; () where it is none.

    >>> _metre("床前明月光，疑是地上霜。"), _metre("他昨天从县城来到这里。"), _metre("空山不见人，")
    ((5, 5), (), (5,))
    """
    if len(text) > 24 or text[-1] not in "，。；！？":
        return ()
    feet = [len(foot) for foot in _MARKS.split(text) if foot]
    return tuple(feet) if feet and len(set(feet)) == 1 and 3 <= feet[0] <= 8 else ()


_NUMBER_OF_ENTRY = re.compile(r"(\d{1,2})[.、．](?!\d)")
# These begin the entries of a list, and captions too.
POINTERS = frozenset("▲△")
_BULLETS = "●■◆★▪•·．・◎○□▲△◇☆※"
_LIST_SIGN = re.compile(
    rf"[{_BULLETS}](?!\s*\S{{2,4}}$)"
    r"|(?P<time>(?:次日|翌日)?\d{1,2}[:：]\d{2}(?!\d)|(?:上午|中午|下午|晚上|早上|凌晨)\s?\d{1,2}[时時点點:：]|\d{1,2}月\d{1,2}日\s)"
)
# 时间：4小时37分; 胜投：王小明
# 《老井》 王小明: a work and its author.
_WORK = re.compile(r"《[^》]{1,20}》[\s　]+\S{2,4}")
# 青石师范学院：王小明 李花 张大山
_RECORD = re.compile(rf"[^\s：:，。]{{2,5}}[：:](?=\S)|[^\s：:，。]{{6,12}}[：:]{NAME}(?:[\s、]+{NAME})+$")


def list_sign(text: str) -> str:
    """What marks a line as one of a list: a bullet, ``time`` (of a programme), ``record``, ``work``; or "".

    >>> list_sign("●老井有水。"), list_sign("19:00　新闻"), list_sign("时间：4小时37分"), list_sign("老井有水。")
    ('●', 'time', 'record', '')
    >>> list_sign("获奖：1999年“老井奖章”"), list_sign("他说：“老井有水”")
    ('record', '')
    """
    if sign := _LIST_SIGN.match(text):
        return "time" if sign.group("time") else sign.group()
    if text[0] == "《" and _WORK.fullmatch(text):
        return "work"
    record = _RECORD.match(text) if len(text) <= LONGEST_HEADING and text[-1] not in "。！？" else None
    if not record or headings.SPEAKER.match(text) or (text[-1] in "”」" and text[record.end()] in "“「"):
        return ""
    return "record"


def _same_columns(above: str, below: str) -> bool:
    """Two rows of a table: as many columns each, figures in a quarter of them at least.

    >>> _same_columns("白菜　0.90　0.80　+0.10", "茄子　3.20　2.80　+0.40"), _same_columns("他来了 我走", "你来了 她走")
    (True, False)
    """
    if max(len(above), len(below)) > LONGEST_ROW:
        return False
    rows = [text.split() for text in (above, below)]
    if max(map(len, rows)) < 3 or min(map(len, rows)) < 2 or abs(len(rows[0]) - len(rows[1])) > 1:
        return False
    cells = [cell for row in rows for cell in row]
    figures = sum(any(char.isdigit() for char in cell) for cell in cells)
    return (
        figures * 4 >= len(cells) and all(len(cell) <= LONGEST_CELL for cell in cells) and above[-1] not in "。！？，"
    )
