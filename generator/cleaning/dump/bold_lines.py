"""Lines in bold over paragraphs, where a dump has the signs of it: they head the sections that no heading heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.cleaning.pieces.blocks import Part
from generator.cleaning.pieces.bold import with_bold_headings
from generator.cleaning.pieces.lines import Piece
from generator.cleaning.pieces.looks import Look

_SIGN: Final = "**"
_BOLD: Final = re.compile(r"\*\*[^*\s](?:[^*]*[^*\s])?\*\*")


def bold_headings(looks: Sequence[Look], within: Sequence[bool], lines: Sequence[str]) -> frozenset[int]:
    """Which pieces of a body are headings, since all of each stands in bold, over its text alone.

    Args:
        looks: The pieces of the dump.
        within: Which of them are of the body.
        lines: The raw lines of the dump.
    """
    places = [index for index, stays in enumerate(within) if stays]
    pieces = [looks[index].piece for index in places]
    bold = [_is_bold(piece, lines) for piece in pieces]
    if not any(bold):
        return frozenset()
    parts = [Part(piece.kind, piece.level, piece.text, ()) for piece in pieces]
    found = with_bold_headings(parts, bold)
    return frozenset(
        index for index, before, after in zip(places, parts, found, strict=True) if after.kind != before.kind
    )


def _is_bold(piece: Piece, lines: Sequence[str]) -> bool:
    raw = [lines[number - 1].strip() for number in piece.numbers]
    return raw[0].startswith(_SIGN) and _BOLD.fullmatch(" ".join(raw)) is not None
