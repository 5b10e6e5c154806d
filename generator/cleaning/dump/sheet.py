"""A dump's pieces in columns: the numbers of each, how often it comes, and its longer words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import Any, Final

import numpy as np

from generator.cleaning.pieces.looks import NUMBERS, Look

Numbers = np.ndarray[Any, np.dtype[Any]]

_ALONE: Final = -1.0
"""The kinship of a piece that has no longer words."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sheet:
    """A column a number, a row a piece."""

    own: Mapping[str, Numbers]
    """What each piece shows by itself (``NUMBERS``), and ``times``: how often the page has its text."""
    terms: Numbers
    """The longer words of all pieces, piece after piece, each word by a number of its own."""
    ends: Numbers
    """Where the words of each piece end among them; 0 before the first piece."""

    def kinship(self, among: Numbers, least: Numbers) -> Numbers:
        """What share of each piece's longer words others use; -1 where it has none.

        Args:
            among: Which pieces are asked, each once for a word.
            least: In how many of them a word must stand, for each piece.
        """
        lengths = self.ends[1:] - self.ends[:-1]
        uses = np.bincount(self.terms[np.repeat(among, lengths)], minlength=1 + self.terms.max(initial=0))
        upto = np.concatenate([[0], np.cumsum(uses[self.terms] >= np.repeat(least, lengths))])[self.ends]
        return np.where(lengths, (upto[1:] - upto[:-1]) / np.maximum(1, lengths), _ALONE)


def bounded(numbers: Numbers, most: int) -> Numbers:
    """Numbers of which none is farther from 0 than that: for a page's few, np.clip takes four times as long."""
    return np.minimum(np.maximum(numbers, -most), most)


def sheet_of(looks: Sequence[Look]) -> Sheet:
    """The sheet of a dump that has at least one piece."""
    # Every look holds its row as it stands in memory: a page's table is made without a loop over its numbers.
    table = np.frombuffer(b"".join([look.numbers for look in looks])).reshape(-1, len(NUMBERS)).T.copy()
    lowered = [look.piece.text.lower() for look in looks]
    times = Counter(lowered)
    number_of: defaultdict[str, int] = defaultdict(count().__next__)
    numbers = map(number_of.__getitem__, chain.from_iterable([look.terms for look in looks]))
    return Sheet(
        own={
            **dict(zip(NUMBERS, table, strict=True)),
            "times": np.array([times[text] for text in lowered], dtype=float),
        },
        terms=np.fromiter(numbers, dtype=np.intp),
        ends=np.cumsum([0, *(len(look.terms) for look in looks)], dtype=np.intp),
    )
