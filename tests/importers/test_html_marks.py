"""What the marks of a web page say, and how loose text is made paragraphs."""

from __future__ import annotations

import pytest
from trafilatura import load_html

from duidu.importers.html_marks import marked


def paragraphs(body: str) -> list[str]:
    tree = load_html(f"<html><body><div>{body}</div></body></html>")
    marked(tree)
    return ["".join(one.itertext()) for one in tree.iter("p")]


@pytest.mark.parametrize(
    ("loose", "expected"),
    [
        ("他来了。<p>走了。</p>", ["他来了。", "走了。"]),
        ("<p>走了。</p>他来了。", ["走了。", "他来了。"]),
        ("<p>走了。</p>他<b>来</b>了，<i>又</i>走了。", ["走了。", "他来了，又走了。"]),
        ("<p>走了。</p>他来到<a href='x'>老井</a>边。", ["走了。", "他来到老井边。"]),
        ("<p>走了。</p>他来了。<br>她也来了。", ["走了。", "他来了。", "她也来了。"]),
        ("<p>走了。</p><span>他来了。</span>", ["走了。", "他来了。"]),
        ("<p>走了。</p><span>分享</span>", ["走了。"]),
        ("<p>走了。</p><a href='x'>他来了。</a>", ["走了。"]),
        ("<p>走了。</p><font><p>他来了。</p></font>", ["走了。", "他来了。"]),
        ("他来了。<br>她也来了。", []),  # the library reads what stands in no paragraph at all
        ("<section>他来了。</section><section><img src='a.jpg'>她也来了。</section>", ["他来了。", "她也来了。"]),
    ],
)
def test_what_stands_between_two_blocks_is_a_block(loose: str, expected: list[str]) -> None:
    assert paragraphs(loose) == expected


@pytest.mark.parametrize(
    ("line", "links"),
    [
        ("他来到<a href='x'>老井</a>边。", 0),
        ("<a href='x'>老井</a>来了。", 1),
        ("他来到<a href='x'>老井</a>", 1),
        ("| <a href='x'>老井</a> | ", 1),
        ("他来到<a href='x'>老</a><a href='y'>井</a>边。", 2),
        ("他<b>来到<a href='x'>老井</a></b>边。", 0),
    ],
)
def test_a_link_is_text_where_text_stands_around_it(line: str, links: int) -> None:
    tree = load_html(f"<html><body><div>{line}</div></body></html>")
    marked(tree)
    assert len(tree.findall(".//a")) == links


@pytest.mark.parametrize(("length", "captions"), [(60, 1), (100, 0)])
def test_a_caption_is_short(length: int, captions: int) -> None:
    text = "，".join(["他们来了"] * (length // 5))
    picture = (
        f"<p>他来了。</p><p>走了。</p><p>来了。</p><p align='center'><img src='a'></p><p align='center'>{text}</p>"
    )
    assert len(marked(load_html(f"<html><body>{picture}</body></html>"))) == captions
