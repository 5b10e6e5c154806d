"""How strongly an article's own words speak for each subject, with the words as evidence."""

from __future__ import annotations

import math
import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model import Because, Filing
from generator.topics.compiling import STRONG
from generator.topics.lexicon import Lexicon, Phrase
from generator.topics.reading import Reading
from generator.topics.vocabulary import Vocabulary

_REASONS = 8
_FEW_REASONS = 3
_FAINT = 0.3
"""Topics below this share of the best are seldom filed: a few reasons do."""
_TITLE = 2.0
"""A phrase in the title counts this many times its weight, besides its place in the body."""
_TRACE = 0.15
"""Topics below this share of the best are not worth keeping."""
_KEPT = 10
_USUAL_WORDS = 300.0
"""An article of this length is scored as its words are; longer ones need more, by the square root."""
_SATURATION = tuple(0.0 if n == 0 else 1 + 0.5 * math.log2(n) for n in range(17))
"""What n occurrences of a phrase are worth; more than sixteen are worth no more."""

_FIRST = operator.itemgetter(0)


@dataclass(slots=True)
class _Found:
    """A phrase that the article holds: where it stands first, and how often in the body."""

    phrase: Phrase
    where: Literal["title", "body"]
    first: int
    last: int
    count: int = 0

    def worth(self) -> float:
        """How often its weight counts."""
        return _SATURATION[min(self.count, len(_SATURATION) - 1)] + (_TITLE if self.where == "title" else 0.0)


def score(title: str | None, text: str, vocabulary: Vocabulary) -> tuple[Filing, ...]:
    """Every subject that the words of an article speak for, best first, with the phrases that do.

    A topic's score is the sum of its phrases' weights (its sub-topics' phrases included), each phrase counting less the
    more often it stands there, for an article of usual length. A story is among them when each of its groups has a
    phrase in the article; whether the date fits, ``file_articles`` decides.
    """
    heading = title or ""
    readings = (vocabulary.lexicon.read(_spoken_softly(heading)), vocabulary.lexicon.read(text))
    found = _find(readings, vocabulary.lexicon)
    spoken = _spoken(found)
    sums = {key: sum(map(_FIRST, said)) for key, said in spoken.items()}
    floor = max(sums.values(), default=0.0) * _TRACE
    kept = ((-value, key) for key, value in sums.items() if value >= floor and key not in vocabulary.groups)
    ranked = sorted(kept)[:_KEPT]
    stories = _stories(found, vocabulary.groups)
    length = math.sqrt(max(1.0, sum(len(reading.keys) for reading in readings) / _USUAL_WORDS))
    places = _Places((heading, text), readings, found)
    filings = []
    for value, key in ranked:
        limit = _REASONS if value <= ranked[0][0] * _FAINT else _FEW_REASONS
        because = places.reasons(spoken[key], limit)
        filings.append(Filing(topic=key, score=round(-value / length, 3), because=because))
    for key, said in sorted(stories.items()):
        value, because = sum(map(_FIRST, said)), places.reasons(said, _REASONS)
        filings.append(Filing(topic=key, score=round(value / length, 3), because=because, basis="story"))
    return tuple(filings)


def _spoken_softly(title: str) -> str:
    """A headline wholly in capitals in small letters: in it, WHO is no organization."""
    small = title.lower()
    return small if title.isupper() and len(small) == len(title) else title


def _find(readings: tuple[Reading, Reading], lexicon: Lexicon) -> list[_Found]:
    """Every phrase of title and body once, in the order of the layers and of their phrases."""
    heading, body = readings
    result: list[_Found] = []
    for layer in lexicon.layers:
        found: dict[int, _Found] = {}
        for number, first, last in layer.hits(heading.keys):
            if number not in found:
                found[number] = _Found(layer.phrases[number], "title", first, last)
        for number, first, last in layer.hits(body.keys):
            known = found.get(number)
            if known is None:
                known = found[number] = _Found(layer.phrases[number], "body", first, last)
            known.count += 1
        result += [found[number] for number in sorted(found)]
    return result


def _spoken(found: Sequence[_Found]) -> dict[str, list[tuple[float, int]]]:
    """Topic -> what each phrase says for it, and the phrase's number in ``found``."""
    spoken: dict[str, list[tuple[float, int]]] = {}
    for number, item in enumerate(found):
        worth = item.worth()
        for topic, weight in item.phrase.weights.items():
            said = spoken.get(topic)
            if said is None:
                spoken[topic] = [(weight * worth, number)]
            else:
                said.append((weight * worth, number))
    return spoken


def _stories(found: Sequence[_Found], needed: Mapping[str, int]) -> dict[str, list[tuple[float, int]]]:
    """The stories of which every group is met -> what each of their phrases says."""
    if not needed:
        return {}
    met: dict[str, list[tuple[float, int]]] = {}
    groups: dict[str, set[int]] = {}
    for number, item in enumerate(found):
        for key, group in item.phrase.groups:
            groups.setdefault(key, set()).add(group)
            met.setdefault(key, []).append((STRONG * item.worth(), number))
    return {key: said for key, said in met.items() if len(groups[key]) == needed.get(key)}


class _Places:
    """Phrases of title and body back to the words they were read from."""

    def __init__(self, texts: tuple[str, str], readings: tuple[Reading, Reading], found: Sequence[_Found]) -> None:
        """Remember title and body, how they were read, and what was found."""
        self._texts = dict(zip(("title", "body"), zip(texts, readings, strict=True), strict=True))
        self._found = found
        self._known: dict[int, Because] = {}

    def reasons(self, said: list[tuple[float, int]], limit: int) -> tuple[Because, ...]:
        """The phrases that say most, each as it stands where it stands first."""
        strongest = sorted(said, key=lambda item: (-item[0], item[1]))[:limit]
        return tuple(self._known.get(number) or self._because(number) for _, number in strongest)

    def _because(self, number: int) -> Because:
        """A phrase with its offsets; the same object whichever topic asks."""
        item = self._found[number]
        text, reading = self._texts[item.where]
        start, end = reading.span(item.first, item.last)
        because = self._known[number] = Because(text=text[start:end], where=item.where, start=start, end=end)
        return because
