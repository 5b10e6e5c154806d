"""One cached stage: what its results are remembered by, and how those are computed that the cache does not know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

import msgspec

from generator.progress import Ticker
from generator.store.cache import Cache
from generator.workers import Workers

T = TypeVar("T")
R = TypeVar("R")
_BATCH = 64


@dataclass(frozen=True, slots=True)
class Stage(Generic[T, R]):
    """One cached stage: how to name an input, what comes out, and how to compute what the cache does not know."""

    name: str
    gives: type[R]
    key: Callable[[T], str]
    compute: Callable[[Sequence[T]], Iterable[R]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What a stage works with."""

    cache: Cache
    workers: Workers
    tick: Ticker


def run(stage: Stage[T, R], items: Sequence[T], means: Means) -> Iterator[R]:
    """The stage's results in the order of its inputs, from the cache where it has them."""
    cache, tick = means.cache, means.tick
    waiting = iter(tick(items, len(items)))
    while batch := tuple(islice(waiting, _BATCH)):
        keys = [stage.key(item) for item in batch]
        known: dict[str, R] = cache.get_many(stage.name, keys, stage.gives)
        missing = {key: item for key, item in zip(keys, batch, strict=True) if key not in known}
        fresh = dict(zip(missing, stage.compute(tuple(missing.values())), strict=True))
        cache.put_many(stage.name, fresh)
        tick.computed += len(fresh)
        known |= fresh
        yield from (known[key] for key in keys)


def as_json(value: object) -> bytes:
    """A value as bytes that are the same wherever it is made: part of a key."""
    return msgspec.json.encode(value, order="sorted")
