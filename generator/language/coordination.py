"""One title before several names: ``Senators Alexander and Corker``, ``Reps. Lee (D-Calif.), Wolf, and McCaul``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.language.found import Found
from generator.text.gazetteer import known_places, last_names, namesakes
from generator.text.names import fold
from generator.text.titles import is_plural

_LINK = re.compile(r"(?: ?\([^()\n]{1,30}\))?(?:,| and| &|, and)? ?")
_COMMA = re.compile(r", (?:and )?| and ")
# From so many names on a list of family names is one of people.
_LONG_LIST = 6
_SEAT = re.compile("[DRI]-[A-Z]")


def share_titles(text: str, found: Sequence[Found]) -> list[Found]:
    """The spans in their order; those that a list joins to a name behind a title of several are people who bear it."""
    shared: list[Found] = []
    last: Found | None = None
    for one in found:
        if last and not one.role and _is_linked(text[last.end : one.start]) and _may_share(text, last, one):
            last = replace(one, kind="person", role=last.role)
            shared.append(last)
            continue
        shared.append(one)
        if one.kind == "person" and one.role:
            last = one if is_plural(one.role) else None
    return shared


def in_lists(text: str, found: Sequence[Found]) -> list[Found]:
    """The spans, lone family names in a long list of such as people's (``Boswell, Braley, Capps, Castor, Chu``)."""
    changed = list(found)
    start = 0
    for number in range(1, len(found) + 1):
        if number < len(found) and _COMMA.fullmatch(text[found[number - 1].end : found[number].start]):
            continue
        names = [fold(text[one.start : one.end]) for one in found[start:number]]
        if len(names) >= _LONG_LIST and 2 * sum(name in last_names() for name in names) > len(names):
            for at, name in enumerate(names, start):
                if found[at].kind in {"organization", "place"} and " " not in name and name not in known_places():
                    changed[at] = replace(found[at], kind="person")
        start = number
    return changed


def _may_share(text: str, last: Found, one: Found) -> bool:
    """Whether a span can be a person: a body must be a family name, or a lone word behind the last ``and``."""
    word = text[one.start : one.end]
    name = fold(word)
    if one.kind == "thing" or name in known_places() or _SEAT.match(word):
        return False
    if one.kind not in {"organization", "place"} or name in last_names():
        return True
    is_lone = " " not in word and not word.isupper() and name not in namesakes()
    return is_lone and " and " in text[last.end : one.start]


def _is_linked(between: str) -> bool:
    """Whether nothing but a comma, an ``and`` and a seat in brackets stands between two names."""
    return len(between) > 1 and _LINK.fullmatch(between) is not None
