"""The language of the translation: where its PO files lie, and what the site says of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from duidu.commands import check, site, translate
from duidu.content.translations import read_catalogue
from duidu.model import Status
from tests.commands.test_translate import KEY, SENTENCE, Install, say
from tests.conftest import Silent
from tests.support import FakeEngine, edit, set_engine


@pytest.fixture
def brazilian(built: Path) -> Path:
    """The built edition, from now on in another language."""
    say(built)
    edit(built / "content/edition.toml", 'language = "en"', 'language = "pt-BR"')
    return built


def test_each_language_has_its_files(brazilian: Path, silent: Silent) -> None:
    english = (brazilian / "content/translations/en" / f"{KEY}.po").read_bytes()
    assert translate.run(brazilian, silent).counts["missing"] == 13
    text = (brazilian / "content/translations/pt-BR" / f"{KEY}.po").read_text(encoding="utf-8")
    assert '"Language: pt_BR\\n"' in text
    assert f'msgid "{SENTENCE}"\nmsgstr ""\n' in text
    assert (brazilian / "content/translations/en" / f"{KEY}.po").read_bytes() == english


def test_english_is_no_memory_of_another_language(brazilian: Path, silent: Silent, fake_engine: Install) -> None:
    set_engine(brazilian, "argos")
    fake_engine()
    translate.run(brazilian, silent)
    found = {item.chinese: item.english for item in read_catalogue(brazilian, KEY, "pt-BR").messages}
    assert (found[SENTENCE].text, found[SENTENCE].status) == (f"English of {SENTENCE}", Status.MACHINE)
    (brazilian / f"content/articles/{KEY}.md").rename(brazilian / "content/articles/qingshi/renamed.md")
    fake_engine(FakeEngine("Fake 2.0"))
    assert translate.run(brazilian, silent).counts["translated"] == 0


def test_site_and_check_read_the_language_of_the_settings(
    brazilian: Path, silent: Silent, fake_engine: Install
) -> None:
    set_engine(brazilian, "argos")
    fake_engine()
    translate.run(brazilian, silent)
    site.run(brazilian, silent)
    page = (brazilian / f"output/{KEY}.html").read_text(encoding="utf-8")
    sentences = re.findall(r'<p class="(?:[\w-]+ )?en machine" lang="([\w-]+)">.*?</p>', page)
    assert set(sentences) == {"pt-BR"}
    assert page.count('<small class="status" lang="zh-Hans"') == len(sentences)
    assert re.search(r'id="show-english"[^>]*> 译文</label>', page)
    front = (brazilian / "output/index.html").read_text(encoding="utf-8")
    assert (
        '<span class="title-en" lang="pt-BR">English of 小桥连起两个村 <small class="status" lang="zh-Hans">' in front
    )
    assert {finding.code for finding in check.run(brazilian, silent).findings} >= {"E202"}


def test_the_engine_is_asked_for_the_language(brazilian: Path, silent: Silent, monkeypatch: pytest.MonkeyPatch) -> None:
    from duidu.translators import ENGINES

    asked: dict[str, object] = {}
    set_engine(brazilian, "argos")
    monkeypatch.setitem(ENGINES, "argos", lambda **options: asked.update(options) or FakeEngine())
    translate.run(brazilian, silent)
    assert asked["target"] == "pt"
