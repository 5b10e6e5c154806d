"""Counts where words stand, ``generator/cleaning/data/word_places.tsv``, over the pages of html/web.

Run as ``python -m tests.quality.train_word_places [CORPORA]``; the same pages give the same table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from generator.cleaning.dump import word_places
from generator.cleaning.dump.word_places import Places, begin_make, end_make
from tests.quality.gold import Page
from tests.quality.page_strings import strings_of
from tests.quality.trained import train

TABLE: Final = word_places.TABLE
_FEWEST: Final = 25
"""Words and makes seen less often are not told of."""


class Counts(NamedTuple):
    """How often words and their makes stand at each place, and how often amid a text instead."""

    ends: Counter[str]
    amid_not_end: Counter[str]
    begins: Counter[str]
    amid_not_begin: Counter[str]


def build(pages: Sequence[Page]) -> str:
    """The table that some pages teach."""
    known = places_of(counts_of(page.html) for page in pages)
    rows = [(place, *row) for place, found in known._asdict().items() for row in sorted(found.items())]
    return "".join(f"{place}\t{word}\t{there}\t{amid}\n" for place, word, (there, amid) in rows)


def places_of(counts: Iterable[Counts]) -> Places:
    """What many pages tell of the words and makes that they show often enough."""
    found = _none()
    for own in counts:
        for sums, added in zip(found, own, strict=True):
            sums.update(added)
    return Places(_often(found.ends, found.amid_not_end), _often(found.begins, found.amid_not_begin))


def without(known: Places, own: Counts) -> Places:
    """What they tell without one of the pages."""
    ends = _less(known.ends, own.ends, own.amid_not_end)
    return Places(ends, _less(known.begins, own.begins, own.amid_not_begin))


def counts_of(html: str) -> Counts:
    """What a page counts for: each of its texts of two words and more once."""
    found = _none()
    blocks = groupby(strings_of(html), key=lambda one: one.block)
    for text in dict.fromkeys(" ".join(line.text for line in lines) for _, lines in blocks):
        words = text.split()
        if len(words) > 1:
            found.ends.update(_ending(words[-1]))
            found.amid_not_end.update(name for word in words[:-1] for name in _ending(word))
            found.begins.update(_beginning(words[0]))
            found.amid_not_begin.update(name for word in words[1:] for name in _beginning(word))
    return found


def _often(there: Counter[str], amid: Counter[str]) -> dict[str, tuple[int, int]]:
    return {word: (there[word], amid[word]) for word in there | amid if there[word] + amid[word] >= _FEWEST}


def _less(known: Mapping[str, tuple[int, int]], there: Counter[str], amid: Counter[str]) -> dict[str, tuple[int, int]]:
    own = {word: known[word] for word in there | amid if word in known}
    return dict(known) | {word: (count - there[word], others - amid[word]) for word, (count, others) in own.items()}


def _none() -> Counts:
    return Counts(Counter(), Counter(), Counter(), Counter())


def _ending(word: str) -> Sequence[str]:
    """What a word counts for at the end of a text: nothing where a mark closes it."""
    return (word.lower(), end_make(word)) if word[-1].isalnum() else ()


def _beginning(word: str) -> Sequence[str]:
    return (word, begin_make(word))


if __name__ == "__main__":
    train(TABLE, build)
