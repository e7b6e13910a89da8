"""Block text ─▶ sentences ─▶ words; joining them gives the text back, always."""

from __future__ import annotations

from collections import Counter

from duidu.model import Article, Block, Role, SegmentedArticle, SegmentedBlock, Sentence
from duidu.segmentation.sentences import split_sentences
from duidu.segmentation.words import Segmenter

__all__ = ["Segmenter", "segment_article", "split_sentences"]

_BYLINE = (Role.CREDIT, Role.DATELINE)


def segment_article(article: Article, segmenter: Segmenter) -> SegmentedArticle:
    """Every run of text of an article cut into sentences of words.

    Headlines, bylines and slogans are one sentence each; only paragraphs are cut.
    """
    seen: Counter[tuple[Role, str]] = Counter()
    authors = article.story.authors
    blocks = tuple(
        _segment_block(block, segmenter, seen, authors if block.role in _BYLINE else ())
        for block in article.story.texts()
    )
    return SegmentedArticle(article, blocks)


def _segment_block(
    block: Block, segmenter: Segmenter, seen: Counter[tuple[Role, str]], names: tuple[str, ...]
) -> SegmentedBlock:
    texts = split_sentences(block.text) if block.role is Role.PARAGRAPH else (block.text,)
    sentences = []
    for text in texts:
        seen[block.role, text.strip()] += 1
        count = seen[block.role, text.strip()]
        context = block.role.value if count == 1 else f"{block.role.value} {count}"
        sentences.append(Sentence(context, text, segmenter.words(text, names), block.ref))
    return SegmentedBlock(block, tuple(sentences))
