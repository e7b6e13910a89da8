"""Senses of CC-CEDICT as it prints them ─▶ a few short ones for a reader.

The dictionary prints for other dictionaries too: cross-references, measure words, surnames, labels of register and
field, characters twice with their pinyin. What says most to a reader of today's news goes first.

    ('surname Zhang', 'chief/head', 'CL:個|个[ge4]', 'variant of 掌[zhang3]')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MOST_SENSES = 3
LONGEST_SENSE = 60
LONGEST_GLOSS = 110  # all senses together; the last ones give way
_SHORTEST_CUT = 12

# How much a sense says: as it is, of books and dialects, a name, or only pointing elsewhere.
PLAIN, MARKED, POINTER = 0, 1, 3

_POINTER = re.compile(
    r"(?:\w+ )?(?:surname |variant of |used in |used for |spelling of )|see |cf\.? |also (?:written|called|known as) "
    r"|abbr\. |short for |same as |old (?:name|term) for |equivalent to |\(?used in (?:\w+ )?names|radical |Kangxi"
    r"|.*radical (?:in Chinese|no)"
    r"|component |one of the characters used in|\(phonetic|(?:\w+ )?equivalent of [㐀-鿿]"
)
_MARKED = re.compile(
    r"\((?:old|archaic|dated|classical|literary|dialect|coll\.|slang|Internet slang|Tw|Cantonese|derog\.|vulgar"
    r"|in former times|in ancient times|historical|Beijing dialect|formerly|Buddhism|Taoism|Chinese chess|jocular)\)"
    r"|(?:ancient|archaic) (?!times)|old-style "
)
_DROPPED = re.compile(r"^(?:CL:|(?:Taiwan|also|old|PRC|Beijing|coll\.|usu\.|sometimes) pr\.|pr\. |Taiwan and|cf\.? )")
_CLASSIFIER = re.compile(r"CL:\s*([^/()]+)")
_CLASSIFIER_FORM = re.compile(r"(?:[㐀-鿿]+\|)?([㐀-鿿]+)(?:\[[^\]]*\])?")
# The labels that tell a reader nothing: how a word came about and that it does not stand alone.
_LABELS = re.compile(
    r"\s*\((?:bound form|idiom|proverb|saying|loanword|attributive|intransitive|transitive|neologism[^()]*|grammar"
    r"|lit\. and fig\.|adverb|pronoun|adjective|specifier|adverb of degree|conjunction|noun|verb|formal"
    r"|CL:[^()]*|(?:Taiwan|also|Beijing|old) pr\.[^()]*|numerical classifier|politics|political)\)"
)
_LOOSE_END = re.compile(r"(?: (?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with))+$")
_REFERENCE = re.compile(r"[㐀-鿿𠀀-𲎯，·]+\|([㐀-鿿𠀀-𲎯，·]+)")
_PINYIN = re.compile(r"\s?\[[^\[\]]*\]")
_TARGET = re.compile(
    r"^(?P<how>[^㐀-鿿]*?)(?:[㐀-鿿，·]+\|)?(?P<word>[㐀-鿿，·]+)(?:\[(?P<pinyin>[^\]]*)\])?(?P<rest>.*)$"
)
_SAME = re.compile(
    r"^(?:(?:\w+ )?variant of|see|same as|equivalent to|(?:\w+ )?equivalent of|used in|also written|abbr\. (?:for|of)"
    r"|contraction of) $"
)


@dataclass(frozen=True, slots=True)
class Pointer:
    """What a sense points to: ``how`` (``abbr. for``), the word, its pinyin as printed or "", what is said of it."""

    how: str
    word: str
    pinyin: str
    rest: str


def rank(sense: str) -> int:
    """How little a sense says to a reader of today's news: PLAIN, MARKED, POINTER.

    >>> [rank(sense) for sense in ("bridge", "(literary) to command", "old variant of 桥[qiao2]", "surname Qiao")]
    [0, 1, 3, 3]
    """
    bare = _LABELS.sub("", sense).strip()
    return POINTER if _POINTER.match(bare) else MARKED if _MARKED.match(bare) else PLAIN


def is_dropped(sense: str) -> bool:
    """Whether a sense is no sense: a measure word, a note on how a word is pronounced.

    >>> is_dropped("CL:個|个[ge4]"), is_dropped("bridge")
    (True, False)
    """
    return bool(_DROPPED.match(sense)) or not clean(sense)


def classifiers(senses: Iterable[str]) -> tuple[str, ...]:
    """The measure words of a noun, in simplified characters, in the order printed.

    >>> classifiers(("bridge", "CL:座[zuo4]"), ), classifiers(("shop (CL:家[jia1],個|个[ge4])",))
    (('座',), ('家', '个'))
    """
    lists = (match.group(1) for sense in senses for match in _CLASSIFIER.finditer(sense))
    found = (form.group(1) for text in lists for form in map(_CLASSIFIER_FORM.match, text.split(",")) if form)
    return tuple(dict.fromkeys(found))


def clean(sense: str) -> str:
    """A sense without labels that say nothing, and its references in simplified characters without pinyin.

    >>> clean("(bound form) people"), clean("not now (contraction of 現在|现在[xian4 zai4])")
    ('people', 'not now (contraction of 现在)')
    """
    text = _PINYIN.sub("", _REFERENCE.sub(r"\1", _LABELS.sub("", sense)))
    return " ".join(text.split()).strip(" ;,").replace(" ;", ";").replace(" ,", ",")


def items(sense: str) -> tuple[str, ...]:
    """A sense cut at its semicolons, those in brackets apart; ``lit.`` is kept only beside ``fig.``.

    >>> items("lit. to draw a snake and add feet; fig. to overdo it"), items("a (b; c); d")
    (('lit. to draw a snake and add feet', 'fig. to overdo it'), ('a (b; c)', 'd'))
    """
    parts: list[str] = []
    depth = 0
    for piece in re.split(r"(?<=[;；])", sense):
        if depth > 0 and parts:
            parts[-1] += piece
        else:
            parts.append(piece)
        depth = max(0, depth + piece.count("(") - piece.count(")"))
    return tuple(filter(None, (part.strip(" ;；") for part in parts)))


def short(item: str, longest: int = LONGEST_SENSE) -> str:
    """An item in so many characters: without brackets, then cut between its parts, then between words.

    >>> short("to launch (an attack, a campaign, an investigation and many other things)", 30)
    'to launch'
    >>> short("a place where ships, boats and other vessels can stay for a while", 30)
    'a place where ships…'
    """
    text = item if len(item) <= longest else without_brackets(item)
    if len(text) <= longest:
        return text
    head = text[:longest]
    cuts = [match.start() for match in re.finditer(r", | \(| – | such as | \(?e\.g\. |: ", head)]
    end = next((cut for cut in reversed(cuts) if cut >= _SHORTEST_CUT), head.rfind(" "))
    head = head[: end if end >= _SHORTEST_CUT else longest - 1].rstrip(" ,;:([–")
    head = head.rpartition(" (")[0] if head.count("(") > head.count(")") else head
    return _LOOSE_END.sub("", head) + "…"


def without_brackets(item: str) -> str:
    """An item without what it says in brackets, unless that is all it says.

    >>> without_brackets("bridge (over water)"), without_brackets("(marks a question)")
    ('bridge', 'marks a question')
    """
    bare = item[1:-1] if re.fullmatch(r"\([^()]*\)", item) else item
    while "(" in bare and (shorter := re.sub(r"\s*\([^()]*\)", "", bare)) != bare:
        bare = shorter
    return " ".join(bare.split()).strip(" ,;") or item


def chosen(senses: Iterable[str]) -> tuple[str, ...]:
    """At most MOST_SENSES short items of senses that are all worth showing: one of each before a second of any.

    >>> chosen(("can; to know how to", "to meet; to get together", "meeting", "party"))
    ('can', 'to meet', 'meeting')
    >>> chosen(("to launch; to develop; to unfold", "(of an exhibition) to open"))
    ('to launch', 'to develop', '(of an exhibition) to open')
    """
    columns = [_figurative(items(clean(sense))) for sense in senses]
    rounds = ((row, place) for row in range(MOST_SENSES) for place, column in enumerate(columns) if row < len(column))
    taken: dict[str, tuple[int, int]] = {}
    for row, place in rounds:
        text = short(columns[place][row])
        if text and text not in taken and len(taken) < MOST_SENSES:
            taken[text] = (place, row)
    return tuple(_fitting(sorted(taken, key=taken.__getitem__)))


def _figurative(parts: tuple[str, ...]) -> tuple[str, ...]:
    """What is meant alone, where what is said is too long to be shown beside it."""
    if len(parts) > 1 and parts[0].startswith("lit. ") and parts[1].startswith("fig. "):
        return parts if len(parts[0]) <= LONGEST_SENSE else (parts[1][len("fig. ") :], *parts[2:])
    return tuple(part.removeprefix("fig. ") if place == 0 else part for place, part in enumerate(parts))


def _fitting(texts: list[str]) -> Iterator[str]:
    length = 0
    for text in texts:
        length += len(text)
        if length <= LONGEST_GLOSS or text is texts[0]:
            yield text


def pointer(sense: str) -> Pointer | None:
    """What a sense points to, where it says that a word is another one or short for it.

    >>> pointer("erhua variant of 點|点[dian3]")
    Pointer(how='erhua variant of', word='点', pinyin='dian3', rest='')
    >>> pointer("abbr. for 伊拉克[Yi1 la1 ke4], Iraq")
    Pointer(how='abbr. for', word='伊拉克', pinyin='Yi1 la1 ke4', rest='Iraq')
    """
    match = _TARGET.match(sense)
    if match is None or not _SAME.match(match["how"]):
        return None
    return Pointer(match["how"].strip(), match["word"], match["pinyin"] or "", clean(match["rest"].lstrip(" ,:;")))
