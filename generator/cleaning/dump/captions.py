"""Captions that a dump prints where a picture was: in a gallery below ``Image 2 of 5``, else above who took it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.cleaning.fields.captions import CAPTION
from generator.cleaning.fields.credits import CreditLine, read_credits
from generator.cleaning.pieces.looks import Look
from generator.cleaning.pieces.words import AUXILIARY

_COUNTER: Final = re.compile(
    r"\W{0,3}(?:image|photo|picture|slide|gallery)\s{1,3}\d{1,3} ?(?:of|/) ?\d{1,3}\W{0,3}", re.IGNORECASE
)
_REACH: Final = 2
_LONGEST: Final = 70
_CREDIT: Final = "photo-credit"
"""The rule of a line that tells who took a picture …"""
_MOST_OF_A_CREDIT: Final = 8
"""… and the most words of one that tells nothing else."""
_WORDS: Final = range(4, 21)
"""Of what is said of a picture without a counter …"""
_PARAGRAPH: Final = 12
"""… and of the paragraphs above it, at least."""
_TITLED: Final = 0.5
"""Of its words so many begin with a capital at most: otherwise it may be a heading."""
_PLACES: Final = re.compile(r"\b(?:at|from|in|into|near|of|on|showing|under|with)\b")
"""Where something is or what it has: ``A woman with her phone``."""
_SAYS: Final = re.compile(r"\b(?:click|here|i|our|read|see|this|we|you|your)\b", re.IGNORECASE)
"""What is said to readers, and not of a picture."""


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


def captioned(looks: Sequence[Look], known: Mapping[int, CreditLine]) -> dict[int, CreditLine]:
    """Number of each piece that tells of the picture whose credit stands right below it -> that it is a caption.

    Args:
        looks: The pieces of the dump.
        known: What its pieces credit.
    """
    first = next((index for index, look in enumerate(looks) if _is_paragraph(look)), len(looks))
    alone = (
        index for index, credit in known.items() if credit.rule == _CREDIT and looks[index].words <= _MOST_OF_A_CREDIT
    )
    # Below a paragraph that is not the first: a notice may stand above a headline.
    amid = [index for index in alone if known[index].whole and index - 2 > first and _is_paragraph(looks[index - 2])]
    return {index - 1: CreditLine(rule=CAPTION) for index in amid if _tells(looks[index - 1])}


def _is_paragraph(look: Look) -> bool:
    return look.sentence and look.words >= _PARAGRAPH


def _tells(look: Look) -> bool:
    """Whether a piece says no sentence, but what a picture shows and where."""
    text = look.piece.text
    is_line = look.piece.kind == "paragraph" and look.words in _WORDS and text[0].isupper() and text[-1] not in ":!?,;"
    if not is_line or look.capitals > _TITLED:
        return False
    return _PLACES.search(text) is not None and AUXILIARY.search(text) is None and _SAYS.search(text) is None


def _below(looks: Sequence[Look], counter: int, known: Sequence[str]) -> dict[int, CreditLine]:
    for index in range(counter + 1, min(counter + 1 + _REACH, len(looks))):
        if looks[index].words > _LONGEST:
            break
        credit = read_credits(looks[index].piece.text, known)
        if credit is not None and credit.photo_credits:
            caption = CreditLine(rule=CAPTION)
            return dict.fromkeys(range(counter + 1, index), caption) | {index: replace(credit, rule=CAPTION)}
    return {}
