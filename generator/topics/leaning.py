"""How far an article leans towards each topic, by the words that the archive has taught."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from generator.text.words import read_words
from generator.topics.stems import stem
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

WEAK = frozenset(stem(word) for line in read_words("generator.topics", "weak_words.txt") for word in line.split())
"""The stems of words that are no reason to show, however typical of a topic: ``his``, ``million``."""

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]


class Numbers(dict[str, int]):
    """Word -> its number, which it is given when it is first asked for."""

    def __missing__(self, word: str) -> int:
        """The next number."""
        number = self[word] = len(self)
        return number


class Known(dict[str, int]):
    """Word -> its number, or -1, which is remembered."""

    def __missing__(self, word: str) -> int:
        """Of a word that has none."""
        self[word] = -1
        return -1


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The words of several articles, one below the other."""

    rows: Ints
    """The article of each, in their order."""
    words: Ints
    """Its number."""
    values: Floats
    """What it counts for, for an article of length one."""


def columns_of(articles: Sequence[Words], numbers: dict[str, int]) -> Columns:
    """The words of articles by their numbers; a sum over an article is the same whatever articles it is among."""
    split = [words.stems.split(" ") if words.stems else [] for words in articles]
    sizes = np.array([len(stems) for stems in split], dtype=np.int64)
    words = np.fromiter(map(numbers.__getitem__, chain.from_iterable(split)), np.int64, int(sizes.sum()))
    rows = np.repeat(np.arange(len(articles)), sizes)
    counted = _FREQUENCIES[np.frombuffer(b"".join(one.counts for one in articles), dtype=np.uint8)]
    lengths = np.sqrt(np.bincount(rows, weights=counted * counted, minlength=len(articles)))
    return Columns(rows, words, counted / lengths[rows])


class Weights:
    """The learned weights of several topics, ready to be asked."""

    def __init__(self, learned: Mapping[str, LearnedTopic]) -> None:
        """Lay the words of all topics side by side."""
        self.keys = tuple(learned)
        self._places = Known(
            (word, n) for n, word in enumerate(sorted({w for topic in learned.values() for w in topic.words}))
        )
        self._weights = np.zeros((len(self._places), len(self.keys)))
        for column, topic in enumerate(learned.values()):
            for word, weight in topic.words.items():
                self._weights[self._places[word], column] = weight
        self._means = np.array([topic.mean for topic in learned.values()])
        self._spreads = np.array([topic.spread for topic in learned.values()])
        taught = np.array([float(topic.articles) for topic in learned.values()])
        self._trust = taught / (taught + _TRUST)

    def leanings(self, articles: Sequence[Words]) -> Floats:
        """Articles by topics, in standard deviations of the archive: none farther than three, less where few taught."""
        return self.leanings_of(columns_of(articles, self._places), len(articles))

    def places(self, words: Iterable[str]) -> Ints:
        """The numbers under which words are known here, -1 for those that are not."""
        return np.array([self._places[word] for word in words], dtype=np.int64)

    def leanings_of(self, told: Columns, articles: int) -> Floats:
        """The same of so many articles, whose words are numbered as they are here."""
        known = told.words >= 0
        rows, values, weights = told.rows[known], told.values[known], self._weights[told.words[known]]
        sums = [np.bincount(rows, values * weights[:, n], articles) for n in range(len(self.keys))]
        apart = (np.array(sums).T.reshape(articles, len(self.keys)) - self._means) / self._spreads
        leanings: Floats = np.clip(apart, -_FARTHEST, _FARTHEST) * self._trust
        return leanings

    def telling(self, words: Words, key: str, number: int) -> tuple[str, ...]:
        """The stems of an article that say most for a topic, at most so many; none where nothing was learned of it.

        Nor any of words like ``his`` and ``million``, which nobody would take for a reason.
        """
        if key not in self.keys:
            return ()
        column = self.keys.index(key)
        stems = words.stems.split(" ")
        told = columns_of([words], self._places)
        said = zip(told.words.tolist(), told.values.tolist(), stems, strict=False)
        worth = sorted((-count * self._weights[place, column], word) for place, count, word in said if place >= 0)
        return tuple([word for value, word in worth if value < 0 and word not in WEAK][:number])


def factors(leanings: Floats) -> Floats:
    """What the score of each topic is multiplied by."""
    return np.exp(STRENGTH * leanings)


def spoken_for(scores: Mapping[str, float], keys: Sequence[str]) -> Floats:
    """The scores of topics in the order of ``keys``."""
    return np.array([scores.get(key, 0.0) for key in keys])
