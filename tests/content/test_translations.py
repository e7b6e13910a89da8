"""PO files: written and read back, faults with their lines, and what a person added stays."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from duidu.content.translations import (
    MACHINE_NOTE,
    catalogue_path,
    read_catalogue,
    read_catalogues,
    save_catalogue,
)
from duidu.errors import CatalogueError, ManyFaultsError
from duidu.model import Catalogue, English, Message, SourceRef, Status
from tests.support import HERE, PROPERTY

KEY = "p/s"
NAME = "content/translations/en/p/s.po"
LONG_AGO = 1_000_000_000

MISSING = English("", Status.MISSING, "")


def message(chinese: str, english: str = "", status: Status = Status.MISSING, note: str = "") -> Message:
    return Message("paragraph", chinese, English(english, status, note), HERE)


def reviewed(chinese: str, english: str) -> Message:
    return message(chinese, english, Status.REVIEWED)


def write(root: Path, text: str, key: str = KEY) -> Path:
    path = root / catalogue_path(key)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def save(root: Path, *messages: Message, obsolete: tuple[Message, ...] = ()) -> Path:
    save_catalogue(root, Catalogue(KEY, messages, obsolete), {})
    return root / catalogue_path(KEY)


def said(messages: tuple[Message, ...]) -> list[tuple[str, str, English]]:
    return [(item.context, item.chinese, item.english) for item in messages]


# ---------------------------------------------------------------- reading


def test_an_article_without_po_file_has_no_messages(tmp_path: Path) -> None:
    assert read_catalogue(tmp_path, KEY) == Catalogue(KEY, ())


@pytest.mark.parametrize(
    ("head", "msgstr", "status", "note"),
    [
        ("", "Bridge", Status.REVIEWED, ""),
        ("# by hand\n", "Bridge", Status.REVIEWED, ""),
        ("", "", Status.MISSING, ""),
        ("#, fuzzy\n", "", Status.MISSING, ""),
        (f"# {MACHINE_NOTE}Argos 1\n#, fuzzy\n", "Bridge", Status.MACHINE, "Argos 1"),
        (f"# by hand\n# {MACHINE_NOTE}Argos 1\n#, fuzzy, no-wrap\n", "Bridge", Status.MACHINE, "Argos 1"),
        (f"# {MACHINE_NOTE}Argos 1\n# Not sure.\n#, fuzzy\n", "Bridge", Status.MACHINE, "Argos 1"),
        (f"# {MACHINE_NOTE}Argos 1\n", "Bridge", Status.REVIEWED, "Argos 1"),
        ("#, fuzzy\n", "Bridge", Status.STALE, ""),
        ('#, fuzzy\n#| msgid "老桥"\n', "Bridge", Status.STALE, "老桥"),
        (f'# {MACHINE_NOTE}Argos 1\n#, fuzzy\n#| msgid "老桥"\n', "Bridge", Status.STALE, "老桥"),
    ],
)
def test_how_far_english_can_be_trusted(tmp_path: Path, head: str, msgstr: str, status: Status, note: str) -> None:
    write(tmp_path, f'msgid ""\nmsgstr ""\n\n{head}msgctxt "title"\nmsgid "桥"\nmsgstr "{msgstr}"\n')
    (found,) = read_catalogue(tmp_path, KEY).messages
    assert (found.context, found.chinese, found.english) == ("title", "桥", English(msgstr, status, note))


def test_every_message_knows_its_line(tmp_path: Path) -> None:
    write(tmp_path, 'msgid ""\nmsgstr ""\n\nmsgid "桥"\nmsgstr ""\n\n# a comment\nmsgid "船"\nmsgstr ""\n')
    lines = [item.ref for item in read_catalogue(tmp_path, KEY).messages]
    assert lines == [SourceRef(NAME, 4), SourceRef(NAME, 7)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgid "桥"\nmsgstr "The "old" bridge"\n', 2),
        ('msgid "桥"\nmsgstr "Bridge".\n', 2),
        ('msgid "桥"\nmsgstr "Bridge"\n\nnonsense\n', 4),
        ('msgid "桥"\nmsgstr "Bridge"\n\nmsgstr "Bridge"\n', 4),
    ],
)
def test_file_that_does_not_parse_is_a_fault(tmp_path: Path, text: str, line: int) -> None:
    write(tmp_path, text)
    with pytest.raises(CatalogueError, match="valid PO file") as caught:
        read_catalogue(tmp_path, KEY)
    assert caught.value.ref == SourceRef(NAME, line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgid "桥"\nmsgstr "Bridge\n', 2),
        ('msgid "桥"\nmsgstr Bridge\n', 2),
        ('msgid "桥"\nmsgstr "Bri"\n"dge\n', 3),
        ('msgid "桥\nmsgstr "Bridge"\n', 1),
    ],
)
def test_line_without_its_quotes_is_a_fault(tmp_path: Path, text: str, line: int) -> None:
    write(tmp_path, text)
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(tmp_path, KEY)
    assert caught.value.ref == SourceRef(NAME, line)


def test_doubled_entry_is_a_fault(tmp_path: Path) -> None:
    entry = 'msgctxt "title"\nmsgid "桥"\nmsgstr "Bridge"\n\n'
    write(tmp_path, entry + entry)
    with pytest.raises(CatalogueError, match="line 1 too") as caught:
        read_catalogue(tmp_path, KEY)
    assert caught.value.ref == SourceRef(NAME, 5)


def test_one_sentence_in_two_contexts_is_no_double(tmp_path: Path) -> None:
    write(tmp_path, 'msgctxt "a"\nmsgid "桥"\nmsgstr ""\n\nmsgctxt "b"\nmsgid "桥"\nmsgstr ""\n')
    assert len(read_catalogue(tmp_path, KEY).messages) == 2


def test_all_faulty_files_are_reported_at_once(tmp_path: Path) -> None:
    write(tmp_path, 'msgid "桥"\nmsgstr "Bridge"\n', "p/good")
    for key in ("p/b", "p/a"):
        write(tmp_path, "nonsense\n", key)
    with pytest.raises(ManyFaultsError) as caught:
        read_catalogues(tmp_path, ["p/b", "p/good", "p/a"])
    assert [error.ref.path for error in caught.value.errors if error.ref] == [
        catalogue_path("p/b"),
        catalogue_path("p/a"),
    ]


# ---------------------------------------------------------------- written and read back

# polib takes these for ends of lines, see the test of them.
LINE_ENDS = "\x85\u2028\u2029"
TEXTS = st.text(
    st.sampled_from('他来了桥 "\\nt#~|%\u3000')
    | st.characters(exclude_categories=("Cc", "Cs"), exclude_characters=LINE_ENDS),
    min_size=1,
    max_size=20,
) | st.sampled_from(["Two\nlines", "line end\n", "a\tb", "word " * 40 + "end", "长" * 200, "msgid", "#~ x", "  a  "])
CHINESE = TEXTS.map(str.strip).filter(bool)
NAMES = st.sampled_from(["Fake 1.0", "Argos Translate 1.12, translate-zh_en 1.9"])
ENGLISH = (
    st.just(MISSING)
    | st.builds(English, TEXTS, st.just(Status.REVIEWED), st.just(""))
    | st.builds(English, TEXTS, st.just(Status.MACHINE), NAMES)
)
STALE = st.builds(English, TEXTS, st.just(Status.STALE), st.just("") | CHINESE)
CONTEXTS = st.sampled_from(["title", "paragraph", "paragraph 2", ""])


def messages(english: st.SearchStrategy[English]) -> st.SearchStrategy[list[Message]]:
    made = st.builds(Message, CONTEXTS, CHINESE, english, st.just(HERE))
    return st.lists(made, max_size=5, unique_by=lambda item: (item.context, item.chinese))


@PROPERTY
@given(messages(ENGLISH | STALE), messages((ENGLISH | STALE).filter(lambda english: english.text != "")))
def test_any_catalogue_is_read_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, current: list[Message], obsolete: list[Message]
) -> None:
    keys = [(item.context, item.chinese) for item in (*current, *obsolete)]
    assume(len(set(keys)) == len(keys))
    root = tmp_path_factory.mktemp("edition")
    path = save(root, *current, obsolete=tuple(obsolete))
    found = read_catalogue(root, KEY)
    assert said(found.messages) == said(tuple(current))
    assert said(found.obsolete) == said(tuple(obsolete))

    before = path.read_bytes()
    os.utime(path, (LONG_AGO, LONG_AGO))
    assert not save_catalogue(root, found, {})
    assert (path.stat().st_mtime, path.read_bytes()) == (LONG_AGO, before)


@pytest.mark.parametrize("mark", LINE_ENDS)
def test_unusual_line_ends_in_english_become_spaces(tmp_path: Path, mark: str) -> None:
    save(tmp_path, reviewed("桥", f"a{mark}b"))
    assert read_catalogue(tmp_path, KEY).messages[0].english.text == "a b"


def test_obsolete_message_keeps_the_earlier_chinese(tmp_path: Path) -> None:
    before = message("新桥", "Bridge", Status.STALE, "老桥")
    save(tmp_path, obsolete=(before,))
    assert said(read_catalogue(tmp_path, KEY).obsolete) == said((before,))


def test_same_catalogue_gives_the_same_bytes(tmp_path: Path) -> None:
    bytes_of = {save(tmp_path / name, reviewed("桥", "Bridge"), message("船")).read_bytes() for name in "ab"}
    assert len(bytes_of) == 1


def test_places_of_the_article_are_written(tmp_path: Path) -> None:
    places = {("paragraph", "桥"): SourceRef("content/articles/p/s.md", 9)}
    save_catalogue(tmp_path, Catalogue(KEY, (message("桥"),)), places)
    assert "#: content/articles/p/s.md:9\n" in (tmp_path / NAME).read_text(encoding="utf-8")


# ---------------------------------------------------------------- what a person added

BY_HAND = f"""\
# 译者：李四
msgid ""
msgstr ""
"Language: en\\n"
"X-Team: Qingshi\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

# Ask the author about the name.
#. from the printer
#, fuzzy, no-wrap
msgctxt "paragraph"
msgid "桥"
msgstr ""
"Bri"
"dge"

# {MACHINE_NOTE}Argos 1
# Not sure.
#, fuzzy
msgctxt "paragraph"
msgid "船"
msgstr "Boat"
"""


def test_unchanged_catalogue_keeps_a_persons_layout(tmp_path: Path) -> None:
    path = write(tmp_path, BY_HAND)
    assert not save_catalogue(tmp_path, read_catalogue(tmp_path, KEY), {("paragraph", "桥"): HERE})
    assert path.read_text(encoding="utf-8") == BY_HAND


def test_comments_flags_and_header_fields_survive_a_change(tmp_path: Path) -> None:
    path = write(tmp_path, BY_HAND)
    found = read_catalogue(tmp_path, KEY)
    assert save_catalogue(tmp_path, Catalogue(KEY, (*found.messages, message("新"))), {})
    text = path.read_text(encoding="utf-8")
    for line in (
        "# 译者：李四",
        '"X-Team: Qingshi\\n"',
        "# Ask the author about the name.",
        "#. from the printer",
        "#, fuzzy, no-wrap",
        f"# {MACHINE_NOTE}Argos 1",
        "# Not sure.",
    ):
        assert text.count(f"{line}\n") == 1, line


def test_flag_of_the_header_survives_a_change(tmp_path: Path) -> None:
    write(tmp_path, "#, fuzzy\n" + BY_HAND.split("\n", 1)[1])
    save_catalogue(tmp_path, Catalogue(KEY, (message("新"),)), {})
    assert (tmp_path / NAME).read_text(encoding="utf-8").split("msgid", 1)[0].endswith("#, fuzzy\n")


def test_comments_of_a_person_survive_other_english(tmp_path: Path) -> None:
    write(tmp_path, BY_HAND)
    bridge, boat = read_catalogue(tmp_path, KEY).messages
    save(tmp_path, bridge, reviewed(boat.chinese, "A boat"))
    text = (tmp_path / NAME).read_text(encoding="utf-8")
    assert "# Not sure.\n" in text
    assert MACHINE_NOTE not in text
    assert "no-wrap" in text


def test_obsolete_message_keeps_its_comment(tmp_path: Path) -> None:
    write(tmp_path, BY_HAND)
    bridge, boat = read_catalogue(tmp_path, KEY).messages
    save(tmp_path, bridge, obsolete=(boat,))
    assert "# Not sure.\n" in (tmp_path / NAME).read_text(encoding="utf-8")
    assert said(read_catalogue(tmp_path, KEY).obsolete) == said((boat,))


def test_a_long_note_is_one_note_and_goes_whole(tmp_path: Path) -> None:
    engine = "Argos Translate 1.12.1, translate-zh_en 1.9, translate-en_de 1.0, and one more model of a long name 2.0"
    path = save(tmp_path, Message("title", "桥", English("Bridge", Status.MACHINE, engine), HERE))
    (message,) = read_catalogue(tmp_path, KEY).messages
    assert message.english.note == engine
    save(tmp_path, Message("title", "桥", English("Bridge", Status.REVIEWED, ""), HERE))
    assert "Argos" not in path.read_text(encoding="utf-8")
    assert "model" not in path.read_text(encoding="utf-8")


def test_each_text_is_one_line(tmp_path: Path) -> None:
    """Poedit and polib wrap otherwise: a text that is not wrapped stays as it is in both."""
    path = save(tmp_path, reviewed("桥" * 60, "A bridge of many words " * 12))
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line.partition(" ")[0] for line in lines if line.startswith("msg")] == [
        "msgid",
        "msgstr",
        "msgctxt",
        "msgid",
        "msgstr",
    ]
    assert sum(line.startswith('"') for line in lines) == sum(line.startswith('"') and ": " in line for line in lines)


def test_a_note_that_was_wrapped_is_one_note(tmp_path: Path) -> None:
    note = "Argos Translate 1.12.1, translate-zh_en 1.9, translate-en_de 1.0, and one more model"
    head, tail = f"# {MACHINE_NOTE}{note}".rsplit(", and", 1)
    write(
        tmp_path,
        f'msgid ""\nmsgstr "Language: en\\n"\n\n{head},\n# and{tail}\n#, fuzzy\n'
        'msgctxt "title"\nmsgid "桥"\nmsgstr "Bridge"\n',
    )
    (found,) = read_catalogue(tmp_path, KEY).messages
    assert (found.english.status, found.english.note) == (Status.MACHINE, note)
