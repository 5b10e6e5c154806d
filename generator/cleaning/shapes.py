"""Lines that pages carry and articles do not: the table ``data/shapes.txt``, a name for every rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Final, Literal, cast

Effect = Literal["line", "section", "tail"]
"""What a line of this shape says of its place: it stands alone, above a list of short lines, or below articles."""

_SECTION: Final = re.compile(r"\[([\w-]+)(?: (\w+))?\]")
_GROUP: Final = re.compile(r"(?<!\\)\((?!\?)")
_LONGEST: Final = 420
_TRIM: Final = " \t*_#>|·•–—"
_LITERAL: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789#©←«‹-àí…<&@")
_ANY: Final = ""


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
    """The boilerplate shape that a line has, or None."""
    if len(line) > _LONGEST:
        return None
    plain = line.strip(_TRIM).lower().replace("’", "'").replace("\u00a0", " ")
    if not plain:
        return Shape(rule="shape:print-rule", effect="line")
    for form in (plain, plain.rstrip(".!?…")):
        found = _match(form)
        if found is not None or form[-1:] not in ".!?…":
            return found
    return None


def _match(plain: str) -> Shape | None:
    table = _table()
    pattern, shapes = table.get(plain[:1], table[_ANY])
    match = pattern.fullmatch(plain)
    if match is not None:
        return shapes[int((match.lastgroup or "r0")[1:])]
    for needle, needled, shape in _needled():
        if needle in plain and needled.fullmatch(plain):
            return shape
    return None


@cache
def _table() -> Mapping[str, tuple[re.Pattern[str], tuple[Shape, ...]]]:
    """By first letter: only the patterns that can begin so are tried, which is ten times faster than all of them."""
    rows = [row for row in _rows() if not row.needle]
    starts = [_first_letters(row.pattern) for row in rows]
    letters = {letter for start in starts if start is not None for letter in start} | {_ANY}
    return {
        letter: _compiled(row for row, start in zip(rows, starts, strict=True) if start is None or letter in start)
        for letter in sorted(letters)
    }


def _compiled(rows: Iterable[_Row]) -> tuple[re.Pattern[str], tuple[Shape, ...]]:
    own = list(rows)
    pattern = "|".join(f"(?P<r{number}>{row.pattern})" for number, row in enumerate(own))
    return re.compile(pattern), tuple(row.shape for row in own)


@cache
def _needled() -> tuple[tuple[str, re.Pattern[str], Shape], ...]:
    return tuple((row.needle, re.compile(row.pattern), row.shape) for row in _rows() if row.needle)


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


def _first_letters(pattern: str) -> frozenset[str] | None:
    """With which letters a text that matches can begin; None where that may be any."""
    found: frozenset[str] = frozenset()
    for alternative in _alternatives(pattern):
        letters = _letters_of(alternative)
        if letters is None:
            return None
        found |= letters
    return found


def _letters_of(sequence: str) -> frozenset[str] | None:
    if not sequence:
        return None
    if sequence.startswith("(?:"):
        end = _closing(sequence)
        inner = _first_letters(sequence[3:end])
        rest = sequence[end + 1 :]
    elif sequence[0] in _LITERAL:
        inner, rest = frozenset(sequence[0]), sequence[1:]
    elif sequence.startswith("\\"):
        inner, rest = frozenset("0123456789" if sequence[1] == "d" else sequence[1]), sequence[2:].removeprefix("+")
    else:
        return None
    if not rest.startswith(("?", "*", "{0")) or inner is None:
        return inner
    following = _letters_of(re.sub(r"^(?:[?*]|\{0,\d+\})", "", rest))
    return None if following is None else inner | following


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
