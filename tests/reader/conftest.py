"""The edition of this repository in a real browser: from disk, and under a sub-path of a web server."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from duidu.commands import all as all_
from tests.browser import browser, playwright, watched
from tests.conftest import Silent

__all__ = ["browser", "playwright", "watched"]  # fixtures
REPOSITORY = Path(__file__).resolve().parent.parent.parent
ARTICLE = "zunyi-red-spirit/yongxin-yongqing-fuwu-qunzhong.html"
SLOGAN = "zunyi-red-spirit/yikuiyidai-anquan-changzai.html"
PAGES = ("index.html", "colophon.html", ARTICLE, f"zh-Hant/{ARTICLE}", SLOGAN)
PHONE = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"}
NO_SCRIPT = pytest.mark.parametrize("watched", [{"java_script_enabled": False}], indirect=True)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition of this repository, built into a folder of its own."""
    root = tmp_path_factory.mktemp("some where") / "edition"
    shutil.copytree(REPOSITORY / "content", root / "content")
    all_.run(root, Silent())
    return root / "output"


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The site under a sub-path, as on GitHub Pages."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    running = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site.parent)))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/output/"
    running.shutdown()
