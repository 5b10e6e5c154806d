"""A dump's lists as wholes: where some items of a list are of the article, the others are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from generator.cleaning.pieces.looks import Look

_ENOUGH: Final = 0.5
"""Of a list's items: with so many in the body the others are too."""
_MOST: Final = 0.7
"""Of the items of a list that a line brings in: with so many in the body all are its own."""
_WORDS_OF_A_LABEL: Final = 6
_FEW: Final = 2
"""Items that a body may have of a list at its edge without the list's being its own."""


def lists(looks: Sequence[Look]) -> Iterator[range]:
    """The runs of items that stand together, each with what is nested in it."""
    start = 0
    for index, (upper, lower) in enumerate(pairwise([*looks, None]), start=1):
        if upper is None or lower is None or not _go_together(upper, lower):
            if index - start > 1:
                yield range(start, index)
            start = index


def _go_together(upper: Look, lower: Look) -> bool:
    pieces = upper.piece, lower.piece
    return all(piece.kind == "item" for piece in pieces) and pieces[0].marker[-1:] == pieces[1].marker[-1:]


def with_whole_lists(
    looks: Sequence[Look], within: Sequence[bool], scores: Sequence[float], gone: frozenset[int]
) -> list[bool]:
    """Which pieces are of the body, with all items of every list of which enough are.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
        scores: How strongly each speaks for the article.
        gone: Which are furniture for sure.
    """
    chosen = list(within)
    for places in lists(looks):
        kept = sum(within[place] for place in places)
        is_cut = within[places[0]] and len(places) > kept >= _ENOUGH * len(places)
        if is_cut and sum(scores[place] for place in places) > 0:
            for place in places:
                chosen[place] = within[place] or (place not in gone and looks[place].shape is None)
    return chosen


def with_their_labels(looks: Sequence[Look], chosen: Sequence[bool]) -> list[bool]:
    """Which pieces are of the body, with the label (``Further reading``) right above a list that is of it."""
    found = list(chosen)
    for places in lists(looks):
        label = places[0] - 1
        shape = looks[label].shape if label >= 0 else None
        if shape is not None and shape.effect == "section" and all(chosen[place] for place in places):
            found[label] = True
    return found


def with_brought_in(looks: Sequence[Look], within: Sequence[bool]) -> list[bool]:
    """Which pieces are of the body, with all items of a list that a line of it brings in and of which it has most.

    `Keywords` and `Language` are buttons elsewhere; below `Common elements include:` they are two of those.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
    """
    found = list(within)
    for places in lists(looks):
        above = places[0] - 1
        is_brought_in = above >= 0 and within[above] and looks[above].piece.text.endswith(":")
        if is_brought_in and sum(within[place] for place in places) >= _MOST * len(places):
            found[places.start : places.stop] = [True] * len(places)
    return found


def without_stubs(looks: Sequence[Look], within: Sequence[bool]) -> list[bool]:
    """Which pieces are of the body, which neither ends with a few items of a list that goes on below it nor begins so.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
    """
    found = list(within)
    body = [place for place, stays in enumerate(within) if stays]
    for places in lists(looks):
        kept = [place for place in places if within[place]]
        is_stub = (
            0 < len(kept) <= _FEW
            and len(kept) < _ENOUGH * len(places)
            and not any(looks[place].sentence for place in kept)
        )
        if is_stub and kept[-1] == body[-1] and kept[0] == places[0]:
            for place in (*kept, *_label(looks, body, kept[0])):
                found[place] = False
        elif is_stub and kept[0] == body[0] and kept[-1] == places[-1]:
            for place in kept:
                found[place] = False
    return found


def _label(looks: Sequence[Look], body: Sequence[int], first: int) -> Sequence[int]:
    """The line of the body above the first item of a list, where that is no sentence."""
    above = body[body.index(first) - 1 :][:1] if body.index(first) else []
    return [place for place in above if looks[place].words <= _WORDS_OF_A_LABEL and not looks[place].sentence]
