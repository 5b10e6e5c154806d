"""``clipfile cache``: what earlier builds have remembered, and which of it nobody needs any more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import msgspec

from generator import stages
from generator.commands import options
from generator.store.cache import Cache

_BUILDS = 3


@click.group("cache", invoke_without_command=True)
@options.archive
@options.as_json
@click.pass_context
def command(context: click.Context, root: Path, *, as_json: bool) -> None:
    """Show what earlier builds have remembered: one line a stage.

    The cache only saves time: it may be deleted at any moment, and a damaged one is set aside by itself. A result is
    used again only where its input, its configuration and the code of its stage are the same.
    """
    if context.invoked_subcommand:
        return
    path = _path(root)
    if path is None:
        return
    with Cache(path) as cache:
        found, builds = cache.stats(stages.codes()), cache.builds()
    if as_json:
        _print({"file": str(path), "bytes": path.stat().st_size, "builds": builds, "stages": found})
        return
    click.echo(
        f"{'stage':<10}{'results':>10}{'bytes':>16}  {'last used':<12}{'by the last build':>18}{'by this code':>14}"
    )
    for one in found:
        now = one.used if one.is_current else 0
        click.echo(
            f"{one.stage:<10}{one.rows:>10,}{one.size:>16,}  {one.last_used or '-':<12}{one.used:>18,}{now:>14,}"
        )
    click.echo(f"{path}: {path.stat().st_size:,} bytes, used by {builds} builds. See clipfile cache prune.", err=True)


@command.command("prune")
@options.archive
@click.option(
    "--builds",
    type=click.IntRange(min=1),
    metavar="N",
    default=_BUILDS,
    show_default=True,
    help="Keep what any of the last N builds used.",
)
@click.option("--all", "everything", is_flag=True, help="Forget everything; the next build starts from the originals.")
@click.option("--dry-run", is_flag=True, help="Only say what would be forgotten.")
@options.as_json
def prune(root: Path, *, builds: int, everything: bool, dry_run: bool, as_json: bool) -> None:
    """Forget what the last builds did not use: results of originals, configurations and versions that are gone."""
    path = _path(root)
    if path is None:
        return
    before = path.stat().st_size
    with Cache(path) as cache:
        known = cache.builds()
        unwanted = cache.unused(0 if everything else builds) if known or everything else {}
        counts = {stage: len(keys) for stage, keys in sorted(unwanted.items())}
        if not as_json:
            _tell(counts, min(known, builds), dry_run=dry_run, everything=everything)
        if not dry_run:
            cache.drop(unwanted)
    if as_json:
        _print(
            {
                "forgotten": counts,
                "builds": min(known, builds),
                "dry_run": dry_run,
                "bytes_before": before,
                "bytes": path.stat().st_size,
            }
        )


def _tell(counts: dict[str, int], builds: int, *, dry_run: bool, everything: bool) -> None:
    """Say what goes, before it goes."""
    if not builds and not everything:
        click.echo("No build has noted yet what it uses: nothing is forgotten. Build once, or ask for --all.")
        return
    whose = "all results" if everything else f"results that the last {builds} builds did not use"
    click.echo(f"{'Would forget' if dry_run else 'Forgetting'} {whose}: {sum(counts.values()):,}")
    for stage, count in counts.items():
        click.echo(f"  {stage:<10}{count:>10,}")


def _path(root: Path) -> Path | None:
    path = root / "build" / "cache" / "clipfile.sqlite"
    if not path.exists():
        click.echo("No cache yet: the first build makes it.", err=True)
        return None
    return path


def _print(value: Any) -> None:
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())
