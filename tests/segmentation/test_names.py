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
        # without a title
        ("张三在院子里种菜。", "张三"),
        ("李秀英的儿子在外地打工。", "李秀英"),
        ("赵海燕和同学一起出发。", "赵海燕"),
        ("王建国来了。", "王建国"),
        ("李强来到现场。", "李强"),
        ("何伟是一名教师。", "何伟"),
        ("老李在村里开店。", "老李"),
        ("小张今天没来。", "小张"),
        ("老刘去了县城。", "老刘"),
        ("欧阳修是文学家。", "欧阳修"),
        ("电影《张思德》上映。", "张思德"),
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
        ("红花岗区深溪镇的茶", "深溪镇"),
        # roads
        ("他住在景山后街。", "景山后街"),
        ("会议在中山东路举行。", "中山东路"),
        ("人们走上延安路。", "延安路"),
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
        ("中共中央政治局召开会议", "政治局"),
        ("中华人民共和国成立", "共和国"),
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
        "路上有小车和小米。",
        "小路边上开满小花。",
        "苏军和红军",
        "红军走过长征路。",
        "他会说汉语，我会说英语。",
        "方便群众，周全考虑。",
        "中央财政支持。",
    ],
)
def test_common_words_are_no_names(text: str) -> None:
    assert named(text) == {}


DICTIONARY = {"遵义": "place", "周恩来": "person", "红军": "person", "毛泽东": "person"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("遵义变了样。", {"遵义": "place"}),
        ("周恩来到过这里。", {"周恩来": "person"}),
        ("学习毛泽东思想。", {"毛泽东": "person"}),
        ("红军来了。", {}),
    ],
)
def test_names_that_a_dictionary_has(text: str, names: dict[str, str]) -> None:
    found = Segmenter(named=lambda word: DICTIONARY.get(word, "")).words(text)
    assert {word.text: word.tag.value for word in found if word.tag.value in ("person", "place")} == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("据统计，有三成。", "据 统计 ， 有 三 成 。"),
        ("据说有人来了。", "据说 有人 来 了 。"),
        ("仅靠一人。", "仅 靠 一 人 。"),
        ("80多年前", "80 多 年 前"),
        ("多年以后", "多年 以后"),
        ("《陈大年传》出版", "《 陈大年 传 》 出版"),
    ],
)
def test_words_that_look_like_one(text: str, words: str) -> None:
    assert [word.text for word in PLAIN.words(text)] == words.split()
