"""Date phrases in running text, with as much of a date as their own words tell.

Nothing here knows today's date: a phrase without a year stays without one (see ``date_meanings``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal, cast

from generator.text.months import MONTHS, month_of

Shift = Literal["", "last", "this", "next"]
Unit = Literal["", "month", "year"]

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
_SECOND: Final = r"(?: ال(?:أول|ثاني))?"
_NAME: Final = rf"[^\W\d_]{{3,14}}{_SECOND}(?:/[^\W\d_]{{3,14}}{_SECOND})?"
"""What may be a month's name in any language: ``كانون الثاني`` has two words, ``آذار/مارس`` is two names."""
_PREPOSITION: Final = r"in|since|of|by|until|during|from|before|after|early|late|mid"

# A group's name is its meaning (year, month, day, weekday, shift, range, left, right) and the number of its form.
_FORMS: Final = (
    r"(?P<y1>(?:1[5-9]|2[01])\d\d)-(?P<m1>[01]\d)(?:-(?P<d1>[0-3]\d))?(?![\d-])",
    r"(?P<y2>(?:1[5-9]|2[01])\d\d)/(?P<m2>[01]?\d)/(?P<d2>[0-3]?\d)(?![\d/])",
    rf"(?P<l3>[0-3]?\d)(?P<sep>[/.])(?P<r3>[0-3]?\d)(?P=sep)(?P<y3>{_YEAR})",
    # Of programs that know the reader's language: 04-ago-2021.
    rf"(?P<d12>[0-3]?\d)-(?P<a12>{_NAME})\.?-(?P<y12>{_YEAR})",
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
    # Abroad a day and a year stand beside the month: 19. November 2019, 3 de abril de 2019, 2019. március 4.
    (
        rf"(?P<d11>[0-3]?\d)(?P<dot>\.)?(?:er|º)? ?(?:de |d['’])?(?P<a11>{_NAME})\b\.?,?"
        rf" (?:de |del )?(?P<y11>{_YEAR})(?![-/]\d)"
    ),
    rf"(?P<y13>{_YEAR})\.? (?P<a13>{_NAME})\.? (?P<d13>[0-3]?\d)(?![\w/-])",
    # In the east of Europe, in Korea: 3. 3. 2019, 2019.03.03, 2019. 3. 3. (versions of programs have no blanks).
    rf"(?P<d14>[0-3]?\d)\. (?P<m14>[01]?\d)\. (?P<y14>{_YEAR})",
    r"(?P<y15>(?:19|20)\d\d)\.(?P<m15>[01]\d)\.(?P<d15>[0-3]\d)(?!\.?\d)",
    r"(?P<y16>(?:19|20)\d\d)\. (?P<m16>[01]?\d)\. (?P<d16>[0-3]?\d)(?!\d)",
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
_MONTH_FIRST: Final = re.compile(rf"(?<![\w/.-])(?P<a>{_NAME})\.? (?P<d>[0-3]?\d), ?(?:de )?(?P<y>{_YEAR})")
"""``marzo 3, 2019``, as American programs print dates in other languages."""
_COMMA: Final = re.compile(r"\d, ?(?:de )?[12]\d{3}")
_EASTERN: Final = re.compile(
    r"(?:(?P<era>令和|平成|昭和|民國|民国)(?P<n>元|\d{1,3})|(?<!\d)(?P<y>(?:19|20)\d\d)) ?[年년]"
    r"(?: ?(?P<m>\d{1,2}) ?[月월](?: ?(?P<d>\d{1,2}) ?[日일号號])?)?"
)
"""``2019年3月4日``, ``令和元年5月1日``, ``2019년 3월 4일``."""
_ERAS: Final = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""The year before the first of an era."""
_OTHER_DIGIT: Final = re.compile(r"[٠-٩۰-۹０-９]")
_OUR_DIGITS: Final = {
    ord(digit): str(number % 10) for number, digit in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９")
}
"""Digits of Arabic, Persian and of East Asian typesetting -> ours, one sign each."""
_OF_TWO_MONTHS: Final = "listopad"
"""November in Polish and Czech, October in Croatian, which writes a full stop behind the day."""
_AHEAD: Final = re.compile(
    r"\b(?:will|shall|would|going to|plans? to|planned|expected|scheduled|set to|due|upcoming|is to|are to)\b",
    re.IGNORECASE,
)
_LOOK_BACK: Final = 60
_MEANINGS: Final = tuple(name.rstrip("0123456789") for name in _PHRASE.groupindex)
"""Of every group."""


def find_dates(text: str) -> tuple[DatePhrase, ...]:
    """Every date phrase of a text, in order, with offsets; impossible dates are left out."""
    if _OTHER_DIGIT.search(text):
        found = find_dates(text.translate(_OUR_DIGITS))
        return tuple(replace(phrase, text=text[phrase.start : phrase.end]) for phrase in found)
    phrases = list(_phrases(text)) if _HINT.search(text.lower()) else []
    if _COMMA.search(text):
        phrases = _merged(phrases, map(_named_first, _MONTH_FIRST.finditer(text)))
    if "年" in text or "년" in text:
        phrases = _merged(phrases, map(_eastern, _EASTERN.finditer(text)))
    return tuple(phrases)


def _merged(phrases: Sequence[DatePhrase], others: Iterable[DatePhrase]) -> list[DatePhrase]:
    """Phrases in order, with those of others that are possible and share no letter with any of them."""
    ends = [phrase.end for phrase in phrases]
    free = [
        one
        for one in others
        if (place := bisect_right(ends, one.start)) == len(phrases) or one.end <= phrases[place].start
    ]
    possible = [one for one in free if one.month != 0 and _holds(one)]
    return sorted([*phrases, *possible], key=lambda phrase: phrase.start) if possible else list(phrases)


def _named_first(match: re.Match[str]) -> DatePhrase:
    return DatePhrase(
        text=match[0], start=match.start(), end=match.end(),
        year=int(match["y"]), month=month_of(match["a"]) or 0, day=int(match["d"]),
    )  # fmt: skip


def _eastern(match: re.Match[str]) -> DatePhrase:
    era, year, month, day = match["era"], match["n"] or match["y"], _number(match["m"]), _number(match["d"])
    first = _ERAS.get(era, 0)
    return DatePhrase(
        text=match[0], start=match.start(), end=match.end(),
        year=first + (1 if year == "元" else int(year)), month=month, day=day,
    )  # fmt: skip


def _phrases(text: str) -> Iterator[DatePhrase]:
    for match in _PHRASE.finditer(text):
        found = {key: value for key, value in zip(_MEANINGS, match.groups(), strict=True) if value is not None}
        if _capitalised(found) and _is_month(found) and _holds(phrase := _read(match, found)):
            yield phrase


def _is_month(found: Mapping[str, str]) -> bool:
    """Whether a word that stands where a month of another language may, is one."""
    name = found.get("a")
    if name is None:
        return True
    return month_of(name) is not None and not ("dot" in found and name.lower().startswith(_OF_TWO_MONTHS))


def _capitalised(found: Mapping[str, str]) -> bool:
    """Tell ``May 5`` and ``Sun.`` from ``may 5`` and ``sun``: names of months and days begin with a capital.

    Not in other languages, where ``11 april 2020`` with its year is a date.
    """
    if "w" not in found and found.keys() >= {"d", "m", "y"}:
        return True
    return all(found[key][0].isdigit() or found[key][0].isupper() for key in ("m", "w") if key in found)


def _holds(phrase: DatePhrase) -> bool:
    if phrase.month is not None and phrase.day is not None:
        return is_possible(phrase.year or 2000, phrase.month, phrase.day)
    return phrase.year is None or is_possible(phrase.year, phrase.month)


def _read(match: re.Match[str], found: Mapping[str, str]) -> DatePhrase:
    start, end = _start(match, found), match.end()
    year, month, day = _number(found.get("y")), _month(found.get("m")), _number(found.get("d"))
    if "a" in found:
        month = month_of(found["a"])
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
