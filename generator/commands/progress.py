"""Progress of long work: a bar a stage on a terminal, nothing elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

T = TypeVar("T")


class Bars:
    """Draws one bar a stage on standard error; silent where nobody looks (pipes, CI)."""

    def __init__(self, progress: Progress) -> None:
        """Draw on an already started rich progress."""
        self._progress = progress

    def track(self, stage: str, items: Iterable[T], total: int | None = None) -> Iterator[T]:
        """Hand the items on, one tick each."""
        task = self._progress.add_task(stage, total=total)
        for item in items:
            yield item
            self._progress.advance(task)
        self._progress.update(task, total=self._progress.tasks[task].completed)

    @contextmanager
    def step(self, stage: str) -> Iterator[None]:
        """Show a stage that cannot be counted."""
        task = self._progress.add_task(stage, total=None)
        yield
        self._progress.update(task, total=1, completed=1)


@contextmanager
def bars() -> Iterator[Bars]:
    """Bars on standard error while the block runs."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        yield Bars(progress)
