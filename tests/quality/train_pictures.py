"""Builds the trees that tell texts of pictures, ``generator/cleaning/data/pictures.tsv``, from pages of html/web.

Run as ``python -m tests.quality.train_pictures [CORPORA]``; the same pages give the same trees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from generator.cleaning.dump import pictures
from generator.cleaning.dump.layout import Traits
from generator.cleaning.dump.tallies import Tally
from generator.cleaning.pieces.looks import Look, plain_words
from tests.quality.boosting import boost, lines_of
from tests.quality.cleaning_metrics import plain
from tests.quality.dumps import STYLES, render
from tests.quality.gold import Page
from tests.quality.lessons import looks_of, spanned
from tests.quality.page_pictures import told_of_pictures
from tests.quality.tallying import without
from tests.quality.train_picture_words import seen_in, tally_of
from tests.quality.trained import train

TABLE: Final = pictures.TABLE
_ROUNDS: Final = 150
_LEAST: Final = 40
_UNTOLD, _UNTOLD_ELSEWHERE = 0.3, 0.03
"""What a line counts that is neither of a picture nor of the true body: where tools print what pictures say, many of
them do so. And in other dumps, which teach what is of a body."""

Lesson = tuple[Traits, list[bool], list[float]]
"""The traits of the candidates of a dump, which of them the true body has not, and what each counts."""


def build(pages: Sequence[Page]) -> str:
    """The table that some pages teach. Of words on pictures each is told what the others show."""
    seen = [seen_in(page) for page in pages]
    tally = tally_of(seen)
    found = [lesson for page, own in zip(pages, seen, strict=True) for lesson in _lessons(page, without(tally, own))]
    names = sorted(found[0][0])
    table = np.concatenate([np.stack([traits[name] for name in names], axis=1) for traits, _, _ in found])
    right = np.array([float(answer) for _, given, _ in found for answer in given])
    weights = np.array([weight for _, _, given in found for weight in given])
    least = min(_LEAST, len(table) // 50)
    trees = boost(table.astype(np.float32), right, weights / weights.mean(), _ROUNDS, least=least)
    return "\n".join(lines_of(trees, names)) + "\n"


def _lessons(page: Page, words: Tally) -> Iterator[Lesson]:
    """What the dumps of a page teach; nothing where its body is not on one."""
    told = told_of_pictures(page.html)
    for style in STYLES:
        looks = looks_of(render(page, style).text)
        within = spanned(looks, page.truth.body)
        places = pictures.candidates(looks, within)
        if not places:
            continue
        traits = pictures.picture_traits(looks, within, plain_words(page.truth.title), places, words)
        foreign = _foreign(looks, places, page.truth.body)
        tells = [plain(looks[place].piece.text) in told for place in places]
        untold = _UNTOLD if pictures.prints_pictures(looks) else _UNTOLD_ELSEWHERE
        # Of a page with many pictures each counts for less: it has them all from one hand.
        weights = [
            (untold if other and not tell else 1.0) * len(places) ** -0.5
            for other, tell in zip(foreign, tells, strict=True)
        ]
        yield traits, [one or other for one, other in zip(tells, foreign, strict=True)], weights


def _foreign(looks: Sequence[Look], places: Sequence[int], body: str) -> list[bool]:
    """Which lines no line of a true body is, begins with or ends with: amid one the same words may stand by chance."""
    lines = [plain(line) for line in body.split("\n")]
    said = [plain(looks[place].piece.text) for place in places]
    return [
        not any(line == one or line.startswith(f"{one} ") or line.endswith(f" {one}") for line in lines) for one in said
    ]


if __name__ == "__main__":
    train(TABLE, build)
