"""What the blocks of a page become in the article: words and links as a reader sees them, code as it was written."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final

from lxml import etree

from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.markup.run import closed_up
from generator.cleaning.pieces.blocks import Part
from generator.cleaning.pieces.bold import with_bold_headings

_TRANSLATION: Final = "translation"
_AROUND: Final = 2
_OUTSIDE: Final = 1
"""Characters of a line in bold that may be in none: the mark behind it."""


def parts_of(blocks: Sequence[PageBlock]) -> list[Part]:
    """The parts of the body that its blocks make.

    Args:
        blocks: The blocks of the body, in the order of the page.
    """
    bold = [len(block.text) - block.emphasis <= _OUTSIDE for block in blocks]
    parts = [_part(block) for block in blocks]
    for place in range(1, len(parts)):
        if parts[place - 1].kind == "quote" and parts[place].kind == "paragraph" and _translates(blocks[place].element):
            parts[place] = parts[place]._replace(kind="quote")
    return with_bold_headings(parts, bold)


def _part(block: PageBlock) -> Part:
    if block.kind == "code" or (block.kind == "paragraph" and _is_code(block.element)):
        return Part("code", block.level, block.text, block.links, block.ordinal)
    return Part(block.kind, block.level, *closed_up(block.text, block.links), block.ordinal)


def _is_code(element: etree._Element) -> bool:
    """Whether an element is marked as code and holds nothing else: a short line of it reads like a paragraph."""
    return element.tag == "pre" and len(element) == 1 and element[0].tag == "code" and not (element.text or "").strip()


def _translates(element: etree._Element) -> bool:
    """Whether an element is marked as the translation of what stands above it: of a quotation, it quotes too."""
    around = (element, *islice(element.iterancestors(), _AROUND))
    return any(_TRANSLATION in (one.get("class") or "").split() for one in around)
