"""Block text ─▶ sentences ─▶ words; joining them gives the text back, always."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from duidu.model import Article, Block, Role, SegmentedArticle, SegmentedBlock, Sentence, Word
from duidu.segmentation.sentences import split_sentences
from duidu.segmentation.words import WORD_REACH, Segmenter

__all__ = ["WORD_REACH", "Segmenter", "segment_article", "split_sentences"]

_BYLINE = (Role.CREDIT, Role.DATELINE)


def segment_article(
    article: Article, segmenter: Segmenter, simplify: Callable[[str], str] = lambda text: text
) -> SegmentedArticle:
    """Every run of text of an article cut into sentences of words.

    Headlines, bylines and slogans are one sentence each; only paragraphs are cut. ``simplify`` gives a text of this
    article in simplified characters, as jieba wants it.
    """
    seen: Counter[tuple[Role, str]] = Counter()
    story = article.story

    def words(text: str, role: Role) -> tuple[Word, ...]:
        return segmenter.words(text, story.authors if role in _BYLINE else (), simplify(text))

    blocks = tuple(_segment_block(block, words, seen, story.language) for block in story.texts())
    return SegmentedArticle(article, blocks)


def _segment_block(
    block: Block,
    words: Callable[[str, Role], tuple[Word, ...]],
    seen: Counter[tuple[Role, str]],
    language: str,
) -> SegmentedBlock:
    texts = split_sentences(block.text) if block.role is Role.PARAGRAPH else (block.text,)
    sentences = []
    for text in texts:
        seen[block.role, text.strip()] += 1
        count = seen[block.role, text.strip()]
        context = block.role.value if count == 1 else f"{block.role.value} {count}"
        sentences.append(Sentence(context, text, words(text, block.role), block.ref, language))
    return SegmentedBlock(block, tuple(sentences))
