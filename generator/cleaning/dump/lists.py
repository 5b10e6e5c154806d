"""A dump's lists as wholes: where some items of a list are of the article, the others are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final

from generator.cleaning.dump.effects import leads_away
from generator.cleaning.pieces.looks import Look

_ENOUGH: Final = 0.5
"""Of a list's items: with so many in the body the others are too."""
_MOST: Final = 0.7
"""Of the items of a list that a line brings in: with so many in the body all are its own."""
_WORDS_OF_A_LABEL: Final = 6
_WORDS_OF_A_HEADING: Final = 12
_WORDS_OF_A_LINE: Final = 5
_WORDS_OF_A_SENTENCE: Final = 8
_MOST_LINES: Final = 12
"""Lines without marks that a line brings in."""
_END: Final = 80
_LEADS: Final = re.compile(
    r"\b(?:articles?|below|browse|check out|comments?|contents|cover|covered|demo|follow|guide|jump|learn more|links"
    r"|newsletter|page|posts?|read|reading|related|sections?|share|subscribe|topics?)\b",
    re.IGNORECASE,
)
"""Words of a line below whose colon links stand, to other pages or to the parts of this one."""
_ALIKE: Final = 3
"""So many times a body has a label that its entries share."""
_ENTRY: Final = 8
"""Lines from one label of an entry to the next."""
_LEFT, _LEFT_OF, _SEVERAL = 3, 0.4, 5
"""Items of a list amid a body that are left of it, as a share of its items at most, and how many those are at least."""
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
    """Which pieces are of the body, with all items of the lists that lines of it bring in.

    `Keywords` and `Language` are buttons elsewhere; below `Common elements include:` they are two of those. Below a
    label of a few words a list is the article's if most of it was chosen anyway.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
    """
    found = list(within)
    for places in lists(looks):
        above = places[0] - 1
        if above < 0 or not within[above] or not looks[above].piece.text.endswith(":"):
            continue
        kept = sum(within[place] for place in places)
        if kept >= _MOST * len(places) or (_brings_in(looks[above]) and not _is_furniture(looks, places)):
            for place in places:
                # A rule between sections may look like an item: `* * *`.
                found[place] = within[place] or looks[place].words > 0
    return _to_the_end(looks, _with_last_list(looks, _with_last_entries(looks, found)))


def _with_last_list(looks: Sequence[Look], within: Sequence[bool]) -> Sequence[bool]:
    """Which pieces are of the body, with the last items of the list that it ends in, if half of them are of it."""
    last = max((place for place, stays in enumerate(within) if stays), default=-1)
    cut = next((places for places in lists(looks) if places.start < last < places.stop - 1), None)
    if cut is None or not all(within[place] for place in range(cut.start, last + 1)):
        return within
    below = range(last + 1, cut.stop)
    if len(below) > _ENOUGH * len(cut) or any(looks[place].shape is not None for place in below):
        return within
    return [stays or (place in below and looks[place].words > 0) for place, stays in enumerate(within)]


def _with_last_entries(looks: Sequence[Look], within: Sequence[bool]) -> list[bool]:
    """Which pieces are of the body, with the last of its entries that all have the same labels: ``Price range:``.

    Each such label stands a few lines below the one before; behind the last of them stands one line more.
    """
    body = [place for place, stays in enumerate(within) if stays]
    said = Counter(looks[place].plain for place in body if _is_label(looks[place]))
    end = body[-1] if body else 0
    while body:
        reach = range(end + 1, min(len(looks) - 1, end + 1 + _ENTRY))
        near = takewhile(lambda place: not leads_away(looks[place]), reach)
        label = next((place for place in near if _is_label(looks[place]) and said[looks[place].plain] >= _ALIKE), None)
        if label is None:
            break
        end = label + 1
    return [stays or bool(body and body[-1] < place <= end) for place, stays in enumerate(within)]


def _is_label(look: Look) -> bool:
    return look.piece.text.endswith(":") and 0 < look.words <= _WORDS_OF_A_HEADING


def _brings_in(look: Look) -> bool:
    """Whether a line that ends in a colon says what the list below it is, and not where its links lead."""
    return look.words >= _WORDS_OF_A_LINE and _LEADS.search(look.piece.text[-_END:]) is None


def _is_furniture(looks: Sequence[Look], places: Sequence[int]) -> bool:
    """Whether half of some lines have the shapes of a page's own."""
    return sum(looks[place].shape is not None for place in places) >= _ENOUGH * len(places)


def _to_the_end(looks: Sequence[Look], within: Sequence[bool]) -> list[bool]:
    """Which pieces are of the body, with what its last line brings in, and with the sentence right below that.

    What is brought in may have no marks: then it is whatever no empty line parts from it.
    """
    found = list(within)
    body = [place for place, stays in enumerate(within) if stays]
    items = list(takewhile(lambda place: looks[place].piece.kind == "item", reversed(body)))
    above = body[-len(items) - 1] if len(items) < len(body) else None
    if above is None or not looks[above].piece.text.endswith(":") or not _brings_in(looks[above]):
        return found
    end = items[0] + 1 if items else _end_of_lists(looks, above + 1) or _end_of_run(looks, above + 1)
    # A question below is what another article answers.
    if end > above + 1 and end < len(looks) and _says_something(looks[end]) and not looks[end].piece.text.endswith("?"):
        end += 1
    found[above + 1 : end] = [True] * (end - above - 1)
    return found


def without_last_label(looks: Sequence[Look], within: Sequence[bool]) -> list[bool]:
    """Which pieces are of the body, without a label at its end below which nothing is left: ``More posts:``.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
    """
    last = max((place for place, stays in enumerate(within) if stays), default=len(looks))
    is_left = last < len(looks) and _is_label(looks[last]) and not _brings_in(looks[last])
    return [stays and not (is_left and place == last) for place, stays in enumerate(within)]


def _end_of_run(looks: Sequence[Look], start: int) -> int:
    """Where the lines end that no empty line parts from the one above them: with a whole sentence, if one is there."""
    run = takewhile(lambda place: _goes_on(looks[place]), range(start, min(len(looks), start + _MOST_LINES + 1)))
    end = start
    for place in run:
        end = place + 1
        if _says_something(looks[place]):
            break
    is_list = end - start <= _MOST_LINES and not _is_furniture(looks, range(start, end))
    return end if is_list else start


def _end_of_lists(looks: Sequence[Look], start: int) -> int:
    """Where lists end that stand one below the other, each under its label; 0 if there are none."""
    end = 0
    for places in lists(looks):
        if places.start == (end or start) + 1 and _is_label(looks[places.start - 1]):
            end = places.stop
    return end


def _goes_on(look: Look) -> bool:
    return look.piece.kind == "paragraph" and not look.piece.apart and look.shape is None


def _says_something(look: Look) -> bool:
    """Whether a line is a whole sentence and has no shape of a page's own."""
    is_sentence = look.piece.kind == "paragraph" and look.sentence and look.words >= _WORDS_OF_A_SENTENCE
    return is_sentence and look.shape is None


def without_stubs(looks: Sequence[Look], within: Sequence[bool]) -> list[bool]:
    """Which pieces are of the body, which neither ends with a few items of a list that goes on below it nor begins so.

    Amid it such items are what is left of a list of contents.

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
        elif (is_stub and kept[0] == body[0] and kept[-1] == places[-1]) or _is_left_of(looks, kept, places, body):
            for place in kept:
                found[place] = False
    return found


def _is_left_of(looks: Sequence[Look], kept: Sequence[int], places: range, body: Sequence[int]) -> bool:
    """Whether so few items of a list amid a body were chosen, none of them a sentence, that it is not its own."""
    few = 0 < len(kept) <= min(_LEFT, _LEFT_OF * len(places)) and len(places) >= _SEVERAL
    return few and body[0] < kept[0] and kept[-1] < body[-1] and not any(looks[place].sentence for place in kept)


def _label(looks: Sequence[Look], body: Sequence[int], first: int) -> Sequence[int]:
    """The line of the body above the first item of a list, where that is no sentence."""
    above = body[body.index(first) - 1 :][:1] if body.index(first) else []
    return [place for place in above if looks[place].words <= _WORDS_OF_A_LABEL and not looks[place].sentence]
