"""The way of the data: ``build`` tells the whole story, and nobody else knows the order."""

from __future__ import annotations

import os
from collections.abc import Iterator
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
from generator.options import Options
from generator.progress import Clock, Progress
from generator.store import permalinks, unchanged
from generator.store.permalinks import Permalinks
from generator.store.report import Report, last_maker, write_report
from generator.store.standing import read_stand, stand_of, without
from generator.store.version import code_digest
from generator.understanding import PERMALINKS, Understood, foresee, look, understand

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
        config, locked, links = understood.gathered.config, understood.gathered.locked, understood.links
        _refuse_changes(locked, links, options)

        maker = _maker(config)
        upgraded = last_maker(out / "report") not in {"", maker}
        changes = _changes(out / "data", understood) if upgraded else ()
        with uncollected(), clock("publish"):
            published = _publish(root, understood)
        site, files = None, dict[str, os.stat_result]()
        if options.site:
            with uncollected(), clock("render"):
                before = rendering.current_site(out)
                epoch, to = _newest(links), generation.path
                if options.plain:
                    rendering.render_plainly(root, to, epoch=epoch)
                else:
                    rendering.render(root, to, epoch=epoch, before=before, digests=published.sources)
                # build/public holds what of the data strangers may see; it lies over the whole data.
                for folder, to in ((out / "data", generation.path / "data"), (out / "public", generation.path)):
                    rendering.lay_all(folder, to)
            with uncollected(), clock("search"):
                found = _findable(understood, published)
                settings = rendering.Settings(config.archive.language, config.archive.few_files)
                rendering.index(generation.path, found, settings, before=before)
            with uncollected(), clock("gate"):
                to, files = generation.path, rendering.files_in(generation.path)
                checked = rendering.check(to, files, site_url=config.site.url, permalinks=links, before=before)
                files |= rendering.write_headers(to, checked.inline)
                if options.is_for_readers:
                    now = len(understood.archive.articles)
                    rendering.check_size(before=_count(locked), now=now, allow_shrink=options.allow_shrink)
            with clock("swap"):
                site = rendering.publish(generation)
                if options.is_for_readers:
                    permalinks.write(links, root / PERMALINKS)
    weight = rendering.weigh(files)
    report = Report(
        site=str(site) if site else None,
        articles=len(understood.archive.articles),
        pages=published.pages,
        files=weight.files,
        bytes=weight.bytes,
        quarantined=understood.gathered.quarantined,
        passed=understood.gathered.passed,
        warnings=(*understood.gathered.warnings, *understood.warnings, *published.warnings),
        new_addresses=permalinks.diff(locked, links) if options.is_for_readers else (),
        learned=understood.learned,
        made_by=maker,
        changes=changes,
        computed=clock.computed,
        seconds=clock.seconds,
        cpu=clock.cpu,
    )
    if options.sample is None:
        understood.cache.remember(today(), stages.codes())
    understood.cache.close()
    write_report(report, out / "report")
    _write_stories(understood, out / "report")
    write_schemas(out / "schemas")
    if options.site and options.is_for_readers:
        unchanged.remember(root, options, {**seen, **unchanged.seen_now(root, PERMALINKS)}, files)
    return report


def _publish(root: Path, understood: Understood) -> publishing.Published:
    out, links = root / "build", understood.links
    context = publishing.PublishContext(out=out, pages=root / "content" / "pages", registry=links.lines)
    addresses = {
        (str(kind), identifier): address for (kind, identifier), address in permalinks.addresses(links).items()
    }
    return publishing.publish(
        understood.archive, understood.cleaned.__getitem__, addresses, understood.gathered.config, context
    )


def _findable(understood: Understood, published: publishing.Published) -> Iterator[rendering.Findable]:
    """The pages of articles; of a story that was printed more than once that of its best copy."""
    archive, addresses = understood.archive, permalinks.addresses(understood.links)
    for identifier, row in archive.articles.items():
        if identifier not in archive.version_of:
            day = row.published.date if row.published else ""
            yield rendering.Findable(addresses["article", identifier], day, published.searched[identifier])


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


def _newest(links: Permalinks) -> int:
    """Seconds since 1970 of the day on which the newest page was added: what the sitemap says."""
    newest = max((line.added for line in links), default="1970-01-01")
    return int(datetime.fromisoformat(newest).replace(tzinfo=UTC).timestamp())


def _count(links: Permalinks) -> int:
    return sum(1 for line in links if line.kind == "article" and line.state == "live")
