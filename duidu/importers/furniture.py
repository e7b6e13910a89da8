"""Lines that belong to the sheet of paper or to the web page, not to any story.

The table is ordered and read from the top. A row is a form, its name, an example and a counter-example, both run by
the tests; to set another kind of line aside, add a row.
"""

from __future__ import annotations

import re

from duidu.importers.forms import Form, may_be_set_phrase, whole_at_once
from duidu.importers.words import (
    EDITOR,
    HAN,
    NUMBER,
    NUMBERED_PAGE,
    PAGE_NUMBER,
    PAPER,
    PRINTED_DATE,
    SIGNED,
    SLASH,
    SOURCE,
    WEEKDAY,
    any_of,
    with_any,
)

# ---------------------------------------------------------------- the head of a page

# Between the fields of a page's head.
_GAP = r"[\s|｜·]"
_SECTION = any_of(
    "要闻 要聞 综合 綜合 新闻 新聞 时事 時事 港聞 兩岸 国际 國際 国内 國內 地方 民生 法治 财经 財經 金融 经济 經濟",
    "体育 體育 文化 社会 社會 教育 科技 健康 娱乐 娛樂 生活 副刊 评论 評論 专题 專題 周刊 週刊 广告 廣告",
)
# Who made the page, and how to reach them: 责编/白小鹭.
_STAFF = any_of(
    EDITOR,
    "美编 美術編輯 版式(?:设计)? 视觉(?:设计)? 校对 校對 组版 检校 制图 图编 编委 总编辑",
)
_CONTACT = any_of(
    "联系电话 热线电话 新闻热线电话 新闻热线 热线 电话 電話 讀者專線",
    "投稿邮箱 电子信箱 邮箱 信箱 電郵 E-?mail",
)
_STAFF_FIELD = rf"(?:{_STAFF}|{_CONTACT}|{HAN}{{0,4}}[编編校])[：:／/╱][^\s|｜]++"
_MAIL_FIELD = rf"(?:{_CONTACT}[:：]?)?[\w.+-]++@[\w.-]++"
_ISSUE = r"[总總]?第\d+期"
_SERIAL_FIELD = rf"{_ISSUE}|\d{{5,12}}|今日{HAN}{{1,3}}版"
# 农历辛丑年五月三十, 夏曆六月初一
_LUNAR = (
    rf"(?:农历|農曆|夏历|夏曆)?(?:{HAN}{{1,2}}年)?{HAN}{{1,2}}月"
    rf"[初十廿卅三二]{HAN}?日?"
)
_PAPER_FIELD = rf"{HAN}{{2,8}}(?:{PAPER}|報)"
_FIELD = (
    rf"(?:{PRINTED_DATE}|{WEEKDAY}|{PAGE_NUMBER}|{_LUNAR}|{_PAPER_FIELD}|{_SERIAL_FIELD}"
    rf"|{HAN}{{2,5}}|{_MAIL_FIELD}|{_STAFF_FIELD})"
)
# A field that ends where a gap or the line does, and is not tried again another way.
_SET_FIELD = rf"(?>{_FIELD}(?={_GAP}|$))"
# Beside a printed date the fields need no gap: two or more characters up to the date or a number are as good as one.
_RUN = rf"(?:(?!{PRINTED_DATE}|{_ISSUE}|第\s*\d|(?:{_STAFF}|{_CONTACT})[：:／/╱]){HAN}){{2,}}+"
_GLUED_FIELD = (
    rf"(?>{_STAFF_FIELD}|{_MAIL_FIELD}|{_RUN}|{_ISSUE}|{PAGE_NUMBER}"
    rf"|(?!{PRINTED_DATE})(?:\d{{5,12}}|(?<![\d年月])\d{{1,2}}(?=\s)))"
)

# Looked for first, because it is found or missed at once: few lines have a year with a month behind it.
_HAS_DATE = with_any(r"月.\-/") + rf"(?=.*[年.\-/]\s*{NUMBER}\s*[月.\-/])"
# Beside its date a page's head has one of these; a headline may have a date too.
_DATED_FIELD = (
    rf".*?(?:{WEEKDAY}|{PAGE_NUMBER}|{_LUNAR}|{_PAPER_FIELD}|{_ISSUE}|{_SECTION}|\d:\d\d"
    rf"|(?:{_STAFF}|{_CONTACT}|{SOURCE}|作者|记者|点击|浏览|评论|阅读)\s*(?:数|次数)?\s*[：:／/╱]|[【\[|｜]|\d{{5}})"
    rf"|{HAN}{{2,8}}{_GAP}+{PRINTED_DATE}$"
)

# ---------------------------------------------------------------- the web

# Labels of a web page: 来源：小城网, 【字号：大 中 小】.
_WEB_LABEL = (
    rf"(?:(?:{SOURCE}|{EDITOR}|" + any_of("作者 记者 点击 浏览 评论 阅读") + r")"
    r"\s*(?:数|次数)?\s*[：:]\s*[^\s【\[]++"
    r"|【[^】]{1,16}】|\[[^\]]{1,12}\])"
)
# Buttons, and how often they were pressed: 我要评论(12).
_BUTTON = (
    "(?>"
    + any_of(
        "我要评论 我来说两句 发表评论 评论 写留言 留言 点赞 赞 在看 阅读 转发",
        "分享到 分享 收藏 打印 关闭 纠错 举报 复制链接 微博 微信 朋友圈 QQ空间 新浪微博",
        "列印 轉寄 轉發 推文 友善列印 加入最愛 留言板 字號 字級",
        "手机看新闻 手机版 客户端 订阅 登录 注册 首页 返回顶部 RSS 繁体 简体 字号 超大 大 标准 中 小",
        "易信 人人网 豆瓣 腾讯微博 百度贴吧 有道云笔记 Facebook Twitter LINE",
    )
    + r"(?:\s?[(（]?\s?[\d.,]+万?\s?[)）]?)?)"
)
# What readers do with an article on the web, as it is counted.
_READ = any_of("阅读 閱讀 评论 評論 浏览 瀏覽 点击 點擊 参与 參與 留言 点赞 收藏 转发")
_LINK = any_of(
    "点击(?:进入|查看|观看|收听|播放|下载|此处) 點擊 更多 返回 进入 詳見 详见 上一页 下一页",
    "扫一扫 扫描二维码 关注我们 我要评论 我来说两句 分享到",
    "相关新闻 相关链接 相關新聞 延伸閱讀 热门推荐",
)

# ---------------------------------------------------------------- the desk

_ON_DUTY = any_of("值班 本版 本期 今日 夜班 执行 執行 [一二三四五六七八九十]版")
# A label, and what shows that it is one: a mark, a space or a number behind it.
_DESK = rf"{_ON_DUTY}?(?:{_STAFF}|{_CONTACT})(?=[\s：:／/╱\d])"
_LAYOUT = any_of(
    "美编 美術編輯 版式(?:设计)? 校对 组版 视觉设计 制图",
    "热线电话 新闻热线 新闻热线电话 邮箱 电子信箱 投稿邮箱 E-?mail",
)
_IMPRINT = any_of(
    "(?:投稿|来信|來稿|来稿)(?:请寄|地址) 社址 地址 邮编 邮政编码 電話 电话",
    "订报 广告 发行 零售 定价 印刷 国内统一刊号 邮发代号 總編輯 社长 总编辑 值班总编",
)

_ABOUT_THE_PAPER = any_of("新闻 新聞 本报 本報 报料 報料 爆料 读者 讀者 发行 發行 广告 廣告 订报 訂報 投稿")

# A sentence or none.
CODE_TO_SCAN: Form = Form(
    "code to scan",
    "(?:更多|[欢歡]迎|[请請]|专注|[长長]按).{0,40}[扫掃][描码一]{0,2}(?:[左右上下]方|[左右]侧|文末|以下)?的?(?:二维码|二維碼)"
    "[^。]{0,8}(?:[关關]注|下[载載]|公众号|客户端|官方|微信)[^。]{0,40}。?",
    "更多新闻，欢迎扫描下方二维码关注小城网官方微信。",
    "请市民扫描入口的二维码领取地图。",
)

OVER_PICTURES = Form(
    "label over pictures", "(?:[组組]?[图圖]片|[图圖]片[说說]明|附[图圖])[：:]", "图片：", "图片：老井"
)
FURNITURE: tuple[Form, ...] = (
    Form(
        "page number",
        with_any(r"\d版") + rf"(?:{NUMBERED_PAGE}(?:(?:\s*[：:·|]\s*|\s+)(?:{HAN}|·){{0,8}})?"  # 第03版：县域新闻
        rf"|{NUMBERED_PAGE}\s*[（(]{HAN}{{0,8}}[)）]"  # 第1版(要闻)
        rf"|[A-Z]?\d{{1,2}}\s*[：:|]?\s*{_SECTION}(?:新闻|·{HAN}{{2,4}})?"  # A07 要闻
        rf"|[A-Z]\d{{1,2}}\s*[：:|]?\s*{HAN}{{2,8}}(?:新闻|新聞|版)"  # B2 台中彰投新聞
        rf"|{HAN}{{2,6}}\s*[A-Z]\d{{1,2}}\s*版?)",  # 港聞 A07
        "第03版",
        "第三版图书出版",
    ),
    Form(
        "date line",
        rf"{_HAS_DATE}(?={_DATED_FIELD}|{PRINTED_DATE}\s*$)(?:{_GLUED_FIELD}{_GAP}*)*?{PRINTED_DATE}"
        rf"(?:{_GAP}*+(?>{PRINTED_DATE}|{_WEB_LABEL}|{_GLUED_FIELD}))*\s*",
        "青石日报 2021年7月9日 星期五 第3版",
        "2021年7月9日，天气晴",
    ),
    Form(
        "page header",
        with_any(r"\s|｜·")
        + rf"(?=(?:.*{_GAP})?(?:{PRINTED_DATE}|{PAGE_NUMBER}|{WEEKDAY})(?:$|{_GAP}))(?={_DATED_FIELD})"
        rf"(?:{_SET_FIELD}{_GAP}+)+{_SET_FIELD}",
        "A07 民生　星期五　责编/白小鹭",
        "他来了 我走",
    ),
    Form(
        "when it was put on the web",
        r"(?:[时時][间間]\s*[：:]\s*\d{4}[/.年-]\d{1,2}[/.月-]\d{1,2}日?\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
        r"(?:\s*来源\s*[：:]\s*\S{2,16})?|[（(]\d{4}[/.年-]\d{1,2}[/.月-]\d{1,2}日?\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[)）]"
        r"|最近修改\s*[：:]\s*\d[\d/.:：年月日\s-]{4,24}"
        r"|(?:[发發]表|[发發][布佈]|建立|更新|更改|刊登|刊出|上[传傳]|[发發]稿)(?:[时時][间間]|日期|於|于)\s*[：:]?\s*"
        r"\d{1,4}[\d/.:：年月日\s-]{4,24}[|｜]?){1,3}",
        "發表時間： 03/06/2016 - 10:42 更改時間： 03/06/2016 - 14:05",
        "发表时间：下个月",
    ),
    Form(
        "key words",
        r"(?:[关關][键鍵][词詞字]|[标標][签籤]|Tags?)\s*[：:]\s*(?:[^\s,，、;；]{1,10}[\s,，、;；]+)+[^\s,，、;；。]{1,10}",
        "關鍵詞： 老井 小橋",
        "关键词：坚守",
    ),
    Form(
        "how often it was read",
        with_any(r"\d") + rf"(?:\d[\d,.]*万?\s*[次条人个]?\s*{_READ}[量数數]?[\s|｜]*)+"
        rf"|(?!\D+(?:19|20)\d\d$)(?:{_READ}[量数數]?(?:次数)?\s*[：:]?\s*\d[\d,.]*万?\+?\s*[次|｜]?\s*)+",
        "4人参与2评论",
        "2人评论了老井",
    ),
    Form(
        "end mark, tags",
        r"[-—–─=\s]*(?:THE\s+)?END[-—–─=\s]*|[-—–─=]+\s*(?:完|全文完)\s*[-—–─=]+|(?:#[^#\s，。]{1,12}(?:#(?=#|\s|$))?\s*){2,}",
        "- THE END -",
        "#老井又有了水",
    ),
    Form(
        "label without a name",
        rf"(?:{EDITOR}|{SOURCE}|作者|[标標][签籤]|[关關][键鍵][词詞字])\s*[：:]",
        "责任编辑：",
        "作者说：",
    ),
    Form(
        "paper and day, from its archive",
        rf"[【\[]\s*{PRINTED_DATE}\s*{HAN}{{2,8}}[】\]](?:\s*@?\s*(?:https?://|www\.)\S*)?",
        "【2014/09/22 小城報】@ http://www.example.com/",
        "【小城報】昨天",
    ),
    Form("lunar date", rf"(?=农历|農曆|夏历|夏曆){_LUNAR}", "农历乙亥年四月十三", "农历五月初五到了"),
    Form(
        "how to reach the paper",
        with_any(r"\d@")
        + rf"[■●◆□]?\s*{HAN}{{0,4}}(?:{PAPER}|{_ABOUT_THE_PAPER}){HAN}{{0,3}}"
        + any_of("热线 熱線 专线 專線 电话 電話 邮箱 信箱")
        + r"[：:﹕\s]\s*[\w+(（-][\w.@()（）+-]{5,}.{0,60}",
        "小城早报热线：0800-7418383  读者投函请寄：abc@example.com",
        "新闻热线响个不停",
    ),
    Form(
        "imprint",
        rf"(?:本报|本社|社|编辑部)?{_IMPRINT}[：:／/\s].{{2,80}}",
        "地址：青石市建设路1号　电话：总机12345",
        "电话铃响了",
    ),
    Form(
        "serial number",
        with_any("第号N") + r"(?=.*(?:[总總]第\d|统一(?:连续出版物|刊)号|CN\s?\d\d-|邮发代号))"
        r"(?:[^\s|｜，。]{1,16}+[\s|｜]*+){1,6}",
        "今日8版　总第123期　国内统一刊号CN 00-0001",
        "今日8点开会",
    ),
    Form("web address", r"(?:https?://|www\.)\S+.{0,80}", "www.example.com 2006年02月01日", "他打开www.example.com"),
    Form(
        "web labels",
        r"(?!.*作者)" + with_any(r"【\[") + rf"(?:(?:(?>{_WEB_LABEL})\s*)*"
        rf"(?:[【\[]\s*{_BUTTON}(?:(?<![大中小赞])[^】\]]{{0,10}}|[大中小\s|、/]*)[】\]]\s*)+"
        r"|(?:[【\[][^】\]]{1,12}[】\]]\s*){2,}"
        rf"|(?:(?>{_WEB_LABEL})\s*)+[【\[][^】\]]{{1,12}}[】\]]\s*)",
        "【字号：大 中 小】 【打印】",
        "【字号】见后",
    ),
    Form(
        "advertisement",
        "[（(【]?(?:广告|廣告|(?i:advertisement)|赞助内容|贊助內容)[)）】]?",
        "廣告",
        "广告牌",
    ),
    Form(
        "web buttons",
        rf"(?!(?:评论|阅读|[大中小赞]|标准|超大)$)(?:{_BUTTON}[\s|｜·/+-]*+)+|[\s|｜]+"  # 我要评论(12)　手机看新闻
        r"|(?:[^\s|｜]{1,6}[|｜]){2,}[^\s|｜]{1,6}"  # 新闻|体育|财经
        rf"|{_LINK}.{{0,24}}(?:>>|»|＞＞)"  # 点击进入专题>>
        r"|(?:[上下]一页|首页|尾页|\d{1,3})(?:[\s|｜]+(?:[上下]一页|首页|尾页|末页|\d{1,3}|…)){2,}"
        r"|(?:[小原中大]字号[\s|｜]*){2,}"
        r"|(?:微信|打开微信)?(?:扫一扫|扫码|扫描二维码)\s*(?:[，,]|关注|下载|分享|看|阅读(?:全文|更多|原文)|加入|二维码|左侧|右侧|上方|下方|手机).{0,24}"
        r"|分享到\s*(?:[：:].{0,40}|微信|微博|朋友圈|QQ空间)?|[上下]一[页篇](?:\s*[：:].{0,40})?",
        "点击进入专题>>",
        "点击进入专题，看看有什么",
    ),
    CODE_TO_SCAN,
    Form(
        "more of it elsewhere",
        r"(?:更多)?(?:相关|相關|精彩)?(?:资讯|資訊|内容|內容|新闻|攻略)[，,]?(?:敬请|[请請])(?:关注|關注|点击|點擊)\s*[：:].{2,20}"
        rf"|(?:点击|點擊)?(?:浏览|瀏覽|查看|阅读|閱讀)更多(?:{HAN}{{0,8}}(?:新闻|新聞|消息|内容|內容|文章|资讯|資訊|报道|報道|報導))?",
        "更多相关资讯请关注：小城专区",
        "大家请关注老井",
    ),
    Form(
        "pages and searches of the web",
        r"(?:来源\s*[：:]\s*\[?[^\s\[\]]{2,16}\]?\s*)?(?:(?:[上下]一[页頁]\s*)?(?:\[\d{1,2}\]\s*){2,}(?:[上下]一[页頁])?"
        r"|搜[狗索][(（]?.{0,24}搜索\s*[：:].{1,24}找到.{2,24}[网網][页頁]\.?)",
        "来源：[小城先锋]上一页 [1] [2] [3]",
        "来源：[小城先锋]",
    ),
    Form(
        "place on the web",
        r"(?:您的|您现在的|您所在的|你的|当前|所在|目前)+位置\s*[：:].{0,80}",
        "您的位置： 首页 >> 新闻 >> 本地",
        "位置：县城东门",
    ),
    Form(
        "size of the letters",
        with_any("字") + r"(?:.{0,30}[\s【\[])?(?:字号|字體|字体|字級)\s*[：:]?\s*[【\[(（]?"
        r"(?:\[?大\]?[\s|、/]*\[?中\]?[\s|、/]*\[?小|A\s*A\s*A).{0,30}",
        "打印 字号：大 中 小",
        "字体大小不一",
    ),
    Form(
        "where the pictures are from",
        r"[（(]?(?:本文|文中)?(?:图片|圖片|配图|配圖)均?(?:来自|來自|来源于|源自|源于)(?:网络|網絡|網路|互联网)[)）]?",
        "图片均来自网络",
        "图片来自网络，大家都说好",
    ),
    Form(
        "setting of the letters",
        r"字(?:级|級|号|號|體|体)(?:设定|設定|大小)?\s*[：:]\s*[小中大特\s|、/]{1,12}",
        "字級設定：小中大特",
        "字级：大家都来看",
    ),
    Form(
        "headline elsewhere",
        "[(（]?(?:本文)?(?:原标题|原標題|原题|原題|新闻标题)(?:[：:].{2,60}|[为為]《[^》]{2,60}》[)）]?)",
        "原标题：小桥通车",
        "原标题的意思是",
    ),
    Form(
        "disclaimer",
        "(?:免责|免責|特别|郑重)?"
        + any_of("声明 聲明 说明 提示")
        + "[：:].{0,30}"
        + any_of("本网 本網 本站 转载 轉載 版权 版權 仅代表 僅代表 不代表")
        + ".{0,80}",
        "声明：本网转载此文，版权归原作者所有",
        "声明：本人遗失身份证",
    ),
    Form("column of an archive", rf"(?:专栏|專欄|版名|版次)[：:]\s*{HAN}{{0,8}}", "专栏：体育", "专栏：他说，好"),
    OVER_PICTURES,
    Form("rule", r"(?:[*＊※—–─－＝=_~◇◆★☆●○■□▲△⊙#＃+＋-]\s*){3,}", "※　※　※", "……"),
    Form(
        "path",
        with_any(">＞»") + r"(?:[^\s>＞»]{2,8}\s*[>＞»]\s*){2,}(?:[^\s>＞»]{2,8})?",
        "首页 > 新闻 > 社会 > 正文",
        "甲 > 乙",
    ),
    Form(
        "copyright",
        with_any("版许C")
        + ".{0,40}"
        + any_of(
            r"版权所有(?!人) 版權所有(?!人) 版权声明 许可证(?:编号|号)?[（(：:]*\D{0,6}\d{5,}",
            "Copyright ICP备 未经许可不得转载",
        )
        + ".{0,80}",
        "小城新闻网版权所有 未经许可不得转载",
        "保护版权，人人有责",
    ),
    Form(
        "whose opinion it is",
        with_any("代表")
        + "(?!.*[谁誰？?])(?:以上(?:内容|言论|观点)|本版(?:文章)?|本[栏欄]|[专專][栏欄](?:言论|文章|观点)|本文).{0,12}"
        + "(?:(?<!不)[仅僅只]|(?<![仅僅只])不)代表(?:其?作者|本[网網版报報刊]|其?个人).{0,8}"
        + any_of("观点 觀點 立场 立場 意见 意見"),
        "本版文章除社论外，仅代表作者个人观点",
        "本村代表的意见",
    ),
    Form(
        "rights of the original author",
        with_any("版")
        + "(?:原[创創]|文章|本文|[图圖]片)?版[权權][归歸](?:原[创創]?)?(?:作者|原[创創])(?:本人)?(?:所有)?"
        + "(?:[，,].{2,12})?",
        "版权归原作者所有，向原创致敬",
        "版权归他和他的老师共同所有，大家都说好，法院也这样判",
    ),
    Form(
        "where it is from, and who may copy it",
        with_any("载載权權侵")
        + r"[(（]?(?:本文|本[网網]|此文).{0,60}?"
        + any_of("请下载 請下載 不代表 版权归 版權歸 版权所有 侵权 侵權 原创文章 请注明 未经")
        + ".{0,60}|.{0,40}(?:未经|未經|非经|非經)(?:授权|授權|许可|許可|允许|允許)"
        + r"[，,]?\s*(?:不得|禁止|严禁|请勿)(?:转载|轉載)"
        + "(?:[。！，,；;].{0,40})?",
        "（本文来自小城新闻，更多资讯请下载“小城”客户端）",
        "本文作者来自小城",
    ),
    Form(
        "desks of the page",
        rf"{_DESK}.{{1,60}}{_DESK}.{{2,40}}",
        "责任编辑：王小明 版式设计：李四",
        "编辑谈版式设计",
    ),
    Form(
        "editor of the page",
        r"(?:本版|本期|今日)(?:责任|執行|执行)?" + any_of("编辑 編輯 责编 責編 主编 校对 美编") + r"[\s：:／/].{2,40}",
        "本版编辑　齐如松",
        "责任编辑：王小明",
    ),
    Form(
        "editor with a space",
        any_of("责任编辑 責任編輯 责编 責編") + rf"\s+{SIGNED}(?:\s+{SIGNED})*(?:\s+{PRINTED_DATE})?",
        "责任编辑 王小明 2024年5月3日",
        "责任编辑 昨天来了",
    ),
    Form(
        "layout or letter-box",
        rf"{_LAYOUT}\s*[：:／/╱]\s*[^，。]{{1,40}}|{_DESK}.{{1,60}}@.{{0,40}}",
        "版式设计：李四",
        "邮箱：怎样设置密码？我们来说说。",
    ),
    Form(
        "wardrobe and make-up",
        any_of("化[妝妆] 造型 服[裝装] 髮型 发型 妝髮 模特兒 模特儿 場地 场地 道具") + rf"\s*(?:提供)?{SLASH}.{{2,80}}",
        "化妝╱王小明、髮型╱李四",
        "化妝品展開幕",
    ),
    Form(
        "page turn",
        r"[(（]?(?:上接|下转|下接|上承|紧接|续)第?\s*[一二三四五六七八九十\dA-Z]{1,4}\s*版[^。]{0,10}[)）]?",
        "（下转第三版）",
        "上接天线",
    ),
    Form(
        "related links",
        "(?:相关|相關|延伸|推荐|推薦|热门|熱門)"
        + any_of("阅读 閱讀 新闻 新聞 链接 連結 报道 報導 推荐 推薦 文章 排行")  #
        + "|(?:网友|最新|热门)(?:评论|留言)|猜你喜欢"
        "|(?:此前|早前)(?:报道|報道|報導)[：:][^。]{4,40}"
        "|(?:相关阅读|延伸阅读)[：:].{0,24}(?:客户端|下载|APP|扫码).{0,12}"
        r"|(?:相关|延伸)(?:阅读|新闻|链接|报道)\s*[：:]\s*[^\s。，]{6,30}(?:\s+[^\s。，]{6,30})+",
        "相关阅读",
        "延伸阅读：老井的故事",
    ),
    Form(
        "reading guide",
        "(?:本期|今日|本版|要闻|要聞)?"
        + any_of("导读 導讀 导航 看點 看点 焦點索引")
        + "|(?:今日)?(?:内容)?"
        + any_of("提要 目录 目錄 要目")
        + "|(?:本期|今日|本版|今晚)(?:节目|節目)?主要(?:内容|內容)[：:]",
        "今日导读",
        "导读者入门",
    ),
    Form(
        "guide entry",
        with_any(r"\d版") + r"\S.{2,40}(?:[.…·]{2,}+|\s|[（(>])\s*+"
        r"(?:[A-Z]\d{1,2}|第?[\d一二三四五六七八九十]{1,3}\s*版|[A-Z]?\d{1,2}版)[)）]?",
        "小桥通车了……3版",
        "他看了第3版",
    ),
)

# At the very head or foot of a page a number with a section's name is the page number: 03 县域新闻.
_AROUND = r"(?:[-‐–—－─·•~]+\s?|\s?[-‐–—－─·•~]+)?"
PAGE_EDGE: Form = Form(
    "number of the page",
    rf"{_AROUND}\d{{1,3}}{_AROUND}|[A-Z]\d{{1,2}}|[A-Z]{{2,4}}\d{{1,4}}|\d{{1,3}}\s?/\s?\d{{1,3}}|第\s?\d{{1,3}}\s?页(?:[\s,，]*共\s?\d{{1,3}}\s?页)?"
    rf"|\d{{1,2}}(?:\s*[|｜]\s*|\s+){HAN}{{2,6}}|\d{{1,2}}{_SECTION}|{HAN}{{2,6}}(?:\s*[|｜]\s*|\s+|(?=0))\d{{1,2}}"
    rf"|{HAN}{{2,6}}\s?(?:新闻|新聞|副刊|版)\s?\d{{0,2}}|{HAN}{{2,8}}{PAPER}",
    "03 县域新闻",
    "小桥通车",
)


# In a paper's archive its name and the number of the page stand over each article.
RECORD: Form = Form(
    "record of an archive",
    rf"[A-Z]\d{{1,2}}|(?![一两三最老每这那]){HAN}{{2,6}}{PAPER}",
    "青石商報",
    "老井",
)


# What a web page says of its rights under an article takes whole sentences, and begins so.
LEGAL_NOTICE: Form = Form(
    "legal notice",
    "(?:版权|版權|免责|免責|法律|郑重)(?:[与及和與](?:免责|免責|版权|版權))?"
    + any_of("声明 聲明")
    + "[：:].{0,60}?"
    + any_of("本网 本網 本站 本报 本報 转载 轉載 版权 版權 不代表"),
    "版权与免责声明：凡本网注明“来源：小城网”的作品，未经许可不得转载。",
    "声明：本人遗失身份证。",
)


# Such lines may be sentences.
ALL_RIGHTS: Form = Form(
    "all rights reserved",
    r"[※＊*©]?\s*(?:本文|本[图圖]文|本[网網]站?)?版[权權]所有[，,].{0,16}(?:不得|禁止|[请請]勿)[擅自]{0,2}(?:[转轉][载載]|翻印).{0,30}"
    "|本文[为為][原独獨][创創家].{0,4}[，,]?版[权權][归歸].{2,24}所有。?"
    "|未[经經](?:[许許]可|授[权權]|允[许許])[，,]?[严嚴]?禁.{0,6}[转轉][载載].{0,16}"
    "|本[网網]站之?[^，。]{0,16}[，,][非未][经經](?:[许許]可|授[权權])[，,]?不得[转轉][载載].{0,20}",
    "※本文版權所有，非經授權，不得轉載。",
    "版权所有，不一定是作者。",
)
SUPPORT: Form = Form(
    "asks readers for their support",
    "(?:[请請]|[欢歡]迎)(?:加入)?(?:成[为為])?[^。，]{0,10}(?:[订訂][户戶]|[会會][员員])[，,]?[^。]{0,12}支持(?:我们|我們)[^。]{0,8}。?",
    "請加入成為小城新聞的月費訂戶，長期支持我們的工作。",
    "歡迎會員積極支持工會工作。",
)
NO_OFFENCE: Form = Form(
    "picture from the web",
    "(?:本文)?(?:部分)?(?:图片|圖片|配图|视频|文章|素材|内容)*(?:来自|來自|来源于|源于|转自|均来自)"
    "(?:网络|網絡|網路|互联网).{0,20}(?:侵权|侵權|侵删|删除|刪除).{0,20}",
    "图片来自网络，如有侵权，请联系删除。",
    "图片来自网络，大家都说好。",
)
DISCLAIMER: Form = Form(
    "whose opinion it is",
    "(?:以上|本文|本版)(?:文章)?(?:内容|內容)?(?:仅|僅|只)(?:代表|[为為])(?:作者)?(?:本人|[个個]人)?(?:观点|觀點|意见|意見|立场|立場)"
    "(?:[，,]?[与與不][^。，,]{0,6}(?:本[网網站报報刊]|平[台臺]|[无無][关關]|代表)[^。，,]{0,12})?。?",
    "本文仅代表作者个人观点，与本站无关。",
    "以上只为个人观点，不能代表全村人，我们下次再说。",
)
REPRINT: Form = Form(
    "how to reprint it",
    "(?:(?:本[站网網文]|如[需欲]|欢迎|[请請]支持)[^，。：:]{0,8}[，,：:])?(?:[转轉][载載]|[转轉][发發])[请請](?:注明|註明)"
    "(?:[来來]源|出[处處]|作者|本文[链鏈]接|本[网網站])(?:[^。，,]{0,16}|[：:].{0,80})。?|[违違]者必究。?",
    "本站声明：转载请注明出处。",
    "转载请注明出处，这句话他写了二十年，一写就停不下来。",
)
_SENTENCES = (ALL_RIGHTS, SUPPORT, NO_OFFENCE, DISCLAIMER, REPRINT, CODE_TO_SCAN)


_MASTHEAD = re.compile(rf"(?![一两三最老每这那]){HAN}{{2,6}}{PAPER}(?:电子版|電子版)?")
TAGS: Form = next(form for form in FURNITURE if form.name == "end mark, tags")
# Every piece of furniture has one of these characters; most lines have none.
_HINT = re.compile(
    r"[\d@wQNFTLE专專浏瀏标標签籤作来來源豆载載>»＞｜|【\[…·》版编編责責校电電邮郵址导導读讀目录錄看點点相关關扫掃分享评評论論阅閱权權年月日星期週周留言"
    r"图圖一二三四五六七八九十首页頁上下接转轉化妝造型服髮模场場道具题題声聲明字打印收藏微博信繁简体體RSS大中小广告社长制关闭閉举报複复繳刷*＊※—–─－＝=_~◇◆★☆●○■□▲△⊙#＃+＋-]"
)


def is_masthead(text: str) -> bool:
    """Whether a text is no more than the name of a paper, or furniture.

    >>> is_masthead("青石日报"), is_masthead("第03版"), is_masthead("老井")
    (True, True, False)
    """
    return _MASTHEAD.fullmatch(text) is not None or find(text) is not None


def find(text: str) -> Form | None:
    """The first kind of page furniture that the whole text is.

    >>> find("第03版").name, find("第三版图书出版")
    ('page number', None)
    """
    if not may_be_set_phrase(text):
        if LEGAL_NOTICE.pattern.match(text):
            return LEGAL_NOTICE
        return next((form for form in _SENTENCES if form.pattern.fullmatch(text)), None)
    return whole_at_once(FURNITURE, text) if _HINT.search(text) else None
