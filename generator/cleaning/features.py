"""The traits of a piece among its neighbours, on which the model of prose is built with the piece's own.

Every trait is a short readable name; ``clipfile explain`` shows the names that decided.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import Final

from generator.cleaning.looks import SIZES, Look, names_of

_PLACES: Final = (0.02, 0.08, 0.2, 0.4, 0.6, 0.8, 0.92, 0.98)


def _classes(look: Look) -> str:
    """A piece in one word, for its neighbours."""
    if look.shape is not None:
        return look.shape.effect
    if look.sentence:
        return "prose-long" if look.words > 40 else "prose" if look.words > 12 else "prose-short"
    if look.piece.kind == "item":
        return "item" if look.words > 6 else "item-short"
    if look.piece.kind == "heading":
        return "heading"
    return "words" if look.words > 12 else "title" if look.words > 4 else "short"


def traits(looks: Sequence[Look]) -> list[list[str]]:
    """The traits of every piece among its neighbours, in order."""
    count = len(looks)
    classes = [_classes(look) for look in looks]
    before = _running([min(look.words, 120) if look.sentence else 0 for look in looks])
    shapes = _running([1 if look.shape is not None else 0 for look in looks])
    dates = _running([1 if "date/short" in look.own else 0 for look in looks])
    prose = before[-1] or 1
    times = Counter(look.piece.text.lower() for look in looks)
    above = _endings_above(looks)
    runs = _list_runs(looks)
    topics = _kinship(looks)
    kind = _PAGE_KINDS[bisect_right((0.02, 0.08, 0.15), shapes[-1] / max(1, count))]
    result: list[list[str]] = []
    for index, look in enumerate(looks):
        place = bisect_right(_PLACES, before[index] / prose)
        result.append([
            *look.own,
            *_neighbours(classes, index),
            *above[index],
            _BEFORE_NAMES[place],
            f"{kind}/prose-before:{place}",
            _PLACE_NAMES[bisect_right(_PLACES, index / count)],
            _NEAR_NAMES[_near(before, index, 3)],
            _AROUND_NAMES[_near(before, index, 10)],
            _SHAPES_NAMES[min(5, _count(shapes, index, 5))],
            _DATES_NAMES[min(4, _count(dates, index, 6))],
            _RUN_NAMES[min(look.size, 7)][runs[index]],
            _TOPIC_NAMES[min(look.size, 8)][topics[index]],
            _SEEN_NAMES[look.size] if times[look.piece.text.lower()] > 1 else "once",
        ])  # fmt: skip
    return result


def _count(sums: Sequence[int], index: int, reach: int) -> int:
    return sums[min(len(sums) - 1, index + reach + 1)] - sums[max(0, index - reach)]


def _list_runs(looks: Sequence[Look]) -> list[int]:
    """How long the unbroken run of lines is that are no sentences, in which each piece stands; 0 for a sentence."""
    result = [0] * len(looks)
    start = 0
    for index in range(len(looks) + 1):
        if index == len(looks) or looks[index].sentence:
            result[start:index] = [1 + bisect_right(_RUNS, index - start)] * (index - start)
            start = index + 1
    return result


def _kinship(looks: Sequence[Look]) -> list[int]:
    """How much of a piece's longer words the prose of the page uses again and again: teasers speak of other things."""
    uses = Counter(term for look in looks if look.sentence for term in look.terms)
    result = []
    for look in looks:
        own = 1 if look.sentence else 0
        shared = sum(1 for term in look.terms if uses[term] - own >= 2)
        result.append(bisect_right(_KIN, shared / len(look.terms)) + 1 if look.terms else 0)
    return result


_RUNS: Final = (2, 3, 5, 9, 16, 33)
_KIN: Final = (0.01, 0.15, 0.3, 0.5, 0.7)
_PAGE_KINDS: Final = ("bare-page", "light-page", "page", "heavy-page")
_BEFORE_NAMES: Final = names_of("prose-before", len(_PLACES))
_PLACE_NAMES: Final = names_of("place", len(_PLACES))
_NEAR_NAMES: Final = names_of("prose-near", 5)
_AROUND_NAMES: Final = names_of("prose-around", 5)
_SHAPES_NAMES: Final = names_of("shapes-around", 5)
_DATES_NAMES: Final = names_of("dates-around", 4)
_RUN_NAMES: Final = tuple(names_of(f"list-run/size{size}", 8) for size in range(8))
_TOPIC_NAMES: Final = tuple(names_of(f"kinship/size{size}", 6) for size in range(9))
_SEEN_NAMES: Final = names_of("seen-twice/size", len(SIZES))
_DENSITIES: Final = (1, 15, 40, 90, 200)


def _running(values: Sequence[int]) -> list[int]:
    total, sums = 0, [0]
    for value in values:
        total += value
        sums.append(total)
    return sums


def _near(before: Sequence[int], index: int, reach: int) -> int:
    """How much prose stands within reach of a piece, itself not counted."""
    first, last = max(0, index - reach), min(len(before) - 1, index + reach + 1)
    around = before[last] - before[first] - (before[index + 1] - before[index])
    return bisect_right(_DENSITIES, around * 3 // reach)


def _endings_above(looks: Sequence[Look]) -> list[tuple[str, ...]]:
    """Which lines that end articles stand above each piece, after the first prose, and how lately."""
    found, last, names = False, -99, frozenset[str]()
    result: list[tuple[str, ...]] = []
    for index, look in enumerate(looks):
        lately = bisect_right((2, 4, 8, 16), index - last) if last >= 0 else 5
        result.append((*sorted(names), f"ending-above:{lately}/size{min(look.size, 8)}"))
        found = found or (look.sentence and look.words > 20)
        if found and look.shape is not None and look.shape.effect != "line":
            last = index
            names |= {f"after:{look.shape.rule}"}
    return result


_CLASSES: Final = (
    "line",
    "section",
    "tail",
    "prose-long",
    "prose",
    "prose-short",
    "item",
    "item-short",
    "heading",
    "words",
    "title",
    "short",
    "edge",
)
_BESIDE: Final = {
    (offset, name): f"{'above' if offset < 0 else 'below'}{abs(offset)}:{name}"
    for offset in (-3, -2, -1, 1, 2, 3)
    for name in _CLASSES
}
_BETWEEN: Final = {
    (above, own, below): f"{above}>{own}>{below}" for above in _CLASSES for own in _CLASSES for below in _CLASSES
}


def _neighbours(classes: Sequence[str], index: int) -> list[str]:
    count = len(classes)
    found = [
        _BESIDE[offset, classes[index + offset] if 0 <= index + offset < count else "edge"]
        for offset in (-3, -2, -1, 1, 2, 3)
    ]
    above = classes[index - 1] if index else "edge"
    below = classes[index + 1] if index + 1 < count else "edge"
    found.append(_BETWEEN[above, classes[index], below])
    return found
