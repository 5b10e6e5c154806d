"""``clipfile new``: a fresh archive from the template that comes with the package."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from generator.errors import ClipfileError

_HIDDEN = "dot-"
"""Stands for the dot of a hidden file: a real ``.gitignore`` among our sources would rule over them."""


@click.command("new")
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", help="The archive's name. Default: made from the folder's.")
@click.option("--repository", metavar="OWNER/NAME", help="Where the archive's workflow gets Clipfile from on GitHub.")
@click.option("--commit", metavar="SHA", help="All 40 digits of the commit that it installs.")
def command(directory: Path, name: str | None, repository: str | None, commit: str | None) -> None:
    """Make a fresh archive in DIR that builds at once.

    It holds two example articles, every setting as a comment with its default, and a workflow for GitHub. Give
    --repository and --commit together, or fill them in later: the workflow says where.
    """
    pin = _pin(repository, commit)
    title = " ".join((name or _name_of(directory)).split())
    if not title.isprintable():
        raise click.BadParameter("may hold no control characters.", param_hint="--name")
    made = make_archive(directory, {"__NAME__": title, "__NAME_IN_YAML__": json.dumps(title, ensure_ascii=False)} | pin)
    click.echo(f"Made {title!r} in {directory}:")
    for path in made:
        click.echo(f"  {path}")
    click.echo(_next_steps(directory, pinned=commit is not None))


def make_archive(directory: Path, markers: Mapping[str, str]) -> tuple[str, ...]:
    """Write the template into ``directory`` and return the paths of what was made, sorted.

    Args:
        directory: a folder that does not exist yet, or holds nothing but ``.git``.
        markers: what to write in the place of each marker of the template.

    Raises:
        ClipfileError: something else is in the way.
    """
    _refuse_what_is_there(directory)
    made = dict(_files(files("generator") / "template"))
    for path, content in made.items():
        target = directory / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_filled(content, markers))
    return tuple(sorted(made))


def _refuse_what_is_there(directory: Path) -> None:
    if directory.exists() and not directory.is_dir():
        raise ClipfileError(f"{directory} is a file. Give the name of a folder that does not exist yet.")
    there = sorted(path.name for path in directory.iterdir() if path.name != ".git") if directory.is_dir() else []
    if there:
        shown = ", ".join(there[:3]) + (", …" if len(there) > 3 else "")
        raise ClipfileError(
            f"{directory} is not empty (it holds {shown}). Give the name of a folder that does not exist yet, make the "
            "archive there, and bring your files into its content/articles/."
        )


def _files(folder: Traversable, below: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = "." + entry.name.removeprefix(_HIDDEN) if entry.name.startswith(_HIDDEN) else entry.name
        if entry.is_dir():
            yield from _files(entry, f"{below}{name}/")
        else:
            yield below + name, entry.read_bytes()


def _filled(content: bytes, markers: Mapping[str, str]) -> bytes:
    """One pass, so that a name which looks like a marker stays what it is."""
    known = re.compile("|".join(re.escape(marker) for marker in markers).encode())
    return known.sub(lambda found: markers[found[0].decode()].encode(), content)


def _pin(repository: str | None, commit: str | None) -> dict[str, str]:
    if (repository is None) != (commit is None):
        raise click.UsageError(
            "Give --repository and --commit together: a workflow installs one commit of one repository."
        )
    if repository is not None and not re.fullmatch(r"[A-Za-z0-9._-]{1,100}/[A-Za-z0-9._-]{1,100}", repository):
        raise click.BadParameter("write OWNER/NAME, as in the repository's address.", param_hint="--repository")
    if commit is not None and not re.fullmatch(r"[0-9a-f]{40}", commit):
        raise click.BadParameter("write all 40 digits; a tag or a branch could be moved.", param_hint="--commit")
    return {"__CLIPFILE_REPOSITORY__": repository or "", "__CLIPFILE_COMMIT__": commit or ""}


def _name_of(directory: Path) -> str:
    words = re.sub(r"[-_.\s]+", " ", directory.resolve().name).strip()
    return words[:1].upper() + words[1:] or "Archive"


def _next_steps(directory: Path, *, pinned: bool) -> str:
    typed = shlex.quote(str(directory))
    steps = [
        "",
        "Next:",
        f"  clipfile build -C {typed}",
        f"  clipfile serve -C {typed}    then look at http://127.0.0.1:8000/",
        f"Put your own articles into {directory / 'content' / 'articles'}, and read {directory / 'README.md'}.",
    ]
    if not pinned:
        steps.append(
            "To publish with GitHub, fill in CLIPFILE_REPOSITORY and CLIPFILE_COMMIT in .github/workflows/archive.yml."
        )
    return "\n".join(steps)
