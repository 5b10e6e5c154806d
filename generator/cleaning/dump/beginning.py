"""Where a dump's article begins: with the first word of a sentence, and below a picture's text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import takewhile
from typing import Final

from generator.cleaning.dump.series import numbered
from generator.cleaning.pieces.first_parts import names_first_part
from generator.cleaning.pieces.looks import Look
from generator.cleaning.pieces.words import ANY_FUNCTION_WORD
from generator.text.sentences import CLOSERS, TERMINATORS

_REACH: Final = 16
"""Pieces of a sentence that a dump has torn at its links."""
_SENTENCE: Final = 6
"""Words of a line without a mark at its end that is no heading: it goes on below."""
_PICTURE: Final = 14
"""Words of a picture's text."""
_SEVERAL: Final = 3
"""Lines that a page of contents has at least."""
_HEADING: Final = 12
"""Words of a heading."""
_MARKS: Final = (*TERMINATORS, ":", ";", ",")
_INSIDE: Final = ",;—–-)”"
_OPENERS: Final = ("(", "“", "[")


def begun_right(looks: Sequence[Look], within: Sequence[bool], fields: Collection[int]) -> list[bool]:
    """Which pieces are of the body, which begins neither inside a sentence nor with the text of a picture.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
        fields: Those that gave headline, byline or date: no article begins above one of them.
    """
    chosen = list(within)
    body = [index for index, stays in enumerate(within) if stays and looks[index].words]
    body = body[_said_again(looks, body) :]
    if body:
        chosen[: body[0]] = [False] * body[0]
    if body and (_is_over(looks, body, fields) or _is_headed(looks, body[0], fields) or _counts(looks, body, fields)):
        chosen[body[0] - 1] = True
    if len(body) > 1 and _is_picture(looks[body[0]].piece.text, looks[body[1]].piece.text):
        chosen[body.pop(0)] = False
    if body and _goes_on(looks[body[0]].piece.text):
        first = _first_of_sentence(looks, body[0], fields)
        chosen[first : body[0]] = [True] * (body[0] - first)
    return chosen


def _said_again(looks: Sequence[Look], body: Sequence[int]) -> int:
    """How many short lines a body begins with that it has again: entries of its contents, or offers.

    Whoever speaks in it, and what its entries share, it names more than twice: such a line is one of contents if it is
    numbered, or one of several.
    """
    left = Counter(looks[place].plain for place in body)
    run: list[tuple[Look, int]] = []
    for look in map(looks.__getitem__, body):
        left[look.plain] -= 1
        if not _is_short(look) or not left[look.plain]:
            break
        run.append((look, left[look.plain]))
    if len({look.plain for look, _ in run}) >= _SEVERAL:
        return len(run)
    return sum(1 for _ in takewhile(lambda one: one[1] == 1 or one[0].piece.text[:1].isdigit(), run))


def _is_short(look: Look) -> bool:
    return (
        not look.sentence
        and look.words <= _HEADING
        and look.piece.kind != "heading"
        and not look.piece.text.endswith(":")
    )


def _is_over(looks: Sequence[Look], body: Sequence[int], fields: Collection[int]) -> bool:
    """Whether right above the heading with which a body begins stands one of a higher rank, and of its others' rank."""
    place = body[0] - 1
    first, above = looks[body[0]].piece, looks[place].piece
    if (
        place < 0
        or place in fields
        or {first.kind, above.kind} != {"heading"}
        or len(above.marker) >= len(first.marker)
    ):
        return False
    return looks[place].shape is None and any(
        (one := looks[index].piece).kind == "heading" and one.marker == above.marker for index in body
    )


def _counts(looks: Sequence[Look], body: Sequence[int], fields: Collection[int]) -> bool:
    """Whether right above what a body begins with stands ``Tip #1``, and ``Tip #2`` in it."""
    place = body[0] - 1
    if place < 0 or place in fields or looks[place].words > _HEADING or looks[place].piece.kind == "item":
        return False
    first = numbered(looks[place].piece.text)
    following = first._replace(number=first.number + 1)
    return bool(first.series) and any(numbered(looks[index].piece.text) == following for index in body)


def _is_headed(looks: Sequence[Look], first: int, fields: Collection[int]) -> bool:
    """Whether right above what a body begins with stands what it is called: ``Key Takeaways``, or a marked heading."""
    if first == 0 or first - 1 in fields:
        return False
    above, below = looks[first - 1], looks[first]
    if names_first_part(above.plain):
        return True
    if above.shape is not None or not 0 < above.words <= _HEADING or above.piece.text.endswith(_MARKS):
        return False
    return above.piece.kind == "heading" != below.piece.kind and "|" not in above.piece.text


def _is_picture(text: str, following: str) -> bool:
    """Whether a line in small letters, without a mark at its end, stands above one that begins a sentence."""
    small = text[:1].islower() and not text.endswith(_MARKS) and text[1:2].islower()
    return small and len(text.split()) <= _PICTURE and not _goes_on(following)


def _goes_on(text: str) -> bool:
    """Whether a line begins inside a sentence: ``-based``, ``”), of which``."""
    return text[:1].islower() or text[:1] in _INSIDE


def _first_of_sentence(looks: Sequence[Look], place: int, fields: Collection[int]) -> int:
    """The piece with which the sentence of a piece begins; the piece itself where none above leads into it."""
    first = place
    for index in range(place - 1, max(-1, place - 1 - _REACH), -1):
        look = looks[index]
        if first < place and _has_end(look.piece.text):
            return first
        if index in fields or look.shape is not None or _has_end(look.piece.text):
            break
        if not (_goes_on(looks[first].piece.text) or _leads_on(look)):
            break
        first = index
    return place if _goes_on(looks[first].piece.text) else first


def _has_end(text: str) -> bool:
    return text.rstrip(CLOSERS).endswith((*TERMINATORS, ":"))


def _leads_on(look: Look) -> bool:
    """Whether a line is plainly without its end: it is long, or stops at a comma, a bracket or ``the`` and its like."""
    last = look.plain.rpartition(" ")[2]
    return look.words >= _SENTENCE or look.piece.text.endswith((",", *_OPENERS)) or last in ANY_FUNCTION_WORD
