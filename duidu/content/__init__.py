"""Files in ``content/`` ◀─▶ types: the room that reads and writes what the editor owns.

(The settings in ``edition.toml`` are read by ``duidu.config``; ``new`` writes the first files.)
"""

# Names that the site has already; no newspaper page can be called so.
RESERVED = {"theme", "zh-hans", "zh-hant", "zh-hant-tw", "zh-hant-hk", "index.html", "colophon.html"}
