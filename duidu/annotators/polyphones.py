"""Characters and words that are read by what stands around them: the rules of polyphones.tsv.

A row of the table says of a word by itself: when this stands before or after it, it is read so. The rows of a word are
tried in their order; the first that fits decides, and where none does, the default of readings_table.py holds. ``left``
and ``right`` are regular expressions for the text up to the word and from its end on, ``before`` and ``after`` for the
whole neighbouring words; ``<end>`` and the like stand for the lists below. A row with ``doubt`` decides for the
likelier of two readings and says which the other is. Each row has a case, which it reads, and a counter-case, which is
read otherwise; spaces set words apart there.

Sources: 现代汉语词典 (7), 普通话异读词审音表 (1985).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from operator import methodcaller
from pathlib import Path

# Figures, and what stands for one.
NUMERAL = "0-9０-９一二两三四五六七八九十百千万亿零〇几数半多"

# What asks a side of a word, and answers truly or not.
Test = Callable[[str], object]
# What makes an expression more than words with bars between them.
_SPECIAL = re.compile(r"[\\\[\](){}?*+.^$]")


def _any_of(words: str) -> str:
    return "|".join(words.split())


# What the expressions of the table write in a word.
_LISTS = {
    "<numeral>": NUMERAL,
    # The end of a clause.
    "<end>": r"(?:[，。；：、！？）”》,;:!?)…—\s]|$)",
    # Verbs after which 为 is the verb "to be, to become".
    "<become>": _any_of(
        """
        定 改 称 成 变 视 列 分 选 评 誉 译 作 认 封 授 拜 沦 当 化 转 升 任 判 建 命名 更名 确定 认定 任命 授予 推选
        推举 转变 转化 调整 设计 建设 发展 扩大 增加 提高 缩短 下降 减少 增至 减 降 折合 评定 简称 俗称 尊 奉 聘 聘请
        立 贬 名 题 制 均 皆 即 系 实 则 图 右图 左图 上图 下图 号称 堪 亦 乃 身 贵 总计 共计 分别 化身 演变 升级 上升
        晋升 改编 改造 改建 扩建 打造 塑造 培养 培育 翻译 解释 理解 归纳 概括 总结 划分 划 细分 分解 改组 改制 合并
        整合 登记 注册 标 写 记 描述 描绘 形容 比喻 喻 赞 评价 评选 当选 推荐 提名 聘任 委任 录取 吸收 接收 收养 认作
        看 当作 结 互 同 何 不 是否 并 合计
        """
    ),
    # Names of figures and of kinds, which 为 follows as "is".
    "<quantity>": _any_of(
        """
        总数 比例 面积 长度 高度 宽度 深度 距离 价格 售价 均价 金额 人数 总量 产量 产值 工期 任期 刑期 时间 日期 年龄
        温度 气温 地点 主题 题目 目标 口号 原因 职业 性别 结果 比分 密度 浓度 速度 收入 成本 投资 概率 比率 率 额 量 值
        数 费 价 期 代码 全称 笔名 别名 原名 本名 外号 绰号 字 号 级别 等级 等次 类型 合 主要 大约 平均 最高 最低 最大
        最小 最多 最少 依次 其余 余下
        """
    ),
    # What is done for somebody or something: then 为 is the preposition.
    "<benefit>": _any_of(
        """
        提供 服务 创造 打开 敞开 拓宽 带来 奠定 打下 赢得 争取 注入 增添 添 增收 创收 节省 节约 挽回
        解决 解难 解忧 开辟 铺平 铺就 献 送 办 找 谋 求 讨 着想
        代言 保驾 护航 鼓掌 加油 点赞 买单 庆 贺 祝 准备 做好 做出 牺牲 奋斗 努力 报仇 辩护 难过 担心 高兴 骄傲 自豪
        感动 担忧 贡献 作出 留下 积累 制定 制订 开展 举行 举办 安排 搭建 打造 建立 设立 开设 开通 修建 建造 购买 捐 募
        筹 发放 颁发 减免 减轻 减负 排忧 指明 指引 探索 树立 操心 操办 忙碌 着急 鸣 伸张 主持 把关 量身 缴纳 支付 报销
        治疗 治病 看病 诊治 诊断 接种 注射 体检 介绍 讲解 授课 上课 演出 演唱 写 画 拍摄 设计 编写 安装 更换 修缮 修理
        改善 营造 撑起 撑腰 遮风 挡 说话 出力 聚力 效力 出谋 立传 争 喝彩 正名 泡茶 倒茶 端茶 做饭 送行
        带路 打扫 理发 洗衣 修路 架桥 授旗 授奖 授牌 揭牌 揭幕 剪彩 颁奖 致辞 作序 题词
        """
    ),
    # Whom something is done for.
    "<people>": _any_of(
        """
        人民 群众 百姓 老百姓 我 你 您 他 她 它 咱 自己 大家 别人 孩子 父 母 儿 女 老人 学生 市民 村民 居民 农民 农户
        职工 员工 企业 游客 旅客 顾客 客户 用户 患者 病人 客人 乘客 观众 读者 师生 同学 家长 家人 亲人 战士 官兵 邻居
        乡亲 同胞 祖国 家乡 消费者 果农 菜农 茶农 药农 花农 棉农 渔民 牧民 商户 住户 租户 业主 队员 球员 学员
        """
    ),
    # What something is taken for: 以 … 为 ….
    "<taken>": _any_of(
        """
        重中之重 当务之急 主 辅 核心 重点 目标 契机 抓手 己任 荣 准 限 例 由 首 止 主题 龙头 突破口 中心 基础 依托 载体
        导向 宗旨 前提 代表 代价 豪 伍 邻 伴 师 患 家 业 政 官 期 时 最 本 先 要 先导 支撑 动力 主线 支柱 纽带 平台
        手段 内容 标准 依据 标志 背景 原则 统领 引领 主体 根本 关键 特色
        榜样 楷模 典范 参照 蓝本 原型 题材 指南 纲 准绳 尺度 起点 终点 特征 单位 生 食 乐 耻 敌 友 王 妻 夫 媒 界 证 凭
        鉴 戒 借口 理由 名 题 伤 整 零 宜 虚 实 难 辱 虐 奴 人 尊 上 重 美 善 恶 快 多 少 大 小 好 安 佳 盛 甚 烈
        """
    ),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table as it is written."""

    word: str
    reading: str
    doubt: str
    left: str
    right: str
    before: str
    after: str
    what: str
    case: str
    counter: str


class Rule:
    """A row made ready. What it asks of one side is compiled when it is first asked, for that takes its time."""

    def __init__(self, row: Row) -> None:
        self.reading = tuple(row.reading.split())
        self.doubt = tuple(row.doubt.split())
        self._row = row

    def fits(self, left: str, right: str, before: str, after: str) -> bool:
        """Whether the rule speaks of a word between these texts and these words."""
        return bool(
            (self._right is None or self._right(right))
            and (self._after is None or self._after(after))
            and (self._before is None or self._before(before))
            and (self._left is None or self._left(left))
        )

    @cached_property
    def _right(self) -> Test | None:
        expression = _meant(self._row.right)
        words = _plain_words(expression)
        if not expression:
            return None
        return methodcaller("startswith", words) if words else re.compile(expression).match

    @cached_property
    def _left(self) -> Test | None:
        expression = _meant(self._row.left)
        words = _plain_words(expression)
        if not expression:
            return None
        return methodcaller("endswith", words) if words else re.compile(f"(?:{expression})$").search

    @cached_property
    def _before(self) -> Test | None:
        return _whole(self._row.before)

    @cached_property
    def _after(self) -> Test | None:
        return _whole(self._row.after)


def decide(word: str, left: str, right: str, before: str, after: str) -> Rule | None:
    """The first rule that speaks of a word in its place, or None.

    >>> decide("只", "他买了三", "羊。", "三", "羊").reading
    ('zhi1',)
    """
    for rule in _rules_of(word):
        if rule.fits(left, right, before, after):
            return rule
    return None


@cache
def rows() -> dict[str, tuple[Row, ...]]:
    """The rows of the table by word, in their order."""
    found: dict[str, list[Row]] = {}
    with Path(__file__).with_name("polyphones.tsv").open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(reader)
        for fields in reader:
            found.setdefault(fields[0], []).append(Row(*fields))
    return {word: tuple(of_word) for word, of_word in found.items()}


@cache
def _rules_of(word: str) -> tuple[Rule, ...]:
    return tuple(map(Rule, rows().get(word, ())))


def _meant(expression: str) -> str:
    """An expression of the table with its lists written out."""
    for name, meant in _LISTS.items():
        expression = expression.replace(name, meant)
    return expression


def _plain_words(expression: str) -> tuple[str, ...]:
    """The words of an expression that is nothing but words and bars, or nothing at all; none of any other.

    >>> _plain_words("之一|之二"), _plain_words("之[一二]"), _plain_words("")
    (('之一', '之二'), (), ('',))
    """
    return () if _SPECIAL.search(expression) else tuple(expression.split("|"))


def _whole(expression: str) -> Test | None:
    """What a whole word is asked by an expression of the table; nothing by one that is empty."""
    meant = _meant(expression)
    words = _plain_words(meant)
    if not meant:
        return None
    return frozenset(words).__contains__ if words else re.compile(meant).fullmatch
