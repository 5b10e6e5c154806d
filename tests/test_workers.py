"""Work that can be stopped: no file takes more time or memory than it is allowed, and none takes others with it."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import pytest

from generator.workers import Measure, Overrun, Workers

BACKTRACKING = partial(re.sub, "^(?:a+)+b$", "")
"""Takes for ever on many an ``a``."""
LARGE = 1_000_000
MEASURE = Measure(seconds=1, memory=300_000_000)


def _mapped(
    workers: Workers, function: Callable[[Any], Any], items: Sequence[Any], size: Callable[[Any], int]
) -> list[Any]:
    return list(workers.map(function, items, size, sum(map(size, items))))


@pytest.fixture(name="workers", scope="module")
def _workers() -> Iterator[Workers]:
    with Workers(MEASURE) as workers:
        yield workers


def test_results_come_in_the_order_of_the_items(workers: Workers) -> None:
    """Whether they were computed here or by others."""
    items = [str(number) for number in range(200)]
    assert _mapped(workers, int, items, len) == list(range(200))
    assert _mapped(workers, int, items, lambda _: LARGE) == list(range(200))


def test_a_little_work_is_stopped_in_time_too() -> None:
    """Small files are done in this process, under an alarm."""
    with Workers(MEASURE) as workers:
        found = _mapped(workers, BACKTRACKING, ["b", "a" * 40, "aab"], len)
        assert [isinstance(one, Overrun) for one in found] == [False, True, False]
        assert found[1] == Overrun("takes more than 1 seconds")


def test_what_takes_too_long_is_stopped(workers: Workers) -> None:
    """And only that."""
    found = _mapped(workers, BACKTRACKING, ["a" * 40, "aab"], lambda _: LARGE)
    assert [isinstance(one, Overrun) for one in found] == [True, False]


def test_what_takes_too_much_memory_is_stopped(workers: Workers) -> None:
    """The process that met it goes on."""
    found = _mapped(workers, bytearray, [10, 2_000_000_000, 20], lambda _: LARGE)
    assert found == [bytearray(10), Overrun("takes more memory than is allowed"), bytearray(20)]


def test_what_hears_no_alarm_ends_its_process_and_nothing_else(workers: Workers) -> None:
    """Code in C is not interrupted; the items that were with it are computed again."""
    derived = partial(hashlib.pbkdf2_hmac, "sha256", b"word", b"salt")
    found = _mapped(workers, derived, [1, 2_000_000_000, 2], lambda _: LARGE)
    assert [found[0], found[2]] == [derived(1), derived(2)]
    assert found[1] == Overrun("takes more than 1 seconds, or all memory")


def test_a_process_that_dies_is_replaced(workers: Workers) -> None:
    """The next files are worked on as if nothing had been."""
    assert _mapped(workers, os._exit, [3], lambda _: LARGE) == [Overrun("takes more than 1 seconds, or all memory")]
    assert _mapped(workers, int, ["7"], lambda _: LARGE) == [7]


def test_a_mistake_of_the_program_is_no_overrun(workers: Workers) -> None:
    """It is raised here, as if it had happened here."""
    with pytest.raises(ValueError, match="invalid literal"):
        _mapped(workers, int, ["seven"], lambda _: LARGE)


def test_a_step_that_takes_too_long_is_the_last() -> None:
    """What is read piece by piece is stopped in time as well, and what came before is kept."""

    def pieces() -> Iterator[str]:
        yield from ("b", "aab")
        yield BACKTRACKING("a" * 40)

    with Workers(MEASURE) as workers:
        assert list(workers.steps(pieces())) == ["b", "aab", Overrun("takes more than 1 seconds")]


def test_items_are_taken_as_they_are_needed(workers: Workers) -> None:
    """A stream of any length is never held: only so many items are out of it as keep everybody busy."""
    taken = 0

    def stream() -> Iterator[str]:
        nonlocal taken
        for number in range(2000):
            taken += 1
            yield str(number)

    results = workers.map(int, stream(), lambda _: LARGE, 2000 * LARGE)
    assert next(results) == 0
    assert taken < 50
    assert list(results) == list(range(1, 2000))
