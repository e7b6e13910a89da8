"""Block text ─▶ sentences ─▶ words; joining them gives the text back, always."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from duidu.model import Article, Block, Role, SegmentedArticle, SegmentedBlock, Sentence, Word, WordTag
from duidu.segmentation.sentences import split_sentences
from duidu.segmentation.words import WORD_REACH, Segmenter, mark_at_break

__all__ = ["WORD_REACH", "Segmenter", "mark_at_break", "segment_article", "split_sentences"]

_BYLINE = (Role.CREDIT, Role.DATELINE)
_CUT = (Role.PARAGRAPH, Role.FIGCAPTION)


def segment_article(
    article: Article, segmenter: Segmenter, simplify: Callable[[str], str] = lambda text: text
) -> SegmentedArticle:
    """Every run of text of an article cut into sentences of words.

    Headlines, bylines and slogans are one sentence each; only paragraphs and captions are cut. Somebody whose name is
    told in one place, by a title, is known in the whole article. ``simplify`` gives a text of this article in
    simplified characters, as jieba wants it.
    """
    seen: Counter[tuple[Role, str]] = Counter()
    story = article.story

    def words(text: str, role: Role) -> tuple[Word, ...]:
        return segmenter.words(text, story.authors if role in _BYLINE else (), simplify(text))

    blocks = [_segment_block(block, words, seen, story.language) for block in story.texts()]
    people = _people(blocks)

    def known(sentence: Sentence) -> Sentence:
        names = tuple(name for name in people if _is_cut(name, sentence))
        if not names:
            return sentence
        return replace(sentence, words=segmenter.words(sentence.text, names, simplify(sentence.text)))

    return SegmentedArticle(
        article, tuple(replace(block, sentences=tuple(map(known, block.sentences))) for block in blocks)
    )


def _people(blocks: Iterable[SegmentedBlock]) -> tuple[str, ...]:
    """The names of people; of two characters too many are words as well (高峰)."""
    words = (word for block in blocks for sentence in block.sentences for word in sentence.words)
    return tuple(dict.fromkeys(word.text for word in words if word.tag is WordTag.PERSON and len(word.text) > 2))


def _is_cut(name: str, sentence: Sentence) -> bool:
    """Whether a name stands in a sentence and is no word there."""
    return name in sentence.text and not any(
        word.tag is WordTag.PERSON and word.text == name for word in sentence.words
    )


def _segment_block(
    block: Block,
    words: Callable[[str, Role], tuple[Word, ...]],
    seen: Counter[tuple[Role, str]],
    language: str,
) -> SegmentedBlock:
    texts = split_sentences(block.text) if block.role in _CUT else (block.text,)
    sentences = []
    for text in filter(None, texts):
        seen[block.role, text.strip()] += 1
        count = seen[block.role, text.strip()]
        context = block.role.value if count == 1 else f"{block.role.value} {count}"
        sentences.append(Sentence(context, text, words(text, block.role), block.ref, language))
    return SegmentedBlock(block, tuple(sentences))
