"""What jieba takes for one word and is a phrase: 认真学习, 坐在, 最大, 延续到.

jieba's dictionary is drawn from running text, and holds thousands of phrases. A word of four or more characters whose
halves are both common words is a phrase, or an idiom that is read as one (5.3 of GB/T 16159-2012: 环境 保护 规划);
of shorter ones the tables below name those with a word of grammar at one end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from duidu.segmentation.lists import words_of
from duidu.segmentation.numbers import NUMERALS, cut_figure

# In jieba's dictionary idioms have halves that are rare by themselves (风平, 浪静); of four thousand idioms of
# CC-CEDICT one in twenty-five has not, of the phrases that are in no dictionary most have not.
COMMON = 150
# A noun is cut where one half is rarer, when the other is very common (唯物 主义, 短篇 小说).
_RARE = 20
_VERY_COMMON = 1500
_NOUNS = frozenset({"n", "nz", "nt", "vn", "l"})

# First character: second characters with which it is two words (6.1.4, 6.1.6 and 6.1.7: adverbs, pronouns and
# prepositions stand apart).
_FIRST: Mapping[str, str] = {
    "最": "大早低小长深快强重美差末全高多少",
    "很": "多大快少小早好高低难差强久远深长重",
    "更": "好具大高多快强好难深远广低长",
    "较": "大小多少高低好强快长深浅差",
    "太": "大小多少高久贵重",
    "越": "是高多大快好",
    "颇": "感丰似有为",
    "没": "能完想",
    "就": "让会要能",
    "还": "要会可应须",
    "便": "会是有可",
    "又": "是有要会",
    "再": "有",
    "已": "有成在达",
    "并": "未不于",
    "均": "达为有可",
    "只": "求用需",
    "也": "是有会要能",
    "都": "是有会能",
    "将": "会在于",
    "曾": "任以",
    "仍": "有在是",
    "被": "评叫",
    "对": "此",
    "从": "今",
    "以": "示",
    "与": "非",
    "由": "是",
    "让": "给",
    "我": "家校行省市党院村军县区厂会来去说在是想看要能到问",
    "你": "家会来去说在是想看要能到问",
    "他": "家俩会来去说在是想看要能到问",
    "她": "家俩会来去说在是想看要能到问",
    "仅": "靠凭有为在是限存",
    "这": "件场话项份部块家点回笔本根辆栋首座支条张位名套头户颗批篇段",
    "那": "位条日年段场幅家件座首块部头",
    "哪": "位家件项",
    "每": "个股秒块家种位晚户张亩队套部份间支篇局季镇班瓶株人名村公件天年",
    "各": "项部省族校家市派路州县式科区队村组户党站镇系厂乡局国",
    "某": "个部位日年省次月国市县校地",
    "该": "市书校车机国项院科党行处地团部城区会队报所片案馆省类局社文刊县厂州村药台段店镇站港矿寺剧桥",
    "本": "级次书省轮校周区县村镇刊案版报市",
    "此": "案举项",
    "何": "种用",
    "一": "看到扫是",
    "二": "是",
    "三": "是",
    "有": "个位本",
    "乱": "扔堆放停画贴搭倒丢砍挖",
    "不": "让肯懂",
    "所": "用处",
    "后": "经",
    "现": "为已",
    "可": "达用",
    "是": "从",
    "应": "为",
    "多": "为",
    "常": "会",
    "早": "有",
}
# Last character: first characters with which it is two words; 6.1.7: a preposition stands apart from its verb.
_LAST: Mapping[str, str] = {
    "在": "坐放留摆趴站住写躺挂跪压落走跑睡埋藏停守围蹲靠握捧贴印刻记倒死建设定穿戴披看",
    "于": "生见始建居死写成立产寓放任",
    "给": "写献让教拨赠拿租卖",
    "是": "像竟先该都也便又正仍",
    "有": "建常再印存附还都也",
    "着": "看想打怀围冲借赶靠贴按闲烧数照指望带笑听坐站说唱闪憋压留印扛",
    "过": "看去出问说听吃做用",
    "了": "交说看吃做走",
    "个": "图打有送",
    "得": "睡看吃写跑跳笑哭走长学活打听唱坐站翻搞弄变冻吓气忙累热冷",
    "的": "般",
    **dict.fromkeys(NUMERALS, "自从于到在至约近达"),
}
# What ends a word of three characters and is a word of its own after a word of two: complements (6.1.2.4),
# prepositions (6.1.7), particles (6.1.9).
_AFTER_TWO = frozenset("到出成为于给在起着过是")
_KEPT_THREE = words_of(
    "以至于 不至于 相对于 有利于 有助于 大多是 没想到 不是 莫过于 无非是 不外是 特别是 尤其是 但凡是 一连串 想不到",
    "看得起 看不起 对不起 对得起 了不起 买不起 中山装 大不了 早就是 一大早 一个个 归根到底 不在乎 国有化",
    "说得过 打不过 信得过 来得及 来不及 自以为 有所为 难不成 莫不成 老天爷 说不出 潜意识 犯不着 用不着 睡不着",
    "找不着 不自在 太空人",
)
# What begins a word of three characters and is a word of its own before a word of two.
_BEFORE_TWO = frozenset("是曾被每各该很最更太较已将仍并均据")
# Whole besides what the dictionary calls an idiom.
_WHOLE = words_of(
    "被告人 被子植物 太阳能 最高峰 最低价 最高点 更年期 更衣室 已婚者 很久以前 并发症 各自为政 每况愈下",
    "将军肚 太平间 被选举权 太平洋 最后通牒 最惠国 被动式 最终 各国人民 将信将疑 改革开放 一国两制 人民币",
    "公安局 百分之百 无论如何 与此同时 除此之外 换句话说 也就是说 总的来说 另一方面 不知不觉 有史以来 前所未有",
    "各种各样 各式各样 自然而然 越来越 全心全意 三十而立 两极分化 无可奈何 一举一动 自强不息 大公无私 发扬光大",
    "耳目一新 头头是道 无关紧要 锦绣前程 波涛汹涌 截然不同 无穷无尽 一应俱全 远近闻名 一天到晚 一年到头",
    "疲惫不堪 随时随地 随处可见 不了了之 不好意思",
    "不一会儿 一事无成 一声不吭 不同寻常 意想不到 冰山一角 迷惑不解 一路平安 不可或缺",
)

# What jieba knows as the name of one body stays whole: 清华大学.
_NAMED_BODIES = (
    "大学",
    "学院",
    "医院",
    "银行",
    "日报",
    "晚报",
    "出版社",
    "电视台",
    "委员会",
    "共产党",
    "国民党",
    "科学院",
)

# Words that are younger than jieba's dictionary, of newspapers of the last twenty years.
YOUNG_WORDS = sorted(
    words_of(
        "融媒体 自媒体 新媒体 全媒体 短视频 网约车 共享单车 快递员 外卖员 网格员 网格化 驻村 搬迁点 安置点 康养",
        "研学 文旅 文创 众筹 众创 物联网 区块链 大数据 云计算 充电桩 碳达峰 碳中和 双碳 河长 河长制 林长制 雾霾",
        "网购 微商 微信 微博 扫码 点赞 刷脸 公众号 小程序 健康码 抗疫 新冠 辅警 暖心 获得感 棚改 旧改 老旧 提质",
        "赋能 落细 抓实 筑牢 守牢 绘就 赓续 可持续 可操作 常态化 全覆盖 零容忍 双减 家校 种植户 养殖户 总投资 党建",
        "党群 党课 党支部 党总支 党小组 党工委 农技 扶贫 脱贫 易地 高铁 动车 民宿 充电宝 直播间 主播 网红 打卡",
        "快递柜 二维码 支付宝 朋友圈 高质量 智能化 信息化 数字化 精细化 老龄化 城镇化 产业园 创业园 科技园 志愿者",
        "农民工 低保户 五保户 脱贫户 贫困户 监测户 村支书 楼道 停车位 两委 副主席 副书记",
        "副主任 副总理 副院长 副局长 副县长 副镇长 副会长 副市长 可支配 可再生 航天员 空间站 航母 歼击机 无人机",
        "互联网 移动支付 供给侧 去产能 去库存 降杠杆 补短板 放管服 营商 内卷 躺平 乡贤 新时代 新常态 一带一路",
        "报到 初心 月嫂 拥趸 步道 会所 主播 线上 占比 次元 二次元 低碳 新生代",
    )
)
# Papers and others whose names are common words: jieba cuts 人民|日报.
PAPERS = words_of(
    "人民日报 光明日报 经济日报 工人日报 农民日报 科技日报 法治日报 法制日报 解放日报 新华日报 南方日报 环球时报",
)
# Words that jieba's dictionary lacks, or has as rarer than their characters are side by side by chance, so that it
# never finds them: those that hardly ever stand side by side otherwise (就地 and 便道 do).
RARE_WORDS: Mapping[str, str] = {
    **dict.fromkeys(words_of("占线 做证 出道 变身 赴会 崴脚 热议 吐槽 史称 颇为"), "v"),
    **dict.fromkeys(words_of("走道 过道 年号 路人 能人 美人"), "n"),
    **dict.fromkeys(words_of("和气 外在 倒是 若是"), "d"),
}


def cut_phrase(word: str, tag: str, frequency: Callable[[str], int]) -> tuple[str, ...]:
    """The words of what jieba takes for one; ``frequency`` tells how common a word is, ``tag`` is jieba's.

    >>> counts = {"认真": 900, "学习": 4000}
    >>> cut_phrase("认真学习", "l", lambda word: counts.get(word, 1))
    ('认真', '学习')
    >>> cut_phrase("最大", "a", counts.__getitem__), cut_phrase("三年", "m", counts.__getitem__)
    (('最', '大'), ('三', '年'))
    >>> cut_phrase("翻了一番", "l", counts.__getitem__)
    ('翻', '了', '一番')
    """
    if word in _WHOLE or word in _KEPT_THREE or (tag == "nt" and word.endswith(_NAMED_BODIES)):
        return (word,)
    figure = cut_figure(word)
    if len(figure) > 1:
        return figure
    if len(word) > 3 and word[1] == "了" and word[0] not in "为除罢":  # 翻了|一番
        return (word[0], word[1], *cut_phrase(word[2:], tag, frequency))
    if len(word) == 2:
        apart = word[1] in _FIRST.get(word[0], "") or word[0] in _LAST.get(word[1], "")
        return (word[0], word[1]) if apart else (word,)
    if len(word) == 3:
        return _cut_three(word, tag, frequency)
    return _cut_long(word, tag, frequency)


def _cut_three(word: str, tag: str, frequency: Callable[[str], int]) -> tuple[str, ...]:
    if tag.startswith("n") or word[1] in "不得":  # 拿不出
        return (word,)
    if word[2] in _AFTER_TWO and frequency(word[:2]) >= _RARE:
        return (word[:2], word[2])
    if word[0] in _BEFORE_TWO and frequency(word[1:]) >= COMMON:
        return (word[0], word[1:])
    return (word,)


def _cut_long(word: str, tag: str, frequency: Callable[[str], int]) -> tuple[str, ...]:
    """Cut where the rarer of the two sides is commonest; each side again."""
    if len(word) < 4 or len(word) > 12 or _bound(word) or (tag in ("nr", "nrt") and len(word) > 4):
        return (word,)
    if len(word) == 4 and word[0] in "从在到" and word[3] in "上中下里内外" and frequency(word[1:3]) >= COMMON:
        return (word[0], word[1:3], word[3])  # 从 根本 上
    if len(word) == 4 and word[1] in "不得" and frequency(word[:3]) >= _RARE // 2:  # 离不开 人
        return (word[:3], word[3])
    best, place, other = 0, 0, 0
    for middle in range(2, len(word) - 1):
        counts = frequency(word[:middle]), frequency(word[middle:])
        if min(counts) > best:
            best, place, other = min(counts), middle, max(counts)
    noun = tag in _NOUNS and best >= _RARE and other >= _VERY_COMMON
    if (len(word) == 4 and best < COMMON and not noun) or best < _RARE:
        return (word,)
    halves = word[:place], word[place:]
    return tuple(part for half in halves for part in (_particle_apart(half) or _cut_long(half, tag, frequency)))


def _particle_apart(half: str) -> tuple[str, ...]:
    """A half of two characters that is a word and 的: 党的|建设 is 党|的|建设, but 目的|明确 stays."""
    return (half[0], half[1]) if len(half) == 2 and half[1] == "的" and half[0] not in "目标有别真似" else ()


def _bound(word: str) -> bool:
    """Whether it is an idiom by its form: 高高兴兴, 挺身而出, 毫不留情; or one who studies: 语言学|家."""
    if len(word) != 4 or (word[0] == word[1] and word[2] == word[3]):
        return len(word) == 4
    negated = word[1] == "不" and word[0] not in "并也都就却还从决绝"
    return negated or word[1] in "之而于" or word[2] in "之而于" or word.endswith("学家")
