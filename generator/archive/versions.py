"""Copies of the same story: found by the words that they share, grouped, none dropped.

A bottom-k sketch (Broder 1997) keeps the smallest hashes of a text's five-word shingles; the share of equal hashes
among the smallest of two texts together estimates how much of them is the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import blake2b
from itertools import chain, combinations

import numpy as np

from generator.model import ArticleRow
from generator.text.words import WORD, words_of

_SHINGLE = 5
_SKETCH = 64
_SAME_STORY = 0.5
_SAME_WORDS = 0.8
"""Copies that were hardly touched; below it stand edited ones, and other notices of the same form."""
_IDENTICAL = 0.99
_NO_NOTICE = 150
"""Words from which on a text is no short notice, as offices write by the dozen."""
_NEAR = 31
"""Days within which copies of a story are printed."""
_COMMON = 40
"""A hash that stands in more sketches than this is furniture or a form letter, no trace of a copied story."""
_MINIMUM_SKETCH = 24
"""Shorter texts (about 30 words) resemble each other by chance."""


def sketch(text: str) -> tuple[int, ...]:
    """Smallest hashes of the text's shingles, ascending; empty for a text shorter than one shingle."""
    words = [word for word in ("".join(c for c in w if c.isalnum()) for w in words_of(text.casefold())) if word]
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
        if _may_resemble(rows[one].sketch, rows[other].sketch) and _is_same_story(rows[one], rows[other]):
            low, high = sorted((root(one), root(other)))
            group[high] = low
    members: defaultdict[str, list[ArticleRow]] = defaultdict(list)
    for identifier in sorted(rows):
        members[root(identifier)].append(rows[identifier])
    return {row.id: best.id for copies in members.values() for row, best in _with_best(copies) if row is not best}


def _may_resemble(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether two sketches share enough for a story: ``resemblance`` is never more than this, and dearer."""
    return len(frozenset(one).intersection(other)) >= _SAME_STORY * max(len(one), len(other))


def _is_same_story(one: ArticleRow, other: ArticleRow) -> bool:
    """Whether two articles are copies of a story, and not two notices of one form.

    Forms are filled in again and again, with another place on the same day, or with the same words a year later: what
    resembles less than a copy does must have a like title or come from another outlet, which prints a report under a
    headline of its own, and what lies far apart in time must be the same throughout.
    """
    likeness, words = resemblance(one.sketch, other.sketch), min(one.words, other.words)
    if likeness < _SAME_STORY:
        return False
    if _days_apart(one, other) > _NEAR:
        return likeness >= _IDENTICAL and words >= _NO_NOTICE
    told_alike = one.outlet.key != other.outlet.key or _titles_alike(one.title, other.title)
    return likeness >= _SAME_WORDS or (words >= _NO_NOTICE and told_alike)


def _days_apart(one: ArticleRow, other: ArticleRow) -> int:
    """Days between two articles of which both days are known, else 0."""
    days = [row.published.date for row in (one, other) if row.published and row.published.precision == "day"]
    return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) if len(days) == 2 else 0


def _titles_alike(one: str | None, other: str | None) -> bool:
    """Whether two titles share half of their words, or one is unknown."""
    first, second = (frozenset(WORD.findall((title or "").casefold())) for title in (one, other))
    return not first or not second or 2 * len(first & second) >= len(first | second)


def _with_best(copies: list[ArticleRow]) -> Iterator[tuple[ArticleRow, ArticleRow]]:
    best = max(copies, key=_worth)
    return ((row, best) for row in copies)


def _candidates(rows: Iterable[ArticleRow]) -> Iterator[tuple[str, str]]:
    """The pairs that may share half of their hashes, one of them no common one.

    Such a pair has the rarest hash that it shares among the rarer half of both (prefix filtering, Chaudhuri et al.
    2006); nearly all of these are no other article's, so that hardly a pair is left to look at.
    """
    sketched = [row for row in rows if len(row.sketch) >= _MINIMUM_SKETCH]
    sizes = np.array([len(row.sketch) for row in sketched], dtype=np.int64)
    values = np.fromiter(chain.from_iterable(row.sketch for row in sketched), np.int64, int(sizes.sum()))
    _, same, held = np.unique(values, return_inverse=True, return_counts=True)
    article, holders = np.repeat(np.arange(len(sketched)), sizes), held[same]
    shared = np.flatnonzero(holders > 1)
    shared = shared[np.lexsort((values[shared], holders[shared], article[shared]))]
    alone = sizes - np.bincount(article[shared], minlength=len(sketched))
    rarer = sizes - np.ceil(_SAME_STORY * sizes).astype(np.int64) + 1
    rank = np.arange(len(shared)) - np.searchsorted(article[shared], article[shared])
    rare = shared[(rank < (rarer - alone)[article[shared]]) & (holders[shared] <= _COMMON)]
    holding: defaultdict[int, list[str]] = defaultdict(list)
    for value, place in zip(same[rare].tolist(), article[rare].tolist(), strict=True):
        holding[value].append(sketched[place].id)
    yield from sorted({pair for ids in holding.values() for pair in combinations(sorted(ids), 2)})


def _worth(row: ArticleRow) -> tuple[bool, bool, bool, int, str]:
    """The better copy is dated, signed, has an address, is longer; the id settles a tie."""
    return (row.published is not None, bool(row.authors), row.origin.url is not None, row.words, row.id)
