"""A file from the network, going on where an earlier run stopped: the only file that knows urllib3."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from duidu import typed
from duidu.errors import ArchiveError, PackageError

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

# Called with the bytes that are there and those there will be (0: unknown).
Watch = Callable[[int, int], None]

CHUNK = 1 << 16
# The largest package of Argos has a tenth of this: more is a mistake, or meant to fill the disk.
MOST_BYTES = 4_000_000_000
MOST_INDEX_BYTES = 20_000_000
AGAIN = "run duidu engine install again: it goes on where it stopped."
CONNECTION = "check the network, the proxy and ARGOS_PACKAGE_INDEX; without a network: duidu engine install --from FILE"
# Worth another try: the server is busy, not missing the file.
BUSY = (429, 500, 502, 503, 504)


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait for a connection and for the next bytes, tries in all, and the pause before the second."""

    connect: float = 10
    read: float = 30
    tries: int = 3
    pause: float = 0.5


PATIENT = Patience()
BRIEF = Patience(connect=3, read=5, tries=1)


@dataclass(frozen=True, slots=True)
class _State:
    """Kept beside a part: whose part it is. ``validator`` is an ETag or a date, "" where the server gives none."""

    url: str
    validator: str
    size: int


class _ChangedError(Exception):
    """The rest that the server gives does not belong to the part."""


def fetch(url: str, patience: Patience = PATIENT) -> bytes:
    """The bytes of a small file. Raises PackageError."""
    data = bytearray()
    with closing(_request("GET", url, {}, patience)) as response:
        _check_status(response, url)
        try:
            for chunk in response.stream(CHUNK):
                data += chunk
                if len(data) > MOST_INDEX_BYTES:
                    raise PackageError(f"{url} does not end.", hint="check ARGOS_PACKAGE_INDEX.")
        except _http_errors() as error:
            raise PackageError(f"{url} broke off: {_reason(error)}.", hint=CONNECTION) from None
    return bytes(data)


def size_of(url: str, patience: Patience = BRIEF) -> int:
    """How many bytes a file has, as far as the server tells without sending it; else 0. Raises PackageError."""
    with closing(_request("HEAD", url, {}, patience)) as response:
        return _length(response) if response.status == 200 else 0


def download(url: str, part: Path, watch: Watch, patience: Patience = PATIENT) -> None:
    """Bring a file into ``part``; what is there of it already is not sent again, if the server can do that.

    Raises PackageError; then, and on Ctrl-C, the part stays for the next run.
    """
    failures, before = 0, 0
    while True:
        try:
            return _go_on(url, part, watch, patience)
        except _http_errors() as error:
            now = _size(part)
            failures, before = (failures + 1 if now <= before else 1), now
            if failures >= patience.tries:
                raise PackageError(f"{url} broke off after {now:,} bytes: {_reason(error)}.", hint=AGAIN) from None
            time.sleep(patience.pause * 2**failures)
        except _ChangedError:
            discard(part)


def discard(part: Path) -> None:
    """Take a part away, with what is known of it."""
    part.unlink(missing_ok=True)
    _state_file(part).unlink(missing_ok=True)


# ---------------------------------------------------------------- parts


def _go_on(url: str, part: Path, watch: Watch, patience: Patience) -> None:
    state = _read_state(part)
    if state is None or state.url != url:
        discard(part)
        state = _State(url, "", 0)
    there = _size(part)
    if there and there == state.size:
        return
    headers = {"Range": f"bytes={there}-"} if there else {}
    if there and state.validator:
        headers["If-Range"] = state.validator
    with closing(_request("GET", url, headers, patience)) as response:
        start, size = _place(response, url, there, state)
        _check_room(part, start, size)
        _state_file(part).write_bytes(typed.to_json(_State(url, _validator(response), size)))
        _save(response, part, start, size, watch)


def _place(response: BaseHTTPResponse, url: str, there: int, state: _State) -> tuple[int, int]:
    """From which byte the server sends, and how many there are in all."""
    if there and response.status == 206:
        match = re.fullmatch(r"bytes (\d+)-\d+/(\d+)", response.headers.get("Content-Range", ""))
        start, size = (int(match[1]), int(match[2])) if match else (-1, 0)
        if start != there or (state.size and size != state.size):
            raise _ChangedError
        return start, size
    if there and response.status == 416:
        raise _ChangedError
    _check_status(response, url)
    return 0, _length(response)


def _save(response: BaseHTTPResponse, part: Path, start: int, size: int, watch: Watch) -> None:
    done = start
    with part.open("ab" if start else "wb") as file:
        watch(done, size)
        # As it comes, so that a connection or a run that ends loses nothing of what it brought.
        while chunk := response.read1(CHUNK, decode_content=False):
            file.write(chunk)
            file.flush()
            done += len(chunk)
            _check_size(done)
            watch(done, size)


def _check_room(part: Path, start: int, size: int) -> None:
    _check_size(size)
    free = shutil.disk_usage(part.parent).free
    if free < size - start:
        message = f"{part.parent} has room for {free / 1e6:,.0f} MB, the rest of the package has"
        raise PackageError(f"{message} {(size - start) / 1e6:,.0f} MB.", hint="make room on the disk.")


def _check_size(size: int) -> None:
    if size > MOST_BYTES:
        message = f"the download is larger than {MOST_BYTES / 1e9:.0f} GB, no package is."
        raise ArchiveError(message, hint="check ARGOS_PACKAGE_INDEX.")


def _size(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0


def _state_file(part: Path) -> Path:
    return part.with_name(f"{part.name}.json")


def _read_state(part: Path) -> _State | None:
    with suppress(OSError, typed.MismatchError):
        return typed.from_json(_state_file(part).read_bytes(), _State)
    return None


def _validator(response: BaseHTTPResponse) -> str:
    """What tells this version of the file from others; a weak ETag does not promise the same bytes."""
    etag = response.headers.get("ETag", "")
    return etag if etag.startswith('"') else response.headers.get("Last-Modified", "")


def _length(response: BaseHTTPResponse) -> int:
    length = response.headers.get("Content-Length", "")
    return int(length) if length.isdecimal() else 0


# ---------------------------------------------------------------- requests


def _request(method: str, url: str, headers: dict[str, str], patience: Patience) -> BaseHTTPResponse:
    """Ask; a busy server is asked again. Raises PackageError when nobody answers."""
    import urllib3

    tries = patience.tries - 1
    retries = urllib3.Retry(
        total=None,
        connect=tries,
        read=tries,
        status=tries,
        redirect=5,
        other=0,
        status_forcelist=BUSY,
        backoff_factor=patience.pause,
        raise_on_status=False,
        respect_retry_after_header=False,  # it may say an hour
    )
    timeout = urllib3.Timeout(connect=patience.connect, read=patience.read)
    # As it lies there: packed for the way, a part would not be a part of the file.
    headers = {"Accept-Encoding": "identity", "User-Agent": "Duidu"} | headers
    try:
        response = _pool(url).request(
            method, url, headers=headers, retries=retries, timeout=timeout, preload_content=False
        )
    except (urllib3.exceptions.HTTPError, ValueError) as error:
        raise PackageError(f"{url} cannot be reached: {_reason(error)}.", hint=CONNECTION) from None
    if _downgraded(url, response.geturl() or ""):
        response.close()
        raise PackageError(f"{url} leads to an address without https.", hint="check ARGOS_PACKAGE_INDEX.")
    return response


def _downgraded(asked: str, got: str) -> bool:
    """
    >>> _downgraded("https://h/a", "http://h/a"), _downgraded("http://h/a", "http://h/b")
    (True, False)
    """
    return asked.startswith("https:") and got.startswith("http:")


def _pool(url: str) -> PoolManager:
    """Connections through the proxy that the environment names, if it does."""
    import urllib.parse
    import urllib.request

    import urllib3

    parts = urllib.parse.urlsplit(url)
    proxy = urllib.request.getproxies().get(parts.scheme)
    if proxy and not urllib.request.proxy_bypass(parts.hostname or ""):
        return urllib3.ProxyManager(proxy if "://" in proxy else f"http://{proxy}")
    return urllib3.PoolManager()


def _check_status(response: BaseHTTPResponse, url: str) -> None:
    if response.status == 200:
        return
    missing = response.status in (404, 410)
    hint = "check ARGOS_PACKAGE_INDEX; or install a package file: duidu engine install --from FILE"
    message = "there is nothing there" if missing else "the server does not give it"
    raise PackageError(f"{url}: {message} (HTTP {response.status}).", hint=hint if missing else "try again later.")


def _http_errors() -> type[Exception]:
    import urllib3

    return urllib3.exceptions.HTTPError


def _reason(error: BaseException) -> str:
    """Why a connection failed, in a few words."""
    from urllib3 import exceptions

    if isinstance(error, exceptions.MaxRetryError) and error.reason is not None:
        error = error.reason
    named = (
        (exceptions.NameResolutionError, "its name is not known"),
        (exceptions.NewConnectionError, "no connection"),
        (exceptions.TimeoutError, "no answer in time"),
        (exceptions.SSLError, "its certificate is not accepted"),
        (exceptions.ProxyError, "the proxy does not let through"),
        (exceptions.IncompleteRead, "the connection ended"),
        (exceptions.ProtocolError, "the connection ended"),
        (exceptions.ResponseError, "it leads elsewhere too often"),
        (exceptions.LocationValueError, "this is no web address"),
    )
    return next((reason for kind, reason in named if isinstance(error, kind)), str(error).split("\n")[0])
