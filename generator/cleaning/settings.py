"""What cleaning is told by the maintainers."""

from __future__ import annotations

from dataclasses import dataclass

from generator.config.schema import CleaningRule


@dataclass(frozen=True, slots=True, kw_only=True)
class CleaningSettings:
    """The part of the configuration that cleaning reads: all of it belongs into the cleaning key of the cache."""

    rules: tuple[CleaningRule, ...] = ()
    """Of cleaning.yml, in order."""
    sources: tuple[str, ...] = ()
    """Names and aliases of sources.yml and outlets.yml: they split what a dump has glued."""
    captured: str | None = None
    """When the originals were collected, where the original itself does not say."""
