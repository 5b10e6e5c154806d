"""One cached stage: what its results are remembered by, and how those are computed that the cache does not know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

import msgspec

from generator.progress import Ticker
from generator.store.cache import Cache, Key
from generator.store.version import code_digest
from generator.workers import Workers

T = TypeVar("T")
R = TypeVar("R")

ROOMS: Final[Mapping[str, tuple[str, ...]]] = {
    "ingest": ("config", "ingest"),
    "survey": ("cleaning",),
    "learned": ("cleaning",),
    "clean": ("cleaning",),
    "row": ("cleaning",),
    "analyze": ("language",),
    "sketch": ("archive",),
    "score": ("topics",),
    "words": ("topics",),
    "sheaf": ("topics",),
    "learn": ("topics",),
    "file": ("topics",),
    "stories": ("topics",),
}
"""What is kept in the cache -> the rooms whose code makes it."""


def code_of(stage: str) -> str:
    """Digest of the code that makes what is kept under a name."""
    return code_digest(*ROOMS[stage])


def codes() -> dict[str, str]:
    """The same for every name."""
    return {stage: code_of(stage) for stage in ROOMS}


@dataclass(frozen=True, slots=True)
class Stage(Generic[T, R]):
    """How to name an input, what comes out, and how to compute what the cache does not know."""

    name: str
    gives: type[R]
    """A small value: all of a stage's are held together."""
    key: Callable[[T], Key]
    compute: Callable[[Sequence[T]], Iterable[tuple[int, R]]]
    """Gives for inputs, in any order, the place of one among them and its result."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What a stage works with."""

    cache: Cache
    workers: Workers
    tick: Ticker


def run(stage: Stage[T, R], items: Sequence[T], means: Means) -> list[R]:
    """The stage's results in the order of its inputs, from the cache where it has them."""
    keys = [stage.key(item) for item in items]
    known: dict[Key, R] = means.cache.get_many(stage.name, keys, stage.gives)
    missing = {key: item for key, item in zip(keys, items, strict=True) if key not in known}
    names = list(missing)
    for place, result in means.tick(stage.compute(tuple(missing.values())), len(missing)) if missing else ():
        known[names[place]] = result
        means.cache.put(stage.name, names[place], result)
    means.tick.computed += len(missing)
    return [known[key] for key in keys]


def as_json(value: object) -> bytes:
    """A value as bytes that are the same wherever it is made: part of a key."""
    return msgspec.json.encode(value, order="sorted")
