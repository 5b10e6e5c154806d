"""The lines that maintainers name in cleaning.yml: literal text, or a pattern that can be run on anything in time."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final

LONGEST: Final = 2_000
"""Characters of a line that a pattern looks at: what is quadratic stays below a second."""

_MOST_WIDE: Final = 2
"""Repeats of any character in one pattern: with the place where a match begins they make it cubic at worst."""
_MANY: Final = 16
"""What may be repeated more often than this counts as repeated without end."""
_FEW: Final = 3
"""What is repeated so often at most may repeat itself inside."""
_MARK: Final = re.compile(r"(?:[•‣◦▪●○■*+–·>-]|#{1,6}|\d{1,3}[.)])\s+")
_REPEATS: Final = (ops.MAX_REPEAT, ops.MIN_REPEAT)


def is_pattern(text: str) -> bool:
    """Whether a maintainer's line is a regular expression: it stands between slashes."""
    return len(text) > 2 and text.startswith("/") and text.endswith("/")


@lru_cache(maxsize=1024)
def compiled(text: str) -> re.Pattern[str]:
    """What finds a maintainer's line: between slashes a pattern, else the whole line.

    Of literal text white space does not matter, nor the mark of a list or quotation before it.
    """
    if is_pattern(text):
        return re.compile(text[1:-1])
    words = _MARK.sub("", text.strip(), count=1).split()
    return re.compile(r"\A\s*" + r"\s+".join(map(re.escape, words)) + r"\s*\Z")


def doubt(text: str) -> str:
    """Why a pattern is not to be run; '' where it may be.

    A repeat around another repeat, or around choices that begin alike, can try a line in more ways than there is time
    for (``(a+)+``); a few repeats of any character can be tried in some millions of ways, more of them in too many.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            read = parser.parse(text[1:-1])
            re.compile(text[1:-1])
    except (re.error, RecursionError, OverflowError, Warning) as error:
        return f"the pattern cannot be read: {error}"
    if _is_nested(read, within=False):
        return "the pattern repeats what repeats itself, and could run for ever"
    if _wide(read) > _MOST_WIDE:
        return f"the pattern has more than {_MOST_WIDE} repeats of any character, and could run for ever"
    return ""


def _is_nested(read: Iterable[tuple[Any, Any]], *, within: bool) -> bool:
    """Whether a repeat, or a choice whose branches begin alike, stands within a repeat of more than a few times."""
    return any(_nests(op, argument, within=within) for op, argument in read)


def _nests(op: Any, argument: Any, *, within: bool) -> bool:
    if op in _REPEATS:
        least, most, inner = argument
        return (within and least != most) or _is_nested(inner, within=within or most > _FEW)
    is_choice = within and op is ops.BRANCH and not _begin_apart(argument[1])
    return is_choice or any(_is_nested(inner, within=within) for inner in _parts(op, argument))


def _begin_apart(branches: Iterable[Any]) -> bool:
    firsts = [branch[0] if len(branch) else None for branch in branches]
    literal = all(first is not None and first[0] is ops.LITERAL for first in firsts)
    return literal and all(one != other for one, other in pairwise(sorted(firsts, key=repr)))


def _wide(read: Iterable[tuple[Any, Any]]) -> int:
    """How many unbounded repeats of sets of characters can follow each other."""
    total = 0
    for op, argument in read:
        if op in _REPEATS:
            total += argument[1] > _MANY and not _is_narrow(argument[2])
            total += _wide(argument[2]) * min(argument[1], _FEW)
        elif op is ops.BRANCH:
            total += max(_wide(branch) for branch in argument[1])
        else:
            total += sum(_wide(inner) for inner in _parts(op, argument))
    return total


def _is_narrow(inner: Any) -> bool:
    """Whether what is repeated is one certain character, white space or a digit, which run out soon."""
    if len(inner) != 1:
        return False
    op, argument = inner[0]
    digit_or_space = {ops.CATEGORY_DIGIT, ops.CATEGORY_SPACE}
    return op is ops.LITERAL or (op is ops.IN and all(pair[1] in digit_or_space for pair in argument))


def _parts(op: Any, argument: Any) -> list[Any]:
    """The patterns inside a group, a look-around or a choice."""
    if op is ops.SUBPATTERN:
        return [argument[3]]
    if op in (ops.ASSERT, ops.ASSERT_NOT):
        return [argument[1]]
    if op is ops.BRANCH:
        return list(argument[1])
    if op is ops.GROUPREF_EXISTS:
        return [part for part in argument[1:] if part is not None]
    if op is ops.ATOMIC_GROUP:
        return [argument]
    return [argument[2]] if op is ops.POSSESSIVE_REPEAT else []
