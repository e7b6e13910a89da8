"""Three-way merge of an article's file: the page's changes go into a person's text where the two do not clash.

Front matter is merged key by key, the body paragraph by paragraph; what neither side changed, and every blank line,
stays as the person has it. (Our own, over difflib: of the libraries, merge3 is GPL and three-merge, unmaintained,
merges by characters.)

    base                mine                page                merged
    title: 桥           title: 桥           title: 新桥         title: 新桥
    桥通了。            桥终于通了。        桥通了。            桥终于通了。
                                            人们来了。          人们来了。
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from duidu.content.matching import pairs

_FRONT_MATTER = re.compile(r"(---[ \t]*\n)((?:.*?\n)??)(---[ \t]*(?:\n|\Z))", re.DOTALL)
_KEY = re.compile(r"[^\s#:-][^:\n]*(?=:)")
_LEAD = re.compile(r"\s*\Z|(?:[^\S\n]*\n)*")
_LINE = r"[^\n]*\S[^\n]*"
_BLOCK = re.compile(rf"({_LINE}(?:\n{_LINE})*)(\n\s*\Z|\n(?:[^\S\n]*\n)*|\Z)")
_MARKER = re.compile(r"^(?:<{7} |>{7} |={7}\r?$)", re.MULTILINE)
# More of a paragraph that the page has taken out than this, found in what a person wrote, is that paragraph reworked.
_REWORKED = 1 / 3


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged text, and the number of places with conflict markers in it."""

    text: str
    clashes: int


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph or heading, and the line ends and blank lines below it."""

    text: str
    gap: str


@dataclass(frozen=True, slots=True)
class _Clash:
    """Both sides of a place that a person and the page have changed each in their own way."""

    mine: tuple[str, ...]
    page: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Document:
    """An article's file in parts; put together again they are the file."""

    opening: str
    keys: dict[str, str]
    closing: str
    lead: str
    blocks: tuple[_Block, ...]


def merge(base: str | None, mine: str, page: str, labels: tuple[str, str] = ("mine", "page")) -> Merged:
    """``mine`` with what has changed from ``base`` to ``page``; where both have changed, both stand between markers.

    Without a base (None) every difference is a clash. ``labels`` name the two sides in the markers.

    >>> merge("桥通了。\\n", "桥通了！\\n", "桥通了。\\n\\n人们来了。\\n")
    Merged(text='桥通了！\\n\\n人们来了。\\n', clashes=0)
    >>> merge("桥通了。\\n", "桥通了！\\n", "新桥通了。\\n")
    Merged(text='<<<<<<< mine\\n\\n桥通了！\\n\\n=======\\n\\n新桥通了。\\n\\n>>>>>>> page\\n', clashes=1)
    """
    if page in (base, mine):
        return Merged(mine, 0)
    if mine == base:
        return Merged(page, 0)
    before, ours, theirs = _document(base or ""), _document(mine), _document(page)
    known = base is not None
    keys = list(_merged_keys(before.keys if known else None, ours.keys, theirs.keys))
    blocks = list(_three_way(before.blocks, ours.blocks, theirs.blocks) if known else _two_way(ours, theirs))
    front = "".join(_key_text(item, labels) for item in keys)
    opening, closing = (ours.opening, ours.closing) if ours.opening or not front else ("---\n", "---\n\n")
    lead = ours.lead if ours.blocks or not blocks else theirs.lead
    text = opening + front + closing + lead + _body_text(blocks, ours, labels)
    return Merged(text, sum(isinstance(item, _Clash) for item in (*keys, *blocks)))


def holds(base: str | None, mine: str, page: str) -> bool:
    """Whether all that has changed from ``base`` to ``page`` is in ``mine`` already, whatever else is in it.

    (Not whether ``merge`` gives ``mine``: beside a change that is in already, what a person did looks like a clash.)

    >>> holds("一。\\n", "零。\\n\\n一！\\n", "一！\\n"), holds("一。\\n", "一？\\n", "一！\\n")
    (True, False)
    """
    if base is None:
        return mine == page
    before, ours, theirs = _document(base), _document(mine), _document(page)
    keys = {key for key in before.keys | theirs.keys if before.keys.get(key) != theirs.keys.get(key)}
    old, now, here = (Counter(block.text for block in part.blocks) for part in (before, theirs, ours))
    added, removed = now - old, old - now
    return (
        all(ours.keys.get(key) == theirs.keys.get(key) for key in keys)
        and added <= here
        and all(here[text] <= now[text] for text in removed)
        and _order(ours, now) == _order(theirs, here)
        and not _reworks(_pairs(here - now) - _pairs(now - here), removed, added)
    )


def differs_only_in(key: str, base: str, mine: str) -> bool:
    """Whether a person has changed nothing but this key of the front matter, which the page knows nothing of.

    >>> differs_only_in("tags", "---\\ntitle: 桥\\n---\\n\\n桥。\\n", "---\\ntitle: 桥\\ntags: [路]\\n---\\n\\n桥。\\n")
    True
    """
    before, ours = _document(base), _document(mine)
    kept = [{name: text for name, text in part.keys.items() if name != key} for part in (before, ours)]
    return kept[0] == kept[1] and (before.lead, before.blocks) == (ours.lead, ours.blocks)


def _order(document: _Document, among: Counter[str]) -> list[str]:
    return [block.text for block in document.blocks if block.text in among]


def _reworks(more: Counter[tuple[str, str]], removed: Counter[str], added: Counter[str]) -> bool:
    """Whether what a person says more than the page is made of a paragraph that the page has taken out."""
    new = _pairs(added)

    def still_said(text: str) -> int:
        return sum(max(0, min(count - new[pair], more[pair])) for pair, count in pairs(text).items())

    return any(still_said(text) > _REWORKED * pairs(text).total() for text in removed)


def _pairs(texts: Counter[str]) -> Counter[tuple[str, str]]:
    return Counter(pair for text in texts.elements() for pair in pairs(text).elements())


def marker_line(text: str, kinds: str = "<=>") -> int | None:
    """The line of the first conflict marker: None where a person has finished the merge.

    ``kinds`` are those that count: outside a merge, a line of ``=`` may make a heading of the one above.

    >>> marker_line("一\\n<<<<<<< mine\\n"), marker_line("一\\n")
    (2, None)
    """
    found = next((match for match in _MARKER.finditer(text) if match.group()[0] in kinds), None)
    return None if found is None else text.count("\n", 0, found.start()) + 1


# ---------------------------------------------------------------- text ◀─▶ parts


def _document(text: str) -> _Document:
    match = _FRONT_MATTER.match(text)
    opening, front, closing = match.groups() if match else ("", "", "")
    body = text[match.end() :] if match else text
    lead = _first(_LEAD, body)
    blocks = tuple(_Block(*found.groups()) for found in _BLOCK.finditer(body, len(lead)))
    return _Document(opening, _keys(front), closing, lead, blocks)


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.match(text)
    return match.group() if match else ""


def _keys(front: str) -> dict[str, str]:
    """The lines of each key; lists, comments and long values stand under the key above them."""
    keys: dict[str, str] = {}
    label = ""
    for line in re.findall(r"[^\n]*\n", front):
        if key := _first(_KEY, line):
            label = key
            while label in keys:  # the same key twice: neither may be lost
                label += "'"
        keys[label] = keys.get(label, "") + line
    return keys


def _key_text(item: str | _Clash, labels: tuple[str, str]) -> str:
    if isinstance(item, str):
        return item
    return f"<<<<<<< {labels[0]}\n{''.join(item.mine)}=======\n{''.join(item.page)}>>>>>>> {labels[1]}\n"


def _body_text(items: Sequence[_Block | _Clash], ours: _Document, labels: tuple[str, str]) -> str:
    """The items with their own blank lines, and one blank line where an item came between."""
    text = ""
    for index, item in enumerate(items):
        block = _Block(_between_markers(item, labels), "\n\n") if isinstance(item, _Clash) else item
        if index == len(items) - 1:
            gap = block.gap if block in ours.blocks[-1:] else "\n"
        else:
            gap = block.gap if block.gap.count("\n") > 1 else "\n\n"
        text += block.text + gap
    return text


def _between_markers(clash: _Clash, labels: tuple[str, str]) -> str:
    """With blank lines around, so that paragraphs stay paragraphs when the markers are taken out."""
    mine, page = "\n\n".join(clash.mine), "\n\n".join(clash.page)
    parts = (f"<<<<<<< {labels[0]}", mine, "=======", page, f">>>>>>> {labels[1]}")
    return "\n\n".join(filter(None, parts))


# ---------------------------------------------------------------- front matter


def _merged_keys(base: dict[str, str] | None, mine: dict[str, str], page: dict[str, str]) -> Iterator[str | _Clash]:
    """In the person's order; a key that only the page has stands below the one it follows there."""
    order = list(mine)
    for before, key in zip([None, *page], page, strict=False):
        if key not in mine:
            order.insert(order.index(before) + 1 if before is not None else 0, key)
    for key in order:
        ours, theirs = mine.get(key), page.get(key)
        old = ours if base is None else base.get(key)
        if ours == theirs or (base is not None and theirs == old):
            chosen: str | None = ours
        elif base is not None and ours == old:
            chosen = theirs
        else:
            yield _Clash((ours or "",), (theirs or "",))
            continue
        if chosen is not None:
            yield chosen


# ---------------------------------------------------------------- the body


@dataclass(frozen=True, slots=True)
class _Edit:
    """Blocks ``start`` to ``end`` of the base became these; where start is end, they were put in."""

    start: int
    end: int
    by_page: bool
    blocks: tuple[_Block, ...]


@dataclass(frozen=True, slots=True)
class _Region:
    """Blocks of the base that edits cover which touch the same text."""

    start: int
    end: int
    edits: tuple[_Edit, ...]

    def holds(self, edit: _Edit) -> bool:
        both_put_in = self.start == self.end == edit.start == edit.end
        return edit.start < self.end or both_put_in

    def with_edit(self, edit: _Edit) -> _Region:
        return _Region(self.start, max(self.end, edit.end), (*self.edits, edit))


def _two_way(ours: _Document, theirs: _Document) -> Iterator[_Block | _Clash]:
    for tag, start, end, page_start, page_end in _opcodes(ours.blocks, theirs.blocks):
        if tag == "equal":
            yield from ours.blocks[start:end]
        else:
            yield _clash(ours.blocks[start:end], theirs.blocks[page_start:page_end])


def _three_way(base: Sequence[_Block], mine: Sequence[_Block], page: Sequence[_Block]) -> list[_Block | _Clash]:
    unedited = {
        start + offset: mine[mine_start + offset]
        for tag, start, end, mine_start, _ in _opcodes(base, mine)
        if tag == "equal"
        for offset in range(end - start)
    }
    edits = [*_edits(base, mine, by_page=False), *_edits(base, page, by_page=True)]
    result: list[_Block | _Clash] = []
    done = _Region(0, 0, ())
    given = 0  # items that the region done last has given
    for region in _regions(edits):
        between = [unedited[index] for index in range(done.end, region.start)]
        items = list(_resolved(region, base))
        if not between:
            items = items[_overlap(done, result[len(result) - given :], region, items) :]
        result += [*between, *items]
        done, given = region, len(items)
    return [*result, *(unedited[index] for index in range(done.end, len(base)))]


def _overlap(
    above: _Region, items_above: Sequence[_Block | _Clash], below: _Region, items_below: Sequence[_Block | _Clash]
) -> int:
    """How many items end what is above and begin what is below: one side put in what the other wrote beside a
    paragraph that it changed, and that is to be there once."""
    if len(above.edits) != 1 or len(below.edits) != 1 or above.edits[0].by_page == below.edits[0].by_page:
        return 0
    end, start = ([item.text for item in items if isinstance(item, _Block)] for items in (items_above, items_below))
    most = min(len(end), len(start), _put_in(above, below), _put_in(below, above))
    return next((n for n in range(most, 0, -1) if end[-n:] == start[:n]), 0)


def _put_in(region: _Region, other: _Region) -> int:
    """How many paragraphs a region has beyond the wordings of those it changes; where the other changes none, it may
    as well have taken them out."""
    (edit,) = region.edits
    return len(edit.blocks) - (0 if other.start == other.end else edit.end - edit.start)


def _opcodes(before: Sequence[_Block], after: Sequence[_Block]) -> Sequence[tuple[str, int, int, int, int]]:
    texts = ([block.text for block in before], [block.text for block in after])
    return SequenceMatcher(None, *texts, autojunk=False).get_opcodes()


def _edits(base: Sequence[_Block], other: Sequence[_Block], *, by_page: bool) -> Iterator[_Edit]:
    """As many paragraphs for as many are so many edits of one: neighbours do not clash."""
    for tag, start, end, other_start, other_end in _opcodes(base, other):
        if tag == "replace" and end - start == other_end - other_start:
            for offset in range(end - start):
                yield _Edit(start + offset, start + offset + 1, by_page, (other[other_start + offset],))
        elif tag != "equal":
            yield _Edit(start, end, by_page, tuple(other[other_start:other_end]))


def _regions(edits: Iterable[_Edit]) -> list[_Region]:
    regions: list[_Region] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end, edit.by_page)):
        if regions and regions[-1].holds(edit):
            regions[-1] = regions[-1].with_edit(edit)
        else:
            regions.append(_Region(edit.start, edit.end, (edit,)))
    return regions


def _resolved(region: _Region, base: Sequence[_Block]) -> Iterator[_Block | _Clash]:
    """What one side did; or what both did alike, and between that the clash."""
    if len({edit.by_page for edit in region.edits}) == 1:
        yield from (block for edit in region.edits for block in edit.blocks)
        return
    mine, page = (_applied(region, base, by_page=by_page) for by_page in (False, True))
    head = _common(mine, page)
    tail = _common(mine[head:][::-1], page[head:][::-1])
    ours, theirs = mine[head : len(mine) - tail], page[head : len(page) - tail]
    yield from mine[:head]
    only_put_in = region.start == region.end
    if only_put_in and not (ours and theirs):  # both put the same in, one of them more
        yield from ours or theirs
    elif ours or theirs:
        yield _clash(ours, theirs)
    yield from mine[len(mine) - tail :]


def _applied(region: _Region, base: Sequence[_Block], *, by_page: bool) -> list[_Block]:
    """The text of the region as one side has it."""
    result: list[_Block] = []
    done = region.start
    for edit in region.edits:
        if edit.by_page is by_page:
            result += [*base[done : edit.start], *edit.blocks]
            done = edit.end
    return [*result, *base[done : region.end]]


def _common(mine: Sequence[_Block], page: Sequence[_Block]) -> int:
    """How many blocks the two begin with alike."""
    pairs = zip(mine, page, strict=False)
    return next((index for index, (a, b) in enumerate(pairs) if a.text != b.text), min(len(mine), len(page)))


def _clash(mine: Iterable[_Block], page: Iterable[_Block]) -> _Clash:
    return _Clash(tuple(block.text for block in mine), tuple(block.text for block in page))
