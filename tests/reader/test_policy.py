"""The policy for what pages may load holds on every kind of page, from disk and from a server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser import BROWSER, Watched
from tests.reader.conftest import ARTICLE, SLOGAN

pytestmark = BROWSER

# What somebody's text would have to do to run code, load something, or send something away.
ATTACK = """async (expected) => {
  const broken = [];
  document.addEventListener("securitypolicyviolation", (event) => broken.push(event.effectiveDirective));
  const script = document.createElement("script");
  script.textContent = "window.hacked = true";
  document.head.append(script);
  const box = document.createElement("div");
  box.innerHTML = '<img src="x" onerror="window.hacked = true"><a href="javascript:window.hacked=true">x</a>'
    + '<p style="position:fixed">x</p><img src="https://example.org/a.png">'
    + '<form action="https://example.org/"><input type="submit"></form><iframe src="https://example.org/"></iframe>';
  document.body.append(box);
  box.querySelector("input").click();
  box.querySelector("a").click();
  // Only now, later, is this script like any other of the page: a test's own may use eval.
  setTimeout(() => new window.Function("window.hacked = true")(), 10);
  await fetch("https://example.org/").catch(() => {});
  for (let wait = 0; wait < 100 && expected.some((name) => !broken.includes(name)); wait++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  box.remove();
  return [window.hacked ?? false, [...new Set(broken)].sort()];
}"""
FORBIDDEN = ["connect-src", "form-action", "frame-src", "img-src", "script-src", "script-src-attr", "script-src-elem"]


def kinds(site: Path) -> list[str]:
    """A page of every kind: all at the root, in another script, and articles."""
    names = [path.relative_to(site).as_posix() for path in sorted((*site.glob("*.html"), *site.glob("zh-Hant/*.html")))]
    return [*names, ARTICLE, SLOGAN, f"zh-Hant/{ARTICLE}"]


@pytest.fixture(params=["from disk", "from a server"])
def address_of(request: pytest.FixtureRequest, site: Path, server: str) -> Callable[[str], str]:
    return (lambda name: (site / name).as_uri()) if request.param == "from disk" else (lambda name: server + name)


def test_no_page_breaks_the_policy(site: Path, address_of: Callable[[str], str], watched: Watched) -> None:
    for name in kinds(site):
        watched.page.goto(address_of(name))
        assert watched.page.locator('meta[http-equiv="Content-Security-Policy"]').count() == 1, name
        assert watched.complaints == [], name


@pytest.mark.parametrize("name", [ARTICLE, "offline.html"])
def test_nothing_that_gets_into_a_page_runs_or_loads(
    address_of: Callable[[str], str], watched: Watched, name: str
) -> None:
    watched.page.goto(address_of(name))
    hacked, broken = watched.page.evaluate(ATTACK, FORBIDDEN)
    assert hacked is False
    assert set(FORBIDDEN) <= set(broken)
