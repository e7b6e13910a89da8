"""The index of Argos packages: which pairs of languages there are, and where their archives lie."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from duidu import typed
from duidu.errors import PackageError

# Argos has no package from Chinese to most languages: they are reached through this one.
PIVOT = "en"
INSTALL = "duidu engine install"


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """From which language into which, in Argos's codes: ``zh`` is simplified, ``zt`` traditional Chinese.

    >>> print(Pair("zh", "en"))
    zh→en
    """

    source: str
    target: str

    def __str__(self) -> str:
        return f"{self.source}→{self.target}"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an archive's or the index's JSON says of a package; packages that translate nothing have no languages."""

    from_code: str | None = None
    to_code: str | None = None
    package_version: str | int | float = ""
    type: str = "translate"
    links: tuple[str, ...] = field(default=())

    @property
    def pair(self) -> Pair | None:
        if self.type != "translate" or not self.from_code or not self.to_code:
            return None
        return Pair(self.from_code, self.to_code)


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that the index offers."""

    pair: Pair
    version: str
    links: tuple[str, ...]


def read_index(data: bytes, address: str) -> tuple[Offer, ...]:
    """The packages in an index, the newest of each pair; links that are no web addresses are left out.

    >>> read_index(b'[{"from_code": "zh", "to_code": "en", "package_version": "1.9", "links": ["http://h/a"]}]', "")
    (Offer(pair=Pair(source='zh', target='en'), version='1.9', links=('http://h/a',)),)

    Raises PackageError when it is no index.
    """
    try:
        entries = typed.from_json(data, tuple[Metadata, ...])
    except typed.MismatchError as error:
        hint = "check ARGOS_PACKAGE_INDEX, and whether the network asks for a login; or install a package file."
        raise PackageError(f"{address} is no index of packages: {error}.", hint=hint) from None
    newest: dict[Pair, Offer] = {}
    for entry in entries:
        links = tuple(link for link in entry.links if re.match(r"https?://", link))
        if entry.pair and links:
            offer = Offer(entry.pair, str(entry.package_version), links)
            before = newest.get(offer.pair, offer)
            newest[offer.pair] = max(before, offer, key=lambda one: version_key(one.version))
    return tuple(newest.values())


def version_key(version: str) -> tuple[int, ...]:
    """
    >>> version_key("1.10") > version_key("1.9")
    True
    """
    return tuple(int(number) for number in re.findall(r"\d+", version))


def route(wanted: Pair, there: Collection[Pair]) -> tuple[Pair, ...]:
    """The pairs that lead from a language to another, directly or through English; () when none do.

    >>> [str(pair) for pair in route(Pair("zh", "fr"), [Pair("zh", "en"), Pair("en", "fr")])]
    ['zh→en', 'en→fr']
    """
    hops = (Pair(wanted.source, PIVOT), Pair(PIVOT, wanted.target))
    if wanted in there:
        return (wanted,)
    return hops if all(hop in there for hop in hops) else ()


def routes(wanted: Iterable[Pair], there: Collection[Pair], where: str) -> tuple[Pair, ...]:
    """All pairs that these need, each once. Raises PackageError when one cannot be reached; ``where``: "the index"."""
    found: dict[Pair, None] = {}
    for pair in wanted:
        steps = route(pair, there)
        if not steps:
            near = (
                ", ".join(str(one) for one in sorted(there) if one.source == pair.source)
                or f"nothing from {pair.source}"
            )
            hint = f"it has {near}. A package file is installed with: {INSTALL} --from FILE"
            raise PackageError(f"{where} has no package for {pair}.", hint=hint)
        found |= dict.fromkeys(steps)
    return tuple(found)
