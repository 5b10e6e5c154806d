"""Copies of the same story: found by the words that they share, grouped, none dropped.

A bottom-k sketch (Broder 1997) keeps the smallest hashes of a text's five-word shingles; the share of equal hashes
among the smallest of two texts together estimates how much of them is the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import combinations

from generator.model import ArticleRow

_SHINGLE = 5
_SKETCH = 64
_SAME_STORY = 0.5
_COMMON = 40
"""A hash that stands in more sketches than this is furniture or a form letter, no trace of a copied story."""
_MINIMUM_SKETCH = 24
"""Shorter texts (about 30 words) resemble each other by chance."""


def sketch(text: str) -> tuple[int, ...]:
    """Smallest hashes of the text's shingles, ascending; empty for a text shorter than one shingle."""
    words = [word for word in ("".join(c for c in w if c.isalnum()) for w in text.casefold().split()) if word]
    shingles = {" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)}
    hashes = sorted(int.from_bytes(blake2b(shingle.encode(), digest_size=7).digest()) for shingle in shingles)
    return tuple(hashes[:_SKETCH])


def resemblance(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Estimated share of shingles that two texts have in common, 0 to 1."""
    both = sorted({*one, *other})[:_SKETCH]
    shared = set(one) & set(other)
    return sum(1 for value in both if value in shared) / len(both) if both else 0.0


def versions(rows: Mapping[str, ArticleRow]) -> dict[str, str]:
    """Article id -> id of the best copy of the same story, for every article that is not the best itself."""
    group = {identifier: identifier for identifier in rows}

    def root(identifier: str) -> str:
        while group[identifier] != identifier:
            group[identifier] = group[group[identifier]]
            identifier = group[identifier]
        return identifier

    for one, other in _candidates(rows.values()):
        if resemblance(rows[one].sketch, rows[other].sketch) >= _SAME_STORY:
            low, high = sorted((root(one), root(other)))
            group[high] = low
    members: defaultdict[str, list[ArticleRow]] = defaultdict(list)
    for identifier in sorted(rows):
        members[root(identifier)].append(rows[identifier])
    return {row.id: best.id for copies in members.values() for row, best in _with_best(copies) if row is not best}


def _with_best(copies: list[ArticleRow]) -> Iterator[tuple[ArticleRow, ArticleRow]]:
    best = max(copies, key=_worth)
    return ((row, best) for row in copies)


def _candidates(rows: Iterable[ArticleRow]) -> Iterator[tuple[str, str]]:
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for row in rows:
        if len(row.sketch) >= _MINIMUM_SKETCH:
            for value in row.sketch:
                holders[value].append(row.id)
    pairs = {pair for ids in holders.values() if 1 < len(ids) <= _COMMON for pair in combinations(sorted(ids), 2)}
    yield from sorted(pairs)


def _worth(row: ArticleRow) -> tuple[bool, bool, bool, int, str]:
    """The better copy is dated, signed, has an address, is longer; the id settles a tie."""
    return (row.published is not None, bool(row.authors), row.origin.url is not None, row.words, row.id)
