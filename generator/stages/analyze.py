"""Names and dates of each article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from generator import language
from generator.config.schema import SiteConfig
from generator.model import Analysis, Block, CleanArticle
from generator.stages.running import Means, Stage, as_json, run
from generator.store.cache import stage_key
from generator.store.version import code_digest
from generator.workers import Overrun, Workers

_TOLL = 8
"""How much longer a byte takes to be searched for names than to be cleaned: so much larger it counts."""


def analyze_all(cleaned: Sequence[CleanArticle], config: SiteConfig, means: Means) -> list[Analysis]:
    """Names and dates of each article, in their order; the model is loaded only if one is new."""
    code, models = code_digest("language"), config.archive.models
    analyze = partial(analyze_one, models=tuple(sorted(models.items())), default=config.archive.language)

    def identity(clean: CleanArticle) -> str:
        spoken = _spoken(clean, config.archive.language)
        return language.model_identity(spoken, models.get(spoken))

    stage: Stage[CleanArticle, Analysis] = Stage(
        name="analyze",
        gives=Analysis,
        key=lambda clean: stage_key(code, identity(clean), as_json(_read_by_analysis(clean))),
        compute=lambda batch: _analyzed_by(analyze, batch, means.workers),
    )
    return list(run(stage, cleaned, means))


def analyze_one(clean: CleanArticle, models: tuple[tuple[str, str], ...], default: str) -> Analysis:
    """Names and dates of one article, with the model of its language; a process loads a model once."""
    spoken = _spoken(clean, default)
    return language.analyze(clean, language.load_model(spoken, dict(models).get(spoken)))


def _spoken(clean: CleanArticle, default: str) -> str:
    """The language of an article without its country: models know ``en``, and pages say ``en-US``."""
    return (clean.language or default).partition("-")[0]


def unread_languages(cleaned: Sequence[CleanArticle], config: SiteConfig) -> tuple[str, ...]:
    """A warning for each language of the articles for which no model is installed."""
    counts = Counter(_spoken(clean, config.archive.language) for clean in cleaned)
    return tuple(
        f"{count} articles are in `{spoken}`, for which no model is installed: no names are looked for in them; install"
        " a spaCy model and name it under `models` in site_config/archive.yml"
        for spoken, count in sorted(counts.items())
        if not language.model_identity(spoken, config.archive.models.get(spoken))
    )


def _analyzed_by(
    analyze: Callable[[CleanArticle], Analysis], batch: Sequence[CleanArticle], workers: Workers
) -> list[Analysis]:
    """The analyses in the order of the batch; the time that our own model takes is no reason to refuse an article."""
    results = zip(batch, workers.map(analyze, batch, lambda clean: _TOLL * len(clean.text)), strict=True)
    return [analyze(clean) if isinstance(found, Overrun) else found for clean, found in results]


def _read_by_analysis(clean: CleanArticle) -> tuple[str, tuple[Block, ...], str | None, str]:
    return clean.text, clean.blocks, clean.published.date if clean.published else None, clean.language
