"""The words of the interface: every message of templates, writers and scripts stands in each catalogue, translated.

`pytest tests/test_interface.py --update-interface -n 0` brings the catalogues up to date; what is new is empty there.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

import polib
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from duidu import assets
from duidu.errors import TemplateError
from duidu.model import PINYIN
from duidu.writers.interface import Interface, interface, language_for
from tests.support import edition

REPOSITORY = Path(__file__).resolve().parent.parent
CATALOGUES = {"zh-Hans": "zh_Hans", "zh-Hant": "zh_Hant"}
SOURCES = (
    ("templates/*.html", "jinja2", {"_": None, "ngettext": (1, 2)}),
    ("duidu/writers/*.py", "python", {"text": None, "count": (1, 2)}),
    ("theme/*.js", "javascript", {"duidu.t": None}),
)
# Reports for the person who makes the edition; these speak English.
OURS = {"templates/explain.html", "templates/translation.html"}
HEADER = """msgid ""
msgstr ""
"Language: {}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""
PLACEHOLDER = re.compile(r"%\(\w+\)s")


def messages() -> Catalog:
    """Every message of the interface, with the files that have it."""
    found = Catalog(charset="utf-8")
    for pattern, method, keywords in SOURCES:
        for path in sorted(REPOSITORY.glob(pattern)):
            name = path.relative_to(REPOSITORY).as_posix()
            if name in OURS:
                continue
            with path.open("rb") as file:
                for _, message, _, _ in extract(method, file, keywords, options={"newstyle_gettext": "true"}):
                    found.add(message, locations=[(name, None)])
    return found


def update(language: str, locale: str) -> None:
    path = REPOSITORY / f"templates/locale/{language}.po"
    template = messages()
    if path.exists():
        catalogue = read_po(io.BytesIO(path.read_bytes()), locale=locale)
        catalogue.update(template, no_fuzzy_matching=True)
    else:
        catalogue = Catalog(locale=locale, charset="utf-8", fuzzy=False)
        for message in template:
            if message.id:
                catalogue.add(message.id, locations=message.locations)
    catalogue.obsolete.clear()
    written = io.BytesIO()
    write_po(written, catalogue, width=0, sort_output=True, omit_header=True)
    path.write_text(HEADER.format(language) + written.getvalue().decode(), encoding="utf-8")


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_catalogue_has_every_message_translated(language: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-interface"):
        update(language, CATALOGUES[language])
    catalogue = polib.pofile(str(REPOSITORY / f"templates/locale/{language}.po"))
    translated = {entry.msgid: entry for entry in catalogue}
    wanted = {message.id if isinstance(message.id, str) else message.id[0] for message in messages() if message.id}
    assert set(translated) == wanted
    assert [entry.msgid for entry in catalogue if not entry.translated()] == []


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_translation_keeps_the_values_of_its_message(language: str) -> None:
    for entry in polib.pofile(str(REPOSITORY / f"templates/locale/{language}.po")):
        wanted = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        for text in entry.msgstr_plural.values() or (entry.msgstr,):
            assert set(PLACEHOLDER.findall(text)) == wanted, entry.msgid


def test_the_traditional_interface_has_no_simplified_characters() -> None:
    """Nothing that simplified to traditional conversion would still change, but the few words it may."""
    opencc = pytest.importorskip("opencc")
    convert = opencc.OpenCC("s2tw").convert
    for entry in polib.pofile(str(REPOSITORY / "templates/locale/zh-Hant.po")):
        for text in entry.msgstr_plural.values() or (entry.msgstr,):
            assert convert(text) == text, entry.msgid


def test_messages_of_scripts_stand_in_scripts_of_their_own() -> None:
    found = interface("zh-Hans", assets.templates(Path("/nonexistent")))
    assert found.language == "zh-Hans"
    first, later = found.written()
    assert (first.path, later.path) == ("ui/zh-Hans.js", "ui/zh-Hans-more.js")
    assert first.data.decode().startswith('duidu.texts({"')
    assert "This page is kept" in first.data.decode()  # every page says that
    assert "Available offline" in first.data.decode()  # so does another script, which one page has
    assert "The browser has no more room for it." in later.data.decode()
    assert not set(found.scripts) & set(found.later)


def test_a_language_without_a_catalogue_speaks_english() -> None:
    found = interface("zh-Hant", {})
    assert found.language == "en"
    assert found.text("Pinyin") == "Pinyin"


def test_a_catalogue_that_cannot_be_read_names_its_file() -> None:
    with pytest.raises(TemplateError, match=r"templates/locale/zh-Hans\.po:1: the catalogue cannot be read"):
        interface("zh-Hans", {"locale/zh-Hans.po": 'msgid "a\nmsgstr'})


def test_the_interface_goes_with_the_script_of_the_page() -> None:
    found = [language_for(edition(), variant) for variant in ("zh-Hans", "zh-Hant-HK", PINYIN)]
    assert found == ["zh-Hans", "zh-Hant", "en"]
    assert language_for(edition(interface="en"), "zh-Hans") == "en"


def test_a_message_takes_its_values() -> None:
    ui = Interface("zh-Hans", {"or %(others)s": ("或 %(others)s",)})
    assert ui.text("or %(others)s", others="zhǎng") == "或 zhǎng"
    assert ui.count("%(num)s item", "%(num)s items", 2000) == "2,000 items"
