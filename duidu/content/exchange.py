"""TMX 1.4 and XLIFF 1.2 ◀─▶ offers of English, for exchange with other translators' tools.

The only file that knows the Translate Toolkit, which is an extra: it is loaded when a file is written or read.

How far a translation can be trusted is an attribute in XLIFF, and properties of ours in TMX, which has none:

    reviewed   approved="yes", state="final"         machine   state-qualifier="mt-suggestion"
    stale      state="needs-review-translation"      missing   state="new", only in XLIFF
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from duidu.errors import ExchangeError
from duidu.files import read_bytes, write_atomically
from duidu.model import English, Offer, SourceRef, Status
from duidu.text import without_controls

SOURCE = "zh"
KINDS = {".tmx": "TMX", ".xlf": "XLIFF", ".xliff": "XLIFF"}
INSTALL = "install it once: pip install 'duidu[exchange]'"

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What XML cannot hold, and what it does not give back as it was.
_NOT_XML = re.compile(r"[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_APPROVED = {"signed-off", "final"}
_MACHINE = {"mt-suggestion", "leveraged-mt"}
# What a unit says beside its texts ─▶ the field of the English, or of the unit, in both formats.
_ARTICLE, _CONTEXT, _ENGINE, _EARLIER = "x-duidu-article", "x-context", "x-duidu-engine", "x-duidu-earlier"
# An article as we name it: two plain names, so that no file can lead out of the folder of the PO files.
_KEY = re.compile(r"[^/\\.\s\x00-\x1f][^/\\\x00-\x1f]*/[^/\\.\s\x00-\x1f][^/\\\x00-\x1f]*")
_STATUS, _LOST, _MSGCTXT = "x-duidu-status", "x-duidu-lost", "x-po-msgctxt"


def write_offers(path: Path, units: Iterable[Offer], language: str) -> None:
    """Write a TMX or XLIFF file, by its ending. Raises ExchangeError and WriteError."""
    kind = kind_of(path)
    units = [_checked(unit, path) for unit in units]
    store = _tmx(units, language) if kind == "TMX" else _xliff(units, language)
    write_atomically(path, bytes(store), str(path))


def read_offers(path: Path, language: str) -> tuple[Offer, ...]:
    """What a TMX or XLIFF file offers: its units that have Chinese, and a translation into this language.

    Raises ExchangeError when the file cannot be read, is none of these, or is for another language.
    """
    kind = kind_of(path)
    data = read_bytes(path, str(path), ExchangeError)
    found: Iterator[Offer] = (_from_tmx if kind == "TMX" else _from_xliff)(data, path, language)
    units = map(_clean, found)
    return tuple(unit for unit in units if unit.chinese.strip() and unit.english.text.strip())


def _clean(unit: Offer) -> Offer:
    """What a PO file can hold, whatever the program before put into its lines."""
    english = replace(unit.english, text=without_controls(unit.english.text).strip("\n"))
    return replace(unit, chinese=without_controls(unit.chinese), english=english)


def kind_of(path: Path) -> str:
    """
    >>> kind_of(Path("memory.xlf"))
    'XLIFF'
    """
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        raise ExchangeError(
            f"{path.name}: the ending tells the format, and this is none.", hint=f"name it {', '.join(KINDS)}."
        )
    return kind


def _checked(unit: Offer, path: Path) -> Offer:
    for text in (unit.chinese, unit.english.text, unit.english.note):
        found = _NOT_XML.search(text)
        if found:
            raise ExchangeError(
                f"{path.name}: XML cannot hold the character U+{ord(found.group()):04X} in: {unit.chinese[:30]}",
                hint="take it out of the PO file.",
            )
    return unit


def _toolkit() -> tuple[Any, Any]:
    """The toolkit's modules for TMX and XLIFF. Raises ExchangeError where it is not installed."""
    try:
        from translate.storage import tmx, xliff
    except ImportError:
        raise ExchangeError("TMX and XLIFF need the Translate Toolkit, which is not there.", hint=INSTALL) from None
    return tmx, xliff


# ---------------------------------------------------------------- TMX


def _tmx(units: Iterable[Offer], language: str) -> Any:
    store = _toolkit()[0].tmxfile(sourcelanguage=SOURCE, targetlanguage=language)
    for unit in units:
        if not unit.english.text:
            continue
        made = store.addsourceunit(unit.chinese)
        made.settarget(unit.english.text, language)
        properties = {_ARTICLE: unit.key, _CONTEXT: unit.context, _STATUS: unit.english.status.value, **_notes(unit)}
        properties |= {_LOST: "yes"} if unit.lost else {}
        for place, (name, value) in enumerate(properties.items()):
            element = made.xmlelement.makeelement("prop", {"type": name})
            element.text = value
            made.xmlelement.insert(place, element)
    return store


def _notes(unit: Offer) -> dict[str, str]:
    """What the note of the English is, by its name: the engine, or the earlier Chinese."""
    name = {Status.MACHINE: _ENGINE, Status.STALE: _EARLIER}.get(unit.english.status)
    return {name: unit.english.note} if name and unit.english.note else {}


def _from_tmx(data: bytes, path: Path, language: str) -> Iterator[Offer]:
    store = _parsed(_toolkit()[0].tmxfile.parsestring, data, path, "TMX")
    others: set[str] = set()
    found = False
    for unit in store.units:
        texts = {
            (node.get(_LANG) or node.get("lang") or "").replace("_", "-"): unit.getNodeText(node) or ""
            for node in unit.getlanguageNodes()
        }
        chinese, english = _text_in(texts, SOURCE), _text_in(texts, language)
        others |= texts.keys()
        if chinese is not None and english is not None:
            found = True
            properties = {node.get("type"): node.text or "" for node in unit.xmlelement.iterchildren("prop")}
            status = properties.get(_STATUS, "")
            yield Offer(
                key := _key(properties.get(_ARTICLE, "")),
                properties.get(_CONTEXT, "") if key else "",
                chinese,
                _english(english, Status(status) if status in set(Status) else Status.STALE, properties),
                _LOST in properties,
            )
    if store.units and not found:
        raise _other_language(path, ", ".join(sorted(filter(None, others))) or "none", language)


def _key(text: str) -> str:
    return text if _KEY.fullmatch(text) else ""


def _text_in(texts: dict[str, str], language: str) -> str | None:
    """The text in this language, or else in a variant of it.

    >>> _text_in({"zh-CN": "桥", "en-US": "Bridge"}, "en")
    'Bridge'
    """
    main = language.partition("-")[0].lower()
    near = (text for tag, text in texts.items() if tag.partition("-")[0].lower() == main)
    return texts.get(language, next(near, None))


def _english(text: str, status: Status, properties: dict[str, str]) -> English:
    name = {Status.MACHINE: _ENGINE, Status.STALE: _EARLIER}.get(status, "")
    return English(text, status, properties.get(name, "")) if text else English("", Status.MISSING, "")


# ---------------------------------------------------------------- XLIFF


def _xliff(units: Iterable[Offer], language: str) -> Any:
    store = _xliff_type()()
    store.setsourcelanguage(SOURCE)
    store.settargetlanguage(language)
    for unit in units:
        made = store.addsourceunit(unit.chinese, unit.key, createifmissing=True)
        made.target = unit.english.text or None
        made.createcontextgroup("duidu", [(_MSGCTXT, unit.context), *_notes(unit).items()], "information")
        _set_state(made, unit)
    return store


def _xliff_type() -> Any:
    """The toolkit's file as XLIFF 1.2; by itself it writes 1.1."""
    module = _toolkit()[1]
    unit = type("Unit12", (module.Xliff1Unit,), {"namespace": _NAMESPACE})
    skeleton = module.Xliff1File.XMLskeleton.replace("document:1.1", "document:1.2").replace("'1.1'", "'1.2'")
    return type("File12", (module.Xliff1File,), {"namespace": _NAMESPACE, "UnitClass": unit, "XMLskeleton": skeleton})


def _set_state(made: Any, unit: Offer) -> None:
    reviewed = unit.english.status is Status.REVIEWED
    made.xmlelement.set("approved", "yes" if reviewed else "no")
    if unit.lost:
        made.xmlelement.set("translate", "no")
    target = made.get_target_dom()
    if target is not None:
        target.set("state", "final" if reviewed else "needs-review-translation")
        if unit.english.status is Status.MACHINE:
            target.set("state-qualifier", "mt-suggestion")


def _from_xliff(data: bytes, path: Path, language: str) -> Iterator[Offer]:
    store = _parsed(_xliff_type().parsestring, data, path, "XLIFF")
    for unit in store.units:
        file = next(unit.xmlelement.iterancestors(unit.namespaced("file")))
        source, target = file.get("source-language", SOURCE), file.get("target-language", language)
        if _text_in({source: ""}, SOURCE) is None or _text_in({target: ""}, language) is None:
            raise _other_language(path, f"{source}, {target}", language)
        said = dict(pair for group in unit.getcontextgroups("duidu") for pair in group)
        key = _key(file.get("original", "")) if _MSGCTXT in said else ""
        english = _english(unit.target or "", _status(unit), said)
        yield Offer(key, said.get(_MSGCTXT, "") if key else "", unit.source or "", english, not unit.istranslatable())


def _status(unit: Any) -> Status:
    """How far a target can be trusted: ``translated`` is what a person has finished, in every tool we know of."""
    target = unit.get_target_dom()
    state, qualifier = (target.get("state"), target.get("state-qualifier")) if target is not None else (None, None)
    if unit.isapproved() or state in _APPROVED:
        return Status.REVIEWED
    if qualifier in _MACHINE:  # "translated" by a machine is not by a person
        return Status.MACHINE
    return Status.REVIEWED if state == "translated" else Status.STALE


# ---------------------------------------------------------------- faults


def _parsed(parse: Callable[[bytes], Any], data: bytes, path: Path, kind: str) -> Any:
    """The file as the toolkit reads it; it raises whatever it meets: syntax errors, assertions, missing parts."""
    try:
        store = parse(data)
        if not store.document.getroot().tag.endswith({"TMX": "tmx", "XLIFF": "xliff"}[kind]):
            raise ValueError("its first element is another")
    except Exception as error:
        line = getattr(error, "lineno", None) or 1
        what = re.sub(r"\s+", " ", str(error)).rstrip(".") or "it has not the parts of one"
        raise ExchangeError(
            f"this is not a valid {kind} file: {what}.",
            hint=f"export it again from the program it comes from, as {kind}.",
            ref=SourceRef(str(path), line),
        ) from None
    return store


def _other_language(path: Path, found: str, language: str) -> ExchangeError:
    return ExchangeError(
        f"{path.name}: it has no translation from {SOURCE} into {language}, but: {found}.",
        hint="the language of the edition stands in edition.toml, [translate] language.",
    )
