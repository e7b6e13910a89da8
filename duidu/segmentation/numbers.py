"""Figures in Chinese characters: 三十六年 is two words, 三 万台 are 三万 and 台.

jieba's dictionary holds a few thousand figures with their measure words (一个, 三十年, 亿美元); here they are taken
apart, and figures that it has cut are put together. Words that only look like figures (一些, 十分, 半天) stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from duidu.segmentation.lists import words_of

NUMERALS = "零〇一二两三四五六七八九十百千万亿"

# Measure words and units that follow a figure as a word of their own (《现代汉语八百词》, list of measure words).
MEASURES = frozenset(
    "个名位座条张件只支枝把辆台架艘间所家户项种次回遍趟场届期章篇本册部份副双套组群批排队层楼段节块片颗粒"
    "棵株朵根匹顶幅封首句岁年日天周秒元毛米里斤吨亩升倍成人字县市村镇乡地处号版口头股阵道笔盏盘碗杯瓶袋箱"
    "包桶车船床尊栋幢圈桌茬缕滴团堆串页则集款站步声餐顿夜晚类轮局盆点对篮卷棒任丈尺寸番辈席案事"
) | words_of(
    "小时 分钟 公里 公斤 公顷 公尺 平方 平方米 平方公里 平方千米 立方 立方米 万元 亿元 美元 欧元 日元 英镑 港元",
    "人次 世纪 年代 月份 周年 周岁 星期 季度 厘米 毫米 千克 毫升 千瓦 千瓦时 光年 摄氏度 百分点 华里 英里 英尺 英寸",
    "部分 马力 车次 架次 年级 年多 多年 多人 多元 平米 海里 公升 毫克",
)

# What looks like a figure with a measure word and is one word.
_WORDS = words_of(
    "一点 一下 一度 一代 一面 一头 一带 一路 一时 一同 一道 一番 一世 一把手 一句话 百年 千年 万年 百日 百里 千里",
    "万里 千米 千克 千瓦 百倍 千古 万世 几时 几度 三国 百度 万事 四处 四面 四声 四顾 百家 百户 八股 五台 三台",
    "三家村 百万 千万 万万 万户 百事 数位 数点 数落 两口 两口子 两头 两面 千斤 千层 百般 千里马 百叶箱 千层饼",
    "万年历 百日咳 一回事 一条心 一条龙 一场空 一口气 一口咬定 两点论 三轮车 一盘棋 一席之地 一本正经 二人转 八字",
    "十字 百字 千字 四个现代化 两个文明 三个代表 一点儿 一会儿 一辈子 一步到位 一块儿 一次性 一元化 一元论",
    "一股脑 一股脑儿 一站式 一口价 一团糟 一阵子 一个劲 一个劲儿 一夜情 二元论 二把手 二次方 三次方 三部曲 三段论",
    "三项式 二项式 多元化 五步蛇 七里香 八宝饭 八段锦 八字步 八字胡 八字眉 十字架 十字军 十字绣 十字形 百事通",
    "百里香 千斤顶 千里眼 千层底 万事通 万元户 万年青 数字 数字化 数位化 零件 零部件 零声母",
    "一头热 万岁 十字路口",
)

_FIGURE = re.compile(rf"(第[{NUMERALS}]+|[{NUMERALS}几数]+)(多|余|来)?(.*)", re.DOTALL)
_FIRST = frozenset(NUMERALS + "第几数")  # what a figure begins with
_ONLY_FIGURE = re.compile(rf"第?[{NUMERALS}]+")
_SHARE = re.compile(rf"百分之[{NUMERALS}]*点?[{NUMERALS}]*|[{NUMERALS}]+点[{NUMERALS}]+")


def cut_figure(word: str) -> tuple[str, ...]:
    """A figure and its measure word, and what follows them in the same word; any other word as it is.

    >>> cut_figure("三十六年"), cut_figure("一段时间"), cut_figure("亿美元"), cut_figure("一些")
    (('三十六', '年'), ('一', '段', '时间'), ('亿', '美元'), ('一些',))
    """
    match = _FIGURE.fullmatch(word) if word[:1] in _FIRST and word not in _WORDS else None
    if match is None:
        return (word,)
    figure, about, rest = match.group(1), match.group(2), match.group(3)
    if rest[:1] == rest[1:2] and rest:  # 一次次
        return (word,)
    parts = [figure, about] if about else [figure]
    if not rest:
        return tuple(parts) if about and len(figure) > 1 else (word,)
    for length in (4, 3, 2, 1):
        if rest[:length] in MEASURES and len(rest) - length in (0, 1, 2) and len(rest) >= length:
            left = rest[length:]
            return (*parts, rest[:length], left) if left else (*parts, rest[:length])
    return (word,)


def joined_figures(words: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Words with their tags, a figure that was cut as one word.

    >>> joined_figures([("三", "m"), ("万", "m"), ("台", "q")])
    [('三万', 'm'), ('台', 'q')]
    >>> joined_figures([("80", "m"), ("多年", "m")])
    [('80', 'm'), ('多', 'm'), ('年', 'q')]
    """
    joined: list[tuple[str, str]] = []
    for word in words:
        text = word[0]
        if text[0] not in _AFTER_A_FIGURE or not joined:
            joined.append(word)
            continue
        before = joined[-1][0]
        if text[0] in _OF_FIGURES and _one_figure(before, text):
            joined[-1] = (before + text, "m")
        elif text[0] in _ABOUT and len(text) == 2 and (text[1] in MEASURES or text[1] == "起") and _counts(before):
            joined += [(text[0], "m"), (text[1], "q")]
        else:
            joined.append(word)
    return joined


def _counts(word: str) -> bool:
    """Whether a word is a round figure, after which 多 stands by itself: 80|多|年.

    >>> _counts("80"), _counts("三百"), _counts("三")
    (True, True, False)
    """
    return (word.isdigit() and word.endswith("0")) or (word[-1] in "十百千万亿" and bool(_ONLY_FIGURE.fullmatch(word)))


_OF_FIGURES = frozenset(NUMERALS + "点")
_ABOUT = frozenset("多余")
_AFTER_A_FIGURE = _OF_FIGURES | _ABOUT


def _one_figure(before: str, word: str) -> bool:
    if _ONLY_FIGURE.fullmatch(before) and _ONLY_FIGURE.fullmatch(word):
        return word not in _WORDS or word in ("百万", "千万")
    return before.startswith("百分之") and _SHARE.fullmatch(before + word) is not None
