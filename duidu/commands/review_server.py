"""The server of the review page: on 127.0.0.1, for whoever has the token; the only file that knows tornado.

A page of another site could ask a local server for anything, by an address of its own that leads here (DNS
rebinding) or by a form. So every request must name this server as its host and carry the token, and one that writes
must come from the page itself.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tornado.web import Application, RequestHandler

from duidu import assets, typed
from duidu.commands.report import Reporter
from duidu.commands.review import Review, State, Wish
from duidu.errors import DuiduError, ServeError

HOST = "127.0.0.1"
POLICY = (
    "default-src 'none'; img-src data:; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
STATIC = {"review.css": "text/css", "review.js": "text/javascript"}


def listen(root: Path, reporter: Reporter, port: int) -> str:
    """Serve the review of an edition from the running event loop; its address, token and all. Raises ServeError."""
    token = secrets.token_urlsafe(16)
    try:
        application(root, reporter, port, token).listen(port, address=HOST, max_body_size=1 << 20)
    except OSError as error:
        message = f"port {port}, for the review page, cannot be used: {error.strerror}."
        raise ServeError(message, hint="name another one, for example: --port 8010") from None
    return f"http://{HOST}:{port}/?token={token}"


def application(root: Path, reporter: Reporter, port: int, token: str) -> Application:
    """The review as a web application that answers requests with this token only."""
    review = Review(root, reporter)
    shared = {"review": review, "root": root, "hosts": {f"{HOST}:{port}", f"localhost:{port}"}, "token": token}
    return Application(
        [
            (r"/", _Index, shared),
            (r"/article/(.+)", _Article, shared),
            (r"/(review\.css|review\.js)", _Static, shared),
            (r"/api/save", _Save, shared),
            (r"/api/undo", _Undo, shared),
        ],
        log_function=lambda handler: None,
    )


class _Handler(RequestHandler):
    """What all answers have in common."""

    def initialize(self, review: Review, root: Path, hosts: set[str], token: str) -> None:
        self._review = review
        self._root = root
        self._hosts = hosts
        self._token = token

    def set_default_headers(self) -> None:
        self.set_header("Content-Security-Policy", POLICY)
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cache-Control", "no-store")
        self.clear_header("Server")

    def prepare(self) -> None:
        if self.request.host not in self._hosts:
            self._refuse(403, "this server answers at 127.0.0.1 only.")
        elif not hmac.compare_digest(self._given_token().encode(), self._token.encode()):
            self._refuse(403, "the address lacks its token: open the one that duidu serve has printed.")

    def _given_token(self) -> str:
        return str(self.get_query_argument("token", ""))

    def _refuse(self, status: int, message: str) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "text/plain; charset=UTF-8")
        self.finish(message)

    def _page(self, made: Callable[[], bytes]) -> None:
        try:
            self.finish(made())
        except DuiduError as error:
            self._refuse(409, str(error))


class _Index(_Handler):
    def get(self) -> None:
        self._page(lambda: self._review.index(self._token))


class _Article(_Handler):
    def get(self, key: str) -> None:
        self._page(lambda: self._review.article(key, self._token))


class _Static(_Handler):
    """Style sheet and script: the same for everybody, so that they need no token."""

    def _given_token(self) -> str:
        return self._token

    def get(self, name: str) -> None:
        self.set_header("Content-Type", f"{STATIC[name]}; charset=UTF-8")
        self.finish(assets.templates(self._root)[f"review/{name}"])


class _Writing(_Handler):
    """A request that changes a PO file: JSON in, JSON out."""

    def _given_token(self) -> str:
        return self.request.headers.get("X-Duidu-Token", "")

    def prepare(self) -> None:
        super().prepare()
        if not self._finished and self.request.headers.get("Origin") != f"http://{self.request.host}":
            self._refuse(403, "this request does not come from the review page.")

    def _answer(self, type_: type[Any], act: Callable[[Any], State]) -> None:
        try:
            state = act(typed.from_json(self.request.body, type_))
        except typed.MismatchError as error:
            self._refuse(400, f"this is no request of the review page: {error}.")
        except DuiduError as error:
            self._refuse(422, str(error))
        else:
            self.set_status(409 if state.conflict else 200)
            self.set_header("Content-Type", "application/json")
            self.finish(typed.to_json(state))


class _Save(_Writing):
    def post(self) -> None:
        self._answer(Wish, self._review.save)


class _Undo(_Writing):
    def post(self) -> None:
        self._answer(int, self._review.undo)
