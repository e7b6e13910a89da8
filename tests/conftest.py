"""What several tests need: small editions in a temporary folder, and a way to run commands in them."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from duidu.commands import new

# A page of our own with one of each kind of item: kicker, headline, dateline, byline, cut paragraph, crosshead,
# caption, slogan.
PAGE = """\


青石县

小桥连起两个村

本报讯 (记者 王小明)昨天，青石县的新桥通车了。“以后上学不用绕路了！”十岁的李花高兴地说。

这座桥长120米，两岸的人都叫它“连心

桥”。

桥边的新变化

桥头开了一家小店，卖水果和热茶……老人们常来这里聊天。

(张大山 文/图)



春天来了，孩子们在新桥上放风筝。

(李四 摄)



节约用水
人人有责
"""


def pytest_configure() -> None:
    """A shell starts what runs in the background with Ctrl-C ignored, and so would be what the tests start and stop."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="keep what is built now as the golden output")
    parser.addoption("--update-interface", action="store_true", help="bring the catalogues of the interface up to date")


class Silent:
    """A reporter for commands that are called directly."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def say(self, text: str) -> None:
        self.said.append(text)

    def error(self, text: str) -> None:
        self.said.append(text)

    @contextmanager
    def progress(self, label: str, total: int) -> Iterator[Callable[[int], None]]:
        yield lambda steps: None

    @contextmanager
    def transfer(self, label: str, total: int) -> Iterator[Callable[[int], None]]:
        yield lambda count: None

    @property
    def can_ask(self) -> bool:
        return False

    def confirm(self, question: str) -> bool:
        return False


@pytest.fixture
def silent() -> Silent:
    return Silent()


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """The folder of a new edition with the page above."""
    root = tmp_path / "edition"
    new.run(root)
    (root / "content/pages/qingshi.txt").write_text(PAGE, encoding="utf-8")
    return root
