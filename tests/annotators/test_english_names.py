"""The English of names: people, places, organisations, each with what must not be taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.annotators import Annotator, dictionary
from duidu.annotators.english_bodies import body
from duidu.annotators.english_forms import head, listed, listed_tags
from duidu.annotators.english_names import name_terms
from duidu.annotators.english_people import person
from duidu.annotators.english_places import ethnic_groups, place
from duidu.annotators.place_names import all_kinds, table
from duidu.annotators.readings import Readings
from duidu.annotators.variants import simplified_sentence
from duidu.model import Lexicon, Sentence, Term, Word, WordTag
from tests.support import HERE, PROPERTY, sentence

READINGS = Readings()
TAGS = {"p": WordTag.PERSON, "l": WordTag.PLACE, "o": WordTag.ORGANISATION}


def words(text: str) -> tuple[Word, ...]:
    """Words of a line: 记者 黄大发/p 在 遵义/l."""
    pairs = [item.partition("/") for item in text.split()]
    return tuple(Word(word, TAGS.get(tag, WordTag.WORD)) for word, _, tag in pairs)


def terms(text: str, *named: str, language: str = "zh-Hans") -> dict[str, Term]:
    found = words(text)
    whole = Sentence("paragraph", "".join(word.text for word in found), found, HERE, language)
    readings = READINGS.read(simplified_sentence(whole), whole)
    return {term.chinese: term for term in name_terms(whole, readings, named)}


PEOPLE = {
    "记者 黄大发/p 说": ("黄大发", "Huang Dafa"),
    "欧阳修/p": ("欧阳修", "Ouyang Xiu"),
    "司马相如/p": ("司马相如", "Sima Xiangru"),
    "龙元媛/p": ("龙元媛", "Long Yuanyuan"),
    "何舒/p": ("何舒", "He Shu"),
    "冯晓鸥/p": ("冯晓鸥", "Feng Xiao’ou"),
    "王安/p": ("王安", "Wang An"),
    "李天恩/p": ("李天恩", "Li Tian’en"),
    "吕凤仙/p": ("吕凤仙", "Lyu Fengxian"),
    "单国强/p": ("单国强", "Shan Guoqiang"),
    "仇海/p": ("仇海", "Qiu Hai"),
    "任长霞/p": ("任长霞", "Ren Changxia"),
    "习近平/p": ("习近平", "Xi Jinping"),
    "雷锋/p": ("雷锋", "Lei Feng"),
    "闻人静/p": ("闻人静", "Wenren Jing"),
    "阿依古丽·买买提/p": ("阿依古丽·买买提", "Ayiguli Maimaiti"),
    "扎西次仁/p": ("扎西次仁", "Zhaxi Ciren"),
    "李叔/p": ("李叔", "Uncle Li"),
    "张奶奶/p": ("张奶奶", "Granny Zhang"),
    "徐/p 先生": ("徐先生", "Mr. Xu"),
    "袁/p 老师": ("袁老师", "Teacher Yuan"),
    "老崔/p": ("老崔", "Lao Cui"),
    "王某/p": ("王某", "Wang"),
    "奥巴马/l": ("奥巴马", "Obama"),
    "莎士比亚/l": ("莎士比亚", "Shakespeare"),
    "马明/p": ("马明", "Ma Ming"),
    "罗海/p": ("罗海", "Luo Hai"),
    "特朗普": ("特朗普", "Trump"),
    "拜登": ("拜登", "Biden"),
    "安倍晋三/p": ("安倍晋三", "Abe Shinzo"),
    "马克/l 龙": ("马克龙", "Macron"),
    "苏轼": ("苏轼", "Su Shi"),
    "金正恩/p": ("金正恩", "Kim Jong Un"),
    "马英九/p": ("马英九", "Ma Ying-jeou"),
    "蒋介石/p": ("蒋介石", "Chiang Kai-shek"),
    "李家 超": ("李家超", "John Lee"),
    "孙中山/p": ("孙中山", "Sun Yat-sen"),
}

PLACES = {
    "遵义/l": ("遵义", "Zunyi"),
    "遵义市/l": ("遵义市", "Zunyi City"),
    "红花岗区/l": ("红花岗区", "Honghuagang District"),
    "余庆县/l": ("余庆县", "Yuqing County"),
    "正安县/l": ("正安县", "Zheng’an County"),
    "西安/l": ("西安", "Xi’an"),
    "花山苗族乡/l": ("花山苗族乡", "Huashan Miao Township"),
    "花山/l 苗族乡/l": ("花山苗族乡", "Huashan Miao Township"),
    "万里村/l": ("万里村", "Wanli Village"),
    "敖溪镇/l": ("敖溪镇", "Aoxi Town"),
    "长征街道/l": ("长征街道", "Changzheng Subdistrict"),
    "中华路街道/l": ("中华路街道", "Zhonghua Road Subdistrict"),
    "湘山寺社区/l": ("湘山寺社区", "Xiangshansi Community"),
    "凤凰小区/l": ("凤凰小区", "Fenghuang Residential Compound"),
    "黔南布依族苗族自治州/l": ("黔南布依族苗族自治州", "Qiannan Buyi and Miao Autonomous Prefecture"),
    "双江/l 拉祜族 佤族 布朗族 傣族自治县/l": (
        "双江拉祜族佤族布朗族傣族自治县",
        "Shuangjiang Lahu, Va, Blang and Dai Autonomous County",
    ),
    "陕西/l": ("陕西", "Shaanxi"),
    "陕西省/l": ("陕西省", "Shaanxi Province"),
    "山西省/l": ("山西省", "Shanxi Province"),
    "内蒙古自治区/l": ("内蒙古自治区", "Inner Mongolia Autonomous Region"),
    "西藏/l": ("西藏", "Tibet"),
    "北京市/l": ("北京市", "Beijing"),
    "吉林省延边朝鲜族自治州/l": ("吉林省延边朝鲜族自治州", "Yanbian Korean Autonomous Prefecture, Jilin Province"),
    "岳麓山/l": ("岳麓山", "Mount Yuelu"),
    "呼和浩特市/l": ("呼和浩特市", "Hohhot City"),
    "石家庄/l": ("石家庄", "Shijiazhuang"),
    "吕梁市/l": ("吕梁市", "Lüliang City"),
    "香港/l": ("香港", "Hong Kong"),
    "澳门/l": ("澳门", "Macao"),
    "台北市/l": ("台北市", "Taipei City"),
    "高雄/l": ("高雄", "Kaohsiung"),
    "北京/l 东路": ("北京东路", "Beijing East Road"),
    "中山/l 北路": ("中山北路", "Zhongshan North Road"),
    "解放中路/l": ("解放中路", "Jiefang Middle Road"),
    "育才路/l": ("育才路", "Yucai Road"),
    "长江路/l": ("长江路", "Changjiang Road"),
    "长江/l": ("长江", "Yangtze River"),
    "赤水河/l": ("赤水河", "Chishui River"),
    "乌江/l": ("乌江", "Wujiang"),
    "洞庭湖/l": ("洞庭湖", "Dongting Lake"),
    "泰山/l": ("泰山", "Mount Tai"),
    "泰山区/l": ("泰山区", "Taishan District"),
    "东海/l": ("东海", "East China Sea"),
    "东海县/l": ("东海县", "Donghai County"),
    "娄山关/l": ("娄山关", "Loushan Pass"),
    "浦东新区/l": ("浦东新区", "Pudong New Area"),
    "美国/l": ("美国", "United States"),
    "巴黎/l": ("巴黎", "Paris"),
    "俄亥俄州/l": ("俄亥俄州", "Ohio"),
    "尼罗河/l": ("尼罗河", "Nile"),
    "中东地区/l": ("中东地区", "Middle East region"),
    "纳米比亚/l": ("纳米比亚", "Namibia"),
    "喀什地区/l": ("喀什地区", "Kashgar Prefecture"),
}

BODIES = {
    "遵义市/l 人民 政府": ("遵义市人民政府", "Zunyi Municipal People’s Government"),
    "贵州省/l 人民政府": ("贵州省人民政府", "Guizhou Provincial People’s Government"),
    "余庆县/l 人民政府": ("余庆县人民政府", "Yuqing County People’s Government"),
    "花山/l 苗族乡/l 人民政府": ("花山苗族乡人民政府", "Huashan Miao Township People’s Government"),
    "红花岗/l 区委 书记": ("红花岗区委", "CPC Honghuagang District Committee"),
    "贵州/l 省委/o": ("贵州省委", "CPC Guizhou Provincial Committee"),
    "中共贵州省委/o": ("中共贵州省委", "CPC Guizhou Provincial Committee"),
    "遵义/l 市政协": ("遵义市政协", "CPPCC Zunyi Municipal Committee"),
    "高大坪镇/l 党委": ("高大坪镇党委", "Gaodaping Town Party Committee"),
    "遵义市/l 公安局/o": ("遵义市公安局", "Zunyi Municipal Public Security Bureau"),
    "红花岗区/l 人民/o 法院/o": ("红花岗区人民法院", "Honghuagang District People’s Court"),
    "遵义市/l 中级 人民法院": ("遵义市中级人民法院", "Zunyi Intermediate People’s Court"),
    "遵义市/l 第一/o 人民/o 医院/o": ("遵义市第一人民医院", "Zunyi No. 1 People’s Hospital"),
    "遵义市/l 第十二/o 中学/o": ("遵义市第十二中学", "Zunyi No. 12 Middle School"),
    "遵义/l 四中": ("遵义四中", "Zunyi No. 4 Middle School"),
    "红花岗区/l 第四 幼儿园": ("红花岗区第四幼儿园", "Honghuagang District No. 4 Kindergarten"),
    "余庆县/l 融媒体 中心": ("余庆县融媒体中心", "Yuqing County Converged Media Center"),
    "贵州/l 日报/o": ("贵州日报", "Guizhou Daily"),
    "贵州大学/o": ("贵州大学", "Guizhou University"),
    "清华大学/o": ("清华大学", "Tsinghua University"),
    "新华社/o": ("新华社", "Xinhua News Agency"),
    "中国银行/o": ("中国银行", "Bank of China"),
    "世界卫生组织": ("世界卫生组织", "World Health Organization"),
}

# No term: nobody is sure of the English.
NOTHING = (
    "莫雷蒂/p",  # a foreign name that no book has: pinyin would be another name
    "安娜·莫雷蒂/p",
    "布什尔/p",
    "施耐德/p",
    "卢卡/p",
    "祝家/p",  # a family
    "圣埃利亚/l",
    "尼亚加拉特大瀑布/l",
    "英美/l",  # two countries
    "大桥/l",  # a common noun
    "霍雷斯特/l",
    "湖底/l",  # no place
    "惠及/l",
    "南岗公司/l",
    "区长风街道/l",  # cut wrongly
    "京北地区/l",
    "新桥公司/o",
    "人民/o 医院/o",  # whose?
    "省政府",
    "桥",
    "汉字",  # Chinese character
    "星期一",
    "大力",
    "明天",
    "2024 年",
)


@pytest.mark.parametrize("line", [*PEOPLE, *PLACES, *BODIES])
def test_a_name_has_its_standard_english(line: str) -> None:
    chinese, english = (PEOPLE | PLACES | BODIES)[line]

    assert {name: term.english for name, term in terms(line).items()} == {chinese: english}


@pytest.mark.parametrize("line", NOTHING)
def test_what_nobody_is_sure_of_has_no_term(line: str) -> None:
    assert terms(line) == {}


ACCEPTED = {
    "遵义市/l": "Zunyi",
    "美国/l": "U.S.",
    "西藏/l": "Xizang",
    "花山苗族乡/l": "Huashan Township",
    "黔南布依族苗族自治州/l": "Qiannan Bouyei and Miao Autonomous Prefecture",
    "吕凤仙/p": "Lü Fengxian",
    "吕梁市/l": "Lyuliang City",
    "奥巴马/l": "Barack Obama",
    "安倍晋三/p": "Shinzo Abe",
    "张奶奶/p": "Grandma Zhang",
    "遵义市/l 人民政府": "People’s Government of Zunyi City",
    "遵义市/l 第一 人民 医院": "First People’s Hospital of Zunyi",
    "遵义/l 市委": "Zunyi Municipal Party Committee",
    "凤凰小区/l": "Fenghuang Compound",
    "湘山寺社区/l": "Xiangshan Temple Community",
    "北京/l 东路": "East Beijing Road",
    "乌江/l": "Wujiang River",
    "世界卫生组织": "WHO",
}


@pytest.mark.parametrize(("line", "form"), ACCEPTED.items())
def test_other_forms_are_right_too(line: str, form: str) -> None:
    (term,) = terms(line).values()

    assert form in term.accepted
    assert term.english not in term.accepted


def test_the_surname_is_enough_for_somebody_who_is_known() -> None:
    assert "Huang" in terms("黄大发/p", "黄大发")["黄大发"].accepted
    assert "Huang" not in terms("黄大发/p")["黄大发"].accepted


def test_a_sentence_has_its_names_in_order_each_once() -> None:
    found = terms("黄大发/p 从 遵义市/l 红花岗区/l 到 遵义市/l ， 黄大发/p 说")

    assert list(found) == ["黄大发", "遵义市", "红花岗区"]
    assert [term.tag for term in found.values()] == [WordTag.PERSON, WordTag.PLACE, WordTag.PLACE]


def test_two_places_in_a_row_are_two() -> None:
    assert list(terms("宁溪市/l 南岗乡/l 人民政府")) == ["宁溪市", "南岗乡人民政府"]


def test_traditional_names_are_given_as_printed() -> None:
    found = terms("馬英九/p 到 高雄市/l", language="zh-Hant-TW")

    assert {name: term.english for name, term in found.items()} == {
        "馬英九": "Ma Ying-jeou",
        "高雄市": "Kaohsiung City",
    }


def test_people_of_taiwan_are_not_spelled_in_pinyin() -> None:
    assert terms("林孝文/p", language="zh-Hant-TW") == {}
    assert terms("林孝文/p")["林孝文"].english == "Lin Xiaowen"


def test_a_reading_that_is_hidden_gives_no_name() -> None:
    assert person("黄大发", ("", "", "")) is None
    assert place("桥溪", ("", "")) is None


def test_a_reading_a_word_is_needed() -> None:
    with pytest.raises(ValueError, match="not a reading a word"):
        name_terms(sentence("桥"), ())


def test_the_annotator_finds_names() -> None:
    annotator = Annotator(Lexicon(), (), hsk="2025")
    words_ = (Word("黄大发", WordTag.PERSON), Word("来", WordTag.WORD))

    assert annotator.names(Sentence("title", "黄大发来", words_, HERE)) == (
        Term("黄大发", "Huang Dafa", (), WordTag.PERSON),
    )


def test_tables_are_well_kept() -> None:
    for name in ("english_names.tsv", "english_bodies.tsv", "ethnic_groups.tsv", "place_kinds.tsv"):
        rows = list(table(name, 4))
        keys = [row[0] for row in rows]
        assert len(keys) == len(set(keys)), name
        assert all(row[0] and row[1] for row in rows), name
        assert all("'" not in field for row in rows for field in row), name
    assert listed().keys() == listed_tags().keys()
    assert {"苗族", "布依族"} <= ethnic_groups().keys()
    assert all(words_[0] for words_ in all_kinds().values())


def test_a_body_of_a_bare_place_begins_with_a_known_one() -> None:
    pinyin = ("wang4", "xi1", "da4", "xue2")
    assert body("望溪大学", pinyin) is None
    assert body("望溪大学", pinyin, told=True) is not None


def test_the_head_of_a_sense_is_a_name() -> None:
    assert head("遵义").name == "Zunyi"  # type: ignore[union-attr]
    assert head("桥") is None
    assert dictionary.known("桥")


CHARS = st.text(alphabet="黄大发遵义市县区苗族乡自治州北京东路王李·第一人民医院委政府A1，☃𠀀", max_size=8)
PIECES = st.lists(st.tuples(CHARS.filter(bool), st.sampled_from(list(WordTag))), max_size=8)


@PROPERTY
@given(PIECES, st.sampled_from(["zh-Hans", "zh-Hant", "zh-Hant-TW"]))
def test_any_words_give_terms_that_stand_in_the_sentence(pieces: list[tuple[str, WordTag]], language: str) -> None:
    found = tuple(Word(text, tag) for text, tag in pieces)
    whole = Sentence("paragraph", "".join(text for text, _ in pieces), found, HERE, language)
    plain = simplified_sentence(whole)

    for term in name_terms(whole, READINGS.read(plain, whole)):
        assert term.chinese in whole.text
        assert term.english.strip() == term.english != ""
        assert term.tag in TAGS.values()
