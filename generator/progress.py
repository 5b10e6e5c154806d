"""How long work shows that it goes on, and how long each stage took."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Protocol, TypeVar

T = TypeVar("T")


class Progress(Protocol):
    """What a caller lends to a build so that a person sees it advance."""

    def stage(self, name: str) -> AbstractContextManager[Callable[[int, int | None], None]]:
        """Show a stage while the block runs; call what it gives with (how many more are done, of how many)."""


class Silent:
    """Shows nothing: for tests, pipes and CI."""

    def stage(self, name: str) -> AbstractContextManager[Callable[[int, int | None], None]]:  # noqa: ARG002
        """A stage that nobody watches."""
        return nullcontext(lambda _done, _total: None)


class Ticker:
    """Counts what passes through a stage."""

    def __init__(self, advance: Callable[[int, int | None], None]) -> None:
        """Report every item to ``advance``."""
        self._advance = advance
        self.computed = 0
        """How many results a stage had to compute; the rest came from the cache."""

    def __call__(self, items: Iterable[T], total: int | None = None) -> Iterator[T]:
        """Hand the items on, one tick each."""
        self._advance(0, total)
        for item in items:
            yield item
            self._advance(1, total)


class Clock:
    """Runs the stages of a build: shows each and keeps how long it took."""

    def __init__(self, progress: Progress) -> None:
        """Begin with no stage."""
        self._progress = progress
        self.seconds: dict[str, float] = {}
        self.cpu: dict[str, float] = {}
        self.computed: dict[str, int] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[Ticker]:
        """Time and show one stage while the block runs."""
        started, busy = time.perf_counter(), _cpu()
        with self._progress.stage(stage) as advance:
            ticker = Ticker(advance)
            yield ticker
        if ticker.computed:
            self.computed[stage] = ticker.computed
        self.seconds[stage] = round(time.perf_counter() - started, 3)
        self.cpu[stage] = round(_cpu() - busy, 3)


def _cpu() -> float:
    """Seconds of processors, of this process and of those that it has seen end."""
    return sum(os.times()[:4])
