"""The article cut out of each original, or the reason why none could be."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import msgspec

from generator import cleaning, ingest
from generator.config.schema import SiteConfig
from generator.errors import ContentError
from generator.model import CleanArticle, CleanRow, Original, OriginalRow, Repeats, Unsure
from generator.stages.articles import Articles
from generator.stages.running import Means, Stage, as_json, code_of, run
from generator.stages.settings import cleaning_settings
from generator.stages.texts import with_texts
from generator.store.cache import Key, stage_key
from generator.text.words import words_of
from generator.workers import Overrun, Workers

ARTICLES: Final = "clean"
"""Under this name the cache keeps whole articles; those of their rows are beside them, under the same keys."""
_RULE: Final = "cleaning.yml:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """The article of an original, or the reason why none could be cut out of it."""

    article: CleanArticle | None = None
    refused: str = ""


@dataclass(frozen=True, slots=True)
class _Task:
    """An original that is to be cleaned, and by what it is remembered."""

    original: OriginalRow
    repeats: Repeats
    key: Key


def clean_all(
    originals: Sequence[OriginalRow],
    repeats: Sequence[Repeats],
    config: SiteConfig,
    library: ingest.Library,
    means: Means,
) -> tuple[list[CleanRow], Articles]:
    """What became of each original, in their order, and the articles themselves, one at a time.

    The row of an original out of which no article could be cut says why, and there is no article of its id.
    """
    settings = cleaning_settings(config)
    read = (replace(settings, rules=(), timezones={}), means.workers.measure)
    shared = stage_key(code_of("clean"), as_json(read))
    clean_pair = partial(clean_one, settings=settings)

    def key(original: OriginalRow, known: Repeats) -> Key:
        own = cleaning.settings_for(original, settings)
        return stage_key(shared, as_json((own.rules, own.timezone)), as_json((original, known)))

    tasks = [_Task(one, known, key(one, known)) for one, known in zip(originals, repeats, strict=True)]

    def compute(missing: Sequence[_Task]) -> Iterator[tuple[int, CleanRow]]:
        pairs = [(task.original, task.repeats) for task in missing]
        for place, cleaned in cleaned_all(clean_pair, pairs, library, means.workers):
            if cleaned.article:
                means.cache.put(ARTICLES, missing[place].key, cleaned.article)
            yield place, row_of_cleaned(missing[place].original.id, cleaned)

    stage: Stage[_Task, CleanRow] = Stage(name="row", gives=CleanRow, key=lambda task: task.key, compute=compute)
    rows = run(stage, tasks, means)
    kept = {task.original.id: task for task, row in zip(tasks, rows, strict=True) if not row.refused}

    def remade(article: str) -> CleanArticle:
        task = kept[article]
        ((_, cleaned),) = cleaned_all(clean_pair, [(task.original, task.repeats)], library, means.workers)
        if cleaned.article is None:
            raise ContentError(f"{task.original.origin.path} can be cleaned no more: {cleaned.refused}")
        return cleaned.article

    keys = {article: task.key for article, task in kept.items()}
    means.cache.known(ARTICLES, keys.values())
    return rows, Articles((ARTICLES, CleanArticle), keys, means.cache, remade)


def cleaned_all(
    clean_pair: Callable[[tuple[Original, Repeats]], Cleaned],
    pairs: Sequence[tuple[OriginalRow, Repeats]],
    library: ingest.Library,
    workers: Workers,
) -> Iterator[tuple[int, Cleaned]]:
    """Place of each original, in any order, and what became of it; one that takes too much is refused."""
    for place, result in with_texts(clean_pair, pairs, library, workers):
        yield place, Cleaned(refused=result.reason) if isinstance(result, Overrun) else result


def clean_one(pair: tuple[Original, Repeats], settings: cleaning.CleaningSettings) -> Cleaned:
    """What became of one original, of whose outlet's furniture so much is known."""
    try:
        return Cleaned(article=cleaning.clean(*pair, settings))
    except ContentError as error:
        return Cleaned(refused=str(error))


def row_of_cleaned(identifier: str, cleaned: Cleaned) -> CleanRow:
    """What became of an original, without its text."""
    clean = cleaned.article
    if clean is None:
        return CleanRow(id=identifier, refused=cleaned.refused)
    return CleanRow(
        id=identifier,
        digest=_digest((clean.text, clean.blocks)),
        whole=_digest(clean),
        links=tuple(dict.fromkeys(link.href for link in clean.links)),
        size=len(clean.text),
        words=len(words_of(clean.text)),
        title=clean.title,
        standfirst=clean.standfirst,
        authors=clean.authors,
        dateline=clean.dateline,
        published=clean.published,
        updated=clean.updated,
        sources=clean.sources,
        photo_credits=clean.photo_credits,
        contributors=clean.contributors,
        captions=clean.captions,
        corrections=clean.corrections,
        language=clean.language,
        certainty=clean.certainty,
        warnings=clean.warnings,
        decided=tuple(sorted({line.rule for line in clean.account if line.rule.startswith(_RULE)})),
    )


def unsure(certainties: Iterable[tuple[OriginalRow, float | None]]) -> tuple[Unsure, ...]:
    """The articles whose text somebody should read beside its original, the least sure first."""
    found = (
        Unsure(article=original.id, path=original.origin.path, certainty=certainty)
        for original, certainty in certainties
        if certainty is not None and cleaning.is_unsure(certainty)
    )
    return tuple(sorted(found, key=lambda one: (one.certainty, one.article)))


def _digest(value: object) -> str:
    return hashlib.sha256(msgspec.json.encode(value)).hexdigest()
