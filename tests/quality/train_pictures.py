"""Builds the trees that tell texts of pictures, ``generator/cleaning/data/pictures.tsv``, from pages of html/web.

Run as ``python -m tests.quality.train_pictures [CORPORA]``; the same pages give the same trees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from generator.cleaning.dump import pictures
from generator.cleaning.dump.layout import Traits
from generator.cleaning.dump.short_lines import line_traits
from generator.cleaning.pieces.looks import Look, plain_words
from tests.quality.boosting import boost, lines_of
from tests.quality.cleaning_metrics import plain
from tests.quality.dumps import STYLES, render_all
from tests.quality.gold import Page, Truth
from tests.quality.lessons import looks_of, spanned
from tests.quality.trained import train

TABLE: Final = pictures.TABLE
_ROUNDS: Final = 80
_LEAST: Final = 40

Lesson = tuple[Traits, list[bool]]
"""The traits of the candidates of a dump, and which of them the true body has not."""


def build(pages: Sequence[Page]) -> str:
    """The table that some pages teach."""
    found = [
        lesson for style in STYLES for dump in render_all(pages, style) for lesson in _lessons(dump.text, dump.truth)
    ]
    names = sorted(found[0][0])
    table = np.concatenate([np.stack([traits[name] for name in names], axis=1) for traits, _ in found])
    right = np.array([float(answer) for _, given in found for answer in given])
    # Of a page with many pictures each counts for less: it has them all from one hand.
    weights = np.array([len(given) ** -0.5 for _, given in found for _ in given])
    trees = boost(
        table.astype(np.float32), right, weights / weights.mean(), _ROUNDS, least=min(_LEAST, len(table) // 50)
    )
    return "\n".join(lines_of(trees, names)) + "\n"


def _lessons(text: str, truth: Truth) -> Iterator[Lesson]:
    """What a dump teaches; nothing where its body is not on it, or where its tool prints no texts of pictures."""
    looks = looks_of(text)
    within = spanned(looks, truth.body)
    places = pictures.candidates(looks, within)
    if places:
        yield line_traits(looks, within, plain_words(truth.title), places), _foreign(looks, places, truth.body)


def _foreign(looks: Sequence[Look], places: Sequence[int], body: str) -> list[bool]:
    """Which lines no line of a true body is, begins with or ends with: amid one the same words may stand by chance."""
    lines = [plain(line) for line in body.split("\n")]
    said = [plain(looks[place].piece.text) for place in places]
    return [
        not any(line == one or line.startswith(f"{one} ") or line.endswith(f" {one}") for line in lines) for one in said
    ]


if __name__ == "__main__":
    train(TABLE, build)
