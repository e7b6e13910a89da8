"""One tiny page a phenomenon, and the promise that nothing is lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from duidu.errors import PageError
from duidu.importers import import_page, page_text
from duidu.importers.source import SourceLine
from duidu.model import Decision, Kind, RawPage, Role, Story
from duidu.pipeline import read_page
from duidu.segmentation import Segmenter

BODY = "村里的老井修好了。"
MORE = "大家都来打水，笑声不断。"
WELL = "村里的老井修好了，大家都来打水，井边笑声不断。"
TREES = "后来，孩子们在井边种了一圈柳树，每天提水来浇。"
SCHOOL = "学校今天开学，孩子们一早就来了，教室很新，桌椅也是新做的。"
BRIDGE = "青石县的新桥昨天通车了，两岸的人不再绕路。"


def page(text: str, *, path: str = "content/pages/p.txt") -> RawPage:
    return RawPage("p", text.encode(), path)


def stories(*paragraphs: str) -> tuple[Story, ...]:
    """The stories of a page whose paragraphs stand apart by one blank line."""
    return import_page(page("\n\n".join(paragraphs) + "\n")).stories


def only(*paragraphs: str) -> Story:
    (story,) = stories(*paragraphs)
    return story


def lines(text: str) -> tuple[Story, ...]:
    """The stories of a page as it stands."""
    return import_page(page(text)).stories


def texts(story: Story, role: Role = Role.PARAGRAPH) -> list[str]:
    return [block.text for block in story.blocks if block.role is role]


def headings(story: Story) -> list[str]:
    return texts(story, Role.HEADING)


def of(found: tuple[Story, ...], kind: Kind) -> list[list[str]]:
    return [texts(story) for story in found if story.kind is kind]


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter()


# ---------------------------------------------------------------- headlines


def test_one_line_over_text_is_the_title() -> None:
    story = only("老井又有了水", BODY)
    assert (story.section, story.kicker, story.title, story.subtitle) == (None, None, "老井又有了水", None)


@pytest.mark.parametrize(
    "kicker",
    ["白鹭镇", "青石縣", "王小明在白鹭镇考察时强调", "乡村新事", "百姓身边事"],
)
def test_kicker_stands_over_the_title(kicker: str) -> None:
    story = only(kicker, "修好每一口老井", f"本报讯 {BODY}", MORE)
    assert (story.section, story.kicker, story.title) == (None, kicker, "修好每一口老井")


def test_an_occasion_that_is_news_itself_is_the_headline() -> None:
    """Of six such lines over another one in real papers five are headlines with a sub-headline."""
    (story,) = stories("全县水利建设工作会议在白鹭镇召开", "王小明出席会议", f"本报讯 {WELL}")
    assert (story.kicker, story.title, story.subtitle) == (None, "全县水利建设工作会议在白鹭镇召开", "王小明出席会议")


def test_kicker_without_a_headline_is_the_headline() -> None:
    assert (only("乡村新事", WELL, TREES).kicker, only("乡村新事", WELL, TREES).title) == (None, "乡村新事")


def test_section_stands_over_kicker_and_title() -> None:
    story = only("乡村新事", "白鹭镇", "老井又有了水", BODY)
    assert (story.section, story.kicker, story.title) == ("乡村新事", "白鹭镇", "老井又有了水")


def test_section_stands_over_several_stories() -> None:
    first, second = stories("要闻简报", "老井又有了水", f"本报讯 {WELL}", "学校开学了", f"本报讯 {SCHOOL}")
    assert (first.section, first.title) == ("要闻简报", "老井又有了水")
    assert (second.section, second.title) == (None, "学校开学了")


def test_words_of_a_section_may_be_a_headline() -> None:
    story = only("要闻简报上的老井", WELL, TREES)
    assert (story.section, story.title) == (None, "要闻简报上的老井")


def test_two_lines_without_a_gap_are_one_headline() -> None:
    story = only("白鹭镇", "老井修了三个月\n终于又有了水", BODY, MORE)
    assert (story.kicker, story.title) == ("白鹭镇", "老井修了三个月 终于又有了水")


def test_headline_may_go_on_after_a_comma() -> None:
    assert only("小桥通车了，\n两岸的人不再绕路", WELL, TREES).title == "小桥通车了， 两岸的人不再绕路"


@pytest.mark.parametrize("mark", "！？!?")
def test_headline_may_end_with_a_call_or_a_question(mark: str) -> None:
    assert only(f"老井又有了水{mark}", WELL, TREES).title == f"老井又有了水{mark}"


def test_headline_may_hold_marks_inside_its_quotes() -> None:
    assert only("老井“短、平、快”又有了水", BODY).title == "老井“短、平、快”又有了水"


@pytest.mark.parametrize("line", ["老井又有了水。", "老井又有了水；", "水" * 41])
def test_line_with_a_stop_or_too_long_is_no_headline(line: str) -> None:
    assert only(line, f"\u3000\u3000{BODY}").title is None


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_line_with_a_dash_is_the_subtitle(gap: str) -> None:
    story = only(f"老井又有了水{gap}——白鹭镇修井记", BODY, MORE)
    assert (story.kicker, story.title, story.subtitle) == (None, "老井又有了水", "——白鹭镇修井记")


def test_second_line_of_a_sub_headline_belongs_to_it() -> None:
    story = only("老井又有了水", "——记青石县的老井", "——和打井的人", BODY)
    assert (story.title, story.subtitle) == ("老井又有了水", "——记青石县的老井 ——和打井的人")


def test_line_with_a_dash_and_no_headline_is_the_title() -> None:
    story = only("——白鹭镇修井记", BODY)
    assert (story.title, story.subtitle) == ("——白鹭镇修井记", None)


def test_line_of_another_length_under_the_headline_is_the_subtitle() -> None:
    story = only("老井修了三个月终于又有了水", "全村人每户出一天工，县里送来水泵和水管", WELL, TREES)
    assert (story.title, story.subtitle) == ("老井修了三个月终于又有了水", "全村人每户出一天工，县里送来水泵和水管")


def test_note_in_brackets_is_the_subtitle() -> None:
    story = only("今日菜价", "（单位：元/公斤）", "品名　今日　昨日　涨跌\n白菜　0.90　0.80　+0.10", WELL)
    assert (story.title, story.subtitle) == ("今日菜价", "（单位：元/公斤）")


def test_a_rule_of_dashes_is_no_sub_headline() -> None:
    assert only("老井又有了水", "——", WELL, TREES).subtitle is None


# ---------------------------------------------------------------- where a story begins


@pytest.mark.parametrize("lead", ["本报讯 孩子们来了。", "新华社北京3月1日电 孩子们来了。", "【本報訊】孩子们来了。"])
def test_short_line_over_a_new_beginning_is_a_new_headline(lead: str) -> None:
    first, second = stories("老井又有了水", BODY, "学校开学了", lead)
    assert (first.title, second.title) == ("老井又有了水", "学校开学了")
    assert texts(second) == ["孩子们来了。"]


def test_short_line_over_a_byline_inside_the_text_is_a_new_headline() -> None:
    first, second = stories("老井又有了水", BODY, "学校开学了", "(记者 周大海)孩子们来了。")
    assert (first.title, second.title, second.authors) == ("老井又有了水", "学校开学了", ("周大海",))


def test_short_line_over_a_byline_is_a_new_headline() -> None:
    first, second = stories("老井又有了水", BODY, "学校开学了", "本报记者 周大海", "孩子们来了。")
    assert (first.credit, second.title, second.credit) == (None, "学校开学了", "本报记者 周大海")


def test_line_far_above_the_text_is_no_headline() -> None:
    _, slogan, last = stories("老井又有了水", BODY, MORE, "\n\n爱护水源", "\n\n学校今天开学，孩子们来了。")
    assert (slogan.kind, texts(slogan)) == (Kind.SLOGAN, ["爱护水源"])
    assert (last.title, texts(last)) == (None, ["学校今天开学，孩子们来了。"])


def test_short_line_after_a_gap_is_a_new_headline() -> None:
    first, second = stories("老井又有了水", BODY, MORE, "\n\n学校开学了", "孩子们来了。")
    assert (first.title, second.title) == ("老井又有了水", "学校开学了")


def test_two_short_lines_inside_a_story_are_a_new_headline() -> None:
    _, second = stories("老井又有了水", BODY, "白鹭镇", "学校开学了", "孩子们来了。")
    assert (second.kicker, second.title) == ("白鹭镇", "学校开学了")


def test_short_line_after_a_closing_byline_is_a_new_headline() -> None:
    first, second = stories("老井又有了水", BODY, "(记者 周大海)", "学校开学了", "孩子们来了。")
    assert (first.credit, second.title, second.credit) == ("(记者 周大海)", "学校开学了", None)


def test_text_after_a_gap_is_a_story_without_headline() -> None:
    first, second = stories("老井又有了水", BODY, MORE, "\n\n学校今天开学，孩子们来了。", "老师很高兴。")
    assert (first.title, second.title) == ("老井又有了水", None)
    assert (second.kind, texts(second)) == (Kind.ARTICLE, ["学校今天开学，孩子们来了。", "老师很高兴。"])


def test_dateline_begins_a_story_without_headline() -> None:
    first, second = stories("老井又有了水", BODY, f"本报讯 {MORE}")
    assert (first.dateline, texts(first)) == (None, [BODY])
    assert (second.title, second.dateline, texts(second)) == (None, "本报讯", [MORE])


def test_page_may_begin_with_a_story_without_headline() -> None:
    story = only(f"本报讯 {WELL}", TREES)
    assert (story.title, story.dateline, texts(story)) == (None, "本报讯", [WELL, TREES])


# ---------------------------------------------------------------- crossheads and briefs


def test_crosshead_stands_inside_a_story() -> None:
    story = only("老井又有了水", BODY, "井边的变化", MORE)
    assert story.title == "老井又有了水"
    assert headings(story) == ["井边的变化"]
    assert texts(story) == [BODY, MORE]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("一、修井的人", "二、打水的人"),
        ("（一）修井的人", "（二）打水的人"),
        ("1.修井的人", "2.打水的人"),
        ("#1 老井是谁挖的，谁也说不清", "#2 井水为什么是甜的"),
        ("一间房，住得踏实", "一张桌，学得安心"),  # built alike
        ("修井的人", "打水的人"),
    ],
)
def test_crossheads_of_one_kind(first: str, second: str) -> None:
    story = only("老井又有了水", WELL, first, TREES, second, "打水的人每天一早就来，排着队，说着家里的事。")
    assert headings(story) == [first, second]


@pytest.mark.parametrize("line", ["从打井到修井三代人走过的路", "老井有了水，村民有了福"])
def test_long_crosshead(line: str) -> None:
    story = only("老井又有了水", WELL, TREES, line, "井边的柳树长大了，村里人常在树下乘凉，说起修井的日子。")
    assert headings(story) == [line]


def test_number_before_a_sentence_is_no_crosshead() -> None:
    story = only("老井又有了水", WELL, "一、老井修了三个月，用去两万元。", "二、井边种了一圈柳树。")
    assert (headings(story), len(texts(story))) == ([], 3)


def test_crosshead_under_another_subject_is_a_headline() -> None:
    well = (
        "村里的老井修好了，大家都来打水。县里送来水泵和水管，全村人每户出一天工，老井又有了水，井边笑声不断。",
        "老人说起当年打井的事：用了三个月，全村每户都出了人，井水又清又甜，三代人都喝这口井的水。",
    )
    school = (
        "孩子们一早来到新教室，书桌椅子都擦得干净，校长发给每名同学一本图画书，操场上正在比赛跑步跳绳。",
        "音乐课教唱歌，美术课画图画，体育老师带来十个新皮球，放学以后还有棋类小组和朗诵小组可以参加。",
    )
    first, second = stories("老井又有了水", *well, "新学期第一天真热闹", *school)
    assert (first.title, second.title) == ("老井又有了水", "新学期第一天真热闹")


def test_briefs_under_one_heading() -> None:
    found = stories("要闻简报", f"本报讯 {WELL}", f"本报讯 {SCHOOL}", f"新华社北京3月1日电 {BRIDGE}")
    assert [(story.section, story.title, texts(story)) for story in found] == [
        ("要闻简报", None, [WELL]),
        (None, None, [SCHOOL]),
        (None, None, [BRIDGE]),
    ]


def test_briefs_that_are_signed() -> None:
    found = stories("要闻简报", f"本报讯 {WELL}（周大海）", f"本报讯 {SCHOOL}（李花）", f"本报讯 {BRIDGE}")
    assert [story.credit for story in found] == ["（周大海）", "（李花）", None]


def test_the_label_of_a_column_is_nobody_s_name() -> None:
    assert stories("简讯", WELL, SCHOOL, BRIDGE)[0].authors == ()


# ---------------------------------------------------------------- bylines and datelines


DATELINES = [
    "本报讯",
    "本台消息",
    "新华社北京3月1日电",
    "据新华社上海3月1日电",
    "中新社香港3月1日电",
    "本报赤城专电",
    "央视网消息：",
    "【本報訊】",
    "【明報專訊】",
    "大公報訊",
    "香港《小城時報》訊",
    "（中央社記者王小明台北20日電）",
    "據港灣通訊社十九日電",
    "【记者王小明9日青石报道】",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_dateline_of_a_region(dateline: str) -> None:
    story = only("老井又有了水", f"{dateline} {WELL}", TREES)
    assert (story.title, story.dateline, texts(story)) == ("老井又有了水", dateline, [WELL, TREES])


@pytest.mark.parametrize("agency", ["据新华社电", "新华社电"])
@pytest.mark.parametrize("reporter", ["（记者何田）", "(记者 何田)", " (记者 何田) "])
def test_an_agency_without_a_place_and_its_reporter(agency: str, reporter: str) -> None:
    story = only("老井又有了水", f"{agency}{reporter}{WELL}", TREES)
    assert (story.dateline, story.authors, texts(story)) == (agency, ("何田",), [WELL, TREES])


@pytest.mark.parametrize("paper", ["本报", "晨报", "青石晚报"])
def test_reporters_of_a_paper_whose_names_nothing_parts(paper: str) -> None:
    story = only("老井又有了水", f"{paper}记者何小田陈立予", WELL, TREES)
    assert (story.authors, texts(story)) == (("何小田", "陈立予"), [WELL, TREES])


@pytest.mark.parametrize(
    "text",
    [
        "本报昨天来信说老井修好了。",
        "据旅行社3月1日的广告，老井修好了。",
        "新华社记者3月1日到达。",
        "新华社电文说，老井修好了。",
        "晨报记者何小田陈立予来到村里，老井修好了。",
        "【记者9日到青石报道老井】大家都去看。",
    ],
)
def test_words_of_a_dateline_may_be_text(text: str) -> None:
    story = only("老井又有了水", text, TREES)
    assert (story.dateline, texts(story)) == (None, [text, TREES])


@pytest.mark.parametrize("dateline", ["本报讯", "本台消息"])
def test_dateline_is_no_author(dateline: str) -> None:
    assert only("老井又有了水", f"{dateline} {BODY}").authors == ()


def test_reporter_in_the_dateline_of_an_agency_is_the_author() -> None:
    story = only("老井又有了水", f"（中央社記者王小明台北20日電）{BODY}")
    assert (story.dateline, story.authors, texts(story)) == ("（中央社記者王小明台北20日電）", ("王小明",), [BODY])


def test_two_datelines_over_the_text_are_both_kept() -> None:
    assert "本报讯本报讯" in "".join(
        story.characters() for story in stories("老井又有了水", "本报讯", f"本报讯 {BODY}")
    )


@pytest.mark.parametrize(
    "byline",
    [
        "本报记者 周大海",
        "□ 周大海",
        "文／周大海",
        "周大海（教师）",
        "記者周大海／台北報導",
        "（记者 周大海）",
        "周大海",
    ],
)
def test_byline_before_the_text(byline: str) -> None:
    story = only("老井又有了水", byline, BODY, MORE)
    assert (story.title, story.credit, story.authors) == ("老井又有了水", byline, ("周大海",))
    assert texts(story) == [BODY, MORE]


@pytest.mark.parametrize("byline", ["（周大海 文/图）", "本报记者 周大海", "记者 周大海", "青石县　周大海"])
def test_byline_after_the_text(byline: str) -> None:
    story = only("老井又有了水", BODY, MORE, byline)
    assert (story.credit, story.authors) == (byline, ("周大海",))
    assert texts(story) == [BODY, MORE]


def test_reporter_in_a_sentence_is_no_byline() -> None:
    story = only("老井又有了水", "记者昨天来到白鹭镇。", MORE, "周大海说，井水很甜。")
    assert (story.credit, story.authors, len(story.blocks)) == (None, (), 3)


@pytest.mark.parametrize(
    ("lead", "credit"),
    [
        ("本报讯 (记者 周大海)", "(记者 周大海)"),
        ("本报讯（记者 周大海）", "（记者 周大海）"),
        ("本报讯 记者周大海报道：", "记者周大海报道："),
        ("新华社北京3月1日电（记者 周大海）", "（记者 周大海）"),
    ],
)
def test_dateline_and_byline_inside_the_first_paragraph(lead: str, credit: str) -> None:
    story = only("老井又有了水", f"{lead}{BODY}", MORE)
    assert (story.credit, story.authors) == (credit, ("周大海",))
    assert lead.startswith(story.dateline or "-")
    assert texts(story) == [BODY, MORE]


def test_byline_at_the_foot_of_the_last_paragraph_closes_the_story() -> None:
    first, second = stories("老井又有了水", BODY, f"{MORE}(记者 周大海)", "学校开学了", "孩子们来了。")
    assert (first.credit, texts(first)) == ("(记者 周大海)", [BODY, MORE])
    assert (second.title, second.credit) == ("学校开学了", None)


@pytest.mark.parametrize(
    "end",
    [
        *("大家都高兴。", "大家都说：「水來了。」", "他读了这个故事（节选。）"),
        "大家都高兴。（周大海）",
        "老人说：“水真甜！”",
        "这口井还能用多久？",
    ],
)
def test_short_last_paragraph_of_a_page_belongs_to_its_story(end: str) -> None:
    story = only("老井又有了水", WELL, TREES, end)
    assert (len(texts(story)), story.kind) == (3, Kind.ARTICLE)


def test_caption_at_the_foot_of_a_page_may_be_short() -> None:
    _, caption = stories("老井又有了水", WELL, TREES, "\n\n孩子们在井边打水。（周大海 摄）")
    assert (caption.kind, caption.credit) == (Kind.CAPTION, "（周大海 摄）")


def test_two_bylines_are_kept_in_order() -> None:
    story = only("老井又有了水", f"(记者 周大海){BODY}", "(李花 摄)")
    assert (story.credit, story.authors) == ("(记者 周大海) (李花 摄)", ("周大海", "李花"))


def test_editor_is_no_author() -> None:
    story = only("老井又有了水", WELL, TREES, "编辑：何田")
    assert (story.credit, story.authors) == ("编辑：何田", ())


def test_words_in_brackets_close_no_story() -> None:
    story = only("老井又有了水", BODY, "（二十）", MORE)
    assert story.authors == ()
    assert len(story.blocks) == 3


def test_many_bylines_in_brackets_take_no_time() -> None:
    line = "（" + "本报记者 王小明 " * 40 + "发自青石县的现场报道）"
    assert stories("老井又有了水", BODY, line)


# ---------------------------------------------------------------- captions


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_text_with_a_photographer_on_its_own_line_is_a_caption(gap: str) -> None:
    _, caption = stories("老井又有了水", BODY, MORE, f"\n\n孩子们在井边玩水。{gap}(周大海 摄)")
    assert (caption.kind, caption.title, caption.credit) == (Kind.CAPTION, None, "(周大海 摄)")
    assert texts(caption) == ["孩子们在井边玩水。"]


@pytest.mark.parametrize("credit", ["周大海 摄", "本报记者 周大海 摄", "（周大海 摄）", "新华社发", "（资料图片）"])
def test_photo_credit_on_the_line_of_the_caption(credit: str) -> None:
    text = "孩子们在井边玩水。"
    _, caption, _ = stories("老井又有了水", WELL, TREES, f"\n\n{text}{credit}", "\n\n学校开学了", f"本报讯 {SCHOOL}")
    assert (caption.kind, caption.credit, texts(caption)) == (Kind.CAPTION, credit, [text])


@pytest.mark.parametrize("mark", ["▲", "图为", "图①：", "↑"])
def test_text_that_speaks_of_the_picture_is_a_caption(mark: str) -> None:
    _, caption = stories("老井又有了水", BODY, MORE, f"\n\n{mark}孩子们在井边玩水。")
    assert caption.kind is Kind.CAPTION


def test_what_a_chart_or_a_picture_is_called_is_a_caption() -> None:
    _, chart = stories("老井又有了水", WELL, TREES, "\n\n五年用水量的比较")
    assert chart.kind is Kind.CAPTION


def test_text_with_a_headline_and_a_photographer_is_an_article() -> None:
    assert only("老井又有了水", BODY, "(周大海 摄)").kind is Kind.ARTICLE


def test_text_with_a_writer_only_is_an_article() -> None:
    _, second = stories("老井又有了水", WELL, TREES, f"\n\n本报讯 {SCHOOL}", "(记者 周大海)")
    assert (second.kind, second.credit) == (Kind.ARTICLE, "(记者 周大海)")


CUT, REST = "村里的老井修好了，大家都来打", "水，井边笑声不断，老人们也来了。"


@pytest.mark.parametrize(
    "caption",
    [
        ["▲孩子们在新修的井边打水。"],
        ["孩子们在新修的井边打水。", "（周大海 摄）"],
        ["孩子们在新修的井边打水。周大海 摄"],
        ["①孩子们在打水。", "②老人坐在树下。", "周大海 摄"],
    ],
)
def test_paragraph_goes_on_below_a_caption(caption: list[str]) -> None:
    story, picture = stories("老井又有了水", CUT, *caption, REST, TREES)
    assert texts(story) == [CUT + REST, TREES]
    assert (picture.kind, picture.ref.line) == (Kind.CAPTION, 5)


def test_caption_below_a_whole_paragraph_is_not_inside_it() -> None:
    found = import_page(page(f"老井又有了水\n\n{WELL}\n\n▲孩子们在打水。\n\n\n\n学校开学了\n\n本报讯 {SCHOOL}\n"))
    assert [story.kind for story in found.stories] == [Kind.ARTICLE, Kind.CAPTION, Kind.ARTICLE]
    assert "caption" not in [decision.what for decision in found.decisions]


@pytest.mark.parametrize("caption", ["▲孩子们在新修的井边打水。", "图为孩子们在新修的井边打水。"])
def test_story_goes_on_below_a_caption_between_its_paragraphs(caption: str) -> None:
    found = stories("老井又有了水", WELL, caption, TREES)
    assert of(found, Kind.CAPTION) == [[caption]]
    assert of(found, Kind.ARTICLE) == [[WELL, TREES]]


def test_photographer_between_two_paragraphs_closes_no_story() -> None:
    found = stories("老井又有了水", WELL, "孩子们在新修的井边打水。", "（周大海 摄）", TREES)
    assert of(found, Kind.CAPTION) == [["孩子们在新修的井边打水。"]]
    assert found[0].authors == ()


# ---------------------------------------------------------------- slogans


@pytest.mark.parametrize("slogan", ["节约用水 人人有责", "爱护水源", "节约用水，人人有责", "护一江清水！"])
def test_heading_over_no_text_at_the_foot_is_a_slogan(slogan: str) -> None:
    _, last = stories("老井又有了水", WELL, TREES, f"\n\n{slogan}")
    assert (last.kind, texts(last)) == (Kind.SLOGAN, [slogan])


def test_headings_over_no_text_are_slogans_one_a_group() -> None:
    _, first, second = stories("老井又有了水", BODY, MORE, "\n\n爱护水源", "从我做起", "\n\n出行讲礼让")
    assert (first.kind, texts(first)) == (Kind.SLOGAN, ["爱护水源", "从我做起"])
    assert (second.kind, texts(second)) == (Kind.SLOGAN, ["出行讲礼让"])


def test_slogan_in_the_middle_of_a_page() -> None:
    first, slogan, last = stories(
        "老井又有了水", WELL, TREES, "\n\n节约用水 人人有责", "\n\n学校开学了", f"本报讯 {SCHOOL}"
    )
    assert (slogan.kind, texts(slogan)) == (Kind.SLOGAN, ["节约用水 人人有责"])
    assert (first.title, last.title) == ("老井又有了水", "学校开学了")


def test_paragraph_goes_on_below_a_slogan_after_a_comma() -> None:
    story, slogan = stories(
        "老井又有了水", "村里的老井修好了，大家都来打水，", "节约用水 人人有责", "井边笑声不断。", TREES
    )
    assert texts(story) == [WELL, TREES]
    assert slogan.kind is Kind.SLOGAN


def test_paragraph_goes_on_below_a_slogan_inside_a_word(segmenter: Segmenter) -> None:
    text = "老井又有了水\n\n老井修好了，全村上下深\n\n节约用水 人人有责\n\n刻体会到水的可贵，都来出力。\n"
    story, slogan = read_page(page(text), segmenter).stories
    assert texts(story) == ["老井修好了，全村上下深刻体会到水的可贵，都来出力。"]
    assert slogan.kind is Kind.SLOGAN


def test_two_halves_between_whole_paragraphs_are_no_slogan_inside_them() -> None:
    assert headings(only("老井又有了水", WELL, "老井有水 村民有福", TREES)) == ["老井有水 村民有福"]


# ---------------------------------------------------------------- furniture


@pytest.mark.parametrize(
    "line", ["第03版", "03", "03 县域新闻", "青石日报 2021年7月9日 星期五", "A07 民生　星期五　责编/白小鹭"]
)
def test_furniture_at_the_head_of_a_page(line: str) -> None:
    furniture, story = stories(line, "老井又有了水", WELL)
    assert (furniture.kind, texts(furniture)) == (Kind.FURNITURE, [line])
    assert (story.title, texts(story)) == ("老井又有了水", [WELL])


@pytest.mark.parametrize(
    "line",
    [
        "第03版",
        "责任编辑：何田 版式设计：李四",
        "本版编辑　齐如松",
        "03",
        "小城新闻网版权所有 未经许可不得转载",
        "新闻热线：12345",
    ],
)
def test_furniture_at_the_foot_of_a_page(line: str) -> None:
    story, furniture = stories("老井又有了水", WELL, line)
    assert (furniture.kind, texts(furniture)) == (Kind.FURNITURE, [line])
    assert (story.credit, texts(story)) == (None, [WELL])


@pytest.mark.parametrize(
    "line",
    [
        "首页 > 新闻 > 社会 > 正文",
        "2006-11-09 14:03 来源：小城网",
        "【字号：大 中 小】 【打印】",
        "我要评论(12)　手机看新闻",
    ],
)
def test_furniture_of_the_web(line: str) -> None:
    found = stories("老井又有了水", line, WELL, TREES)
    assert of(found, Kind.FURNITURE) == [[line]]
    assert of(found, Kind.ARTICLE) == [[WELL, TREES]]


def test_furniture_inside_a_story_does_not_end_it() -> None:
    found = stories("老井又有了水", BODY, "第03版", MORE)
    assert of(found, Kind.FURNITURE) == [["第03版"]]
    assert of(found, Kind.ARTICLE) == [[BODY, MORE]]


def test_stories_come_in_page_order_around_furniture() -> None:
    assert [item.ref.line for item in stories("老井又有了水", BODY, "第03版", MORE)] == [1, 5]


def test_cut_paragraph_goes_on_below_page_furniture() -> None:
    story, furniture = stories("老井有了水", "村里的人说，老井修", "第03版", "好了，大家都来打水。")
    assert (story.kind, furniture.kind) == (Kind.ARTICLE, Kind.FURNITURE)
    assert texts(story) == ["村里的人说，老井修好了，大家都来打水。"]


@pytest.mark.parametrize(
    "text", ["电话/短信诈骗近年来频发，村里人要当心。", "第三版图书出版了。", "导读员每天给孩子们读书。"]
)
def test_words_of_furniture_may_be_text(text: str) -> None:
    assert texts(only("当心诈骗", text)) == [text]


def test_reading_guide_is_furniture() -> None:
    guide = "今日导读\n老井又有了水\n小桥通车 A3\n学校开学了"
    found = stories(guide, "\n老井又有了水", WELL)
    assert of(found, Kind.FURNITURE) == [[line] for line in guide.split("\n")]
    assert (found[-1].title, texts(found[-1])) == ("老井又有了水", [WELL])


def test_headline_below_a_reading_guide_is_kept() -> None:
    assert (
        stories("导读", "小桥通车了　2版", "学校开学了　3版", "老井又有了水", WELL, TREES)[-1].title == "老井又有了水"
    )


def test_programme_is_furniture() -> None:
    programme = "青石电视台\n19:00　新闻\n19:30　天气预报"
    found = stories("老井又有了水", WELL, f"\n{programme}", "学校开学了", f"本报讯 {SCHOOL}")
    assert of(found, Kind.FURNITURE) == [[line] for line in programme.split("\n")]
    assert of(found, Kind.ARTICLE) == [[WELL], [SCHOOL]]


def test_one_time_of_day_is_no_programme() -> None:
    assert of(stories("老井又有了水", WELL, "19:00　开井", TREES), Kind.FURNITURE) == []


# ---------------------------------------------------------------- verse, lists, tables


@pytest.mark.parametrize(
    "verse",
    [
        ["井水清又清，柳树绿成荫。", "老人坐树下，说起打井人。"],
        ["井水清又清，", "柳树绿成荫。", "老人坐树下，", "说起打井人。"],
        ["我记得你，老井，", "记得清清的水", "和水里的月亮，", "每天晚上，", "你都在那里", "等我回家。"],
        ["我记得你", "记得清清的水", "和水里的月亮", "每天晚上", "你都在那里", "等我回家", "等我打水"],
    ],
)
def test_lines_of_verse_are_not_joined(verse: list[str]) -> None:
    poem, school = stories("我的老井", "\n".join(verse), "\n\n学校开学了", f"本报讯 {SCHOOL}")
    assert (poem.title, texts(poem)) == ("我的老井", verse)
    assert school.title == "学校开学了"


@pytest.mark.parametrize(
    "last",
    [
        ["我记得你", "记得清清的水", "和水里的月亮", "每天晚上", "你都在那里", "等我回家", "等我打水"],
        ["品名　今日　昨日　涨跌", "白菜　0.90　0.80　+0.10", "茄子　3.20　2.80　+0.40"],
    ],
)
def test_verse_or_a_table_at_the_foot_of_a_page_is_no_slogan(last: list[str]) -> None:
    found = stories("学校开学了", f"本报讯 {SCHOOL}", "\n\n我的老井", "\n".join(last))
    assert (found[-1].kind, found[-1].title, texts(found[-1])) == (Kind.ARTICLE, "我的老井", last)


def test_poet_stands_under_the_title() -> None:
    poem, _ = stories(
        "井水", "周大海", "井水清又清，柳树绿成荫。\n老人坐树下，说起打井人。", "\n\n学校开学了", f"本报讯 {SCHOOL}"
    )
    assert (poem.title, poem.authors, len(poem.blocks)) == ("井水", ("周大海",), 2)


def test_lines_of_prose_are_joined_where_lines_of_verse_are_not() -> None:
    assert len(only("我的老井", "我记得你的水，那清清", "的水，和水里的月亮，我每天晚上都想起。").blocks) == 1


@pytest.mark.parametrize(
    "items",
    [
        ["●井深三十米，水量充足。", "●水泵每天抽水两次。", "●全村用水不再发愁。"],
        ["▲井深三十米，水量充足。", "▲水泵每天抽水两次。"],
        ["井深：三十米", "水温：十五度", "水泵：两台"],
    ],
)
def test_items_of_a_list_stay_in_their_story(items: list[str]) -> None:
    assert texts(only("老井又有了水", WELL, *items, TREES)) == [WELL, *items, TREES]


def test_rows_of_a_table_stay_apart() -> None:
    rows = ["品名　今日　昨日　涨跌", "白菜　0.90　0.80　+0.10", "茄子　3.20　2.80　+0.40", "土豆　1.20　1.30　-0.10"]
    table, _ = stories("今日菜价", "\n".join(rows), "\n\n学校开学了", f"本报讯 {SCHOOL}")
    assert (table.title, texts(table)) == ("今日菜价", rows)


def test_questions_and_answers_stay_apart() -> None:
    talk = [
        "问：老井是谁挖的？",
        "答：我爷爷挖的，那年大旱，他带着全村人挖了三个月。",
        "问：水甜吗？",
        "答：甜，比河里的水甜。",
    ]
    assert texts(only("老井的故事", *talk)) == talk


# ---------------------------------------------------------------- cut paragraphs


def test_paragraph_that_is_cut_in_mid_word_is_joined() -> None:
    story = only("老井又有了水", "昨天，村里的老", "井修好了，大家都来打水。", MORE)
    assert texts(story) == ["昨天，村里的老井修好了，大家都来打水。", MORE]


def test_words_tell_where_a_paragraph_is_cut(segmenter: Segmenter) -> None:
    text = f"老井又有了水\n\n{WELL}\n\n从此以后全村上下深\n\n刻体会到水的可贵。\n"
    story, *_ = read_page(page(text), segmenter).stories
    assert texts(story)[-1] == "从此以后全村上下深刻体会到水的可贵。"


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("昨天，村里来了David", "Ku和他的朋友，大家都来打水。", "昨天，村里来了David Ku和他的朋友，大家都来打水。"),
        ("村里人爱用新买的手机Galaxy", "S20拍老井的照片。", "村里人爱用新买的手机Galaxy S20拍老井的照片。"),
        (
            "老井修了三个多月，一共花了12",
            "000元，全村人都来帮忙。",
            "老井修了三个多月，一共花了12000元，全村人都来帮忙。",
        ),
        ("老井的水是去年6月20", "日断的，全村人都着急。", "老井的水是去年6月20日断的，全村人都着急。"),
        ("村里的老井修好了", "，大家都来打水。", "村里的老井修好了，大家都来打水。"),
        ("老人说：“老井修好了。", "”大家都来打水。", "老人说：“老井修好了。”大家都来打水。"),
        ("水位上升了3", "％，大家都高兴。", "水位上升了3％，大家都高兴。"),
        ("县里在村(社", "区)里修了三十口这样的井。", "县里在村(社区)里修了三十口这样的井。"),
    ],
)
def test_what_is_cut_is_joined(above: str, below: str, joined: str) -> None:
    assert texts(only("老井又有了水", WELL, above, below, TREES)) == [WELL, joined, TREES]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("昨天，村里来了David。", "Ku和他的朋友也来打水。"),
        ("昨天，老井修好了。", "后来，大家都来打水。"),
        ("老人说：“老井修好了。”", "“大家都来打水。”"),
        ("水位上升了3％。", "3月1日，大家都高兴。"),
    ],
)
def test_what_is_whole_is_not_joined(above: str, below: str) -> None:
    assert texts(only("老井又有了水", WELL, above, below, TREES)) == [WELL, above, below, TREES]


def test_paragraph_is_not_joined_over_a_byline() -> None:
    first, second = stories("老井又有了水", WELL, "孩子们在井边种树（图）。", "(记者 周大海)", f"本报讯 {SCHOOL}")
    assert (texts(first)[-1], texts(second)) == ("孩子们在井边种树（图）。", [SCHOOL])


def test_list_of_names_in_quotes_is_running_text_in_a_long_line() -> None:
    story = only("老井又有了水", "全村人都说起了那口“又深、又清、又甜”的老井和它的", "故事，笑声不断。")
    assert texts(story) == ["全村人都说起了那口“又深、又清、又甜”的老井和它的故事，笑声不断。"]


# ---------------------------------------------------------------- pages without blank lines


def test_page_whose_paragraphs_all_stand_far_apart_is_one_story() -> None:
    assert texts(only("老井又有了水\n", f"{BODY}\n", f"{MORE}\n", "孩子们来了。")) == [BODY, MORE, "孩子们来了。"]


def test_headlines_of_a_page_without_blank_lines_are_not_one() -> None:
    (story,) = lines(f"白鹭镇\n老井又有了水\n\u3000\u3000{BODY}\n\u3000\u3000{MORE}\n")
    assert (story.kicker, story.title) == ("白鹭镇", "老井又有了水")


def test_page_without_blank_lines() -> None:
    found = lines(
        f"白鹭镇\n老井又有了水\n本报讯（记者 周大海）{WELL}\n{TREES}\n学校开学了\n本报讯 {SCHOOL}\n"
        f"新桥通车\n新华社北京3月1日电 {BRIDGE}\n"
    )
    assert [(story.kicker, story.title, texts(story)) for story in found] == [
        ("白鹭镇", "老井又有了水", [WELL, TREES]),
        (None, "学校开学了", [SCHOOL]),
        (None, "新桥通车", [BRIDGE]),
    ]


INDENTED = (
    "老井又有了水\n"
    "\u3000\u3000昨天，村里的老井修好了，大家都来打水，井边笑声不断，孩子们也来帮\n"
    "忙，老人们坐在树下看着，都说这水比从前还甜，比从前还清。\n"
    "\u3000\u3000后来，孩子们在井边种了一圈柳树，每天提水来浇，今年春天柳树发了芽\n"
    "\u3000\u3000县里的人也来看，说要在别的村修这样的井。\n"
    "学校开学了\n"
    "\u3000\u3000本报讯 学校今天开学，孩子们一早就来了，教室很新。\n"
)


def test_page_without_blank_lines_is_read_by_its_indents() -> None:
    first, second = lines(INDENTED)
    assert first.title == "老井又有了水"
    assert [text[:4] for text in texts(first)] == ["昨天，村", "后来，孩", "县里的人"]
    assert (second.title, texts(second)) == ("学校开学了", ["学校今天开学，孩子们一早就来了，教室很新。"])


def test_without_its_indents_unfinished_text_goes_on() -> None:
    first, _ = lines(INDENTED.replace("\u3000", ""))
    assert [text[:4] for text in texts(first)] == ["昨天，村", "后来，孩"]


FIRST = (
    "昨天，村里的老井修好了，大家都来打水。井边笑声不断，孩子们也来帮忙。老人们坐在树下看着，都说这水比从前还甜，"
    "比从前还清。后来，孩子们在井边种了一圈柳树，每天提水来浇。今年春天，柳树发了芽，井边更热闹了。"
)
SECOND = (
    "县里的人也来看，说要在别的村修这样的井。大家都很高兴，说起打井的老人，说起那年的大旱。从那以后，"
    "村里人再没有为水发过愁，年轻人也回来了，在井边盖了新房。"
)


def wrapped(text: str, width: int) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


@pytest.mark.parametrize(
    ("width", "indent", "gap"),
    [
        *((14, "", "\n"), (14, "\u3000\u3000", "\n"), (14, "", "\n\n"), (12, "\u3000\u3000", "\n\n")),
        *((17, "\u3000\u3000", "\n"), (30, "\u3000\u3000", "\n"), (30, "\u3000\u3000", "\n\n")),
        *((15, "\u3000\u3000", "\n"), (15, "", "\n"), (17, "", "\n\n"), (22, "\u3000\u3000", "\n")),
    ],
)
def test_lines_of_one_width_are_joined(width: int, indent: str, gap: str) -> None:
    (story,) = lines(gap.join(("老井又有了水", wrapped(indent + FIRST, width), wrapped(indent + SECOND, width))) + "\n")
    assert (story.title, texts(story)) == ("老井又有了水", [FIRST, SECOND])


def test_lines_of_many_widths_are_paragraphs() -> None:
    paragraphs = [f"{sentence}。" for sentence in (FIRST + SECOND).split("。") if sentence]
    (story,) = lines("老井又有了水\n" + "\n".join(paragraphs) + "\n")
    assert texts(story) == paragraphs


# ---------------------------------------------------------------- what the format says


def roles(*given: tuple[Role | None, str]) -> tuple[tuple[Story, ...], tuple[Decision, ...]]:
    made = [SourceLine(text, number, 0, False, role) for number, (role, text) in enumerate(given, start=1)]
    return page_text.read(made, "p", lambda above, below: False)


def test_roles_that_a_format_gives_are_obeyed() -> None:
    (first, second), decisions = roles(
        (Role.TITLE, "老井又有了水，大家都来打水，井边笑声不断，老人说起当年打井的事，孩子们也来帮忙。"),
        (Role.CREDIT, "井边人"),
        (Role.PARAGRAPH, "老井修好了"),
        (Role.HEADING, "他来了。"),
        (Role.PARAGRAPH, "他说"),
        (Role.TITLE, "第03版"),
        (Role.PARAGRAPH, "节约用水 人人有责"),
    )
    assert [decision.what for decision in decisions] == [
        *("headline", "byline", "paragraph", "crosshead", "paragraph", "headline", "paragraph")
    ]
    assert (first.credit, texts(first), headings(first)) == ("井边人", ["老井修好了", "他说"], ["他来了。"])
    assert (second.title, texts(second)) == ("第03版", ["节约用水 人人有责"])


def test_without_roles_the_same_lines_are_read_by_their_look() -> None:
    found, decisions = roles((None, "第03版"), (None, "老井又有了水"), (None, WELL))
    assert [decision.what for decision in decisions] == ["page furniture", "headline", "paragraph"]
    assert [story.kind for story in found] == [Kind.FURNITURE, Kind.ARTICLE]


def test_lines_without_a_role_stand_between_those_with_one() -> None:
    (story,), _ = roles(
        (Role.TITLE, "老井又有了水"),
        (None, "本报记者 周大海"),
        (Role.PARAGRAPH, WELL),
        (None, "修井的人"),
        (None, TREES),
    )
    assert (story.credit, texts(story), headings(story)) == ("本报记者 周大海", [WELL, TREES], ["修井的人"])


# ---------------------------------------------------------------- decisions


def test_every_line_has_one_decision_in_page_order() -> None:
    text = f"第03版\n\n老井又有了水\n\n{CUT}\n\n▲孩子们在打水。\n\n{REST}\n\n\n\n节约用水 人人有责\n"
    found = import_page(page(text))
    assert [(decision.ref.line, decision.what) for decision in found.decisions] == [
        (1, "page furniture"),
        (3, "headline"),
        (5, "paragraph"),
        (7, "caption"),
        (9, "joined to the line above"),
        (13, "stands by itself"),
    ]
    assert [decision.text for decision in found.decisions] == [line for line in text.split("\n") if line]
    assert all(decision.reason and 0 <= decision.confidence <= 1 for decision in found.decisions)


# ---------------------------------------------------------------- places and odd characters


def test_stories_and_blocks_know_their_lines() -> None:
    (story,) = lines("\n\n老井又有了水\n\n\u3000昨天，村里的老\n\n井修好了。\n\n井边的变化\n\n大家来了。\n")
    assert str(story.ref) == "content/pages/p.txt:3"
    assert [block.ref.line for block in story.blocks] == [5, 9, 11]


def test_space_and_marks_around_lines_are_dropped() -> None:
    story = only("\u00a0老井又有了水\u3000", f"\t{BODY}\u200b")
    assert (story.title, texts(story)) == ("老井又有了水", [BODY])


@pytest.mark.parametrize("mark", ["\u200b", "\ufeff"])
def test_zero_width_space_inside_a_line_is_no_loss(mark: str) -> None:
    assert "".join(texts(only(f"昨天，{mark}老井修好了。"))).replace(mark, "") == "昨天，老井修好了。"


@pytest.mark.parametrize("blank", ["\u2003", "\u2009", "\u2028", "\u0085"])
def test_line_of_any_white_space_is_blank(blank: str) -> None:
    assert all(story.characters() for story in stories("老井又有了水", BODY, MORE, f"\n\n{blank}"))


@pytest.mark.parametrize("name", ["p.doc", "p", "p.txt.bak"])
def test_unknown_format_is_refused(name: str) -> None:
    with pytest.raises(PageError, match="no importer reads") as caught:
        import_page(page("他来了。\n", path=f"content/pages/{name}"))
    assert ".txt" in caught.value.hint
    assert str(caught.value.ref) == f"content/pages/{name}:1"


def test_ending_may_be_in_capitals() -> None:
    assert import_page(page("他来了。\n", path="content/pages/p.TXT")).stories


@pytest.mark.parametrize(
    ("repeated", "message"),
    [(0, "would lose '他来了。' and invent ''"), (2, "would lose '' and invent '他来了。'")],
)
def test_importer_that_loses_or_invents_is_refused(
    monkeypatch: pytest.MonkeyPatch, repeated: int, message: str
) -> None:
    right = only("他来了。")
    monkeypatch.setattr(page_text, "assembled", lambda *given: [replace(right, blocks=right.blocks * repeated)])
    with pytest.raises(PageError, match=message) as caught:
        import_page(page("他来了。\n"))
    assert str(caught.value.ref) == "content/pages/p.txt:1"


def test_no_character_is_in_two_stories() -> None:
    text = f"第03版\n\n老井又有了水\n\n{CUT}\n\n①孩子们在打水。\n\n（周大海 摄）\n\n{REST}\n\n本报讯（李花）{SCHOOL}\n"
    after: Counter[str] = Counter()
    for story in lines(text):
        after.update(story.characters())
    assert after == Counter("".join(text.split()))
