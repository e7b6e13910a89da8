"""Sentence ─▶ words: the only file that knows rjieba.

The editor's words are found first, from the left and the longest at each place, and jieba cuts what lies between
them; however long the list grows, words that are not in it are cut as before. jieba knows simplified words: a text in
traditional characters is cut where the same text in simplified ones is.

Here and in the annotators the library is loaded when the first tool is made, not with the module: a build in which
everything comes from the cache never pays for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache, partial
from itertools import accumulate, chain, starmap, zip_longest
from typing import Any

from duidu.model import Word, WordLine, WordTag
from duidu.segmentation.names import (
    DOUBLE_SURNAMES,
    ORGANISATION,
    PERSON,
    PLACE,
    WORD,
    NameFinder,
    Token,
    bare_name,
    is_of_state,
    tag_of_name,
)
from duidu.segmentation.numbers import MEASURES, NUMERALS, joined_figures
from duidu.segmentation.phrases import PAPERS, RARE_WORDS, YOUNG_WORDS, cut_phrase
from duidu.text import has_han

# White space, halves of characters that no encoding knows, and what jieba is for.
_PIECES = re.compile(r"\s+|[\ud800-\udfff]+|[^\s\ud800-\udfff]+")

# As many characters on either side of a break tell whether a word goes across it.
WORD_REACH = 8
# No word has one of these marks in it.
_MARKS = frozenset("，。、；：！？…“”‘’「」『』《》（）()【】—")
_FIGURES = frozenset(NUMERALS + "几") - {"零"}
# How common the words are that jieba's dictionary lacks.
_YOUNG = 300
# Nobody has these two characters as a word: jieba loads its model for such words now, and not amid a page.
_UNKNOWN = "杭研"
# And this one, which jieba has, is the first half of 新生|报到.
_NO_WORD = "新生报"
_REMEMBERED = 1 << 16
# The names of as many articles are kept as patterns.
_ARTICLES = 64
_OTHER = "other"
_TAGS = {PERSON: WordTag.PERSON, PLACE: WordTag.PLACE, ORGANISATION: WordTag.ORGANISATION, _OTHER: WordTag.OTHER}
_DECIDED = {
    WordTag.PERSON: PERSON,
    WordTag.PLACE: PLACE,
    WordTag.ORGANISATION: ORGANISATION,
    WordTag.WORD: WORD,
    WordTag.OTHER: _OTHER,
}


# Words of their own, which jieba's model joins to what stands behind: 高兴|地说, 从省|气象局, 他松|了; or before: 河有
_APART = frozenset("的地得从比把被向与将使让给仅他她它我你您咱这那有很太更没又共姓爱每")
_APART_BEHIND = frozenset("有是的得要")
# Verbs that jieba's dictionary or its model joins to a thing of two characters: 坐|地铁, 签|合同.
_WITH_OBJECT = frozenset("坐喝堆签办吃搞抓换戴穿洗踢拿买送开打看修种做读写")
# Measure words and nothing else: 51|栋|楼.
_MEASURES_ONLY = frozenset("栋幢艘辆")
# With one of these begins what jieba joins so, but for what ends in one of _APART_BEHIND.
_MEETS = _APART | _MEASURES_ONLY | _WITH_OBJECT | frozenset("这那某每各和与同强")


class Segmenter:
    """Cuts sentences into words; a line with spaces says where its text is to be cut.

    >>> from duidu.model import SourceRef
    >>> ref = SourceRef("words.tsv", 2)
    >>> lines = [WordLine("楼栋长", WordTag.WORD, ref), WordLine("高兴 地 说", WordTag.WORD, ref)]
    >>> [word.text for word in Segmenter(lines).words("楼栋长高兴地说。")]
    ['楼栋长', '高兴', '地', '说', '。']
    """

    def __init__(
        self,
        lines: Iterable[WordLine] = (),
        common: Callable[[str], bool] = lambda word: False,
        named: Callable[[str], str] = lambda word: "",
        idiom: Callable[[str], bool] = lambda word: False,
    ) -> None:
        """``common`` tells whether a dictionary has a word that looks like a name as a common one (高尔夫).

        ``named`` tells whether it has a word as the name of a "person" or a "place" only, ``idiom`` whether it calls it
        an idiom, which stays whole (5.3 of GB/T 16159-2012) though its halves are words (不见|经传).
        """
        import rjieba

        self._jieba = rjieba.Jieba()
        self._jieba.tag(_UNKNOWN, True)
        for word in YOUNG_WORDS:
            self._jieba.add_word(word, _YOUNG, "n")
        self._jieba.add_word(_NO_WORD, 0, "n")
        for word in PAPERS:
            self._jieba.add_word(word, self._jieba.suggest_freq(word), "nt")
        for word, tag in RARE_WORDS.items():
            self._jieba.add_word(word, self._jieba.suggest_freq(word), tag)
        self._frequency = lru_cache(maxsize=_REMEMBERED)(self._jieba.suggest_freq)
        self._tag = lru_cache(maxsize=_REMEMBERED)(partial(_tag_by_itself, self._jieba))
        self._parts: dict[str, tuple[Token, ...]] = {}
        self._is_new = True
        self._common, self._named, self._idiom = common, named, idiom
        self._names = NameFinder(self._frequency, self._jieba.has_word, common)
        self._editor = {"".join(line.word.split()): _parts(line) for line in lines}
        self._pattern = _any_of(self._editor)
        self._with_names = lru_cache(maxsize=_ARTICLES)(self._editor_and_names)

    def words(self, text: str, names: tuple[str, ...] = (), simplified: str = "") -> tuple[Word, ...]:
        """The words of a sentence; they join to it, whatever characters it holds.

        ``names`` are people who are named in this text and perhaps are common words elsewhere (高峰). ``simplified``
        is the same text in simplified characters; it counts only where it has the same length.
        """
        plain = simplified if len(simplified) == len(text) else text
        tokens = joined_figures(self._tokens(text, plain, names))
        if "人们" in plain:
            tokens = self._with_people(tokens)
        if "儿" in plain:
            tokens = list(self._with_suffixes(tokens))
        if _GRAMMAR.search(plain) is not None or ("一起" in plain and _HAPPENS.search(plain) is not None):
            tokens = list(_with_grammar_apart(tokens, plain))
        words = starmap(_word, self._names.find(tokens))
        return tuple(words) if plain == text else tuple(_laid_over(words, text))

    def cuts_word(self, before: str, after: str) -> bool:
        """Whether a word goes across the break between two pieces of text, which jieba wants simplified.

        A word that would take a piece off the word that begins below does not count, nor does a figure with a measure
        word: 三万|台中 is no 万台.

        >>> Segmenter().cuts_word("全市上下深", "刻领悟"), Segmenter().cuts_word("他来了", "我走了")
        (True, False)
        """
        if mark_at_break(before, after):
            return False
        before, after = before[-WORD_REACH:], after[:WORD_REACH]
        over = -len(before)  # how far the words go beyond the break
        for token in self._jieba.cut(before + after, False):
            over += len(token)
            if over == 0:
                return False
            if over > 0:
                if all(char in _FIGURES for char in token[:-over]):
                    return False
                return over in accumulate(map(len, self._jieba.cut(after, False)))
        return False

    def _tokens(self, text: str, plain: str, names: tuple[str, ...]) -> list[Token]:
        """The words of the editor and of ``names``, and what jieba makes of the text between them."""
        known, pattern = self._with_names(names) if names else (self._editor, self._pattern)
        if not known:
            return self._cut(plain)
        tokens: list[Token] = []
        place = 0
        for match in _matches(pattern, text, plain):
            tokens += self._cut(plain[place : match.start()])
            tokens += [(word.text, _DECIDED[word.tag]) for word in known[match.group()]]
            place = match.end()
        return tokens + self._cut(plain[place:])

    def _editor_and_names(self, names: tuple[str, ...]) -> tuple[dict[str, tuple[Word, ...]], re.Pattern[str]]:
        """The words of the editor with those names that are none of them, and the pattern that finds all."""
        known = {name: (Word(name, WordTag.PERSON),) for name in names} | self._editor
        return known, _any_of(known)

    def _cut(self, text: str) -> list[Token]:
        """Words by jieba, with its model for words that are in no dictionary; white space apart."""
        tokens: list[Token] = []
        for piece in _PIECES.findall(text):
            if piece.isspace() or "\ud800" <= piece[0] <= "\udfff":
                tokens.append((piece, _OTHER))
            else:
                tokens += chain.from_iterable(self._cut_piece(piece))
        return tokens

    def _cut_piece(self, text: str) -> list[tuple[Token, ...]]:
        """What jieba takes for one word each, in its words.

        jieba tags a word the same wherever it stands, so that only a text with a new word has to be tagged; where the
        text before had one, this is likely to have one, too, and is tagged at once.
        """
        parts = self._parts
        if not self._is_new:
            try:
                return [parts[token] for token in self._jieba.cut(text, True)]
            except KeyError:
                pass
        if len(parts) > _REMEMBERED:
            parts.clear()
        tagged = self._jieba.tag(text, True)
        self._is_new = False
        for token, tag in tagged:
            if token not in parts:
                self._is_new = True
                parts[token] = self._cut_token(token, tag)
        return [parts[token] for token, _ in tagged]

    def _cut_token(self, token: str, tag: str) -> tuple[Token, ...]:
        """What jieba takes for one word, with what it is; a phrase in its words."""
        if not has_han(token):
            return ((token, _OTHER),)
        if token in PAPERS:
            return ((token, ORGANISATION),)
        if len(token) == 1:
            return ((token, tag),)
        if apart := self._words_that_met(token, tag):
            return tuple((part, self._tag(part)) for part in apart)
        if (name := bare_name(token, tag)) and not self._jieba.has_word(token):
            return ((name, "nr"), (token[-1], self._tag(token[-1])))
        parts = (token,) if len(token) > 3 and self._idiom(token) else cut_phrase(token, tag, self._frequency)
        if len(parts) == 1 and len(token) > 4 and self._named(token[:3]) == PERSON:  # 毛泽东|思想
            return ((token[:3], PERSON), (token[3:], self._tag(token[3:])))
        if is_of_state(token, tag):
            return tuple((part, ORGANISATION) for part in parts)
        return (
            tuple((part, self._told(part, self._tag(part))) for part in parts)
            if len(parts) > 1
            else ((token, self._told(token, tag)),)
        )

    def _words_that_met(self, token: str, tag: str) -> tuple[str, ...]:
        """The words that jieba has joined to one of two or three characters: 优|的, 坐|地铁, 这|道|题; or ()."""
        first, rest = token[0], token[1:]
        if not ((first in _MEETS or rest in _APART_BEHIND) and len(token) <= 3) or self._common(token):
            return ()
        person, found = tag.startswith("nr"), self._jieba.has_word(token)
        if len(token) == 2:
            meets = first in _APART or first in _MEASURES_ONLY or rest in _APART_BEHIND
            return (first, rest) if meets and not person and not found else ()
        if first in "这那某每各" and rest[0] in MEASURES and not found:
            return tuple(token)
        if first in _WITH_OBJECT and not person and self._common(rest) and self._tag(rest).startswith("n"):
            joined = self._named(token) or (first != "坐" and self._common(token[:2]))  # 写作|者
            return () if joined else (first, rest)
        conjunction = rest in DOUBLE_SURNAMES and first in "和与同"
        # Hardly anybody is called 强: 强|双基.
        return (first, rest) if conjunction or (first == "强" and person and not found) else ()

    def _told(self, word: str, tag: str) -> str:
        """The tag of a word; what the dictionary has as a name only counts more than jieba's: 遵义 is no verb."""
        kind = self._named(word) if tag != "ns" and len(word) > 1 else ""
        return (tag_of_name(word, kind) if kind else "") or tag

    def _with_people(self, tokens: list[Token]) -> list[Token]:
        """People of a kind: jieba cuts 老|人们 where 老人|们 is meant, but not 对|人们."""
        found: list[Token] = []
        for text, tag in tokens:
            before = found[-1] if found else ("", "")
            if text == "人们" and before[1][:1] in ("a", "n") and self._jieba.has_word(f"{before[0]}人"):
                found[-1:] = [(f"{before[0]}人", "n"), ("们", "k")]
            else:
                found.append((text, tag))
        return found

    def _with_suffixes(self, tokens: list[Token]) -> Iterator[Token]:
        """The retroflex suffix is of the word before it, where the dictionary has that word with it.

        jieba cuts 笑话|儿 and 胡同|儿里, as it does 男孩|儿子.
        """
        place = 0
        while place < len(tokens):
            (word, tag), following = tokens[place], tokens[place + 1][0] if place + 1 < len(tokens) else ""
            place += 1
            if following in _SUFFIXED and tag not in _TOLD and self._common(word + "儿"):
                place += 1
                yield (word + "儿", tag)
                if following[1:]:
                    yield (following[1:], "f")
            else:
                yield (word, tag)


# What jieba takes for a word, and is the suffix with or without a word of place.
_SUFFIXED = frozenset({"儿", "儿里", "儿上"})
# The editor's words.
_TOLD = frozenset(_DECIDED.values())
# What is taken by 把 and with it looks like a word, and the verbs that say so: 把门|锁好 is 把|门|锁好.
_TAKEN = {
    "把门": frozenset("关锁打推撞敲拉砸堵"),
    "把手": frozenset("洗伸举放搭擦"),
    "把头": frozenset("低抬转伸埋靠仰"),
}
_MOVING = "走跑冲飞爬跳搬抬拿送带推拉背抱扛端跟赶追迎钻闯挤涌扑扔投传寄递飘流吹照打退返转捡拾牵领挖掏救捞"
_GRAMMAR = re.compile(f"(?=[的把有四{_MOVING}])(?:的话|有的|四周|把[门手头]|[{_MOVING}][进出上下回过起][来去])")
_SOME = re.compile("[，；。、]有的")
# What is counted behind these is no company: 发生|一|起|事故.
_HAPPENED = "(?:发生|破获|查处|侦破|审结|受理|处置|造成|查获|遭遇)[了过]?"
_HAPPENS, _HAPPENS_HERE = re.compile(f"{_HAPPENED}一起"), re.compile(f"{_HAPPENED}$")
_IF = re.compile("如果|要是|假如|倘|若|万一|一旦|不然")


def _with_grammar_apart(tokens: list[Token], text: str) -> Iterator[Token]:
    """Words of grammar, each where it is one.

    的话 is a word at the end of a condition only (他|的|话|很|对), 把门 in the name of an office only. A complement of
    direction is one word (走|进来, not 走进|来), unless a word follows that one comes or goes for. 四周 is a word where
    something is all around, not where it takes four weeks; 有的 where a clause begins with it (some of them), elsewhere
    it is two (他|有|的|钱), and so is the 一起 of what happens.

    >>> found = _with_grammar_apart([("把门", "v"), ("锁", "v"), ("好", "a")], "把门锁好")
    >>> [word for word, _ in found]
    ['把', '门', '锁', '好']
    """
    place, joined = 0, False
    for (word, tag), following, after in zip_longest(tokens, tokens[1:], tokens[2:], fillvalue=("", "")):
        if joined:  # with the word before
            joined = False
        elif tag in _TOLD:
            yield (word, tag)
        elif word == "的话" and has_han(following[0]) and _IF.search(text, 0, place) is None:
            yield from (("的", "uj"), ("话", "n"))
        elif following[0] in ("来", "去") and following[1] not in _TOLD and _leads_off(word, after[0]):
            yield from ((word[0], "v"), (word[1] + following[0], "v"))
            joined = True
        elif word == "有" and following[0] == "的" and (_begins_clause(text[:place]) or _SOME.search(text)):
            yield ("有的", "r")
            joined = True
        elif word == "四" and following[0] == "周" and after[0][:1] in tuple("都是的有环围皆全景"):
            yield ("四周", "s")
            joined = True
        elif word == "一起" and _HAPPENS_HERE.search(text[:place]):
            yield from (("一", "m"), ("起", "q"))
        elif word in _TAKEN and following[0][:1] in _TAKEN[word] and text[place - 1 : place] != "门":
            yield from (("把", "p"), (word[1], "n"))
        else:
            yield (word, tag)
        place += len(word)


def _begins_clause(before: str) -> bool:
    """Whether a word is the first of its clause, or stands behind a conjunction.

    >>> _begins_clause("他走了，但"), _begins_clause("他")
    (True, False)
    """
    return not before or not has_han(before[-1]) or before[-1] in "但而却还"


def _leads_off(word: str, after: str) -> bool:
    """Whether a verb and the first half of a complement of direction are a word here, before 来 or 去: 走进|来|了.

    >>> _leads_off("走进", "了"), _leads_off("走进", "北京"), _leads_off("演出", "了")
    (True, False, False)
    """
    if len(word) != 2 or word[1] not in "进出上下回过起" or word[0] not in _MOVING:
        return False
    return not has_han(after) or after in ("了", "的", "吧", "吗", "呢")


def _tag_by_itself(jieba: Any, word: str) -> str:
    tags = [tag for _, tag in jieba.tag(word, False)]
    return tags[0] if len(tags) == 1 else "n"


def mark_at_break(before: str, after: str) -> bool:
    """Whether there is a mark on either side of a break, so that no word goes across it.

    >>> mark_at_break("他来了，", "我"), mark_at_break("他来", "了，")
    (True, False)
    """
    return before[-1:] in _MARKS or after[:1] in _MARKS


def _matches(pattern: re.Pattern[str], text: str, plain: str) -> Iterator[re.Match[str]]:
    """Where the editor's words stand, in either script: from the left, and the longest at each place."""
    found = list(pattern.finditer(text))
    if plain != text:
        found = sorted([*found, *pattern.finditer(plain)], key=lambda match: (match.start(), -match.end()))
    place = 0
    for match in found:
        if match.start() >= place:
            yield match
            place = match.end()


@cache
def _word(text: str, tag: str) -> Word:
    return Word(text, _TAGS.get(tag, WordTag.WORD))


def _laid_over(words: Iterable[Word], text: str) -> Iterator[Word]:
    """The words with the characters of a text of the same length."""
    place = 0
    for word in words:
        yield Word(text[place : place + len(word.text)], word.tag)
        place += len(word.text)


def _parts(line: WordLine) -> tuple[Word, ...]:
    """A word as the editor wants it; names are only what a person has called a name."""
    parts = line.word.split()
    tag = line.tag if len(parts) == 1 else WordTag.WORD
    return tuple(Word(part, tag) for part in parts)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
