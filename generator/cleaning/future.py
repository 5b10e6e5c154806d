"""Dates after the day of the build: what is here has been published, and not on a day to come.

A maintainer's word is kept and doubted, as everywhere. The day is no input of cleaning, so that what was cleaned is as
good tomorrow: dates are asked about after it, in each build.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final, TypeVar

from generator.cleaning.fields.dating import is_refused
from generator.model import CleanArticle, CleanRow, OriginalRow

Found = TypeVar("Found", CleanArticle, CleanRow)

_ZONES: Final = timedelta(days=1)
"""Somewhere it is tomorrow already."""


def without_future(found: Found, original: OriginalRow, today: str) -> Found:
    """What was cut out of an original, without a date that lies after ``today`` (ISO), and a warning for each."""
    latest = (date.fromisoformat(today) + _ZONES).isoformat()
    published, updated = found.published, found.updated
    ahead = {
        name: dating
        for name, dating in (("published", published), ("updated", updated))
        if dating and is_refused(dating.date, latest)
    }
    if not ahead:
        return found
    said = {"published": original.metadata.date, "updated": original.metadata.updated}
    path = original.origin.path
    doubts: tuple[str, ...] = tuple(
        f"{path}: {name} {dating.date} ({dating.basis}) lies in the future"
        f"{'; it is kept: correct it' if said[name] else ' and is not taken for a date'}"
        for name, dating in ahead.items()
    )
    return replace(
        found,
        published=published if "published" not in ahead or said["published"] else None,
        updated=updated if "updated" not in ahead or said["updated"] else None,
        warnings=(*found.warnings, *doubts),
    )
