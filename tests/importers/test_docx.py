"""The paragraphs of a Word document, with what its styles say."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable

import docx as word
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from duidu.errors import PageError
from duidu.importers import docx, import_page
from duidu.importers.source import Source
from duidu.model import Kind, RawPage, Role

PATH = "content/pages/p.docx"
TEXT = "村里的老井修好了，大家都来打水。"


def saved(make: Callable[[Document], object]) -> bytes:
    document = word.Document()
    make(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def paragraphs(*texts: str) -> bytes:
    def make(document: Document) -> None:
        for text in texts:
            document.add_paragraph(text)

    return saved(make)


def raw(data: bytes) -> RawPage:
    return RawPage("p", data, PATH)


def read(data: bytes) -> Source:
    return docx.read(raw(data))


def said(data: bytes) -> list[tuple[Role | None, str]]:
    return [(line.role, line.text) for line in read(data).lines]


def refused(data: bytes) -> PageError:
    with pytest.raises(PageError) as caught:
        read(data)
    assert str(caught.value.ref) == f"{PATH}:1"
    assert caught.value.hint
    assert "\n" not in str(caught.value)
    return caught.value


def test_the_styles_say_what_is_a_headline() -> None:
    def make(document: Document) -> None:
        document.add_heading("老井又有了水", 0)
        document.add_paragraph("本报记者 周大海")
        document.add_paragraph(TEXT)
        document.add_heading("井边", 1)
        document.add_heading("新树", 2)
        document.add_paragraph("种在井边的新")

    assert said(saved(make)) == [
        (Role.TITLE, "老井又有了水"),
        (None, "本报记者 周大海"),
        (Role.PARAGRAPH, TEXT),
        (Role.HEADING, "井边"),
        (Role.HEADING, "新树"),
        (None, "种在井边的新"),
    ]


def test_without_a_title_heading_1_is_the_headline() -> None:
    def make(document: Document) -> None:
        for title in ("老井又有了水", "学校开学了"):
            document.add_heading(title, 1)
            document.add_heading("井边", 2)
            document.add_paragraph(TEXT)

    assert [role for role, _ in said(saved(make))] == [Role.TITLE, Role.HEADING, Role.PARAGRAPH] * 2


@pytest.mark.parametrize(("headlines", "marked"), [(("老井",), False), (("老井", "小桥"), True)])
def test_where_several_headlines_are_styled_no_other_line_is_one(headlines: tuple[str, ...], marked: bool) -> None:
    """A single one may be the name of the paper, over a page that was pasted."""

    def make(document: Document) -> None:
        for headline in headlines:
            document.add_paragraph(headline, style="Heading 1")
            document.add_paragraph("井水清又清")
            document.add_paragraph(TEXT)

    lines = read(saved(make)).lines
    assert [line.within for line in lines[:3]] == [False, marked, marked]


@pytest.mark.parametrize(
    "styles",
    [
        ("Title", "Heading 1", "Heading 1"),
        ("Heading 1", "Heading 2", "Heading 2"),
        ("Heading 1", "Heading 1", "Heading 1"),
    ],
)
def test_the_name_of_the_paper_is_no_headline(styles: tuple[str, str, str]) -> None:
    def make(document: Document) -> None:
        for text, style in zip(("青石日报", "老井又有了水", "学校开学了"), styles, strict=True):
            document.add_paragraph(text, style=style)
            if text != "青石日报":
                document.add_paragraph(TEXT)

    lines = read(saved(make)).lines
    assert [line.kind for line in lines] == [Kind.FURNITURE, *[None] * 4]
    assert [line.role for line in lines] == [None, *[Role.TITLE, Role.PARAGRAPH] * 2]


def test_a_line_with_a_byline_of_its_own_begins_a_story_below_others() -> None:
    def make(document: Document) -> None:
        for text, style in (("老井又有了水", "Heading 1"), ("学校开学了", "Heading 1"), ("小桥连起两个村", "Normal")):
            document.add_paragraph(text, style=style)
            document.add_paragraph("本报记者 周大海")
            document.add_paragraph(TEXT)

    assert [line.within for line in read(saved(make)).lines] == [
        False,
        True,
        True,
        False,
        True,
        True,
        False,
        True,
        True,
    ]


def test_other_styles_say_nothing() -> None:
    def make(document: Document) -> None:
        document.styles.add_style("正文样式", WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph("老井又有了水", style="Subtitle")
        document.add_paragraph(TEXT, style="正文样式")

    assert said(saved(make)) == [(None, "老井又有了水"), (Role.PARAGRAPH, TEXT)]


def test_a_line_is_a_paragraph_and_empty_ones_are_gaps() -> None:
    lines = read(paragraphs("老井又有了水", "", "\u3000", f"\u3000\u3000{TEXT}", "一行\n二行")).lines
    assert [(line.text, line.number, line.gap) for line in lines] == [
        ("老井又有了水", 1, 0),
        (TEXT, 4, 2),
        ("一行", 5, 0),
        ("二行", 5, 0),
    ]


def test_tables_and_text_boxes_are_read_once() -> None:
    box = (
        f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>'
        "<mc:Choice><w:txbxContent><w:p><w:r><w:t>在框里。</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>在框里。</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )

    def make(document: Document) -> None:
        document.add_paragraph("框外。")._p.append(parse_xml(box))
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "左。", "右。"

    assert [text for _, text in said(saved(make))] == ["框外。", "在框里。", "左。\u3000右。"]


def test_items_of_a_list_are_paragraphs() -> None:
    def make(document: Document) -> None:
        document.add_paragraph("科普书一千册", style="List Bullet")
        document.add_paragraph("第一批捐款三百万元", style="List Number")

    assert said(saved(make)) == [(Role.PARAGRAPH, "科普书一千册"), (Role.PARAGRAPH, "第一批捐款三百万元")]


def test_a_row_of_a_table_is_a_line() -> None:
    def make(document: Document) -> None:
        document.add_paragraph(TEXT)
        table = document.add_table(2, 2)
        for cell, text in zip(
            (cell for row in table.rows for cell in row.cells), ("年级", "人数", "一年级", "20"), strict=True
        ):
            cell.text = text
        document.add_paragraph(TEXT)

    lines = read(saved(make)).lines
    assert [(line.role, line.text, line.number) for line in lines] == [
        (Role.PARAGRAPH, TEXT, 1),
        (Role.PARAGRAPH, "年级\u3000人数", 2),
        (Role.PARAGRAPH, "一年级\u300020", 4),
        (Role.PARAGRAPH, TEXT, 6),
    ]


def test_an_empty_row_is_a_gap() -> None:
    def make(document: Document) -> None:
        table = document.add_table(2, 2)
        table.cell(1, 0).text, table.cell(1, 1).text = "左", "右"

    assert [(line.text, line.gap) for line in read(saved(make)).lines] == [("左\u3000右", 1)]


def test_a_table_that_lays_out_a_page_is_seen_through() -> None:
    def make(document: Document) -> None:
        left, right = document.add_table(1, 2).rows[0].cells
        left.text, right.text = f"老井\n{TEXT}{TEXT}{TEXT}", "小桥"
        left.add_table(1, 2).cell(0, 0).text = "甲"
        document.add_table(1, 1).cell(0, 0).text = "框里的话"

    assert said(saved(make)) == [
        (None, "老井"),
        (Role.PARAGRAPH, f"{TEXT}{TEXT}{TEXT}"),
        (Role.PARAGRAPH, "甲"),
        (None, "小桥"),
        (None, "框里的话"),
    ]


def test_what_is_inserted_is_read_and_what_is_struck_out_is_not() -> None:
    changes = (
        '<w:ins w:id="1" w:author="a"><w:r><w:t>又</w:t></w:r></w:ins>',
        '<w:del w:id="2" w:author="a"><w:r><w:delText>没</w:delText></w:r></w:del>',
        "<w:ruby><w:rt><w:r><w:t>lái</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>来</w:t></w:r></w:rubyBase></w:ruby>",
    )

    def make(document: Document) -> None:
        paragraph = document.add_paragraph("他")
        paragraph.paragraph_format.tab_stops.add_tab_stop(100)
        for change in changes:
            tag = change[1 : change.index(">")].split()[0]
            paragraph._p.append(parse_xml(change.replace(f"<{tag}", f"<{tag} {nsdecls('w')}", 1)))
        paragraph.add_run("了。")

    assert said(saved(make)) == [(Role.PARAGRAPH, "他又来了。")]


def test_a_document_becomes_stories() -> None:
    def make(document: Document) -> None:
        document.add_heading("老井又有了水", 1)
        document.add_paragraph(f"本报讯 (记者 周大海){TEXT}")

    page = import_page(raw(saved(make)))
    assert page.encoding == "DOCX"
    assert sorted("".join(story.characters() for story in page.stories)) == sorted(
        "老井又有了水" + f"本报讯(记者周大海){TEXT}"
    )


def test_characters_are_checked() -> None:
    page = import_page(raw(paragraphs(f"{TEXT}\ue001\u200b又来了。")))
    assert {"doubtful character", "dropped"} <= {decision.what for decision in page.decisions}


# ---------------------------------------------------------------- what is refused


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "no Word document"),
        ("他来了。".encode(), "no Word document"),
        (paragraphs(TEXT)[:600], "no Word document"),
        (paragraphs(TEXT)[:-30], "no Word document"),
        (zipped(a=b"x"), "no Word document"),
        (zipped(**{"[Content_Types].xml": b"<x/>", "word__document.xml": b"<x>"}), "no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word document (.doc), or one with a password"),
        (paragraphs(), "holds no text"),
        (paragraphs("", " \u3000"), "holds no text"),
    ],
)
def test_what_is_no_document_is_refused(data: bytes, what: str) -> None:
    assert what in refused(data).message


def test_what_unpacks_to_too_much_is_refused() -> None:
    bomb = zipped(word__document=bytes(docx.LARGEST_UNPACKED + 1))
    assert len(bomb) < 200_000
    assert "unpacks to 100 MB" in refused(bomb).message


def test_without_the_library_the_command_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    assert refused(paragraphs(TEXT)).hint == "pip install 'duidu[docx]'"
