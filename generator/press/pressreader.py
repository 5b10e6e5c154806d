"""PressReader's articles: headline, a line of paper, day, page and author, the text, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.press.clipping import Clipping
from generator.press.values import date_in, tidied

_FOOT: Final = re.compile(
    r"\s*(?:pressreader\b|newspaper:|language:|printed and distributed|copyright and protected)", re.IGNORECASE
)
_PARTS: Final = re.compile(r"\s+[·•|]\s+")
_TOP: Final = 4
_PAGE: Final = re.compile(r"(?:page |p\. ?)?[A-Z]?\d{1,3}[A-Z]?", re.IGNORECASE)


def articles(lines: Sequence[str]) -> Iterator[Clipping]:
    """The article of a file."""
    told = [number for number, line in enumerate(lines) if line.strip()]
    issue = next((number for number in told[1:_TOP] if len(_PARTS.split(lines[number])) > 1), None)
    if issue is None or not date_in(lines[issue]):
        return
    parts = [part for part in _PARTS.split(lines[issue].strip()) if not date_in(part) and not _PAGE.fullmatch(part)]
    values = {"title": " ".join(lines[n].strip() for n in told if n < issue), "date": date_in(lines[issue])}
    values |= dict(zip(("outlet", "authors"), parts, strict=False))
    shown = dict.fromkeys((n for n in told if n < issue), "title") | {issue: "date"}
    foot = next((number for number in told if number > issue and _FOOT.match(lines[number])), len(lines))
    body = dict.fromkeys((number for number in told if issue < number < foot), 0)
    yield Clipping(first=0, last=len(lines), values=tidied(values), shown=shown, body=body)
