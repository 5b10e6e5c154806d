"""Lines that pages carry and articles do not: the table ``data/shapes.txt``, a name for every rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Final, Literal, cast

from generator.cleaning.pieces.abroad import in_english

Effect = Literal["line", "section", "tail"]
"""What a line of this shape says of its place: it stands alone, above a list of short lines, or below articles."""

_SECTION: Final = re.compile(r"\[([\w-]+)(?: (\w+))?\]")
_GROUP: Final = re.compile(r"(?<!\\)\((?!\?)")
_LONGEST: Final = 420
_TRIM: Final = " \t*_#>|·•–—"
_LITERAL: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789 #©←«‹-àí…<&@")
_ANY: Final = "\0"
_LONGEST_START: Final = 5
_QUANTIFIER: Final = re.compile(r"[?*+]|\{[\d,]+\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A rule of the table: its name and what a line that has this shape says of its place."""

    rule: str
    effect: Effect


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    shape: Shape
    pattern: str
    needle: str


# The lines of a page's furniture come back on every page of its outlet.
@lru_cache(maxsize=1 << 14)
def shape_of(line: str) -> Shape | None:
    """The boilerplate shape that a line has, in whatever language its words are known; or None."""
    if len(line) > _LONGEST:
        return None
    found = _known(line)
    english = in_english(line) if found is None else line
    return found if english == line else _known(english)


def _known(line: str) -> Shape | None:
    plain = line.strip(_TRIM).lower().replace("’", "'").replace("\u00a0", " ")
    if not plain:
        return Shape(rule="shape:print-rule", effect="line")
    bare = plain.rstrip(".!?…")
    return _match(plain) or (_match(bare) if bare and bare != plain else None)


def _match(plain: str) -> Shape | None:
    table = _table()
    begins = not table.starts.isdisjoint((plain[:1], plain[:2], plain[:3], plain[:4], plain[:_LONGEST_START]))
    pattern, shapes = table.by_letter[plain[0] if begins else _ANY]
    match = pattern.fullmatch(plain)
    if match is not None:
        return shapes[int((match.lastgroup or "r0")[1:])]
    for needle, needled, shape in _needled(ascii_only=plain.isascii()):
        if needle in plain and needled.fullmatch(plain):
            return shape
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """The rows without a needle, of which only those are tried that can begin as a line does."""

    by_letter: Mapping[str, tuple[re.Pattern[str], tuple[Shape, ...]]]
    """First letter -> the rows that can begin with it, which is a tenth of all; ``_ANY``: those that can with any."""
    starts: frozenset[str]
    """The beginnings of all others: two thirds of lines have none of them."""


@cache
def _table() -> _Table:
    rows = [(row, _starts(row.pattern, _LONGEST_START)) for row in _rows() if not row.needle]
    starts = frozenset().union(*(starts for _, starts in rows if _ANY not in starts))
    letters = {start[0] for start in starts} | {_ANY}
    return _Table(
        by_letter={
            letter: _compiled(
                row for row, begins in rows if not {letter, _ANY}.isdisjoint(start[0] for start in begins)
            )
            for letter in sorted(letters)
        },
        starts=frozenset(start.removesuffix(_ANY) for start in starts),
    )


def _compiled(rows: Iterable[_Row]) -> tuple[re.Pattern[str], tuple[Shape, ...]]:
    own = list(rows)
    pattern = "|".join(f"(?P<r{number}>{row.pattern})" for number, row in enumerate(own))
    return re.compile(pattern), tuple(row.shape for row in own)


@cache
def _needled(*, ascii_only: bool) -> tuple[tuple[str, re.Pattern[str], Shape], ...]:
    """The rows with a needle, for most lines without those whose needle no such line has."""
    rows = (row for row in _rows() if row.needle and (row.needle.isascii() or not ascii_only))
    return tuple((row.needle, re.compile(row.pattern), row.shape) for row in rows)


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(_read(resources.files("generator.cleaning").joinpath("data/shapes.txt").read_text(encoding="utf-8")))


def _read(table: str) -> Iterator[_Row]:
    network: list[str] = []
    rule = effect = ""
    for line in table.splitlines():
        section = _SECTION.fullmatch(line)
        if section:
            rule, effect = section[1], section[2] or ""
        elif line and not line.startswith("# ") and line != "#":
            written, _, needle = line.partition("\t")
            pattern = _GROUP.sub("(?:", written)
            if not effect:
                network.append(pattern)
                continue
            name = rule if rule == "empty-label" else f"shape:{rule}"
            shape = Shape(rule=name, effect=cast("Effect", effect))
            yield _Row(shape=shape, pattern=pattern.replace("{network}", f"(?:{'|'.join(network)})"), needle=needle)


def _starts(pattern: str, length: int) -> frozenset[str]:
    """With which letters, at most ``length``, a text that matches can begin; ``_ANY`` at an end: and any others."""
    return frozenset().union(*(_starts_of(alternative, length) for alternative in _alternatives(pattern)))


def _starts_of(sequence: str, length: int) -> frozenset[str]:
    if not sequence or not length:
        return frozenset({""})
    heads, rest = _first_of(sequence, length)
    quantifier = _QUANTIFIER.match(rest)
    following = rest[quantifier.end() :] if quantifier else rest
    found = set[str]()
    for head in heads:
        if head.endswith(_ANY) or len(head) == length:
            found.add(head)
        elif quantifier and quantifier[0] != "?":
            found.add(head + _ANY)
        else:
            found |= {head + tail for tail in _starts_of(following, length - len(head))}
    if rest.startswith(("?", "*", "{0")):
        found |= _starts_of(following, length)
    return frozenset(found)


def _first_of(sequence: str, length: int) -> tuple[frozenset[str], str]:
    """How the first letter or group of a pattern begins, and what of the pattern follows it."""
    if sequence.startswith("(?:"):
        end = _closing(sequence)
        return _starts(sequence[3:end], length), sequence[end + 1 :]
    if sequence[0] in _LITERAL:
        return frozenset(sequence[0]), sequence[1:]
    if sequence[0] == "\\" and (sequence[1] == "d" or not sequence[1].isalnum()):
        return frozenset("0123456789" if sequence[1] == "d" else sequence[1]), sequence[2:]
    return frozenset({_ANY}), ""


def _alternatives(pattern: str) -> list[str]:
    """A pattern cut at the bars that stand in no group or class."""
    parts, depth, start, index, in_class = [], 0, 0, 0, False
    while index < len(pattern):
        letter = pattern[index]
        if letter == "\\":
            index += 1
        elif in_class or letter == "[":
            in_class = letter != "]"
        elif letter in "()":
            depth += 1 if letter == "(" else -1
        elif letter == "|" and depth == 0:
            parts.append(pattern[start:index])
            start = index + 1
        index += 1
    return [*parts, pattern[start:]]


def _closing(sequence: str) -> int:
    depth = 0
    for index, letter in enumerate(sequence):
        if letter in "()" and sequence[index - 1] != "\\":
            depth += 1 if letter == "(" else -1
            if depth == 0:
                return index
    raise ValueError(sequence)
