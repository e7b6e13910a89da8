"""Two writers of the PO files wait for each other."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from duidu.commands import editing, translate
from duidu.errors import WriteError
from tests.conftest import Silent
from tests.support import snapshot

REPOSITORY = Path(__file__).resolve().parents[2]
HOLD = """
import sys, time
from pathlib import Path
from duidu.commands.editing import editing
with editing(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def holder(built: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(built)], cwd=REPOSITORY, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def test_who_has_to_wait_too_long_is_told(
    built: Path, silent: Silent, holder: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editing, "PATIENCE", 0.05)
    before = snapshot(built / "content")
    try:
        with pytest.raises(WriteError, match="another run of Duidu is changing the PO files"):
            translate.run(built, silent)
    finally:
        holder.kill()
        holder.communicate()
    assert snapshot(built / "content") == before


def test_a_killed_process_lets_go(built: Path, silent: Silent, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.communicate()
    assert translate.run(built, silent).counts["missing"] == 13


def test_changes_do_not_mix(tmp_path: Path) -> None:
    counter = tmp_path / "counter"
    counter.write_text("0", encoding="utf-8")

    def add() -> None:
        for _ in range(20):
            with editing.editing(tmp_path):
                counter.write_text(str(int(counter.read_text(encoding="utf-8")) + 1), encoding="utf-8")

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counter.read_text(encoding="utf-8") == "80"
