"""Factiva's articles: known by their count of words and the document's code, or with codes of two letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from generator.press.clipping import Clipping
from generator.press.reading import read
from generator.press.values import date_in, tidied

_CODE: Final = re.compile(r"\s*(?:AN\s+)?Document (?P<id>[A-Za-z][A-Za-z0-9]{9,40})\s*")
_WORDS: Final = re.compile(r"\s*\d[\d,.]{0,8} (?:words|Wörter|mots|palabras|parole|woorden|ord)\s*", re.IGNORECASE)
_RIGHTS: Final = re.compile(r"\s*(?:\(c\)|©|copyright\b)", re.IGNORECASE)
_CLOCK: Final = re.compile(r"\s*\d{1,2}:\d\d(?:\s*(?:AM|PM|GMT|BST))?\s*")
_NAMED: Final = re.compile(r"(?:[Bb]y |BY )?[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*)+(?:,? .{0,80})?")
_LABELLED: Final = re.compile(r"(?:HD|SE|LP|TD|PD|WC)(?:\s+\S.*)?\s*")
_FEWEST_CODES: Final = 4
_HEAD: Final = 30
"""Lines above a text at most."""
_BYLINE: Final = 12
"""Words of a line that names the authors at most."""
_CAPITALS: Final = 0.6
_FIRM: Final = 6


def articles(lines: Sequence[str]) -> Iterator[Clipping]:
    """The articles of a file; each ends with the line of its code."""
    ends = [number for number, line in enumerate(lines) if _CODE.fullmatch(line)]
    coded = sum(1 for line in lines if _LABELLED.fullmatch(line)) >= _FEWEST_CODES * max(1, len(ends))
    for first, last in pairwise([-1, *ends]):
        found = read(lines, first + 1, last + 1, coded=True) if coded else _unlabelled(lines, first + 1, last + 1)
        if found is not None:
            yield found


def _unlabelled(lines: Sequence[str], first: int, last: int) -> Clipping | None:
    """Section, headline, authors, words, day, paper, code, language, rights; then the text."""
    numbers = [number for number in range(first, last) if lines[number].strip()]
    words = next((n for n in numbers if _WORDS.fullmatch(lines[n])), None)
    if words is None:
        return None
    above = [number for number in numbers if number < words]
    below = [number for number in numbers if words < number][:_HEAD]
    rights = next((number for number in below if _RIGHTS.match(lines[number])), None)
    day = next((number for number in below[:3] if len(date_in(lines[number])) == len("2014-05-17")), None)
    if rights is None or day is None or day > rights or not above:
        return None
    papers = [number for number in below if day < number < rights and not _CLOCK.fullmatch(lines[number])]
    signed = above[-1:] if len(above) > 1 and _is_byline(lines[above[-1]]) else []
    title = above[-1 - len(signed)]
    code = numbers[-1]
    text = [number for number in numbers if rights < number < code]
    while text and _is_firm(lines[text[-1]], lines[rights]):
        text.pop()
    shown = {title: "title", day: "date", code: "id"} | dict.fromkeys(signed, "authors")
    shown |= dict.fromkeys(papers[:1], "outlet")
    values = {name: lines[number].strip() for number, name in shown.items()}
    match = _CODE.fullmatch(lines[code])
    values |= {"id": match["id"]} if match else {}
    return Clipping(first=first, last=last, values=tidied(values), shown=shown, body=dict.fromkeys(text, 0))


def _is_byline(line: str) -> bool:
    """Whether a line above the count of words names people, and is no headline."""
    words = line.split()
    capitals = sum(word[:1].isupper() for word in words)
    return len(words) <= _BYLINE and _NAMED.fullmatch(line.strip()) is not None and capitals >= _CAPITALS * len(words)


def _is_firm(line: str, rights: str) -> bool:
    """Whether a line below a text is the house that has the rights in it."""
    words = line.split()
    return len(words) <= _FIRM and line.rstrip()[-1:] not in '.!?”"' and set(words) & set(rights.split()) != set()
