"""Moments with an offset from UTC, and on which day they are elsewhere."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

_MOMENT: Final = re.compile(
    r"\s*(?P<day>\d{4}-\d\d-\d\d)[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?:[.,]\d{1,9})? ?(?P<offset>Z|[+-]\d\d:?\d\d)\s*"
)


def day_in(text: str, zone: str) -> str | None:
    """The ISO day that a moment is of in a time zone; None where the text is no moment with an offset.

    Args:
        text: ``2019-11-20T03:30:00Z``.
        zone: A name of the tz database: ``America/Chicago``.
    """
    found = _MOMENT.fullmatch(text)
    if found is None:
        return None
    offset = found["offset"].replace("Z", "+00:00")
    try:
        moment = datetime.fromisoformat(f"{found['day']}T{found['time']}{offset}")
        return moment.astimezone(ZoneInfo(zone)).date().isoformat()
    except (ValueError, OverflowError):
        return None
