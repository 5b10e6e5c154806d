"""The names of the months: English ones, and those of other languages as Unicode's CLDR has them."""

from __future__ import annotations

from functools import cache
from typing import Final

from generator.text.words import read_words

MONTHS: Final = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "febr": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
    "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
"""English name, whole or short, in small letters -> its number."""


def month_of(name: str) -> int | None:
    """The number of a month by its name in any language, whole or short; None where it is none.

    Args:
        name: As written: ``März``, ``марта``, ``déc``; of two names (``آذار/مارس``) the first.
    """
    plain = name.lower().replace("\u0307", "").partition("/")[0].rstrip(".").strip()
    return MONTHS.get(plain) or _abroad().get(plain)


@cache
def _abroad() -> dict[str, int]:
    """Name -> number, of the table ``months.txt``."""
    rows = (line.split("\t") for line in read_words("generator.text", "months.txt"))
    return {name: int(number) for number, names in rows for name in names.split("|")}
