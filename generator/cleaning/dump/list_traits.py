"""What each part of a body is like, beside its neighbours and the lines alike around it: for the trees that tell items.

Items of one list are like each other, in length and by how they begin and end, and what stands above and below the
run of them is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

import numpy as np

from generator.cleaning.dump.layout import Traits, columns
from generator.cleaning.pieces.blocks import Part
from generator.cleaning.pieces.forest import Numbers
from generator.cleaning.pieces.words import ANY_FUNCTION_WORD

_ENDS: Final = {".": 1, ":": 2, ";": 3, ",": 3, "!": 4, "?": 4, "…": 4}
_COLON: Final = _ENDS[":"]
_DIGIT: Final = re.compile(r"\d")
_STOP: Final = re.compile(r"[.!?] ")
_LONGEST_LABEL: Final = 60
_SHORT: Final = 25
"""Words of what may be an item, in most lists."""
_BESIDE: Final = (-1, 1)
_OF_BOUNDS: Final = ("kind", "words", "ending", "begins-large", "stops", "label", "function")
_NOTHING: Final = -1.0
"""What there is where no part stands."""

Span = tuple[int, int]
"""The first part of a run, and what comes after its last."""


def item_traits(parts: Sequence[Part]) -> Traits:
    """What speaks for or against each part being an item, a column each trait, a row each part.

    Args:
        parts: The whole body in order, one part at least.
    """
    own = _own(parts)
    endings, words = own["ending"].tolist(), own["words"].tolist()
    alike = _runs(parts, lambda place: None if endings[place] == _COLON else endings[place])
    short = _runs(parts, lambda place: True if words[place] <= _SHORT and endings[place] != _COLON else None)
    return {
        **own,
        **{f"{name}{offset:+d}": _beside(values, offset) for name, values in own.items() for offset in _BESIDE},
        **dict(_likeness(parts, own)),
        **dict(_bounds("alike", alike, own)),
        **dict(_bounds("short", short, own)),
        **dict(_of_runs(parts, alike, own)),
    }


def _own(parts: Sequence[Part]) -> Traits:
    return columns([_wording(part) for part in parts])


def _wording(part: Part) -> Mapping[str, float]:
    text, words = part.text, part.text.split()
    return {
        "kind": {"paragraph": 0, "heading": 1}.get(part.kind, 2),
        "words": len(words),
        "ending": _ENDS.get(text[-1:], 0),
        "begins-large": text[:1].isupper(),
        "begins-small": text[:1].islower(),
        "begins-digit": text[:1].isdigit(),
        "digit": _DIGIT.search(text) is not None,
        "stops": len(_STOP.findall(text)),
        "label": _label(text),
        "capitals": sum(word[:1].isupper() for word in words) / max(1, len(words)),
        "function": _first(text) in ANY_FUNCTION_WORD,
    }


def _label(text: str) -> int:
    """Number of words before a colon amid a line: ``Price: $300``; 0 if there is none."""
    place = text.find(": ", 0, _LONGEST_LABEL)
    return text.count(" ", 0, place) + 1 if place > 0 else 0


def _first(text: str) -> str:
    """The word that a text begins with."""
    return next(iter(text.split(maxsplit=1)), "").casefold()


def _beside(values: Numbers, offset: int) -> Numbers:
    """What the part right below each has, or right above it."""
    padded = np.concatenate([[_NOTHING], values, [_NOTHING]])
    return padded[1 + offset : 1 + offset + len(values)]


def _likeness(parts: Sequence[Part], own: Traits) -> Iterator[tuple[str, Numbers]]:
    """How each part is like those beside it."""
    firsts = [_first(part.text) for part in parts]
    words, labelled = own["words"], own["label"] > 0
    same = {"ending": own["ending"], "word": _codes(firsts), "form": _codes([word[-3:] for word in firsts])}
    for offset in _BESIDE:
        others = _beside(words, offset)
        yield f"length-like{offset:+d}", np.minimum(words, others) / np.maximum(np.maximum(words, others), 1)
        yield f"label-like{offset:+d}", labelled == (_beside(own["label"], offset) > 0)
        for name, values in same.items():
            yield f"{name}-like{offset:+d}", values == _beside(values, offset)


def _codes(words: Sequence[str]) -> Numbers:
    """A number each word, the same for the same."""
    numbers = {word: number for number, word in enumerate(dict.fromkeys(words))}
    return np.array([numbers[word] for word in words], dtype=float)


def _runs(parts: Sequence[Part], key: Callable[[int], object]) -> list[Span]:
    """The run of paragraphs with the same key that each part stands in; alone where it has none."""
    keys = [key(place) if part.kind == "paragraph" else None for place, part in enumerate(parts)]
    spans: list[Span] = []
    for common, run in groupby(range(len(parts)), keys.__getitem__):
        places = [*run]
        alone = [(place, place + 1) for place in places]
        spans += alone if common is None else [(places[0], places[-1] + 1)] * len(places)
    return spans


def _bounds(name: str, spans: Sequence[Span], own: Traits) -> Iterator[tuple[str, Numbers]]:
    """Where in its run each part stands, and what stands above and below that."""
    at = np.arange(len(spans))
    first, after = np.array(spans, dtype=np.intp).T
    yield f"{name}-above", at - first
    yield f"{name}-below", after - at - 1
    yield f"{name}-run", after - first
    for trait in _OF_BOUNDS:
        values = np.concatenate([[_NOTHING], own[trait], [_NOTHING]])
        yield f"{name}-{trait}-before", values[first]
        yield f"{name}-{trait}-after", values[after + 1]


def _of_runs(parts: Sequence[Part], spans: Sequence[Span], own: Traits) -> Iterator[tuple[str, Numbers]]:
    """What the run is like that each part stands in."""
    runs = [*dict.fromkeys(spans)]
    first, after = np.array(runs, dtype=np.intp).T
    counts = after - first
    words, labelled = own["words"], (own["label"] > 0).astype(float)
    firsts = [_first(part.text) for part in parts]
    mean = np.add.reduceat(words, first) / counts
    squares = np.add.reduceat(words * words, first) / counts
    told = {
        "mean": mean,
        "most": np.maximum.reduceat(words, first),
        "spread": np.sqrt(np.maximum(squares - mean * mean, 0)),
        "labels": np.add.reduceat(labelled, first) / counts,
        "firsts": np.array([len({*firsts[start:end]}) for start, end in runs]) / counts,
    }
    for name, values in told.items():
        yield f"run-{name}", np.repeat(values, counts)
