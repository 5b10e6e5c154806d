"""Date phrases in running text, with as much of a date as their own words tell.

Nothing here knows today's date: a phrase without a year stays without one (see ``date_meanings``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, cast

Shift = Literal["", "last", "this", "next"]
Unit = Literal["", "month", "year"]

MONTHS: Final = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "febr": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
    "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
_ABROAD: Final = (
    "januar jänner janvier enero gennaio janeiro januari",
    "februar feber février fevrier febrero febbraio fevereiro februari",
    "märz mars marzo março maart",
    "april avril abril aprile",
    "mai mayo maggio maio mei",
    "juni juin junio giugno junho",
    "juli juillet julio luglio julho",
    "august août aout agosto augustus",
    "september septembre septiembre setiembre settembre setembro",
    "oktober octobre octubre ottobre outubro",
    "november novembre noviembre novembro",
    "dezember décembre decembre diciembre dicembre dezembro december",
)
"""The months in German, French, Spanish, Italian, Portuguese and Dutch."""
_MONTHS_ABROAD: Final = {name: number for number, names in enumerate(_ABROAD, start=1) for name in names.split()}
_SHORT_ABROAD: Final = (
    "janv ene gen",
    "févr fevr fev",
    "mär mrz mrt",
    "avr abr",
    "mag",
    "giu",
    "juil lug",
    "ago",
    "set",
    "okt ott out",
    "",
    "dez déc dic",
)
"""The same names shortened, but for those that English has too."""
_MONTHS_ANYWHERE: Final = {
    **MONTHS,
    **_MONTHS_ABROAD,
    **{name: number for number, names in enumerate(_SHORT_ABROAD, start=1) for name in names.split()},
}
WEEKDAYS: Final = {
    "monday": 0, "mon": 0, "tuesday": 1, "tues": 1, "tue": 1, "wednesday": 2, "weds": 2, "wed": 2, "thursday": 3,
    "thurs": 3, "thur": 3, "thu": 3, "friday": 4, "fri": 4, "saturday": 5, "sat": 5, "sunday": 6, "sun": 6,
}  # fmt: skip
YEARS: Final = (1500, 2199)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePhrase:
    """A date as written, ``text[start:end]``, with as much of it as its own words tell."""

    text: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 is Monday."""
    shift: Shift = ""
    unit: Unit = ""
    """What ``last`` and ``next`` count, in ``last year``."""
    ahead: bool = False
    """The words before it speak of the future (``will meet on Tuesday``)."""
    days: int | None = None
    """Days from the reference, for ``yesterday`` and ``tomorrow``."""

    @property
    def iso(self) -> str | None:
        """The ISO date, possibly partial, where the words alone give a year."""
        return None if self.year is None else iso_of(self.year, self.month, self.day)

    @property
    def contradicts_weekday(self) -> bool:
        """Whether a full date names a weekday on which it did not fall."""
        if self.weekday is None or not (self.year and self.month and self.day):
            return False
        return date(self.year, self.month, self.day).weekday() != self.weekday


def iso_of(year: int, month: int | None = None, day: int | None = None) -> str:
    """ISO 8601 for what is known: ``1969``, ``1969-07`` or ``1969-07-20``."""
    if month is None:
        return f"{year:04d}"
    return f"{year:04d}-{month:02d}" if day is None else f"{year:04d}-{month:02d}-{day:02d}"


def is_possible(year: int, month: int | None = None, day: int | None = None) -> bool:
    """Whether the calendar has such a day, and a newspaper could have printed it."""
    if not YEARS[0] <= year <= YEARS[1] or (month is not None and not 1 <= month <= 12):
        return False
    if day is None:
        return True
    try:
        date(year, month or 1, day)
    except ValueError:
        return False
    return True


MONTH_WORD: Final = (
    r"(?:jan(?:uary)?|febr?(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
"""The English name of a month, whole or short."""

_WEEKDAY: Final = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)\b"
)
_FULL_WEEKDAY: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
_YEAR: Final = r"(?:1[5-9]\d\d|2[01]\d\d)(?!\d|[.,]\d|%)"
_DAY: Final = r"[0-3]?\d(?:st|nd|rd|th)?(?![\w%]|[.:]\d|,\d{3}(?!\d))"
_PREPOSITION: Final = r"in|since|of|by|until|during|from|before|after|early|late|mid"

# A group's name is its meaning (year, month, day, weekday, shift, range, left, right) and the number of its form.
_FORMS: Final = (
    r"(?P<y1>(?:1[5-9]|2[01])\d\d)-(?P<m1>[01]\d)(?:-(?P<d1>[0-3]\d))?(?![\d-])",
    r"(?P<y2>(?:1[5-9]|2[01])\d\d)/(?P<m2>[01]?\d)/(?P<d2>[0-3]?\d)(?![\d/])",
    rf"(?P<l3>[0-3]?\d)(?P<sep>[/.])(?P<r3>[0-3]?\d)(?P=sep)(?P<y3>{_YEAR})",
    # Of programs that know the reader's language: 04-ago-2021. Between hyphens a small letter is no other word's.
    rf"(?P<d12>[0-3]?\d)-(?P<a12>{'|'.join(sorted(_MONTHS_ANYWHERE, reverse=True))})\.?-(?P<y12>{_YEAR})",
    (
        rf"(?:(?P<w4>{_WEEKDAY})\.?,? (?:the )?)?(?P<m4>{MONTH_WORD})\.? {{0,2}}(?P<d4>{_DAY})"
        rf"(?P<to4> ?[-–] ?[0-3]?\d\b)?(?:(?:, ?|\.? )(?:of )?(?P<y4>{_YEAR}))?"
    ),
    (
        rf"(?:(?P<w5>{_WEEKDAY})\.?,? (?:the )?)?(?P<d5>{_DAY})(?: day)?(?: of)?[ -](?P<m5>{MONTH_WORD})\.?"
        rf"(?:(?:, ?| |-)(?P<y5>{_YEAR}))?"
    ),
    rf"(?P<m6>{MONTH_WORD})\.?,?(?: of)? (?P<y6>{_YEAR})",
    rf"(?P<s7>last|this|next|{_PREPOSITION}) (?P<m7>{MONTH_WORD})(?!\.? ?\d)",
    rf"(?:(?P<s8>last|this|next) )?(?P<w8>{_FULL_WEEKDAY})",
    rf"(?:{_PREPOSITION}|spring|summer|autumn|fall|winter) (?P<y9>{_YEAR})(?![-–]?\w)",
    r"(?P<yesterday>yesterday)|(?P<tomorrow>tomorrow)",
    r"(?P<s10>last|next) (?P<unit>year|month)\b",
    # Abroad the month is written small, and a day and a year stand beside it: 19. November 2019, 3 de abril de 2019.
    (
        rf"(?P<d11>[0-3]?\d)(?:\.|er|º)? (?:de |d['’])?(?P<a11>{'|'.join(sorted(_MONTHS_ABROAD, reverse=True))})\b\.?,?"
        rf" (?:de |del )?(?P<y11>{_YEAR})"
    ),
)
# Most words cannot begin a date, and are told so by their first two letters before any form is tried.
_PHRASE: Final = re.compile(
    r"(?<![\w/.-])(?=\d|[abdefijlmnostuwy][acefhinopruvwy])(?:" + "|".join(_FORMS) + ")", re.IGNORECASE
)
_HINT: Final = re.compile(
    r"[jfmasondtwyln12](?:(?<![a-z].)(?:an|eb|ar|pr|ay|u[nlge]|ep|ct|ov|ec|on|ed|hu|ri|at|es|om|ext|ast)|(?<=[12])\d{3})"
)
"""How the words of every date phrase begin, the one charset of ``jan``, ``mon``, ``yes``, ``next`` or a year: most
lines have none of them, and are told so in a tenth of the time that all forms take."""
_AHEAD: Final = re.compile(
    r"\b(?:will|shall|would|going to|plans? to|planned|expected|scheduled|set to|due|upcoming|is to|are to)\b",
    re.IGNORECASE,
)
_LOOK_BACK: Final = 60
_MEANINGS: Final = tuple(name.rstrip("0123456789") for name in _PHRASE.groupindex)
"""Of every group."""


def find_dates(text: str) -> tuple[DatePhrase, ...]:
    """Every date phrase of a text, in order, with offsets; impossible dates are left out."""
    return tuple(_phrases(text)) if _HINT.search(text.lower()) else ()


def _phrases(text: str) -> Iterator[DatePhrase]:
    for match in _PHRASE.finditer(text):
        found = {key: value for key, value in zip(_MEANINGS, match.groups(), strict=True) if value is not None}
        if _capitalised(found) and _holds(phrase := _read(match, found)):
            yield phrase


def _capitalised(found: Mapping[str, str]) -> bool:
    """Tell ``May 5`` and ``Sun.`` from ``may 5`` and ``sun``: names of months and days begin with a capital."""
    return all(found[key][0].isdigit() or found[key][0].isupper() for key in ("m", "w") if key in found)


def _holds(phrase: DatePhrase) -> bool:
    if phrase.month is not None and phrase.day is not None:
        return is_possible(phrase.year or 2000, phrase.month, phrase.day)
    return phrase.year is None or is_possible(phrase.year, phrase.month)


def _read(match: re.Match[str], found: Mapping[str, str]) -> DatePhrase:
    start, end = _start(match, found), match.end()
    year, month, day = _number(found.get("y")), _month(found.get("m")), _number(found.get("d"))
    if "a" in found:
        month = _MONTHS_ANYWHERE[found["a"].lower()]
    if "l" in found:
        month, day = _ordered(int(found["l"]), int(found["r"]))
    if "to" in found:
        day = None
    shift = found.get("s", "").lower()
    before = re.split(r"[.!?]\s", match.string[max(0, start - _LOOK_BACK) : start])[-1]
    return DatePhrase(
        text=match.string[start:end],
        start=start,
        end=end,
        year=year,
        month=month,
        day=day,
        weekday=WEEKDAYS.get(found.get("w", "").lower()),
        shift=cast("Shift", shift if shift in {"last", "this", "next"} else ""),
        unit=cast("Unit", found.get("unit", "").lower()),
        ahead=bool(_AHEAD.search(before)),
        days=-1 if "yesterday" in found else 1 if "tomorrow" in found else None,
    )


def _start(match: re.Match[str], found: Mapping[str, str]) -> int:
    """Where the date itself begins: ``in`` and ``since`` are no part of it, ``last`` and ``next`` are."""
    if match["y9"] is not None:
        return match.start("y9")
    if match["m7"] is not None and found["s"].lower() not in {"last", "this", "next"}:
        return match.start("m7")
    return match.start()


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits.rstrip("stndrhSTNDRH"))


def _month(word: str | None) -> int | None:
    if word is None:
        return None
    return int(word) if word.isdigit() else MONTHS[word.lower()]


def _ordered(left: int, right: int) -> tuple[int | None, int | None]:
    """Month and day of ``11/19`` or ``19.11``; where both orders are possible only the year is known."""
    if left > 12 >= right:
        return right, left
    if right > 12 >= left or left == right:
        return left, right
    return None, None
