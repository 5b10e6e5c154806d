"""The way of the data: ``build`` tells the whole story, and nobody else knows the order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator import language, publishing, rendering, stages, topics
from generator.archive import telling
from generator.archive.changes import compare
from generator.collecting import uncollected
from generator.config.schema import SiteConfig
from generator.config.schema_json import write_schemas
from generator.days import today
from generator.errors import ContentError, LockedError
from generator.gathering import PAGES, PERMALINKS, look
from generator.options import Options
from generator.progress import Clock, Progress
from generator.store import permalinks, unchanged
from generator.store.permalinks import Permalinks
from generator.store.report import Report, last_maker, write_report
from generator.store.standing import read_stand, stand_of, without
from generator.store.version import code_digest
from generator.understanding import Understood, foresee, understand

__all__ = ["Options", "Understood", "build", "foresee", "look", "understand"]


def build(root: Path, options: Options, progress: Progress) -> Report:
    """Build the archive in ``root``, publish it, and return what was done.

    Everything is made beside the site that readers see. Only when the next site has passed the gate does it take the
    old one's place, and only then are new addresses written to permalinks.csv.

    Raises:
        ClipfileError: configuration, content, rendering or the gate; the old site stands.
    """
    clock, out = Clock(progress), root / "build"
    with rendering.begin(out) as generation:
        seen = unchanged.look(root)
        understood = understand(root, options, clock, seen)
        _refuse_changes(understood, options)
        changes = _changes(out, understood)
        with uncollected(), clock("publish"):
            published = _publish(root, understood)
        job = _Job(root=root, options=options, clock=clock, understood=understood, published=published)
        files = _make_site(job, generation) if options.site else {}
        site = _swap(job, generation) if options.site else None
    report = _report(job, site, files, changes)
    _keep(job, report)
    if options.site and options.is_for_readers:
        unchanged.remember(root, options, {**seen, **unchanged.seen_now(root, PERMALINKS)}, files)
    return report


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """One build, when its pages are written."""

    root: Path
    options: Options
    clock: Clock
    understood: Understood
    published: publishing.Published


def _make_site(job: _Job, generation: rendering.Generation) -> Mapping[str, os.stat_result]:
    """Make the next site beside the one that readers see, and return its files.

    Raises:
        GateError: it is not fit to be seen.
    """
    build, to = job.root / "build", generation.path
    links, before = job.understood.links, rendering.current_site(build)
    with uncollected(), job.clock("render"):
        if job.options.plain:
            rendering.render_plainly(job.root, to, epoch=_newest(links))
        else:
            rendering.render(job.root, to, epoch=_newest(links), before=before, digests=job.published.sources)
        # build/public holds what of the data strangers may see; it lies over the whole data.
        rendering.lay_all(build / "data", to / "data")
        rendering.lay_all(build / "public", to)
    config = job.understood.gathered.config
    with uncollected(), job.clock("search"):
        settings = rendering.Settings(config.archive.language, config.archive.few_files)
        rendering.index(to, _findable(job), settings, before=before)
    with uncollected(), job.clock("gate"):
        files = rendering.files_in(to)
        checked = rendering.check(to, files, site_url=config.site.url, permalinks=links, before=before)
        files |= rendering.write_headers(to, checked.inline)
        if job.options.is_for_readers:
            then, now = _count(job.understood.gathered.locked), len(job.understood.archive.articles)
            rendering.check_size(before=then, now=now, allow_shrink=job.options.allow_shrink)
    return files


def _swap(job: _Job, generation: rendering.Generation) -> Path:
    """Put the next site in the place of the one that readers see; its new addresses are kept."""
    with job.clock("swap"):
        site = rendering.publish(generation)
        if job.options.is_for_readers:
            permalinks.write(job.understood.links, job.root / PERMALINKS)
    return site


def _report(job: _Job, site: Path | None, files: Mapping[str, os.stat_result], changes: tuple[str, ...]) -> Report:
    gathered, understood, weight = job.understood.gathered, job.understood, rendering.weigh(files)
    return Report(
        site=str(site) if site else None,
        articles=len(understood.archive.articles),
        pages=job.published.pages,
        files=weight.files,
        bytes=weight.bytes,
        quarantined=gathered.quarantined,
        passed=gathered.passed,
        warnings=(*gathered.warnings, *understood.warnings, *job.published.warnings),
        unsure=stages.unsure(zip(gathered.originals, (row.certainty for row in understood.rows), strict=True)),
        new_addresses=permalinks.diff(gathered.locked, understood.links) if job.options.is_for_readers else (),
        learned=understood.learned,
        made_by=_maker(gathered.config),
        changes=changes,
        computed=job.clock.computed,
        seconds=job.clock.seconds,
        cpu=job.clock.cpu,
    )


def _keep(job: _Job, report: Report) -> None:
    """Close the cache, and lay what the program says of this build beside the site."""
    cache, out = job.understood.cache, job.root / "build"
    if job.options.sample is None:
        cache.remember(today(), stages.codes())
    cache.close()
    write_report(report, out / "report")
    _write_stories(job.understood, out / "report")
    write_schemas(out / "schemas")


def _publish(root: Path, understood: Understood) -> publishing.Published:
    out, links = root / "build", understood.links
    context = publishing.PublishContext(out=out, pages=root / PAGES, registry=links.lines)
    addresses = {
        (str(kind), identifier): address for (kind, identifier), address in permalinks.addresses(links).items()
    }
    return publishing.publish(
        understood.archive, understood.cleaned.__getitem__, addresses, understood.gathered.config, context
    )


def _findable(job: _Job) -> Iterator[rendering.Findable]:
    """The pages of articles; of a story that was printed more than once that of its best copy."""
    archive, addresses = job.understood.archive, permalinks.addresses(job.understood.links)
    for identifier, row in archive.articles.items():
        if identifier not in archive.version_of:
            day = row.published.date if row.published else ""
            yield rendering.Findable(addresses["article", identifier], day, job.published.searched[identifier])


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


def _changes(out: Path, understood: Understood) -> tuple[str, ...]:
    """What became of everybody where another program made the last build; private people are not named."""
    if last_maker(out / "report") in {"", _maker(understood.gathered.config)}:
        return ()
    try:
        before = read_stand(out / "data")
    except ContentError:
        return ()
    hidden = {key for person in understood.archive.private for key in (person.id, *person.aliases)}
    found = permalinks.addresses(understood.links)
    now = stand_of(understood.archive, {(str(kind), key): address for (kind, key), address in found.items()})
    return tuple(telling.lines(compare(without(before, "person", hidden), now)))


def _refuse_changes(understood: Understood, options: Options) -> None:
    if options.locked and (changes := permalinks.diff(understood.gathered.locked, understood.links)):
        lines = "\n".join(f"  {line}" for line in changes)
        raise LockedError(
            f"site_config/permalinks.csv would have to change (--locked):\n{lines}\n"
            "Build without --locked and commit the file."
        )


def _newest(links: Permalinks) -> int:
    """Seconds since 1970 of the day on which the newest page was added: what the sitemap says."""
    newest = max((line.added for line in links), default="1970-01-01")
    return int(datetime.fromisoformat(newest).replace(tzinfo=UTC).timestamp())


def _count(links: Permalinks) -> int:
    return sum(1 for line in links if line.kind == "article" and line.state == "live")
