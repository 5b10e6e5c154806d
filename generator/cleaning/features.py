"""What can be said of a piece of a dump without understanding it: named traits, on which the model of prose is built.

Every trait is a short readable name; ``clipfile explain`` shows the names that decided.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.cleaning.lines import Piece
from generator.cleaning.shapes import Shape, shape_of
from generator.cleaning.words import ANY_FUNCTION_WORD, SECOND_PERSON
from generator.text.sentences import CLOSERS, TERMINATORS

_TOKEN: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SENTENCE_BREAK: Final = re.compile(r"[.!?][\"”’)]* [\"“‘(]?[A-ZÀ-Þ0-9]")
_DATE_HINT: Final = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d+ (?:hour|day|week|month|year|min)s? ago\b"
)
_WEB: Final = re.compile(r"https?://|www\.|\S@\S|\[email")
_MONEY: Final = re.compile(r"[$£€]\d")
_SIGNS: Final = (("date", _DATE_HINT), ("web", _WEB), ("money", _MONEY))
_LETTERS: Final = (("bar", "|"), ("comma", ","), ("quotation", "“"), ("quotation", '"'))
_A_LINE: Final = 13

_SIZES: Final = (1, 2, 3, 5, 8, 13, 21, 41, 81)
_SHARES: Final = (0.01, 0.15, 0.28, 0.4, 0.55)
_PLACES: Final = (0.02, 0.08, 0.2, 0.4, 0.6, 0.8, 0.92, 0.98)


@dataclass(frozen=True, slots=True)
class Look:
    """One piece with what was counted in it."""

    piece: Piece
    words: int
    size: int
    sentence: bool
    """Running text that ends as sentences do."""
    shape: Shape | None
    own: tuple[str, ...]
    """The traits that the piece has by itself."""
    terms: frozenset[str]
    """Its longer words, in lower case."""


def _named(name: str, count: int) -> tuple[str, ...]:
    return tuple(f"{name}:{number}" for number in range(count + 1))


_SIZE_NAMES: Final = _named("size", len(_SIZES))
_PROSE_NAMES: Final = tuple(_named(f"function-words/size{size}", len(_SHARES)) for size in range(len(_SIZES) + 1))
_CAPITAL_NAMES: Final = tuple(_named(f"capitals/size{size}", len(_SHARES)) for size in range(len(_SIZES) + 1))
_STOP_NAMES: Final = tuple(
    tuple(f"ends-{mark}/size{size}" for size in range(len(_SIZES) + 1))
    for mark in ("open", "stop", "question", "colon", "ellipsis", "comma")
)


def look_at(piece: Piece) -> Look:
    """A piece with its own traits."""
    text = piece.text
    tokens = _TOKEN.findall(text[:1200])
    count = len(tokens)
    size = bisect_right(_SIZES, count)
    prose = sum(1 for token in tokens if token.lower() in ANY_FUNCTION_WORD) / count if count else 0.0
    capitals = sum(1 for token in tokens if token[0].isupper()) / count if count else 0.0
    ending = _ending(text)
    shape = shape_of(text) if count < 70 else None
    own = [
        _SIZE_NAMES[size],
        _PROSE_NAMES[size][bisect_right(_SHARES, prose)],
        _CAPITAL_NAMES[size][bisect_right(_SHARES, capitals)],
        _STOP_NAMES[ending][size],
        *_flags(text, tokens, count),
        *_marks(piece),
    ]
    if shape is not None:
        own.append(shape.rule)
    sentence = count >= 6 and prose >= 0.15 and (ending in {1, 2} or (count > 25 and ending != 4))
    return Look(
        piece=piece,
        words=count,
        size=size,
        sentence=sentence,
        shape=shape,
        own=tuple(own),
        terms=frozenset(token.lower() for token in tokens if len(token) > 4),
    )


def _ending(text: str) -> int:
    last = text.rstrip().rstrip(CLOSERS)[-1:]
    if text.endswith(("...", "…", "[…]", "[...]")):
        return 4
    if last == "?":
        return 2
    if last and last in TERMINATORS:
        return 1
    return 3 if last == ":" else 5 if last == "," else 0


def _flags(text: str, tokens: Sequence[str], count: int) -> list[str]:
    length = "short" if count < _A_LINE else "long"
    found = [_beginning(text[0])]
    found += [f"{name}/{length}" for name, pattern in _SIGNS if pattern.search(text)]
    found += [name for name, sign in _LETTERS if sign in text]
    if count > 5 and _SENTENCE_BREAK.search(text):
        found.append("several-sentences")
    if text.isupper():
        found.append("all-capitals/short" if count < 4 else "all-capitals/long")
    if count and tokens[0].lower() == "by":
        found.append(f"by/{length}")
    yours = sum([1 for token in tokens if token.lower() in SECOND_PERSON])
    if yours:
        dense = "dense" if yours * 12 > count else "long"
        found.append(f"to-the-reader/{'short' if count < _A_LINE else dense}")
    if any(token.isdigit() for token in tokens):
        found.append("number/short" if count < 8 else "number/long")
    return found


def _beginning(head: str) -> str:
    if head.islower():
        return "begins-lower"
    if head.isdigit():
        return "begins-digit"
    if head in "\"“‘'«":
        return "begins-quote"
    return "begins-upper" if head.isupper() else "begins-other"


def _marks(piece: Piece) -> list[str]:
    found = (
        [f"kind:{piece.kind}"]
        if piece.kind != "item"
        else ["kind:item" if not piece.marker[:1].isdigit() else "kind:numbered"]
    )
    if piece.kind == "item" and piece.level:
        found.append("nested")
    if piece.kind == "heading":
        found.append(f"heading:{piece.level}")
    if not piece.apart:
        found.append("not-apart")
    if len(piece.numbers) > 1:
        found.append("joined")
    return found


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
_BEFORE_NAMES: Final = _named("prose-before", len(_PLACES))
_PLACE_NAMES: Final = _named("place", len(_PLACES))
_NEAR_NAMES: Final = _named("prose-near", 5)
_AROUND_NAMES: Final = _named("prose-around", 5)
_SHAPES_NAMES: Final = _named("shapes-around", 5)
_DATES_NAMES: Final = _named("dates-around", 4)
_RUN_NAMES: Final = tuple(_named(f"list-run/size{size}", 8) for size in range(8))
_TOPIC_NAMES: Final = tuple(_named(f"kinship/size{size}", 6) for size in range(9))
_SEEN_NAMES: Final = _named("seen-twice/size", len(_SIZES))
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
