"""Where things lie in the site; every link is relative, so that it works from any folder and from disk."""

from __future__ import annotations

import hashlib
from urllib.parse import quote

from duidu.model import Edition, ReadingArticle, Sentence


def article_path(article: ReadingArticle, language: str, edition: Edition) -> str:
    """Where an article lies in the site; the edition's first script has no folder of its own.

    ``page/slug.html``, ``zh-Hant/page/slug.html``
    """
    return f"{folder(language, edition)}{article.article.key}.html"


def front_path(language: str, edition: Edition) -> str:
    """Where the front page of a script lies: ``index.html``, ``zh-Hant/index.html``."""
    return f"{folder(language, edition)}index.html"


def colophon_path(language: str, edition: Edition) -> str:
    """Where the colophon of a script lies: ``colophon.html``, ``zh-Hant/colophon.html``."""
    return f"{folder(language, edition)}colophon.html"


def words_path(language: str, edition: Edition) -> str:
    """Where the page of the reader's own words lies: ``words.html``, ``zh-Hant/words.html``."""
    return f"{folder(language, edition)}words.html"


def search_path(language: str, edition: Edition) -> str:
    """Where the search of a script lies: ``search.html``, ``zh-Hant/search.html``."""
    return f"{folder(language, edition)}search.html"


def offline_path(language: str, edition: Edition) -> str:
    """Where the page on reading without a network lies in a script: ``offline.html``, ``zh-Hant/offline.html``."""
    return f"{folder(language, edition)}offline.html"


def manifest_path(language: str, edition: Edition) -> str:
    """Where the manifest of a script lies, beside its front page: ``zh-Hant/manifest.webmanifest``."""
    return f"{folder(language, edition)}manifest.webmanifest"


def folder(language: str, edition: Edition) -> str:
    """The folder of a script, with its slash: "" for the first, ``zh-Hant/``."""
    return "" if language == edition.variants[0] else f"{language}/"


def root_of(path: str) -> str:
    """The way from a page up to the site's root: "" or "../" once or twice."""
    return "../" * path.count("/")


def link(root: str, path: str) -> str:
    """A relative address of a path of the site, for a page that lies ``root`` below it.

    >>> link("../", "page one/小桥.html")
    '../page%20one/%E5%B0%8F%E6%A1%A5.html'
    """
    return root + quote(path)


def page_path(page_id: str, language: str, edition: Edition) -> str:
    """Where a newspaper page lies, among its articles: ``page/index.html``."""
    return f"{folder(language, edition)}{page_id}/index.html"


def list_path(name: str, language: str, edition: Edition, entry: str = "", part: int = 1) -> str:
    """Where a list lies, an entry of it that has a file of its own, or a further part of either.

    ``tags.html``, ``tags.2.html``, ``tags/党建.html``
    """
    number = f".{part}" if part > 1 else ""
    return f"{folder(language, edition)}{name}{'/' if entry else ''}{entry}{number}.html"


def entry_anchor(address: str) -> str:
    """The id of an entry on the page of its list; nothing else on a page is called so.

    >>> entry_anchor("党建")
    'on-党建'
    """
    return f"on-{address}"


def page_anchor(page_id: str) -> str:
    """The id of a newspaper page on the front page: its file's name, without white space."""
    return "page-" + "_".join(page_id.split())


def sentence_id(sentence: Sentence) -> str:
    """The permalink of a sentence: it depends on the Chinese alone, so it survives edits above it."""
    return "s" + hashlib.sha256(f"{sentence.context}\n{sentence.msgid}".encode()).hexdigest()[:8]
