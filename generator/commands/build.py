"""``clipfile build``: the whole way, from originals to the published site."""

from __future__ import annotations

import gc
import re
import shlex
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click
import msgspec
from rich.console import Console

from generator.commands import options
from generator.commands.progress import bars
from generator.model import Quarantined
from generator.options import Options
from generator.store.report import Report, counted, sureness
from generator.store.unchanged import standing

_SHOWN = 20
_SELDOM = 100_000, 50, 100
"""How often Python looks for garbage in cycles: what a build makes stays, and to walk over all of it takes seconds."""
# With which a reason begins where a file holds many articles.
_OWN_NUMBER = re.compile(r"^(?:record|item|row) \d+ ")


@click.command("build")
@options.archive
@click.option("--no-site", is_flag=True, help="Stop after build/data: no pages, no search.")
@click.option("--strict", is_flag=True, help="Fail if an original cannot be read, unless archive.yml accepts it.")
@click.option("--locked", is_flag=True, help="Fail, printing the lines, if site_config/permalinks.csv would change.")
@click.option("--sample", type=click.IntRange(min=1), metavar="N", help="A quick look at N originals.")
@click.option("--allow-shrink", is_flag=True, help="Publish even if more than 2 % of the articles are gone.")
@click.option("--plain", is_flag=True, help="Have MkDocs render every page by itself: the same bytes, slower.")
@click.option("--force", is_flag=True, help="Build even if nothing has changed since the last build.")
@click.option("--scheduler", metavar="ADDRESS", help="Read, clean and analyze on the Dask cluster of this scheduler.")
@options.as_json
def command(root: Path, *, scheduler: str | None, as_json: bool, **asked: bool | int | None) -> None:
    """Build the archive: read, clean, analyze, file, render, check, publish.

    The new site takes the old one's place only when it is finished and has passed the check. What was built, skipped
    and quarantined is reported on standard error and in build/report/build.json.
    """
    if asked["locked"] and asked["sample"]:
        raise click.UsageError("--sample is a quick look and never locked: leave one of the two out.")
    wanted = Options(
        site=not asked["no_site"],
        strict=bool(asked["strict"]),
        locked=bool(asked["locked"]),
        sample=asked["sample"],
        allow_shrink=bool(asked["allow_shrink"]),
        plain=bool(asked["plain"]),
        scheduler=scheduler,
    )
    report = None if asked["force"] else standing(root, wanted)
    if report and not as_json:
        click.echo(f"Nothing has changed. {report.articles} articles; the site is in {report.site}.", err=True)
        return
    report = report or _build(root, wanted)
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(report), indent=2).decode())
    else:
        show(report, Console(stderr=True, highlight=False), root)


def _build(root: Path, wanted: Options) -> Report:
    from generator import pipeline  # noqa: PLC0415 - where nothing has changed, to load it would take the longest

    gc.freeze()
    gc.set_threshold(*_SELDOM)
    with bars() as progress:
        return pipeline.build(root, wanted, progress)


def show(report: Report, console: Console, root: Path) -> None:
    """Print a report for people, and how they look at the archive in ``root``."""
    total = sum(report.seconds.values())
    console.print(f"{report.articles:,} articles in {total:.1f} s.{_pages(report.pages)}")
    for line in _refusals(report.quarantined):
        console.print(f"  {line}", markup=False)
    if line := counted(report.passed):
        console.print(line, markup=False)
    _list(console, "warning", report.warnings)
    _list(console, "unsure", tuple(sureness(one) for one in report.unsure))
    if report.unsure:
        console.print("  `clipfile explain FILE` shows such a text beside its original, line by line.", markup=False)
    if report.learned:
        console.print(f"{len(report.learned)} lines repeat and were learned as furniture: build/report/furniture.yml.")
    if report.changes:
        console.print("Program or language model are others than those of the last build. Since then:")
        for line in report.changes:
            console.print(f"  {line}", markup=False)
    if report.new_addresses:
        console.print(f"{len(report.new_addresses)} lines of site_config/permalinks.csv are new: commit the file.")
    if report.site:
        weight = f"{report.files:,} files, {report.bytes / 1e6:.1f} MB"
        there = "" if root == Path() else f" -C {shlex.quote(str(root))}"
        console.print(f"The site is in {report.site} ({weight}). Look at it with:")
        console.print(f"  clipfile serve{there}", soft_wrap=True)


def _pages(counts: Mapping[str, int]) -> str:
    """The pages of a site by what they show, most first; of lists and other ways in only how many there are."""
    from generator.store.permalinks import ROOTS  # noqa: PLC0415 - not where nothing has changed

    plurals = {"year": "years"} | {str(kind): plural for kind, plural in ROOTS.items()}
    shown = sorted((-count, kind) for kind, count in counts.items() if kind in plurals)
    named = [f"{-count:,} {kind if count == -1 else plurals[kind]}" for count, kind in shown]
    others = sum(count for kind, count in counts.items() if kind not in plurals)
    named += [f"{others:,} others"] if others else []
    return f" Pages: {', '.join(named)}." if named else ""


def _refusals(quarantined: Iterable[Quarantined]) -> Iterator[str]:
    """What could not be read, a line for each file and reason however many of its records have it."""
    alike: dict[tuple[str, str, bool], list[Quarantined]] = defaultdict(list)
    for one in quarantined:
        alike[one.path, _OWN_NUMBER.sub("", one.reason), one.accepted].append(one)
    for (path, reason, accepted), those in alike.items():
        first = those[0]
        record = f" (record {first.record})" if first.record else ""
        told = f"{path}{record}: {first.reason}" if len(those) == 1 else f"{path}: {len(those)} records: {reason}"
        yield f"{'accepted' if accepted else 'quarantined'}: {told}"


def _list(console: Console, what: str, lines: tuple[str, ...]) -> None:
    for line in lines[:_SHOWN]:
        console.print(f"  {what}: {line}", markup=False)
    if len(lines) > _SHOWN:
        console.print(f"  … and {len(lines) - _SHOWN} more; all are in build/report/build.json")
