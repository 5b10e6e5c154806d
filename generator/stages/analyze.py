"""Names and dates of each article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from generator import language
from generator.config.schema import SiteConfig
from generator.model import Analysis, CleanArticle, CleanRow
from generator.stages.articles import Articles
from generator.stages.running import Means, Stage, as_json, code_of, run
from generator.store.cache import Key, stage_key
from generator.workers import Overrun

_TOLL = 8
"""How much longer a byte takes to be searched for names than to be cleaned: so much larger it counts."""


def analyze_all(cleaned: Sequence[CleanRow], articles: Articles, config: SiteConfig, means: Means) -> list[Analysis]:
    """Names and dates of each article, in their order; the model is loaded only if one is new."""
    code, models = code_of("analyze"), config.archive.models
    analyze = partial(analyze_one, models=tuple(sorted(models.items())), default=config.archive.language)
    identity = cache(lambda spoken: language.model_identity(spoken, models.get(spoken)))

    def key(clean: CleanRow) -> Key:
        read = clean.digest, clean.published.date if clean.published else None, clean.language
        return stage_key(code, identity(_spoken(clean.language, config.archive.language)), as_json(read))

    def compute(missing: Sequence[CleanRow]) -> Iterator[tuple[int, Analysis]]:
        texts = map(_dated, articles.stream(clean.id for clean in missing), missing)
        size = sum(_TOLL * clean.size for clean in missing)
        for place, found in enumerate(means.workers.map(analyze, texts, _size, size)):
            # The time that our own model takes is no reason to refuse an article.
            clean = missing[place]
            yield place, analyze(_dated(articles[clean.id], clean)) if isinstance(found, Overrun) else found

    stage: Stage[CleanRow, Analysis] = Stage(name="analyze", gives=Analysis, key=key, compute=compute)
    return run(stage, cleaned, means)


def analyze_one(clean: CleanArticle, models: tuple[tuple[str, str], ...], default: str) -> Analysis:
    """Names and dates of one article, with the model of its language; a process loads a model once."""
    spoken = _spoken(clean.language, default)
    return language.analyze(clean, language.load_model(spoken, dict(models).get(spoken)))


def _dated(article: CleanArticle, clean: CleanRow) -> CleanArticle:
    """The article with the date that it has in its row, where none is left that lies in the future."""
    return article if article.published == clean.published else replace(article, published=clean.published)


def _spoken(told: str, default: str) -> str:
    """The language of an article without its country: models know ``en``, and pages say ``en-US``."""
    return (told or default).partition("-")[0]


def _size(clean: CleanArticle) -> int:
    return _TOLL * len(clean.text)


def unread_languages(cleaned: Iterable[CleanRow], config: SiteConfig) -> tuple[str, ...]:
    """A warning for each language of the articles for which no model is installed."""
    counts = Counter(_spoken(clean.language, config.archive.language) for clean in cleaned)
    return tuple(
        f"{count} articles are in `{spoken}`, for which no model is installed: no names are looked for in them; install"
        " a spaCy model and name it under `models` in site_config/archive.yml"
        for spoken, count in sorted(counts.items())
        if not language.model_identity(spoken, config.archive.models.get(spoken))
    )
