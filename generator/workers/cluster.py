"""A Dask cluster as an executor: the same work, in processes of other machines.

Dask gives what was with a lost process to another one; a chunk that has ended several is computed item by item. Files
are read here and sent there, so that the machines of the cluster need no disk in common.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from importlib import import_module
from typing import Any, Final
from urllib.parse import urlsplit

from generator.errors import ClipfileError
from generator.workers.measured import Measure, work

_SECONDS: Final = 30
"""How long a scheduler may take to answer, and to have its first process."""


class ClusterPool:
    """The processes of a cluster."""

    starts_at_once = True

    def __init__(self, address: str, measure: Measure, program: Callable[[], str]) -> None:
        """Reach the scheduler at an address.

        Args:
            address: such as ``tcp://10.0.0.5:8786``.
            measure: what the work on one file may cost.
            program: says, wherever it is called, which program runs there: every process must run this one.

        Raises:
            ClipfileError: no such scheduler answers, or its processes are not what is needed.
        """
        package, scheduler = _package("distributed"), _package("distributed.scheduler")
        self.lost: tuple[type[Exception], ...] = (scheduler.KilledWorker,)
        self._measure, self._program = measure, program
        self._client = _connected(package, address)
        try:
            self.processes = self._admitted(address)
        except BaseException:
            self._client.close()
            raise
        self._executor = self._client.get_executor(pure=False)

    def submit(self, function: bytes, chunk: Sequence[Any]) -> Future[list[Any]]:
        """What becomes of a chunk, in any of the processes."""
        told = self._program()
        future: Future[list[Any]] = self._executor.submit(
            _work, (self._program, told), function, chunk, self._measure.seconds
        )
        return future

    def submit_alone(self, function: bytes, item: Any) -> Future[list[Any]]:
        """What becomes of an item that may have ended a process."""
        return self.submit(function, [item])

    def close(self) -> None:
        """Leave the cluster; what it has not begun is left."""
        self._executor.shutdown(wait=False)
        self._client.close()

    def _admitted(self, address: str) -> int:
        """How many processes there are, once all of them are as they must be."""
        try:
            self._client.wait_for_workers(1, timeout=_SECONDS)
        except TimeoutError as error:
            raise ClipfileError(
                f"The Dask scheduler at {address} has no workers (--scheduler): start some with "
                f"`dask worker --nthreads 1 --nworkers auto {address}`."
            ) from error
        threads: dict[str, int] = self._client.nthreads()
        for worker, number in sorted(threads.items()):
            if number > 1:
                raise ClipfileError(
                    f"The Dask worker {worker} has {number} threads (--scheduler): start it with --nthreads 1, for what"
                    " a file may cost is measured by process."
                )
        told = self._program()
        for worker, other in sorted(self._client.run(self._program, on_error="return").items()):
            if other != told:
                raise _another_program(worker, other)
        return len(threads)


def _connected(package: Any, address: str) -> Any:
    """A client of the scheduler at an address."""
    try:
        place = urlsplit(address)
        # Dask would knock for half a minute at a door that is not there.
        socket.create_connection((place.hostname or "", place.port or 0), timeout=_SECONDS).close()
        return package.Client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClipfileError(
            f"No Dask scheduler answers at `{address}` (--scheduler): {error}\n"
            "Start one with `dask scheduler` and take the address that it prints, such as tcp://10.0.0.5:8786."
        ) from error


def _work(program: tuple[Callable[[], str], str], function: bytes, chunk: Sequence[Any], seconds: int) -> list[Any]:
    """The work on a chunk, in a process that may have joined the cluster a moment ago."""
    here, told = program
    if (other := here()) != told:
        raise _another_program(_package("distributed").get_worker().address, other)
    return work(function, chunk, seconds)


def _another_program(worker: str, found: str | Exception) -> ClipfileError:
    why = f" ({found})" if isinstance(found, Exception) else ""
    return ClipfileError(
        f"The Dask worker {worker} does not run this Clipfile, with these versions of its packages{why}: its results"
        " would be others. Install the same on every machine and start the worker again."
    )


def _package(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise ClipfileError(
            "--scheduler needs the package `distributed`: install Clipfile with its extra of that name,"
            ' as in `pip install ".[distributed]"`.'
        ) from error
