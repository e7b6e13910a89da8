"""A built edition to work on, and no engine but the one that a test asks for."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from duidu import machine, translators
from duidu.commands import new
from duidu.errors import EngineError
from tests.conftest import PAGE
from tests.support import FakeEngine, build

ARTICLE = "content/articles/qingshi/xiaoqiao-lian-qi-liang-ge-cun.md"
CATALOGUE = "content/translations/en/qingshi/xiaoqiao-lian-qi-liang-ge-cun.po"


@pytest.fixture(autouse=True)
def no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is installed on this machine, `argos` finds nothing."""

    def find(**options: object) -> FakeEngine:
        raise EngineError("no engine is installed.", hint="install one.")

    monkeypatch.setitem(translators.ENGINES, "argos", find)


@pytest.fixture(autouse=True)
def no_gate(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fake engine leaves its Chinese in the English, and no gate says so; `gate` as a mark leaves it there."""
    if request.node.get_closest_marker("gate") is None:
        monkeypatch.setattr(machine.Examiner, "judge", lambda self, task, english: ())


@pytest.fixture
def fake_engine(no_engine: None, monkeypatch: pytest.MonkeyPatch) -> Callable[..., FakeEngine]:
    """Call it to have an engine from now on."""

    def install(engine: FakeEngine | None = None) -> FakeEngine:
        found = engine or FakeEngine()
        monkeypatch.setitem(translators.ENGINES, "argos", lambda **options: found)
        return found

    return install


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("built") / "edition"
    new.run(root)
    (root / "content/pages/qingshi.txt").write_text(PAGE, encoding="utf-8")
    build(root)
    return root


@pytest.fixture
def built(built_once: Path, tmp_path: Path) -> Path:
    """The edition of tests/conftest.py with its articles, catalogues and site, without English."""
    root = tmp_path / "built"
    shutil.copytree(built_once, root)
    return root
