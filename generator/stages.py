"""The stages that work article by article, each kept in the cache by exactly what it reads.

A key holds the digest of the code, of the article and of the configuration that the stage looks at: a change of topics
never repeats the search for names, and a new stylesheet repeats nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Generic, TypeVar

import msgspec

from generator import archive, cleaning, language, topics
from generator.cleaning import survey
from generator.cleaning.learned import as_rule, is_open, words_of
from generator.config.schema import CleaningRule, LearnedFile, SiteConfig
from generator.config.yaml_file import key_text
from generator.errors import ContentError
from generator.model import (
    Analysis,
    ArticleRow,
    Block,
    CleanArticle,
    Entity,
    Filing,
    Furniture,
    LearnedLine,
    Original,
    Repeats,
)
from generator.progress import Ticker
from generator.store.cache import Cache, stage_key
from generator.store.version import code_digest
from generator.workers import Measure, Overrun, Workers

T = TypeVar("T")
R = TypeVar("R")
_BATCH = 64
_TOLL = 8
"""How much longer a byte takes to be searched for names than to be cleaned: so much larger it counts."""
_Sought = tuple[Original, Repeats, frozenset[str]]
"""An original, what repeats in it, and which of that no original before it has."""


@dataclass(frozen=True, slots=True)
class _Stage(Generic[T, R]):
    """One cached stage: how to name an input, what comes out, and how to compute what the cache does not know."""

    name: str
    gives: type[R]
    key: Callable[[T], str]
    compute: Callable[[Sequence[T]], Iterable[R]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What a stage works with."""

    cache: Cache
    workers: Workers
    tick: Ticker


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """The article of an original, or the reason why none could be cut out of it."""

    article: CleanArticle | None = None
    refused: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surveyed:
    """What the survey has learned from all originals together."""

    furniture: Mapping[str, Furniture]
    """Outlet key -> the lines that repeat over its originals."""
    repeats: tuple[Repeats, ...]
    """What each original needs to know of it, in their order."""


def workers_for(config: SiteConfig) -> Workers:
    """Workers that keep to the limits of archive.yml."""
    limits = config.archive.limits
    return Workers(Measure(seconds=limits.seconds, memory=limits.memory_bytes))


def survey_all(originals: Sequence[Original], means: Means) -> Surveyed:
    """The furniture of every outlet, and which of it stands in each original."""
    code = stage_key(code_digest("cleaning"), _json(means.workers.measure))
    stage: _Stage[Original, tuple[str, ...]] = _Stage(
        name="survey",
        gives=tuple[str, ...],
        key=lambda original: stage_key(code, original.form, original.text),
        compute=lambda batch: lines_of_all(batch, means.workers),
    )
    return surveyed(originals, tuple(_run(stage, originals, means)))


def lines_of_all(originals: Sequence[Original], workers: Workers) -> list[tuple[str, ...]]:
    """The lines of each original; of one that takes too much, none: cleaning will say so."""
    found = workers.map(survey.lines_of, originals, _size)
    return [() if isinstance(lines, Overrun) else lines for lines in found]


def surveyed(originals: Sequence[Original], lines: Sequence[tuple[str, ...]]) -> Surveyed:
    """What is learned from the lines of each original (see ``survey.lines_of``)."""
    by_outlet: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for original, found in zip(originals, lines, strict=True):
        by_outlet[original.outlet.key][original.id] = found
    furniture = {outlet: survey.furniture(outlet, by_outlet[outlet]) for outlet in sorted(by_outlet)}
    return Surveyed(
        furniture=furniture,
        repeats=tuple(
            survey.repeats(furniture[original.outlet.key], found)
            for original, found in zip(originals, lines, strict=True)
        ),
    )


def learned_lines(
    originals: Sequence[Original], learned: Surveyed, config: SiteConfig, means: Means
) -> tuple[LearnedLine, ...]:
    """The furniture that was learned and that no rule speaks of, by outlet, the commonest lines first."""
    settings, code = cleaning_settings(config), code_digest("cleaning")
    asked: defaultdict[str, set[str]] = defaultdict(set)
    sought: list[_Sought] = []
    for original, known in zip(originals, learned.repeats, strict=True):
        if new := frozenset(known) - asked[original.outlet.key]:
            asked[original.outlet.key] |= new
            sought.append((original, known, new))
    stage: _Stage[_Sought, dict[str, str]] = _Stage(
        name="learned",
        gives=dict[str, str],
        key=lambda one: stage_key(code, one[0].form, one[0].text, _json(sorted(one[2]))),
        compute=lambda batch: [
            {} if isinstance(words, Overrun) else words
            for words in means.workers.map(_words, batch, lambda one: _size(one[0]))
        ],
    )
    found = [
        LearnedLine(
            outlet=original.outlet.key,
            line=as_rule(line),
            files=learned.furniture[original.outlet.key].lines[mark],
            of=learned.furniture[original.outlet.key].files,
            example=original.id,
        )
        for (original, known, _), words in zip(sought, _run(stage, sought, means), strict=True)
        for mark, line in words.items()
        if is_open(line, original, known, settings)
    ]
    return tuple(sorted(found, key=lambda one: (one.outlet, -one.files, one.line)))


def _words(sought: _Sought) -> dict[str, str]:
    return words_of(sought[0], sought[2])


def _size(original: Original) -> int:
    return len(original.text)


def clean_all(
    originals: Sequence[Original], repeats: Sequence[Repeats], config: SiteConfig, means: Means
) -> tuple[Cleaned, ...]:
    """What became of each original, in their order: the article cut out of it, or why that could not be done."""
    settings = cleaning_settings(config)
    read = (replace(settings, rules=(), timezones={}), means.workers.measure)
    shared, clean_pair = stage_key(code_digest("cleaning"), _json(read)), partial(clean_one, settings=settings)

    def key(pair: tuple[Original, Repeats]) -> str:
        own = cleaning.settings_for(pair[0], settings)
        return stage_key(shared, _json((own.rules, own.timezone)), _json(pair))

    stage: _Stage[tuple[Original, Repeats], Cleaned] = _Stage(
        name="clean",
        gives=Cleaned,
        key=key,
        compute=lambda batch: cleaned_by(clean_pair, batch, means.workers),
    )
    return tuple(_run(stage, list(zip(originals, repeats, strict=True)), means))


def cleaned_by(
    clean_pair: Callable[[tuple[Original, Repeats]], Cleaned],
    pairs: Sequence[tuple[Original, Repeats]],
    workers: Workers,
) -> list[Cleaned]:
    """What became of each original, done by workers; one that takes too much is refused."""
    results = workers.map(clean_pair, pairs, lambda pair: _size(pair[0]))
    return [Cleaned(refused=result.reason) if isinstance(result, Overrun) else result for result in results]


def clean_one(pair: tuple[Original, Repeats], settings: cleaning.CleaningSettings) -> Cleaned:
    """What became of one original, of whose outlet's furniture so much is known."""
    try:
        return Cleaned(article=cleaning.clean(*pair, settings))
    except ContentError as error:
        return Cleaned(refused=str(error))


def analyze_all(cleaned: Sequence[CleanArticle], config: SiteConfig, means: Means) -> list[Analysis]:
    """Names and dates of each article, in their order; the model is loaded only if one is new."""
    code, models = code_digest("language"), config.archive.models
    analyze = partial(analyze_one, models=tuple(sorted(models.items())), default=config.archive.language)

    def identity(clean: CleanArticle) -> str:
        spoken = _spoken(clean, config.archive.language)
        return language.model_identity(spoken, models.get(spoken))

    stage: _Stage[CleanArticle, Analysis] = _Stage(
        name="analyze",
        gives=Analysis,
        key=lambda clean: stage_key(code, identity(clean), _json(_read_by_analysis(clean))),
        compute=lambda batch: _analyzed_by(analyze, batch, means.workers),
    )
    return list(_run(stage, cleaned, means))


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


def score_all(cleaned: Sequence[CleanArticle], vocabulary: topics.Vocabulary, means: Means) -> list[tuple[Filing, ...]]:
    """The topics that each article's words speak for, in their order."""
    code = stage_key(code_digest("topics"), vocabulary.digest)
    stage: _Stage[CleanArticle, tuple[Filing, ...]] = _Stage(
        name="score",
        gives=tuple[Filing, ...],
        key=lambda clean: stage_key(code, clean.title or "", clean.text),
        compute=lambda batch: [topics.score(clean.title, clean.text, vocabulary) for clean in batch],
    )
    return list(_run(stage, cleaned, means))


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """What the archive has taught of its topics, and the words of its articles, by id, to apply it to."""

    learned: LearnedFile
    words: Mapping[str, topics.Words]


def learn_all(
    cleaned: Sequence[CleanArticle],
    scores: Sequence[tuple[Filing, ...]],
    vocabulary: topics.Vocabulary,
    means: Means,
) -> Taught:
    """What topics.learned.yml holds or, where there is none, what the articles teach.

    It is remembered until an article or the vocabulary changes.
    """
    frozen = vocabulary.frozen
    words = _words_all(cleaned, means)
    if frozen.topics or not topics.can_learn(len(cleaned), vocabulary):
        return Taught(learned=frozen, words=words)
    pupils = [
        topics.Pupil(id=clean.id, words=words[clean.id], scores={filing.topic: filing.score for filing in said})
        for clean, said in zip(cleaned, scores, strict=True)
    ]
    key = stage_key(code_digest("topics"), vocabulary.digest, _json(vocabulary.examples), _json(pupils))
    learned = means.cache.get("learn", key, LearnedFile)
    if learned is None:
        learned = topics.learn(pupils, vocabulary)
        means.cache.put("learn", key, learned)
    return Taught(learned=learned, words=words)


def propose_all(
    rows: Sequence[ArticleRow], entities: Sequence[Entity], words: Mapping[str, topics.Words], cache: Cache
) -> tuple[topics.Proposal, ...]:
    """The stories that the archive seems to hold, remembered until an article or a name changes."""
    seen = [(row.id, row.title, row.published.date if row.published else None, words[row.id]) for row in rows]
    named = [(entity.name, [mention.article for mention in entity.mentions]) for entity in entities]
    key = stage_key(code_digest("topics"), _json(seen), _json(named))
    known = cache.get("stories", key, tuple[topics.Proposal, ...])
    if known is None:
        known = topics.propose(rows, entities, words)
        cache.put("stories", key, known)
    return known


def _words_all(cleaned: Sequence[CleanArticle], means: Means) -> dict[str, topics.Words]:
    code = code_digest("topics")
    stage: _Stage[CleanArticle, topics.Words] = _Stage(
        name="words",
        gives=topics.Words,
        key=lambda clean: stage_key(code, clean.title or "", clean.text),
        compute=lambda batch: [topics.count_words(clean.title, clean.text) for clean in batch],
    )
    return {clean.id: words for clean, words in zip(cleaned, _run(stage, cleaned, means), strict=True)}


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


def cleaning_settings(config: SiteConfig) -> cleaning.CleaningSettings:
    """The part of the configuration that cleaning reads."""
    named = [name for source in config.sources.sources.values() for name in (source.name, *source.aliases)]
    named += [name for known in config.outlets.outlets.values() for name in (known.name, *known.aliases)]
    zones = {f"{name.strip('/')}/": folder.timezone for name, folder in config.archive.folders.items()}
    zones |= {key: known.timezone for key, known in config.outlets.outlets.items()}
    return cleaning.CleaningSettings(
        rules=tuple(_placed(number, rule, config) for number, rule in enumerate(config.cleaning.rules)),
        sources=tuple(sorted(set(named))),
        captured=config.archive.captured,
        timezones={where: zone for where, zone in zones.items() if zone},
    )


def idle_rules(originals: Sequence[Original], cleaned: Sequence[CleanArticle], config: SiteConfig) -> tuple[str, ...]:
    """A warning for each entry of cleaning.yml that decides nothing."""
    return tuple(cleaning.idle_rules(cleaning_settings(config), originals, cleaned))


def _placed(number: int, rule: CleaningRule, config: SiteConfig) -> cleaning.PlacedRule:
    """A rule with the lines on which it stands in cleaning.yml."""
    start = ("cleaning", "rules", number)
    places = {key_text(path[3:]): line for path, line in config.lines.items() if path[:3] == start}
    return cleaning.PlacedRule(rule=rule, places=places)


def _read_by_analysis(clean: CleanArticle) -> tuple[str, tuple[Block, ...], str | None, str]:
    return clean.text, clean.blocks, clean.published.date if clean.published else None, clean.language


def _run(stage: _Stage[T, R], items: Sequence[T], means: Means) -> Iterator[R]:
    """The stage's results in the order of its inputs, from the cache where it has them."""
    cache, tick = means.cache, means.tick
    waiting = iter(tick(items, len(items)))
    while batch := tuple(islice(waiting, _BATCH)):
        keys = [stage.key(item) for item in batch]
        known: dict[str, R] = cache.get_many(stage.name, keys, stage.gives)
        missing = {key: item for key, item in zip(keys, batch, strict=True) if key not in known}
        fresh = dict(zip(missing, stage.compute(tuple(missing.values())), strict=True))
        cache.put_many(stage.name, fresh)
        tick.computed += len(fresh)
        known |= fresh
        yield from (known[key] for key in keys)


def _json(value: object) -> bytes:
    return msgspec.json.encode(value, order="sorted")
