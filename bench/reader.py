#!/usr/bin/env python3
"""How quickly a page stands before a reader, and how heavy it is: Chromium slowed to a quarter, pages from disk.

    python bench/reader.py [--json | --readme] [--runs N]

`paint`    milliseconds to the first contentful paint of an article of 5,000 characters
`shift`    how far anything moves by itself while it is opened and scrolled through (cumulative layout shift)
`pinyin`   milliseconds that the page itself works between a press of the switch and the next frame, with that article,
           and `english` likewise; `…_full` is the same with the processor not slowed down
Of this edition: the weight of 1,000 characters as HTML, of an article's style sheets and scripts, and its elements.

The best of the runs is taken, because other programs can only delay them; of a switch, the slower of on and off, in the
time of its thread. Needs `pip install '.[test]'` and Chromium.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))

from playwright.sync_api import CDPSession, Page, sync_playwright

from duidu.checks.weight import count_elements
from duidu.text import count_han
from tests.browser import CHROMIUM, FLAGS

LENGTH = 5000
SLOWER = 4
LONG = "zunyi-red-spirit/changwen.html"
SHIFTS = """() => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
  }).observe({ type: "layout-shift", buffered: true });
}"""
SCROLL = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
    scrollTo({ top: y, behavior: "instant" });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }
  return window.shifts.reduce((sum, one) => sum + one, 0);
}"""
# Until the frame that shows the effect has been drawn.
SWITCH = """async (id) => {
  document.getElementById(id).click();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}"""
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"


def edition(folder: Path) -> Path:
    """This edition with one article more, which holds the paragraphs of all others until it is long enough."""
    root = folder / "edition"
    shutil.copytree(REPOSITORY / "content", root / "content")
    paragraphs: list[str] = []
    articles = sorted((root / "content/articles").rglob("*.md"))
    while sum(map(count_han, paragraphs)) < LENGTH:
        for path in articles:
            paragraphs += path.read_text(encoding="utf-8").split("---\n", 2)[2].strip().split("\n\n")
    while sum(map(count_han, paragraphs[:-1])) >= LENGTH:
        paragraphs.pop()
    head = "---\nkind: article\ntitle: 一篇长文\npage: zunyi-red-spirit\norder: 99\n---\n\n"
    target = root / "content/articles" / LONG.replace(".html", ".md")
    target.write_text(head + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
    settings = root / "content/edition.toml"
    text = settings.read_text(encoding="utf-8").replace('engine = "argos"', 'engine = "none"')
    settings.write_text(text, encoding="utf-8")
    build = [sys.executable, str(REPOSITORY / "build.py"), "--quiet"]
    if subprocess.run(build, cwd=root, capture_output=True).returncode > 1:
        raise SystemExit("the edition could not be built")
    return root / "output"


def slowed(page: Page) -> CDPSession:
    session = page.context.new_cdp_session(page)
    session.send("Performance.setTimeDomain", {"timeDomain": "threadTicks"})
    session.send("Performance.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return session


def paint(page: Page, address: str) -> float:
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_timeout(100)
    return float(page.evaluate(PAINT))


def worked(session: CDPSession) -> float:
    """Milliseconds that the thread of the page has worked so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * next(float(metric["value"]) for metric in metrics if metric["name"] == "TaskDuration")


def switched(page: Page, session: CDPSession, name: str) -> float:
    page.wait_for_timeout(300)
    before = worked(session)
    page.evaluate(SWITCH, f"show-{name}")
    return worked(session) - before


def measured(site: Path, runs: int) -> dict[str, float]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.add_init_script(f"({SHIFTS})()")
        address = (site / LONG).as_uri()
        session = slowed(page)
        paint(page, address)
        result = {"paint_ms": min(paint(page, address) for _ in range(runs))}
        result["shift"] = round(float(page.evaluate(SCROLL)), 4)
        page.evaluate("scrollTo({ top: 3000, behavior: 'instant' })")
        for rate, kind in ((SLOWER, "ms"), (1, "full_ms")):
            session.send("Emulation.setCPUThrottlingRate", {"rate": rate})
            for name in ("pinyin", "english"):
                times = [switched(page, session, name) for _ in range(2 * runs)]
                result[f"{name}_{kind}"] = max(min(times[::2]), min(times[1::2]))
        session.detach()
        browser.close()
    return result


def gzipped(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


def weights(site: Path) -> dict[str, float]:
    """Of the longest article of the edition itself."""
    pages = [path for path in site.glob("*/*.html") if path.parent.parent == site and path.name != Path(LONG).name]
    article = max((path for path in pages if path.parent.name != "zh-Hant"), key=lambda path: path.stat().st_size)
    text = article.read_text(encoding="utf-8")
    parts = re.findall(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"(?! media="print")', text)
    before = [part for part in parts if not Path(part).name.startswith("search.")]
    source = site.parent / "content/articles" / article.parent.name / f"{article.stem}.md"
    characters = count_han(source.read_text(encoding="utf-8").split("---\n", 2)[2])
    return {
        "html_kb": gzipped(text.encode()) / characters,
        "parts_kb": sum(gzipped((article.parent / part).read_bytes()) for part in before) / 1000,
        "elements": 1000 * count_elements(text) / characters,
    }


ROWS = (
    ("first paint of an article of 5,000 characters", "paint_ms", "{:.0f} ms"),
    ("what moves by itself while it is opened and scrolled through (cumulative layout shift)", "shift", "{:.3f}"),
    ("work of the switch of the pinyin until the next frame", "pinyin_ms", "{:.0f} ms"),
    ("work of the switch of the English until the next frame", "english_ms", "{:.0f} ms"),
    ("the same of the pinyin with the processor not slowed down", "pinyin_full_ms", "{:.0f} ms"),
    ("the same of the English with the processor not slowed down", "english_full_ms", "{:.0f} ms"),
    ("HTML for 1,000 characters, gzipped", "html_kb", "{:.1f} KB"),
    ("style sheets and scripts of an article, without the search, gzipped", "parts_kb", "{:.1f} KB"),
    ("elements for 1,000 characters", "elements", "{:,.0f}"),
)


def write_readme(result: dict[str, float]) -> None:
    """Put the figures between the marks in the README."""
    path = REPOSITORY / "README.md"
    before, rest = path.read_text(encoding="utf-8").split("<!-- reader -->")
    after = rest.split("<!-- /reader -->")[1]
    rows = "\n".join(f"| {label} | {form.format(result[key])} |" for label, key, form in ROWS)
    table = f"| measured by `bench/reader.py` in Chromium slowed to a quarter, from disk | |\n|---|---|\n{rows}"
    path.write_text(f"{before}<!-- reader -->\n{table}\n<!-- /reader -->{after}", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--readme", action="store_true", help="write the figures into the README")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = edition(Path(folder))
        result = measured(site, options.runs) | weights(site)
    if options.readme:
        write_readme(result)
    if options.json:
        print(json.dumps(result))
    else:
        for name, value in result.items():
            print(f"{name:<12}{value:10.3f}")


if __name__ == "__main__":
    main()
