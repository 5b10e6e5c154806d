"""What cleaning and its workers are told by the configuration, and which of that decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator import cleaning
from generator.config.schema import CleaningRule, SiteConfig
from generator.config.yaml_file import key_text
from generator.model import CleanRow, OriginalRow
from generator.store.version import program
from generator.workers import ClusterPool, Measure, Workers


def workers_for(config: SiteConfig, scheduler: str | None = None) -> Workers:
    """Workers that keep to the limits of archive.yml: on this machine or, with a scheduler's address, on a cluster.

    Raises:
        ClipfileError: there is no such cluster, or it runs another program.
    """
    limits = config.archive.limits
    measure = Measure(seconds=limits.seconds, memory=limits.memory_bytes)
    return Workers(measure, ClusterPool(scheduler, measure, program) if scheduler else None)


def cleaning_settings(config: SiteConfig) -> cleaning.CleaningSettings:
    """The part of the configuration that cleaning reads."""
    named = [name for source in config.sources.sources.values() for name in (source.name, *source.aliases)]
    named += [name for known in config.outlets.outlets.values() for name in (known.name, *known.aliases)]
    zones = {f"{name.strip('/')}/": folder.timezone for name, folder in config.archive.folders.items()}
    zones |= {key: known.timezone for key, known in config.outlets.outlets.items()}
    return cleaning.CleaningSettings(
        rules=tuple(_placed(number, rule, config) for number, rule in enumerate(config.cleaning.rules)),
        sources=tuple(sorted(set(named))),
        captured=config.archive.captured,
        timezones={where: zone for where, zone in zones.items() if zone},
    )


def idle_rules(originals: Sequence[OriginalRow], cleaned: Iterable[CleanRow], config: SiteConfig) -> tuple[str, ...]:
    """A warning for each entry of cleaning.yml that decides nothing."""
    used = {rule for clean in cleaned for rule in clean.decided}
    return tuple(cleaning.idle_rules(cleaning_settings(config), originals, used))


def _placed(number: int, rule: CleaningRule, config: SiteConfig) -> cleaning.PlacedRule:
    """A rule with the lines on which it stands in cleaning.yml."""
    start = ("cleaning", "rules", number)
    places = {key_text(path[3:]): line for path, line in config.lines.items() if path[:3] == start}
    return cleaning.PlacedRule(rule=rule, places=places)
