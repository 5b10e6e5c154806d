"""The large first letter of a text, which pages print in an element of its own."""

from __future__ import annotations

from collections.abc import Sequence

from generator.cleaning.markup.blocks import PageBlock


def with_drop_cap(blocks: Sequence[PageBlock], within: Sequence[bool]) -> tuple[bool, ...]:
    """The choice with the large first letter of the body, which stands in an element of its own."""
    first = next((place for place, stays in enumerate(within) if stays), 0)
    is_cap = first > 0 and is_drop_cap(blocks[first - 1].text, blocks[first].text) and not blocks[first - 1].hidden
    return tuple(stays or (is_cap and place == first - 1) for place, stays in enumerate(within))


def is_drop_cap(text: str, below: str) -> bool:
    """Whether a text is the first letter of the one below it."""
    return len(text) == 1 and text.isupper() and below[:1].islower()
