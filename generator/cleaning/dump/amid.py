"""Lines amid a dump's article worded as a site's furniture is: ``Copyright and Its Limits`` heads a section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.cleaning.pieces.looks import Look

_NOTICE: Final = re.compile(r"©|\(c\)|&copy;|\b(?:19|20)\d\d\b|all rights reserved|powered by|(?:site|designed) by")
"""What a line says that tells whose the page is, whatever stands around it."""
_DISCLOSES: Final = re.compile(
    r"\b(?:contains?|includes?|uses?|has|have|are|with|may be) (?:\w+ ){0,2}affiliate|\b(?:i|we|us|our|site)\b.{0,60}\b"
    r"(?:affiliate|commission)|affiliate (?:disclosure|disclaimer|partner)|disclos|qualifying purchases"
    r"|no (?:extra|additional) cost|(?:may|can) not be (?:re)?published"
)
_ABOUT: Final = re.compile(
    r"About (?:(?!(?:me|our|the|this|us|your)\b)[a-zß-ÿ]"
    r"|the (?!(?:Author|Blog|Compan|Editor|Site|Team|Writer))[A-ZÀ-Þ])"
)
"""Of a subject or of a thing with a name; an author or a site has one without `the`, or is called `the author`."""
_OWNED: Final = re.compile(r"(?:[^ ]+ ){3,}[^ ]+['’]s (?:\w+ )?website", re.IGNORECASE)
"""What no person's website is called: ``The Role of Content in an Agency's Website``."""
_LEADING: Final = frozenset({"shape:more-from", "shape:story-continues"})
_OF_A_SENTENCE: Final = 6
"""Words. A whole sentence that leads elsewhere is of the text around it: ``More on that in a post about the nets.``"""
_CONTENTS: Final = 20
"""Lines of a list of contents at the most."""
_ASKS: Final = re.compile(r"(?:how|what|when|where|which|why) ")
"""How no picture is called: ``How to choose colors for your logo``."""
_THEIR_OWN: Final = re.compile(
    r".*\b(?:us|our|this|team|policy|shop|store|blog|subscribe|newsletters?|press|kit|relations|standards|guidelines)\b.*"
)
"""Of the names of a site's pages: those that no part of an article has."""


def with_those_amid(looks: Sequence[Look], within: Sequence[bool]) -> list[bool]:
    """Which pieces are of the body, with those between two of it that only begin as a notice or are called as a page.

    A site's own notices stand around its articles; between a sentence and the next part of the text it is the text
    that speaks, of copyright or of customer service.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
    """
    prose = [index for index, stays in enumerate(within) if stays and looks[index].sentence]
    amid = range(prose[0] + 1, prose[-1]) if prose else range(0)
    return [
        stays
        or (
            index in amid
            and _goes_on(looks, within, index)
            and _leads_on(looks, within, index)
            and _may_be_text(looks[index])
        )
        for index, stays in enumerate(within)
    ]


def _goes_on(looks: Sequence[Look], within: Sequence[bool], index: int) -> bool:
    """Whether the text stands right above a line; above one that is marked as a heading a caption may be left out."""
    return within[index - 1] or (looks[index].piece.kind == "heading" and within[index - 2])


def _leads_on(looks: Sequence[Look], within: Sequence[bool], index: int) -> bool:
    """Whether the text stands right below a line; below a sentence a list of contents may be left out."""
    below = next((place for place in range(index + 1, min(len(looks), index + _CONTENTS)) if within[place]), None)
    if below is None or below == index + 1:
        return below is not None
    left_out = looks[index + 1 : below]
    listed = left_out[0].shape is not None and left_out[0].shape.rule == "shape:contents"
    return looks[index].sentence and listed and not any(look.sentence for look in left_out)


def _may_be_text(look: Look) -> bool:
    if look.shape is None or look.words == 0:
        return False
    text = look.piece.text.lower()
    if look.shape.rule == "shape:legal":
        return _NOTICE.search(text) is None and _DISCLOSES.search(text) is None
    if look.shape.rule == "shape:image-name":
        return _ASKS.match(text) is not None
    if look.shape.rule == "shape:about-author":
        return _ABOUT.match(look.piece.text) is not None or _OWNED.fullmatch(look.piece.text) is not None
    if look.shape.rule in _LEADING:
        return look.words >= _OF_A_SENTENCE and text.endswith(".")
    return look.shape.rule == "shape:about-page" and _THEIR_OWN.fullmatch(text) is None
