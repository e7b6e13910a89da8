"""The words that set phrases of newspaper pages are made of, as fragments of regular expressions.

Mainland, Taiwan and Hong Kong forms of a word stand side by side. The order of a list counts where one word begins
like another: the longer one first. Sources: the conventions of the papers themselves and the agencies' style
(《新华社电头》, 中央社《編採手冊》).
"""

from __future__ import annotations


def any_of(*words: str) -> str:
    """A group that matches any of the words (or fragments), in this order.

    >>> any_of("记者 記者", "通讯员")
    '(?:记者|記者|通讯员)'
    """
    return f"(?:{'|'.join(' '.join(words).split())})"


def with_any(characters: str) -> str:
    """That a text has one of the characters: where it has none, a long pattern is given up at once.

    >>> import re
    >>> bool(re.match(with_any("版页"), "第03版")), bool(re.match(with_any("版页"), "老井"))
    (True, False)
    """
    return f"(?=[^{characters}]*+[{characters}])"


# ---------------------------------------------------------------- characters and marks

# A letter that is not one of ours: on a Chinese page, a Han character. Said as what it is not, because Python takes
# half a millisecond to compile a range of thousands of characters, and the forms have some two thousand of them.
HAN = r"[^\W\d_A-Za-z]"
OPEN, CLOSE = r"[(（【〔［\[﹝]", r"[)）】〕］\]﹞]"
# What stands in round brackets is taken to the next bracket of either width.
IN_ROUND = r"[^（()）]"
# Taiwan's papers set ／ or ╱ between reporter and place.
SLASH = r"[╱／/]"
# Behind a label: 编辑：何田, 圖／王小明, 文｜王小明.
LABEL_MARK = r"[:：︰／/╱｜|]"
# Before a byline that stands alone: □ 李明.
BYLINE_MARK = r"[□■●◎○▲△◆◇⊙☉◉]"

# What stands behind a headline that has pictures: (图), （组图）, [视频], （附图片１张）.
MARK_OF_PICTURES = (
    r"[（(\[【](?:[组組多附]?(?:[图圖]{1,2}|[图圖]片|照片)(?:[\d一二两三四五六七八九]{1,2}[张張幅])?"
    r"|[视視][频頻]|影音|[图圖]文|有片)[)）\]】]"
)

# ---------------------------------------------------------------- numbers and dates

# A number in figures or in characters, up to the length of a year.
NUMBER = r"[\d一二三四五六七八九十廿卅〇○]{1,4}"
# The date of a dateline: 3月1日, 十九日.
DATE = rf"(?:{NUMBER}年)?(?:{NUMBER}月)?{NUMBER}日"
# The date a page was printed, perhaps with the time of day: 2021年7月9日, 2006-11-09 14:03, 民國一〇八年…
PRINTED_DATE = (
    rf"(?:(?:中华|中華)?(?:民国|民國)?(?:{NUMBER}|(?<=[国國])一百[零〇○]?{HAN}{{0,3}}?)\s*年\s*{NUMBER}\s*月\s*{NUMBER}\s*日"
    r"|\d{4}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*日?)"
    r"(?:\s*(?:HKT|GMT|CST)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s*[ap]\.?m\.?)?)?"
)
WEEKDAY = rf"{any_of('星期 週 周 礼拜 禮拜')}{HAN}"
# 第3版, 三版, A07
NUMBERED_PAGE = r"第?\s*(?:[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版"
PAGE_NUMBER = rf"(?:{NUMBERED_PAGE}|[A-Z]\d{{1,2}})"

# ---------------------------------------------------------------- names of people

# 《百家姓》 (504 surnames, the rare ones too) and those of today that it lacks, the commonest first; characters of Hong
# Kong and Taiwan behind those of the mainland. A name in brackets that stands for itself must begin with one, or
# （未完待续） and （资料图片） would be people.
SURNAMES = (
    "邝鄺萧赖王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁"
    "潘傅于於蒋蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫段雷"
    "侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐茅颜顏賴倪庄莊聂"
    "聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪梅童凌毕畢单單季裴霍涂成苗谷盛曲翁冉骆蓝藍路游"
    "辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟"
    "应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫郗班仰秋仲伊甯暴钭厉戎祖束幸韶郜薄印宿怀邰从鄂索咸籍蔺屠池阴胥能苍双闻莘"
    "贡劳逄扶堵宰郦雍璩桑濮寿通扈燕冀郏浦别阎充慕茹习宦鱼容慎戈庾终暨居衡步都满弘匡国寇广廣禄阙闕东殴殳沃利蔚越夔"
    "隆巩厍晁勾敖融訾阚那空毋乜养鞠须丰巢蒯相查后荆红竺权逯盖益桓公仉督帅缑亢况郈有琴归海墨哈谯笪年爱佘佴伯赏晋楚"
    "郎丛叢苑谌諶奚粟冼栗仝邸亓漆卿狄辜檀尧堯尉粘丘迟遲"
    "法汝鄢钦植麻强危虞支昝经裘干宣贲郁杭洪诸钮鈕嵇滑荀羊惠甄家封芮羿储汲邴糜松井富乌巴弓牧隗山宓蓬"
    "蔣閆嶽紀塗駱遊鮑華饒陽時農繆簡車項連蘆麥婁竇黨宮費衛應閔鄔邊師欒榮鈄厲懷從藺陰蒼雙聞貢勞酈壽郟閻習魚終滿國祿東毆鞏厙闞養須豐"
    "荊紅權蓋帥緱況歸譙愛賞晉欽強經賁諸儲烏衞區"
)
# Names that nothing parts: 王小明何田. A rare surname is rather the end of another name.
RUN = rf"(?:(?=[{SURNAMES[:280]}]){HAN}{{2,3}}(?<![摄攝]))"
# Surnames of two characters (复姓), those still borne.
DOUBLE_SURNAMES = any_of(
    "欧阳 歐陽 上官 皇甫 令狐 诸葛 諸葛 司徒 司马 司馬 申屠 夏侯 慕容 尉迟 尉遲 长孙 長孫 公孙 公孫"
)
# A name of two characters is often set as wide as one of three: 汤　宜.
SPACED = rf"(?:(?<!{HAN})|(?<=[者员員])){HAN}\s{{1,4}}{HAN}(?:(?=[摄攝])|(?!{HAN}))"
# Anything as long as a name, where a word beside it says that it is one; 阿依努尔·买买提.
NAME = rf"(?:{SPACED}|(?:(?!通[讯訊][员員]|[实實][习習]生){HAN}){{2,4}}(?:[·•]{HAN}{{2,6}})?)"
NAMES = rf"{NAME}(?:[\s、,，/／╱]+(?!{HAN}{{0,4}}(?:记者|記者|通讯员|通訊員|实习生|實習生)|综合|綜合){NAME})*"
# A name that shows by its surname that it is one.
SIGNED = (
    rf"(?:{DOUBLE_SURNAMES}{HAN}{{1,2}}"
    rf"|(?=[{SURNAMES}])(?!{DOUBLE_SURNAMES})(?:{HAN}{{2,3}}|(?<!{HAN}){HAN}\s{{1,4}}{HAN}(?!{HAN})))"
)
SIGNED_NAMES = rf"{SIGNED}(?:[\s、]+{SIGNED})*"
# One of three characters, where a shorter one may as well be a word: 王小明, but neither 高山 nor 安徽.
FULL_NAME = rf"(?=[{SURNAMES}]){HAN}{{3}}"
# Behind what may be a name: nobody's ends so.
NO_UNIT = "(?<![省市县縣区區镇鎮乡鄉村街路校班厂店矿局所社部办站队厅系科宫馆院])(?<!石景山)(?<!方面)(?<!代表)"
# One of two characters that is set as wide as those of three: 李　花.
WIDE_NAME = rf"(?<!{HAN})(?=[{SURNAMES}]){HAN}\s{{1,2}}{HAN}(?!{HAN})"
# Several of them, with nothing but spaces between: 王小明　李花.
FULL_NAMES = (
    rf"(?:{FULL_NAME}{NO_UNIT}|{WIDE_NAME})"
    rf"(?:[\s、]+(?:{WIDE_NAME}|(?=[{SURNAMES}]){HAN}{{2,3}}(?!{HAN}){NO_UNIT})){{1,3}}"
)
# Dr. David Ku
LATIN_TITLE = r"(?:Dr|Mr|Ms|Prof)\."
LATIN = rf"(?:{LATIN_TITLE} )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,3}}"

# ---------------------------------------------------------------- trades and bodies

OWN = any_of("本报 本報")
JOURNALIST = any_of("记者 記者")
REPORTER = any_of("记者 記者 通讯员 通訊員")
# Whoever reports for a paper, with the paper or the place before it: 青石日报全媒体记者.
ROLE = rf"{HAN}{{0,12}}?" + any_of(
    "记者 記者 通讯员 通訊員 特派员 特派員 实习生 實習生 撰稿人? 特约撰稿 评论员 評論員",
)
# What somebody whose name follows has done: the labels of bylines.
MAKER = any_of(
    "(?:报道|報道|報導|採訪|采访|撰文|文字)[．·‧・•](?:摄影|攝影)",
    "搜集整理 搜集 整理 口述 演唱 主持人? 策划 统筹 问诊专家 专家 嘉宾 设计",
    "题图 題圖 漫画 漫畫 插图 插圖 图片 圖片 文字 文 图 圖 图文 圖文 采写 採寫 撰文 撰稿 摄影 攝影 作者",
    "译者 譯者 供稿 供图 供圖",
    "记者 記者 通讯员 通訊員 翻译 翻譯 编译 編譯 采访整理 采访 採訪 独家报道 獨家報道 獨家報導 报道 報道 報導",
)
# The editors of a story or of a page.
EDITOR = any_of(
    "责任编辑 責任編輯 责编 責編 编辑 編輯 主编 主編 值班编委 审校 實習編輯 美术编辑 美術編輯 美术 美術 排版",
)
# Where a text is from: the labels of its source.
SOURCE = any_of(
    "信息来源 资料来源 資料來源 稿件来源 文章来源 本文来源 新闻来源 来源 來源 转自 轉自 摘自 据",
)
# A desk that stands before the names of its reporters: 大陸中心／王小明報導.
DESK = rf"{HAN}{{2,6}}(?:快[訊讯]|中心|新[聞闻][網网]|[編编][輯辑]部){SLASH}"
# A province and the like, as its people name it when they say where they write from.
PROVINCE = any_of(
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州",
    "云南 陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆",
)
# Cities that papers file from, whose names are longer or may be people's.
CITY = any_of(
    "北京 上海 天津 重庆 广州 深圳 成都 武汉 南京 杭州 西安 长沙 沈阳 香港 澳门 台北 合肥 郑州 济南 青岛 大连 厦门",
    "臺北 新竹 台中 台南 高雄 新北 桃園 屏東 花蓮 金門 雲林 苗栗 宜蘭 嘉義 彰化 南投 基隆 台東 臺東 臺中 臺南",
    "福州 廣州 華盛頓 东京 東京 华盛顿 伦敦 倫敦 巴黎 紐約 纽约 首尔 莫斯科",
)
# How the names of places and units end that somebody writes from.
UNIT_END = "[省市州旗盟学院校厂店矿局所社部办站行团队会司心委室府台报]"
# Names that nothing parts, behind the unit somebody writes from: 公安局王小明李花. Behind a place a short one may be
# another place: 小桥市王小明, but not 福建省石狮.
RUN_TOGETHER = (
    rf"(?:(?<=[省市州旗盟学院校社部办行团会心委])(?:{FULL_NAME}){{1,3}}"
    rf"|(?<![省市州旗盟区学院校社部办行团会心委])(?:(?=[{SURNAMES}]){HAN}{{2,3}}){{1,3}})"
)
# A unit somebody writes from: 青石县中学.
UNIT = rf"{HAN}{{1,14}}" + any_of(
    "省 市 县 縣 区 區 乡 鄉 镇 鎮 村",
    "学 學 院 校 厂 廠 公司 店 矿 局 所 社 部 办 站 行 团 队 隊 会 會 中心",
    "工人 教师 农民 学生 市民 读者 職員 家長",
)
# Where those work who write for the paper of their county.
COUNTY_UNIT = any_of(
    "融媒体中心 委?宣传部 纪委监委 纪委 公安局 教育局 人民法院 法院 检察院 人民政府 政府 林业局 水利局 农业局",
    "民政局 卫生局 财政局 税务局 气象局 文旅局 文化馆 电视台 团委 妇联 总工会",
)
# How the names of newspapers and magazines end.
PAPER = any_of(
    "日报 日報 晚报 晚報 早报 早報 晨报 晨報 时报 時報 商报 商報",
    "周报 週報 周刊 週刊 都市报 都市報 青年报 青年報",
)
# Pictures that one agency passes on from another: 新华社/路透.
PASSED_ON = r"(?:新华社|新華社|中新社)[/／╱](?:路透|法新|美联|美聯|欧新|歐新|俄新)社?"
# Who sends nothing but pictures, and is named without a word more.
PICTURES_ONLY = any_of(PASSED_ON, r"视觉中国 視覺中國 人民视觉 东方IC CFP IC\s?photo")
# Who sends the papers their pictures.
PICTURE_AGENCY = any_of(PICTURES_ONLY, "新华社 新華社 中新社 路透社? 法新社")
PHOTO_AGENCY = any_of(
    PICTURE_AGENCY,
    "美联社 美聯社 中央社 本报 本報 资料 資料",
)

# ---------------------------------------------------------------- what was done

REPORTED = any_of("报道 報道 报导 報導")
TAKEN = "[摄攝]影?"
# What closes a byline: 摄影报道, 文/图.
MAKING = any_of(
    "摄影报道 攝影報導 图文报道 综合报道 綜合報導 綜合報道 报道 報道 报导 報導",
    "摄影 攝影 摄 攝 图片? 圖片? 文并图 文并摄 文並攝 文/图 图/文 文／图 图／文 文",
    "专稿 專稿 整理 整合 编译 編譯",
)
# Behind the reporter's name, mostly in Taiwan: ／台北報導.
FILED = rf"{SLASH}\s*(?:{HAN}{{2,10}}?(?:{DATE})?)?" + any_of("报导 報導 报道 報道 專訪 專電 電 特稿 特写 特寫")
