"""``clipfile diff OLD NEW``: what became of everybody between two builds."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from generator.archive import telling
from generator.archive.changes import compare
from generator.commands import options
from generator.errors import ClipfileError
from generator.store.standing import read_stand

_GENERATIONS = (("previous", "site"), ("site", "data"))
"""What is compared if nothing is named: the last two sites, or the site with what was built without one."""


@click.command("diff")
@click.argument("old", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("new", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@options.archive
@options.as_json
def command(old: Path | None, new: Path | None, root: Path, *, as_json: bool) -> None:
    """List who was merged, split, renamed, lost and is new between two builds, and which articles moved.

    OLD and NEW are folders of open data (build/data, a site, or a copy of either). Without them the site before is
    compared with the site of now; with OLD alone, OLD is compared with build/data.
    """
    before, after = _chosen(root, old, new)
    changes = compare(read_stand(before), read_stand(after))
    if as_json:
        report = {"old": str(before), "new": str(after), **telling.as_data(changes)}
        click.echo(msgspec.json.format(msgspec.json.encode(report), indent=2).decode())
        return
    shown = False
    for line in telling.lines(changes):
        click.echo(line)
        shown = True
    if not shown:
        click.echo(f"Nobody and nothing differs between {before} and {after}.", err=True)


def _chosen(root: Path, old: Path | None, new: Path | None) -> tuple[Path, Path]:
    build = root / "build"
    if old is not None:
        return old, new or build / "data"
    for before, after in _GENERATIONS:
        if (build / before).exists() and (build / after).exists():
            return build / before, build / after
    raise ClipfileError(f"{build} holds no two builds to compare. Name two folders of open data.")
