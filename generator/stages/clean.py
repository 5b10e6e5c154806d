"""The article cut out of each original, or the reason why none could be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator import cleaning
from generator.config.schema import SiteConfig
from generator.errors import ContentError
from generator.model import CleanArticle, Original, Repeats
from generator.stages.running import Means, Stage, as_json, run
from generator.stages.settings import cleaning_settings
from generator.stages.survey import size_of
from generator.store.cache import stage_key
from generator.store.version import code_digest
from generator.workers import Overrun, Workers


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """The article of an original, or the reason why none could be cut out of it."""

    article: CleanArticle | None = None
    refused: str = ""


def clean_all(
    originals: Sequence[Original], repeats: Sequence[Repeats], config: SiteConfig, means: Means
) -> tuple[Cleaned, ...]:
    """What became of each original, in their order: the article cut out of it, or why that could not be done."""
    settings = cleaning_settings(config)
    read = (replace(settings, rules=(), timezones={}), means.workers.measure)
    shared, clean_pair = stage_key(code_digest("cleaning"), as_json(read)), partial(clean_one, settings=settings)

    def key(pair: tuple[Original, Repeats]) -> str:
        own = cleaning.settings_for(pair[0], settings)
        return stage_key(shared, as_json((own.rules, own.timezone)), as_json(pair))

    stage: Stage[tuple[Original, Repeats], Cleaned] = Stage(
        name="clean",
        gives=Cleaned,
        key=key,
        compute=lambda batch: cleaned_by(clean_pair, batch, means.workers),
    )
    return tuple(run(stage, list(zip(originals, repeats, strict=True)), means))


def cleaned_by(
    clean_pair: Callable[[tuple[Original, Repeats]], Cleaned],
    pairs: Sequence[tuple[Original, Repeats]],
    workers: Workers,
) -> list[Cleaned]:
    """What became of each original, done by workers; one that takes too much is refused."""
    results = workers.map(clean_pair, pairs, lambda pair: size_of(pair[0]))
    return [Cleaned(refused=result.reason) if isinstance(result, Overrun) else result for result in results]


def clean_one(pair: tuple[Original, Repeats], settings: cleaning.CleaningSettings) -> Cleaned:
    """What became of one original, of whose outlet's furniture so much is known."""
    try:
        return Cleaned(article=cleaning.clean(*pair, settings))
    except ContentError as error:
        return Cleaned(refused=str(error))
