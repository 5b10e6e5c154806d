"""Writing: only files that differ are touched, and files that nobody wrote this time are removed."""

from __future__ import annotations

import filecmp
import os
from collections.abc import Iterable
from contextlib import suppress
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
        gone, bare = self._unwritten()
        for path in gone:
            os.unlink(f"{self.root}/{path}")  # noqa: PTH108 - tens of thousands of files are looked at
        for folder in bare | {path.rpartition("/")[0] for path in gone}:
            self._remove_empty(folder)

    def _unwritten(self) -> tuple[list[str], set[str]]:
        """Files that were not written, and folders without any."""
        gone: list[str] = []
        bare: set[str] = set()
        waiting = [""] if self.root.is_dir() else []
        while waiting:
            prefix, is_bare = waiting.pop(), True
            with os.scandir(f"{self.root}/{prefix}") as entries:
                for entry in entries:
                    path, is_bare = f"{prefix}{entry.name}", False
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(f"{path}/")
                    elif path not in self._written:
                        gone.append(path)
            if is_bare:
                bare.add(prefix.rstrip("/"))
        return gone, bare

    def _remove_empty(self, folder: str) -> None:
        """Remove a folder and those above it, as long as nothing is in them."""
        with suppress(OSError):  # something is
            while folder:
                os.rmdir(f"{self.root}/{folder}")  # noqa: PTH106 - one for each article that has gone
                folder = folder.rpartition("/")[0]
