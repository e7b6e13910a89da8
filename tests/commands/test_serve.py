"""`serve`: builds, watches and serves; here with a server that serves nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPResponse
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application

from duidu.commands import review_server, serve
from duidu.errors import DuiduError, ServeError
from tests.conftest import Silent
from tests.support import edit


class Server:
    """Notes what it is asked for; on serving it does what ``then`` says."""

    last: Server
    then: Callable[[Server], None] = staticmethod(lambda server: None)

    def __init__(self) -> None:
        self.watched: dict[str, Callable[[], None]] = {}
        self.served: dict[str, object] = {}
        Server.last = self

    def watch(self, folder: str, build: Callable[[], None], delay: float) -> None:
        self.watched[folder] = build

    def serve(self, **options: object) -> None:
        self.served = options
        Server.then(self)


@pytest.fixture(autouse=True)
def server(monkeypatch: pytest.MonkeyPatch) -> type[Server]:
    monkeypatch.setattr("livereload.Server", Server)
    monkeypatch.setattr(review_server, "listen", lambda root, reporter, port: f"http://127.0.0.1:{port}/?token=x")
    monkeypatch.setattr(Server, "then", staticmethod(lambda server: None))
    return Server


def test_the_built_site_is_served_on_this_machine_only(edition: Path, silent: Silent) -> None:
    serve.run(edition, silent, port=8123)
    assert (edition / "output/index.html").is_file()
    served = Server.last.served
    assert (served["root"], served["host"], served["port"]) == (str(edition / "output"), "127.0.0.1", 8123)
    assert any("http://127.0.0.1:8123/" in line for line in silent.said)
    assert "Review the English at http://127.0.0.1:8124/?token=x" in silent.said


def test_content_and_own_templates_are_watched(built: Path, silent: Silent) -> None:
    (built / "templates").mkdir()
    serve.run(built, silent)
    assert list(Server.last.watched) == [str(built / "content"), str(built / "templates")]


def test_a_change_builds_again(built: Path, silent: Silent, monkeypatch: pytest.MonkeyPatch) -> None:
    def change(server: Server) -> None:
        edit(built / "content/edition.toml", 'title = "对读"', 'title = "青石报"')
        server.watched[str(built / "content")]()

    monkeypatch.setattr(Server, "then", staticmethod(change))
    serve.run(built, silent)
    assert "青石报" in (built / "output/index.html").read_text(encoding="utf-8")


def test_a_fault_is_said_and_the_last_site_stays(built: Path, silent: Silent) -> None:
    before = (built / "output/index.html").read_bytes()
    edit(built / "content/edition.toml", 'title = "对读"', 'titel = "对读"')
    serve.run(built, silent)
    assert any("unknown key 'titel'" in line for line in silent.said)
    assert (built / "output/index.html").read_bytes() == before
    assert Server.last.served


def test_a_port_in_use_is_a_fault(built: Path, silent: Silent, monkeypatch: pytest.MonkeyPatch) -> None:
    def in_use(server: Server) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(Server, "then", staticmethod(in_use))
    with pytest.raises(ServeError, match="Address already in use") as caught:
        serve.run(built, silent)
    assert "--port" in caught.value.hint


def test_output_that_is_a_file_is_a_fault(edition: Path, silent: Silent) -> None:
    (edition / "output").write_text("mine", encoding="utf-8")
    with pytest.raises(DuiduError):
        serve.run(edition, silent)


# ---------------------------------------------------------------- the files as they are served


def served(folder: Path, *paths: str) -> list[HTTPResponse]:
    """What the preview answers for files of a folder."""

    async def ask() -> list[HTTPResponse]:
        handler = serve._preview_handler(8123)
        socket, port = bind_unused_port()
        server = HTTPServer(Application([(r"/(.*)", handler, {"path": str(folder), "default_filename": "index.html"})]))
        server.add_socket(socket)
        client = AsyncHTTPClient()
        try:
            return [await client.fetch(f"http://127.0.0.1:{port}/{path}") for path in paths]
        finally:
            server.stop()

    return asyncio.run(ask())


def test_pages_reload_within_their_policy_and_no_worker_keeps_them(built: Path) -> None:
    front, style, worker = served(built / "output", "", "theme/duidu.css", "sw.js")
    text = front.body.decode()
    assert "Content-Security-Policy" in text
    assert '<script src="/livereload.js?port=8123" defer></script>' in text
    assert "</head>" not in text  # where livereload would put a script that the policy forbids
    assert "theme/offline.js" not in text
    assert front.headers["Cache-Control"] == "no-store"
    assert style.body == (built / "output/theme/duidu.css").read_bytes()
    assert b"unregister" in worker.body
