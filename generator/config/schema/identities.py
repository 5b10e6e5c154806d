"""Who is who: people.yml, organizations.yml, places.yml, judgements.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityEntry:
    """What a maintainer knows of a person, an organization or a place. The key is its slug, for ever."""

    name: str
    aliases: tuple[str, ...] = ()
    """Other ways of writing the name, anywhere in the archive: each belongs to one entry only."""
    misspellings: tuple[str, ...] = ()
    """Like aliases, but marked as wrong where they stand."""
    merge: tuple[str, ...] = ()
    """Slugs of pages that are this one; their addresses redirect here."""
    articles: Mapping[str, str] = field(default_factory=dict)
    """Article id -> the name as it stands there: a binding for that article alone."""
    private: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleFile:
    """people.yml."""

    version: Literal[1]
    people: Mapping[str, EntityEntry] = field(default_factory=dict)
    not_a_person: tuple[str, ...] = ()
    """Names that the program took for people and that are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationsFile:
    """organizations.yml."""

    version: Literal[1]
    organizations: Mapping[str, EntityEntry] = field(default_factory=dict)
    not_an_organization: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesFile:
    """places.yml."""

    version: Literal[1]
    places: Mapping[str, EntityEntry] = field(default_factory=dict)
    not_a_place: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision about people: exactly one verdict, and what goes with it. Names are written as in the articles."""

    same: tuple[str, ...] = ()
    """Names of one person."""
    different: tuple[str, ...] = ()
    """Names of as many people: none of them is another."""
    unsure: tuple[str, ...] = ()
    """Names about which nobody knows: they stay as they are, and `clipfile review` does not ask again."""
    person: tuple[str, ...] = ()
    """Names of people, whatever the program takes them for."""
    not_a_person: tuple[str, ...] = ()
    """Names of ships, bodies, places: nobody's page."""
    private: tuple[str, ...] = ()
    """Names, or salted hashes of names as `clipfile judge private` writes them: no page, no mention but in the text."""
    rename: str | None = None
    """A name of a person whose page is to be titled `to`."""
    split: str | None = None
    """A name of a person who is `to` in these `articles`, and `rest` (or still of that name) in all others."""
    bind: str | None = None
    """Words as they stand in these `articles`, where they mean `to`."""
    alias: str | None = None
    """Words that mean `to` in every article."""
    to: str | None = None
    rest: str | None = None
    articles: tuple[str, ...] = ()
    """Ids of articles."""
    who: str = ""
    """Whose decision it is."""
    when: str = ""
    """An ISO date."""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementsFile:
    """judgements.yml: decisions about people, one by one; `clipfile judge` and `clipfile review` add to it."""

    version: Literal[1]
    judgements: tuple[Judgement, ...] = ()
