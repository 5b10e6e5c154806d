"""What a build did: for people on standard error, for programs in build/report/build.json."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from generator.model import Passed, Quarantined


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was built, skipped, quarantined, and why."""

    site: str | None
    """Folder of the published site; None with ``--no-site``."""
    articles: int
    """Articles in the archive."""
    computed: Mapping[str, int] = field(default_factory=dict)
    """Stage -> for how many articles it ran anew: the rest came from the cache."""
    pages: Mapping[str, int] = field(default_factory=dict)
    """Pages by kind."""
    quarantined: tuple[Quarantined, ...] = ()
    passed: tuple[Passed, ...] = ()
    """What web archives, mirrors and feeds hold beside articles."""
    warnings: tuple[str, ...] = ()
    new_addresses: tuple[str, ...] = ()
    """Lines added to or changed in permalinks.csv."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """Wall time by stage, in the order in which they ran."""


def counted(passed: Iterable[Passed]) -> str:
    """How many records were passed over, by reason, in one line; '' where there are none."""
    reasons = Counter(record.reason for record in passed)
    counts = ", ".join(
        f"{count} {reason}" for reason, count in sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    )
    return f"Passed over as no articles: {counts}." if counts else ""


def write_report(report: Report, folder: Path) -> Path:
    """Write ``build.json`` into ``folder`` and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "build.json"
    path.write_bytes(msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n")
    return path
