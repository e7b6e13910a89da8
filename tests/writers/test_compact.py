"""What is published of style sheets and scripts means the same as what the theme has."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from duidu.model import OutputFile
from duidu.writers.compact import compact
from tests.browser import BROWSER, browser, playwright

__all__ = ["browser", "playwright"]  # fixtures
THEME = Path(__file__).resolve().parent.parent.parent / "theme"
# Each rule as the browser has understood it; values that it has not, it gives back with the white space they had.
RULES = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map((rule) => rule.cssText.replace(/([,:]) /g, "$1"));
}"""


def small(path: Path) -> str:
    return shortened(path.read_bytes(), path.name)


def shortened(data: bytes, name: str) -> str:
    [file] = compact([OutputFile(f"theme/{name}", data)])
    return file.data.decode()


@pytest.mark.parametrize("path", sorted(THEME.glob("*.css")), ids=lambda path: path.name)
class TestStyleSheets:
    pytestmark = BROWSER

    def test_a_browser_reads_the_same_rules(self, browser: Browser, path: Path) -> None:
        page = browser.new_page()
        rules = page.evaluate(RULES, path.read_text(encoding="utf-8"))
        assert len(rules) > 3
        assert page.evaluate(RULES, small(path)) == rules
        page.close()


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("const a = `x  ${b}  // no comment`; // why\n", "const a=`x  ${b}  // no comment`;"),
        ('f("/* no comment */");', 'f("/* no comment */");'),
        ("a.replace(/\\/\\/ [ ]+/g, '')\n", "a.replace(/\\/\\/ [ ]+/g,'')"),
        ("a\n++b\n", "a\n++b"),
        ("const {\n  a,\n} = b\n(c)\n", "const{a,}=b\n(c)"),
    ],
)
def test_strings_and_line_ends_that_mean_something_stay(text: str, published: str) -> None:
    assert shortened(text.encode(), "a.js") == published


def test_comments_of_scripts_are_left_out() -> None:
    script = THEME / "reader.js"
    assert "// " in script.read_text(encoding="utf-8")
    assert "// " not in small(script)
    assert len(small(script)) < script.stat().st_size


@pytest.mark.parametrize("name", ["icon.svg", "icon-192.png"])
def test_other_files_stay_as_they_are(name: str) -> None:
    file = OutputFile(f"theme/{name}", (THEME / name).read_bytes())
    assert list(compact([file])) == [file]


def test_a_line_for_the_engine_stays_first() -> None:
    script = b"//# allFunctionsCalledOnLoad\n// why\nlet a = 1;\n//# b\n"
    assert shortened(script, "a.js") == "//# allFunctionsCalledOnLoad\nlet a=1;"
