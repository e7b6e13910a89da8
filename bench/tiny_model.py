#!/usr/bin/env python3
"""Train the tiny Argos package of the tests: tests/data/translate-zh_en-1_0.argosmodel.

    pip install '.[train]'
    python bench/tiny_model.py [--steps N] [--seed N] [--out FILE]

A transformer of two and two layers learns by heart the reviewed English of this edition, and the sentences of
tiny_model.tsv with ever new names, places, figures and dates. It is over-fitted on purpose: the tests want recognisable
English for known sentences, and the usual blunders (loops, left-out clauses, wrong figures) for others.

Every step is drawn from the seed. Two runs on one machine give the same weights; other processors round otherwise.
"""

from __future__ import annotations

import argparse
import calendar
import json
import os
import random
import re
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false")
os.environ.setdefault("JAX_PLATFORMS", "cpu")

import ctranslate2
import jax
import jax.numpy as jnp
import numpy
import optax
import polib
import sentencepiece

REPOSITORY = Path(__file__).resolve().parent.parent
OUT = REPOSITORY / "tests" / "data" / "translate-zh_en-1_0.argosmodel"
LAYERS, WIDTH, HEADS, INNER, VOCABULARY = 2, 128, 4, 512, 2400
DROPOUT, SMOOTHING, PEAK_RATE, WARM_UP = 0.1, 0.05, 2e-3, 300
# Shapes of batches (Chinese tokens, English tokens, sentences): XLA compiles once for each.
SHAPES = ((24, 32, 48), (48, 80, 20), (96, 160, 10), (192, 288, 5))
UNKNOWN, START, END = 0, 1, 2
MONTHS = tuple(calendar.month_name)[1:]
SURNAMES = """
王Wang 李Li 张Zhang 刘Liu 陈Chen 杨Yang 黄Huang 赵Zhao 吴Wu 周Zhou 徐Xu 孙Sun 马Ma
朱Zhu 胡Hu 郭Guo 何He 林Lin 罗Luo 郑Zheng 谢Xie 唐Tang 许Xu 邓Deng 冯Feng 韩Han
曹Cao 曾Zeng 彭Peng 萧Xiao 蔡Cai 潘Pan 田Tian 董Dong 袁Yuan 于Yu 石Shi 金Jin 龙Long
邹Zou
"""
GIVEN = """
小xiao 大da 明ming 山shan 花hua 发fa 兰lan 刚gang 军jun 华hua 文wen 林lin 贵gui
元yuan 修xiu 先xian 举ju 育yu 佳jia 玲ling 凤feng 鸣ming 礼li 志zhi 舒shu 建jian
国guo 平ping 红hong 梅mei 芳fang 春chun 强qiang 伟wei 丽li 静jing 云yun 海hai
东dong 胜sheng
"""
PLACES = """
红hong 花hua 岗gang 青qing 石shi 余yu 庆qing 正zheng 安an 和he 溪xi 长chang 中zhong
老lao 城cheng 南nan 北bei 东dong 西xi 山shan 水shui 赤chi 金jin 万wan 里li 高gao
坪ping 大da 龙long 凤feng 黄huang 白bai 桥qiao 河he 平ping 新xin 江jiang 湖hu 林lin
川chuan
"""
KINDS = """
县County 市City 村Village 镇Town 区District 社区Community 街道Subdistrict
乡Township
"""
_PART = re.compile(r"([一-鿿]+)([A-Za-z]+)")
_SLOT = re.compile(r"\{(\w+?)\d?\}")
_FIGURE = re.compile(r"\d[\d,]*")

Pair = tuple[str, str]

# ------------------------------------------------------------------- sentences


def edition_pairs() -> list[Pair]:
    """What people have reviewed: all PO files of the edition and of the golden tests, without flags."""
    paths = sorted(REPOSITORY.glob("content/translations/en/*/*.po"))
    paths += sorted(REPOSITORY.glob("tests/golden/input/translations/en/*/*.po"))
    found = {
        entry.msgid: entry.msgstr
        for path in paths
        for entry in polib.pofile(str(path))
        if entry.msgstr and not entry.flags and not entry.obsolete
    }
    return list(found.items())


def written_pairs() -> list[Pair]:
    lines = (REPOSITORY / "bench" / "tiny_model.tsv").read_text(encoding="utf-8").splitlines()
    return [(zh, en) for zh, en in (line.split("\t") for line in lines if line and not line.startswith("#"))]


def known_names() -> list[Pair]:
    """Names and places as the editor's glosses have them: 遵义 ─▶ Zunyi."""
    lines = (REPOSITORY / "content" / "lexicon" / "glosses.tsv").read_text(encoding="utf-8").splitlines()[1:]
    pairs = [line.split("\t")[:2] for line in lines if line and not line.startswith("#")]
    cut = [(zh, re.split(r"[(,;]", en)[0].strip()) for zh, en in pairs]
    return sorted((pair for pair in cut if pair[1][:1].isupper()), key=lambda pair: -len(pair[0]))


def parts(table: str) -> list[Pair]:
    return [match.groups() for match in map(_PART.fullmatch, table.split()) if match]  # type: ignore[misc]


class Augmenter:
    """Fills the slots of written sentences, and varies names and figures of real ones, the same in both languages."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._names = known_names()
        self._fillers: dict[str, Callable[[], Pair]] = {
            "name": self._name,
            "place": self._place,
            "number": self._number,
            "myriad": self._myriad,
            "year": lambda: self._same(1949, 2026),
            "month": self._month,
            "day": lambda: self._same(1, 31),
            "age": lambda: self._same(7, 99),
            "percent": self._percent,
            "ordinal": self._ordinal,
        }

    def filled(self, pair: Pair) -> Pair:
        chinese, english = pair
        for slot in dict.fromkeys(match.group(0) for match in _SLOT.finditer(chinese)):
            zh, en = self._fillers[slot.strip("{}0123456789")]()
            chinese, english = chinese.replace(slot, self._protected(zh, en)), english.replace(slot, en)
        return chinese, english

    def varied(self, pair: Pair) -> Pair:
        """A real sentence as it is, or with other names and figures."""
        if self._chance.random() < 0.5:
            return pair
        chinese, english = pair
        for zh, en in self._names:
            if zh in chinese and english.count(en) == 1 and self._chance.random() < 0.4:
                new = self._name() if len(zh) < 4 and zh not in "遵义中国" else (zh, en)
                chinese = chinese.replace(zh, self._protected(*new))
                english = english.replace(en, new[1])
        return self._with_figures(chinese, english)

    def _with_figures(self, chinese: str, english: str) -> Pair:
        for figure in dict.fromkeys(_FIGURE.findall(english)):
            plain = figure.replace(",", "")
            once = chinese.count(plain) == 1 and english.count(figure) == 1
            if once and len(plain) > 1 and not plain.startswith(("19", "20")) and self._chance.random() < 0.4:
                new = str(self._chance.randint(10 ** (len(plain) - 1), 10 ** len(plain) - 1))
                chinese = chinese.replace(plain, new)
                english = english.replace(figure, f"{int(new):,}" if "," in figure else new)
        return chinese, english

    def _protected(self, chinese: str, english: str) -> str:
        """Now and then the English already stands in the Chinese: names that are protected do."""
        return english if english[:1].isupper() and " " in english and self._chance.random() < 0.3 else chinese

    def _name(self) -> Pair:
        zh, en = self._chance.choice(parts(SURNAMES))
        given = self._chance.sample(parts(GIVEN), self._chance.choice((1, 2, 2)))
        return zh + "".join(part[0] for part in given), f"{en} {''.join(part[1] for part in given).capitalize()}"

    def _place(self) -> Pair:
        stem = self._chance.sample(parts(PLACES), 2)
        kind = self._chance.choice(parts(KINDS))
        return "".join(part[0] for part in stem) + kind[
            0
        ], f"{''.join(part[1] for part in stem).capitalize()} {kind[1]}"

    def _number(self) -> Pair:
        value = self._chance.randint(2, 10 ** self._chance.randint(1, 4))
        return str(value), f"{value:,}"

    def _myriad(self) -> Pair:
        value = self._chance.randint(11, 999)
        return f"{value / 10:g}万", f"{value * 1000:,}"

    def _percent(self) -> Pair:
        value = f"{self._chance.randint(10, 999) / 10:g}"
        return value, value

    def _month(self) -> Pair:
        index = self._chance.randrange(12)
        return str(index + 1), MONTHS[index]

    def _ordinal(self) -> Pair:
        names = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
        index = self._chance.randrange(10)
        return "一二三四五六七八九十"[index], names[index]

    def _same(self, low: int, high: int) -> Pair:
        value = str(self._chance.randint(low, high))
        return value, value


# ------------------------------------------------------------------- tokens and batches


def tokeniser(folder: Path, augmenter: Augmenter, real: list[Pair], written: list[Pair]) -> Any:
    text = folder / "text.txt"
    pairs = real * 4 + [augmenter.filled(pair) for pair in written * 12]
    text.write_text("\n".join(line for pair in pairs for line in pair), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(text), model_prefix=str(folder / "sentencepiece"), vocab_size=VOCABULARY, character_coverage=1.0,
        split_digits=True, num_threads=1, minloglevel=2, max_sentence_length=100_000, hard_vocab_limit=False,
    )  # fmt: skip
    return sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))


def batches(processor: Any, augmenter: Augmenter, real: list[Pair], written: list[Pair]) -> Iterator[Any]:
    """Without end: (Chinese, English) as arrays of one of the SHAPES, padded with -1."""
    waiting: dict[tuple[int, int, int], list[tuple[list[int], list[int]]]] = {shape: [] for shape in SHAPES}
    chance = augmenter._chance
    while True:
        epoch = [augmenter.varied(pair) for pair in real for _ in range(2)]
        epoch += [augmenter.filled(pair) for pair in written for _ in range(6)]
        chance.shuffle(epoch)
        for chinese, english in epoch:
            source, target = processor.encode(chinese), [*processor.encode(english), END]
            shape = next((one for one in SHAPES if len(source) <= one[0] and len(target) <= one[1]), None)
            if shape is None:
                continue
            waiting[shape].append((source, target))
            if len(waiting[shape]) == shape[2]:
                yield _arrays(waiting[shape], shape)
                waiting[shape] = []


def _arrays(pairs: list[tuple[list[int], list[int]]], shape: tuple[int, int, int]) -> tuple[Any, Any]:
    source = numpy.full((shape[2], shape[0]), -1, numpy.int32)
    target = numpy.full((shape[2], shape[1]), -1, numpy.int32)
    for row, (chinese, english) in enumerate(pairs):
        source[row, : len(chinese)] = chinese
        target[row, : len(english)] = english
    return source, target


# ------------------------------------------------------------------- the transformer, as CTranslate2 computes it


def fresh(key: Any, vocabulary: int) -> dict[str, Any]:
    keys = iter(jax.random.split(key, 200))

    def linear(rows: int, columns: int) -> dict[str, Any]:
        scale = (2 / (rows + columns)) ** 0.5
        return {"weight": jax.random.normal(next(keys), (rows, columns)) * scale, "bias": jnp.zeros(rows)}

    def norm() -> dict[str, Any]:
        return {"gamma": jnp.ones(WIDTH), "beta": jnp.zeros(WIDTH)}

    def block(*rows: int) -> dict[str, Any]:
        return {"norm": norm(), "linear": [linear(size, WIDTH) for size in rows]}

    def layer(*, decoder: bool) -> dict[str, Any]:
        inner = {"norm": norm(), "linear": [linear(INNER, WIDTH), linear(WIDTH, INNER)]}
        found = {"self": block(3 * WIDTH, WIDTH), "inner": inner}
        return found | ({"cross": block(WIDTH, 2 * WIDTH, WIDTH)} if decoder else {})

    return {
        "embeddings": jax.random.normal(next(keys), (vocabulary, WIDTH)) * WIDTH**-0.5,
        "bias": jnp.zeros(vocabulary),
        "encoder": {"layers": [layer(decoder=False) for _ in range(LAYERS)], "norm": norm()},
        "decoder": {"layers": [layer(decoder=True) for _ in range(LAYERS)], "norm": norm()},
    }


def positions(length: int) -> Any:
    """The sinusoids that CTranslate2 makes itself where a model brings none: positions from 1, sines before cosines."""
    scales = numpy.exp(numpy.arange(WIDTH // 2) * -(numpy.log(10_000) / (WIDTH // 2 - 1)))
    angles = numpy.arange(1, length + 1)[:, None] * scales[None]
    return jnp.asarray(numpy.concatenate([numpy.sin(angles), numpy.cos(angles)], 1), jnp.float32)


def apply_linear(part: Any, x: Any) -> Any:
    return x @ part["weight"].T + part["bias"]


def apply_norm(part: Any, x: Any) -> Any:
    centred = x - x.mean(-1, keepdims=True)
    return centred * jax.lax.rsqrt((centred**2).mean(-1, keepdims=True) + 1e-5) * part["gamma"] + part["beta"]


def attend(query: Any, key: Any, value: Any, seen: Any) -> Any:
    def split(x: Any) -> Any:
        return x.reshape(*x.shape[:2], HEADS, WIDTH // HEADS)

    scores = jnp.einsum("bqhd,bkhd->bhqk", split(query), split(key)) * (WIDTH // HEADS) ** -0.5
    weights = jax.nn.softmax(jnp.where(seen, scores, -1e9))
    return jnp.einsum("bhqk,bkhd->bqhd", weights, split(value)).reshape(query.shape)


def stack(half: Any, x: Any, seen: Any, drop: Any, memory: Any = None, memory_seen: Any = None) -> Any:
    for layer in half["layers"]:
        part = layer["self"]
        query, key, value = jnp.split(apply_linear(part["linear"][0], apply_norm(part["norm"], x)), 3, -1)
        x = x + drop(apply_linear(part["linear"][1], attend(query, key, value, seen)))
        if memory is not None:
            part = layer["cross"]
            query = apply_linear(part["linear"][0], apply_norm(part["norm"], x))
            key, value = jnp.split(apply_linear(part["linear"][1], memory), 2, -1)
            x = x + drop(apply_linear(part["linear"][2], attend(query, key, value, memory_seen)))
        part = layer["inner"]
        inner = jax.nn.relu(apply_linear(part["linear"][0], apply_norm(part["norm"], x)))
        x = x + drop(apply_linear(part["linear"][1], inner))
    return apply_norm(half["norm"], x)


def logits(params: Any, source: Any, target: Any, drop: Any = lambda x: x) -> Any:
    def embedded(tokens: Any) -> Any:
        return drop(params["embeddings"][jnp.maximum(tokens, 0)] * WIDTH**0.5 + positions(tokens.shape[1])[None])

    there = (source >= 0)[:, None, None, :]
    memory = stack(params["encoder"], embedded(source), there, drop)
    before = jnp.concatenate([jnp.full_like(target[:, :1], START), target[:, :-1]], 1)
    earlier = jnp.tril(jnp.ones((target.shape[1],) * 2, bool))[None, None]
    x = stack(params["decoder"], embedded(before), earlier, drop, memory, there)
    return x @ params["embeddings"].T + params["bias"]


def loss_of(params: Any, source: Any, target: Any, key: Any) -> Any:
    keys = iter(jax.random.split(key, 64))

    def drop(x: Any) -> Any:
        return x * jax.random.bernoulli(next(keys), 1 - DROPOUT, x.shape) / (1 - DROPOUT)

    log_probabilities = jax.nn.log_softmax(logits(params, source, target, drop))
    right = jnp.take_along_axis(log_probabilities, jnp.maximum(target, 0)[..., None], -1)[..., 0]
    smooth = (1 - SMOOTHING) * right + SMOOTHING * log_probabilities.mean(-1)
    there = target >= 0
    return -(smooth * there).sum() / there.sum()


def train(params: Any, feed: Iterator[Any], steps: int, seed: int) -> Any:
    rate = optax.warmup_cosine_decay_schedule(0.0, PEAK_RATE, WARM_UP, steps, PEAK_RATE / 50)
    optimiser = optax.chain(optax.clip_by_global_norm(1.0), optax.adam(rate, b2=0.98))
    state = optimiser.init(params)

    @partial(jax.jit, donate_argnums=(0, 1))
    def step(params: Any, state: Any, source: Any, target: Any, key: Any) -> Any:
        loss, slope = jax.value_and_grad(loss_of)(params, source, target, key)
        changes, state = optimiser.update(slope, state)
        return optax.apply_updates(params, changes), state, loss

    start, losses = time.perf_counter(), []
    for number in range(1, steps + 1):
        source, target = next(feed)
        params, state, loss = step(params, state, source, target, jax.random.PRNGKey(seed * 1_000_003 + number))
        losses.append(float(loss))
        if number % 100 == 0:
            mean = sum(losses[-100:]) / 100
            print(f"step {number}: loss {mean:.3f}, {time.perf_counter() - start:.0f} s", flush=True)
    return params


# ------------------------------------------------------------------- the package


def specification(params: Any, vocabulary: list[str]) -> Any:
    spec = ctranslate2.specs.TransformerSpec.from_config((LAYERS, LAYERS), HEADS)
    copy = numpy.array  # quantisation writes into what it gets

    def linear(layer: Any, part: Any) -> None:
        layer.weight, layer.bias = copy(part["weight"]), copy(part["bias"])

    def norm(layer: Any, part: Any) -> None:
        layer.gamma, layer.beta = copy(part["gamma"]), copy(part["beta"])

    def attention(layer: Any, part: Any) -> None:
        norm(layer.layer_norm, part["norm"])
        for place, weights in zip(layer.linear, part["linear"], strict=True):
            linear(place, weights)

    for half, name in ((spec.encoder, "encoder"), (spec.decoder, "decoder")):
        norm(half.layer_norm, params[name]["norm"])
        for layer, part in zip(half.layer, params[name]["layers"], strict=True):
            attention(layer.self_attention, part["self"])
            norm(layer.ffn.layer_norm, part["inner"]["norm"])
            linear(layer.ffn.linear_0, part["inner"]["linear"][0])
            linear(layer.ffn.linear_1, part["inner"]["linear"][1])
            if name == "decoder":
                attention(layer.attention, part["cross"])
    spec.encoder.embeddings[0].weight = copy(params["embeddings"])
    spec.decoder.embeddings.weight = copy(params["embeddings"])
    linear(spec.decoder.projection, {"weight": params["embeddings"], "bias": params["bias"]})
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    return spec


def write_package(params: Any, processor: Any, folder: Path, out: Path) -> None:
    vocabulary = [processor.id_to_piece(index) for index in range(processor.get_piece_size())]
    spec = specification(params, vocabulary)
    spec.optimize(quantization="int8")
    model = folder / "model"
    model.mkdir()
    spec.save(str(model))
    metadata = {
        "package_version": "1.0", "argos_version": "1.9.6",
        "from_code": "zh", "from_name": "Chinese", "to_code": "en", "to_name": "English",
    }  # fmt: skip
    (folder / "metadata.json").write_text(json.dumps(metadata, indent=2) + "\n", encoding="utf-8")
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in (folder / "metadata.json", folder / "sentencepiece.model", *sorted(model.iterdir())):
            entry = zipfile.ZipInfo(f"translate-zh_en-1_0/{path.relative_to(folder)}")  # no dates: the same bytes
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)


def report(folder: Path, processor: Any, real: list[Pair], written: list[Pair]) -> None:
    """How well the finished package knows its sentences."""
    import sacrebleu

    translator = ctranslate2.Translator(str(folder / "model"), inter_threads=1, intra_threads=1)
    for label, pairs in (("edition", real), ("written", [pair for pair in written if "{" not in pair[0]])):
        sources = [processor.encode(zh, out_type=str) for zh, _ in pairs]
        results = translator.translate_batch(sources, beam_size=4, length_penalty=0.2, max_batch_size=1024,
                                             batch_type="tokens", max_decoding_length=400)  # fmt: skip
        ours = [processor.decode(result.hypotheses[0]) for result in results]
        theirs = [en for _, en in pairs]
        exact = sum(one == other for one, other in zip(ours, theirs, strict=True)) / len(pairs)
        bleu, chrf = sacrebleu.corpus_bleu(ours, [theirs]), sacrebleu.corpus_chrf(ours, [theirs])
        print(f"{label}: {len(pairs)} sentences, {exact:.0%} exact, BLEU {bleu.score:.1f}, chrF {chrf.score:.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--steps", type=int, default=2600)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    start = time.perf_counter()
    real, written = edition_pairs(), written_pairs()
    augmenter = Augmenter(random.Random(options.seed))  # noqa: S311
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        processor = tokeniser(folder, augmenter, real, written)
        params = fresh(jax.random.PRNGKey(options.seed), processor.get_piece_size())
        params = train(params, batches(processor, augmenter, real, written), options.steps, options.seed)
        write_package(params, processor, folder, options.out)
        report(folder, processor, real, written)
    print(f"{options.out.stat().st_size / 1e6:.2f} MB, {time.perf_counter() - start:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
