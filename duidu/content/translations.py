"""``content/translations/<language>/<page>/<slug>.po`` ◀─▶ Catalogue, in gettext's PO format.

    # Edited translation
    #: content/articles/zunyi-red-spirit/hongse.md:9
    msgctxt "paragraph"
    msgid "红色，是名城遵义最鲜明的底色。"
    msgstr "Red is the defining color of Zunyi."

The flag ``fuzzy`` means that nobody has reviewed the English. A comment that begins with MACHINE_NOTE names the
engine; ``#| msgid`` quotes the earlier Chinese that the English was written for. Nothing here depends on the
clock, so an unchanged catalogue gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import polib

from duidu.errors import CatalogueError, DuiduError, raise_all
from duidu.files import read_text, write_if_changed, write_together
from duidu.model import Catalogue, English, Message, SourceRef, Status

TRANSLATIONS = "content/translations"
ENGLISH = "en"
MACHINE_NOTE = "Machine translation: "
# A line of a file holds a whole text: each PO editor wraps otherwise, and would change lines that nobody has touched.
UNWRAPPED = 0
# Earlier versions wrapped at so many columns.
WRAP = 78
_UNICODE_LINE_ENDS = re.compile(r"[\x85\u2028\u2029]")
_KEYWORD = r"(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*"
_LINE = re.compile(rf'\s*(?:#(?!~ ?[^|\s]).*|(?:#~\s*)?(?:{_KEYWORD})?"(?:[^"\\]|\\.)*")?\s*')
# What msgfmt asks for is there; what would tell people or the clock is left to the editors, who fill it in.
_HEADER = {
    "Project-Id-Version": "Duidu edition",
    "PO-Revision-Date": "",
    "Last-Translator": "",
    "Language-Team": "",
    "Language": "en",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


def catalogue_path(key: str, language: str = ENGLISH) -> str:
    """The PO file of an article, relative to the edition.

    >>> catalogue_path("page/slug")
    'content/translations/en/page/slug.po'
    """
    return f"{TRANSLATIONS}/{language}/{key}.po"


def read_catalogues(root: Path, keys: list[str], language: str = ENGLISH) -> dict[str, Catalogue]:
    """The catalogues of these articles; an article without a PO file has an empty one.

    All files are tried; raises ManyFaultsError or the one CatalogueError.
    """
    catalogues: dict[str, Catalogue] = {}
    errors: list[DuiduError] = []
    for key in keys:
        try:
            catalogues[key] = read_catalogue(root, key, language)
        except CatalogueError as error:
            errors.append(error)
    raise_all(errors)
    return catalogues


def read_gone(root: Path, keys: list[str], language: str = ENGLISH) -> tuple[Catalogue, ...]:
    """The catalogues whose article is gone or has another name now; see ``duidu.memory``."""
    folder = root / TRANSLATIONS / language
    found = (path.relative_to(folder).with_suffix("").as_posix() for path in sorted(folder.glob("*/*.po")))
    return tuple(read_catalogues(root, sorted(set(found) - set(keys)), language).values())


def read_catalogue(root: Path, key: str, language: str = ENGLISH) -> Catalogue:
    """The catalogue of one article. Raises CatalogueError with file and line."""
    name = catalogue_path(key, language)
    po = _load(root, name)
    if po is None:
        return Catalogue(key, ())
    messages: list[Message] = []
    obsolete: list[Message] = []
    for entry in po:
        if entry.msgid_plural:
            message = "an entry with plural forms is not a sentence of an article."
            raise CatalogueError(message, hint="write it with one msgstr.", ref=SourceRef(name, entry.linenum or 1))
        (obsolete if entry.obsolete else messages).append(_message(entry, name))
    _check_doubles(messages, name)
    return Catalogue(key, tuple(messages), tuple(obsolete))


def _load(root: Path, name: str) -> polib.POFile | None:
    path = root / name
    if not path.is_file():
        return None
    text = _UNICODE_LINE_ENDS.sub(" ", read_text(path, name, CatalogueError))
    _check_lines(text, name)
    # polib writes the earlier Chinese of an obsolete entry as #~|, and passes over it when it reads.
    text = re.sub(r"^#~\| ", "#| ", text, flags=re.MULTILINE)
    try:
        return polib.pofile(text, wrapwidth=UNWRAPPED)
    except (OSError, ValueError, IndexError) as error:
        match = re.search(r"line (\d+)\)?:?\s*(.*)", str(error))
        line, what = (int(match.group(1)), match.group(2)) if match else (1, "")
        raise _no_po(f"{what or 'it cannot be parsed'}", name, line) from None


def _check_lines(text: str, name: str) -> None:
    """Every line must be whole: polib would take a line without its quotes for another text."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not _LINE.fullmatch(line):
            raise _no_po(f"this line is neither a comment nor text in quotes: {line[:40]}", name, number)


def _no_po(what: str, name: str, line: int) -> CatalogueError:
    return CatalogueError(
        f"this is not a valid PO file: {what}.", hint="msgfmt --check FILE says more.", ref=SourceRef(name, line)
    )


def _message(entry: polib.POEntry, name: str) -> Message:
    english = English(entry.msgstr, _status(entry), _note(entry))
    return Message(entry.msgctxt or "", entry.msgid, english, SourceRef(name, entry.linenum or 1))


def _status(entry: polib.POEntry) -> Status:
    if not entry.msgstr:
        return Status.MISSING
    if "fuzzy" not in entry.flags:
        return Status.REVIEWED
    return Status.MACHINE if MACHINE_NOTE in (entry.tcomment or "") and not entry.previous_msgid else Status.STALE


def _note(entry: polib.POEntry) -> str:
    if entry.previous_msgid:
        return str(entry.previous_msgid)
    lines = _comment_lines(entry)
    return next((line.removeprefix(MACHINE_NOTE) for line in lines if line.startswith(MACHINE_NOTE)), "")


def _comment_lines(entry: polib.POEntry) -> list[str]:
    """The lines of the translator's comment; a note that an earlier version has wrapped is one line again."""
    lines: list[str] = []
    for line in (entry.tcomment or "").split("\n"):
        noted = lines and lines[-1].startswith(MACHINE_NOTE) and line
        glue = "" if lines and lines[-1].endswith("-") else " "
        if noted and len(f"# {lines[-1]}{glue}{re.split('[ -]', line)[0]}") > WRAP:
            lines[-1] += glue + line
        else:
            lines.append(line)
    return lines


def _check_doubles(messages: list[Message], name: str) -> None:
    seen: dict[tuple[str, str], int] = {}
    for message in messages:
        first = seen.setdefault((message.context, message.chinese), message.ref.line)
        if first != message.ref.line:
            raise CatalogueError(
                f"the same sentence and context stand in line {first} too.",
                hint="keep one of the two entries.",
                ref=SourceRef(name, message.ref.line),
            )


# ---------------------------------------------------------------- writing


Places = Mapping[tuple[str, str], SourceRef]


def save_catalogue(root: Path, catalogue: Catalogue, places: Places, language: str = ENGLISH) -> bool:
    """Write a catalogue; says whether the file changed.

    ``places`` gives the line of the article for each (context, sentence). Comments, flags and header fields that
    a person or a PO editor has added stay.
    """
    return bool(save_catalogues(root, [(catalogue, places)], language))


def save_catalogues(root: Path, catalogues: Iterable[tuple[Catalogue, Places]], language: str = ENGLISH) -> int:
    """Write catalogues, all or none; says how many files changed. Raises WriteError."""
    files = []
    for catalogue, places in catalogues:
        name = catalogue_path(catalogue.key, language)
        data = _data(_load(root, name), catalogue, places, language)
        if data is not None:
            files.append((root / name, data, name))
    return write_together(files)


def _data(old: polib.POFile | None, catalogue: Catalogue, places: Places, language: str) -> bytes | None:
    """The new bytes of a PO file; None where it says the same already."""
    if old is not None and _same(old, catalogue):
        return None
    header = _HEADER | {"Language": language.replace("-", "_")} | (dict(old.metadata) if old is not None else {})
    new = polib.POFile(wrapwidth=UNWRAPPED)
    new.metadata = header | {"Content-Type": _HEADER["Content-Type"]}
    new.header = old.header if old is not None else ""
    new.metadata_is_fuzzy = old.metadata_is_fuzzy if old is not None else False
    known = {(entry.msgctxt or "", entry.msgid, bool(entry.obsolete)): entry for entry in old or []}
    for message in catalogue.messages:
        new.append(_entry(message, known, places.get((message.context, message.chinese)), obsolete=False))
    for message in catalogue.obsolete:
        new.append(_entry(message, known, None, obsolete=True))
    return (str(new).rstrip("\n") + "\n").encode()


def _same(po: polib.POFile, catalogue: Catalogue) -> bool:
    """Whether the file says the same already: then its bytes are a person's, and stay."""
    current = [(entry.msgctxt or "", entry.msgid, *_said(entry), bool(entry.obsolete)) for entry in po]
    wanted = [
        (message.context, message.chinese, *_wanted(message.english), obsolete)
        for messages, obsolete in ((catalogue.messages, False), (catalogue.obsolete, True))
        for message in messages
    ]
    return current == wanted


def _said(entry: polib.POEntry) -> tuple[str, Status, str]:
    return _wanted(English(entry.msgstr, _status(entry), _note(entry)))


def _wanted(english: English) -> tuple[str, Status, str]:
    """What must stand in the file; a comment on reviewed English is a person's matter."""
    note = english.note if english.status in (Status.MACHINE, Status.STALE) else ""
    return english.text, english.status, note


_Known = dict[tuple[str, str, bool], polib.POEntry]


def _entry(message: Message, known: _Known, place: SourceRef | None, *, obsolete: bool) -> polib.POEntry:
    """The entry as it stands in the file, now or as the other kind, or a new one."""
    here = (message.context, message.chinese)
    entry = known.pop((*here, obsolete), None) or known.pop((*here, not obsolete), None)
    entry = entry or polib.POEntry(msgid=message.chinese, msgctxt=message.context or None)
    entry.obsolete = obsolete
    if place or obsolete:
        entry.occurrences = [(place.path, str(place.line))] if place else []
    if _said(entry) != _wanted(message.english):
        _set_english(entry, message.english)
    return entry


def _set_english(entry: polib.POEntry, english: English) -> None:
    entry.msgstr = english.text
    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    entry.previous_msgid = None
    entry.previous_msgctxt = None
    comments = [line for line in _comment_lines(entry) if line and not line.startswith(MACHINE_NOTE)]
    if english.status is Status.MACHINE:
        entry.flags.append("fuzzy")
        comments.append(MACHINE_NOTE + english.note)
    elif english.status is Status.STALE:
        entry.flags.append("fuzzy")
        entry.previous_msgid = english.note or None
    entry.tcomment = "\n".join(comments)


# ---------------------------------------------------------------- one entry


def english_of(root: Path, key: str, place: tuple[str, str], language: str = ENGLISH) -> English | None:
    """The English that the PO file of an article has now for a context and sentence; None where it has no such entry.

    Raises CatalogueError.
    """
    entry = _entry_at(_load(root, catalogue_path(key, language)), place)
    return None if entry is None else English(entry.msgstr, _status(entry), _note(entry))


def put_english(root: Path, key: str, place: tuple[str, str], english: English, language: str = ENGLISH) -> None:
    """Write the English of one entry, and leave everything else as it is. Raises CatalogueError and WriteError."""
    name = catalogue_path(key, language)
    po = _load(root, name)
    entry = _entry_at(po, place)
    if po is None or entry is None:
        raise CatalogueError("the sentence is not there.", hint="run: duidu translate", ref=SourceRef(name, 1))
    _set_english(entry, english)
    write_if_changed(root / name, (str(po).rstrip("\n") + "\n").encode(), name)


def _entry_at(po: polib.POFile | None, place: tuple[str, str]) -> polib.POEntry | None:
    return next((item for item in po or () if (item.msgctxt or "", item.msgid) == place and not item.obsolete), None)
