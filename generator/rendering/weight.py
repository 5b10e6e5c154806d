"""How much a host has to take: hosts of static sites limit files as well as bytes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.rendering.files import files_below


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """A finished site as it would be uploaded."""

    files: int
    bytes: int


def weigh(site: Path) -> Weight:
    """Count the files below a folder and their bytes; a hard link counts as the file that it is to a host."""
    sizes = [entry.stat().st_size for _, entry in files_below(site)]
    return Weight(files=len(sizes), bytes=sum(sizes))
