"""``clipfile judge VERB …``: decisions about people, with what they will change before anything is written."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO

import click
import msgspec

from generator import pipeline
from generator.commands import foreseeing, options, verdicts
from generator.commands.foreseeing import Outlook
from generator.commands.progress import bars
from generator.commands.verdicts import Directory, Signature
from generator.config.schema import Judgement
from generator.days import today
from generator.errors import ClipfileError
from generator.pipeline import Understood
from generator.progress import Clock
from generator.resolution.judgements import speaks_of
from generator.store import judgement_file

_UNDO = "undo"
_HELP = f"""Decide who is who: VERB and WORDS, names as they are seen on the site, or addresses of pages.

First it says what will change: pages, articles, addresses. Then it asks, and adds the decision to the end of
site_config/judgements.yml. Nothing is rendered; the next build shows it.

\b
VERB and its WORDS:
{"".join(f"  {verb:<13} {words}{chr(10)}" for verb, words in verdicts.VERBS.items())}\
  {_UNDO:<13} NAME… or --last: take back the newest decision about a name, or the last of the file

\b
Many at once: a decision a line, verb and words parted by tabs, from a file or (-) standard input; a cell that
begins with `why:` is its reason, and a line that begins with # is passed over.
  clipfile judge --from decisions.tsv --by "Ada Brook"
"""


@click.command("judge", help=_HELP)
@click.argument("verb", required=False, type=click.Choice([*verdicts.VERBS, _UNDO]), metavar="[VERB]")
@click.argument("words", nargs=-1)
@options.archive
@click.option("--why", default="", metavar="TEXT", help="The reason, for whoever comes after you.")
@click.option("--by", metavar="NAME", help="Whose decision it is. Default: the name that Git knows you by.")
@click.option("--rest", metavar="NAME", help="With split: the title of who keeps the other articles.")
@click.option("--from", "source", type=click.File(encoding="utf-8"), metavar="FILE", help="Decisions, one a line.")
@click.option("--last", is_flag=True, help="With undo: the last decision of the file.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
@options.as_json
def command(root: Path, verb: str | None, words: tuple[str, ...], *, as_json: bool, **asked: object) -> None:
    """Write decisions, after saying what they will change."""
    if bool(verb) == bool(asked["source"]):
        raise click.UsageError("Give a VERB and its WORDS, or --from FILE; `clipfile judge --help` lists the verbs.")
    with bars() as progress:
        understood = pipeline.understand(root, pipeline.Options(), Clock(progress))
    if verb == _UNDO:
        text = _undone(judgement_file.read_text(root), understood, words, last=bool(asked["last"]))
    else:
        made = _decided(verb, words, asked["source"], Directory(understood))  # type: ignore[arg-type]
        if asked["rest"]:
            made = [replace(one, rest=str(asked["rest"])) for one in made]
        by = str(asked["by"] or verdicts.git_user(str(root)))
        signature = Signature(who=by, when=today(), why=str(asked["why"]))
        text = judgement_file.with_added(judgement_file.read_text(root), [signature.put_under(one) for one in made])
    ahead = foreseeing.outlook(root, understood, text)
    write = not asked["dry_run"] and (bool(asked["yes"]) or not as_json)
    _tell(ahead, as_json=as_json)
    if write and (asked["yes"] or _agreed()):
        judgement_file.write(root, text)
        click.echo(f"Written to {judgement_file.NAME}. The next build shows it.", err=True)


def _decided(verb: str | None, words: Sequence[str], source: IO[str] | None, directory: Directory) -> list[Judgement]:
    """The judgements of one call; every mistake is said, not only the first.

    Raises:
        ClipfileError: words are missing or name nobody.
    """
    made: list[Judgement] = []
    wrong: list[str] = []
    calls = _lines(source) if source else [("", str(verb), tuple(words), "")]
    for where, one, cells, why in calls:
        try:
            made.append(replace(verdicts.judgement_of(one, cells, directory), why=why))
        except ClipfileError as error:
            wrong.append(f"{where}{error}")
    if wrong:
        raise ClipfileError("\n".join(wrong))
    if not made:
        raise ClipfileError("No decision was given.")
    return made


def _lines(source: Iterable[str]) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    """Place, verb, words and reason of every line that decides something."""
    for number, line in enumerate(source, 1):
        cells = [cell.strip() for cell in line.rstrip("\n").split("\t")]
        if line.strip() and not line.startswith("#"):
            words = tuple(cell for cell in cells[1:] if cell and not cell.startswith("why:"))
            why = next((cell.removeprefix("why:").strip() for cell in cells[1:] if cell.startswith("why:")), "")
            yield f"line {number}: ", cells[0], words, why


def _undone(text: str, understood: Understood, names: Sequence[str], *, last: bool) -> str:
    """The file's text without the newest judgement about each name, or without its last."""
    judgements = understood.gathered.config.judgements.judgements
    if last == bool(names):
        raise click.UsageError("undo wants the names that a decision speaks of, or --last.")
    if last:
        if not judgements:
            raise ClipfileError(f"{judgement_file.NAME} holds no decision.")
        return judgement_file.without(text, [len(judgements) - 1])
    numbers = {_newest_about(name, judgements) for name in names}
    return judgement_file.without(text, numbers)


def _newest_about(name: str, judgements: Sequence[Judgement]) -> int:
    for number in reversed(range(len(judgements))):
        if speaks_of(judgements[number], name):
            return number
    raise ClipfileError(f"{judgement_file.NAME} holds no decision about {name!r}.")


def _tell(ahead: Outlook, *, as_json: bool) -> None:
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(foreseeing.as_data(ahead)), indent=2).decode())
        return
    told = tuple(foreseeing.lines(ahead))
    for line in told or ("No page, no article and no address changes.",):
        click.echo(line)


def _agreed() -> bool:
    if not sys.stdin.isatty():
        click.echo("Nothing is written: say --yes, or answer on a terminal.", err=True)
        return False
    return click.confirm("Write this decision?", default=True, err=True)
