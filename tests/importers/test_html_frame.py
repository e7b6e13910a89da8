"""The element in which the article of a web page stands, and what is taken out around it."""

from __future__ import annotations

from typing import Any

import pytest
from trafilatura import load_html

from duidu.importers.html_frame import article_frame

TEXT = "".join(f"<p>第{n}天，乡亲们都来打水。</p>" for n in range(6))
FEW = "<p>县城的新桥昨天通车了。</p><p>大家都来走一走。</p>"
LINKS = "".join(f"<li><a href='{n}'>第{n}座新桥昨天通车了。大家都来走一走。</a></li>" for n in range(30))


def found(body: str) -> tuple[str | None, Any]:
    tree = load_html(f"<html><head><title>老井</title></head><body>{body}</body></html>")
    frame, _ = article_frame(tree)
    return frame.get("id"), tree


@pytest.mark.parametrize(
    ("body", "frame"),
    [
        (f"<div id='a'><div id='b'>{TEXT}</div></div><div>{FEW}</div>", "b"),
        (f"<div id='a'>{TEXT}</div><ul>{LINKS}</ul>", "a"),
        (f"<div id='a'>{TEXT}</div><textarea>{FEW * 5}</textarea>", "a"),
        (f"<div id='a'>{TEXT}</div><div>{'<p>违者必究。</p>' * 9}</div>", "a"),
        (f"<div id='a'>{TEXT}</div><div>{FEW * 4}</div>", None),  # neither is most of it
        (f"<div id='a'><p>{'乡亲们都来打水，' * 90}来了。</p><p>走了。</p></div>{TEXT}", None),  # one paragraph is long
        (f"<div id='a'><p>{'乡亲们都来打水，' * 9}来了。</p></div><p>走了。</p>", None),  # one paragraph
        (f"<div id='a'><p>走了。</p><blockquote id='b'>{TEXT}</blockquote></div>", "a"),
        (f"<div id='a'><ul id='b'><li id='c'><div id='d'>{TEXT}</div></li></ul></div>", "d"),
        (f"<div id='a'><ul id='b'><li id='c'>{TEXT}</li></ul></div>", "a"),
        (f"<div id='a'><table><tr><td id='b'>{TEXT}</td><td><p>走了。</p></td></tr></table></div>", "b"),
        (f"<div id='a'><section>{TEXT}</section><section><p>走了。</p></section></div>", "a"),
        (f"<div id='a'><div id='p1'>{TEXT}</div><div id='p2'><p>走了。</p></div></div>", "a"),
        (f"<div id='a'><div class='x' id='p'>{TEXT}</div><div class='x' id='q'><p>走了。</p></div></div>", "a"),
        (f"<div id='a'><div class='x' id='p'>{TEXT}</div><div class='y' id='q'><p>走了。</p></div></div>", "p"),
    ],
)
def test_most_of_the_running_text_tells_where_the_article_stands(body: str, frame: str | None) -> None:
    assert found(body)[0] == frame


@pytest.mark.parametrize(
    ("beside", "stays"),
    [
        ("<p>又讯，明天有雨。</p>", True),
        ("又讯，明天有雨。", True),
        ("<span>又讯，明天有雨。</span>", True),
        ("<div><img src='a.jpg'><div>乡亲们都来了。<a href='b'>更多</a></div></div>", False),
        ("<div>又讯，明天有雨。</div>", False),
        ("<p>首页</p>", False),
        ("首页", False),
        ("<p>违者必究。</p>", False),
        ("违者必究。", False),
    ],
)
@pytest.mark.parametrize(
    "place", ["{0}<div id='a'>{1}</div>", "<div id='a'>{1}</div>{0}", "<hr>{0}<div id='a'>{1}</div>"]
)
def test_text_beside_the_article_stays(place: str, beside: str, stays: bool) -> None:
    frame, tree = found(f"<div>{place.format(beside, TEXT)}</div>")
    text = load_html(f"<html><body>{beside}</body></html>").text_content()
    assert (frame, text in tree.text_content()) == ("a", stays)


def test_the_elements_around_the_article_keep_their_names() -> None:
    _, tree = found(f"<article class='post'><div>首页</div><div id='a'>{TEXT}</div></article>")
    assert [one.tag for one in tree.iter("article", "div")] == ["article", "div"]
    assert tree.find(".//article").get("class") == "post"
    assert tree.find(".//title").text == "老井"


@pytest.mark.parametrize("tag", ["table", "form", "center", "li"])
def test_what_lays_out_the_page_is_a_division(tag: str) -> None:
    _, tree = found(f"<{tag}><div id='a'>{TEXT}</div></{tag}>")
    assert tree.find(f".//{tag}") is None


def test_a_caption_above_the_article_stays_and_what_stands_below_others_goes() -> None:
    caption = "<div><img src='a.jpg'><div>乡亲们都来了。</div></div>"
    teaser = "<p><a href='b'>小桥通车</a></p><p>小桥昨天通车，大家都来走一走。</p>"
    _, tree = found(
        f"<div>{caption}<div>分享</div><div id='a'>{TEXT * 2}</div><p>又讯，明天有雨。</p>{teaser}{caption}</div>"
    )
    text = tree.text_content()
    assert text.count("乡亲们都来了。") == 1 and "又讯，明天有雨。" in text and "小桥昨天通车" not in text


def test_the_text_beside_the_article_is_told() -> None:
    tree = load_html(
        f"<html><body><p>又讯，明天有雨。</p><div>{TEXT}</div><div>首页</div><p>又讯，后天有雨。</p></body></html>"
    )
    assert article_frame(tree)[1] == ["又讯，明天有雨。", "又讯，后天有雨。"]


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        ("<div><p>又讯，明天有雨。</p></div>", ["又讯，明天有雨。"]),
        ("<div><p>又讯，明天有雨。</p><a href='b'>更多</a></div>", []),
        ("<div><p>又讯，明天有雨。</p></div><div>首页</div>", []),
    ],
)
def test_a_division_right_beside_the_article_is_told(beside: str, told: list[str]) -> None:
    tree = load_html(f"<html><body><div>{beside}<div id='a'>{TEXT}</div></div></body></html>")
    assert article_frame(tree)[1] == told


@pytest.mark.parametrize(
    ("comments", "rest", "left"),
    [
        (FEW * 9, TEXT, 0),
        (FEW * 9, "<p>本网站由小城网主办。请大家多多支持。</p>", 9),  # that is no article
        (FEW, "<p>本网站由小城网主办。请大家多多支持。</p>", 0),
        (FEW * 9, "", 9),
    ],
)
def test_comments_are_taken_out_unless_hardly_anything_is_left(comments: str, rest: str, left: int) -> None:
    _, tree = found(f"<div><div>{rest}</div><div class='comments'>{comments}</div></div>")
    assert tree.text_content().count("县城的新桥") == left


def test_an_article_with_its_headline_is_no_comment() -> None:
    _, tree = found(f"<div class='comments'><h1>老井</h1>{TEXT}</div><div>{FEW * 2}</div>")
    assert "乡亲们都来打水" in tree.text_content()
