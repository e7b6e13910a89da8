"""Words ─▶ the people, places and organisations among them.

What jieba takes for a name counts when something else speaks for it: a surname with a given name that is no common
word, a title before or after (记者 林秀芬, 王 部长), a word that says what kind of place or body it is (县, 大学).
A common word that is also a name (高峰, 方向, 安全) needs such a neighbour.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import itemgetter

from duidu.segmentation.lists import words_of
from duidu.text import has_han

# A word and what it is: a tag of jieba, or one of those below where it is decided, by the editor first of all.
Token = tuple[str, str]
PERSON, PLACE, ORGANISATION, WORD = "person", "place", "organisation", "word"
_NAMED = frozenset({PLACE, ORGANISATION})
_DECIDED = frozenset({PERSON, PLACE, ORGANISATION, WORD, "other"})

# The surnames of 99 in 100 people (《2020年全国姓名报告》), and rarer ones that newspapers have.
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任"
    "卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎雷段龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫"
    "孔向常汤康易乔赖文洪樊兰殷施庞翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂柴焦柳邢岳齐梅庄辛管祝左涂谷祁时舒耿"
    "牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房"
    "边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦"
    "迟宇敖糜鄢冷卓花仇祖楚缪麦沙应巫匡耿明原权竺仲宗蒲邝冼欧佟仝练虞桑和班乐邰闻农贡劳逄姬融宿印怀从索咸"
    "籍赫訾撒朴厉暴习佘逯郗蔺亓綦"
)
DOUBLE_SURNAMES = words_of(
    "欧阳 上官 皇甫 令狐 诸葛 司徒 司马 申屠 夏侯 慕容 尉迟 长孙 公孙 宇文 东方 端木 南宫 独孤 呼延 轩辕 闻人 澹台",
)
# Of the commonest surnames those that say nothing else: 小王, 老李 are people, 小米, 老路 are not.
_PLAIN_SURNAMES = frozenset(
    "王李张刘陈杨赵吴周徐孙胡朱郭罗郑梁谢宋唐许韩邓冯曹彭曾肖萧董潘袁蔡蒋余杜魏程吕丁卢姚沈钟姜崔谭陆范汪廖韦贾"
    "邹孟秦邱侯尹薛闫阎雷黎贺郝龚邵覃戴严钱"
)
_CALLED = frozenset(before + name for before in "小老" for name in _PLAIN_SURNAMES) - {
    "小丁",
    "小钱",
    "老钱",
    "小曹",
    "小严",
}
# Given names of one character that are no words after a surname: 张伟, 李强.
_GIVEN_ALONE = frozenset(
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛超霞刚桂英玉萍红鹏鑫波斌宇浩凯健俊帆雪婷玲慧颖琳倩莉洁峰亮辉旭燕梅兰琴云莲雯薇蕾蓉"
    "芬芸菲瑶璐瑞琪珍珊璇晨晓晖昊昕炜烨煜焱炎毅彬彪栋梓楠榕潇泽淼渊瀚睿祥禄祺翔翠胜腾茜荣菁萌轩迪逸韬骏骥魁麟"
)
_ARMIES = words_of("苏军 韩军 吴军 魏军 宋军 唐军 陈军 梁军 赵军 秦军 郑军 鲁军 蒋军 汪军 冯军 阎军 孙军 袁军")
# Words of one character that jieba's model takes into a name before them: 张三|在, 刘|去.
_SWALLOWED = frozenset("在和与是说去来从到对把被向将也都")
# How the bodies of the state and the Party begin, and what they are besides jieba's nt.
_STATE = ("中共", "中国", "中央", "中华", "全国", "国家", "最高", "解放军")
_NO_BODY_OF_STATE = ("公园", "财政", "企业", "机关", "领导", "干部", "领导人", "队")

# Surnames that are also words that stand alone: what follows is a name only where a neighbour says so.
_ALSO_WORDS = frozenset(
    "于向和万时高方成安路连从全文白黄金常左明强应管来位关党边盛华简易武原权花单解任何石江游谈计冷商木米车"
    "房古农印索融劳练班和项包牛马龙尤甘景时平林田史水苗宿怀盖曲查乐宁哈撒"
)

# Surnames of hardly anybody, which are words of every sentence: 强双基 is no person.
_SELDOM = frozenset("强满")

_TITLES = words_of(
    "记者 通讯员 实习生 摄影 编辑 主编 总编辑 作者 书记 副书记 总书记 支书 村支书 主任 副主任 村主任 主席 副主席",
    "总统 总理 副总理 首相 部长 副部长 外长 防长 大使 省长 副省长 市长 副市长 县长 副县长 区长 镇长 副镇长 乡长",
    "村长 局长 副局长 处长 科长 厅长 司长 所长 站长 院长 副院长 校长 副校长 园长 馆长 台长 社长 会长 副会长 理事长",
    "秘书长 秘书 委员 常委 代表 议员 队长 组长 班长 排长 连长 营长 团长 师长 军长 司令员 政委 指导员 上将 中将 少将",
    "将军 元帅 上校 厂长 经理 总经理 董事长 总裁 行长 主管 教授 副教授 院士 博士 博士后 研究员 讲师 老师 教师 教练",
    "主教练 医生 大夫 护士 护士长 药师 律师 法官 检察官 检察长 警官 民警 交警 辅警 所长 警察 战士 烈士 英雄 劳模",
    "模范 演员 歌手 导演 编剧 作家 诗人 画家 书法家 音乐家 作曲家 科学家 数学家 物理学家 企业家 艺术家 歌唱家 专家",
    "学者 运动员 队员 选手 名将 国手 冠军 亚军 主持人 发言人 负责人 法人 主人 村民 居民 市民 农民 工人 职工 员工",
    "学生 同学 大学生 党员 老党员 干部 官员 志愿者 网格员 社工 义工 业主 户主 老人 大爷 奶奶 老汉 小伙 姑娘 女孩",
    "男孩 女士 先生 同志 师傅 司机 店主 摊主 店长 老板 老总 工程师 总工程师 技术员 技师 设计师 护林员 驾驶员 消防员",
    "快递员 会计 出纳 儿子 女儿 妻子 丈夫 母亲 父亲 爸爸 妈妈 哥哥 弟弟 姐姐 妹妹 外号 名叫 叫做 本名 原名 笔名",
    "楼栋长 楼长 分析师 经济学家 历史学家 评论员 飞行员 航天员 船长 机长 列车长 车长 裁判 裁判长 解说员 讲解员 导游",
    "秘书长 总监 助理 顾问 嫌疑人 被告人 证人 死者 伤者 受害人 患者 当事人 创始人 继承人 传承人 带头人 联系人 被告",
    "原告",
)
# Titles that follow a name or a surname alone.
_AFTER = _TITLES | words_of(
    "叔 叔叔 婶 婶婶 伯 伯伯 爷爷 奶奶 大娘 大妈 大婶 大伯 大叔 大哥 大姐 阿姨 嫂 哥 姐 总 工 老 某 某某 氏 夫妇",
    "夫人 太太 小姐 家人 局 导 医生 公子 爷 妈妈 妈 爸",
)
_NEVER_SURNAME_TITLES = words_of(
    "总 工 老 局 导 代表 选手 队员 学生 干部 主人 冠军 家人 作者 摄影 编辑 专家 学者",
)
_SPEECH = words_of(
    "说 表示 介绍 告诉 认为 指出 强调 坦言 回忆 感慨 说道 透露 称 笑着 解释 呼吁 补充 报道 摄 坦承 直言 感叹 谈到",
    "提到 担任 出任 当选 出生 毕业 回忆说 介绍说",
)

# What no given name holds or ends with.
_NOT_GIVEN = frozenset(
    "的了是在不有这那他她我你们个么吗呢着过说时间里上下把被和与及或但就都也还又很最从向对为将让使给到去来"
    "得地之其者所以因省市县区镇乡村街厂年月日某每各该此"
)
_NOT_LAST = frozenset(
    "性者证卡花草树木石塔枪车船机器表线赛奖队军党派族国人员家化论学法权会率度量素酸盐病炎药店馆院寺庙庵岩"
    "布图旗色味水油酒茶肉鱼虫鸟兽皮毛头尾手脚身体声音书报刊信号码款费税价钱物品件事业案件期节周季工筑风媳"
    "戏浴桥祠窑府堂果厂"
)
# Common words that are given names as often as anything.
_GIVEN_WORDS = words_of(
    "建国 卫国 爱国 建军 建华 国庆 和平 胜利 文明 卫东 志强 永红 红梅 小龙 小平 爱民 立新 自强 友谊 光辉 光荣 大发",
    "大勇 向阳 黎明 海燕 海鹰 小燕 丽丽 明明 方舟 天一 长江 大海 国强 永康 永安 新民 学文 学武 成功 建设 解放 援朝",
    "跃进 英杰 建平",
)

_TRANSLITERATION = frozenset(
    "阿埃艾安奥巴白班邦保鲍贝本比彼别波伯勃博卜布茨查达戴丹道德登迪蒂丁东杜多顿厄恩尔法范菲芬丰佛夫弗福盖"
    "甘冈戈哥格根贡古瓜圭哈海汉豪赫黑亨洪胡华怀惠霍基吉加贾杰金卡凯坎康考科克肯孔库夸拉莱赖兰朗劳勒雷里利"
    "莉力林琳卢鲁路伦罗洛马玛麦曼梅蒙孟米密缅明摩莫墨默姆穆纳娜奈南内尼宁纽努诺欧帕潘庞佩彭皮平珀普齐奇乔"
    "琼丘让热日荣若撒萨塞桑瑟森沙山舍圣施史士世舒斯丝思斯苏索塔泰坦汤唐特滕提廷通图土托瓦万威韦维温文沃乌"
    "西希锡夏香小谢辛休叙雪逊雅亚延扬耶伊以易因英尤于约赞扎詹珍芝治朱佐"
)

# Terms that say what kind of place a name is of (6.2.2.1).
_SEATS = words_of(
    "省 市 县 区 镇 乡 村 街道 社区 小区 自治区 自治州 自治县 地区 开发区 新区",
)
_LOCAL_SEATS = words_of(
    "县 镇 乡 村 街道 社区 小区",
)
_ROADS = words_of("路 街 巷 大道 大街 胡同")
# Parts of a road after the name of a place: 中山|东路, 景山|后街.
_ROAD_PARTS = words_of(
    "东路 西路 南路 北路 中路 东街 西街 南街 北街 前街 后街 东大街 西大街 南大街 北大街 东巷 西巷 南巷 北巷",
)
# What is built from place to place: 宁启|铁路 is no person.
_LINES = words_of("铁路 高铁 高速 公路 高速公路 城际 客专 线")
# What a book of somebody's life is called.
_BOOKS = frozenset("传记志录颂歌谱")
_SEAT_CHARS = frozenset("省市县区镇乡村州")
# Words before 村, 社区 … that make no name of them.
_NO_SEAT_NAME = words_of(
    "贫困 自然 行政 示范 移民 文明 小康 文化 地球 度假 农村 城市 城乡 老旧 重点 部分 智慧 全 该 本 各 每 两 一 试点",
    "中心 沿海 沿线 山区 边远 外地 民族 少数民族 周边 附近 相邻 邻近 所在 辖区 下辖 所辖 基层 许多 多个 全国 全省",
    "全市 全县 和谐 平安 幸福 美丽 住宅 高档 花园 封闭 新建 特色 历史 经济 国家 主 老 新 小 大 古 进 驻 入 到 在 回",
    "出",
)
_FORBIDDEN_PLACE = frozenset("的了在是之里和与到来去满很这那")
# What jieba calls a place and is none.
_NO_PLACES = words_of(
    "两国 各国",
    "城市 东西 平原 外国 爱国 东北 南北 西北 西南 东南 英雄 朝廷 太阳 哥哥 海洋 湖泊 高原 上市 建国 美丽 山区 江湖",
    "大街 王国 开国 城镇 大都 京城 阿哥 庆典 深度 山脉 回国 治安 大国 新鲜 古城 海峡 河口 冰川 长度 山水 长大 莫非",
    "普及 商城 古典 阴阳 江山 高山 大海 山坡 河谷 大汉 上马 太平 福利 日志 云集 青春 山河 莲蓬 神圣 中路 新建 河水",
    "中断 山洞 都城 关联 海湾 广义 大圣 上山 兴国 江水 海关 大洋 山峰 内城 下山 上台 山寨 契约 二哥 入口 路桥 都市",
    "中兴 古都 重镇 山口 故城 黄连 千古 城堡 深山 江河 伦理 泉水 城垣 大河 关山 治国 中和 天黑 法典 池塘 天桥 加盟",
    "登山 密封 安宁 上门 立马 海滨 莫大 海滩 牡丹 西瓜 贵宾 卫国 滨海 嘉宾 汉堡 海港 山林 山川 赞美 新村 喜庆 天池",
    "吉利 登极 台地 上路 礼拜 兴旺 深海 山羊 远洋 井口 台基 山门 深谷 朝野 台风 山岭 白嫩 象牙 归国 渡河 江流 海岛",
    "入门 深渊 河畔 京都 上岗 夕阳 河沟 远古 港湾 新春 苏打 长寿 波及 绵羊 冰山 山庄 安顿 大寨 广度 三鲜 满口 美德",
    "万年 天府 大树 宫城 大观 大内 春日 新田 高台 三门 三台 天长 永定 大通 乐业 兴业 通道 山上 定日 文成 修水 建平",
    "左权 大足 大悟 灵台 古田 阳春 集贤 政和 二道 七星 八里 新民 爱民 石门 双桥 板桥 大方 安定 保康 星子 正定 民和",
    "红安 新天地 弥勒",
    "欢庆 山野 乌黑 立国 密林 开朗 上古 上街 缅怀 兴隆 端庄 珍藏 锦旗 黑洞 山沟 大伯 沙洲 香水 广为 上楼 越野 虎口",
    "法度 河滩 浅海 法门 大坝 北坡 湖畔 沧桑 大洲 海沟 南瓜 滑坡 云头 串联 黑马 青山 藩镇 美化 深藏 旁门 山村 登门",
    "古堡 大关 卧龙 海鲜 海岭 驻京 山崖 开山 盐湖 阳极 扎根 万国 河川 沙沙 横梁 满嘴 恩典 下海 华里 贵国 龙脉 加密",
    "巴士 上峰 中风 安乐 列国 中古 爱美 马脚 鞍马 牙关 广博 罗列 圣明 河港 墨水 列岛 朝拜 英里 府城 天马 湖滨 保鲜",
    "中考 抚摩 陡坡 美感 满门 安家 古国 火海 吉他 绥靖 朝贡 铺平 朝圣 株连 山岳 匹夫 馆藏 密约 故国 山脚 龟甲 海马",
    "天国 城关 英武 长跑 瓮城 临街 神山 治本 蛟龙 库藏 北国 祥云 爪牙 福地 富国 努嘴 下坡 意中 中水 山梁 黑市 山冈",
    "喜乐 拱桥 中巴 商港 长龙 离岛 峡湾 山乡 五洲 河渠 冰封 上苍 欢度 冰河 盘山 长眠 叙旧 上坡 邦联 抚琴 宜居 怀古",
    "塞车 城邑 沾边 拱坝 攸关 魁首 无虞 平川 镶边 海疆 绵密 扎堆 南坡 雅兴 里弄 波峰 合龙 土建 塔楼 佳丽 临门 午休",
    "太庙 午门 南路 内河 湖水 南门 舞美 石桥 广布 诸国 江中 中道 渡江 入市 大江 南口 诸州 三中 四中 长河 龙大 黄沙",
    "城南 沿河 西路 东路 北路 沧海 入海 屯田 东门 北门 西门 城西 城东 城北 北风 河湖 四海 入川 庙里 中堂 正南 余脉",
    "深水 河里 四门 如林 江城 永固 绕城 台站 来京 旧城 江底 古镇 五县 伦比 南郊 北郊 郊区 古山 江道 庙街 后河 后山",
    "入阁 新旧 朝霞 大岛 小国 金国 上城 回城 满街 远山 西化 朝外 朝里 复国 深涧 土坡 四野 井水 中度 万古 离京 上京",
    "东渡 渡海 城建 南站 西站 北站 东站 长街 半山 新区 四壁 松林 委顿 云海 新桥 北极 南极 两汉 开春 和平 红海 广场",
    "老城 全城 街上 自治州 自治县 共和国 桥头堡 古希腊 三角洲 火山岛 大城市 老城区 大都市 入海口 中心区 咸水湖",
    "避风港 高架桥 新大陆 旧大陆 大饭店 印花布 三江口 太平洋地区 之遥 馆里 满意度 太阳穴 葡萄园 葡萄干",
    "半封建 法西斯 无人区 什刹海 琉璃瓦 新市镇 半山区 城中村 关外 关内 关中 塞外 海外 陆地 湖泊 河流 岛屿 山地 丘陵",
    "大陆 大地 全球 世界 本地 当地 外地 内地 沿海 沿江 城乡 乡镇 乡村 农村 村镇 市区 城区 县城 省城 州府 首都 故乡",
    "家乡 老家 祖国 中心 地区 社区 小区 街区 园区 景区 灾区 特区 山村 全村 全镇 全县 全市 全省",
)
# What begins no name of a place, though jieba's model takes it in: 是|岚州, 入|园.
_NO_FIRST = frozenset("是请系从和图老知于朝至在到向入离驻赴渡夺敕往由为与及")
# Syllables of names from other languages that are no words of their own.
_SYLLABLES = frozenset("尔斯拉尼亚维格曼坦塞莱克姆妮琳迪诺夫娜伊埃奥弗洛茨杰赫罗珀丽莎蒂森顿特兰卡巴普瓦恩")
_MAYBE_PLACE = frozenset({"nr", "nrt", "nz", "n", "x"})
_DOTS = frozenset("·•・‧")
# What an unknown place ends with.
_PLACE_ENDS = _SEAT_CHARS | frozenset(
    "山河江湖岛湾海港桥路街道坝坪坡沟岭峡川关口庄屯寨堡城园寺塔营店塘溪泉洲津浦滩潭渡盟旗国"
)
_FOREIGN_TAGS = frozenset({"nr", "nrt", "ns", "nz", "x", "nrfg"})
_FOREIGN_PLACES = words_of(
    "伊拉克 莫斯科 威尼斯 安哥拉 黎巴嫩 布拉格 孟加拉 卢森堡 厄瓜多尔 斯里兰卡 瓦努阿图 萨尔瓦多 多米尼加 南斯拉夫",
    "夏威夷 吉隆坡 克里米亚 普林斯顿 塞尔维亚 科特迪瓦 明斯克 奥兰多 扎伊尔 阿德莱德 马里亚纳 阿拉斯加",
    "克什米尔 克里特岛 科尔多瓦 加利福尼亚 哥本哈根 斯德哥尔摩 布鲁塞尔 法兰克福 塞浦路斯 毛里求斯 马尔代夫 尼泊尔",
    "不丹 阿富汗 巴拿马 洪都拉斯 尼加拉瓜 哈萨克斯坦 乌兹别克斯坦 塔吉克斯坦 土库曼斯坦 吉尔吉斯斯坦 阿塞拜疆",
    "格鲁吉亚 亚美尼亚 拉脱维亚 立陶宛 爱沙尼亚",
)
# People with these names are places as a rule: jieba's dictionary errs.
_PLACES_AS_PEOPLE = words_of(
    "石家庄 唐山 高丽 张家口 张家界 马鞍山 秦皇岛 柳州 万寿山",
)
_COUNTRIES = words_of(
    "中国 美国 英国 法国 德国 俄国 俄罗斯 日本 韩国 朝鲜 印度 泰国 越南 缅甸 老挝 中华 全国 新中国 国家 亚洲 欧洲",
    "非洲 美洲 西方 国内 国外 外国 当地 本地",
)
_NATIONAL = words_of(
    "银行 科学院 工程院 社会科学院 作家协会 红十字会 铁路 国家 足协",
)

# Terms that say what kind of body a name is of (6.3.2), and words that stand between the place and the term.
_BODIES = words_of(
    "大学 学院 医院 公司 银行 集团 法院 检察院 委员会 协会 联合会 研究院 研究所 研究会 出版社 电视台 广播电台 日报",
    "晚报 晚报社 日报社 博物馆 图书馆 美术馆 文化馆 科技馆 体育馆 纪念馆 中学 小学 一中 二中 三中 幼儿园 党校 支行",
    "分行 分局 公安局 教育局 民政局 财政局 卫生局 税务局 司法局 商务局 林业局 水务局 水利局 城管局 环保局 农业局",
    "交通局 审计局 统计局 规划局 工商局 邮政局 气象局 文旅局 公安厅 教育厅 财政厅 民政厅 卫生厅 科技厅 人民政府",
    "人大 政协 总工会 妇联 团委 市委 省委 县委 区委 镇党委 纪委 残联 文联 法院 气象台 剧院 剧团 歌舞团 乐团 俱乐部",
    "基金会 商会 学会 书店 宾馆 酒店 饭店 师范大学 科学院 红十字会 足球队 篮球队",
)
_BODY_MODIFIERS = words_of(
    "人民 中心 第一 第二 第三 第四 第五 第六 中级 高级 医科 师范 理工 科技 交通 工业 农业 财经 政法 外国语 民族",
    "工商 职业 技术 职业技术 广播 城市 建设 投资 发展 商业 农村 信用 作家 足球 篮球 消费者 残疾人 体育 艺术 音乐",
    "电影 戏剧 中医 中医院 妇幼 保健 儿童 实验 附属 铁路 电力 航空 石油 化工 钢铁 汽车 机械 电子 信息 通信 科学",
    "社会科学 工程 自然 历史 革命 烈士 省 市 县 区 市立 省立 公安 教育 卫生 文化 旅游 经济 贸易 新闻 出版 语言 文字",
    "工作",
)
_NO_BODY = words_of(
    "党组织 镇党委 农家院 中医药 四合院 联合会 交易所 通讯社 公安局 国家队 音乐会 军政府 商学院 音乐厅 美术馆",
    "交易会 加工厂 法学院 青年团 联谊会 卫生局 加油站 福利院 神学院 加盟店 邮政局 马戏团 教育局 海军 空军 陆军 学院",
    "大学 法院 乡党委 县政府 市政府 省政府 党委会 居委会 村委会 音乐学院 医学院 师范大学 文理学院 中文系 住院部",
    "大学部 中医院 农学院 农科院 城管局 管理局 税务所",
)
_BODY_ENDS = (
    *(
        "大学",
        "学院",
        "医院",
        "公司",
        "银行",
        "集团",
        "法院",
        "检察院",
        "委员会",
        "协会",
        "联合会",
        "研究院",
        "研究所",
        "出版社",
    ),
    *(
        "电视台",
        "电台",
        "日报",
        "晚报",
        "博物馆",
        "图书馆",
        "中学",
        "党校",
        "部",
        "委",
        "局",
        "署",
        "社",
        "院",
        "厅",
        "党",
        "队",
    ),
)


class NameFinder:
    """Finds names among words.

    ``frequency`` tells how common a word is, ``known`` whether jieba knows it. What a dictionary has as a ``common``
    word is a name only where a neighbour says so.

    >>> finder = NameFinder(lambda word: 1, lambda word: word in {"来了"})
    >>> finder.find([("记者", "n"), ("林秀芬", "nr"), ("来了", "ul")])
    [('记者', 'n'), ('林秀芬', 'person'), ('来了', 'ul')]
    """

    def __init__(
        self,
        frequency: Callable[[str], int],
        known: Callable[[str], bool],
        common: Callable[[str], bool] = lambda word: False,
    ) -> None:
        self._frequency = frequency
        self._known = known
        self._common = common

    def find(self, tokens: Sequence[Token]) -> list[Token]:
        """The words with names as one word each, told by their tags; what joins is the same text."""
        found: list[Token] = []
        place = 0
        worth = _worth_a_look(tokens)
        while place < len(tokens):
            if not (found and found[-1][1] in _NAMED) and not worth[place]:
                end = worth.index(True, place)
                found += tokens[place:end]
                place = end
                continue
            length, taken = self._taken(tokens, place, found) if tokens[place][1] not in _DECIDED else (0, [])
            found += taken or [tokens[place]]
            place += length or 1
        return found

    def _taken(self, tokens: Sequence[Token], place: int, found: list[Token]) -> tuple[int, list[Token]]:
        """How many words from here make a name, and what comes in their place; none where there is no name."""
        length, name, kind = self._name(tokens, place, found)
        if (
            not length
            or any(_is_decided(token) for token in tokens[place : place + length])
            or (length == 1 and self._common(name) and not _told_by(kind, found))
        ):
            return 0, []
        committee = _committee(name, kind, tokens, place + length)
        return (length + 1, committee) if committee else (length, _with_title(name, kind))

    def _name(self, tokens: Sequence[Token], place: int, found: list[Token]) -> tuple[int, str, str]:
        """How many words from here are a name, the name and its kind; no words where there is none."""
        text, tag = tokens[place]
        before = found[-1] if found else ("", "")
        after = tokens[place + 1] if place + 1 < len(tokens) else ("", "")
        body = self._body(text, tag, before, tokens, place)
        if body:
            return 1, text, ORGANISATION
        if text in _FOREIGN_PLACES:
            return 1, text, PLACE
        length, name = self._foreign_name(tokens, place)
        if length:
            return length, name, PERSON
        length, name = self._place(tokens, place, before)
        if length:
            return length, name, PLACE
        length, name = self._person(tokens, place, before[0], after)
        return length, name, PERSON

    # ------------------------------------------------------------ people

    def _person(self, tokens: Sequence[Token], place: int, before: str, after: Token) -> tuple[int, str]:
        text, tag = tokens[place]
        if text in _CALLED:
            return 1, text
        if after[0] in _LINES or (after[0] == "》" and before == "《" and text[-1] in _BOOKS):
            return 0, ""
        told = before in _TITLES or after[0] in _SPEECH
        if tag in ("nr", "nrfg", "nrt") and 2 <= len(text) <= 4:
            if self._is_name(text, told or after[0] in _TITLES, before in _TITLES, not before[-1:].isalnum()):
                return 1, text
            if _titled(text):
                return 1, text
        if (
            text in ("小", "老", "阿")
            and len(after[0]) == 1
            and after[0] in SURNAMES
            and self._follows(tokens, place + 2)
        ):
            return 2, text + after[0]
        if text not in SURNAMES and text not in DOUBLE_SURNAMES:
            return 0, ""
        if after[0] in _AFTER and after[0] not in _NEVER_SURNAME_TITLES and text not in _ALSO_WORDS:
            return 1, text
        if tag == "nr" and text not in _ALSO_WORDS and self._is_given(after):
            return 2, text + after[0]
        return self._cut_name(tokens, place, before)

    def _is_given(self, token: Token) -> bool:
        """Whether a word after a surname that jieba has cut off is a given name: 李|志强, 赵|海燕."""
        text, tag = token
        if len(text) != 2 or tag not in ("nr", "nrfg", "nrt", "nz") or _NOT_GIVEN.intersection(text):
            return False
        return text in _GIVEN_WORDS or (tag != "nz" and self._frequency(text) < _COMMON and text[-1] not in _NOT_LAST)

    def _follows(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether what follows 小王 lets it be a name."""
        return place >= len(tokens) or not (tokens[place][1] in ("nr", "q") and len(tokens[place][0]) == 1)

    def _is_name(self, text: str, told: bool, told_before: bool, opens: bool) -> bool:
        """Whether it has the form of a Chinese name; a common word counts only where a neighbour speaks for it.

        ``opens`` says that a clause begins with it: a surname that is a word, too (于敏), is none in its midst.
        """
        surname = 2 if len(text) > 2 and text[:2] in DOUBLE_SURNAMES else 1
        given = text[surname:]
        if (surname == 1 and text[0] not in SURNAMES) or not 1 <= len(given) <= 2 or _NOT_GIVEN.intersection(given):
            return False
        if text[0] in _SELDOM and not told:
            return False
        if told:
            return len(text) == 3 or not self._known(text) or self._frequency(text) < _COMMON or told_before
        if len(text) == 2:
            if self._known(text):
                return given in _GIVEN_ALONE and text[0] not in _ALSO_WORDS and text not in _ARMIES
            if text[0] in _ALSO_WORDS:
                return opens and given in _GIVEN_ALONE
            return given not in _NOT_LAST
        if surname == 2:
            return True
        if text[1] == "家" and text[2] in _PLACE_ENDS:  # 赵家沟
            return False
        return given in _GIVEN_WORDS or (given[-1] not in _NOT_LAST and self._rare(text))

    def _rare_given(self, given: str) -> bool:
        """Whether two characters behind a title and a surname that is a word too can only be a given name."""
        return len(given) == 2 and self._frequency(given) < _COMMON

    def _rare(self, text: str) -> bool:
        """Whether no part of the name is a common word."""
        given = text[-2:]
        return given in _GIVEN_WORDS or (
            self._frequency(given) < _COMMON_GIVEN and self._frequency(text[:2]) < _COMMON_GIVEN
        )

    def _cut_name(self, tokens: Sequence[Token], place: int, before: str) -> tuple[int, str]:
        """A surname and a given name that jieba has cut, where a title stands before or someone speaks after."""
        text = tokens[place][0]
        if text in _ALSO_WORDS and before not in _TITLES:
            return 0, ""
        for length in (3, 2):
            rest = tokens[place + 1 : place + length]
            given = "".join(word for word, _ in rest)
            if (
                len(rest) != length - 1
                or not 1 <= len(given) <= 2
                or not has_han(given)
                or given in DOUBLE_SURNAMES
                or given[0] in "一二三四五六七八九十两俩每同"
                or _NOT_GIVEN.intersection(given)
            ):
                continue
            following = tokens[place + length][0] if place + length < len(tokens) else ""
            if any(tag in ("p", "c", "d", "uj", "v") and len(word) == 1 for word, tag in rest):
                continue
            if text in DOUBLE_SURNAMES and text != "东方" and not self._known(text + given) and len(rest) == 1:
                return length, text + given
            spoken = following in _SPEECH and text not in _ALSO_WORDS
            told = text not in _ALSO_WORDS or following in _AFTER_NAME or self._rare_given(given)
            if (before in _TITLES and told) or spoken:
                return length, text + given
        return 0, ""

    # ------------------------------------------------------------ places

    def _foreign_name(self, tokens: Sequence[Token], place: int) -> tuple[int, str]:
        "A name from another language, whole or in the pieces that jieba has cut it in: 莫雷|蒂, 安娜|·|莫雷蒂."
        dot = place + 1 < len(tokens) and tokens[place + 1][0] in _DOTS
        if not dot and not _is_transcribed(tokens[place][0]):
            return 0, ""
        if dot and self._joined_by_dot(tokens, place):
            return 3, "".join(text for text, _ in tokens[place : place + 3])
        name, end, names, dotted = "", place, 0, False
        while end < len(tokens) and len(name) < 14:
            text, tag = tokens[end]
            if text in _DOTS and name and end + 1 < len(tokens) and _TRANSLITERATION.issuperset(tokens[end + 1][0]):
                dotted = True
            elif self._is_foreign(tokens, end, dotted):
                names += tag in _FOREIGN_TAGS
            else:
                break
            name += text
            end += 1
        whole = dotted or end > place + 1 or (end > place and tokens[place][1] == "nrt")
        return (end - place, name) if len(name) > 2 and names and whole else (0, "")

    def _joined_by_dot(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether a name that jieba knows is followed by a dot and its second part: 阿依古丽|·|买买提."""
        if place + 2 >= len(tokens) or tokens[place + 1][0] not in _DOTS:
            return False
        (first, tag), (second, tag_behind) = tokens[place], tokens[place + 2]
        both = has_han(second) and len(first) <= 5 and 2 <= len(second) <= 5
        named = tag in ("nr", "nrt", "nrfg") and tag_behind[:1] in ("n", "x") and second[-1] not in _SAYING
        return both and named and not self._common(second)

    def _is_foreign(self, tokens: Sequence[Token], place: int, dotted: bool) -> bool:
        text, tag = tokens[place]
        if tag in _DECIDED or text in _FOREIGN_PLACES:
            return False
        if dotted or (place + 1 < len(tokens) and tokens[place + 1][0] in _DOTS):
            return tag in _FOREIGN_TAGS if len(text) > 1 else text in _SYLLABLES
        own = text in _SYLLABLES if len(text) == 1 else self._frequency(text) < _COMMON
        return own and _TRANSLITERATION.issuperset(text)

    def _place(self, tokens: Sequence[Token], place: int, before: Token) -> tuple[int, str]:
        text, tag = tokens[place]
        after = tokens[place + 1][0] if place + 1 < len(tokens) else ""
        if text in DOUBLE_SURNAMES and after not in _SEATS:
            return 0, ""
        if after in _COMMITTEES and 2 <= len(text) <= 4 and self._known(text + after[0]):
            return 1, text
        seat = tag in _MAYBE_PLACE and self._ends_as_seat(text)
        if (tag == "ns" or text in _PLACES_AS_PEOPLE or seat) and self._is_place(text, tag, after):
            return self._with_term(tokens, place, text, after)
        unknown = tag in ("nr", "nrt", "nz", "x") or (tag == "n" and not self._known(text))
        if after in _SEATS and 2 <= len(text) <= 4 and unknown and has_han(text) and text not in _NO_SEAT_NAME:
            return 2, text + after
        return self._below(tokens, place) if before[1] == PLACE else (0, "")

    def _with_term(self, tokens: Sequence[Token], place: int, text: str, after: str) -> tuple[int, str]:
        """A place with the word after it that says what it is: 云溪 | 县, 春江 | 路 | 社区."""
        behind = tokens[place + 2][0] if place + 2 < len(tokens) else ""
        if after in _ROADS and behind in _LOCAL_SEATS:
            return 3, text + after + behind
        if text not in _COUNTRIES and text[-1] not in _SEAT_CHARS:
            if after in _ROAD_PARTS or after in _ROADS:
                return 2, text + after
            if after in ("东", "西", "南", "北", "中", "前", "后") and behind in _ROADS:
                return 3, text + after + behind
        if after in _SEATS and after != "小区" and text[-1] not in _SEAT_CHARS and text[-1] != "国":
            return 2, text + after
        return 1, text

    def _below(self, tokens: Sequence[Token], place: int) -> tuple[int, str]:
        """A smaller place right after a greater one: 云溪县 | 石桥 村."""
        name = ""
        for length in range(1, 4):
            if place + length >= len(tokens):
                break
            text, tag = tokens[place + length - 1]
            if text in _NO_SEAT_NAME or tag not in _NAMING or not has_han(text):
                break
            name += text
            if len(name) > 5:
                break
            seat = tokens[place + length][0]
            if seat in _LOCAL_SEATS and len(name) > 1:
                return length + 1, name + seat
        return 0, ""

    def _ends_as_seat(self, text: str) -> bool:
        """Whether an unknown word ends as an administrative place does: 望溪县, not 生活区."""
        if len(text) < 3 or text[-1] not in _SEAT_CHARS:
            return False
        if self._known(text) and text[-1] in "区村州" and (len(text) == 3 or self._frequency(text[-3:]) >= _COMMON_END):
            return False
        return self._frequency(text[-2:]) < _COMMON_END and self._frequency(text[:-1]) < _COMMON_GIVEN

    def _is_place(self, text: str, tag: str, after: str) -> bool:
        if not self._known(text) and ((len(text) == 2 and after not in _SEATS) or text[0] in _NO_FIRST):
            return False
        if not self._known(text) and text[-1] not in _PLACE_ENDS and after not in _SEATS:
            return False
        if text in _NO_PLACES and after not in ("省", "市", "县", "区", "镇", "乡"):
            return False
        if len(text) < 2 or _FORBIDDEN_PLACE.intersection(text[1:]) or not has_han(text):
            return False
        reduplicated = len(text) == 4 and text[0] == text[1] and text[2] == text[3]
        return not reduplicated and not (tag == "ns" and len(text) == 4 and self._two_words(text))

    def _two_words(self, text: str) -> bool:
        return min(self._frequency(text[:2]), self._frequency(text[2:])) >= _COMMON_END and text[-1] not in _SEAT_CHARS

    # ------------------------------------------------------------ organisations

    def _body(self, text: str, tag: str, before: Token, tokens: Sequence[Token], place: int) -> bool:
        if tag == "nt" and len(text) > 2 and text not in _NO_BODY and text.endswith(_BODY_ENDS):
            return True
        named = before[1] in _NAMED and before[0] not in _COUNTRIES
        if not named and not (before[0] in _COUNTRIES and text in _NATIONAL):
            return False
        if text in _BODIES:
            return True
        return text in _BODY_MODIFIERS and _body_follows(tokens, place + 1)


def _worth_a_look(tokens: Sequence[Token]) -> list[bool]:
    """At which words, by themselves, a name may begin or is known; True behind the last one.

    >>> _worth_a_look([("他", "r"), ("来自", "v"), ("石桥村", "n")])
    [False, False, True, True]
    """
    worth = list(map(_may_begin, tokens))
    if not _COMMITTEES.isdisjoint(map(itemgetter(0), tokens)):
        following = [text for text, _ in tokens[1:]]
        worth = [found or text in _COMMITTEES for found, text in zip(worth, [*following, ""], strict=True)]
    worth.append(True)
    return worth


@lru_cache(maxsize=1 << 16)
def _may_begin(token: Token) -> bool:
    """Whether a name may begin with a word, whatever stands around it."""
    text, tag = token
    return tag in _LOOK or text in _WATCHED or (len(text) > 2 and text[-1] in _SEAT_CHARS)


@lru_cache(maxsize=1 << 16)
def _is_transcribed(text: str) -> bool:
    """Whether a word is written in the characters of names from other languages."""
    return _TRANSLITERATION.issuperset(text)


def _body_follows(tokens: Sequence[Token], place: int) -> bool:
    """Whether words that name bodies lead to one that says what it is."""
    for text, _ in tokens[place : place + 4]:
        if text in _BODIES:
            return True
        if text not in _BODY_MODIFIERS:
            return False
    return False


def _told_by(kind: str, found: Sequence[Token]) -> bool:
    """Whether what stands before says that a common word is a name here: a title, or the place of a body."""
    before = found[-1] if found else ("", "")
    return before[0] in _TITLES if kind == PERSON else kind == ORGANISATION and before[1] in _NAMED


def _committee(name: str, kind: str, tokens: Sequence[Token], place: int) -> list[Token]:
    """The term of a place belongs to the Party committee behind it: 云溪区|委 is 云溪|区委."""
    if kind != PLACE or name[-1] not in _SEAT_CHARS or len(name) < 3 or tokens[place : place + 1] != [("委", "zg")]:
        return []
    return [(name[:-1], PLACE), (name[-1] + "委", "n")]


def bare_name(token: str, tag: str) -> str:
    """The name at the beginning of a word that jieba's model has made of it and what follows: 张三|在.

    >>> bare_name("张三在", "nr"), bare_name("刘去", "v"), bare_name("实在", "v")
    ('张三', '刘', '')
    """
    if len(token) not in (2, 3) or token[-1] not in _SWALLOWED or token[0] not in _PLAIN_SURNAMES:
        return ""
    return token[:-1] if len(token) == 2 or tag == "nr" else ""


def tag_of_name(word: str, kind: str) -> str:
    """The tag of a word that a dictionary has as a name only: 红军 is nobody, though the dictionary gives its years.

    >>> tag_of_name("周恩来", "person"), tag_of_name("韦达", "person"), tag_of_name("遵义", "place")
    ('person', 'nrt', 'ns')
    >>> tag_of_name("红军", "person")
    ''
    """
    if kind != PERSON:
        return "ns"
    if _TRANSLITERATION.issuperset(word):
        return "nrt"  # perhaps a part of a longer name: 弗朗索瓦·韦达
    return PERSON if word[0] in SURNAMES or word[:2] in DOUBLE_SURNAMES else ""


def is_of_state(token: str, tag: str) -> bool:
    """Whether a word is the name of a body of the state or of the Party; each part of it is one.

    >>> is_of_state("中共中央政治局", "nt"), is_of_state("县政府", "nt")
    (True, False)
    """
    return token.startswith(_STATE) and (
        token.endswith("共和国") if tag != "nt" else not token.endswith(_NO_BODY_OF_STATE)
    )


def _is_decided(token: Token) -> bool:
    return token[1] in _DECIDED and token[0] not in _DOTS


def _titled(text: str) -> bool:
    """Whether jieba has a surname and a title in one word: 徐先生."""
    return len(text) == 3 and text[1:] in _AFTER and text[0] in SURNAMES and text[0] not in _ALSO_WORDS


def _with_title(name: str, kind: str) -> list[Token]:
    if kind == PERSON and _titled(name):
        return [(name[0], PERSON), (name[1:], "n")]
    return [(name, kind)]


# Verbs that jieba's model joins to a name before them: 莫雷蒂说.
_SAYING = frozenset("说称道问喊讲")
# What a place of this rank has: 云溪|市委.
_COMMITTEES = frozenset(f"{rank}{body}" for rank in "省市县区" for body in ("委", "政府", "人大", "政协", "纪委", "直"))
_COMMON_GIVEN = 60
_COMMON = 300
_COMMON_END = 200
_LOOK = frozenset({"nr", "nrfg", "nrt", "ns", "nt", "nz", "x"}) | _NAMED
_NAMING = frozenset({"n", "nz", "ns", "nr", "nrt", "nrfg", "x", "m", "a", "j", "ng", "f", "zg", "g"})
_AFTER_NAME = _SPEECH | {"，", "。", "、", "：", "（", "(", " ", "", "）", ")", "和", "等", "在", "的", "正在", "与"}
_WATCHED = SURNAMES | DOUBLE_SURNAMES | _CALLED | {"小", "老", "阿"}
