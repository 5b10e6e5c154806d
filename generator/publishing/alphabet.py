"""A–Z indexes: of names by surname, split by letter and then by two letters when they grow long."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model import Entity
from generator.publishing.catalog import FOLDERS, Catalog
from generator.publishing.entities import span
from generator.publishing.page import Page
from generator.publishing.wording import counted
from generator.text.names import fold, parse_name

_WHOLE: Final = 300
_MOST: Final = 30
_SHOWN: Final = 12
_SHOWN_ALONE: Final = 60
"""Of the names in most articles, where the index itself has no room for all."""
_WORDS: Final = {
    "person": ("People", "person", "people"),
    "organization": ("Organizations", "organization", "organizations"),
    "place": ("Places", "place", "places"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A name in an index: ``given`` and ``family``, by which it is filed, make up the name."""

    given: str
    family: str
    address: str
    articles: int
    years: str
    sort: str
    known_as: str
    """Other ways of writing it, for the filter box."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The names under one letter or two."""

    key: str
    lines: tuple[Line, ...]


def index_pages(catalog: Catalog, kind: str) -> Iterator[Page]:
    """The index of people, organizations or places; letters get pages of their own when it grows long."""
    lines = sorted(
        (_line(catalog, entity) for entity in catalog.entities if entity.kind == kind and _has_entry(catalog, entity)),
        key=lambda line: (line.sort, line.address),
    )
    heading, one, many = _WORDS[kind]
    address = f"{FOLDERS[kind]}/"
    letters = _letters(lines, 1)
    whole = len(lines) <= _WHOLE
    page = Page(
        address=address,
        kind="index",
        headline=heading,
        template="alphabet",
        description=f"{counted(len(lines), one, many)} in {catalog.config.site.name}, from A to Z.",
        values={
            "letters": letters,
            "whole": whole,
            "base": f"a-z/{address}",
            "total": counted(len(lines), one, many),
            "most": () if len(lines) < _MOST else _most(lines, _SHOWN if whole else _SHOWN_ALONE),
            "kind": kind,
            "parent": None,
        },
    )
    yield page
    if not whole:
        for letter in letters:
            yield from _letter_pages(page, letter, 2)


def _has_entry(catalog: Catalog, entity: Entity) -> bool:
    return entity.kind != "person" or len(entity.articles) >= catalog.config.archive.thresholds.person_entry


def _letter_pages(parent: Page, letter: Letter, depth: int) -> Iterator[Page]:
    whole = len(letter.lines) <= _WHOLE or depth > 3
    letters = (letter,) if whole else _letters(letter.lines, depth)
    values = {**parent.values, "letters": letters, "whole": whole, "most": (), "parent": parent.above}
    heading = parent.headline.partition(":")[0]
    page = Page(
        address=f"{parent.values['base']}{letter.key}/",
        kind="index",
        headline=f"{heading}: {letter.key.upper()}",
        template="alphabet",
        values=values,
    )
    yield page
    if not whole:
        for below in letters:
            if below.key != letter.key:
                yield from _letter_pages(page, below, depth + 1)


def _line(catalog: Catalog, entity: Entity) -> Line:
    forms = sorted({form.text for form in entity.forms} - {entity.name})
    given, family = _parted(entity)
    return Line(
        given=given,
        family=family,
        address=catalog.permalinks[entity.kind, entity.id],
        articles=len(catalog.stories(entity.articles)),
        years=span([catalog.entry(article) for article in entity.articles]),
        sort=_sort_key(entity),
        known_as=" ".join(forms),
    )


def _sort_key(entity: Entity) -> str:
    if entity.kind != "person":
        return fold(entity.name)
    name = parse_name(entity.name)
    return fold(f"{name.surname} {entity.name}")


def _parted(entity: Entity) -> tuple[str, str]:
    """A name before and from its family name; other names are filed by all of it."""
    if entity.kind != "person":
        return "", entity.name
    words = entity.name.split(" ")
    for cut in range(len(words)):
        rest = parse_name(" ".join(words[cut:]))
        if not rest.given and rest.surname == parse_name(entity.name).surname:
            return "".join(f"{word} " for word in words[:cut]), " ".join(words[cut:])
    return "", entity.name


def _letters(lines: Sequence[Line], length: int) -> tuple[Letter, ...]:
    groups: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        key = "".join(character for character in line.sort if character.isascii() and character.isalnum())[:length]
        groups[key if key[:1].isalpha() else "0"].append(line)
    return tuple(Letter(key=key, lines=tuple(group)) for key, group in sorted(groups.items()))


def _most(lines: Sequence[Line], shown: int) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: (-line.articles, line.sort))[:shown])
