"""What a label amid a dump's article leads to: ``Read more:``, and another article's headline on the next line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from generator.cleaning.pieces.looks import Look

_LABEL: Final = "shape:related"
_NOTICE: Final = "shape:legal"
_WORDS_OF_A_LABEL: Final = 4
_WORDS: Final = range(4, 21)
"""Of a headline."""
_GOES_ON: Final = (".", ":", ",", ";")
"""What ends a sentence of the article, or leads on in it."""


def without_led_to(looks: Sequence[Look], within: Sequence[bool]) -> list[bool]:
    """Which pieces are of the body, without the headlines right below a label that was left out.

    By itself such a headline reads like a heading of the article.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
    """
    return [
        stays and not (index and not within[index - 1] and _leads(looks[index - 1]) and _is_headline(look))
        for index, (stays, look) in enumerate(zip(within, looks, strict=True))
    ]


def without_leads(looks: Sequence[Look], within: Sequence[bool]) -> list[bool]:
    """Which pieces are of the body, without the labels of notices that were left out: ``Please note:``.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
    """
    left = list(within)
    for index, (look, below) in enumerate(pairwise(looks)):
        if _labels(look) and _is_notice(below) and not within[index + 1]:
            left[index] = False
    return left


def _labels(look: Look) -> bool:
    return look.words <= _WORDS_OF_A_LABEL and look.piece.text.rstrip().endswith(":")


def _is_notice(look: Look) -> bool:
    return look.shape is not None and look.shape.rule == _NOTICE


def _leads(look: Look) -> bool:
    return look.shape is not None and look.shape.rule == _LABEL and _labels(look)


def _is_headline(look: Look) -> bool:
    return look.piece.kind == "paragraph" and look.words in _WORDS and not look.piece.text.rstrip().endswith(_GOES_ON)
