"""What a block of a page becomes in the article: its words and links as a reader sees them, code as it was written."""

from __future__ import annotations

from lxml import etree

from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.markup.run import closed_up
from generator.cleaning.pieces.blocks import Part


def part_of(block: PageBlock) -> Part:
    """The part of the body that a block makes."""
    if block.kind == "code" or (block.kind == "paragraph" and _is_code(block.element)):
        return Part("code", block.level, block.text, block.links, block.ordinal)
    return Part(block.kind, block.level, *closed_up(block.text, block.links), block.ordinal)


def _is_code(element: etree._Element) -> bool:
    """Whether an element is marked as code and holds nothing else: a short line of it reads like a paragraph."""
    return element.tag == "pre" and len(element) == 1 and element[0].tag == "code" and not (element.text or "").strip()
