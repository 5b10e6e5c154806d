"""What cleaning is told by the maintainers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from generator.config.schema import CleaningRule
from generator.model import OriginalRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedRule:
    """A rule of cleaning.yml, and the lines of that file on which it stands."""

    rule: CleaningRule
    places: Mapping[str, int] = field(default_factory=dict)
    """``drop[2]``, ``drop_sections[0]``, ``title`` -> line number."""

    @property
    def rank(self) -> int:
        """How particular the rule is: one of an article comes before one of a folder, that before one of an outlet."""
        rule = self.rule
        return 4 * (rule.article is not None) + 2 * (rule.folder is not None) + (rule.outlet is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CleaningSettings:
    """The part of the configuration that cleaning reads: all of it belongs into the cleaning key of the cache."""

    rules: tuple[PlacedRule, ...] = ()
    """Of cleaning.yml; for one original the most particular first (see ``settings_for``)."""
    sources: tuple[str, ...] = ()
    """Names and aliases of sources.yml and outlets.yml: they split what a dump has glued."""
    captured: str | None = None
    """When the originals were collected, where the original itself does not say."""
    timezone: str | None = None
    """Where the day of a moment with an offset is counted (``Europe/Paris``); None: as it is written."""
    timezones: Mapping[str, str] = field(default_factory=dict)
    """The same by ``folder/`` (archive.yml) and by outlet (outlets.yml), until the original is known."""


def settings_for(original: OriginalRow, settings: CleaningSettings) -> CleaningSettings:
    """What the maintainers have decided for one original, and nothing of what they decided for others."""
    rules = sorted((one for one in settings.rules if applies(one.rule, original)), key=lambda one: -one.rank)
    return replace(
        settings, rules=tuple(rules), timezone=_timezone(original, rules, settings) or settings.timezone, timezones={}
    )


def applies(rule: CleaningRule, original: OriginalRow) -> bool:
    """Whether a rule names an original's outlet, folder and id, as far as it names any."""
    if rule.outlet is not None and rule.outlet not in {original.outlet.key, original.outlet.name}:
        return False
    if rule.folder is not None and not _lies_in(original.origin.path, rule.folder.strip("/")):
        return False
    return rule.article is None or rule.article == original.id


def _lies_in(path: str, folder: str) -> bool:
    return any(fnmatchcase(str(parent), folder) for parent in PurePosixPath(path).parents)


def _timezone(original: OriginalRow, rules: Sequence[PlacedRule], settings: CleaningSettings) -> str | None:
    own = next((one.rule.timezone for one in rules if one.rule.timezone), None)
    folders = [f"{folder}/" for folder in PurePosixPath(original.origin.path).parents]
    known = settings.timezones
    return own or next((known[name] for name in (*folders, original.outlet.key) if name in known), None)
