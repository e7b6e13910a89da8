"""A case and a counter-case for every rule: English that misleads, and English that is right."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duidu.checks.codes import CODES
from duidu.gate import CHECKS, MISLEADING, Gate, SourceText, doubt
from duidu.model import Fault, Term, Word, WordTag

BENCH = Path(__file__).resolve().parents[2] / "bench" / "gate.py"
HUANG = Term("黄大发", "Huang Dafa", (), WordTag.PERSON)
ZUNYI = Term("遵义", "Zunyi", ("Zunyi City",), WordTag.PLACE)
COMMITTEE = Term("村委会", "villagers’ committee", ("village committee",))

# Code, Chinese, English that the code finds fault with, English with which it does not.
CASES = (
    ("M601", "现场响起掌声。", "Applause (applause) (applause) (applause).", "There was applause on the spot."),
    ("M601", "雨一直下。", "The rain kept falling and falling and falling and falling.", "It rained on and on."),
    ("M601", "他很高兴。", "He is very happy and very happy and very happy and very happy.", "He is very, very happy."),
    (
        "M601",
        "这叫登山、远足或徒步。",
        "This is called walking, walking or walking.",
        "This is called climbing, hiking or walking.",
    ),
    (
        "M602",
        "全县干部群众连续奋战三十多天，终于在雨季到来之前修好了这条通往山里的公路。",
        "They worked.",
        "Officials and people of the county worked for over thirty days and at last repaired the road to the hills.",
    ),
    ("M602", "下雪了。", "", "It is snowing."),
    ("M603", "他来自红花岗区。", "He comes from 红花岗 District.", "He comes from Honghuagang District."),
    (
        "M604",
        "共有120名党员参加。",
        "A total of 1,200 party members took part.",
        "In all, 120 party members took part.",
    ),
    ("M604", "共有一百二十人参加。", "A total of people took part.", "One hundred and twenty people took part."),
    ("M604", "水渠长9.4公里。", "The canal is 9.4 miles long.", "The canal is 9.4 kilometres long."),
    ("M604", "他二十多岁。", "He is only 20 years old.", "He is in his twenties."),
    ("M604", "这是他第5次获奖。", "He won 5 prizes.", "It was his fifth prize."),
    ("M604", "全村有30多万棵树。", "The village has over 30,000 trees.", "The village has more than 300,000 trees."),
    ("M604", "人口1850万。", "A population of 1.85 million.", "The population is 18.5 million."),
    ("M604", "会议下午3时开始。", "The meeting begins at 5 p.m.", "The meeting begins at 15:00."),
    ("M604", "占百分之五十。", "This is 5 per cent.", "This is half."),
    ("M604", "三分之一的村民外出。", "Villagers have left.", "A third of the villagers have left."),
    ("M604", "上世纪90年代修路。", "The road was built in the 1980s.", "The road was built in the 1990s."),
    ("M604", "该镇建于19世纪50年代。", "The town was built in the 1950s.", "The town was built in the 1850s."),
    ("M604", "2021年3月5日开工。", "Work began on 5 May 2021.", "Work began on March 5, 2021."),
    ("M604", "产量增加了一倍，达到3至5吨。", "The yield doubled to 3 tons.", "The yield doubled to 3–5 tons."),
    ("M604", "周四开会。", "There is a meeting on Tuesday.", "There is a meeting on Thursday."),
    ("M604", "公司雇了4人。", "The company hired 4 people and 77 others.", "The company hired four people."),
    ("M605", "黄大发修了水渠。", "Kim Yong-hoon built a canal.", "Dafa Huang built a canal."),
    ("M605", "他去了波兰。", "He went to Holland.", "He visited a Polish town."),
    ("M605", "总经理史密斯（Smith）到场。", "General manager Brown was there.", "General manager Smith was there."),
    (
        "M605",
        "费尔南德斯说这不够。",
        "Montgomery said that this was not enough.",
        "Fernandes said that was not enough.",
    ),
    ("M605", "基金会捐了款。", "The foundation and the IMF gave money.", "The foundation gave money."),
    ("M606", "村委会开会。", "The council of elders met.", "The village committee met."),
    ("M607", "他说：“好。”", "He said good.", "He said, “Good.”"),
    ("M607", "他（校长）来了。", "He (the headmaster came.", "He (the headmaster) came."),
    (
        "M608",
        "老人每天打扫街道，年轻工程师修理水泵。",
        "The old man sweeps the street every day.",
        "The old man sweeps the street every day, and young engineers repair the water pump.",
    ),
    ("M609", "湖边有麋鹿和驼鹿。", "There are moose and moose by the lake.", "There are elk and moose by the lake."),
    ("M609", "交通流量很大。", "The traffic traffic is heavy.", "Traffic is heavy."),
    ("M611", "飞机已经降落。", "It has already landed.", "The plane has already landed."),
    ("M610", "欢迎光临。", "Welcome to <unk> the ▁house.", "Welcome to the house."),
    ("M610", "请看我们的网站。", "Please see http://x.example/.", "Please see our website."),
    ("M610", "大家都来了。", "EVERYBODY HAS COME HERE TODAY.", "Everybody has come."),
    ("M611", "他拒绝离婚。", "He agreed.", "He refused a divorce."),
    (
        "M611",
        "这座寺庙建于公元前三世纪。",
        "The temple is of the third century.",
        "The temple is of the third century BC.",
    ),
    (
        "M601",
        "桥修好了，路也通了。",
        "The bridge is finished and the road is open. The bridge is finished and the road is open.",
        "The bridge is finished and the road is open.",
    ),
    (
        "M601",
        "老人在门口等孩子回家。",
        "The old man waits, for his child to come home, for his child to come home.",
        "The old man waits for his child to come home.",
    ),
    ("M604", "村里来了两名医生。", "Seven doctors came to the village.", "Two doctors came to the village."),
    ("M604", "占总数的百分之四十。", "They are 40 of the total.", "They are 40% of the total."),
    ("M604", "全村不到300人。", "The village has more than 300 people.", "The village has fewer than 300 people."),
    ("M604", "超过500人参加。", "Fewer than 500 people took part.", "More than 500 people took part."),
    ("M605", "他在波兰工作。", "He works in Poland and Vietnam.", "He works in Poland."),
    ("M605", "校长来了。", "Bernard Hamilton came, then the head, Oscar Weber.", "The head came."),
    (
        "M608",
        "干部冒着大雨连夜转移群众，抢修被冲毁的公路，确保物资及时送到。",
        "Officials evacuated people overnight in heavy rain.",
        "Officials evacuated people overnight in heavy rain and repaired the road so that supplies would arrive.",
    ),
    ("M610", "南岭村的故事。", "THE STORY OF NANLING VILLAGE.", "The Story of Nanling Village."),
    (
        "M612",
        "欧洲国家拒绝接收他们。",
        "European countries agreed to take them in.",
        "European countries refused them.",
    ),
    ("M612", "村里没有医生。", "There is a doctor in the village.", "There is no doctor in the village."),
    ("M612", "他们不会回来。", "They will come back.", "They won’t come back."),
    ("M612", "此处禁止游泳。", "You may swim here.", "Swimming is banned here."),
    ("M612", "要求并不明确。", "The demands are clear.", "The demands are unclear."),
    ("M612", "新桥已经通车。", "The new bridge has not been opened.", "The new bridge has been opened."),
    ("M612", "粮食产量大幅下降。", "Grain output has increased a lot.", "Grain output has dropped a lot."),
    ("M612", "参观者至少住三天。", "Visitors stay three days at most.", "Visitors stay for at least three days."),
    ("M612", "他在会议之前离开。", "He left after the meeting.", "He left before the meeting."),
    ("M612", "桥在战争之后重建。", "The bridge was rebuilt before the war.", "The bridge was rebuilt after the war."),
    ("M612", "这条路更方便。", "This road is less convenient.", "This road is more convenient."),
    (
        "M612",
        "这是县里最高的楼。",
        "It is the least tall house of the county.",
        "It is the tallest house of the county.",
    ),
    ("M612", "到九十年代末才通电。", "Power came in the early 1990s.", "Power did not come until the late 1990s."),
    (
        "M612",
        "他不仅修桥，还修路。",
        "He only builds bridges but also roads.",
        "He not only builds bridges but also roads.",
    ),
    ("M612", "敌人占领了县城。", "Our friends took the county town.", "The enemy took the county town."),
    ("M612", "老人住在村东部。", "The old man lives in the western part.", "The old man lives in the eastern part."),
    ("M612", "她是最好的歌手。", "She is the worst singer.", "She is the best singer."),
)


@pytest.mark.parametrize(("code", "chinese", "wrong", "right"), CASES)
def test_each_rule_has_a_case_and_a_counter_case(judge, code, chinese, wrong, right):
    terms = (HUANG, COMMITTEE)
    assert code in {fault.code for fault in judge(chinese, wrong, *terms)}
    assert code not in {fault.code for fault in judge(chinese, right, *terms)}


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("他一心一意为村民服务。", "He serves the villagers heart and soul."),
        ("三三两两的游客走在街上。", "Tourists walked along the street in twos and threes."),
        ("两国签署了协议。", "Both countries signed the agreement."),
        ("他是一个好人。", "He is a good man."),
        ("全镇有1.2万人。", "The town has 12,000 people."),
        ("全县粮食产量达3亿斤。", "The county’s grain output reached 300 million jin."),
        ("四百余名志愿者参加了活动。", "More than 400 volunteers took part in the activity."),
        ("九成以上的农户用上了自来水。", "Over 90% of rural households have tap water."),
        ("二〇二四年五月一日，新桥通车。", "On May 1, 2024, the new bridge opened to traffic."),
        ("会议于上午8时30分开始。", "The meeting began at 8:30 a.m."),
        ("她的儿子十二岁。", "Her son is twelve years old."),
        ("我们一定要把这件事办好。", "We must do this well."),
        ("半数学生住校。", "Half of the students live at school."),
        ("成千上万的人来到广场。", "Tens of thousands of people came to the square."),
        ("他从九楼摔下，但没有受伤。", "He fell from the ninth floor but was not hurt."),
        ("中国和法国的专家参加了会议。", "Chinese and French experts attended the conference."),
        ("20世纪初，这里还是一片荒地。", "At the beginning of the twentieth century this was still wasteland."),
        ("第三季度利润翻了一番。", "Profits doubled in the third quarter."),
        ("他们乘航天飞机返回。", "They returned by space shuttle."),
        ("林中有各种动物。", "There are bears and wolves in the forest."),
        ("请保持尊严和庄严。", "Please keep dignity, dignity."),
        ("这片土地尚未开发。", "This land is undeveloped."),
        ("这里的交通从未中断。", "Traffic here is non-stop."),
        ("这是一种亚文化。", "This is a sub-culture."),
        ("他是比利时人。", "He is Belgian."),
        ("", ""),
        ("他不仅会唱歌，还会跳舞。", "He can sing, and he dances, too."),
        ("孩子们哭个不停。", "The children kept crying."),
        ("桥直到五月才通车。", "The bridge did not open until May."),
        ("村里没有水、没有电、没有路。", "The village had no water, power or road."),
        ("不太可能成功。", "Success is unlikely."),
        ("他每天都来，从不间断。", "He comes every day, without fail."),
        ("先污染后治理的路走不通。", "Pollution before clean-up is a road that leads nowhere."),
        ("这个国家位于南美洲。", "The country lies in South America."),
        ("无论天气如何，他都去。", "He goes whatever the weather."),
        ("快跑！快跑！", "Run as fast as you can! Run as fast as you can!"),
        ("猫吃了三聚氰胺。", "The cat ate melamine."),
        ("朴钟硕（Jong Seork Park）得了第九名。", "Jong Seork Park finished ninth."),
        ("太平洋海啸警报中心（PTWC）发出警报。", "The PTWC has issued a warning."),
        ("不到一半的人同意。", "Fewer than half of the people agreed."),
        ("这不仅是桥，也是路。", "It is not only a bridge but also a road."),
        ("我国粮食丰收。", "China has had a good harvest."),
        ("墙上的广告没有了。", "The advertisements on the wall are gone."),
        ("美国地质调查局的太空地质团队到了。", "The US Geological Survey Astrogeology Team is here."),
        ("如果没有电（如果有的话），就用蜡烛。", "If there is no power (if there is any), use candles."),
        ("变得越来越不相似。", "They look less and less alike."),
        ("——", "—"),
        ("好！", "Good!"),
    ],
)
def test_what_is_right_passes(judge, chinese, english):
    faults = judge(chinese, english)
    assert doubt(faults) < MISLEADING, faults


def test_a_name_may_differ_in_order_hyphen_case_and_accents(judge):
    for english in ("HUANG DAFA came.", "Dafa Huang came.", "Huang Da-fa came.", "Huáng Dàfā came."):
        assert "M605" not in {fault.code for fault in judge("黄大发来了。", english, HUANG)}


def test_chinese_in_brackets_behind_its_english_misleads_nobody(judge):
    assert doubt(judge("他来自红花岗区。", "He comes from Honghuagang (红花岗) District.")) < MISLEADING


def test_another_spelling_of_a_name_weighs_little(judge):
    lee = Term("李显龙", "Li Xianlong", (), WordTag.PERSON)
    assert doubt(judge("李显龙来了。", "Lee Hsien Loong came.", lee)) < MISLEADING
    wong = Term("黄根成", "Huang Gencheng", (), WordTag.PERSON)
    assert doubt(judge("黄根成来了。", "Wong Kan Seng came.", wong)) < MISLEADING
    assert doubt(judge("黄根成来了。", "Tan Kan Seng came.", wong)) >= MISLEADING
    assert doubt(judge("李显龙来了。", "Park Geun-hye came.", lee)) >= MISLEADING


def _person(chinese, english):
    return Term(chinese, english, (), WordTag.PERSON)


@pytest.mark.parametrize(
    ("chinese", "term", "right", "wrong"),
    [
        (
            "胡立新说要修路。",
            _person("胡立新", "Hu Lixin"),
            "Hu said the road must be built.",
            "He said it must be built.",
        ),
        ("船停在罗卡角。", _person("罗卡角", "Luo Kajiao"), "It stops at Cape Rocca.", "It stops at Cape Horn."),
        ("阿里斯塔克斯来了。", _person("阿里", "A Li"), "Aristarchus came.", "Ptolemy came."),
        ("我和车辆在路上。", _person("和车辆", "He Cheliang"), "The vehicles and I were there.", "We were there."),
        ("他爱罗马建筑。", Term("罗马", "Rome", (), WordTag.PLACE), "He loves Roman buildings.", "He loves buildings."),
        (
            "他住在本州岛。",
            Term("本州岛", "Honshū Island", (), WordTag.PLACE),
            "He lives on Honshu.",
            "He is on the Island.",
        ),
        ("实施“强双基”行动。", _person("强双基", "Qiang Shuangji"), "A drive for a stronger base began.", ""),
        (
            "黔北很美。",
            Term("黔北", "Qianbei", (), WordTag.PLACE),
            "Northern Guizhou is beautiful.",
            "It is beautiful.",
        ),
        ("北大西洋很冷。", Term("西洋", "West", (), WordTag.PLACE), "The North Atlantic is cold.", "The sea is cold."),
        ("容纳数万亿个粒子。", Term("数万", "tens of thousands"), "It holds trillions of particles.", ""),
    ],
)
def test_a_name_may_be_a_piece_of_something_else(judge, chinese, term, right, wrong):
    assert doubt(judge(chinese, right, term)) < MISLEADING
    assert doubt(judge(chinese, wrong, term)) >= MISLEADING


def test_an_accepted_form_of_a_name_is_right(judge):
    assert not judge("遵义很美。", "Zunyi City is beautiful.", ZUNYI)


def test_the_gravest_comes_first(judge):
    faults = judge("共有120名党员参加。", "A total of 1,200 <unk> party members took part.")
    assert [fault.weight for fault in faults] == sorted((fault.weight for fault in faults), reverse=True)
    assert len(faults) > 1


def test_a_missed_noun_that_is_rare_weighs_more_than_a_missed_verb(judge):
    rare, verb = judge("马镫挂在墙上。", "It hangs on the wall."), judge("他们聚集在墙下。", "They are below the wall.")
    assert 0.2 < doubt(rare) < MISLEADING
    assert doubt(verb) < doubt(rare)


def test_missed_words_alone_never_pass_the_threshold(judge):
    text = "马镫、榛子、噬菌体和八角形都在他房间的抽屉里，昨天打开。"
    faults = judge(text, "Yesterday he opened the drawer in his room, and it held everything he owns.")
    words = [
        fault.weight for fault in faults if fault.detail.endswith("八角形") or "words have no English" in fault.detail
    ]
    assert all(weight < MISLEADING for weight in words)


def test_english_that_has_next_to_nothing_of_the_chinese_is_another_sentence(judge):
    text = "秋收已经结束，今年的粮食产量究竟怎么样？"
    assert doubt(judge(text, "The mayor opened a new school near the river.")) >= MISLEADING
    assert (
        doubt(judge(text, "The autumn harvest is over. How large is this year’s grain output, after all?")) < MISLEADING
    )


def test_another_chinese_name_is_no_spelling_of_this_one(judge):
    source = (Term("黄大发", "Huang Dafa", (), WordTag.PERSON),)
    text = "黄大发说水来了。"
    words = tuple(
        Word(word, WordTag.PERSON if word == "黄大发" else WordTag.WORD)
        for word in ("黄大发", "说", "水", "来", "了", "。")
    )
    gate = Gate(lambda word: ())
    assert doubt(gate.judge(SourceText(text, words, source), "Wang Dafu said the water had come.")) >= MISLEADING
    assert gate.judge(SourceText(text, words, source), "Huang Dafa said the water had come.") == ()


def test_a_term_of_the_editors_weighs_more_than_one_that_ships():
    gate = Gate(lambda word: ())
    shipped, agreed = Term("连心桥", "Heart Bridge"), Term("连心桥", "Heart Bridge", agreed=True)
    text, english = "连心桥通了。", "The Lianxin Crossing has opened."
    assert doubt(gate.judge(SourceText(text, (), (shipped,)), english)) < MISLEADING
    assert doubt(gate.judge(SourceText(text, (), (agreed,)), english)) >= MISLEADING


def test_a_foreign_name_must_be_heard(judge):
    heard = judge("特拉维斯说这不够。", "Travis said that was not enough.")
    assert "M605" not in {fault.code for fault in heard}
    assert doubt(judge("特拉维斯说这不够。", "Benedict said that was not enough.")) >= MISLEADING


def test_traditional_numerals_are_understood():
    gate = Gate(lambda word: ())
    assert gate.judge(SourceText("約三萬人"), "About 30,000 people.") == ()
    assert gate.judge(SourceText("約三萬人"), "About 3,000 people.")[0].code == "M604"


def test_doubt_takes_the_worst_of_a_code_and_all_codes_together():
    first, second, other = (Fault("M604", 0.5, "a"), Fault("M604", 0.4, "b"), Fault("M605", 0.2, "c"))
    assert doubt([first, second]) == 0.5
    assert doubt([first, other]) == pytest.approx(0.6)


def test_every_code_of_the_gate_is_explained():
    assert {code for codes, _ in CHECKS for code in codes} == {code for code in CODES if code.startswith("M6")}


TEXT = st.text(max_size=60) | st.text(
    alphabet="一二十百千万亿零第多余年月日点成倍半分之，。（）“0123456789.% aAé-", max_size=40
)


@given(TEXT, TEXT)
@settings(max_examples=300, deadline=None)
def test_no_two_texts_make_it_fail(chinese, english):
    gate = Gate(lambda word: ("to go", "China") if len(word) == 2 else ())
    words = tuple(Word(char, WordTag.WORD) for char in chinese)
    source = SourceText(chinese, words, (Term("一", "One", (), WordTag.PERSON), Term("二", "", ("two",))))
    faults = gate.judge(source, english)
    assert faults == Gate(lambda word: ("to go", "China") if len(word) == 2 else ()).judge(source, english)
    assert 0 <= doubt(faults) <= 1
    assert all(0 <= fault.weight <= 1 and fault.detail for fault in faults)


def _bench(*arguments):
    return subprocess.run([sys.executable, str(BENCH), *map(str, arguments)], capture_output=True, text=True)


def test_the_bench_judges_two_files(tmp_path):
    (tmp_path / "a.zh").write_text("共3人。\n\n黄大发书记来了。\n", encoding="utf-8")
    (tmp_path / "a.en").write_text("There are 5 people.\n\nSecretary Huang Dafa came.\n", encoding="utf-8")
    done = _bench(tmp_path / "a.zh", tmp_path / "a.en")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["line"], row["findings"], row["misled"]) for row in rows] == [
        (1, ["M604"], True),
        (2, [], False),
        (3, [], False),
    ]


def test_good_english_is_spoiled_in_the_same_ways_each_time(tmp_path):
    (tmp_path / "a.zh").write_text("2021年3月5日，约有120人到波兰。\n我不知道。\n", encoding="utf-8")
    english = "On March 5, 2021, about 120 people went to Poland.\nI do not know.\n"
    (tmp_path / "a.en").write_text(english, encoding="utf-8")
    faults = BENCH.parent / "gate_faults.py"
    command = [sys.executable, str(faults), str(tmp_path / "a.zh"), str(tmp_path / "a.en")]
    first, second = (subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(2))
    assert first == second
    assert first.startswith("0 of 2 sentences are marked unspoiled.")
    rows = {line[:26].strip(): line[26:].split() for line in first.splitlines()[3:]}
    for kind in ("a digit changed", "year", "month", "place", "doubled", "Chinese left", "negation lost"):
        assert rows[kind][0] == rows[kind][2] != "0", kind


def test_the_bench_says_in_one_line_what_is_wrong(tmp_path):
    (tmp_path / "a.zh").write_text("一\n二\n", encoding="utf-8")
    (tmp_path / "a.en").write_text("one\n", encoding="utf-8")
    (tmp_path / "bad.en").write_bytes(b"\xff\xfe\xff")
    for other, said in (("a.en", "1 lines"), ("bad.en", "not UTF-8"), ("none.en", "No such file")):
        done = _bench(tmp_path / "a.zh", tmp_path / other)
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1
        assert said in done.stderr
    assert "JSON" in _bench("--help").stdout
