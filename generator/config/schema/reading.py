"""How originals are read: outlets.yml, sources.yml, cleaning.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletEntry:
    """One publication. The key in outlets.yml is its slug, for ever."""

    name: str
    hosts: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    timezone: str | None = None
    """Where the day of a moment with an offset is counted."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletsFile:
    """outlets.yml."""

    version: Literal[1]
    outlets: Mapping[str, OutletEntry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """One cited source. The key in sources.yml is its slug, for ever."""

    name: str
    aliases: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesFile:
    """sources.yml."""

    version: Literal[1]
    sources: Mapping[str, SourceEntry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CleaningSection:
    """Lines that stand together: a heading and all below it, or all from one line to another."""

    heading: str | None = None
    """The section ends before the next heading of its level or above."""
    from_: str | None = None
    """The first line of the section. Written ``from`` in YAML."""
    to: str | None = None
    """Its last line; without it the section goes on to the end. Where it is not found there is no section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CleaningRule:
    """Corrections for the originals of an outlet, a folder or one article; a more particular rule has the last word.

    A line is literal text (the whole line) or ``/pattern/``: a regular expression that is looked for on one line.
    """

    outlet: str | None = None
    """Key or name of an outlet."""
    folder: str | None = None
    """Of content/articles, with all below it; ``*`` and ``?`` stand for any characters."""
    article: str | None = None
    """Id of one article."""
    drop: tuple[str, ...] = ()
    """Lines to remove."""
    keep: tuple[str, ...] = ()
    """Lines never to remove; within one rule they win over what it drops."""
    drop_sections: tuple[CleaningSection, ...] = ()
    """Sections to remove."""
    keep_sections: tuple[CleaningSection, ...] = ()
    """Sections never to remove."""
    title: str | None = None
    """Pattern of the headline's line; its group is the headline."""
    byline: str | None = None
    """Pattern of the byline; its group holds the authors' names."""
    date: str | None = None
    """Pattern of the date of publication: one group, or the groups ``year``, ``month`` and ``day``."""
    updated: str | None = None
    """Pattern of the date of the last change, likewise."""
    checked: bool = False
    """Somebody has read what was made of these originals: no build calls their text unsure again."""
    timezone: str | None = None
    """Where the outlet's day begins and ends: moments with an offset are of the day that it is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CleaningFile:
    """cleaning.yml."""

    version: Literal[1]
    rules: tuple[CleaningRule, ...] = ()
