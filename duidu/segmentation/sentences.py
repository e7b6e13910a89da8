"""Paragraph ─▶ sentences, as a translator and a learner want them.

The rules follow GB/T 15834-2011 (标点符号用法):

* 4.1–4.3   。！？ end a sentence; several in a row are one end.
* 4.11      …… ends a sentence when the next one begins right after it, not before a mark like ，.
* 4.8       a quotation that stands for itself carries its final mark inside; closing marks belong to the sentence
            they close. A quotation inside a running sentence (他喊“加油！”就跑了) does not end it.
* 4.9       a bracket is part of the sentence around it; one that begins after a sentence and holds whole sentences
            (见图。) stands for itself.

Beyond the standard: a quotation and the words that say who spoke (…很幸福。”住户徐修元高兴地说。) stay together,
because no other language can put them into two sentences.
"""

from __future__ import annotations

import re

_OPENING = dict(zip("“‘「『（(《【〈〔［[", "”’」』）)》】〉〕］]", strict=True))
_CLOSING = {closing: opening for opening, closing in _OPENING.items()}
_BRACKETS = "（(《【〈〔［["
_END = re.compile(r"(?:[。！？!?｡]|…{1,2}|⋯{1,2})+")
# Nothing else ends a sentence, or keeps it from ending.
_TELLING = re.compile("[" + re.escape("".join([*_OPENING, *_CLOSING])) + "。！？!?｡…⋯]")
_DOTS = re.compile(r"[…⋯]+")
_GOES_ON = re.compile(r"[，,、；;：:]|的|地(?!方|区|區|址|点|點|铁|鐵)|等(?!到|待)")
_SPEAKER = re.compile(
    r"[^。！？!?…“”「」，]{1,24}?(?:说|道|表示|称|告诉记者|介绍|感慨|感叹|回忆|笑言|坦言|說|稱|告訴記者|介紹|感嘆|回憶)[。：，]"
)


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph, which join to it; white space stays with the sentence before it.

    >>> split_sentences("“好！”他说。我们去看看……真大啊！")
    ('“好！”他说。', '我们去看看……', '真大啊！')
    >>> split_sentences("在村(社区。)里，共5件。")
    ('在村(社区。)里，共5件。',)
    """
    sentences = []
    start = 0
    for end in _ends(text):
        if text[start:end].strip():
            sentences.append(text[start:end])
            start = end
    if start < len(text):
        if text[start:].strip() or not sentences:
            sentences.append(text[start:])
        else:
            sentences[-1] += text[start:]
    return tuple(sentences)


def _ends(text: str) -> list[int]:
    """Where sentences end: after the final mark, what it closes, and white space."""
    ends: list[int] = []
    opening = _matched(text)
    open_marks: list[tuple[str, int]] = []
    index = 0
    while found := _TELLING.search(text, index):
        index = found.start()
        char = text[index]
        if index in opening:
            open_marks.append((char, index))
        elif char in _CLOSING:
            opened = _close(open_marks, char)
            if opened is not None and _stands_for_itself(text, opened, index, ends):
                ends.append(index + 1)
        elif match := _END.match(text, index):
            end = _end_after(text, match, open_marks)
            if end is not None:
                ends.append(end)
                index = end
                continue
            index = match.end()
            continue
        index += 1
    return ends


def _stands_for_itself(text: str, opened: int, closed: int, ends: list[int]) -> bool:
    """A bracket that begins where a sentence has ended, and ends with one: （见图。）"""
    return text[opened] in _BRACKETS and ends[-1:] == [opened] and _END.match(text, closed - 1) is not None


def _matched(text: str) -> set[int]:
    """The places of the marks that open and are closed later; a mark that never is does not count as open."""
    matched: set[int] = set()
    waiting: dict[str, list[int]] = {}
    for found in _TELLING.finditer(text):
        index, char = found.start(), found.group()
        if char in _OPENING:
            waiting.setdefault(char, []).append(index)
        elif char in _CLOSING and waiting.get(_CLOSING[char]):
            matched.add(waiting[_CLOSING[char]].pop())
    return matched


def _close(open_marks: list[tuple[str, int]], char: str) -> int | None:
    """Close the nearest mark that ``char`` can close; gives the place where it was opened."""
    for position in range(len(open_marks) - 1, -1, -1):
        if open_marks[position][0] == _CLOSING[char]:
            opened = open_marks[position][1]
            del open_marks[position:]
            return opened
    return None


def _end_after(text: str, match: re.Match[str], open_marks: list[tuple[str, int]]) -> int | None:
    """The end of the sentence that this final mark closes, or None when it goes on."""
    if any(mark in _BRACKETS for mark, _ in open_marks):
        return None
    trial = list(open_marks)
    end = match.end()
    opened: int | None = None
    while end < len(text) and (text[end] in _CLOSING or text[end] in '"'):
        if text[end] in _CLOSING:
            opened = _close(trial, text[end])
        end += 1
    if opened is None and trial and _inside_running_sentence(text, trial[0][1]):
        return None
    if _sentence_goes_on(text, match, end, opened):
        return None
    if opened is not None and not trial and (speaker := _SPEAKER.match(text, end)):
        end = speaker.end()
        if speaker.group()[-1] in "：，":
            return None
    open_marks[:] = trial
    if opened is not None and (dots := _DOTS.match(text, end)):
        end = dots.end()
    while end < len(text) and text[end].isspace():
        end += 1
    return end


def _sentence_goes_on(text: str, match: re.Match[str], end: int, opened: int | None) -> bool:
    goes_on = _GOES_ON.match(text, end) is not None
    if opened is not None:
        running = _inside_running_sentence(text, opened)
        return goes_on or (running and end < len(text) and match.group()[-1] not in "。｡")
    return goes_on and set(match.group()) <= {"…", "⋯"}


def _inside_running_sentence(text: str, opened: int) -> bool:
    """A quotation that opens in the middle of a clause: neither at the start, nor after a mark."""
    return opened > 0 and re.match(r"[\w）)”]", text[opened - 1]) is not None
