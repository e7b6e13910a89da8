"""``new``: the folder of somebody's own edition."""

from __future__ import annotations

from pathlib import Path

from duidu.commands.report import Report
from duidu.content.lexicon import COLUMNS, LEXICON
from duidu.errors import FolderError
from duidu.files import write_atomically

_EDITION = """\
# Settings of this edition; every key may be left out. The README explains each.

[edition]
title = "对读"
title_en = "A bilingual reading edition"
publisher = ""
rights = ""

[language]
variants = ["zh-Hans", "zh-Hant"]   # also "zh-Hant-TW", "zh-Hant-HK", "zh-Latn-pinyin"
hsk = "2025"                        # or "2021", "2.0"
taiwan = "pinyin"                   # or "zhuyin", over the characters of zh-Hant-TW
taiwan_words = false                # true: Taiwan's vocabulary too

[pinyin]
tones = "marks"                     # or "numbers"
sandhi = false                      # true: 一 and 不 with the tones they are spoken with
neutral = true                      # false: neutral tones are written in full
erhua = true                        # zhèr; false: zhè'ér
umlaut = "ü"                        # or "v", "u:"

[translate]
language = "en"                     # or another, as BCP 47 writes it: "fr", "pt-BR"
engine = "argos"                    # or "none"
beam_size = 4
device = "auto"                     # or "cpu", "cuda"
# sha256 = "…"                      # the only archive of the engine's package that will do

[site]
url = ""                            # for example "https://name.github.io/edition/"
pinyin = true
running = false                     # true: a line of running pinyin under each sentence
english = true
max_page_kb = 40
max_picture_kb = 500
max_site_mb = 1000
zip = true                          # site.zip: the whole site as one file

# One block a newspaper page, in the order in which they are shown; a page without one comes last.
# [[page]]
# id = "file-name-without-ending"
# title = "版面标题"
# title_en = "Title of the page"
# date = "2021-07-09"
"""

_LEXICON_NOTES = {
    "words": "A word that is one word. kind: word, person, place or organisation.",
    "readings": "The pinyin of a word, as it is to be shown; context limits it to places where this text surrounds it.",
    "variants": "The form of a word in a traditional script: *, zh-Hant, zh-Hant-TW or zh-Hant-HK.",
    "glosses": "English senses of a word, separated by semicolons.",
    "levels": "HSK level of a word: 1 to 6, 7 for the band 7-9, 0 for none.",
    "terms": "English that every translation of the term must contain.",
}

_WAIVERS = """\
# Findings of `check` that are fine as they are, each with the reason:
# [[waiver]]
# code = "E202"
# path = "content/articles/page/*.md"
# reason = "Machine English is marked as such, and that is enough here."
"""


def run(folder: Path) -> Report:
    """Make the folder of a new edition. Raises FolderError when there is something in it already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderError(f"{folder} is not empty.", hint="name a folder that does not exist yet.")
    for name, text in _files().items():
        write_atomically(folder / name, text.encode(), f"{folder}/{name}")
    for name in ("content/pages", "content/articles"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    lines = (
        f"New edition in {folder}",
        "Next: put a newspaper page (text, HTML, Markdown, Word, PDF) into content/pages/ there, and run duidu in it.",
    )
    return Report("new", lines, {"files_written": len(_files())})


def _files() -> dict[str, str]:
    files = {"content/edition.toml": _EDITION, "content/waivers.toml": _WAIVERS}
    for name, columns in COLUMNS.items():
        header = "\t".join(columns)
        files[f"{LEXICON}/{name}.tsv"] = f"# {_LEXICON_NOTES[name]}\n{header}\n"
    files[".gitignore"] = "/output/\n/.cache/\n/content/translations/*/.journal.jsonl\n"
    # An article whose bytes change counts as edited by hand, so git must not change line ends.
    files[".gitattributes"] = "/content/** -text\n"
    return files
