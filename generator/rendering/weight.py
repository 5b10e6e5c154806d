"""How much a host has to take: hosts of static sites limit files as well as bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """A finished site as it would be uploaded."""

    files: int
    bytes: int


def weigh(site: Path) -> Weight:
    """Count the files below a folder and their bytes; a hard link counts as the file that it is to a host."""
    sizes = [entry.stat().st_size for _, entry in files_below(site)]
    return Weight(files=len(sizes), bytes=sum(sizes))


def files_below(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Path below a folder and entry of every file in it: half the time of ``os.walk`` and of a look at each."""
    waiting = [(str(folder), "")]
    while waiting:
        inside, prefix = waiting.pop()
        with os.scandir(inside) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{prefix}{entry.name}{os.sep}"))
                else:
                    yield f"{prefix}{entry.name}", entry
