"""Whether a text writes the month before the day: what ``07/08/2011`` means in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, Literal

from generator.text.dates import MONTH_WORD, DatePhrase, is_possible
from generator.text.language import detect

Order = Literal["month-first", "day-first"]

_NUMERIC: Final = re.compile(r"(?<![\w./-])([0-3]?\d)([/.-])([0-3]?\d)\2(?:19|20)?\d\d(?![\w/-]|\.\d)")
_PARTED: Final = re.compile(r"\d[/.-]\d")
"""What every such date holds, and most lines do not."""
_MONTH_FIRST: Final = re.compile(rf"\b{MONTH_WORD}\.? [0-3]?\d(?:st|nd|rd|th)?\b(?!:)", re.IGNORECASE)
_DAY_FIRST: Final = re.compile(rf"(?<![\w.,:/-])[0-3]?\d(?:st|nd|rd|th)? (?:of )?{MONTH_WORD}", re.IGNORECASE)
_AMERICAN: Final = re.compile(
    r"\b[A-Z]{2},? \d{5}(?:-\d{4})?\b|(?:\b\d{3}-|\(\d{3}\) ?)\d{3}-\d{4}\b|\bWashington, D\.? ?C\b"
    r"|\([RD]-[A-Z]{2}\)"
)
_CLEARLY: Final = 3
_BOTH_WAYS: Final = frozenset({"en", ""})
"""English, and what cannot be told."""
_AMBIGUOUS: Final = re.compile(r"(?P<left>[0-3]?\d)(?P<mark>[/.])(?P<right>[0-3]?\d)(?P=mark)\d{4}")


def in_digits(text: str) -> bool:
    """Whether a text has a date in digits whose order matters."""
    return _PARTED.search(text) is not None and _NUMERIC.search(text) is not None


def order_of(text: str) -> Order | None:
    """The order of month and day in a text, or None where it does not tell.

    Dates in digits that can be read one way only tell most, then dates written out, then an address in the United
    States, then the language: only English has both orders.
    """
    numeric = [(int(match[1]), int(match[3])) for match in _NUMERIC.finditer(text)]
    told = _clearer(
        sum(1 for left, right in numeric if left <= 12 < right), sum(1 for left, right in numeric if right <= 12 < left)
    )
    if told is None:
        months = sum(1 for match in _MONTH_FIRST.finditer(text) if match[0][0].isupper())
        told = _clearer(months, sum(1 for match in _DAY_FIRST.finditer(text) if match[0].split()[-1][0].isupper()))
    if told is None and _AMERICAN.search(text):
        return "month-first"
    return told or ("day-first" if detect(text) not in _BOTH_WAYS else None)


def _clearer(months: int, days: int) -> Order | None:
    if months > _CLEARLY * days:
        return "month-first"
    return "day-first" if days > _CLEARLY * months else None


def in_order(phrase: DatePhrase, order: Order | None) -> DatePhrase:
    """A date in digits with month and day, of which it showed only the year while the order was not known."""
    match = _AMBIGUOUS.fullmatch(phrase.text) if order and phrase.month is None else None
    if match is None or phrase.year is None:
        return phrase
    left, right = int(match["left"]), int(match["right"])
    month, day = (left, right) if order == "month-first" else (right, left)
    return replace(phrase, month=month, day=day) if is_possible(phrase.year, month, day) else phrase
