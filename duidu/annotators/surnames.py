"""Chinese names: where the surname ends, and how surnames and given names are read.

Readings of surnames are those of 现代汉语词典 (7), which marks them 姓 and with a capital.
"""

from __future__ import annotations

import re

from duidu.annotators.orthography_words import TRANSLITERATION


def _table(text: str) -> dict[str, tuple[str, ...]]:
    pairs = (item.split("=") for item in text.split())
    return {name: tuple(re.findall("[a-z]+[1-5]", reading)) for name, reading in pairs}


# Surnames of two characters that are in use, in either script.
DOUBLE = frozenset(
    """
    欧阳 歐陽 上官 皇甫 令狐 诸葛 諸葛 司徒 司马 司馬 申屠 夏侯 慕容 澹台 尉迟 尉遲 长孙 長孫 公孙 公孫 宇文 东方 東方
    端木 南宫 南宮 万俟 百里 呼延 轩辕 軒轅 钟离 鍾離 闾丘 东郭 東郭 独孤 獨孤 濮阳 濮陽 赫连 赫連 鲜于 鮮于 拓跋 完颜
    完顏 少正 纳兰 納蘭 单于 闻人 聞人
    """.split()  # noqa: SIM905
)

# Surnames that are read otherwise than their characters by themselves.
READINGS = _table(
    """
    单=shan4 解=xie4 任=ren2 曾=zeng1 仇=qiu2 查=zha1 区=ou1 朴=piao2 盖=ge3 缪=miao4 华=hua4 覃=qin2 翟=zhai2 种=chong2
    乐=yue4 葛=ge3 员=yun4 燕=yan1 哈=ha3 那=na1 撒=sa4 佴=nai4 宁=ning4 召=shao4 秘=bi4 干=gan1 繁=po2 折=she2 薄=bo2
    曲=qu1 纪=ji3 郇=xun2 祭=zhai4 於=yu1 莘=shen1 少正=shao4zheng4 宰父=zai3fu3 朱邪=zhu1ye2
    """
)

# Those of them that are surnames oftener than anything else when an unknown word begins with them.
MOSTLY = frozenset("缪翟覃冼葛肖卜佴逄谌晁郗隗阚褚臧訾郇郄仉")

# Characters of given names, where the reading is another than that of the character as a word.
GIVEN = {
    "为": "wei2",
    "地": "di4",
    "得": "de2",
    "着": "zhuo2",
    "都": "du1",
    "只": "zhi1",
    "少": "shao4",
    "镐": "hao4",
    "覃": "tan2",
    "铣": "xian3",
    "侗": "tong2",
    "抡": "lun2",
    "还": "huan2",
    "长": "chang2",
    "重": "chong2",
    "行": "xing2",
    "干": "gan4",
    "种": "zhong3",
    "曲": "qu3",
    "没": "mo4",
    "子": "zi3",
    "了": "liao3",
    "儿": "er2",
    "头": "tou2",
    "应": "ying4",
    "与": "yu3",
    "当": "dang1",
    "盛": "sheng4",
    "似": "si4",
    "率": "shuai4",
    "更": "geng1",
    "几": "ji1",
    "济": "ji4",
    "卜": "bu3",
    "散": "san4",
    "曾": "zeng1",
    "娜": "na4",
}

# Sounds of foreign names: a word with one of these is no Chinese name, whatever it begins with.
_FOREIGN = frozenset("尔斯茨弗姆克特罗莱韦昂廷蒂诺纳伊喀娅莎萨·")
# Characters that no given name begins with: a verb, a preposition, a particle stands there.
_NO_GIVEN = frozenset(
    "以是在有被对把将从向于的了着和或也都就还不没未很最更等说与因受任为多数遭到给让使叫要会能可应该去来过做作"
    "出进上下回里外前后又再只即则却并且且及至自由其此这那他她它我你您们什每各某两几一二三四五六七八九十个"
    "问看听讲想打拿找带送请称担获得列举创提参加入居留当占投发开办用代表设担教越全所得率员区城委长"
)
# Surnames that are everyday words as well: only a title before them tells.
WORDY = frozenset("解任查区华种乐员燕应哈那宁召秘干过令祭幺与盛栗单盖曾仇朴")
# What stands before a name: an office, a trade, a mark, the beginning.
TITLE = re.compile(
    r"(?:家|员|员会|士|手|师|长|教授|记者|书记|主任|主席|总理|总统|导演|校长|经理|同志|先生|女士|队长|教练|村民|市民|居民"
    r"|农民|医生|老师|老人|主编|被告人?|原告|嫌疑人|负责人|主持人|代表人|创始人|候选人|工人|军人|诗人|商人|名人|发言人|传人|队友|网友|男子|女子|青年|大学生"
    r"|学生|博士|硕士|选手|名将|烈士|模范|丈夫|妻子|儿子|女儿|父亲|母亲|总裁|董事|秘书|司机|老板|大夫|法官|检察官|警官|民警"
    r"|将军|皇帝|大臣|哥哥|姐姐|弟弟|妹妹|女杰|影星|歌星|球星|冠军|画家|叫做?|名叫|姓|[、，。：；“”（(《\s])$|^$"
)
# How people are addressed by their surname, and what stands before that.
_ADDRESSED = re.compile(
    "老师|先生|女士|小姐|太太|主任|书记|局长|县长|市长|省长|镇长|乡长|村长|处长|科长|部长|院长|校长|医生|大夫|警官|教授|博士|师傅"
    "|大爷|大妈|大叔|大婶|阿姨|奶奶|爷爷|经理|总(?=[，。说表、]|$)|队长|所长|站长|律师|记者|法官|老板|同学|将军|家人|家村"
)
# What a family has by its name.
_HOUSE = re.compile("家(?:大院|村|庄|湾|沟|坪|坝|寨|祠堂|老宅|祖宅|后人|兄弟|姐妹|父子|父女|母子|母女|夫妇)")
_BEFORE_ADDRESSED = re.compile(r"[^\w]$|[和与跟对向请找叫给问由让把被是]$|记者|随着")


def parts(name: str) -> tuple[str, ...]:
    """Surname and given name, apart; other names stay whole.

    >>> parts("黄大发"), parts("欧阳修"), parts("查尔斯"), parts("万俟")
    (('黄', '大发'), ('欧阳', '修'), ('查尔斯',), ('万俟',))
    """
    if name in DOUBLE or not 2 <= len(name) <= 4 or not _FOREIGN.isdisjoint(name[1:]):
        return (name,)
    if len(name) > 2 and name[0] in "哈那" and TRANSLITERATION.issuperset(name):  # 哈马德
        return (name,)
    length = 2 if len(name) > 2 and name[:2] in DOUBLE else 1
    if len(name) - length > 2:
        return (name,)
    return (name[:length], name[length:])


def may_be_given(text: str) -> bool:
    """Whether a given name may be written so.

    >>> may_be_given("志伟"), may_be_given("数次"), may_be_given("尔斯")
    (True, False, False)
    """
    return 1 <= len(text) <= 2 and text[0] not in _NO_GIVEN and _FOREIGN.isdisjoint(text)


def is_name(surname: str, given: str, left: str, is_word: bool) -> bool:
    """Whether an unknown word after this text is a name.

    ``is_word``: the given name is a word of the dictionary.

    >>> is_name("解", "晓东", "外科医生", False), is_name("解", "决难", "必须", False)
    (True, False)
    """
    if not may_be_given(given) or len(parts(surname + given)) == 1:
        return False
    if TITLE.search(left) is None:
        return surname in MOSTLY
    marked = not left or not left[-1].isalnum()
    return surname not in WORDY or not marked or (len(given) == 2 and not is_word)


def names_a_house(right: str) -> bool:
    """Whether what follows a character says that it is the name of a family.

    >>> names_a_house("家大院"), names_a_house("家独户")
    (True, False)
    """
    return _HOUSE.match(right) is not None


def stands_alone(left: str, right: str, before_unknown: bool) -> bool:
    """Whether a character by itself between these texts is a surname.

    ``before_unknown``: the word after it may be a given name.

    >>> stands_alone("", "老师说", False), stands_alone("记者", "晓东", True), stands_alone("他", "主任", False)
    (True, True, False)
    """
    if _ADDRESSED.match(right) is not None and (not left or _BEFORE_ADDRESSED.search(left) is not None):
        return True
    if re.match("[某氏](?!族)", right) or left.endswith("姓") or names_a_house(right):
        return True
    return before_unknown and left != "" and left[-1].isalnum() and TITLE.search(left) is not None
