"""The cache remembers, forgets what has another key, and is safe to lose."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidu.cache import CACHE, Cache, digest
from duidu.model import Layers
from tests.support import article, layers

VALUE = layers(2, pinyin=("nǐ", "hǎo"))
NAME = "layers/p/s"


def test_a_value_is_remembered_under_its_name_and_key(tmp_path: Path) -> None:
    Cache(tmp_path, Layers).put(NAME, "key", VALUE)
    again = Cache(tmp_path, Layers)
    assert again.get(NAME, "key") == VALUE
    assert again.get(NAME, "other key") is None
    assert again.get("layers/p/t", "key") is None


def test_the_last_value_of_a_name_counts(tmp_path: Path) -> None:
    memory = Cache(tmp_path, Layers)
    memory.put(NAME, "a", layers(1))
    memory.put(NAME, "b", VALUE)
    assert (memory.get(NAME, "a"), memory.get(NAME, "b")) == (None, VALUE)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"[]",
        b'{"key": "key"}',
        b'{"key": "key", "value": 5}',
        b'{"key": "key", "value": {"pinyin": ["a"], "glosses": [], "levels": [], "variants": []}}',
    ],
)
def test_a_file_that_cannot_be_used_is_a_miss(tmp_path: Path, data: bytes) -> None:
    memory = Cache(tmp_path, Layers)
    memory.put(NAME, "key", VALUE)
    (tmp_path / CACHE / f"{NAME}.json").write_bytes(data)
    assert memory.get(NAME, "key") is None


def test_a_folder_that_cannot_be_written_is_only_slow(tmp_path: Path) -> None:
    (tmp_path / CACHE).write_bytes(b"a file")
    memory = Cache(tmp_path, Layers)
    memory.put(NAME, "key", VALUE)
    assert memory.get(NAME, "key") is None


def test_the_key_changes_with_each_part() -> None:
    parts = [(), ("a",), ("a", "b"), ("ab",), (["a", "b"],), (1,), ("1",), (None,)]
    assert len({digest(*part) for part in parts}) == len(parts)


def test_the_key_of_an_article_changes_with_its_text() -> None:
    assert digest(article("桥")) == digest(article("桥"))
    assert len({digest(item) for item in (article("桥"), article("船"), article("桥", title="船"))}) == 3
