"""Which piece of a dump is the standfirst: a sentence that stands between headline and text."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Final

from generator.cleaning.fields.standfirst import reads_as_standfirst
from generator.cleaning.pieces.looks import Look

_NEAR: Final = 2
"""So many pieces below the headline it may stand, bylines and dates not counted …"""
_BELOW: Final = 3
"""… so many with them …"""
_ABOVE: Final = 30
"""… and so many above the text."""


def find_standfirst(
    looks: Sequence[Look], within: Sequence[bool], fields: Mapping[int, str], decided: Container[int]
) -> int | None:
    """The piece that is the standfirst; None where none is.

    Args:
        looks: The pieces of the dump.
        within: Which of them are of the text.
        fields: Those that gave headline, byline or date, and which of these.
        decided: Those that stand in other files too, or of which people have decided.
    """
    first = next((index for index, stays in enumerate(within) if stays), 0)
    headline = max((index for index, field in fields.items() if field == "title" and index < first), default=None)
    if headline is None:
        return None
    between = [
        index
        for index in range(max(headline + 1, first - _ABOVE), min(headline + 1 + _BELOW, first))
        if index not in fields and looks[index].words and looks[index].shape is None
    ]
    return next(
        (
            index
            for index in between[:_NEAR]
            if _stands(looks[index], adjacent=index == headline + 1) and index not in decided
        ),
        None,
    )


def _stands(look: Look, *, adjacent: bool) -> bool:
    return look.piece.kind in {"paragraph", "heading"} and reads_as_standfirst(look.piece.text, adjacent=adjacent)
