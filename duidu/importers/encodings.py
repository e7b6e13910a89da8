"""Bytes of a page ─▶ text: which encoding it is in, and which characters of it no reader can trust.

Chinese pages come in UTF-8, in GB18030 (with its subsets GB2312 and GBK), in Big5 with the characters of Hong Kong,
and in UTF-16. Nothing is guessed in silence: decoding is strict, what is no text is refused with its line, and an
encoding that is not certain is a Decision for a person to look at. The same bytes give the same result.

1. A byte order mark, or bytes that are UTF-8, decide at once.
2. Of the other encodings, those that decode every byte are compared by the share of common characters: Chinese that
   is read in the wrong encoding is full of rare ones. That is right for 97 % of texts of 5 characters.
3. The result is certain where charset-normalizer, which knows other languages too, names the same encoding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from duidu.errors import PageError
from duidu.importers.characters import CONTROL, check_control
from duidu.model import CERTAIN, Decision, SourceRef
from duidu.text import INVISIBLE, count_han, has_han, plain_lines

# Python's codec and the name to print; on equal evidence the earlier one is taken.
_NAMES = {
    "gb18030": "GB18030",
    "big5hkscs": "Big5-HKSCS",
    "utf_16_le": "UTF-16LE",
    "utf_16_be": "UTF-16BE",
}
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    (b"\xff\xfe", "utf_16_le", "UTF-16LE"),
    (b"\xfe\xff", "utf_16_be", "UTF-16BE"),
)
# What a page that is no Chinese may be in: the detector is to say so.
_FOREIGN = ("cp949", "cp932", "euc_jp", "cp1252")
# What pages say of themselves; the older names are taken as the larger sets that contain them, as browsers do.
_DECLARED = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "cp936"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "x-x-big5", "cp950"), "big5hkscs"),
}
# Where the codec of Hong Kong and Windows read one code differently, Windows is right: such files were made there.
_BIG5_AS_WINDOWS = str.maketrans("•､‾∼♁☉¥¢£", "‧﹑¯～⊕⊙￥￠￡")

# The evidence that an encoding is certain. Of 12,000 texts of random characters with this much, none was misread.
ENOUGH = 16  # characters beyond ASCII
COMMON = 0.85  # the share of them that is common
APART = 0.25  # how far the share in any other encoding stays behind
# A text with fewer common characters than this is Chinese in no encoding.
PLAUSIBLE = 0.6
# How sure the file's own word for its encoding is, the surest detection, and one that is not certain.
DECLARED, SUREST, UNSURE = 0.95, 0.94, 0.5
# So many characters tell as much as the whole page does.
_SAMPLE = 4096

_LINE_ENDS = re.compile(r"\r\n?|[\v\f]")
END_OF_FILE = "\x1a"  # of DOS
HINT = "the file is damaged, or in another encoding: save it again as UTF-8."
_ASCII = re.compile(r"[\x00-\x7f]+")
# The first bytes of files that are renamed pictures, archives and documents, and where these are to go.
_SIGNATURES = (
    (b"%PDF-", "a PDF", "call it NAME.pdf."),
    (b"PK\x03\x04", "a zip archive or a Word document", "call a Word document NAME.docx, or unpack the archive."),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "save it as NAME.docx or NAME.txt."),
    (b"{\\rtf", "a document in RTF", "save it as NAME.docx or NAME.txt."),
    (b"\x89PNG", "a picture", "put the text of the page in, not its picture."),
    (b"\xff\xd8\xff", "a picture", "put the text of the page in, not its picture."),
    (b"GIF8", "a picture", "put the text of the page in, not its picture."),
    (b"\x1f\x8b", "a gzip archive", "unpack it."),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a page with its line ends as ``\\n``, the name of its encoding, and what to tell a person of it."""

    text: str
    encoding: str
    certain: bool
    remarks: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A text as it was decoded, how, and how surely (0–1)."""

    text: str
    encoding: str
    why: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Reading:
    """The bytes as one encoding has them; ``common`` is the share of common characters beyond ASCII."""

    codec: str
    text: str
    common: float
    beyond_ascii: int
    clean: bool  # no control characters


def decode(data: bytes, path: str, declared: str | None = None) -> Decoded:
    """The text of a page; ``declared`` is the encoding that the page itself names.

    Raises PageError, with file and line, when the page is empty or no text.

    >>> decoded = decode("他来了。\\r\\n".encode("utf-16"), "p.txt")
    >>> decoded.text, decoded.encoding, decoded.remarks[0].reason
    ('他来了。\\n', 'UTF-16LE', 'decoded as UTF-16LE, as its byte order mark says')
    >>> decode(b"\\x89PNG\\r\\n", "p.txt")
    Traceback (most recent call last):
    duidu.errors.PageError: p.txt:1: this is a picture, not text. Hint: put the text of the page in, not its picture.
    """
    _check_signature(data, path)
    found = _found(data, path, declared)
    text = _lines(found.text.rstrip(END_OF_FILE).removeprefix("\ufeff"))  # GB18030 has a byte order mark, too
    check_control(text, path)
    if not text.strip().strip(INVISIBLE).strip():
        hint = "take the file away, or put the page's text in."
        raise PageError("the page is empty.", hint=hint, ref=SourceRef(path, 1))
    certain = found.confidence >= CERTAIN
    if certain and found.encoding == "UTF-8":
        return Decoded(text, found.encoding, certain, ())
    reason = f"decoded as {found.encoding}, {found.why}"
    remark = Decision(SourceRef(path, 1), "encoding", found.encoding, reason, found.confidence)
    return Decoded(text, found.encoding, certain, (remark,))


def _check_signature(data: bytes, path: str) -> None:
    for signature, what, hint in _SIGNATURES:
        if data.startswith(signature):
            raise PageError(f"this is {what}, not text.", hint=hint, ref=SourceRef(path, 1))


# ---------------------------------------------------------------- the encoding


def _found(data: bytes, path: str, declared: str | None) -> _Found:
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _Found(_marked(data, mark, codec, name, path), name, "as its byte order mark says", 1.0)
    utf8 = _try(data, "utf-8")
    if utf8 is not None and has_han(utf8) and _clean(utf8):
        return _Found(utf8, "UTF-8", "by its bytes", 1.0)
    if utf8 is None and _is_broken_utf8(data):
        raise _undecodable(data, path)
    codec = _DECLARED.get((declared or "").lower(), "")
    if codec and (text := _try(data, codec)) is not None:
        return _Found(_as_windows(text, codec), _NAMES[codec], "as the page itself says", DECLARED)
    readings = sorted(_readings(data), key=lambda reading: (not reading.clean, -reading.common))
    plausible = [reading for reading in readings if reading.common >= PLAUSIBLE]
    if utf8 is not None and (_clean(utf8) or not any(reading.clean for reading in plausible)):
        # A few bytes without Chinese may be anything.
        others = [reading for reading in readings if reading.text != utf8]
        also = _also([reading for reading in others if reading.common >= COMMON or len(utf8) < ENOUGH])
        return _Found(utf8, "UTF-8", also or "by its bytes", UNSURE if also else 1.0)
    if not plausible:
        raise _undecodable(data, path)
    return _best(data, plausible[0], readings)


def _best(data: bytes, best: _Reading, readings: list[_Reading]) -> _Found:
    others = [reading for reading in readings if reading is not best and reading.clean]
    apart = best.common - max((reading.common for reading in others), default=0.0)
    enough = best.beyond_ascii >= ENOUGH and best.common >= COMMON and apart >= APART
    certain = enough and _named_by_the_detector(data) == best.codec
    also = _also([reading for reading in others if reading.common >= PLAUSIBLE])
    why = also or ("by its bytes" if certain else "but the text is too short or too unusual to be sure")
    confidence = min(best.common, SUREST) if certain else min(best.common, UNSURE)
    return _Found(_as_windows(best.text, best.codec), _NAMES[best.codec], why, round(confidence, 2))


def _also(readings: list[_Reading]) -> str:
    names = [_NAMES[reading.codec] for reading in readings if reading.clean]
    return f"valid also as {' and '.join(names)}" if names else ""


def _readings(data: bytes) -> Iterator[_Reading]:
    for codec in _NAMES:
        text = _try(data, codec)
        if text is not None:
            chars = _ASCII.sub("", text)[:_SAMPLE]
            yield _Reading(codec, text, _common_share(chars), len(chars), _clean(text))


def _common_share(chars: str) -> float:
    """The share of common characters.

    >>> _common_share("他來了"), _common_share("佡來")
    (1.0, 0.5)
    """
    common = _common()
    return sum(char in common for char in chars) / len(chars) if chars else 1.0


@cache
def _common() -> frozenset[str]:
    """The signs and the first level of the two national sets: the characters of everyday use."""
    simplified = (bytes((lead, trail)) for lead in range(0xA1, 0xD8) for trail in range(0xA1, 0xFF))
    traditional = (bytes((lead, trail)) for lead in range(0xA1, 0xC7) for trail in range(0x40, 0xFF))
    texts = [b"".join(simplified).decode("gb2312", "ignore")]
    texts.extend(code.decode("big5", "ignore") for code in traditional)
    return frozenset("".join(texts)) - {chr(code) for code in range(0x80)}


def _named_by_the_detector(data: bytes) -> str:
    from charset_normalizer import from_bytes

    found = from_bytes(
        data,
        cp_isolation=[*_NAMES, *_FOREIGN],
        threshold=1.0,  # measure every encoding to the end
        preemptive_behaviour=False,  # whatever the text says of itself
        enable_fallback=False,
    ).best()
    return found.encoding if found else ""


def _as_windows(text: str, codec: str) -> str:
    return text.translate(_BIG5_AS_WINDOWS) if codec == "big5hkscs" else text


# ---------------------------------------------------------------- strict decoding


def _try(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _clean(text: str) -> bool:
    """Whether there is no control character, that of the end of a file apart."""
    return not CONTROL.search(text.rstrip(END_OF_FILE))


def _marked(data: bytes, mark: bytes, codec: str, name: str, path: str) -> str:
    try:
        return data[len(mark) :].decode(codec)
    except UnicodeDecodeError as error:
        raise _bad_byte(error, name, path) from None


def _is_broken_utf8(data: bytes) -> bool:
    """Whether this was UTF-8 but for a few bytes; in other encodings hardly three bytes in a row look like it."""
    text = data.decode("utf-8", "replace")
    return count_han(text) > text.count("\ufffd")


def _undecodable(data: bytes, path: str) -> PageError:
    """Why bytes are no text: the place where the encoding that comes farthest has to stop."""
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        hint = "put the text of the page in: NAME.txt."
        return PageError("this is not text: it holds the byte 0x00.", hint=hint, ref=SourceRef(path, line))
    failures = []
    for codec in ("utf-8", "gb18030", "big5hkscs"):
        try:
            data.decode(codec)
        except UnicodeDecodeError as error:
            failures.append(error)
    if failures and _is_broken_utf8(data):
        return _bad_byte(failures[0], "UTF-8", path)
    if failures:
        return _bad_byte(max(failures, key=lambda error: error.start), "UTF-8, GB18030, Big5 or UTF-16", path)
    return PageError("the encoding of this text cannot be told.", hint=HINT, ref=SourceRef(path, 1))


def _bad_byte(error: UnicodeDecodeError, name: str, path: str) -> PageError:
    """The byte at which decoding stops, with its line.

    >>> try: _ = "好\\n坏".encode()[:-1].decode()
    ... except UnicodeDecodeError as error: print(_bad_byte(error, "UTF-8", "p.txt"))
    p.txt:2: byte 0xe5 is not UTF-8 text. Hint: the file is damaged, or in another encoding: ...
    """
    before = _lines(error.object[: error.start].decode(error.encoding, "replace"))
    message = f"byte 0x{error.object[error.start]:02x} is not {name} text."
    return PageError(message, hint=HINT, ref=SourceRef(path, before.count("\n") + 1))


def _lines(text: str) -> str:
    """The text with every line end as ``\\n``: of any system, Word's (VT), and the end of a page (FF)."""
    return plain_lines(_LINE_ENDS.sub("\n", text))
