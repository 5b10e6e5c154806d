"""``clipfile clean``: cleaning alone, for any file or folder, inside an archive or not."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import click
import msgspec

from generator import ingest
from generator.cleaning import export, without_future
from generator.commands.progress import bars
from generator.config import default_site_config, load_site_config
from generator.config.schema import SiteConfig
from generator.days import latest_day
from generator.model import OriginalRow, Passed, Quarantined, Unsure
from generator.progress import Clock
from generator.stages import (
    Cleaned,
    clean_one,
    cleaned_all,
    cleaning_settings,
    lines_of_all,
    surveyed,
    unsure,
    workers_for,
)
from generator.store.report import counted, sureness
from generator.text.slugs import words_slug
from generator.workers import Workers

_SHOWN = 20
"""Records of one file that are named one by one."""


@click.command("clean")
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(exists=True, allow_dash=True, path_type=Path)
)
@click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the Markdown files; - for standard output.",
)
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
    out = None if out == Path("-") else out
    with TemporaryDirectory() as folder, workers_for(config) as workers, bars() as progress:
        desk = _Desk(workers, Clock(progress), [_library(_at(path, Path(folder)), config) for path in paths])
        read = desk.read()
        found = [one for of in read for one in of]
        originals, rivalries = ingest.settle([row for one in found for row in one.originals], {})
        if out is None and not as_json and len(originals) > 1:
            raise click.UsageError(
                f"{len(originals)} articles do not fit on standard output: name a folder with --out, or ask for --json."
            )
        names, refused, written, warnings = _names(originals), list[Quarantined](), 0, [*rivalries]
        certainties: list[tuple[OriginalRow, float | None]] = []
        with desk.clock("clean") as tick:
            for original, result in tick(desk.cleaned(originals, read, config), len(originals)):
                if result.article is None:
                    refused.append(ingest.quarantine(original, result.refused, config))
                    continue
                written += 1
                article = without_future(result.article, original, latest_day())
                warnings += article.warnings
                certainties.append((original, article.certainty))
                if as_json:
                    click.echo(msgspec.json.encode(article))
                if out is not None or not as_json:
                    _put(export.markdown_of(original, article), out and out / names[original.id])
    quarantined = [*(one for of in found for one in of.quarantined), *refused]
    _report(warnings, quarantined, [one for of in found for one in of.passed])
    _tell_unsure(unsure(certainties))
    if out is not None:
        click.echo(f"{written} articles in {out}", err=True)
    if quarantined:
        raise SystemExit(1)


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where files are read and cleaned, a text at a time: one library for each path of the call."""

    workers: Workers
    clock: Clock
    libraries: Sequence[ingest.Library]

    def read(self) -> list[list[ingest.Found]]:
        """What the files of each library hold."""
        total = sum(len(library.files) for library in self.libraries)
        with self.clock("read") as tick:
            surveys = (library.survey(library.files, self.workers) for library in self.libraries)
            ticks = tick(((number, found) for number, of in enumerate(surveys) for _, found in of), total)
            read: list[list[ingest.Found]] = [[] for _ in self.libraries]
            for number, found in ticks:
                read[number].append(found)
        return read

    def cleaned(
        self, originals: Sequence[OriginalRow], read: Sequence[Sequence[ingest.Found]], config: SiteConfig
    ) -> Iterator[tuple[OriginalRow, Cleaned]]:
        """What became of each original, file by file."""
        owners = {_place(row): number for number, of in enumerate(read) for one in of for row in one.originals}
        shares: list[list[OriginalRow]] = [[] for _ in self.libraries]
        for row in originals:
            shares[owners[_place(row)]].append(row)
        work = list(zip(self.libraries, shares, strict=True))
        lines = {
            share[place].id: lines
            for library, share in work
            for place, lines in lines_of_all(share, library, self.workers)
        }
        learned = surveyed(originals, [lines[row.id] for row in originals])
        repeats = {row.id: known for row, known in zip(originals, learned.repeats, strict=True)}
        clean_pair = partial(clean_one, settings=cleaning_settings(config))
        for library, share in work:
            pairs = [(row, repeats[row.id]) for row in share]
            for place, result in cleaned_all(clean_pair, pairs, library, self.workers):
                yield share[place], result


def _place(row: OriginalRow) -> tuple[str, int, str]:
    return row.origin.path, row.place, row.digest


def _at(path: Path, folder: Path) -> Path:
    """The path, or for ``-`` a file in the folder that holds what came by standard input."""
    if str(path) != "-":
        return path
    held = folder / "stdin"
    held.write_bytes(sys.stdin.buffer.read())
    return held


def _library(path: Path, config: SiteConfig) -> ingest.Library:
    """The originals of a file or folder, named by their place below it."""
    if path.is_dir():
        return ingest.Library.of(ingest.discover(path), ingest.make_context(path, config, {}))
    return ingest.Library.of((ingest.source_file(path),), ingest.IngestContext(config=config))


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


def _tell_unsure(those: Sequence[Unsure]) -> None:
    for one in those[:_SHOWN]:
        click.echo(f"unsure: {sureness(one)}", err=True)
    if len(those) > _SHOWN:
        click.echo(f"unsure: … and {len(those) - _SHOWN:,} more texts", err=True)


def _record(found: Quarantined) -> str:
    return f" (record {found.record})" if found.record else ""


def _names(originals: Sequence[OriginalRow]) -> dict[str, str]:
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


def _stem(original: OriginalRow) -> str:
    return _with_record(str(PurePosixPath(original.origin.path).with_suffix("")), original)


def _full_name(original: OriginalRow) -> str:
    return _with_record(original.origin.path, original)


def _with_record(name: str, original: OriginalRow) -> str:
    return f"{name}-{words_slug(original.origin.record)}" if original.origin.record else name


def _put(text: str, path: Path | None) -> None:
    if path is None:
        click.echo(text, nl=False)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
