"""What a site says of the age of its article above the first words of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_OLD: Final = re.compile(
    r"(?:(?:please note|note|attention|warning|heads[ -]up)\W{1,3}(?:that )?)?"
    r"this (?:article|blog ?post|entry|guide|page|piece|post|story|tutorial) (?:is|was|has been)\b.{0,50}?"
    r"\b(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|many)\+? years? (?:old|ago)\b",
    re.IGNORECASE,
)
_LONGEST: Final = 50
"""Words of such a notice."""


def without_notice_of_age(texts: Sequence[str], within: Sequence[bool]) -> tuple[bool, ...]:
    """Which parts of a page are of the body, without the notice above it that it is old.

    Args:
        texts: The words of each part of a page, in order.
        within: Which of them were chosen.
    """
    first = next((place for place, stays in enumerate(within) if stays), None)
    is_notice = first is not None and tells_age(texts[first])
    return tuple(stays and not (is_notice and place == first) for place, stays in enumerate(within))


def tells_age(text: str) -> bool:
    """Whether a text says how old the article is that it stands above."""
    return text.count(" ") < _LONGEST and _OLD.match(text) is not None
