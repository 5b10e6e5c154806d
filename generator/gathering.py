"""The originals of an archive, and what is decided about them before they are read: the build's first stage."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator import cleaning, ingest, stages, topics
from generator.config import load_site_config
from generator.config.schema import SiteConfig
from generator.errors import ContentError
from generator.model import (
    CleanRow,
    Original,
    OriginalRow,
    Passed,
    Quarantined,
)
from generator.options import Options
from generator.progress import Clock
from generator.store import permalinks, unchanged
from generator.store.cache import Cache
from generator.store.permalinks import Permalinks
from generator.workers import Overrun

ARTICLES = Path("content", "articles")
"""The originals."""
PAGES = Path("content", "pages")
"""What people have written for the site."""
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
        ContentError: as ``strictly``, or an original changes while it is read.
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
        warnings=(*locked.warnings, *context.warnings, *told, *warnings, *_astray(root)),
        passed=tuple(record for one in found for record in one.passed),
    )
    return strictly(gathered, options)


def _astray(root: Path) -> tuple[str, ...]:
    """A maintainer's first trap: originals beside the folder of originals, where no build looks."""
    beside = ingest.astray(root / ARTICLES, root / PAGES)
    if not beside:
        return ()
    first, more = beside[0].relative_to(root).as_posix(), len(beside) - 1
    lies, them = (f"{first} and {_files(more)} lie", "them") if more else (f"{first} lies", "it")
    return (f"{lies} beside {ARTICLES.as_posix()}/, where alone originals are read; move {them} into that folder.",)


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
        f"{min(paths)}{f' and {_files(len(paths) - 1)}' if len(paths) > 1 else ''}: {warning}"
        for warning, paths in sorted(files.items(), key=lambda item: (min(item[1]), item[0]))
    )


def _files(more: int) -> str:
    return "1 more file" if more == 1 else f"{more} more files"


def _sample(files: tuple[ingest.SourceFile, ...], number: int | None) -> tuple[ingest.SourceFile, ...]:
    """Every so manieth file, so that all folders are seen."""
    return files if number is None else files[:: max(1, len(files) // number)][:number]


def settle(gathered: Gathered, results: Sequence[CleanRow], day: str) -> tuple[Gathered, list[CleanRow]]:
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


def strictly(gathered: Gathered, options: Options) -> Gathered:
    """The same.

    Raises:
        ContentError: an original cannot be read, nobody has accepted that, and ``options.strict`` is set.
    """
    refused = [found for found in gathered.quarantined if not found.accepted]
    if options.strict and refused:
        names = "\n".join(f"  {found.path}: {found.reason}" for found in refused)
        raise ContentError(
            f"{len(refused)} originals cannot be read (--strict):\n{names}\n"
            "Mend them, or accept them by path and hash under accept_quarantine in site_config/archive.yml."
        )
    return gathered
