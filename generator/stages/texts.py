"""Texts in motion: read as the workers come to them, and let go with the result."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from generator import ingest
from generator.model import Original, OriginalRow
from generator.workers import Overrun, Workers

T = TypeVar("T")
R = TypeVar("R")


def with_texts(
    function: Callable[[tuple[Original, T]], R],
    pairs: Sequence[tuple[OriginalRow, T]],
    library: ingest.Library,
    workers: Workers,
) -> Iterator[tuple[int, R | Overrun]]:
    """Place and result of each pair, in any order: the function is called with the original in the place of its row."""
    places = {row.id: place for place, (row, _) in enumerate(pairs)}
    going, stopped = list[int](), list[tuple[int, Overrun]]()

    def opened() -> Iterator[tuple[Original, T]]:
        for row, found in library.texts((row for row, _ in pairs), workers):
            place = places[row.id]
            if isinstance(found, Overrun):
                stopped.append((place, found))
            else:
                going.append(place)
                yield found, pairs[place][1]

    results = workers.map(function, opened(), _size, sum(row.size for row, _ in pairs))
    for number, result in enumerate(results):
        yield going[number], result
    yield from stopped


def _size(pair: tuple[Original, object]) -> int:
    return pair[0].size
