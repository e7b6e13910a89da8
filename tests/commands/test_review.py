"""Reviewing: what is saved, what is not, and who may ask."""

from __future__ import annotations

import asyncio
import json
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import polib
import pytest
import urllib3
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port

from duidu.commands import review_server
from duidu.commands.review import LONGEST, Review, State, Wish
from duidu.errors import CatalogueError, ReviewError, ServeError
from duidu.model import English, Status
from duidu.writers.review import version
from tests.commands.conftest import CATALOGUE
from tests.conftest import Silent
from tests.support import FakeEngine, duidu, edit, set_engine

KEY = CATALOGUE.removeprefix("content/translations/en/").removesuffix(".po")
TITLE = ("title", "小桥连起两个村")
MISSING = English("", Status.MISSING, "")
MACHINE = English("English of 小桥连起两个村", Status.MACHINE, "Fake 1.0")


def wish(text: str, *, reviewed: bool = True, seen: English = MISSING, place: tuple[str, str] = TITLE) -> Wish:
    return Wish(KEY, *place, text, reviewed, version(seen))


def entry(root: Path, chinese: str = TITLE[1]) -> polib.POEntry:
    found = polib.pofile(str(root / CATALOGUE)).find(chinese)
    assert found is not None
    return found


@pytest.fixture
def review(built: Path, silent: Silent) -> Review:
    return Review(built, silent)


@pytest.fixture
def translated(built: Path, fake_engine: Callable[..., FakeEngine]) -> Path:
    set_engine(built, "argos")
    fake_engine()
    assert duidu(built, "translate").exit_code == 0
    return built


# ---------------------------------------------------------------- saving


def test_reviewed_english_is_in_the_po_file_at_once(built: Path, review: Review) -> None:
    state = review.save(wish("A bridge joins\n two villages "))
    assert (entry(built).msgstr, entry(built).flags) == ("A bridge joins two villages", [])
    assert state == State(
        "A bridge joins two villages",
        "reviewed",
        "reviewed",
        "",
        version(English("A bridge joins two villages", Status.REVIEWED, "")),
        undo=1,
    )


def test_what_a_po_file_cannot_hold_is_left_out(built: Path, review: Review) -> None:
    review.save(wish("A bridge\x02 opened\x7f\tyesterday\n"))
    assert entry(built).msgstr == "A bridge opened yesterday"
    assert duidu(built, "site").exit_code == 0


def test_a_draft_is_fuzzy(built: Path, review: Review) -> None:
    state = review.save(wish("A bridge", reviewed=False))
    assert (entry(built).msgstr, entry(built).flags) == ("A bridge", ["fuzzy"])
    assert (state.status, state.label) == ("stale", "draft")


def test_machine_english_can_be_called_reviewed_as_it_is(translated: Path, silent: Silent) -> None:
    review = Review(translated, silent)
    before = (translated / CATALOGUE).read_text(encoding="utf-8")
    assert "Machine translation: Fake 1.0" in (entry(translated).tcomment or "")
    state = review.save(wish(MACHINE.text, seen=MACHINE))
    assert (state.status, entry(translated).flags, entry(translated).tcomment) == ("reviewed", [], "")
    after = (translated / CATALOGUE).read_text(encoding="utf-8")
    assert len(before.splitlines()) - len(after.splitlines()) == 2  # the flag and the note of this one entry


def test_machine_english_that_nobody_changed_stays_machine_english(translated: Path, silent: Silent) -> None:
    before = (translated / CATALOGUE).read_bytes()
    state = Review(translated, silent).save(wish(MACHINE.text, seen=MACHINE, reviewed=False))
    assert (state.status, state.undo) == ("machine", 0)
    assert (translated / CATALOGUE).read_bytes() == before


def test_what_somebody_else_has_written_meanwhile_is_not_overwritten(built: Path, review: Review) -> None:
    other = review.save(wish("Theirs"))
    before = (built / CATALOGUE).read_bytes()
    state = review.save(wish("Mine"))
    assert (state.conflict, state.english, state.version) == (True, "Theirs", other.version)
    assert (built / CATALOGUE).read_bytes() == before
    seen = English("Theirs", Status.REVIEWED, "")
    assert not review.save(wish("Mine", seen=seen)).conflict
    assert entry(built).msgstr == "Mine"


def test_a_step_can_be_taken_back(translated: Path, silent: Silent) -> None:
    review = Review(translated, silent)
    before = (translated / CATALOGUE).read_bytes()
    step = review.save(wish("A bridge", seen=MACHINE)).undo
    state = review.undo(step)
    assert (state.english, state.status, state.note) == (MACHINE.text, "machine", "Fake 1.0")
    assert (translated / CATALOGUE).read_bytes() == before


def test_a_step_that_others_have_built_on_is_not_taken_back(built: Path, review: Review) -> None:
    first = review.save(wish("One"))
    review.save(wish("Two", seen=English("One", Status.REVIEWED, "")))
    assert review.undo(first.undo).conflict
    assert entry(built).msgstr == "Two"


def test_taking_all_away_leaves_a_gap(built: Path, review: Review) -> None:
    review.save(wish("One"))
    state = review.save(wish(" ", reviewed=False, seen=English("One", Status.REVIEWED, "")))
    assert (state.status, entry(built).msgstr, entry(built).flags) == ("missing", "", [])


@pytest.mark.parametrize(
    ("asked", "what"),
    [
        (wish(" \n"), "no English"),
        (wish("x" * (LONGEST + 1)), "longer than"),
        (wish("x", place=("title", "没有")), "no longer in the PO file"),
        (replace(wish("x"), key="qingshi/none"), "no longer in the PO file"),
        (replace(wish("x"), key="../../../elsewhere/secret"), "is no article"),
        (replace(wish("x"), key="/qingshi/none"), "is no article"),
    ],
)
def test_what_cannot_be_saved_is_said(built: Path, review: Review, asked: Wish, what: str) -> None:
    before = (built / CATALOGUE).read_bytes()
    with pytest.raises(ReviewError, match=what):
        review.save(asked)
    assert (built / CATALOGUE).read_bytes() == before


@pytest.mark.parametrize("number", [0, 1, -1])
def test_an_unknown_step_is_said(review: Review, number: int) -> None:
    with pytest.raises(ReviewError, match="not known"):
        review.undo(number)


def test_a_broken_po_file_is_said(built: Path, review: Review) -> None:
    (built / CATALOGUE).write_text('msgid "x\n', encoding="utf-8")
    with pytest.raises(CatalogueError):
        review.save(wish("x"))


def test_comments_of_a_person_stay(built: Path, review: Review) -> None:
    path = built / CATALOGUE
    text = path.read_text(encoding="utf-8").replace('msgctxt "title"', '#. ask the editor\nmsgctxt "title"')
    path.write_text("# Our own head\n" + text, encoding="utf-8")
    review.save(wish("A bridge"))
    assert entry(built).comment == "ask the editor"
    assert path.read_text(encoding="utf-8").startswith("# Our own head\n")


# ---------------------------------------------------------------- pages


def test_the_list_counts_what_is_left(built: Path, review: Review) -> None:
    review.save(wish("A bridge"))
    page = review.index("secret").decode()
    assert f"/article/{KEY}?token=secret" in page
    assert page.count('<tr class="done">') == 0


def test_an_article_shows_source_words_and_english(translated: Path, silent: Silent) -> None:
    page = Review(translated, silent).article(KEY, "secret").decode()
    assert 'data-chinese="小桥连起两个村"' in page
    assert "English of 小桥连起两个村</textarea>" in page
    assert "Xiǎoqiáo lián" in page
    assert "machine translation, not reviewed" in page


def test_an_article_shows_what_the_memory_has(translated: Path, silent: Silent) -> None:
    """The English of a near sentence of another article, but not what stands in the entry already."""
    text = "---\ntitle: 小桥连起三个村\n---\n\n小桥连起两个村\n"
    (translated / "content/articles/qingshi/other.md").write_text(text, encoding="utf-8")
    duidu(translated, "translate")
    page = Review(translated, silent).article("qingshi/other", "secret").decode()
    matches = re.findall(r'<span lang="en">(.*?)</span></button> <small class="soft">(\d+) % · ([\w ,]+\w)', page)
    assert matches == [
        ("English of 小桥连起两个村", "85", "machine translation, not reviewed"),
        ("English of 小桥连起三个村", "85", "machine translation, not reviewed"),
    ]


def test_the_review_is_of_the_language_of_the_settings(translated: Path, silent: Silent) -> None:
    edit(translated / "content/edition.toml", 'language = "en"', 'language = "fr"')
    duidu(translated, "translate")
    review = Review(translated, silent)
    assert '<textarea lang="fr"' in review.article(KEY, "secret").decode()
    before = (translated / CATALOGUE).read_bytes()
    assert review.save(wish("Un pont", seen=MACHINE)).status == "reviewed"
    assert (translated / CATALOGUE).read_bytes() == before
    assert "Un pont" in (translated / CATALOGUE.replace("/en/", "/fr/")).read_text(encoding="utf-8")


def test_an_unknown_article_is_said(review: Review) -> None:
    with pytest.raises(ReviewError, match="no article p/none"):
        review.article("p/none", "secret")


# ---------------------------------------------------------------- who may ask


@pytest.fixture
def address(built: Path) -> Iterator[str]:
    """A running server whose token is "secret"."""
    started = threading.Event()
    found: dict[str, object] = {}

    def serve() -> None:
        async def main() -> None:
            socket, port = bind_unused_port()
            server = HTTPServer(review_server.application(built, Silent(), port, "secret"))
            server.add_socket(socket)
            stop = asyncio.Event()
            found.update(port=port, stop=stop, loop=asyncio.get_running_loop())
            started.set()
            await stop.wait()
            server.stop()

        asyncio.run(main())

    thread = threading.Thread(target=serve)
    thread.start()
    started.wait()
    yield f"http://127.0.0.1:{found['port']}"
    found["loop"].call_soon_threadsafe(found["stop"].set)  # type: ignore[attr-defined]
    thread.join()


def asked(
    method: str, url: str, headers: dict[str, str] | None = None, body: object = None
) -> urllib3.BaseHTTPResponse:
    data = None if body is None else json.dumps(body)
    return urllib3.request(method, url, headers=headers or {}, body=data, retries=False, timeout=10)


def save_body(text: str = "A bridge") -> dict[str, object]:
    one = wish(text)
    return {name: getattr(one, name) for name in ("key", "context", "chinese", "english", "reviewed", "version")}


def test_the_token_opens_the_list(address: str) -> None:
    answer = asked("GET", f"{address}/?token=secret")
    assert answer.status == 200
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert asked("GET", f"{address}/article/{KEY}?token=secret").status == 200
    assert asked("GET", f"{address}/review.js").status == 200


@pytest.mark.parametrize("path", ["/", "/?token=wrong", f"/article/{KEY}"])
def test_without_the_token_nothing_is_shown(address: str, path: str) -> None:
    answer = asked("GET", address + path)
    assert answer.status == 403
    assert "小桥".encode() not in answer.data


def test_another_name_for_this_machine_is_refused(address: str) -> None:
    assert asked("GET", f"{address}/?token=secret", {"Host": "evil.example"}).status == 403


def test_the_page_itself_may_save(built: Path, address: str) -> None:
    answer = asked("POST", f"{address}/api/save", {"X-Duidu-Token": "secret", "Origin": address}, save_body())
    assert (answer.status, answer.json()["status"]) == (200, "reviewed")
    again = asked("POST", f"{address}/api/save", {"X-Duidu-Token": "secret", "Origin": address}, save_body("Another"))
    assert (again.status, again.json()["english"]) == (409, "A bridge")
    back = asked("POST", f"{address}/api/undo", {"X-Duidu-Token": "secret", "Origin": address}, answer.json()["undo"])
    assert (back.status, entry(built).msgstr) == (200, "")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Duidu-Token": "secret"},
        {"X-Duidu-Token": "secret", "Origin": "http://evil.example"},
        {"X-Duidu-Token": "wrong", "Origin": "HERE"},
    ],
)
def test_nobody_else_may_save(built: Path, address: str, headers: dict[str, str]) -> None:
    before = (built / CATALOGUE).read_bytes()
    sent = {name: address if value == "HERE" else value for name, value in headers.items()}
    assert asked("POST", f"{address}/api/save?token=secret", sent, save_body()).status == 403
    assert (built / CATALOGUE).read_bytes() == before


@pytest.mark.parametrize(("body", "status"), [("nothing", 400), ({"key": 1}, 400), (save_body(""), 422)])
def test_a_wrong_request_is_answered_in_a_line(address: str, body: object, status: int) -> None:
    answer = asked("POST", f"{address}/api/save", {"X-Duidu-Token": "secret", "Origin": address}, body)
    assert answer.status == status
    assert len(answer.data.decode().splitlines()) == 1


def test_a_broken_edition_is_told_on_the_page(built: Path, address: str) -> None:
    (built / CATALOGUE).write_text('msgid "x\n', encoding="utf-8")
    answer = asked("GET", f"{address}/?token=secret")
    assert answer.status == 409
    assert f"{CATALOGUE}:1: " in answer.data.decode()


def test_a_port_in_use_is_a_fault(built: Path, silent: Silent) -> None:
    socket, port = bind_unused_port()
    with pytest.raises(ServeError, match=f"port {port}"):
        review_server.listen(built, silent, port)
    socket.close()
