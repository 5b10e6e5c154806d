"""Which pieces of a dump are its article: what the model of prose and lines that most files have tell together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from generator.cleaning.certainty import Choice, expected_f1
from generator.cleaning.dump.effects import stands_alone
from generator.cleaning.dump.features import scores as scores_of
from generator.cleaning.dump.lists import lists, with_their_labels, with_whole_lists
from generator.cleaning.dump.middles import stands_amid
from generator.cleaning.dump.page import Page
from generator.cleaning.dump.prose import inside
from generator.cleaning.pieces.looks import Look
from generator.cleaning.pieces.shapes import Shape

_REPEATED: Final = -12.0
_SURE_PROSE: Final = 1.0
_INSIDE: Final = 3.0
_LINE: Final = -1.0
_SILENT: Final = 0.0
"""A line that a maintainer takes out says nothing of where the article stands."""
_OF_A_LINE: Final = 3
_NEVER: Final = frozenset({
    "empty-label", "shape:skip-link", "shape:print-rule", "shape:advertisement", "shape:story-continues",
    "shape:related", "shape:share-bar",
})  # fmt: skip


def article_pieces(page: Page) -> Choice:
    """Which pieces are of the article; of furniture inside it only what looks like good prose stays."""
    looks = page.looks
    if not looks:
        return Choice([], 0.0)
    scores = _with_bounds(page, scores_of(looks))
    for index, verdict in page.verdicts.items():
        if verdict.fate == "body":
            scores[index] = -_REPEATED
        elif index in page.ruled.verdicts:
            scores[index] = _SILENT
        elif stands_alone(looks[index]):
            scores[index] = min(scores[index], _LINE)
        else:
            scores[index] = _REPEATED
    weights = [_weight(look) for look in looks]
    within = inside(scores, weights)
    certainty = expected_f1(scores, weights, within)
    if not any(within):
        within = [look.shape is None for look in looks]
    chosen = [
        stays
        and (
            look.shape is None
            or index in page.credits
            or _is_sure(look.shape, value)
            or stands_amid(looks, within, index)
        )
        for index, (stays, look, value) in enumerate(zip(within, looks, scores, strict=True))
    ]
    whole = with_whole_lists(looks, chosen, scores, page.gone)
    # Between lines that most files have no label leads away from the article.
    return Choice(with_their_labels(looks, whole) if page.common else whole, certainty)


def _is_sure(shape: Shape, value: float) -> bool:
    """Whether a line of the article has a known shape by chance."""
    return value >= _SURE_PROSE and shape.rule not in _NEVER


def _weight(look: Look) -> int:
    """How many words speak for or against a piece; a line that goes wherever it stands says little of its place."""
    return min(look.words, _OF_A_LINE) if stands_alone(look) else look.words


def _with_bounds(page: Page, scores: Sequence[float]) -> list[float]:
    """The scores of the pieces, where lines that most files have tell between which of them the article stands."""
    walls = [index for index in sorted(page.common) if not stands_alone(page.looks[index])]
    if not walls:
        return list(scores)
    edges = [-1, *walls, len(scores)]
    rooms = [range(first + 1, last) for first, last in pairwise(edges)]
    worth = [
        0.0 if index in page.shared else max(0.0, value) * page.looks[index].words for index, value in enumerate(scores)
    ]
    room = max(rooms, key=lambda room: sum(worth[index] for index in room))
    last = max((index for index in room if page.looks[index].sentence), default=room.start)
    last = next((places[-1] for places in lists(page.looks) if last in places and places[-1] in room), last)
    return [
        value - _INSIDE if index not in room else value + _INSIDE if index <= last and look.shape is None else value
        for index, (value, look) in enumerate(zip(scores, page.looks, strict=True))
    ]
