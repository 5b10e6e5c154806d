"""The maintainers' word on people, ready for use: people.yml by name and by article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.config.schema import EntityEntry
from generator.text.names import fold


@dataclass(frozen=True, slots=True)
class Judged:
    """Entries of people.yml (or organizations.yml, places.yml) by what they speak of. All names are folded."""

    entries: Mapping[str, EntityEntry]
    by_name: Mapping[str, str]
    """Name, alias or misspelling -> the entry's slug."""
    wrong: frozenset[str]
    """The misspellings among them."""
    by_article: Mapping[tuple[str, str], str]
    """(article id, name as it stands there) -> the entry's slug."""
    by_slug: Mapping[str, str]
    """The slug of a page that is another's -> the entry's slug."""
    never: frozenset[str]
    """Names of which nobody makes a page."""


def judged(entries: Mapping[str, EntityEntry], never: tuple[str, ...]) -> Judged:
    """The entries of one file, indexed."""
    by_name: dict[str, str] = {}
    wrong: set[str] = set()
    by_article: dict[tuple[str, str], str] = {}
    by_slug: dict[str, str] = {}
    for slug in sorted(entries):
        entry = entries[slug]
        for name in (entry.name, *entry.aliases, *entry.misspellings):
            by_name.setdefault(fold(name), slug)
        wrong |= {fold(name) for name in entry.misspellings}
        by_article |= {(article, fold(name)): slug for article, name in entry.articles.items()}
        by_slug |= dict.fromkeys((slug, *entry.merge), slug)
    return Judged(entries, by_name, frozenset(wrong), by_article, by_slug, frozenset(fold(name) for name in never))


def stale(found: Judged, seen_names: frozenset[str], seen: frozenset[tuple[str, str]], file: str) -> tuple[str, ...]:
    """Warnings for names and bindings that no article holds.

    Args:
        found: The file's entries.
        seen_names: Folded names of all mentions.
        seen: (article id, folded name) of all mentions.
        file: The file, for the message.
    """
    warnings = []
    for slug in sorted(found.entries):
        entry = found.entries[slug]
        warnings += [
            f"{file}: {slug}.{key}: {name!r} stands in no article; correct or remove it"
            for key, names in (("aliases", entry.aliases), ("misspellings", entry.misspellings))
            for name in names
            if fold(name) not in seen_names
        ]
        warnings += [
            f"{file}: {slug}.articles: {name!r} does not stand in article {article!r}; correct or remove it"
            for article, name in sorted(entry.articles.items())
            if (article, fold(name)) not in seen
        ]
    return tuple(warnings)
