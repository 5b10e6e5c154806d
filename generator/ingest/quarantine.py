"""Originals that could be read but not used: kept and reported like files that cannot be read."""

from __future__ import annotations

from generator.config.schema import SiteConfig
from generator.model import Original, Quarantined


def quarantine(original: Original, reason: str, config: SiteConfig) -> Quarantined:
    """The report of an original that a later stage refused, accepted if archive.yml accepts its path and hash."""
    origin = original.origin
    accepted = {(entry.path, entry.sha256) for entry in config.archive.accept_quarantine}
    return Quarantined(
        path=origin.path,
        sha256=origin.sha256,
        reason=reason,
        record=origin.record,
        accepted=(origin.path, origin.sha256) in accepted,
    )
