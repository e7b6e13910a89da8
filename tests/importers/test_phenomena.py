"""What has gone wrong on pages once: each a few lines, and the stories that a person sees in them."""

from __future__ import annotations

import pytest

from duidu.importers import import_page
from duidu.model import ImportedPage, Kind, RawPage, Role, Story
from duidu.segmentation import Segmenter

BRIDGE = "昨天，大塘村的老桥终于修好了，全村人都来到桥头看热闹，笑声传得很远。"
STONES = "这座桥修了三个月，石头是从山上一块一块背下来的，木料是各家各户凑的。"
OLD = "老人们说，从前过河要绕十里路，如今几步就到了对岸，孩子上学也方便了。"
PLANS = "村里打算明年在桥头种一排柳树，再修一个凉亭，让过路的人歇歇脚再走。"


def imported(*lines: str) -> ImportedPage:
    return import_page(RawPage("p", "\n".join(lines).encode(), "content/pages/p.txt"))


def imported_with(*lines: str) -> tuple[Story, ...]:
    """The stories of a page that is read with a dictionary."""
    page = RawPage("p", "\n".join(lines).encode(), "content/pages/p.txt")
    return import_page(page, Segmenter().cuts_word).stories


def printed(*lines: str) -> list[Story]:
    """The stories of a page without its furniture."""
    return [story for story in imported(*lines).stories if story.kind is not Kind.FURNITURE]


def texts(story: Story) -> list[str]:
    return [block.text for block in story.blocks if block.role is Role.PARAGRAPH]


def headings(story: Story) -> list[str]:
    return [block.text for block in story.blocks if block.role is Role.HEADING]


# ---------------------------------------------------------------- text that looks like furniture


def test_a_diary_is_no_programme() -> None:
    days = [f"7月3日　{BRIDGE}", f"7月4日　{STONES}", f"7月5日　{OLD}"]
    (story,) = printed("抗旱日记", "", *"\n\n".join(days).split("\n"))
    assert (story.title, texts(story)) == ("抗旱日记", days)


@pytest.mark.parametrize("label", ["【现场】", "【市民声音】"])
def test_a_crosshead_may_stand_in_brackets(label: str) -> None:
    (story,) = printed("老桥修好了", "", f"本报讯 {BRIDGE}", "", label, "", STONES)
    assert headings(story) == [label]


@pytest.mark.parametrize(
    "title",
    [
        *("返回家乡的年轻人", "扫一扫灰尘", "分享到手的快乐", "上一篇日记", "保护版权所有人都有责任"),
        *("1949年10月1日 开国大典", "2020年1月1日起施行"),
    ],
)
def test_a_headline_may_begin_like_a_button_or_hold_a_date(title: str) -> None:
    (story,) = printed(title, "", BRIDGE, "", STONES)
    assert story.title == title


def test_the_dates_of_a_chronicle_are_its_crossheads() -> None:
    dates = ["2011年3月5日", "2011年4月8日", "2012年1月9日"]
    (story,) = printed("五年大事", "", dates[0], "", BRIDGE, "", dates[1], "", STONES, "", dates[2], "", OLD)
    assert (story.title, headings(story), texts(story)) == ("五年大事", dates, [BRIDGE, STONES, OLD])


def test_a_date_in_a_sentence_is_text() -> None:
    (story,) = printed(
        "老桥修好了", "本报讯 这座桥始建于", "1949年10月1日", "，已经七十年了，大家", "都舍不得它。", BRIDGE, STONES
    )
    assert texts(story)[0] == "这座桥始建于1949年10月1日，已经七十年了，大家都舍不得它。"


def test_a_rule_between_stories_is_furniture() -> None:
    first, *_ = printed("老桥修好了", "", BRIDGE, "", "* * *", "", STONES, "", "——————", "", OLD)
    assert (first.kicker, headings(first)) == (None, [])


def test_the_name_of_the_paper_at_the_head_of_a_page_is_furniture() -> None:
    (story,) = printed("云岭日报", "", "新桥通车", "", BRIDGE)
    assert (story.kicker, story.section, story.title) == (None, None, "新桥通车")


# ---------------------------------------------------------------- captions inside a story


CAPTION = "▲大塘村的老桥修好了。 本报记者 白雪松 摄"


def test_a_story_goes_on_below_a_caption() -> None:
    story, caption = printed("老桥修好了", "", BRIDGE, "", STONES, "", CAPTION, "", OLD, "", PLANS)
    assert (texts(story), caption.kind, caption.authors) == ([BRIDGE, STONES, OLD, PLANS], Kind.CAPTION, ("白雪松",))


def test_a_crosshead_below_a_caption_is_built_like_one_above() -> None:
    page = ("老桥修好了", "", BRIDGE, "", "服务“入村”", "", STONES, "", CAPTION, "", "服务“入户”", "", OLD)
    story, _ = printed(*page)
    assert headings(story) == ["服务“入村”", "服务“入户”"]


# ---------------------------------------------------------------- where stories begin and end


def test_a_blank_line_tells_on_a_page_that_has_hardly_any() -> None:
    _, second = printed(
        "老桥修好了",
        "",
        f"本报讯 {BRIDGE}",
        "",
        "新井打成了",
        "昨天，村里的新井打成了，来看的",
        "人很多，大家都很高兴。",
    )
    assert (second.title, texts(second)) == ("新井打成了", ["昨天，村里的新井打成了，来看的人很多，大家都很高兴。"])


def test_a_headline_may_end_like_the_name_of_a_body() -> None:
    (story,) = printed("县城建起新医院", BRIDGE, STONES)
    assert (story.title, texts(story)) == ("县城建起新医院", [BRIDGE, STONES])


def test_each_brief_under_a_label_has_its_headline() -> None:
    page = ("国际简讯", "", "邻国大选揭晓", "", BRIDGE, "", "岛国地震三人受伤", "", STONES, "", "油价又涨", "", OLD)
    found = printed(*page)
    assert [story.title for story in found] == ["邻国大选揭晓", "岛国地震三人受伤", "油价又涨"]
    assert [story.section for story in found] == ["国际简讯", None, None]


def test_a_story_with_crossheads_under_a_label_stays_whole() -> None:
    page = ("国际简讯", "", "邻国大选揭晓", "", BRIDGE, "", STONES, "", "票数接近", "", OLD, "", PLANS)
    assert len(printed(*page)) == 1


def test_rows_of_a_table_are_no_headlines() -> None:
    rows = ["品种　昨日　前日", "白菜　0.90　0.80", "土豆　1.50　1.50"]
    (story,) = printed("菜价", "", *rows, "", "（单位：元/公斤）", "", "老桥修好了", "", BRIDGE)
    assert (story.title, texts(story)[:4]) == ("菜价", [*rows, "（单位：元/公斤）"])


def test_what_somebody_says_is_no_verse() -> None:
    (story,) = printed(
        *("桥头人家", "", "　　老邓家今年种了承包地四十亩，", "去年打粮三万斤。", "　　“老邓，今年收成怎么样？”"),
        *("　　“两千八！”", "　　笑声更响了。", "　　“还有猪呢！”", STONES),
    )
    assert texts(story)[0] == "老邓家今年种了承包地四十亩，去年打粮三万斤。"


@pytest.mark.parametrize("end", ['他说他是"义工".', '她说: "我们都是。"'])
def test_a_sentence_may_end_with_western_marks(end: str) -> None:
    (story,) = printed("义工服务", "", BRIDGE, "", end, "", STONES)
    assert texts(story) == [BRIDGE, end, STONES]


# ---------------------------------------------------------------- bylines


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("【本報記者王小明台北報導】", ("王小明",)),
        ("⊙記者　林雅雯／台北報導", ("林雅雯",)),
        ("□记者 阿依古丽", ("阿依古丽",)),
        ("记者王小明 通讯员李花报道", ("王小明", "李花")),
        ("青石晚报讯（记者 丁小宁 实习生 范雨）", ("丁小宁", "范雨")),
    ],
)
def test_a_byline_of_its_own(byline: str, authors: tuple[str, ...]) -> None:
    (story,) = printed("新桥通车", byline, BRIDGE)
    assert (story.title, story.authors, texts(story)) == ("新桥通车", authors, [BRIDGE])


@pytest.mark.parametrize("credit", ["（作者单位：青石大学）", "［中央社］", "（法新社）"])
def test_an_agency_or_an_employer_is_nobody(credit: str) -> None:
    (story,) = printed("新桥通车", BRIDGE, credit)
    assert (story.credit, story.authors) == (credit, ())


def test_the_mail_address_of_the_writer_is_part_of_the_byline() -> None:
    (story,) = printed("新桥通车", "记者 林慧", "limh@example.com", BRIDGE)
    assert (story.credit, story.authors, texts(story)) == ("记者 林慧 limh@example.com", ("林慧",), [BRIDGE])


# ---------------------------------------------------------------- who has written it


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("space", ["", " ", "\u3000"])
def test_a_byline_in_brackets_closes_its_story_whatever_stands_before_it(gap: str, space: str) -> None:
    lines = ("老桥修好了", BRIDGE, f"{STONES}{space}（李明）", "村里种柳树", OLD, f"{PLANS}{space}（王芳）")
    first, second = printed(*gap.join(f"{line}\n" for line in lines).split("\n"))
    assert (first.title, first.authors, second.title, second.authors) == (
        *("老桥修好了", ("李明",)),
        *("村里种柳树", ("王芳",)),
    )


@pytest.mark.parametrize("name", ["晓风", "茶文军"])
def test_a_short_word_in_brackets_at_the_end_is_a_pen_name(name: str) -> None:
    (story,) = printed("老桥修好了", "", BRIDGE, "", f"{STONES}（{name}）")
    assert story.authors == (name,)


@pytest.mark.parametrize("note", ["未完", "有删节", "上", "下同"])
def test_a_note_in_brackets_at_the_end_is_nobody(note: str) -> None:
    (story,) = printed("老桥修好了", "", BRIDGE, "", f"{STONES}（{note}）")
    assert story.authors == ()
    assert texts(story)[-1] == f"{STONES}（{note}）"


@pytest.mark.parametrize("signature", ["大塘县第一小学\u3000韩小保", "韩\u3000保", "大塘县退休工人 一读者"])
def test_who_signs_a_letter_closes_it(signature: str) -> None:
    lines = ("请早些修桥", "编辑同志：", BRIDGE, STONES, signature, "不要再绕路了", f"编辑同志：{OLD}", PLANS)
    first, second = printed(*lines)
    assert (first.title, first.credit, second.title) == ("请早些修桥", signature, "不要再绕路了")


def test_a_name_below_text_may_be_a_heading() -> None:
    (story,) = printed("老桥修好了", "", BRIDGE, "", "家长", "", OLD, "", STONES)
    assert headings(story) == ["家长"]


def test_who_has_written_and_photographed_signs_the_story_above() -> None:
    first, caption, second = printed(
        "老桥修好了",
        BRIDGE,
        STONES,
        "本报记者 李明 文/图",
        "▲老桥上站满了人。",
        "村里种柳树",
        f"本报讯（记者 王芳）{OLD}",
    )
    assert (first.title, texts(first), first.authors) == ("老桥修好了", [BRIDGE, STONES], ("李明",))
    assert (caption.kind, second.title) == (Kind.CAPTION, "村里种柳树")


# ---------------------------------------------------------------- headlines


def test_a_headline_goes_on_below_a_comma() -> None:
    (story,) = printed("河边突然塌了桥，", "五双手同时伸了过来", f"本报讯（记者 李明）{BRIDGE}", STONES)
    assert story.title == "河边突然塌了桥， 五双手同时伸了过来"


def test_the_part_of_a_series_is_the_kicker() -> None:
    (story,) = printed("“小城夏天”系列报道之三", "老桥又通车了", "本报记者 李明", BRIDGE, STONES)
    assert (story.kicker, story.title) == ("“小城夏天”系列报道之三", "老桥又通车了")


def test_a_kicker_may_break_off_with_a_dash() -> None:
    (story,) = printed("在大塘村，有一座夜里也亮着灯的桥——", "", "灯下的“夜校”", "", "本报记者 李明", "", BRIDGE)
    assert (story.kicker, story.title) == ("在大塘村，有一座夜里也亮着灯的桥——", "灯下的“夜校”")


def test_two_lines_of_halves_are_headline_and_sub_headline() -> None:
    lines = ("老橋修好了　村民走得歡", "縣裡撥款三百萬元　明年再種一排柳樹", f"【本報訊】{BRIDGE}", STONES)
    (story,) = printed(*"\n\n".join(lines).split("\n"))
    assert (story.title, story.subtitle) == lines[:2]


def test_the_title_of_a_table_begins_something_new() -> None:
    rows = ("品种　产地　本周价　涨跌", "优混　大塘　580　+5", "普混　白鹭　440　平")
    first, second = printed("老桥修好了", "", BRIDGE, "", STONES, "", "煤价一周行情", "", *rows)
    assert (first.title, second.title, texts(second)) == ("老桥修好了", "煤价一周行情", list(rows))


def test_news_under_a_label_are_one_article() -> None:
    news = ("▲大塘村的老桥十二日通车。", "▲白鹭村的水井十三日修好。")
    first, second = printed("老桥修好了", BRIDGE, STONES, "简讯", *news)
    assert (first.title, second.title, texts(second)) == ("老桥修好了", "简讯", list(news))


def test_a_heading_that_the_text_says_again_is_a_crosshead() -> None:
    lines = ("老桥修好了", BRIDGE, "种树：明年种满两岸", f"种树：明年种满两岸，{PLANS}", STONES)
    (story,) = printed(*"\n\n".join(lines).split("\n"))
    assert headings(story) == ["种树：明年种满两岸"]


# ---------------------------------------------------------------- paragraphs and gaps


def test_a_name_in_quotes_does_not_end_a_paragraph() -> None:
    half, rest = f"{BRIDGE}人们花了那么多力气，就是为了当年说的那一句“要过河”", "的老话，今天终于可以说一声放心了。"
    (story,) = printed("老桥修好了", "", half, "", rest, "", STONES)
    assert texts(story) == [half + rest, STONES]


def test_an_ellipsis_is_cut() -> None:
    half, rest = f"{BRIDGE}桥头卖糖的、修伞的、吹面人的都来了，过年也没有这么热闹…", f"…{STONES}"
    (story,) = printed("老桥修好了", "", half, "", rest)
    assert texts(story) == [half + rest]


def test_a_word_does_not_join_a_crosshead_to_the_text() -> None:
    (story,) = printed("老桥修好了", "", BRIDGE, "", "老桥还在", "", f"不过，{OLD}", "", STONES)
    assert headings(story) == ["老桥还在"]


def test_gaps_of_one_line_set_crossheads_apart_where_stories_have_wider_ones() -> None:
    trees = "村里打算明年在老桥的桥头种一排柳树，再从山上背些石头来，让过河的老人和孩子歇歇脚。"
    water = "大塘村的自来水昨天通了，家家拧开龙头就有水，再也不用到三里外的沟里去挑。"
    road = "县里拨来了钱，河边三里长的土路要铺上石子，车子可以一直开到家门口。"
    first = f"老桥修好了\n　　{BRIDGE}\n\n石头从哪里来\n　　{STONES}\n\n明年再种树\n　　{trees}"
    page = "\n\n\n\n".join((first, f"村里有了水\n　　{water}", f"河边要修路\n　　{road}"))
    stories = printed(*page.split("\n"))
    assert [story.title for story in stories] == ["老桥修好了", "村里有了水", "河边要修路"]
    assert headings(stories[0]) == ["石头从哪里来", "明年再种树"]


def test_verse_does_not_tell_how_far_paragraphs_stand_apart() -> None:
    verse = (
        "镰刀在石头上磨出月亮，",
        "父亲弯下腰去，",
        "一垄稻子",
        "也跟着弯下腰来。",
        "它们不识数，",
        "却认得每一粒阳光。",
    )
    first, second = printed(
        "秋日", "", "林小河", "", *verse, "", "桥头的早晨", "", "李明", "", BRIDGE, "", STONES, "", OLD
    )
    assert (first.title, texts(first), second.title, texts(second)) == (
        *("秋日", list(verse)),
        *("桥头的早晨", [BRIDGE, STONES, OLD]),
    )


def test_a_poet_s_name_may_be_set_wide() -> None:
    verse = (
        "镰刀在石头上磨出月亮",
        "父亲弯下腰去",
        "一垄稻子",
        "也跟着弯下腰来",
        "麻雀是最早来的客人",
        "它们不识数",
        "却认得每一粒阳光",
    )
    first, second = printed(
        "秋日三章", "", "林\u3000河", "", *verse, "", "桥头的早晨", "", "李明", "", BRIDGE, "", STONES, "", OLD
    )
    assert (first.title, texts(first)[-7:], second.title) == ("秋日三章", list(verse), "桥头的早晨")


def test_a_caption_may_have_room_round_it_inside_a_cut_paragraph() -> None:
    half, rest = f"{BRIDGE}村里的人都说，这座桥", "修得又快又好，明年还要在桥头种一排柳树，再修一个凉亭。"
    page = f"老桥修好了\n\n{half}\n\n\n图为桥头。（李明 摄）\n\n\n{rest}\n\n{STONES}"
    story, caption = printed(*page.split("\n"))
    assert (texts(story), caption.kind) == ([half + rest, STONES], Kind.CAPTION)


def test_half_a_caption_is_no_inset() -> None:
    half, rest = (
        "10月26日，大塘村的老人们在村部戏台上唱戏。重阳节过后，村里把演出固定",
        "为每月两场，邻村的戏迷也赶来。（李明 摄）",
    )
    lines = (
        "老桥修好了",
        f"\u3000\u3000{BRIDGE}",
        f"\u3000\u3000{half}",
        rest,
        "卫生院开了“夜间儿科”",
        f"\u3000\u3000{OLD}",
    )
    first, second = printed(*lines)
    assert texts(first)[-1] == half + rest.removesuffix("（李明 摄）")
    assert second.title == "卫生院开了“夜间儿科”"


def test_briefs_to_the_last() -> None:
    briefs = ("老桥通车", BRIDGE, "水井修好", STONES, "柳树种下", OLD)
    found = printed("要闻简报", "", *"\n\n".join(briefs).split("\n"))
    assert [story.title for story in found] == ["老桥通车", "水井修好", "柳树种下"]


def test_a_number_before_words_is_no_page_number() -> None:
    (story,) = printed("3度抢修又爆裂", "", "水管“老来病”", "", f"本报讯（记者 李明）{BRIDGE}", "", STONES)
    assert story.kicker == "3度抢修又爆裂" or story.title == "3度抢修又爆裂"


def test_legal_notices_of_the_web_are_furniture() -> None:
    notice = (
        "版权与免责声明：凡本网注明“来源：小城网”的作品，未经许可不得转载。已经授权的，应在授权范围内使用，并注明来源。"
    )
    (story,) = printed("老桥修好了", "", BRIDGE, "", STONES, "", notice)
    assert texts(story) == [BRIDGE, STONES]


def test_a_sentence_with_its_photographer_below_a_signed_story_is_a_caption() -> None:
    lines = (f"本报讯（记者 王芳）{BRIDGE}", STONES, "老人向记者展示当年用过的石锤。", "晚报记者 李明 摄")
    story, caption = printed("老桥修好了", "", *"\n\n".join(lines).split("\n"))
    assert (story.authors, texts(story)) == (("王芳",), [BRIDGE, STONES])
    assert (caption.kind, caption.authors, texts(caption)) == (Kind.CAPTION, ("李明",), [lines[2]])
    told = imported("老桥修好了", "", *"\n\n".join(lines).split("\n")).decisions
    assert [decision.what for decision in told] == [
        "headline",
        "paragraph",
        "paragraph",
        "caption",
        "byline at the foot",
    ]


def test_two_sentences_with_their_photographer_below_a_signed_story_belong_to_it() -> None:
    lines = (f"本报讯（记者 王芳）{BRIDGE}", STONES, f"{OLD}他们都来了。", "晚报记者 李明 摄")
    (story,) = printed("老桥修好了", "", *"\n\n".join(lines).split("\n"))
    assert story.authors == ("王芳", "李明")


def test_two_short_clauses_above_the_text_are_a_crosshead() -> None:
    lines = (f"本报讯（记者 王芳）{BRIDGE}", "修好老桥，少绕十里路", f"与往年相比，{STONES}{OLD}", PLANS)
    (story,) = printed("老桥修好了", "", *"\n\n".join(lines).split("\n"))
    assert headings(story) == ["修好老桥，少绕十里路"]


def test_a_quotation_without_an_announcement_is_a_crosshead() -> None:
    lines = (f"【青石專訊】{BRIDGE}", "「寧願走路也不坐船」", f"54歲的阿強住在桥头，{STONES}{OLD}", PLANS)
    stories = printed("老桥修好了", "", *"\n\n".join((*lines, "小井又有水", f"【青石專訊】{PLANS}")).split("\n"))
    assert [story.title for story in stories] == ["老桥修好了", "小井又有水"]
    assert headings(stories[0]) == ["「寧願走路也不坐船」"]


def test_furniture_between_two_lines_parts_headline_and_sub_headline() -> None:
    web = "2007年07月18日 09:12:46　　小城新闻网　　点击：1526"
    indented = [f"\u3000\u3000{text}" for text in (BRIDGE, STONES, OLD)]
    (story,) = printed(
        "\u3000\u3000走桥十年的人教你怎样过河：九个办法", web, "过河要会走路 一个夏天省出半双鞋钱", *indented
    )
    assert (story.title, story.subtitle) == ("走桥十年的人教你怎样过河：九个办法", "过河要会走路 一个夏天省出半双鞋钱")
    assert texts(story) == [BRIDGE, STONES, OLD]


def test_entries_of_several_lines_are_one_text() -> None:
    half, rest = "机床厂改进的新机床，使用寿命由八百小时提高到一千五百小", "时，深受大家欢迎。"
    briefs = (f"\u3000\u3000△小城{half}", rest, f"\u3000\u3000△青石{half}", rest)
    (story,) = printed("\u3000\u3000老桥修好了", f"\u3000\u3000{BRIDGE}", *briefs)
    assert texts(story) == [BRIDGE, f"△小城{half}{rest}", f"△青石{half}{rest}"]


def test_a_couplet_set_wide_over_a_headline_is_its_kicker() -> None:
    (story,) = printed("学习老桥精神\u3000建设美丽家乡", "青石县今年要修一百座桥", f"本报讯　{BRIDGE}", STONES)
    assert (story.kicker, story.title) == ("学习老桥精神\u3000建设美丽家乡", "青石县今年要修一百座桥")


def test_the_end_of_a_paragraph_above_is_no_verse() -> None:
    verse = ("你从山里走来", "背着一船的晨雾", "在老桥下", "把一座城的影子", "轻轻放进河里", "缆绳已经松开")
    half, rest = f"{OLD}他们看了很久，好像又", "闻到了那一缕青烟。"
    lines = (
        "桥头的早晨",
        "",
        "李明",
        "",
        BRIDGE,
        "",
        half,
        "",
        rest,
        "",
        "小河",
        "",
        "林小河",
        "",
        *verse[:4],
        "",
        *verse[4:],
    )
    first, second = printed(*lines)
    assert (first.title, second.title, second.authors, texts(second)) == (
        "桥头的早晨",
        "小河",
        ("林小河",),
        list(verse),
    )


def test_a_picture_printed_as_art_is_signed_by_its_maker() -> None:
    lines = (
        "桥头的早晨",
        "",
        "李明",
        "",
        BRIDGE,
        "",
        STONES,
        "",
        "",
        "",
        "春水（中国画）",
        "",
        "陆小鹤",
        "",
        "",
        "",
        "小河",
        "",
        "王芳",
        "",
        OLD,
    )
    _, caption, second = printed(*lines)
    assert (caption.kind, caption.authors, second.title) == (Kind.CAPTION, ("陆小鹤",), "小河")


def test_what_the_web_says_of_a_page_is_no_part_of_a_story() -> None:
    web = ("發表時間： 03/06/2016 - 10:42 更改時間： 03/06/2016 - 14:05", "分享 列印 + - 字號", "作者 李明")
    (story,) = printed("老桥修好了", "", *"\n\n".join((*web, BRIDGE, STONES, "關鍵詞： 老橋 小河")).split("\n"))
    assert (story.title, story.authors, texts(story)) == ("老桥修好了", ("李明",), [BRIDGE, STONES])


def test_a_label_and_a_heading_are_a_crosshead_where_there_are_three_such() -> None:
    parts = (("学生", "走桥上学省了时间"), ("家长", "再也不用天天接送"), ("管理部门", "雨天还要多加小心"))
    lines = [f"本报讯（记者 王芳）{BRIDGE}"]
    for (label, heading), text in zip(parts, (STONES, OLD, PLANS), strict=True):
        lines += [label, heading, f"{text}{STONES}"]
    (story,) = printed("老桥修好了", "", *"\n\n".join(lines).split("\n"))
    assert headings(story) == [part for pair in parts for part in pair]


def test_places_over_headlines_are_no_labels() -> None:
    lines = []
    for place, title, text in (
        ("白鹭镇", "老桥修好了", BRIDGE),
        ("大塘村", "柳树种下了", PLANS),
        ("青石县", "水井通了水", OLD),
    ):
        lines += [place, title, f"本报讯 {text}{STONES}（王芳）"]
    assert [story.kicker for story in printed(*"\n\n".join(lines).split("\n"))] == ["白鹭镇", "大塘村", "青石县"]


def test_nobody_signs_a_story_twice() -> None:
    fair = "拍卖场里人山人海，一件婚纱只要三千元，新娘们一口气搬走四十件，说要带回南部开店卖给同学。"
    first, second = printed(
        *"\n\n".join(
            (
                "老桥修好了",
                "王芳╱台北報導",
                f"{BRIDGE}{OLD}",
                "石头从河里来",
                f"{STONES}{BRIDGE}",
                "婚纱三千元带回家",
                fair * 3,
            )
        ).split("\n"),
        "",
        "李小河╱板橋報導",
    )
    assert (first.title, first.authors, headings(first)) == ("老桥修好了", ("王芳",), ["石头从河里来"])
    assert (second.title, second.authors) == ("婚纱三千元带回家", ("李小河",))


def test_a_name_set_wide_may_follow_its_trade_at_once() -> None:
    (story,) = printed("老桥修好了", "", f"本报讯（记者郝  莹）{BRIDGE}", "", STONES)
    assert (story.authors, texts(story)) == (("郝莹",), [BRIDGE, STONES])


def test_a_second_heading_set_apart_is_a_sub_headline() -> None:
    lines = ("第三机器厂工人改进锻造方法", "两个月为国家节省钢材四十七吨", f"【本报讯】{BRIDGE}", STONES)
    (story,) = printed(*"\n\n".join(lines).split("\n"))
    assert (story.kicker, story.title, story.subtitle) == (None, *lines[:2])


def test_a_short_label_over_a_headline_is_no_headline() -> None:
    lines = ("县人民医院", "老桥旁边开了新的诊室", f"【本报讯】{BRIDGE}", STONES)
    (story,) = printed(*"\n\n".join(lines).split("\n"))
    assert (story.kicker, story.title, story.subtitle) == (*lines[:2], None)


def test_what_an_agency_has_sent_is_a_picture_whatever_its_text() -> None:
    shown = "12月26日，小学生在老桥上写生。元旦临近，当地推出“画老桥”活动，吸引了众多家庭参加。"
    lines = ("老桥修好了", BRIDGE, STONES, shown, "新华社发（尹海波摄）")
    story, caption = printed(*"\n\n".join(lines).split("\n"))
    assert (texts(story), story.authors) == ([BRIDGE, STONES], ())
    assert (caption.kind, texts(caption), caption.authors) == (Kind.CAPTION, [shown], ("尹海波",))


def test_a_photographer_behind_a_stop_with_a_slash() -> None:
    shown = "文化路攤販昨天聚集桥頭，高舉布條抗議遷移。記者汪懋德／攝影"
    page = "\n\n".join(("老桥修好了", BRIDGE, STONES)) + f"\n\n\n\n{shown}"
    _, caption = printed(*page.split("\n"))
    assert (caption.kind, caption.authors) == (Kind.CAPTION, ("汪懋德",))


def test_a_broadcaster_s_letters_are_nobody() -> None:
    (story,) = printed("老桥修好了", "", "BBC中文網記者 蕭予安 發自倫敦", "", BRIDGE, "", STONES)
    assert (story.title, story.authors) == ("老桥修好了", ("蕭予安",))


def test_a_key_word_may_be_a_crosshead() -> None:
    lines = ("年度汉字发布", BRIDGE, "关键词：合力", STONES, "关键词：坚守", OLD)
    (story,) = printed(*"\n\n".join(lines).split("\n"))
    assert headings(story) == ["关键词：合力", "关键词：坚守"]


def test_a_date_with_the_time_of_day_in_a_sentence_is_text() -> None:
    (story,) = printed(
        "老桥修好了", BRIDGE, "老桥的第一块石头是在", "2011年3月5日 10:30", "放下去的，大家都来看。", STONES, OLD
    )
    assert "2011年3月5日 10:30" in " ".join(texts(story))


@pytest.mark.parametrize("credit", ["新华社发", "新华社发（李花 摄）"])
def test_the_last_paragraph_of_a_story_is_no_caption(credit: str) -> None:
    story, *_ = printed(*"\n\n".join(("老桥修好了", BRIDGE, STONES, OLD, credit)).split("\n"))
    assert texts(story) == [BRIDGE, STONES, OLD]


def test_a_correspondent_may_sign_with_a_reporter() -> None:
    lines = ("老桥修好了", "本报记者 王小明", BRIDGE, STONES, "新桥头小学", OLD, PLANS, "通讯员 李花")
    (story,) = printed(*"\n\n".join(lines).split("\n"))
    assert (story.authors, headings(story)) == (("王小明", "李花"), ["新桥头小学"])


@pytest.mark.parametrize("title", ["作者 的话", "作者 黎石谈老桥"])
def test_what_an_author_says_is_no_byline(title: str) -> None:
    (story,) = printed(title, "", BRIDGE, "", STONES)
    assert (story.title, story.authors) == (title, ())


# ---------------------------------------------------------------- articles of the web


def apart(*lines: str) -> list[str]:
    """Lines with a blank one between them."""
    return "\n\n".join(lines).split("\n")


# Longer than any headline.
BRIDGE_LONG, STONES_LONG, OLD_LONG = BRIDGE + OLD, STONES + PLANS, OLD + STONES


@pytest.mark.parametrize("date", ["2011-03-05 10:30", "2011年3月5日 10:30:12", "发布时间：2011-03-05"])
def test_the_date_of_the_web_tells_the_headline_above_it(date: str) -> None:
    title = "老桥通车第一天：三百人走过桥头，孩子们跑了一趟又一趟"
    first, second = printed("老井修好了", "", BRIDGE_LONG, "", title, date, "", f"大塘村的{STONES_LONG}")
    assert (first.title, second.title) == ("老井修好了", title)


def test_the_date_of_a_sheet_tells_none() -> None:
    story, *_ = printed("周末特刊·人间", "2011年3月5日 星期六", "", "老桥修好了", "", BRIDGE_LONG, "", STONES_LONG)
    assert story.title == "老桥修好了"


def test_an_outlet_below_the_date_of_the_web_is_furniture() -> None:
    (story,) = printed("老桥修好了", "2011年3月5日 10:30", "大塘晚报", "", BRIDGE_LONG, "", STONES_LONG)
    assert (story.title, story.subtitle, texts(story)) == ("老桥修好了", None, [BRIDGE_LONG, STONES_LONG])


def test_links_that_stand_close_are_furniture() -> None:
    links = ("大塘村要修路 村民等了三年", "白鹭村的井又有水了")
    page = imported("老桥修好了", "", BRIDGE_LONG, "", "延伸阅读", *links, "", "本文来源：大塘晚报")
    found = [block.text for story in page.stories if story.kind is Kind.FURNITURE for block in story.blocks]
    assert found == ["延伸阅读", *links]


def test_a_headline_below_close_links_stays() -> None:
    first, second = printed(
        "老桥修好了", BRIDGE_LONG, "延伸阅读", "大塘村要修路", "白鹭村的井又有水了", f"本报讯 {STONES_LONG}"
    )
    assert (first.title, second.title) == ("老桥修好了", "白鹭村的井又有水了")


def test_a_guide_of_numbered_sentences_is_furniture() -> None:
    guide = ("1.大塘村的老桥修好了，全村人都来看热闹；", "2.白鹭村的井又有水了；")
    (story,) = printed("本期节目主要内容：", *guide, "", "", "老桥修好了", "", f"本报讯 {BRIDGE_LONG}")
    assert (story.title, texts(story)) == ("老桥修好了", [BRIDGE_LONG])


@pytest.mark.parametrize("label", ["【大塘运动会】", "【小城风景】", "【中学生来信】"])
def test_a_label_that_begins_like_a_button_is_none(label: str) -> None:
    assert [story.kind for story in imported(*apart(label, "老桥修好了", f"本报讯 {BRIDGE_LONG}")).stories] == [
        Kind.ARTICLE
    ]


@pytest.mark.parametrize(
    "line",
    [
        "1164次阅读|",
        "发表于2014-08-24 21:30|",
        "- THE END -",
        "#老桥#大塘村 #修桥",
        "责任编辑：",
        "（本文来自大塘新闻，更多原创资讯请下载“大塘”APP）",
        "免责声明：本文来自大塘客户端自媒体，不代表大塘网的观点和立场。",
        "图片来自网络，如有侵权，请联系删除。",
    ],
)
def test_what_the_web_says_below_an_article(line: str) -> None:
    story, furniture = imported("老桥修好了", "", BRIDGE_LONG, "", STONES_LONG, "", line).stories
    assert texts(story) == [BRIDGE_LONG, STONES_LONG]
    assert (furniture.kind, [block.text for block in furniture.blocks]) == (Kind.FURNITURE, [line])


# ---------------------------------------------------------------- pictures


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("孩子们在桥头看热闹。视频截图", "视频截图"),
        ("孩子们在桥头看热闹。大塘村公安局供图 大塘网发", "大塘村公安局供图 大塘网发"),
        ("孩子们在桥头看热闹。路透社", "路透社"),
        ("孩子们在桥头看热闹（本报资料照片）", "（本报资料照片）"),
        ("王小明（右）在桥头看热闹。", None),
        ("资料图：孩子们在桥头看热闹。", None),
    ],
)
@pytest.mark.parametrize("byline", [(), ("本报记者 王小明",)])
def test_a_caption_between_headline_and_text(caption: str, credit: str | None, byline: tuple[str, ...]) -> None:
    lines = ("老桥修好了！", *byline, caption, f"本报讯 {BRIDGE_LONG}", STONES_LONG)
    story, picture = sorted(printed(*apart(*lines)), key=lambda found: found.kind is Kind.CAPTION)
    assert (story.title, texts(story)) == ("老桥修好了！", [BRIDGE_LONG, STONES_LONG])
    assert (picture.kind, picture.credit) == (Kind.CAPTION, credit)


def test_a_caption_of_two_lines_has_no_headline() -> None:
    lines = (
        "\u3000\u3000大塘村的老桥边村民为外地来的客人",
        "\u3000\u3000免费提供开水和毛巾。",
        "\u3000\u3000王小明 摄",
    )
    picture, *_ = printed(*lines, f"\u3000\u3000{BRIDGE_LONG}", f"\u3000\u3000{STONES_LONG}")
    assert "免费提供开水和毛巾。" in " ".join(texts(picture))


def test_the_source_of_a_lost_picture_stands_for_its_caption() -> None:
    story, picture = printed(*apart("老桥修好了", BRIDGE_LONG, "图片来源：大塘网", STONES_LONG))
    assert (texts(story), story.credit) == ([BRIDGE_LONG, STONES_LONG], None)
    assert (picture.kind, picture.credit, picture.blocks) == (Kind.CAPTION, "图片来源：大塘网", ())


def test_the_source_of_a_picture_at_the_foot_is_a_credit() -> None:
    (story,) = printed(*apart("老桥修好了", BRIDGE_LONG, STONES_LONG, "图片来源：大塘网"))
    assert story.credit == "图片来源：大塘网"


# ---------------------------------------------------------------- heads and feet


@pytest.mark.parametrize("wire", ["（本报大塘1月1日电）", "（据新华社大塘1月1日电）"])
def test_a_dateline_at_the_foot(wire: str) -> None:
    first, second = printed(
        *apart("老桥修好了", BRIDGE_LONG, wire, "老井又有了水", STONES_LONG, "（本报白鹭1月2日电）")
    )
    assert (first.title, first.dateline, texts(first)) == ("老桥修好了", wire, [BRIDGE_LONG])
    assert (second.title, second.dateline) == ("老井又有了水", "（本报白鹭1月2日电）")


def test_a_label_in_brackets_over_a_headline_is_its_kicker() -> None:
    (story,) = printed(*apart("【大塘运动会】", "老桥队夺得冠军", f"本报讯 {BRIDGE_LONG}"))
    assert (story.kicker, story.title, story.subtitle) == ("【大塘运动会】", "老桥队夺得冠军", None)


def test_a_long_sub_headline_behind_a_dash() -> None:
    subtitle = "——大塘村老桥修建工程领导小组全体成员深入学习兄弟村庄修桥先进经验并结合本村实际加以推广"
    (story,) = printed(*apart("老桥修好了", subtitle, f"本报讯 {BRIDGE_LONG}"))
    assert (story.title, story.subtitle) == ("老桥修好了", subtitle)


def test_the_name_of_a_column_does_not_count_in_the_length_of_a_headline() -> None:
    title = "【大塘经济报道】修桥通车以后：村里的茶叶卖到了县城 今年每户多收三千元还不止"
    first, second = printed(*apart("老桥修好了", BRIDGE_LONG, title, f"本报讯 {STONES_LONG}"))
    assert (first.title, second.title) == ("老桥修好了", title)


def test_a_standfirst_over_the_byline_of_the_only_story() -> None:
    (story,) = printed(BRIDGE_LONG, "本报记者 王小明", STONES_LONG, OLD_LONG)
    assert (story.authors, texts(story)) == (("王小明",), [BRIDGE_LONG, STONES_LONG, OLD_LONG])


def test_a_signed_report_is_no_standfirst() -> None:
    lines = (f"本报讯 {BRIDGE_LONG}", "本报记者 王小明", "", f"新华社北京3月1日电 {STONES_LONG}", OLD_LONG)
    first, second = printed(*lines)
    assert (first.dateline, second.dateline) == ("本报讯", "新华社北京3月1日电")


def test_what_a_photographer_signs_is_no_standfirst() -> None:
    picture, story = printed(BRIDGE_LONG, "王小明 摄", "", "", "", STONES_LONG, OLD_LONG)
    assert (picture.credit, texts(story)) == ("王小明 摄", [STONES_LONG, OLD_LONG])


def test_own_reporters_report_without_a_dateline() -> None:
    (story,) = printed("老桥修好了", "", f"本报记者王小明报道 {BRIDGE_LONG}")
    assert (story.authors, texts(story)) == (("王小明",), [BRIDGE_LONG])


def test_a_newspaper_that_a_sentence_names_opens_no_story() -> None:
    (story,) = printed("老桥修好了", BRIDGE_LONG, f"据《大塘日报》报道，{STONES_LONG}", OLD_LONG)
    assert texts(story)[1] == f"据《大塘日报》报道，{STONES_LONG}"


def test_what_somebody_says_over_a_byline_is_text() -> None:
    (story,) = printed("老桥修好了", BRIDGE_LONG, "王小明最后说道：“老井一定要修好！”", "本报记者王进报道")
    assert (texts(story)[-1], story.authors) == ("王小明最后说道：“老井一定要修好！”", ("王进",))


# ---------------------------------------------------------------- crossheads and lists


def test_crossheads_that_name_bodies() -> None:
    bodies = ("大塘建筑学院", "白鹭水利研究院", "青石桥梁工程中心")
    lines = ("老桥修好了", BRIDGE_LONG, bodies[0], STONES_LONG, bodies[1], OLD_LONG, bodies[2], BRIDGE_LONG)
    (story,) = printed(*apart(*lines))
    assert headings(story) == list(bodies)


def test_crossheads_with_topics_of_one_length() -> None:
    topics = ("以人为本：修桥先修路", "科学管理：石头一块一块背", "统筹兼顾：木料各家各户凑")
    lines = (
        "老桥修好了",
        "记者王小明",
        BRIDGE_LONG,
        topics[0],
        STONES_LONG,
        topics[1],
        OLD_LONG,
        topics[2],
        PLANS + OLD,
    )
    (story,) = printed(*apart(*lines))
    assert (headings(story), story.authors) == (list(topics), ("王小明",))


def test_headlines_with_topics_and_datelines_are_no_crossheads() -> None:
    topics = ("大塘全村：修桥先修路", "白鹭全镇：石头一块一块背", "青石全县：木料各家各户凑")
    found = printed(*apart(*(line for topic in topics for line in (topic, f"本报讯 {BRIDGE_LONG}"))))
    assert [story.title for story in found] == list(topics)


def test_who_says_what_over_crossheads() -> None:
    says = (
        "大塘《晚报》：",
        "桥头又热闹起来",
        "白鹭《日报》：",
        "孩子们上学不绕路",
        "青石《商报》：",
        "茶叶卖到县城去",
    )
    lines = (
        "各家报纸说老桥",
        f"本报讯 {BRIDGE_LONG}",
        *says[:2],
        STONES_LONG,
        *says[2:4],
        OLD_LONG,
        *says[4:],
        STONES_LONG,
    )
    (story,) = printed(*apart(*lines))
    assert headings(story) == list(says)


def test_a_list_of_many_entries() -> None:
    entries = [line for number in range(1, 7) for line in (f"{number}.大塘村第{number}号桥", "大塘桥梁工程队")]
    (story,) = printed("老桥修好了", BRIDGE_LONG, STONES_LONG, "今年修好的桥", *entries)
    assert (headings(story), texts(story)[2:]) == (["今年修好的桥"], entries)


def test_figures_with_a_colon_are_no_programme() -> None:
    scores = [f"{number}：{number % 4}" for number in range(1, 13)]
    (story,) = printed("老桥杯比分", BRIDGE_LONG, STONES_LONG, "本人看好：", *scores)
    assert texts(story)[-11:] == scores[1:]


# ---------------------------------------------------------------- breaks


def test_text_whose_first_lines_alone_are_indented() -> None:
    paragraphs = [BRIDGE_LONG, STONES_LONG, OLD_LONG, BRIDGE + PLANS, OLD + PLANS, STONES + OLD, PLANS + BRIDGE]
    cuts = (41, 50, 45, 48, 43, 52)
    wrapped = [f"\u3000\u3000{text[:at]}\n{text[at:]}" for text, at in zip(paragraphs, cuts, strict=False)]
    whole = f"\u3000\u3000{BRIDGE_LONG}\n{STONES_LONG}"  # cut behind a full stop
    (story,) = printed("老桥修好了", *wrapped, whole, f"\u3000\u3000{paragraphs[-1]}")
    assert texts(story) == [*paragraphs[:6], BRIDGE_LONG + STONES_LONG, paragraphs[-1]]


def test_indents_within_a_line_are_those_of_paragraphs() -> None:
    (story,) = printed("老桥修好了", "\u3000\u3000".join(("", BRIDGE_LONG, STONES_LONG, "老人说", OLD_LONG)))
    assert texts(story)[:2] == [BRIDGE_LONG, STONES_LONG]


def test_the_cells_of_a_row_stay_together() -> None:
    (story,) = printed(
        "本周比分", "老桥队\u3000\u30003比1胜！\u3000\u3000新桥队", "白鹭队\u3000\u30000比2负！\u3000\u3000青石队"
    )
    assert "老桥队\u3000\u30003比1胜！\u3000\u3000新桥队" in " ".join([story.title or "", *texts(story)])


def test_several_public_service_lines_inside_a_cut_paragraph() -> None:
    half, rest = BRIDGE_LONG[:27], BRIDGE_LONG[27:]
    found = printed(*apart("老桥修好了", half + "，", "节约用水 从点滴做起\n爱护环境 人人有责", rest))
    slogans = [block.text for story in found if story.kind is Kind.SLOGAN for block in story.blocks]
    assert slogans == ["节约用水 从点滴做起", "爱护环境 人人有责"]


def test_a_headline_of_two_halves_between_bylines_is_no_public_service_line() -> None:
    lines = ("老桥修好了", BRIDGE_LONG, "王小明╱台北報導", "《大塘報》牌 一走上癮", "師大海╱台北報導", STONES_LONG)
    first, second = printed(*apart(*lines))
    assert (first.title, second.title) == ("老桥修好了", "《大塘報》牌 一走上癮")


def test_a_question_without_indent_between_indented_paragraphs_is_a_crosshead() -> None:
    question = "老桥是谁先想到要修的呢？"
    lines = (f"\u3000\u3000{BRIDGE_LONG}", question, f"\u3000\u3000{STONES_LONG}", f"\u3000\u3000{OLD_LONG}")
    (story,) = printed("老桥修好了", *lines)
    assert (headings(story), texts(story)) == ([question], [BRIDGE_LONG, STONES_LONG, OLD_LONG])


def test_an_indented_question_is_a_paragraph() -> None:
    question = "老桥是谁先想到要修的呢？"
    lines = (BRIDGE_LONG, question, STONES_LONG, OLD_LONG)
    (story,) = printed("老桥修好了", *(f"\u3000\u3000{line}" for line in lines))
    assert texts(story) == list(lines)


def test_a_crosshead_below_a_signed_caption() -> None:
    """A photographer closes a caption, not the story that it stands in."""
    well = "村里的老井修好了，大家都来打水，井边笑声不断，老人们说老井的水比从前还甜。"
    again = "老井修好以后，大家打水不用再走远路，老人们坐在井边说起从前打井的事，井水又清又甜。"
    picture = "老人们在老井边打水。（李花摄）"
    lines = ("老井又有了水", f"本报讯 {well}", again, f"大家说，{well}", picture, "井水甜", f"老人说，{again}{well}")
    story, caption = printed(*apart(*lines, "记者 王小明"))
    assert (story.title, headings(story)) == ("老井又有了水", ["井水甜"])
    assert (caption.kind, caption.credit) == (Kind.CAPTION, "（李花摄）")


def test_crossheads_of_three_clauses_built_alike() -> None:
    heads = ("老桥修在大塘边，乡亲过河更省心，孩子上学有近路", "石头不靠县里给，各家各户能出力，修桥办法可推广")
    texts = (f"本报讯 {BRIDGE_LONG}", f"三块石头，{STONES_LONG}", f"走进大塘，{OLD_LONG}")
    (story,) = printed(*apart("老桥修好了", texts[0], heads[0], texts[1], heads[1], texts[2]))
    assert headings(story) == list(heads)


def test_an_outlet_above_the_date_of_the_web_is_furniture() -> None:
    (story,) = printed("老桥修好了，谁先走？", "", "新华社", "2011-03-05 10:30", "", BRIDGE_LONG, "", STONES_LONG)
    assert (story.title, story.subtitle) == ("老桥修好了，谁先走？", None)


# ---------------------------------------------------------------- what only looks like one of these


@pytest.mark.parametrize("title", ["山村通了互联网", "井边传来好消息", "老人办起合作社"])
def test_a_headline_over_a_date_of_the_web_is_no_outlet(title: str) -> None:
    (story,) = printed(title, "2016-03-01 10:00", "", BRIDGE_LONG, "", STONES_LONG)
    assert story.title == title


def test_a_paragraph_may_begin_like_a_notice() -> None:
    text = (
        "内容来自互联网的短视频侵权案件中，法院一般要求平台先行删除有关内容，"
        + "再由当事人举证说明，老人也打过官司。" * 2
    )
    (story,) = printed(*apart("老桥修好了", BRIDGE_LONG, text, STONES_LONG))
    assert texts(story) == [BRIDGE_LONG, text, STONES_LONG]


@pytest.mark.parametrize("place", ["（来自四川）", "（福建省石狮）", "（北京市海淀区万柳）", "（取自《诗经》）"])
def test_where_something_is_from_is_no_credit(place: str) -> None:
    (story,) = printed(*apart("老桥修好了", "本报记者 王小明", BRIDGE_LONG, OLD_LONG, STONES_LONG + place))
    assert (story.authors, texts(story)) == (("王小明",), [BRIDGE_LONG, OLD_LONG, STONES_LONG + place])


def test_a_list_in_a_text_is_no_guide() -> None:
    lines = ("老桥修好了", BRIDGE_LONG, STONES_LONG, OLD_LONG, "本期主要内容：", "1. 修井", "2. 打水", PLANS + OLD)
    (story,) = imported(*apart(*lines)).stories
    assert story.kind is Kind.ARTICLE


@pytest.mark.parametrize("line", ["作者文集", "翻攝自己的童年"])
def test_a_crosshead_may_begin_like_a_byline(line: str) -> None:
    (story,) = printed(*apart("老桥修好了", f"本报讯 {BRIDGE_LONG}", line, STONES_LONG, OLD_LONG))
    assert headings(story) == [line]


def test_a_label_without_a_name_is_furniture() -> None:
    page = imported(*apart("老桥修好了", BRIDGE_LONG, STONES_LONG, "来源："))
    assert [block.text for story in page.stories if story.kind is Kind.FURNITURE for block in story.blocks] == [
        "来源："
    ]


# ---------------------------------------------------------------- captions, and the story that they stand in


def test_a_story_goes_on_below_a_caption_and_its_photographer() -> None:
    more = "大塘村的老桥修了三个月，全村人都来到山上背石头，老人们说，从前过河要绕十里路，孩子上学也不方便。"
    lines = apart("老桥修好了", BRIDGE_LONG, "▲新的老桥。", "（李明攝）", "石头从哪里来", more, "明年再种树", PLANS)
    story, caption = sorted(printed(*lines), key=lambda found: found.kind.value)
    assert (story.title, headings(story)) == ("老桥修好了", ["石头从哪里来", "明年再种树"])
    assert texts(story) == [BRIDGE_LONG, more, PLANS]
    assert (caption.kind, texts(caption), caption.authors) == (Kind.CAPTION, ["▲新的老桥。"], ("李明",))


def test_captions_of_a_page_of_pictures_are_one_each() -> None:
    found = printed(*apart("▲新的老桥。李明 摄", "▲桥头的石头。李明 摄", "▲桥下的水。李明 摄"))
    assert [(story.kind, len(story.blocks)) for story in found] == [(Kind.CAPTION, 1)] * 3


def test_entries_that_a_triangle_begins_stay_in_their_column() -> None:
    (story,) = printed("简讯", "", f"▲{BRIDGE}", f"▲{STONES}", f"▲{OLD}")
    assert len(texts(story)) == 3


def test_a_caption_in_the_middle_of_a_word_needs_no_mark() -> None:
    whole = "昨天，大塘村的老桥终于修好了，全村人都来看，县里的水利专家说，桥下的河水也清了，明年还要种树。"
    caption = "孩子们坐在桥头等船回来。"
    found = imported_with(
        "老桥修好了", "", whole[: whole.index("家说")], "", caption, "", whole[whole.index("家说") :], "", STONES_LONG
    )
    story = next(one for one in found if one.kind is Kind.ARTICLE)
    assert texts(story) == [whole, STONES_LONG]
    assert [texts(one) for one in found if one.kind is Kind.CAPTION] == [[caption]]


def test_a_short_sentence_that_ends_a_cut_paragraph_stays() -> None:
    whole = "昨天，大塘村的老桥终于修好了，全村人都来看，县里的水利专家说，桥下的河水也清了，明年还要种树。"
    found = imported_with(
        "老桥修好了", "", whole[: whole.index("家说")], "", whole[whole.index("家说") :], "", STONES_LONG
    )
    assert [texts(story) for story in found] == [[whole, STONES_LONG]]


@pytest.mark.parametrize("agency", ["（法新社）", "（美聯社）"])
def test_an_agency_signs_the_caption_in_a_cut_paragraph(agency: str) -> None:
    half, rest = STONES_LONG[:20], STONES_LONG[20:]
    lines = apart("老桥修好了", BRIDGE_LONG, half, "孩子们坐在桥头等船回来。", rest)
    lines.insert(lines.index("孩子们坐在桥头等船回来。") + 1, agency)
    story, caption = sorted(printed(*lines), key=lambda found: found.kind.value)
    assert (texts(story), caption.credit) == ([BRIDGE_LONG, STONES_LONG], agency)


def test_points_of_a_deck_are_no_caption() -> None:
    found = printed(*apart("■老桥终于修好 ■孩子上学近了", BRIDGE_LONG, "石头从哪里来", STONES_LONG))
    assert all(story.kind is Kind.ARTICLE for story in found)


def test_what_a_photograph_is_called_is_a_caption() -> None:
    *_, last = printed(*apart("老桥修好了", f"本报讯 {BRIDGE_LONG}"), "", "", "", "通车现场")
    assert (last.kind, texts(last)) == (Kind.CAPTION, ["通车现场"])


# ---------------------------------------------------------------- who signs where


def test_a_byline_behind_the_lead_signs_the_whole_story() -> None:
    gap = ["", "", ""]
    first = apart("老桥修好了", BRIDGE_LONG, "報導．攝影╱王小明", "石头从哪里来", STONES, "明年再种树", PLANS)
    second = apart("大塘村开学", f"本报讯 {SCHOOL}")
    third = apart("白鹭镇有了医院", f"本报讯 {CLINIC}")
    one, two, three = printed(*first, *gap, *second, *gap, *third)
    assert (one.title, one.authors, headings(one)) == ("老桥修好了", ("王小明",), ["石头从哪里来", "明年再种树"])
    assert (two.title, three.title) == ("大塘村开学", "白鹭镇有了医院")


SCHOOL = "昨天，大塘小学的三百名学生走进新教室，书桌椅子都是新的，校长给每名学生发了一本图画书，操场上还有跑道。"
CLINIC = "白鹭镇的第一所医院昨天开门看病，三名医生从县城来，病人不用再坐两个小时的车，药也比从前便宜了一半。"


@pytest.mark.parametrize("signature", ["王小明　腦神經科專科醫生", "王小明醫生"])
def test_a_column_is_signed_with_a_profession(signature: str) -> None:
    (story,) = printed("老桥修好了", signature, "", BRIDGE_LONG, "", STONES_LONG)
    assert (story.title, story.authors) == ("老桥修好了", ("王小明",))


def test_two_phrases_over_a_headline_are_no_signature() -> None:
    lines = apart("老桥修好了", f"本报讯 {BRIDGE_LONG}", "暴力毁桥 法不容", "县里通报三起案件", f"本报讯 {CLINIC}")
    first, second = printed(*lines)
    assert (first.credit, second.authors) == (None, ())


def test_the_editor_in_a_line_below_the_label_is_furniture() -> None:
    found = imported("老桥修好了", "", BRIDGE_LONG, "", "責任編輯：", "", "米雅").stories
    assert [story.kind for story in found] == [Kind.ARTICLE, Kind.FURNITURE, Kind.FURNITURE]


def test_the_author_in_a_line_below_the_label_is_none() -> None:
    found = imported("老桥修好了", "", BRIDGE_LONG, "", "作者：", "", "米雅").stories
    assert [story.kind for story in found].count(Kind.FURNITURE) == 1


def test_rights_in_a_whole_sentence_are_furniture() -> None:
    found = imported("老桥修好了", "", BRIDGE_LONG, "", "※本文版權所有，非經授權，不得轉載。").stories
    assert [story.kind for story in found] == [Kind.ARTICLE, Kind.FURNITURE]


# ---------------------------------------------------------------- headlines


def test_a_headline_that_tells_of_pictures_needs_nothing_else() -> None:
    lines = ["老桥修好了", "", BRIDGE_LONG, "", "据小城社", "电", "", "", "白鹭镇有了医院(组图)", "", CLINIC]
    assert printed(*lines)[-1].title == "白鹭镇有了医院(组图)"


@pytest.mark.parametrize(("first", "second"), [("修好大塘老桥", "种满河边杨柳"), ("大塘村里今年修老桥", "种满树")])
def test_halves_of_a_headline_may_stand_apart(first: str, second: str) -> None:
    (story,) = printed(first, "", second, "", f"本报讯 {BRIDGE_LONG}", "", STONES_LONG)
    assert story.title == f"{first} {second}"


def test_a_column_and_its_part_stand_over_a_headline() -> None:
    (story,) = printed("老桥故事·人物", "王小明守桥三十年", f"本报讯 {BRIDGE_LONG}", STONES_LONG)
    assert (story.kicker, story.title) == ("老桥故事·人物", "王小明守桥三十年")


def test_labels_in_brackets_over_three_crossheads() -> None:
    parts = [("【公交】", "新线通到桥头"), ("【高速】", "老路可以绕行"), ("【民航】", "加开三个航班")]
    bodies = (BRIDGE, STONES, PLANS)
    inside = [line for (label, head), body in zip(parts, bodies, strict=True) for line in (label, head, body)]
    (story,) = printed(*apart("假日怎么走", OLD, *inside))
    assert headings(story) == [text for pair in parts for text in pair]
    assert story.authors == ()


def test_news_that_begins_as_its_headline_does_is_not_joined_to_it() -> None:
    found = printed(*apart("老桥修好了", f"本报讯 {BRIDGE_LONG}", "大塘小学开学上课", f"大塘小学{SCHOOL}"))
    assert texts(found[-1])[-1] == f"大塘小学{SCHOOL}"


def test_whose_words_they_are_ends_what_is_quoted() -> None:
    quoted = "这座桥早就该修了，孩子们每天都要绕十里路。"
    (story,) = printed(*apart("老桥修好了", f"本报讯 {BRIDGE_LONG}", quoted, "——村民老井", STONES_LONG))
    assert texts(story)[-2:] == ["——村民老井", STONES_LONG]


def test_records_with_labels_in_two_stories_are_no_list() -> None:
    lines = [
        "老桥修好了",
        "",
        BRIDGE_LONG,
        "",
        "责任编辑：何田",
        "",
        "",
        "",
        "学者：桥边的水又清了",
        "",
        CLINIC,
    ]
    assert [story.title for story in printed(*lines)] == ["老桥修好了", "学者：桥边的水又清了"]


@pytest.mark.parametrize(("names", "trade"), [("王小明", "資深傳媒人"), ("王小明、李小花", "井水學會理事長、秘書長")])
def test_a_column_is_signed_in_two_lines(names: str, trade: str) -> None:
    (story,) = printed("老桥修好了", "", names, trade, "", BRIDGE_LONG, "", STONES_LONG)
    assert (story.title, story.authors, texts(story)) == (
        "老桥修好了",
        tuple(names.split("、")),
        [BRIDGE_LONG, STONES_LONG],
    )


def test_tags_of_the_web_are_furniture() -> None:
    page = imported("老桥修好了", "", "#老桥", "#大塘", "#修路", "", BRIDGE_LONG, "", STONES_LONG)
    (story,) = (story for story in page.stories if story.kind is Kind.ARTICLE)
    assert (story.title, headings(story)) == ("老桥修好了", [])


def test_crossheads_with_a_hash_are_none() -> None:
    (story,) = printed(*apart("老桥修好了", BRIDGE_LONG, "#修桥", STONES_LONG, "#种树", OLD_LONG))
    assert headings(story) == ["#修桥", "#种树"]


@pytest.mark.parametrize("credit", ["（示意圖／圖取自小城圖庫）", "（取自小城微博）", "（資料照片／王小明攝）"])
def test_where_a_picture_is_from_tells_its_caption(credit: str) -> None:
    half, rest = STONES_LONG[:20], STONES_LONG[20:]
    found = printed(*apart("老桥修好了", BRIDGE_LONG, half, f"孩子们坐在桥头等船回来。{credit}", rest))
    story, caption = sorted(found, key=lambda one: one.kind.value)
    assert (texts(story), caption.credit) == ([BRIDGE_LONG, STONES_LONG], credit)


@pytest.mark.parametrize("label", ["■三大疑问", "■老桥怎么修的？"])
def test_a_square_before_a_label_or_a_question_is_no_captions_mark(label: str) -> None:
    found = printed(*apart("老桥修好了", BRIDGE_LONG, label, STONES_LONG))
    assert all(story.kind is Kind.ARTICLE for story in found)


def test_short_lines_with_numbers_that_follow_one_another_are_a_list() -> None:
    entries = ["1.免收过桥费", "2.老人先过桥", "3.车辆慢行", "4.夜里关灯"]
    (story,) = printed("老桥修好了", BRIDGE_LONG, *entries, STONES_LONG)
    assert texts(story) == [BRIDGE_LONG, *entries, STONES_LONG]


def test_crossheads_with_numbers_are_no_list() -> None:
    heads = ["1.修好老桥", "2.种上柳树", "3.盖起凉亭"]
    (story,) = printed(*apart("老桥修好了", OLD, heads[0], BRIDGE_LONG, heads[1], STONES_LONG, heads[2], PLANS))
    assert headings(story) == heads


def test_the_beginning_of_a_wired_report_is_no_headline() -> None:
    _, second = printed(
        *apart("老桥修好了", f"本报讯 {SCHOOL}"), "", "", *apart("本报青石5月6日电 （记者 李明）昨天", CLINIC)
    )
    assert (second.title, second.dateline, second.authors) == (None, "本报青石5月6日电", ("李明",))


def test_what_is_worded_like_a_heading_is_not_joined_to_the_text() -> None:
    (story,) = printed(*apart("老桥修好了", f"本报讯 {BRIDGE_LONG}", "孩子上学近多了", STONES_LONG))
    assert texts(story)[-1] == STONES_LONG


def test_a_picture_may_stand_between_the_headline_of_the_web_and_its_text() -> None:
    page = [
        "大塘村的老桥修好了，三百人走过桥头",
        "",
        "",
        "",
        "",
        "王小明（左）走过新修的老桥。李花 摄",
        BRIDGE_LONG,
        STONES_LONG,
        OLD_LONG,
    ]
    story, caption = sorted(printed(*page), key=lambda found: found.kind.value)
    assert (story.title, texts(story)) == (page[0], [BRIDGE_LONG, STONES_LONG, OLD_LONG])
    assert (caption.kind, caption.authors) == (Kind.CAPTION, ("李花",))


def test_the_headline_of_the_web_may_stand_far_above_its_text() -> None:
    (story,) = printed("大塘村的老桥修好了，三百人走过桥头", "", "", "", "", BRIDGE_LONG, STONES_LONG, OLD_LONG)
    assert story.title == "大塘村的老桥修好了，三百人走过桥头"


def test_crossheads_of_a_label_and_a_dash_are_built_alike() -> None:
    heads = ["健忘症——老桥是谁修的", "失眠症——夜里还有人过河", "多动症——孩子一天跑三趟"]
    bodies = [BRIDGE_LONG, CLINIC + CLINIC, SCHOOL + SCHOOL]
    inside = [line for pair in zip(heads, bodies, strict=True) for line in pair]
    (story,) = printed(*apart("老桥修好了", f"本报讯 {STONES_LONG}", *inside))
    assert headings(story) == heads


def test_the_headline_of_a_wired_feature_stays_whole() -> None:
    title = "新华社北京5月9日电题：老桥又通了车——大塘村修桥纪事"
    (story,) = printed(*apart(title, "记者王永、曹明", BRIDGE_LONG, STONES_LONG))
    assert (story.title, story.authors) == (title, ("王永", "曹明"))


@pytest.mark.parametrize("label", ["[记者调查]", "【记者观察】"])
def test_what_reporters_do_is_nobody(label: str) -> None:
    (story,) = printed(*apart("老桥修好了", BRIDGE_LONG, label, STONES_LONG, OLD_LONG))
    assert (story.authors, headings(story)) == ((), [label])


def test_who_complains_is_no_headline() -> None:
    (story,) = printed(*apart("路灯坏了 村民叫苦", "投诉人：王先生", BRIDGE_LONG, STONES_LONG))
    assert (story.title, texts(story)[0]) == ("路灯坏了 村民叫苦", "投诉人：王先生")


def test_only_one_story_of_a_page_may_indent_its_paragraphs() -> None:
    flush = apart("老桥修好了", f"本报讯 {BRIDGE_LONG}", STONES_LONG, OLD_LONG)
    halves = [
        (text[:cut], text[cut:]) for cut, text in zip((9, 30, 25, 41, 33, 28, 37), [SCHOOL, CLINIC] * 4, strict=False)
    ]
    indented = [line for first, rest in halves for line in (f"　　{first}", rest)]
    one, two = printed(*flush, "", "", "", *apart("大塘小学开学上课", *indented))
    assert (one.title, two.title) == ("老桥修好了", "大塘小学开学上课")
    assert texts(two) == [first + rest for first, rest in halves]


@pytest.mark.parametrize(
    "heading",
    [
        *("优秀新闻记者", "相关 小城日报", "失联航班MH370", "讲述人：不说话的人", "购物中心／高楼"),
        *("江苏 新华社", "小城新闻调查组"),
    ],
)
def test_a_crosshead_may_look_like_a_byline_or_a_record(heading: str) -> None:
    (story,) = printed(*apart("老桥修好了", BRIDGE_LONG, heading, STONES_LONG, OLD_LONG))
    assert (headings(story), story.authors) == ([heading], ())


@pytest.mark.parametrize(("first", "second"), [("高原", "医生"), ("安徽、江西", "教授")])
def test_two_short_headings_are_no_signature(first: str, second: str) -> None:
    found = printed("老桥修好了", "", BRIDGE_LONG, "", first, second, "", STONES_LONG)
    assert [story.authors for story in found] == [()] * len(found)


@pytest.mark.parametrize("label", ["责任编辑：", "关键词：", "标签："])
def test_a_heading_below_an_empty_label_stays(label: str) -> None:
    found = printed(*apart("老桥修好了", f"本报讯 {BRIDGE_LONG}", label, "春耕开始", STONES_LONG))
    assert "春耕开始" in [text for story in found for text in (story.title, *headings(story))]


@pytest.mark.parametrize(
    "sentence",
    [
        *("请市民赞助贫困学生支持我们的工作。", "欢迎会员积极支持工会工作。", "请会员国大力支持联合国工作。"),
        "版权所有，不一定是作者。",
    ],
)
def test_a_sentence_that_asks_for_support_may_be_text(sentence: str) -> None:
    (story,) = printed(*apart("老桥修好了", BRIDGE_LONG, sentence, STONES_LONG))
    assert texts(story) == [BRIDGE_LONG, sentence, STONES_LONG]


@pytest.mark.parametrize(
    "note", ["（没有照片）", "（全家照片）", "（取自愿原则）", "（取自天然）", "（取自深层地下水）"]
)
def test_what_stands_in_brackets_may_be_no_pictures_source(note: str) -> None:
    (story,) = printed(*apart("老桥修好了", BRIDGE_LONG, f"{STONES_LONG}{note}", OLD_LONG))
    assert (texts(story), story.credit) == ([BRIDGE_LONG, f"{STONES_LONG}{note}", OLD_LONG], None)


def test_a_call_to_the_public_is_no_caption() -> None:
    *_, last = printed(*apart("老桥修好了", f"本报讯 {BRIDGE_LONG}"), "", "", "", "关爱身边的困难群众")
    assert last.kind is Kind.SLOGAN


def test_the_first_entry_of_a_list_is_no_caption() -> None:
    (story,) = printed(*apart("老桥修好了", "▲村里的老桥修好了，大家都来看。", "●省里出钱修路。", BRIDGE_LONG))
    assert len(texts(story)) == 3


def test_a_story_goes_on_below_two_captions_and_is_signed_below_a_third() -> None:
    more = "大塘村的老桥修了三个月，全村人都来到山上背石头，老人们说，从前过河要绕十里路，孩子上学也不方便。"
    captions = ("▲新的老桥。（李明攝）", "▲桥头的石头。（李明攝）", "▲桥下的水。（李明攝）")
    lines = apart("老桥修好了", BRIDGE_LONG, *captions[:2], more, captions[2], "记者 王小明")
    found = printed(*lines)
    story = next(one for one in found if one.kind is Kind.ARTICLE)
    assert (texts(story), story.authors) == ([BRIDGE_LONG, more], ("王小明",))
    assert [one.authors for one in found if one.kind is Kind.CAPTION] == [("李明",)] * 3


@pytest.mark.parametrize(
    "notice", ["本文为原创内容，版权归「小城周刊」所有。", "未经许可，严禁复制、转载、篡改或再发布。"]
)
def test_who_may_copy_a_text_of_the_web_is_furniture(notice: str) -> None:
    found = imported("老桥修好了", "", BRIDGE_LONG, "", notice).stories
    assert [story.kind for story in found] == [Kind.ARTICLE, Kind.FURNITURE]


def test_a_comma_behind_a_dateline_is_no_part_of_the_sentence() -> None:
    (story,) = printed("老井又有了水", "本报讯，村里的老井修好了。")
    assert (story.dateline, texts(story)) == ("本报讯，", ["村里的老井修好了。"])


def test_what_stands_far_from_all_and_calls_for_nothing_is_shown_in_a_picture() -> None:
    found = printed("老桥修好了", BRIDGE, STONES, "", "", "村里人在井边打水", "", "", "修好的老井")
    assert [(story.kind, texts(story)) for story in found[1:]] == [
        (Kind.CAPTION, ["村里人在井边打水"]),
        (Kind.CAPTION, ["修好的老井"]),
    ]


@pytest.mark.parametrize("line", ["为山区的孩子献爱心", "老井有水 村民有福", "版式：王小明"])
def test_what_calls_for_something_is_no_caption(line: str) -> None:
    found = printed("老桥修好了", BRIDGE, STONES, "", "", line)
    assert Kind.CAPTION not in [story.kind for story in found]


INDENTED = [f"\u3000\u3000{text}" for text in (BRIDGE, STONES, OLD, PLANS)]
SHOWN = "昨天上午，大塘村的人在修好的老桥上。孩子们走在前面。"


def test_captions_without_indent_over_a_story_without_headline() -> None:
    first, second, story = printed(SHOWN, "", "", "", "桥头的老柳树，今年又发了新芽，绿了。", *INDENTED)
    assert (first.kind, texts(first)) == (Kind.CAPTION, [SHOWN])
    assert second.kind is Kind.CAPTION
    assert (story.kind, texts(story)) == (Kind.ARTICLE, [BRIDGE, STONES, OLD, PLANS])


def test_what_has_the_indent_of_all_is_no_caption() -> None:
    (story,) = printed(f"\u3000\u3000{SHOWN}", *INDENTED)
    assert texts(story)[0] == SHOWN


def test_a_box_of_sentences_is_no_list_of_links() -> None:
    entries = ["村里的第一座桥", "第一座桥：清朝修的木桥；"]
    assert "第一座桥：清朝修的木桥；" in [
        text for story in printed("老桥修好了", BRIDGE, STONES, "相关链接", *entries, OLD) for text in texts(story)
    ]
    linked = printed("老桥修好了", BRIDGE, STONES, "相关链接", "村里的第一座桥", "老桥修了三个月")
    assert "村里的第一座桥" not in [text for story in linked for text in [*texts(story), *headings(story)]]


def test_a_story_of_the_web_ends_with_its_rights() -> None:
    rights = "本文为小城网原创文章，未经允许不得转载"
    first, second = printed(
        "老桥修好了", BRIDGE, STONES, rights, "大塘村的孩子们第一次走上了新修好的老桥！", OLD, PLANS
    )
    assert (first.title, texts(first)) == ("老桥修好了", [BRIDGE, STONES])
    assert (second.title, texts(second)) == ("大塘村的孩子们第一次走上了新修好的老桥！", [OLD, PLANS])


def test_sentences_between_wide_gaps_are_captions() -> None:
    story, *captions = printed("老桥修好了", BRIDGE, STONES, OLD, "", "", "村里人走过老桥。", "", "", "孩子们在桥头。")
    assert texts(story) == [BRIDGE, STONES, OLD]
    assert [(one.kind, texts(one)) for one in captions] == [
        (Kind.CAPTION, ["村里人走过老桥。"]),
        (Kind.CAPTION, ["孩子们在桥头。"]),
    ]


def test_captions_below_a_signed_story_are_one_each() -> None:
    story, *captions = printed(
        "老桥修好了",
        BRIDGE,
        STONES,
        OLD,
        "本报记者 王小明",
        "",
        "",
        "大塘村的人昨天走过修好的老桥，去看河那边的亲戚。",
        "修桥的石头是从山上一块一块背下来的，放在桥头。",
    )
    assert texts(story) == [BRIDGE, STONES, OLD]
    assert [(one.kind, texts(one)) for one in captions] == [
        (Kind.CAPTION, ["大塘村的人昨天走过修好的老桥，去看河那边的亲戚。"]),
        (Kind.CAPTION, ["修桥的石头是从山上一块一块背下来的，放在桥头。"]),
    ]


def test_short_words_above_the_buttons_of_a_web_page_are_tags() -> None:
    tags = ["大塘村", "老桥", "柳树", "凉亭", "孩子"]
    (story,) = printed("老桥修好了", BRIDGE, STONES, *tags, "收藏", "举报")
    assert texts(story) == [BRIDGE, STONES]
    found = printed("老桥修好了", BRIDGE, STONES, *tags[:2], "收藏", "举报")
    assert "老桥" in "".join(one.characters() for one in found[-1:])


def test_the_day_in_brackets_goes_on_below() -> None:
    (story,) = printed("老桥修好了", BRIDGE, "", "大塘村的人今", "", f"（3）日早上{STONES}")
    assert texts(story) == [BRIDGE, f"大塘村的人今（3）日早上{STONES}"]


@pytest.mark.parametrize("line", ["【案件編號：ABCC 123/2020】", "〔案件編號：ABCC 123/2020〕"])
def test_a_case_number_is_the_end_of_a_paragraph(line: str) -> None:
    story = printed("老桥修好了", BRIDGE, "", line, "", STONES)[0]
    assert texts(story)[1:] == [line, STONES]


def test_a_dateline_over_its_headline() -> None:
    (story,) = printed("新华社青石５月８日体育专电", "大塘村的老桥修好了", BRIDGE, STONES)
    assert (story.title, story.dateline, texts(story)) == (
        "大塘村的老桥修好了",
        "新华社青石５月８日体育专电",
        [BRIDGE, STONES],
    )


def test_a_dateline_and_who_wrote_it_below_the_headline() -> None:
    (story,) = printed("大塘村的老桥修好了", "中新社青石[图库]四月二十四电　作者 王小明 李花", BRIDGE, STONES)
    assert (story.title, story.dateline) == ("大塘村的老桥修好了", "中新社青石[图库]四月二十四电")
    assert (story.authors, texts(story)) == (("王小明", "李花"), [BRIDGE, STONES])


def test_a_dateline_in_a_line_of_its_own_over_text() -> None:
    (story,) = printed("大塘村的老桥修好了", "本报讯", BRIDGE, STONES)
    assert (story.title, story.dateline, texts(story)) == ("大塘村的老桥修好了", "本报讯", [BRIDGE, STONES])


def test_a_licence_is_no_copyright_in_a_sentence() -> None:
    line = "老桥边的木料没有采伐许可证，也没有运输许可证。"
    assert line in [text for story in printed("老桥修好了", BRIDGE, line, STONES) for text in texts(story)]


def test_verse_above_the_buttons_of_a_web_page_is_no_list_of_tags() -> None:
    verse = ["老桥在水上", "柳树在桥头", "孩子在树下", "月亮在天上", "老人在梦里"]
    found = printed("老桥修好了", BRIDGE, STONES, *verse, "收藏", "举报")
    assert all(line in "".join(one.characters() for one in found) for line in verse)


def test_names_above_the_buttons_of_a_web_page_are_no_tags() -> None:
    names = ["王小明", "李花", "张大山", "何田", "林小河"]
    found = printed("老桥修好了", BRIDGE, STONES, *names, "收藏", "举报")
    assert all(name in "".join(one.characters() for one in found) for name in names)


@pytest.mark.parametrize("line", ["凉茶免费提供", "■综合执法进社区", "□ 健康", "图片版权归谁所有"])
def test_what_looks_like_a_credit_is_a_heading(line: str) -> None:
    found = printed("老桥修好了", "本报记者 王小明", BRIDGE, STONES, "", line, "", OLD, PLANS)
    assert line in [text for story in found for text in (story.title, *headings(story))]


@pytest.mark.parametrize(
    "bracket",
    ["（北京大学方面）", "（上海市和平路）", "（广东省公安厅）", "（云南学习党史）", "（二手汽车 配件）"],
)
def test_a_place_or_a_body_in_brackets_signs_nothing(bracket: str) -> None:
    (story,) = printed("老桥修好了", BRIDGE, STONES + bracket, OLD)
    assert (story.authors, len(texts(story))) == ((), 3)


@pytest.mark.parametrize(
    ("byline", "text"),
    [
        ("（中央社記者王小明台北20日電）", f"本報訊 {BRIDGE}"),
        ("本报讯（记者 王小明）", f"新华社北京3月1日电 {BRIDGE}"),
        ("新华社北京3月1日电 记者王小明", f"本报上海3月2日电 {BRIDGE}"),
    ],
)
def test_a_dateline_with_a_byline_over_one_in_the_text_is_not_lost(byline: str, text: str) -> None:
    (story,) = printed("老井又有了水", byline, text, STONES)
    assert story.dateline == text.split()[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "本报记者李明报道这件事之后，县里派人来修井。",
        "新华网9月1电子烟禁令生效后，大家都说好。",
        "中国网（北京晚报）记者昨天来到村里，看了老井。",
    ],
)
def test_a_sentence_that_begins_like_a_dateline_stays_whole(sentence: str) -> None:
    (story,) = printed("老井又有了水", sentence, STONES)
    assert texts(story) == [sentence, STONES]


def test_a_dateline_in_the_middle_of_a_page_signs_nothing_above() -> None:
    first = printed(
        "老桥修好了", "本报记者 李花", BRIDGE, STONES, "", "", "新华社北京3月1日电", "水厂明年开工", OLD, PLANS
    )[0]
    assert first.credit == "本报记者 李花"


def test_words_of_the_dictionary_are_no_names() -> None:
    (story,) = imported_with("专家提醒大家注意", "高血压 高血脂", BRIDGE, STONES)
    assert story.authors == ()
    (story,) = imported_with("专家提醒大家注意", "周小禾 李大川", BRIDGE, STONES)
    assert story.authors == ("周小禾", "李大川")


# ---------------------------------------------------------------- pictures and signatures without a mark


@pytest.mark.parametrize("agency", ["美联社", "路透社"])
def test_a_sentence_that_an_agency_alone_signs_is_a_caption(agency: str) -> None:
    story, caption = printed("老桥修好了", "", BRIDGE, "", STONES, "", "", "", f"村民走过新修的老桥。{agency}")
    assert (caption.kind, caption.credit, texts(caption)) == (Kind.CAPTION, agency, ["村民走过新修的老桥。"])
    assert texts(story) == [BRIDGE, STONES]


@pytest.mark.parametrize("shown", ["工人正在给老桥换桥板", "《老桥情深》剧照"])
def test_what_goes_on_in_a_picture_stands_within_its_story(shown: str) -> None:
    found = printed("老桥修好了", "", BRIDGE, "", shown, "", STONES)
    story = next(one for one in found if one.title)
    assert (story.title, texts(story), headings(story)) == ("老桥修好了", [BRIDGE, STONES], [])
    assert [texts(one) for one in found if one.kind is Kind.CAPTION] == [[shown]]


@pytest.mark.parametrize(
    ("credit", "names"),
    [("王小明", ("王小明",)), ("本报记者 王小明", ("王小明",)), ("本报记者　王小明/文　李花/图", ("王小明", "李花"))],
)
def test_who_has_written_a_story_may_stand_behind_its_last_stop(credit: str, names: tuple[str, ...]) -> None:
    (story,) = printed("老桥修好了", "", BRIDGE, "", f"{STONES}{credit}")
    assert (story.authors, story.credit, texts(story)) == (names, credit, [BRIDGE, STONES])


def test_what_stands_behind_the_last_stop_of_a_signed_story_is_text() -> None:
    (story,) = printed("老桥修好了", "", "本报记者 周大海", "", BRIDGE, "", f"{STONES}王小明")
    assert (story.authors, texts(story)) == (("周大海",), [BRIDGE, f"{STONES}王小明"])


def test_a_line_that_leans_on_the_one_above_goes_on_with_it() -> None:
    (story,) = printed("老桥修好了", "", BRIDGE, "", "工人把木料搬到老桥", "", f"里侧的空地上，{STONES}")
    assert texts(story) == [BRIDGE, f"工人把木料搬到老桥里侧的空地上，{STONES}"]


def test_a_label_over_a_headline_is_no_crosshead() -> None:
    lines = ("老桥修好了", "", f"本报讯 {BRIDGE}", "", STONES, "", "", "新闻背景", "", "小城从前有九座石桥", "", OLD)
    first, second = printed(*lines)
    assert (first.title, headings(first)) == ("老桥修好了", [])
    assert (second.section, second.title) == ("新闻背景", "小城从前有九座石桥")


def test_a_numbered_label_stands_over_its_headline() -> None:
    first, second = printed(
        "快讯一：", "", "老桥修好了", "", f"本报讯 {BRIDGE}", "", "快讯二：", "", "小城要种柳树", "", f"本报讯 {PLANS}"
    )
    assert [(one.kicker, one.title) for one in (first, second)] == [
        ("快讯一：", "老桥修好了"),
        ("快讯二：", "小城要种柳树"),
    ]


def test_what_somebody_is_belongs_to_the_text_above() -> None:
    (story,) = printed("老桥该不该修", "", "（王小明）", "", BRIDGE, "", STONES, "", "小城大学水利系教授")
    assert texts(story)[-1] == "小城大学水利系教授"


def test_a_headline_with_latin_words_is_as_long_as_it_is_printed() -> None:
    title = "小城与Windows Mobile合作在老桥旁建Open Lab"
    second = printed("老桥修好了", "", BRIDGE, "", STONES, "", "", title, "", f"本报讯 {PLANS}")[1]
    assert second.title == title


@pytest.mark.parametrize("title", ["人工智能正在走进课堂", "我们正在失去老桥", "小城经济正在回暖"])
def test_a_headline_may_say_what_is_going_on(title: str) -> None:
    (story,) = printed(title, "", "本报记者 王小明", "", BRIDGE, "", STONES)
    assert (story.title, story.authors, texts(story)) == (title, ("王小明",), [BRIDGE, STONES])


def test_a_brief_that_an_agency_at_home_signs_is_text() -> None:
    (brief,) = printed("国务院任命李大山为国家水利局局长，任期从下个月开始。", "新华社")
    assert (brief.kind, brief.credit) == (Kind.ARTICLE, "新华社")


@pytest.mark.parametrize("label", ["【官方消息】", "【重大消息】", "【内部消息】"])
def test_a_label_of_news_is_no_dateline(label: str) -> None:
    story = printed(f"{label}老桥修好了", "", BRIDGE, "", STONES)[0]
    assert (story.title, story.dateline) == (f"{label}老桥修好了", None)


@pytest.mark.parametrize("ending", ["全文完", "谢谢"])
def test_what_closes_a_text_is_nobody(ending: str) -> None:
    (story,) = printed("老桥修好了", "", BRIDGE, "", f"{STONES}{ending}")
    assert story.authors == ()


@pytest.mark.parametrize("heading", ["标准", ">65岁老人免费"])
def test_a_crosshead_is_no_button_and_no_path(heading: str) -> None:
    (story,) = printed("老桥修好了", "", BRIDGE, STONES, "", heading, "", OLD, "", PLANS)
    assert heading in story.characters()


def test_a_headline_that_ends_in_a_post_is_one() -> None:
    (story,) = printed("小城女孩考上北京大学教授", "", BRIDGE, "", STONES)
    assert story.title == "小城女孩考上北京大学教授"


def test_a_telephone_number_closes_no_text() -> None:
    (story,) = printed("老桥修好了", "", f"{BRIDGE}咨询热线为（0571）8765432", "转8分机，由工作人员解答。", "", STONES)
    assert texts(story)[0].endswith("8765432转8分机，由工作人员解答。")


# ---------------------------------------------------------------- what pictures show, without a full stop

SCENE = "村民在老井边打水"
_PHOTOGRAPHERS = (
    "王小明 摄",
    "（王小明 摄）",
    "图/王小明",
    "受访者供图",
    "新华社发（王小明 摄）",
    "本报记者 王小明 摄",
)


def _story(*lines: str) -> tuple[str, ...]:
    return ("老桥修好了", *lines)


@pytest.mark.parametrize("credit", _PHOTOGRAPHERS)
@pytest.mark.parametrize("gap", [0, 1])
def test_what_a_picture_shows_stands_between_a_headline_and_its_text(credit: str, gap: int) -> None:
    lines = _story(SCENE, credit, f"本报讯（记者 王芳）{BRIDGE}", STONES, OLD)
    story, caption = sorted(printed(*("\n" * (gap + 1)).join(lines).split("\n")), key=lambda story: story.kind.value)
    assert (story.title, story.subtitle, story.authors) == ("老桥修好了", None, ("王芳",))
    assert (caption.kind, texts(caption)) == (Kind.CAPTION, [SCENE])


@pytest.mark.parametrize("credit", _PHOTOGRAPHERS)
def test_what_a_picture_shows_stands_inside_a_paragraph(credit: str) -> None:
    lines = _story(f"本报讯（记者 王芳）{BRIDGE}", STONES[:20], SCENE, credit, STONES[20:], OLD)
    story, caption = sorted(printed(*lines), key=lambda story: story.kind.value)
    assert (story.authors, texts(story)) == (("王芳",), [BRIDGE, STONES, OLD])
    assert texts(caption) == [SCENE]


@pytest.mark.parametrize("credit", _PHOTOGRAPHERS)
@pytest.mark.parametrize("below", [(), ("小井又有水", f"本报讯 {PLANS}")])
def test_what_a_picture_shows_stands_below_a_story(credit: str, below: tuple[str, ...]) -> None:
    stories = printed(*_story(f"本报讯（记者 王芳）{BRIDGE}", STONES, OLD, SCENE, credit, *below))
    assert [story.title for story in stories if story.kind is Kind.ARTICLE] == ["老桥修好了", *below[:1]]
    assert [texts(story) for story in stories if story.kind is Kind.CAPTION] == [[SCENE]]
    assert stories[0].authors == ("王芳",)


def test_a_headline_over_a_photographer_and_a_text_is_one() -> None:
    (story,) = printed("老桥修好了", "王小明 摄", BRIDGE, STONES, OLD)
    assert (story.kind, story.title) == (Kind.ARTICLE, "老桥修好了")


def test_a_paragraph_that_its_photographer_signs_below_a_signed_story_is_a_caption() -> None:
    shown = "3月1日，青石县桥头村，村民在修复后的老井边打水。（王小明 摄）"
    story, caption = printed(*_story(f"本报讯（记者 王芳）{BRIDGE}", STONES, OLD, shown))
    assert (story.authors, texts(story)) == (("王芳",), [BRIDGE, STONES, OLD])
    assert (caption.kind, caption.authors) == (Kind.CAPTION, ("王小明",))


@pytest.mark.parametrize("credit", ["本报记者 王小明 文/图", "王小明 摄影报道"])
def test_who_has_written_it_too_signs_no_caption(credit: str) -> None:
    story, *others = printed(*_story(f"本报讯（记者 王芳）{BRIDGE}", STONES, OLD, f"{PLANS}（{credit}）"))
    assert len(texts(story)) == 4
    assert not others


def test_a_sentence_that_goes_on_with_its_story_is_no_caption() -> None:
    lines = _story("本报记者 王芳", BRIDGE, STONES, "同时，老桥的灯也修好了。", "（王小明 摄）")
    assert len(texts(printed(*lines)[0])) == 3


def test_an_agency_that_has_sent_a_picture_signs_its_caption() -> None:
    story, caption = printed(*_story(f"本报讯（记者 王芳）{BRIDGE}", STONES, OLD, f"{SCENE}。（新华社发）"))
    assert (len(texts(story)), caption.kind) == (3, Kind.CAPTION)


def test_how_many_pictures_there_are_stands_behind_the_sub_headline() -> None:
    head = ("青石县举行修井迎春大会", "王小明李花张大山何田赵小河出席大会并向打井队的工人颁发奖状（附图片１张）")
    (story,) = printed(*head, f"本报讯（记者 王芳）{BRIDGE}", STONES, OLD)
    assert (story.title, story.subtitle) == head


# ---------------------------------------------------------------- essays that nothing but a name signs

ESSAYS = (("静静的老桥", f"{BRIDGE}{STONES}"), ("桥头的月亮", f"{OLD}{PLANS}"), ("一块石头的故事", f"{STONES}{OLD}"))


def _essays(*names: str) -> list[Story]:
    pages = zip(ESSAYS, names, strict=True)
    return printed(*[line for (title, text), name in pages for line in (title, name, text, PLANS)])


@pytest.mark.parametrize("name", ["珉君", "小丰", "王芳李明", "王小芳"])
def test_a_pen_name_stands_where_names_stand_elsewhere_on_the_page(name: str) -> None:
    stories = _essays("王汐", "李小明", name)
    assert [story.title for story in stories] == [title for title, _ in ESSAYS]
    assert stories[2].authors == (("王芳", "李明") if name == "王芳李明" else (name,))


def test_a_word_of_the_dictionary_is_no_pen_name() -> None:
    names = ("王汐", "李小明", "前言")
    lines = [line for (title, text), name in zip(ESSAYS, names, strict=True) for line in (title, name, text, PLANS)]
    assert not any("前言" in story.authors for story in imported_with(*lines))


# ---------------------------------------------------------------- pictures in a column of their own


def test_pictures_in_the_news_are_captions() -> None:
    shown = ("１、村民在老井边打水，大家都很高兴。（王小明摄）", "２、孩子们走过新修的老桥去上学。（李明摄）")
    stories = printed("老桥修好了", f"本报讯（记者 王芳）{BRIDGE}", STONES, "图片新闻", *shown)
    assert [(story.kind, story.authors) for story in stories] == [
        (Kind.ARTICLE, ("王芳",)),
        (Kind.CAPTION, ("王小明",)),
        (Kind.CAPTION, ("李明",)),
    ]


def test_the_label_over_pictures_is_furniture() -> None:
    lines = ("老桥修好了", f"本报讯（记者 王芳）{BRIDGE}", STONES, OLD, "图片：", "图为修好的老桥。")
    assert [story.kind for story in imported(*lines).stories] == [Kind.ARTICLE, Kind.FURNITURE, Kind.CAPTION]


# ---------------------------------------------------------------- records of a paper's archive


def test_the_paper_and_its_page_beside_the_date_are_furniture() -> None:
    records = [*("青石商報", "B01", "2004-03-09"), "老桥修好了", f"{BRIDGE}{STONES}", OLD]
    records += [*("2004-03-14", "A02", "青石時報"), "小井又有水", f"{OLD}{PLANS}", STONES]
    stories = printed(*"\n\n".join(records).split("\n"))
    assert [(story.kicker, story.title) for story in stories] == [(None, "老桥修好了"), (None, "小井又有水")]


def test_a_paper_that_a_text_names_is_no_furniture() -> None:
    (story,) = printed("老桥修好了", "", BRIDGE, "", "青石商報", "", STONES, "", OLD)
    assert "青石商報" in story.characters()


def test_a_desk_that_has_reported_is_a_byline() -> None:
    (story,) = printed("老桥修好了", "本報港聞部報道", BRIDGE, STONES, OLD)
    assert (story.subtitle, story.credit, story.authors) == (None, "本報港聞部報道", ())


def test_the_column_of_an_archive_and_its_links_are_furniture() -> None:
    records = ["第1版(要闻)", "专栏：体育", "老桥修好了", f"{BRIDGE}{STONES}", OLD, "浏览更多各地桥梁新闻"]
    records += ["", "小井又有水", f"本报讯（记者 王芳）{OLD}", PLANS]
    stories = printed(*records)
    assert [(story.kicker, story.title, len(texts(story))) for story in stories] == [
        (None, "老桥修好了", 2),
        (None, "小井又有水", 2),
    ]


# ---------------------------------------------------------------- captions that nothing but their place tells


BELOW = (f"本报讯（记者 王芳）{OLD}", PLANS)


def _indented(*paragraphs: str) -> tuple[str, ...]:
    return tuple(f"\u3000\u3000{text}" for text in paragraphs)


def test_a_sentence_without_indent_below_an_indented_story_is_a_caption() -> None:
    shown = "村民们走过修好的老桥，手里提着从集上买来的东西。"
    lines = ("老桥修好了", *_indented(BRIDGE, STONES, OLD, PLANS), shown, "", "", "小井又有水", *_indented(*BELOW))
    first, caption, second = printed(*lines)
    assert (texts(first), second.title) == ([BRIDGE, STONES, OLD, PLANS], "小井又有水")
    assert (caption.kind, texts(caption)) == (Kind.CAPTION, [shown])


def test_a_sentence_without_indent_that_ends_a_cut_paragraph_is_none() -> None:
    cut, rest = PLANS[:20], PLANS[20:]
    lines = ("老桥修好了", *_indented(BRIDGE, STONES, OLD, cut), rest, "", "", "小井又有水", *_indented(*BELOW))
    first, second = printed(*lines)
    assert (texts(first), second.title) == ([BRIDGE, STONES, OLD, PLANS], "小井又有水")


@pytest.mark.parametrize("shown", ["青石县村民冬日打水(资料图) 王小明 摄", "王小明（記者李花攝）"])
def test_what_its_photographer_signs_is_no_headline(shown: str) -> None:
    lines = (*_story(f"{BRIDGE}{STONES}", OLD), "", shown, "", "", f"本报讯（记者 王芳）{OLD}", PLANS)
    stories = printed(*lines)
    assert [(story.kind, story.title) for story in stories] == [
        (Kind.ARTICLE, "老桥修好了"),
        (Kind.CAPTION, None),
        (Kind.ARTICLE, None),
    ]


def test_what_an_agency_signs_inside_a_word_is_a_caption() -> None:
    shown = "村民們走過修好的老橋，手裡提著東西。（歐新社）"
    cut = STONES.index("石头") + 1
    lines = _story(f"本报讯（记者 王芳）{BRIDGE}", STONES[:cut], "", shown, "", STONES[cut:], OLD)
    story, caption = sorted(imported_with(*lines), key=lambda story: story.kind.value)
    assert texts(story) == [BRIDGE, STONES, OLD]
    assert (caption.kind, caption.credit) == (Kind.CAPTION, "（歐新社）")


def test_what_marks_a_record_or_an_entry_keeps_the_lines_of_a_list_apart() -> None:
    records = ("现职：大塘村医生", "著作：《守护老桥》", "获奖：1999年获青石县“老桥奖章”", "经历：")
    entries = ("．曾任青石县医院医生", "．大塘村卫生室主任", "．2006年因病休养，一年后回村看病")
    (story,) = printed(*_story(f"本报讯（记者 王芳）{BRIDGE}", STONES, OLD, *records, *entries))
    assert texts(story) == [BRIDGE, STONES, OLD, *records, *entries]


# ---------------------------------------------------------------- breaks that a number, a bracket or an indent tells


def test_a_year_behind_a_full_stop_goes_on_below() -> None:
    (story,) = printed(
        "老桥修好了", f"本报讯 {BRIDGE}", "何田院士出生于青石县。1938", "年毕业于青石大学，后来回乡修桥。", OLD
    )
    assert texts(story)[1] == "何田院士出生于青石县。1938年毕业于青石大学，后来回乡修桥。"


def test_what_is_flush_below_an_indented_beginning_goes_on_with_it() -> None:
    paragraphs = _indented(f"本报讯 {BRIDGE}", STONES, OLD, PLANS, BRIDGE_LONG, STONES_LONG, OLD_LONG)
    rest = "代表的帮助下，修桥的人昨天晚上继续开会，一直谈到天亮，最后大家都同意再修一座石桥，让孩子们上学少走路。"
    cut = ("\u3000\u3000在村里各家和县里协议执行会高级", rest)
    (story,) = printed("老桥修好了", *paragraphs, *cut)
    assert texts(story)[-1] == "".join(cut).strip()


def test_what_somebody_tells_is_no_heading() -> None:
    cut = ("此间老人透露，这是大塘村第一次", "想为外村的孩子做点事情，但很难做到，只好先修一座桥。")
    (story,) = printed("老桥修好了", f"本报讯 {BRIDGE}", STONES, *cut, OLD)
    assert "".join(cut) in texts(story)


def test_lines_of_several_labels_stay_apart() -> None:
    labelled = (f"材料：{BRIDGE[:-1]}", f"做法：{OLD}")
    (story,) = printed("老桥修好了", f"本报讯 {STONES}", *labelled)
    assert texts(story)[1:] == list(labelled)


def test_who_stands_where_below_an_indented_story_is_a_caption() -> None:
    shown = "王小明(左三)在众人的陪同下走过老桥，看修桥的石头。左起为何田、李花；右起为张大山、赵小河。"
    lines = ("老桥修好了", *_indented(BRIDGE, STONES, OLD, PLANS), shown, *_indented("(青石5日讯)" + OLD, PLANS))
    story, caption, _ = printed(*lines)
    assert (texts(story), texts(caption)) == ([BRIDGE, STONES, OLD, PLANS], [shown])
    assert caption.kind is Kind.CAPTION


# ---------------------------------------------------------------- pictures, drawings and parts of a series


@pytest.mark.parametrize("work", ["敬爱的老师（手指画）（王小明）", "戊寅春梦（王小明画）", "圆梦（中国画）"])
def test_a_drawing_and_who_has_made_it_are_a_caption(work: str) -> None:
    maker = ("（李花）",) if work.endswith("（中国画）") else ()
    lines = (*_story(f"本报讯（记者 王芳）{BRIDGE}", STONES, OLD), work, *maker, "小井又有水", f"本报讯 {PLANS}")
    stories = printed(*lines)
    assert [story.title for story in stories if story.kind is Kind.ARTICLE] == ["老桥修好了", "小井又有水"]
    assert [story.kind for story in stories].count(Kind.CAPTION) == 1


@pytest.mark.parametrize("shown", ["王小花", "大塘—桥头路线示意图（县水利局王小明绘）", "敬爱的老师（手指画）"])
def test_below_the_label_over_pictures_stands_what_one_shows(shown: str) -> None:
    lines = (*_story(f"本报讯（记者 王芳）{BRIDGE}", STONES, OLD), "图片：", shown, "小井又有水", f"本报讯 {PLANS}")
    stories = printed(*lines)
    assert [(story.kind, story.title) for story in stories] == [
        (Kind.ARTICLE, "老桥修好了"),
        (Kind.CAPTION, None),
        (Kind.ARTICLE, "小井又有水"),
    ]


def test_which_part_of_a_series_it_is_stands_behind_a_headline() -> None:
    (story,) = printed("无形的扩张——调整中的大塘村（上）", "本报记者 王小明", f"{BRIDGE}{STONES}", OLD)
    assert (story.kind, story.title) == (Kind.ARTICLE, "无形的扩张——调整中的大塘村（上）")


@pytest.mark.parametrize("mark", ["（图片）", "（附图片１张）"])
def test_what_tells_pictures_at_its_end_is_a_headline(mark: str) -> None:
    bags = (
        "学校里有三百名学生领到新的书包，老师把课本也放了进去。",
        "家长看见书包都笑，校长说，明年还要买字典和足球。",
    )
    lines = (*_story(f"本报讯（记者 王芳）{BRIDGE}", STONES, OLD), f"青石小学发书包{mark}", *bags)
    assert [story.title for story in printed(*lines)] == ["老桥修好了", f"青石小学发书包{mark}"]


def test_speech_below_who_speaks_is_no_heading() -> None:
    asked, answer = "“说了半天，你是……”", "“我叫王小明，是修桥的……”"
    (story,) = printed(*_story(f"本报讯 {BRIDGE}", "他走上前去，有些惊喜地拉住来人的手问道：", asked, answer, OLD))
    assert texts(story)[2:4] == [asked, answer]


# ---------------------------------------------------------------- verse without marks, before prose


def test_verse_above_a_signed_essay_stays_verse() -> None:
    essays = [line for title, text in ESSAYS for line in (title, "王小明", f"{text}{PLANS}")]
    verse = (
        "普通的水",
        "与我们不离形影",
        "甚至忘个干净",
        "隐身于血肉之中",
        "连同青草和大树",
        "抵抗地心的引力",
        "努力把天空支撑",
    )
    lines = ("普通的水（外二首）", "李花", *verse, "来自大地或天空", *essays)
    first, *others = printed(*lines)
    assert texts(first) == [*verse, "来自大地或天空"]
    assert [story.title for story in others] == [title for title, _ in ESSAYS]


def test_verse_above_a_short_sentence_stays_verse() -> None:
    verse = ("与我们不离形影", "甚至忘个干净", "隐身于血肉之中", "连同青草和大树", "抵抗地心的引力", "努力把天空支撑")
    (story,) = printed("普通的水", "李花", *verse, "来自大地或天空", "水在流。", f"{BRIDGE}{STONES}")
    assert texts(story)[:7] == [*verse, "来自大地或天空"]


def test_a_picture_with_a_name_and_its_photographer_between_stories_is_a_caption() -> None:
    lines = (*_story(f"本报讯（记者 王芳）{BRIDGE}", STONES, OLD), "欢乐的山寨（图片）", "（王小明摄）")
    stories = printed(*lines, "小井又有水", f"本报讯 {PLANS}")
    assert [(story.kind, story.title) for story in stories] == [
        (Kind.ARTICLE, "老桥修好了"),
        (Kind.CAPTION, None),
        (Kind.ARTICLE, "小井又有水"),
    ]


def test_a_headline_that_tells_its_pictures_over_a_photographer_is_one() -> None:
    (story,) = printed("我们期盼……（附图片４张）", "王小明摄影", BRIDGE, STONES, OLD)
    assert (story.kind, story.title, len(texts(story))) == (Kind.ARTICLE, "我们期盼……（附图片４张）", 3)


def test_numbered_pictures_under_their_column() -> None:
    shown = ("１、孩子们走过新修的老桥。（新华社发）", "２、从３月１日开始，青石县开展为期一个月的植树活动。")
    lines = (*_story(f"本报讯（记者 王芳）{BRIDGE}", STONES, OLD), "图片新闻", *shown, "（新华社记者王小明摄）")
    stories = printed(*lines, "小井又有水", f"本报讯 {PLANS}")
    assert [story.kind for story in stories] == [Kind.ARTICLE, Kind.CAPTION, Kind.CAPTION, Kind.ARTICLE]


def test_a_number_alone_below_the_byline_is_a_crosshead() -> None:
    (story,) = printed("小黑板两题", "王小明", "一", f"{BRIDGE}{STONES}", "二", f"{OLD}{PLANS}")
    assert [block.text for block in story.blocks if block.role is Role.HEADING] == ["一", "二"]


def test_the_weather_is_a_story_of_its_own() -> None:
    weather = "明天气象预报（１月１０日２０时—１１日２０时）"
    first, second = printed(*_story(f"本报讯（记者 王芳）{BRIDGE}", STONES, OLD), weather, "县城明天多云，北风三级。")
    assert (first.title, second.title) == ("老桥修好了", weather)


# ---------------------------------------------------------------- who signs, and where


@pytest.mark.parametrize("writer", ["中共青石县委书记王小明", "青石大学王小明", "农业部部长王小明"])
def test_who_holds_an_office_signs_between_headline_and_text(writer: str) -> None:
    (story,) = printed("人心顺桥才修得好", writer, f"{BRIDGE}{STONES}", OLD, PLANS)
    assert (story.title, story.subtitle, story.authors) == ("人心顺桥才修得好", None, ("王小明",))


def test_who_holds_an_office_in_a_text_signs_nothing() -> None:
    (story,) = printed("老桥修好了", f"本报讯 {BRIDGE}", "青石大学王小明", STONES, OLD)
    assert "王小明" not in story.authors


def test_a_byline_behind_a_lead_that_tells_pictures_stands_amid_its_story() -> None:
    lead = f"{BRIDGE}（附图片１张）"
    (story,) = printed("老桥回故乡", lead, "本报记者 王小明", f"{STONES}{OLD}", "石头的故事", f"{PLANS}{OLD}")
    assert (story.title, story.authors, len(texts(story))) == ("老桥回故乡", ("王小明",), 3)


def test_a_headline_may_begin_with_a_year() -> None:
    title = "１９９８，从平淡中开始——大塘村修桥述评"
    (story,) = printed(title, "本报记者 王小明", f"{BRIDGE}{STONES}", OLD)
    assert (story.title, story.authors) == (title, ("王小明",))
