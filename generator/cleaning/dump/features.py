"""The traits of a piece among its neighbours, on which the model of prose is built with the piece's own.

Every trait is a short readable name. Those of a family exclude each other: they are told for all pieces of a page at
once, as a column of numbers of names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import Final

import numpy as np

from generator.cleaning.dump.prose import Family, score, values
from generator.cleaning.dump.sheet import Numbers, Sheet, sheet_of
from generator.cleaning.dump.surroundings import surroundings
from generator.cleaning.pieces.forest import read_forest
from generator.cleaning.pieces.looks import EFFECTS, KINDS, SIZES, Look, names_of

Column = tuple[Family, Numbers]
"""A family of traits, and the number of the one that each piece has."""

TREES: Final = "prose_trees.tsv"
"""The table of the trees, below ``data``."""
SHARE: Final = 0.5
"""What of a score comes from the weights of traits; the rest comes from the trees."""

_PLACES: Final = (0.02, 0.08, 0.2, 0.4, 0.6, 0.8, 0.92, 0.98)
_DENSITIES: Final = (1, 15, 40, 90, 200)
_LATELY: Final = (3, 5, 9, 17)
_RUNS: Final = (2, 3, 5, 9, 16, 33)
_KIN: Final = (0.01, 0.15, 0.3, 0.5, 0.7)
_SHARES_OF_SHAPES: Final = (0.02, 0.08, 0.15)
_LONGEST: Final = 120
_LONG: Final = 20
_CLASSES: Final = (
    "line",
    "section",
    "tail",
    "prose-long",
    "prose",
    "prose-short",
    "item",
    "item-short",
    "heading",
    "words",
    "title",
    "short",
    "edge",
)
_CLASS: Final = {name: number for number, name in enumerate(_CLASSES)}
_EDGE: Final = _CLASS["edge"]
_REACH: Final = 3

_BESIDE: Final = {
    offset: Family(tuple(f"{'above' if offset < 0 else 'below'}{abs(offset)}:{name}" for name in _CLASSES))
    for offset in (-3, -2, -1, 1, 2, 3)
}
_BETWEEN: Final = Family(tuple(">".join(names) for names in product(_CLASSES, repeat=3)))
_BEFORE: Final = Family(names_of("prose-before", len(_PLACES)))
_BEFORE_IN: Final = tuple(
    Family(names_of(f"{kind}/prose-before", len(_PLACES))) for kind in ("bare-page", "light-page", "page", "heavy-page")
)
_PLACE: Final = Family(names_of("place", len(_PLACES)))
_NEAR: Final = Family(names_of("prose-near", 5))
_AROUND: Final = Family(names_of("prose-around", 5))
_SHAPES: Final = Family(names_of("shapes-around", 5))
_DATES: Final = Family(names_of("dates-around", 4))
_RUN: Final = Family(tuple(name for size in range(8) for name in names_of(f"list-run/size{size}", 8)))
_KINSHIP: Final = Family(tuple(name for size in range(9) for name in names_of(f"kinship/size{size}", 6)))
_ENDING: Final = Family(tuple(f"ending-above:{lately}/size{size}" for lately in range(6) for size in range(9)))
_SEEN: Final = Family(("once", *names_of("seen-twice/size", len(SIZES))))


def traits(looks: Sequence[Look]) -> list[list[str]]:
    """The traits of every piece among its neighbours, in order."""
    found = [[*look.own] for look in looks]
    for family, numbers in columns(looks, sheet_of(looks)) if looks else ():
        for own, number in zip(found, numbers.tolist(), strict=True):
            if family.names[number]:
                own.append(family.names[number])
    return found


def scores(looks: Sequence[Look]) -> list[float]:
    """How strongly every piece speaks for its being of the article (above 0) or against it: by its traits and by trees.

    The two are wrong about different lines: their mean is better than either.
    """
    if not looks:
        return []
    sheet = sheet_of(looks)
    total = np.array([score(look.own) for look in looks])
    for family, numbers in columns(looks, sheet):
        total += values(family)[numbers]
    by_trees = read_forest(TREES).scores(surroundings(sheet), len(looks))
    return (SHARE * total + (1 - SHARE) * by_trees).tolist()  # type: ignore[no-any-return]


def columns(looks: Sequence[Look], sheet: Sheet) -> Iterator[Column]:
    """The families of traits that a piece has by its place and its neighbours."""
    count, own = len(looks), sheet.own
    every = np.arange(count)
    words, sizes = own["words"].astype(int), own["size"].astype(int)
    sentences, shaped = own["sentence"] > 0, own["shape"] > 0
    prose = np.where(sentences, np.minimum(words, _LONGEST), 0)
    before = _running(prose)
    place = np.searchsorted(_PLACES, before[:-1] / (before[-1] or 1), side="right")
    yield from _neighbours(sheet)
    yield from _endings_above(looks, sheet, np.minimum(sizes, 8))
    yield _BEFORE, place
    yield _BEFORE_IN[int(np.searchsorted(_SHARES_OF_SHAPES, shaped.mean(), side="right"))], place
    yield _PLACE, np.searchsorted(_PLACES, every / count, side="right")
    for family, reach in ((_NEAR, 3), (_AROUND, 10)):
        yield family, np.searchsorted(_DENSITIES, (_within(before, reach) - prose) * 3 // reach, side="right")
    yield _SHAPES, np.minimum(5, _within(_running(shaped), 5))
    yield _DATES, np.minimum(4, _within(_running(own["dated"]), 6))
    yield _RUN, np.minimum(sizes, 7) * 9 + _list_runs(sentences)
    yield _KINSHIP, np.minimum(sizes, 8) * 7 + _kinship(sheet)
    yield _SEEN, np.where(own["times"] > 1, sizes + 1, 0)


def _running(numbers: Numbers) -> Numbers:
    """The sum of what stands before each place, and of all."""
    return np.concatenate([[0], np.cumsum(numbers, dtype=np.int64)])


def _within(sums: Numbers, reach: int) -> Numbers:
    """How much stands within reach of each piece, itself included."""
    every = np.arange(len(sums) - 1)
    inside: Numbers = sums[np.minimum(len(every), every + reach + 1)] - sums[np.maximum(0, every - reach)]
    return inside


def _classes(own: Mapping[str, Numbers]) -> Numbers:
    """Every piece in one word, for its neighbours: the number of its class."""
    words, kind = own["words"], own["kind"]
    prose = _CLASS["prose-short"] - (words > 12) - (words > 40)
    item = _CLASS["item-short"] - (words > 6)
    other = _CLASS["short"] - (words > 4) - (words > 12)
    return np.select(
        [own["shape"] > 0, own["sentence"] > 0, kind == KINDS["item"], kind == KINDS["heading"]],
        [own["shape"].astype(int) - 1, prose, item, np.full_like(item, _CLASS["heading"])],
        other,
    )


def _neighbours(sheet: Sheet) -> Iterator[Column]:
    beyond = [_EDGE] * _REACH
    classes = np.concatenate([beyond, _classes(sheet.own), beyond])
    beside = {offset: classes[_REACH + offset : len(classes) - _REACH + offset] for offset in range(-3, 4)}
    for offset, family in _BESIDE.items():
        yield family, beside[offset]
    yield _BETWEEN, (beside[-1] * len(_CLASSES) + beside[0]) * len(_CLASSES) + beside[1]


def _endings_above(looks: Sequence[Look], sheet: Sheet, sizes: Numbers) -> Iterator[Column]:
    """Which lines that end articles stand above each piece, after the first prose, and how lately."""
    every = np.arange(len(looks))
    long = (sheet.own["sentence"] > 0) & (sheet.own["words"] > _LONG)
    ends = (sheet.own["shape"] >= EFFECTS["section"]) & (np.cumsum(long) > 0)
    first: dict[str, int] = {}
    for index in np.flatnonzero(ends).tolist():
        shape = looks[index].shape
        first.setdefault(shape.rule if shape else "", index)
    for rule, place in sorted(first.items()):
        yield _after(rule), (every > place).astype(int)
    last = np.concatenate([[-1], np.maximum.accumulate(np.where(ends, every, -1))[:-1]])
    lately = np.where(last < 0, 5, np.searchsorted(_LATELY, every - last + 1, side="right"))
    yield _ENDING, lately * 9 + sizes


@cache
def _after(rule: str) -> Family:
    return Family(("", f"after:{rule}"))


def _list_runs(sentences: Numbers) -> Numbers:
    """How long the unbroken run of lines is that are no sentences, in which each piece stands; 0 for a sentence."""
    edges = np.flatnonzero(np.diff(np.concatenate([[True], sentences, [True]])))
    lengths = np.zeros(len(sentences), dtype=int)
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        lengths[start:end] = end - start
    return np.where(lengths > 0, 1 + np.searchsorted(_RUNS, lengths, side="right"), 0)


def _kinship(sheet: Sheet) -> Numbers:
    """How much of a piece's longer words the prose of the page uses again and again: teasers speak of other things."""
    sentences = sheet.own["sentence"] > 0
    found = sheet.kinship(sentences, 2 + sentences)
    return np.where(found < 0, 0, np.searchsorted(_KIN, found, side="right") + 1)
