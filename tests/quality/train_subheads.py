"""Builds the trees that tell headings of a dump, ``generator/cleaning/data/subheads.tsv``, from the markup of html/web.

Run as ``python -m tests.quality.train_subheads [CORPORA]``; the same pages give the same trees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from generator.cleaning.dump import subheads
from generator.cleaning.dump.layout import Traits
from generator.cleaning.dump.line_words import LineWords
from generator.cleaning.pieces.looks import plain_words
from tests.quality import train_picture_words
from tests.quality.boosting import boost, lines_of
from tests.quality.gold import Page, Truth
from tests.quality.headings import Role
from tests.quality.tallying import without
from tests.quality.train_heading_words import Asked, asked_of, seen_in, tally_of
from tests.quality.trained import train

TABLE: Final = subheads.TABLE
_ROUNDS: Final = 150
_LEAST: Final = 40
_UNTOLD: Final = 0.3
"""What a line counts of which the markup does not tell: most of them are no headings."""

Lesson = tuple[Traits, list[bool], list[float]]
"""The traits of the candidates of a dump, which of them are headings, and what each counts."""


def build(pages: Sequence[Page]) -> str:
    """The table that some pages teach. Of words in headings and on pictures each is told what the others show."""
    asked = [list(asked_of(page)) for page in pages]
    seen = [seen_in(dumps) for dumps in asked]
    shown = [train_picture_words.seen_in(page) for page in pages]
    known = LineWords(tally_of(seen), train_picture_words.tally_of(shown))
    found = [
        lesson
        for page, dumps, own, own_shown in zip(pages, asked, seen, shown, strict=True)
        for lesson in _lessons(
            dumps, page.truth, LineWords(without(known.headings, own), without(known.pictures, own_shown))
        )
    ]
    names = sorted(found[0][0])
    table = np.concatenate([np.stack([traits[name] for name in names], axis=1) for traits, _, _ in found])
    right = np.array([float(answer) for _, given, _ in found for answer in given])
    weights = np.array([weight for _, _, given in found for weight in given])
    least = min(_LEAST, len(table) // 50)
    trees = boost(table.astype(np.float32), right, weights / weights.mean(), _ROUNDS, least=least)
    return "\n".join(lines_of(trees, names)) + "\n"


def _lessons(dumps: Sequence[Asked], truth: Truth, words: LineWords) -> Iterator[Lesson]:
    """What the dumps of a page teach."""
    for looks, within, places, roles in dumps:
        taught = np.array([role != "both" for role in roles])
        kept = [role for role in roles if role != "both"]
        if kept:
            traits = subheads.subhead_traits(looks, within, plain_words(truth.title), places, words)
            yield (
                {name: column[taught] for name, column in traits.items()},
                [role == "heading" for role in kept],
                _weights(kept),
            )


def _weights(roles: Sequence[Role | None]) -> list[float]:
    """Of a page with many short lines each counts for less."""
    return [(1.0 if role else _UNTOLD) * len(roles) ** -0.5 for role in roles]


if __name__ == "__main__":
    train(TABLE, build)
