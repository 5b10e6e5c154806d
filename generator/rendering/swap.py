"""Generations of the site: a finished one becomes the site in one rename, and the one before it is kept.

``build/site`` is a symbolic link to a folder of ``build/generations/``. Whatever happens before the rename (kill -9, a
full disk, a failed gate), readers keep the old site; nothing is ever written into a published generation.

What was published before those two is the *spare*: nobody looks at it any more, and nearly all of its files are still
what the next site needs. That is made out of it, so that nobody has to name thirty thousand files and remove as many.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from generator.errors import ClipfileError

_SITE = "site"
_GENERATIONS = "generations"
_SPARE = "spare"
SEARCH = "pagefind"
"""The folder of the search index in a generation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """The folder into which the next site is written."""

    build: Path
    number: int

    @property
    def path(self) -> Path:
        """Where its files go."""
        return self.build / _GENERATIONS / f"{self.number:06d}"


@contextmanager
def begin(build: Path) -> Iterator[Generation]:
    """Give an empty generation to write the next site into, as the only build of this archive.

    Generations that an interrupted build left behind are removed first; so is this one, unless it was published.

    Raises:
        ClipfileError: another build of the same archive is running.
    """
    (build / _GENERATIONS).mkdir(parents=True, exist_ok=True)
    with (build / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise ClipfileError(f"Another build is at work in {build}. Wait until it has finished.") from error
        generation = Generation(build=build, number=_last_number(build) + 1)
        _remove_unpublished(build)
        generation.path.mkdir()
        try:
            yield generation
        finally:
            _remove_unpublished(build)


def current_site(build: Path) -> Path | None:
    """Folder of the generation that readers see, or None before the first build."""
    link = build / _SITE
    return link.resolve() if link.is_symlink() and link.exists() else None


def publish(generation: Generation) -> Path:
    """Make a finished generation the site, in one step, and return ``build/site``."""
    link = generation.build / _SITE
    before, previous = current_site(generation.build), generation.build / "previous"
    if before is not None:
        oldest = previous.resolve() if previous.is_symlink() else None
        _point(previous, before)
        if oldest is not None and oldest != before:
            _set_aside(oldest)
    _point(link, generation.path)
    return link


def _point(link: Path, target: Path) -> None:
    """Replace a symbolic link in one rename: there is no moment without it."""
    beside = link.with_name(f".{link.name}.next")
    beside.unlink(missing_ok=True)
    beside.symlink_to(os.path.relpath(target.resolve(), link.parent.resolve()))
    os.replace(beside, link)  # noqa: PTH105 - the atomic rename is the point


def spare_beside(generation: Path) -> Path | None:
    """What is left of an old generation, to be used up: whoever finds a file in it makes sure that it is the right one.

    None where there is nothing of the kind.
    """
    spare = generation.with_name(_SPARE)
    return spare if spare.is_dir() else None


def _set_aside(generation: Path) -> None:
    """Keep as the spare a generation that no link leads to any more."""
    spare = generation.with_name(_SPARE)
    _remove(spare)
    if generation.is_dir():
        generation.rename(spare)


def _remove_unpublished(build: Path) -> None:
    kept = {link.resolve() for link in (build / _SITE, build / "previous") if link.is_symlink()}
    kept.add((build / _GENERATIONS / _SPARE).resolve())
    for entry in (build / _GENERATIONS).iterdir():
        # What is kept for the next build lies beside a generation and has its name.
        if entry.with_suffix("").resolve() in kept:
            continue
        if entry.is_dir():
            _remove(entry)
        else:
            entry.unlink(missing_ok=True)


def _remove(folder: Path) -> None:
    """Take away a generation, as far as that can be done; half the time that ``shutil.rmtree`` takes."""
    for inside, below, names in os.walk(folder, topdown=False):
        with suppress(OSError):
            for name in names:
                os.unlink(f"{inside}/{name}")  # noqa: PTH108 - of tens of thousands of files
            for name in below:
                os.rmdir(f"{inside}/{name}")  # noqa: PTH106 - likewise
    shutil.rmtree(folder, ignore_errors=True)


def _last_number(build: Path) -> int:
    return max((int(folder.name) for folder in (build / _GENERATIONS).iterdir() if folder.name.isdigit()), default=0)
