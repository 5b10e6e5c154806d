"""Days on a dumped page on which something else was or will be: an offer ends, a fair opens, a book comes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.cleaning.dump.layout import Layout
from generator.cleaning.fields.dating import is_of_update

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
    return _ENDS.search(before) is not None or _CELLS.search(text) is not None or _is_of_update(page, one.index)


def _is_of_update(page: Layout, index: int) -> bool:
    """Whether the lines above a date are ``Last updated`` and ``on``: a dump may give each string a line."""
    label, on = (look.piece.text for look in page.looks[index - 2 : index]) if index > 1 else ("", "")
    return _ON.fullmatch(on) is not None and len(label.split()) <= _LABEL and is_of_update(label)
