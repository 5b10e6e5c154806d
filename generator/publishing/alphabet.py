"""Indexes of names, from A to Z by surname and by number of articles, split by letters when they grow long."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.model import Entity
from generator.publishing.catalog import FOLDERS, Catalog
from generator.publishing.page import Page
from generator.publishing.wording import counted
from generator.text.names import fold, parse_name

_WHOLE: Final = 250
_MOST: Final = 30
_SHOWN: Final = 12
_SHOWN_ALONE: Final = 60
"""Of the names in most articles, where the index itself has no room for all."""
_DEEPEST: Final = 3
"""Letters by which a name is filed at most."""
_BY_NUMBER: Final = "by-number"
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
    role: str
    """What somebody is called most, of whose name there are two in the archive."""
    known_as: str
    """Other ways of writing it, for the filter box."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The names under one letter or two."""

    key: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Letters to choose from."""

    steps: tuple[tuple[str, str, str], ...]
    """As shown, address ('' for a part of the same page), key."""
    here: str = ""
    """The key of the letter that is shown."""


def index_pages(catalog: Catalog, kind: str) -> Iterator[Page]:
    """The index of people, organizations or places, from A to Z and by number of articles.

    Letters get pages of their own when it grows long.
    """
    entities = [entity for entity in catalog.entities if entity.kind == kind and _has_entry(catalog, entity)]
    bearers = Counter(entity.name for entity in entities)
    lines = sorted(
        (_line(catalog, entity, shared=bearers[entity.name] > 1) for entity in entities),
        key=lambda line: (line.sort, line.address),
    )
    heading, one, many = _WORDS[kind]
    address, base = f"{FOLDERS[kind]}/", f"a-z/{FOLDERS[kind]}/"
    letters = _letters(lines, 1)
    whole = len(lines) <= _WHOLE
    by_number = f"{base}{_BY_NUMBER}/" if len(lines) >= _MOST else None
    page = Page(
        address=address,
        kind="index",
        headline=heading,
        template="alphabet",
        description=f"{counted(len(lines), one, many)} in {catalog.config.site.name}, from A to Z.",
        values={
            "rows": [_row(letters, "" if whole else base)],
            "letters": letters if whole else (),
            "lead": f"{counted(len(lines), one, many)}. The number is that of the articles.",
            "most": _most(lines, _SHOWN if whole else _SHOWN_ALONE) if by_number else (),
            "by_number": by_number,
            "finder": None if whole else kind,
            "parent": None,
        },
    )
    yield page
    if by_number:
        yield _by_number(page, by_number, _most(lines, _WHOLE))
    if not whole:
        for letter in letters:
            yield from _letter_pages(page, letter, [_row(letters, base)], base)


def _by_number(parent: Page, address: str, lines: tuple[Line, ...]) -> Page:
    values = {
        **parent.values, "rows": [], "letters": (), "lead": "Those that most articles name.", "most": lines,
        "by_number": None, "finder": None, "parent": parent.above,
    }  # fmt: skip
    headline = f"{parent.headline} by number of articles"
    return Page(address=address, kind="index", headline=headline, template="alphabet", values=values)


def _has_entry(catalog: Catalog, entity: Entity) -> bool:
    return (
        entity.kind != "person" or catalog.counts["person", entity.id] >= catalog.config.archive.thresholds.person_entry
    )


def _letter_pages(parent: Page, letter: Letter, rows: Sequence[Row], base: str) -> Iterator[Page]:
    """The page of a letter, with all letters above it; where it is long the page leads to those of two letters."""
    depth = len(letter.key) + 1
    whole = len(letter.lines) <= _WHOLE or depth > _DEEPEST
    below = () if whole else _letters(letter.lines, depth)
    here = [replace(row, here=letter.key[: number + 1]) for number, row in enumerate(rows)]
    shown = (letter,) if whole else tuple(one for one in below if one.key == letter.key)
    values = {
        **parent.values, "rows": [*here, *([_row(below, base)] if below else [])], "letters": shown, "lead": "",
        "most": (), "by_number": None, "finder": None, "parent": parent.above,
    }  # fmt: skip
    headline = f"{parent.headline}: {_named(letter.key)}"
    yield Page(address=f"{base}{letter.key}/", kind="index", headline=headline, template="alphabet", values=values)
    for one in below:
        if one.key != letter.key:
            yield from _letter_pages(parent, one, [*rows, _row(below, base)], base)


def _row(letters: Sequence[Letter], base: str) -> Row:
    return Row(steps=tuple((_named(one.key), f"{base}{one.key}/" if base else "", one.key) for one in letters))


def _named(key: str) -> str:
    return "0–9" if key == "0" else key.capitalize()


def _line(catalog: Catalog, entity: Entity, *, shared: bool) -> Line:
    forms = sorted({form.text for form in entity.forms} - {entity.name})
    given, family = _parted(entity)
    return Line(
        given=given,
        family=family,
        address=catalog.permalinks[entity.kind, entity.id],
        articles=catalog.counts[entity.kind, entity.id],
        years=catalog.years(entity.articles),
        sort=_sort_key(entity),
        role=entity.roles[0].name if shared and entity.roles else "",
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
