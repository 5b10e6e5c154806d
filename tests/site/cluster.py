"""A Dask cluster of two processes on this machine, run as a program of its own.

Prints the scheduler's address, then what it has done to a process: with ``kill`` one dies, as by kill -9, while it
has work and ten results have come. With ``threads`` the processes have two each. It ends with its standard input.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

from distributed import LocalCluster
from distributed.diagnostics.plugin import SchedulerPlugin


def _say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


class _Killer(SchedulerPlugin):
    """Ends a process that has work, once."""

    def __init__(self, cluster: Any) -> None:
        self._cluster = cluster
        self._results = 0
        self._is_done = False

    def transition(self, key: Any, start: Any, finish: Any, *_args: Any, stimulus_id: str, **_kwargs: Any) -> None:  # noqa: ARG002
        """Dask's hook: a piece of work has another state."""
        self._results += finish == "memory"
        busy = {address for address, worker in self._cluster.scheduler.workers.items() if worker.processing}
        if not self._is_done and self._results >= 10 and busy:
            self._is_done = True
            nanny = next(nanny for nanny in self._cluster.workers.values() if nanny.worker_address in busy)
            os.kill(nanny.pid, signal.SIGKILL)
            _say("killed", nanny.pid)


def main() -> None:
    """Serve until standard input ends."""
    start: Any = LocalCluster
    threads = 2 if "threads" in sys.argv else 1
    with start(2, threads_per_worker=threads, host="127.0.0.1", dashboard_address=None, silence_logs="CRITICAL") as one:
        if "kill" in sys.argv:
            one.scheduler.add_plugin(_Killer(one))
        _say(one.scheduler_address)
        sys.stdin.read()


if __name__ == "__main__":
    main()
