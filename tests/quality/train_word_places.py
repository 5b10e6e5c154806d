"""Counts where words stand, ``generator/cleaning/data/word_places.tsv``, over the pages of html/web.

Run as ``python -m tests.quality.train_word_places [CORPORA]``; the same pages give the same table.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final, NamedTuple

from generator.cleaning.dump import word_places
from generator.cleaning.dump.word_places import Places, begin_make, end_make
from tests.quality import tallying
from tests.quality.gold import Page
from tests.quality.page_strings import strings_of
from tests.quality.tallying import Seen
from tests.quality.trained import train

TABLE: Final = word_places.TABLE
_FEWEST: Final = 25
"""Words and makes seen less often are not told of."""


class Counts(NamedTuple):
    """How often words and their makes stand at both ends of a text, and how often amid one."""

    ends: Seen
    begins: Seen


def build(pages: Sequence[Page]) -> str:
    """The table that some pages teach."""
    return tallying.table_of(places_of([counts_of(page.html) for page in pages])._asdict())


def places_of(counts: Sequence[Counts]) -> Places:
    """What many pages tell."""
    return Places(*(tallying.tally_of(seen, _FEWEST) for seen in zip(*counts, strict=True)))


def without(known: Places, own: Counts) -> Places:
    """What they tell without one of them."""
    return Places(*(tallying.without(tally, seen) for tally, seen in zip(known, own, strict=True)))


def counts_of(html: str) -> Counts:
    """What a page counts for: each of its texts of two words and more once."""
    found = Counts(Seen(), Seen())
    blocks = groupby(strings_of(html), key=lambda one: one.block)
    for text in dict.fromkeys(" ".join(line.text for line in lines) for _, lines in blocks):
        words = text.split()
        if len(words) > 1:
            found.ends.add(_ending(words[-1]), holds=True)
            found.ends.add((name for word in words[:-1] for name in _ending(word)), holds=False)
            found.begins.add(_beginning(words[0]), holds=True)
            found.begins.add((name for word in words[1:] for name in _beginning(word)), holds=False)
    return found


def _ending(word: str) -> Sequence[str]:
    """What a word counts for at the end of a text: nothing where a mark closes it."""
    return (word.lower(), end_make(word)) if word[-1].isalnum() else ()


def _beginning(word: str) -> Sequence[str]:
    return (word, begin_make(word))


if __name__ == "__main__":
    train(TABLE, build)
