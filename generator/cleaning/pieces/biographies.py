"""What a page says of its author beside the text: who she is, where she lives, what else she has written."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from generator.text.sentences import ends_sentence

_TOLD: Final = re.compile(
    r"(?:,? (?:[^.,]{1,40},)?)? ?(?:is|was|has|have|covers|writes|lives|holds|works|serves|joined|began|started|brings"
    r"|speciali[sz]es|reports|leads|founded|co-founded|studied|graduated|earned|enjoys|loves|spends)\b"
)
_GOES_ON: Final = (
    r"(?:He|She|They) (?:is|are|was|has|have|lives?|holds?|writes?|works?|loves?|enjoys?|studied|can be|also)\b"
)
_GREETS: Final = r"(?:Hi|Hey|Hello)\b.{0,20}\b(?:I['’]m|I am|[Mm]y name is) "
_MEETS: Final = re.compile(r"(?:About|Meet) (?:the author,? )?")
_ROLE: Final = r" \([^()]{2,60}\) [–—-] "
"""Between a name and what is told of its bearer: ``(Editor / Journalist) – ``."""
_NAME: Final = 8
"""Words of a line that is a name, with or without a role."""
_PART: Final = 30
"""Words of one of them."""
_ROLES: Final = 2
"""Lines between a name and what is told of its bearer, at the most, the name among them."""
_LEFT: Final = 0.1
_FIRST_STOOD: Final = re.compile(
    r"(?:(?:a version of )?(?:this|the) (?:article|blog post|piece|post|story) (?:was |first |originally )*)?"
    r"(?:first|originally|re)[ -]?(?:appeared|posted|published)\b",
    re.IGNORECASE,
)
"""The note where a text first stood is of it, also below who its author is."""
_BEGUN: Final = 40
"""Words of a text that has begun: a biography stands above it …"""
_TAIL: Final = 0.6
"""… or below it, or in its last part where answers to questions follow."""
_REST: Final = 4
"""So many parts has what is told of an author in a sentence that is torn at its links."""
_MOST: Final = 0.33
"""Of the body's words: what says more of its author is an article about her."""


def without_biographies(texts: Sequence[str], within: Sequence[bool], authors: Collection[str]) -> tuple[bool, ...]:
    """Which parts of a page are of the body, without those that tell who the author is.

    Args:
        texts: The parts of a page in order.
        within: Which of them were chosen.
        authors: The article's authors; one whom the text names before it tells of her is a person of the story.
    """
    body = [place for place, stays in enumerate(within) if stays]
    shown = [texts[place] for place in body]
    gone = {body[order] for author in authors if " " in author for order in _told_of(author, shown)}
    return tuple(
        stays and (place not in gone or _FIRST_STOOD.match(texts[place]) is not None)
        for place, stays in enumerate(within)
    )


def _told_of(author: str, body: Sequence[str]) -> range:
    """Which parts of a body tell of an author, with the name above them and, where little is left, all below them."""
    forename, *_, surname = author.split()
    sizes = [text.count(" ") + 1 for text in body]
    first = next((order for order in range(len(body)) if _introduces(author, body, order)), None)
    if first is None:
        return range(0)
    if any(surname in body[order] for order in range(first) if sizes[order] > _NAME):
        return _signed_last(author, body, first)
    goes_on = re.compile(rf"{_GOES_ON}|{re.escape(forename)} |{re.escape(surname)} ")
    last = next((order for order in range(first + 1, len(body)) if not goes_on.match(body[order])), len(body))
    while first < last < min(len(body), first + _REST) and _goes_on(*body[last - 1 : last + 1]):
        last += 1
    if sum(sizes[last:]) <= _LEFT * sum(sizes):
        last = len(body)
    elif _BEGUN < sum(sizes[:first]) < _TAIL * sum(sizes):
        return range(0)
    while first and surname in body[first - 1] and sizes[first - 1] <= _NAME:
        first -= 1
    return range(first, last) if sum(sizes[first:last]) <= _MOST * sum(sizes) else range(0)


def _goes_on(text: str, below: str) -> bool:
    """Whether a text stops amid a sentence that a short one below it ends."""
    return not ends_sentence(text) and ends_sentence(below) and below.count(" ") < _PART


def _signed_last(author: str, body: Sequence[str], first: int) -> range:
    """What tells of an author as the last of a body below her name, though the text has named her; else nothing."""
    near = range(max(0, first - _ROLES), first)
    names = [order for order in near if _MEETS.sub("", body[order], count=1) == author]
    return range(names[0], len(body)) if names and first == len(body) - 1 else range(0)


def _introduces(author: str, body: Sequence[str], order: int) -> bool:
    """Whether a part says who an author is: by her name, or by her first name below a line that begins with it."""
    text, above = body[order], body[order - 1] if order else ""
    if text.startswith(author) and _TOLD.match(text, len(author)):
        return True
    forename = author.split(maxsplit=1)[0]
    if text.startswith(author) and re.match(rf"{_ROLE}{re.escape(forename)}\b", text[len(author) :]):
        return True
    named = _MEETS.sub("", above, count=1)
    if named == author and re.match(rf"I['’]m {re.escape(author)}\b", text):
        return True
    if not above.startswith(author) or above.count(" ") >= _NAME:
        return False
    told = text.startswith(forename) and _TOLD.match(text, len(forename)) is not None
    return told or re.match(rf"{_GREETS}{re.escape(forename)}\b", text) is not None
