"""Days on a dumped page on which something else was or will be: an offer ends, a fair opens, a book comes out."""

from __future__ import annotations

import contextlib
import re
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
    if _is_of_agenda(page, one):
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


def _day_of(line: DateLine) -> int | None:
    """The number of the day of a bare date with its weekday, counted from some day on."""
    phrase = line.phrase
    if not line.bare or phrase.weekday is None or not (phrase.year and phrase.month and phrase.day):
        return None
    with contextlib.suppress(ValueError):
        return date(phrase.year, phrase.month, phrase.day).toordinal()
    return None


def _is_of_update(page: Layout, index: int) -> bool:
    """Whether the lines above a date are ``Last updated`` and ``on``: a dump may give each string a line."""
    label, on = (look.piece.text for look in page.looks[index - 2 : index]) if index > 1 else ("", "")
    return _ON.fullmatch(on) is not None and len(label.split()) <= _LABEL and is_of_update(label)
