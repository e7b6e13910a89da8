"""`translate`: every sentence has its entry, gaps are filled, and a person's English survives."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import polib
import pytest

from duidu.commands import import_, site, translate
from duidu.content.translations import read_catalogue
from duidu.errors import DuiduError, EngineError
from duidu.model import Status
from tests.commands.conftest import ARTICLE, CATALOGUE
from tests.conftest import Silent
from tests.support import FakeEngine, duidu, edit, set_engine, snapshot, times

KEY = "qingshi/xiaoqiao-lian-qi-liang-ge-cun"
SENTENCE = "昨天，青石县的新桥通车了。"
ENGLISH = "Yesterday the new bridge of Qingshi opened."
GAP = f'msgid "{SENTENCE}"\nmsgstr ""\n'
Install = Callable[..., FakeEngine]


def say(root: Path, english: str = ENGLISH) -> None:
    """A person writes the English of the sentence."""
    edit(root / CATALOGUE, GAP, GAP.replace('msgstr ""', f'msgstr "{english}"'))


def english(root: Path, chinese: str) -> tuple[str, Status, str]:
    (found,) = [item for item in read_catalogue(root, KEY).messages if item.chinese == chinese]
    return found.english.text, found.english.status, found.english.note


def obsolete(root: Path) -> list[str]:
    return [item.english.text for item in read_catalogue(root, KEY).obsolete]


# ---------------------------------------------------------------- entries and gaps


def test_every_sentence_has_its_entry(built: Path, silent: Silent) -> None:
    report = translate.run(built, silent)
    assert (report.exit_code, report.counts["missing"]) == (1, 13)
    contexts = [(item.context, item.chinese) for item in read_catalogue(built, KEY).messages]
    assert contexts[:4] == [
        ("kicker", "青石县"),
        ("title", "小桥连起两个村"),
        ("credit", "(记者 王小明) (张大山 文/图)"),
        ("dateline", "本报讯"),
    ]
    assert ("heading", "桥边的新变化") in contexts


def test_furniture_has_no_catalogue(edition: Path, silent: Silent) -> None:
    (edition / "content/pages/qingshi.txt").write_text("第03版\n\n桥通了\n\n桥很长，真好。\n", encoding="utf-8")
    import_.run(edition, silent)
    translate.run(edition, silent)
    assert [path.stem for path in (edition / "content/translations").rglob("*.po")] == ["qiaotong-le"]


def test_without_an_engine_the_gaps_stay_and_the_report_says_why(built: Path, silent: Silent) -> None:
    set_engine(built, "argos")
    report = translate.run(built, silent)
    assert report.exit_code == 1
    assert "  no engine is installed. Hint: install one." in report.lines


def test_engine_none_asks_for_no_engine(built: Path, silent: Silent) -> None:
    report = translate.run(built, silent)
    assert len(report.lines) == 1


def test_gaps_are_filled_with_machine_english_that_names_its_engine(
    built: Path, silent: Silent, fake_engine: Install
) -> None:
    set_engine(built, "argos")
    fake_engine()
    say(built)
    report = translate.run(built, silent)
    assert (report.exit_code, report.counts["reviewed"], report.counts["machine"]) == (0, 1, 12)
    assert english(built, SENTENCE) == (ENGLISH, Status.REVIEWED, "")
    assert english(built, "青石县") == ("English of 青石县", Status.MACHINE, "Fake 1.0")
    text = (built / CATALOGUE).read_text(encoding="utf-8")
    assert text.count("# Machine translation: Fake 1.0\n") == text.count("#, fuzzy\n") == 9


def test_entries_name_the_place_of_their_sentence_after_filling(
    built: Path, silent: Silent, fake_engine: Install
) -> None:
    set_engine(built, "argos")
    fake_engine()
    translate.run(built, silent)
    lines = (built / CATALOGUE).read_text(encoding="utf-8").split("\n")
    places = [line for line in lines if line.startswith("#: ")]
    assert len(places) == 10
    assert {place.partition(":")[2].rpartition(":")[0].strip() for place in places} == {ARTICLE}


def test_machine_english_is_never_shown_as_reviewed(built: Path, silent: Silent, fake_engine: Install) -> None:
    set_engine(built, "argos")
    fake_engine()
    translate.run(built, silent)
    site.run(built, silent)
    page = (built / f"output/{KEY}.html").read_text(encoding="utf-8")
    assert page.count('class="en machine"') > 0
    assert 'class="en reviewed"' not in page


def test_a_fuzzy_flag_that_a_person_took_away_makes_it_reviewed(
    built: Path, silent: Silent, fake_engine: Install
) -> None:
    set_engine(built, "argos")
    fake_engine()
    translate.run(built, silent)
    text = (built / CATALOGUE).read_text(encoding="utf-8")
    (built / CATALOGUE).write_text(text.replace("#, fuzzy\n", ""), encoding="utf-8")
    assert translate.run(built, silent).counts["reviewed"] == text.count("#, fuzzy\n")


@pytest.mark.parametrize(
    ("taken_away", "stays"),
    [((), False), (("#, fuzzy\n",), True), (("# Machine",), True), (("#, fuzzy\n", "# Machine"), True)],
    ids=["nothing", "the flag", "the note", "both"],
)
def test_machine_english_corrected_by_hand_stays_without_the_flag_or_the_note(
    built: Path, silent: Silent, fake_engine: Install, taken_away: tuple[str, ...], stays: bool
) -> None:
    set_engine(built, "argos")
    fake_engine()
    translate.run(built, silent)
    head, *entries = (built / CATALOGUE).read_text(encoding="utf-8").split("\n\n")
    lines = entries[0].splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(("msgstr", *taken_away))]
    corrected = "".join((*kept, 'msgstr "By hand."'))
    (built / CATALOGUE).write_text("\n\n".join((head, corrected, *entries[1:])), encoding="utf-8")
    fake_engine(FakeEngine("Fake 2.0"))
    translate.run(built, silent, retranslate=True)
    assert ("By hand." in (built / CATALOGUE).read_text(encoding="utf-8")) == stays


def test_nothing_to_do_writes_nothing(built: Path, silent: Silent, fake_engine: Install) -> None:
    set_engine(built, "argos")
    fake_engine()
    translate.run(built, silent)
    before = times(built / "content")
    fake_engine(FakeEngine("Fake 2.0"))
    report = translate.run(built, silent)
    assert (report.counts["files_written"], report.counts["translated"]) == (0, 0)
    assert times(built / "content") == before


def test_a_sentence_of_two_articles_is_translated_once(edition: Path, silent: Silent, fake_engine: Install) -> None:
    for name in "ab":
        (edition / f"content/pages/{name}.txt").write_text("桥通了\n\n桥很长，真好。\n", encoding="utf-8")
    (edition / "content/pages/qingshi.txt").unlink()
    fake_engine()
    import_.run(edition, silent)
    report = translate.run(edition, silent)
    assert (report.counts["translated"], report.counts["machine"]) == (2, 4)


def test_what_is_finished_is_saved_when_the_work_is_broken_off(built: Path, fake_engine: Install) -> None:
    set_engine(built, "argos")
    fake_engine(FakeEngine(stop_after=5))
    result = duidu(built, "--quiet", "translate")
    assert (result.exit_code, result.stderr) == (130, "Stopped.\n")
    text = "".join(path.read_text(encoding="utf-8") for path in (built / "content/translations").rglob("*.po"))
    assert text.count("# Machine translation: Fake 1.0") == 5


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85"])
def test_unusual_line_ends_of_a_page_lose_no_english(
    edition: Path, silent: Silent, fake_engine: Install, mark: str
) -> None:
    (edition / "content/pages/qingshi.txt").write_text(f"桥通了\n\n昨天，桥{mark}通了。\n", encoding="utf-8")
    fake_engine()
    for _ in range(2):
        import_.run(edition, silent, again=True)
        report = translate.run(edition, silent)
        assert (report.counts["machine"], report.counts["missing"]) == (2, 0)
    site.run(edition, silent)
    page = (edition / "output/qingshi/qiaotong-le.html").read_text(encoding="utf-8")
    assert "English of 昨天，桥通了。" in page


# ---------------------------------------------------------------- a person's English


def test_reviewed_english_survives_a_sentence_that_goes_and_comes_back(built: Path, silent: Silent) -> None:
    say(built)
    article = (built / ARTICLE).read_text(encoding="utf-8")
    (built / ARTICLE).write_text(article.replace(SENTENCE, ""), encoding="utf-8")
    translate.run(built, silent)
    assert obsolete(built) == [ENGLISH]
    (built / ARTICLE).write_text(article, encoding="utf-8")
    translate.run(built, silent)
    assert (obsolete(built), english(built, SENTENCE)) == ([], (ENGLISH, Status.REVIEWED, ""))


def test_reviewed_english_of_a_changed_sentence_is_stale_beside_the_earlier_chinese(
    built: Path, silent: Silent, fake_engine: Install
) -> None:
    set_engine(built, "argos")
    fake_engine()
    say(built)
    changed = SENTENCE.replace("昨天", "前天")
    edit(built / ARTICLE, SENTENCE, changed)
    translate.run(built, silent)
    assert english(built, changed) == (ENGLISH, Status.STALE, SENTENCE)
    assert obsolete(built) == [ENGLISH]
    site.run(built, silent)
    page = (built / f"output/{KEY}.html").read_text(encoding="utf-8")
    assert f'title="{SENTENCE}"' in page


def test_reviewed_english_survives_every_other_change_of_the_article(built: Path, silent: Silent) -> None:
    say(built)
    edit(built / "content/pages/qingshi.txt", "本报讯 (记者 王小明)", "本报讯 (记者 王小明)今天天气很好。")
    import_.run(built, silent)
    translate.run(built, silent)
    assert english(built, SENTENCE) == (ENGLISH, Status.REVIEWED, "")


def test_reviewed_english_survives_another_headline(built: Path, silent: Silent) -> None:
    say(built)
    edit(built / "content/pages/qingshi.txt", "小桥连起两个村", "小桥连起三个村")
    import_.run(built, silent)
    translate.run(built, silent)
    (path,) = (built / "content/articles/qingshi").glob("xiaoqiao*.md")
    (found,) = [item for item in read_catalogue(built, f"qingshi/{path.stem}").messages if item.chinese == SENTENCE]
    assert found.english.text == ENGLISH


def test_comments_and_header_fields_of_a_person_survive(built: Path, silent: Silent) -> None:
    edit(built / CATALOGUE, '"Language: en\\n"\n', '"Language: en\\n"\n"X-Team: Qingshi\\n"\n')
    text = (built / CATALOGUE).read_text(encoding="utf-8")
    head, entry, tail = text.partition('msgctxt "kicker"')
    (built / CATALOGUE).write_text(f"# 译者：李四\n{head}# Ask the author.\n{entry}{tail}", encoding="utf-8")
    edit(built / ARTICLE, SENTENCE, f"{SENTENCE}今天天气很好。")
    assert translate.run(built, silent).counts["files_written"] == 1
    after = (built / CATALOGUE).read_text(encoding="utf-8")
    assert all(line in after for line in ("# 译者：李四\n", '"X-Team: Qingshi\\n"\n', "# Ask the author.\n"))


def test_catalogues_of_articles_that_are_gone_stay(built: Path, silent: Silent) -> None:
    say(built)
    before = (built / CATALOGUE).read_bytes()
    (built / ARTICLE).unlink()
    translate.run(built, silent)
    assert (built / CATALOGUE).read_bytes() == before


@pytest.mark.parametrize("broken", [f'msgstr "{ENGLISH}', f"msgstr {ENGLISH}"])
def test_english_with_a_forgotten_quote_is_not_rewritten(built: Path, silent: Silent, broken: str) -> None:
    say(built)
    edit(built / CATALOGUE, f'msgstr "{ENGLISH}"', broken)
    edit(built / ARTICLE, SENTENCE, f"{SENTENCE}今天天气很好。")
    before = snapshot(built / "content")
    with pytest.raises(DuiduError):
        translate.run(built, silent)
    assert snapshot(built / "content") == before


# ---------------------------------------------------------------- all or nothing


def test_one_bad_catalogue_leaves_everything_as_it_was(built: Path, silent: Silent, fake_engine: Install) -> None:
    set_engine(built, "argos")
    fake_engine()
    (bad,) = (built / "content/translations").rglob("jieyue*.po")
    bad.write_text("nonsense\n", encoding="utf-8")
    before = snapshot(built / "content")
    with pytest.raises(DuiduError, match=r"jieyue-yongshui-renren-youze\.po:1"):
        translate.run(built, silent)
    assert snapshot(built / "content") == before


def test_folder_that_cannot_be_written_is_a_fault(built: Path, silent: Silent) -> None:
    shutil.rmtree(built / "content/translations")
    (built / "content/translations").write_text("a file", encoding="utf-8")
    with pytest.raises(DuiduError):
        translate.run(built, silent)


def test_english_written_while_the_engine_runs_stays(built: Path, silent: Silent, fake_engine: Install) -> None:
    class Interrupted(FakeEngine):
        def translate(self, sentences: Sequence[str], decoding: object = None) -> Iterator[tuple[int, str]]:
            for number, pair in enumerate(super().translate(sentences)):
                if number == 2:
                    catalogue = polib.pofile(str(built / CATALOGUE))
                    catalogue[0].msgstr = "By hand"
                    catalogue.save()
                yield pair

    set_engine(built, "argos")
    fake_engine(Interrupted())
    translate.run(built, silent)
    assert polib.pofile(str(built / CATALOGUE))[0].msgstr == "By hand"


def test_what_is_finished_is_saved_as_it_goes(
    built: Path, silent: Silent, fake_engine: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[int] = []

    class Looking(FakeEngine):
        def translate(self, sentences: Sequence[str], decoding: object = None) -> Iterator[tuple[int, str]]:
            for pair in super().translate(sentences):
                saved.append(sum('msgstr "English of' in p.read_text("utf-8") for p in built.rglob("*.po")))
                yield pair

    monkeypatch.setattr(translate, "SAVE_SECONDS", 0)
    set_engine(built, "argos")
    fake_engine(Looking())
    translate.run(built, silent)
    assert saved[0] == 0
    assert saved[-1] > 0


def test_an_engine_that_breaks_off_is_one_line_and_loses_nothing(
    built: Path, silent: Silent, fake_engine: Install
) -> None:
    class Broken(FakeEngine):
        def translate(self, sentences: Sequence[str], decoding: object = None) -> Iterator[tuple[int, str]]:
            yield from list(super().translate(sentences))[:3]
            raise EngineError("the translation stopped: out of memory.", hint="wait.")

    set_engine(built, "argos")
    fake_engine(Broken())
    report = translate.run(built, silent)
    assert (report.exit_code, report.counts["machine"]) == (1, 3)
    assert any("out of memory" in line for line in report.lines)


def test_reviewed_english_goes_along_when_an_article_is_split(built: Path, silent: Silent) -> None:
    say(built)
    text = (built / ARTICLE).read_text(encoding="utf-8")
    edit(built / ARTICLE, SENTENCE, "")
    second = "---\ntitle: 第二篇\n---\n\n" + SENTENCE + "\n"
    (built / "content/articles/qingshi/second.md").write_text(second, encoding="utf-8")
    assert SENTENCE in text
    translate.run(built, silent)
    found = read_catalogue(built, "qingshi/second").messages
    assert [item.english.text for item in found if item.chinese == SENTENCE] == [ENGLISH]
