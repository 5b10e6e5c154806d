"""Days on a dumped page on which something else was or will be: an offer ends, a fair opens, a book comes out."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from generator.cleaning.dump.layout import Layout
from generator.cleaning.fields.dating import DateLine, is_of_update

if TYPE_CHECKING:
    from generator.cleaning.dump.datelines import Dated

_ENDS: Final = re.compile(
    r"\b(?:(?:apply|book|claim|enter|order|redeem|register|respond|rsvp|save the date|sign up) (?:by|before|until)"
    r"|(?:deadline|ends?|expires?|valid (?:until|through)|offer|as of|starts?|begins?|when)"
    r"|(?:gültig|anmeldung|anmelden|bewerben|endet) .{0,20}bis|bis zum|jusqu['’]au|hasta el|fino al|até|tot en met)\b",
    re.IGNORECASE,
)
"""Before a day on which something ends or begins."""
_ON: Final = re.compile(r"\W*(?:on|am|le|el|il|em|op)\W*", re.IGNORECASE)
_LABEL: Final = 5
_OTHERS: Final = 5
"""Words beside a month: with more it is the month of something in a sentence."""
_CELLS: Final = re.compile(
    r"\t+\s?[-+~$€£]?\d|\|\s*[-+~$€£]?\s?\d[\d.,]*\s?%?\s*(?:\||$)"
    r"|\s{2,}(?:[-+~$€£]\s?\d[\d.,]*%?|\d[\d.,]*\s?%)\s*$"
)
"""A number in the cell beside a day: both are of a table."""
_LED: Final = 3
"""Pieces above a date in which a sentence leads to it."""
_DAYS, _FEWEST_DAYS = 6, 2
"""Of an agenda: so near to each other, and so many beside one."""
_CELL: Final = re.compile(r"[-+~$€£]?\s?\d[\d.,]*\s?%?")
_ROW: Final = 2
"""Lines of a row: a day and its number."""
_ENTRIES, _ENTRY_LINES, _ENTRY_DAYS = 6, 12, 31
"""So many bare days inside a text are those of what it lists; so near to the first of them are others above it."""
_SPAN: Final = re.compile(r"\d\s?[–-]\s?\d")


def is_of_other_day(page: Layout, one: Dated) -> bool:
    """Whether a date that has the form of an article's is plainly not the day of its publication.

    Args:
        page: The page.
        one: One of its dates.
    """
    text, phrase = page.looks[one.index].piece.text, one.line.phrase
    if one.line.first:
        return False
    if phrase.day is None:
        return one.line.others > _OTHERS or _SPAN.search(text) is not None
    before = text.partition(phrase.text)[0]
    if _is_of_agenda(page, one) or _is_of_column(page, one.index):
        return True
    return _ENDS.search(before) is not None or _CELLS.search(text) is not None or _is_of_update(page, one.index)


def _is_of_agenda(page: Layout, one: Dated) -> bool:
    """Whether a bare date with its weekday heads a day of an agenda: a sentence leads to it, and others have theirs."""
    led_to = any(look.sentence for look in page.looks[max(0, one.index - _LED) : one.index])
    here = _day_of(one.line)
    if here is None or not led_to:
        return False
    others = {_day_of(line) for lines in page.dates.values() for line in lines} - {None, here}
    return sum(abs(day - here) <= _DAYS for day in others if day is not None) >= _FEWEST_DAYS


def _is_of_column(page: Layout, index: int) -> bool:
    """Whether below a date stands a number, and another date below that or above: a table that has a cell a line."""
    return _has_number_below(page, index) and (
        index + _ROW in page.dates or (index - _ROW in page.dates and _has_number_below(page, index - _ROW))
    )


def _has_number_below(page: Layout, index: int) -> bool:
    return any(_CELL.fullmatch(look.piece.text.strip()) is not None for look in page.looks[index + 1 : index + _ROW])


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """What a text lists by its days: events, releases."""

    first: int
    """The piece with the first of the days that stand inside the text."""
    day: int | None
    """Its number."""


def entries_of(page: Layout) -> Entries | None:
    """What a page lists by its days, where many bare ones stand inside its text."""
    bare = ((index, line) for index, lines in page.dates.items() for line in lines if line.bare)
    dated = [(index, line) for index, line in bare if page.start < index < page.last]
    return Entries(first=dated[0][0], day=_number(dated[0][1])) if len(dated) >= _ENTRIES else None


def is_of_entry(one: Dated, entries: Entries | None) -> bool:
    """Whether a bare date is that of an entry: of one inside the text, or of the first ones right above these."""
    if entries is None or not one.line.bare:
        return False
    day = _number(one.line)
    is_close = day is not None and entries.day is not None and 0 <= entries.day - day <= _ENTRY_DAYS
    return one.index >= entries.first or (is_close and entries.first - one.index <= _ENTRY_LINES)


def _day_of(line: DateLine) -> int | None:
    """The number of the day of a bare date with its weekday."""
    return _number(line) if line.bare and line.phrase.weekday is not None else None


def _number(line: DateLine) -> int | None:
    """The number of a whole date's day, counted from some day on."""
    phrase = line.phrase
    if not (phrase.year and phrase.month and phrase.day):
        return None
    with contextlib.suppress(ValueError):
        return date(phrase.year, phrase.month, phrase.day).toordinal()
    return None


def _is_of_update(page: Layout, index: int) -> bool:
    """Whether the lines above a date are ``Last updated`` and ``on``: a dump may give each string a line."""
    label, on = (look.piece.text for look in page.looks[index - 2 : index]) if index > 1 else ("", "")
    return _ON.fullmatch(on) is not None and len(label.split()) <= _LABEL and is_of_update(label)
