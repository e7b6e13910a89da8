"""A page is decoded as it was encoded, or somebody is told: never silently as something else."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from duidu.errors import PageError
from duidu.importers import encodings
from duidu.importers.encodings import CERTAIN, DECLARED, Decoded
from duidu.text import has_han
from tests.support import PROPERTY

PATH = "content/pages/p.txt"
SIMPLIFIED = "昨天，青石县白鹭镇的老井修好了，大家都来打水，笑声不断。\n孩子们说：“水真甜！”\n"
TRADITIONAL = "昨天，青石縣白鷺鎮的老井修好了，大家都來打水，笑聲不斷。\n孩子們說：「水真甜！」\n"
CANTONESE = "尋日條村嘅舊井整好咗，啲細路喺井邊玩水，個個都笑到見牙唔見眼。\n"

# name printed, codec, text that it is used for, byte order mark
ENCODINGS = [
    ("UTF-8", "utf-8", SIMPLIFIED, b""),
    ("UTF-8", "utf-8", TRADITIONAL, codecs.BOM_UTF8),
    ("GB18030", "gb2312", SIMPLIFIED, b""),
    ("GB18030", "gbk", SIMPLIFIED, b""),
    ("GB18030", "gb18030", SIMPLIFIED, b""),
    ("GB18030", "gb18030", SIMPLIFIED, "\ufeff".encode("gb18030")),
    ("GB18030", "gb18030", f"{SIMPLIFIED}㐀𠀀䶮镕\n", b""),  # four bytes each
    ("Big5-HKSCS", "big5", TRADITIONAL, b""),
    ("Big5-HKSCS", "cp950", TRADITIONAL, b""),
    ("Big5-HKSCS", "big5hkscs", CANTONESE, b""),
    ("UTF-16LE", "utf-16-le", SIMPLIFIED, b""),
    ("UTF-16BE", "utf-16-be", TRADITIONAL, b""),
    ("UTF-16LE", "utf-16-le", TRADITIONAL, codecs.BOM_UTF16_LE),
    ("UTF-16BE", "utf-16-be", SIMPLIFIED, codecs.BOM_UTF16_BE),
]
LINE_ENDS = {"LF": "\n", "CR": "\r", "CRLF": "\r\n"}
UNICODE_LINE_ENDS = {"NEL": "\x85", "LS": "\u2028", "PS": "\u2029", "FF": "\f", "VT": "\v"}


def decode(data: bytes, declared: str | None = None) -> Decoded:
    return encodings.decode(data, PATH, declared)


def refused(data: bytes) -> PageError:
    with pytest.raises(PageError) as caught:
        decode(data)
    assert caught.value.hint
    assert "\n" not in str(caught.value)
    return caught.value


def confidence(decoded: Decoded) -> float:
    (remark,) = [remark for remark in decoded.remarks if remark.what == "encoding"]
    return remark.confidence


# ---------------------------------------------------------------- every encoding


@pytest.mark.parametrize("end", LINE_ENDS)
@pytest.mark.parametrize(("name", "codec", "text", "mark"), ENCODINGS)
def test_page_is_decoded(name: str, codec: str, text: str, mark: bytes, end: str) -> None:
    decoded = decode(mark + text.replace("\n", LINE_ENDS[end]).encode(codec))
    assert (decoded.text, decoded.encoding, decoded.certain) == (text, name, True)
    assert "\ufeff" not in decoded.text


@pytest.mark.parametrize("end", UNICODE_LINE_ENDS)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_every_line_end_is_one(codec: str, end: str) -> None:
    assert decode(SIMPLIFIED.replace("\n", UNICODE_LINE_ENDS[end]).encode(codec)).text == SIMPLIFIED


@pytest.mark.parametrize(("name", "codec", "text", "mark"), ENCODINGS)
def test_an_encoding_other_than_utf_8_is_told(name: str, codec: str, text: str, mark: bytes) -> None:
    remarks = decode(mark + text.encode(codec)).remarks
    if name == "UTF-8":
        assert remarks == ()
    else:
        (remark,) = remarks
        assert (str(remark.ref), remark.what, remark.text) == (f"{PATH}:1", "encoding", name)
        assert remark.reason.startswith(f"decoded as {name}, ")
        assert CERTAIN <= remark.confidence <= 1


@pytest.mark.parametrize(
    "text", [SIMPLIFIED, TRADITIONAL, f"{SIMPLIFIED}他来了。David Ku 說：“OK！”①②㈠℃■□☆→αβДЖあいうアイウ㎡％～\n"]
)
def test_mixed_scripts_are_decoded(text: str) -> None:
    for codec in ("utf-8", "gb18030", "utf-16", "utf-16-le"):
        assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize(
    ("code", "char"), [(b"\xa1\x45", "‧"), (b"\xa1\xe3", "～"), (b"\xa2\x44", "￥"), (b"\xa1\x4e", "﹑")]
)
def test_signs_of_big5_are_read_as_windows_wrote_them(code: bytes, char: str) -> None:
    assert decode(TRADITIONAL.encode("big5") + code).text == TRADITIONAL + char


def test_same_bytes_same_result() -> None:
    data = "老井又有了水\n".encode("gb18030")
    assert decode(data) == decode(data)


def test_nine_megabytes_are_decoded() -> None:
    for codec, text in (
        ("utf-8", SIMPLIFIED),
        ("gb18030", SIMPLIFIED),
        ("big5", TRADITIONAL),
        ("utf-16-le", SIMPLIFIED),
    ):
        long = text * (9_000_000 // len(text.encode(codec)))
        decoded = decode(long.encode(codec))
        assert decoded.certain
        assert decoded.text == long


# ---------------------------------------------------------------- what is not sure


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        ("桥", "gb18030", "GB18030"),
        ("老井修好了", "gb18030", "GB18030"),
        ("小桥连起两个村", "gb18030", "GB18030"),
        ("老井修好了，大家來打水", "big5", "Big5-HKSCS"),
        ("小橋連起兩個村", "big5", "Big5-HKSCS"),
    ],
)
def test_a_short_text_is_decoded_but_not_sure(text: str, codec: str, name: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.certain) == (text, name, False)
    assert confidence(decoded) < CERTAIN


def test_what_is_valid_in_two_encodings_says_so() -> None:
    (remark,) = decode("老井又有了水".encode("gb18030")).remarks
    assert remark.confidence < CERTAIN
    assert "valid also as" in remark.reason


def test_a_few_bytes_without_chinese_may_be_anything() -> None:
    assert not decode("中来".encode("utf-16-be")).certain  # N-ge in ASCII


def test_an_english_text_is_utf_8() -> None:
    decoded = decode(b"A page without a single character of Chinese.\n")
    assert (decoded.encoding, decoded.certain, decoded.remarks) == ("UTF-8", True, ())


def test_a_declared_encoding_decides_where_it_fits() -> None:
    short = "橋".encode("big5")
    assert decode(short, "Big5").text == "橋"
    assert decode(short, "Big5").certain
    assert decode(SIMPLIFIED.encode("gb18030"), "gb2312").encoding == "GB18030"
    assert decode(SIMPLIFIED.encode(), "gb2312").encoding == "UTF-8"
    assert decode(TRADITIONAL.encode("big5"), "shift_jis").encoding == "Big5-HKSCS"


@pytest.mark.parametrize(
    ("text", "codec", "declared", "name"),
    [
        (TRADITIONAL, "big5", "gb2312", "Big5-HKSCS"),
        (TRADITIONAL, "big5", "gbk", "Big5-HKSCS"),
        (SIMPLIFIED, "gb18030", "big5", "GB18030"),
        (SIMPLIFIED, "utf-16-le", "gb2312", "UTF-16LE"),
    ],
)
def test_a_declaration_that_makes_no_chinese_is_not_believed(text: str, codec: str, declared: str, name: str) -> None:
    decoded = decode(text.encode(codec), declared)
    assert (decoded.text, decoded.encoding) == (text, name)
    assert confidence(decoded) < DECLARED


def test_a_declaration_beside_which_another_reading_is_no_worse_is_told() -> None:
    decoded = decode("老井又有了水".encode("gb18030"), "big5")
    assert confidence(decoded) < DECLARED


# ---------------------------------------------------------------- rows that Big5 and cp950 have differently


def test_kana_and_circled_numbers_stand_where_taiwan_and_hong_kong_have_them() -> None:
    text = f"{TRADITIONAL}①②故鄉の味「ラーメン」ДЖ\n"
    assert decode(text.encode("big5hkscs")).text == text


@pytest.mark.parametrize("line", ["故鄉の味「おでん」\n", "にぎやか\n", "一張票二十€\n"])
def test_what_only_cp950_can_mean_is_read_so(line: str) -> None:
    assert decode((TRADITIONAL + line).encode("cp950")).text == TRADITIONAL + line


# ---------------------------------------------------------------- what an earlier program decoded wrongly


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (SIMPLIFIED, "gb18030", "latin-1"),
        (TRADITIONAL, "big5", "cp1252"),
        (SIMPLIFIED, "utf-8", "latin-1"),
        (SIMPLIFIED, "utf-8", "gb18030"),
        (TRADITIONAL, "big5", "gb18030"),
        (SIMPLIFIED, "gb18030", "big5hkscs"),
        ("老桥通车\n", "gb18030", "cp1252"),
    ],
)
def test_what_was_decoded_wrongly_before_is_told_and_how_to_mend_it(text: str, right: str, wrong: str) -> None:
    decoded = decode(text.encode(right).decode(wrong, "replace").encode())
    (remark,) = [remark for remark in decoded.remarks if remark.what == "wrongly decoded"]
    assert remark.doubtful
    names = {"gb18030": "GB18030", "big5": "Big5", "utf-8": "UTF-8"}
    assert f"it is {names[right]} that was opened as " in remark.reason
    assert remark.reason.endswith(f"open the original as {names[right]}")
    said = remark.reason.removeprefix("it says ")[:2]
    assert has_han(said)
    assert said in text


def test_one_wrongly_decoded_line_is_told_with_its_line() -> None:
    (remark,) = decode("昨天，他来了。\nÀÏÇÅÍ¨³µ\n".encode()).remarks
    assert (str(remark.ref), remark.text) == (f"{PATH}:2", "ÀÏÇÅÍ¨³µ")
    assert "老桥通车" in remark.reason


@pytest.mark.parametrize(
    "text",
    [
        *(SIMPLIFIED, TRADITIONAL, CANTONESE),
        "lǎo qiáo tōng chē，élève，Ærøskøbing，Ångström，naïveté。\n",
        "他说：“好……”——《老井》·第①章，20℃×3÷2±1。\n",
        "囍龘靐齉爩麤灪龖厵滟爨癵籱饢驫鸜麣纞虋讟钃鬱。\n",
    ],
)
def test_what_was_decoded_rightly_is_not_doubted(text: str) -> None:
    assert decode(text.encode()).remarks == ()


# ---------------------------------------------------------------- what is refused

KOREAN = "어제 마을에서 오래된 우물을 고쳤다. 사람들이 모두 물을 길으러 왔고 웃음소리가 끊이지 않았다.\n"


@pytest.mark.parametrize("declared", [None, "gb2312"])
def test_korean_is_refused(declared: str | None) -> None:
    with pytest.raises(PageError, match="Korean") as caught:
        decode(KOREAN.encode("euc_kr"), declared)
    assert str(caught.value.ref) == f"{PATH}:1"
    assert "save it as UTF-8" in caught.value.hint


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    ("text", "language"), [(KOREAN, "Korean"), ("きのう、村の古い井戸が直され、みんなが水をくみに来た。\n", "Japanese")]
)
def test_other_languages_are_refused(text: str, language: str, codec: str) -> None:
    with pytest.raises(PageError, match=f"this is {language} text, not Chinese"):
        decode(text.encode(codec))


def test_chinese_may_quote_other_languages() -> None:
    text = "他说：“こんにちは！”又说：“안녕하세요！”大家听了都笑起来，跟着他学了好几遍。\n"
    assert decode(text.encode()).text == text


def test_a_line_of_korean_is_too_little_to_be_refused() -> None:
    assert not decode(KOREAN[:20].encode("euc_kr")).certain


@pytest.mark.parametrize(
    ("data", "line", "what"),
    [
        (b"", 1, "the page is empty"),
        (b" \n\xe3\x80\x80\n\n", 1, "the page is empty"),
        (codecs.BOM_UTF8, 1, "the page is empty"),
        (codecs.BOM_UTF16_LE, 1, "the page is empty"),
        (b"\x1a", 1, "the page is empty"),
        (b"a\nb\x00c\n", 2, "U+0000"),
        ("好\r\n来\x01\r\n".encode(), 2, "U+0001"),
        (f"{SIMPLIFIED}来\x7f".encode("gb18030"), 3, "U+007F"),
        (f"{SIMPLIFIED}来\x1b[1m".encode("utf-16"), 3, "U+001B"),
        (b"a\n\x1ab", 2, "U+001A"),
        (b"%PDF-1.7\n", 1, "this is a PDF, not text"),
        (b"PK\x03\x04\x14\x00", 1, "zip archive or a Word document"),
        (b"\x89PNG\r\n\x1a\n\x00", 1, "this is a picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", 1, "this is a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", 1, "old Office document"),
        (b"{\\rtf1\\ansi", 1, "RTF"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00\x90\xff", 1, "this is not text"),
        (bytes(range(256)) * 4, 1, "this is not text"),
        (b"\xff", 1, "byte 0xff is not"),
        (("好\n" * 3 + "坏").encode()[:-1], 4, "byte 0xe5 is not UTF-8 text"),  # cut off in a character
        ("好\n".encode() * 9 + "坏\n".encode("gb18030"), 10, "byte 0xbb is not UTF-8 text"),
        ("好\r好\r坏".encode()[:-1], 3, "byte 0xe5 is not UTF-8 text"),
        ((SIMPLIFIED * 3).encode("gb18030") + b"\xb0", 7, "byte 0xb0 is not"),
        ((TRADITIONAL * 3).encode("big5") + b"\xa4\xff", 7, "byte 0xa4 is not Big5-HKSCS text"),
        (
            (SIMPLIFIED + "来\n").encode("gb18030") + b"\xff\n" + SIMPLIFIED.encode("gb18030"),
            4,
            "0xff is not GB18030 text",
        ),
        ((TRADITIONAL + "來\n").encode("big5") + b"\x80\n" + TRADITIONAL.encode("big5"), 4, "0x80 is not Big5-HKSCS"),
        (("好\n来".encode("utf-16"))[:-1], 2, "is not UTF-16LE text"),
        (codecs.BOM_UTF16_BE + b"\xd8\x00\x00\x41", 1, "is not UTF-16BE text"),  # half a character
        ("Les élèves étaient déjà arrivés à l'école.\n".encode("cp1252"), 1, "is not"),
    ],
)
def test_what_is_no_text_is_refused_with_its_line(data: bytes, line: int, what: str) -> None:
    error = refused(data)
    assert str(error.ref) == f"{PATH}:{line}"
    assert what in error.message


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5", "utf-16-le", "utf-16"])
def test_a_text_cut_off_in_a_character_is_refused(codec: str) -> None:
    text = TRADITIONAL.rstrip("\n。」！") if codec == "big5" else SIMPLIFIED.rstrip("\n")
    refused(text.encode(codec)[:-1])


def test_a_mark_of_the_end_of_a_file_is_no_text() -> None:
    assert decode(f"{SIMPLIFIED}\x1a".encode()).text == SIMPLIFIED
    assert decode(f"{SIMPLIFIED}\x1a\x1a".encode("gb18030")).text == SIMPLIFIED


# ---------------------------------------------------------------- on any text


def _characters(codec: str, leads: range, trails: range) -> str:
    codes = (bytes((lead, trail)) for lead in leads for trail in trails)
    return "".join(
        char for char in (code.decode(codec, "ignore") for code in codes) if len(char) == 1 and has_han(char)
    )


COMMON_SIMPLIFIED = st.sampled_from(_characters("gb2312", range(0xB0, 0xD8), range(0xA1, 0xFF)))
ALL_SIMPLIFIED = st.sampled_from(_characters("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF)))
COMMON_TRADITIONAL = st.sampled_from(_characters("big5", range(0xA4, 0xC7), range(0x40, 0xFF)))
ALL_TRADITIONAL = st.sampled_from(_characters("big5", range(0xA4, 0xFA), range(0x40, 0xFF)))
ANY_HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
MARKS = st.sampled_from("，。！？：；“”、\n1a ")
CHINESE = st.one_of(
    *(
        st.text(chars | MARKS, min_size=1, max_size=60)
        for chars in (COMMON_SIMPLIFIED, ALL_SIMPLIFIED, COMMON_TRADITIONAL, ALL_TRADITIONAL, ANY_HAN)
    )
)
CODECS = st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "big5", "big5hkscs", "utf-16", "utf-16-le", "utf-16-be"])


@PROPERTY
@given(CHINESE, CODECS)
def test_any_chinese_text_is_itself_or_somebody_is_told(text: str, codec: str) -> None:
    assume(has_han(text))
    try:
        data = text.encode(codec)
    except UnicodeEncodeError:
        assume(False)
    # Bytes that happen to be Chinese in UTF-8 are: of other texts of a line or more, hardly one is.
    assume(codec.startswith("utf-8") or not _is_utf8_with_han(data))
    try:
        decoded = decode(data)
    except PageError:
        return
    if decoded.text != text:
        assert not decoded.certain
        assert confidence(decoded) < CERTAIN


def _is_utf8_with_han(data: bytes) -> bool:
    try:
        return has_han(data.decode())
    except UnicodeDecodeError:
        return False


@PROPERTY
@given(
    st.lists(COMMON_SIMPLIFIED | MARKS, min_size=40, max_size=80),
    st.sampled_from(["gb18030", "utf-16-le", "utf-16-be"]),
)
def test_common_simplified_text_is_itself(chars: list[str], codec: str) -> None:
    text = "".join(chars)
    assume(len([char for char in text if has_han(char)]) >= 20)
    assert decode(text.encode(codec)).text == text


@PROPERTY
@given(st.lists(COMMON_TRADITIONAL, min_size=20, max_size=80))
def test_common_traditional_text_is_itself(chars: list[str]) -> None:
    text = "".join(chars)
    assert decode(text.encode("big5")).text == text


@PROPERTY
@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_one_clear_line(data: bytes) -> None:
    try:
        decoded = decode(data)
    except PageError as error:
        assert error.ref is not None
        assert 1 <= error.ref.line <= len(data) + 1
        assert "\n" not in str(error)
    else:
        assert "\r" not in decoded.text
        assert "\x00" not in decoded.text
