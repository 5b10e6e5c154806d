"""The processes of this machine as an executor."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Final

from generator.workers.measured import Measure, begin, work

_PRELOADED: Final = ["generator.stages"]


class LocalPool:
    """A process a core, begun when there is work, and begun anew where an item has ended one."""

    lost = (BrokenProcessPool,)
    starts_at_once = False

    def __init__(self, measure: Measure) -> None:
        """Start nothing yet."""
        self._measure = measure
        self._all: ProcessPoolExecutor | None = None
        self._one: ProcessPoolExecutor | None = None
        self.processes = max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2)

    def submit(self, function: bytes, chunk: Sequence[Any]) -> Future[list[Any]]:
        """What becomes of a chunk, in any of the processes."""
        try:
            self._all = self._all or self._begun(self.processes)
            return self._all.submit(work, function, chunk, self._measure.seconds)
        except BrokenProcessPool:
            self._all = self._begun(self.processes)
            return self._all.submit(work, function, chunk, self._measure.seconds)

    def submit_alone(self, function: bytes, item: Any) -> Future[list[Any]]:
        """What becomes of an item that may have ended a process, in one where nothing else is."""
        try:
            self._one = self._one or self._begun(1)
            return self._one.submit(work, function, [item], self._measure.seconds)
        except BrokenProcessPool:
            self._one = self._begun(1)
            return self._one.submit(work, function, [item], self._measure.seconds)

    def close(self) -> None:
        """End the processes; what they have not begun is left."""
        for pool in (self._all, self._one):
            if pool is not None:
                pool.shutdown(cancel_futures=True)

    def _begun(self, processes: int) -> ProcessPoolExecutor:
        # Never a fork of this process: it may have threads.
        method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
        context = multiprocessing.get_context(method)
        context.set_forkserver_preload(_PRELOADED)
        pool = ProcessPoolExecutor(processes, mp_context=context, initializer=begin, initargs=(self._measure.memory,))
        # Where no process can start at all, no file is to blame: this fails, and says so.
        pool.submit(os.getpid).result()
        return pool
