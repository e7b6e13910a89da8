"""An index of packages on 127.0.0.1, as good or as bad as a test wants it."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread


@dataclass
class PackageServer:
    """What lies on the server, and how it behaves; ``asked`` are the requests: method, path, range."""

    address: str
    files: dict[str, bytes] = field(default_factory=dict)
    ranges: bool = True
    etag: str = '"1"'
    tells_size: bool = True
    cuts: list[int] = field(default_factory=list)  # bytes after which the next responses of archives end
    stalls_after: int | None = None  # the byte of an archive at which it stops coming
    statuses: dict[str, list[int]] = field(default_factory=dict)  # of the next requests for a path
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    done: Event = field(default_factory=Event)

    def offer(self, data: bytes, *, source: str = "zh", target: str = "en", version: str = "1.0") -> str:
        """Put an archive and its entry in the index on the server; its path."""
        path = f"/translate-{source}_{target}-{version}.argosmodel"
        self.files[path] = data
        entry = {"from_code": source, "to_code": target, "package_version": version, "links": [self.address + path]}
        index = json.loads(self.files.get("/index.json", b"[]"))
        self.files["/index.json"] = json.dumps([*index, entry]).encode()
        return path

    def ranges_asked(self) -> list[str]:
        return [asked for method, path, asked in self.asked if method == "GET" and path.endswith(".argosmodel")]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    place: PackageServer

    def log_message(self, *arguments: object) -> None: ...

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        place = self.place
        place.asked.append((self.command, self.path, self.headers.get("Range", "")))
        planned = place.statuses.get(self.path)
        data = place.files.get(self.path)
        if planned or data is None:
            self.answer(planned.pop(0) if planned else 404, b"no")
            return
        match = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        same = self.headers.get("If-Range", place.etag) == place.etag
        if not (match and place.ranges and same):
            self.answer(200, data)
        elif int(match[1]) >= len(data):
            self.answer(416, b"")
        else:
            start = int(match[1])
            self.answer(206, data[start:], {"Content-Range": f"bytes {start}-{len(data) - 1}/{len(data)}"})

    def answer(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        place = self.place
        self.send_response(status)
        told = {"Content-Length": str(len(body))} if place.tells_size else {"Connection": "close"}
        told |= {"ETag": place.etag} if place.etag else {}
        for name, value in (told | (headers or {})).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "HEAD":
            return
        is_archive = self.path.endswith(".argosmodel") and status in (200, 206)
        if is_archive and place.stalls_after is not None:
            start = len(place.files[self.path]) - len(body)
            self.wfile.write(body[: max(place.stalls_after - start, 0)])
            place.done.wait(20)
            self.close_connection = True
        elif is_archive and place.cuts:
            self.wfile.write(body[: place.cuts.pop(0)])
            self.close_connection = True
        else:
            self.wfile.write(body)
            self.close_connection = not place.tells_size


@contextmanager
def package_server() -> Iterator[PackageServer]:
    handler = type("OneHandler", (Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    place = handler.place = PackageServer(f"http://127.0.0.1:{server.server_address[1]}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield place
    finally:
        place.done.set()
        server.shutdown()
        server.server_close()


def wait_for(condition: object, seconds: float = 20) -> None:
    """Until the condition holds; a test that waits in vain fails."""
    end = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)
