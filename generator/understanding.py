"""From files to a whole archive: all that the program makes of the originals before a page is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from generator import archive, filing, resolution, stages, topics
from generator.collecting import uncollected
from generator.config import load_site_config
from generator.config.schema import SiteConfig
from generator.days import latest_day, today
from generator.gathering import Gathered, Seen, gather, settle, strictly
from generator.model import (
    Archive,
    ArticleRow,
    CleanRow,
    Furniture,
    LearnedLine,
)
from generator.options import Options
from generator.progress import Clock
from generator.store import permalinks
from generator.store.cache import Cache
from generator.store.permalinks import Permalinks


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """All that the program has made of the originals, before a page is written."""

    gathered: Gathered
    cache: Cache
    """Open; what is used of it is noted."""
    cleaned: stages.Articles
    """By article id; each is read when it is asked for."""
    rows: tuple[CleanRow, ...]
    """The same without their texts, sorted by id."""
    archive: Archive
    warnings: tuple[str, ...]
    links: Permalinks
    """The addresses as they are with this archive."""
    filed: filing.Filed
    furniture: Mapping[str, Furniture] = field(default_factory=dict)
    """Outlet key -> the lines that repeat over its originals."""
    learned: tuple[LearnedLine, ...] = ()
    """Furniture that was learned from repetition, and that maintainers may pin or refuse."""


def understand(root: Path, options: Options, clock: Clock, seen: Seen | None = None) -> Understood:
    """Read, clean, analyze and file every original; nothing is written but the cache.

    Args:
        root: the archive.
        options: of the build.
        clock: shows the stages.
        seen: what ``unchanged.look`` has just found.

    Raises:
        ClipfileError: the configuration is wrong, or an original cannot be read and ``options.strict`` is set.
    """
    with ExitStack() as stack:
        cache = stack.enter_context(Cache(root / "build" / "cache" / "clipfile.sqlite"))
        config = load_site_config(root, default_topics=topics.default_keys())
        with stages.workers_for(config, options.scheduler) as workers:
            means = partial(stages.Means, cache=cache, workers=workers)
            read = _read(partial(gather, root, config, options, seen=seen), options, clock, means)
        understood = _relate(read, options, clock, cache)
        stack.pop_all()  # texts are read from it to the very end; a failure closes it here, and keeps what there is
    return understood


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What every article is by itself."""

    gathered: Gathered
    surveyed: stages.Surveyed
    learned: tuple[LearnedLine, ...]
    cleaned: Sequence[CleanRow]
    articles: stages.Articles
    taught: stages.Taught
    rows: Sequence[ArticleRow]


def _read(
    gathering: Callable[..., Gathered], options: Options, clock: Clock, means: Callable[..., stages.Means]
) -> _Read:
    """Article by article: pure functions of one original and its outlet's furniture, cached by what they read."""
    with clock("ingest") as tick:
        gathered = gathering(partial(means, tick=tick))
        config, library = gathered.config, gathered.library
    with clock("survey") as tick:
        surveyed = stages.survey_all(gathered.originals, library, means(tick=tick))
        learned = stages.learned_lines(gathered.originals, surveyed, config, library, means(tick=tick))
    with clock("clean") as tick:
        results, articles = stages.clean_all(gathered.originals, surveyed.repeats, config, library, means(tick=tick))
        gathered, cleaned = settle(gathered, results, latest_day())
        gathered = strictly(gathered, options)
    with clock("analyze") as tick:
        analyses = stages.analyze_all(cleaned, articles, config, means(tick=tick))
    with clock("sketch") as tick:
        sketches = stages.sketch_all(cleaned, articles, means(tick=tick))
    with uncollected(), clock("score") as tick:
        vocabulary = topics.load_vocabulary(config.topics, config.stories, config.learned)
        scores = stages.score_all(cleaned, articles, vocabulary, means(tick=tick))
    with uncollected(), clock("learn") as tick:
        taught = stages.learn_all(cleaned, articles, scores, vocabulary, means(tick=tick))
    pairs = zip(gathered.originals, cleaned, strict=True)
    with uncollected():
        rows = [stages.row_of(*parts, config) for parts in zip(pairs, analyses, sketches, strict=True)]
    return _Read(
        gathered=gathered,
        surveyed=surveyed,
        learned=learned,
        cleaned=cleaned,
        articles=articles,
        taught=taught,
        rows=rows,
    )


def _relate(read: _Read, options: Options, clock: Clock, cache: Cache) -> Understood:
    """The whole archive at once, as small rows: who is who, what is filed where, what belongs together."""
    gathered, rows, articles, taught = read.gathered, read.rows, read.articles, read.taught
    config, live = gathered.config, permalinks.live_ids(gathered.locked)
    own = {*config.topics.topics, *config.stories.stories}
    with clock("resolve"):
        identities = resolution.resolve(rows, config, live, permalinks.settled_people(gathered.locked))
    with uncollected(), clock("topics"):
        filed = filing.file_all(rows, articles, identities.entities, taught, cache)
        doubts = topics.filing_warnings(rows, taught.vocabulary, filed.filings, own)
    with uncollected(), clock("stories"):
        version_of = archive.versions({row.id: row for row in rows})
        told = [row for row in rows if row.id not in version_of]  # a story that is printed everywhere is told once
        found = stages.propose_all(told, identities.entities, taught, cache)
        settled = topics.settle(found, live["story"] - own, told, taught.words)
        settled = topics.sparing(settled, identities.private)
        filed = filing.open_stories(filed, settled, articles, live["story"], config)
    with uncollected(), clock("relate"):
        findings = archive.Findings(
            resolution=identities, topics=filed.subjects, filings=filed.filings, version_of=version_of
        )
        whole = archive.relate(rows, findings, config)
        whole = archive.with_differences(whole, articles.__getitem__)
        links = permalinks.assign(gathered.locked, archive.wishes(whole, config, live), today=today())
    cache.commit()
    return Understood(
        gathered=gathered,
        cache=cache,
        cleaned=articles,
        rows=tuple(read.cleaned),
        archive=whole,
        warnings=(
            *(warning for clean in read.cleaned for warning in clean.warnings),
            *(stages.idle_rules(gathered.originals, read.cleaned, config) if options.sample is None else ()),
            *stages.unread_languages(read.cleaned, config),
            *identities.warnings,
            *doubts,
        ),
        links=links,
        filed=filed,
        furniture=read.surveyed.furniture,
        learned=read.learned,
    )


def foresee(understood: Understood, config: SiteConfig) -> Understood:
    """The archive as it would be if the maintainers had decided about people as ``config`` says.

    Only resolution and addresses are made anew, from what was understood: no original is read, nothing is written.
    """
    locked, before = understood.gathered.locked, understood.archive
    live = permalinks.live_ids(locked)
    identities = resolution.resolve(before.articles.values(), config, live, permalinks.settled_people(locked))
    whole = replace(
        before,
        entities=identities.entities,
        surnames=identities.surnames,
        private=identities.private,
        held=identities.held,
    )
    return replace(
        understood,
        gathered=replace(understood.gathered, config=config),
        archive=whole,
        warnings=identities.warnings,
        links=permalinks.assign(locked, archive.wishes(whole, config, live), today=today()),
    )
