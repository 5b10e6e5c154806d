"""Headings amid a dump's article: ``Why the Harbour Matters`` between two paragraphs, where a dump marks none."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from generator.cleaning.dump.depths import usual_depth
from generator.cleaning.dump.layout import Traits, columns
from generator.cleaning.dump.line_words import LineWords, line_words, word_traits
from generator.cleaning.dump.remarks import marks_headings
from generator.cleaning.dump.seams import Seams, is_number
from generator.cleaning.dump.series import series_of
from generator.cleaning.dump.short_lines import line_traits
from generator.cleaning.pieces.forest import score
from generator.cleaning.pieces.looks import Look

TABLE: Final = "subheads.tsv"
"""The trees, built by ``python -m tests.quality.train_subheads``."""

_LEAST: Final = 0.5
"""Log-odds from which a line is a heading."""
_LEAST_OF_SERIES: Final = -2.0
"""The same for a line that is numbered as another is, which is a heading for sure …"""
_LEAST_OF_QUESTIONS: Final = -0.5
"""… and for a question where several others are."""
_SEVERAL: Final = 2
_LEAST_LISTED, _LEAST_IN_A_ROW, _MOST_OF_LIST = 3, 5, 0.75
"""So many lines below a colon, or one below the other, are a list and no headings, where most of it look like some."""
_MOST_WORDS: Final = 14
_NO_ENDS: Final = ".,;"
_FACT: Final = re.compile(
    r"wh(?:o|at|en|ere|y):|.*: ?[$£€]\d[\d,.]*$|.*, (?-i:[A-Z]{2})(?: \d{5})?$"
    r"|\d{1,5} .*\b(?:avenue|ave|boulevard|blvd|drive|road|rd|street|st)\b\.?"
    r"|\d{3,5} .*\b(?:building|court|lane|plaza|square)$",
    re.IGNORECASE,
)
"""What an advisory tells line by line: who, what and where, the street of a house, a sum."""


def unmarked_headings(
    looks: Sequence[Look], within: Sequence[bool], title: str, lines: Sequence[str]
) -> frozenset[int]:
    """Which pieces of a body are headings, though nothing marks them.

    Args:
        looks: The pieces of the dump.
        within: Which of them are of the body.
        title: The words of its headline, plain.
        lines: The raw lines of the dump.
    """
    body = [look.piece for look, stays in zip(looks, within, strict=True) if stays]
    if has_marked_headings(looks, lines) or usual_depth(body, lines):
        return frozenset()
    places = candidates(looks, within)
    odds = score(TABLE, subhead_traits(looks, within, title, places, line_words()), len(places)) if places else ()
    known = {place: value for place, value in zip(places, odds, strict=True) if not _is_fact(looks[place].piece.text)}
    sure = {place for place, value in known.items() if value >= _LEAST}
    counted = {series_of(looks[place].piece.text) for place in sure} - {""}
    likely = {place for place, value in known.items() if value >= _LEAST_OF_SERIES} if counted else ()
    numbered = {place for place in likely if series_of(looks[place].piece.text) in counted}
    asking = {place for place, value in known.items() if value >= _LEAST_OF_QUESTIONS and _asks(looks[place])}
    questions = asking if len(asking & sure) >= _SEVERAL else set[int]()
    found = sure | numbered | questions
    return frozenset(found - _listed(looks, within, found))


def has_marked_headings(looks: Sequence[Look], lines: Sequence[str]) -> bool:
    """Whether marks tell the headings of a dump."""
    return any(look.piece.kind == "heading" for look in looks) and marks_headings(lines)


def _listed(looks: Sequence[Look], within: Sequence[bool], found: Collection[int]) -> set[int]:
    """The lines of lists, of which no mark tells: many in a row, or below a colon, that look like headings."""
    listed, run, is_below_colon = set[int](), list[int](), False
    for place in (*(index for index, stays in enumerate(within) if stays), None):
        if place is not None and _may_head(looks[place]) and not looks[place].piece.text.endswith(":"):
            run.append(place)
            continue
        named = [one for one in run if one in found]
        least = _LEAST_LISTED if is_below_colon else _LEAST_IN_A_ROW
        if len(named) >= max(least, _MOST_OF_LIST * len(run)):
            listed.update(named)
        run, is_below_colon = [], place is not None and looks[place].piece.text.endswith(":")
    return listed


def _is_fact(text: str) -> bool:
    """Whether a line tells a fact, or the cells of a row."""
    return "\t" in text or _FACT.match(text) is not None


def _asks(look: Look) -> bool:
    return look.piece.text.endswith("?")


def subhead_traits(
    looks: Sequence[Look], within: Sequence[bool], title: str, places: Sequence[int], words: LineWords
) -> Traits:
    """What speaks for or against each candidate being a heading, a column each trait.

    Args:
        looks: The pieces of the dump.
        within: Which of them are of the body.
        title: The words of its headline, plain.
        places: The candidates, one at least.
        words: Which words headings have, and texts of pictures.
    """
    rows = []
    for place in places:
        said = looks[place].plain.split()
        shown = word_traits(said, words.pictures)
        rows.append({**word_traits(said, words.headings), **{f"shown-{name}": value for name, value in shown.items()}})
    return line_traits(looks, within, title, places) | columns(rows)


def whole_headings(looks: Sequence[Look], heads: Collection[int], seams: Seams) -> set[int]:
    """The headings that are no half of a sentence, each with its number where that stands above it alone.

    Args:
        looks: The pieces of the dump.
        heads: Those that look like headings.
        seams: Where its sentences are torn.
    """
    found = set[int]()
    for place in heads:
        numbers = looks[place].piece.numbers
        has_number = place > 0 and numbers[0] in seams.sure and is_number(looks[place - 1].piece.text)
        if numbers[-1] + 1 not in seams.likely and (has_number or numbers[0] not in seams.likely):
            found.update((place - 1, place) if has_number else (place,))
    return found


def candidates(looks: Sequence[Look], within: Sequence[bool]) -> list[int]:
    """The lines of a body that may be headings: short, and without the end of a sentence."""
    return [index for index, stays in enumerate(within) if stays and _may_head(looks[index])]


def _may_head(look: Look) -> bool:
    return look.piece.kind == "paragraph" and 0 < look.words <= _MOST_WORDS and look.piece.text[-1] not in _NO_ENDS
