"""How headlines, crossheads and labels are worded."""

from __future__ import annotations

import re

import pytest

from duidu.importers import headings

CASES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "RELATED": (("相关报道", "相关新闻：", "新闻背景", "编者按"), ("相关报道说", "相关链接")),
    "NUMBERED_LABEL": (("快讯一：", "新闻2："), ("快讯一", "老井修好了：")),
    "POST": (
        ("小城大学水利系教授", "大塘中學研究所助理研究員", "上河水利学院教授", "成山大学水利系教授"),
        ("教授来到小城大学", "小城大学水利系", "县长会见小城大学水利系教授", "小城女孩考上大塘大学教授"),
    ),
    "HALVES": (("老井有水 村民有福", "修井　种树　养鱼"), ("老井有水，村民有福", "老井 水", "老井有水")),
    "POET": (("——（唐）李白", "—〔宋〕 苏小小"), ("——记李白故里", "（唐）李白")),
    "BOOK": (("《静夜思》",), ("《静夜思》出版", "静夜思", "《》")),
    "NOTE": (("（单位：元/公斤）", "(上)"), ("老井（上）", "（上）（下）")),
    "TOPIC": (("老井：又有了水了", "王小明:人人都来帮忙"), ("老井：水", "老井又有了水")),
    "PLACE": (("白鹭镇", "青石縣", "红花岗区"), ("白鹭镇修桥", "镇", "白鹭")),
    "OCCASION": (
        ("王小明在白鹭镇考察时强调", "王小明在全县水利会议上提出"),
        ("强调", "王小明强调修桥", "全县水利会议召开"),
    ),
    "COLUMN": (
        ("要闻简报", "讀者來信", "县域动态", "小说", "记者走基层", "两会大家谈"),
        ("简报上的消息", "老井又有了水"),
    ),
    "NOTICE": (("更正", "寻人启事", "招聘公告", "訃告"), ("更正错误", "老井启事")),
    "INSTITUTION": (
        ("小城建筑学院", "青石县人民政府", "本报编辑部"),
        ("学院", "学院招生", "县城建起新医院", "学生办了公司"),
    ),
    "BRIEFS": (("国际简讯", "简讯", "一句话新闻"), ("读者来信", "简讯两则")),
    "PLAIN_DATE": (("2011年3月5日", "二〇一一年三月五日"), ("2011年3月", "2011年3月5日起")),
    "SPEECH": (("“水来了！”", "「真好。」"), ("“水来了”", "“水来了！”他说")),
    "SOMEBODY_SAYS": (
        ("他最后说道：“老井一定要修好！”", "王小明问：「老井呢？」"),
        ("王小明：“老井有水！”", "他笑着说：我还能走！"),
    ),
    "BOXED": (("□老井情深水长流", "■老井情深"), ("□李明", "□本报记者 李明")),
    "EDITORS_NOTE": (("编者按", "核心阅读"), ("编者按语", "阅读")),
    "LABEL": (("【小城运动会】",), ("【水】", "【小城】运动会")),
    "SERIES": (
        ("小城杯第三轮", "“小城夏天”系列报道之三", "青石联赛白鹭站", "教育均衡系列报道", "修井问题追踪报道"),
        ("第三轮", "小城杯打完第三轮比赛", "系列报道", "老井的系列报道见报"),
    ),
    "LABEL_AND_NUMBER": (("基金编号：A3105", "电话：1234567", "基金編號A3020"), ("老井：1985年的故事", "编号：甲")),
    "LABEL_AND_PERSON": (("投诉人：王先生", "爆料人:王小明"), ("讲述人：不说话的人", "村民：王先生")),
    "DRAWING": (("老井改造示意图", "三年用水走势图"), ("地图", "看图", "老井改造，有了示意图")),
    "COLUMN_AND_PART": (
        ("老井故事·人物", "■人物·王小明", "一线故事·沿着河水看变化"),
        ("老井故事", "·人物", "老井·老·井", "约翰·史密斯访问小城"),
    ),
    "WHOSE_WORDS": (("——县水利专家王小明", "—网友老井"), ("——老井有了水，", "老井——水")),
    "WIRED_HEADLINE": (("新华社北京5月9日电题：老井又有了水",), ("新华社北京5月9日电", "本报讯题：老井有水。大家都来")),
    "SCENE": (("活动现场", "老井村一角", "在井边打水的女工"), ("现场", "活动现场来了人", "女工在井边打水")),
    "CHART": (("五年用水量的比较", "各村水井分布图"), ("比较用水量", "示意图")),
}
BEGINNINGS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "SUBTITLE_MARK": (("——记小村教师", "－ 记", "—白鹭镇"), ("记——", "老井——新井")),
    "SPEAKER": (
        ("问：老井呢", "答:修好了", "Q：水呢", "主持人：好", "記者：您好"),
        ("物价部门：不得涨价", "问老井", "他问："),
    ),
    "SALUTATION": (
        ("编辑同志：老井坏了", "编辑部：", "記者先生：", "尊敬的编辑："),
        ("编辑部的同志来了", "编辑老王："),
    ),
    "CASE_NUMBER": (("案件編號：ABCC 1/2015", "【案號：1】"), ("案件編號改了", "案件：")),
    "NUMBERED": (
        ("一、修井", "（二）打水", "3.种树", "④", "#1 老井", "＃老井", "第一，修井", "其一", "十二、打水"),
        ("一口老井", "3.14米", "第一口井", "其一是修井"),
    ),
    "PART_OF_SERIES": (
        ("老井和新井的故事（上）", "修好老井以后（之二）"),
        ("旧井（左）", "修好老井以后（三）", "在村（上）"),
    ),
    "TWO_PARTS": (("老井的水——访大塘村的老人",), ("——访大塘村的老人", "老井，旧桥，大家都说好——访大塘村的老人")),
    "AT_THE_HEAD": (
        ("编者按", "一", "一、修好老井", "1.修好老井", "（一）修井"),
        ("二、修好老井", "1.5米", "编者按语"),
    ),
    "LABELLED": (("【小城风景】老井又有了水", "【老井】 他来打水了"), ("【小城风景】", "老井【水】又有水")),
    "BULLET": (("▲老井", "●老井"), ("老井▲", "·老井")),
    "UNIT": (("年", "日起", "元", "%", "万人"), ("昨天", "来")),
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (texts, _) in CASES.items() for text in texts])
def test_a_line_is_worded_so(name: str, text: str) -> None:
    assert getattr(headings, name).fullmatch(text)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (_, texts) in CASES.items() for text in texts])
def test_a_line_is_not_worded_so(name: str, text: str) -> None:
    assert not getattr(headings, name).fullmatch(text)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (texts, _) in BEGINNINGS.items() for text in texts])
def test_a_line_begins_so(name: str, text: str) -> None:
    assert getattr(headings, name).match(text)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (_, texts) in BEGINNINGS.items() for text in texts])
def test_a_line_does_not_begin_so(name: str, text: str) -> None:
    assert not getattr(headings, name).match(text)


@pytest.mark.parametrize("text", ["——", "--", "—— ——"])
def test_dashes_alone_are_no_sub_headline(text: str) -> None:
    assert not headings.SUBTITLE_MARK.match(text)


def test_every_pattern_has_its_cases() -> None:
    patterns = {name for name, value in vars(headings).items() if isinstance(value, re.Pattern) and name[0] != "_"}
    assert patterns == {*CASES, *BEGINNINGS, "SPACE_BETWEEN_HAN", "STILL_THERE", "WITH_PICTURES", "PICTURES_TOLD"}
    assert headings.STILL_THERE.search("老井还在")
    assert not headings.STILL_THERE.search("老井正在")
    assert headings.PICTURES_TOLD.search("老井又有了水（附图片１张）")
    assert not headings.PICTURES_TOLD.search("老井又有了水（图片）")
    assert headings.SPACE_BETWEEN_HAN.search("老井　有水")
    assert not headings.SPACE_BETWEEN_HAN.search("老井 5 米")


@pytest.mark.parametrize("text", ["老井又有了水(图)", "老井又有了水（组图）", "老井又有了水[视频]"])
def test_the_web_says_that_there_are_pictures(text: str) -> None:
    assert headings.WITH_PICTURES.search(text)


@pytest.mark.parametrize("text", ["老井又有了水（图一）", "老井(图)又有了水", "看图"])
def test_what_points_at_a_picture_says_nothing_of_the_headline(text: str) -> None:
    assert not headings.WITH_PICTURES.search(text)


@pytest.mark.parametrize(
    "text", ["老井有了水，村民有了福", "“老井”有了水，村民有了福", "投入20000元，打井12口", "修好老井,种上新树"]
)
def test_two_clauses_are_parallel(text: str) -> None:
    assert headings.parallel(text)


@pytest.mark.parametrize(
    "text", ["老井有了水，大家来", "老井，新井", "老井有了水", "他来了，我走了，她说了", "水" * 13 + "，" + "井" * 13]
)
def test_clauses_are_not_parallel(text: str) -> None:
    assert not headings.parallel(text)


@pytest.mark.parametrize(
    ("above", "below"),
    [("此外，Galaxy", "S20 上市"), ("去年6月20", "日起"), ("共12", "000元"), ("共3.", "5米"), ("重5", "公斤")],
)
def test_a_word_or_a_number_goes_on(above: str, below: str) -> None:
    assert headings.latin_goes_on(above, below)


@pytest.mark.parametrize(
    ("above", "below"),
    [("连续95场", "昨天"), ("连续95", "昨天"), ("来了David", "和他"), ("他来", "David"), ("共12", "")],
)
def test_no_word_or_number_goes_on(above: str, below: str) -> None:
    assert not headings.latin_goes_on(above, below)


def test_function_words_are_words_of_one_or_two_characters() -> None:
    assert {len(word) for word in headings.FUNCTION_WORDS} == {1, 2}
    assert {"的", "以及", "與", "关于"} <= headings.FUNCTION_WORDS
    assert not {"水", "老井", "了"} & headings.FUNCTION_WORDS
