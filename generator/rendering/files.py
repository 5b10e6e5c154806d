"""Files of a generation: found, and laid there under a second name, for a copy costs time and space."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path


def lay(path: Path, target: Path) -> None:
    """Another name for a file, in place of what has that name, or a copy where the disk knows no such thing.

    Nobody may write into either: a new file takes the place of an old one.
    """
    try:
        os.link(path, target)
    except FileNotFoundError:
        target.parent.mkdir(parents=True)
        lay(path, target)
    except FileExistsError:
        target.unlink()
        lay(path, target)
    except OSError:
        shutil.copy2(path, target)


def lay_all(folder: Path, to: Path) -> None:
    """The same with every file below a folder."""
    for path, entry in files_below(folder):
        lay(Path(entry.path), to / path)


def files_in(site: Path) -> dict[str, os.stat_result]:
    """Every file below a folder, by its path with slashes, and what the disk says of it."""
    return {path.replace(os.sep, "/"): entry.stat() for path, entry in files_below(site)}


def fold(made: Path, spare: Path, stays: Collection[str], apart: str) -> None:
    """Give ``spare`` the place of ``made``, with the files of that, and of its own only those that may stay.

    Args:
        made: the new files; nothing of them has another name that somebody may write to.
        spare: a folder that nobody looks at.
        stays: paths below it.
        apart: a folder in it that is left to somebody else.
    """
    gone = [entry.path for path, entry in files_below(spare, apart) if path not in stays]
    for path in gone:
        os.unlink(path)  # noqa: PTH108 - as fast as can be
    for folder in {os.path.dirname(path) for path in gone}:  # noqa: PTH120 - likewise
        with suppress(OSError):  # something else is in it
            os.removedirs(folder)
    for path, entry in list(files_below(made)):
        target = spare / path
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(entry.path, target)  # noqa: PTH105 - likewise
    shutil.rmtree(made)
    spare.rename(made)


def is_same(path: Path | str, other: Path | str) -> bool:
    """Whether both are names of one file."""
    try:
        return os.path.samestat(os.stat(path), os.stat(other))  # noqa: PTH116 - of many
    except OSError:
        return False


def files_below(folder: Path, apart: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Path below a folder and entry of every file in it: half the time of ``os.walk`` and of a look at each.

    Those in its sub-folder ``apart`` are passed over.
    """
    waiting = [(str(folder), "")]
    while waiting:
        inside, prefix = waiting.pop()
        with os.scandir(inside) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if prefix or entry.name != apart:
                        waiting.append((entry.path, f"{prefix}{entry.name}{os.sep}"))
                else:
                    yield f"{prefix}{entry.name}", entry
