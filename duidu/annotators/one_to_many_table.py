"""The simplified characters that stand for several traditional ones, and what tells their form: a table to read.

A character has rows, read from the top: the first that speaks gives the form. A row speaks where one of its words
stands (made of whole words of the sentence, or within one: 对表 is not found in 应对|表示; a bar asks for a bound of
the sentence's words there), or where its pattern matches from the character on. Where no row speaks, the character
takes its usual form; a character without one is left to OpenCC, whose phrases know it well.

Each row has a name, a case and a counter-case, both run by the tests: words with bars between them, ``*`` before a
person, ``@`` before a place. Forms are those of OpenCC's own standard (裏, 羣); the regions' follow from them.

To teach a character, add a row: it must be right in all Chinese, not in one sentence. Where two forms are in print
(佈/布, 盃/杯), the one that newspapers in Taipei and Hong Kong both take is the better.
"""

from __future__ import annotations

from dataclasses import dataclass

# Where the forms are from: the annexed table of the standard of 2013, the ministry's handbook and its dictionary.
ANNEX = "通用规范汉字表 附件1"
HANDBOOK = "教育部 標準字與簡化字對照手冊"
REVISED = "教育部 重編國語辭典修訂本"
HONG_KONG = "香港 常用字字形表"
# What newspapers in Taipei and Hong Kong print.
PRESS = "usage of the press"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A form of a character, and the words or the context in which it has it.

    ``at`` asks that the character be a word (``alone``) or part of a ``longer`` one, that it be the first (``begins``)
    or the last (``ends``) of its word, or that it stand in the name of a ``place``.
    ``others`` are the forms that the row does not rule out.
    """

    form: str
    name: str
    case: str
    counter: str
    source: str
    words: str = ""
    pattern: str = ""
    at: str = ""
    others: str = ""


@dataclass(frozen=True, slots=True)
class Character:
    """A simplified character, its usual form ("" leaves it to OpenCC), and the rows that say otherwise."""

    char: str
    default: str = ""
    rows: tuple[Row, ...] = ()


# ---------------------------------------------------------------- names

# The forms of characters in names of persons, Chinese (surname or given) and foreign.
NAMES: dict[str, str] = dict(
    zip(
        "范余于钟岳姜曲朴谷种郁涂游卜云仇沈咸戚采里征志升松杰梁仑昆干舍扎秋向后冲布面几台党丰叶苏宁万占胡同才克冬凌发御幸",
        "范余于鍾岳姜曲朴谷种郁涂游卜雲仇沈咸戚采里征志升松傑梁侖昆幹舍扎秋向后沖布面幾臺黨豐葉蘇寧萬占胡同才克冬凌發御幸",
        strict=True,
    )
)
# Given names were given in either form, and simplified characters no longer tell which.
DOUBTFUL_NAMES = {"杰": "杰", "梁": "樑", "仑": "崙", "昆": "崑", "升": "昇", "干": "乾"}

# What is a name beside the dot of a foreign name, too: 罗纳德·里根.
FOREIGN = frozenset("里范于扎杰舍松仑")
# The characters that foreign names are written in; three of them make a name.
TRANSCRIBED = frozenset(
    "阿埃艾安奥巴班保贝本比宾波博伯布查达丹道德登迪蒂丁杜多恩尔法菲费芬弗夫福盖戈哥格古哈海汉赫亨霍基吉加佳杰金喀卡凯坎康考科克肯库"
    "拉莱兰朗劳勒雷利里莉丽列林隆卢鲁路伦罗洛马玛迈曼梅门蒙米密莫默姆穆纳娜南内尼妮诺努欧帕潘佩彭皮珀普奇乔切琴让热荣瑞萨塞森沙莎舍圣"
    "施史什舒司丝斯苏索塔泰坦汤唐特提廷图托瓦威韦维温沃乌伍西希夏谢辛欣休雅亚扬耶叶伊依因英尤约泽扎詹珍兹佐范松仑"
)

# What follows a surname: 范老师, 余某. And what stands before it: 姓于.
_TITLE = (
    "(?:某(?!些)|姓|氏|先生|女士|小姐|太太|夫人|老师|老师傅|师傅|教授|博士|医生|大夫|律师|法官|警官|记者|同志|书记|主任|主席|市长|县长|"
    "省长|区长|镇长|乡长|村长|院长|校长|局长|处长|科长|所长|队长|部长|厅长|会长|社长|经理|总经理|董事长|导演|教练|老板|支书|"
    "阿姨|叔叔|大爷|大妈|奶奶|爷爷|伯伯|婆婆|家村|家庄|家沟|家湾|家坪|家寨)"
)


def _surname(char: str, form: str, case: str, counter: str) -> Row:
    """The row of a surname that no one has tagged as a name."""
    return Row(
        form=form,
        name="surname by its title",
        pattern=f"{char}(?={_TITLE})",
        at="begins",
        case=case,
        counter=counter,
        source=ANNEX,
    )


# ---------------------------------------------------------------- numerals, and what is sung, tied, eaten

_NUMERAL = "〇零一二两三四五六七八九十百千万亿半几数0-9０-９"
# Words that end in a numeral, and count nothing.
_NO_COUNT = "".join(f"(?<!{word})" for word in ("唯一", "万一", "之一", "统一", "其一", "专一", "同一", "单一"))
_PLAYS = "(?:戏|剧|悲剧|喜剧|闹剧|话剧|京剧|越剧|昆曲|折子戏|双簧|木偶戏|皮影戏|黔剧|川剧|歌剧|舞剧|大戏|好戏|小品)"
_TIED = (
    "(?:围裙|领带|鞋带|腰带|安全带|安全绳|红领巾|扣子|纽扣|绳|带子|丝巾|头巾|围巾|缆|皮带|丝带|红带|彩带|布条|蝴蝶结|"
    "铃铛|围脖|裤带|背带|保险带|救生衣)"
)
_MATERIALS = (
    "石 木 铁 铜 银 金 锡 钢 铝 瓷 竹 皮 纸 布 塑料 玻璃 金属 不锈钢 陶 泥 骨 玉 藤 草 棉 丝 绸 橡胶 皮革 "
    "合金 水泥 混凝土 大理石 花岗石 花岗岩 青石 红木 实木 原木 木头 石头 石材 黄金 白银 青铜 黄铜 铸铁 水晶 "
    "象牙 牛皮 羊皮 硅胶 蜡 糖 面 手工 机器 纯手工 人工 国产 自 私 秘 美国 法国 德国 日本 意大利 瑞士 中国 "
    "英国 俄罗斯 苏联 韩国 瑞典 欧洲 土 黏土"
)
_MADE_BY = (
    "炒 炸 烤 焙 煎 煮 熬 酿 腌 酱 熏 卤 晒 烘 磨 碾 轧 锻 铸 焊 缝 绣 织 印 染 绘 描 拍 摄 录 译 调 配 泡 炮 "
    "炼 提 研 试 仿 特 精 监 复 定 吹 剪 缩 热 窖 烧 蒸 揉 捏 糅 雕 刻 编织 加工 窑 腊 糟 冲 浇 卷 创 订 预 "
    "速 膜 巧 粗"
)
_GOODS = (
    "药 糖 盐 陶 砖 瓦 酒 茶 革 鞋 衣 帽 伞 冰 氧 氢 氮 毒 假 贩 售 图 版 表 片 种 粉 浆 肥 剂 品 作 造 备 成 "
    "取 程 件 模 坯 曲 皂 蜡 香 笔 墨 扇 琴 芯 粒 膜 丝 棉 油 醋 酱 碱 汽 热 暖 硝 卡 证 药厂 造业 造商 "
    "造厂 冷 水 袋 纸 钉 枪 弹 饼"
)


def _joined(stems: str, pattern: str) -> str:
    return " ".join(pattern.replace("_", stem) for stem in stems.split())


# ---------------------------------------------------------------- the characters

# Characters of which the press has one form only, or whose other forms are as good as out of print: each with this
# form. OpenCC likes the rarer: 傢俱, 瞭解, 鉅額, 孃家, 衚衕, 蔘加.
_SETTLED = (
    "布布 个個 具具 同同 哄哄 娘娘 局局 弦弦 戚戚 扣扣 拐拐 挨挨 暗暗 核核 毁毀 溪溪 玩玩 糊糊 背背 荫蔭 "
    "巨巨 湿濕 证證 沾沾 才才 吃吃 唇唇 夫夫 合合 冬冬 果果 豆豆 斤斤 象象 修修 俊俊 酸酸 捆捆 捍捍 抵抵 "
    "拿拿 参參 药藥"
)

CHARACTERS: tuple[Character, ...] = (
    *(Character(pair[0], pair[1]) for pair in _SETTLED.split()),
    Character(
        "了",
        "了",
        (
            Row(
                form="瞭",
                name="clear",
                words="明了 了望 了望台 了望塔 了望哨 了如指掌 了若指掌",
                case="指意|明了|而|简单",
                counter="为了|了解|民情",
                source=REVISED,
            ),
        ),
    ),
    Character(
        "丑",
        "",
        (
            Row(
                form="丑",
                name="the clown's part, the second earthly branch",
                words="小丑 丑角 丑旦 文丑 武丑 名丑 丑末 丑时 丑牛 丑年 丑月 子丑 辛丑 乙丑 丁丑 己丑 癸丑",
                case="戏里|的|丑角",
                counter="丑化|他人",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "于",
        "",
        (
            _surname("于", "于", "于|老师|来|了", "忠于|老师"),
            Row(
                form="于",
                name="names that never had 於",
                words="单于 于阗 于都 淳于 鲜于 于归 于飞 |于谦| |于丹| |于右任|",
                case="匈奴|单于",
                counter="勇于|担当",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "云",
        "",
        (
            Row(
                form="云",
                name="to say",
                words="云云 人云亦云 不知所云 诗云 古人云 |书云 |经云 岂云 何云 又云 亦云 俗云 |子云 诗云子曰",
                case="种种|说法|云云",
                counter="彩云|飘过",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "伙",
        "",
        (
            Row(
                form="伙",
                name="meals",
                words="伙食 伙房 搭伙 开伙 起伙 包伙 家伙",
                case="单位|搭伙|吃饭",
                counter="合伙|经营",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "余",
        "",
        (
            Row(
                form="餘",
                name="and more, after a number",
                pattern=f"(?<=[{_NUMERAL}])余",
                case="三百|余|某人",
                counter="余|某人",
                source=ANNEX,
            ),
            _surname("余", "余", "余|某|先|到", "其余|某些"),
            Row(
                form="余",
                name="names that never had 餘",
                words="新余 大余县 余吾 余秋雨 余光中 余华 余英时",
                case="@新余|市",
                counter="剩余|江水",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "佣",
        "",
        (
            Row(
                form="佣",
                name="a commission",
                words="佣金 返佣 抽佣 退佣 分佣 佣钱 让佣 跳佣 结佣",
                case="平台|抽佣|过高",
                counter="雇佣|工人",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "冲",
        "",
        (
            Row(
                form="沖",
                name="to pour, rinse, wash away",
                words="冲洗 冲刷 冲茶 冲泡 冲水 冲澡 冲凉 冲淡 冲印 冲服 冲调 冲饮 冲厕 冲淋 冲干净 冲走 冲毁 "
                "冲垮 冲塌 冲倒 冲散 冲积 冲沟 冲蚀 冲积扇 冲奶 冲咖啡 冲一杯 冲杯 冲了杯 冲牙 冲绳 冲喜 冲煞 "
                "相冲 子午冲 羽冲 冲浆 |冲剂",
                case="洪水|冲毁|道路",
                counter="双方|冲突",
                source=ANNEX,
            ),
            Row(
                form="沖",
                name="to pour: by what is poured",
                pattern="冲(?=[了上着好一]{0,2}[两几]?[壶杯碗包]?(?:咖啡|奶|茶|药|粉|糖水|开水|豆浆|米粉|藕粉|马桶|厕所)|干净)",
                at="begins",
                case="他|冲|咖啡",
                counter="他|冲|过来",
                source=ANNEX,
            ),
            Row(
                form="沖",
                name="to set off in the books",
                words="冲销 冲账 冲抵 冲减 冲帐 对冲 冲正 红冲",
                case="全额|冲抵",
                counter="冲击|市场",
                source=ANNEX,
            ),
            Row(
                form="沖",
                name="soaring, heated",
                words="怒气冲冲 兴冲冲 气冲冲 急冲冲 怒冲冲 冲天 一飞冲天 冲霄 冲昏 谦冲 冲和 冲虚",
                case="他|怒气冲冲|地|走",
                counter="冲锋|在|前",
                source=REVISED,
            ),
            Row(
                form="沖",
                name="a valley, in place names",
                pattern="冲",
                at="place",
                case="@韶山冲|的|秋天",
                counter="往|前|冲",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "准",
        "準",
        (
            Row(
                form="準",
                name="exact: as the result of a verb",
                words="瞄不准 说不准 拿不准 吃不准 猜不准 算不准 测不准 打不准 看不准 摸不准 对不准 把不准 "
                "踩不准 踢不准 不准确 不准时 不准的",
                case="天气|说不准",
                counter="不准|停车",
                source=ANNEX,
            ),
            Row(
                form="准",
                name="to permit",
                words="准许 准予 准入 准生 准考 准驾 准假 准奏 准允 准运 准购 准载 准营 准建 准拨 准乘 准飞 "
                "准将 准尉 准葬 准印 准证 批准 核准 获准 恩准 特准 照准 允准 报准 审准 裁准 奉准 御准 惠准 "
                "许准 未准 应准 不准 已准 没准许 |准我 |准你 |准他 |准她 |准其 |准此",
                case="市场|准入|制度",
                counter="时间|准确",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "出",
        "出",
        (
            Row(
                form="齣",
                name="one play after another",
                words="一出出",
                case="一出出|好戏",
                counter="一|出来|就|走",
                source=ANNEX,
            ),
            Row(
                form="齣",
                name="measure word before the play",
                pattern=f"(?<=[{_NUMERAL}这那每整首某])出(?={_PLAYS}(?![院场组团台目]))",
                case="这|出戏|好看",
                counter="演|出戏|来",
                source=ANNEX,
            ),
            Row(
                form="齣",
                name="measure word of plays",
                pattern=f"(?<=[{_NUMERAL}这那每整首某])出(?=[^，。；！？、]{{0,6}}?{_PLAYS}(?![院场组团台目]))",
                at="ends",
                case="一|出|好戏",
                counter="书|一|出版",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "划",
        "",
        (
            Row(
                form="划",
                name="to row, to pay",
                words="划船 划桨 划艇 划手 划行 划龙舟 划水 划拳 划算 划得来 划不来 划子 划过去 划过来",
                case="赛艇|划手",
                counter="策划|活动",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "刮",
        "",
        (
            Row(
                form="颳",
                name="the wind blows",
                pattern="刮(?=[起着了来过]{0,2}[一阵股场的大狂台飓暴寒北西南东热冷强妖阴凉微龙卷旋0-9八九十级到]{0,6}(?:风|沙尘))|(?<=风)刮",
                case="昨夜|刮|了|台风",
                counter="刮目相看",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "制",
        "",
        (
            Row(
                form="制",
                name="systems and checks",
                words="制度 制裁 制约 制止 制服 制式 制衡 制胜 制伏 制动 制订 制定 制宪 制空 制海 制敌 受制 "
                "管制 限制 控制 机制 体制 法制 改制 学制 公制 专制 节制 抑制 遏制 克制 强制 抵制 压制 牵制 "
                "挟制 钳制 因地制宜 编制内 编制外 所有制 调制解调 防制 先发制人 受制于人",
                pattern="制(?=裁|度|约|衡|止)",
                case="美国|制裁",
                counter="美国|制造",
                source=ANNEX,
            ),
            Row(
                form="製",
                name="to compile",
                pattern="(?<=编)制(?=[了成出好]|完成|(?:[^，。；！？、]{0,6})(?:规划|方案|预算|计划|目录|清单|报告|说明书|手册|指南|图表|"
                "地图|报表|教材|预案|大纲|规程))",
                case="编制|发展|规划",
                counter="超出|人员|编制",
                source=REVISED,
                others="制",
            ),
            Row(
                form="製",
                name="to make: what is made",
                words=_joined(_GOODS, "制_"),
                case="固体|制剂",
                counter="制度",
                source=ANNEX,
            ),
            Row(
                form="製",
                name="to make, by itself",
                pattern="制(?=[药糖盐陶砖酒茶革鞋衣帽伞冰氧毒版粉浆肥皂蜡香笔墨琴]|出|好|成)",
                at="alone",
                case="制|茶厂",
                counter="防|制|办法",
                source=ANNEX,
            ),
            Row(
                form="製",
                name="made of, made by",
                words=_joined(_MATERIALS, "|_制|") + " |美制| |俄制| |苏制| |德制| |日制|",
                case="石制|水池",
                counter="全民|所有制",
                source=ANNEX,
            ),
            Row(
                form="製",
                name="to make: how",
                words=_joined(_MADE_BY, "|_制"),
                case="炒制|茶叶",
                counter="抑制|通胀",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "卷",
        "",
        (
            Row(
                form="卷",
                name="papers and books",
                words="试卷 考卷 答卷 问卷 阅卷 交卷 案卷 卷宗 卷子 卷面 画卷 书卷 长卷 手卷 经卷 上卷 中卷 "
                "下卷 卷首 卷尾 开卷 闭卷 组卷 命题卷 卷帙 压卷 掩卷 卷轴 分卷 全卷 本卷 文卷 诗卷 真题卷 "
                "模拟卷 卷二 卷三 卷一 获奖卷",
                case="获奖|试卷",
                counter="席卷|全球",
                source=ANNEX,
            ),
            Row(
                form="捲",
                name="what is rolled, with its measure",
                pattern=f"(?<=[{_NUMERAL}整])卷(?=卫生纸|纸巾|胶带|胶布|胶卷|铺盖|电线|铁丝|钢丝|绳|地毯|布匹|塑料|电缆|凉席)",
                case="两|卷|卫生纸",
                counter="两|卷|诗集",
                source=ANNEX,
            ),
            Row(
                form="捲",
                name="to roll, to be drawn in",
                words="卷入 卷起 卷进 卷走 卷款 卷逃 卷曲 卷发 卷毛 卷尺 卷烟 卷心菜 卷帘 卷扬 卷缩 卷裹 卷边 "
                "卷袖 卷铺盖 卷成 卷土重来 席卷 龙卷 风卷 翻卷 倒卷 舒卷 云卷 包卷 收卷 内卷 烟卷 胶卷 春卷 "
                "花卷 蛋卷 肉卷 鸡肉卷 寿司卷 面包卷 卷饼 卷筒 铺盖卷 卷闸 卷云 漫卷 裹卷 卷着",
                case="鸡肉卷|和|蛋卷",
                counter="上卷|已|出版",
                source=ANNEX,
            ),
            Row(
                form="捲",
                name="the rat race",
                pattern="(?<=[太很更别越不])卷(?=[了的，。！？]|$)",
                at="alone",
                case="行业|太|卷|了",
                counter="此|卷|已|失",
                source=PRESS,
                others="卷",
            ),
        ),
    ),
    Character(
        "厘",
        "",
        (
            Row(
                form="厘",
                name="a measure",
                words="厘米 公厘 巴厘 厘升 厘泊",
                pattern=f"(?<=[{_NUMERAL}])厘",
                case="十|厘米",
                counter="厘清|责任",
                source=PRESS,
            ),
        ),
    ),
    Character(
        "历",
        "",
        (
            Row(
                form="曆",
                name="calendars",
                words="日历 挂历 台历 |年历 黄历 皇历 农历 阳历 阴历 公历 旧历 夏历 回历 藏历 彝历 傣历 佛历 "
                "行事历 万年历 历法 历书 |历日| 历谱 历象 推历 天文历 儒略历 格里历 共和历 万历 庆历 航海历 "
                "星历 |新历 |国历 |西历 |校历 |月历",
                case="墙上|的|挂历",
                counter="多年|历史",
                source=ANNEX,
            ),
            Row(
                form="歷",
                name="to pass through",
                words="历史 历经 历程 历时 历届 历任 历代 历来 历练 历年 历尽 历数 历次 历险 历劫 历历 学历 "
                "简历 病历 经历 来历 履历 资历 阅历 亲历 游历 亚历山大",
                case="百年|历练",
                counter="农历|新年",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "发",
        "",
        (
            Row(
                form="發",
                name="to issue",
                words="换发 发卡量 发卡行 发卡银行 发卡机构 发卡方 补发 核发 颁发 签发 印发 发放 发布 发动 "
                "发展 发现 发生 并发 爆发 触发 发给 首发",
                case="免费|换发|新证",
                counter="一头|白发",
                source=ANNEX,
            ),
            Row(
                form="髮",
                name="hair",
                words="头发 护发 洗发 染发 烫发 植发 脱发 剪发 美发 秀发 假发 短发 长发| 黑发 银发 鬓发 毛发 "
                "发型 发廊 发丝 润发露 润发乳",
                case="洗发|水",
                counter="首发|仪式",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "只",
        "只",
        (
            Row(
                form="隻",
                name="animals, ships, hands, single things",
                words="只身 只影 只言片语 片言只语 片言只字 只字 片纸只字 独具只眼 别具只眼 只手 形单影只 "
                "影只形单 单只| 每只| 整只| 双只| 一只只 只数 |只鸡 |只鸟",
                case="不顾|片言只语",
                counter="不是|只有|他",
                source=ANNEX,
            ),
            Row(
                form="隻",
                name="the measure word behind its noun",
                pattern="(?<=[船舰艇鸡狗猪牛羊鸟鱼犬猫禽畜蜂])只",
                at="longer",
                case="往来|船只",
                counter="鸟|只|叫",
                source=ANNEX,
            ),
            Row(
                form="只",
                name="only, before what is only done or had",
                pattern="只(?=[有能是会要可为需见不够剩想求讲顾怕图问听管认看说占用花差])",
                at="begins",
                case="大|只|要|他",
                counter="一|只|鸟",
                source=ANNEX,
            ),
            Row(
                form="隻",
                name="counted",
                pattern=f"{_NO_COUNT}(?<=[{_NUMERAL}多余整每某另])只|(?<=[{_NUMERAL}] )只",
                at="ends",
                case="八|只|羊",
                counter="唯一|只|属于|你",
                source=ANNEX,
            ),
            Row(
                form="隻",
                name="this one, that one",
                pattern="(?<=[这那哪])只",
                at="ends",
                case="那|只|猫",
                counter="他|只|吃饭",
                source=ANNEX,
                others="只",
            ),
        ),
    ),
    Character(
        "台",
        "",
        (
            Row(
                form="臺",
                name="bearing on the stage",
                pattern="台(?=风(?:稳|好|佳|端庄|自然|大方|十足|沉稳|成熟))",
                case="她|的|台风|稳健",
                counter="台风|登陆",
                source=ANNEX,
            ),
            Row(
                form="颱",
                name="the typhoon",
                words="台风 抗台 防台",
                case="在|台风|来临|前",
                counter="在|台湾",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "后",
        "",
        (
            Row(
                form="後",
                name="so many days after",
                pattern=f"(?<=[{_NUMERAL}]天)后",
                case="三|天后|再|来",
                counter="一代|天后",
                source=ANNEX,
            ),
            Row(
                form="后",
                name="queens",
                words="网后 视后 影后 歌后 舞后 球后 剧后 艳后 |摘后 |封后 后冠 王后 皇后 太后 母后 天后宫 "
                "后羿 后稷 皇天后土",
                case="首次|封后",
                counter="歌|后半段|更|难",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "向",
        "向",
        (
            Row(
                form="嚮",
                name="to long for, to guide",
                words="向往 向导 向慕 心向往之",
                case="令人|向往",
                counter="走|向|明天",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "咨",
        "",
        (
            Row(
                form="咨",
                name="a president's message",
                words="咨文 国情咨文 咨送 咨会 移咨",
                case="发表|国情|咨文",
                counter="咨询|电话",
                source=REVISED,
            ),
        ),
    ),
    Character(
        "咸",
        "",
        (
            Row(
                form="咸",
                name="all; names",
                words="咸阳 咸宁 咸丰 咸安 咸集 咸宜 咸与 咸认 咸亨 咸池 咸镜 咸兴 碧咸 威廉咸 咸平 咸淳 咸通 "
                "咸康 咸和 咸熙",
                case="群贤|咸集",
                counter="咸菜|太|咸",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "喂",
        "",
        (
            Row(
                form="喂",
                name="hello",
                pattern="喂(?=[！，!,。…？~—、])",
                at="alone",
                case="喂|，|你好",
                counter="喂|鱼|要|早",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "回",
        "回",
        (
            Row(
                form="迴",
                name="to turn, to go around",
                words="回避 迂回 巡回 轮回 回旋 回廊 回响 回荡 回路 回肠 峰回路转 萦回 回转 回文诗 回纹 "
                "回光返照 回力镖 回力球 回环 低回 回圈 回形 徘回 回形针 回翔 梦回 千回百转 回游 海马回 递回",
                case="巡回|演出",
                counter="回归|祖国",
                source=REVISED,
            ),
            Row(
                form="迴",
                name="regression, in statistics",
                words="回归分析 回归模型 回归方程 回归系数 线性回归 逻辑回归 回归曲线",
                case="线性|回归|方法",
                counter="香港|回归",
                source=REVISED,
            ),
        ),
    ),
    Character(
        "困",
        "",
        (
            Row(
                form="困",
                name="to be caught",
                pattern="(?<=[被围受所])困",
                case="被|困|了|三|天",
                counter="犯困|的|人",
                source=ANNEX,
            ),
            Row(
                form="睏",
                name="sleepy",
                words="困倦 困意 犯困 发困 困乏 春困 瞌困 困觉 很困| 好困| 太困| 又困 困死了 困极了 真困| 困得",
                at="begins",
                pattern=r"(?<![被围受所])困(?=了(?!\d|[一二三四五六七八九十几好]))",
                case="孩子|困|了",
                counter="贫困|地区",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "坛",
        "",
        (
            Row(
                form="罈",
                name="an earthen jar",
                words="酒坛 醋坛 坛坛罐罐 菜坛 泡菜坛 腌菜坛 瓦坛 骨灰坛 陶坛 坛罐 坛装 封坛",
                pattern=f"(?<=[{_NUMERAL}])坛(?=[陈老米白黄好泡新]?(?:酒|菜|醋|酱|泡菜|咸菜|腌菜|女儿红))",
                case="陶坛|贮存",
                counter="歌坛|新秀",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "复",
        "",
        (
            Row(
                form="復",
                name="back to what it was",
                pattern="(?<=[回])复(?=[了到]?(?:正常|平静|常态|原|昔日|往日|元气|健康|疲劳|生机))",
                case="生活|回复|正常",
                counter="回复|留言",
                source=HANDBOOK,
            ),
            Row(
                form="復",
                name="again",
                words="复种 复议 光复 收复 康复 恢复 修复 报复 复兴 复原 复工 复产 复课 复学 复出 复活 复婚 "
                "复耕 复绿 复垦 复苏 复发 复健 复员 平复 往复 复辟 复航 复飞 复燃 复明 复仇 复职 复位 复返",
                case="行政|复议",
                counter="复印|文件",
                source=HANDBOOK,
            ),
        ),
    ),
    Character(
        "姜",
        "",
        (
            Row(
                form="薑",
                name="ginger",
                words="生姜 老姜 嫩姜 仔姜 鲜姜 干姜 小黄姜 黄姜 大姜 姜黄 姜汤 姜茶 姜片 姜丝 姜末 姜块 姜汁 "
                "姜粉 姜糖 姜饼 姜蒜 葱姜 沙姜 南姜 高良姜 姜农 种姜 姜苗 姜田 姜地 姜种 姜母 姜撞奶 姜醋 "
                "洋姜 野姜 山姜 紫姜 姜辣 姜窖 姜芽 姜葱",
                pattern="(?<=[葱蒜椒、])姜(?=[、，。和等]|$)",
                case="炒|嫩姜",
                counter="姜|先生",
                source=ANNEX,
            ),
            Row(
                form="薑",
                name="ginger: grown, bought, cut, cooked",
                pattern="(?<=[炒切种挖加放收买卖拍洗栽])姜|姜(?=是老的辣|还是老的辣|[切洗]|去皮|适量|少许|[0-9一两三几半]+[克片斤块])",
                at="alone",
                case="种|姜|致富",
                counter="陪|姜|先生",
                source=ANNEX,
            ),
            _surname("姜", "姜", "姜|老师|来|了", "生姜|先生"),
        ),
    ),
    Character(
        "岩",
        "岩",
        (
            Row(
                form="巖",
                name="a name that never had 岩",
                words="胡雪岩",
                case="胡雪岩|的|药铺",
                counter="岩石",
                source=REVISED,
            ),
        ),
    ),
    Character(
        "岳",
        "岳",
        (
            Row(
                form="嶽",
                name="the five mountains",
                words="五岳 山岳 东岳 西岳 南岳 北岳 中岳 岳麓 四岳 河岳",
                case="五岳|之|首",
                counter="岳阳|和|岳父",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "家",
        "家",
        (
            Row(
                form="傢",
                name="a fellow, a tool",
                words="家伙",
                case="这|家伙|真|快",
                counter="一|家|公司",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "干",
        "",
        (
            Row(
                form="干",
                name="to offend, shields, stems; names",
                words="干涉 干扰 干预 干戈 干系 干连 干犯 干政 干谒 干禄 干支 干城 若干 相干 何干 无干 "
                "大动干戈 豪气干云 干云 阑干 干将莫邪 莫干山 江干 余干 新干县 塔什干 一干人等 干邑 天干| "
                "天干地支 干与",
                case="@新干|县|的|橘子",
                counter="新|干部",
                source=ANNEX,
            ),
            Row(
                form="乾",
                name="dry, before what is dry",
                words="干燥 干旱 干枯 干涸 干渴 干瘪 干裂 干脆 干杯 干货 干果 干粮 干草 干花 干菜 干粉 干冰 "
                "干洗 干咳 干呕 干柴 干湿 干热 干冷 干硬 干爽 干涩 干巴巴 干巴 干瞪眼 干着急 干嚎 干笑 干爹 "
                "干妈 干娘 干儿子 干女儿 干亲 干股 干电池 干辣椒 干海椒 干蘑菇 干香菇 干木耳 干笋 干豆 干贝 "
                "干虾 干鱼 干肉 干枣 干面 干粪 干酪 干馏 干瘦 干薪 干鲜 干品 干叶 干茶 干尸 干红 干白 干椒 "
                "干胡椒 干重 干物质 干物 干材 干透 干化 干塘 干结 干噎 干炒 干锅 干煸 干拌 干烧 干蒸 干洗店 "
                "干净 天干物燥",
                case="三|斤|干辣椒",
                counter="干部|下乡",
                source=ANNEX,
            ),
            Row(
                form="乾",
                name="dry, or dried",
                words="饼干 葡萄干 豆干 豆腐干 肉干 牛肉干 鱼干 笋干 菜干 果干 薯干 红薯干 红苕干 柿干 杏干 "
                "芒果干 香蕉干 萝卜干 豇豆干 辣椒干 茶干 香干 虾干 面包干 奶干 苹果干 猕猴桃干 椰干 晒干 晾干 "
                "烘干 风干 吹干 擦干 榨干 抽干 沥干 烤干 炒干 阴干 蒸干 流干 喝干 焙干 烧干 拧干 甩干 速干 "
                "收干 熬干 抹干 哭干 泡干 冻干 揩干 放干 排干 舀干 淘干 挤干 滤干 未干 半干 口干 舌干 泪干 "
                "外强中干 不干不净 不干不脆 干打垒 变干| 偏干| 干了杯",
                case="晾干|的|衣服",
                counter="实干|兴|邦",
                source=ANNEX,
            ),
            Row(
                form="幹",
                name="to do; the trunk",
                words="干部 干活 干事 干劲 干警 干群 干线 干道 干流 干渠 干练 干细胞 干什么 干嘛 干吗 干掉 "
                "干得 能干 才干 骨干 树干 躯干 主干 实干 苦干 巧干 单干 大干 高干 公干 提干 精干 敢干 埋头干 "
                "带头干 真抓实干 干校 干架 干仗 干上 干起 干完 干好 干成 干出 干过 干不 蛮干 加油干 一起干 "
                "撸起袖子加油干 强干",
                case="加油干",
                counter="风干|的|腊肉",
                source=ANNEX,
            ),
            Row(
                form="乾",
                name="dry: by what stands before",
                pattern="(?<=[晒晾烘擦吹舀喝抽榨流风拧]不)干|(?<=[很太较更偏])干|干(?=[、和与或][鲜湿稀冷热])",
                at="alone",
                case="空气|太|干",
                counter="他|干|得|好",
                source=ANNEX,
            ),
            Row(
                form="幹",
                name="to do, by itself",
                pattern="干(?=[的了得过出完好起着事些这那一，。！？]|$)",
                at="alone",
                case="我们|干|的|事",
                counter="天气|很|干",
                source=ANNEX,
                others="乾",
            ),
        ),
    ),
    Character(
        "并",
        "並",
        (
            Row(
                form="併",
                name="to join into one",
                words="合并 兼并 吞并 归并 裁并 撤并 拆并 整并 并购 并吞 并入 并轨 并网 并案 并拢 并发症 并柜 "
                "并校 并村 并账 并表 并科 并罚 一并 火并 并骨 并户 并线",
                case="两|校|合并",
                counter="修订|并|发布",
                source=HANDBOOK,
            ),
        ),
    ),
    Character(
        "征",
        "",
        (
            Row(
                form="征",
                name="to march",
                words="征程 征途 征战 征服 征伐 征讨 征尘 征衣 征帆 征夫 征人 征西 征东 长征 出征 远征 亲征 "
                "南征 东征 西征 北征 从征 万里征 二次长征 新长征",
                case="踏上|新|征程",
                counter="征收|土地",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "愈",
        "",
        (
            Row(
                form="癒",
                name="to heal",
                words="痊愈 治愈 自愈 疗愈 愈后 不愈 伤愈 病愈 初愈 久愈 康愈 愈合 已愈 渐愈 愈伤 可愈",
                case="疗愈|心灵",
                counter="愈|来|愈|好",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "扎",
        "扎",
        (
            Row(
                form="紮",
                name="to bind; to camp",
                words="驻扎 屯扎 扎营 安营扎寨 扎寨 包扎 捆扎 结扎 绑扎 扎紧 扎带 扎染 纸扎 扎辫 扎钢筋 "
                "扎花灯 扎灯 扎龙灯 扎彩 扎牌坊 扎扫把 扎扫帚 扎捆 扎起 扎成 扎把 扎结 稳扎稳打 札扎 扎绳 "
                "扎绑 扎花 扎口 |马扎|",
                case="包扎|伤口",
                counter="扎实|推进",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "折",
        "折",
        (
            Row(
                form="摺",
                name="to fold",
                words="折叠 折纸 存折 奏折 折扇 折子 折页 折痕 折皱 百折裙 折尺 三折叠 折叠床 对折叠 折椅 "
                "折裙 折缝 折册",
                case="银行|存折",
                counter="折合|人民币",
                source=ANNEX,
            ),
            Row(
                form="摺",
                name="to fold: paper, clothes, bedding",
                pattern="折(?=[了好成一几]{0,2}[只个张]?(?:千纸鹤|纸鹤|纸飞机|衣服|衣裳|被子|床单|纸船|纸花|被褥))",
                at="alone",
                case="他|折|被子",
                counter="打|九|折",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "采",
        "",
        (
            Row(
                form="採",
                name="to pick, to take",
                words="采取 采用 采访 采购 采集 采摘 采纳 采写 采编 采录 采光 采矿 采煤 采油 采石 采砂 采茶 "
                "采桑 采药 采暖 采伐 采掘 采样 采收 采血 采信 采挖 采办 采买 开采 集采 盗采 采种 采蜜",
                case="大多|采用|瓶装",
                counter="神采|飞扬",
                source=ANNEX,
            ),
            Row(
                form="采",
                name="looks; names",
                words="风采 神采 文采 丰采 光采 喝采 尼采 采邑 采石矶 采埃孚 采薇 没精打采 无精打采 兴高采烈 "
                "异采 多采多姿 词采 采采 采风",
                case="尽|显|风采",
                counter="采购|物资",
                source=ANNEX,
            ),
            Row(
                form="採",
                name="to pick, by itself",
                pattern="采",
                at="alone",
                case="采|一|朵|花",
                counter="采薇",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "斗",
        "",
        (
            Row(
                form="鬥",
                name="to fight",
                words="战斗 奋斗 斗争 斗志 斗殴 格斗 搏斗 决斗 争斗 打斗 械斗 恶斗 缠斗 角斗 武斗 批斗 斗士 "
                "斗牛 斗鸡 斗嘴 斗气 斗法 斗艳 斗智 斗勇 斗地主 龙争虎斗 斗茶 斗狠 斗兽 斗蛐蛐 斗蟋蟀 斗恶 "
                "|斗天 |斗地",
                case="战斗|场面",
                counter="北斗|导航",
                source=ANNEX,
            ),
            Row(
                form="斗",
                name="a measure, a scoop, the Dipper",
                words="北斗 南斗 星斗 斗转星移 泰斗 漏斗 烟斗 熨斗 料斗 铲斗 挖斗 煤斗 车斗 后斗 吊斗 翻斗 "
                "步斗 风斗 簸斗 戽斗 灰斗 水斗 筋斗 跟斗 阿斗 八斗 五斗 日进斗金 墨斗 刀斗 米斗 斗米 升斗 "
                "斗升 斗六 斗南 筲斗 抽斗 电斗 货斗 小斗 抓斗 |斗车 |斗笠 |斗篷 |斗室 |斗胆 |斗拱 |斗量 |斗门 "
                "|斗方 |斗柄",
                pattern="(?<=[一二两三四五六七八九十百千几半])斗(?=[米谷粮麦豆小酒粟金高芝]|稻|糯|包)",
                case="挖掘机|的|挖斗",
                counter="战斗|场面",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "昆",
        "",
        (
            Row(
                form="昆",
                name="names that never had 崑; insects",
                words="昆明 昆山 昆虫 昆仲 昆士兰 昆阳 昆都仑 昆卡",
                case="江苏|昆山",
                counter="昆仑|山",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "曲",
        "",
        (
            Row(
                form="麴",
                name="the leaven of liquor",
                words="红曲 酒曲 制曲 踩曲 曲药 曲块 曲房 |曲师 麦曲 大曲 |曲酒 大曲酒 曲霉 黄曲 曲坊 曲砖 "
                "曲料 拌曲 酱曲 曲粉 高温曲 曲香 米曲 曲母",
                case="端午|踩曲",
                counter="歌曲|大赛",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "朱",
        "朱",
        (
            Row(
                form="硃",
                name="cinnabar",
                words="朱砂 朱批 朱笔",
                case="一|味|朱砂",
                counter="朱红|大门",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "朴",
        "",
        (
            Row(
                form="朴",
                name="a surname, a knife, a tree",
                words="朴槿惠 朴正熙 朴刀 厚朴 朴茨 朴硝 朴树",
                case="提|一|把|朴刀",
                counter="朴素|大方",
                source=ANNEX,
            ),
            _surname("朴", "朴", "朴|先生|来自|首尔", "质朴|先生"),
        ),
    ),
    Character(
        "杆",
        "",
        (
            Row(
                form="桿",
                name="rods, and strokes in golf",
                words="球杆 推杆 挥杆 总杆 标准杆 杆数 杆位 秸杆 麦杆 单杆 秤杆 枪杆 笔杆 拉杆 操纵杆 杠杆 "
                "杆菌 光杆 切杆 短杆 长杆 铁杆 木杆 开杆 连杆 桅杆 烟杆 秧杆 玉米杆 高粱杆 低于标准杆 杆件",
                pattern="(?<=[一两二三四五六七八九十几])杆(?=枪|秤|笔|烟|旗|大旗|步枪|猎枪|土枪|称)",
                case="一|杆|枪",
                counter="栏杆",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "杯",
        "",
        (
            Row(
                form="盃",
                name="a trophy, the match for it",
                words="世界杯 奖杯 捧杯 夺杯 亚洲杯 欧洲杯 联盟杯 足协杯 金杯赛 联合会杯 美洲杯 非洲杯 超级杯 "
                "国王杯 总统杯 银杯赛 冠军杯 解放者杯 苏迪曼杯 汤姆斯杯 尤伯杯 戴维斯杯 村超杯",
                pattern="(?<=[^茶酒水咖一这那几两三个每口])杯(?=[”」]?[^，。；！？、]{0,10}(?:大赛|锦标赛|联赛|公开赛|决赛|邀请赛|争霸赛))",
                case="首|次|捧杯",
                counter="举|杯|庆祝",
                source=PRESS,
            ),
        ),
    ),
    Character(
        "松",
        "",
        (
            Row(
                form="鬆",
                name="loose",
                words="轻松 放松 宽松 松懈 松散 松开 松绑 松软 松手 松动 松弛 松快 松口 松土 松劲 松紧 松脆 "
                "松垮 松弛感 蓬松 疏松 稀松 肉松 鱼松 土质松 松了口气 松一口气 松饼 松糕 松一松 松松垮垮 惺松 "
                "|不松| 松嘴 松缓",
                case="土石|松动",
                counter="松树|林|里",
                source=ANNEX,
            ),
            Row(
                form="鬆",
                name="to loosen, of a grip",
                pattern="松(?=[了下过](?:一)?(?:口气|手|绑|口|劲)|得[太很]|不得)|(?<=[很太较更别要])松(?=[，。！？的了]|$)",
                at="alone",
                case="不敢|松|了|口气",
                counter="一|棵|松",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "汇",
        "",
        (
            Row(
                form="匯",
                name="to flow together; money",
                words="汇集 汇合 汇聚 汇流 交汇 总汇 汇款 汇率 外汇 汇兑 汇入 汇成 创汇 结汇 汇票 电汇 融汇 "
                "汇演 汇展 侨汇 汇往",
                case="人潮|汇集",
                counter="词汇|丰富",
                source=REVISED,
            ),
        ),
    ),
    Character(
        "沈",
        "",
        (
            Row(
                form="瀋",
                name="Shenyang",
                words="沈阳 辽沈 沈大高速 沈大线 沈海高速 沈吉 沈海铁路 沈北 沈抚 沈山线 沈铁 京沈 沈飞 沈水",
                case="辽沈|战役",
                counter="沈|先生",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "涂",
        "",
        (_surname("涂", "涂", "涂|先生|来|了", "糊涂|先生"),),
    ),
    Character(
        "淀",
        "",
        (
            Row(
                form="淀",
                name="a shallow lake, in place names",
                words="海淀 白洋淀 茶淀 荷花淀 淀山湖 安新淀 文安淀 清淀 湖淀 淀区 淀泊 烧车淀",
                case="淀山湖|畔",
                counter="沉淀|池",
                source=ANNEX,
            ),
            Row(
                form="淀",
                name="place names",
                pattern="淀",
                at="place",
                case="@大洋淀|的|水",
                counter="淀粉|含量",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "秋",
        "",
        (
            Row(
                form="鞦",
                name="the swing",
                words="秋千 荡秋千 打秋千",
                case="没有|秋千",
                counter="千秋|大业",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "千",
        "",
        (
            Row(
                form="韆",
                name="the swing",
                words="秋千 荡秋千 打秋千",
                case="没有|秋千",
                counter="一|千|元",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "筑",
        "",
        (
            Row(
                form="筑",
                name="Guiyang; an old zither",
                words="贵筑 击筑 筑阳 黔筑 |在筑| |来筑| |抵筑| |离筑| |返筑| |赴筑|",
                case="贵筑|街道",
                counter="建筑|工地",
                source=ANNEX,
            ),
            Row(
                form="筑",
                name="the city of Guiyang",
                words="|筑城| 筑城广场",
                case="雨|中|筑城",
                counter="筑|城墙",
                source=PRESS,
                others="築",
            ),
        ),
    ),
    Character(
        "签",
        "簽",
        (
            Row(
                form="籤",
                name="slips and sticks",
                words="标签 书签 牙签 竹签 抽签 求签 中签 签筒 上上签 下下签 签诗 签条 浮签 签文 摇签 灵签 "
                "棉签 铁签 烤签 串签 木签 掣签 签王 签子 签饼 签语 抓签 价签 药签 页签 名签",
                case="电子|标签",
                counter="免签|入境",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "系",
        "",
        (
            Row(
                form="係",
                name="relations; to be",
                words="关系 系数 干系 确系 实系 乃系 纯系 均系 皆系 仍系 原系 系由 系因 系指 系属 又系 亦系 "
                "即系 非系 经查系 疑系",
                pattern="(?<=[人者员男女均皆乃实纯原仍])系(?=[某本外一该因由被其为多当])",
                case="事故|系|由|疲劳|引起",
                counter="体系|由此",
                source=ANNEX,
            ),
            Row(
                form="繫",
                name="to tie",
                pattern=f"系(?=[着好紧上了住]?[^，。；！？、系]{{0,3}}?{_TIED})",
                at="begins",
                case="开车|系|安全带",
                counter="中文|系|学生",
                source=ANNEX,
            ),
            Row(
                form="繫",
                name="tied, or not",
                pattern="(?<=[没未])系(?=[好紧牢上])",
                case="没系|好|的|绳子",
                counter="系列|活动",
                source=ANNEX,
            ),
            Row(
                form="繫",
                name="bound up with",
                words="维系 联系 心系 情系 魂系 梦系 所系 命系 身系 拴系 捆系 系泊 系留 系缚 系念 系挂 系于 "
                "系着 系好 系紧 系住 系牢 系绳 系缆 系结 系带 系铃 解铃还须系铃人 牵系 系狱 系恋 系身",
                case="情系|桑梓",
                counter="派系|之|争",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "纤",
        "",
        (
            Row(
                form="縴",
                name="to tow boats",
                words="纤夫 拉纤 纤绳 纤道 纤歌 背纤 纤痕",
                case="粗|纤绳",
                counter="纤维|素",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "胡",
        "胡",
        (
            Row(
                form="鬍",
                name="the beard",
                words="胡子 胡须 胡茬 胡渣 胡髭 络腮胡 八字胡 山羊胡 大胡子 小胡子 刮胡 剃胡 留胡子 蓄胡 "
                "白胡子 |长胡 吹胡子 胡碴 白胡须 胡匪",
                case="长|胡子|的|人",
                counter="胡同|里",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "脏",
        "",
        (
            Row(
                form="臟",
                name="organs",
                words="心脏 内脏 肝脏 肾脏 脾脏 肺脏 脏器 脏腑 五脏 胰脏 脏层 心脏病",
                case="心脏|病",
                counter="脏|衣服",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "舍",
        "",
        (
            Row(
                form="捨",
                name="to give up",
                words="舍得 舍弃 舍不得 舍身 舍命 取舍 施舍 割舍 难舍 不舍 舍小家 舍家 舍己 舍近求远 舍本逐末 "
                "舍生 舍去 舍入 四舍五入 锲而不舍 依依不舍 穷追不舍 舍我其谁 舍车保帅 舍下不",
                case="舍小家|顾|大家",
                counter="宿舍|里",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "范",
        "范",
        (
            Row(
                form="範",
                name="a pattern",
                words="模范 规范 示范 范围 范例 范本 典范 师范 防范 风范 范畴 范式 就范 失范 轨范 垂范 懿范 "
                "洪范 范型 铸范 师范生 范儿 闺范 母范 范读 范唱 范画 范字 范写 范家 陶范 样范 仪范 范演 "
                "规范化 高范围 反规范 |范文| 世范 遗范 贻范 范数",
                case="全国|劳动|模范",
                counter="姓|范|的|邻居",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "获",
        "獲",
        (
            Row(
                form="穫",
                name="the harvest",
                words="收获 丰获 秋获 刈获 一树百获",
                case="收获|季节",
                counter="荣获|冠军",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "蒙",
        "蒙",
        (
            Row(
                form="濛",
                name="drizzle",
                words="蒙蒙细雨 细雨蒙蒙 烟雨蒙蒙 雨蒙蒙 灰蒙蒙 雾蒙蒙 白蒙蒙 迷蒙 空蒙 溟蒙 蒙蒙亮 蒙蒙",
                case="细雨|蒙蒙",
                counter="蒙受|损失",
                source=ANNEX,
            ),
            Row(
                form="矇",
                name="dim-sighted",
                words="蒙眬 瞎蒙",
                case="睡眼|蒙眬",
                counter="蒙古|包",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "表",
        "表",
        (
            Row(
                form="錶",
                name="the watch",
                words="手表 钟表 怀表 腕表 |名表| |金表| 机械表 石英表 |智能手表 潜水表 电话手表 表带 |表盘 "
                "表链 表壳 表匠 表蒙 |表芯 |码表 跑表 秒表 |停表| 陀表 |修表 |戴表 |电子表| |挂表| 表店 "
                "一块表 这块表 那块表 校表",
                case="一|块|手表",
                counter="对标|对表",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "谷",
        "",
        (
            Row(
                form="穀",
                name="grain",
                words="稻谷 谷物 五谷 谷雨 谷子 粮谷 谷仓 打谷 布谷 包谷 苞谷 晒谷 谷壳 谷类 谷粒 谷种 谷穗 "
                "谷草 谷糠 谷酒 脱谷 新谷 百谷 谷贱伤农 收谷 种谷 稻谷场 割谷 谷堆 |谷价",
                case="晾晒|粮谷",
                counter="山谷|里",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "郁",
        "",
        (
            Row(
                form="郁",
                name="fragrant, cultured; names",
                words="浓郁 馥郁 郁达夫 香郁 芳郁 郁郁乎 醇郁 清郁",
                case="酒香|馥郁",
                counter="忧郁|的|人",
                source=ANNEX,
            ),
            _surname("郁", "郁", "郁|先生|来|了", "抑郁|先生"),
        ),
    ),
    Character(
        "里",
        "",
        (
            Row(
                form="裏",
                name="in sets of four",
                words="糊里糊涂 百里挑一 千里挑一 万里挑一 傻里傻气 土里土气 怪里怪气 流里流气 娇里娇气 "
                "妖里妖气 洋里洋气 小里小气 慌里慌张 古里古怪 花里胡哨",
                case="糊里糊涂|地|签字",
                counter="里程|很|长",
                source=REVISED,
            ),
            Row(
                form="里",
                name="a measure of length",
                pattern=f"(?<=[{_NUMERAL}])里|(?<=[{_NUMERAL}][多余来])里|(?<=[公英华])里(?!面|头|边)|(?<=[{_NUMERAL}多余]海)里",
                case="走|了|十几|里|路",
                counter="一|天|里",
                source=ANNEX,
            ),
            Row(
                form="里",
                name="place names",
                pattern="里(?!面|边|头)",
                at="place",
                case="@和平里|的|老人",
                counter="学校|里|有",
                source=ANNEX,
            ),
            Row(
                form="里",
                name="lanes and neighbours",
                pattern="里(?=[程长弄巷坊甲闾])",
                words="邻里 故里 乡里 梓里 闾里 归里 千里 万里 百里 十里",
                at="longer",
                case="邻里|互助",
                counter="院子|里|长|草",
                source=ANNEX,
            ),
            Row(
                form="里",
                name="foreign names",
                words="里斯本 里昂 里约 里根 里奥 里奇 里德 里士满 里尔 里加 里拉 里亚尔 里米尼 里兹 里维 "
                "里诺 希拉里 阿里 索马里 |马里| 马里兰 马里亚纳 加里 德里 新德里 巴里岛 |巴里| 费里 哈里 亨里 "
                "莫里 亚里士多德 马德里 凯里 杰里 |特里| 乔里 尤里 布里 普里 格里 克里 弗里 福里 奥里 赫里 "
                "伊里 佛罗里达 毛里 西里尔 西西里 帕里 斯里兰卡 达里 洛里 贝里 吉里 菲里 富里 查里 三里屯 "
                "塔里木 里脊 |里斯|",
                case="罗纳德|里根|说",
                counter="计划|里|说",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "钟",
        "",
        (
            Row(
                form="鍾",
                name="to give one's heart; names",
                words="钟情 钟爱 钟馗 钟灵 独钟 龙钟 钟离 钟祥 钟山 钟南山 钟繇 钟子期 钟楚红 钟丽缇",
                case="情有独钟",
                counter="闹钟|响|了",
                source=ANNEX,
            ),
            _surname("钟", "鍾", "钟|老师|来|了", "分钟|老师"),
        ),
    ),
    Character(
        "面",
        "",
        (
            Row(
                form="面",
                name="the face, a side",
                words="黑面琵鹭 油头粉面 面世 面市",
                case="黑面琵鹭",
                counter="一|碗|面条",
                source=ANNEX,
            ),
            Row(
                form="麪",
                name="flour, noodles",
                words="面条 面粉 面馆 面香 面碗 面坊 豆面 羊肉粉面 牛肉粉面 豌杂面 豆花面 臊子面 酸汤面 "
                "油泼面 热干面 荞面 莜面 苞谷面 玉米面 |吃面| 煮面 擀面 揉面 碗面 米面油 |杂面 |精面 |粉面 "
                "意大利面 肉汤面",
                case="牛肉|粉面|馆",
                counter="表面|粉刷",
                source=ANNEX,
            ),
        ),
    ),
    Character(
        "须",
        "",
        (
            Row(
                form="鬚",
                name="the beard, whiskers, roots",
                words="胡须 须发 须眉 触须 根须 参须 虾须 龙须 玉米须 捋须 长须 白须 银须 须根 须毛 美须 虬须 "
                "髭须 须子 须髯",
                case="捋须|微笑",
                counter="必须|发展",
                source=ANNEX,
            ),
        ),
    ),
)

# Forms that are both in print for one meaning: each with the one that it is counted as.
_PRINTED_ALIKE = "慾欲 週周 藉借 佔占 儘盡 遊游 註注 誌志 唸念 綵彩 瀰彌 倖幸 昇升 閒閑 黴霉 嚐嘗 臺檯"
EQUAL: dict[str, str] = {form: pair[1] for pair in _PRINTED_ALIKE.split() for form in pair}

# Characters with several forms that no row speaks of: of them only OpenCC's phrases across words are looked at.
OTHERS = (
    "坐挽蝎虫愿私搜升周苏席克万丰仆仇仑价仿佛借僵党凄凌几凶别卜占卤厂叶叹吁吊呆咽团坝坯夸夹奸它宁尝尸尽帘幸广庵弥当录彩径"
    "御志念恤恶扇托挂据摆旋术杠杰板极枪柜栗栋梁棱欲泛注浚涌漓澄炼烟熏狸症种累绷胄胜腊腌膻致艳芸苔苹荐荡藤蔑蜡"
    "袅谥赝赞辟迹适鉴针钥钻铲链闲雇雕霉饥"
)
