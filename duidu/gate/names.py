"""M605 and M606: names and terms that the English lacks, and names that the Chinese does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from duidu.gate.coverage import is_covered
from duidu.gate.english import LIGHT_STEMS, ORDINARY, Token, any_related, families, plain, related, stem
from duidu.gate.families import one_family
from duidu.gate.meanings import counterparts, wholes
from duidu.gate.pair import Pair
from duidu.gate.tables import rows
from duidu.gate.transliterations import is_foreign, likeness, sound_of_chinese, sound_of_english
from duidu.model import Fault, Term, Word, WordTag

NAME, TERM = "M605", "M606"
PERSON_LOST, PLACE_LOST, PART_OF_NAME, TERM_LOST, AGREED_LOST = 0.65, 0.6, 0.1, 0.35, 0.6
LATIN_LOST, KNOWN_LOST, FOREIGN_LOST, INVENTED, ACRONYM, ACRONYM_OF_BODY = 0.6, 0.6, 0.5, 0.45, 0.45, 0.3
INVENTED_WHOLE, INVENTED_PLACE, INVENTED_PART = 0.6, 0.6, 0.25

_LETTERS = re.compile(r"[^\W\d_]+")
_CHINESE = re.compile(r",| \(|\s*[㐀-鿿]")
_NO_LETTERS = re.compile(r"[\W_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ’'.-]*[A-Za-zÀ-ɏ]")
_PINYIN = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)(?:[aeiuv]|(?<=[bpmflwy])o|ai|ei|ui|ao|ou|iu|ie|ve|ue|er|an|en|in|un|vn|ang|eng|ing|ong|ia"
    r"|ian|iang|iao|iong|ua|uo|uai|uan|uang)|ai|an|ang|ao|e|en|er|ou){1,3}"
)
_ROMAN = re.compile("[IVXLC]+")
_ALIKE, _ALIKE_LONG, _SAME_NAME, _SAME_RUN = 0.5, 0.6, 0.75, 0.65
# What stands before a name and may be taken for a surname; what makes a number greater.
_JOINTS, _UNITS = "和与向于时", "十百千万亿"
_NO_PERSON = "语族派教州国党军式"  # 罗曼语 is a language
# What acronyms of English mostly stand for.
_BODY = re.compile(
    "协会|委员会|学会|联合会|奥委会|管理局|总局|局|署|部|院|党|组织|机构|中心|公司|大学|联盟|办公室|系统|计划|病|综合征"
)
_OPENING = ("“", "「", "‘", "『", "《")
_SHORTEST_FOREIGN, _LONGEST_ACRONYM, _LONGEST_WORD = 3, 5, 6


def check(pair: Pair) -> Iterator[Fault]:
    """Names and terms, settled ones first."""
    settled = "".join(term.chinese for term in pair.source.terms)
    yield from _settled(pair)
    yield from _latin(pair)
    yield from _known(pair, settled)
    yield from _foreign(pair, settled)
    yield from _invented(pair)
    yield from _places(pair)


def _settled(pair: Pair) -> Iterator[Fault]:
    """Terms with their settled English; of a name, order, hyphens, case and accents do not matter."""
    english = _bare(pair.english)
    for term in pair.source.terms:
        if term.chinese not in pair.source.text or _is_cut(term, pair):
            continue
        forms = (term.english, *term.accepted)
        if any(_bare(form) in english for form in forms):
            continue
        if term.tag is None:
            if not any(_words_of(form) <= pair.stems for form in forms):
                weight = AGREED_LOST if term.agreed else TERM_LOST
                yield Fault(TERM, weight, f"{term.chinese} should be “{term.english}”")
        elif _is_lettered(term.chinese, pair) or _has_surname(term, pair) or _is_short(term.english, pair):
            continue
        elif not _is_other(term, pair) and not any(_turned(form, english) or _is_kin(form, pair) for form in forms):
            yield _lost_name(term, english, pair)


def _is_lettered(name: str, pair: Pair) -> bool:
    """Whether the Chinese itself gives a name, or the longer one that it begins, in letters that the English has."""
    lettered = re.search(
        rf"{re.escape(name)}[㐀-鿿·]*\s*[（(]\s*({_LATIN.pattern}(?:\s+{_LATIN.pattern})*)", pair.source.text
    )
    return lettered is not None and _bare(lettered[1]) in _bare(pair.english)


def _has_surname(term: Term, pair: Pair) -> bool:
    """Whether the English has the surname of a person as others write it, in a longer name: Wong Kan Seng."""
    if term.tag is not WordTag.PERSON:
        return False
    spellings = _surnames().get(term.chinese[0], frozenset())
    beside = pairwise(pair.tokens)
    return any(one.capital and other.capital and spellings & {one.text, other.text} for one, other in beside)


@cache
def _surnames() -> dict[str, frozenset[str]]:
    return {char: frozenset(spellings.split()) for char, spellings in rows("surnames.tsv")}


def _is_cut(term: Term, pair: Pair) -> bool:
    """Whether a term is a piece of a longer number, or of a longer word that the English has: 数万|亿, 北大|西洋."""
    text, start = pair.source.text, pair.source.text.index(term.chinese)
    end = start + len(term.chinese)
    if term.chinese[-1] in _UNITS and text[end : end + 1] in tuple(_UNITS):
        return True
    return any(is_covered(whole, pair) for whole in wholes(text, start, end, pair.meanings.known))


def _is_other(term: Term, pair: Pair) -> bool:
    """Whether what was taken for a name is two words (和|车辆), two characters that the English has (黔北, northern
    Guizhou), or begins a quotation: few of these are people, many are mottoes (“强双基”)."""
    first, rest = term.chinese[0], term.chinese[1:]
    if first in _JOINTS and len(rest) > 1 and pair.meanings.known(rest) and is_covered(rest, pair):
        return True
    if term.tag is WordTag.PERSON and term.chinese[-1] in _NO_PERSON:
        return True
    if term.tag is WordTag.PLACE and len(rest) == 1:
        return is_covered(first, pair) and is_covered(rest, pair)
    return term.tag is WordTag.PERSON and pair.source.text.partition(term.chinese)[0].endswith(_OPENING)


def _is_kin(form: str, pair: Pair) -> bool:
    """Whether the English has a word of a place by another ending: Rome, Roman; Afghanistan, Afghan."""
    mine = frozenset(stem(word) for word in _LETTERS.findall(form) if word[0].isupper())
    proper = mine - ORDINARY
    return one_family(mine, pair.stems) or any(any_related(one, pair.families) for one in proper)


def _lost_name(term: Term, english: str, pair: Pair) -> Fault:
    """A part of a name may stand for the whole of it, as English has it on second mention; so may another spelling."""
    words = [part for part in _LETTERS.findall(term.english) if len(part) > 1]
    proper = [part for part in words if stem(part) not in ORDINARY]  # an island is not yet Honshu
    parts = {_bare(part) for part in proper or words}
    names = {_bare(token.text) for token in pair.tokens if token.capital}
    heard = _is_heard(term, pair) and not (term.tag is WordTag.PERSON and _has_chinese_name(pair))
    if parts & names or any(part in english for part in parts if len(part) > 3) or heard:
        return Fault(NAME, PART_OF_NAME, f"{term.chinese} should be “{term.english}”")
    weight = PERSON_LOST if term.tag is WordTag.PERSON else PLACE_LOST
    return Fault(NAME, weight, f"{term.chinese}, “{term.english}”, is not in the English")


def _is_heard(term: Term, pair: Pair) -> bool:
    """Whether one or two words with capitals sound much like a name: Schneider, for Shi Naide.

    What looks like a Chinese name may be a piece of a foreign one: 阿里|斯塔克斯, and 罗卡|角 is a cape.
    """
    heard = [sound_of_english(token.text) for token in pair.tokens if token.capital]
    heard += [one + other for one, other in pairwise(heard)]
    proper = [part for part in _LETTERS.findall(term.english) if stem(part) not in ORDINARY]
    sound = sound_of_english("".join(proper) or term.english.replace(" ", ""))
    if len(sound) > 1 and any(likeness(sound, other) >= _SAME_NAME for other in heard):
        return True
    sound = sound_of_chinese(_run_around(term.chinese, pair.source.text))
    least = _SAME_NAME if len(sound) <= _SHORTEST_FOREIGN else _SAME_RUN
    return len(sound) > 1 and any(likeness(sound, other) >= least for other in heard)


def _has_chinese_name(pair: Pair) -> bool:
    """Whether the English has a person in pinyin, whom it then means: Wang Dafu is not Huang Dafa."""
    beside = pairwise(pair.tokens)
    return any(one.capital and other.capital and _is_pinyin(one) and _is_pinyin(other) for one, other in beside)


def _is_pinyin(token: Token) -> bool:
    return _PINYIN.fullmatch(token.text.casefold()) is not None


def _run_around(name: str, text: str) -> str:
    """The characters that write sounds where a name begins: 别林斯高 for 高晋海 in 别林斯高晋海."""
    start = end = text.index(name)
    while start and is_foreign(text[start - 1] * 2):
        start -= 1
    while is_foreign(text[end : end + 1] * 2):
        end += 1
    return text[start:end]


def _bare(text: str) -> str:
    """Letters and figures only."""
    return _NO_LETTERS.sub("", plain(text))


def _words_of(form: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _LETTERS.findall(form)) - LIGHT_STEMS


def _turned(form: str, english: str) -> bool:
    """Huang Dafa as Dafa Huang."""
    parts = form.split()
    return len(parts) > 1 and _bare("".join(parts[1:] + parts[:1])) in english


def _latin(pair: Pair) -> Iterator[Fault]:
    """Names that the Chinese itself gives in letters."""
    english = _bare(pair.english)
    for match in _LATIN.finditer(pair.source.text):
        word = match[0]
        bare = _bare(word)
        if len(bare) < 3 or word.isupper() or not word[0].isupper() or bare in english:
            continue
        if not _sounds_like(word, pair) and not any_related(stem(word), pair.families):
            yield Fault(NAME, LATIN_LOST, f"{word} is not in the English")


def _known(pair: Pair, settled: str) -> Iterator[Fault]:
    """Names that the dictionary has: countries, cities, companies."""
    seen = set()
    settled += _said_by_acronyms(pair)
    pieces = {piece for name in _names_in(pair) for piece in _pieces(name, pair)}
    place = 0
    for before, word in pairwise((Word("", WordTag.OTHER), *pair.source.words)):
        start, place = place, place + len(word.text)
        stems = pair.meanings.names(word.text)
        if not stems or word.text in settled or word.text in seen or word.text in counterparts():
            continue
        if word.text in pieces or pair.meanings.is_surname(before.text) or _goes_on(pair, start, place):
            continue
        seen.add(word.text)
        if (
            not _is_said(stems, pair)
            and not _is_lettered(word.text, pair)
            and not _is_short(pair.meanings.head(word.text)[0], pair)
        ):
            english = _CHINESE.split(pair.meanings.head(word.text)[0], maxsplit=1)[0]
            yield Fault(NAME, KNOWN_LOST, f"{word.text}, “{english}”, is not in the English")


def _is_short(name: str, pair: Pair) -> bool:
    """Whether the English has a name by its initials: the PA."""
    initials = [part[0] for part in _LETTERS.findall(name) if part[0].isupper()]
    acronyms = [token.text for token in pair.tokens if token.text.isupper() and len(token.text) > 1]
    return len(initials) > 1 and any(acronym[0] == initials[0] and _runs_in(acronym, initials) for acronym in acronyms)


def _runs_in(acronym: str, initials: list[str]) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in acronym)


def _goes_on(pair: Pair, start: int, end: int) -> bool:
    """Whether the name is a piece of a longer word that was cut: 北大|西洋."""
    text = pair.source.text
    return any(pair.meanings.known(text[start : end + more]) for more in (1, 2, 3) if end + more <= len(text))


def _said_by_acronyms(pair: Pair) -> str:
    """The Chinese that acronyms of the English stand for: 伊斯兰国 where it has ISIS."""
    acronyms = (token.text for token in pair.tokens if token.text.isupper())
    return "".join(word for acronym in acronyms for word in _acronyms().get(acronym, ()) if word in pair.source.text)


def _pieces(name: str, pair: Pair) -> list[str]:
    """The words that a foreign name was cut into, where there are several."""
    pieces = [word.text for word in pair.source.words if word.text in name]
    return pieces if len(pieces) > 1 else []


def _is_said(stems: frozenset[str], pair: Pair) -> bool:
    if stems & pair.stems or any(any_related(one, pair.families) for one in stems):
        return True
    if one_family(stems, pair.stems):
        return True
    return any(_sounds_like(one, pair) for one in stems)


def _sounds_like(name: str, pair: Pair) -> bool:
    """Whether a word with a capital sounds much like a name: Mohammed, Muhammad."""
    sound = sound_of_english(name)
    heard = (sound_of_english(token.text) for token in pair.tokens if token.capital)
    same = (other for other in heard if other[:1] == sound[:1])
    return len(sound) > 1 and any(likeness(sound, other) >= _SAME_NAME for other in same)


def _names_in(pair: Pair) -> Iterator[str]:
    """Foreign names that no dictionary has; pieces that were cut apart together."""
    run = ""
    for word in (*pair.source.words, None):
        piece = word.text if word and word.tag is not WordTag.OTHER else ""
        joins = word is not None and word.text in ("·", "•", "‧", "・", "-")
        if word and (joins or (piece and is_foreign(piece) and not _is_word(piece, pair))):
            run += word.text
            continue
        if len(run.strip("·•‧・-")) >= _SHORTEST_FOREIGN:
            yield run.strip("·•‧・-")
        run = ""


def _is_word(piece: str, pair: Pair) -> bool:
    """Whether a piece is a word of the dictionary and no name: 许多."""
    return len(piece) > 1 and pair.meanings.known(piece) and not pair.meanings.names(piece)


def _foreign(pair: Pair, settled: str) -> Iterator[Fault]:
    """Names in characters that write sounds: something in the English must sound a little like them."""
    heard = [sound_of_english(token.text) for token in pair.tokens if token.capital]
    joined = [one + other for one, other in pairwise(heard)]
    for name in _names_in(pair):
        if name in settled or pair.meanings.known(name):
            continue
        parts = re.split(r"[·•‧・-]", _without_known(name, pair))
        sounds = [sound for sound in map(sound_of_chinese, parts) if len(sound) > 1]
        if sounds and all(_unheard(sound, heard + joined) for sound in sounds):
            yield Fault(NAME, FOREIGN_LOST, f"nothing in the English sounds like {name}")


def _without_known(name: str, pair: Pair) -> str:
    """A name without one of the dictionary before it: 巴西|奥亚波克."""
    sizes = (size for size in (4, 3, 2) if len(name) - size >= _SHORTEST_FOREIGN and pair.meanings.names(name[:size]))
    return name[next(sizes, 0) :]


def _unheard(sound: str, heard: list[str]) -> bool:
    least = _ALIKE if len(sound) < _SHORTEST_FOREIGN else _ALIKE_LONG
    return all(likeness(sound, other) < least for other in heard)


def _invented(pair: Pair) -> Iterator[Fault]:
    """Names and acronyms of the English that nothing in the Chinese stands for."""
    text, said = _bare(pair.source.text), _said_by_words(pair)
    open_ones = [
        token
        for token in pair.tokens
        if _may_be_name(token) and token.stem not in said and plain(token.text) not in text
    ]
    if not open_ones:
        return
    said |= _said_by_cut_words(pair)
    kin = families(said)
    sounds = [sound_of_chinese(name) for name in _runs(pair.source.text)]
    sounds += [sound_of_english(name) for name in _LATIN.findall(pair.source.text)]
    invented: list[Token] = []
    for token in open_ones:
        if any_related(token.stem, kin) or one_family(frozenset((token.stem,)), said):
            continue
        letters = token.text.replace(".", "")
        if letters.isupper() and len(letters) <= _LONGEST_ACRONYM:
            if token.stem not in said and not _ROMAN.fullmatch(letters) and not _spells(letters, pair):
                weight = ACRONYM_OF_BODY if _BODY.search(pair.source.text) else ACRONYM
                yield Fault(NAME, weight, f"“{token.text}” is not in the Chinese")
        elif token.stem not in said and not _heard_in(token, sounds) and not _is_common(token, pair):
            invented.append(token)
    for token in invented:
        yield Fault(NAME, _invention(token, invented, pair), f"nothing in the Chinese stands for “{token.text}”")


def _places(pair: Pair) -> Iterator[Fault]:
    """Countries and cities of the English that the Chinese does not name, alone: South Africa is another place."""
    for before, token, behind in zip((None, *pair.tokens), pair.tokens, (*pair.tokens[1:], None), strict=False):
        chinese = _place_names().get(token.text) if token.capital else None
        if (
            chinese is None
            or any(name in pair.source.text for name in chinese)
            or plain(token.text) in plain(pair.source.text)
        ):
            continue
        if not any(
            one and one.capital and not one.opens for one in (before, behind)
        ) and token.stem not in _settled_stems(pair):
            yield Fault(NAME, INVENTED_PLACE, f"nothing in the Chinese stands for “{token.text}”")


def _invention(token: Token, invented: list[Token], pair: Pair) -> float:
    """Beside another invented word it is a whole name; beside a word that the Chinese has, a part of that name."""
    place = next(place for place, other in enumerate(pair.tokens) if other is token)
    beside = [other for other in pair.tokens[max(0, place - 1) : place + 2] if other.capital and other is not token]
    if any(other is one for other in beside for one in invented):
        return INVENTED_WHOLE
    return INVENTED_PART if any(_may_be_name(other) for other in beside) else INVENTED


@cache
def _place_names() -> dict[str, tuple[str, ...]]:
    return {name.strip(): tuple(chinese.split()) for names, chinese in rows("places.tsv") for name in names.split(",")}


def _may_be_name(token: Token) -> bool:
    """A word in pinyin is none here: which names are in the Chinese, and how they are written, the terms say."""
    ordinary = len(token.text) < 3 or token.stem in ORDINARY or _PINYIN.fullmatch(plain(token.text))
    return token.capital and not token.opens and not ordinary


def _said_by_words(pair: Pair) -> frozenset[str]:
    """The stems of all that the words and the settled terms may become."""
    return _settled_stems(pair).union(*(pair.meanings.said(word.text) for word in pair.source.words))


def _settled_stems(pair: Pair) -> frozenset[str]:
    forms = (form for term in pair.source.terms for form in (term.english, *term.accepted))
    return frozenset(stem(part) for form in forms for part in _LETTERS.findall(form))


def _said_by_cut_words(pair: Pair) -> frozenset[str]:
    """The stems of words of the dictionary that were cut: 十字军 in 十字|军."""
    text, known = pair.source.text, pair.meanings.known
    ends = ((start, start + size) for start in range(len(text)) for size in range(2, _LONGEST_WORD))
    cut = {text[start:end] for start, end in ends if known(text[start:end])}
    return frozenset().union(*map(pair.meanings.said, cut))


def _runs(text: str) -> list[str]:
    """All rows of characters that write sounds."""
    runs, run = [], ""
    for char in text + "。":
        if is_foreign(char + char):
            run += char
        else:
            if len(run) > 1:
                runs.append(run)
            run = ""
    return runs


def _heard_in(token: Token, sounds: list[str]) -> bool:
    """Whether a name is heard somewhere in the rows of sounds."""
    sound = sound_of_english(token.text)
    if len(sound) < 2:
        return True
    return any(sound in row or _subsequence(sound, row) >= 0.6 for row in sounds)


def _subsequence(sound: str, row: str) -> float:
    return likeness(sound, row) * max(len(sound), len(row)) / len(sound)


@cache
def _acronyms() -> dict[str, tuple[str, ...]]:
    return {acronym.upper(): tuple(chinese.split()) for acronym, chinese in rows("acronyms.tsv")}


def _spells(acronym: str, pair: Pair) -> bool:
    """Whether an acronym may stand for words of the Chinese: 世卫组织 ─▶ WHO."""
    if any(word in pair.source.text for word in _acronyms().get(acronym, ())):
        return True
    for word in pair.source.words:
        for sense in pair.meanings.head(word.text):
            if acronym in sense or acronym in "".join(part[0] for part in sense.split() if part[0].isupper()):
                return True
    return False


def _is_common(token: Token, pair: Pair) -> bool:
    """Whether a word with a capital is part of a title whose other words are there: the Clean Air Act."""
    said = frozenset().union(*(pair.meanings.parts(word.text) for word in pair.source.words))
    return token.stem in said or any(related(token.stem, other) for other in said)
