"""What the cache keeps of every article and nobody holds: texts and words, each read when it is wanted."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping
from itertools import islice
from typing import Final, Generic, TypeVar

from generator.model import CleanArticle
from generator.store.cache import Cache, Key

T = TypeVar("T")
_BATCH: Final = 64


class Kept(Mapping[str, T], Generic[T]):
    """Article id -> a value of the cache; one that the cache has lost is made again."""

    def __init__(
        self,
        stage: tuple[str, type[T]],
        keys: Mapping[str, Key],
        cache: Cache,
        remake: Callable[[str], T],
        at_hand: Mapping[str, T] | None = None,
    ) -> None:
        """The values of a stage, by its name and what it gives, under ``keys``; those at hand are not read again."""
        self._name, self._gives = stage
        self._keys = keys
        self._cache = cache
        self._remake = remake
        self._at_hand = at_hand or {}

    def __getitem__(self, article: str) -> T:
        """The value of an article's id."""
        if article in self._at_hand:
            return self._at_hand[article]
        found = self._cache.get(self._name, self._keys[article], self._gives)
        return self._remake(article) if found is None else found

    def __iter__(self) -> Iterator[str]:
        """The ids."""
        return iter(self._keys)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._keys)

    def items(self) -> ItemsView[str, T]:
        """The ids and their values, which are read a few at a time."""
        return _Items(self)

    def stream(self, wanted: Iterable[str]) -> Iterator[T]:
        """The values of these ids in their order, a few at a time."""
        waiting = iter(wanted)
        while batch := tuple(islice(waiting, _BATCH)):
            wanted_keys = [self._keys[article] for article in batch if article not in self._at_hand]
            found = self._cache.get_many(self._name, wanted_keys, self._gives)
            for article in batch:
                if article in self._at_hand:
                    yield self._at_hand[article]
                else:
                    key = self._keys[article]
                    yield found[key] if key in found else self._remake(article)


class _Items(ItemsView[str, T]):
    _mapping: Kept[T]

    def __iter__(self) -> Iterator[tuple[str, T]]:
        ids = tuple(self._mapping)
        return zip(ids, self._mapping.stream(ids), strict=True)


Articles = Kept[CleanArticle]
