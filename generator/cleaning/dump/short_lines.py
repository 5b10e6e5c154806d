"""What each short line amid a dump's text is like, for the trees that tell headings and texts of pictures apart.

A tool that prints what a page says of its pictures puts it where the picture stood: a line like a heading. The two
differ in capitals, in length, by what stands above and below, by whose words they have.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from generator.cleaning.dump.layout import Traits, columns
from generator.cleaning.pieces.looks import Look
from generator.cleaning.pieces.words import ANY_FUNCTION_WORD, AUXILIARY

_SHOWS: Final = re.compile(
    r"\b(?:photos?|images?|pictures?|logos?|icons?|screenshots?|illustrat\w+|diagrams?|charts?|graph|graphic"
    r"|infographics?|via|courtesy|credits?|thumbnail|banner|hero|map|source|view|close-?up)\b|©",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(r"(?:how|what|why|when|where|who|which|is|are|do|does|can|should)\b", re.IGNORECASE)
_ONE: Final = re.compile(r"an?\b", re.IGNORECASE)
_DOES: Final = re.compile(r"\W*(?:\w+ ){0,4}?\w+ing\b", re.IGNORECASE)
_REACH: Final = 5
"""Pieces above and below in which the next sentence is looked for."""
_LONGEST_RUN: Final = 4
_FAR: Final = 999
_OUT, _PROSE, _ITEM, _OTHER = 1.0, 2.0, 3.0, 4.0
"""What a neighbour is: left out, running text, an item, another line."""


def line_traits(looks: Sequence[Look], within: Sequence[bool], title: str, places: Sequence[int]) -> Traits:
    """What speaks for or against each candidate, a column each trait.

    Args:
        looks: The pieces of the dump.
        within: Which of them are of the body.
        title: The words of the headline, plain.
        places: The candidates, all of them pieces of the body.
    """
    if not places:
        return {}
    body = [index for index, stays in enumerate(within) if stays]
    rank = {index: number for number, index in enumerate(body)}
    page = _page(looks, within, places)
    upto = np.cumsum([looks[index].words if looks[index].sentence else 0 for index in body]).tolist()
    rows = []
    for number, place in enumerate(places):
        above = upto[rank[places[number - 1]]] if number else -_FAR
        below = upto[rank[places[number + 1]]] if number + 1 < len(places) else upto[rank[place]] + _FAR
        rows.append(
            {
                **_wording(looks[place]),
                **_neighbours(looks, within, body, rank[place]),
                **_echoes(looks, body, rank[place], title),
                "prose-since-last": min(_FAR, upto[rank[place]] - above),
                "prose-until-next": min(_FAR, below - upto[rank[place]]),
                "share-above": upto[rank[place]] / (upto[-1] or 1),
            }
        )
    return _compared(columns(rows)) | _repeated(looks, within, places) | page


def _wording(look: Look) -> Mapping[str, float]:
    text, words = look.piece.text, look.plain.split()
    return {
        "words": look.words,
        "letters": len(text),
        "capitals": look.capitals,
        "begins-small": text[:1].islower(),
        "all-small": text.islower(),
        "all-capitals": text.isupper(),
        "digit": look.digit,
        "begins-digit": text[:1].isdigit(),
        "ending": look.ending,
        "commas": text.count(","),
        "bar": "|" in text,
        "dash": any(dash in text for dash in (" - ", " – ", "—")),
        "bracket": "(" in text,
        "hyphens": text.count("-"),
        "colon-inside": ": " in text,
        "shows": _SHOWS.search(text) is not None,
        "says": AUXILIARY.search(text) is not None,
        "asks": _ASKS.match(text) is not None,
        "one": _ONE.match(text) is not None,
        "does": _DOES.match(text) is not None,
        "function-words": len([1 for word in words if word in ANY_FUNCTION_WORD]) / max(1, len(words)),
    }


def _neighbours(looks: Sequence[Look], within: Sequence[bool], body: Sequence[int], rank: int) -> Mapping[str, float]:
    place = body[rank]
    found: dict[str, float] = {}
    for offset in (-2, -1, 1, 2):
        beside = place + offset
        inside = 0 <= beside < len(looks)
        found[f"kind{offset:+d}"] = _kind(looks[beside], stays=within[beside]) if inside else 0.0
        near = body[rank + offset] if 0 <= rank + offset < len(body) else None
        found[f"words{offset:+d}"] = -1 if near is None else looks[near].words
    return found | {"run": run_of(looks, place)}


def _kind(look: Look, *, stays: bool) -> float:
    if not stays:
        return _OUT
    return _PROSE if look.sentence else _ITEM if look.piece.kind == "item" else _OTHER


def run_of(looks: Sequence[Look], place: int) -> int:
    """How many lines that are no sentences stand together here; of a long run not all are counted."""
    first = last = place
    while first and not looks[first - 1].sentence and place - first < _LONGEST_RUN:
        first -= 1
    while last + 1 < len(looks) and not looks[last + 1].sentence and last - place < _LONGEST_RUN:
        last += 1
    return last - first + 1


def _echoes(looks: Sequence[Look], body: Sequence[int], rank: int, title: str) -> Mapping[str, float]:
    """What of its words others have: the headline, the lines beside it, the next sentences."""
    words = _telling(looks[body[rank]].plain)
    sides = {"-": body[max(0, rank - _REACH) : rank][::-1], "+": body[rank + 1 : rank + 1 + _REACH]}
    found: dict[str, float] = {}
    for name, side in sides.items():
        sentence = next((looks[index] for index in side if looks[index].sentence), None)
        found[f"said{name}"] = -1.0 if sentence is None else _share(words, _telling(sentence.plain))
        is_line = bool(side) and not looks[side[0]].sentence
        found[f"like{name}"] = _alike(words, looks[side[0]]) if is_line else -1.0
    return found | {"of-title": _share(words, _telling(title))}


def _telling(plain: str) -> frozenset[str]:
    return frozenset(plain.split()) - ANY_FUNCTION_WORD


def _alike(words: frozenset[str], look: Look) -> float:
    others = _telling(look.plain)
    return len(words & others) / (len(words | others) or 1)


def _share(words: frozenset[str], others: frozenset[str]) -> float:
    return len(words & others) / (len(words) or 1)


def _repeated(looks: Sequence[Look], within: Sequence[bool], places: Sequence[int]) -> Traits:
    """How often its words, and how they begin and end, come on the page; whether what is left out has them too."""
    times = Counter(look.plain for look in looks)
    outside = {look.plain for look, stays in zip(looks, within, strict=True) if not stays}
    plain = [looks[place].plain for place in places]
    words = [one.split() for one in plain]
    first, last = (Counter(" ".join(one[part]) for one in words) for part in (slice(2), slice(-2, None)))
    held = Counter(word for one in words for word in set(one))
    outs = np.array([one in outside for one in plain], dtype=float)
    return {
        "times": np.array([times[one] for one in plain], dtype=float),
        "outside": outs,
        "page-outside": np.full(len(places), outs.mean()),
        "same-beginning": np.array([first[" ".join(one[:2])] for one in words], dtype=float),
        "same-end": np.array([last[" ".join(one[-2:])] for one in words], dtype=float),
        "common": np.array([sum(held[word] for word in set(one)) / max(1, len(set(one))) for one in words])
        / len(places),
    }


def _page(looks: Sequence[Look], within: Sequence[bool], places: Sequence[int]) -> Traits:
    """What the page is like: the same for all candidates."""
    over = [place for place in places if place + 1 < len(looks) and within[place + 1] and looks[place + 1].sentence]
    told = {
        "page-candidates": float(len(places)),
        "page-sentences": float(sum(stays and look.sentence for look, stays in zip(looks, within, strict=True))),
        "page-small": float(np.mean([looks[place].piece.text[:1].islower() for place in places])),
        "page-shows": float(np.mean([_SHOWS.search(looks[place].piece.text) is not None for place in places])),
        "heads-capitals": float(np.median([looks[place].capitals for place in over])) if over else -1.0,
    }
    return {name: np.full(len(places), value) for name, value in told.items()}


def _compared(traits: Traits) -> Traits:
    """The traits, and how each candidate's capitals and words stand to those of the others."""
    found = dict(traits)
    for name in ("capitals", "words"):
        column = found[name].astype(float)
        found[f"{name}-beside"] = column - np.median(column)
        found[f"{name}-rank"] = np.searchsorted(np.sort(column), column) / len(column)
    return found
