"""``clipfile clean``: cleaning alone, for any file or folder, inside an archive or not."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import click
import msgspec

from generator import ingest
from generator.cleaning import export
from generator.commands.progress import bars
from generator.config import default_site_config, load_site_config
from generator.config.schema import SiteConfig
from generator.model import Original, Passed, Quarantined
from generator.progress import Clock
from generator.stages import (
    Cleaned,
    clean_one,
    cleaned_by,
    cleaning_settings,
    lines_of_all,
    surveyed,
    workers_for,
)
from generator.store.report import counted
from generator.text.slugs import words_slug
from generator.workers import Workers

_BATCH = 64
_SHOWN = 20
"""Records of one file that are named one by one."""


@click.command("clean")
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(exists=True, allow_dash=True, path_type=Path)
)
@click.option("-o", "--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for the Markdown files.")
@click.option(
    "-C",
    "--directory",
    "root",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Use the rules of the archive in this folder. Without it, none are needed.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON an article on standard output.")
def command(paths: tuple[Path, ...], out: Path | None, root: Path | None, *, as_json: bool) -> None:
    """Clean files or folders: one Markdown file with front matter an article.

    Lines that repeat over the files given together are learned as furniture, so a whole folder is cleaned better than
    its files one by one. Without --out a single article is printed on standard output; `-` reads one from standard
    input.
    """
    config = load_site_config(root) if root else default_site_config()
    with TemporaryDirectory() as folder, workers_for(config) as workers, bars() as progress:
        clock = Clock(progress)
        with clock("read") as tick:
            read = [found for path in paths for found in tick(_read(_at(path, Path(folder)), config, workers))]
        originals, warnings = ingest.settle([found for found in read if isinstance(found, Original)], {})
        if out is None and not as_json and len(originals) > 1:
            raise click.UsageError(
                f"{len(originals)} articles do not fit on standard output: name a folder with --out, or ask for --json."
            )
        with clock("clean") as tick:
            cleaned = list(zip(originals, tick(_cleaned(originals, config, workers), len(originals)), strict=True))
    articles = [(original, result.article) for original, result in cleaned if result.article]
    names = _names([original for original, _ in articles])
    for original, article in articles:
        if as_json:
            click.echo(msgspec.json.encode(article))
        if out is not None or not as_json:
            _put(export.markdown_of(original, article), out and out / names[original.id])
    refused = [ingest.quarantine(original, result.refused, config) for original, result in cleaned if result.refused]
    quarantined = [*(found for found in read if isinstance(found, Quarantined)), *refused]
    _report(warnings, quarantined, [found for found in read if isinstance(found, Passed)])
    if out is not None:
        click.echo(f"{len(articles)} articles in {out}", err=True)
    if quarantined:
        raise SystemExit(1)


def _at(path: Path, folder: Path) -> Path:
    """The path, or for ``-`` a file in the folder that holds what came by standard input."""
    if str(path) != "-":
        return path
    held = folder / "stdin"
    held.write_bytes(sys.stdin.buffer.read())
    return held


def _read(path: Path, config: SiteConfig, workers: Workers) -> Iterator[Original | Quarantined | Passed]:
    """The originals of a file or folder, named by their place below it."""
    if path.is_dir():
        files, context = ingest.discover(path), ingest.make_context(path, config, {})
    else:
        files = (ingest.SourceFile(name=path.name, path=path, size=path.stat().st_size),)
        context = ingest.IngestContext(config=config)
    for found in ingest.read_all(files, context, workers):
        yield from found


def _cleaned(originals: Sequence[Original], config: SiteConfig, workers: Workers) -> Iterator[Cleaned]:
    """What became of each original, in their order."""
    known = surveyed(originals, lines_of_all(originals, workers))
    clean_pair = partial(clean_one, settings=cleaning_settings(config))
    pairs = list(zip(originals, known.repeats, strict=True))
    for start in range(0, len(pairs), _BATCH):
        yield from cleaned_by(clean_pair, pairs[start : start + _BATCH], workers)


def _report(warnings: Iterable[str], quarantined: Iterable[Quarantined], passed: Iterable[Passed]) -> None:
    lines = [f"warning: {warning}" for warning in warnings]
    for file, refused in groupby(quarantined, key=lambda found: found.path):
        found = list(refused)
        shown = [one for number, one in enumerate(found) if number < _SHOWN or one.record is None]
        lines += [f"quarantined: {file}{_record(one)}: {one.reason}" for one in shown]
        if len(found) > len(shown):
            lines.append(f"quarantined: {file}: … and {len(found) - len(shown):,} more records")
    for line in lines:
        click.echo(line, err=True)
    if line := counted(passed):
        click.echo(line, err=True)


def _record(found: Quarantined) -> str:
    return f" (record {found.record})" if found.record else ""


def _names(originals: Sequence[Original]) -> dict[str, str]:
    """Id of each original -> path of its Markdown: sub-folders and stem, the whole name where stems are equal.

    Where two folders of one call hold the same name, the later article's path ends in a number: none is written over.
    """
    stems = Counter(_stem(original) for original in originals)
    taken: Counter[str] = Counter()
    names = {}
    for original in originals:
        name = _stem(original) if stems[_stem(original)] == 1 else _full_name(original)
        taken[name] += 1
        names[original.id] = f"{name}.md" if taken[name] == 1 else f"{name}-{taken[name]}.md"
    return names


def _stem(original: Original) -> str:
    return _with_record(str(PurePosixPath(original.origin.path).with_suffix("")), original)


def _full_name(original: Original) -> str:
    return _with_record(original.origin.path, original)


def _with_record(name: str, original: Original) -> str:
    return f"{name}-{words_slug(original.origin.record)}" if original.origin.record else name


def _put(text: str, path: Path | None) -> None:
    if path is None:
        click.echo(text, nl=False)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
