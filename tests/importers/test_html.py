"""The article of a web page is found, with its parts, and nothing is loaded."""

from __future__ import annotations

import socket
from collections.abc import Callable
from unittest.mock import Mock

import pytest

from duidu.errors import PageError
from duidu.importers import html, import_page
from duidu.importers.encodings import CERTAIN
from duidu.importers.source import Source
from duidu.model import Kind, RawPage, Role

PATH = "content/pages/p.html"
FIRST = "本报讯 (记者 周大海)昨天，青石县白鹭镇的老井修好了，大家都来打水，笑声不断。"
SECOND = "村里的老人说：“这口井，有一百年了，水一直是甜的。”孩子们围着井台玩耍，个个高兴。"
THIRD = "井边种上了新树，修了小路。到了傍晚，乡亲们就来这里乘凉，说说一天的新鲜事。"
ARTICLE = f"<p>\u3000\u3000{FIRST}</p>\n<p>\u3000\u3000{SECOND}</p>\n"
NEWS_PAGE = f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>老井又有了水_青石新闻网</title>
<script>var a = "不要";</script><style>p {{ color: red }}</style></head>
<body>
<nav><a href="/">首页</a><a href="/news">新闻</a><a href="/a">专题</a></nav>
<div class="breadcrumb">首页 &gt; 新闻 &gt; 正文</div>
<h1>老井又有了水</h1>
<div class="share"><a>分享到微信</a> <a>微博</a></div>
<div class="article" id="content">
{ARTICLE}<p><img src="a.jpg" alt="井"></p>
<p><strong>井边的变化</strong></p>
<p>\u3000\u3000{THIRD}</p>
<h3>孩子们的歌</h3>
<p>井水清又清<br>喝了笑盈盈。</p>
</div>
<div class="recommend"><h3>相关阅读</h3><ul><li><a href="1">小桥连起两个村</a></li></ul></div>
<div class="hot"><h3>热门推荐</h3><p><a href="3">爱护水源从我做起</a></p></div>
<footer>版权所有 青石新闻网 联系我们</footer>
</body></html>
"""


def raw(text: str | bytes, path: str = PATH) -> RawPage:
    return RawPage("p", text if isinstance(text, bytes) else text.encode(), path)


def read(text: str | bytes) -> Source:
    return html.read(raw(text))


def said(text: str | bytes) -> list[tuple[Role | None, str]]:
    return [(line.role, line.text) for line in read(text).lines]


def page(body: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body><h1>老井又有了水</h1>{body}</body></html>"


def test_the_article_is_found_without_the_furniture_of_the_page() -> None:
    assert said(NEWS_PAGE) == [
        (Role.TITLE, "老井又有了水"),
        (Role.PARAGRAPH, FIRST),
        (Role.PARAGRAPH, SECOND),
        (Role.HEADING, "井边的变化"),
        (Role.PARAGRAPH, THIRD),
        (Role.HEADING, "孩子们的歌"),
        (None, "井水清又清"),
        (Role.PARAGRAPH, "喝了笑盈盈。"),
    ]


def test_lines_know_where_they_stand_in_the_source() -> None:
    lines = read(NEWS_PAGE).lines
    for line in lines:
        assert line.text[:6] in NEWS_PAGE.split("\n")[line.number - 1]
    assert [line.gap for line in lines] == [0, 1, 1, 1, 1, 1, 1, 0]


def test_a_page_becomes_an_article() -> None:
    imported = import_page(raw(NEWS_PAGE))
    text = "".join(story.characters() for story in imported.stories)
    for part in ("老井又有了水", "周大海", THIRD, "喝了笑盈盈。"):
        assert text.count(part) == 1
    for part in ("首页", "分享", "相关阅读", "爱护水源", "版权", "不要", "青石新闻网"):
        assert part not in text
    assert any("周大海" in story.authors for story in imported.stories)


# ---------------------------------------------------------------- the head


@pytest.mark.parametrize(
    ("title", "heading", "expected"),
    [
        ("老井又有了水_青石新闻网", "老井又有了水", "老井又有了水"),
        ("老井又有了水-新闻-青石网", "老井又有了水", "老井又有了水"),
        ("老井又有了水 | 青石网", "老井又有了水", "老井又有了水"),
        ("老井又有了水_新闻_青石网", "", "老井又有了水"),
        ("5-8岁孩子免费看书-青石网", "5-8岁孩子免费看书", "5-8岁孩子免费看书"),
        ("5-8岁孩子免费看书", "", "5-8岁孩子免费看书"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_headline(title: str, heading: str, expected: str) -> None:
    body = f"<div>{heading}</div>{ARTICLE}"
    assert said(f"<html><head><title>{title}</title></head><body>{body}</body></html>")[0] == (Role.TITLE, expected)


@pytest.mark.parametrize("headline", ["\ufa0c老井\ufa0d又有了水", "e\u0301老井又有了水", "𠀀老\ue000井又有了水"])
def test_characters_stay_as_the_page_has_them(headline: str) -> None:
    body = f"<h1>{headline}</h1><p>{headline}。</p>{ARTICLE}"
    lines = said(f"<html><head><title>{headline}</title></head><body>{body}</body></html>")
    assert lines[:2] == [(Role.TITLE, headline), (Role.PARAGRAPH, f"{headline}。")]


def test_a_byline_outside_the_text_is_a_credit() -> None:
    head = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","author":{"@type":"Person","name":"李小花"}}</script>'
    lines = said(page(f"<p>{SECOND}</p><p>{THIRD}</p>", head))
    assert lines[1] == (Role.CREDIT, "李小花")


SAID = "老井又有了水"


@pytest.mark.parametrize(
    ("head", "above"),
    [
        (f"<title>{SAID}_青石网</title>", f"<h1>青石县门户网站</h1><div>{SAID}</div>"),  # the largest is the site's
        (f"<title>本地要闻--{SAID}</title>", f"<h1>青石要闻_本地要闻_青石网</h1><h2>{SAID}</h2>"),
        (f'<title>{SAID}</title><meta property="og:title" content="老井又" />', f"<h1>{SAID}</h1>"),  # breaks off
        (f"<title>{SAID}_青石网</title>", f"<h2>{SAID}</h2>"),
        (f"<title>{SAID}</title>", "<h1><a href='/'>青石县门户网站</a></h1><h2>老井<em>又有了</em>水</h2>"),
        ("", f"<h1>{SAID}</h1>"),
        (f"<title>{SAID}</title>", ""),
        (f"<title>{SAID} - 青石日报 - 要闻 - 第三版</title>", ""),
        (f"<title>{SAID} - 青石网</title>", f"<div><p>本地要闻_青石</p></div><h1>{SAID}</h1>"),
    ],
)
def test_the_headline_is_what_the_window_is_called_by(head: str, above: str) -> None:
    beside = "<div><h1>新桥通车</h1><p>新桥昨天通车了。</p></div>"
    body = f"{above}<div id='text'>{ARTICLE}<p>{THIRD}</p></div>"
    for text in (body, f"{body}{beside}" if above else body):
        assert said(f"<html><head>{head}</head><body>{text}</body></html>")[0] == (Role.TITLE, SAID)


@pytest.mark.parametrize(
    "name", ["青石发布 关注", "版权声明 来源：青石日报", "责任编辑：李小花", "我已授权", "青石日报社"]
)
def test_an_account_a_button_or_an_editor_is_no_author(name: str) -> None:
    lines = said(page(f"<p>{SECOND}</p><p>{THIRD}</p>", f'<meta name="author" content="{name}">'))
    assert Role.CREDIT not in [role for role, _ in lines]


@pytest.mark.parametrize(
    ("window", "above", "headline"),
    [
        ("老井 - 青石县融媒体中心", "<div>青石县融媒体中心</div><h1>老井</h1>", "老井"),
        ("老井之歌 - 青石县融媒体中心", "<div>青石县融媒体中心</div><p class='t'>老井之歌</p>", "老井之歌"),
        ("老井 - 青石县融媒体中心", "<h1>青石县融媒体中心</h1><h2>老井</h2>", "老井"),
        ("老井-青石县人民政府门户网站-新闻中心", "<div>青石县人民政府门户网站</div><h1>老井</h1>", "老井"),
        ("青石网_老井又有了新水", "<div>青石网</div><p class='t'>老井又有了新水</p>", "老井又有了新水"),
        ("小井-大河博览会今日开幕_青石网", "", "小井-大河博览会今日开幕"),
        ("老井——村里的百年梦想_青石网", "<h1>老井<br>——村里的百年梦想</h1>", "老井 ——村里的百年梦想"),
        ("老井 村里的百年梦想_青石网", "<h1>老井<br>村里的百年梦想</h1>", "老井 村里的百年梦想"),
        ("老井又有了水 - 青石报 - 副刊", "<div>副刊</div><div>青石报</div>", "老井又有了水"),
    ],
)
def test_the_headline_is_no_name_of_the_site_however_short(window: str, above: str, headline: str) -> None:
    text = f"<p>小井和大河都有水了。</p>{LONG}"
    lines = said(f"<html><head><title>{window}</title></head><body>{above}<div>{text}</div></body></html>")
    assert lines[0] == (Role.TITLE, headline)


def test_a_headline_that_the_text_begins_with_stands_there_once() -> None:
    lines = said(page(f"<div><p>老井又有了水</p><p>{SECOND}</p><p>{THIRD}</p></div>"))
    assert [text for _, text in lines] == ["老井又有了水", SECOND, THIRD]


def test_where_the_window_has_another_headline_that_of_the_page_stands() -> None:
    head = "<title>老井昨日又有了水 - 青石网</title><meta property='og:title' content='老井昨日又有了水'>"
    text = f"<html><head>{head}</head><body><div><h1>老井昨天又有了水</h1>{ARTICLE}<p>{THIRD}</p></div></body></html>"
    assert [line for _, line in said(text)] == ["老井昨天又有了水", FIRST, SECOND, THIRD]


def test_the_name_of_the_site_is_none_of_the_headline_where_the_page_prints_both() -> None:
    above = f"<div>{SAID}-青石网</div><h1>{SAID}</h1>"
    text = (
        f"<html><head><title>{SAID}-青石网</title></head><body>{above}<div>{ARTICLE}<p>{THIRD}</p></div></body></html>"
    )
    assert said(text)[0] == (Role.TITLE, SAID)


@pytest.mark.parametrize(
    ("writer", "names"),
    [
        ("<ul><li>李小花</li><li>青石新闻记者</li></ul>", ("李小花",)),
        ("<ul><li>尼可·马什（Nick Marsh）</li></ul>", ("尼可·马什",)),
        ("<ul><li>老井</li><li>新树</li></ul>", ()),
        ("<ul><li>李小花</li><li>周大海</li><li>王小明</li></ul>", ()),  # rather those that the text is about
    ],
)
def test_a_list_at_the_head_may_say_who_wrote_the_text(writer: str, names: tuple[str, ...]) -> None:
    imported = import_page(raw(page(f"<article>{writer}<p>{SECOND}</p><p>{THIRD}</p></article>")))
    assert [story.authors for story in imported.stories if story.kind is Kind.ARTICLE] == [names]


def test_a_byline_that_stands_in_the_text_is_not_said_twice() -> None:
    head = '<meta name="author" content="周大海 ">'
    assert Role.CREDIT not in [role for role, _ in said(page(ARTICLE, head))]


def test_an_author_in_latin_letters_is_the_name_of_an_account() -> None:
    assert Role.CREDIT not in [role for role, _ in said(page(ARTICLE, '<meta name="author" content="web admin">'))]


# ---------------------------------------------------------------- the text


def test_line_breaks_are_paragraphs() -> None:
    body = f'<div id="content">\u3000\u3000{FIRST}<br><br>\u3000\u3000{SECOND}<br />\u3000\u3000{THIRD}</div>'
    assert [text for _, text in said(page(body))][1:] == [FIRST, SECOND, THIRD]


def test_wrapped_source_is_one_line() -> None:
    body = f"<p>{FIRST[:20]}\n   {FIRST[20:]}</p><p>{SECOND}</p>"
    assert [text for _, text in said(page(body))][1:] == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("wrapped", "line"),
    [
        ("他用David\n    ，又用Ku", "他用David，又用Ku"),
        ("他叫David\n    Ku，住在", "他叫David Ku，住在"),
        ("他说：\n    David来了，", "他说：David来了，"),
        ("有30\r\n\t年的老井，", "有30年的老井，"),
        ("他<b>\n又</b>\n来，", "他又来，"),
        ("他用<b>Ku\n</b>David，", "他用Ku David，"),
        ("<b>老井\n 又有了</b>水，", "老井又有了水，"),
    ],
)
def test_a_line_of_the_source_is_none_of_the_page(wrapped: str, line: str) -> None:
    lines = [text for _, text in said(page(f"<div>{ARTICLE}<p>{wrapped}大家都来看。</p><p>{THIRD}</p></div>"))]
    assert lines[3] == f"{line}大家都来看。"


def test_a_link_in_a_sentence_breaks_no_line_and_one_in_a_row_stays_a_link() -> None:
    text = "根据<a href='b'><span>青石县</span></a>的消息，老井的水真甜。"
    links = "".join(f"<a href='{n}'>新桥{n}号通车</a> | " for n in range(9))
    body = f"<div>{FIRST}<br>{text}<br>{SECOND}</div><div>{links}</div>"
    assert [line for _, line in said(page(body))][1:] == [FIRST, "根据青石县的消息，老井的水真甜。", SECOND]


def test_lists_and_quotations_are_paragraphs() -> None:
    fourth = "“这条路真好走。”挑水的人都这么说。"
    body = f"<article>{ARTICLE}<ul><li>{THIRD}</li></ul><blockquote>{fourth}</blockquote></article>"
    assert [text for _, text in said(page(body))][1:] == [FIRST, SECOND, THIRD, fourth]


@pytest.mark.parametrize("make", [page, "<html><head><title>老井</title></head><body>{}</body></html>".format])
def test_a_page_laid_out_with_tables_is_seen_through(make: Callable[[str], str]) -> None:
    inner = f"<table><tr><td>{ARTICLE}<p>{THIRD}</p></td></tr></table>"
    body = f"<table><tr><td>{inner}</td></tr></table>"
    assert [text for _, text in said(make(body))][1:] == [FIRST, SECOND, THIRD]


def test_a_bold_word_is_no_crosshead() -> None:
    lines = said(page(f"{ARTICLE}<p><b>新树</b>种在井边，乡亲们都来乘凉，说说一天的新鲜事。</p>"))
    assert lines[-1] == (Role.PARAGRAPH, "新树种在井边，乡亲们都来乘凉，说说一天的新鲜事。")


def test_items_of_a_list_are_paragraphs_however_short() -> None:
    body = f"<article>{ARTICLE}<ul><li>科普书一千册</li><li><p>画册</p></li></ul><p>{THIRD}</p></article>"
    assert said(page(body))[3:5] == [(Role.PARAGRAPH, "科普书一千册"), (Role.PARAGRAPH, "画册")]


@pytest.mark.parametrize("mark", ["sub", "sup", "b", "i", "u", "em", "strong", "font", "span"])
@pytest.mark.parametrize("frame", ["<p>{}</p>", "{}", "<div>{}</div>"])
def test_an_inline_mark_breaks_no_line(mark: str, frame: str) -> None:
    text = f"①H<{mark}>2</{mark}>O是水，<{mark}>大家</{mark}>天天都要喝水，身体才会好。"
    body = f'<div id="content">{ARTICLE}{frame.format(text)}<br>②{THIRD}<p>{SECOND}</p></div>'
    assert "①H2O是水，大家天天都要喝水，身体才会好。" in [line for _, line in said(page(body))]


def test_a_word_of_code_breaks_no_line() -> None:
    text = "用<code>print</code>可以写出一行字，用<code>input</code>可以读进一行字。"
    lines = [line for _, line in said(page(f"<div>{ARTICLE}<p>{text}</p><pre>a = 1\nb = 2</pre><p>{THIRD}</p></div>"))]
    assert "用print可以写出一行字，用input可以读进一行字。" in lines
    assert {"a = 1", "b = 2"} <= set(lines)


def test_bold_lines_one_below_the_other_are_no_crossheads() -> None:
    bold = "".join(f"<p><b>{text}</b></p>" for text in ("下周一至周三，", "老井的水", "分三次送到各村"))
    others = f"<p><b>井边的变化</b></p><p>{SECOND}</p><p><b>新树长大了，</b></p><p>{THIRD}</p>"
    lines = said(page(f"<div>{LONG}{bold}<p>{THIRD}</p>{others}</div>"))
    assert [(role, text) for role, text in lines if role is not Role.PARAGRAPH][1:] == [
        (None, "下周一至周三，"),
        (None, "老井的水"),
        (None, "分三次送到各村"),
        (Role.HEADING, "井边的变化"),
        (None, "新树长大了，"),
    ]


def test_a_bold_source_is_none_either() -> None:
    line = read(page(f"<div>{ARTICLE}<p>{THIRD}</p><p><b>来源：青石日报</b></p></div>")).lines[-1]
    assert (line.text, line.role) == ("来源：青石日报", Role.CREDIT)


def test_a_byline_that_is_set_as_a_heading_is_one() -> None:
    imported = import_page(raw(page(f"<div><h4>青石日报记者 周大海 李小花</h4><p>{SECOND}</p><p>{THIRD}</p></div>")))
    assert [(story.title, story.authors) for story in imported.stories] == [("老井又有了水", ("周大海", "李小花"))]


# ---------------------------------------------------------------- one page, one story


def stories(body: str) -> list[tuple[Kind, str | None, list[tuple[Role, str]]]]:
    found = import_page(raw(page(body))).stories
    return [(one.kind, one.title, [(block.role, block.text) for block in one.blocks]) for one in found]


SHORT_LINES = ("下周一，", "老井的水", "就能送到各村", "乡亲们", "再也不用挑水了")


def test_short_lines_are_paragraphs_of_the_story() -> None:
    """Accounts of the web set one phrase a line, without a mark at its end."""
    short = "".join(f"<p>{text}</p>" for text in SHORT_LINES)
    (story,) = stories(f"<div>{ARTICLE}{short}<p>{THIRD}</p></div>")
    assert story[2][2:] == [*((Role.PARAGRAPH, text) for text in SHORT_LINES), (Role.PARAGRAPH, THIRD)]


def test_a_phrase_between_paragraphs_is_a_crosshead_of_the_story() -> None:
    (story,) = stories(f"<div>{ARTICLE}<p>新树与小路</p><p>{THIRD}</p></div>")
    assert story[2][2:] == [(Role.HEADING, "新树与小路"), (Role.PARAGRAPH, THIRD)]


def test_paragraphs_that_a_page_sets_apart_are_not_joined() -> None:
    (story,) = stories(
        f"<div>{ARTICLE}<p>{THIRD}</p><p>从下周一起一直到年底前每天早上七点到九点老井的水都要分三次送到附近十二个村子的乡亲们家里去</p><p>{SECOND}</p></div>"
    )
    assert [role for role, _ in story[2]] == [Role.PARAGRAPH] * 5


# ---------------------------------------------------------------- where the article stands

TEASERS = "".join(f"<div><h3>新桥{n}号通车</h3><p>新桥{n}号昨天通车了。乡亲们都来走一走。</p></div>" for n in range(3))
NAMES = "".join(f"<li>小城新桥{n}号通车</li>" for n in range(30))


@pytest.mark.parametrize(
    "beside", [f"<div class='hot'>{TEASERS}</div>", f"<ul>{NAMES}</ul>", f"<p>网友评论仅供参考。</p><ul>{NAMES}</ul>"]
)
@pytest.mark.parametrize("frame", ["<div class='post_text'>{}</div>", "<section><div><font>{}</font></div></section>"])
def test_what_stands_beside_the_article_is_none_of_it(frame: str, beside: str) -> None:
    long = f"{ARTICLE}<p>{THIRD}</p>".replace("<p>", "<p>老井的水真甜，大家都喜欢。")
    lines = said(page(f"<div>{beside}</div><div>{frame.format(long)}</div>"))
    assert ["".join(text.split()) for _, text in lines][1:] == [
        "老井的水真甜，大家都喜欢。" + "".join(text.split()) for text in (FIRST, SECOND, THIRD)
    ]


LONG = "".join(f"<p>第{n}天，{text}</p>" for n in range(2) for text in (FIRST, SECOND, THIRD))
LAST = "到了晚上，大家还不想回家去，有人唱起了山歌。"


@pytest.mark.parametrize(
    "wrapped",
    [
        "<div class='article-content'><div>{}</div></div>",
        "<article><div>{}</div></article>",
        "<ul><li><div>{}</div></li></ul>",
        "<table><tr><td>{}</td></tr></table>",
        "<form><div>{}</div></form>",
    ],
)
def test_crossheads_and_lists_of_the_article_stay(wrapped: str) -> None:
    parts = f"{LONG}<h3>井边的变化</h3><p>{SECOND}</p><ul><li>种树三十棵</li><li>修路一里</li></ul><p>{LAST}</p>"
    lines = said(page(f"<div>{NAMES}</div>{wrapped.format(parts)}"))
    assert lines[-5:] == [
        (Role.HEADING, "井边的变化"),
        (Role.PARAGRAPH, SECOND),
        (Role.PARAGRAPH, "种树三十棵"),
        (Role.PARAGRAPH, "修路一里"),
        (Role.PARAGRAPH, LAST),
    ]


@pytest.mark.parametrize(
    "article",
    [
        f"<p>{LAST}</p><blockquote>{LONG}</blockquote>",
        f"<p>{LAST}</p><p><span>{LONG.replace('<p>', '').replace('</p>', '<br>')}</span></p>",
        f"<div><p>{LAST}</p><div>{LONG}</div></div>",
        f"<div>{LAST}<div>{LONG}</div></div>",
        f"<div id='part1'><p>{LAST}</p></div><div id='part2'>{LONG}</div>",
        f"<div class='part part1'><p>{LAST}</p></div><div class='part part2'>{LONG}</div>",
        f"<table><tr><td><p>{LAST}</p></td></tr><tr><td>{LONG}</td></tr></table>",
    ],
)
def test_text_that_stands_beside_most_of_it_stays(article: str) -> None:
    assert "".join(said(page(f"<div>{article}</div>"))[1][1].split()) == LAST


@pytest.mark.parametrize("beside", ["违者必究。", "本文仅代表作者个人观点。", "转载请注明出处。"])
def test_what_the_site_says_is_no_text_beside_the_article(beside: str) -> None:
    lines = said(page(f"<div><div>{LONG}</div><p>{beside}</p></div>"))
    assert beside not in [text for _, text in lines]


def test_a_paragraph_beside_the_article_is_of_it_or_told() -> None:
    parts = f"<p>{LAST}</p>{{}}<div class='content'>{LONG}</div>"
    source = read(page(f"<div class='article'>{parts.format('')}</div>"))
    assert ([line.text for line in source.lines][1], source.remarks) == (LAST, ())
    source = read(page(f"<div class='article'>{parts.format('<div>首页</div>')}</div>"))
    assert LAST not in [line.text for line in source.lines]
    assert [remark.text for remark in source.remarks if remark.doubtful] == [LAST]
    source = read(page(f"<div><div class='article-content'>{LONG * 3}</div><div>首页</div><p>{LAST}</p></div>"))
    assert [remark.text for remark in source.remarks if remark.doubtful] == [LAST]


@pytest.mark.parametrize("tag", ["article", "section", "div"])
def test_two_articles_are_not_glued(tag: str) -> None:
    second = "".join(f"<p>后来，{text}</p>" for text in (FIRST, SECOND, THIRD))
    lines = said(page(f"<{tag}><h2>井边的变化</h2>{LONG}</{tag}><{tag}><h2>新树与小路</h2>{second}</{tag}>"))
    assert [role for role, _ in lines[1:]] == [Role.HEADING, *[Role.PARAGRAPH] * 6, Role.HEADING, *[Role.PARAGRAPH] * 3]


def test_text_that_stands_in_no_paragraph_is_not_passed_over() -> None:
    loose = f"<strong>井边的变化</strong><br>{SECOND}到了晚上，大家还不想回家去。<br>{THIRD}第二天又来了。<br>"
    body = f"<div class='a'><p>{FIRST}</p><hr><p>{SECOND}</p>{loose}<p>{THIRD}</p></div>"
    lines = [text for _, text in said(page(f"<div><ul>{NAMES}</ul></div>{body}"))]
    assert {f"{SECOND}到了晚上，大家还不想回家去。", f"{THIRD}第二天又来了。"} <= set(lines)


def test_readers_comments_are_none_of_the_article() -> None:
    comments = "".join(f"<div><p>第{n}位网友说：这口井的水我也喝过。真甜！</p></div>" for n in range(20))
    lines = said(page(f"<div id='a'>{ARTICLE}<p>{THIRD}</p></div><div class='gc-comment'>{comments}</div>"))
    assert [text for _, text in lines][1:] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("named", ["comments", "postComment", "pinglun-list", "gentie", "评论区", "cmt comment2"])
def test_comments_are_told_by_their_names(named: str) -> None:
    comments = "".join(f"<p>第{n}位网友说：这口井的水我也喝过。真甜！</p>" for n in range(30))
    lines = said(page(f"<div id='a'>{LONG}</div><div class='{named}'>{comments}</div>"))
    assert len(lines) == 7


@pytest.mark.parametrize(
    "named", ["commentary", "commentator", "content_and_comments", "republic", "documentcommentary"]
)
def test_an_article_is_not_taken_for_comments(named: str) -> None:
    lines = said(
        page(f"<div class='{named}'><div>{LONG}</div></div><div><p>违者必究。</p><p>转载请注明出处。</p></div>")
    )
    assert len(lines) == 7


def test_a_headline_among_comments_makes_an_article_of_them() -> None:
    article = f"<div class='comments'><h1>老井又有了水</h1>{LONG}</div>"
    assert (
        len(said(f"<html><body>{article}<div><p>新桥昨天通车了。</p><p>大家都来走一走。</p></div></body></html>")) == 7
    )


def test_an_article_whose_class_says_that_comments_are_open_is_one() -> None:
    article = f"<article class='post comments-open'>{ARTICLE}<p>{THIRD}</p></article>"
    lines = said(page(f"{article}<aside><p>新桥昨天通车了。</p><p>大家都来走一走。</p></aside>"))
    assert [text for _, text in lines][1:] == [FIRST, SECOND, THIRD]


def test_a_long_paragraph_is_no_frame_of_the_others() -> None:
    first = f"<div><p>{THIRD * 6}</p></div>"
    rest = "".join(f"<div><p>{text}</p></div>" for text in (FIRST, SECOND, THIRD))
    assert [text for _, text in said(page(f"<div>{first}{rest}</div>"))][1:] == [THIRD * 6, FIRST, SECOND, THIRD]


def test_an_article_that_is_parted_in_two_stays_whole() -> None:
    first = "".join(f"<p>{text}这是第{n}口井。</p>" for n, text in enumerate((FIRST, SECOND, THIRD) * 3))
    rest = "<p>到了晚上，大家还不想回家去。</p>"
    lines = said(page(f"<div><div class='part'>{first}</div><div>广告</div><div class='part'>{rest}</div></div>"))
    assert lines[-1] == (Role.PARAGRAPH, "到了晚上，大家还不想回家去。")


def test_paragraphs_may_be_sections() -> None:
    sections = "".join(f"<section><span>{text}</span></section>" for text in (FIRST, SECOND, THIRD))
    lines = said(page(f"<div id='js_content'>{sections}</div><p>微信扫一扫</p>"))
    assert [text for _, text in lines][1:] == [FIRST, SECOND, THIRD]


# ---------------------------------------------------------------- tables and pictures

ROWS = (
    "<tr><th>月份</th><th>吨数</th></tr>\n<tr><td>一月</td><td>四十<b>五</b></td></tr>\n<tr><td></td><td>50</td></tr>"
)
DATA = f"<table>\n<caption>全镇用水量</caption>\n<tbody>{ROWS}</tbody>\n</table>\n"
DATA_LINES = ["全镇用水量", "月份\u3000吨数", "一月\u3000四十五", "50"]
PICTURE = "<figure><img src='a.jpg'>\n<figcaption>市民在公园跑步。<span>李小二 摄</span></figcaption></figure>"
CAPTION = "市民在公园跑步。李小二 摄"


@pytest.mark.parametrize(
    "frame", ["<article>{}</article>", '<div class="content">{}</div>', "<div><div>{}</div></div>"]
)
def test_rows_of_a_table_are_lines(frame: str) -> None:
    source = read(page(frame.format(f"{ARTICLE}{DATA}<p>{THIRD}</p>")))
    assert [line.text for line in source.lines] == ["老井又有了水", FIRST, SECOND, *DATA_LINES, THIRD]
    assert {line.role for line in source.lines[1:]} == {Role.PARAGRAPH}
    assert source.remarks == ()


def test_a_table_within_a_table_that_lays_out_a_page_is_read() -> None:
    body = f"<table><tr><td>{ARTICLE}{DATA}<p>{THIRD}</p></td></tr></table>"
    assert [text for _, text in said(page(body))][1:] == [FIRST, SECOND, *DATA_LINES, THIRD]


def test_a_table_of_links_is_none_of_figures() -> None:
    links = "".join(
        f"<tr><td><a href='{n}'>小桥通车</a></td><td><a href='{n}'>新树成林</a></td></tr>" for n in range(3)
    )
    lines = said(page(f"<article>{ARTICLE}<p>{THIRD}</p></article><table>{links}</table>"))
    assert [text for _, text in lines][1:] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("picture", [PICTURE, f"<p>{PICTURE}</p>", f"<div>{PICTURE}</div>"])
def test_a_caption_is_one(picture: str) -> None:
    lines = read(page(f"<article>{ARTICLE}{picture}<p>{THIRD}</p></article>")).lines
    assert [line.text for line in lines] == ["老井又有了水", FIRST, SECOND, CAPTION, THIRD]
    assert [line.text for line in lines if line.kind is Kind.CAPTION] == [CAPTION]


def test_the_caption_of_a_table_in_a_figure_is_one() -> None:
    figure = f"<figure><table>{ROWS}</table><figcaption>全镇用水量</figcaption></figure>"
    lines = read(page(f"<article>{ARTICLE}{figure}<p>{THIRD}</p></article>")).lines
    assert [(line.text, line.kind) for line in lines][3:] == [
        *((text, None) for text in DATA_LINES[1:]),
        ("全镇用水量", Kind.CAPTION),
        (THIRD, None),
    ]


def test_what_only_screen_readers_say_is_no_part_of_a_caption() -> None:
    picture = (
        "<figure><img src='a.jpg'><figcaption><span>图像加注文字，</span><p>市民在公园跑步。</p></figcaption></figure>"
    )
    lines = read(page(f"<article>{ARTICLE}{picture}<p>{THIRD}</p></article>")).lines
    assert [line.text for line in lines if line.kind is Kind.CAPTION] == ["市民在公园跑步。"]


@pytest.mark.parametrize(
    ("text", "credit", "names"),
    [
        (CAPTION, "李小二 摄", ("李小二",)),
        ("市民在公园跑步", None, ()),
        ("李小二 摄", None, ()),
    ],
)
def test_a_caption_stands_beside_the_article(text: str, credit: str | None, names: tuple[str, ...]) -> None:
    picture = f"<figure><img src='a.jpg'><figcaption>{text}</figcaption></figure>"
    imported = import_page(raw(page(f"<article>{ARTICLE}{picture}<p>{THIRD}</p></article>")))
    article, caption = imported.stories
    assert [block.text for block in article.blocks][-2:] == [SECOND, THIRD]
    assert (caption.kind, caption.credit, caption.authors) == (Kind.CAPTION, credit, names)


IMAGE = "<p align='center'><img src='a.jpg'></p>"


@pytest.mark.parametrize(
    "picture",
    [
        f"{IMAGE}<p align='center'>老井边的乡亲们</p>",
        f"{IMAGE}<p style='text-align: center'>老井边的乡亲们</p>",
        "<center><img src='a.jpg'></center><p></p><center><p>老井边的乡亲们</p></center>",
        "<p class='f_center'><img src='a.jpg'>老井边的乡亲们</p>",
        "<p class='img-center'><img src='a.jpg'>老井边的乡亲们</p>",
        "<p><img src='a.jpg'><br>老井边的乡亲们。</p>",
        "<p><img src='a.jpg' style='display: block'>老井边的乡亲们。</p>",
        "<p><img src='a.jpg'>老井边的乡亲们</p>",
        "<div class='pic'><div><img src='a.jpg'></div><div class='note'>老井边的乡亲们</div></div>",
        "<table><tr><td><img src='a.jpg'></td></tr><tr><td align='center'>老井边的乡亲们</td></tr></table>",
        "<div><img src='a.jpg'><span class='caption'>老井边的乡亲们。</span></div>",
    ],
)
def test_what_a_page_sets_below_a_picture_is_its_caption(picture: str) -> None:
    article, caption = stories(f"<div>{ARTICLE}{picture}<p>{THIRD}</p></div>")
    assert [text for _, text in article[2]][-2:] == [SECOND, THIRD]
    assert (caption[0], caption[2][0][1].rstrip("。")) == (Kind.CAPTION, "老井边的乡亲们")


@pytest.mark.parametrize(
    "picture",
    [
        f"{IMAGE}<p>老井边的乡亲们</p>",  # perhaps a crosshead
        f"{IMAGE}<p align='center'><b>老井边的乡亲们</b></p>",
        f"{IMAGE}<p align='center'>老井边来了谁？</p>",
        f"{IMAGE}<p>乡亲们都来了。</p>",
        f"{IMAGE}<p>老井边的乡亲们。</p>",  # one alone is perhaps a sentence
        f"{IMAGE}<p align='center'><span style='font-weight: bold'>老井边的乡亲们</span></p>",
        f"{IMAGE}<p align='center'>二、老井边的乡亲们</p>",
        f"{IMAGE}<p align='center'>本报讯（记者 周大海）昨天，老井修好了。</p>",
        f"{IMAGE}<p class='centerpiece'>昨天，老井修好了。</p>",
        f"{IMAGE}<p align='center'>老井边的乡亲们</p><p>{SECOND}</p><p align='center'>新树与小路</p>",
        f"{IMAGE}<p align='center'>{'老井边的乡亲们，' * 10}来了。</p>",
        "<p><img src='dot.gif'>昨天，老井修好了。</p>",
        "<div><img src='a.jpg'><div>他说完就走了，头也没有回一下。</div></div>",
        "<p><img src='a.jpg' align='left'>昨天，老井修好了。</p>",
        "<p><a href='b'><img src='a.jpg'></a><br>昨天，老井修好了。乡亲们都来了。</p>",
        "<div><a href='b'><img src='a.jpg'></a><div>昨天，老井修好了。<a href='b'>更多</a></div></div>",
        f"<div><img src='a.jpg'><div>{'老井边的乡亲们，' * 10}来了。</div></div>",
        "<p align='center'>老井边的乡亲们</p>",
        f"<p>{SECOND}<img src='a.jpg'></p><p align='center'>老井边的乡亲们</p>",
    ],
)
def test_what_else_stands_below_a_picture_is_text(picture: str) -> None:
    assert Kind.CAPTION not in [kind for kind, *_ in stories(f"<div>{ARTICLE}{picture}<p>{THIRD}</p></div>")]


def test_a_page_that_names_its_pictures_names_more_than_one() -> None:
    pictures = "".join(
        f"<p><img src='a.jpg'></p><p>{name}</p><p>{THIRD}</p>" for name in ("老井边的乡亲们。", "小桥。")
    )
    _, *captions = stories(f"<div>{ARTICLE}{pictures}</div>")
    assert [one[2][0][1] for one in captions if one[0] is Kind.CAPTION] == ["老井边的乡亲们。", "小桥。"]


@pytest.mark.parametrize("other", ["<p>{}</p>", "<h3>{}</h3>", "<ul><li>{}</li></ul>"])
def test_a_caption_that_says_what_the_text_says_takes_nothing_out_of_it(other: str) -> None:
    picture = "<figure><img src='a.jpg'><figcaption>老井边的乡亲们。</figcaption></figure>"
    article = (
        f"<div>{ARTICLE}{picture}<p>{SECOND}到了晚上也是。</p>{other.format('老井边的乡亲们。')}<p>{THIRD}</p></div>"
    )
    text = [text for kind, _, blocks in stories(article) if kind is Kind.ARTICLE for _, text in blocks]
    assert text.count("老井边的乡亲们。") >= 1 and text[-1] == THIRD


def test_in_a_page_that_centres_all_a_caption_is_not_told_by_that() -> None:
    centred = "".join(f"<p align='center'>{text}</p>" for text in (FIRST, SECOND, THIRD))
    found = stories(
        f"<div>{centred}{IMAGE}<p align='center'>再往前走，就是新修的小路</p><p align='center'>{THIRD}</p></div>"
    )
    assert [kind for kind, *_ in found] == [Kind.ARTICLE]


# ---------------------------------------------------------------- what is left out


def test_what_is_left_out_of_the_article_is_told() -> None:
    share = "<div class='share'>分享到： <a>微信</a></div>"
    aside = f"<aside>\n<p>{THIRD}</p></aside>"
    source = read(
        f"<html><body>\n<nav>首页</nav><article><h1>老井又有了水</h1>{share}{ARTICLE}{aside}</article></body></html>"
    )
    left_out = [(remark.ref.line, remark.text, remark.doubtful) for remark in source.remarks]
    assert left_out == [(2, "分享到：", False), (2, "微信", False), (5, THIRD, True)]
    assert {remark.what for remark in source.remarks} == {"left out"}


@pytest.mark.parametrize(
    ("passed", "role"),
    [
        ("<h3>新树与小路</h3>", Role.HEADING),
        ("<ul><li>种树三十棵</li></ul>", Role.PARAGRAPH),
        ("<div>乡亲们都这么说。</div>", Role.PARAGRAPH),
        ("<div>乡亲们都这么说</div>", None),
        ("<ul><li><a href='x'>种树三十棵</a></li></ul>", None),
        ("<div class='related'><h4>猜你喜欢</h4></div>", None),
    ],
)
def test_what_stands_right_above_a_paragraph_is_text_however_short(passed: str, role: Role | None) -> None:
    article = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND))
    lines = said(page(f"<div>{article}{passed}<p>{LAST}</p></div>"))
    assert [one for one, _ in lines[3:-1]] == ([role] if role else [])


def test_a_paragraph_of_lines_that_are_taken_is_not_put_back() -> None:
    lines = f"<p><strong>井边的变化</strong><br>{SECOND}<br>{LAST}</p>"
    text = [text for _, text in said(page(f"<div>{LONG}{lines}<p>{THIRD}</p></div>"))]
    assert len([one for one in text if LAST in one]) == 1


def test_a_list_above_the_first_paragraph_is_told() -> None:
    """It may name the site, the day, the number of readers."""
    source = read(page(f"<div><ul><li>种树三十棵</li></ul><p>{FIRST}</p><p>{SECOND}</p></div>"))
    assert [line.text for line in source.lines][1:] == [FIRST, SECOND]
    assert [remark.text for remark in source.remarks] == ["种树三十棵"]


@pytest.mark.parametrize("text", [ARTICLE, LONG])
def test_what_is_taken_is_not_told(text: str) -> None:
    picture = "<div class='pic'><div><img src='a.jpg'></div><div class='note'>村民在井边取水。（周大海摄）</div></div>"
    source = read(page(f"<div>{picture}<div class='article-content'>{text}</div></div>"))
    assert [line.kind for line in source.lines].count(Kind.CAPTION) == 1
    assert source.remarks == ()


def test_what_stands_around_the_article_is_not() -> None:
    left_out = [(remark.text, remark.doubtful) for remark in read(NEWS_PAGE).remarks]
    assert left_out == [("分享到微信", False), ("微博", False)]  # between headline and text


@pytest.mark.parametrize("tag", ["script", "style", "noscript"])
def test_what_the_page_does_not_print_is_not_left_out(tag: str) -> None:
    assert read(page(f"<article>{ARTICLE}<{tag}>他来了。</{tag}><p>{THIRD}</p></article>")).remarks == ()


# ---------------------------------------------------------------- where the lines stand


@pytest.mark.parametrize(
    "between", [DATA, f"{PICTURE}\n", "<p>\n<b>井</b>&middot;水\n</p>\n", "<!-- \n -->\n", "<p\nid='x'>井</p>\n"]
)
def test_lines_know_where_they_stand_below_anything(between: str) -> None:
    text = page(f"\n<article>\n{ARTICLE}{between}<p>\n{THIRD}</p>\n</article>")
    below = read(text).lines[-1]
    assert (below.text, text.split("\n")[below.number - 1]) == (THIRD, f"{THIRD}</p>")


def test_the_headline_stands_where_the_page_prints_it() -> None:
    path = "<p>首页 &gt; 老井又有了水</p>"
    head = "<head><title>老井又有了水</title></head>"
    text = f"<html>{head}<body>\n{path}\n<h1>老井又有了水</h1>\n{ARTICLE}</body></html>"
    assert read(text).lines[0].number == 3


# ---------------------------------------------------------------- what a page says of its article


@pytest.mark.parametrize(
    "frame", ["<div class='info'>{}</div><div class='content'>{}</div>", "<div class='content'><p>{}</p>{}</div>"]
)
def test_who_is_named_above_the_text_is_its_author(frame: str) -> None:
    head = "来源：青石日报 2021-07-09 08:30\u3000作者：李小梅"
    imported = import_page(raw(page(frame.format(head, f"<p>{SECOND}</p><p>{THIRD}</p>"))))
    (article,) = [story for story in imported.stories if story.kind is Kind.ARTICLE]
    assert (article.title, article.authors) == ("老井又有了水", ("李小梅",))
    assert article.credit == "来源：青石日报 作者：李小梅"


@pytest.mark.parametrize(
    "line",
    [
        *("（责任编辑：小明）", "[责任编辑：王小明]", "责任编辑：王小明", "编辑：王小明"),
        "本网站之文字、图片，非经授权，不得转载。",
        "您所在的位置： 首页 > 新闻 >",
    ],
)
def test_the_editor_of_the_site_is_no_credit(line: str) -> None:
    last = read(page(f"<div class='content'>{ARTICLE}<p>{THIRD}</p><p>{line}</p></div>")).lines[-1]
    assert (last.text, last.role, last.kind) == (line, None, Kind.FURNITURE)


def test_the_editor_of_the_site_is_set_aside() -> None:
    imported = import_page(raw(page(f"<div class='content'>{ARTICLE}<p>{THIRD}</p><p>（责任编辑：小明）</p></div>")))
    assert [(story.kind, story.credit) for story in imported.stories] == [
        (Kind.ARTICLE, "(记者 周大海)"),
        (Kind.FURNITURE, None),
    ]


# ---------------------------------------------------------------- encodings


@pytest.mark.parametrize(
    ("declaration", "codec", "encoding"),
    [
        ('<meta charset="gb2312">', "gb18030", "GB18030"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=GBK">', "gbk", "GB18030"),
        ('<?xml version="1.0" encoding="gb2312"?>', "gb18030", "GB18030"),
        ('<meta charset="gb2312">', "utf-8", "UTF-8"),  # saved again as UTF-8
        ('<meta charset="big5">', "gb18030", "GB18030"),  # wrong
        ("", "gb18030", "GB18030"),
        ("", "utf-16", "UTF-16LE"),
        ('<meta charset="utf-8">', "utf-8-sig", "UTF-8"),
    ],
)
def test_the_encoding_of_the_page_is_honoured(declaration: str, codec: str, encoding: str) -> None:
    source = read(f"{declaration}{page(ARTICLE)}".encode(codec))
    assert source.encoding == encoding
    assert [line.text for line in source.lines] == ["老井又有了水", FIRST, SECOND]


def test_a_declared_encoding_is_certain() -> None:
    (remark,) = read(f'<meta charset="gbk">{page(ARTICLE)}'.encode("gbk")).remarks
    assert remark.reason == "decoded as GB18030, as the page itself says"
    assert remark.confidence >= CERTAIN


@pytest.mark.parametrize("charset", ["gb2312", "gbk", "utf-8", "big5"])
def test_a_wrong_charset_makes_no_difference(charset: str) -> None:
    text = "村裡的老人說：「這口井有一百年了，水一直是甜的。」孩子們圍著井臺玩耍，個個高興。"
    source = read(
        f'<meta charset="{charset}">{page(f"<p>{text}</p><p>{text}</p>")}'.replace("又有了水", "").encode("big5")
    )
    assert (source.encoding, source.lines[1].text) == ("Big5-HKSCS", text)


# ---------------------------------------------------------------- nothing is loaded, nothing is guessed


def test_nothing_is_loaded_from_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = Mock(side_effect=AssertionError("a connection"))
    monkeypatch.setattr(socket, "socket", connect)
    monkeypatch.setattr(socket, "create_connection", connect)
    monkeypatch.setattr(socket, "getaddrinfo", connect)
    links = '<base href="http://example.org/"><link rel="stylesheet" href="a.css"><script src="a.js"></script>'
    assert read(page(f'{ARTICLE}<p><img src="a.jpg">{THIRD}</p>', links)).lines
    connect.assert_not_called()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "empty"),
        ("<html><head><title>老井</title></head><body></body></html>", "no article"),
        ("他来了。", "no article"),
        ("http://example.org/a.html", "no article"),
        ("<html><body><nav><a href='/'>首页</a></nav></body></html>", "no article"),
        ("<" * 5000, "no article"),
        ("<html><body><div><h2>老井</h2><p>来源：</p><h2>小桥</h2><p>时间：</p></div></body></html>", "no article"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"<p>\x00</p>", "U+0000"),
    ],
)
def test_a_page_without_an_article_is_refused(text: str | bytes, what: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(PageError) as caught:
        read(text)
    assert str(caught.value.ref) == f"{PATH}:1"
    assert what in caught.value.message
    assert caught.value.hint
    assert capfd.readouterr() == ("", "")


def test_characters_written_as_entities_are_checked_too() -> None:
    imported = import_page(raw(page(f"<p>{SECOND}&#xE001;又来了。</p><p>{THIRD}&#8203;</p>")))
    assert {"doubtful character", "dropped"} <= {decision.what for decision in imported.decisions}


@pytest.mark.parametrize(
    "text",
    [
        "<p>村里的&#1;老井\n修好了，大家都来打水。</p>",
        "<figure><img src='a.jpg'><figcaption>老&#x1f;井</figcaption></figure>",
        "<table><tr><th>老&#1;井</th><th>水</th></tr><tr><td>一</td><td>二</td></tr></table>",
        "<section>老井的水&#1;\n真甜。</section>",
        "<p align='center'><img src='a.jpg'>老&#1;井</p>",
        "<h2>老&#1;井</h2>",
    ],
)
def test_control_characters_that_a_page_writes_as_entities_stop_nothing(text: str) -> None:
    assert import_page(raw(page(f"<div>{ARTICLE}{text}<p>{THIRD}</p></div>"))).stories


@pytest.mark.parametrize("name", ["p.html", "p.htm", "p.HTML"])
def test_both_endings_are_read(name: str) -> None:
    assert import_page(raw(NEWS_PAGE, f"content/pages/{name}")).stories
