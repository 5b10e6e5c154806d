"""The way of the data: ``build`` tells the whole story, and nobody else knows the order."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from generator import archive, filing, ingest, language, publishing, rendering, resolution, stages, topics
from generator.archive import telling
from generator.archive.changes import compare
from generator.config import load_site_config
from generator.config.schema import SiteConfig
from generator.config.schema_json import write_schemas
from generator.errors import ContentError, LockedError
from generator.model import (
    Archive,
    CleanArticle,
    Furniture,
    LearnedLine,
    Original,
    Passed,
    Quarantined,
)
from generator.progress import Clock, Progress
from generator.store import permalinks
from generator.store.cache import Cache
from generator.store.permalinks import Permalinks
from generator.store.report import Report, last_maker, write_report
from generator.store.standing import read_stand, stand_of, without
from generator.store.version import code_digest

ARTICLES = Path("content", "articles")
"""The originals."""
PERMALINKS = Path("site_config", "permalinks.csv")
"""The one file under site_config/ that a build writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a caller may ask of a build."""

    site: bool = True
    """False: stop after build/data."""
    strict: bool = False
    """A quarantined original is an error unless archive.yml accepts it."""
    locked: bool = False
    """permalinks.csv must not change."""
    sample: int | None = None
    """Only so many originals, spread over the archive: a quick look; nothing is written to permalinks.csv."""
    allow_shrink: bool = False
    """More than 2 % of the articles may go."""
    plain: bool = False
    """MkDocs renders every page by itself."""
    preview: bool = False
    """The site is for the maintainer's eyes: no address is given for ever."""

    @property
    def is_for_readers(self) -> bool:
        """Whether the addresses of this build are kept for ever."""
        return self.sample is None and not self.preview


def build(root: Path, options: Options, progress: Progress) -> Report:
    """Build the archive in ``root``, publish it, and return what was done.

    Everything is made beside the site that readers see. Only when the next site has passed the gate does it take the
    old one's place, and only then are new addresses written to permalinks.csv.

    Raises:
        ClipfileError: configuration, content, rendering or the gate; the old site stands.
    """
    clock, out = Clock(progress), root / "build"
    with rendering.begin(out) as generation:
        understood = understand(root, options, clock)
        config, locked, links = understood.gathered.config, understood.gathered.locked, understood.links
        _refuse_changes(locked, links, options)

        maker = _maker(config)
        upgraded = last_maker(out / "report") not in {"", maker}
        changes = _changes(out / "data", understood) if upgraded else ()
        with clock("publish"):
            published = _publish(root, understood)
        site = None
        if options.site:
            with clock("render"):
                before = rendering.current_site(out)
                rendering.render(root, generation.path, epoch=_newest(links), before=before, plain=options.plain)
                # build/public holds what of the data strangers may see; it lies over the whole data.
                for folder, to in ((out / "data", generation.path / "data"), (out / "public", generation.path)):
                    shutil.copytree(folder, to, dirs_exist_ok=True)
            with clock("search"):
                rendering.index(generation.path, language=config.archive.language)
            with clock("gate"):
                rendering.check(generation.path, site_url=config.site.url, permalinks=links, before=before)
                if options.is_for_readers:
                    now = len(understood.archive.articles)
                    rendering.check_size(before=_count(locked), now=now, allow_shrink=options.allow_shrink)
            with clock("swap"):
                site = rendering.publish(generation)
                if options.is_for_readers:
                    permalinks.write(links, root / PERMALINKS)
    report = Report(
        site=str(site) if site else None,
        articles=len(understood.archive.articles),
        pages=published.pages,
        quarantined=understood.gathered.quarantined,
        passed=understood.gathered.passed,
        warnings=(*understood.gathered.warnings, *understood.warnings, *published.warnings),
        new_addresses=permalinks.diff(locked, links) if options.is_for_readers else (),
        learned=understood.learned,
        made_by=maker,
        changes=changes,
        computed=clock.computed,
        seconds=clock.seconds,
    )
    write_report(report, out / "report")
    _write_stories(understood, out / "report")
    write_schemas(out / "schemas")
    return report


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The originals, and under which decisions of the maintainers they are read."""

    config: SiteConfig
    locked: Permalinks
    """The addresses as they were committed."""
    originals: tuple[Original, ...]
    """Sorted by id."""
    quarantined: tuple[Quarantined, ...]
    warnings: tuple[str, ...]
    passed: tuple[Passed, ...] = ()
    """Records of web archives, mirrors and feeds that are no articles."""


def gather(root: Path, options: Options, clock: Clock) -> Gathered:
    """Read the configuration and every original; nothing is written.

    Raises:
        ClipfileError: the configuration is wrong, or an original cannot be read and ``options.strict`` is set.
    """
    config = load_site_config(root, default_topics=topics.default_keys())
    locked = permalinks.read(root / PERMALINKS)
    known = permalinks.known_ids(locked)
    with clock("ingest") as tick:
        context = ingest.make_context(root / ARTICLES, config, known)
        files = _sample(ingest.discover(root / ARTICLES), options.sample)
        with stages.workers_for(config) as workers:
            results = tick(ingest.read_all(files, context, workers), len(files))
            read = [found for of_file in results for found in of_file]
        originals, warnings = ingest.settle([found for found in read if isinstance(found, Original)], known)
    told = _told_once(originals)
    gathered = Gathered(
        config=config,
        locked=locked,
        originals=originals,
        quarantined=tuple(found for found in read if isinstance(found, Quarantined)),
        warnings=(*locked.warnings, *context.warnings, *told, *warnings),
        passed=tuple(found for found in read if isinstance(found, Passed)),
    )
    return _strictly(gathered, options)


def _told_once(originals: Sequence[Original]) -> tuple[str, ...]:
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
    cleaned: Mapping[str, CleanArticle]
    """By article id."""
    archive: Archive
    warnings: tuple[str, ...]
    links: Permalinks
    """The addresses as they are with this archive."""
    filed: filing.Filed
    furniture: Mapping[str, Furniture] = field(default_factory=dict)
    """Outlet key -> the lines that repeat over its originals."""
    learned: tuple[LearnedLine, ...] = ()
    """Furniture that was learned from repetition, and that maintainers may pin or refuse."""


def understand(root: Path, options: Options, clock: Clock) -> Understood:
    """Read, clean, analyze and file every original; nothing is written but the cache.

    Raises:
        ClipfileError: the configuration is wrong, or an original cannot be read and ``options.strict`` is set.
    """
    gathered = gather(root, options, clock)
    config, live = gathered.config, permalinks.live_ids(gathered.locked)

    # Article by article: pure functions of one original (and of its outlet's furniture), cached by what they read.
    with Cache(root / "build" / "cache" / "clipfile.sqlite") as cache, stages.workers_for(config) as workers:
        means = partial(stages.Means, cache=cache, workers=workers)
        with clock("survey") as tick:
            surveyed = stages.survey_all(gathered.originals, means(tick=tick))
            learned = stages.learned_lines(gathered.originals, surveyed, config, means(tick=tick))
        with clock("clean") as tick:
            results = stages.clean_all(gathered.originals, surveyed.repeats, config, means(tick=tick))
            gathered, cleaned = _settle(gathered, results)
            gathered = _strictly(gathered, options)
        with clock("analyze") as tick:
            analyses = stages.analyze_all(cleaned, config, means(tick=tick))
        with clock("score") as tick:
            vocabulary = topics.load_vocabulary(config.topics, config.stories, config.learned)
            scores = stages.score_all(cleaned, vocabulary, means(tick=tick))
        with clock("learn") as tick:
            taught = stages.learn_all(cleaned, scores, vocabulary, means(tick=tick))

    # From here on the whole archive is seen at once, as small rows.
    parts = zip(gathered.originals, cleaned, analyses, scores, strict=True)
    rows = [stages.row_of(*part, config) for part in parts]
    with clock("resolve"):
        identities = resolution.resolve(rows, config, live, permalinks.settled_people(gathered.locked))
    with clock("topics"):
        filed = filing.file_all(rows, cleaned, identities.entities, vocabulary, taught)
        own = {*config.topics.topics, *config.stories.stories}
        doubts = topics.filing_warnings(rows, vocabulary, filed.filings, own)
    with clock("stories"), Cache(root / "build" / "cache" / "clipfile.sqlite") as cache:
        found = stages.propose_all(rows, identities.entities, taught.words, cache)
        settled = topics.settle(found, live["story"] - own, rows, taught.words)
        filed = filing.open_stories(filed, settled, cleaned, live["story"], config)
    with clock("relate"):
        findings = archive.Findings(resolution=identities, topics=filed.subjects, filings=filed.filings)
        whole = archive.relate(rows, findings, config)
        whole = archive.with_differences(whole, {clean.id: clean for clean in cleaned}.__getitem__)
        links = permalinks.assign(gathered.locked, archive.wishes(whole, config, live), today=today())
    return Understood(
        gathered=gathered,
        cleaned={clean.id: clean for clean in cleaned},
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


def _settle(gathered: Gathered, results: Sequence[stages.Cleaned]) -> tuple[Gathered, list[CleanArticle]]:
    """The articles, and what was gathered without the originals out of which none could be cut."""
    pairs = list(zip(gathered.originals, results, strict=True))
    refused = tuple(
        ingest.quarantine(original, result.refused, gathered.config) for original, result in pairs if result.refused
    )
    kept = tuple(original for original, result in pairs if result.article)
    gathered = replace(gathered, originals=kept, quarantined=(*gathered.quarantined, *refused))
    return gathered, [result.article for result in results if result.article]


def _strictly(gathered: Gathered, options: Options) -> Gathered:
    refused = [found for found in gathered.quarantined if not found.accepted]
    if options.strict and refused:
        names = "\n".join(f"  {found.path}: {found.reason}" for found in refused)
        raise ContentError(
            f"{len(refused)} originals cannot be read (--strict):\n{names}\n"
            "Mend them, or accept them by path and hash under accept_quarantine in site_config/archive.yml."
        )
    return gathered


def _publish(root: Path, understood: Understood) -> publishing.Published:
    out, links = root / "build", understood.links
    context = publishing.PublishContext(out=out, pages=root / "content" / "pages", registry=links.lines)
    addresses = {
        (str(kind), identifier): address for (kind, identifier), address in permalinks.addresses(links).items()
    }
    return publishing.publish(
        understood.archive, understood.cleaned.__getitem__, addresses, understood.gathered.config, context
    )


def _write_stories(understood: Understood, folder: Path) -> None:
    """Lay the stories that the program proposes into ``folder``, in the form of stories.yml."""
    titles = {id_: row.title for id_, row in understood.archive.articles.items()}
    opened = {story.key for story in understood.filed.opened}
    (folder / "stories.yml").write_text(
        topics.stories_yaml(understood.filed.proposals, opened, titles), encoding="utf-8"
    )


def _maker(config: SiteConfig) -> str:
    """What decides on who is who and what is filed where: the code of its rooms, and the language model."""
    spoken = config.archive.language
    model = language.model_identity(spoken, config.archive.models.get(spoken))
    return f"{code_digest('cleaning', 'language', 'resolution', 'topics')[:16]} {model}".strip()


def _changes(data: Path, understood: Understood) -> tuple[str, ...]:
    """What became of everybody since the build whose open data is still there; private people are not named."""
    try:
        before = read_stand(data)
    except ContentError:
        return ()
    hidden = {key for person in understood.archive.private for key in (person.id, *person.aliases)}
    found = permalinks.addresses(understood.links)
    now = stand_of(understood.archive, {(str(kind), key): address for (kind, key), address in found.items()})
    return tuple(telling.lines(compare(without(before, "person", hidden), now)))


def _refuse_changes(locked: Permalinks, links: Permalinks, options: Options) -> None:
    if options.locked and (changes := permalinks.diff(locked, links)):
        lines = "\n".join(f"  {line}" for line in changes)
        raise LockedError(
            f"site_config/permalinks.csv would have to change (--locked):\n{lines}\n"
            "Build without --locked and commit the file."
        )


def today() -> str:
    """The day of this build (UTC), or of SOURCE_DATE_EPOCH: the only thing that a build takes from a clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), tz=UTC) if epoch else datetime.now(tz=UTC)
    return now.date().isoformat()


def _newest(links: Permalinks) -> int:
    """Seconds since 1970 of the day on which the newest page was added: what the sitemap says."""
    newest = max((line.added for line in links), default="1970-01-01")
    return int(datetime.fromisoformat(newest).replace(tzinfo=UTC).timestamp())


def _count(links: Permalinks) -> int:
    return sum(1 for line in links if line.kind == "article" and line.state == "live")
