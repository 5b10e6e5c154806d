"""The archive as it is filed: topics, sources, outlets, copies, related articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.model.articles import ArticleRow, CitationKind, Filing
from generator.model.identities import Entity, HeldMerge, HeldSplit, Surname


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject or a story with a page of its own."""

    id: str
    name: str
    kind: Literal["topic", "story"] = "topic"
    iptc: str | None = None
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    description: str = ""
    learned_from: int = 0
    """So many articles taught what is typical of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedBy:
    """One article that cites a source."""

    article: str
    count: int
    kind: CitationKind
    text: str
    """The name as written there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Whom articles cite."""

    id: str
    name: str
    cited_by: tuple[CitedBy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publication and its articles."""

    id: str
    name: str
    articles: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Whom articles name as the maker of a picture."""

    id: str
    name: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another article worth reading after this one, and why."""

    article: str
    score: float
    people: tuple[str, ...]
    """Ids of the rare people that both name."""
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What a version of a story differs in from the copy that is shown; paragraphs by the numbers of their blocks."""

    fields: tuple[str, ...] = ()
    """Of ``title``, ``authors``, ``published``, ``updated``, ``outlet``."""
    added: tuple[int, ...] = ()
    """Blocks that only the version has."""
    removed: tuple[int, ...] = ()
    """Blocks that only the shown copy has."""
    changed: tuple[tuple[int, int], ...] = ()
    """A block of the version, and that of the shown copy which says nearly the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Everything about everything: what the pages are made from. All sequences are sorted; order of input is gone."""

    articles: Mapping[str, ArticleRow]
    entities: tuple[Entity, ...]
    surnames: tuple[Surname, ...]
    private: tuple[Entity, ...] = ()
    """People whom nobody may be shown."""
    held: tuple[HeldMerge | HeldSplit, ...] = ()
    """What waits for a maintainer's word."""
    topics: tuple[Topic, ...]
    filings: Mapping[str, tuple[Filing, ...]]
    """Article id -> its topics, best first."""
    sources: tuple[Source, ...]
    outlets: tuple[Outlet, ...]
    credits: tuple[Credit, ...] = ()
    related: Mapping[str, tuple[Related, ...]]
    version_of: Mapping[str, str]
    """Article id -> the better copy of the same story."""
    differences: Mapping[str, Differences] = field(default_factory=dict)
    """Article id -> what it differs in from that copy."""

    def stories(self, articles: Iterable[str]) -> tuple[str, ...]:
        """Of each story one article: its best copy where that is among them, else the first that is.

        Whatever is counted is counted over these: a story that was captured three times is one.
        """
        chosen: dict[str, str] = {}
        ordered = sorted(articles)
        if self.version_of.keys().isdisjoint(ordered):  # as in nearly every list of many thousand
            return tuple(dict.fromkeys(ordered))
        for article in ordered:
            best = self.version_of.get(article, article)
            if article == best or best not in chosen:
                chosen[best] = article
        return tuple(chosen.values())
