"""People, places and organisations: what is told, and common words that are none."""

from __future__ import annotations

import pytest

from duidu.model import WordTag
from duidu.segmentation import Segmenter

PLAIN = Segmenter()


def named(text: str) -> dict[str, str]:
    found = PLAIN.words(text)
    kinds = (WordTag.PERSON, WordTag.PLACE, WordTag.ORGANISATION)
    return {word.text: word.tag.value for word in found if word.tag in kinds}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("记者林秀芬从会场了解到", "林秀芬"),
        ("村民周德旺说，今年收成好。", "周德旺"),
        ("诸葛明远走上讲台。", "诸葛明远"),
        ("司马光是史学家。", "司马光"),
        ("书记高峰表示支持。", "高峰"),
        ("王叔叔送来了一筐桃子。", "王"),
        ("徐先生打来电话。", "徐"),
        ("镇长老刘很忙。", "老刘"),
        ("作家亚历山大·索科洛夫斯基的小说", "亚历山大·索科洛夫斯基"),
    ],
)
def test_people(text: str, name: str) -> None:
    assert named(text).get(name) == "person"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("他家住湖南省。", "湖南省"),
        ("两人来到云溪县。", "云溪县"),
        ("绍兴市越城区正在修路。", "绍兴市"),
        ("长江边上的小城。", "长江"),
        ("他从莫斯科回来。", "莫斯科"),
    ],
)
def test_places(text: str, name: str) -> None:
    assert named(text).get(name) == "place"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("国务院发布通知。", "国务院"),
        ("外交部发言人说", "外交部"),
        ("新华社消息", "新华社"),
        ("杭州市图书馆", "图书馆"),
    ],
)
def test_organisations(text: str, name: str) -> None:
    assert named(text).get(name) == "organisation"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("云溪区委书记来了", "云溪 区委 书记 来 了"),
        ("云溪区委员会开会", "云溪区 委员会 开会"),
        ("遵义市委开会", "遵义 市委 开会"),
        ("我市委托他去", "我 市 委托 他 去"),
    ],
)
def test_a_committee_of_a_place(text: str, words: str) -> None:
    assert [word.text for word in PLAIN.words(text)] == words.split()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("书记黄大发走进社区", ["黄大发"]),
        ("主任白天去了乡下", []),
        ("阿依古丽·买买提一家", ["阿依古丽·买买提"]),
        ("老师高度评价", []),
        ("书记方便群众办事", []),
    ],
)
def test_a_surname_that_is_a_word_behind_a_title(text: str, names: list[str]) -> None:
    assert [word.text for word in PLAIN.words(text) if word.tag is WordTag.PERSON] == names


@pytest.mark.parametrize(
    "text",
    [
        "用电高峰到了。",
        "改革的方向不变。",
        "注意安全，文明出行。",
        "城市和乡村都在变。",
        "贫困村变成了文明村。",
        "经济开发区和生活区",
        "农村社区的生活区很干净。",
        "高山上有一座古城。",
        "老师和学生都来了。",
        "和代表们座谈。",
        "大学生毕业了。",
        "当地医院人很多。",
    ],
)
def test_common_words_are_no_names(text: str) -> None:
    assert named(text) == {}
