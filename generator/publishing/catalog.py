"""The archive as its pages look at it: who is in which article, in what order, at which address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.config.schema import SiteConfig
from generator.model import (
    Archive,
    ArticleRow,
    CitedBy,
    CleanArticle,
    Entity,
    EntityMention,
    Outlet,
    Source,
    Surname,
    Topic,
)
from generator.publishing.entries import Entry, Presence, spanned
from generator.publishing.wording import briefly
from generator.text.names import parse_name
from generator.text.urls import normalize

ENTITY_KINDS: Final = ("person", "organization", "place")
FOLDERS: Final = {"person": "people", "organization": "organizations", "place": "places"}
_TITLE_WORDS: Final = 9


@dataclass(frozen=True, kw_only=True)
class Catalog:
    """The archive, the maintainers' decisions and every page's address; look-ups are made once."""

    archive: Archive
    config: SiteConfig
    permalinks: Mapping[tuple[str, str], str]
    titles: Mapping[str, str]
    """Article id -> its title, or its first words."""

    def address(self, kind: str, identifier: str) -> str | None:
        """The address of a page, or None where there is none."""
        return self.permalinks.get((kind, identifier))

    def entry(self, article: str) -> Entry:
        """An article as a line of a list."""
        return self._entries[article]

    @cached_property
    def _entries(self) -> Mapping[str, Entry]:
        several = len(self.archive.outlets) > 1
        return {
            article: Entry(
                id=article,
                address=self.permalinks["article", article],
                title=self.titles[article],
                date=row.published.date if row.published else "",
                when=briefly(row),
                outlet=row.outlet.name if several else "",
            )
            for article, row in self.archive.articles.items()
        }

    def years(self, articles: Iterable[str]) -> str:
        """``1961–1969``, ``1961`` or ''."""
        return spanned(map(self._years.__getitem__, articles))

    @cached_property
    def _years(self) -> Mapping[str, str]:
        return {article: entry.date[:4] for article, entry in self._entries.items()}

    def newest(self, articles: Iterable[str]) -> tuple[Entry, ...]:
        """One line a story, newest first, the undated last by title; its other versions stand on its page."""
        rank = self._rank
        found = [article for article in self.archive.stories(articles) if article in rank]
        return tuple(map(self._entries.__getitem__, sorted(found, key=rank.__getitem__)))

    @cached_property
    def _rank(self) -> Mapping[str, int]:
        """Where each article stands among all: they are ordered once, not again in each of ten thousand lists."""
        entries = sorted(self._entries.values(), key=lambda entry: (entry.title.casefold(), entry.id))
        entries.sort(key=lambda entry: entry.date, reverse=True)
        return {entry.id: number for number, entry in enumerate(entries)}

    @cached_property
    def order(self) -> tuple[Entry, ...]:
        """Every story, newest first."""
        return self.newest(self.archive.articles)

    @cached_property
    def public(self) -> tuple[Entity, ...]:
        """Everyone and everything that may be shown: nobody whom the maintainers have made private."""
        config = self.config
        entries = {
            "person": config.people.people,
            "organization": config.organizations.organizations,
            "place": config.places.places,
        }
        private = {(kind, key) for kind, known in entries.items() for key, entry in known.items() if entry.private}
        return tuple(entity for entity in self.archive.entities if (entity.kind, entity.id) not in private)

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """Everyone and everything that has a page, by kind and name."""
        shown = [entity for entity in self.public if (entity.kind, entity.id) in self.permalinks]
        return tuple(sorted(shown, key=lambda entity: (entity.kind, entity.name.casefold(), entity.id)))

    @cached_property
    def places(self) -> tuple[Entity, ...]:
        """The places that may be shown."""
        return tuple(one for one in self.public if one.kind == "place")

    @cached_property
    def place_ids(self) -> Mapping[str, str]:
        """Name of a place that may be shown -> its id."""
        return {one.name: one.id for one in self.places}

    @cached_property
    def inside(self) -> Mapping[str, tuple[str, ...]]:
        """Name of a place -> the names of those right inside it, sorted."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for one in self.places:
            if one.within:
                found[one.within[0]].append(one.name)
        return {name: tuple(sorted(names)) for name, names in found.items()}

    @cached_property
    def counts(self) -> Mapping[tuple[str, str], int]:
        """Kind and id of everyone and everything that may be shown -> in how many stories."""
        return {(one.kind, one.id): len(self.archive.stories(one.articles)) for one in self.public}

    @cached_property
    def surname_of(self) -> Mapping[str, Surname]:
        """Id of a person -> the first surname with a page that may be theirs."""
        found: dict[str, Surname] = {}
        for surname in self.archive.surnames:
            if self.address("surname", surname.id):
                for bearer in surname.bearers:
                    found.setdefault(bearer, surname)
        return found

    @cached_property
    def people(self) -> Mapping[str, Entity]:
        """People with a page, by id."""
        return {entity.id: entity for entity in self.entities if entity.kind == "person"}

    @cached_property
    def present(self) -> Mapping[str, tuple[Presence, ...]]:
        """Article id -> who and what is in it, by first mention."""
        found: defaultdict[str, list[Presence]] = defaultdict(list)
        for entity in self.public:
            by_article: defaultdict[str, list[EntityMention]] = defaultdict(list)
            for mention in entity.mentions:
                by_article[mention.article].append(mention)
            for article, mentions in by_article.items():
                ordered = tuple(sorted(mentions, key=lambda mention: mention.start))
                found[article].append(Presence(entity=entity, mentions=ordered))
        return {
            article: tuple(sorted(row, key=lambda one: (one.first.start, one.entity.kind, one.entity.id)))
            for article, row in found.items()
        }

    @cached_property
    def _private(self) -> Mapping[str, frozenset[str]]:
        """Article id -> the words by which it names people whom nobody may be shown."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for person in self.archive.private:
            for mention in person.mentions:
                found[mention.article].add(mention.text)
        return {article: frozenset(words) for article, words in found.items()}

    @cached_property
    def _private_surnames(self) -> frozenset[str]:
        """Folded family names that nobody bears but people whom nobody may be shown."""
        public = {parse_name(entity.name).surname for entity in self.public if entity.kind == "person"}
        return frozenset(parse_name(person.name).surname for person in self.archive.private) - public

    @property
    def hidden(self) -> tuple[object, ...]:
        """All that decides what ``is_open``; empty where nobody is private."""
        if not self.archive.private:
            return ()
        words = sorted((article, sorted(words)) for article, words in self._private.items())
        return words, sorted(self._private_surnames)

    def is_open(self, article: str, text: str) -> bool:
        """Whether words of an article may stand elsewhere: they name nobody who is private."""
        if not self.archive.private:
            return True
        named = any(words in text for words in self._private.get(article, ()))
        return not named and not any(parse_name(word).surname in self._private_surnames for word in text.split())

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """Topics and stories by id."""
        return {topic.id: topic for topic in self.archive.topics}

    @cached_property
    def filed(self) -> Mapping[str, tuple[str, ...]]:
        """Topic id -> its articles."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for article in sorted(self.archive.filings):
            for filing in self.archive.filings[article]:
                found[filing.topic].append(article)
        return {topic: tuple(articles) for topic, articles in found.items()}

    @cached_property
    def under(self) -> Mapping[str, tuple[str, ...]]:
        """Topic id -> the articles filed there or under one of its sub-topics, newest first."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for topic, articles in self.filed.items():
            above: str | None = topic
            seen: set[str] = set()
            while above is not None and above not in seen:
                seen.add(above)
                found[above].update(articles)
                above = self.topics[above].parent if above in self.topics else None
        return {topic: tuple(entry.id for entry in self.newest(articles)) for topic, articles in found.items()}

    @cached_property
    def outlets(self) -> Mapping[str, Outlet]:
        """Article id -> its outlet."""
        return {article: outlet for outlet in self.archive.outlets for article in outlet.articles}

    @cached_property
    def cited(self) -> Mapping[str, tuple[tuple[Source, int, str], ...]]:
        """Article id -> the sources that it cites, each with count and kind, most cited first."""
        return {
            article: tuple(
                sorted(
                    ((source, citing.count, citing.kind) for source, citing in row),
                    key=lambda one: (one[2] != "credit", -one[1], one[0].name.casefold()),
                )
            )
            for article, row in self._citings.items()
        }

    def cited_as(self, article: str) -> Mapping[tuple[str, str], str]:
        """A name as it is written in an article, and how it is cited -> id of the source."""
        return {(citing.text, citing.kind): source.id for source, citing in self._citings.get(article, ())}

    @cached_property
    def _citings(self) -> Mapping[str, list[tuple[Source, CitedBy]]]:
        """Article id -> the sources that it cites, and how."""
        found: defaultdict[str, list[tuple[Source, CitedBy]]] = defaultdict(list)
        for source in self.archive.sources:
            for citing in source.cited_by:
                found[citing.article].append((source, citing))
        return found

    @cached_property
    def by_url(self) -> Mapping[str, str]:
        """Original web address (normalised) -> article id."""
        rows = self.archive.articles
        return {normalize(row.origin.url): key for key, row in sorted(rows.items()) if row.origin.url}

    @cached_property
    def copies(self) -> Mapping[str, tuple[str, ...]]:
        """Article id -> all copies of its story, itself among them."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for article, better in sorted(self.archive.version_of.items()):
            found[better].append(article)
        groups = [(better, *others) for better, others in sorted(found.items())]
        return {article: group for group in groups for article in group}


def titled(rows: Mapping[str, ArticleRow], articles: Callable[[str], CleanArticle]) -> dict[str, str]:
    """Article id -> title, or the first words of an article that has none."""
    return {key: row.title or _first_words(articles(key)) for key, row in rows.items()}


def _first_words(article: CleanArticle) -> str:
    words = article.text[:400].split()
    if not words:
        return "Untitled"
    return " ".join(words[:_TITLE_WORDS]) + ("…" if len(words) > _TITLE_WORDS else "")
