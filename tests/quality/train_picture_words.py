"""Counts which words texts of pictures have, ``generator/cleaning/data/picture_words.tsv``, over the pages of html/web.

Run as ``python -m tests.quality.train_picture_words [CORPORA]``; the same pages give the same table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from generator.cleaning.dump import line_words
from generator.cleaning.dump.tallies import Tally
from generator.cleaning.pieces.looks import plain_words
from tests.quality import tallying
from tests.quality.gold import Page
from tests.quality.page_pictures import told_of_pictures
from tests.quality.tallying import Seen
from tests.quality.trained import train

TABLE: Final = line_words.OF_PICTURES
_FEWEST: Final = 5
"""Words seen in fewer lines are not told of."""


def build(pages: Sequence[Page]) -> str:
    """The table that some pages teach."""
    return tallying.table_of({line_words.TALLY: tally_of(seen_in(page) for page in pages)})


def tally_of(seen: Iterable[Seen]) -> Tally:
    """What many pages tell."""
    return tallying.tally_of(seen, _FEWEST)


def seen_in(page: Page) -> Seen:
    """What a page counts for: each text of a picture, and each line of its true body, once."""
    body = {plain_words(line) for line in page.truth.body.split("\n")}
    told = {plain_words(text) for text in told_of_pictures(page.html)}
    found = Seen()
    for lines, tells in ((told - body, True), (body, False)):
        for line in lines - {""}:
            found.add(line_words.names_of(line.split()), holds=tells)
    return found


if __name__ == "__main__":
    train(TABLE, build)
