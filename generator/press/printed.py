"""Clippings of printed papers as they are read by machines: narrow columns, words broken at their ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from generator.press.clipping import Clipping
from generator.press.values import date_in, tidied

_BROKEN: Final = re.compile(r".*[^\W\d_]-\s*")
_ADDRESS: Final = re.compile(r"\s*https?://\S{4,2000}\s*")
_SIGNED: Final = re.compile(r"\s*(?:by|from)\s+(?P<name>[A-ZÀ-Þ].{2,60})", re.IGNORECASE)
_FOOT: Final = re.compile(
    r"\s*(?:downloaded (?:on|from)|clipped (?:from|by|on)|copyright\b|©|printed (?:on|from))", re.IGNORECASE
)
_PAPER: Final = re.compile(
    r"\s*(?P<name>[^·|(\[]{3,80}?)\s*(?:[·|(\[]|,\s*(?:mon|tue|wed|thu|fri|sat|sun|\d))", re.IGNORECASE
)
_WIDEST: Final = 64
"""Letters of a line of a column."""
_FEWEST_LINES, _FEWEST_BROKEN = 10, 2
_BROKEN_OF, _RUNNING_OF = 1 / 25, 0.35
"""Of the lines, so many are broken amid a word, and so many go on amid a sentence."""
_MASTHEAD, _HEADLINE = 4, 8
"""Lines of what names the paper, and of a headline, at most."""
_STOPS: Final = '.!?”"'
_WHOLE: Final = len("1923-10-17")


def is_print(lines: Sequence[str]) -> bool:
    """Whether a text is a column: short lines, most of which go on below, some amid a word."""
    told = [line for line in lines if line.strip()]
    if len(told) < _FEWEST_LINES or sorted(map(len, told))[len(told) * 9 // 10] > _WIDEST:
        return False
    pairs = [(above, below.lstrip()[:1]) for above, below in pairwise(told)]
    broken = sum(1 for above, first in pairs if first.islower() and _BROKEN.fullmatch(above))
    running = sum(1 for _, first in pairs if first.islower())
    return broken >= max(_FEWEST_BROKEN, _BROKEN_OF * len(told)) and running >= _RUNNING_OF * len(told)


def articles(lines: Sequence[str]) -> Iterator[Clipping]:
    """The clipping that a file is: what names the paper, a headline, who wrote it, the column."""
    if not is_print(lines):
        return
    runs = [list(run) for is_told, run in groupby(range(len(lines)), key=lambda n: bool(lines[n].strip())) if is_told]
    values, shown = dict[str, str](), dict[int, str]()
    if len(runs) > 1 and len(runs[0]) <= _MASTHEAD and _names_paper(lines, runs[0]):
        for number in runs.pop(0):
            for role, value in _of_masthead(lines[number]).items():
                values.setdefault(role, value)
                shown.setdefault(number, role)
    if len(runs) > 1 and _is_headline(lines, runs[0]):
        for number in runs[0]:
            signed = _SIGNED.fullmatch(lines[number]) if number != runs[0][0] else None
            shown[number] = "authors" if signed else "title"
            known = values.get(shown[number], "")
            values[shown[number]] = f"{known} {signed['name'] if signed else lines[number].strip()}".strip()
        runs.pop(0)
    while len(runs) > 1 and len(runs[0]) == 1 and (signed := _SIGNED.fullmatch(lines[runs[0][0]])):
        shown[runs[0][0]] = "authors"
        values.setdefault("authors", signed["name"])
        runs.pop(0)
    text = [number for run in runs for number in run]
    foot = next((at for at, number in enumerate(text) if 2 * at > len(text) and _FOOT.match(lines[number])), len(text))
    body = dict.fromkeys(text[:foot], 0)
    yield Clipping(first=0, last=len(lines), values=tidied(values), shown=shown, body=body, is_print=True)


def _names_paper(lines: Sequence[str], run: Sequence[int]) -> bool:
    return any(len(date_in(lines[number])) == _WHOLE or _ADDRESS.fullmatch(lines[number]) for number in run)


def _of_masthead(line: str) -> dict[str, str]:
    """What a line above the headline tells: the address of the scan, or paper and day."""
    if _ADDRESS.fullmatch(line):
        return {"url": line.strip()}
    paper = _PAPER.match(line)
    found = {"outlet": paper["name"] if paper else "", "date": date_in(line)}
    return {role: value for role, value in found.items() if value}


def _is_headline(lines: Sequence[str], run: Sequence[int]) -> bool:
    """Whether a block above the column is a headline with its decks: short lines, in capitals or without an end."""
    last = lines[run[-1]].rstrip()
    words = " ".join(lines[number] for number in run)
    return len(run) <= _HEADLINE and (words.isupper() or last[-1:] not in _STOPS) and not lines[run[0]][:1].isspace()
