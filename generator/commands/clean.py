"""``clipfile clean``: cleaning alone, for any file or folder, inside an archive or not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

import click

from generator import ingest
from generator.cleaning import clean, export, survey
from generator.commands.progress import bars
from generator.config import default_site_config, load_site_config
from generator.config.schema import SiteConfig
from generator.errors import ContentError
from generator.model import Furniture, Original, Passed, Quarantined
from generator.progress import Clock, Ticker
from generator.stages import cleaning_settings
from generator.store.report import counted
from generator.text.slugs import words_slug


@click.command("clean")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for the Markdown files.")
@click.option(
    "-C",
    "--directory",
    "root",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Use the rules of the archive in this folder. Without it, none are needed.",
)
def command(paths: tuple[Path, ...], out: Path | None, root: Path | None) -> None:
    """Clean files or folders: one Markdown file with front matter an article.

    Lines that repeat over the files given together are learned as furniture, so a whole folder is cleaned better than
    its files one by one. Without --out a single article is printed on standard output.
    """
    config = load_site_config(root) if root else default_site_config()
    with bars() as progress, Clock(progress)("clean") as tick:
        read = [found for path in paths for found in _read(path, config)]
        originals = [found for found in read if isinstance(found, Original)]
        quarantined = [found for found in read if isinstance(found, Quarantined)]
        cleaned = dict(_cleaned(originals, config, quarantined, tick))
    if out is None and len(originals) > 1:
        raise click.UsageError(f"{len(originals)} articles do not fit on standard output: name a folder with --out.")
    names = _names([original for original in originals if _place(original) in cleaned])
    for original in originals:
        if (text := cleaned.get(_place(original))) is not None:
            _put(text, out and out / names[_place(original)])
    for found in quarantined:
        click.echo(f"quarantined: {found.path}: {found.reason}", err=True)
    if line := counted(found for found in read if isinstance(found, Passed)):
        click.echo(line, err=True)
    if out is not None:
        click.echo(f"{len(cleaned)} articles in {out}", err=True)
    if quarantined:
        raise SystemExit(1)


def _read(path: Path, config: SiteConfig) -> Iterator[Original | Quarantined | Passed]:
    """The originals of a file or folder, named by their place below it."""
    if path.is_dir():
        files, context = ingest.discover(path), ingest.make_context(path, config, {})
    else:
        files = (ingest.SourceFile(name=path.name, path=path, size=path.stat().st_size),)
        context = ingest.IngestContext(config=config)
    for file in files:
        yield from ingest.read(file, context)


def _cleaned(
    originals: Sequence[Original], config: SiteConfig, quarantined: list[Quarantined], tick: Ticker
) -> Iterator[tuple[str, str]]:
    """Place of each original and the Markdown of its article; what cannot be cleaned joins the quarantined."""
    furniture = _furniture(originals)
    for original in tick(originals, len(originals)):
        settings = cleaning_settings(config, original.outlet.key)
        try:
            article = clean(original, furniture[original.outlet.key], settings)
        except ContentError as error:
            quarantined.append(ingest.quarantine(original, str(error), config))
        else:
            yield _place(original), export.markdown_of(original, article)


def _furniture(originals: Iterable[Original]) -> dict[str, Furniture]:
    lines: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for original in originals:
        lines[original.outlet.key][_place(original)] = survey.lines_of(original)
    return {outlet: survey.furniture(outlet, found) for outlet, found in lines.items()}


def _place(original: Original) -> str:
    """File and record: what tells two originals of one call apart."""
    return f"{original.origin.path}#{original.origin.record or ''}"


def _names(originals: Sequence[Original]) -> Mapping[str, str]:
    """Place of each original -> path of its Markdown: sub-folders and stem, the whole name where stems are equal."""
    stems = Counter(_stem(original) for original in originals)
    return {
        _place(original): f"{_stem(original) if stems[_stem(original)] == 1 else _full_name(original)}.md"
        for original in originals
    }


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
