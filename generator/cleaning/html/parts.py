"""What the blocks of a page become in the article: words and links as a reader sees them, code as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Final

from lxml import etree

from generator.cleaning.html.bullets import itemized
from generator.cleaning.html.drop_cap import is_drop_cap
from generator.cleaning.html.questions import answered
from generator.cleaning.html.titled import titled
from generator.cleaning.markup.blocks import HEADINGS, LISTS, PageBlock
from generator.cleaning.markup.run import closed_up
from generator.cleaning.markup.tree import words_of
from generator.cleaning.pieces.blocks import Part
from generator.cleaning.pieces.bold import leveled, with_bold_headings
from generator.cleaning.pieces.marks import Anchor
from generator.model import BlockKind

_TRANSLATION: Final = "translation"
_AROUND: Final = 2
_FEWEST: Final = 2
_MOST_INSIDE: Final = 8
"""So many elements at most stand in an item that a heading fills."""
_HIGHLIGHTED: Final = re.compile(r"(?:^|\s)(?:hljs|highlight|prettyprint|lang(?:uage)?-\w+)(?:$|\s)")
"""Classes by which code is drawn in colours."""
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
    for place in range(1, len(parts)):
        if parts[place - 1].kind == "heading" and _is_headed(blocks[place - 1], blocks[place]):
            parts[place] = parts[place]._replace(kind="paragraph", level=0, ordinal=None)
    named = frozenset(place for place in answered(blocks) | titled(blocks) if parts[place].kind == "paragraph")
    return _with_drop_cap(itemized([*leveled(with_bold_headings(parts, bold), named)]))


def _with_drop_cap(parts: list[Part]) -> list[Part]:
    """The parts, of which the first has its first letter, where the page prints that apart."""
    if len(parts) < _FEWEST or not is_drop_cap(*(part.text for part in parts[:2])):
        return parts
    letter, first, *others = parts
    moved = [(start + 1, end + 1, href) for start, end, href in first.anchors]
    return [first._replace(text=letter.text + first.text, anchors=moved), *others]


def _part(block: PageBlock) -> Part:
    if block.kind == "code" or (block.kind == "paragraph" and _is_code(block.element)):
        return Part("code", block.level, block.text, block.links, block.ordinal)
    kind, level = _opened(block.element) or _listed(block) or (block.kind, block.level)
    said = _without_addresses(block) if kind == "heading" else (block.text, block.links)
    return Part(kind, level, *closed_up(*said), block.ordinal)


def _without_addresses(block: PageBlock) -> tuple[str, tuple[Anchor, ...]]:
    """Text and links of a heading without the last ones that say where they lead and nothing else (``#section2``)."""
    text, links = block.text, block.links
    while links and links[-1][0] and text[links[-1][0] :] == links[-1][2] and links[-1][2].startswith("#"):
        *others, (start, _, _) = links
        text, links = text[:start].rstrip(), tuple(others)
    return text, links


def _opened(element: etree._Element) -> tuple[BlockKind, int] | None:
    """Kind and level of a button that fills a heading: it opens what the heading heads."""
    around = element.getparent() if element.tag == "button" else None
    is_heading = around is not None and around.tag in HEADINGS and len(around) == 1
    return ("heading", max(2, int(str(around.tag)[1]))) if is_heading and around is not None else None


def _listed(block: PageBlock) -> tuple[BlockKind, int] | None:
    """Kind and level of a heading that is all that an item of a list says: it heads nothing."""
    item = block.element.getparent() if block.kind == "heading" else None
    if item is None or item.tag != "li" or not _is_alone(block.element, item):
        return None
    lists = [element.tag for element in item.iterancestors() if element.tag in LISTS]
    return ("item", len(lists) - 1) if lists and lists[0] != "ol" else None


def _is_headed(heading: PageBlock, block: PageBlock) -> bool:
    """Whether a block is in an item that begins with a heading: it stands under that, and is no item of its own."""
    around = next(heading.element.iterancestors("li"), None)
    return block.kind == "item" and around is not None and next(_path(block.element, "li"), None) is around


def _path(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """An element and those around it that have a tag, the innermost first."""
    return (one for one in chain((element,), element.iterancestors()) if one.tag == tag)


def _is_alone(element: etree._Element, item: etree._Element) -> bool:
    """Whether an item says nothing beside an element but what the lists in it do."""
    if len(item) > _MOST_INSIDE:
        return False
    others = [one for one in item if one is not element and one.tag not in LISTS and isinstance(one.tag, str)]
    said = (item.text, *(one.tail for one in item), *(words_of(one) for one in others))
    return not any((text or "").strip() for text in said)


def _is_code(element: etree._Element) -> bool:
    """Whether an element is marked as code, also in words, and holds nothing else: a short line reads like a text."""
    if element.tag != "pre":
        return False
    if len(element) == 1 and element[0].tag == "code" and not (element.text or "").strip():
        return True
    around = element.getparent()
    named = (element.get("class"), around.get("class") if around is not None else None)
    return any(name is not None and _HIGHLIGHTED.search(name) is not None for name in named)


def _translates(element: etree._Element) -> bool:
    """Whether an element is marked as the translation of what stands above it: of a quotation, it quotes too."""
    around = (element, *islice(element.iterancestors(), _AROUND))
    return any(_TRANSLATION in (one.get("class") or "").split() for one in around)
