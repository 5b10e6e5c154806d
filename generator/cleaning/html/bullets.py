"""Lists that a page writes as one paragraph, a line an item and a bullet before each: ``• Towel``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from generator.cleaning.pieces.blocks import Part

_LINE: Final = re.compile(r"[^\n]+")
_BULLET: Final = re.compile(r"(?P<sign>[•‣◦▪●○■✓✔✅*–-]|·)\s+(?=\S)")
_FEWEST: Final = 2


def itemized(parts: Sequence[Part]) -> list[Part]:
    """The parts of a body, with an item for each line of a paragraph whose lines all begin with the same bullet.

    The first line may have none, and say what they are.

    Args:
        parts: The body's blocks, in order.
    """
    return list(chain.from_iterable(_items(part) for part in parts))


def _items(part: Part) -> Iterator[Part]:
    lines = [match.span() for match in _LINE.finditer(part.text)] if part.kind == "paragraph" else []
    bullets = [_BULLET.match(part.text, start) for start, _ in lines]
    labels = 1 if lines and bullets[0] is None else 0
    listed = [
        (bullet, end) for bullet, (_, end) in zip(bullets[labels:], lines[labels:], strict=True) if bullet is not None
    ]
    alike = len({bullet["sign"] for bullet, _ in listed}) == 1 and len(listed) == len(lines) - labels
    if not alike or len(listed) < _FEWEST:
        yield part
        return
    if labels:
        yield _cut(part, *lines[0])
    for bullet, end in listed:
        yield _cut(part, bullet.end(), end)._replace(kind="item")


def _cut(part: Part, start: int, end: int) -> Part:
    """A part's text from one place to another, with the links on it."""
    inside = [(max(first, start) - start, min(last, end) - start, href) for first, last, href in part.anchors]
    return part._replace(text=part.text[start:end], anchors=[link for link in inside if link[0] < link[1]])
