"""Pages that are read in several processes."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest

from duidu.commands import import_, workers
from duidu.errors import DuiduError, ManyFaultsError, PageError
from duidu.model import SourceRef
from tests.conftest import Silent

STORY = "老井又有了水\n\n本报讯 昨天，第{}口老井修好了，大家都来打水。\n"


def pages(root: Path, count: int) -> None:
    for number in range(count):
        (root / f"content/pages/day-{number}.txt").write_text(STORY.format(number), "utf-8")


def written(root: Path) -> dict[str, bytes]:
    folder = root / "content/articles"
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "WORTH_A_PROCESS", 1)


@pytest.mark.usefixtures("several")
def test_several_processes_write_what_one_writes(edition: Path, silent: Silent) -> None:
    pages(edition, 9)
    import_.run(edition, silent, jobs=1)
    alone = written(edition)
    import_.run(edition, silent, again=True, jobs=2)
    assert written(edition) == alone
    assert len(alone) > 18


@pytest.mark.usefixtures("several")
def test_every_bad_page_is_named_and_nothing_written(edition: Path, silent: Silent) -> None:
    pages(edition, 5)
    for name in ("bad", "worse"):
        (edition / f"content/pages/{name}.txt").write_bytes(b"\x00\x01\x02")
    before = written(edition)
    with pytest.raises(ManyFaultsError) as caught:
        import_.run(edition, silent, jobs=2)
    assert [error.ref.path for error in caught.value.errors if error.ref] == [
        "content/pages/bad.txt",
        "content/pages/worse.txt",
    ]
    assert written(edition) == before


@pytest.mark.parametrize(
    "error",
    [
        PageError("no text.", hint="save it again.", ref=SourceRef("content/pages/p.txt", 3)),
        ManyFaultsError((PageError("one.", hint="a."), PageError("two.", hint="b."))),
    ],
)
def test_an_error_survives_the_way_between_processes(error: DuiduError) -> None:
    again = copy.copy(error)
    assert (type(again), str(again)) == (type(error), str(error))
