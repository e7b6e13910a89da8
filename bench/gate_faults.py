#!/usr/bin/env python3
"""Spoil good English in known ways, and measure which of the blunders the quality gate marks.

    python bench/gate_faults.py [SOURCE.zh REFERENCE.en] [--seed N] [--most N] [--show KIND]

Without files: the reviewed English of this edition. Line n of both files belongs together, and the English is taken to
be right. Each kind of blunder spoils every sentence that it can, up to ``--most``, drawn from the seed.

Prints a row a kind: how many sentences were spoiled; of how many the gate found anything; how many it marked as
misleading (recall); how many of the same sentences it marks unspoiled, and so which share of its marks is right where
half of all English is spoiled (precision). ``--show`` prints the sentences of a kind that are not marked.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import polib

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.gate import examiner_of, lines_of
from duidu.machine import MISLEADING, doubt
from duidu.model import Fault

EDITION = Path(__file__).resolve().parent.parent / "content" / "translations" / "en"
Spoil = Callable[["Line", random.Random, Sequence["Line"]], str]  # "" where the sentence gives no occasion


def _w(text: str) -> list[str]:
    """The words of a text."""
    return text.split()


@dataclass(frozen=True, slots=True)
class Line:
    chinese: str
    english: str


# ---------------------------------------------------------------- what is exchanged for what

_MONTHS = _w("January February March April May June July August September October November December")
_DAYS = _w("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_PLACES = _w(
    "China Japan Germany France Italy Spain Russia India Brazil Canada Australia Egypt Turkey Greece Poland "
    "Sweden Norway Mexico Peru Kenya Iran Iraq Israel Pakistan Vietnam Thailand Indonesia Argentina Chile "
    "Portugal Finland Hungary London Paris Berlin Madrid Rome Moscow Tokyo Beijing Shanghai Sydney Delhi Cairo "
    "Guizhou Guangdong Sichuan Zunyi Guiyang Honghuagang Hunan Yunnan Chongqing Africa Europe Asia Britain"
)
_GIVEN = _w("Robert Maria Thomas Helen Victor Sandra Peter Nicole Oscar Julia Bernard Monica")
_FAMILY = _w("Fletcher Novak Hamilton Petrov Castellano Weber Okafor Lindqvist Ramirez Baptiste Morgan Dubois")
_CHINESE_PEOPLE = [
    "Wang Jianguo",
    "Liu Xiaomei",
    "Zhou Tianyu",
    "Zhao Guoqiang",
    "Sun Lihua",
    "Deng Zhiyuan",
    "Ma Fengying",
]
_TITLES = frozenset(
    _w(
        "University College Party River Street Road District County Province City State States Lake Park National"
        " Minister President Secretary Committee Commission Council Department Ministry Office School Hospital Village"
        " Town Mount Mountain Island Islands Sea Ocean Bay Bridge World War North South East West New United Team"
        " Union Prime House Red Army Long March Culture Day Red's Games Cup League Court High General Group Station"
        " Church Act The"
    )
)
_DIRECTIONS = (
    ("increase", "decrease"),
    ("increased", "decreased"),
    ("increasing", "decreasing"),
    ("increases", "decreases"),
    ("rise", "fall"),
    ("rose", "fell"),
    ("rising", "falling"),
    ("risen", "fallen"),
    ("grew", "shrank"),
    ("growing", "shrinking"),
    ("growth", "decline"),
    ("reduce", "increase"),
    ("reduced", "increased"),
    ("raise", "lower"),
    ("raised", "lowered"),
    ("higher", "lower"),
    ("highest", "lowest"),
    ("more than", "less than"),
    ("over", "under"),
    ("above", "below"),
    ("more", "less"),
    ("most", "least"),
    ("before", "after"),
    ("at least", "at most"),
    ("larger", "smaller"),
    ("largest", "smallest"),
    ("longer", "shorter"),
    ("longest", "shortest"),
    ("faster", "slower"),
    ("better", "worse"),
    ("best", "worst"),
    ("won", "lost"),
    ("win", "lose"),
    ("north", "south"),
    ("northern", "southern"),
    ("east", "west"),
    ("eastern", "western"),
    ("left", "right"),
    ("maximum", "minimum"),
    ("import", "export"),
    ("up", "down"),
    ("first", "last"),
    ("older", "younger"),
    ("oldest", "youngest"),
    ("older", "newer"),
    ("early", "late"),
    ("support", "oppose"),
    ("supported", "opposed"),
    ("allowed", "forbidden"),
    ("success", "failure"),
    ("successful", "unsuccessful"),
    ("possible", "impossible"),
    ("legal", "illegal"),
    ("safe", "dangerous"),
    ("morning", "evening"),
    ("male", "female"),
    ("men", "women"),
    ("son", "daughter"),
    ("father", "mother"),
    ("hot", "cold"),
    ("strong", "weak"),
    ("rich", "poor"),
)
_UNITS = (
    ("kilometers", "miles"),
    ("kilometres", "miles"),
    ("km", "miles"),
    ("km", "m"),
    ("meters", "kilometers"),
    ("metres", "kilometres"),
    ("meters", "feet"),
    ("miles", "kilometers"),
    ("feet", "meters"),
    ("tons", "kilograms"),
    ("kilograms", "tons"),
    ("kg", "tons"),
    ("jin", "tons"),
    ("mu", "hectares"),
    ("mu", "square kilometers"),
    ("hectares", "square meters"),
    ("yuan", "dollars"),
    ("dollars", "euros"),
    ("hours", "minutes"),
    ("minutes", "hours"),
    ("minutes", "seconds"),
    ("days", "weeks"),
    ("weeks", "months"),
    ("months", "years"),
    ("years", "months"),
)
_ORDINALS = {
    "second": "two",
    "third": "three",
    "fourth": "four",
    "fifth": "five",
    "sixth": "six",
    "seventh": "seven",
    "eighth": "eight",
    "ninth": "nine",
    "tenth": "ten",
}
_LARGER = {"thousand": "million", "million": "billion", "billion": "million", "trillion": "billion"}
_FIGURE = re.compile(r"(?<![\w.,:/-])\d[\d,]*(?:\.\d+)?(?![\w:/-]|[.,]\d)")
_NUMBER_WORD = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred)"
)
_NEGATIONS = (
    (r"\b(can|could|do|does|did|is|are|was|were|has|have|had|will|would|should|must)n['’]t\b", r"\1"),
    (r"\bcannot\b", "can"),
    (r"\b(can|could|is|are|was|were|has|have|had|will|would|should|must|may|might|be) not\b", r"\1"),
    (r"\b(?:do|does|did) not ", ""),
    (r"\b(?:never|not) ", ""),
    (r"\bno longer ", "still "),
    (r"\bno (?=[a-z])", "some "),
    (r"\bwithout ", "with "),
    (r"\b(ban|prohibit|forbid)s? ", r"allow "),
    (r"\b(?:banned|prohibited|forbidden)\b", "allowed"),
    (r"\b(?:refused|declined|failed) to ", "agreed to "),
)
_AUXILIARY = re.compile(r"\b(is|are|was|were|will|would|can|could|should|must|has|have|had)(?= [a-z])(?! not| no )")


# ---------------------------------------------------------------- tools


def _replaced(text: str, match: re.Match[str], new: str) -> str:
    return text[: match.start()] + new + text[match.end() :]


def _drawn(pattern: str | re.Pattern[str], text: str, draw: random.Random) -> re.Match[str] | None:
    found = list(re.finditer(pattern, text))
    return draw.choice(found) if found else None


def _exchange(rows: Sequence[tuple[str, str]], text: str, draw: random.Random) -> str:
    """One word of a text for its opposite."""
    table: dict[str, list[str]] = {}
    for one, other in rows:
        table.setdefault(one, []).append(other)
        table.setdefault(other, []).append(one)
    match = _drawn(rf"\b(?:{'|'.join(sorted(table, key=len, reverse=True))})\b", text, draw)
    return _replaced(text, match, draw.choice(table[match[0]])) if match else ""


def _other_than(value: str, rows: Sequence[str], draw: random.Random) -> str:
    return draw.choice([row for row in rows if row != value])


def _clauses(text: str) -> list[tuple[int, int]]:
    """Where the clauses of five words and more are, between commas and semicolons."""
    ends = [match.start() for match in re.finditer(r"[,;:—](?= )", text)]
    spans = zip([0, *(end + 1 for end in ends)], [*ends, len(text)], strict=True)
    return [(start, end) for start, end in spans if len(text[start:end].split()) >= 5]


# ---------------------------------------------------------------- kinds of blunders


def digit(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    match = _drawn(_FIGURE, line.english, draw)
    if not match:
        return ""
    place = draw.choice([place for place, char in enumerate(match[0]) if char.isdigit()])
    digits = [char for char in "123456789" if char != match[0][place]]
    return _replaced(line.english, match, match[0][:place] + draw.choice(digits) + match[0][place + 1 :])


def magnitude(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    match = _drawn(r"\b(?:thousand|million|billion|trillion)\b", line.english, draw)
    if match:
        return _replaced(line.english, match, _LARGER[match[0]])
    match = _drawn(r"\b\d{1,3}(?:,\d{3})+\b", line.english, draw)
    return (
        _replaced(line.english, match, f"{int(match[0].replace(',', '')) * draw.choice((10, 100)):,}") if match else ""
    )


def figure_lost(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    match = _drawn(_FIGURE.pattern + " ", line.english, draw)
    return _replaced(line.english, match, "") if match else ""


def number_word(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    match = _drawn(rf"\b{_NUMBER_WORD}\b", line.english, draw)
    words = _w("two three four five six seven eight nine ten eleven twelve")
    return _replaced(line.english, match, _other_than(match[0], words, draw)) if match else ""


def year(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    match = _drawn(r"\b(?:1[5-9]|20)\d\d\b(?![,.]\d)", line.english, draw)
    return (
        _replaced(line.english, match, str(int(match[0]) + draw.choice((-30, -10, -3, -1, 1, 2, 10)))) if match else ""
    )


def month(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    match = _drawn(rf"\b(?:{'|'.join(_MONTHS)})\b(?= \d|,|\.| of)", line.english, draw)
    return _replaced(line.english, match, _other_than(match[0], _MONTHS, draw)) if match else ""


def weekday(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    match = _drawn(rf"\b(?:{'|'.join(_DAYS)})\b", line.english, draw)
    return _replaced(line.english, match, _other_than(match[0], _DAYS, draw)) if match else ""


def _people(text: str) -> list[re.Match[str]]:
    found = re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{2,} [A-Z][a-z]{2,}\b(?! [A-Z])", text)
    return [
        match for match in found if not _TITLES & set(match[0].split()) and not set(_PLACES) & set(match[0].split())
    ]


def person(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    found = _people(line.english)
    if not found:
        return ""
    match = draw.choice(found)
    new = f"{draw.choice(_GIVEN)} {draw.choice(_FAMILY)}"
    pinyin = r"(?:Huang|Li|Wang|Zhang|Chen|Liu|Yang|Zhao|Zhou|Wu|Xu|Sun|Hu|Zhu|Gao|Lin|He|Guo|Luo|Mao|Deng|Xi) "
    return _replaced(line.english, match, draw.choice(_CHINESE_PEOPLE) if re.match(pinyin, match[0]) else new)


def place(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    match = _drawn(rf"\b(?:{'|'.join(_PLACES)})\b", line.english, draw)
    return _replaced(line.english, match, _other_than(match[0], _PLACES, draw)) if match else ""


def names_swapped(line: Line, _draw: random.Random, _: Sequence[Line]) -> str:
    found = list(re.finditer(rf"\b(?:{'|'.join(_PLACES)})\b", line.english)) + _people(line.english)
    found = sorted({match.span(): match for match in found}.values(), key=re.Match.start)
    if len({match[0] for match in found}) < 2 or found[0][0] == found[-1][0]:
        return ""
    first, last = found[0], found[-1]
    middle = line.english[first.end() : last.start()]
    return line.english[: first.start()] + last[0] + middle + first[0] + line.english[last.end() :]


def clause_lost(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    spans = _clauses(line.english)
    if len(spans) < 2:
        return ""
    start, end = draw.choice(spans)
    return (line.english[:start].rstrip(" ,;:—") + line.english[end:]).lstrip(" ,;:—")


def half_lost(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    words = line.english.split()
    if len(words) < 10:
        return ""
    half = len(words) // 2
    return " ".join(words[:half] if draw.random() < 0.5 else words[half:])


def other_line(line: Line, draw: random.Random, lines: Sequence[Line]) -> str:
    others = [other for other in lines if 0.7 < len(other.english) / max(1, len(line.english)) < 1.4 and other != line]
    return draw.choice(others).english if others else ""


def loop_word(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    match = _drawn(r"\b[a-z]{4,}\b", line.english, draw)
    return _replaced(line.english, match, " ".join([match[0]] * draw.randint(3, 6))) if match else ""


def loop_phrase(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    match = _drawn(r"\b[a-z]+ [a-z]+ [a-z]+\b", line.english, draw)
    return _replaced(line.english, match, f"{draw.choice((' ', ', ')).join([match[0]] * 4)}") if match else ""


def loop_clause(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    spans = _clauses(line.english)
    if not spans:
        return ""
    start, end = draw.choice(spans)
    clause = line.english[start:end].strip()
    return f"{line.english[:end].rstrip('.')}, {clause}, {clause}{line.english[end:]}"


def loop_bracket(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    word = draw.choice(("applause", "music", "laughter", "cheering"))
    return f"{line.english} {' '.join([f'({word})'] * draw.randint(2, 5))}"


def doubled(line: Line, _: random.Random, __: Sequence[Line]) -> str:
    return f"{line.english} {line.english}"


def han_left(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    han = _drawn(r"[一-鿿]{2,4}", line.chinese, draw)
    match = _drawn(r"\b[a-z]{4,}\b", line.english, draw)
    return _replaced(line.english, match, han[0]) if han and match else ""


def capitals(line: Line, _: random.Random, __: Sequence[Line]) -> str:
    return line.english.upper()


def markup(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    match = _drawn(" ", line.english, draw)
    debris = ("<unk>", "▁▁", "@-@", "&quot;", "</s>", "<br />", "\\n", "[UNK]", "⁇", "{{", "&#39;", "<b>")
    return _replaced(line.english, match, f" {draw.choice(debris)} ") if match else ""


def quote_open(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    match = _drawn(r"[“”\"()]", line.english, draw)
    return _replaced(line.english, match, "") if match else ""


def negation_lost(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    rows = [(match, new) for old, new in _NEGATIONS for match in re.finditer(old, line.english)]
    if not rows:
        return ""
    match, new = draw.choice(rows)
    return _replaced(line.english, match, match.expand(new))


def negation_invented(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    match = _drawn(_AUXILIARY, line.english, draw)
    return _replaced(line.english, match, f"{match[0]} {draw.choice(('not', 'not', 'never'))}") if match else ""


def direction(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    return _exchange(_DIRECTIONS, line.english, draw)


def ordinal(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    number = rf"\b(?:{'|'.join(_ORDINALS)})\b|\b\d+(?:st|nd|rd|th)\b"
    match = _drawn(rf"(?:{number})(?! ?[-–]| centur| of [A-Z]| [A-Z]| and| largest| longest)", line.english, draw)
    return _replaced(line.english, match, _ORDINALS.get(match[0], match[0][:-2])) if match else ""


def percent(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    match = _drawn(r"(?<=\d)(?:%| per ?cent\b)", line.english, draw)
    return _replaced(line.english, match, draw.choice(("", " people", " times"))) if match else ""


def unit(line: Line, draw: random.Random, _: Sequence[Line]) -> str:
    rows = [(f"{one}", f"{other}") for one, other in _UNITS]
    table: dict[str, list[str]] = {}
    for one, other in rows:
        table.setdefault(one, []).append(other)
    match = _drawn(rf"(?<=\d )(?:{'|'.join(sorted(table, key=len, reverse=True))})\b", line.english, draw)
    return _replaced(line.english, match, draw.choice(table[match[0]])) if match else ""


KINDS: dict[str, Spoil] = {
    "a digit changed": digit,
    "magnitude": magnitude,
    "figure lost": figure_lost,
    "number in words changed": number_word,
    "year": year,
    "month": month,
    "day of the week": weekday,
    "person": person,
    "place": place,
    "names swapped": names_swapped,
    "clause lost": clause_lost,
    "half lost": half_lost,
    "another sentence": other_line,
    "loop of a word": loop_word,
    "loop of a phrase": loop_phrase,
    "loop of a clause": loop_clause,
    "loop of a bracket": loop_bracket,
    "doubled": doubled,
    "Chinese left": han_left,
    "capitals": capitals,
    "markup": markup,
    "quote or bracket open": quote_open,
    "negation lost": negation_lost,
    "negation invented": negation_invented,
    "direction": direction,
    "ordinal": ordinal,
    "percent": percent,
    "unit": unit,
}


# ---------------------------------------------------------------- measuring


def reviewed() -> list[Line]:
    """The reviewed sentences of this edition."""
    entries = (entry for path in sorted(EDITION.rglob("*.po")) for entry in polib.pofile(str(path)))
    return [Line(entry.msgid, entry.msgstr) for entry in entries if entry.msgstr and not entry.fuzzy]


def spoiled(kind: str, lines: Sequence[Line], seed: int, most: int) -> Iterator[tuple[Line, str]]:
    """The sentences that a kind of blunder can spoil, with their spoiled English."""
    draw = random.Random(f"{seed} {kind}")  # noqa: S311 - the same sentences every time
    order = draw.sample(lines, len(lines))
    found = 0
    for line in order:
        english = KINDS[kind](line, draw, lines)
        if english and english != line.english and found < most:
            found += 1
            yield line, english


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, nargs="?", metavar="SOURCE.zh")
    parser.add_argument("reference", type=Path, nargs="?", metavar="REFERENCE.en")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=200, help="sentences a kind (200)")
    parser.add_argument("--show", choices=KINDS, metavar="KIND", help="print what is not marked")
    options = parser.parse_args()
    if options.source and not options.reference:
        parser.error("two files or none")
    lines = reviewed()
    if options.source:
        rows = zip(lines_of(options.source), lines_of(options.reference), strict=True)
        lines = [Line(chinese.strip(), english.strip()) for chinese, english in rows if chinese.strip()]
    judge = examiner_of()
    alarms = {line: doubt(judge(line.chinese, line.english)) >= MISLEADING for line in lines}
    if options.show:
        _show(options.show, lines, judge, options)
        return
    print(f"{sum(alarms.values())} of {len(lines)} sentences are marked unspoiled.\n")
    print(f"{'kind':26}{'spoiled':>8}{'found':>8}{'marked':>8}{'recall':>8}{'false':>8}{'precision':>11}")
    for kind in KINDS:
        _measure(kind, list(spoiled(kind, lines, options.seed, options.most)), judge, alarms)


def _measure(
    kind: str, rows: Sequence[tuple[Line, str]], judge: Callable[[str, str], Sequence[Fault]], alarms: dict[Line, bool]
) -> None:
    verdicts = [judge(line.chinese, english) for line, english in rows]
    marked = sum(doubt(faults) >= MISLEADING for faults in verdicts)
    false = sum(alarms[line] for line, _ in rows)
    recall = f"{marked / len(rows):.0%}" if rows else "—"
    precision = f"{marked / (marked + false):.0%}" if marked else "—"
    print(
        f"{kind:26}{len(rows):8}{sum(map(bool, verdicts)):8}{marked:8}{recall:>8}{false:8}{precision:>11}", flush=True
    )


def _show(
    kind: str, lines: Sequence[Line], judge: Callable[[str, str], Sequence[Fault]], options: argparse.Namespace
) -> None:
    for line, english in spoiled(kind, lines, options.seed, options.most):
        faults = judge(line.chinese, english)
        if doubt(faults) < MISLEADING:
            print(f"{line.chinese}\n  was {line.english}\n  now {english}")
            print(*(f"      {fault.code} {fault.weight} {fault.detail}" for fault in faults), sep="\n")


if __name__ == "__main__":
    main()
