"""An article as a row without its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator import archive
from generator.config.schema import SiteConfig
from generator.model import Analysis, ArticleRow, CleanArticle, CleanRow, OriginalRow
from generator.stages.articles import Articles
from generator.stages.running import Means, Stage, code_of, run
from generator.store.cache import stage_key
from generator.workers import Overrun

Sketch = tuple[int, ...]
_DAY = len("2019-05-04")


def sketch_all(cleaned: Sequence[CleanRow], articles: Articles, means: Means) -> list[Sketch]:
    """What each article's text is recognised by where it is printed again, in their order."""
    code = code_of("sketch")

    def compute(missing: Sequence[CleanRow]) -> Iterator[tuple[int, Sketch]]:
        texts = articles.stream(clean.id for clean in missing)
        found = means.workers.map(_sketch, texts, lambda clean: len(clean.text), sum(clean.size for clean in missing))
        for place, sketch in enumerate(found):
            yield place, () if isinstance(sketch, Overrun) else sketch

    stage: Stage[CleanRow, Sketch] = Stage(
        name="sketch", gives=tuple[int, ...], key=lambda clean: stage_key(code, clean.digest), compute=compute
    )
    return run(stage, cleaned, means)


def _sketch(clean: CleanArticle) -> Sketch:
    return archive.sketch(clean.text)


def row_of(
    pair: tuple[OriginalRow, CleanRow],
    analysis: Analysis,
    sketch: Sketch,
    config: SiteConfig,
) -> ArticleRow:
    """All that the archive-wide stages need of an article."""
    original, clean = pair
    return ArticleRow(
        id=original.id,
        origin=original.origin,
        outlet=original.outlet,
        metadata=original.metadata,
        title=clean.title,
        standfirst=clean.standfirst,
        authors=clean.authors,
        dateline=clean.dateline,
        published=clean.published,
        updated=clean.updated,
        not_before=analysis.not_before if clean.published is None else None,
        not_after=_not_after(original, clean, config) if clean.published is None else None,
        language=clean.language,
        sources=clean.sources,
        photo_credits=clean.photo_credits,
        contributors=clean.contributors,
        captions=clean.captions,
        corrections=clean.corrections,
        words=clean.words,
        mentions=analysis.mentions,
        dates=analysis.dates,
        sketch=sketch,
        whole=clean.whole,
        links=clean.links,
    )


def _not_after(original: OriginalRow, clean: CleanRow, config: SiteConfig) -> str | None:
    """The day after which an undated article was not published: that of its update, else of its capture."""
    if clean.updated:
        return clean.updated.date
    captured = original.origin.retrieved or config.archive.captured
    return captured[:_DAY] if captured else None
