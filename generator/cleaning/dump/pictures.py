"""Texts of pictures amid a dump's article: ``kayaks on the beach`` between two paragraphs, where a picture was."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from generator.cleaning.dump.short_lines import line_traits, run_of
from generator.cleaning.pieces.forest import score
from generator.cleaning.pieces.looks import Look

TABLE: Final = "pictures.tsv"
"""The trees, built by ``python -m tests.quality.train_pictures``."""

_SMALL, _PLAIN, _TITLED = 0.5, 1.2, 2.0
"""Log-odds from which a line goes that begins small, one like a sentence, and one whose words mostly begin with
capitals: an article loses more by a heading than it gains by a picture's text."""
_MOSTLY: Final = 0.75
_HEADS: Final = re.compile(
    r"[\d#]|[a-z]\) |(?:cons|how|part|pros|section|step|tip|types|what|when|where|which|who|why)\b", re.IGNORECASE
)
"""How headings begin and hardly a picture's text."""
_CODE: Final = re.compile(r"\w:[\w/]|[={};\t@]|\w\(|\)\)|[$£€]\d|\[\d|^[^\w(]|^_")
"""What stands in addresses, code, rows of tables and sums, before a quotation and who said it."""
_LABEL: Final = re.compile(r"[^:]{2,24}:(?= )")
_MADE_ALIKE: Final = 3
"""So many lines that begin with the same label or the same two words are the parts of an article."""
_WORDS: Final = range(3, 26)
_WORDS_OF_SMALL: Final = 2
_RUN: Final = 3
"""More short lines than that in a row are a list, a table or code."""
_APART: Final = 0.3
"""Of the pieces of a dump: where so many stand below a blank line, the tool prints pictures' texts as paragraphs."""
_BULLETS: Final = frozenset({"*", "+"})
"""How tools mark items that print no texts of pictures."""


def without_pictures(looks: Sequence[Look], within: Sequence[bool], title: str) -> Sequence[bool]:
    """Which pieces are of the body, without the texts of pictures amid it.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
        title: The words of its headline, plain.
    """
    places = candidates(looks, within)
    if not places:
        return within
    odds = score(TABLE, line_traits(looks, within, title, places), len(places))
    gone = {place for place, value in zip(places, odds, strict=True) if value >= _least(looks[place])}
    return [stays and index not in gone for index, stays in enumerate(within)]


def candidates(looks: Sequence[Look], within: Sequence[bool]) -> list[int]:
    """The short lines of a body below its first that may tell of a picture, where a dump's tool prints such."""
    body = [index for index, stays in enumerate(within) if stays]
    if not _prints_pictures(looks):
        return []
    found = [index for index in body[1:] if _may_tell(looks[index]) and run_of(looks, index) <= _RUN]
    alike = Counter(_beginning(looks[index]) for index in found)
    return [index for index in found if alike[_beginning(looks[index])] < _MADE_ALIKE or _is_small(looks[index])]


def _least(look: Look) -> float:
    """How sure the trees must be of a line."""
    return _SMALL if _is_small(look) else _TITLED if look.capitals >= _MOSTLY else _PLAIN


def _is_small(look: Look) -> bool:
    return look.piece.text[:1].islower()


def _beginning(look: Look) -> str:
    label = _LABEL.match(look.piece.text)
    return label[0] if label else " ".join(look.plain.split()[:2])


def _prints_pictures(looks: Sequence[Look]) -> bool:
    if any(look.piece.kind == "heading" or look.piece.marker in _BULLETS for look in looks):
        return False
    return sum(look.piece.apart for look in looks) >= _APART * len(looks)


def _may_tell(look: Look) -> bool:
    text = look.piece.text
    is_long = look.words in _WORDS or (look.words == _WORDS_OF_SMALL and _is_small(look))
    is_line = is_long and look.piece.kind == "paragraph" and not look.sentence and not look.ending
    return is_line and _HEADS.match(text) is None and _CODE.search(text) is None
