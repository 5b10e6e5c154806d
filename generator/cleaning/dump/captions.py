"""Captions of a gallery inside a page: ``Image 2 of 5``, then a caption, then who took the picture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from generator.cleaning.fields.captions import CAPTION
from generator.cleaning.fields.credits import CreditLine, read_credits
from generator.cleaning.pieces.looks import Look

_COUNTER: Final = re.compile(
    r"\W{0,3}(?:image|photo|picture|slide|gallery)\s{1,3}\d{1,3} ?(?:of|/) ?\d{1,3}\W{0,3}", re.IGNORECASE
)
_REACH: Final = 2
_LONGEST: Final = 70


def read_captions(looks: Sequence[Look], known: Sequence[str]) -> dict[int, CreditLine]:
    """Number of each piece that is a gallery's caption or its credit -> what it credits.

    A counter alone makes no caption: only a credit within two pieces tells where the caption ends.

    Args:
        looks: The pieces of the dump.
        known: Names of sources by which glued names are split.
    """
    found: dict[int, CreditLine] = {}
    for index, look in enumerate(looks):
        if look.digit and look.words <= 4 and _COUNTER.fullmatch(look.piece.text):
            found |= _below(looks, index, known)
    return found


def _below(looks: Sequence[Look], counter: int, known: Sequence[str]) -> dict[int, CreditLine]:
    for index in range(counter + 1, min(counter + 1 + _REACH, len(looks))):
        if looks[index].words > _LONGEST:
            break
        credit = read_credits(looks[index].piece.text, known)
        if credit is not None and credit.photo_credits:
            caption = CreditLine(rule=CAPTION)
            return dict.fromkeys(range(counter + 1, index), caption) | {index: replace(credit, rule=CAPTION)}
    return {}
