"""What would mislead in machine English: marked on the page, listed by check, told in a report."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from duidu.commands import judging
from duidu.commands.review import Review
from tests.commands.conftest import ARTICLE, CATALOGUE
from tests.conftest import Silent
from tests.support import FakeEngine, duidu, set_engine

pytestmark = pytest.mark.gate
KEY = CATALOGUE.removeprefix("content/translations/en/").removesuffix(".po")
LONG = "这座桥长120米，两岸的人都叫它“连心桥”。"
WRONG = "The bridge is 12 meters long, and people on both banks call it “Heart-to-Heart Bridge.”"


class Wrong(FakeEngine):
    """Gives one sentence with a wrong figure, of all others nothing."""

    def translate(self, sentences: Sequence[str], decoding: object = None) -> Iterator[tuple[int, str]]:
        return ((index, WRONG if "120" in text else "") for index, text in enumerate(sentences))


@pytest.fixture
def wrong(built: Path, fake_engine: Callable[..., FakeEngine]) -> Path:
    """An edition with one sentence of machine English, in which a figure is wrong."""
    set_engine(built, "argos")
    fake_engine(Wrong())
    duidu(built, "translate")
    duidu(built, "site")
    return built


def page(root: Path) -> str:
    return (root / f"output/{KEY}.html").read_text(encoding="utf-8")


def test_the_page_marks_it_and_says_why(wrong: Path) -> None:
    assert WRONG in page(wrong)
    assert "机器翻译，存疑" in page(wrong)
    assert "120 has become “12”" in page(wrong)


def test_check_lists_it_before_all_else_with_its_line(wrong: Path) -> None:
    first = duidu(wrong, "check").output.splitlines()[0]
    assert first.startswith(f"{ARTICLE}:")
    assert "M604" in first
    assert "120 has become “12”" in first
    assert "Hint: " in first


def test_translate_counts_it(wrong: Path) -> None:
    result = duidu(wrong, "translate", "--json")
    assert json.loads(result.stdout)["counts"]["doubtful"] == 1
    assert "1 machine (1 doubtful)" in duidu(wrong, "translate").output


def test_the_report_shows_it_side_by_side(wrong: Path) -> None:
    result = duidu(wrong, "translate", "--report")
    report = wrong / ".cache/translation.html"
    assert f"Open {report}" in result.output
    text = report.read_text(encoding="utf-8")
    assert LONG in text
    assert WRONG in text
    assert "120 has become “12”" in text


def test_the_review_page_shows_it(wrong: Path, silent: Silent) -> None:
    review = Review(wrong, silent)
    assert "<b>M604</b> 120 has become “12”" in review.article(KEY, "secret").decode()


def test_reviewed_english_is_not_judged(wrong: Path) -> None:
    path = wrong / CATALOGUE
    text = path.read_text(encoding="utf-8")
    start = text.index("# Machine translation: ")
    path.write_text(text[:start] + text[start:].replace("#, fuzzy\n", "", 1), encoding="utf-8")
    duidu(wrong, "site")
    assert "机器翻译，存疑" not in page(wrong)
    assert "M604" not in duidu(wrong, "check").output


def test_a_second_build_judges_nothing_again(wrong: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = page(wrong)
    monkeypatch.setattr(judging, "_judged", lambda *given: pytest.fail("judged again"))
    assert duidu(wrong, "site").exit_code == 0
    assert page(wrong) == before


def test_a_corrected_term_is_judged_anew(wrong: Path) -> None:
    assert "M606" not in duidu(wrong, "check").output
    with (wrong / "content/lexicon/terms.tsv").open("a", encoding="utf-8") as file:
        file.write("连心桥\tLianxin Bridge\t\n")
    assert "M606" in duidu(wrong, "check").output


def test_a_waiver_silences_it(wrong: Path) -> None:
    waiver = f'[[waiver]]\ncode = "M604"\npath = "{ARTICLE}"\nreason = "meant so"\n'
    (wrong / "content/waivers.toml").write_text(waiver, encoding="utf-8")
    assert "M604" not in duidu(wrong, "check").output
