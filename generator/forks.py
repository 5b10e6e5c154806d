"""The same work on many things, in a process a core: what all of it needs is inherited, not sent."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from typing import Any, Final, TypeVar

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")

_CHUNK: Final = 250
"""Things that a process takes at a time; fewer are not worth a second process."""


def share_out(
    work: Callable[[Shared, Sequence[Item]], list[Result]], shared: Shared, items: Sequence[Item], chunk: int = _CHUNK
) -> list[Result]:
    """The results of ``work`` on parts of ``items``, in their order.

    Args:
        work: a function of a module, so that its name can be sent.
        shared: whatever it needs beside the items; a forked process has it without a copy.
        items: what to work on.
        chunk: so many go to a process at a time.

    Raises:
        Exception: whatever ``work`` raises.
    """
    parts = [items[start : start + chunk] for start in range(0, len(items), chunk)]
    processes = min(os.cpu_count() or 1, len(parts))
    if processes < 2 or "fork" not in get_all_start_methods():
        return [result for part in parts for result in work(shared, part)]
    with ProcessPoolExecutor(processes, get_context("fork"), _inherit, (work, shared)) as pool:
        return [result for found in pool.map(_part, parts) for result in found]


_inherited: list[tuple[Any, Any]] = []


def _inherit(work: object, shared: object) -> None:
    # What was inherited is never garbage; a look at it would copy its memory.
    gc.freeze()
    gc.enable()  # it may be at rest in the parent (see ``collecting``)
    _inherited[:] = [(work, shared)]


def _part(items: Sequence[Any]) -> list[Any]:
    work, shared = _inherited[0]
    found: list[Any] = work(shared, items)
    return found
