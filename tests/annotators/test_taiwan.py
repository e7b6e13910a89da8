"""Taiwan's readings: 教育部《國語一字多音審訂表》 (1999)."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.annotators.taiwan import taiwan
from duidu.model import Reading
from duidu.syllables import SYLLABLES
from tests.support import PROPERTY

READINGS = [
    # characters
    ("星期", "xing1 qi1", "xing1 qi2"),
    ("研究", "yan2 jiu1", "yan2 jiu4"),
    ("质量", "zhi4 liang4", "zhi2 liang4"),
    ("質量", "zhi4 liang4", "zhi2 liang4"),
    ("危机", "wei1 ji1", "wei2 ji1"),
    ("知識", "zhi1 shi5", "zhi1 shi4"),
    ("成绩", "cheng2 ji4", "cheng2 ji1"),
    ("垃圾桶", "la1 ji1 tong3", "le4 se4 tong3"),
    ("头发", "tou2 fa5", "tou2 fa3"),
    ("理发", "li3 fa4", "li3 fa3"),
    ("发展", "fa1 zhan3", "fa1 zhan3"),
    ("一场", "yi1 chang2", "yi1 chang3"),
    # a word before its characters
    ("人质", "ren2 zhi4", "ren2 zhi4"),
    ("說服力", "shuo1 fu2 li4", "shui4 fu2 li4"),
    ("小說", "xiao3 shuo1", "xiao3 shuo1"),
    ("部署", "bu4 shu3", "bu4 shu4"),
    ("公署", "gong1 shu3", "gong1 shu3"),
    ("一会儿", "yi1 hui4 er5", "yi1 hui3 er5"),
    ("着急", "zhao2 ji2", "zhao1 ji2"),
    ("开会", "kai1 hui4", "kai1 hui4"),
    ("连累", "lian2 lei5", "lian2 lei4"),
    # 和 by itself
    ("和", "he2", "han4"),
    ("和平", "he2 ping2", "he2 ping2"),
    ("和", "huo2", "huo2"),
    # neutral tones read in full, and those that stay
    ("学生", "xue2 sheng5", "xue2 sheng1"),
    ("朋友", "peng2 you5", "peng2 you3"),
    ("消息", "xiao1 xi5", "xiao1 xi2"),
    ("东西", "dong1 xi5", "dong1 xi5"),
    ("我们", "wo3 men5", "wo3 men5"),
    ("桌子", "zhuo1 zi5", "zhuo1 zi5"),
    ("公公", "gong1 gong5", "gong1 gong5"),
    ("弟弟", "di4 di5", "di4 di5"),
    ("这儿", "zhe4 er5", "zhe4 er5"),
    # said by many, but not the standard's
    ("法国", "fa3 guo2", "fa3 guo2"),
    ("液体", "ye4 ti3", "ye4 ti3"),
    ("亚洲", "ya4 zhou1", "ya4 zhou1"),
]


@pytest.mark.parametrize(("word", "mainland", "there"), READINGS)
def test_reading_of_taiwan(word: str, mainland: str, there: str) -> None:
    assert taiwan(word, Reading(tuple(mainland.split()))).syllables == tuple(there.split())


def test_doubtful_readings_change_too() -> None:
    reading = Reading(("qi1",), others=(("qi1",), ("ji1",)))
    assert taiwan("期", reading) == Reading(("qi2",), others=(("qi2",), ("ji1",)))


def test_the_editors_spelling_stays() -> None:
    reading = Reading((), spelling="Xīngqī")
    assert taiwan("星期", reading) is reading


def test_every_row_of_the_table_is_whole() -> None:
    text = (files("duidu.annotators") / "taiwan.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    assert len(rows) > 400
    for traditional, simplified, mainland, there, where, source in rows:
        assert len(traditional) == len(simplified) == len(mainland.split()) == len(there.split())
        assert {syllable[:-1] for syllable in (mainland + " " + there).split()} <= SYLLABLES
        assert where in ("alone", "within", "character")
        assert source in ("1999", "MOE", "usage")


def test_no_two_rows_say_otherwise() -> None:
    text = (files("duidu.annotators") / "taiwan.tsv").read_text(encoding="utf-8")
    known: dict[tuple[str, str, str], str] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            traditional, simplified, mainland, there, where, _ = line.split("\t")
            for word in (traditional, simplified):
                assert known.setdefault((word, mainland, where), there) == there, line


@PROPERTY
@given(st.text("和期質研究兒学生爸A，", max_size=6), st.data())
def test_any_word(word: str, data: st.DataObject) -> None:
    syllable = st.sampled_from(["", "he2", "qi1", "zhi4", "jiu1", "er5", "sheng5"])
    reading = Reading(tuple(data.draw(syllable) for _ in word))
    found = taiwan(word, reading)
    assert len(found.syllables) == len(word)
    assert [bool(one) for one in found.syllables] == [bool(one) for one in reading.syllables]
