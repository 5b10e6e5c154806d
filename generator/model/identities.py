"""Who is who: people, organizations and places over the whole archive, and what only a person can settle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from msgspec import Struct

EntityKind = Literal["person", "organization", "place"]


class EntityMention(Struct, frozen=True, kw_only=True, gc=False):
    """A mention that was filed under an entity, and the rule that put it there; a struct as ``Mention`` is."""

    article: str
    text: str
    start: int
    end: int
    rule: str
    """``full-name``, ``surname-in-article``, ``look-up``, ``misspelling``, ``alias``, ``binding``, …"""
    role: str = ""
    apposition: str = ""


class Role(Struct, frozen=True, kw_only=True, gc=False):
    """What a person is called, before the name or beside it."""

    name: str
    """By its usual name: ``attorney general``, ``senator from Alabama``."""
    mentions: tuple[EntityMention, ...]
    """One an article, sorted."""
    first: str
    """The year of the first article that has one, or ''."""
    last: str


class NameForm(Struct, frozen=True, kw_only=True, gc=False):
    """A way in which an entity is written, and how often."""

    text: str
    count: int
    misspelling: bool = False
    rule: str = ""
    """Why it is this entity's though it is written otherwise: ``misspelling``, ``short-form``, ``initial``, …"""


@dataclass(frozen=True, kw_only=True)
class Entity:
    """A person, an organization or a place: one page."""

    kind: EntityKind
    id: str
    """A slug that never depends on order; permalinks keep it for ever."""
    name: str
    forms: tuple[NameForm, ...]
    mentions: tuple[EntityMention, ...]
    """Sorted by article id and offset."""
    aliases: tuple[str, ...] = ()
    """Ids of entities that were merged into this one: their addresses redirect here."""
    note: str = ""
    """What a maintainer says of them (people.yml)."""
    roles: tuple[Role, ...] = ()
    """What a person is called, the most frequent first."""
    within: tuple[str, ...] = ()
    """Names of the places in which a place lies, the nearest first (``Virginia``, ``United States``)."""
    preferred: str = ""
    """A title that the program would give a published person by now; it waits for a maintainer's yes."""
    judged: bool = False
    """A maintainer's word stands behind who this is."""

    @cached_property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that mention it, each once, sorted; asked for a hundred thousand times in a build."""
        return tuple(sorted({mention.article for mention in self.mentions}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Surname:
    """A bare surname that could not be given to one person: the page that asks "which one?"."""

    id: str
    surname: str
    bearers: tuple[str, ...]
    """Ids of people with that surname."""
    mentions: tuple[EntityMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """People as readers know them: what the program alone may not change."""

    ids: frozenset[str] = frozenset()
    """Of their pages."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Slug of another way of writing a name -> id of the page on which it stands."""
    former: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Id of a page -> ids of the pages that gave way to it: where it was, and what it is called again some day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldMerge:
    """Two published people whom a rule takes for one: a maintainer's word is awaited."""

    one: str
    other: str
    """Ids of their pages, in order."""
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSplit:
    """A name on a published person's page that no rule puts there any more: a maintainer's word is awaited."""

    person: str
    """Id of the page."""
    name: str
    """As it is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Who is who, under the maintainers' judgements."""

    entities: tuple[Entity, ...]
    surnames: tuple[Surname, ...] = ()
    private: tuple[Entity, ...] = ()
    """People whom nobody may be shown: known only so that their addresses are dropped and their names passed over."""
    held: tuple[HeldMerge | HeldSplit, ...] = ()
    warnings: tuple[str, ...] = ()
    """Stale targets of people.yml and the like: file, line, remedy."""


QuestionKind = Literal["same", "apart", "which", "person", "title"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something about people that the program does not know for sure, and that a maintainer may."""

    kind: QuestionKind
    """Are two people one? Is a name rather somebody else's? Which bearer is a surname? Is it a person at all?
    Is the first title to become the second?"""
    names: tuple[str, ...]
    """Of whom it is asked; of a surname it comes first, its bearers after it."""
    people: tuple[str, ...]
    """Ids of those who have a page, in the order of the names; one for ``apart`` and ``person``."""
    articles: tuple[str, ...]
    """Ids of the articles that an answer may move, sorted."""
    doubt: float
    """How little the program knows, 0 to 1."""
    because: str
    """Why it is asked."""

    @property
    def worth(self) -> float:
        """What an answer changes: articles moved × doubt."""
        return len(self.articles) * self.doubt
