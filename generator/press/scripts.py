"""Files that scripts made of pages: a few lines on each article, its text, and a row of signs between two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from generator.press.clipping import Clipping
from generator.press.labels import is_field, label_of
from generator.press.values import date_in, tidied

_ROW: Final = re.compile(
    r"\s*(?:[-=*#_~+<>]{3,}|[-=*#_~<>]{2,}\s*(?:article|story|doc(?:ument)?|text|item|record)\s*(?:#|no\.?)?\s*\d{0,5}\s*"
    r"[-=*#_~<>]{0,40})\s*|\f\s*",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"https?://\S{4,2000}")
_SIGNED: Final = re.compile(r"(?:^|[|·•,–—-])\s*[Bb][Yy]:?\s+(?P<name>[^|·•]{3,100})")
_FEWEST: Final = 2
"""Fields that a block of labels tells at least."""
_TOP: Final = 12
_COVER: Final = 4
"""Lines above the first of several articles: what was exported, and when."""
_SHORT: Final = 25
_OTHERS: Final = 8
_MANY: Final = 60
_STOPS: Final = ".!?"


def articles(lines: Sequence[str]) -> Iterator[Clipping]:
    """The articles of a file: under blocks of labels, under address, headline and day, or between rows of signs."""
    top = next((line for line in lines if line.strip() and not _ROW.fullmatch(line)), "")
    if found := list(_labelled(lines)):
        yield from found
    elif _ADDRESS.fullmatch(top.strip()):
        yield from _addressed(lines)
    elif _is_headline(top) and _signed_head(lines, 0, min(len(lines), _TOP)):
        yield from parted(lines, fewest=_FEWEST)


def _labelled(lines: Sequence[str]) -> Iterator[Clipping]:
    starts = [
        number for number in range(len(lines)) if _is_begun(lines, number) and len(_block(lines, number)) >= _FEWEST
    ]
    above = [line for line in lines[: starts[0] if starts else 0] if line.strip() and not _ROW.fullmatch(line)]
    if not starts or len(above) > (_COVER if len(starts) > 1 else 0):
        return
    for first, last in pairwise([*starts, len(lines)]):
        fields = _block(lines, first)
        if found := _clipping(lines, first, last, fields):
            yield found


def _is_begun(lines: Sequence[str], number: int) -> bool:
    """Whether a block of labels may begin here: nothing, an empty line or a row is above it."""
    above = lines[number - 1] if number else ""
    return label_of(lines[number]) is not None and (not above.strip() or _ROW.fullmatch(above) is not None)


def _block(lines: Sequence[str], first: int) -> dict[int, tuple[str, str]]:
    """The fields that a run of labels tells: number of a line -> role and value; none without a headline."""
    found: dict[int, tuple[str, str]] = {}
    for number in range(first, len(lines)):
        label = label_of(lines[number])
        if label is None or label.role == "text":
            break
        found[number] = (label.role, label.value)
    roles = {role for role, value in found.values() if is_field(role) and value}
    return found if "title" in roles and len(roles) >= _FEWEST else {}


def _addressed(lines: Sequence[str]) -> Iterator[Clipping]:
    """Address, headline, day, a row: each on its line."""
    starts = [
        number
        for number in range(len(lines) - 3)
        if _ADDRESS.fullmatch(lines[number].strip())
        and _is_headline(lines[number + 1])
        and _is_dated(lines[number + 2])
        and (_ROW.fullmatch(lines[number + 3]) or not lines[number + 3].strip())
    ]
    if not starts or any(line.strip() for line in lines[: starts[0]]):
        return
    for first, last in pairwise([*starts, len(lines)]):
        roles = ("url", "title", "date")
        fields = {first + at: (role, lines[first + at].strip()) for at, role in enumerate(roles)}
        if found := _clipping(lines, first, last, fields):
            yield found


def parted(lines: Sequence[str], *, fewest: int) -> Iterator[Clipping]:
    """Between rows: a headline, a line of day or author, and the text; all of the file is made so.

    Args:
        lines: All of the file.
        fewest: So many parts it has at least.
    """
    rows = [-1, *(number for number, line in enumerate(lines) if _ROW.fullmatch(line)), len(lines)]
    parts = [
        (first + 1, last) for first, last in pairwise(rows) if any(line.strip() for line in lines[first + 1 : last])
    ]
    heads = [_signed_head(lines, first, last) for first, last in parts]
    if len(parts) < fewest or not all(heads):
        return
    for (first, last), fields in zip(parts, heads, strict=True):
        if found := _clipping(lines, first, last, fields):
            yield found


def _signed_head(lines: Sequence[str], first: int, last: int) -> dict[int, tuple[str, str]]:
    told = [number for number in range(first, last) if lines[number].strip()][:3]
    if len(told) < 3 or not _is_headline(lines[told[0]]):
        return {}
    line = lines[told[1]]
    signed = _SIGNED.search(line)
    if len(line.split()) > _SHORT or line.rstrip()[-1:] in _STOPS or not (signed or _is_dated(line)):
        return {}
    return {told[0]: ("title", lines[told[0]].strip()), told[1]: ("date", line.strip())}


def _clipping(lines: Sequence[str], first: int, last: int, fields: dict[int, tuple[str, str]]) -> Clipping | None:
    below = max(fields) + 1
    text = [n for n in range(below, last) if lines[n].strip() and not _ROW.fullmatch(lines[n])]
    labels = {
        n: label.size if label.value else len(lines[n])
        for n in text[:1]
        if (label := label_of(lines[n])) and label.role == "text"
    }
    body = {number: labels.get(number, 0) for number in text if labels.get(number) != len(lines[number])}
    if not body:
        return None
    values: dict[str, str] = {}
    for role, value in fields.values():
        values.setdefault(role, value)
        if role == "date" and "authors" not in values and (signed := _SIGNED.search(value)):
            values["authors"] = signed["name"]
    shown = {number: role for number, (role, _) in fields.items() if is_field(role)}
    told = {role: value for role, value in values.items() if is_field(role)}
    return Clipping(first=first, last=last, values=tidied(told), shown=shown, body=body)


def _is_headline(line: str) -> bool:
    words = line.split()
    return 2 <= len(words) <= _SHORT and line.rstrip()[-1:] not in ".;:," and _ADDRESS.search(line) is None


def _is_dated(line: str) -> bool:
    return len(date_in(line)) == len("2018-04-09") and len(line.split()) <= _OTHERS
