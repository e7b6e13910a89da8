"""The search: keys, lists of numbers, shards, texts."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.model import PINYIN, Edition, Role, Status, Variant
from duidu.writers import search
from duidu.writers.postings import ALPHABET, encode
from duidu.writers.search_keys import english_keys, letters, singular, syllables
from tests.support import PROPERTY, article, edition, reading, reading_article, sentence


def decode(text: str) -> list[int]:
    """The numbers of a list, read as the script does it."""
    k = ALPHABET.index(text[0])
    bits = "".join(f"{ALPHABET.index(char):06b}" for char in text[1:])
    numbers: list[int] = []
    at, last = 0, -1
    while True:
        end = bits.find("0", at)
        if end < 0:
            return numbers
        rest = int(bits[end + 1 : end + 1 + k] or "0", 2)
        last += ((end - at) << k) + rest + 1
        numbers.append(last)
        at = end + 1 + k


@given(st.sets(st.integers(0, 400_000), min_size=1))
@PROPERTY
def test_a_list_can_be_read_again(numbers: set[int]) -> None:
    assert decode(encode(sorted(numbers))) == sorted(numbers)


@pytest.mark.parametrize("numbers", [range(1), range(1000), range(0, 100_000, 7), [0, 1, 2, 300_000], [399_999]])
def test_lists_of_many_forms_can_be_read_again(numbers: range | list[int]) -> None:
    assert decode(encode(list(numbers))) == list(numbers)


@pytest.mark.parametrize(
    ("one", "other"),
    [("cities", "city"), ("trees", "tree"), ("houses", "house"), ("Buildings", "building"), ("Xi’an", "xian")],
)
def test_forms_of_an_english_word_have_one_key(one: str, other: str) -> None:
    assert english_keys(one) == english_keys(other)


@pytest.mark.parametrize("word", ["bus", "glass", "its", "red"])
def test_what_is_no_plural_stays(word: str) -> None:
    assert singular(word) == word


def test_keys_leave_no_mark_and_no_chinese_character() -> None:
    assert english_keys("“GDP”: 5,000 (红色) Ｃafé—") == ["gdp", "5000", "cafe"]
    assert english_keys("…！？") == []


@pytest.mark.parametrize(("pinyin", "plain"), [("Lǜsè", "lvse"), ("lü4", "lv"), ("dì-yī", "diyi"), ("ㄅㄚ", "")])
def test_letters_of_pinyin(pinyin: str, plain: str) -> None:
    assert letters(pinyin) == plain


def test_syllables_are_told_only_where_their_number_is_right() -> None:
    assert syllables("xiānshēng", 2) == ("xiān", "shēng")
    assert syllables("xiān", 2) == ()


# ---------------------------------------------------------------- the files


def small(*extra: str, **fields: object) -> Edition:
    """An article with a title and a sentence, and others of one word each."""
    hans = ("红色", "精神", "。")
    variants = (Variant("zh-Hant", "紅色精神。", ("紅色", "精神", "。")),)
    head = reading(sentence("老", "井"), english="The old well", pinyin=("lǎo", "jǐng"), status=Status.REVIEWED)
    text = reading(
        sentence(*hans),
        english="Red spirit",
        status=Status.MACHINE,
        pinyin=("hóngsè", "jīngshén", ""),
        variants=variants,
    )
    first = reading_article(article("红色精神。", title="老井"), (Role.PARAGRAPH, [text]), (Role.TITLE, [head]))
    others = (
        reading_article(article(word, slug=f"s{at}", order=at + 2), (Role.PARAGRAPH, [reading(sentence(word))]))
        for at, word in enumerate(extra)
    )
    return edition(first, *others, **fields)


def files(of: Edition) -> dict[str, object]:
    """What each script hands over, by its name; the name it says must be where it lies."""
    found = {}
    for file in search.write(of, {}):
        text = file.data.decode()
        assert text.startswith("duidu.shard(")
        assert text.endswith(");\n")
        name, value = json.loads(f"[{text[len('duidu.shard(') : -3]}]")
        assert file.path == f"search/{name}.js"
        found[name] = value
    return found


def lines(found: dict[str, object], kind: str) -> dict[str, list[str]]:
    """The lines of all shards of a kind by their keys."""
    shards = [str(value) for name, value in found.items() if name.startswith(f"{kind}/")]
    rows = [line.split(" ") for shard in shards for line in shard.split("\n") if line]
    return {key: rest for key, *rest in rows}


def test_words_english_and_pinyin_lead_to_the_sentence() -> None:
    found = files(small())
    # The title comes first, so the paragraph has the number 1.
    assert decode(lines(found, "zh")["红色"][0]) == [1]
    assert decode(lines(found, "en")["red"][0]) == [1]
    assert decode(lines(found, "en")["old"][0]) == [0]
    assert lines(found, "py")["hóngsè"] == ["红色"]


def test_parts_of_a_word_lead_to_it() -> None:
    found = lines(files(small("红花岗区")), "zh")
    assert found["花岗*"] == ["红花岗区"]
    assert "红*" not in found
    assert found["色*"] == ["红色"]


def test_characters_are_spelled_as_in_their_words() -> None:
    assert lines(files(small()), "py")["hóng"] == ["红"]


def test_the_directory_tells_room_titles_and_level() -> None:
    found = files(small("桥"))
    directory = found["index"]
    assert isinstance(directory, dict)
    assert [ord(char) - 35 for char in directory["articles"]] == [1, 1, 0, 1, 1, 0]
    assert set(directory["bits"]) == {"zh", "en", "py"}


def test_the_directory_tells_what_spellings_begin_with_and_which_lists_lie_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = files(small("桥"))["index"]["known"]  # type: ignore[index]
    assert known["zh"] == known["en"] == ""
    assert {"hon", "jin", "se"} <= set(known["py"].split(" "))
    monkeypatch.setattr("duidu.writers.search_index.LONG", 1)
    found = files(small(*"桥" * 9, "红色"))
    lone = set(found["index"]["known"]["zh"].split(" "))  # type: ignore[index]
    assert "精神" in lone
    assert all("zh/w" + "-".join(f"{ord(char):x}" for char in word) in found for word in lone)
    assert "桥" not in lone  # it stands everywhere


def test_texts_hold_the_sentence_and_what_its_english_is() -> None:
    key, titles, sentences, _ = files(small())["t/0/0"]  # type: ignore[misc]
    assert (key, titles) == ("p/s", 1)
    assert [row[1:] for row in sentences] == [["老井", "The old well"], ["红色精神。", "Red spirit", 1]]


def test_another_script_is_what_the_table_does_not_give() -> None:
    def item(simplified: str, traditional: str) -> object:
        return reading(sentence(simplified), variants=(Variant("zh-Hant", traditional, (traditional,)),))

    pairs = [("里", "裡"), ("里", "裡"), ("里", "里"), ("里", "裏"), ("网", "網際")]
    base = article("x")
    found = files(edition(reading_article(base, (Role.PARAGRAPH, [item(*pair) for pair in pairs]))))  # type: ignore[misc]
    directory = found["index"]
    assert isinstance(directory, dict)
    assert directory["forms"] == {"zh-Hant": "里裡"}
    assert directory["folds"] == "裏里"
    assert found["t/0/0"][3] == {"zh-Hant": [[2, 0, "里"], [3, 0, "裏"], [4, "網際"]]}  # type: ignore[index]


def test_a_character_of_both_scripts_may_be_either() -> None:
    pairs = [("看着", "看著"), ("看着", "看著"), ("著名", "著名")]
    items = [reading(sentence(a), variants=(Variant("zh-Hant", b, (b,)),)) for a, b in pairs]
    directory = files(edition(reading_article(article("x"), (Role.PARAGRAPH, items))))["index"]
    assert isinstance(directory, dict)
    assert (directory["folds"], directory["either"]) == ("", "著着")


@pytest.mark.parametrize("variants", [("zh-Hans",), ("zh-Hans", "zh-Hant")])
def test_other_spellings_of_its_characters_are_told_and_no_more(variants: tuple[str, ...]) -> None:
    whole = small(variants=variants)
    char = next(char for char in whole.pages[0].articles[0].blocks[0].block.text if char >= "\u4e00")
    found = files(replace(whole, spellings={"𪜀": char, "鑿": "凿", char: "鑿"}))
    assert found["index"]["folds"] == f"𪜀{char}"  # type: ignore[index]


def test_an_edition_in_pinyin_has_its_words_with_their_length() -> None:
    running = Variant(PINYIN, "Hóngsè jīngshén.", ("Hóngsè", " jīngshén", "."))
    item = reading(sentence("红色", "精神", "。"), variants=(running,))
    of = edition(reading_article(article("x"), (Role.PARAGRAPH, [item])), variants=("zh-Hans", PINYIN))
    assert files(of)[f"{PINYIN}/0/0"] == [["Hóngsè\t jīngshén\t.", [2, 2, 1]]]


def test_a_new_article_leaves_the_others_texts_and_most_shards() -> None:
    words = [chr(0x4E00 + at) + chr(0x5E00 + at) for at in range(400)]
    before = files(small(*words))
    after = files(small(*words, "新来"))
    changed = {name for name in before if before[name] != after.get(name)}
    assert changed <= {name for name in before if not name.startswith("t/")}
    assert len(changed) <= 3
    assert len(before) > 400


def test_the_newest_page_has_the_last_numbers() -> None:
    def page(name: str, word: str) -> object:
        return reading_article(article(word, page=name), (Role.PARAGRAPH, [reading(sentence(word))]))

    plain = edition(page("b", "井"), page("a", "桥"))  # type: ignore[arg-type]
    dated = replace(
        plain,
        pages=tuple(
            replace(one, info=replace(one.info, date=date))
            for one, date in zip(plain.pages, ("2024-01-02", "2024-01-01"), strict=True)
        ),
    )
    found = files(dated)
    assert [found[f"t/0/{at}"][0] for at in range(2)] == ["a/s", "b/s"]  # type: ignore[index]


def test_a_long_list_lies_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duidu.writers.search_index.LONG", 1)
    found = files(small())
    assert lines(found, "zh")["红色"] == ["", "~"]
    assert decode(str(found["zh/w7ea2-8272"])) == [1]


def test_a_long_list_of_a_short_word_is_no_shard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duidu.writers.search_index.LONG", 0)
    monkeypatch.setattr("duidu.writers.search_index.SHARD", 1)
    item = reading(
        sentence("人", "。"), english="a 1 i " + " ".join(f"word{n}" for n in range(90)), status=Status.REVIEWED
    )
    paths = [file.path for file in search.write(edition(reading_article(article("x"), (Role.PARAGRAPH, [item]))), {})]
    assert len(set(paths)) == len(paths) > 64
    assert "search/en/w61.js" in paths


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert list(search.write(small("桥"), {})) == list(search.write(small("桥"), {}))


def test_an_edition_without_articles_has_an_empty_index() -> None:
    assert set(files(edition())) == {"index", "zh/0", "en/0", "py/0"}


@pytest.mark.parametrize("hostile", ["</script>", '"); alert(1); ("', "\u2028", "\\", "__proto__"])
def test_texts_cannot_leave_their_string(hostile: str) -> None:
    item = reading(sentence(hostile, "井"), english=hostile, status=Status.REVIEWED)
    found = files(edition(reading_article(article("x"), (Role.PARAGRAPH, [item]))))
    assert found["t/0/0"][2][0][2] == hostile  # type: ignore[index]
