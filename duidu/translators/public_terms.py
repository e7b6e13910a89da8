"""The list of terms for Chinese public life that ships: ``public_terms.tsv``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from duidu.model import Term


@cache
def public_terms() -> tuple[Term, ...]:
    """Offices, bodies, set phrases, measure words …, in simplified characters, in the order of the list.

    >>> next(term for term in public_terms() if term.chinese == "乡村振兴").english
    'rural revitalization'
    """
    lines = files("duidu.translators").joinpath("public_terms.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_term(line) for line in lines if line and not line.startswith("#"))


def _term(line: str) -> Term:
    """A term of its line: Chinese, English, accepted forms, note.

    >>> _term("亩\\tmu\\tacre|hectare\\t1/15 hectare")
    Term(chinese='亩', english='mu', accepted=('acre', 'hectare'), tag=None, agreed=False)
    """
    chinese, english, accepted, *_ = [*line.split("\t"), "", ""]
    return Term(chinese, english, tuple(filter(None, accepted.split("|"))))
