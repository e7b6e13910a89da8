"""Bytes of a page ─▶ text: which encoding it is in, and which characters of it no reader can trust.

Chinese pages come in UTF-8, in GB18030 (with its subsets GB2312 and GBK), in Big5 with the characters of Hong Kong,
and in UTF-16. Nothing is guessed in silence: decoding is strict, what is no text is refused with its line, and an
encoding that is not certain is a Decision for a person to look at. The same bytes give the same result.

1. A byte order mark, or bytes that are UTF-8, decide at once.
2. Of the other encodings, those that decode every byte are compared by the share of common characters: Chinese that
   is read in the wrong encoding is full of rare ones. That is right for 97 % of texts of 5 characters. What the page
   itself says of its encoding is taken unless another makes much better Chinese.
3. The result is certain where charset-normalizer, which knows other languages too, names the same encoding; where it
   names Korean, and the text is hangul then, the page is refused.

Big5 has kana and numbers in circles in its rows C6 and C7, which the systems of Taiwan and Hong Kong and all browsers
place alike. Python's ``cp950`` places them otherwise; a page that was written with it is read so where that can be
told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from duidu.errors import PageError
from duidu.importers import mojibake
from duidu.importers.characters import CONTROL, check_control
from duidu.importers.mojibake import APART, COMMON, ENOUGH, PLAUSIBLE, beyond_ascii, common_share
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

# How sure the file's own word for its encoding is, the surest detection, and one that is not certain.
DECLARED, SUREST, UNSURE = 0.95, 0.94, 0.5
# A text with so many syllables of hangul in Korea's encoding, and hardly anything else, is Korean: of the common
# characters of Chinese, two in five are no hangul there.
SYLLABLES, HANGUL = 32, 0.9

_LINE_ENDS = ("\r\n", "\r", "\v", "\f")
END_OF_FILE = "\x1a"  # of DOS
HINT = "the file is damaged, or in another encoding: save it again as UTF-8."
_HANGUL = re.compile("[\uac00-\ud7a3]")
# What Hong Kong's Big5 has where the kana of cp950 are: strokes that no text prints, beside kana.
_STROKES = frozenset(b"".join(bytes((0xC6, trail)) for trail in range(0xBF, 0xD7)).decode("big5hkscs", "ignore"))
_KANA = re.compile("[\u3041-\u30f6]{2}")
_SYLLABLES = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_FOREIGN_LETTER = re.compile(f"{_HANGUL.pattern}|{_SYLLABLES.pattern}")
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
    _check_language(text, path)
    certain = found.confidence >= CERTAIN
    garbled = tuple(mojibake.remarks(text, path))
    if certain and found.encoding == "UTF-8":
        return Decoded(text, found.encoding, certain, garbled)
    reason = f"decoded as {found.encoding}, {found.why}"
    remark = Decision(SourceRef(path, 1), "encoding", found.encoding, reason, found.confidence)
    return Decoded(text, found.encoding, certain, (remark, *garbled))


def _check_language(text: str, path: str) -> None:
    """Raises PageError where other characters outnumber those of Chinese."""
    if not _FOREIGN_LETTER.search(text):  # of most pages one look tells
        return
    han = count_han(text)
    for language, characters in (("Korean", _HANGUL), ("Japanese", _SYLLABLES)):
        if len(characters.findall(text)) > han:
            raise _foreign(f"{language} text", path)


def _foreign(what: str, path: str) -> PageError:
    hint = "put a Chinese page in; if this is one, save it as UTF-8."
    return PageError(f"this is {what}, not Chinese.", hint=hint, ref=SourceRef(path, 1))


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
    if utf8 is None and _is_korean(data):
        raise _foreign("Korean text (EUC-KR)", path)
    readings = sorted(_readings(data), key=lambda reading: (not reading.clean, -reading.common))
    if declares := _as_declared(declared or "", readings):
        return declares
    plausible = [reading for reading in readings if reading.common >= PLAUSIBLE]
    if utf8 is not None and (_clean(utf8) or not any(reading.clean for reading in plausible)):
        # A few bytes without Chinese may be anything.
        others = [reading for reading in readings if reading.text != utf8]
        also = _also([reading for reading in others if reading.common >= COMMON or len(utf8) < ENOUGH])
        return _Found(utf8, "UTF-8", also or "by its bytes", UNSURE if also else 1.0)
    if not plausible:
        raise _undecodable(data, path)
    return _best(data, plausible[0], readings)


def _as_declared(declared: str, readings: list[_Reading]) -> _Found | None:
    """The reading that the page itself asks for, unless another makes much better Chinese."""
    codec = _DECLARED.get(declared.lower())
    own = next((reading for reading in readings if reading.codec == codec), None)
    behind = readings[0].common - own.common if own else APART
    if own is None or behind >= APART:
        return None
    sure = UNSURE if behind > 0 else DECLARED
    return _Found(_as_windows(own.text, own.codec), _NAMES[own.codec], "as the page itself says", sure)


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
        text = _big5(data) if codec == "big5hkscs" else _try(data, codec)
        if text is not None:
            chars = beyond_ascii(text)
            yield _Reading(codec, text, common_share(chars), len(chars), _clean(text))


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


def _is_korean(data: bytes) -> bool:
    """Whether the bytes are Korean; those of Korean are valid in the encodings of Chinese, too."""
    chars = beyond_ascii(_try(data, "cp949") or "")
    hangul = _HANGUL.findall(chars)
    korean = len(set(hangul)) >= SYLLABLES and len(hangul) >= HANGUL * len(chars)
    return korean and _named_by_the_detector(data) == "cp949"


def _big5(data: bytes) -> str | None:
    """In Big5 with the characters of Hong Kong, or as Python's cp950 where only that can be meant."""
    hong_kong, windows = _try(data, "big5hkscs"), _try(data, "cp950")
    if hong_kong is None or windows is None:
        return hong_kong if windows is None else windows
    return hong_kong if _STROKES.isdisjoint(hong_kong) or not _KANA.search(windows) else windows


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
    """Why bytes are no text: the place where the encoding that makes the best Chinese has to stop."""
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        hint = "put the text of the page in: NAME.txt."
        return PageError("this is not text: it holds the byte 0x00.", hint=hint, ref=SourceRef(path, line))
    failures = {}
    for codec in ("utf-8", "gb18030", "big5hkscs"):
        try:
            data.decode(codec)
        except UnicodeDecodeError as error:
            failures[codec] = error
    if failures and _is_broken_utf8(data):
        return _bad_byte(failures["utf-8"], "UTF-8", path)
    if failures:
        best = max(failures, key=lambda codec: (_common_but_for_faults(data, codec), failures[codec].start))
        told = _common_but_for_faults(data, best) >= COMMON
        return _bad_byte(failures[best], _NAMES.get(best, "UTF-8") if told else "UTF-8, GB18030, Big5 or UTF-16", path)
    return PageError("the encoding of this text cannot be told.", hint=HINT, ref=SourceRef(path, 1))


def _common_but_for_faults(data: bytes, codec: str) -> float:
    return common_share(beyond_ascii(data.decode(codec, "ignore")))


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
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    return plain_lines(text)
