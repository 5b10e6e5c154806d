"""Counts which words headings have, ``generator/cleaning/data/heading_words.tsv``, over the dumps of html/web.

Run as ``python -m tests.quality.train_heading_words [CORPORA]``; the same pages give the same table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from generator.cleaning.dump import line_words, subheads
from generator.cleaning.dump.tallies import Tally
from generator.cleaning.pieces.looks import Look
from tests.quality import tallying
from tests.quality.cleaning_metrics import plain
from tests.quality.dumps import STYLES, render
from tests.quality.gold import Page
from tests.quality.headings import Role, roles_of
from tests.quality.lessons import looks_of, spanned
from tests.quality.tallying import Seen
from tests.quality.trained import train

TABLE: Final = line_words.OF_HEADINGS
_FEWEST: Final = 5
"""Words seen in fewer lines are not told of."""


class Asked(NamedTuple):
    """A dump that marks no headings, with the lines of its body that may be some."""

    looks: Sequence[Look]
    within: Sequence[bool]
    places: Sequence[int]
    roles: Sequence[Role | None]
    """What the markup says of each of these; None where it does not tell."""


def build(pages: Sequence[Page]) -> str:
    """The table that some pages teach."""
    return tallying.table_of({line_words.TALLY: tally_of(seen_in(asked_of(page)) for page in pages)})


def tally_of(seen: Iterable[Seen]) -> Tally:
    """What many pages tell."""
    return tallying.tally_of(seen, _FEWEST)


def asked_of(page: Page) -> Iterator[Asked]:
    """The dumps of a page that mark no headings and have lines which may be some."""
    roles = roles_of(page.html)
    for style in STYLES:
        looks = looks_of(render(page, style).text)
        within = spanned(looks, page.truth.body)
        places = subheads.candidates(looks, within)
        if places and not any(look.piece.kind == "heading" for look in looks):
            yield Asked(looks, within, places, [roles.get(plain(looks[place].piece.text)) for place in places])


def seen_in(dumps: Iterable[Asked]) -> Seen:
    """What the dumps of a page count for: each line that one of them has once."""
    lines = {
        looks[place].plain: role
        for looks, _, places, roles in dumps
        for place, role in zip(places, roles, strict=True)
        if role in ("heading", "other")
    }
    found = Seen()
    for line, role in lines.items():
        found.add(line_words.names_of(line.split()), holds=role == "heading")
    return found


if __name__ == "__main__":
    train(TABLE, build)
