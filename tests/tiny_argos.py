"""Genuine Argos packages with random weights: SentencePiece tokeniser, CTranslate2 transformer, metadata.

Their English is nonsense, but always the same nonsense: they go through the very code that a real package goes
through, for any pair of languages. One that knows some English lies in tests/data (bench/tiny_model.py).
"""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ctranslate2
import numpy
import sentencepiece

TEXT = """\
昨天新桥通车了
孩子们在桥上放风筝
老人们常来这里聊天
节约用水人人有责
the new bridge opened yesterday
children fly kites on the bridge
old people come here to chat
save water
"""


@dataclass(frozen=True)
class Shape:
    layers: int = 1
    heads: int = 2
    width: int = 16
    inner: int = 32


def build_package(folder: Path, *, source: str = "zh", target: str = "en", package_version: str = "1.0") -> Path:
    """The package as one .argosmodel file in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = _tokeniser(folder)
    model = folder / "model"
    model.mkdir()
    random_transformer(vocabulary, Shape()).save(str(model))
    metadata = {
        "package_version": package_version,
        "argos_version": "1.5",
        "from_code": source,
        "from_name": source,
        "to_code": target,
        "to_name": target,
    }
    (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    package = folder / f"translate-{source}_{target}-1_0.argosmodel"
    with zipfile.ZipFile(package, "w") as archive:
        for path in (folder / "metadata.json", folder / "sentencepiece.model", *model.iterdir()):
            archive.write(path, f"translate-{source}_{target}-1_0/{path.relative_to(folder)}")
    return package


def _tokeniser(folder: Path) -> list[str]:
    text = folder / "text.txt"
    text.write_text(TEXT * 4, encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(text),
        model_prefix=str(folder / "sentencepiece"),
        vocab_size=90,
        hard_vocab_limit=False,
        character_coverage=1.0,
        num_threads=1,
        minloglevel=2,
    )
    processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
    return [processor.id_to_piece(index) for index in range(processor.get_piece_size())]


def random_transformer(vocabulary: list[str], shape: Shape) -> Any:
    """What CTranslate2 saves as a model, all of its weights random, the embeddings shared."""
    spec = ctranslate2.specs.TransformerSpec.from_config((shape.layers, shape.layers), shape.heads)
    generator = numpy.random.default_rng(7)
    width = shape.width

    def matrix(*sizes: int) -> Any:
        return generator.normal(0, 2 * width**-0.5, sizes).astype(numpy.float32)

    def linear(layer: Any, rows: int, columns: int) -> None:
        layer.weight, layer.bias = matrix(rows, columns), matrix(rows)

    def norm(layer: Any) -> None:
        layer.gamma, layer.beta = numpy.ones(width, numpy.float32), numpy.zeros(width, numpy.float32)

    def attention(layer: Any, *rows: int) -> None:
        norm(layer.layer_norm)
        for part, size in zip(layer.linear, rows, strict=True):
            linear(part, size, width)

    def feed_forward(layer: Any) -> None:
        norm(layer.layer_norm)
        linear(layer.linear_0, shape.inner, width)
        linear(layer.linear_1, width, shape.inner)

    embeddings = matrix(len(vocabulary), width)
    spec.encoder.embeddings[0].weight = embeddings.copy()
    spec.decoder.embeddings.weight = embeddings.copy()
    for half in (spec.encoder, spec.decoder):
        norm(half.layer_norm)
        for layer in half.layer:
            attention(layer.self_attention, 3 * width, width)
            feed_forward(layer.ffn)
    for layer in spec.decoder.layer:
        attention(layer.attention, width, 2 * width, width)
    spec.decoder.projection.weight, spec.decoder.projection.bias = embeddings.copy(), matrix(len(vocabulary))
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    return spec
