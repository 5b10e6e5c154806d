"""How far an article leans towards each topic, by the words that the archive has taught."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from generator.topics.words import Words

if TYPE_CHECKING:
    from generator.config.schema import LearnedTopic

_FARTHEST = 3.0
"""In standard deviations above or below what is usual in the archive: more is no surer."""
_TRUST = 3.0
"""A topic that so many articles taught is half trusted."""
STRENGTH = 0.5
"""What one standard deviation is worth: a factor of e to this power on what the phrases say."""
_FREQUENCIES = np.concatenate([[0.0], 1 + np.log(np.arange(1, 256))])
"""What a word counts for by its count: the tenth time tells less than the first."""

Floats: TypeAlias = NDArray[np.float64]


def frequencies(words: Words) -> Floats:
    """What each word of an article counts for, for an article of length one."""
    counted: Floats = _FREQUENCIES[np.frombuffer(words.counts, dtype=np.uint8)]
    length = float(np.sqrt(counted @ counted))
    return counted / length if length else counted


class Weights:
    """The learned weights of several topics, ready to be asked."""

    def __init__(self, learned: Mapping[str, LearnedTopic]) -> None:
        """Lay the words of all topics side by side."""
        self.keys = tuple(learned)
        self._places = {
            word: n for n, word in enumerate(sorted({w for topic in learned.values() for w in topic.words}))
        }
        self._weights = np.zeros((len(self._places), len(self.keys)))
        for column, topic in enumerate(learned.values()):
            for word, weight in topic.words.items():
                self._weights[self._places[word], column] = weight
        self._means = np.array([topic.mean for topic in learned.values()])
        self._spreads = np.array([topic.spread for topic in learned.values()])
        taught = np.array([float(topic.articles) for topic in learned.values()])
        self._trust = taught / (taught + _TRUST)

    def sums(self, words: Words) -> Floats:
        """What an article's words say for each topic."""
        known = [(self._places.get(word, -1)) for word in words.stems.split(" ")] if words.stems else []
        places = np.array(known, dtype=np.int64)
        found = places >= 0
        return frequencies(words)[found] @ self._weights[places[found]]

    def leanings(self, words: Words) -> Floats:
        """In standard deviations of the archive, none farther than three, less for a topic that few articles taught."""
        leaning: Floats = np.clip((self.sums(words) - self._means) / self._spreads, -_FARTHEST, _FARTHEST) * self._trust
        return leaning

    def telling(self, words: Words, key: str, number: int) -> tuple[str, ...]:
        """The stems of an article that say most for a topic, at most so many; none where nothing was learned of it."""
        if key not in self.keys:
            return ()
        column = self.keys.index(key)
        stems = words.stems.split(" ")
        said = zip(frequencies(words), stems, strict=True)
        worth = [
            (-count * self._weights[self._places[stem], column], stem) for count, stem in said if stem in self._places
        ]
        return tuple(stem for value, stem in sorted(worth)[:number] if value < 0)


def factors(leanings: Floats) -> Floats:
    """What the score of each topic is multiplied by."""
    return np.exp(STRENGTH * leanings)


def spoken_for(scores: Mapping[str, float], keys: Sequence[str]) -> Floats:
    """The scores of topics in the order of ``keys``."""
    return np.array([scores.get(key, 0.0) for key in keys])
