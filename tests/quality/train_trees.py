"""Builds the trees of prose, ``generator/cleaning/data/prose_trees.tsv``, from the articles of html/web.

Run as ``python -m tests.quality.train_trees [CORPORA]``; the same pages give the same trees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from generator.cleaning.dump.features import TREES
from generator.cleaning.dump.sheet import sheet_of
from generator.cleaning.dump.surroundings import Columns, surroundings
from tests.quality.boosting import Array, boost, lines_of
from tests.quality.gold import Page
from tests.quality.lessons import answers, dumps_of, looks_of
from tests.quality.trained import train

TABLE: Final = TREES
_ROUNDS: Final = 150
_LEAST: Final = 600
"""Lines that a leaf must have: a page has hundreds of a kind, in five styles, and none shall be learned by heart."""
_LONGEST: Final = 60
_NEAR: Final = 25
_EVERY: Final = 5
"""Of the lines far from any of the body, every so many is learned from, and counts for all of them."""
_UNTAUGHT: Final = frozenset({"size"})
"""What the sheet of a page holds for others: the step of a number of words, which trees find by themselves."""

Lesson = tuple[Columns, Array, Array]
"""The traits of some pieces of a dump, the answers, and what each counts."""


def build(pages: Sequence[Page]) -> str:
    """The table that some pages teach."""
    lessons = [lesson for text, page in dumps_of(pages) for lesson in _lessons(text, page.truth.body)]
    names = sorted(lessons[0][0])
    table = np.concatenate([np.stack([traits[name] for name in names], axis=1) for traits, _, _ in lessons])
    right, weights = (np.concatenate([lesson[part] for lesson in lessons]) for part in (1, 2))
    least = min(_LEAST, len(table) // 200)
    return "\n".join(lines_of(boost(table, right, weights, _ROUNDS, least=least), names)) + "\n"


def _lessons(text: str, truth: str) -> Iterator[Lesson]:
    """What a dump teaches; nothing where its body is not on it."""
    looks = looks_of(text)
    labels = answers(looks, truth)
    if not any(labels):
        return
    sizes = np.array([min(look.words, _LONGEST) ** 0.7 for look in looks])
    chosen, times = _chosen(labels)
    known = surroundings(sheet_of(looks))
    traits = {name: column[chosen].astype(np.float32) for name, column in known.items() if name not in _UNTAUGHT}
    right = np.array([bool(labels[index]) for index in chosen.tolist()], dtype=np.float64)
    yield traits, right, 100 * (sizes * times)[chosen] / sizes.sum()


def _chosen(labels: Sequence[bool | None]) -> tuple[Array, Array]:
    """The pieces that are learned from, and how many each stands for."""
    every = np.arange(len(labels))
    body = np.flatnonzero([label is True for label in labels])
    places = np.searchsorted(body, every)
    above = body[np.maximum(0, places - 1)]
    below = body[np.minimum(len(body) - 1, places)]
    far = np.minimum(np.abs(every - above), np.abs(every - below)) > _NEAR
    known = np.array([label is not None for label in labels])
    return np.flatnonzero(known & (~far | (every % _EVERY == 0))), np.where(far, float(_EVERY), 1.0)


if __name__ == "__main__":
    train(TABLE, build)
