"""Known people looked up again: their family names, where the model missed or misread them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.language.found import Found
from generator.text.gazetteer import given_names, known_places
from generator.text.names import SUFFIXES, fold

# Behind these words stands the place, not the person who is called like it: "in Jordan".
_WHERE = re.compile(r"\b(?:in|at|near|to|from|across|outside|inside|around|through|into) $", re.IGNORECASE)
_REACH = 12
_SHORTEST = 3


def recalled(text: str, found: Sequence[Found], small: frozenset[str]) -> list[Found]:
    """The mentions, places that bear a person's family name made persons, and the bare names that nobody marked."""
    surnames = sorted({surname for one in found if (surname := _surname(text, one))})
    if not surnames:
        return list(found)
    known = frozenset(surnames)
    mended = [_person(text, one) if text[one.start : one.end] in known else one for one in found]
    covered = [(one.start, one.end) for one in mended]
    return mended + [one for one in _bare(text, surnames, small) if not _inside(one, covered)]


def _surname(text: str, one: Found) -> str:
    """The family name of somebody who is surely named in full, as written; else ''."""
    words = text[one.start : one.end].split()
    while len(words) > 1 and fold(words[-1]) in SUFFIXES:
        words.pop()
    if one.kind != "person" or len(words) < 2 or not (one.role or fold(words[0]) in given_names()):
        return ""
    return words[-1].strip(",") if len(words[-1]) >= _SHORTEST and not words[-1].isupper() else ""


def _person(text: str, one: Found) -> Found:
    place = fold(text[one.start : one.end]) in known_places()
    if one.kind != "place" or not place or _WHERE.search(text, max(0, one.start - _REACH), one.start):
        return one
    return replace(one, kind="person")


def _bare(text: str, surnames: Sequence[str], small: frozenset[str]) -> Iterator[Found]:
    """Every lone occurrence of the names: no capitalised word stands right before or behind it."""
    names = "|".join(re.escape(surname) for surname in surnames)
    for match in re.finditer(rf"(?<![\w@#./’'-])(?:{names})(?![\w-])", text):
        before = text[max(0, match.start() - 2) : match.start()]
        opens = not before.strip() or before[0] in '.!?:\n"“'
        if opens and match.group().lower() in small:
            continue
        if not (_is_capital_before(text, match.start()) or re.match(r" [^\W\d_a-z]\w", text[match.end() :][:3])):
            yield Found("person", match.start(), match.end())


def _is_capital_before(text: str, start: int) -> bool:
    word = re.search(r"(\S+) $", text[max(0, start - 24) : start])
    return bool(word and word.group(1)[0].isupper() and word.group(1)[-1].isalnum())


def _inside(one: Found, covered: Sequence[tuple[int, int]]) -> bool:
    return any(start < one.end and one.start < end for start, end in covered)
