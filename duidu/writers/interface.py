"""The words of the interface (labels, buttons, help) in the language of a page, from gettext catalogues.

The English message is the key; ``templates/locale/`` holds a catalogue for each other language. The only file beside
that of the translations that knows polib.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import polib

from duidu.errors import TemplateError
from duidu.model import PINYIN, Edition, OutputFile, SourceRef

ENGLISH = "en"
_FOLDER = "locale"
# What every article links stands in these templates.
_ARTICLE = ("base.html", "article.html")
_LINKED = re.compile(r"theme/[\w-]+\.js")


@dataclass(frozen=True, slots=True)
class Interface:
    """The messages of one language by their English; those of scripts apart from the others.

    ``later`` are those that only scripts have which a page loads when they are wanted.

    >>> Interface("zh-Hans", {"%(num)s word": ("%(num)s 个词",)}).count("%(num)s word", "%(num)s words", 3)
    '3 个词'
    >>> Interface("en").count("%(num)s word", "%(num)s words", 1)
    '1 word'
    """

    language: str
    messages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scripts: Mapping[str, str] = field(default_factory=dict)
    later: Mapping[str, str] = field(default_factory=dict)

    def text(self, message: str, **values: object) -> str:
        """A message with its values put in; in English where the catalogue has none."""
        found = self.gettext(message)
        return found % values if values else found

    def count(self, one: str, many: str, num: int, **values: object) -> str:
        """A message in the form that goes with a number, which is its value ``num``."""
        return self.ngettext(one, many, num) % {"num": f"{num:,}", **values}

    def gettext(self, message: str) -> str:
        return self.messages.get(message, (message,))[0]

    def ngettext(self, one: str, many: str, num: int) -> str:
        """Chinese has one form for all numbers, English two; the catalogues are of these."""
        return self.messages.get(one, (one, many))[0 if num == 1 else -1]

    def written(self) -> Iterator[OutputFile]:
        """The messages of the scripts as scripts, which work from disk, too: ``ui/zh-Hans.js``, ``-more.js``."""
        for ending, messages in (("", self.scripts), ("-more", self.later)):
            texts = json.dumps(dict(sorted(messages.items())), ensure_ascii=False, separators=(",", ":"))
            yield OutputFile(f"ui/{self.language}{ending}.js", f"duidu.texts({texts});\n".encode())


def language_for(edition: Edition, variant: str) -> str:
    """The language of the interface on pages of a script: ``zh-Hans``, ``zh-Hant`` or ``en``."""
    if edition.interface == ENGLISH or variant == PINYIN:
        return ENGLISH
    return "zh-Hans" if variant == "zh-Hans" else "zh-Hant"


def interface(language: str, templates: Mapping[str, str]) -> Interface:
    """The interface in a language; ``templates`` hold the catalogues. Raises TemplateError."""
    name = f"{_FOLDER}/{language}.po"
    if language == ENGLISH or name not in templates:
        return Interface(ENGLISH)
    try:
        catalogue = polib.pofile(templates[name])
    except (OSError, UnicodeDecodeError, ValueError) as error:
        ref = SourceRef(f"templates/{name}", 1)
        hint = "mend the file, or delete your own copy of it."
        raise TemplateError(f"the catalogue cannot be read: {error}.", hint=hint, ref=ref) from None
    entries = [entry for entry in catalogue if entry.translated()]
    first = {script for page in _ARTICLE for script in _LINKED.findall(templates.get(page, ""))}
    return Interface(
        language,
        {entry.msgid: tuple(entry.msgstr_plural.values()) or (entry.msgstr,) for entry in entries},
        {entry.msgid: entry.msgstr for entry in entries if _scripts(entry) & first},
        {entry.msgid: entry.msgstr for entry in entries if _scripts(entry) and not _scripts(entry) & first},
    )


def _scripts(entry: polib.POEntry) -> set[str]:
    """The scripts that say this: ``theme/words.js``."""
    return {path for path, _ in entry.occurrences if path.endswith(".js")}
