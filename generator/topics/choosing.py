"""From what speaks for each topic to the few topics that an article is filed under."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from generator.model import Filing
from generator.topics.leaning import STRENGTH
from generator.topics.vocabulary import Vocabulary

FLOOR = 4.0
"""What an article's words must say for a topic at least: a strong phrase and a word more."""
_SUBTOPIC_SHARE = 0.35
"""A sub-topic takes an article from its parent if it has said this share of what speaks for the parent."""
_CERTAIN = 8.0
"""What is learned takes no article away from a topic of which the phrases say so much: nearly three strong ones."""
_GUESS = 0.8
"""An article without phrases goes where it leans by so much of a standard deviation."""
_HINT = 0.3
"""The same where a phrase, or the examples of a topic, say a little."""
_COVERING = 6
"""So many topics are meant to cover an archive; where there are fewer, many articles belong to none."""
_UNSAID = 1.0
"""What counts for a topic of which an article says nothing, when it is guessed where it leans."""

Scores: TypeAlias = Mapping[str, Filing]


class Chooser:
    """What a vocabulary says of choosing, looked up once for all articles."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Find out which topics are the maintainer's own, and how much must be said for each."""
        self.vocabulary = vocabulary
        self._own = frozenset(key for key, subject in vocabulary.subjects.items() if subject.builtin is None)
        own = (key for key, subject in vocabulary.subjects.items() if subject.own is not None)
        self._tended = frozenset(above for key in own for above in vocabulary.lines[key])
        self._least = {key: FLOOR * vocabulary.loudness(key) for key in vocabulary.subjects}

    def choose(self, scores: Scores) -> list[Filing]:
        """The topics that stand out, best first: tops by their score, each as its most fitting sub-topics.

        A maintainer's own topics, which have a handful of phrases, are not held against the built-in ones, which have
        hundreds: they come behind the first of these. What stands beside others is not taken from a passing word, such
        as that a meeting is held in a church.
        """
        heard = {key: filing for key, filing in scores.items() if not self._is_passing(filing)}
        tops = sorted((f for f in scores.values() if self._is_top(f.topic) and self._is_enough(f)), key=rank)
        builtin = self._outstanding(top for top in tops if top.topic not in self._own)
        own = self._outstanding(top for top in tops if top.topic in self._own)
        leading = [self._refined(top, scores) for top in (*builtin[:1], *own)]
        refined = [*leading, *(self._refined(top, heard) for top in builtin[1:] if top.topic in heard)]
        first = [filings[0] for filings in refined]
        further = sorted((filing for filings in refined for filing in filings[1:]), key=rank)
        return [*first, *further][: self.vocabulary.settings.max_topics]

    def choose_by_leaning(self, scores: Scores, leaning: Mapping[str, float]) -> list[Filing]:
        """The topics that stand out when each counts for more or less by what the archive has taught.

        That may add topics and reorder them, but leaves every topic that the phrases are certain of.
        """
        by_phrases = self.choose(scores)
        leant = {key: self._leant(filing, leaning) for key, filing in scores.items()}
        chosen = self.choose(leant) or self._guessed(leant, leaning)
        there = {filing.topic for filing in chosen}
        certain = {filing.topic for filing in by_phrases if filing.score >= _CERTAIN}
        kept = [*chosen, *(filing for filing in by_phrases if filing.topic in certain - there)]
        spare = [filing for filing in kept if filing.topic not in certain]
        while len(kept) > self.vocabulary.settings.max_topics and spare:
            kept.remove(spare.pop())
        return _marked(kept, by_phrases)

    def _guessed(self, leant: Scores, leaning: Mapping[str, float]) -> list[Filing]:
        """Of an article of which too little is said for any topic, the one it leans to most, if it does so clearly."""
        tops = [self._leant(Filing(topic=key, score=_UNSAID), leaning) for key in leaning]
        tops = [replace(top, score=top.score + leant[top.topic].score) if top.topic in leant else top for top in tops]
        best = min(tops, key=rank, default=None)
        covers = len(self.vocabulary.tops) >= _COVERING
        if best is None or leaning[best.topic] < (_HINT if covers and best.topic in leant else _GUESS):
            return []
        return [replace(leant.get(best.topic, Filing(topic=best.topic, score=0.0)), basis="learned")]

    def _is_top(self, key: str) -> bool:
        return self.vocabulary.root(key) == key

    def _is_passing(self, filing: Filing) -> bool:
        """Whether one phrase in the body is all that speaks for a topic that no maintainer has said a word of."""
        return filing.topic not in self._tended and [because.where for because in filing.because] == ["body"]

    def _is_enough(self, filing: Filing) -> bool:
        return filing.score >= self._least[filing.topic]

    def _outstanding(self, tops: Iterable[Filing]) -> list[Filing]:
        kept = list(tops)
        return [top for top in kept if top.score >= self.vocabulary.settings.min_share * kept[0].score]

    def _refined(self, top: Filing, scores: Scores) -> list[Filing]:
        """A topic's sub-topics that an article is really about, best first; the topic itself if there is none."""
        below = [scores[key] for key in self.vocabulary.children[top.topic] if key in scores]
        fitting = [f for f in below if self._is_enough(f) and f.score >= _SUBTOPIC_SHARE * top.score]
        return [leaf for child in sorted(fitting, key=rank) for leaf in self._refined(child, scores)] or [top]

    def _leant(self, filing: Filing, leaning: Mapping[str, float]) -> Filing:
        times = math.exp(STRENGTH * leaning.get(self.vocabulary.root(filing.topic), 0.0))
        leant = round(filing.score * times, 3)
        # Twice as fast as `replace`, which a hundred thousand filings feel.
        return Filing(topic=filing.topic, score=leant, because=filing.because, basis=filing.basis)


def rank(filing: Filing) -> tuple[float, str]:
    """Sorts the best first."""
    return -filing.score, filing.topic


def _marked(filings: list[Filing], by_phrases: list[Filing]) -> list[Filing]:
    """The filings, with ``learned`` on those that owe their being there, or their first place, to what was learned."""
    before = [filing.topic for filing in by_phrases]
    leader = before[0] if before else ""
    return [
        replace(filing, basis="learned")
        if filing.topic not in before or (place == 0 and filing.topic != leader)
        else filing
        for place, filing in enumerate(filings)
    ]
