"""How much a host has to take: hosts of static sites limit files as well as bytes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """A finished site as it would be uploaded."""

    files: int
    bytes: int


def weigh(files: Mapping[str, os.stat_result]) -> Weight:
    """How many files a site has, and their bytes; a hard link counts as the file that it is to a host."""
    return Weight(files=len(files), bytes=sum(found.st_size for found in files.values()))
