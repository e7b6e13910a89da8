"""Plain text becomes lines of print; what prints nothing is dropped, what nobody can read is pointed out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from duidu.errors import PageError
from duidu.importers import import_page, plain
from duidu.importers.characters import checked
from duidu.importers.source import SourceLine
from duidu.model import Decision, ImportedPage, RawPage

REPOSITORY = Path(__file__).resolve().parents[2]
PATH = "content/pages/p.txt"
TEXT = "老井又有了水\n\n本报讯 村里的老井修好了，大家都来打水。\n"


def raw(data: bytes) -> RawPage:
    return RawPage("p", data, PATH)


def imported(text: str) -> ImportedPage:
    return import_page(raw(text.encode()))


def told(page: ImportedPage, what: str) -> list[Decision]:
    return [decision for decision in page.decisions if decision.what == what]


def characters(page: ImportedPage) -> str:
    return "".join(story.characters() for story in page.stories)


def test_lines_have_their_numbers_gaps_and_indents() -> None:
    source = plain.read(raw("\ufeff老井\r\n\r\n\u3000\u3000他来了。\r\n".encode()))
    assert source.lines == (SourceLine("老井", 1, 0, False), SourceLine("他来了。", 3, 1, True))
    assert (source.encoding, source.remarks) == ("UTF-8", ())


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_page_is_the_same_in_every_encoding(codec: str) -> None:
    page = import_page(raw(TEXT.encode(codec)))
    assert page.stories == imported(TEXT).stories
    assert page.encoding == {"gb18030": "GB18030", "utf-16": "UTF-16LE"}.get(codec, "UTF-8")
    assert len(told(page, "encoding")) == (not codec.startswith("utf-8"))


def test_page_of_one_line() -> None:
    assert characters(imported("老井又有了水")) == "老井又有了水"
    assert characters(import_page(raw("老井修好了，大家來打水".encode("big5")))) == "老井修好了，大家來打水"


# ---------------------------------------------------------------- characters


@pytest.mark.parametrize(
    "char", ["\xad", "\u200b", "\u2060", "\u200e", "\u202a", "\u202c", "\u2066", "\ufeff", "\ufffc"]
)
def test_what_prints_nothing_is_dropped_and_told(char: str) -> None:
    page = imported(TEXT.replace("老井修", f"老{char}井{char}修"))
    assert page.stories == imported(TEXT).stories
    (decision,) = told(page, "dropped")
    assert (str(decision.ref), decision.confidence) == (f"{PATH}:3", 1.0)
    assert f"U+{ord(char):04X}" in decision.reason
    assert "2 on this page" in decision.reason


def test_a_line_of_nothing_is_a_blank_line() -> None:
    lines, _ = checked(
        [SourceLine("他", 1, 0, False), SourceLine("\u2060", 2, 0, False), SourceLine("来", 4, 1, False)], "p"
    )
    assert lines == (SourceLine("他", 1, 0, False), SourceLine("来", 4, 2, False))


@pytest.mark.parametrize("char", ["\u200c", "\u200d", "\ufe0f"])
def test_what_shapes_other_characters_stays(char: str) -> None:
    assert char in characters(imported(TEXT.replace("老井修", f"老井{char}修")))


@pytest.mark.parametrize(
    ("char", "reason"),
    [
        ("\ufffd", "could not decode"),
        ("\ue123", "private font"),
        ("\uf8ff", "private font"),
        ("\U000f0001", "private font"),
        ("\U00100001", "private font"),
        ("\x93", "no character"),
        ("\uffff", "no character"),
    ],
)
def test_what_nobody_can_read_stays_and_is_told(char: str, reason: str) -> None:
    page = imported(TEXT.replace("老井修", f"老{char}井修"))
    assert char in characters(page)
    (decision,) = told(page, "doubtful character")
    assert (str(decision.ref), decision.confidence) == (f"{PATH}:3", 0.0)
    assert char in decision.text
    assert f"U+{ord(char):04X} is " in decision.reason
    assert reason in decision.reason


def test_private_characters_of_other_encodings_are_told() -> None:
    page = import_page(raw(TEXT.encode("gb18030") + b"\xaa\xa1\n"))
    assert "U+E000" in told(page, "doubtful character")[0].reason


def test_each_doubtful_line_is_told_once() -> None:
    page = imported("他\ue001来\ue001了\ufffd。\n\n没有。\n\n又\ue002来了。\n")
    assert [decision.ref.line for decision in told(page, "doubtful character")] == [1, 5]


def test_decisions_come_by_line() -> None:
    numbers = [
        decision.ref.line for decision in import_page(raw(f"{TEXT}\n又\ue002来了。\n".encode("gb18030"))).decisions
    ]
    assert numbers == sorted(numbers)
    assert numbers[0] == 1


def test_the_bytes_of_a_page_are_not_changed() -> None:
    page = raw(f"\ufeff{TEXT}\xad\ue001\r\n".encode())
    before = bytes(page.data)
    import_page(page)
    assert page.data == before


def test_no_text_is_refused_with_its_line() -> None:
    with pytest.raises(PageError) as caught:
        import_page(raw(b"a\n\x00"))
    assert str(caught.value.ref) == f"{PATH}:2"


def test_a_stray_control_character_in_a_page_is_dropped_and_told() -> None:
    (told_of,) = told(page := imported(f"{TEXT}\n\n又\x08来\x00了。\n\n" + "水" * 1000 + "。"), "dropped")[:1]
    assert told_of.reason == "U+0008, control character, prints nothing; 1 on this page"
    assert "又来了。" in [block.text for story in page.stories for block in story.blocks]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_line_may_be_filled_up_with_nuls(encoding: str) -> None:
    page = import_page(raw(f"{TEXT}\n又来了。{chr(0) * 68}\n".encode(encoding)))
    (told_of,) = told(page, "dropped")
    assert told_of.reason == "U+0000, control character, prints nothing; 68 on this page"
    assert "又来了。" in [block.text for story in page.stories for block in story.blocks]


def test_what_nuls_fill_is_no_text_where_there_is_none_before() -> None:
    with pytest.raises(PageError):
        import_page(raw(b"\x00" * 100))


# ---------------------------------------------------------------- cost


def test_a_page_in_utf_8_loads_no_library_of_another_format() -> None:
    code = (
        "import sys; from duidu.importers import import_page; from duidu.model import RawPage;"
        "import_page(RawPage('p', '他来了。'.encode(), 'p.txt')); print(*sys.modules)"
    )
    command = [sys.executable, "-c", code]
    loaded = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout.split()
    assert {"charset_normalizer", "trafilatura", "lxml", "docx", "pdfminer", "markdown_it", "yaml"} & set(
        loaded
    ) == set()
