"""``serve``: the site on this machine, built again and reloaded at every change, and the page on which its English is
reviewed; only this file knows livereload."""

from __future__ import annotations

import re
from pathlib import Path

from duidu.commands import all as all_
from duidu.commands.report import Report, Reporter
from duidu.commands.site import OUTPUT
from duidu.errors import DuiduError, ServeError

WATCHED = ("content", "templates", "theme")
# Pages allow no script within them, so livereload's is linked; where it would put its own, there is nothing to find.
_RELOAD = b'<script src="/livereload.js?port=%d" defer></script></head\n>'
# A preview always shows the last build: a worker that another server has left at this address takes its leave.
_NO_WORKER = b"self.skipWaiting(); self.registration.unregister();\n"
_REGISTERS = re.compile(rb'<script src="[^"]*theme/offline\.js" defer></script>\n?')


def run(root: Path, reporter: Reporter, *, jobs: int = 1, port: int = 8000, open_browser: bool = False) -> Report:
    """Build, then serve on 127.0.0.1 until Ctrl-C; a fault in the content is printed and the last good site stays.

    The review page has the next port: what a browser keeps there is not the site's, and the site's is not there.
    """
    from livereload import Server

    from duidu.commands import review_server

    def build() -> None:
        try:
            for line in all_.run(root, reporter, jobs=jobs).lines:
                reporter.say(line)
        except DuiduError as error:
            reporter.error(str(error))

    build()
    if not (root / OUTPUT).is_dir():
        raise ServeError("there is no site to show.", hint="correct what the lines above say.")
    server = Server()
    server.SFH = _preview_handler(port)
    for folder in WATCHED:
        if (root / folder).is_dir():
            server.watch(str(root / folder), build, delay=0.2)
    review = review_server.listen(root, reporter, port + 1)
    reporter.say(f"Serving http://127.0.0.1:{port}/ (Ctrl-C stops)")
    reporter.say(f"Review the English at {review}")
    delay = 1 if open_browser else None
    try:
        server.serve(root=str(root / OUTPUT), host="127.0.0.1", port=port, open_url_delay=delay, debug=False)
    except OSError as error:
        message = f"port {port} cannot be used: {error.strerror}."
        raise ServeError(message, hint="name another one, for example: --port 8001") from None
    return Report("serve")


def preview(name: str, data: bytes, port: int) -> bytes:
    """A file of the site as it is served here: pages reload after a build, and none is kept by a worker.

    >>> preview("a.html", b'<head><script src="theme/offline.js" defer></script></head>', 8000)
    b'<head><script src="/livereload.js?port=8000" defer></script></head\\n>'
    """
    if name == "sw.js":
        return _NO_WORKER
    return _REGISTERS.sub(b"", data).replace(b"</head>", _RELOAD % port, 1) if name.endswith(".html") else data


def _preview_handler(port: int) -> type:
    """What livereload serves files with, with ``preview`` in between."""
    from livereload.handlers import StaticFileHandler

    class Preview(StaticFileHandler):  # type: ignore[misc]
        @classmethod
        def get_content(cls, abspath: str, start: int | None = None, end: int | None = None) -> bytes:
            path = Path(abspath)
            return preview(path.name, path.read_bytes(), port)[start:end]

        def get_content_size(self) -> int:
            return len(self.get_content(self.absolute_path))

        def set_extra_headers(self, _path: str) -> None:
            self.set_header("Cache-Control", "no-store")

    return Preview
