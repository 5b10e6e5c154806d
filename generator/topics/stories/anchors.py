"""What a story may gather around: names of the archive's pages, phrases of its headlines, and words of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Literal

import numpy as np

from generator.model import Entity
from generator.topics.headlines import means_something, repeated_phrases, usual_form
from generator.topics.stems import WORD, stem
from generator.topics.stories.dated import Dated, Places

_stem = lru_cache(maxsize=100_000)(stem)
_SHORT = 3
"""Letters: shorter words are too little to look for."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Anchor:
    """A name, phrase or word, and the articles that are about it."""

    text: str
    """As the archive writes it."""
    kind: Literal["name", "phrase", "word"]
    about: Places


def anchors_of(archive: Dated, entities: Iterable[Entity]) -> Iterator[Anchor]:
    """Names, then phrases, then words: each with the articles that repeat it or have it in their headline."""
    yield from _names(archive, entities)
    yield from _phrases(archive)
    yield from _words(archive)


def _names(archive: Dated, entities: Iterable[Entity]) -> Iterator[Anchor]:
    for entity in entities:
        found = Counter(archive.places.get(mention.article, -1) for mention in entity.mentions)
        named = entity.name.casefold()
        about = {place for place, number in found.items() if number > 1 or named in archive.titles[place]}
        yield Anchor(text=entity.name, kind="name", about=_sorted(about - {-1}))


def _phrases(archive: Dated) -> Iterator[Anchor]:
    written: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    titles = [row.title or "" for row in archive.rows.values()]
    for place, phrase in repeated_phrases(titles, archive.common):
        written[phrase.casefold()].append((place, phrase))
    for folded, found in written.items():
        where = {place for place, _ in found}
        if len(where) > 1:
            stems = [_stem(word) for word in folded.split() if len(word) > _SHORT]
            if len(stems) > 1:
                where.update(archive.repeating(stems).tolist())
            yield Anchor(text=_usual([phrase for _, phrase in found]), kind="phrase", about=_sorted(where))


def _usual(written: Sequence[str]) -> str:
    forms = Counter(written) if len(set(written)) > 1 else {written[0]: 1}
    return usual_form(forms)


def _words(archive: Dated) -> Iterator[Anchor]:
    """Words that two headlines have: what a story is about may have no phrase that all its headlines share."""
    forms = Counter(chain.from_iterable(WORD.findall(row.title or "") for row in archive.rows.values()))
    written: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for word, number in forms.items():
        if means_something(word):
            written[_stem(word)][word] = number
    for stem_, same in written.items():
        if sum(same.values()) > 1 and len(stem_) > _SHORT:
            yield Anchor(text=usual_form(same), kind="word", about=archive.repeating([stem_]))


def _sorted(places: Iterable[int]) -> Places:
    return np.array(sorted(places), dtype=np.int64)
