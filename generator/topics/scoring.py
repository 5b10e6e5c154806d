"""How strongly articles' own words speak for each subject, with the words as evidence.

All articles of a batch go through arrays together; only what is found at the end becomes objects.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from generator.model import Because, Filing
from generator.topics.compiling import STRONG
from generator.topics.lexicon import Lexicon
from generator.topics.reading import Floats, Ints, Reading
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
_USUAL_WORDS = 260.0
"""An article of this length is scored as its words are; longer ones need more, by the square root."""
_SATURATION = np.array([0.0, *(1 + 0.5 * math.log2(n) for n in range(1, 17))])
"""What n occurrences of a phrase are worth; more than sixteen are worth no more."""
_BATCH = 128
"""So many articles are enough for speed, and their arrays small enough for a processor's cache."""

Article: TypeAlias = tuple[str | None, str]
"""Title and text."""


def score(title: str | None, text: str, vocabulary: Vocabulary) -> tuple[Filing, ...]:
    """Every subject that the words of an article speak for, best first, with the phrases that do."""
    return score_all([(title, text)], vocabulary)[0]


def score_all(articles: Sequence[Article], vocabulary: Vocabulary) -> list[tuple[Filing, ...]]:
    """The same of each article, in their order; many together are several times faster than one by one.

    A topic's score is the sum of its phrases' weights (its sub-topics' phrases included), each phrase counting less the
    more often it stands there, for an article of usual length. A story has a score when each of its groups has a phrase
    in the article; whether the date fits, ``file_articles`` decides.
    """
    batches = (articles[start : start + _BATCH] for start in range(0, len(articles), _BATCH))
    return [filed for batch in batches for filed in _score_batch(batch, vocabulary)]


def _score_batch(articles: Sequence[Article], vocabulary: Vocabulary) -> list[tuple[Filing, ...]]:
    texts = [part for title, text in articles for part in (title or "", text)]
    reading = vocabulary.lexicon.read([text if n % 2 else _spoken_softly(text) for n, text in enumerate(texts)])
    found = _find(reading, vocabulary.lexicon)
    chosen = [*_topics(found, len(articles), vocabulary), *_stories(found, vocabulary)]
    reasons = _reasons({number for one in chosen for number in one.phrases}, found, reading, texts)
    lengths = np.sqrt(np.maximum(1.0, reading.pieces.reshape(-1, 2).sum(axis=1) / _USUAL_WORDS)).tolist()
    filings: list[list[Filing]] = [[] for _ in articles]
    for one in chosen:
        filings[one.article].append(
            Filing(
                topic=one.topic,
                score=round(one.value / lengths[one.article], 3),
                because=tuple([reasons[number] for number in one.phrases]),
                basis=one.basis,
            )
        )
    return [tuple(said) for said in filings]


def _spoken_softly(title: str) -> str:
    """A headline wholly in capitals in small letters: in it, WHO is no organization."""
    small = title.lower()
    return small if title.isupper() and len(small) == len(title) else title


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """Every phrase of every article once, by article and phrase."""

    articles: Ints
    phrases: Ints
    titled: Ints
    """1 where it stands in the title, else 0."""
    first: Ints
    """The places of its first and last word, where it stands first."""
    last: Ints
    worth: Floats
    """How often its weight counts."""


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A subject of an article, and the numbers of the phrases that say most for it."""

    article: int
    topic: str
    value: float
    phrases: list[int]
    basis: str = "phrases"


def _find(reading: Reading, lexicon: Lexicon) -> _Found:
    hits = lexicon.hits(reading.keys)
    articles, in_body = np.divmod(reading.texts(hits.first), 2)
    cells = articles * len(lexicon.phrases) + hits.phrases
    order = np.argsort(cells, kind="stable")
    new = np.diff(cells[order], prepend=-1) != 0
    firsts = order[new]
    counts = np.bincount(np.cumsum(new) - 1, weights=in_body[order], minlength=len(firsts)).astype(np.int64)
    titled = 1 - in_body[firsts]
    return _Found(
        articles=articles[firsts],
        phrases=hits.phrases[firsts],
        titled=titled,
        first=hits.first[firsts],
        last=hits.last[firsts],
        worth=_SATURATION[np.minimum(counts, len(_SATURATION) - 1)] + _TITLE * titled,
    )


def _topics(found: _Found, articles: int, vocabulary: Vocabulary) -> Iterator[_Chosen]:
    """The topics of each article that are worth keeping, best first."""
    voices = vocabulary.lexicon.voices
    speakers, columns, weights = voices.said(found.phrases)
    values, width = weights * found.worth[speakers], len(voices.topics)
    cells = found.articles[speakers] * width + columns
    sums = np.bincount(cells, weights=values, minlength=articles * width).reshape(articles, width)
    least = (sums.max(axis=1, initial=0.0) * _TRACE).tolist()
    sums[:, [column for column, topic in enumerate(voices.topics) if topic in vocabulary.groups]] = 0.0
    best = np.argsort(-sums, axis=1, kind="stable")[:, :_KEPT]
    ranked = np.take_along_axis(sums, best, axis=1).tolist()
    loudest = np.lexsort((speakers, -values, cells))
    begins = np.searchsorted(cells[loudest], np.arange(articles * width + 1))
    of_cell, numbers = begins.tolist(), speakers[loudest].tolist()
    for article, columns_of in enumerate(best.tolist()):
        for column, value in zip(columns_of, ranked[article], strict=True):
            if value < least[article] or not value:
                break
            begin, end = of_cell[article * width + column : article * width + column + 2]
            limit = _REASONS if value >= ranked[article][0] * _FAINT else _FEW_REASONS
            yield _Chosen(article, voices.topics[column], value, numbers[begin : min(end, begin + limit)])


def _stories(found: _Found, vocabulary: Vocabulary) -> Iterator[_Chosen]:
    """The stories of which an article meets every group, with what the phrases of these say.

    Of one that it meets in part the phrases are kept but say nothing: to be shown where a maintainer files it there.
    """
    groups = vocabulary.lexicon.groups
    met: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
    said: defaultdict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for number in np.flatnonzero(np.isin(found.phrases, list(groups))).tolist():
        for story, group in groups[int(found.phrases[number])]:
            met[int(found.articles[number]), story].add(group)
            said[int(found.articles[number]), story].append((-STRONG * float(found.worth[number]), number))
    for (article, story), fulfilled in sorted(met.items()):
        told = sorted(said[article, story])
        phrases = [number for _, number in told[:_REASONS]]
        if len(fulfilled) == vocabulary.groups.get(story):
            yield _Chosen(article, story, -sum(worth for worth, _ in told), phrases, "story")
        elif story in vocabulary.groups and vocabulary.subjects[story].topic.kind == "story":
            yield _Chosen(article, story, 0.0, phrases)


def _reasons(wanted: Iterable[int], found: _Found, reading: Reading, texts: Sequence[str]) -> Mapping[int, Because]:
    """Phrases as they stand where they stand first, each with its offsets; the same object whichever topic asks."""
    numbers = np.array(sorted(wanted), dtype=np.int64)
    starts, ends = reading.spans(found.first[numbers], found.last[numbers])
    bodies = (2 * found.articles + 1 - found.titled)[numbers].tolist()
    return {
        number: Because(text=texts[text][start:end], where="body" if text % 2 else "title", start=start, end=end)
        for number, text, start, end in zip(numbers.tolist(), bodies, starts, ends, strict=True)
    }
