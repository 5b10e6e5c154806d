"""What changes in an archive's folder while somebody works on it."""

from __future__ import annotations

import os
import queue
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from watchdog.events import (
    DirModifiedEvent,
    FileClosedNoWriteEvent,
    FileOpenedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from generator.errors import ClipfileError

_WATCHED = ("content", "site_config")


def matters(path: Path, root: Path) -> bool:
    """Whether a change of ``path`` asks for a new build: not what a build or an editor leaves behind."""
    if not path.is_relative_to(root):
        return False
    parts = path.relative_to(root).parts
    if parts == ("mkdocs.yml",):
        return True
    if len(parts) < 2 or parts[0] not in _WATCHED:
        return False
    # Hidden files are drafts of editors and of the build itself, which writes permalinks.csv beside its place.
    scratch = any(part.startswith((".", "#")) or part.endswith(("~", ".swp", ".tmp")) for part in parts)
    return not scratch and not (parts[0] == "site_config" and parts[1].startswith("permalinks.csv"))


@contextmanager
def changes(root: Path) -> Iterator[queue.SimpleQueue[Path]]:
    """A queue of paths below ``root`` that change while the block runs.

    Raises:
        ClipfileError: the machine lets nobody watch that many folders.
    """
    found: queue.SimpleQueue[Path] = queue.SimpleQueue()
    handler = _Changes(root, found)
    observer = Observer()
    try:
        observer.schedule(handler, str(root), recursive=False)
        for name in _WATCHED:
            if (root / name).is_dir():
                observer.schedule(handler, str(root / name), recursive=True)
        observer.start()
    except OSError as error:
        raise ClipfileError(
            f"Cannot watch {root}: {error.strerror or error}. Use --no-watch, or raise the machine's limit "
            "(on Linux: sysctl fs.inotify.max_user_watches)."
        ) from error
    try:
        yield found
    finally:
        observer.stop()
        observer.join()


class _Changes(FileSystemEventHandler):
    """Hands on the paths of events that are changes: reading a file is an event too, and a build reads them all."""

    def __init__(self, root: Path, found: queue.SimpleQueue[Path]) -> None:
        self._root = root
        self._found = found

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Queue the paths that matter."""
        if isinstance(event, DirModifiedEvent | FileOpenedEvent | FileClosedNoWriteEvent):
            return
        for name in (event.src_path, event.dest_path):
            if name and matters(path := Path(os.fsdecode(name)), self._root):
                self._found.put(path)


def next_batch(found: queue.SimpleQueue[Path], quiet: float) -> frozenset[Path]:
    """Wait for a change, then until ``quiet`` seconds pass without another; return all of them."""
    batch = {found.get()}
    with suppress(queue.Empty):
        while True:
            batch.add(found.get(timeout=quiet))
    return frozenset(batch)
