"""The second look at a proposed story: which of its articles speak of what it is called, and whether that is a story.

Articles are gathered around what leads to a story and by the words they share; a name is found afterwards. So an
earthquake elsewhere, in like words and a few weeks later, or what every short biography repeats, may stand under a name
that does not fit. What does not speak of the name is left out, and a story of which too little is left is not sure.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np

from generator.topics.stems import WORD
from generator.topics.stories.dated import Dated, Places
from generator.topics.stories.naming import Names
from generator.topics.stories.vectors import Floats
from generator.topics.words import stems_of

# The numbers were chosen together, by the articles of the stories of one archive and the labelled stories of others.
_RARE = 0.43
"""How rare at least one word of the name is: in one article of a dozen, of a thousand. Else it is a subject."""
_SPEAKS = 0.6
"""So much of the name an article speaks of, each word counted by how rare it is, by half where it stands but once."""
_WHOLLY = 0.9
"""What an article without a day must speak of, and half of those with one: its time ties it to nothing."""


def agreeing(
    name: str, anchors: Iterable[str], members: Collection[int], archive: Dated, names: Names
) -> frozenset[int] | None:
    """The articles of a story that speak of its name, or None if so few do that the name tells no story.

    Args:
        name: what the story is called, without its year.
        anchors: what leads to it: who speaks of a page's name that is part of the story's speaks of the story, too.
        members: the articles.
        archive: where their words and headlines are.
        names: of the archive's pages: who has a place of the name in the headline speaks of it.
    """
    stems = stems_of(name)
    titled = [frozenset(stems_of(archive.titles[place])) for place in members]
    if not _is_rare(stems, archive) or not any(title.issuperset(stems) for title in titled):
        return None
    places: Places = np.array(sorted(members), dtype=np.int64)
    pages = map(stems_of, (anchor for anchor in anchors if anchor.casefold() in names.whole))
    ways = [stems, *(part for part in pages if set(part) < set(stems) and _is_rare(part, archive))]
    fit = np.maximum.reduce([_spoken(way, places, archive) for way in ways])
    where = tuple(_places_in(name, names))
    located = np.array([any(place in archive.titles[member] for place in where) for member in places], dtype=bool)
    has_day = places < len(archive.days)
    kept = (fit >= _WHOLLY) | (has_day & (located | (fit >= _SPEAKS)))
    wholly = kept & (located | (fit >= _WHOLLY))
    return frozenset(places[kept].tolist()) if 2 * wholly.sum() >= kept.sum() else None


def _is_rare(stems: Iterable[str], archive: Dated) -> bool:
    return max(map(archive.rarity, stems), default=0.0) >= _RARE


def _spoken(stems: Sequence[str], places: Places, archive: Dated) -> Floats:
    """How much each article speaks of the stems, from 0 to 1."""
    weights = np.array([archive.rarity(stem) for stem in stems])
    heard = np.array([archive.heard(stem, places) for stem in stems])
    share: Floats = weights @ heard / weights.sum()
    return share


def _places_in(name: str, names: Names) -> Iterator[str]:
    """The places that a name holds, in small letters."""
    words = WORD.findall(name.casefold())
    for first, end in combinations(range(len(words) + 1), 2):
        if (run := " ".join(words[first:end])) in names.places:
            yield run
