"""How strongly an article's own words speak for each subject, with the words as evidence."""

from __future__ import annotations

import math
import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model import Because, Filing
from generator.topics.compiling import STRONG
from generator.topics.lexicon import Lexicon, Phrase, Tokens
from generator.topics.vocabulary import Vocabulary

_REASONS = 8
_TITLE = 2.0
"""A phrase in the title counts this many times its weight, besides its place in the body."""
_TRACE = 0.1
"""Topics below this share of the best are not worth keeping."""
_KEPT = 12
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
    tokens = (vocabulary.lexicon.tokens(heading), vocabulary.lexicon.tokens(text))
    found = _find(tokens, vocabulary.lexicon, shouted=heading.isupper())
    spoken = _spoken(found)
    sums = {key: sum(map(_FIRST, said)) for key, said in spoken.items()}
    floor = max(sums.values(), default=0.0) * _TRACE
    ranked = sorted((-value, key) for key, value in sums.items() if value >= floor)[:_KEPT]
    stories = _stories(found, vocabulary)
    length = math.sqrt(max(1.0, sum(len(part.words) for part in tokens) / _USUAL_WORDS))
    places = _Places((heading, text), tokens)
    plain = [
        Filing(topic=key, score=round(-value / length, 3), because=_reasons(spoken[key], found, places))
        for value, key in ranked
        if key not in stories
    ]
    return (*plain, *_story_filings(stories, found, places, length))


def _find(tokens: tuple[Tokens, Tokens], lexicon: Lexicon, *, shouted: bool) -> list[_Found]:
    """Every phrase of title and body once, in the order of the layers and of their phrases."""
    heading, body = tokens
    # In a headline wholly in capitals, WHO is no organization.
    heading_keys = lexicon.keys([word.lower() for word in heading.words] if shouted else heading.words)
    body_keys = lexicon.keys(body.words)
    result: list[_Found] = []
    for layer in lexicon.layers:
        found: dict[int, _Found] = {}
        for number, first, last in layer.hits(heading_keys):
            if number not in found:
                found[number] = _Found(layer.phrases[number], "title", first, last)
        for number, first, last in layer.hits(body_keys):
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


def _stories(found: Sequence[_Found], vocabulary: Vocabulary) -> dict[str, list[tuple[float, int]]]:
    """The stories of which every group is met -> what each of their phrases says."""
    if not vocabulary.groups:
        return {}
    met: dict[str, list[tuple[float, int]]] = {}
    groups: dict[str, set[int]] = {}
    for number, item in enumerate(found):
        for key, group in item.phrase.groups:
            groups.setdefault(key, set()).add(group)
            met.setdefault(key, []).append((STRONG * item.worth(), number))
    return {key: said for key, said in met.items() if len(groups[key]) == vocabulary.groups.get(key)}


def _story_filings(
    stories: Mapping[str, list[tuple[float, int]]], found: Sequence[_Found], places: _Places, length: float
) -> list[Filing]:
    return [
        Filing(
            topic=key,
            score=round(sum(map(_FIRST, said)) / length, 3),
            because=_reasons(said, found, places),
            basis="story",
        )
        for key, said in sorted(stories.items())
    ]


def _reasons(said: list[tuple[float, int]], found: Sequence[_Found], places: _Places) -> tuple[Because, ...]:
    """The phrases that say most, each as it stands where it stands first."""
    strongest = sorted((-worth, number) for worth, number in said)[:_REASONS]
    return tuple(places.because(found[number]) for _, number in strongest)


class _Places:
    """Tokens of title and body back to the words they were read from."""

    def __init__(self, texts: tuple[str, str], tokens: tuple[Tokens, Tokens]) -> None:
        """Remember title and body with their tokens."""
        self._texts: dict[str, tuple[str, list[int]]] = {
            where: (text, part.edges) for where, text, part in zip(("title", "body"), texts, tokens, strict=True)
        }
        self._known: dict[int, Because] = {}

    def because(self, item: _Found) -> Because:
        """The phrase with its offsets; the same object whichever topic asks."""
        key = id(item)
        if key not in self._known:
            text, edges = self._texts[item.where]
            start, end = edges[2 * item.first], edges[2 * item.last + 1]
            self._known[key] = Because(text=text[start:end], where=item.where, start=start, end=end)
        return self._known[key]
