"""``clipfile check``: configuration and content, in seconds, without a language model."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from generator import pipeline, topics
from generator.commands import options
from generator.commands.progress import bars
from generator.progress import Clock


@click.command("check")
@options.archive
@click.option("--strict", is_flag=True, help="Fail if an original cannot be read, unless archive.yml accepts it.")
@options.as_json
def command(root: Path, *, strict: bool, as_json: bool) -> None:
    """Check site_config/, mkdocs.yml, metadata and whether every original can be read.

    Every mistake is named with its file, line, key and remedy. Nothing is written.
    """
    with bars() as progress:
        gathered = pipeline.look(root, pipeline.Options(strict=strict), Clock(progress))
    config = gathered.config
    vocabulary = topics.load_vocabulary(config.topics, config.stories, config.learned)
    warnings = (*gathered.warnings, *topics.outgrown_warnings(vocabulary))
    if as_json:
        found = {
            "originals": len(gathered.originals),
            "quarantined": gathered.quarantined,
            "warnings": warnings,
        }
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
        return
    for refused in gathered.quarantined:
        click.echo(f"{'accepted' if refused.accepted else 'quarantined'}: {refused.path}: {refused.reason}")
    for warning in warnings:
        click.echo(f"warning: {warning}")
    number = len(gathered.originals)
    originals = "1 original" if number == 1 else f"{number} originals"
    click.echo(f"{originals} can be read; the configuration is right.", err=True)
