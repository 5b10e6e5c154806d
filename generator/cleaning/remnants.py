"""What is left in a dump of pictures, buttons and forms, and the lines for the press above a release."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.cleaning.looks import Look

_NAMES: Final = re.compile(r"(?=.*[^\W\d_]{4})[\w.%]+(?:[-_][\w.%]+){3,}")
"""A picture's, in words: ``old-pier-in-winter``."""
_BOXES: Final = re.compile(
    r"\[(?=[^\]]*[^\W\d_])[^\]\s]{2,60}\]|\[\w+(?: \w+=[^\]\s]{1,60})+\]|\$?\{{1,2}[^{}]{0,60}\}{1,2}"
    r"|\(BUTTON\).{0,80}|IFRAME: \S+"
)
_PHONE: Final = re.compile(r"\(?\b\d{3}\)?[-. /]{1,2}\d{3}[-. ]{1,2}\d{4}\b")
_PRESS: Final = re.compile(
    r"(?:(?:media|press|public) )?contacts?\b.{0,60}|for (?:immediate|planning) release.{0,60}|\S+@\S+\.\w+",
    re.IGNORECASE,
)
_SHORT, _LONGEST = 14, 120


def without_remnants(looks: Sequence[Look], within: Sequence[bool]) -> list[bool]:
    """Which pieces are of the body, without names of pictures and controls and without contacts above the text.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
    """
    body = [index for index, stays in enumerate(within) if stays]
    prose = next((index for index in body if looks[index].sentence), None)
    above = set[int]() if prose is None else {index for index in body if index < prose and _is_for_press(looks[index])}
    return [
        stays and index not in above and not _is_remnant(look.piece.text)
        for index, (stays, look) in enumerate(zip(within, looks, strict=True))
    ]


def _is_remnant(text: str) -> bool:
    return len(text) < _LONGEST and (_NAMES.fullmatch(text) is not None or _BOXES.fullmatch(text) is not None)


def _is_for_press(look: Look) -> bool:
    """Whether a short line tells whom the press may call, or when it may print what follows."""
    text = look.piece.text
    return look.words <= _SHORT and (_PHONE.search(text) is not None or _PRESS.fullmatch(text) is not None)
