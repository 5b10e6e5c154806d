"""Texts of pictures amid a dump's article: ``kayaks on the beach`` between two paragraphs, where a picture was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.cleaning.dump.layout import Traits, columns
from generator.cleaning.dump.line_words import OF_PICTURES, known_words, word_traits
from generator.cleaning.dump.short_lines import line_traits, run_of
from generator.cleaning.dump.tallies import Tally
from generator.cleaning.pieces.forest import score
from generator.cleaning.pieces.looks import Look
from generator.cleaning.pieces.words import AUXILIARY

TABLE: Final = "pictures.tsv"
"""The trees, built by ``python -m tests.quality.train_pictures``."""

_SMALL, _LINE, _OTHER = 0.0, 0.4, 1.2
"""Log-odds from which a line goes that begins small; another line; a sentence, one whose words mostly begin with
capitals as those of headings do, and one of a run, which is a list, a table or code more often."""
_MOSTLY: Final = 0.75
_RUN: Final = 3
"""Of more short lines than that in a row each is one of a run."""
_HEADS: Final = re.compile(
    r"[\d#]|[a-z]\)|(?:cons|how|part|pros|section|step|tip|types|what|when|where|which|who|why)\b", re.IGNORECASE
)
"""How headings begin and hardly a picture's text."""
_CODE: Final = re.compile(r"\w:[\w/]|[={};\t@>]|\w\(|\)\)|\[\d|^[^\w(]|^_|--")
"""What stands in addresses, code and rows of tables, before a quotation and who said it."""
_MOST_WORDS: Final = 25
_APART: Final = 0.3
"""Of the pieces of a dump that are no items: where so many stand below a blank line, the tool prints pictures' texts as
paragraphs."""
_BULLET: Final = "•"
_BULLETS: Final = frozenset({"*", "+"})
"""How tools mark items that print texts of pictures, and how those do that print none."""
_FEW: Final = 0.2
"""Of the first, so many of the others may be somebody's own signs."""


def without_pictures(looks: Sequence[Look], within: Sequence[bool], title: str) -> Sequence[bool]:
    """Which pieces are of the body, without the texts of pictures amid it.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
        title: The words of its headline, plain.
    """
    places = candidates(looks, within) if prints_pictures(looks) else ()
    if not places:
        return within
    odds = score(TABLE, picture_traits(looks, within, title, places, known_words(OF_PICTURES)), len(places))
    gone = {place for place, value in zip(places, odds, strict=True) if value >= _least(looks, place)}
    return [stays and index not in gone for index, stays in enumerate(within)]


def picture_traits(
    looks: Sequence[Look], within: Sequence[bool], title: str, places: Sequence[int], words: Tally
) -> Traits:
    """What speaks for or against each candidate telling of a picture, a column each trait.

    Args:
        looks: The pieces of the dump.
        within: Which of them are of the body.
        title: The words of its headline, plain.
        places: The candidates, one at least.
        words: Which words texts of pictures have.
    """
    rows = [{**word_traits(looks[place].plain.split(), words), "sentence": looks[place].sentence} for place in places]
    return line_traits(looks, within, title, places) | columns(rows)


def candidates(looks: Sequence[Look], within: Sequence[bool]) -> list[int]:
    """The lines of a body that may tell of a picture."""
    return [index for index, stays in enumerate(within) if stays and _may_tell(looks[index])]


def prints_pictures(looks: Sequence[Look]) -> bool:
    """Whether the tool that made a dump may have printed what its page says of pictures, as paragraphs."""
    pieces = [look.piece for look in looks]
    own = sum(piece.marker == _BULLET for piece in pieces)
    others = sum(piece.kind == "heading" or piece.marker in _BULLETS for piece in pieces)
    if others > _FEW * own:
        return False
    apart = [piece.apart for piece in pieces if piece.kind != "item"]
    return sum(apart) >= _APART * max(1, len(apart))


def _least(looks: Sequence[Look], place: int) -> float:
    """How sure the trees must be of a line."""
    look = looks[place]
    if look.piece.text[:1].islower():
        return _SMALL
    is_other = look.sentence or look.capitals >= _MOSTLY or run_of(looks, place) > _RUN
    return _OTHER if is_other else _LINE


def _may_tell(look: Look) -> bool:
    """A short line that is no label; a sentence on a picture has no verb that its words could not do without."""
    text = look.piece.text
    is_line = look.piece.kind == "paragraph" and 0 < look.words <= _MOST_WORDS and not text.endswith(":")
    may_show = is_line and not (look.sentence and AUXILIARY.search(text))
    return may_show and _HEADS.match(text) is None and _CODE.search(text) is None
