"""What a build takes from a clock: the day that it is."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def today() -> str:
    """The day of this build (UTC) as an ISO date, or that of SOURCE_DATE_EPOCH: all of a clock that is written."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), tz=UTC).date().isoformat() if epoch else _now()


def latest_day() -> str:
    """After which ISO date nothing can have been published: SOURCE_DATE_EPOCH may be years older than the archive."""
    return max(today(), _now())


def _now() -> str:
    return datetime.now(tz=UTC).date().isoformat()
