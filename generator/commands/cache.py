"""``clipfile cache``: what earlier builds have remembered."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from generator.commands import options
from generator.store.cache import Cache


@click.command("cache")
@options.archive
@click.option("--clear", is_flag=True, help="Forget everything; the next build starts from the originals.")
@options.as_json
def command(root: Path, *, clear: bool, as_json: bool) -> None:
    """Show what earlier builds have remembered: one line a stage, with results and bytes.

    The cache only saves time: it may be deleted at any moment, and a damaged one is set aside by itself.
    """
    path = root / "build" / "cache" / "clipfile.sqlite"
    if not path.exists():
        click.echo("No cache yet: the first build makes it.", err=True)
        return
    with Cache(path) as cache:
        if clear:
            forgotten = cache.prune({stats.stage: set() for stats in cache.stats()})
            click.echo(f"Forgot {forgotten} results.", err=True)
            return
        stages = cache.stats()
    if as_json:
        click.echo(msgspec.json.encode(stages).decode())
        return
    for stats in stages:
        click.echo(f"{stats.stage:<10}{stats.rows:>10} results{stats.size:>14,} bytes")
