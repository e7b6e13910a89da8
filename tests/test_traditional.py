"""A page from Taiwan, whole: its characters stay the source, and every script is made of them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from duidu.commands import new
from tests.support import append, build, duidu, edit

# A page of our own, with what only Taiwan's print has (裡 著 群 說 為), and a line in simplified characters.
PAGE = """\


小橋連起兩個村

【記者王小明／青石報導】昨天，青石縣的新橋通車了。「以後上學不用繞路了！」十歲的李花高興地說著，頭髮被風吹亂。

這座橋長120公尺，群眾在橋頭曬乾辣椒，後來幹部們為客人泡茶，村裡的人都叫它「連心

橋」。



节约用水，人人有责，大家都来爱护水源
"""
TITLE = "小橋連起兩個村"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("traditional") / "edition"
    new.run(folder)
    settings = folder / "content/edition.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"variants = .*", 'variants = ["zh-Hans", "zh-Hant-TW"]', text), encoding="utf-8")
    (folder / "content/pages/qingshi.txt").write_text(PAGE, encoding="utf-8")
    build(folder)
    return folder


def the_article(root: Path) -> Path:
    (path,) = (root / "content/articles/qingshi").glob("xiaoqiao-*.md")
    return path


def page(root: Path, language: str = "") -> str:
    path = root / "output" / language / "qingshi" / f"{the_article(root).stem}.html"
    return path.read_text(encoding="utf-8")


def plain(html: str) -> str:
    """The text of a page without pinyin and mark-up."""
    return re.sub(r"\s+", "", re.sub(r"<rt>.*?</rt>|<[^>]*>", "", html.split("<main")[1]))


def test_the_address_is_that_of_the_simplified_title(root: Path) -> None:
    assert the_article(root).stem == "xiaoqiao-lian-qi-liang-ge-cun"


def test_articles_keep_the_characters_of_the_page_and_their_language(root: Path) -> None:
    text = the_article(root).read_text(encoding="utf-8")
    assert text.startswith(f"---\nkind: article\nlanguage: zh-Hant-TW\ntitle: {TITLE}\n")
    assert "群眾在橋頭曬乾辣椒" in text
    others = [path for path in (root / "content/articles/qingshi").glob("*.md") if path != the_article(root)]
    assert others
    assert not any("language:" in path.read_text(encoding="utf-8") for path in others)


def test_the_po_file_holds_the_sentences_of_the_source(root: Path) -> None:
    (catalogue,) = (root / "content/translations/en/qingshi").glob("xiaoqiao-*.po")
    assert f'msgid "{TITLE}"' in catalogue.read_text(encoding="utf-8")


def test_the_main_page_is_in_simplified_characters(root: Path) -> None:
    html = page(root)
    assert '<html lang="zh-Hans" ' in html
    assert "<title>小桥连起两个村 · " in html
    assert "群众在桥头晒干辣椒，后来干部们为客人泡茶，村里的人都叫它「连心桥」。" in plain(html)
    assert 'lang="zh-Hant-TW"' not in html.split("<main")[1].split("<footer")[0]
    assert "原文为繁体字（台湾），本页由其转换而成。" in html


def test_the_page_in_the_script_of_the_source_shows_its_characters(root: Path) -> None:
    html = page(root, "zh-Hant-TW")
    assert '<html lang="zh-Hant-TW" ' in html
    assert f"<title>{TITLE} · " in html
    assert "群眾在橋頭曬乾辣椒，後來幹部們為客人泡茶，村裡的人都叫它「連心橋」。" in plain(html)
    assert "原文為繁體字（臺灣），本頁照原樣顯示。" in html


@pytest.mark.parametrize(
    ("language", "words", "hair"),
    [("", ("头发", "干部", "群众", "高兴"), "tóufa"), ("zh-Hant-TW", ("頭髮", "幹部", "群眾", "高興"), "tóufǎ")],
)
def test_words_have_readings_and_glosses_in_either_script(
    root: Path, language: str, words: tuple[str, ...], hair: str
) -> None:
    html = page(root, language)
    readings = dict(re.findall(r"<ruby[^>]*>([^<]+)<rt>([^<]*)</rt>", html))
    assert [readings.get(word) for word in words] == [hair, "gànbù", "qúnzhòng", "gāoxìng"]
    assert "hair (on the head)" in html


def test_the_front_page_names_the_article_in_its_script(root: Path) -> None:
    front = {name: (root / "output" / name / "index.html").read_text(encoding="utf-8") for name in ("", "zh-Hant-TW")}
    assert '<span class="title" lang="zh-Hans">小桥连起两个村</span>' in front[""]
    assert f'<span class="title" lang="zh-Hant-TW">{TITLE}</span>' in front["zh-Hant-TW"]


def test_the_colophon_is_in_simplified_characters_and_says_what_was_converted(root: Path) -> None:
    text = (root / "output/colophon.html").read_text(encoding="utf-8")
    assert '<span lang="zh-Hans">小桥连起两个村</span>' in text
    assert "原文为繁体的，其简体字也逐句转换" in text


def test_no_finding_of_language(root: Path) -> None:
    assert not re.search(r"L30\d", duidu(root, "check").output)


def test_a_person_may_correct_the_language_and_words_in_either_script(root: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    shutil.copytree(root, mine)
    edit(the_article(mine), "language: zh-Hant-TW", "language: zh-Hant-HK")
    append(mine / "content/lexicon/words.tsv", "客人泡茶\tplace\n")
    append(mine / "content/lexicon/readings.tsv", "頭髮\ttóufa\t\n")
    assert duidu(mine, "--quiet", "site").exit_code == 0
    html = page(mine, "zh-Hant-TW")
    assert "原文為繁體字（香港），本頁由其轉換而成" in html
    assert ">頭髮<rt>tóufa<" in html
    assert ">客人泡茶<rt>Kèrénpàochá<" in html
