"""`translate` that is broken off at any moment loses no finished sentence and translates none twice."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from duidu.commands import clean, import_, translate
from duidu.commands.editing import translating
from duidu.content.journal import JOURNAL
from duidu.content.translations import read_catalogue
from duidu.model import English, Status
from tests.commands.test_translate import KEY, SENTENCE, Install, english, say
from tests.conftest import Silent
from tests.support import FakeEngine, duidu, set_engine, snapshot

pytestmark = pytest.mark.slow

REPOSITORY = Path(__file__).resolve().parents[2]
JOURNAL_FILE = f"content/translations/en/{JOURNAL}"
RENEW = ("translate", "--retranslate", "machine")

# A translation in a process of its own. The engine notes in a file each sentence that it has handed over.
SLOW = """
import sys, time
from contextlib import contextmanager
from pathlib import Path
from duidu import machine, translators
from duidu.commands import translate

root, log, name, seconds, job = sys.argv[1:]

class Slow:
    def __init__(self):
        self.name = name

    def translate(self, sentences, decoding):
        for index, sentence in enumerate(sentences):
            time.sleep(0.01)
            yield index, f"{name}: {sentence}"
            with open(log, "a", encoding="utf-8") as file:
                file.write(sentence + "\\n")

class Quiet:
    @contextmanager
    def progress(self, label, total):
        yield lambda steps: None

machine.Examiner.judge = lambda self, task, english: ()
translators.ENGINES["argos"] = lambda **options: Slow()
translate.SAVE_SECONDS = float(seconds)
translate.run(Path(root), Quiet(), retranslate=job == "renew")
"""


@pytest.fixture
def long(edition: Path, silent: Silent) -> Path:
    """An edition of three articles and some forty sentences."""
    for page in "abc":
        text = "".join(f"第{number}天，{page}村的人修了{number}座桥。" for number in range(1, 13))
        (edition / f"content/pages/{page}.txt").write_text(f"{page}村修桥\n\n{text}\n", encoding="utf-8")
    (edition / "content/pages/qingshi.txt").unlink()
    import_.run(edition, silent)
    return edition


def all_english(root: Path) -> list[English]:
    """The English of all PO files; each of them can be read."""
    folder = root / "content/translations/en"
    keys = sorted(path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.po"))
    return [message.english for key in keys for message in read_catalogue(root, key).messages]


def logged(log: Path) -> list[str]:
    return log.read_text(encoding="utf-8").split("\n")[:-1] if log.exists() else []


def killed_again_and_again(root: Path, log: Path, name: str, job: str) -> int:
    """Run the job and kill it after some sentences, or somewhere at its start, until it comes to its end."""
    chance = random.Random(5)  # noqa: S311 (moments to kill, the same in every run)
    for kills in range(60):
        seconds = chance.choice(["0", "0", "60"])
        process = subprocess.Popen(
            [sys.executable, "-c", SLOW, str(root), str(log), name, seconds, job], cwd=REPOSITORY
        )
        enough = len(logged(log)) + chance.randint(1, 9)
        pause = chance.random() * 0.02
        while process.poll() is None and len(logged(log)) < enough:
            time.sleep(0.002)
        time.sleep(pause)
        process.kill()
        code = process.wait()
        all_english(root)
        if code == 0:
            return kills
        assert code < 0
    raise AssertionError("it does not come to an end")


def test_kill_at_any_moment_loses_nothing(long: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    assert killed_again_and_again(long, log, "Slow 1.0", "fill") > 3
    assert set(Counter(logged(log)).values()) == {1}
    assert {found.note for found in all_english(long)} == {"Slow 1.0"}
    assert not (long / JOURNAL_FILE).exists()


def test_kill_of_a_renewal_does_not_begin_again(
    long: Path, silent: Silent, fake_engine: Install, tmp_path: Path
) -> None:
    fake_engine()
    translate.run(long, silent)
    log = tmp_path / "log"
    assert killed_again_and_again(long, log, "Slow 2.0", "renew") > 3
    assert set(Counter(logged(log)).values()) == {1}
    assert {found.note for found in all_english(long)} == {"Slow 2.0"}
    assert not (long / JOURNAL_FILE).exists()


# ---------------------------------------------------------------- the journal of a run


def left_over(root: Path, *lines: str) -> None:
    (root / JOURNAL_FILE).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


LINE = '{"chinese":"' + SENTENCE + '","english":"%s","engine":"Fake 0.9","renewed":%s}'


def test_what_a_killed_run_has_left_is_put_in_before_anything_is_translated(
    built: Path, silent: Silent, fake_engine: Install
) -> None:
    left_over(built, LINE % ("From the journal.", "false"), '{"chinese":"青石县","eng')
    set_engine(built, "argos")
    fake_engine(FakeEngine(stop_after=0))
    result = duidu(built, "translate")
    assert result.exit_code == 130
    assert english(built, SENTENCE) == ("From the journal.", Status.MACHINE, "Fake 0.9")
    assert not (built / JOURNAL_FILE).exists()


def test_the_report_says_what_was_kept(built: Path, silent: Silent) -> None:
    left_over(built, LINE % ("From the journal.", "false"))
    report = translate.run(built, silent)
    assert report.lines[1:] == ("  1 sentence of a run that was broken off: kept.",)
    assert (report.counts["recovered"], report.counts["machine"]) == (1, 1)
    assert len(translate.run(built, silent).lines) == 1


def test_the_journal_does_not_touch_what_a_person_wrote(built: Path, silent: Silent) -> None:
    say(built, "By hand.")
    for renewed in ("false", "true"):
        left_over(built, LINE % ("From the journal.", renewed))
        translate.run(built, silent)
        assert english(built, SENTENCE) == ("By hand.", Status.REVIEWED, "")


def test_clean_does_not_take_the_journal_away(built: Path) -> None:
    left_over(built, LINE % ("From the journal.", "false"))
    clean.run(built)
    assert (built / JOURNAL_FILE).exists()


def test_a_journal_that_cannot_be_written_stops_the_run_and_what_is_finished_stays(
    built: Path, silent: Silent, fake_engine: Install
) -> None:
    set_engine(built, "argos")
    fake_engine()
    (built / JOURNAL_FILE).mkdir()
    result = duidu(built, "translate")
    assert result.exit_code == 2
    assert f"{JOURNAL_FILE}:1: cannot be written" in result.stderr


# ---------------------------------------------------------------- renewal


@pytest.fixture
def machined(built: Path, silent: Silent, fake_engine: Install) -> Path:
    """The edition with one reviewed sentence, one stale, and machine English."""
    set_engine(built, "argos")
    fake_engine()
    say(built)
    translate.run(built, silent)
    return built


def statuses(root: Path) -> Counter[tuple[Status, str]]:
    return Counter((found.status, found.note) for found in all_english(root))


def test_renewal_concerns_machine_english_alone(machined: Path, fake_engine: Install) -> None:
    fake_engine(FakeEngine("Fake 2.0"))
    assert duidu(machined, *RENEW).exit_code == 0
    assert statuses(machined) == {(Status.REVIEWED, ""): 1, (Status.MACHINE, "Fake 2.0"): 12}


def test_renewal_by_the_same_engine_asks_it_again(machined: Path, fake_engine: Install) -> None:
    before = snapshot(machined / "content")
    result = duidu(machined, *RENEW)
    assert "(12 new)" in result.stdout
    assert snapshot(machined / "content") == before


def test_where_the_engine_gives_nothing_the_old_english_stays(machined: Path, fake_engine: Install) -> None:
    class Mute(FakeEngine):
        def translate(self, sentences, decoding=None):  # type: ignore[no-untyped-def]
            return ((index, "") for index in range(len(sentences)))

    before = snapshot(machined / "content")
    fake_engine(Mute("Mute 1.0"))
    assert duidu(machined, *RENEW).exit_code == 0
    assert snapshot(machined / "content") == before


def test_renewal_that_is_broken_off_goes_on_where_it_was(machined: Path, fake_engine: Install) -> None:
    fake_engine(FakeEngine("Fake 2.0", stop_after=5))
    assert duidu(machined, *RENEW).exit_code == 130
    assert statuses(machined)[Status.MACHINE, "Fake 2.0"] == 5
    assert statuses(machined)[Status.MACHINE, "Fake 1.0"] == 7

    fake_engine(FakeEngine("Fake 2.0"))
    between = duidu(machined, "translate")
    assert "machine English is renewed in part; to go on: duidu translate --retranslate machine" in between.stdout

    result = duidu(machined, *RENEW)
    assert "(7 new)" in result.stdout
    assert statuses(machined)[Status.MACHINE, "Fake 2.0"] == 12
    assert not (machined / JOURNAL_FILE).exists()


def test_renewal_by_another_engine_begins_anew(machined: Path, fake_engine: Install) -> None:
    fake_engine(FakeEngine("Fake 2.0", stop_after=5))
    duidu(machined, *RENEW)
    fake_engine(FakeEngine("Fake 3.0"))
    assert "(12 new)" in duidu(machined, *RENEW).stdout
    assert statuses(machined)[Status.MACHINE, "Fake 3.0"] == 12
    assert english(machined, "青石县")[2] == "Fake 3.0"


def test_renewal_without_an_engine_changes_nothing(machined: Path) -> None:
    before = snapshot(machined / "content")
    set_engine(machined, "none")
    assert duidu(machined, *RENEW).exit_code == 0
    assert {path: data for path, data in snapshot(machined / "content").items() if path.suffix != ".toml"} == {
        path: data for path, data in before.items() if path.suffix != ".toml"
    }


def test_machine_english_is_taken_over_without_asking_the_engine(
    built: Path, silent: Silent, fake_engine: Install
) -> None:
    set_engine(built, "argos")
    fake_engine()
    translate.run(built, silent)
    second = f"---\ntitle: 第二篇\n---\n\n{SENTENCE}\n"
    (built / "content/articles/qingshi/second.md").write_text(second, encoding="utf-8")
    fake_engine(FakeEngine("Fake 2.0"))
    assert translate.run(built, silent).counts["translated"] == 1
    found = {item.chinese: item.english for item in read_catalogue(built, "qingshi/second").messages}
    assert found[SENTENCE].note == "Fake 1.0"
    assert found["第二篇"].note == "Fake 2.0"
    assert KEY != "qingshi/second"


def test_while_another_run_translates_its_journal_is_left_alone(
    built: Path, silent: Silent, fake_engine: Install
) -> None:
    set_engine(built, "argos")
    engine = fake_engine(FakeEngine(stop_after=0))
    left_over(built, LINE % ("From the journal.", "false"))
    before = (built / JOURNAL_FILE).read_bytes()
    with translating(built) as alone:
        assert alone
        report = translate.run(built, silent)
    assert any("Another run is translating" in line for line in report.lines)
    assert (built / JOURNAL_FILE).read_bytes() == before
    assert engine.stop_after == 0


def test_a_renewal_without_an_engine_has_exit_code_1_and_is_forgotten(built: Path, silent: Silent) -> None:
    set_engine(built, "argos")
    report = translate.run(built, silent, retranslate=True)
    assert report.exit_code == 1
    assert any("no engine is installed" in line for line in report.lines)
    assert not (built / JOURNAL_FILE).exists()
