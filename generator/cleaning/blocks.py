"""The body as blocks: the kept pieces joined by blank lines, with the offsets of each."""

from __future__ import annotations

from collections.abc import Sequence

from generator.cleaning.markup import Anchor
from generator.model import Block, BlockKind, Link

Part = tuple[BlockKind, int, str, Sequence[Anchor]]
"""Kind, level, text and links of one block."""

BETWEEN = "\n\n"


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
