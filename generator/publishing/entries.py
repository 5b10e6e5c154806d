"""What lists are made of: an article as a line, an entity in an article, the sentence that names it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.model import Entity, EntityMention
from generator.publishing.links import text_fragment

UNDATED: Final = "undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """An entity in one article."""

    entity: Entity
    mentions: tuple[EntityMention, ...]
    """In the order of the text."""

    @property
    def first(self) -> EntityMention:
        """Where the article first names it."""
        return self.mentions[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The sentence that names an entity, parted around the name."""

    before: str
    name: str
    after: str
    anchor: str

    @property
    def fragment(self) -> str:
        """What leads to the sentence, behind its article's address."""
        return f"#{self.anchor}{text_fragment(f'{self.before}{self.name}{self.after}'.strip('… '))}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article as a line of a list."""

    id: str
    address: str
    title: str
    date: str
    """ISO, possibly partial; '' where unknown."""
    when: str
    outlet: str
    """Its name; '' where all articles of the archive come from one."""
    quote: Quote | None = None
    note: str = ""

    @property
    def year(self) -> str:
        """The year, or ``undated``."""
        return self.date[:4] or UNDATED


def spanned(years: Iterable[str]) -> str:
    """The first and the last of some years, of which those of the undated are ''."""
    known = set(years) - {""}
    if not known:
        return ""
    first, last = min(known), max(known)
    return first if first == last else f"{first}–{last}"
