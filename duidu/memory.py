"""Translation memory: the entries of all PO files, what an article takes over from them, and what is alike.

    >>> memory = Memory([Catalogue("p/a", (Message("title", "桥", English("Bridge", Status.REVIEWED, ""), HERE),))])
    >>> memory.english("p/b", "title", "桥")
    (English(text='Bridge', status=<Status.REVIEWED: 'reviewed'>, note=''),)

The only file that knows rapidfuzz.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from duidu.model import Catalogue, English, Message, Offer, Sentence, SourceRef, Status

HERE = SourceRef("", 0)
MISSING = English("", Status.MISSING, "")

# How alike an earlier sentence must be for its English to be offered again (0–1: twice the characters that both have
# in the same order, by those of both). Measured on 1,010 sentences of news: of two of them that stand near, no pair is
# above 0.65; it finds all sentences with two places or a third of their characters changed, 89 % of those with a
# clause more and 67 % of those with a clause less. At 0.7, which stood here, it is 78 % of the second, 83 % and 62 %.
ALIKE = 0.65
# The same for what is only shown to a person: lower, because both sentences stand there.
NEAR = 0.5

# The parts of an article that are written like headlines: one may become another when an article is split or joined.
_HEADLINES = {"section", "kicker", "title", "subtitle", "heading"}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry whose Chinese is near to a sentence; ``score`` is its likeness, 0 to 1 (1: the same)."""

    message: Message
    score: float


def near(chinese: str, memory: Iterable[Message], limit: int = 3) -> tuple[Suggestion, ...]:
    """The entries with English whose Chinese is most like this sentence, best first; the same English only once.

    >>> known = Message("paragraph", "昨天，新桥通车了。", English("The new bridge opened.", Status.REVIEWED, ""), HERE)
    >>> [(found.message.english.text, round(found.score, 2)) for found in near("今天，新桥通车了。", [known])]
    [('The new bridge opened.', 0.89)]
    """
    distinct: dict[tuple[str, str], Message] = {}
    for message in sorted((item for item in memory if item.english.text), key=lambda item: _rank(item.english)):
        distinct.setdefault((message.chinese, message.english.text), message)
    messages = list(distinct.values())
    found = _alike(chinese, messages, NEAR, limit)
    return tuple(Suggestion(messages[index], score) for index, score in found)


def _alike(chinese: str, messages: Sequence[Message], least: float, limit: int) -> list[tuple[int, float]]:
    """Places and likenesses of the entries that are alike, best first, and among equals the first."""
    texts = [message.chinese for message in messages]
    rows = process.extract(chinese, texts, scorer=fuzz.ratio, processor=None, score_cutoff=100 * least, limit=limit)
    return [(index, score / 100) for _, score, index in rows]


_EARLIER = 3
_ANY = ""  # the role of what came from other programs, which know none


def _rank(english: English) -> int:
    """Reviewed English is wanted most, then a person's draft, then a machine's, then that of an earlier wording."""
    if english.status is Status.STALE:
        return _EARLIER if english.note else 1
    return 0 if english.status is Status.REVIEWED else 2


def role(context: str) -> str:
    """How a sentence is written: as running text, as a headline, or as what stands beside them.

    >>> role("paragraph 2"), role("heading"), role("credit")
    ('paragraph', 'headline', 'credit')
    """
    name = context.rstrip("0123456789 ")
    return "headline" if name in _HEADLINES else name


@dataclass(frozen=True, slots=True)
class _Row:
    key: str
    message: Message
    lost: bool  # its article, or its sentence there, is gone


class Memory:
    """All entries with English of these catalogues, those whose article or sentence is gone, too, by their Chinese."""

    def __init__(self, catalogues: Iterable[Catalogue] = ()) -> None:
        self._rows: dict[str, list[_Row]] = {}
        for catalogue in catalogues:
            for lost, messages in ((False, catalogue.messages), (True, catalogue.obsolete)):
                for message in messages:
                    if message.english.text:
                        self._rows.setdefault(message.chinese, []).append(_Row(catalogue.key, message, lost))

    def messages(self) -> Iterator[Message]:
        """Every entry, for ``near``."""
        return (row.message for rows in self._rows.values() for row in rows)

    def english(self, key: str, context: str, chinese: str) -> tuple[English, ...]:
        """The English of the same sentence anywhere, for the article of this key: its own first, then by catalogues.

        Reviewed English comes as gettext's tools take it over: in the same role, or from where none is known, it is
        reviewed; in another, or where those who reviewed it disagree, it is a draft. English of an earlier wording
        comes only from where it is lost.
        """
        rows = sorted(self._rows.get(chinese, ()), key=lambda row: row.key != key)
        others = [
            row.message.english
            for row in rows
            if row.message.english.status is not Status.REVIEWED and (row.lost or _rank(row.message.english) < _EARLIER)
        ]
        found = self._reviewed(key, context, chinese)
        return (found, *others) if found else tuple(others)

    def reviewed(self, key: str, context: str, chinese: str) -> English | None:
        """The reviewed English of the same sentence in the same role, where all who reviewed it agree."""
        found = self._reviewed(key, context, chinese)
        return found if found and found.status is Status.REVIEWED else None

    def _reviewed(self, key: str, context: str, chinese: str) -> English | None:
        rows = [row for row in self._rows.get(chinese, ()) if row.message.english.status is Status.REVIEWED]
        same = [row for row in rows if role(row.message.context) in (role(context), _ANY)]
        own = [row for row in same if row.key == key]
        texts = list(dict.fromkeys(row.message.english.text for row in own or same or rows))
        if not texts:
            return None
        sure = bool(same) and len(texts) == 1
        return English(texts[0], Status.REVIEWED if sure else Status.STALE, "")


def parted(catalogue: Catalogue, sentences: Iterable[Sentence]) -> Catalogue:
    """The catalogue with the English that its article has no sentence for any more among the obsolete."""
    wanted = {(sentence.context, sentence.msgid) for sentence in sentences}
    current = tuple(item for item in catalogue.messages if (item.context, item.chinese) in wanted)
    left = tuple(item for item in catalogue.messages if item.english.text and item not in current)
    return Catalogue(catalogue.key, current, (*left, *catalogue.obsolete))


def merge_all(
    articles: Sequence[tuple[Catalogue, Sequence[Sentence]]], gone: Iterable[Catalogue] = ()
) -> list[Catalogue]:
    """``merge`` of all articles of an edition, each with the memory of all, and of articles that are gone.

    What one article takes over may serve another, so it is done until nothing changes.
    """
    left = [parted(catalogue, ()) for catalogue in gone]
    catalogues = [catalogue for catalogue, _ in articles]
    texts = [sentences for _, sentences in articles]
    while True:
        memory = Memory([*map(parted, catalogues, texts), *left])
        merged = [merge(item, sentences, memory) for item, sentences in zip(catalogues, texts, strict=True)]
        if merged == catalogues:
            return merged
        catalogues = merged


def merge(catalogue: Catalogue, sentences: Iterable[Sentence], memory: Memory | None = None) -> Catalogue:
    """The catalogue for the article as it reads now, in its order; nothing that a person wrote is dropped.

    A sentence without English takes over that of the same sentence in ``memory``, and machine English gives way to
    reviewed English of the same sentence in the same role. A sentence that is new takes over the English of the most
    similar one that this article has lost, as stale: it is shown as unreviewed, with the earlier Chinese beside it.
    Entries whose sentence is gone stay, as obsolete.
    """
    wanted = {(sentence.context, sentence.msgid): sentence for sentence in sentences}
    catalogue = parted(catalogue, wanted.values())
    memory = memory or Memory([catalogue])
    lost = catalogue.obsolete
    current = {(message.context, message.chinese): message for message in catalogue.messages}
    waiting = {(message.context, message.chinese): message for message in lost}
    messages, revived = [], []
    for key, sentence in wanted.items():
        message = current.get(key)
        if key in waiting and (message is None or not message.english.text):
            message = waiting[key]
            revived.append(message)
        english = _english(message, catalogue.key, key, lost, memory)
        messages.append(replace(message, english=english) if message else Message(*key, english, sentence.ref))
    return Catalogue(catalogue.key, tuple(messages), tuple(message for message in lost if message not in revived))


def _english(
    message: Message | None, key: str, place: tuple[str, str], lost: tuple[Message, ...], memory: Memory
) -> English:
    """The English of an entry that is there (None: a new one), or what it takes over."""
    if message and message.english.status in (Status.REVIEWED, Status.STALE):
        return message.english
    if message and message.english.status is Status.MACHINE:
        return memory.reviewed(key, *place) or message.english
    chinese = place[1]
    moved = (item.english for item in lost if item.chinese == chinese)
    found = min((*moved, *memory.english(key, *place)), key=_rank, default=None)
    if found is None and message is None:
        found = _carried_over(chinese, [item for item in lost if item.english.status is not Status.MACHINE])
    return found or MISSING


def _carried_over(chinese: str, lost: Sequence[Message]) -> English | None:
    """The English of the lost sentence that is most alike, as stale; it quotes the Chinese that was translated."""
    found = _alike(chinese, lost, ALIKE, 1)
    if not found:
        return None
    best = lost[found[0][0]]
    earlier = best.english.note if best.english.status is Status.STALE else ""
    return English(best.english.text, Status.STALE, earlier or best.chinese)


# ---------------------------------------------------------------- machine English


def gaps(catalogues: Iterable[Catalogue], statuses: Collection[Status] = (Status.MISSING,)) -> tuple[str, ...]:
    """The Chinese sentences that have no English, or English of these kinds, each once, in reading order."""
    found = (
        message.chinese
        for catalogue in catalogues
        for message in catalogue.messages
        if message.english.status in statuses
    )
    return tuple(dict.fromkeys(found))


def filled(
    catalogue: Catalogue, machine: Mapping[str, English], statuses: Collection[Status] = (Status.MISSING,)
) -> Catalogue:
    """The catalogue with machine English, by its Chinese, where an entry has none, or English of these kinds."""
    messages = tuple(
        replace(message, english=machine[message.chinese])
        if message.english.status in statuses and message.chinese in machine
        else message
        for message in catalogue.messages
    )
    return replace(catalogue, messages=messages)


# ---------------------------------------------------------------- English from outside


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry that keeps what a person wrote, and the English that was offered."""

    kept: Message
    offered: English


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of offers: the catalogues with what they took, how many entries that is, and what was not taken."""

    catalogues: tuple[Catalogue, ...]
    entries: int
    conflicts: tuple[Conflict, ...]


def taken(catalogues: Iterable[Catalogue], offers: Iterable[Offer], elsewhere: str) -> Taken:
    """The catalogues with what is offered, where that is worth more than what they have.

    A gap takes everything; machine English gives way to a person's, a draft to what is reviewed, reviewed English to
    nothing. What is for a sentence that its article no longer has waits among the obsolete entries; so does, in the
    catalogue ``elsewhere``, what is for a sentence that no article has, unless it waits beside it already.
    """
    found = {catalogue.key: _Open(catalogue) for catalogue in catalogues}
    waiting = _Waiting(found.values(), elsewhere)
    everywhere: dict[str, list[_Open]] = {}
    for item in found.values():
        for chinese in {message.chinese.strip() for message in item.messages.values()}:
            everywhere.setdefault(chinese, []).append(item)
    for offer in offers:
        if offer.key:
            found.setdefault(offer.key, _Open(Catalogue(offer.key, ()))).take(offer)
        elif others := everywhere.get(offer.chinese.strip()):
            for item in others:
                item.take_anywhere(offer)
        elif waiting.wants(offer):
            found.setdefault(elsewhere, _Open(Catalogue(elsewhere, ()))).take(offer)
    conflicts = (*waiting.conflicts, *(conflict for item in found.values() for conflict in item.conflicts))
    entries = sum(item.taken for item in found.values())
    return Taken(tuple(item.closed() for item in found.values()), entries, conflicts)


_WORTH = {Status.MISSING: 0, Status.MACHINE: 1, Status.STALE: 2, Status.REVIEWED: 3}


class _Waiting:
    """What waits for coming articles in all files of the folder that ``place`` is in."""

    def __init__(self, catalogues: Iterable[_Open], place: str) -> None:
        folder = place.rpartition("/")[0]
        self._messages: dict[str, list[Message]] = {}
        for item in catalogues:
            for message in item.obsolete() if item.key.rpartition("/")[0] == folder else ():
                self._messages.setdefault(message.chinese.strip(), []).append(message)
        self.conflicts: list[Conflict] = []

    def wants(self, offer: Offer) -> bool:
        """Whether nothing as good waits; where a person has reviewed other English, that stays, and both are listed."""
        worth = _WORTH[offer.english.status]
        there = [item for item in self._messages.get(offer.chinese.strip(), ()) if _WORTH[item.english.status] >= worth]
        if any(item.english.text == offer.english.text for item in there):
            return False
        reviewed = [item for item in there if item.english.status is Status.REVIEWED]
        self.conflicts += (Conflict(item, offer.english) for item in reviewed[:1])
        return not reviewed


class _Open:
    """A catalogue that takes offers."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.key = catalogue.key
        self.messages = {(item.context, item.chinese): item for item in catalogue.messages}
        self._obsolete = {(item.context, item.chinese, item.english.text): item for item in catalogue.obsolete}
        self.conflicts: list[Conflict] = []
        self.taken = 0

    def take(self, offer: Offer) -> None:
        """Take it for the sentence in its place, or keep it among the obsolete where the article has none."""
        place = (offer.context, offer.chinese)
        if place in self.messages and not offer.lost:
            self.messages[place] = self._better(self.messages[place], offer.english)
        elif (*place, offer.english.text) not in self._obsolete:
            self._obsolete[*place, offer.english.text] = Message(*place, offer.english, HERE)
            self.taken += 1

    def take_anywhere(self, offer: Offer) -> None:
        """Take it for the sentence wherever the article has it."""
        for place, message in self.messages.items():
            if message.chinese.strip() == offer.chinese.strip():
                self.messages[place] = self._better(message, offer.english)

    def _better(self, message: Message, offered: English) -> Message:
        have = message.english
        same = have.text == offered.text
        if _WORTH[offered.status] > _WORTH[have.status] and (not same or offered.status is Status.REVIEWED):
            self.taken += 1
            return replace(message, english=offered)
        # Machine English that reads otherwise may be corrected: not every program says so.
        if not same and _WORTH[offered.status] >= min(_WORTH[have.status], _WORTH[Status.STALE]):
            self.conflicts.append(Conflict(message, offered))
        return message

    def obsolete(self) -> tuple[Message, ...]:
        return tuple(self._obsolete.values())

    def closed(self) -> Catalogue:
        return Catalogue(self.key, tuple(self.messages.values()), self.obsolete())
