"""A site's own offer amid a dump's article: a slogan, what readers should do, and the button that was left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from generator.cleaning.pieces.looks import Look

_BUTTON: Final = re.compile(
    r"\W*(?:activate|apply|book|browse|buy|calculate|call|check|choose|claim|compare|contact|discover|download|enroll"
    r"|explore|find|free|get|join|learn|let|register|request|schedule|see|shop|sign|start|take|talk|try|view|watch)\b",
    re.IGNORECASE,
)
_BIDS: Final = re.compile(
    r"\W*(?:apply|are you|become|book|boost|build|buy|call|check|claim|click|compare|connect|contact|discover|do you"
    r"|download|earn|elevate|enroll|enter|experience|explore|find|follow|get|grab|have questions|hire|improve|join"
    r"|learn|let|looking|master|need|never|not sure|order|reach|ready|receive|register|request|save|schedule|see|shop"
    r"|sign|speak|start|stay|stop|subscribe|switch|take|talk|transform|try|unlock|upgrade|use|visit|want|watch)\b",
    re.IGNORECASE,
)
_WORDS_OF_A_BUTTON: Final = 7
_WORDS: Final = range(3, 41)
"""Of a pitch."""
_WORDS_OF_A_SLOGAN: Final = 12
_TIMES: Final = 4
"""More often a button stands in a list of things to buy, and above it what the article says of one."""
_GOES_ON: Final = (".", ":", ",")


def without_pitches(looks: Sequence[Look], within: Sequence[bool]) -> list[bool]:
    """Which pieces are of the body, without what bids the reader right above a button, and the slogan above that.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
    """
    gone = frozenset(_offered(looks, within))
    return [stays and index not in gone for index, stays in enumerate(within)]


def _offered(looks: Sequence[Look], within: Sequence[bool]) -> Iterator[int]:
    body = [index for index, stays in enumerate(within) if stays]
    times = Counter(look.plain for look in looks)
    for place in range(body[0] + 2, body[-1]) if body else ():
        is_button = not within[place] and within[place - 1] and _is_button(looks[place])
        if not is_button or times[looks[place].plain] > _TIMES or not _bids(looks[place - 1]):
            continue
        yield place - 1
        if within[place - 2] and place - 2 > body[0] and _is_slogan(looks[place - 2]):
            yield place - 2


def _is_button(look: Look) -> bool:
    is_line = look.piece.kind == "paragraph" and not look.sentence and 0 < look.words <= _WORDS_OF_A_BUTTON
    return is_line and not look.piece.text.endswith(_GOES_ON) and _BUTTON.match(look.piece.text) is not None


def _bids(look: Look) -> bool:
    is_line = look.piece.kind == "paragraph" and look.words in _WORDS and not look.piece.text.endswith(":")
    return is_line and _BIDS.match(look.piece.text) is not None


def _is_slogan(look: Look) -> bool:
    is_line = look.piece.kind in {"paragraph", "heading"} and not look.sentence and look.words <= _WORDS_OF_A_SLOGAN
    return is_line and not look.piece.text.endswith(_GOES_ON)
