"""M602, M603, M607 and M610: what the English looks like, whatever it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duidu.gate.pair import Pair
from duidu.model import Fault
from duidu.text import count_han, has_han

LENGTH, UNTRANSLATED, MARKS, DEBRIS = "M602", "M603", "M607", "M610"

# Letters of English a Han character, by how many of these there are: outside of the inner bounds a sentence is odd,
# outside of the outer ones something is missing or invented. Most have 3 to 5, careful English of officialese up to 7.
_BOUNDS = (
    (6, (0.6, 1.2, 12.0, 16.0)),
    (12, (1.0, 1.7, 8.5, 11.0)),
    (25, (1.7, 2.2, 8.0, 10.5)),
    (40, (2.1, 2.5, 7.5, 9.5)),
    (10**9, (2.1, 2.8, 7.5, 9.5)),
)
ODD_LENGTH, WRONG_LENGTH, NOTHING = 0.15, 0.75, 1.0
HAN_LEFT, HAN_IN_BRACKETS, FULL_WIDTH = 0.75, 0.1, 0.1
QUOTES_LOST, UNBALANCED = 0.05, 0.08
MARKUP, CAPITALS, LINK = 0.6, 0.55, 0.5

_HAN_RUN = re.compile(r"[㐀-鿿豈-﫿]+")
_BRACKETED_HAN = re.compile(r"[(\[（“\"‘'][^()\[\]（）A-Za-z]*[㐀-鿿][^()\[\]（）A-Za-z]*[)\]）”\"’']")
_FULL_WIDTH = re.compile(r"[，。；：？！（）【】《》「」『』、％＂＇＠＃ａ-ｚＡ-Ｚ０-９]")
_OTHER_SCRIPT = re.compile(r"[Ѐ-ӿ぀-ヿ가-힯؀-ۿऀ-ॿ฀-๿]")
_MARKUP = re.compile(
    r"<unk>|⁇|</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|&(?:[a-z]+|#\d+);|▁|@-@|@@|\[UNK\]|\ufffd|\{\{|\}\}|\\[nt]|(?<!\w)_+(?!\w)|\w_{1,}\w"
)
_LINK = re.compile(r"https?:|www\.|\.(?:com|org|net|htm|html|php)\b|\w@\w+\.\w", re.IGNORECASE)
_CAPITAL_WORD = re.compile(r"\b[A-Z]{4,}\b")
_MOST_CAPITALS, _CAPITAL_LETTERS = 3, 8
_QUOTES = {"zh": re.compile("[“「『《]"), "en": re.compile("[“”\"«»]|``|''|(?<!\\w)['‘`]|['’](?!\\w)")}
_PAIRS = (("(", ")"), ("[", "]"))


def length(pair: Pair) -> Iterator[Fault]:
    """M602: much shorter or longer than English of such a sentence is."""
    letters, han = len(pair.english.strip()), count_han(pair.source.text)
    if not letters:
        if has_han(pair.source.text):
            yield Fault(LENGTH, NOTHING, "there is no English")
        return
    if han < 3:
        return
    outer_low, low, high, outer_high = next(bounds for most, bounds in _BOUNDS if han <= most)
    latin = sum(len(word) for word in re.findall(r"[A-Za-z0-9]+", pair.source.text))
    ratio = letters / han
    if ratio < outer_low or ratio - latin / han > outer_high:
        yield Fault(LENGTH, WRONG_LENGTH, f"{letters} letters for {han} characters")
    elif ratio < low or ratio - latin / han > high:
        yield Fault(LENGTH, ODD_LENGTH, f"{letters} letters for {han} characters")


def untranslated(pair: Pair) -> Iterator[Fault]:
    """M603: Chinese characters and full-width marks in the English."""
    han = _HAN_RUN.search(pair.english)
    if han:
        bare = _HAN_RUN.search(_BRACKETED_HAN.sub("", pair.english))
        if bare:
            yield Fault(UNTRANSLATED, HAN_LEFT, f"{bare[0]} is left in Chinese")
        else:
            yield Fault(UNTRANSLATED, HAN_IN_BRACKETS, f"{han[0]} is left in Chinese")
    mark = _FULL_WIDTH.search(pair.english)
    if mark:
        yield Fault(UNTRANSLATED, FULL_WIDTH, f"the mark {mark[0]} is Chinese")
    other = _OTHER_SCRIPT.search(pair.english)
    if other and not _OTHER_SCRIPT.search(pair.source.text):
        yield Fault(UNTRANSLATED, HAN_LEFT, f"{other[0]} is of another script")


def marks(pair: Pair) -> Iterator[Fault]:
    """M607: quotes that are gone, brackets that do not close."""
    quoted = _QUOTES["zh"].search(pair.source.text)
    if quoted and not _QUOTES["en"].search(pair.english):
        yield Fault(MARKS, QUOTES_LOST, "the English has no quotation marks")
    for opening, closing in _PAIRS:
        if pair.english.count(opening) != pair.english.count(closing) and _closes(pair.source.text):
            yield Fault(MARKS, UNBALANCED, f"{opening} and {closing} do not pair")
    opened, closed = pair.english.count("“"), pair.english.count("”")
    if opened != closed and opened + closed + pair.english.count('"') < 2 and _quotes_close(pair.source.text):
        yield Fault(MARKS, UNBALANCED, "a quotation mark has no partner")


def _closes(text: str) -> bool:
    return text.count("(") + text.count("（") == text.count(")") + text.count("）")


def _quotes_close(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count("「") == text.count("」")


def debris(pair: Pair) -> Iterator[Fault]:
    """M610: markup, pieces of addresses, words in capitals that the Chinese does not have."""
    found = _MARKUP.search(pair.english)
    if found and found[0] not in pair.source.text:
        yield Fault(DEBRIS, MARKUP, f"“{found[0]}” is no English")
    link = _LINK.search(pair.english)
    if link and link[0].casefold() not in pair.source.text.casefold():
        yield Fault(DEBRIS, LINK, f"“{link[0]}” is of an address")
    letters = sum(map(str.isalpha, pair.english))
    if pair.english.isupper() and letters >= _CAPITAL_LETTERS and not re.search("[A-Z]{3}", pair.source.text):
        yield Fault(DEBRIS, CAPITALS, "all of it is in capitals")
        return
    capitals = [word for word in _CAPITAL_WORD.findall(pair.english) if word not in pair.source.text]
    if len(capitals) >= _MOST_CAPITALS:
        yield Fault(DEBRIS, CAPITALS, f"“{' '.join(capitals[:3])}” in capitals")
