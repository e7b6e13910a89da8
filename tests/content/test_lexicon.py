"""The editor's lexicon: every column, and all wrong lines at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidu.content.lexicon import COLUMNS, LEXICON, read_lexicon
from duidu.errors import LexiconError, ManyFaultsError
from duidu.model import (
    GlossLine,
    LevelLine,
    Lexicon,
    ReadingLine,
    SourceRef,
    TermLine,
    VariantLine,
    WordLine,
    WordTag,
)


def write(root: Path, name: str, *lines: str, header: str | None = None) -> None:
    path = root / LEXICON / f"{name}.tsv"
    path.parent.mkdir(parents=True, exist_ok=True)
    first = "\t".join(COLUMNS[name]) if header is None else header
    path.write_text("\n".join([first, *lines]) + "\n", encoding="utf-8")


def ref(name: str, line: int = 2) -> SourceRef:
    return SourceRef(f"{LEXICON}/{name}.tsv", line)


def test_no_files_are_an_empty_lexicon(tmp_path: Path) -> None:
    assert read_lexicon(tmp_path) == Lexicon()


@pytest.mark.parametrize(
    ("name", "line", "value"),
    [
        ("words", "楼栋长", WordLine("楼栋长", WordTag.WORD, ref("words"))),
        ("words", "高兴 地 说", WordLine("高兴 地 说", WordTag.WORD, ref("words"))),
        ("words", "用 Word 写", WordLine("用 Word 写", WordTag.WORD, ref("words"))),
        ("words", "用 Word\tword", WordLine("用 Word", WordTag.WORD, ref("words"))),
        ("words", "王小明\tperson", WordLine("王小明", WordTag.PERSON, ref("words"))),
        ("readings", "地\tde", ReadingLine("地", "de", "", ref("readings"))),
        ("readings", "地\tdì\t土地上", ReadingLine("地", "dì", "土地上", ref("readings"))),
        ("variants", "台\t*\t台", VariantLine("台", "*", "台", ref("variants"))),
        ("variants", "里\tzh-Hant-TW\t裡", VariantLine("里", "zh-Hant-TW", "裡", ref("variants"))),
        ("glosses", "桥\tbridge; span ;", GlossLine("桥", ("bridge", "span"), ref("glosses"))),
        ("levels", "桥\t7", LevelLine("桥", 7, ref("levels"))),
        ("levels", "桥\t0", LevelLine("桥", 0, ref("levels"))),
        ("terms", "新桥\tNew Bridge", TermLine("新桥", "New Bridge", "", ref("terms"))),
        ("terms", "新桥\tNew Bridge\ta name", TermLine("新桥", "New Bridge", "a name", ref("terms"))),
        ("terms", "亩\tmu | acre|", TermLine("亩", "mu", "", ref("terms"), ("acre",))),
    ],
)
def test_a_line_of_every_table(tmp_path: Path, name: str, line: str, value: object) -> None:
    write(tmp_path, name, line)
    assert getattr(read_lexicon(tmp_path), name) == (value,)


def test_comments_blank_lines_and_space_around_fields_do_not_count(tmp_path: Path) -> None:
    write(tmp_path, "words", "", "# a comment\twith a tab", " 桥 \t place ", "\t", header="# first\nword\tkind")
    assert read_lexicon(tmp_path).words == (WordLine("桥", WordTag.PLACE, ref("words", 5)),)


def test_quotes_are_text(tmp_path: Path) -> None:
    write(tmp_path, "glosses", '桥\t"bridge"', '"船\tboat')
    assert [(line.word, line.senses) for line in read_lexicon(tmp_path).glosses] == [
        ("桥", ('"bridge"',)),
        ('"船', ("boat",)),
    ]


@pytest.mark.parametrize(
    ("name", "line", "what", "hint"),
    [
        ("words", "桥\tbridge", "unknown kind 'bridge'", "person"),
        ("words", "桥\tword\tx", "3 fields", "tab"),
        ("words", "\tword", "2 fields, 1 of them filled", "word"),
        ("words", "刘德明 person", "a space before 'person'", "by a tab: 刘德明⇥person"),
        ("words", "刘 德明　Place", "a space before 'Place'", "by a tab: 刘 德明⇥place"),
        ("readings", "桥", "1 fields", "pinyin"),
        ("readings", "桥 qiáo", "1 fields", "tab"),
        ("readings", "桥\tqiáo\t船头", "does not stand in the context '船头'", "longer piece"),
        ("readings", "鞭炮\txyzzy", "xyzzy is no syllable of Hanyu Pinyin", "marks or numbers"),
        ("readings", "鞭炮\tbian9pao4", "9pao is no syllable of Hanyu Pinyin", "zhong1guo2"),
        (
            "readings",
            "鞭炮\tbian1",
            "bian1: a syllable each is needed for the characters of 鞭炮",
            "a syllable a character",
        ),
        ("readings", "鞭炮\tbiānpàopào", "a syllable each is needed", "a syllable a character"),
        ("readings", "鞭炮\tbianpao", "it has no tones", "marks or numbers"),
        ("readings", "卡拉OK\tkala", "卡拉OK", "marks or numbers"),
        ("readings", "西安\txiān", "a syllable each", "a syllable a character"),
        ("readings", "好\thǎo!", "! is no syllable", "pinyin"),
        ("readings", "中国\tㄓㄨㄥ ㄍㄨㄛˊ", "no syllable of Hanyu Pinyin", "pinyin"),
        ("variants", "桥\tzh-TW\t橋", "unknown language 'zh-TW'", "zh-Hant-TW"),
        ("variants", "桥\tzh-Hant", "2 fields", "form"),
        ("glosses", "桥", "1 fields", "english"),
        ("levels", "桥\t8", "unknown level '8'", "1 to 6"),
        ("levels", "桥\tHSK 3", "unknown level 'HSK 3'", "1 to 6"),
        ("levels", "桥\t12", "unknown level '12'", "1 to 6"),
        ("terms", "桥\t\tnote", "3 fields, 2 of them filled", "english"),
        ("terms", "桥\t | ", "no English", "other forms"),
    ],
)
def test_wrong_line_is_a_fault_with_its_number(tmp_path: Path, name: str, line: str, what: str, hint: str) -> None:
    write(tmp_path, name, "# comment", line)
    with pytest.raises(LexiconError) as caught:
        read_lexicon(tmp_path)
    assert what in caught.value.message
    assert hint in caught.value.hint
    assert caught.value.ref == ref(name, 3)


@pytest.mark.parametrize("header", ["word", "kind\tword", "桥\tplace", "word\tkind\tnote"])
def test_the_first_line_names_the_columns(tmp_path: Path, header: str) -> None:
    write(tmp_path, "words", "桥\tnonsense", header=header)
    with pytest.raises(LexiconError, match="first line") as caught:
        read_lexicon(tmp_path)
    assert caught.value.ref == ref("words", 1)
    assert "word⇥kind" in caught.value.hint


@pytest.mark.parametrize(
    ("name", "lines", "hint"),
    [
        ("words", ("桥\tplace", "桥\tperson"), "keep one"),
        ("words", ("高兴 地 说", "高兴地 说"), "keep one"),
        ("words", ("高兴 地 说", "高兴地说"), "keep one"),
        ("readings", ("地\tde", "地\tdì"), "a context of its own"),
        ("readings", ("地\tde\t高兴地说", "地\tdì\t高兴地说"), "keep one"),
        ("variants", ("里\t*\t里", "里\t*\t裡"), "keep one"),
        ("glosses", ("桥\tbridge", "桥\tspan"), "semicolons"),
        ("levels", ("桥\t3", "桥\t0"), "keep one"),
        ("terms", ("亩\tmu", "亩\tacre"), "|"),
        ("terms", ("亩\tmu|acre", "亩\tmu"), "|"),
    ],
)
def test_two_lines_must_not_contradict_each_other(tmp_path: Path, name: str, lines: tuple[str, str], hint: str) -> None:
    write(tmp_path, name, lines[0], "# between", lines[1])
    with pytest.raises(LexiconError) as caught:
        read_lexicon(tmp_path)
    word = lines[1].split("\t")[0]
    assert caught.value.message == f"line 2 says otherwise of '{word}'."
    assert hint in caught.value.hint
    assert caught.value.ref == ref(name, 4)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("words", ("桥", "桥\tword")),
        ("words", ("高兴 地", "高兴  地")),
        ("readings", ("地\tde", "地\tdì\t土地上", "地\tde\t高兴地说")),
        ("variants", ("里\t*\t里", "里\tzh-Hant-TW\t裡")),
        ("glosses", ("桥\tbridge;span", "桥\tbridge; span")),
        ("levels", ("桥\t3", "桥\t3")),
        ("terms", ("亩\tmu|acre\tland", "亩\tmu | acre")),
    ],
)
def test_saying_the_same_twice_or_elsewhere_is_no_contradiction(
    tmp_path: Path, name: str, lines: tuple[str, ...]
) -> None:
    write(tmp_path, name, *lines)
    assert len(getattr(read_lexicon(tmp_path), name)) == len(lines)


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("word.tsv", "did you mean 'words.tsv'?"),
        ("Reading.tsv", "did you mean 'readings.tsv'?"),
        ("glosses.txt", "did you mean 'glosses.tsv'?"),
        ("terms.tsv.txt", "did you mean 'terms.tsv'?"),
        ("terms.2024.backup.tsv", "did you mean 'terms.tsv'?"),
        ("levels", "did you mean 'levels.tsv'?"),
        ("xyzzy.tsv", "known files: words.tsv, readings.tsv"),
    ],
)
def test_a_file_that_nothing_reads_is_a_fault(tmp_path: Path, file: str, hint: str) -> None:
    write(tmp_path, "words", "桥")
    (tmp_path / LEXICON / file).write_text("桥\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="no file of the lexicon") as caught:
        read_lexicon(tmp_path)
    assert hint in caught.value.hint
    assert caught.value.ref == SourceRef(f"{LEXICON}/{file}", 1)


@pytest.mark.parametrize(
    "file", [".DS_Store", "._words.tsv", "words.tsv~", "words.tsv.bak", "~$words.xlsx", "README.md"]
)
def test_what_systems_and_editors_leave_behind_is_no_fault(tmp_path: Path, file: str) -> None:
    write(tmp_path, "words", "桥")
    (tmp_path / LEXICON / file).write_text("桥\n", encoding="utf-8")
    (tmp_path / LEXICON / "old").mkdir()
    assert len(read_lexicon(tmp_path).words) == 1


def test_all_wrong_lines_of_all_files_are_reported_at_once(tmp_path: Path) -> None:
    write(tmp_path, "words", "桥\tx", "船\tword", "人\ty")
    write(tmp_path, "levels", "桥\t9")
    (tmp_path / LEXICON / "terms.tsv").write_bytes(b"chinese\tenglish\tnote\n\xff\n")
    with pytest.raises(ManyFaultsError) as caught:
        read_lexicon(tmp_path)
    assert {str(error.ref) for error in caught.value.errors} == {
        f"{LEXICON}/words.tsv:2",
        f"{LEXICON}/words.tsv:4",
        f"{LEXICON}/levels.tsv:2",
        f"{LEXICON}/terms.tsv:2",
    }


def test_a_field_may_be_long(tmp_path: Path) -> None:
    write(tmp_path, "words", "桥" * 200_000)
    assert len(read_lexicon(tmp_path).words[0].word) == 200_000
