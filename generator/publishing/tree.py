"""Writing: only files that differ are touched, and files that nobody wrote this time are removed."""

from __future__ import annotations

import filecmp
import os
from collections.abc import Iterable
from pathlib import Path


class Tree:
    """A folder below build/ that holds exactly what was written into it since it was opened."""

    def __init__(self, root: Path) -> None:
        """Open a folder, which need not exist yet."""
        self.root = root
        self._written: set[str] = set()

    def write(self, path: str, content: bytes) -> None:
        """Put a file there unless it already has these bytes."""
        self.put(path, content)
        self._written.add(path)

    def put(self, path: str, content: bytes) -> os.stat_result:
        """The same from another process, which tells its parent to ``keep`` it; what the file is like then."""
        target = self.root / path
        try:
            found = target.stat()
            if found.st_size == len(content) and target.read_bytes() == content:
                return found
            target.unlink()  # it may be a file of a published site as well
        except (FileNotFoundError, NotADirectoryError):
            target.parent.mkdir(parents=True, exist_ok=True)
        # Not in one step: nobody reads it yet, and what a killed build leaves half written is not equal next time.
        target.write_bytes(content)
        return target.stat()

    def keep(self, paths: Iterable[str]) -> None:
        """Files that stand there already belong there."""
        self._written.update(paths)

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
            below = folder[len(str(self.root)) + 1 :].replace(os.sep, "/")
            gone = [name for name in names if (f"{below}/{name}" if below else name) not in self._written]
            for name in gone:
                Path(folder, name).unlink()
            if below and len(gone) == len(names) and not os.listdir(folder):  # noqa: PTH208 - iterdir() is slower
                Path(folder).rmdir()
