"""What a picture shows, and who has taken it ─▶ a caption."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from duidu.importers import forms
from duidu.importers.authors import authors
from duidu.model import Block, Kind, SourceRef, Story


def caption(blocks: Iterable[Block], credits: Iterable[str], ref: SourceRef) -> Story:
    """The caption of these paragraphs with the credits behind their last full stops and those of their own lines.

    >>> from duidu.model import Role
    >>> ref = SourceRef("p", 1)
    >>> shown = caption([Block(Role.PARAGRAPH, "老井又有了水。王小明 摄", ref)], ["（李花提供）"], ref)
    >>> shown.blocks[0].text, shown.credit, shown.authors
    ('老井又有了水。', '王小明 摄 （李花提供）', ('王小明',))
    """
    texts, found = [], []
    for block in blocks:
        tail = forms.credit_tail(block.text)
        found.extend([tail] if tail else [])
        texts.append(replace(block, text=block.text[: len(block.text) - len(tail)].rstrip()))
    found.extend(credits)
    names = tuple(dict.fromkeys(name for credit in found for name in authors(credit)))
    return Story(Kind.CAPTION, None, None, None, None, names, " ".join(found) or None, None, tuple(texts), ref)
