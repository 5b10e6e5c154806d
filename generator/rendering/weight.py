"""How much a host has to take: hosts of static sites limit files as well as bytes."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """A finished site as it would be uploaded."""

    files: int
    bytes: int


def weigh(site: Path) -> Weight:
    """Count the files below a folder and their bytes; a hard link counts as the file that it is to a host."""
    sizes = [os.stat(f"{folder}/{name}").st_size for folder, _, names in os.walk(site) for name in names]  # noqa: PTH116 - forty thousand of them
    return Weight(files=len(sizes), bytes=sum(sizes))
