"""Builds the trees that choose the body of a page, ``generator/cleaning/data/html_trees.tsv``, from known articles.

Run as ``python -m tests.quality.train_html [CORPORA]``: the same pages give the same trees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from generator.cleaning.html.choice import TREES
from generator.cleaning.html.traits import page_traits
from generator.cleaning.html.wording import CONTROLS
from generator.cleaning.markup.blocks import page_blocks
from generator.cleaning.markup.outline import outline_of
from generator.cleaning.markup.tree import DEEPEST, parse_page
from tests.quality import gold
from tests.quality.boosting import Array, boost, lines_of
from tests.quality.trained import train

TABLE: Final = TREES
_TOKEN: Final = re.compile(r"\w+")
_ROUNDS: Final = 150
_LONG: Final = 6
_GRAM: Final = 4
_MOST: Final = 0.6
_RAREST: Final = 200
"""A trait that fewer blocks than this have is left out: it would be learned by heart."""


def build(pages: Sequence[gold.Page]) -> str:
    """The table that some pages teach; a page whose body is not on it teaches nothing."""
    lessons = list(_lessons(pages))
    names = _columns(lessons)
    table = np.concatenate([_rows(lesson, names) for lesson in lessons])
    answers = np.concatenate([np.array(lesson.right, dtype=np.float64) for lesson in lessons])
    trees = boost(table, answers, np.concatenate([lesson.weights for lesson in lessons]), _ROUNDS)
    return "\n".join(lines_of(trees, names)) + "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """The blocks of one page, measured, with what is right for each."""

    texts: Sequence[str]
    traits: Mapping[str, Array]
    right: Sequence[bool]

    @property
    def weights(self) -> Array:
        """What each block counts: by its words, and less the more the page has."""
        sizes = np.array([min(60, 3 + len(text.split())) for text in self.texts], dtype=float)
        return sizes / sizes.sum() ** 0.5  # type: ignore[no-any-return]


def right_blocks(texts: Sequence[str], body: str) -> list[bool]:
    """Which blocks stand in the body: long ones by their 4-grams, short ones by what stands right beside them there."""
    words = _TOKEN.findall(body.lower())
    whole = f" {' '.join(words)} "
    grams = {tuple(words[start : start + _GRAM]) for start in range(len(words) - _GRAM + 1)}
    tokens = [_TOKEN.findall(text.lower()) for text in texts]
    right: list[bool | None] = [None if 0 < len(own) < _LONG else _overlaps(own, grams) for own in tokens]
    before: list[str] = []
    for index, own in enumerate(tokens):
        if right[index] is None:
            after = next((other for other in tokens[index + 1 : index + 4] if other), [])
            right[index] = _stands_beside(own, before, after, whole)
        if right[index]:
            before = own
    return [bool(one) for one in right]


def _overlaps(own: Sequence[str], grams: set[tuple[str, ...]]) -> bool:
    mine = [tuple(own[start : start + _GRAM]) for start in range(len(own) - _GRAM + 1)]
    return bool(mine) and sum(1 for gram in mine if gram in grams) >= _MOST * len(mine)


def _stands_beside(own: Sequence[str], before: Sequence[str], after: Sequence[str], whole: str) -> bool:
    alone = f" {' '.join(own)} "
    if len(own) >= 3 and alone in whole:
        return True
    if before:
        return f" {' '.join([*before[-4:], *own])} " in whole
    return (bool(after) and f" {' '.join([*own, *after[:4]])} " in whole) or whole.startswith(alone)


def _lessons(pages: Sequence[gold.Page]) -> Iterator[Lesson]:
    for page in pages:
        root = parse_page(page.html, DEEPEST)
        blocks = page_blocks(root) if root is not None else ()
        texts = [block.text for block in blocks]
        right = [
            one and block.element.tag not in CONTROLS
            for one, block in zip(right_blocks(texts, page.truth.body), blocks, strict=True)
        ]
        if sum(right) > 1:
            yield Lesson(texts=texts, traits=page_traits(blocks, outline_of(blocks)), right=right)


def _columns(lessons: Sequence[Lesson]) -> list[str]:
    """The traits that enough blocks have."""
    counts: dict[str, int] = {}
    for lesson in lessons:
        for name, column in lesson.traits.items():
            counts[name] = counts.get(name, 0) + int(np.count_nonzero(column))
    return sorted(name for name, count in counts.items() if count >= _RAREST)


def _rows(lesson: Lesson, names: Sequence[str]) -> Array:
    """A row a block, a column a trait."""
    nothing = np.zeros(len(lesson.texts))
    return np.stack([lesson.traits.get(name, nothing) for name in names], axis=1)


if __name__ == "__main__":
    train(TABLE, build)
