"""An article as a row without its text."""

from __future__ import annotations

from generator import archive
from generator.config.schema import SiteConfig
from generator.model import Analysis, ArticleRow, CleanArticle, Filing, Original


def _not_after(original: Original, clean: CleanArticle, config: SiteConfig) -> str | None:
    """The day after which an undated article was not published: that of its update, else of its capture."""
    return clean.updated.date if clean.updated else original.origin.retrieved or config.archive.captured


def row_of(
    original: Original, clean: CleanArticle, analysis: Analysis, scores: tuple[Filing, ...], config: SiteConfig
) -> ArticleRow:
    """All that the archive-wide stages need of an article."""
    return ArticleRow(
        id=original.id,
        origin=original.origin,
        outlet=original.outlet,
        metadata=original.metadata,
        title=clean.title,
        authors=clean.authors,
        dateline=clean.dateline,
        published=clean.published,
        updated=clean.updated,
        not_before=analysis.not_before if clean.published is None else None,
        not_after=_not_after(original, clean, config) if clean.published is None else None,
        language=clean.language,
        sources=clean.sources,
        photo_credits=clean.photo_credits,
        corrections=clean.corrections,
        words=len(clean.text.split()),
        mentions=analysis.mentions,
        dates=analysis.dates,
        scores=scores,
        sketch=archive.sketch(clean.text),
    )
