"""Tables of trees that choose among the candidates for a field, and what they learn from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from generator.cleaning.dump.layout import Layout, Traits, first_prose, layout_of
from generator.cleaning.pieces.looks import plain_words
from tests.quality.boosting import boost, lines_of
from tests.quality.gold import Page
from tests.quality.lessons import answers, dumps_of, looks_of, signed

_ROUNDS: Final = 150
_RAREST: Final = 60
_LEAST: Final = 20
_MOST: Final = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A dumped page whose truth is known."""

    page: Layout
    headline: int | None
    """Where its headline stands."""
    source: Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A candidate, whether it is the right one, and how much that counts."""

    traits: Mapping[str, float]
    right: bool
    weight: float


def lessons(pages: Sequence[Page]) -> Iterator[Lesson]:
    """Every dump of some pages, laid out by its true body; no other model has a part in it.

    Since a notice is often taken for the body's beginning, a page that has one is laid out a second time, as if all of
    it were body and its headline unknown.
    """
    for text, source in dumps_of(pages, signed):
        looks = looks_of(text)
        within = [bool(answer) for answer in answers(looks, source.truth.body)]
        if not any(within):
            continue
        page = layout_of(looks, within)
        yield Lesson(page=page, headline=_headline(page, source.truth.title), source=source)
        whole = [True] * len(looks)
        if first_prose(looks, whole) != page.start:
            yield Lesson(page=layout_of(looks, whole), headline=None, source=source)


def _headline(page: Layout, title: str) -> int | None:
    """The line of these words that stands nearest above the body, else the first."""
    words = plain_words(title)
    places = [index for index, own in enumerate(page.plain) if own == words]
    above = [index for index in places if index <= page.start]
    return above[-1] if above else places[0] if places else None


def weighed(traits: Traits, right: Sequence[bool]) -> Iterator[Example]:
    """The candidates of a page, of which all right ones and all wrong ones count about the same."""
    hits = sum(right)
    rows = zip(*(column.astype(float).tolist() for column in traits.values()), strict=True)
    for row, label in zip(rows, right, strict=True):
        weight = _MOST / 2 / hits if label else _MOST / max(_MOST, len(right))
        yield Example(traits=dict(zip(traits, row, strict=True)), right=label, weight=weight)


def table_of(examples: Sequence[Example]) -> str:
    """The trees that tell right candidates from others, as lines of a table."""
    counts: dict[str, int] = {}
    for example in examples:
        for name, value in example.traits.items():
            counts[name] = counts.get(name, 0) + bool(value)
    names = sorted(name for name, count in counts.items() if count >= min(_RAREST, len(examples) // 20))
    table = np.array([[example.traits.get(name, 0.0) for name in names] for example in examples], dtype=np.float32)
    right = np.array([float(example.right) for example in examples])
    weights = np.array([example.weight for example in examples])
    return "\n".join(lines_of(boost(table, right, weights, _ROUNDS, least=_LEAST), names)) + "\n"
