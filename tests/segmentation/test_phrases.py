"""What jieba takes for one word and is several, and words that only look so."""

from __future__ import annotations

import pytest

from duidu.segmentation import Segmenter

PLAIN = Segmenter()


def cut(text: str) -> str:
    return " ".join(word.text for word in PLAIN.words(text))


@pytest.mark.parametrize(
    "text",
    [
        # phrases of two common words, and idioms
        "认真 学习",
        "环境 保护 规划",
        "画龙点睛",
        "挺身而出",
        "毫不留情",
        "干干净净",
        "语言学家 来 了",
        # a word of grammar at one end
        "最 大 的 桥",
        "最近 的 桥",
        "坐 在 河边",
        "实在 好",
        "延续 到 今天",
        "这 件 事",
        "本来 如此",
        "拿不出 证据",
        # figures and measure words
        "三十六 年",
        "一 个 月",
        "一些 人",
        "十分 高兴",
        "三万 台 电视机",
        "五百 多 名 工人",
        "半天 时间",
        "第二 次 会议",
        "一次次 努力",
        "两 岁 半",
        # words that only look like a figure
        "数字 经济 的 零件",
        "四周 有 十字架",
        "一 部分 人 在 十字 路口",
        # words rarer than their characters side by side
        "新生 报到",
        "到 社区 报到",
        "天津 日报 到 了",
        "更加 美好",
        "不了了之",
        # words younger than jieba's dictionary
        "短视频 平台",
        "乡镇 融媒体 中心",
    ],
)
def test_words_of_a_phrase(text: str) -> None:
    assert cut(text.replace(" ", "")) == text
