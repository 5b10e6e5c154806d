"""Builds the trees that tell headings of a dump, ``generator/cleaning/data/subheads.tsv``, from the markup of html/web.

Run as ``python -m tests.quality.train_subheads [CORPORA]``; the same pages give the same trees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from generator.cleaning.dump import subheads
from generator.cleaning.dump.layout import Traits
from generator.cleaning.dump.short_lines import line_traits
from generator.cleaning.pieces.looks import plain_words
from tests.quality.boosting import boost, lines_of
from tests.quality.cleaning_metrics import plain
from tests.quality.dumps import STYLES, render
from tests.quality.gold import Page
from tests.quality.headings import Role, roles_of
from tests.quality.lessons import looks_of, spanned
from tests.quality.trained import train

TABLE: Final = subheads.TABLE
_ROUNDS: Final = 150
_LEAST: Final = 40
_UNTOLD: Final = 0.3
"""What a line counts of which the markup does not tell: most of them are no headings."""

Lesson = tuple[Traits, list[bool], list[float]]
"""The traits of the candidates of a dump, which of them are headings, and what each counts."""


def build(pages: Sequence[Page]) -> str:
    """The table that some pages teach."""
    found = [lesson for page in pages for lesson in _lessons(page)]
    names = sorted(found[0][0])
    table = np.concatenate([np.stack([traits[name] for name in names], axis=1) for traits, _, _ in found])
    right = np.array([float(answer) for _, given, _ in found for answer in given])
    weights = np.array([weight for _, _, given in found for weight in given])
    least = min(_LEAST, len(table) // 50)
    trees = boost(table.astype(np.float32), right, weights / weights.mean(), _ROUNDS, least=least)
    return "\n".join(lines_of(trees, names)) + "\n"


def _lessons(page: Page) -> Iterator[Lesson]:
    """What the dumps of a page teach that mark no headings."""
    roles = roles_of(page.html)
    for style in STYLES:
        looks = looks_of(render(page, style).text)
        within = spanned(looks, page.truth.body)
        places = subheads.candidates(looks, within)
        if not places or any(look.piece.kind == "heading" for look in looks):
            continue
        said = [roles.get(plain(looks[place].piece.text)) for place in places]
        traits = line_traits(looks, within, plain_words(page.truth.title), places)
        taught = np.array([role != "both" for role in said])
        kept = [role for role in said if role != "both"]
        if kept:
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
