"""Small articles for tests that need rows and not texts."""

from __future__ import annotations

from typing import Any

from generator.model import ArticleRow, Dating, Metadata, Origin, OutletRef


def row(identifier: str, *, published: str | None = None, **fields: Any) -> ArticleRow:
    """An article's row with nothing in it but what is named."""
    defaults: dict[str, Any] = {
        "origin": Origin(path=f"{identifier}.txt", sha256=identifier, media_type="text/plain"),
        "outlet": OutletRef(key="", name="", basis=""),
        "metadata": Metadata(),
        "title": identifier,
        "authors": (),
        "dateline": None,
        "published": Dating(date=published, basis="test") if published else None,
        "updated": None,
        "not_before": None,
        "not_after": None,
        "language": "en",
        "sources": (),
        "photo_credits": (),
        "contributors": (),
        "captions": (),
        "standfirst": None,
        "corrections": (),
        "words": 300,
        "mentions": (),
        "dates": (),
    }
    return ArticleRow(id=identifier, **{**defaults, **fields})
