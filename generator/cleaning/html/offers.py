"""What a site offers amid its articles: a box with a button that stands there again, and cards of other articles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, compress, islice, takewhile
from typing import Final

from lxml import etree

from generator.cleaning.html.seen import calls
from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.pieces.appeals import appeals
from generator.cleaning.pieces.shapes import shape_of

_AROUND: Final = 8
"""So many elements around a block are looked at for a box that it is of."""
_WHOLE: Final = frozenset({"article", "main", "body", "html"})
_BLOCKS: Final = range(2, 9)
_WORDS: Final = 60
"""Blocks and words of a box: with more it is a part of the text."""
_FEW: Final = 2
"""So many boxes come again at most; more of them are pictures that pass by, or facts of what the article lists."""
_CARD: Final = re.compile(r"(?:^|[\s_-])(?:related(?:[\s_-]posts?)?|card-excerpt)(?:$|[\s_-])", re.IGNORECASE)
_INVITATION: Final = 18
"""Blanks of one line above a button."""
_YOU: Final = re.compile(r"\b(?:your?|us|our)\b", re.IGNORECASE)
_ASKS: Final = re.compile(
    r"(?:are you|curious|do you (?:need|want)|interested|looking|need|ready|want|why not|would you like)\b",
    re.IGNORECASE,
)
_OUTER: Final = 5
_ADVERTISES: Final = "shape:advertisement"
_MOST_ASKED: Final = 0.3
"""Of a body's words, in the box in which a site asks for help, or for an address."""
_FIELDS: Final = range(1, 17)
_OF_FORM: Final = 100
"""Blocks and words of a box with a field for an address: each field has a label."""
_ABOVE_FIELD: Final = 16
"""So many elements around a field are looked at: fields stand deep in what draws them."""
_ADDRESS: Final = re.compile(r"e-?mail", re.IGNORECASE)
_NAMES: Final = ("name", "id", "placeholder", "aria-label")
_MOST: Final = 0.1
"""Of a body's words: what is called related and says more is the article in an element that holds all."""


def without_offers(blocks: Sequence[PageBlock], within: Sequence[bool]) -> tuple[bool, ...]:
    """The choice without boxes of the site that stand amid it again, word for word, each with a button.

    Args:
        blocks: The page's blocks.
        within: Which of them were chosen for the body.
    """
    times = Counter(block.text for block in blocks)
    if sum(stays and times[block.text] > 1 for block, stays in zip(blocks, within, strict=True)) == 0:
        return tuple(within)
    boxes = _again(blocks, within)
    gone = {place for places in boxes for place in places}
    return tuple(stays and place not in gone for place, stays in enumerate(within))


def without_invitations(blocks: Sequence[PageBlock], within: Sequence[bool]) -> tuple[bool, ...]:
    """The choice without lines that bid readers press the button right below: ``Curious what it costs?``.

    Sentences that end in a stop stand above buttons too, and mostly tell what the article does.

    Args:
        blocks: The page's blocks.
        within: Which of them were chosen for the body.
    """
    gone = {
        place
        for place in range(len(blocks) - 1)
        if within[place] and not within[place + 1] and _is_button(blocks[place + 1]) and _invites(blocks[place])
    }
    return tuple(stays and place not in gone for place, stays in enumerate(within))


def _invites(block: PageBlock) -> bool:
    text = block.text
    if block.kind != "paragraph" or block.links or text.count(" ") > _INVITATION:
        return False
    return (
        _ASKS.match(text) is not None if text.endswith("?") else text[-1] not in ".:;" and _YOU.search(text) is not None
    )


def _again(blocks: Sequence[PageBlock], within: Sequence[bool]) -> list[list[int]]:
    """The places of the blocks of each box that comes again; none where many do."""
    boxes = _boxes(blocks)
    says = {element: tuple(blocks[place].text for place in places) for element, places in boxes.items()}
    begun: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for element, places in boxes.items():
        if any(within[place] for place in places):
            begun[says[element]].add(places[0])  # elements around one another that hold the same are one box
    again = {element: said for element, said in says.items() if len(begun[said]) > 1}
    outer = {
        element for element, said in again.items() if all(again.get(one, said) == said for one in _around(element))
    }
    if len({again[element] for element in outer}) > _FEW:
        return []
    return [boxes[element] for element in outer if any(_is_button(blocks[place]) for place in boxes[element])]


def _boxes(blocks: Sequence[PageBlock]) -> dict[etree._Element, list[int]]:
    """The places of the blocks in each element that holds several and says little."""
    held: dict[etree._Element, list[int]] = defaultdict(list)
    for place, block in enumerate(blocks):
        for element in _around(block.element):
            held[element].append(place)
    return {
        element: places
        for element, places in held.items()
        if len(places) in _BLOCKS and sum(blocks[place].text.count(" ") + 1 for place in places) <= _WORDS
    }


def _around(element: etree._Element) -> Iterator[etree._Element]:
    for outer in islice(element.iterancestors(), _AROUND):
        if outer.tag in _WHOLE:
            return
        yield outer


def _is_button(block: PageBlock) -> bool:
    return block.element.tag == "button" or calls(block)


def without_last_box(blocks: Sequence[PageBlock], within: Sequence[bool]) -> tuple[bool, ...]:
    """The choice without the box at its end in which a site asks its readers for help, whatever else it says there.

    Args:
        blocks: The page's blocks.
        within: Which of them were chosen for the body.
    """
    body = [place for place, stays in enumerate(within) if stays]
    asks = next((place for place in reversed(body[-_BLOCKS.stop :]) if appeals(blocks[place].text)), None)
    if asks is None:
        return tuple(within)
    words = sum(blocks[place].text.count(" ") + 1 for place in body)
    for box in _around(blocks[asks].element):
        own = [place for place in body if box in blocks[place].element.iterancestors()]
        is_last = own == body[len(body) - len(own) :] and len(own) < len(body)
        if is_last and own[0] < asks and sum(blocks[at].text.count(" ") + 1 for at in own) <= _MOST_ASKED * words:
            return tuple(stays and place < own[0] for place, stays in enumerate(within))
    return tuple(within)


def without_sign_ups(blocks: Sequence[PageBlock], within: Sequence[bool]) -> tuple[bool, ...]:
    """The choice without what stands in one small box with a field for the reader's address.

    What such a box promises reads like a text; what the field is for tells that it is none. Where most of a body would
    go, the box holds the article.

    Args:
        blocks: The page's blocks.
        within: Which of them were chosen for the body.
    """
    asking = set(_asking(blocks[0].element.getroottree().getroot())) if blocks else set()
    chosen = _held(blocks, [place for place, stays in enumerate(within) if stays], asking)
    asking = {box for box, places in chosen.items() if len(places) in _FIELDS}
    boxes = _held(blocks, range(len(blocks)), asking)
    sizes = [block.text.count(" ") + 1 for block in blocks] if boxes else []
    small = [
        box
        for box, places in boxes.items()
        if len(places) in _FIELDS and sum(sizes[place] for place in places) <= _OF_FORM
    ]
    gone = {place for box in small for place in chosen[box]}
    if sum(sizes[place] for place in gone) > _MOST_ASKED * sum(compress(sizes, within)):
        return tuple(within)
    return tuple(stays and place not in gone for place, stays in enumerate(within))


def _held(
    blocks: Sequence[PageBlock], places: Iterable[int], boxes: Collection[etree._Element]
) -> dict[etree._Element, list[int]]:
    """Which of some places stand in each of some elements."""
    held: dict[etree._Element, list[int]] = defaultdict(list)
    for place in places if boxes else ():
        for element in chain((blocks[place].element,), _around(blocks[place].element)):
            if element in boxes:
                held[element].append(place)
    return held


def _asking(page: etree._Element) -> Iterator[etree._Element]:
    """The elements around each field of a page into which readers write their e-mail address."""
    for field in page.iter("input"):
        kind = (field.get("type") or "").lower()
        if kind == "email" or (kind != "hidden" and any(_ADDRESS.search(field.get(name) or "") for name in _NAMES)):
            yield from takewhile(lambda one: one.tag not in _WHOLE, islice(field.iterancestors(), _ABOVE_FIELD))


def without_sponsored(blocks: Sequence[PageBlock], within: Sequence[bool]) -> tuple[bool, ...]:
    """The choice without a label as ``Sponsored`` amid it, and the box right below of which every link says it too.

    Links of a text may be paid for; a box that holds nothing else is an advertisement.

    Args:
        blocks: The page's blocks.
        within: Which of them were chosen for the body.
    """
    boxes = {
        block.number: block.element.getnext()
        for block, stays in zip(blocks, within, strict=True)
        if stays and (shape := shape_of(block.text)) is not None and shape.rule == _ADVERTISES
    }
    paid = {number: box for number, box in boxes.items() if box is not None and _is_paid(box)}
    if not paid:
        return tuple(within)
    inside = {element for box in paid.values() for element in box.iter()}
    return tuple(
        stays and block.number not in paid and block.element not in inside
        for block, stays in zip(blocks, within, strict=True)
    )


def _is_paid(box: etree._Element) -> bool:
    links = [*box.iter("a")]
    return len(links) >= _FEW and all("sponsored" in (link.get("rel") or "").lower().split() for link in links)


def without_cards(blocks: Sequence[PageBlock], within: Sequence[bool]) -> tuple[bool, ...]:
    """The choice without what the page itself calls related to its article, if that is little.

    Args:
        blocks: The page's blocks.
        within: Which of them were chosen for the body.
    """
    chosen = [block for block, stays in zip(blocks, within, strict=True) if stays]
    cards = {block.number for block in chosen if _is_of_card(block)}
    words = sum(block.text.count(" ") + 1 for block in chosen)
    if sum(block.text.count(" ") + 1 for block in chosen if block.number in cards) > _MOST * words:
        return tuple(within)
    return tuple(stays and block.number not in cards for block, stays in zip(blocks, within, strict=True))


def _is_of_card(block: PageBlock) -> bool:
    around = chain((block.element,), islice(_around(block.element), _OUTER - 1))
    return any(_calls_card(element.get("class") or "") for element in around)


# The elements around the blocks of a page are few, and their classes fewer.
@lru_cache(maxsize=1 << 12)
def _calls_card(name: str) -> bool:
    return _CARD.search(name) is not None
