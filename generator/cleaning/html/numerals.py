"""Dates in digits alone, of which the page as a whole tells the day from the month: ``02-12-2025``, ``2025.12.17``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, Literal

from generator.text.dates import is_possible, iso_of

Order = Literal["day first", "month first", ""]

_DAY_AND_MONTH: Final = re.compile(r"(?<![\d./-])([0-3]?\d)([./-])([0-3]?\d)\2((?:19|20)\d\d)(?![\d./-])")
_YEAR_FIRST: Final = re.compile(r"(?<![\d./-])((?:19|20)\d\d)\.([01]\d)\.([0-3]\d)(?![\d./-])")
_DIGIT: Final = re.compile(r"\d")
_LONGEST: Final = 200
_MONTHS: Final = 12


def order_of(texts: Iterable[str], language: str) -> Order:
    """Whether the page writes days before months: by a date of which only one order is possible, else by its language.

    Args:
        texts: The page's blocks.
        language: Its language tag; where it names no country, English says nothing.
    """
    seen: set[Order] = set()
    for text in texts:
        for match in _DAY_AND_MONTH.finditer(text) if len(text) <= _LONGEST and _DIGIT.search(text) else ():
            left, right = int(match[1]), int(match[3])
            if max(left, right) > _MONTHS >= min(left, right):
                seen.add("day first" if left > right else "month first")
    if seen:
        return next(iter(seen)) if len(seen) == 1 else ""
    if language in {"", "en"}:
        return ""
    return "month first" if language == "en-US" else "day first"


def spelled(text: str, order: Order) -> tuple[str, Mapping[str, str]]:
    """A text with such dates in ISO 8601, and how each was written."""
    written: dict[str, str] = {}

    def iso(match: re.Match[str], year: int, month: int, day: int) -> str:
        if not is_possible(year, month, day):
            return match[0]
        return written.setdefault(match[0], iso_of(year, month, day))

    def dotted(match: re.Match[str]) -> str:
        return iso(match, int(match[1]), int(match[2]), int(match[3]))

    def ordered(match: re.Match[str]) -> str:
        left, right = int(match[1]), int(match[3])
        first = order == "day first" if max(left, right) <= _MONTHS else left > right
        month, day = (right, left) if first else (left, right)
        return iso(match, int(match[4]), month, day) if order or left == right or day > _MONTHS else match[0]

    plain = _DAY_AND_MONTH.sub(ordered, _YEAR_FIRST.sub(dotted, text))
    return plain, {day: shown for shown, day in written.items()}
