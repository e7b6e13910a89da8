"""Files in ``content/`` ◀─▶ types: the room that reads and writes what the editor owns.

(The settings in ``edition.toml`` are read by ``duidu.config``; ``new`` writes the first files.)
"""

# Names that the site has already; no newspaper page can be called so.
_LISTS = ("archive", "authors", "levels", "places", "tags")
# The folder of the PO files for sentences that came from elsewhere and that no article has; no page can be called so.
IMPORTED = "imported"
RESERVED = {
    IMPORTED,
    *("theme", "ui", "zh-hans", "zh-hant", "zh-hant-tw", "zh-hant-hk", "zh-latn-pinyin"),
    *("index.html", "colophon.html", "search", "search.html", "offline.html", "offline.json", "site.zip", "sw.js"),
    *_LISTS,
    *(f"{name}.html" for name in _LISTS),
}
# The address that the newspaper page itself has among its articles.
PAGE_ITSELF = "index"
