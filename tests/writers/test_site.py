"""The static site: its files, what is escaped, and faults of templates."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from duidu import assets
from duidu.errors import TemplateError
from duidu.model import Choices, Edition, OutputFile, Role, SourceRef, Status
from duidu.writers import write_edition
from tests.support import article, edition, reading, reading_article, sentence

NOWHERE = Path("/nonexistent")
SHIPPED = [
    "index.html",
    "page.html",
    "list.html",
    "article.html",
    "colophon.html",
    "base.html",
    "macros.html",
    "pieces.html",
]


def whole(title: str = "桥", english: str = "Bridge", **fields: object) -> Edition:
    item = reading(sentence(title), english=english, status=Status.MACHINE, note='"Fake" <1.0>')
    text = reading(sentence("人", "。"))
    base = article("桥", title=title)
    fields = {"interface": "en", **fields}
    return edition(reading_article(base, (Role.TITLE, [item]), (Role.PARAGRAPH, [text])), **fields)


def render(changed: dict[str, str] | None = None, **fields: object) -> dict[str, str]:
    """The pages of the site by path, with these templates in the place of the shipped ones."""
    templates = assets.templates(NOWHERE) | (changed or {})
    files: list[OutputFile] = list(write_edition(whole(**fields), templates))  # type: ignore[arg-type]
    assert len({file.path for file in files}) == len(files)
    return {file.path: file.data.decode() for file in files if not file.path.startswith("search/")}


def test_a_page_for_every_article_in_every_script() -> None:
    assert {path for path in render() if path.endswith(".html")} == {
        "index.html",
        "archive.html",
        "colophon.html",
        "words.html",
        "p/index.html",
        "p/s.html",
        "search.html",
        "zh-Hant/index.html",
        "zh-Hant/archive.html",
        "zh-Hant/colophon.html",
        "zh-Hant/words.html",
        "zh-Hant/p/index.html",
        "zh-Hant/p/s.html",
        "zh-Hant/search.html",
    }


def test_each_language_of_the_interface_has_its_messages_for_scripts() -> None:
    files = set(render(interface="variant"))
    assert {path for path in files if path.startswith("ui/")} == {
        f"ui/{name}.js" for name in ("zh-Hans", "zh-Hans-more", "zh-Hant", "zh-Hant-more")
    }


def test_one_script_is_published_without_folders() -> None:
    assert {path for path in render(variants=("zh-Hans",)) if path.endswith(".html")} == {
        "index.html",
        "archive.html",
        "colophon.html",
        "p/index.html",
        "p/s.html",
        "search.html",
        "words.html",
    }


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert render() == render()


class Tags(HTMLParser):
    """Collects the start tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


HOSTILE = """<script>alert("x")</script>&amp;'"""


def test_texts_are_escaped_on_every_page() -> None:
    pages = render(title=HOSTILE, english=HOSTILE, publisher=HOSTILE, rights=HOSTILE, title_en=HOSTILE)
    for path, text in ((path, text) for path, text in pages.items() if path.endswith(".html")):
        scripts = [attributes for tag, attributes in Tags(text).tags if tag == "script"]
        assert all("src" in attributes for attributes in scripts), path
        assert "&lt;script&gt;" in text or path.endswith(".js"), path


def test_no_page_loads_anything_from_elsewhere() -> None:
    for path, text in render(site_url="https://example.org/edition/").items():
        for tag, attributes in Tags(text).tags:
            loaded = attributes.get("src") or (attributes.get("href") if tag == "link" else None)
            own = attributes.get("rel") in ("canonical", "alternate")
            assert own or not (loaded or "").startswith(("http:", "https:", "//")), (path, tag, loaded)


def test_ids_are_unique_on_every_page() -> None:
    for path, text in render().items():
        ids = [attributes["id"] for _, attributes in Tags(text).tags if "id" in attributes]
        assert len(set(ids)) == len(ids), path


def test_every_page_names_its_language() -> None:
    pages = render()
    languages = {path: Tags(text).tags[0][1]["lang"] for path, text in pages.items() if path.endswith(".html")}
    assert languages["p/s.html"] == "zh-Hans"
    assert languages["zh-Hant/p/s.html"] == "zh-Hant"
    assert languages["zh-Hant/colophon.html"] == "zh-Hant"


def test_the_interface_speaks_the_script_of_the_page() -> None:
    pages = render(interface="variant")
    assert '<a class="skip" lang="zh-Hans" href="#main">跳到正文</a>' in pages["p/s.html"]
    assert '<a class="skip" lang="zh-Hant" href="#main">跳到正文</a>' in pages["zh-Hant/p/s.html"]
    assert "機器翻譯，未校對" in pages["zh-Hant/p/s.html"]


def test_machine_english_is_marked() -> None:
    page = render()["p/s.html"]
    assert "machine translation, not reviewed" in page
    assert "&#34;Fake&#34; &lt;1.0&gt;" in page


@pytest.mark.parametrize(("status", "linked"), [(Status.MACHINE, 2), (Status.REVIEWED, 1)])
def test_what_marks_mean_is_explained_once_and_in_the_panel(status: Status, linked: int) -> None:
    item = reading(sentence("桥"), english="Bridge", status=status)
    whole = edition(reading_article(article("桥", title="桥"), (Role.TITLE, [item])), interface="en")
    pages = {file.path: file.data.decode() for file in write_edition(whole, assets.templates(NOWHERE))}
    assert pages["p/s.html"].count('<a href="../colophon.html#translation">') == linked


def test_colophon_names_the_engine() -> None:
    assert "&#34;Fake&#34; &lt;1.0&gt;" in render()["colophon.html"]


@pytest.mark.parametrize(
    ("choices", "checked"),
    [
        (Choices(), {"show-pinyin", "pinyin-all", "level-4", "show-english", "english-below"}),
        (Choices("off", english="off"), {"pinyin-all", "level-4", "english-below"}),
        (
            Choices("above", 2, running=True, english="beside", tones=True),
            {"show-pinyin", "pinyin-above", "level-2", "show-running", "show-tones", "show-english", "english-beside"},
        ),
        (Choices("peek", english="tap"), {"show-pinyin", "pinyin-peek", "level-4", "show-english", "english-tap"}),
    ],
)
def test_what_a_new_reader_sees_is_checked(choices: Choices, checked: set[str]) -> None:
    tags = Tags(render(choices=choices)["p/s.html"]).tags
    boxes = {attributes["id"] for tag, attributes in tags if tag == "input" and "checked" in attributes}
    assert boxes == checked | {"theme-auto", "size-1", "show-vocabulary"}
    assert tags[0][1]["data-choices"] == choices.query


@pytest.mark.parametrize(
    ("url", "canonical"), [("", None), ("https://example.org/e/", "https://example.org/e/p/s.html")]
)
def test_canonical_address_is_given_where_it_is_known(url: str, canonical: str | None) -> None:
    tags = Tags(render(site_url=url)["p/s.html"]).tags
    found = [attributes["href"] for tag, attributes in tags if attributes.get("rel") == "canonical"]
    assert found == ([canonical] if canonical else [])


def test_the_colophon_of_a_large_edition_leads_to_the_archive() -> None:
    base = whole()
    more = (replace(base.pages[0], info=replace(base.pages[0].info, id=f"p{n}"), articles=()) for n in range(119))
    pages = (base.pages[0], *more)
    assert render()["colophon.html"].count("archive.html") == 0
    text = render(pages=pages)["colophon.html"].split("<main")[1].split("</ul>")[0]
    assert (text.count("<li>"), text.count('href="archive.html"')) == (101, 1)


def test_an_edition_without_pages_has_a_front_page() -> None:
    assert "nothing to read yet" in render(pages=())["index.html"]


# ---------------------------------------------------------------- faults of templates


def refused(**changed: str) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        render({f"{name}.html": text for name, text in changed.items()})
    return caught.value


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a\n\n{% if %}\n", 3, "cannot be read"),
        ("a\n{{ view.path | nofilter }}\n", 2, "nofilter"),
        ("a\n{% for x in view %}\n", 2, "cannot be read"),
        ("a\n\n{{ nothing }}\n", 3, "'nothing' is undefined"),
        ("a\n{{ view.nothing }}\n", 2, "nothing"),
        ("a\n{% for x in view.nothing %}{% endfor %}\n", 2, "nothing"),
    ],
)
def test_fault_of_a_template_with_its_line(text: str, line: int, what: str) -> None:
    error = refused(article=text)
    assert what in error.message
    assert error.ref == SourceRef("templates/article.html", line)


def test_fault_of_a_template_that_another_includes() -> None:
    assert refused(base="a\n{% if %}\n").ref == SourceRef("templates/base.html", 2)


@pytest.mark.parametrize("name", ["base", "macros"])
def test_undefined_name_in_a_template_that_another_includes(name: str) -> None:
    shipped = assets.templates(NOWHERE)[f"{name}.html"]
    text = shipped.replace("<html", "{{ nothing }}<html").replace(
        '<nav class="scripts"', '{{ nothing }}<nav class="scripts"'
    )
    assert text != shipped
    line = text[: text.index("{{ nothing")].count("\n") + 1
    assert refused(**{name: text}).ref == SourceRef(f"templates/{name}.html", line)


@pytest.mark.parametrize("text", ["{{ 1 // 0 }}", "{{ view.path + 1 }}", '{% extends "article.html" %}'])
def test_any_fault_while_rendering_is_a_fault_of_the_template(text: str) -> None:
    with pytest.raises(TemplateError):
        render({"article.html": text})


@pytest.mark.parametrize("name", SHIPPED)
def test_missing_template(name: str) -> None:
    templates = {key: text for key, text in assets.templates(NOWHERE).items() if key != name}
    with pytest.raises(TemplateError, match="missing") as caught:
        list(write_edition(whole(), templates))
    assert caught.value.ref == SourceRef(f"templates/{name}", 1)


# ---------------------------------------------------------------- an edition's own files


def test_own_templates_and_theme_stand_in_the_place_of_the_shipped(tmp_path: Path) -> None:
    for name, text in (("templates/index.html", "mine"), ("theme/duidu.css", "mine"), ("theme/a/b.svg", "more")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "templates/.index.html.swp").write_bytes(b"\xff")
    templates = assets.templates(tmp_path)
    assert templates["index.html"] == "mine"
    assert set(templates) == set(assets.templates(NOWHERE))
    theme = {file.path: file.data for file in assets.theme(tmp_path)}
    assert (theme["theme/duidu.css"], theme["theme/a/b.svg"]) == (b"mine", b"more")
    assert {"theme/reader.js", "theme/icon.svg"} <= set(theme)
