"""What a page calls its summary, above its text: no part of the text, which may begin with the same words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.cleaning.fields.standfirst import reads_as_standfirst

_LABEL: Final = re.compile(r"\W*summary:\W*", re.IGNORECASE)

_FIRST: Final = 3
"""Parts with which a body begins: the headline may be one, and the label."""


def without_summary(texts: Sequence[str], within: Sequence[bool]) -> tuple[bool, ...]:
    """Which parts of a page are of the body, without the one that a label right above it calls the summary.

    It reads as a standfirst does, which it is for a page with a headline. With no text below it is all that there is,
    and stays.

    Args:
        texts: The words of each part of a page, in order.
        within: Which of them were chosen.
    """
    body = [place for place, stays in enumerate(within) if stays]
    labelled = [place for place in body[:_FIRST] if _is_labelled(texts, place)]
    gone = {place for label in labelled[:1] for place in (label - 1, label)}
    left = tuple(stays and place not in gone for place, stays in enumerate(within))
    return left if any(left) else tuple(within)


def _is_labelled(texts: Sequence[str], place: int) -> bool:
    has_label = place > 0 and _LABEL.fullmatch(texts[place - 1]) is not None
    return has_label and reads_as_standfirst(texts[place], told=True)
