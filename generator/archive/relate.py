"""The archive as a whole, made from what the stages before found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.archive.citations import gather_credits, gather_sources
from generator.archive.privacy import withheld
from generator.archive.related import relate_articles
from generator.config.schema import SiteConfig
from generator.model import Archive, ArticleRow, Filing, Outlet, Resolution, Topic
from generator.text.names import parse_name
from generator.text.slugs import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the stages before have found."""

    resolution: Resolution
    topics: tuple[Topic, ...]
    filings: Mapping[str, tuple[Filing, ...]]
    version_of: Mapping[str, str]
    """See ``versions``."""


def relate(rows: Iterable[ArticleRow], findings: Findings, config: SiteConfig) -> Archive:
    """Weave articles, identities, topics, sources and outlets into one Archive."""
    private = findings.resolution.private
    version_of = findings.version_of
    entities = findings.resolution.entities
    borne = {parse_name(one.name).surname for one in entities if one.kind == "person"} if private else frozenset[str]()
    articles = {row.id: withheld(row, private, borne) for row in sorted(rows, key=lambda row: row.id)}
    return Archive(
        articles=articles,
        entities=entities,
        surnames=findings.resolution.surnames,
        private=private,
        held=findings.resolution.held,
        topics=findings.topics,
        filings=findings.filings,
        sources=gather_sources(articles.values(), config.sources),
        outlets=_outlets(articles.values(), config),
        credits=gather_credits(articles.values()),
        related=relate_articles(articles, entities, findings.filings, version_of),
        version_of=version_of,
    )


def _outlets(rows: Iterable[ArticleRow], config: SiteConfig) -> tuple[Outlet, ...]:
    """Outlets that articles come from; those that nobody names stay without."""
    articles: defaultdict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    for row in rows:
        if row.outlet.key:
            identifier = outlet_id(row.outlet.key)
            articles[identifier].append(row.id)
            names[identifier] = min(row.outlet.name, names.get(identifier, row.outlet.name))
    notes = {identifier: entry.note for identifier, entry in config.outlets.outlets.items()}
    return tuple(
        Outlet(
            id=identifier,
            name=names[identifier],
            articles=tuple(sorted(articles[identifier])),
            note=notes.get(identifier, ""),
        )
        for identifier in sorted(articles)
    )


def outlet_id(key: str) -> str:
    """Slug of an outlet's page; the key of outlets.yml is one already."""
    return slug(key)
