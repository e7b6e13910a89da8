"""``serve``: the site on this machine, built again and reloaded at every change, and the page on which its English is
reviewed; only this file knows livereload."""

from __future__ import annotations

from pathlib import Path

from duidu.commands import all as all_
from duidu.commands.report import Report, Reporter
from duidu.commands.site import OUTPUT
from duidu.errors import DuiduError, ServeError

WATCHED = ("content", "templates", "theme")


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
