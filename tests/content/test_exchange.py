"""TMX and XLIFF: what is written is read back, other programs' files are understood, bad files are one line."""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.content.exchange import read_offers, write_offers
from duidu.errors import ExchangeError, WriteError
from duidu.model import English, Offer, Status
from tests.support import PROPERTY

FORMATS = ["memory.tmx", "memory.xlf", "memory.xliff"]
XLIFF = "{urn:oasis:names:tc:xliff:document:1.2}"

# ---------------------------------------------------------------- written and read back

TEXTS = st.text(
    st.sampled_from("他来了桥 <>&'\"\n\t{}%")
    | st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=20,
).filter(lambda text: bool(text.strip())) | st.sampled_from(["  a  b  ", "\n a\n", "<g id='1'>x</g>", "]]>", "&amp;"])
# A PO file holds no line end at either end of a text; from other programs they are taken away.
TARGETS = TEXTS.map(lambda text: text.strip("\n"))
ENGLISH = (
    st.builds(English, TARGETS, st.just(Status.REVIEWED), st.just(""))
    | st.builds(English, TARGETS, st.just(Status.MACHINE), st.just("") | TEXTS)
    | st.builds(English, TARGETS, st.just(Status.STALE), st.just("") | TEXTS)
)
OFFERS = st.builds(
    Offer,
    st.sampled_from(["p/s", "page/slug-2", "版/桥"]),
    st.sampled_from(["title", "paragraph", "paragraph 2"]),
    TEXTS,
    ENGLISH,
    st.booleans(),
)


@pytest.mark.parametrize("name", FORMATS)
@PROPERTY
@given(st.lists(OFFERS, max_size=4))
def test_nothing_is_lost_on_the_way(tmp_path_factory: pytest.TempPathFactory, name: str, offers: list[Offer]) -> None:
    file = tmp_path_factory.mktemp("memory") / name
    write_offers(file, offers, "en")
    # XLIFF has a part for each article.
    by_article = offers if name.endswith("tmx") else sorted(offers, key=lambda offer: _place(offer, offers))
    assert read_offers(file, "en") == tuple(by_article)
    before = file.read_bytes()
    write_offers(file, offers, "en")
    assert file.read_bytes() == before


def _place(offer: Offer, offers: list[Offer]) -> int:
    return next(place for place, other in enumerate(offers) if other.key == offer.key)


def test_sentences_without_english_are_for_translators_in_xliff_alone(tmp_path: Path) -> None:
    offers = [
        Offer("p/s", "title", "桥", English("", Status.MISSING, "")),
        Offer("p/s", "title", "船", English("Boat", Status.REVIEWED, "")),
        Offer("p/s", "paragraph", "水", English("Water", Status.MACHINE, "Argos 1")),
        Offer("p/s", "paragraph", "人", English("People", Status.STALE, "人们"), lost=True),
    ]
    for name in ("a.tmx", "a.xlf"):
        write_offers(tmp_path / name, offers, "en")
        assert read_offers(tmp_path / name, "en") == tuple(offers[1:])
    root = ElementTree.parse(tmp_path / "a.xlf").getroot()  # noqa: S314 (we have just written it)
    (file,) = root
    assert (root.tag, root.get("version")) == (f"{XLIFF}xliff", "1.2")
    assert (file.get("original"), file.get("source-language"), file.get("target-language")) == ("p/s", "zh", "en")
    states = []
    for unit in file.iter(f"{XLIFF}trans-unit"):
        target = unit.find(f"{XLIFF}target")
        said = () if target is None else (target.get("state"), target.get("state-qualifier"))
        states.append((unit.get("approved"), unit.get("translate"), *said))
    assert states == [
        ("no", None),
        ("yes", None, "final", None),
        ("no", None, "needs-review-translation", "mt-suggestion"),
        ("no", "no", "needs-review-translation", None),
    ]
    memory = ElementTree.parse(tmp_path / "a.tmx").getroot()  # noqa: S314
    assert (memory.tag, memory.get("version"), len(list(memory.iter("tu")))) == ("tmx", "1.4", 3)


# ---------------------------------------------------------------- files of other programs


def tmx(*units: str, head: str = "") -> str:
    header = '<header creationtool="x" segtype="sentence" adminlang="en" srclang="zh-CN" datatype="plaintext"/>'
    return f'<?xml version="1.0" encoding="UTF-8"?>{head}<tmx version="1.4">{header}<body>{"".join(units)}</body></tmx>'


def tu(chinese: str, english: str, tag: str = "en-US", attribute: str = "xml:lang", inside: str = "") -> str:
    source = f'<tuv {attribute}="zh-CN"><seg>{chinese}</seg></tuv>'
    return f'<tu>{inside}{source}<tuv {attribute}="{tag}"><seg>{english}</seg></tuv></tu>'


def xliff(unit: str, attributes: str = 'source-language="zh-CN" target-language="en"') -> str:
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        f'<file original="x.docx" datatype="plaintext" {attributes}><body>{unit}</body></file></xliff>'
    )


def write(tmp_path: Path, name: str, text: str | bytes) -> Path:
    file = tmp_path / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def test_what_says_nothing_of_its_state_is_a_draft(tmp_path: Path) -> None:
    file = write(tmp_path, "a.tmx", tmx(tu("桥", "Bridge"), tu("船", "<bpt i='1'/>A <hi>boat</hi>", "en_GB", "lang")))
    assert read_offers(file, "en") == (
        Offer("", "", "桥", English("Bridge", Status.STALE, "")),
        Offer("", "", "船", English("A boat", Status.STALE, "")),
    )


def test_units_without_text_in_both_languages_are_passed_over(tmp_path: Path) -> None:
    units = [tu("桥", "Bridge"), tu("船", ""), tu(" ", "x"), tu("水", "Eau", "fr"), "<tu/>"]
    assert [offer.chinese for offer in read_offers(write(tmp_path, "a.tmx", tmx(*units)), "en")] == ["桥"]


@pytest.mark.parametrize("key", ["../../etc/x", "/etc/x", "p", "p/../x", "p/s/t", ".p/s", "p/.s", "p\\s/x", ""])
def test_names_that_lead_elsewhere_are_no_articles(tmp_path: Path, key: str) -> None:
    inside = f'<prop type="x-duidu-article">{key}</prop><prop type="x-context">title</prop>'
    (offer,) = read_offers(write(tmp_path, "a.tmx", tmx(tu("桥", "Bridge", inside=inside))), "en")
    assert (offer.key, offer.context) == ("", "")


@pytest.mark.parametrize(
    ("approved", "state", "status"),
    [
        ("", "", Status.STALE),
        ('approved="yes"', "", Status.REVIEWED),
        ('approved="yes"', 'state="needs-review-translation"', Status.REVIEWED),
        ('approved="no"', 'state="translated"', Status.REVIEWED),
        ("", 'state="signed-off"', Status.REVIEWED),
        ("", 'state="final"', Status.REVIEWED),
        ("", 'state="needs-review-translation"', Status.STALE),
        ("", 'state="needs-translation"', Status.STALE),
        ("", 'state="needs-review-translation" state-qualifier="leveraged-mt"', Status.MACHINE),
        ("", 'state="needs-review-translation" state-qualifier="fuzzy-match"', Status.STALE),
    ],
)
def test_states_of_xliff(tmp_path: Path, approved: str, state: str, status: Status) -> None:
    unit = f'<trans-unit id="1" {approved}><source>桥</source><target {state}>Bridge</target></trans-unit>'
    assert read_offers(write(tmp_path, "a.xlf", xliff(unit)), "en") == (
        Offer("", "", "桥", English("Bridge", status, "")),
    )


# ---------------------------------------------------------------- bad files

UNIT = '<trans-unit id="1"><source>桥</source><target>Pont</target></trans-unit>'
BAD: list[tuple[str, str | bytes, str]] = [
    ("a.tmx", "", "not a valid TMX file"),
    ("a.tmx", "nonsense", "not a valid TMX file"),
    ("a.tmx", tmx(tu("桥", "Bridge"))[:-20], "not a valid TMX file"),
    ("a.tmx", b"\xff\xfe\x00\x01", "not a valid TMX file"),
    ("a.tmx", "<html><body/></html>", "not a valid TMX file"),
    ("a.tmx", xliff(UNIT), "not a valid TMX file"),
    ("a.tmx", tmx(tu("桥", "Pont", "fr")), "no translation from zh into en, but: fr, zh-CN"),
    ("a.xlf", "", "not a valid XLIFF file"),
    ("a.xlf", "<xliff/>", "not a valid XLIFF file"),
    ("a.xlf", tmx(tu("桥", "Bridge")), "not a valid XLIFF file"),
    ("a.xlf", xliff(UNIT)[:-9], "not a valid XLIFF file"),
    ("a.xlf", xliff(UNIT).replace("1.2", "2.0"), "appears to be XLIFF 2.x"),
    ("a.xlf", xliff(UNIT, 'source-language="zh" target-language="fr"'), "no translation from zh into en, but: zh, fr"),
    ("a.xlf", xliff(UNIT, 'source-language="ja" target-language="en"'), "but: ja, en"),
    ("a.csv", "桥,Bridge", "the ending tells the format"),
    ("gone.tmx", b"", "cannot be read"),
]


@pytest.mark.parametrize(("name", "data", "what"), BAD)
def test_bad_file_is_one_line(tmp_path: Path, name: str, data: str | bytes, what: str) -> None:
    file = tmp_path / name if name.startswith("gone") else write(tmp_path, name, data)
    with pytest.raises(ExchangeError) as caught:
        read_offers(file, "en")
    assert what in caught.value.message
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)


def test_syntax_errors_have_their_line(tmp_path: Path) -> None:
    file = write(tmp_path, "a.tmx", '<tmx version="1.4">\n<body>\n<tu></body></tmx>')
    with pytest.raises(ExchangeError, match=r"a\.tmx:3: "):
        read_offers(file, "en")


def test_entities_of_a_file_are_not_followed(tmp_path: Path) -> None:
    secret = write(tmp_path, "secret", "SECRET")
    head = f'<!DOCTYPE tmx [<!ENTITY file SYSTEM "{secret.as_uri()}"><!ENTITY a "aaaa">]>'
    file = write(tmp_path, "a.tmx", tmx(tu("桥", "Bridge &file; &a;"), head=head))
    assert all("SECRET" not in offer.english.text for offer in read_offers(file, "en"))


def test_characters_that_xml_cannot_hold_are_one_line(tmp_path: Path) -> None:
    offer = Offer("p/s", "title", "桥", English("Bri\x08dge", Status.REVIEWED, ""))
    with pytest.raises(ExchangeError, match=r"U\+0008 in: 桥"):
        write_offers(tmp_path / "a.tmx", [offer], "en")
    assert not (tmp_path / "a.tmx").exists()


def test_file_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.tmx").mkdir()
    with pytest.raises(WriteError, match=r"a\.tmx"):
        write_offers(tmp_path / "a.tmx", [], "en")


@pytest.mark.parametrize("name", FORMATS)
def test_without_the_toolkit_the_one_command_is_named(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "translate", None)
    monkeypatch.setitem(sys.modules, "translate.storage", None)
    with pytest.raises(ExchangeError, match=r"pip install 'duidu\[exchange\]'"):
        write_offers(tmp_path / name, [], "en")
    with pytest.raises(ExchangeError, match="Translate Toolkit"):
        read_offers(write(tmp_path, name, ""), "en")


def test_what_a_machine_has_translated_is_not_reviewed(tmp_path: Path) -> None:
    file = tmp_path / "memory.xlf"
    file.write_text(
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        '<file original="p/s" source-language="zh" target-language="en" datatype="plaintext"><body>'
        '<trans-unit id="1"><source>桥</source>'
        '<target state="translated" state-qualifier="mt-suggestion">Bridge</target></trans-unit></body></file></xliff>',
        encoding="utf-8",
    )
    (offer,) = read_offers(file, "en")
    assert offer.english.status is Status.MACHINE


def test_what_a_po_file_cannot_hold_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "memory.tmx"
    file.write_text(
        '<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" '
        'adminlang="en" srclang="zh" datatype="plaintext"/><body><tu><tuv xml:lang="zh"><seg>桥</seg></tuv>'
        '<tuv xml:lang="en"><seg>\nA &#x7f;bridge</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    (offer,) = read_offers(file, "en")
    assert offer.english.text == "A bridge"
