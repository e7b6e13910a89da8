"""The text layer of a PDF, in the order of its boxes."""

from __future__ import annotations

import io
import sys
import zlib

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from duidu.errors import PageError
from duidu.importers import import_page, pdf
from duidu.importers.source import Source
from duidu.model import RawPage, Role

PATH = "content/pages/p.pdf"
FONT = "STSong-Light"  # every viewer has it: no font file is needed
LEFT = ["\u3000\u3000昨天，青石县白鹭镇的老井修", "好了，大家都来打水，笑声不断，", "真是一件好事。"]
RIGHT = ["村里的老人说，这口井有一百年", "了，水一直是甜的，孩子们都很", "高兴。"]

# x and y from the lower left corner, size of type, text
Piece = tuple[float, float, float, str]
# The left, lower, right and upper side of a frame; of a rule two are the same.
Rule = tuple[float, float, float, float]


def column(x: float, y: float, *texts: str) -> list[Piece]:
    """Lines of one column, ten points high."""
    return [(x, y - 13 * number, 10, text) for number, text in enumerate(texts)]


def drawn(
    *pages: list[Piece], font: str = FONT, locked: str | None = None, rules: tuple[Rule, ...] = (), spacing: float = 0
) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    buffer = io.BytesIO()
    encryption = StandardEncryption(locked) if locked is not None else None
    canvas = Canvas(buffer, invariant=1, encrypt=encryption)
    for page in pages:
        for x, y, size, text in page:
            canvas.setFont(font, size)
            canvas.drawString(x, y, text, charSpace=spacing)
        for x0, y0, x1, y1 in rules:
            (canvas.line if x0 == x1 or y0 == y1 else canvas.rect)(x0, y0, *frame_or_line(x0, y0, x1, y1))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def frame_or_line(x0: float, y0: float, x1: float, y1: float) -> tuple[float, float]:
    """What reportlab wants to know beside the first corner: the other end of a line, the size of a rectangle."""
    return (x1, y1) if x0 == x1 or y0 == y1 else (x1 - x0, y1 - y0)


def raw(data: bytes) -> RawPage:
    return RawPage("p", data, PATH)


def read(data: bytes) -> Source:
    return pdf.read(raw(data))


def refused(data: bytes) -> PageError:
    with pytest.raises(PageError) as caught:
        read(data)
    assert str(caught.value.ref) == f"{PATH}:1"
    assert caught.value.hint
    assert "\n" not in str(caught.value)
    return caught.value


PAGE = [(60.0, 780.0, 24.0, "老井又有了水"), *column(60, 740, *LEFT), *column(300, 740, *RIGHT)]


def test_lines_come_column_by_column() -> None:
    source = read(drawn(PAGE))
    assert [line.text for line in source.lines] == ["老井又有了水", *(text.strip() for text in (*LEFT, *RIGHT))]
    assert [line.number for line in source.lines] == [1, 2, 3, 4, 5, 6, 7]
    assert [line.gap for line in source.lines] == [0, 1, 0, 0, 0, 0, 0]
    assert [line.role for line in source.lines] == [Role.TITLE, *[None] * 6]
    assert (source.encoding, source.remarks) == ("PDF", ())


def test_the_first_line_of_a_paragraph_is_indented() -> None:
    lines = read(drawn([(80.0, 740.0, 10.0, "昨天，青石县的老井修"), *column(60, 727, *LEFT[1:])])).lines
    assert [line.indented for line in lines] == [True, False, False]


def test_pages_follow_one_another() -> None:
    lines = read(drawn(column(60, 740, *LEFT), column(60, 740, *RIGHT))).lines
    assert [(line.number, line.gap) for line in lines] == [(1, 0), (2, 0), (3, 0), (4, 1), (5, 0), (6, 0)]


LEADINGS = [1.2, 1.3, 1.45, 1.5, 1.8, 2.0, 2.3]
HEADLINE: Piece = (60.0, 780.0, 24.0, "老井又有了水，村里人人都来打水")


def columns(count: int, leading: float, *, top: float = 740) -> list[list[Piece]]:
    """Columns of text whose lines say where they stand: 二栏的第三行…"""
    return [
        [
            (60 + 170 * number, top - 10 * leading * line, 10, f"{name}栏的第{at}行有十多个字")
            for line, at in enumerate(AT)
        ]
        for number, name in enumerate(AT[:count])
    ]


AT = "一二三四五六七八九"


def texts(*parts: list[Piece]) -> list[str]:
    return [piece[-1] for part in parts for piece in part]


@pytest.mark.parametrize("leading", LEADINGS)
@pytest.mark.parametrize("count", [2, 3])
def test_columns_are_read_one_after_the_other_however_far_apart_their_lines_are(count: int, leading: float) -> None:
    parts = [[HEADLINE], *columns(count, leading)]
    source = read(drawn([piece for part in parts for piece in part]))
    assert [line.text for line in source.lines] == texts(*parts)
    assert [line.number for line in source.lines if line.gap] == [2]  # to the top of a column there is no gap
    assert source.remarks == ()


@pytest.mark.parametrize("leading", LEADINGS)
def test_lines_that_are_drawn_across_the_page_are_read_down_the_columns(leading: float) -> None:
    parts = columns(3, leading)
    across = [piece for row in zip(*parts, strict=True) for piece in row]
    assert [line.text for line in read(drawn(across)).lines] == texts(*parts)


@pytest.mark.parametrize("leading", LEADINGS)
def test_a_caption_stands_where_its_column_has_it(leading: float) -> None:
    left, right = columns(2, leading)
    caption: Piece = (240, right[3][1] - 90, 8, "▲孩子们在井边打水。")
    lower = [(x, y - 120, size, text) for x, y, size, text in right[4:]]
    parts = [[HEADLINE], left, right[:4], [caption], lower]
    lines = read(drawn([piece for part in parts for piece in part])).lines
    assert [line.text for line in lines] == texts(*parts)
    assert [line.gap for line in lines if line.text == caption[-1]] == [1]


@pytest.mark.parametrize("headline", ["小桥通车", "小桥通车，白鹭镇两岸的人都来看"])
@pytest.mark.parametrize("leading", LEADINGS)
def test_a_headline_below_ends_the_columns_above_however_short_it_is(leading: float, headline: str) -> None:
    parts = [[HEADLINE], *columns(2, leading), [(60.0, 500.0, 18.0, headline)], *columns(2, leading, top=470)]
    assert [line.text for line in read(drawn([piece for part in parts for piece in part])).lines] == texts(*parts)


# ---------------------------------------------------------------- how a newspaper sets its type


def stood(x: float, y: float, size: float, text: str) -> list[Piece]:
    """A line that is set from the top down."""
    return [(x, y - size * number, size, char) for number, char in enumerate(text)]


def test_characters_set_apart_to_fill_a_line_have_no_spaces() -> None:
    lines = read(drawn(column(60, 740, "昨天，青石县白鹭镇的", "老井2018年修好了。"), spacing=2.5)).lines
    assert [line.text for line in lines] == ["昨天，青石县白鹭镇的", "老井2018年修好了。"]


def test_what_stands_much_farther_apart_has_a_space() -> None:
    pieces: list[Piece] = [(60, 740, 20, "老井有水"), (152, 740, 20, "小桥通车"), (60, 700, 10, "David Ku")]
    assert [line.text for line in read(drawn(pieces)).lines] == ["老井有水 小桥通车", "David Ku"]


def test_the_shadow_of_a_headline_is_not_read() -> None:
    shadow: list[Piece] = [(x + 1.5, y - 1.5, size, text) for x, y, size, text in PAGE[:1]]
    assert [line.text for line in read(drawn(shadow + PAGE)).lines] == [line.text for line in read(drawn(PAGE)).lines]


def test_text_in_a_page_within_the_page_is_read() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.beginForm("within")
    canvas.setFont(FONT, 10)
    canvas.drawString(60, 740, "老井又有了水")
    canvas.endForm()
    canvas.doForm("within")
    canvas.save()
    assert [line.text for line in read(buffer.getvalue()).lines] == ["老井又有了水"]


def test_a_headline_that_is_set_twice_stays() -> None:
    assert [line.text for line in read(drawn(column(60, 740, "好好学习", "好好学习"))).lines] == ["好好学习"] * 2


def test_a_line_is_not_cut_at_a_character_that_stands_lower() -> None:
    pieces: list[Piece] = [(60, 740, 10, "比是1"), (85, 734, 10, "："), (95, 740, 10, "2，不是3")]
    assert [line.text for line in read(drawn(pieces)).lines] == ["比是1：2，不是3"]


# A text with indents, in columns: its lines are put together.
INDENTED: list[Piece] = [
    *[(80, 640, 10, "昨天，青石县白鹭镇的老"), *column(60, 627, "井修好了，大家都来打水，", "真是好事。")],
    *[(80, 601, 10, "村里的老人说，这口井有"), *column(60, 588, "一百年了，水一直是甜的，")],
    *column(230, 640, "孩子们都很高兴。"),
    *[(250, 627, 10, "镇里还要修一座小桥，明"), *column(230, 614, "年就通车。")],
]
PARAGRAPHS = [
    "昨天，青石县白鹭镇的老井修好了，大家都来打水，真是好事。",
    "村里的老人说，这口井有一百年了，水一直是甜的，孩子们都很高兴。",
    "镇里还要修一座小桥，明年就通车。",
]


def moved(pieces: list[Piece], x: float, y: float) -> list[Piece]:
    return [(left + x, base + y, size, text) for left, base, size, text in pieces]


def test_paragraphs_go_on_at_the_top_of_the_next_column() -> None:
    lines = read(drawn([HEADLINE, *moved(INDENTED, 0, 100)])).lines
    assert [(line.text, line.number) for line in lines[1:]] == list(zip(PARAGRAPHS, (2, 5, 8), strict=True))


def test_a_short_last_line_stands_under_the_indent_of_the_first() -> None:
    text = [
        (80.0, 640.0, 10.0, "昨天，白鹭镇的老井修好"),
        (60.0, 627.0, 10.0, "了。"),
        (80.0, 614.0, 10.0, "镇里还要修"),
    ]
    lines = read(drawn([*text, *column(60, 601, "一座小桥，明年就通车，大家", "都说好。")])).lines
    assert [line.text for line in lines] == [
        "昨天，白鹭镇的老井修好了。",
        "镇里还要修一座小桥，明年就通车，大家都说好。",
    ]


def test_without_indents_lines_are_left_to_the_rules() -> None:
    lines = read(drawn(column(60, 740, "老井修好了，大家都来打水，", "真是好事。", "小桥也通车了。"))).lines
    assert [line.text for line in lines] == ["老井修好了，大家都来打水，", "真是好事。", "小桥也通车了。"]


def told(data: bytes) -> list[tuple[str | None, str | None, str | None, tuple[str, ...], list[str]]]:
    """Kicker, headline, sub-headline, authors and text of each article of a page."""
    return [
        (story.kicker, story.title, story.subtitle, story.authors, [block.text for block in story.blocks])
        for story in import_page(raw(data)).stories
    ]


def test_sizes_of_type_tell_headline_kicker_and_sub_headline() -> None:
    head: list[Piece] = [(60, 800, 14, "青石县"), (60, 770, 26, "老井又有了水"), (60, 745, 14, "——白鹭镇打井记")]
    byline: list[Piece] = [(150, 725, 11, "王小明")]
    found = told(drawn([*head, *byline, *moved(INDENTED, 0, 60)]))
    assert found == [("青石县", "老井又有了水", "——白鹭镇打井记", ("王小明",), PARAGRAPHS)]


def test_a_crosshead_stands_in_its_column_however_large_its_type_is() -> None:
    left = [piece for piece in INDENTED if piece[0] < 200]
    right = [piece for piece in INDENTED if piece[0] > 200]
    columns = [*moved(left, 0, 100), *left, *moved(right, 0, 100), *moved(right[1:], 0, 74), *moved(left, 170, 22)]
    heads: list[Piece] = [(85, 662, 13, "水从哪里来"), (250, 688, 13, "小桥通向何方")]
    (found,) = told(drawn([(60, 780, 26, "老井又有了水，小桥要通车"), *columns, *heads]))
    cut = PARAGRAPHS[1][:-8]  # the end of its column
    below = [cut + PARAGRAPHS[1][-8:], PARAGRAPHS[2], PARAGRAPHS[2], "小桥通向何方", PARAGRAPHS[0], cut]
    assert found[-1] == [PARAGRAPHS[0], cut, "水从哪里来", PARAGRAPHS[0], *below]


def test_a_byline_comes_behind_its_headline_wherever_the_text_begins() -> None:
    text = [*moved(INDENTED, 0, 100), *moved(INDENTED, 340, 140)]  # the right columns begin beside the headline
    (found,) = told(drawn([(60, 790, 26, "老井又有了水"), (130, 770, 10, "李花"), *text]))
    assert found[1] == "老井又有了水"
    assert found[3] == ("李花",)
    assert found[4] == PARAGRAPHS * 2


def test_a_byline_as_close_as_text_stands_above_all_columns() -> None:
    (found,) = told(drawn([(120, 672, 26, "老井又有了水"), (170, 653, 10, "本报记者 王小明"), *INDENTED]))
    assert found[3:] == (("王小明",), PARAGRAPHS)


def test_the_name_of_the_paper_is_no_headline() -> None:
    head: list[Piece] = [(60, 800, 24, "青石日报"), (250, 800, 9, "2018年1月2日 星期二"), (420, 800, 20, "3 要闻")]
    found = told(drawn([*head, (60, 750, 26, "老井又有了水"), *moved(INDENTED, 0, 90)]))
    assert [(title, text) for _, title, _, _, text in found if title] == [("老井又有了水", PARAGRAPHS)]


def test_a_short_last_line_over_an_indent_ends_its_paragraph_only() -> None:
    text = [(80.0, 640.0, 10.0, "昨天，白鹭镇的老井修好"), *column(60, 627, "了，大家都来打水，都说好", "水。")]
    lines = read(drawn([*text, (80, 601, 10, "镇里还要修一座小桥，明"), (60, 588, 10, "年就通车。")])).lines
    assert [line.text for line in lines] == [
        "昨天，白鹭镇的老井修好了，大家都来打水，都说好水。",
        "镇里还要修一座小桥，明年就通车。",
    ]
    assert [line.gap for line in lines] == [0, 0]


def test_a_rule_parts_two_stories() -> None:
    upper = [(60.0, 790.0, 24.0, "老井又有了水"), *moved(INDENTED, 0, 130)]
    lower = [(60.0, 650.0, 20.0, "小桥通车了"), *moved(INDENTED, 0, -10)]
    found = told(drawn([*upper, *lower], rules=((60, 690, 400, 690),)))
    assert [(title, text) for _, title, _, _, text in found] == [
        ("老井又有了水", PARAGRAPHS),
        ("小桥通车了", PARAGRAPHS),
    ]


@pytest.mark.parametrize("headline", [[], [(60.0, 690.0, 20.0, "老井有水，小桥通车了")]])
def test_a_rule_between_two_columns_parts_no_stories(headline: list[Piece]) -> None:
    (found,) = told(drawn([*headline, *INDENTED], rules=((215, 580, 215, 660),)))
    assert found[-1] == PARAGRAPHS


def test_rules_between_the_rows_of_a_table_part_no_stories() -> None:
    rows: list[Piece] = [(60, 740 - 20 * row, 10, f"{name}　0.{row}0元，比昨天便宜") for row, name in enumerate(AT)]
    data = drawn([HEADLINE, *rows], rules=tuple((60.0, 735.0 - 20 * row, 190.0, 735.0 - 20 * row) for row in range(8)))
    assert [line.gap for line in read(data).lines] == [0] + [1] * 9


def test_what_a_frame_holds_is_read_together() -> None:
    story = [(60.0, 790.0, 24.0, "老井又有了水"), *moved(INDENTED, 0, 130)]
    boxed = [(430.0, 750.0, 18.0, "小桥通车了"), *moved(INDENTED[:5], 370, 80)]
    date: Piece = (380, 830, 9, "2018年1月2日 星期二")
    found = told(drawn([date, *boxed, *story], rules=((420, 600, 590, 790),)))
    titles = [(title, text) for _, title, _, _, text in found if title]
    assert titles == [("老井又有了水", PARAGRAPHS), ("小桥通车了", [PARAGRAPHS[0], PARAGRAPHS[1][:-8]])]


@pytest.mark.parametrize("x", [40.0, 400.0])
def test_a_headline_set_from_the_top_down_comes_first(x: float) -> None:
    upright = [*stood(x, 760, 24, "老井又有了水"), *stood(x - 14, 740, 10, "王小明")]
    assert told(drawn([*moved(INDENTED, 0, 100), *upright])) == [
        (None, "老井又有了水", None, ("王小明",), PARAGRAPHS),
    ]


def upright(lines: list[tuple[int, str]], right: float, top: float) -> list[Piece]:
    """Lines set from the top down, from right to left, each with its indent in characters."""
    placed = (stood(right - 14 * place, top - 10 * indent, 10, text) for place, (indent, text) in enumerate(lines))
    return [piece for line in placed for piece in line]


def test_a_page_set_from_the_top_down_is_read_from_the_right() -> None:
    first = [
        (2, "昨天，青石县白鹭镇的老"),
        (0, "井修好了，大家都来打水，真"),
        (0, "是好事。"),
        (2, "村里的老人说，这口井有"),
    ]
    second = [
        (0, "一百年了，水一直是甜的，孩"),
        (0, "子们都很高兴。"),
        (2, "镇里还要修一座小桥，明"),
        (0, "年就通车。"),
    ]
    text = [*upright(first, 460, 700), *upright(second, 460, 540)]
    assert told(drawn([*stood(490, 700, 24, "老井又有了水"), *stood(477, 650, 10, "王小明"), *text])) == [
        (None, "老井又有了水", None, ("王小明",), PARAGRAPHS),
    ]


def test_figures_side_by_side_stay_in_their_line() -> None:
    text = [*stood(460, 700, 10, "老井在今年的"), (460, 640, 5, "12"), *stood(460, 630, 10, "月里修好了，大家都来")]
    assert [line.text for line in read(drawn(text)).lines] == ["老井在今年的12月里修好了，大家都来"]


def test_lines_that_make_no_columns_are_a_doubt() -> None:
    source = read(drawn(columns(2, 3.6)[0], [piece for part in columns(2, 3.6) for piece in part]))
    (remark,) = source.remarks
    assert (str(remark.ref), remark.what, remark.doubtful) == (f"{PATH}:10", "reading order", True)
    assert "side by side" in remark.reason


def test_a_page_becomes_stories() -> None:
    page = import_page(raw(drawn(PAGE)))
    assert page.encoding == "PDF"
    text = "".join(story.characters() for story in page.stories)
    assert sorted(text) == sorted("老井又有了水" + "".join(text.strip() for text in (*LEFT, *RIGHT)))


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "no PDF, or a broken one"),
        ("他来了。".encode(), "no PDF, or a broken one"),
        (b"%PDF-1.4\n", "no PDF, or a broken one"),
        (drawn(PAGE)[:700], "no PDF, or a broken one"),
        (drawn([]), "no text layer"),
        (drawn([(60, 740, 10, " ")]), "no text layer"),
        (drawn(PAGE, locked="x"), "protected by a password"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, what: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert what in refused(data).message
    assert capfd.readouterr() == ("", "")


def test_a_pdf_that_opens_without_a_password_is_read() -> None:
    (line,) = read(drawn(column(60, 740, "Qingshi"), font="Helvetica", locked="")).lines
    assert line.text == "Qingshi"


def test_what_unpacks_to_too_much_is_refused() -> None:
    packed = zlib.compress(bytes(pdf.LARGEST_STREAM + 1), 9)
    bomb = b"%PDF-1.4\n1 0 obj<</Filter/FlateDecode>>stream\n" + packed + b"\nendstream endobj"
    assert len(bomb) < 400_000
    assert "unpacks to more than 300 MB" in refused(bomb).message


def test_a_file_of_many_streams_is_refused_when_it_is_broken() -> None:
    data = (b"1 0 obj<<>>stream\n" + zlib.compress(bytes(500)) + b"\nendstream endobj\n") * 30_000
    assert "broken" in refused(data).message


def test_a_book_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LARGEST_TEXT", 20)
    with pytest.raises(PageError, match="characters") as caught:
        read(drawn(PAGE))
    assert str(caught.value.ref) == f"{PATH}:3"


def without_characters(count: int, *, named: int = 0) -> bytes:
    """A PDF whose font is its own: it has glyphs, but does not say which characters they are."""
    text = "".join(f"{code:04x}" for code in range(1, count + 1))
    content = f"BT /F1 10 Tf 50 700 Td <{text}> Tj ET".encode()
    if named:
        content += f"\nBT /F2 10 Tf 50 600 Td ({'a' * named}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 7 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type0/BaseFont/Own/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Own/CIDSystemInfo 8 0 R/FontDescriptor 9 0 R>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
        b"<</Type/FontDescriptor/FontName/Own/Flags 4>>",
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + trailer


def test_fonts_that_name_no_characters_are_refused() -> None:
    assert "do not say which characters" in refused(without_characters(8)).message


def test_a_glyph_without_a_character_is_told() -> None:
    source = read(without_characters(1, named=30))
    (remark,) = source.remarks
    assert (remark.what, remark.confidence) == ("doubtful character", 0.0)
    assert "(cid:1)" in remark.reason


def test_without_the_library_the_command_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfminer.converter", None)
    assert refused(drawn(PAGE)).hint == "pip install 'duidu[pdf]'"
