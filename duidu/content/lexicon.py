"""``content/lexicon/*.tsv`` ─▶ Lexicon: the editor's corrections, one a line, fields separated by tabs.

The first line names the columns; lines that begin with ``#`` are comments. A wrong line is an error with its
number, and all wrong lines of all files are reported at once.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from duidu.errors import DuiduError, LexiconError, raise_all
from duidu.files import read_text
from duidu.model import GlossLine, LevelLine, Lexicon, ReadingLine, SourceRef, TermLine, VariantLine, WordLine, WordTag
from duidu.syllables import check_spelling

LEXICON = "content/lexicon"

COLUMNS: dict[str, tuple[str, ...]] = {
    "words": ("word", "kind"),
    "readings": ("word", "pinyin", "context"),
    "variants": ("word", "language", "form"),
    "glosses": ("word", "english"),
    "levels": ("word", "level"),
    "terms": ("chinese", "english", "note"),
}
_OPTIONAL = {"kind", "context", "note"}
_LANGUAGES = ("*", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK")

Line = TypeVar("Line")


def read_lexicon(root: Path) -> Lexicon:
    """All corrections. Raises ManyFaultsError or the one LexiconError."""
    errors: list[DuiduError] = list(_unknown_files(root))
    lexicon = Lexicon(
        words=_table(root, "words", _word, errors),
        readings=_table(root, "readings", _reading, errors),
        variants=_table(root, "variants", _variant, errors),
        glosses=_table(root, "glosses", _gloss, errors),
        levels=_table(root, "levels", _level, errors),
        terms=_table(root, "terms", _term, errors),
    )
    raise_all(errors)
    return lexicon


def _unknown_files(root: Path) -> Iterator[LexiconError]:
    """A file that nothing reads; not those that systems and editors leave behind, nor notes in Markdown."""
    folder = root / LEXICON
    names = [f"{name}.tsv" for name in COLUMNS]
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name in names or _LEFT_BEHIND.search(path.name) or not path.is_file():
            continue
        near = difflib.get_close_matches(path.name.lower(), names, n=1) or [
            name for name in names if path.name.lower().startswith(f"{name.removesuffix('.tsv')}.")
        ]
        hint = f"did you mean '{near[0]}'?" if near else f"known files: {', '.join(names)}"
        yield LexiconError(
            "no file of the lexicon has this name.", hint=hint, ref=SourceRef(f"{LEXICON}/{path.name}", 1)
        )


# .DS_Store, words.tsv~, ~$words.xlsx, #words.tsv#, desktop.ini
_LEFT_BEHIND = re.compile(r"^[.~#]|~$|\.(bak|orig|rej|sw[op]|tmp|ini|db|md)$", re.IGNORECASE)


def _table(
    root: Path, name: str, make: Callable[[dict[str, str], SourceRef], Line], errors: list[DuiduError]
) -> tuple[Line, ...]:
    """The lines of one file; two that say different things of the same word are a fault."""
    lines = []
    first: dict[object, tuple[object, SourceRef]] = {}
    for row, ref in _rows(root, name, errors):
        try:
            line = make(row, ref)
        except LexiconError as error:
            errors.append(error)
            continue
        lines.append(line)
        of, value = _said(line)
        other, place = first.setdefault(of, (value, ref))
        if other != value:
            message = f"line {place.line} says otherwise of '{next(iter(row.values()))}'."
            errors.append(LexiconError(message, hint=_KEEP_ONE.get(name, "keep one of the two lines."), ref=ref))
    return tuple(lines)


_KEEP_ONE = {
    "readings": "keep one of the two lines, or give one a context of its own.",
    "glosses": "write all senses in one line, separated by semicolons.",
    "terms": "write one line, with a | before each other form that is right, too.",
}


def _said(line: object) -> tuple[object, object]:
    """What a line is about, and what it says of it."""
    match line:
        case WordLine():
            return "".join(line.word.split()), (line.word.split(), line.tag)
        case ReadingLine():
            return (line.word, line.context), line.pinyin
        case VariantLine():
            return (line.word, line.language), line.form
        case GlossLine():
            return line.word, line.senses
        case LevelLine():
            return line.word, line.level
        case TermLine():
            return line.chinese, (line.english, line.accepted)
        case _:
            raise TypeError(line)


def _rows(root: Path, name: str, errors: list[DuiduError]) -> Iterator[tuple[dict[str, str], SourceRef]]:
    path = root / LEXICON / f"{name}.tsv"
    if not path.is_file():
        return
    file = f"{LEXICON}/{name}.tsv"
    columns = COLUMNS[name]
    seen_header = False
    try:
        text = read_text(path, file, LexiconError)
    except LexiconError as error:
        errors.append(error)
        return
    for number, line in enumerate(text.split("\n"), start=1):
        fields = line.split("\t")
        ref = SourceRef(file, number)
        if not line.strip() or line.startswith("#"):
            continue
        if not seen_header:
            seen_header = True
            if tuple(fields) != columns:
                errors.append(
                    LexiconError(
                        f"the first line is {fields}.", hint=f"it names the columns: {'⇥'.join(columns)}", ref=ref
                    )
                )
                return
            continue
        try:
            yield _fields(fields, columns, ref), ref
        except LexiconError as error:
            errors.append(error)


def _fields(values: list[str], columns: tuple[str, ...], ref: SourceRef) -> dict[str, str]:
    needed = [column for column in columns if column not in _OPTIONAL]
    values = [value.strip() for value in values]
    row = dict(zip(columns, values + [""] * len(columns), strict=False))
    if len(values) > len(columns) or any(not row[column] for column in needed):
        raise LexiconError(
            f"{len(values)} fields, {len([value for value in values if value])} of them filled.",
            hint=f"separate {' and '.join(needed)} by one tab each.",
            ref=ref,
        )
    return row


def _word(row: dict[str, str], ref: SourceRef) -> WordLine:
    kinds = [tag.value for tag in WordTag if tag is not WordTag.OTHER]
    word, *last = row["word"].rsplit(maxsplit=1)
    if last and last[0].lower() in kinds and not row["kind"]:
        hint = f"separate the word and its kind by a tab: {word}⇥{last[0].lower()}"
        raise LexiconError(f"a space before '{last[0]}' says where to cut.", hint=hint, ref=ref)
    if row["kind"] and row["kind"] not in kinds:
        raise LexiconError(f"unknown kind '{row['kind']}'.", hint=f"one of: {', '.join(kinds)}", ref=ref)
    return WordLine(row["word"], WordTag(row["kind"] or "word"), ref)


def _reading(row: dict[str, str], ref: SourceRef) -> ReadingLine:
    if row["context"] and row["word"] not in row["context"]:
        hint = "the context is a longer piece of text with the word in it, or empty."
        raise LexiconError(f"'{row['word']}' does not stand in the context '{row['context']}'.", hint=hint, ref=ref)
    try:
        check_spelling(row["pinyin"], row["word"])
    except ValueError as error:
        hint = (
            "pinyin with a syllable a character, tones as marks or numbers: zhōngguó, zhong1guo2, xī'ān, zhèr for 这儿."
        )
        raise LexiconError(f"{error}.", hint=hint, ref=ref) from None
    return ReadingLine(row["word"], row["pinyin"], row["context"], ref)


def _variant(row: dict[str, str], ref: SourceRef) -> VariantLine:
    if row["language"] not in _LANGUAGES:
        raise LexiconError(f"unknown language '{row['language']}'.", hint=f"one of: {', '.join(_LANGUAGES)}", ref=ref)
    return VariantLine(row["word"], row["language"], row["form"], ref)


def _gloss(row: dict[str, str], ref: SourceRef) -> GlossLine:
    senses = tuple(sense.strip() for sense in row["english"].split(";") if sense.strip())
    return GlossLine(row["word"], senses, ref)


def _level(row: dict[str, str], ref: SourceRef) -> LevelLine:
    if row["level"] not in set("01234567"):
        raise LexiconError(f"unknown level '{row['level']}'.", hint="1 to 6, 7 for the band 7-9, 0 for none.", ref=ref)
    return LevelLine(row["word"], int(row["level"]), ref)


def _term(row: dict[str, str], ref: SourceRef) -> TermLine:
    """The first form is the one to write, those behind a ``|`` are right, too."""
    forms = [form.strip() for form in row["english"].split("|") if form.strip()]
    if not forms:
        raise LexiconError("no English between the '|'.", hint="write the English, then | and other forms.", ref=ref)
    return TermLine(row["chinese"], forms[0], row["note"], ref, tuple(forms[1:]))
