"""Work that can be stopped: no file takes more time or memory than it is allowed, and none takes others with it."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from functools import partial

import pytest

from generator.workers import Measure, Overrun, Workers

BACKTRACKING = partial(re.sub, "^(?:a+)+b$", "")
"""Takes for ever on many an ``a``."""
LARGE = 1_000_000
MEASURE = Measure(seconds=1, memory=300_000_000)


@pytest.fixture(name="workers", scope="module")
def _workers() -> Iterator[Workers]:
    with Workers(MEASURE) as workers:
        yield workers


def test_results_come_in_the_order_of_the_items(workers: Workers) -> None:
    """Whether they were computed here or by others."""
    items = [str(number) for number in range(200)]
    assert workers.map(int, items, len) == list(range(200))
    assert workers.map(int, items, lambda _: LARGE) == list(range(200))


def test_a_little_work_is_stopped_in_time_too() -> None:
    """Small files are done in this process, under an alarm."""
    with Workers(MEASURE) as workers:
        found = workers.map(BACKTRACKING, ["b", "a" * 40, "aab"], len)
        assert [isinstance(one, Overrun) for one in found] == [False, True, False]
        assert found[1] == Overrun("takes more than 1 seconds")


def test_what_takes_too_long_is_stopped(workers: Workers) -> None:
    """And only that."""
    found = workers.map(BACKTRACKING, ["a" * 40, "aab"], lambda _: LARGE)
    assert [isinstance(one, Overrun) for one in found] == [True, False]


def test_what_takes_too_much_memory_is_stopped(workers: Workers) -> None:
    """The process that met it goes on."""
    found = workers.map(bytearray, [10, 2_000_000_000, 20], lambda _: LARGE)
    assert found == [bytearray(10), Overrun("takes more memory than is allowed"), bytearray(20)]


def test_what_hears_no_alarm_ends_its_process_and_nothing_else(workers: Workers) -> None:
    """Code in C is not interrupted; the items that were with it are computed again."""
    derived = partial(hashlib.pbkdf2_hmac, "sha256", b"word", b"salt")
    found = workers.map(derived, [1, 2_000_000_000, 2], lambda _: LARGE)
    assert [found[0], found[2]] == [derived(1), derived(2)]
    assert found[1] == Overrun("takes more than 1 seconds, or all memory")


def test_a_process_that_dies_is_replaced(workers: Workers) -> None:
    """The next files are worked on as if nothing had been."""
    assert workers.map(os._exit, [3], lambda _: LARGE) == [Overrun("takes more than 1 seconds, or all memory")]
    assert workers.map(int, ["7"], lambda _: LARGE) == [7]


def test_a_mistake_of_the_program_is_no_overrun(workers: Workers) -> None:
    """It is raised here, as if it had happened here."""
    with pytest.raises(ValueError, match="invalid literal"):
        workers.map(int, ["seven"], lambda _: LARGE)
