"""What a command costs: seconds of processors and of the clock, and the memory that all its processes hold at once."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_SUBREAPER: Final = 36
"""PR_SET_CHILD_SUBREAPER of Linux: processes that lose their parent become ours, so that their time is counted too."""
_EVERY: Final = 0.25
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took."""

    cpu: float
    """Seconds of processors, of all its processes."""
    wall: float
    """Seconds of the clock."""
    memory: int
    """Bytes that its processes held together at the worst moment, what they share counted once; 0 where unknown."""


def measure(command: Sequence[str | Path], *, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end and return what it cost.

    Raises:
        SystemExit: it failed; its output is printed.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    started = time.perf_counter()
    with subprocess.Popen(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as child:
        watch = _Watch(child.pid)
        watch.start()
        output = child.stdout.read() if child.stdout else b""
        seconds, status = _reap(child.pid)
        child.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - started
        watch.over.set()
        seconds += _reap_orphans()
    watch.join()
    if child.returncode:
        sys.stderr.buffer.write(output)
        raise SystemExit(f"{command[0]} ended with {child.returncode}")
    return Cost(seconds, wall, watch.most)


def _reap(pid: int) -> tuple[float, int]:
    _, status, usage = os.wait4(pid, 0)
    return usage.ru_utime + usage.ru_stime, status


def _reap_orphans() -> float:
    """Seconds of processes that outlived their parents."""
    seconds = 0.0
    while True:
        try:
            _, _, usage = os.wait4(-1, 0)
        except ChildProcessError:
            return seconds
        seconds += usage.ru_utime + usage.ru_stime


class _Watch(threading.Thread):
    """Looks now and then how much memory the processes of a session hold."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self._session = session
        self.over = threading.Event()
        self.most = 0

    def run(self) -> None:
        while not self.over.wait(_EVERY):
            self.most = max(self.most, sum(_held(pid) for pid in _session(self._session)))


def _session(number: int) -> list[str]:
    """The processes of a session."""
    found = []
    for entry in os.scandir("/proc") if Path("/proc/self/stat").exists() else ():
        try:
            fields = Path(entry.path, "stat").read_text().rpartition(")")[2].split() if entry.name.isdigit() else []
        except OSError:
            continue
        if len(fields) > 3 and int(fields[3]) == number:
            found.append(entry.name)
    return found


def _held(pid: str) -> int:
    """Bytes of a process, of what it shares with others its part."""
    try:
        lines = Path("/proc", pid, "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
