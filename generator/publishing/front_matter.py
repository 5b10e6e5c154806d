"""An article's front matter, in the words that other programs rely on (docs/architecture.md, contracts)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.model import ArticleRow
from generator.publishing.catalog import FOLDERS, Catalog
from generator.publishing.entries import Presence


def front_matter(catalog: Catalog, row: ArticleRow, present: Sequence[Presence]) -> dict[str, Any]:
    """The contract's keys that have a value, in the contract's order."""
    values: dict[str, Any] = {
        "id": row.id,
        "standfirst": row.standfirst,
        "date": row.published.date if row.published else None,
        "date_note": row.published.note if row.published else None,
        "updated": row.updated.date if row.updated else None,
        "not_before": None if row.published else row.not_before,
        "not_after": None if row.published else row.not_after,
        "authors": list(row.authors),
        "outlet": row.outlet.name or None,
        "dateline": row.dateline,
        "language": row.language or None,
        "rights": row.metadata.rights,
        "sources": [{"name": one.name, "count": one.count, "kind": one.kind} for one in row.sources],
        "photo_credits": list(row.photo_credits),
        "contributors": list(row.contributors),
        "captions": list(row.captions),
        **_entities(present),
        "topics": _topics(catalog, row),
        "dates_mentioned": [{"text": one.text, "date": one.date} for one in row.dates],
        "version_of": catalog.archive.version_of.get(row.id),
        "corrections": list(row.corrections),
        "original": _original(row),
    }
    return {key: value for key, value in values.items() if value not in (None, [], "")}


def _entities(present: Sequence[Presence]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {folder: [] for folder in FOLDERS.values()}
    for one in present:
        found[FOLDERS[one.entity.kind]].append(
            {"id": one.entity.id, "name": one.entity.name, "mentions": len(one.mentions)}
        )
    return found


def _topics(catalog: Catalog, row: ArticleRow) -> list[dict[str, Any]]:
    return [
        {
            "id": filing.topic,
            "name": catalog.topics[filing.topic].name,
            "because": list(dict.fromkeys(because.text for because in filing.because)),
        }
        for filing in catalog.archive.filings.get(row.id, ())
        if filing.topic in catalog.topics
    ]


def _original(row: ArticleRow) -> dict[str, str]:
    origin = row.origin
    values = {"path": origin.path, "sha256": origin.sha256, "url": origin.url, "retrieved": origin.retrieved}
    return {key: value for key, value in values.items() if value}
