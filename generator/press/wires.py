"""Stories as wires sent them: slug, headline, author, text, a sign that it is over, and when it was sent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from generator.press.clipping import Clipping
from generator.press.values import tidied

_SLUG: Final = re.compile(r"\^?(?:AM|PM|BC)-{1,2}\w[^\n]{2,100}")
_MARKS: Final = re.compile(r"^\s*\^|[<=]\s*$")
_NOTE: Final = re.compile(r"(?:eds|editors?|note)\b\s?:", re.IGNORECASE)
_BY: Final = re.compile(r"by\s+(?P<names>.{3,100})", re.IGNORECASE)
_OVER: Final = re.compile(r"\s*(?:-\s?30\s?-|#(?:\s?#){2,5}|_{3,})\s*")
_SENT: Final = re.compile(
    r"\s*[A-Za-z]{2,5}(?:-[A-Z]{2})?[- ](?P<month>[01]\d)-(?P<day>[0-3]\d)-(?P<year>\d\d)\s+\d\d:?\d\d.{0,12}",
    re.IGNORECASE,
)
_RIGHTS: Final = re.compile(r"\s*\(?(?:copyright|©|\(c\))", re.IGNORECASE)
_DATELINE: Final = re.compile(r"\s*[A-ZÀ-Þ][A-ZÀ-Þ .'-]{2,40}(?:,[^()]{2,40})?\s*\([A-Z]{2,6}\)\s*(?:--|_|—|–|-)")
_ABOVE: Final = 8
"""Lines between a slug and the text at most."""
_PIVOT: Final = 50
"""Two digits of a year: below, of this century."""


def articles(lines: Sequence[str]) -> Iterator[Clipping]:
    """The stories of a file; each begins with its slug."""
    slugs = [number for number, line in enumerate(lines) if _SLUG.fullmatch(line.strip())]
    for first, last in pairwise([*slugs, len(lines)]):
        if found := _article(lines, first, last):
            yield found


def _article(lines: Sequence[str], first: int, last: int) -> Clipping | None:
    told = [number for number in range(first + 1, last) if lines[number].strip()]
    begun = next((number for number in told[:_ABOVE] if _DATELINE.match(lines[number])), None)
    if begun is None:
        return None
    over = next((number for number in told if number > begun and _OVER.fullmatch(lines[number])), last)
    values: dict[str, str] = {}
    shown: dict[int, str] = {}
    for number in (number for number in told if number < begun):
        text = _MARKS.sub("", _MARKS.sub("", lines[number])).strip()
        signed = _BY.fullmatch(text)
        role = "authors" if signed else "title"
        if not _NOTE.match(text) and role not in values:
            values[role] = signed["names"] if signed else text
            shown[number] = role
    sent = next(((n, match) for n in told if n > begun and (match := _SENT.fullmatch(lines[n]))), None)
    if sent is not None:
        century = 20 if int(sent[1]["year"]) < _PIVOT else 19
        values["date"] = f"{century}{sent[1]['year']}-{sent[1]['month']}-{sent[1]['day']}"
        shown[sent[0]] = "date"
    end = min(over, sent[0] if sent else last)
    body = [n for n in told if begun <= n < end and not _RIGHTS.match(lines[n])]
    return Clipping(first=first, last=last, values=tidied(values), shown=shown, body=dict.fromkeys(body, 0))
