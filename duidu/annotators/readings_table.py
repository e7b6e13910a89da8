"""Readings that the dictionaries lack, have wrongly or leave open: words, then characters.

Sources: 现代汉语词典 (7), 普通话异读词审音表 (1985), 普通话水平测试用必读轻声词语表, 中华人民共和国行政区划.
What CC-CEDICT and pypinyin have right does not stand here.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


def _table(text: str) -> dict[str, str]:
    return dict(item.split("=") for item in text.split())


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


@cache
def words() -> dict[str, tuple[str, ...]]:
    """The words of readings.tsv and verbs said twice, with their syllables.

    The last column says why a word stands there: the dictionaries have it wrongly (``wrong``), with several readings
    (``open``: the commonest stands here, and where there are rules, they come first) or not at all (``lacking``);
    ``place`` and ``person`` are names.
    """
    text = Path(__file__).with_name("readings.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {word: tuple(reading.split()) for word, reading, _ in rows} | {
        verb * 2: (reading, reading[:-1] + "5") for verb, reading in _TWICE.items()
    }


@cache
def places() -> frozenset[str]:
    """The words of readings.tsv that are names of places."""
    text = Path(__file__).with_name("readings.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return frozenset(word for word, _, why in rows if why == "place")


# Verbs whose second syllable is neutral when they are said twice: 看看, 听听.
_TWICE = _table(
    """
    看=kan4 听=ting1 说=shuo1 想=xiang3 试=shi4 走=zou3 玩=wan2 聊=liao2 谈=tan2 瞧=qiao2 笑=xiao4 坐=zuo4 问=wen4
    尝=chang2 逛=guang4 转=zhuan4 摸=mo1 歇=xie1 写=xie3 读=du2 讲=jiang3 查=cha2 找=zhao3 数=shu3 学=xue2 练=lian4
    唱=chang4 跳=tiao4 跑=pao3 算=suan4 挑=tiao1 帮=bang1 管=guan3 改=gai3 闻=wen2 拍=pai1
    """
)

# Words that are read with a neutral last syllable: 普通话水平测试用必读轻声词语表, as far as 现代汉语词典 agrees,
# and what that marks neutral besides. Where a word has another sense with a full tone (东西 east and west), rules tell.
NEUTRAL = _set(
    """
    东西 爱人 案子 巴掌 把子 爸爸 白净 班子 板子 帮手 梆子 膀子 棒槌 棒子 包袱 包涵 包子 豹子 杯子 被子 本事 本子 鼻子
    比方 鞭子 扁担 辫子 别扭 饼子 拨弄 脖子 簸箕 补丁 步子 财主 裁缝 苍蝇 差事 柴火 肠子 厂子 场子 车子 称呼 池子 尺子
    虫子 绸子 除了 锄头 畜生 窗户 窗子 锤子 刺猬 凑合 村子 耷拉 答应 打扮 打点 打发 打量 打算 打听 大夫 带子 袋子 耽搁
    耽误 单子 胆子 担子 刀子 道士 稻子 灯笼 凳子 提防 笛子 底子 弟弟 弟兄 点心 调子 钉子 东家 动静 动弹 豆腐 豆子 嘟囔
    肚子 缎子 队伍 对付 多么 蛾子 儿子 耳朵 贩子 房子 份子 风筝 疯子 福气 斧子 盖子 甘蔗 杆子 干事 杠子 高粱 膏药 稿子
    告诉 疙瘩 哥哥 胳膊 鸽子 格子 个子 根子 跟头 工夫 弓子 公公 功夫 钩子 姑姑 姑娘 谷子 骨头 故事 寡妇 褂子 怪物 关系
    官司 罐头 罐子 规矩 闺女 鬼子 柜子 棍子 锅子 果子 蛤蟆 孩子 含糊 汉子 行当 合同 和尚 核桃 盒子 红火 猴子 后头 厚道
    狐狸 胡琴 糊涂 皇上 幌子 活泼 火候 伙计 护士 机灵 脊梁 记号 记性 夹子 家伙 架势 架子 嫁妆 尖子 茧子 剪子 见识 毽子
    将就 交情 饺子 叫唤 轿子 结实 街坊 姐夫 姐姐 戒指 金子 镜子 舅舅 橘子 句子 卷子 咳嗽 客气 空子 口袋 口子 扣子 窟窿
    裤子 快活 筷子 框子 困难 阔气 喇叭 喇嘛 篮子 懒得 浪头 老婆 老实 老爷 老子 姥姥 累赘 篱笆 里头 力气 厉害 利落 利索
    例子 栗子 痢疾 连累 帘子 凉快 粮食 料子 林子 翎子 领子 溜达 聋子 笼子 炉子 路子 轮子 萝卜 骡子 骆驼 妈妈 麻烦 麻利
    麻子 马虎 码头 买卖 麦子 馒头 忙活 冒失 帽子 眉毛 媒人 妹妹 门道 眯缝 迷糊 面子 苗条 苗头 名堂 名字 明白 蘑菇 模糊
    木匠 木头 奶奶 难为 脑袋 脑子 能耐 念叨 念头 娘家 镊子 奴才 女婿 暖和 疟疾 拍子 牌楼 牌子 盘算 盘子 胖子 狍子 盆子
    朋友 棚子 脾气 皮子 痞子 屁股 片子 便宜 骗子 票子 漂亮 瓶子 婆家 婆婆 铺盖 欺负 旗子 前头 钳子 茄子 亲戚 勤快 清楚
    亲家 曲子 圈子 拳头 裙子 热闹 人家 人们 认识 日子 褥子 塞子 嗓子 嫂子 扫帚 沙子 傻子 扇子 商量 上司 烧饼 勺子 少爷
    哨子 舌头 身子 什么 婶子 生意 牲口 绳子 师父 师傅 虱子 狮子 石匠 石榴 石头 时候 实在 拾掇 使唤 似的 事情 柿子 收成
    收拾 首饰 叔叔 梳子 舒服 舒坦 疏忽 爽快 思量 算计 岁数 孙子 台子 太太 摊子 坛子 毯子 桃子 特务 梯子 蹄子 挑剔 挑子
    条子 跳蚤 铁匠 亭子 头发 头子 兔子 妥当 唾沫 挖苦 娃娃 袜子 晚上 尾巴 委屈 为了 位置 位子 蚊子 稳当 屋子 稀罕 席子
    媳妇 喜欢 瞎子 匣子 下巴 吓唬 先生 箱子 相声 消息 小气 笑话 谢谢 心思 星星 猩猩 行李 性子 兄弟 休息 秀才 秀气 袖子
    靴子 学问 丫头 鸭子 衙门 哑巴 胭脂 烟筒 眼睛 燕子 秧歌 养活 样子 吆喝 妖精 钥匙 椰子 爷爷 叶子 衣服 衣裳 椅子 意思
    银子 影子 应酬 柚子 冤枉 院子 月饼 月亮 云彩 在乎 早上 扎实 眨巴 栅栏 宅子 寨子 张罗 丈夫 帐篷 丈人 帐子 招呼 招牌
    折腾 枕头 镇子 芝麻 知识 侄子 指甲 指头 种子 珠子 竹子 主意 主子 柱子 爪子 转悠 庄稼 庄子 壮实 状元 锥子 桌子 字号
    自在 粽子 祖宗 嘴巴 作坊 琢磨 父亲 母亲 妻子 硬朗 玄乎 志气 阎王 实诚 鸳鸯 会计 和气 小姐 馄饨 琵琶 枇杷 葡萄 玻璃
    趔趄 出息 毛病 太阳 丈母 伯伯 舅母 姑父 干粮 舍得 记得 觉得 晓得 值得 免得 省得 显得 懂得 认得 使得 把戏
    比画 编派 拨拉 差使 抽搭 搭理 掂量 惦记 嘀咕 敷衍 服侍 斤两 家什 俊俏 磕打 宽敞 牢靠 啰唆 腻烦 盘缠 喷嚏 轻巧 清静
    情分 阵势 烧卖 顺当 素净 踏实 体面 添补 邪乎 行市 絮叨 匀实 造化 招惹 嘱咐 作践 小伙子 老太太 老头子 小舅子
    两口子 胡萝卜 一辈子 不在乎 不由得 财神爷 阎王爷 灶王爷 老天爷 姑奶奶 老爷子 脑瓜子 眼皮子 嘴皮子 皮夹子
    外甥 试探 俗气 王八 虾米 荸荠 泥巴 嘎巴 拧巴 皱巴 磕巴 紧巴 憋屈 糌粑 菩萨 喉咙 邻居 算盘 报复 参谋 荒唐 挪动
    颤悠 腌臜 数叨 匀和 匀净 密实 土气 晦气 宽绰 亮堂 水灵 公家 行家 早晨 日头 工钱 利钱 蛐蛐 蝈蝈 粑粑
    """
)

# In words of three syllables these keep it (护士长, 合同制), but for some words that are made otherwise, and those that
# begin with a word whose tone comes back there: 太阳能, 东西方.
FULL_INSIDE = _set(
    """
    太阳 东西 葡萄 特务 兄弟 会计 老爷 老婆 难为 干粮 红火 打算盘 打点滴 小气候 小姐姐 单子叶 双子叶 鸭子儿 孙子兵
    实在论 结实率 动静脉
    """
)

# In longer phrases those keep it that have no other reading there: 国际关系, 知识青年, but 便宜行事, 各奔东西.
NEUTRAL_IN_PHRASES = _set(
    "关系 合同 知识 消息 队伍 相声 玻璃 码头 意思 故事 粮食 衣服 行李 钥匙 帐篷 名字 脑袋 嘴巴 骨头"
)

# Characters by themselves: the reading of general news prose, where no rule of polyphones.tsv speaks, for those of
# which pypinyin has another one first.
DEFAULTS = _table(
    """
    长=chang2 地=de5 颇=po1 拽=zhuai4 葛=ge3 曲=qu3 卷=juan4 佛=fo2 舍=she4 塞=sai4 肖=xiao1 媛=yuan2 尽=jin4 拧=ning3
    勒=le4 耶=ye1 什=shi2 幢=zhuang4 拚=pin1 趄=qie4 嗯=en4 哟=yo5 铍=pi2 靓=liang4 阚=kan4 晃=huang4 茜=xi1 艮=gen4
    蛤=ge2 嗲=dia3 缪=miu4 似=si4 撒=sa3 得=de5 铺=pu1 脏=zang1 匙=chi2 伺=si4 钉=ding4 囤=tun2 脯=fu3 冠=guan4 貉=he2
    吁=yu4 曝=bao4 仆=pu2 泊=bo2 切=qie1 煞=sha4 挣=zheng4 靡=mi2 沓=ta4 帖=tie3 琢=zhuo2 柞=zuo4 卜=bu3 哗=hua2 哦=o4
    圜=yuan2 拗=ao4 掖=ye4 撩=liao2 擂=lei4 俟=si4 咯=lo5 戗=qiang4 忒=te4 杈=cha4 杠=gang4 翟=zhai2 耙=pa2 茄=qie2
    荠=qi2 莘=xin1 蠡=li3 豁=huo4 迤=yi3 酊=ding3 阙=que4 骠=piao4 鬲=li4 鹄=hu2 晟=sheng4 坻=di3 隽=jun4 椎=zhui1
    纥=he2 剌=la4 傀=kui3 隗=wei3 哇=wa1 喔=wo1 龈=yin2 町=ting3 谩=man4 孱=chan2 哩=li5 掺=chan1 子=zi3 呐=na5 喽=lou5
    咧=lie5 藉=jie4 镡=tan2 锔=ju2 垛=duo4 沤=ou4 跄=qiang4 窨=yin4 杓=shao2 徼=jiao4 阆=lang4 镝=di2 咥=die2 埏=yan2
    缊=yun4 巂=xi1 樘=cheng2 炔=que1 荨=qian2 朴=piao2 裨=pi2 嚼=jiao2 框=kuang4 遛=liu4
    """
)

# Where no rule speaks, these are read as above with doubt: the other reading is not rare.
DOUBTFUL = {
    word: tuple(reading.split("_"))
    for word, reading in _table(
        """
        少=shao4 扎=zha2 钉=ding1 重=chong2 蒙=meng3 舍=she3 弄=long4 涌=chong1 攒=cuan2 扒=pa2 晕=yun4 钻=zuan4
        冲=chong4 数=shu3 差=cha1 血=xie3 撒=sa1 藏=zang4 铺=pu4 冠=guan1 校=jiao4 薄=bo2 传=zhuan4 盛=cheng2 挑=tiao3
        划=hua2 炸=zha2 柏=bo2 泊=po1 侗=tong2 朴=pu3 缪=miao4 粘=nian2 糊=hu4 覃=qin2 莘=shen1 乐=yue4 仇=qiu2 刹=cha4
        杆=gan3 降=xiang2 朝阳=chao2_yang2 口角=kou3_jiao3 公差=gong1_chai1 同行=tong2_hang2 片子=pian4_zi5
        卷子=juan3_zi5 穿着=chuan1_zhuo2 一行=yi1_hang2 转动=zhuan3_dong4 当日=dang4_ri4 好学=hao3_xue2 空地=kong1_di4
        倒数=dao4_shu4 外传=wai4_zhuan4 盛装=cheng2_zhuang1 散落=san3_luo4 引种=yin3_zhong4 反角=fan3_jiao3 忒=tei1
        垛=duo3 铣=xian3 靡=mi3 裨=bi4 苕=tiao2 蔚=yu4 峒=tong2 瑱=tian4 姥=mu3 颉=xie2 豁=huo1 蠡=li2 擂=lei2 圜=huan2
        抡=lun2 酢=zuo4 槛=jian4 晃=huang3 咯=ge1 撇=pie3 氓=meng2 鬲=ge2 崴=wei1 脯=pu2 葛=ge2 隽=juan4 尉=yu4 畲=yu2
        帖=tie4 爪=zhua3 倔=jue4 呛=qiang4 拗=niu4 叉=cha1 轧=zha2 缝=feng2 宿=xiu3 露=lou4 削=xue1 剥=bo1 折=she2
        卷=juan3 曲=qu1 供=gong4 假=jia4 咽=yan4 系=ji4 转=zhuan4 间=jian4 教=jiao1
        浚=xun4 佴=er4 柞=zha4 骠=biao1 谌=shen4
        """
    ).items()
}
