"""What day a date phrase means, seen from an article's own date and from the full dates beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from generator.text.dates import DatePhrase, is_possible, iso_of

_CLAUSE: Final = 90
_LIST: Final = 12
_CLAUSE_END: Final = re.compile(r"[.!?]\s+[\"“]?[A-Z]|\n")
_SOON: Final = 45
"""So many days ahead a newspaper writes a date of the next year without its year."""


def resolve_all(text: str, phrases: Sequence[DatePhrase], reference: str | None) -> list[str | None]:
    """The ISO date of every phrase of a text; a day without a year beside a full date is of that date's time.

    Args:
        text: The text in which the phrases were found.
        phrases: All of them, in order.
        reference: The article's own ISO date, possibly partial, or None.
    """
    return [resolve(phrase, _beside(text, phrases, number) or reference) for number, phrase in enumerate(phrases)]


def _beside(text: str, phrases: Sequence[DatePhrase], number: int) -> str | None:
    """The full date that stands in the same clause as a day without a year, before it or right after it."""
    own = phrases[number]
    if own.year is not None or own.month is None or own.day is None:
        return None
    for other, reach in ((number - 1, _CLAUSE), (number + 1, _LIST)):
        if 0 <= other < len(phrases) and phrases[other].year is not None and phrases[other].day is not None:
            first, last = sorted((own, phrases[other]), key=lambda phrase: phrase.start)
            between = text[first.end : last.start]
            if len(between) <= reach and not _CLAUSE_END.search(between):
                return phrases[other].iso
    return None


def resolve(phrase: DatePhrase, reference: str | None) -> str | None:
    """The ISO date that a phrase means in an article of date ``reference``; None where that cannot be known.

    A phrase with a year needs no reference. Others need a reference that is as precise as they are.

    Args:
        phrase: What ``find_dates`` gave.
        reference: The article's own ISO date, possibly partial, or None.
    """
    if phrase.year is not None or reference is None:
        return phrase.iso
    known = [int(part) for part in reference.split("-")]
    if phrase.unit:
        return _shifted_unit(phrase, known)
    if phrase.month is not None:
        return _nearest_year(phrase, known)
    if len(known) < 3:
        return None
    day = date(known[0], known[1], known[2])
    if phrase.days is not None:
        return (day + timedelta(days=phrase.days)).isoformat()
    return _nearest_weekday(phrase, day)


def _shifted_unit(phrase: DatePhrase, known: Sequence[int]) -> str | None:
    step = -1 if phrase.shift == "last" else 1
    if phrase.unit == "year":
        return iso_of(known[0] + step)
    if len(known) < 2:
        return None
    months = known[0] * 12 + known[1] - 1 + step
    return iso_of(months // 12, months % 12 + 1)


def _nearest_year(phrase: DatePhrase, known: Sequence[int]) -> str | None:
    """The year that brings the phrase nearest to the reference, before or after it as the words say."""
    if len(known) < 2 or phrase.month is None:
        return None
    here = date(known[0], known[1], known[2] if len(known) > 2 else 15)
    options = [year for year in (known[0] - 1, known[0], known[0] + 1) if is_possible(year, phrase.month, phrase.day)]
    if phrase.shift in {"last", "next"} and phrase.day is None:
        before = phrase.shift == "last"
        options = [year for year in options if ((year, phrase.month) < (here.year, here.month)) is before]
    if not phrase.ahead:  # Papers leave out the year of the year that they are written in.
        soon = here + timedelta(days=_SOON)
        options = [
            year for year in options if year <= here.year or date(year, phrase.month, phrase.day or 1) <= soon
        ] or options
    if not options:
        return None
    year = min(options, key=lambda year: abs((date(year, phrase.month or 1, phrase.day or 15) - here).days))
    return iso_of(year, phrase.month, phrase.day)


def _nearest_weekday(phrase: DatePhrase, day: date) -> str | None:
    if phrase.weekday is None:
        return None
    behind = (day.weekday() - phrase.weekday) % 7
    if phrase.shift == "next" or (phrase.ahead and phrase.shift != "last"):
        return (day + timedelta(days=(-behind) % 7 or 7)).isoformat()
    if phrase.shift == "last":
        behind = behind or 7
    return (day - timedelta(days=behind)).isoformat()
