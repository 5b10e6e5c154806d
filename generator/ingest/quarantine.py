"""Originals that could be read but not used: kept and reported like files that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import OriginalRow, Quarantined

if TYPE_CHECKING:
    from generator.config.schema import SiteConfig


def quarantine(original: OriginalRow, reason: str, config: SiteConfig) -> Quarantined:
    """The report of an original that a later stage refused, accepted if archive.yml accepts its path and hash."""
    origin = original.origin
    accepted = is_accepted(origin.path, origin.sha256, config)
    return Quarantined(path=origin.path, sha256=origin.sha256, reason=reason, record=origin.record, accepted=accepted)


def is_accepted(name: str, sha256: str, config: SiteConfig) -> bool:
    """Whether a maintainer knows, by path and hash, that a file or record cannot be used."""
    return any((entry.path, entry.sha256) == (name, sha256) for entry in config.archive.accept_quarantine)
