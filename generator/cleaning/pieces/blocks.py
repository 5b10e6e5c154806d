"""The body as blocks: the kept pieces joined by blank lines, with the offsets of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.cleaning.pieces.marks import Anchor
from generator.model import Block, BlockKind, Link

Part = tuple[BlockKind, int, str, Sequence[Anchor]]
"""Kind, level, text and links of one block."""

BETWEEN = "\n\n"
_NUMBER: Final = re.compile(r"\(?\d{1,3}[.)]")


def numbered(parts: Sequence[Part]) -> list[Part]:
    """The blocks, where a number that a page printed on a line of its own stands before what it numbers."""
    joined: list[Part] = []
    number = ""
    for kind, level, text, anchors in parts:
        if number and _NUMBER.fullmatch(text) is None:
            moved = len(number) + 1
            joined[-1] = (
                kind, level, f"{number} {text}", [(first + moved, last + moved, href) for first, last, href in anchors]
            )  # fmt: skip
            number = ""
        else:
            joined.append((kind, level, text, anchors))
            number = text if _NUMBER.fullmatch(text) is not None else ""
    return joined


def assemble(parts: Sequence[Part]) -> tuple[str, tuple[Block, ...], tuple[Link, ...]]:
    """The body's text, its blocks and its links."""
    blocks: list[Block] = []
    links: list[Link] = []
    texts: list[str] = []
    start = 0
    for kind, level, text, anchors in parts:
        texts.append(text)
        blocks.append(Block(kind=kind, start=start, end=start + len(text), level=level))
        links += [Link(start=start + first, end=start + last, href=href) for first, last, href in anchors]
        start += len(text) + len(BETWEEN)
    return BETWEEN.join(texts), tuple(blocks), tuple(links)
