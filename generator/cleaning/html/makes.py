"""Paragraphs and labels of a page by what they are made of: amid an article, those made like its others are its too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import compress, pairwise
from typing import Final

from lxml import etree

from generator.cleaning.html.seen import may_be_own, may_be_text
from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.markup.outline import Outline
from generator.cleaning.pieces.shapes import shape_of

Make = tuple[tuple[str, str | None], ...]
_AROUND: Final = 3
"""So many elements, the innermost first, are a paragraph's make."""
_FEWEST: Final = 3
_MOST: Final = 0.7
"""So many paragraphs of a make, and so large a part of them, are chosen where the make is that of the body."""
_LABELS: Final = frozenset({"dt", "summary", "button"})
"""Elements other than headings that name what stands below them; a button where it opens that."""
_CLOSE: Final = 5
"""So many blocks above a label one of the body must stand: a picture's or a button's words may stand between."""
_BESIDE: Final = 4
"""So many captions, prices and buttons may stand between a heading and its text."""
_WORDS_BESIDE: Final = 8
_SEVERAL: Final = 2
_PAGES: Final = frozenset({"shape:about-page", "shape:related", "shape:social-link"})
"""The shapes of a site's own pages and of what leads there: parts of an article may be called as they are."""


def makes_of(outline: Outline) -> tuple[Make, ...]:
    """The make of each block of a page (see ``make_of``), all at once: several ask for them."""
    own = [(element.tag, element.get("class")) for element in outline.elements]
    makes: list[Make] = []
    for make, parent in zip(own, outline.parents.tolist(), strict=True):
        makes.append((make, *makes[parent][: _AROUND - 1]) if parent >= 0 else (make,))
    return tuple([makes[place] for place in outline.owners.tolist()])


def with_their_like(blocks: Sequence[PageBlock], chosen: Sequence[bool], of_all: Sequence[Make]) -> list[bool]:
    """For each block whether it is of the body, with the paragraphs that were overlooked amid it.

    A short paragraph, or one that praises something, reads unlike the others: that it is the article's, its make says.

    Args:
        blocks: Of a page, in order.
        chosen: Which of them were taken for the body by how they read.
        of_all: The makes of the blocks.
    """
    places = [place for place, stays in enumerate(chosen) if stays]
    if len(places) < _FEWEST:
        return list(chosen)
    makes = [make if block.kind == "paragraph" else None for block, make in zip(blocks, of_all, strict=True)]
    usual = _usual(makes, (makes[place] for place in places))
    amid = range(places[0], places[-1])
    return [
        stays or (place in amid and makes[place] in usual and may_be_text(blocks[place]))
        for place, stays in enumerate(chosen)
    ]


def with_labels(blocks: Sequence[PageBlock], chosen: Sequence[bool], of_all: Sequence[Make]) -> list[bool]:
    """For each block whether it is of the body, with the overlooked labels of its parts and terms.

    A word or two over a part that opens read like a control; that they head the text, their place says: text of the
    body stands right below nearly all that are made alike, and close above.

    Args:
        blocks: Of a page, in order.
        chosen: Which of them were taken for the body.
        of_all: The makes of the blocks.
    """
    makes = [make if _may_label(block) else None for block, make in zip(blocks, of_all, strict=True)]
    first = next((place for place, stays in enumerate(chosen) if stays), len(blocks))
    amid = [make is not None and _is_amid(blocks, chosen, place, first) for place, make in enumerate(makes)]
    usual = _usual(makes, (make for make, stays, within in zip(makes, chosen, amid, strict=True) if stays or within))
    return [
        stays or (amid[place] and makes[place] in usual and _may_be_label(blocks[place]))
        for place, stays in enumerate(chosen)
    ]


def with_last_parts(blocks: Sequence[PageBlock], chosen: Sequence[bool], makes: Sequence[Make]) -> list[bool]:
    """For each block whether it is of the body, with what follows its last one as its parts follow each other.

    A heading and a paragraph made like most of the body's, close below its end, are one more of its parts.

    Args:
        blocks: Of a page, in order.
        chosen: Which of them were taken for the body.
        makes: The makes of the blocks.
    """
    found = list(chosen)
    last = max((place for place, stays in enumerate(chosen) if stays), default=len(blocks))
    if last >= len(blocks) - _SEVERAL:
        return found
    # `Read more` below each part is of no article's make, though it is made like the part's text.
    weighed = [stays or shape_of(block.text) is None for block, stays in zip(blocks, chosen, strict=True)]
    own = _usual(compress(makes, weighed), compress(makes, chosen))
    for place, (heading, text) in enumerate(pairwise(blocks)):
        if last < place <= last + _CLOSE and own.issuperset(makes[place : place + 2]) and _is_part(heading, text):
            found[place] = found[place + 1] = True
            last = place + 1
    return found


def _is_part(heading: PageBlock, text: PageBlock) -> bool:
    """Whether two blocks may be a heading and what it heads."""
    return heading.kind == "heading" and text.kind == "paragraph" and _may_be_label(heading) and may_be_text(text)


def with_called_as_pages(blocks: Sequence[PageBlock], chosen: Sequence[bool], of_all: Sequence[Make]) -> list[bool]:
    """For each block whether it is of the body, with its headings that are called as pages of a site are.

    `Customer Support` names a page of the site or a part of the article: where the headings of its tag and class are
    the article's, amid it, and its text stands right below, it is the latter.

    Args:
        blocks: Of a page, in order.
        chosen: Which of them were taken for the body.
        of_all: The makes of the blocks.
    """
    makes = [make[:1] if block.kind == "heading" else None for block, make in zip(blocks, of_all, strict=True)]
    places = [place for place, stays in enumerate(chosen) if stays]
    usual = _usual(makes, (makes[place] for place in places))
    found = list(chosen)
    for place in range(places[0] + 1, places[-1]) if places else ():
        block = blocks[place]
        is_own = makes[place] in usual and not (block.hidden or block.links)
        if is_own and chosen[place + 1] and blocks[place + 1].kind != "heading":
            shape = shape_of(block.text)
            found[place] = chosen[place] or (shape is not None and shape.rule in _PAGES)
    return found


def _is_amid(blocks: Sequence[PageBlock], chosen: Sequence[bool], place: int, first: int) -> bool:
    """Whether text of the body stands right below a label, and close above it or, of a heading, anywhere above."""
    if blocks[place].kind == "heading":
        return place > first and _text_below(blocks, chosen, place, _BESIDE)
    return any(chosen[max(0, place - _CLOSE) : place]) and _text_below(blocks, chosen, place, 0)


def _text_below(blocks: Sequence[PageBlock], chosen: Sequence[bool], place: int, beside: int) -> bool:
    """Whether a block of the body is the next one, but for so many captions and prices."""
    for below in range(place + 1, min(len(blocks), place + 2 + beside)):
        if chosen[below]:
            return blocks[below].kind != "heading" or not beside
        if blocks[below].kind == "heading" or not _is_small(blocks[below]):
            return False
    return False


def _is_small(block: PageBlock) -> bool:
    """Whether a block says a few words, or says them of a picture."""
    return block.hidden or block.element.tag == "figcaption" or block.text.count(" ") < _WORDS_BESIDE


def _may_label(block: PageBlock) -> bool:
    return block.kind == "heading" or block.element.tag in _LABELS


def make_of(block: PageBlock) -> Make:
    """The tags and classes of a block's element and of those around it."""
    make: list[tuple[str, str | None]] = []
    element: etree._Element | None = block.element
    while element is not None and len(make) < _AROUND:
        make.append((element.tag, element.get("class")))
        element = element.getparent()
    return tuple(make)


def _usual(makes: Iterable[Make | None], kept: Iterable[Make | None]) -> frozenset[Make]:
    """The makes of which several are kept, and nearly all that there are."""
    there = Counter(makes)
    several = ((make, count) for make, count in Counter(kept).items() if make is not None and count >= _FEWEST)
    return frozenset(make for make, count in several if count >= _MOST * there[make])


def _may_be_label(block: PageBlock) -> bool:
    """Whether a block may be a label; a heading may lead to more of what it heads, as those made like it may."""
    return may_be_own(block) if block.kind == "heading" else may_be_text(block)
