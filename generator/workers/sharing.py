"""The same work on many items, shared out in chunks: a stream in, a stream out, and little of it held at once.

Starting processes costs more than a little work is worth, so that a few megabytes of small files are done right here,
under the same measure of time.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from typing import Any, Final, Protocol, Self, TypeVar

from generator.errors import ClipfileError
from generator.workers.local import LocalPool
from generator.workers.measured import Measure, Overrun, measured

T = TypeVar("T")
R = TypeVar("R")

_SMALL: Final = 500_000
"""What is larger is always done in a process of its own."""
_FEW: Final = 4_000_000
"""Up to so much in all is done here; it takes about as long as processes take to start."""
_CHUNK: Final = 16
"""How many items go to a process at once, …"""
_CHUNK_SIZE: Final = 200_000
"""… and about how many bytes."""
_AHEAD: Final = 3
"""Chunks that wait for each process: enough to keep it busy, few enough to be held."""
_NO_MORE: Final = object()


class Pool(Protocol):
    """Executors, and what they raise where they have lost somebody."""

    processes: int
    lost: tuple[type[Exception], ...]
    starts_at_once: bool
    """It takes no time to start: nothing is done here."""

    def submit(self, function: bytes, chunk: Sequence[Any]) -> Future[list[Any]]:
        """What becomes of a chunk."""

    def submit_alone(self, function: bytes, item: Any) -> Future[list[Any]]:
        """What becomes of an item that may have ended a process."""

    def close(self) -> None:
        """Let go of whatever does the work."""


class Workers:
    """A context manager; the processes start when there is work for them."""

    def __init__(self, measure: Measure, pool: Pool | None = None) -> None:
        """Work in ``pool`` or, without one, in processes of this machine."""
        self._measure = measure
        self._pool = pool or LocalPool(measure)
        self._done_here = 0

    @property
    def measure(self) -> Measure:
        """What the work on one file may cost."""
        return self._measure

    def __enter__(self) -> Self:
        """The workers themselves."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes; what they have not begun is left."""
        self._pool.close()

    def map(
        self, function: Callable[[T], R], items: Iterable[T], size: Callable[[T], int], total: int
    ) -> Iterator[R | Overrun]:
        """The results in the order of the items; an item that takes too much gives an ``Overrun``.

        Args:
            function: Pure, and known by its module's name: another process must find it. It is pickled with whatever
                it is bound to, and travels with every chunk.
            items: What it is called with; they are taken as they are needed.
            size: About how many bytes an item has.
            total: About how many all of them have.
        """
        is_little = not self._pool.starts_at_once and self._done_here + total <= _FEW
        self._done_here += total if is_little else 0
        pickled, waiting = pickle.dumps(function), deque[tuple[list[T], Future[list[R | Overrun]]]]()
        for chunk in _chunks(items, size):
            if is_little and max(map(size, chunk)) <= _SMALL:
                future = _done([measured(function, item, self._measure.seconds) for item in chunk])
            else:
                future = self._pool.submit(pickled, chunk)
            waiting.append((chunk, future))
            if len(waiting) > _AHEAD * self._pool.processes:
                yield from self._results(pickled, *waiting.popleft())
        while waiting:
            yield from self._results(pickled, *waiting.popleft())

    def steps(self, made: Iterator[T]) -> Iterator[T | Overrun]:
        """What an iterator gives, each step within the measure of time; one that takes too much is the last."""
        while True:
            found = measured(_next, made, self._measure.seconds)
            if found is _NO_MORE:
                return
            yield found
            if isinstance(found, Overrun):
                return

    def _results(self, function: bytes, chunk: Sequence[T], future: Future[list[R | Overrun]]) -> list[R | Overrun]:
        try:
            return future.result()
        except self._pool.lost:
            return [self._alone(function, item) for item in chunk]
        except CancelledError as error:
            raise ClipfileError(
                "The cluster has gone away. What it has done is in the cache: build once more to go on from there."
            ) from error

    def _alone(self, function: bytes, item: Any) -> Any:
        """The result of an item that may have ended a process: if it does so again, it was this one."""
        try:
            return self._pool.submit_alone(function, item).result()[0]
        except self._pool.lost:
            return Overrun(f"takes more than {self._measure.seconds} seconds, or all memory")


def _next(made: Iterator[Any]) -> Any:
    return next(made, _NO_MORE)


def _done(results: list[R]) -> Future[list[R]]:
    future = Future[list[R]]()
    future.set_result(results)
    return future


def _chunks(items: Iterable[T], size: Callable[[T], int]) -> Iterator[list[T]]:
    chunk, weight = list[T](), 0
    for item in items:
        chunk.append(item)
        weight += size(item)
        if len(chunk) == _CHUNK or weight >= _CHUNK_SIZE:
            yield chunk
            chunk, weight = [], 0
    if chunk:
        yield chunk
