"""The standfirst: the sentence or two below a headline that tell what follows. It is no part of the text, nor lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from generator.cleaning.pieces.words import ANY_FUNCTION_WORD
from generator.text.sentences import CLOSERS, TERMINATORS

STANDFIRST: Final = "standfirst"
"""The rule of such a line."""
_FEWEST, _FEWEST_TOLD, _MOST = 8, 4, 80
"""Words; less will do where a page calls them so."""
_CAPITALS: Final = 0.3
_STOPS: Final = frozenset(TERMINATORS)
_WAY: Final = re.compile(r"[»❯›→|]|^\W*home\b", re.IGNORECASE)
_OTHER: Final = re.compile(
    r"^\W*(?:by|written|reviewed|edited|fact.checked|published|posted|last|updated?|photos?|images?|source|credit"
    r"|headshot|portrait|illustration|vector|expert in|follow|share|listen|watch|download|book|search|have questions"
    r"|never miss|your source)\b",
    re.IGNORECASE,
)
_OF_SITE: Final = re.compile(
    r"\b(?:we (?:may|might|earn|independently)|commissions?|affiliates?|our (?:links|site|newsletter|readers|partners)"
    r"|this (?:site|website|page) |humans, not robots|cookies?|(?:log|sign) in|sign up|subscribe|guest|contributors"
    r"|years of experience|(?:is|am|['’]m) an? [\w\s-]{0,40}"
    r"(?:journalist|writer|author|editor|reporter|developer|engineer|consultant|expert|enthusiast)\b)",
    re.IGNORECASE,
)


def standfirst_in(lines: Iterable[tuple[str, str]]) -> str | None:
    """The standfirst of an article; None where it has none.

    Args:
        lines: Rule and words of each line of an original.
    """
    return next((line for rule, line in lines if rule == STANDFIRST), None)


def reads_as_standfirst(text: str, *, told: bool = False, adjacent: bool = False) -> bool:
    """Whether a text below a headline can be its standfirst: a sentence of the article, not of its site.

    Args:
        text: All words of a block or piece.
        told: Its page calls it so, or describes itself with its words; then it may end without a stop.
        adjacent: Nothing is between it and the headline; then it may too, if it is written as sentences are.
    """
    words = text.split()
    is_of_size = (_FEWEST_TOLD if told else _FEWEST) <= len(words) <= _MOST
    if not is_of_size or ANY_FUNCTION_WORD.isdisjoint(word.lower() for word in words):
        return False
    if text.endswith(":") or _OTHER.match(text) or _WAY.search(text) or _OF_SITE.search(text):
        return False
    return told or text.rstrip(CLOSERS)[-1:] in _STOPS or (adjacent and _is_cased(words))


def _is_cased(words: Sequence[str]) -> bool:
    """Whether few words begin with a capital, as in a sentence."""
    return sum(word[:1].isupper() for word in words) <= _CAPITALS * len(words)
