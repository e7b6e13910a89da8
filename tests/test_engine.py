"""`engine install` and `engine status`, and the build that asks for a package: from an index on 127.0.0.1."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from duidu.cli import Console
from duidu.translators import packages
from duidu.translators.packages import Places
from tests.package_server import PackageServer, package_server, wait_for
from tests.support import duidu, edit
from tests.tiny_argos import build_package

pytestmark = pytest.mark.slow

REPOSITORY = Path(__file__).resolve().parent.parent
LINE = "no Argos Translate package for zh→en is installed. Hint: get it once with: duidu engine install"


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("archives")
    found = {source: build_package(folder / source, source=source) for source in ("zh", "zt", "de")}
    return found | {"fr": build_package(folder / "fr", source="en", target="fr")}


@pytest.fixture
def server(archives: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[PackageServer]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with package_server() as place:
        place.offer(archives["zh"].read_bytes())
        yield place


@pytest.fixture
def where(tmp_path: Path, server: PackageServer, monkeypatch: pytest.MonkeyPatch) -> Places:
    """Argos's folders, for commands in this process."""
    found = Places((tmp_path / "argos/packages",), tmp_path / "downloads", f"{server.address}/index.json")
    monkeypatch.setattr(packages, "places", lambda: found)
    return found


@pytest.fixture
def home(tmp_path: Path, server: PackageServer) -> dict[str, str]:
    """The same for other processes, as Argos's own settings."""
    places = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    settings = {name: str(tmp_path / name.lower()) for name in places}
    return dict(os.environ) | settings | {"HOME": str(tmp_path), "ARGOS_PACKAGE_INDEX": f"{server.address}/"}


def command(*arguments: str) -> list[str]:
    return [sys.executable, str(REPOSITORY / "build.py"), *arguments]


def test_install_then_build(edition: Path, home: dict[str, str], archives: dict[str, Path]) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command(*arguments), cwd=edition, env=home, capture_output=True, text=True, check=False)

    first, second = run("engine", "install"), run("engine", "install", "--json")
    size = archives["zh"].stat().st_size
    assert (first.returncode, first.stderr) == (0, f"Downloading zh→en: {size / 1e6:.1f} MB\n")
    assert first.stdout.startswith("Installed: zh→en 1.0, 0.3 MB, in ")
    assert json.loads(second.stdout)["lines"][0].startswith("Already there: zh→en 1.0")
    assert json.loads(run("--json").stdout)["counts"]["translate_machine"] > 10


def test_install_from_a_file_needs_no_network(edition: Path, where: Places, archives: dict[str, Path]) -> None:
    result = duidu(edition, "engine", "install", "--from", str(archives["zh"]))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Installed: zh→en 1.0")


@pytest.mark.parametrize(
    ("source", "what"), [("de", "translates de→en, not zh→en."), ("none", "there is no file /none.argosmodel.")]
)
def test_a_file_that_does_not_fit_is_one_line(
    edition: Path, where: Places, archives: dict[str, Path], source: str, what: str
) -> None:
    path = archives.get(source, Path("/none.argosmodel"))
    result = duidu(edition, "engine", "install", "--from", str(path))
    assert (result.exit_code, result.stdout) == (2, "")
    assert what in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_failure_is_data_where_json_is_asked_for(edition: Path, where: Places, server: PackageServer) -> None:
    server.files.clear()
    result = duidu(edition, "--json", "engine", "install")
    said = json.loads(result.stdout)
    assert (said["exit_code"], len(said["errors"])) == (2, 1)
    assert "HTTP 404" in said["errors"][0]["message"]


def test_traditional_articles_need_the_package_for_these(
    edition: Path, where: Places, server: PackageServer, archives: dict[str, Path]
) -> None:
    duidu(edition, "import")
    article = next(edition.glob("content/articles/qingshi/xiaoqiao*.md"))
    edit(article, "kind: article\n", "kind: article\nlanguage: zh-Hant\n")
    result = duidu(edition, "engine", "install")
    assert "the index has no package for zt→en" in result.stderr
    assert packages.installed(where) == ()
    server.offer(archives["zt"].read_bytes(), source="zt")
    assert duidu(edition, "engine", "install").exit_code == 0
    assert {str(one.pair) for one in packages.installed(where)} == {"zh→en", "zt→en"}


def test_other_languages_hop_over_english(
    edition: Path, where: Places, server: PackageServer, archives: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(edition / "content/edition.toml", 'language = "en"', 'language = "fr"')
    server.offer(archives["fr"].read_bytes(), source="en", target="fr")
    assert duidu(edition, "engine", "install").exit_code == 0
    status = duidu(edition, "engine", "status")
    assert (status.exit_code, [line[:5] for line in status.stdout.splitlines()]) == (0, ["zh→en", "en→fr", "Devic"])
    server.files["/index.json"] = b"[]"
    error = duidu(edition, "engine", "install").stderr
    assert error.startswith("the index has no package for zh→fr. Hint: it has nothing from zh.")


def test_hops_without_network_come_from_two_files(
    edition: Path, where: Places, archives: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    files = ("--from", str(archives["zh"]), "--from", str(archives["fr"]))
    assert "translates en→fr, not zh→en" in duidu(edition, "engine", "install", *files).stderr
    edit(edition / "content/edition.toml", 'language = "en"', 'language = "fr"')
    assert duidu(edition, "engine", "install", *files).exit_code == 0
    assert {str(one.pair) for one in packages.installed(where)} == {"zh→en", "en→fr"}


def test_a_damaged_package_is_replaced(edition: Path, where: Places) -> None:
    duidu(edition, "engine", "install")
    (package,) = packages.installed(where)
    (package.path / "model/model.bin").write_bytes(b"damaged")
    result = duidu(edition, "engine", "install")
    assert "model.bin is not what was installed" in result.stderr
    assert packages.standing(package)


def test_a_pin_is_looked_at(edition: Path, where: Places, archives: dict[str, Path]) -> None:
    settings = edition / "content/edition.toml"
    digest = hashlib.sha256(archives["zh"].read_bytes()).hexdigest()
    edit(settings, '# sha256 = "…"', f'sha256 = "{"0" * 64}"')
    result = duidu(edition, "engine", "install")
    assert (result.exit_code, f"has the SHA-256 {digest}, which is not" in result.stderr) == (2, True)
    edit(settings, "0" * 64, digest.upper())
    assert duidu(edition, "engine", "install").exit_code == 0
    assert ", as pinned." in duidu(edition, "engine", "status").stdout


# ---------------------------------------------------------------- status


def test_status_tells_package_size_device_and_speed(edition: Path, where: Places, archives: dict[str, Path]) -> None:
    nothing = duidu(edition, "engine", "status")
    assert (nothing.exit_code, "zh→en: no package is installed." in nothing.stdout) == (1, True)
    duidu(edition, "engine", "install")
    result = duidu(edition, "engine", "status", "--speed", "--jobs", "2")
    package, device, speed = result.stdout.splitlines()
    digest = hashlib.sha256(archives["zh"].read_bytes()).hexdigest()
    assert package.startswith(f"zh→en 1.0, 0.3 MB, in {where.folders[0]}")
    assert package.endswith(f"files verified, archive {digest}.")
    assert device in ("Device: cpu, 2 threads.", "Device: cuda (1), 2 threads.")
    assert speed.startswith("Speed: ")
    assert speed.endswith(" characters a second.")


def test_status_tells_what_is_wrong(edition: Path, where: Places) -> None:
    duidu(edition, "engine", "install")
    (package,) = packages.installed(where)
    (package.path / "sentencepiece.model").unlink()
    result = duidu(edition, "engine", "status")
    assert result.exit_code == 1
    assert "sentencepiece.model is missing. Hint: install the package again" in result.stdout


def test_status_tells_of_another_programs_package(edition: Path, where: Places) -> None:
    duidu(edition, "engine", "install")
    (package,) = packages.installed(where)
    (package.path / "duidu.json").unlink()
    result = duidu(edition, "engine", "status")
    assert (result.exit_code, "not verified, another program installed it" in result.stdout) == (0, True)
    assert "Already there" in duidu(edition, "engine", "install").stdout
    assert "files verified, as another program left it" in duidu(edition, "engine", "status").stdout


# ---------------------------------------------------------------- the build asks


def on_a_terminal(edition: Path, home: dict[str, str], answer: str, *arguments: str) -> tuple[str, str]:
    """What a build says on standard output and on the terminal."""
    import pty

    keyboard, terminal = pty.openpty()
    os.write(keyboard, answer.encode())
    run = subprocess.Popen(
        command(*arguments), cwd=edition, env=home, stdin=terminal, stderr=terminal, stdout=subprocess.PIPE, text=True
    )
    os.close(terminal)
    shown = b""
    try:
        while piece := os.read(keyboard, 10_000):
            shown += piece
    except OSError:  # the terminal is closed
        pass
    finally:
        os.close(keyboard)
    return run.communicate()[0], shown.decode()


def test_a_build_on_a_terminal_asks_and_fetches(edition: Path, home: dict[str, str]) -> None:
    out, shown = on_a_terminal(edition, home, "y\n")
    assert "Download the zh→en package (about 0.3 MB) now? [y/N]" in shown
    assert "0.3 of 0.3 MB" in shown
    assert "machine (" in out
    assert LINE not in out


def test_no_is_an_answer(edition: Path, home: dict[str, str], server: PackageServer) -> None:
    out, shown = on_a_terminal(edition, home, "\n")
    assert "[y/N]" in shown
    assert LINE in out
    assert server.ranges_asked() == []


@pytest.mark.parametrize("option", ["--quiet", "--json"])
def test_quiet_and_json_ask_nobody(edition: Path, home: dict[str, str], server: PackageServer, option: str) -> None:
    assert "[y/N]" not in on_a_terminal(edition, home, "y\n", option)[1]
    assert server.asked == []


def test_without_an_index_there_is_no_question(edition: Path, home: dict[str, str], server: PackageServer) -> None:
    server.files.clear()
    out, shown = on_a_terminal(edition, home, "y\n")
    assert "[y/N]" not in shown
    assert LINE in out


def test_a_question_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Console, "can_ask", True)
    monkeypatch.setattr("click.confirm", lambda question, **options: bool(asked.append(question)))
    console = Console(quiet=False)
    assert [console.confirm("Now?"), console.confirm("Now?")] == [False, False]
    assert asked == ["Now?"]


def test_a_script_is_told_the_command_and_no_index_is_asked(
    edition: Path, where: Places, server: PackageServer
) -> None:
    result = duidu(edition)
    assert (result.exit_code, LINE in result.stdout) == (0, True)
    assert server.asked == []


def test_a_download_that_fails_is_a_line_of_the_build(
    edition: Path, home: dict[str, str], server: PackageServer
) -> None:
    (path,) = (path for path in server.files if path.endswith(".argosmodel"))
    server.files[path] = b"no zip"
    out, _ = on_a_terminal(edition, home, "y\n")
    assert "no zip archive. Hint: " in out
    assert (edition / "output/index.html").is_file()


# ---------------------------------------------------------------- Ctrl-C


def test_ctrl_c_in_mid_download(edition: Path, home: dict[str, str], server: PackageServer) -> None:
    server.stalls_after = 10_000
    run = subprocess.Popen(
        command("engine", "install"), cwd=edition, env=home, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    part = Path(home["XDG_CACHE_HOME"]) / "argos-translate/downloads/translate-zh_en.argosmodel.part"
    wait_for(lambda: part.exists() and part.stat().st_size == 10_000)
    run.send_signal(signal.SIGINT)
    out, errors = run.communicate(timeout=30)
    assert (run.returncode, out) == (130, "")
    assert errors.splitlines()[-1] == "Stopped."
    assert part.stat().st_size == 10_000
    server.stalls_after = None
    again = subprocess.run(command("engine", "install"), cwd=edition, env=home, check=False)
    assert again.returncode == 0
    assert server.ranges_asked()[-1] == "bytes=10000-"
    assert list(part.parent.iterdir()) == []


def test_wrong_pins_are_refused(edition: Path) -> None:
    edit(edition / "content/edition.toml", '# sha256 = "…"', 'sha256 = ["abc"]')
    result = duidu(edition, "engine", "status")
    assert result.exit_code == 2
    assert "sha256 must be 64 hexadecimal digits." in result.stderr
