"""Work on one item under a measure of time and memory, in whatever process it is done."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import pickle
import resource
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing.connection import wait
from typing import Any, Final, TypeVar

T = TypeVar("T")
R = TypeVar("R")

GRACE: Final = 2
"""Seconds after which a process that does not heed its time ends."""
_SELDOM: Final = 50_000
"""So many new objects are a reason to look for garbage in cycles: an article makes thousands that go by themselves."""


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


def begin(memory: int) -> None:
    """Make this process one that serves: it may take so much memory, and ends with the process that it serves."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    served = multiprocessing.parent_process()
    if served is not None:
        threading.Thread(target=lambda: wait([served.sentinel]) and os._exit(1), daemon=True).start()
    gc.freeze()  # what the program itself has loaded is never garbage
    gc.set_threshold(_SELDOM)
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


def work(function: bytes, chunk: Sequence[Any], seconds: int) -> list[Any]:
    """In a process of our own: what the function makes of each item."""
    call = function_of(function)
    results = []
    try:
        for item in chunk:
            # What is written in C hears no alarm of Python's: this one ends the process.
            signal.setitimer(signal.ITIMER_PROF, seconds + GRACE)
            results.append(measured(call, item, seconds))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return results


@lru_cache(maxsize=4)
def function_of(pickled: bytes) -> Callable[[Any], Any]:
    """A function with what it is bound to, unpacked once for many chunks."""
    function: Callable[[Any], Any] = pickle.loads(pickled)  # noqa: S301 - our own process has written it
    return function


def measured(function: Callable[[T], R], item: T, seconds: int) -> R | Overrun:
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
