"""Builds the trees that join torn sentences, ``generator/cleaning/data/seams.tsv``, from the markup of html/web.

Run as ``python -m tests.quality.train_seams [CORPORA]``; the same pages give the same trees.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple

import numpy as np

from generator.cleaning.dump import seams
from generator.cleaning.dump.seam_traits import seam_traits
from generator.cleaning.dump.word_places import Places
from generator.cleaning.pieces.inline import may_be_strings
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.wrap import pieces
from tests.quality.boosting import Array, boost, lines_of
from tests.quality.cleaning_metrics import plain
from tests.quality.dumps import BY_LINES, render
from tests.quality.gold import Page
from tests.quality.page_strings import Line, strings_of
from tests.quality.train_word_places import counts_of, places_of, without
from tests.quality.trained import train

TABLE: Final = seams.TABLE
_ROUNDS: Final = 400
_LEAST: Final = 40
_EVERY: Final = 3
"""Of the seams outside the body every so many is learned from."""

Lesson = tuple[Mapping[str, Array], Array]
"""The traits of the seams of a dump that teach, and which of them part no sentence."""


def build(pages: Sequence[Page]) -> str:
    """The table that some pages teach. Of where words stand each is told what the others show."""
    counts = [counts_of(page.html) for page in pages]
    places = places_of(counts)
    found = [lesson for page, own in zip(pages, counts, strict=True) for lesson in _lessons(page, without(places, own))]
    names = sorted(found[0][0])
    table = np.concatenate([np.stack([traits[name] for name in names], axis=1) for traits, _ in found])
    right = np.concatenate([answers for _, answers in found])
    trees = boost(table.astype(np.float32), right, np.ones(len(right)), _ROUNDS, least=min(_LEAST, len(table) // 50))
    return "\n".join(lines_of(trees, names)) + "\n"


class Known(NamedTuple):
    """The lines of a dump, of which the markup tells whether each goes on with the line above."""

    texts: Sequence[str]
    by_rules: Sequence[bool]
    goes_on: Array
    """Whether each line but the first is of the block of the line above."""
    in_body: Array
    """Which of these stand, with the line above, in blocks that the true body has whole."""


def known(page: Page) -> Known | None:
    """What the markup of a page tells of its dump; None where the dump's lines are not those of the page's strings."""
    lines = raw_lines(render(page, BY_LINES).text)
    said = [line for line in lines if line.text]
    strings = strings_of(page.html)
    if not may_be_strings(lines) or len(said) != len(strings):
        return None
    joined = {number for piece in pieces(lines) for number in piece.numbers[1:]}
    by_rules = [line.number in joined for line in said]
    return Known([line.text for line in said], by_rules, *_answers(strings, page.truth.body))


def _lessons(page: Page, places: Places) -> Iterator[Lesson]:
    """What the dump of a page teaches.

    A menu of links is one block as well. So only blocks that the true body has whole teach what goes on, and elsewhere
    what the rules join, such as bylines.
    """
    found = known(page)
    if found is not None:
        traits = seam_traits(found.texts, found.by_rules, places)
        rest = np.where(found.goes_on, found.by_rules[1:], np.arange(len(found.goes_on)) % _EVERY == 0)
        taught = found.in_body | rest.astype(bool)
        yield {name: column[taught] for name, column in traits.items()}, found.goes_on[taught].astype(float)


def _answers(strings: Sequence[Line], body: str) -> tuple[Array, Array]:
    """Whether each line but the first is of the block of the line above, and whether the true body has both whole."""
    truth = f" {plain(body)} "
    inside = {
        number: not any(one.code for one in lines) and _is_said([one.text for one in lines], truth)
        for number, lines in ((number, list(lines)) for number, lines in groupby(strings, key=lambda one: one.block))
    }
    pairs = list(pairwise(strings))
    goes_on = [first.block == second.block for first, second in pairs]
    return np.array(goes_on, dtype=bool), np.array([inside[a.block] and inside[b.block] for a, b in pairs], dtype=bool)


def _is_said(texts: Sequence[str], truth: str) -> bool:
    said = (plain(" ".join(texts)), plain("".join(texts)))
    return any(one and f" {one} " in truth for one in said)


if __name__ == "__main__":
    train(TABLE, build)
