"""Where each piece of a dump stands among its prose, in numbers: what the trees of prose ask for.

Prose is counted in words of running text; a *stretch* is prose with at most three other lines between; a *block* is
what stands between two blank lines. The main stretch is the one with the most prose.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from generator.cleaning.dump.sheet import Numbers, Sheet, bounded
from generator.cleaning.pieces.looks import EFFECTS, KINDS

Columns = dict[str, Numbers]

_LONGEST: Final = 120
_LONG: Final = 20
_SHORT: Final = 5
_GAP: Final = 4
"""Two sentences this many places apart, or fewer, are of one stretch."""
_FAR: Final = 99
_FURTHEST: Final = 9
_PROSE_WITHIN: Final = (2, 5, 10, 20)
_LINES_WITHIN: Final = (5, 12)
_LINES: Final = ("shapes", "short", "dates")
_BESIDE: Final[Mapping[str, Sequence[int]]] = {
    "words": (-2, -1, 1, 2), "capitals": (-1, 1), "kinship": (-2, -1, 1),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Runs:
    """A page parted where a flag changes."""

    starts: Numbers
    lengths: Numbers
    of: Numbers
    """Piece -> number of its run."""


def surroundings(sheet: Sheet) -> Columns:
    """A column a trait, a row a piece."""
    own = dict(sheet.own)
    sentences = own["sentence"] > 0
    prose = np.where(sentences, np.minimum(own["words"], _LONGEST), 0.0)
    main, stretches = _stretches(sentences, prose)
    own |= stretches
    # The words of the main stretch's sentences, of which a piece of it must share them with another.
    inside = main & sentences
    own["kinship"] = sheet.kinship(inside, 1 + inside)
    return own | _place(own, prose) | _within_reach(own, prose) | _distances(own) | _page(own, prose) | _beside(own)


def _stretches(sentences: Numbers, prose: Numbers) -> tuple[Numbers, Columns]:
    """Which pieces are of the main stretch, and where all of them stand to it and in their own."""
    every = np.arange(len(prose))
    runs = _runs(sentences)
    near = _since(sentences) + _until(sentences) <= _GAP
    held = _runs(sentences | near)
    mass = np.add.reduceat(prose, held.starts)
    main = int(mass.argmax())
    end = int(held.starts[main] + held.lengths[main])
    return held.of == main, {
        "run": runs.lengths[runs.of] * np.where(sentences, 1.0, -1.0),
        "prose-in-run": np.add.reduceat(prose, runs.starts)[runs.of],
        "in-stretch": (sentences | near).astype(float),
        "stretch": held.lengths[held.of].astype(float),
        "prose-in-stretch": mass[held.of] / (prose.sum() or 1.0),
        "stretches-from-main": bounded(held.of - main, _FURTHEST).astype(float),
        "from-main-start": bounded(every - held.starts[main], _FAR).astype(float),
        "from-main-end": bounded(every - end, _FAR).astype(float),
    }


def _runs(flags: Numbers) -> _Runs:
    starts = np.concatenate([[0], np.flatnonzero(np.diff(flags.astype(np.int8))) + 1])
    return _runs_from(starts, len(flags))


def _runs_from(starts: Numbers, count: int) -> _Runs:
    lengths = np.diff(np.append(starts, count))
    return _Runs(starts=starts, lengths=lengths, of=np.repeat(np.arange(len(starts)), lengths))


def _place(own: Columns, prose: Numbers) -> Columns:
    count = len(prose)
    upto = np.cumsum(prose)
    long = (own["sentence"] > 0) & (own["words"] > _LONG)
    ends = (own["shape"] >= EFFECTS["section"]) & (np.cumsum(long) > 0)
    blocks = _runs_from(np.flatnonzero((own["apart"] > 0) | (np.arange(count) == 0)), count)
    words = np.minimum(own["words"], _LONGEST)
    shares = np.add.reduceat(prose, blocks.starts) / np.maximum(1.0, np.add.reduceat(words, blocks.starts))
    return {
        "place": np.arange(count) / count,
        "share-above": (upto - prose) / (upto[-1] or 1.0),
        "prose-above": upto - prose,
        "prose-below": upto[-1] - upto,
        "long-above": np.cumsum(long).astype(float),
        "ends-above": (np.cumsum(ends) - ends).astype(float),
        "block": blocks.lengths[blocks.of].astype(float),
        "prose-of-block": shares[blocks.of],
    }


def _within_reach(own: Columns, prose: Numbers) -> Columns:
    """How much prose, furniture, short lines and dates stand within reach above (-) and below (+)."""
    amounts = np.stack([prose, own["shape"] > 0, own["words"] < _SHORT, own["dated"] > 0])
    found: Columns = {}
    for names, rows, reaches in ((("prose",), amounts[:1], _PROSE_WITHIN), (_LINES, amounts[1:], _LINES_WITHIN)):
        for reach, above, below in _reached(rows, reaches):
            for name, up, down in zip(names, above, below, strict=True):
                found[f"{name}-{reach}"], found[f"{name}+{reach}"] = up, down
    return found


def _reached(amounts: Numbers, reaches: Sequence[int]) -> Iterator[tuple[int, Numbers, Numbers]]:
    """Of rows of amounts, for each reach: how much of each stands so far above and below every place."""
    height, count = amounts.shape
    far = max(reaches) + 1
    sums = np.cumsum(np.concatenate([np.zeros((height, far)), amounts, np.zeros((height, far))], axis=1), axis=1)
    upto, through = sums[:, far - 1 : far - 1 + count], sums[:, far : far + count]
    for reach in reaches:
        first, last = far - 1 - reach, far + reach
        yield reach, upto - sums[:, first : first + count], sums[:, last : last + count] - through


def _distances(own: Columns) -> Columns:
    """How far above and below the next of some lines is."""
    sentences = own["sentence"] > 0
    marks: Columns = {
        "sentence": sentences,
        "long": sentences & (own["words"] > _LONG),
        "date": own["dated"] > 0,
        **{effect: own["shape"] == number for effect, number in EFFECTS.items()},
    }
    rows = np.stack(list(marks.values()))
    since, until = _since(rows).astype(float), _until(rows).astype(float)
    found: Columns = {}
    for number, name in enumerate(marks):
        found[f"since-{name}"], found[f"until-{name}"] = since[number], until[number]
    return found


def _since(marks: Numbers) -> Numbers:
    """How many places above each the last marked piece stands, for a row of places or several."""
    every = np.arange(marks.shape[-1])
    last = np.maximum.accumulate(np.where(marks, every, -_FAR), axis=-1)
    since = np.full(marks.shape, _FAR)
    since[..., 1:] = np.minimum(_FAR, every[1:] - last[..., :-1])
    return since


def _until(marks: Numbers) -> Numbers:
    """How many places below each the next marked piece stands."""
    return _since(marks[..., ::-1])[..., ::-1]


def _page(own: Columns, prose: Numbers) -> Columns:
    """What the dump is like as a whole: the same for all of its pieces."""
    words = np.minimum(own["words"], _LONGEST).sum() or 1.0
    told = {
        "page-pieces": float(len(prose)),
        "page-prose": float(prose.sum()),
        "page-share": float(prose.sum() / words),
        "page-shapes": float((own["shape"] > 0).mean()),
        "page-apart": float(own["apart"].mean()),
        "page-items": float((own["kind"] == KINDS["item"]).mean()),
        "page-words": float(np.median(own["words"])),
    }
    return {name: np.full(len(prose), value) for name, value in told.items()}


def _beside(own: Columns) -> Columns:
    """What the neighbours are like; beyond the page nothing."""
    return {
        f"{name}{distance:+d}": _shifted(own[name], distance)
        for name, distances in _BESIDE.items()
        for distance in distances
    }


def _shifted(column: Numbers, distance: int) -> Numbers:
    beyond = np.full(abs(distance), -1.0)
    longer = np.concatenate([beyond, column, beyond])
    start = abs(distance) + distance
    return longer[start : start + len(column)]
