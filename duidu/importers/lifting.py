"""Page furniture and what is set into another story's paragraph: lifted out before a page is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from duidu.importers import authors, forms, furniture, headings
from duidu.importers.layout import list_sign
from duidu.importers.line import LONGEST_HEADING, ends
from duidu.importers.source import CutsWord, SourceLine
from duidu.model import Block, Decision, Kind, Role, SourceRef, Story

# As many pictures may stand side by side.
MOST_CAPTIONS = 6
# A public-service line is no longer than this.
LONGEST_SLOGAN = 24
# The head and the foot of a page are so many lines.
EDGE = 2
# How sure the decisions of this module are: set phrases leave little doubt, what breaks a paragraph leaves some.
SURE, RATHER_SURE, LIKELY = 0.95, 0.9, 0.8

_EDITOR = next(form for form in forms.CREDITS if form.name == "editor")
_TEXT = {Role.TITLE, Role.HEADING, Role.PARAGRAPH}
_GUIDES = ("reading guide", "related links")
_NUMBERED_PICTURE = re.compile(r"[①②③④⑤⑥▲△]")


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
    programme = _programme(lines)
    guide = ""  # the furniture that the lines below belong to
    gap = 0
    for index, line in enumerate(lines):
        form = _form(lines, index)
        if form is not None and form.name in _GUIDES:
            guide = form.name
        elif guide and not _guided(line, form, guide):
            guide = ""
        if form is not None or guide or programme[index]:
            name = form.name if form else f"under a {guide}" if guide else "programme list"
            _set_aside(lifted, path, Kind.FURNITURE, line)
            _decide(lifted, path, line, "page furniture", name, SURE)
            gap = max(gap, line.gap)
        else:
            lifted.lines.append(line if gap <= line.gap else replace(line, gap=1))
            gap = 0
    return lifted


def _form(lines: Sequence[SourceLine], index: int) -> forms.Form | None:
    """The form of furniture that a line has."""
    line = lines[index]
    if line.role in _TEXT:
        return None
    text = forms.closed_up(line.text)
    form = furniture.find(text)
    if form is None and not EDGE <= index < len(lines) - EDGE and furniture.PAGE_EDGE.pattern.fullmatch(text):
        form = furniture.PAGE_EDGE
    if form is None:
        return _desk(lines, index)
    return None if forms.whole(forms.BRACKETED, text) or forms.whole(forms.DATELINES, text) else form


def _desk(lines: Sequence[SourceLine], index: int) -> forms.Form | None:
    """An editor at the foot of a story is named in its credit; at the head or the foot of the page, or beside other
    furniture, the desk of the whole page is meant."""
    if not _EDITOR.pattern.fullmatch(lines[index].text):
        return None
    form = forms.credit(lines[index].text)
    if form is not _EDITOR:
        return None
    beside = [lines[near].text for near in (index - 1, index + 1) if 0 <= near < len(lines)]
    edge = index == 0 or (lines[index].gap > 1 and index >= len(lines) - EDGE)
    return form if edge or any(map(furniture.find, beside)) else None


def _guided(line: SourceLine, form: forms.Form | None, guide: str) -> bool:
    """The entries of a reading guide follow its heading at once and are short; links of the web are marked."""
    if line.gap > 1 or len(line.text) > LONGEST_HEADING or line.text[-1] == "。":
        return False
    if guide == "related links":
        return form is not None or bool(re.match(r"[·•\-*●■◆>\[【]", line.text))
    return form is not None or forms.credit(line.text) is None


def _programme(lines: Sequence[SourceLine]) -> list[bool]:
    """Which lines are a programme: two or more that begin with a time of day, and the heading close above them."""
    timed = [False, *(list_sign(line.text) == "time" for line in lines), False]
    found = [now and (above or below) for above, now, below in zip(timed, timed[1:], timed[2:], strict=False)]
    for index in range(len(lines) - 1):
        short = len(lines[index].text) <= 16 and not ends(lines[index].text)
        found[index] = found[index] or (short and found[index + 1] and lines[index + 1].gap <= 1)
    return found


# ---------------------------------------------------------------- insets


def _without_insets(lifted: Lifted, path: str, cuts_word: CutsWord) -> Lifted:
    """A caption or a public-service line between two halves of a paragraph is lifted out."""
    lines, lifted.lines = lifted.lines, []
    index = 0
    while index < len(lines):
        captions = _captions(lines, index, cuts_word) if lifted.lines else 0
        if captions:
            _set_caption_aside(lifted, path, lines[index : index + captions])
            for line in lines[index : index + captions]:
                _decide(lifted, path, line, "caption", "stands inside a cut paragraph", RATHER_SURE)
            index += captions
            continue
        if lifted.lines and _slogan(lines[index - 1 : index + 2], cuts_word):
            _set_aside(lifted, path, Kind.SLOGAN, lines[index])
            reason = "stands inside a cut paragraph"
            _decide(lifted, path, lines[index], "line that stands by itself", reason, LIKELY)
        else:
            lifted.lines.append(lines[index])
        index += 1
    return lifted


def _captions(lines: list[SourceLine], index: int, cuts_word: CutsWord) -> int:
    """How many lines from here are captions that cut a paragraph in two, with their credit; 0: none."""
    above, line = lines[index - 1].text, lines[index].text
    if ends(above) or len(above) < 8 or not ends(line):
        return 0
    after = index + 1
    while _NUMBERED_PICTURE.match(line) and after < min(len(lines), index + MOST_CAPTIONS):
        if not _NUMBERED_PICTURE.match(lines[after].text):
            break
        after += 1
    signed = after < len(lines) and forms.photo_credit(lines[after].text)
    after += signed
    if not (signed or forms.PHOTO_START.match(line) or forms.photo_credit_in(line)) or after >= len(lines):
        return 0
    finished = forms.credit(above) or forms.PHOTO_START.search(above)
    return after - index if not finished and _goes_on(lines[after]) and not cuts_word(above, line) else 0


def _goes_on(line: SourceLine) -> bool:
    """Whether a line may be the second half of a paragraph: nothing of a new one, or of a headline, about it."""
    heading = len(line.text) <= LONGEST_HEADING and not ends(line.text)
    begins = line.indented or line.gap > 1 or heading or line.role is not None
    return not begins and not forms.leading(forms.DATELINES, line.text) and forms.credit(line.text) is None


def _slogan(around: list[SourceLine], cuts_word: CutsWord) -> bool:
    """A public-service line between the halves of a cut paragraph: two balanced halves, and the text goes on."""
    if len(around) < 3 or len(around[1].text) > LONGEST_SLOGAN or not headings.HALVES.fullmatch(around[1].text):
        return False
    above, _, below = around
    return not below.indented and (above.text[-1] in "，、" or cuts_word(above.text, below.text))


# ---------------------------------------------------------------- what is lifted out


def _set_caption_aside(lifted: Lifted, path: str, lines: list[SourceLine]) -> None:
    blocks, credits = [], []
    for line in lines:
        if forms.photo_credit(line.text):
            credits.append(line.text)
            continue
        tail = forms.bracketed_tail(line.text) or forms.photo_tail(line.text)
        credits.extend([tail] if tail else [])
        text = line.text[: len(line.text) - len(tail)].rstrip()
        blocks.append(Block(Role.PARAGRAPH, text, SourceRef(path, line.number)))
    names = tuple(dict.fromkeys(name for credit in credits for name in authors.authors(credit)))
    credit = " ".join(credits) or None
    story = Story(Kind.CAPTION, None, None, None, None, names, credit, None, tuple(blocks), blocks[0].ref)
    lifted.stories.append(story)


def _set_aside(lifted: Lifted, path: str, kind: Kind, line: SourceLine) -> None:
    ref = SourceRef(path, line.number)
    block = Block(Role.PARAGRAPH, line.text, ref)
    lifted.stories.append(Story(kind, None, None, None, None, (), None, None, (block,), ref))


def _decide(lifted: Lifted, path: str, line: SourceLine, what: str, reason: str, confidence: float) -> None:
    lifted.decisions.append(Decision(SourceRef(path, line.number), what, line.text, reason, confidence))
