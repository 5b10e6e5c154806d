"""Progress of long work on a terminal: a bar a stage; nothing where nobody looks (pipes, CI)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


class Bars:
    """Draws one bar a stage."""

    def __init__(self, progress: Progress) -> None:
        """Draw on an already started rich progress."""
        self._progress = progress

    @contextmanager
    def stage(self, name: str) -> Iterator[Callable[[int, int | None], None]]:
        """Show a stage while the block runs; it is full when the block ends."""
        task = self._progress.add_task(name, total=None)
        yield lambda done, total: self._progress.update(task, advance=done, total=total)
        done = max(self._progress.tasks[task].completed, 1)
        self._progress.update(task, total=done, completed=done)


@contextmanager
def bars() -> Iterator[Bars]:
    """Bars on standard error while the block runs."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description:<8}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        yield Bars(progress)
