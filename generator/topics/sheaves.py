"""The words of many articles bound together in columns: read at once, where each by itself is a string to part.

Stories are looked for among all words of an archive. With one article more a few hundred are bound anew, and the other
sheaves are as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from generator.topics.words import Words

Places: TypeAlias = NDArray[np.int64]
Numbers: TypeAlias = NDArray[np.int32]
Counts: TypeAlias = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """The words of some articles, one article below the other."""

    stems: str
    """All distinct ones, sorted, parted by blanks."""
    sizes: bytes
    """How many of them each article has."""
    numbers: bytes
    """Which, by their places among the stems."""
    counts: bytes
    """How often each stands there, as in ``Words``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheaf:
    """Articles with their words."""

    ids: Sequence[str]
    words: Bound


def bind(articles: Iterable[Words]) -> Bound:
    """Bind the words of some articles together, in their order."""
    known = tuple(articles)
    split = [_parted(words.stems) for words in known]
    stems = sorted(frozenset(chain.from_iterable(split)))
    place = {stem: number for number, stem in enumerate(stems)}
    return Bound(
        stems=" ".join(stems),
        sizes=np.array([len(own) for own in split], dtype="<i4").tobytes(),
        numbers=np.fromiter(map(place.__getitem__, chain.from_iterable(split)), "<i4").tobytes(),
        counts=b"".join(words.counts for words in known),
    )


def sheaf_of(words: Mapping[str, Words]) -> Sheaf:
    """All articles in one sheaf."""
    ids = tuple(sorted(words))
    return Sheaf(ids=ids, words=bind(words[id_] for id_ in ids))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """The words of the articles of an archive, one article below the other."""

    stems: Mapping[str, int]
    """The number of each."""
    bounds: Places
    """Where each article begins, and where the last one ends."""
    words: Numbers
    counts: Counts


def table_of(ids: Sequence[str], sheaves: Iterable[Sheaf]) -> Table:
    """The words of these articles, in their order; each must be in a sheaf.

    Stems are numbered as they come: by the sheaves, and not by those of articles that are not asked for.
    """
    bound = tuple(sheaves)
    stems: dict[str, int] = {}
    numbers = [np.zeros(0, dtype=np.int32)]
    for sheaf in bound:
        own = np.array([stems.setdefault(stem, len(stems)) for stem in _parted(sheaf.words.stems)], dtype=np.int32)
        numbers.append(own[np.frombuffer(sheaf.words.numbers, "<i4")])
    sizes = np.frombuffer(b"".join(sheaf.words.sizes for sheaf in bound), "<i4").astype(np.int64)
    lying = {id_: place for place, id_ in enumerate(chain.from_iterable(sheaf.ids for sheaf in bound))}
    wanted = np.array([lying[id_] for id_ in ids], dtype=np.int64)
    at, bounds = spread((np.cumsum(sizes) - sizes)[wanted], sizes[wanted])
    counts = np.frombuffer(b"".join(sheaf.words.counts for sheaf in bound), np.uint8)[at]
    return _without_strangers(Table(stems=stems, bounds=bounds, words=np.concatenate(numbers)[at], counts=counts))


def _without_strangers(table: Table) -> Table:
    """The table without stems that no article of it has: a sum over all of them must not depend on others."""
    has = np.bincount(table.words, minlength=len(table.stems)) > 0
    if has.all():
        return table
    kept = (stem for stem, is_held in zip(table.stems, has.tolist(), strict=True) if is_held)
    stems = {stem: number for number, stem in enumerate(kept)}
    words = (np.cumsum(has) - 1).astype(np.int32)[table.words]
    return Table(stems=stems, bounds=table.bounds, words=words, counts=table.counts)


def spread(begins: Places, sizes: Places) -> tuple[Places, Places]:
    """The places of all members of some runs, and where each run begins among them."""
    bounds: Places = np.concatenate([[0], np.cumsum(sizes)])
    return np.arange(bounds[-1]) + np.repeat(begins - bounds[:-1], sizes), bounds


def _parted(stems: str) -> list[str]:
    return stems.split(" ") if stems else []
