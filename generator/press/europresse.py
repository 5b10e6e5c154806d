"""Europresse's articles: paper, section and day above a headline, rights and a code below the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from generator.press.clipping import Clipping
from generator.press.values import date_in, tidied

_CODE: Final = re.compile(r"\s*(?P<id>[a-z]{2,8}[·•]\d{8}[·•]\S{1,40})\s*")
_ISSUE: Final = re.compile(r".{0,80}\b(?:19|20)\d\d\b.{0,40}")
_RIGHTS: Final = re.compile(r"\s*(?:©|certificat |\(c\)|tous droits|cet article est paru)", re.IGNORECASE)
_NAMED: Final = re.compile(r"\s*[A-ZÀ-Þ][\w.'’-]*(?:[ ,]+(?:et |de |du |le |la )?[A-ZÀ-Þ][\w.'’-]*){1,7}\s*")
_WHOLE: Final = len("2018-07-03")
_ABOVE: Final = 4
"""Lines above the day of an issue: paper, edition."""


def articles(lines: Sequence[str]) -> Iterator[Clipping]:
    """The articles of a file; each ends with the line of its code."""
    ends = [number for number, line in enumerate(lines) if _CODE.fullmatch(line)]
    for first, last in pairwise([-1, *ends]):
        if found := _article(lines, first + 1, last):
            yield found


def _article(lines: Sequence[str], first: int, code: int) -> Clipping | None:
    told = [number for number in range(first, code) if lines[number].strip()]
    # A list of all articles may stand above the first: the last such line with a paper right above it is its own.
    days = [n for n in told if n > first and _ISSUE.fullmatch(lines[n]) and len(date_in(lines[n])) == _WHOLE]
    day = next((n for n in reversed(days) if lines[n - 1].strip() and not lines[n + 1].strip()), None)
    if day is None:
        return None
    above = range(max(first, day - _ABOVE), day)
    start = max((number + 1 for number in above if not lines[number].strip()), default=above[0])
    below = [number for number in told if number > day]
    text = [number for number in below[1:] if not _RIGHTS.match(lines[number])]
    signed = text[:1] if text and _NAMED.fullmatch(lines[text[0]]) else []
    text = text[len(signed) :]
    if not below or not text:
        return None
    shown = {below[0]: "title", day: "date", start: "outlet", code: "id"} | dict.fromkeys(signed, "authors")
    values = {name: lines[number].strip() for number, name in shown.items()}
    return Clipping(first=first, last=code + 1, values=tidied(values), shown=shown, body=dict.fromkeys(text, 0))
