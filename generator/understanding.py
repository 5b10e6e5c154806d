"""From files to a whole archive: all that the program makes of the originals before a page is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from generator import archive, cleaning, filing, ingest, resolution, stages, topics
from generator.collecting import uncollected
from generator.config import load_site_config
from generator.config.schema import SiteConfig
from generator.days import latest_day, today
from generator.errors import ContentError
from generator.model import Archive, CleanRow, Furniture, LearnedLine, Original, OriginalRow, Passed, Quarantined
from generator.options import Options
from generator.progress import Clock
from generator.store import permalinks, unchanged
from generator.store.cache import Cache
from generator.store.permalinks import Permalinks
from generator.workers import Overrun

ARTICLES = Path("content", "articles")
"""The originals."""
Seen = Mapping[str, unchanged.Seen]
"""Path below the archive -> a file that a build may read."""
PERMALINKS = Path("site_config", "permalinks.csv")
"""The one file under site_config/ that a build writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The originals, and under which decisions of the maintainers they are read."""

    config: SiteConfig
    locked: Permalinks
    """The addresses as they were committed."""
    originals: tuple[OriginalRow, ...]
    """Sorted by id, without their texts."""
    library: ingest.Library
    """Where the texts are."""
    quarantined: tuple[Quarantined, ...]
    warnings: tuple[str, ...]
    passed: tuple[Passed, ...] = ()
    """Records of web archives, mirrors and feeds that are no articles."""

    def original(self, article: str) -> Original:
        """The original of an article, with its text.

        Raises:
            ContentError: its file has changed.
        """
        row = next(row for row in self.originals if row.id == article)
        with stages.workers_for(self.config) as workers:
            ((_, found),) = self.library.texts([row], workers)
        if isinstance(found, Overrun):
            raise ContentError(f"{row.origin.path} {found.reason}")
        return found


def gather(
    root: Path, config: SiteConfig, options: Options, means: Callable[..., stages.Means], seen: Seen | None = None
) -> Gathered:
    """Find every original and what is said of it; nothing is written but the cache.

    Args:
        root: the archive.
        config: its configuration.
        options: may ask for a sample of the files.
        means: what the stage works with, but for its ticker.
        seen: what was found when it was looked whether anything has changed.

    Raises:
        ContentError: an original cannot be read and ``options.strict`` is set, or it changes while it is read.
    """
    locked = permalinks.read(root / PERMALINKS)
    known = permalinks.known_ids(locked)
    context = ingest.make_context(root / ARTICLES, config, known)
    library = ingest.Library.of(_sample(ingest.discover(root / ARTICLES), options.sample), context)
    found = stages.ingest_all(library, means(), partial(_digest, seen or {}, len(str(root / ARTICLES))))
    originals, warnings = ingest.settle([row for one in found for row in one.originals], known)
    told = _told_once(originals)
    gathered = Gathered(
        config=config,
        locked=locked,
        originals=originals,
        library=library,
        quarantined=tuple(refused for one in found for refused in one.quarantined),
        warnings=(*locked.warnings, *context.warnings, *told, *warnings),
        passed=tuple(record for one in found for record in one.passed),
    )
    return _strictly(gathered, options)


def _digest(seen: Seen, start: int, file: ingest.SourceFile) -> str:
    """Digest of a file: as it was seen, without reading it again, or as it is."""
    known = seen.get(f"{ARTICLES.as_posix()}{str(file.path)[start:].replace(os.sep, '/')}")
    return known.digest.hex() if known else ingest.digest_of_file(file)


def look(root: Path, options: Options, clock: Clock) -> Gathered:
    """The configuration and every original, read and looked at; nothing is written at all.

    Raises:
        ClipfileError: the configuration is wrong, or as ``gather``.
    """
    config = load_site_config(root, default_topics=topics.default_keys())
    with Cache() as cache, stages.workers_for(config) as workers, clock("ingest") as tick:
        return gather(root, config, options, partial(stages.Means, cache=cache, workers=workers, tick=tick))


def _told_once(originals: Sequence[OriginalRow]) -> tuple[str, ...]:
    """What is wrong with originals, the same thing once: with the first of the files, and how many more there are."""
    files: dict[str, set[str]] = {}
    for original in originals:
        path = original.origin.path
        for warning in original.warnings:
            files.setdefault(warning.removeprefix(f"{path}: "), set()).add(path)
    return tuple(
        f"{min(paths)}{f' and {len(paths) - 1} more files' if len(paths) > 1 else ''}: {warning}"
        for warning, paths in sorted(files.items(), key=lambda item: (min(item[1]), item[0]))
    )


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
        understood = _understand(root, options, clock, (cache, seen))
        stack.pop_all()  # texts are read from it to the very end; a failure closes it here, and keeps what there is
    return understood


def _understand(root: Path, options: Options, clock: Clock, known: tuple[Cache, Seen | None]) -> Understood:
    cache, seen = known
    config = load_site_config(root, default_topics=topics.default_keys())

    # Article by article: pure functions of one original (and of its outlet's furniture), cached by what they read.
    with stages.workers_for(config, options.scheduler) as workers:
        means = partial(stages.Means, cache=cache, workers=workers)
        with clock("ingest") as tick:
            gathered = gather(root, config, options, partial(means, tick=tick), seen)
            library, live = gathered.library, permalinks.live_ids(gathered.locked)
        with clock("survey") as tick:
            surveyed = stages.survey_all(gathered.originals, library, means(tick=tick))
            learned = stages.learned_lines(gathered.originals, surveyed, config, library, means(tick=tick))
        with clock("clean") as tick:
            results, articles = stages.clean_all(
                gathered.originals, surveyed.repeats, config, library, means(tick=tick)
            )
            gathered, cleaned = _settle(gathered, results, latest_day())
            gathered = _strictly(gathered, options)
        with clock("analyze") as tick:
            analyses = stages.analyze_all(cleaned, articles, config, means(tick=tick))
        with clock("sketch") as tick:
            sketches = stages.sketch_all(cleaned, articles, means(tick=tick))
        with uncollected(), clock("score") as tick:
            vocabulary = topics.load_vocabulary(config.topics, config.stories, config.learned)
            scores = stages.score_all(cleaned, articles, vocabulary, means(tick=tick))
        with uncollected(), clock("learn") as tick:
            taught = stages.learn_all(cleaned, articles, scores, vocabulary, means(tick=tick))

    # From here on the whole archive is seen at once, as small rows.
    pairs = zip(gathered.originals, cleaned, strict=True)
    with uncollected():
        rows = [stages.row_of(*parts, config) for parts in zip(pairs, analyses, sketches, strict=True)]
    with clock("resolve"):
        identities = resolution.resolve(rows, config, live, permalinks.settled_people(gathered.locked))
    with uncollected(), clock("topics"):
        filed = filing.file_all(rows, articles, identities.entities, taught, cache)
        own = {*config.topics.topics, *config.stories.stories}
        doubts = topics.filing_warnings(rows, vocabulary, filed.filings, own)
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
        rows=tuple(cleaned),
        archive=whole,
        warnings=(
            *(warning for clean in cleaned for warning in clean.warnings),
            *(stages.idle_rules(gathered.originals, cleaned, config) if options.sample is None else ()),
            *stages.unread_languages(cleaned, config),
            *identities.warnings,
            *doubts,
        ),
        links=links,
        filed=filed,
        furniture=surveyed.furniture,
        learned=learned,
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


def _sample(files: tuple[ingest.SourceFile, ...], number: int | None) -> tuple[ingest.SourceFile, ...]:
    """Every so manieth file, so that all folders are seen."""
    return files if number is None else files[:: max(1, len(files) // number)][:number]


def _settle(gathered: Gathered, results: Sequence[CleanRow], day: str) -> tuple[Gathered, list[CleanRow]]:
    """The articles without dates after ``day``, and what was gathered without originals that held no article."""
    pairs = list(zip(gathered.originals, results, strict=True))
    refused = tuple(
        ingest.quarantine(original, result.refused, gathered.config) for original, result in pairs if result.refused
    )
    kept = [
        (original, cleaning.without_future(result, original, day)) for original, result in pairs if not result.refused
    ]
    originals = tuple(original for original, _ in kept)
    gathered = replace(gathered, originals=originals, quarantined=(*gathered.quarantined, *refused))
    return gathered, [result for _, result in kept]


def _strictly(gathered: Gathered, options: Options) -> Gathered:
    refused = [found for found in gathered.quarantined if not found.accepted]
    if options.strict and refused:
        names = "\n".join(f"  {found.path}: {found.reason}" for found in refused)
        raise ContentError(
            f"{len(refused)} originals cannot be read (--strict):\n{names}\n"
            "Mend them, or accept them by path and hash under accept_quarantine in site_config/archive.yml."
        )
    return gathered
