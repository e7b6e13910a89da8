"""Where on a web page its article stands: the element that holds most of the running text.

The library that finds the text weighs the paragraphs of a page one by one, and takes the teasers of other articles, or
what readers say of it, for the text where they outnumber it. What stands beside the article is taken out of the tree
first; the elements around it stay, by whose names the library knows an article, and so does text that goes on beside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from duidu.importers import furniture
from duidu.importers.html_print import UNPRINTED, frames, name_of
from duidu.text import count_han

SENTENCE = re.compile("[。！？．]")
FULL_STOP = re.compile("[。．]")
# What links and forms say is none of the article.
_TEXT = f"descendant::text()[not({UNPRINTED} or ancestor::a or ancestor::textarea)]"
# What share of the running text the article has, and up to how many characters of a paragraph count.
_MOST, _LONG = 0.7, 80
# An element of text; what stands in it is no article of its own. A list is one where nothing else stands in it.
_OF_TEXT = {"blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "span"}
_LISTS = {"dl", "li", "ol", "ul"}
_WHOLE = {"article", "body", "html", "main"}  # whose class may say that comments are open
# How editors name what readers say: comment-list, pinglun; a commentary is an article.
_COMMENTS = re.compile(r"comment(?!ar|at)|pinglun|gentie|disqus|评论|評論|跟帖", re.I)
# What is left without them is an article, or they are: so many runs, or so much of the text.
_FEWEST_RUNS, _REST = 3, 0.3
_DIGITS = re.compile(r"\d+")
# Parts of a whole by what they are; what is no more than a division may be anything.
_UNNAMED = {"section", "tr"}


def article_frame(tree: Any) -> tuple[Any, list[str]]:
    """The element in which the article stands, and the sentences of the text beside it, told or taken.

    What stands beside it is taken out of the tree, but for text that may go on.

    >>> from trafilatura import load_html
    >>> body = "<div>首页。</div><p>又讯。</p><div id='text'><p>他来了。她也来了。</p><p>大家都来了。</p></div>"
    >>> tree = load_html(f"<html><body>{body}</body></html>")
    >>> frame, beside = article_frame(tree)
    >>> frame.get("id"), beside, tree.text_content()
    ('text', ['又讯。'], '又讯。他来了。她也来了。大家都来了。')
    """
    _take_out_comments(tree)
    text = _Running(tree)
    path = _path(tree, text)
    beside = [said for frame, inner in pairwise(path) for said in _leave_only(frame, inner, text)]
    for around in path:
        if around.tag not in _WHOLE | {"section"}:  # a list or a table lays out the page
            around.tag = "div"
        if "comment" in name_of(around).lower():  # by which the library knows what it drops
            around.attrib.clear()
    _open_articles(path[-1])
    return path[-1], beside


class _Running:
    """The running text of a page: how many characters of it each element holds, and how many runs.

    A long paragraph counts as a short one does: it is no frame of the others.
    """

    def __init__(self, tree: Any) -> None:
        self.length: Counter[Any] = Counter()
        self.runs: Counter[Any] = Counter()
        for text in _sentences(tree):
            element = text.getparent()
            around = list(frames(element.getparent() if text.is_tail else element))
            self.length.update(dict.fromkeys(around, min(count_han(text), _LONG)))
            self.runs.update(around)


def _sentences(frame: Any) -> Iterator[Any]:
    """The runs of text below an element that hold a sentence, and are not of the site."""
    return (text for text in frame.xpath(f"./{_TEXT}") if SENTENCE.search(text) and not furniture.find(text.strip()))


# ---------------------------------------------------------------- the way down to the article


def _path(tree: Any, text: _Running) -> list[Any]:
    """The elements from the root to the innermost one that holds most of the running text in more than one run."""
    enough = max(1, _MOST * text.length[tree])
    path = [tree]
    while True:
        inner = next((one for one in path[-1] if text.length[one] >= enough and text.runs[one] > 1), None)
        if inner is None or _is_of_text(inner) or any(text.runs[one] for one in _alike(inner)):
            return path
        path.append(inner)


def _alike(element: Any) -> Iterator[Any]:
    """What stands beside an element and is named alike, part1 and part2: an article may be parted in such."""
    beside = [one for one in element.getparent() if one is not element and one.tag == element.tag]
    if element.tag in _UNNAMED:
        return iter(beside)
    return (one for one in beside if _are_alike(element, one))


def _are_alike(one: Any, other: Any) -> bool:
    classed = one.get("class")
    name = _DIGITS.sub("", name_of(one)).strip()
    return bool(classed and classed == other.get("class")) or bool(
        name and name == _DIGITS.sub("", name_of(other)).strip()
    )


def _leave_only(frame: Any, inner: Any, text: _Running) -> list[str]:
    """Take everything out of an element but the next one inside, and text that goes on beside that; the sentences of
    all text beside it, taken out or not."""
    if frame.tag == "html":  # the head says what the page is called
        return []
    beside = [one for one in frame if one is not inner and text.runs[one] and (_is_of_text(one) or _is_picture(one))]
    nearest = (_first_seen(inner.itersiblings(preceding=True)), _first_seen(inner.itersiblings()))
    told = dict.fromkeys([*beside, *(one for one in nearest if one is not None and one.find(".//a") is None)])
    said = [str(sentence) for one in told for sentence in _sentences(one) if FULL_STOP.search(sentence)]
    above = set(beside).intersection(inner.itersiblings(preceding=True))
    kept = {inner, *above, *_going_on(inner.itersiblings(), text)}
    frame.text = _running_only(frame.text)
    for one in list(frame):
        one.tail = _running_only(one.tail)
        if one not in kept:
            one.drop_tree()
    return said


def _first_seen(beside: Iterable[Any]) -> Any:
    """The first of some elements that holds text, or None."""
    return next((one for one in beside if isinstance(one.tag, str) and any(map(str.strip, one.itertext()))), None)


def _going_on(below: Iterable[Any], text: _Running) -> Iterator[Any]:
    """The elements of text up to the first other one that a reader sees."""
    for one in below:
        if text.runs[one] and _is_of_text(one):
            yield one
        elif isinstance(one.tag, str) and any(map(str.strip, one.itertext())):
            return


def _is_of_text(element: Any) -> bool:
    return element.tag in _OF_TEXT or (element.tag in _LISTS and element.find(".//div") is None)


def _is_picture(element: Any) -> bool:
    """Whether an element holds a picture, and no link to another page."""
    return isinstance(element.tag, str) and element.find(".//img") is not None and element.find(".//a") is None


def _running_only(text: str | None) -> str | None:
    return text if text and SENTENCE.search(text) and not furniture.find(text.strip()) else None


def _open_articles(frame: Any) -> None:
    """Where an article is parted in several, the library would take the first."""
    parts = list(frame.iterdescendants("article"))
    for part in parts if len(parts) > 1 else ():
        part.tag = "div"


# ---------------------------------------------------------------- what readers say


def _take_out_comments(tree: Any) -> None:
    """Take out what readers say of the article, unless hardly anything else is left."""
    found = {one for one in tree.iter() if _holds_comments(one)}
    whole = list(_sentences(tree))
    rest = [text for text in whole if not any(around in found for around in frames(text.getparent()))]
    if len(rest) < _FEWEST_RUNS and sum(map(count_han, rest)) < _REST * sum(map(count_han, whole)):
        return
    for one in found:
        if one.getparent() is not None:
            one.drop_tree()


def _holds_comments(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in _WHOLE:
        return False
    return bool(_COMMENTS.search(name_of(element))) and element.find(".//h1") is None
