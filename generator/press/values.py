"""What press databases put behind their labels, as we keep it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from generator.text.dates import find_dates, is_possible
from generator.text.urls import host, is_home

_MAIL: Final = re.compile(r"[,;]?\s*\(?\S+@\S+\.\w+\)?")
_TURNED: Final = re.compile(
    r"(?P<family>[^\s,]+|(?:[a-z]+ )+[^\s,]+), (?P<given>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,2})"
)
_BEHIND_PAPER: Final = re.compile(r"\s*(?:;|\s\[|\.\s+\(?(?:\d|[A-Z][a-z]{2,8}\.? \d)|\(\d).*")
_NOBODY: Final = frozenset({"n/a", "na", "none", "anonymous", "unknown", "-"})
_OFFICE: Final = re.compile(
    r"(?P<name>\S+ (?:\S\.? |(?:van|von|de|da|di|del|la|le|bin|al) )?\S+)(?: \S+){0,4}"
    r" (?i:writer|reporter|editor|correspondent|columnist|staff|critic)"
)
_OFFICE_ALONE: Final = re.compile(r"(?:\S+ ){0,3}(?i:writer|reporter|editor|correspondent|columnist|staff|critic)")
_OF_ISSUE: Final = re.compile(r"\b(?P<month>[01]?\d)/(?P<day>[0-3]?\d)/(?P<year>(?:19|20)\d\d), (?:Vol|Issue|p)\b")
"""The day of an issue as EBSCO's source line tells it, the month first."""


def tidied(values: Mapping[str, str]) -> dict[str, str]:
    """Fields with their dates in ISO form, names turned round, papers without place and volume; empty ones left out."""
    found = {key: " ".join(value.split()) for key, value in values.items()}
    paper = found.get("outlet", "")
    date = date_in(found.get("date", "")) or _of_issue(paper) or date_in(paper)
    url = found.get("url", "")
    kept = {
        **found,
        "url": url if host(url) and not is_home(url) else "",
        "date": date,
        "outlet": _BEHIND_PAPER.sub("", paper).strip(" .,"),
        "authors": "; ".join(_names(found.get("authors", ""))),
        "title": _without_stop(found.get("title", "")),
    }
    return {key: value for key, value in kept.items() if value}


def date_in(text: str) -> str:
    """The first full date of a text in ISO form, else the first in part; ''. ``04/05/2011`` tells its year alone."""
    found = [phrase.iso for phrase in find_dates(text) if phrase.iso]
    return max(found, key=len, default="")


def _of_issue(paper: str) -> str:
    """The day of an issue in digits, which its source line writes month first, in ISO form; ''."""
    match = _OF_ISSUE.search(paper)
    if match is None:
        return ""
    year, month, day = (int(match[part]) for part in ("year", "month", "day"))
    return f"{year}-{month:02d}-{day:02d}" if is_possible(year, month, day) else ""


def _names(text: str) -> Iterator[str]:
    """Each name; what stands behind a semicolon may be the office of the one before."""
    for number, part in enumerate(text.split(";")):
        if (name := _name(part)) and not (number and _OFFICE_ALONE.fullmatch(name)):
            yield name


def _name(text: str) -> str:
    name = _MAIL.sub("", text).strip(" ,")
    turned = _TURNED.fullmatch(name)
    name = f"{turned['given']} {turned['family']}" if turned else name
    office = _OFFICE.fullmatch(name) if "," not in name else None
    name = office["name"] if office else name
    return "" if name.lower() in _NOBODY else name


def _without_stop(title: str) -> str:
    """A headline without the full stop that catalogues put behind every title."""
    return title[:-1] if title.endswith(".") and not title.endswith("..") and ". " not in title else title
