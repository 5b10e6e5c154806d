"""What an archive's own articles teach of its topics: words that tell them apart, beside the phrases of the vocabulary.

Articles of which the phrases are sure are the teachers. A topic's weights are what sets their mean apart from the mean
of all articles, kept for the words that set it apart most; an article leans towards a topic as far as it stands above
the archive's usual for that topic. So a small topic is not swallowed by a big one, and the weights stay few enough to
be read. (Naive Bayes and its complement, ridge regression and neighbours' votes were tried on the same articles: each
lost on mixed archives what it won on blogs.)
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from generator.config.schema import LearnedFile, LearnedTopic
from generator.topics.leaning import Columns, Floats, Numbers, Weights, columns_of, factors, spoken_for
from generator.topics.vocabulary import Vocabulary
from generator.topics.words import Words, stems_of

_LEAST = 200
"""From so few articles on an archive can teach."""
_MOST = 4000
"""The pupils of a bigger archive are drawn, always the same ones."""
_DRAWS = 1 << 256
"""Above every number that is drawn."""
_TEACHERS = 5
"""A topic with fewer sure articles learns nothing."""
_SURE = 1.5
"""A teacher's first topic has this many times the score of its second."""
_SURE_SCORE = 4.0
_ROUNDS = 3
"""What was learned decides who teaches the next round."""
_WORDS = 100
"""A topic keeps so many words: more are no better, and nobody would read them."""
_NAMED = 0.5
"""Of a topic that has examples and no phrase the articles that speak of its name teach half as much as they do."""
_FEWEST = 3
"""Words of fewer articles are names and slips."""
_COMMON = 0.5
"""Words of a larger share of the articles tell nothing."""

_Ints: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pupil:
    """What learning sees of an article."""

    id: str
    words: Words
    scores: Mapping[str, float]
    """What the phrases say for each topic."""


def learn(pupils: Iterable[Pupil], vocabulary: Vocabulary) -> LearnedFile:
    """The weights that an archive teaches; none where it has fewer than 200 articles, or ``learn: never`` is set.

    The same articles teach the same, in whatever order they come.
    """
    known = {pupil.id: pupil for pupil in pupils}
    if not can_learn(len(known), vocabulary):
        return LearnedFile(version=1)
    keys, taught = vocabulary.tops, [known[id_] for id_ in drawn(known, vocabulary)]
    corpus = _Corpus([pupil.words for pupil in taught])
    spoken = np.array([spoken_for(pupil.scores, keys) for pupil in taught])
    given = _given(taught, keys, vocabulary)
    least = _SURE_SCORE * np.array([vocabulary.loudness(key) for key in keys])
    named = corpus.speaking(vocabulary.nameable.get(key, "") for key in keys)
    leaning, topics = spoken, dict[str, LearnedTopic]()
    for _ in range(_ROUNDS):
        topics = _round(corpus, _teachers(leaning, given, least), named, vocabulary)
        if not topics:
            break
        weights, columns = Weights(topics), [keys.index(key) for key in topics]
        leaning = spoken.copy()
        leaning[:, columns] *= factors(weights.leanings_of(corpus.numbered(weights), corpus.size))
    return LearnedFile(version=1, articles=len(taught), topics=topics)


def can_learn(articles: int, vocabulary: Vocabulary) -> bool:
    """Whether so many articles can teach anything, and may."""
    return articles >= _LEAST and vocabulary.settings.learn == "auto" and len(vocabulary.tops) > 1


def outgrown(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The topics whose phrases or examples have changed since topics.learned.yml was written, and new ones."""
    if not vocabulary.frozen.topics:
        return ()
    return tuple(key for key in vocabulary.tops if _has_changed(key, vocabulary))


def _has_changed(key: str, vocabulary: Vocabulary) -> bool:
    known = vocabulary.frozen.topics.get(key)
    if known is None:
        return vocabulary.subjects[key].own is not None
    return known.phrases != vocabulary.phrases_digest(key)


def drawn(articles: Iterable[str], vocabulary: Vocabulary) -> list[str]:
    """The ids of those that teach: a maintainer's examples and, of the others, always the same ones.

    Of a big archive that is a half, a quarter or an eighth of them, whichever is few enough: so most articles that come
    later teach nothing, and what is learned stays as it is.
    """
    examples = {id_ for id_, _ in vocabulary.examples}
    numbers = {id_: (id_ not in examples, _draw(id_)) for id_ in articles}
    limit = _DRAWS
    while sum(not_given and number < limit for not_given, number in numbers.values()) > _MOST:
        limit //= 2
    teaching = (id_ for id_, (not_given, number) in numbers.items() if number < limit or not not_given)
    return sorted(teaching, key=numbers.__getitem__)


def _draw(article: str) -> int:
    return int.from_bytes(hashlib.sha256(article.encode()).digest())


def _given(drawn: Sequence[Pupil], keys: Sequence[str], vocabulary: Vocabulary) -> _Ints:
    """For each article the column of the topic it is a maintainer's example of, or -1."""
    said = {id_: keys.index(vocabulary.root(key)) for id_, key in vocabulary.examples}
    return np.array([said.get(pupil.id, -1) for pupil in drawn], dtype=np.int64)


def _teachers(scores: Floats, given: _Ints, least: Floats) -> _Ints:
    """For each article the column of the topic it teaches, or -1: it must be sure, or an example."""
    ranked, best = np.sort(scores, axis=1), scores.argmax(axis=1)
    first, second = ranked[:, -1], ranked[:, -2]
    sure = (first >= least[best]) & (first >= _SURE * second)
    return np.where(given >= 0, given, np.where(sure, best, -1))


class _Corpus:
    """The words of all articles as three columns: article, word, and what it counts for there."""

    def __init__(self, articles: Sequence[Words]) -> None:
        """Number the words that are neither too rare nor too common, and weigh them by their rarity."""
        numbers = self._numbers = Numbers()
        told = self._told = columns_of(articles, numbers)
        found = np.bincount(told.words, minlength=len(numbers))
        most = _COMMON * len(articles)
        counted = zip(numbers, found.tolist(), strict=True)
        self.vocabulary = sorted(stem for stem, number in counted if _FEWEST <= number <= most)
        chosen = np.array([numbers[stem] for stem in self.vocabulary], dtype=np.int64)
        places = np.full(len(numbers), -1)
        places[chosen] = np.arange(len(chosen))
        words = places[told.words]
        kept = words >= 0
        self.rows, self.words, self.values = told.rows[kept], words[kept], told.values[kept]
        self.rarity = np.log((1 + len(articles)) / (1 + found[chosen])) + 1
        self.values *= self.rarity[self.words]
        self.size = len(articles)

    def numbered(self, weights: Weights) -> Columns:
        """All words of the articles, numbered as weights have them."""
        return Columns(self._told.rows, weights.places(self._numbers)[self._told.words], self._told.values)

    def means(self, teachers: _Ints, columns: int) -> Floats:
        """The mean article of each topic, topics by words."""
        width = len(self.vocabulary)
        taught = teachers[self.rows]
        known = taught >= 0
        cells = taught[known] * width + self.words[known]
        totals = np.bincount(cells, weights=self.values[known], minlength=columns * width).reshape(columns, width)
        numbers = np.bincount(teachers[teachers >= 0], minlength=columns)
        mean: Floats = totals / np.maximum(numbers, 1)[:, None]
        return mean

    def mean(self) -> Floats:
        """The mean article of all."""
        mean: Floats = np.bincount(self.words, weights=self.values, minlength=len(self.vocabulary)) / self.size
        return mean

    def speaking(self, names: Iterable[str]) -> list[Floats | None]:
        """For each name what sets the articles that speak of it apart, the more the more they do; None if none does."""
        places = {stem: place for place, stem in enumerate(self.vocabulary)}
        return [self._speaking([places[stem] for stem in stems_of(name) if stem in places]) for name in names]

    def _speaking(self, name: Sequence[int]) -> Floats | None:
        if not name:
            return None
        said = np.isin(self.words, name)
        worth = np.bincount(self.rows[said], self.values[said], self.size)
        mean = np.bincount(self.words, self.values * worth[self.rows], len(self.vocabulary)) / worth.sum()
        apart: Floats = mean - self.mean()
        return apart

    def sums(self, weights: Sequence[Floats]) -> Iterator[Floats]:
        """What each article's words say, by the weight that each topic gives each word."""
        said = np.any(np.array(weights) != 0, axis=0)[self.words]
        rows, words, values = self.rows[said], self.words[said], self.values[said]
        for weight in weights:
            yield np.bincount(rows, weight[words] * values, self.size).astype(np.float64)


def _with_named(apart: Floats, named: Floats | None) -> Floats:
    """What sets the teachers of a topic apart, and half of what sets apart those that speak of its name."""
    return apart if named is None else _even(apart) + _NAMED * _even(named)


def _even(row: Floats) -> Floats:
    """A row of length one."""
    even: Floats = row / max(float(np.sqrt(np.square(row).sum())), 1e-9)
    return even


def _telling(apart: Floats) -> Floats:
    """The weights of the words that set a topic apart most; 0 for all others."""
    kept = np.argsort(-np.abs(apart), kind="stable")[:_WORDS]
    weights = np.zeros(len(apart))
    weights[kept] = apart[kept] / np.sqrt(np.square(apart).sum())
    return weights


def _round(
    corpus: _Corpus, teachers: _Ints, named: Sequence[Floats | None], vocabulary: Vocabulary
) -> dict[str, LearnedTopic]:
    keys = vocabulary.tops
    numbers = np.bincount(teachers[teachers >= 0], minlength=len(keys))
    apart = corpus.means(teachers, len(keys)) - corpus.mean()
    taught = [column for column, number in enumerate(numbers.tolist()) if number >= _TEACHERS]
    weights = [_telling(_with_named(apart[column], named[column])) for column in taught]
    learned = {}
    for column, weight, sums in zip(taught, weights, corpus.sums(weights) if taught else (), strict=True):
        key, kept = keys[column], np.flatnonzero(weight).tolist()
        told = {corpus.vocabulary[place]: round(float(weight[place] * corpus.rarity[place]), 4) for place in kept}
        learned[key] = LearnedTopic(
            phrases=vocabulary.phrases_digest(key),
            articles=int(numbers[column]),
            mean=round(float(sums.mean()), 6),
            spread=round(max(float(sums.std()), 1e-6), 6),
            words=dict(sorted(told.items(), key=lambda item: (-item[1], item[0]))),
        )
    return learned
