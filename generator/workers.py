"""Work on strangers' files where it can be stopped: in processes with a measure of time and memory for each file.

Starting processes costs more than a little work is worth, so that the first few megabytes of small files are done right
here, under the same measure of time.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import resource
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing.connection import wait
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Self, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_SMALL: Final = 500_000
"""What is larger is always done in a process of its own."""
_FEW: Final = 4_000_000
"""Up to so much in all is done here; it takes about as long as processes take to start."""
_CHUNK: Final = 8
"""How many items go to a process at once."""
_GRACE: Final = 2
"""Seconds after which a process that does not heed its time ends."""
_PRELOADED: Final = ["generator.stages"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What the work on one file may cost."""

    seconds: int
    """Of a processor's time: a busy machine refuses no file."""
    memory: int
    """Bytes beyond what the program itself takes."""


@dataclass(frozen=True, slots=True)
class Overrun:
    """Work that was stopped, and why: it takes the place of a result."""

    reason: str


class _TimeIsUp(BaseException):
    """Raised wherever the work on a file stands when its time is over; no handler of errors may catch it."""


class Workers:
    """A context manager; the processes start when there is work for them."""

    def __init__(self, measure: Measure) -> None:
        """Start nothing yet."""
        self._measure = measure
        self._done_here = 0
        self._processes = max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2)
        self._pool: Executor | None = None
        self._written: dict[int, tuple[Callable[..., Any], Path]] = {}
        self._folder = TemporaryDirectory(prefix="clipfile-")

    @property
    def measure(self) -> Measure:
        """What the work on one file may cost."""
        return self._measure

    def __enter__(self) -> Self:
        """The workers themselves."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes; what they have not begun is left."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        self._folder.cleanup()

    def map(self, function: Callable[[T], R], items: Sequence[T], size: Callable[[T], int]) -> list[R | Overrun]:
        """The results in the order of the items; an item that takes too much gives an ``Overrun``.

        Args:
            function: Pure, and known by its module's name: another process must find it.
            items: What it is called with.
            size: About how many bytes an item has.
        """
        sizes = [size(item) for item in items]
        if self._pool is None and max(sizes, default=0) <= _SMALL and self._done_here + sum(sizes) <= _FEW:
            self._done_here += sum(sizes)
            return [_measured(function, item, self._measure.seconds) for item in items]
        return list(self._mapped(self._where(function), items))

    def _where(self, function: Callable[..., Any]) -> Path:
        """The file in which the processes find a function; what it is bound to may be large, and is sent but once."""
        if id(function) not in self._written:
            path = Path(self._folder.name, str(len(self._written)))
            path.write_bytes(pickle.dumps(function))
            self._written[id(function)] = (function, path)
        return self._written[id(function)][1]

    def _mapped(self, function: Path, items: Sequence[T]) -> Iterator[Any]:
        chunks = [items[start : start + _CHUNK] for start in range(0, len(items), _CHUNK)]
        for chunk, future in [(chunk, self._submit(function, chunk)) for chunk in chunks]:
            try:
                yield from future.result()
            except BrokenProcessPool:
                for item in chunk:
                    yield self._alone(function, item)

    def _alone(self, function: Path, item: Any) -> Any:
        """The result of an item that may have ended a process: if it does so again, it was this one."""
        try:
            return self._submit(function, [item]).result()[0]
        except BrokenProcessPool:
            return Overrun(f"takes more than {self._measure.seconds} seconds, or all memory")

    def _submit(self, function: Path, chunk: Sequence[Any]) -> Future[list[Any]]:
        try:
            return self._started().submit(_work, function, chunk, self._measure.seconds)
        except BrokenProcessPool:
            self._pool = None
            return self._started().submit(_work, function, chunk, self._measure.seconds)

    def _started(self) -> Executor:
        if self._pool is None:
            # Never a fork of this process: it may have threads.
            method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
            context = multiprocessing.get_context(method)
            context.set_forkserver_preload(_PRELOADED)
            self._pool = ProcessPoolExecutor(
                self._processes, mp_context=context, initializer=_begin, initargs=(self._measure.memory,)
            )
            # Where no process can start at all, no file is to blame: this fails, and says so.
            self._pool.submit(os.getpid).result()
        return self._pool


def _begin(memory: int) -> None:
    """Make this process one that serves: it may take so much memory, and ends with the process that it serves."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    served = multiprocessing.parent_process()
    if served is not None:
        threading.Thread(target=lambda: wait([served.sentinel]) and os._exit(1), daemon=True).start()
    limit = _address_space() + memory
    with contextlib.suppress(ValueError, OSError):  # a stricter limit holds already
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _address_space() -> int:
    """What this process takes already, in bytes; a guess where the system does not say."""
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123 - no path of ours
            return int(statm.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 1_000_000_000


def _work(function: Path, chunk: Sequence[Any], seconds: int) -> list[Any]:
    """In the other process: what the function makes of each item."""
    call = _function(function)
    results = []
    for item in chunk:
        # What is written in C hears no alarm of Python's: this one ends the process.
        signal.setitimer(signal.ITIMER_PROF, seconds + _GRACE)
        results.append(_measured(call, item, seconds))
    signal.setitimer(signal.ITIMER_PROF, 0)
    return results


@lru_cache(maxsize=4)
def _function(path: Path) -> Callable[[Any], Any]:
    """A function with what it is bound to, read once for many chunks."""
    function: Callable[[Any], Any] = pickle.loads(path.read_bytes())  # noqa: S301 - our own process has written it
    return function


def _measured(function: Callable[[T], R], item: T, seconds: int) -> R | Overrun:
    """The function's result, or why it was stopped."""
    try:
        with _alarm(seconds):
            return function(item)
    except _TimeIsUp:
        return Overrun(f"takes more than {seconds} seconds")
    except MemoryError:
        return Overrun("takes more memory than is allowed")
    except RecursionError:
        return Overrun("is nested too deeply")


@contextlib.contextmanager
def _alarm(seconds: int) -> Iterator[None]:
    """Raise ``_TimeIsUp`` in the block after so many seconds; outside the main thread there is no alarm."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(*_: object) -> None:
        raise _TimeIsUp

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
