"""The headline: what people say it is, else the line above the body that looks most like one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from generator.cleaning.byline import read_byline, read_signature
from generator.cleaning.dating import read_dates
from generator.cleaning.features import Look
from generator.text.sentences import ends_sentence

_REACH: Final = 14
_LEAST: Final = 0.5
_SITE_TAIL: Final = re.compile(r"\s+(?:\||»|::|—|–|-)\s+[^|»]{2,40}$")
_PLAIN: Final = re.compile(r"[\W_]+")


def same_words(first: str, second: str) -> bool:
    """Whether two lines say the same, case and punctuation aside."""
    return _PLAIN.sub(" ", first.lower()).strip() == _PLAIN.sub(" ", second.lower()).strip()


def find_title(looks: Sequence[Look], start: int, taken: frozenset[int]) -> int | None:
    """Number of the piece that is the headline of an article whose body begins at ``start``.

    Args:
        looks: The pieces of the dump.
        start: The first piece of the body.
        taken: Pieces that are something else (furniture, byline, date).
    """
    seen = Counter(_PLAIN.sub(" ", look.piece.text.lower()).strip() for look in looks)
    best: tuple[float, int] | None = None
    reach = max(0, start - _REACH)
    for index in range(reach, min(start + 3, len(looks))):
        if index in taken or (index > start and looks[index - 1].sentence):
            continue
        value = _worth(looks, index, start, seen)
        if value > _LEAST and (best is None or value > best[0]):
            best = (value, index)
    return None if best is None else best[1]


def _worth(looks: Sequence[Look], index: int, start: int, seen: Counter[str]) -> float:
    look = looks[index]
    text, piece = look.piece.text, look.piece
    if look.shape is not None or look.words < 1 or look.words > 32 or len(text) > 240:
        return -9.0
    if (read_dates(text) and look.words < 9) or read_byline(text) or read_signature(text):
        return -9.0
    value = {1: -1.5, 2: -0.6, 3: 0.2}.get(look.words, 1.2 if look.words <= 20 else 0.2)
    value += {1: 4.0, 2: 1.5}.get(len(piece.marker), 0.5) if piece.kind == "heading" else 0.0
    value -= 3.0 if piece.kind == "item" else 1.0 if piece.kind == "quote" else 0.0
    value -= 1.5 if ends_sentence(text) and not text.rstrip("”\"'’").endswith(("?", "!")) else 0.0
    value -= 1.5 if text.endswith((":", ",", "…", "...")) else 0.0
    value -= 1.0 if text[0].islower() else 0.0
    value += 1.0 if seen[_PLAIN.sub(" ", text.lower()).strip()] > 1 and look.words > 2 else 0.0
    value += 1.2 if _signed_below(looks, index, start) else 0.0
    value += 0.3 if piece.apart else 0.0
    return value - 0.12 * abs(start - 1 - index)


def _signed_below(looks: Sequence[Look], index: int, start: int) -> bool:
    """Whether a byline or a date line stands between a line and the body."""
    return any(
        look.words < 16 and (read_byline(look.piece.text) is not None or bool(read_dates(look.piece.text)))
        for look in looks[index + 1 : min(index + 4, start + 1)]
    )


def without_site(title: str, address_words: frozenset[str]) -> str:
    """A headline without the name of the site behind a bar, where that name is the outlet's."""
    tail = _SITE_TAIL.search(title)
    if tail is None:
        return title
    words = set(_PLAIN.sub(" ", tail[0].lower()).split())
    return title[: tail.start()] if words and words <= address_words else title
