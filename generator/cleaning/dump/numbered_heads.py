"""The heads of an article's numbered sections, ``1. Walk to the Harbour`` above a text of its own and so on.

To a dump they are items, each a list of its own, or paragraphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.cleaning.dump.levels import UNTOLD
from generator.cleaning.dump.series import numbered, series_in
from generator.cleaning.pieces.blocks import Part

_FEWEST: Final = 3
_MOSTLY: Final = 0.6
"""So many sections, and so many of them with a text."""
_WORDS: Final = range(2, 18)
"""Of a head, its number with them."""
_LEADS_ON: Final = (",", ";")
_KINDS: Final = frozenset({"paragraph", "heading"})


def with_numbered_heads(parts: Sequence[Part], *, marked: bool) -> list[Part]:
    """The parts of a body, where those are headings that count on, are short, and nearly all have a text below.

    Args:
        parts: In order.
        marked: Whether the dump marks headings: then what it marks as an item is one.
    """
    found = list(parts)
    kinds = _KINDS if marked else _KINDS | {"item"}
    places = [place for place, part in enumerate(parts) if part.kind in kinds]
    for run in series_in([parts[place].text for place in places]):
        heads = [places[one] for one in run]
        texts = sum(_has_text(parts, place) for place in heads)
        if len(heads) >= _FEWEST and texts >= _MOSTLY * len(heads) and all(_may_head(parts[place]) for place in heads):
            for place in heads:
                found[place] = _as_heading(parts[place])
    return found


def _has_text(parts: Sequence[Part], place: int) -> bool:
    below = parts[place + 1] if place + 1 < len(parts) else None
    return below is not None and not numbered(below.text).series


def _may_head(part: Part) -> bool:
    return len(part.text.split()) in _WORDS and not part.text.endswith(_LEADS_ON)


def _as_heading(part: Part) -> Part:
    return part if part.kind == "heading" else part._replace(kind="heading", level=UNTOLD, ordinal=None)
