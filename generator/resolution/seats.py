"""Two people of one name: members of Congress to whom the archive gives seats of different states."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from generator.resolution.sightings import Sighting
from generator.text.gazetteer import seats
from generator.text.names import fold

_SEAT = re.compile(r"[RDI]-([A-Z][\w.]*)")
# A state that stands beside a name in less than this share of the articles with a state is a slip of the pen.
_SHARE = 0.25
_BY_STATE = "@"


def parted_by_seat(sightings: Sequence[Sighting], is_kept: Callable[[str, int], bool]) -> list[Sighting]:
    """The sightings; where a full name has seats of two states, those of the rarer one under a key of their own.

    Mike Rogers (R-Mich.) is not Mike Rogers (R-Ala.). Articles without a state are of him who is named more often.

    Args:
        sightings: In the order of the articles.
        is_kept: Whether a form of the name, in so many articles, is a published page's that no rule may part.
    """
    states: defaultdict[str, dict[int, set[str]]] = defaultdict(dict)
    for sighting in sightings:
        state = seat_of(sighting.mention.apposition) if sighting.key and sighting.mention.apposition else ""
        if state:
            states[sighting.key].setdefault(sighting.article, set()).add(state)
    others = {key: found for key, by_article in states.items() if (found := _rarer(by_article))}
    if not others:
        return list(sightings)
    named = Counter(key for key, _ in {(s.key, s.article) for s in sightings if s.key in others})
    kept = {s.key for s in sightings if s.key in others and is_kept(s.mention.text, named[s.key])}
    return [
        _of_state(sighting, states[sighting.key], others[sighting.key])
        if sighting.key in others and sighting.key not in kept
        else sighting
        for sighting in sightings
    ]


def plain_key(key: str) -> str:
    """The key of the name alone."""
    return key.partition(_BY_STATE)[0]


def kept_apart(keys: Sequence[str]) -> dict[str, frozenset[str]]:
    """Key -> the keys of others who bear the same name."""
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for key in keys:
        if _BY_STATE in key:
            alike[plain_key(key)] |= {key, plain_key(key)}
    return {key: frozenset(found - {key}) for found in alike.values() for key in found}


def is_seat(apposition: str) -> bool:
    """Whether words beside a name are party and state as newspapers write them, whatever the state: ``R-Ala.``."""
    return _SEAT.fullmatch(apposition) is not None


@lru_cache(maxsize=10_000)
def seat_of(apposition: str) -> str:
    """The state of a seat (``R-Ala.`` -> ``Alabama``); '' for any other words."""
    seat = _SEAT.fullmatch(apposition)
    return seats().get(fold(seat.group(1)).replace(" ", ""), "") if seat else ""


def _rarer(by_article: Mapping[int, set[str]]) -> frozenset[str]:
    """The states beside a name but for the most frequent one, as far as they are no slips."""
    counts = Counter(state for found in by_article.values() for state in found)
    if len(counts) == 1:
        return frozenset()
    first = min(counts, key=lambda state: (-counts[state], state))
    return frozenset(state for state in counts if state != first and counts[state] >= _SHARE * len(by_article))


def _of_state(sighting: Sighting, by_article: Mapping[int, set[str]], others: frozenset[str]) -> Sighting:
    """The sighting under the key of its state: its own, or the only one that its article gives the name."""
    own, here = seat_of(sighting.mention.apposition), by_article.get(sighting.article, set())
    state = own or (next(iter(here)) if len(here) == 1 else "")
    return replace(sighting, key=f"{sighting.key}{_BY_STATE}{fold(state)}") if state in others else sighting
