"""Where each piece of a dump stands among its prose, in numbers: what the trees of prose ask for.

Prose is counted in words of running text; a *stretch* is prose with at most three other lines between; a *block* is
what stands between two blank lines. The main stretch is the one with the most prose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from generator.cleaning.looks import Look

Numbers = np.ndarray[Any, np.dtype[Any]]
Columns = dict[str, Numbers]

_LONGEST: Final = 120
_LONG: Final = 20
_SHORT: Final = 5
_GAP: Final = 4
"""Two sentences this many places apart, or fewer, are of one stretch."""
_FAR: Final = 99
_FURTHEST: Final = 9
_EFFECTS: Final[Mapping[str, int]] = {"line": 1, "section": 2, "tail": 3}
_KINDS: Final[Mapping[str, int]] = {"paragraph": 0, "heading": 1, "item": 2, "quote": 3, "code": 4, "table": 5}
_PROSE_WITHIN: Final = (2, 5, 10, 20)
_LINES_WITHIN: Final = (5, 12)
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


def surroundings(looks: Sequence[Look]) -> Columns:
    """A column a trait, a row a piece, of a dump that has at least one."""
    own = _own(looks)
    sentences = own["sentence"] > 0
    prose = np.where(sentences, np.minimum(own["words"], _LONGEST), 0.0)
    main, stretches = _stretches(sentences, prose)
    own |= stretches
    own["kinship"] = _kinship(looks, main)
    return own | _place(own, prose) | _within_reach(own, prose) | _distances(own) | _page(own, prose) | _beside(own)


def _own(looks: Sequence[Look]) -> Columns:
    lowered = [look.piece.text.lower() for look in looks]
    times = Counter(lowered)
    return {
        "words": _column([look.words for look in looks]),
        "characters": _column([len(look.piece.text) for look in looks]),
        "capitals": _column([look.capitals for look in looks]),
        "ending": _column([look.ending for look in looks]),
        "sentence": _column([look.sentence for look in looks]),
        "shape": _column([_EFFECTS[look.shape.effect] if look.shape else 0 for look in looks]),
        "kind": _column([_KINDS[look.piece.kind] for look in looks]),
        "apart": _column([look.piece.apart for look in looks]),
        "dated": _column(["date/short" in look.own for look in looks]),
        "times": _column([times[text] for text in lowered]),
    }


def _column(values: Sequence[float]) -> Numbers:
    return np.array(values, dtype=np.float64)


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
        "stretches-from-main": np.clip(held.of - main, -_FURTHEST, _FURTHEST).astype(float),
        "from-main-start": np.clip(every - held.starts[main], -_FAR, _FAR).astype(float),
        "from-main-end": np.clip(every - end, -_FAR, _FAR).astype(float),
    }


def _runs(flags: Numbers) -> _Runs:
    starts = np.concatenate([[0], np.flatnonzero(np.diff(flags.astype(np.int8))) + 1])
    return _runs_from(starts, len(flags))


def _runs_from(starts: Numbers, count: int) -> _Runs:
    lengths = np.diff(np.append(starts, count))
    return _Runs(starts=starts, lengths=lengths, of=np.repeat(np.arange(len(starts)), lengths))


def _kinship(looks: Sequence[Look], main: Numbers) -> Numbers:
    """What share of a piece's longer words the sentences of the main stretch use, other than the piece itself."""
    inside = [look.sentence and within for look, within in zip(looks, main.tolist(), strict=True)]
    uses = Counter(term for look, within in zip(looks, inside, strict=True) if within for term in look.terms)
    used, again = frozenset(uses), frozenset(term for term, number in uses.items() if number > 1)
    return _column([
        len(look.terms & (again if within else used)) / len(look.terms) if look.terms else -1.0
        for look, within in zip(looks, inside, strict=True)
    ])  # fmt: skip


def _place(own: Columns, prose: Numbers) -> Columns:
    count = len(prose)
    upto = np.cumsum(prose)
    long = (own["sentence"] > 0) & (own["words"] > _LONG)
    ends = (own["shape"] >= _EFFECTS["section"]) & (np.cumsum(long) > 0)
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
    found: Columns = {}
    for reach in _PROSE_WITHIN:
        found[f"prose-{reach}"], found[f"prose+{reach}"] = _reached(prose, reach)
    lines = {
        "shapes": own["shape"] > 0,
        "short": own["words"] < _SHORT,
        "dates": own["dated"] > 0,
    }
    for name, flags in lines.items():
        for reach in _LINES_WITHIN:
            found[f"{name}-{reach}"], found[f"{name}+{reach}"] = _reached(flags.astype(float), reach)
    return found


def _reached(amounts: Numbers, reach: int) -> tuple[Numbers, Numbers]:
    count = len(amounts)
    sums = np.concatenate([[0.0], np.cumsum(amounts)])
    every = np.arange(count)
    above = sums[every] - sums[np.maximum(0, every - reach)]
    return above, sums[np.minimum(count, every + reach + 1)] - sums[every + 1]


def _distances(own: Columns) -> Columns:
    """How far above and below the next of some lines is."""
    sentences = own["sentence"] > 0
    marks = {
        "sentence": sentences,
        "long": sentences & (own["words"] > _LONG),
        "date": own["dated"] > 0,
        **{effect: own["shape"] == number for effect, number in _EFFECTS.items()},
    }
    return {f"since-{name}": _since(mark).astype(float) for name, mark in marks.items()} | {
        f"until-{name}": _until(mark).astype(float) for name, mark in marks.items()
    }


def _since(marks: Numbers) -> Numbers:
    """How many places above each the last marked piece stands."""
    every = np.arange(len(marks))
    last = np.maximum.accumulate(np.where(marks, every, -_FAR))
    since: Numbers = np.minimum(_FAR, every - np.concatenate([[-_FAR], last[:-1]]))
    return since


def _until(marks: Numbers) -> Numbers:
    """How many places below each the next marked piece stands."""
    return _since(marks[::-1])[::-1]


def _page(own: Columns, prose: Numbers) -> Columns:
    """What the dump is like as a whole: the same for all of its pieces."""
    words = np.minimum(own["words"], _LONGEST).sum() or 1.0
    told = {
        "page-pieces": float(len(prose)),
        "page-prose": float(prose.sum()),
        "page-share": float(prose.sum() / words),
        "page-shapes": float((own["shape"] > 0).mean()),
        "page-apart": float(own["apart"].mean()),
        "page-items": float((own["kind"] == _KINDS["item"]).mean()),
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
