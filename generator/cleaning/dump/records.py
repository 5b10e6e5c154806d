"""The text of a record (JSON, CSV): whoever wrote it chose it from a page, and most of it is the article.

A model that was learned from whole pages takes the names below a letter for a menu, and a first paragraph of one
sentence for what stands above an article. Between what it is sure of and the next sign of a page the text is the
record's own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile
from typing import Final

from generator.cleaning.dump.effects import leads_away
from generator.cleaning.pieces.looks import Look

_OF_PAGES: Final = frozenset(
    f"shape:{name}"
    for name in (
        "about-page",
        "account",
        "cookies",
        "navigation",
        "newsletter",
        "share-bar",
        "skip-link",
        "social-link",
    )
)
"""Shapes of lines that no article has."""
_MANY: Final = 2
"""With so many of them, or lines that lead away, the record holds a whole page."""
_SPEAKS: Final = "shape:comment"
"""Above an article ``Jane Doe said:`` leads to what she said."""
_OF_ENDS: Final = frozenset({"shape:print-rule", "shape:empty-label", "shape:contents"})
"""Shapes that an article has as well: they do not end it."""


def with_own_text(looks: Sequence[Look], within: Sequence[bool], known: Collection[int]) -> list[bool]:
    """Which pieces are of the body, with what stands around those chosen up to the next that is the site's.

    Args:
        looks: The pieces of the record's text.
        within: Which of them were chosen.
        known: Those that repeat over the outlet's originals, or of which its maintainers have decided.
    """
    body = [index for index, stays in enumerate(within) if stays]
    if not body or sum(map(_is_of_page, looks)) >= _MANY:
        return list(within)
    above = takewhile(lambda index: not _is_of_page(looks[index]), range(body[0] - 1, -1, -1))
    below = takewhile(lambda index: index not in known and _goes_on(looks[index]), range(body[-1] + 1, len(looks)))
    own = {index for index in (*above, *range(body[0], body[-1]), *below) if looks[index].shape is None}
    return [stays or (index in own and index not in known) for index, stays in enumerate(within)]


def _is_of_page(look: Look) -> bool:
    if look.shape is None or look.shape.rule == _SPEAKS:
        return False
    return leads_away(look) or look.shape.rule in _OF_PAGES


def _goes_on(look: Look) -> bool:
    return look.shape is None or look.shape.rule in _OF_ENDS
