"""Writing: only files that differ are touched, and files that nobody wrote this time are removed."""

from __future__ import annotations

import filecmp
import os
from pathlib import Path


class Tree:
    """A folder below build/ that holds exactly what was written into it since it was opened."""

    def __init__(self, root: Path) -> None:
        """Open a folder, which need not exist yet."""
        self.root = root
        self._written: set[str] = set()

    def write(self, path: str, content: bytes) -> None:
        """Put a file there unless it already has these bytes."""
        target = self.root / path
        self._written.add(path)
        try:
            if target.stat().st_size == len(content) and target.read_bytes() == content:
                return
        except (FileNotFoundError, NotADirectoryError):
            target.parent.mkdir(parents=True, exist_ok=True)
        # Not in one step: nobody reads it yet, and what a killed build leaves half written is not equal next time.
        target.write_bytes(content)

    def adopt(self, path: str, made: Path) -> None:
        """Move a finished file there, or drop it where the same bytes already stand."""
        target = self.root / path
        self._written.add(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_file() and filecmp.cmp(made, target, shallow=False):
            made.unlink()
        else:
            made.replace(target)

    def prune(self) -> None:
        """Remove what was not written, and folders that are empty then."""
        for folder, _, names in os.walk(self.root, topdown=False):
            below = Path(folder).relative_to(self.root)
            for name in names:
                if (below / name).as_posix() not in self._written:
                    (Path(folder) / name).unlink()
            if below != Path() and not os.listdir(folder):  # noqa: PTH208 - iterdir() makes an object a file
                Path(folder).rmdir()
