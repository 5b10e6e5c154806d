"""What was learned, applied to articles: how far each leans to each topic, and the words that say so."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.config.schema import LearnedFile
from generator.model import CleanArticle, Filing
from generator.topics.leaning import Weights
from generator.topics.vocabulary import Vocabulary
from generator.topics.words import Words, locate

_TOLD = 3
"""So many learned words are shown with a filing."""
_FEWEST = 2
"""A filing without any phrase needs as many words to show."""

Read = Callable[[str], tuple[str | None, str]]
"""Article id -> its title and text."""


def reader(articles: Mapping[str, CleanArticle]) -> Read:
    """Title and text of an article."""

    def read(article: str) -> tuple[str | None, str]:
        found = articles[article]
        return found.title, found.text

    return read


def leanings_of(words: Mapping[str, Words], learned: LearnedFile) -> dict[str, dict[str, float]]:
    """Article id -> topic -> how far the article leans there; empty where nothing was learned."""
    if not learned.topics:
        return {}
    weights = Weights(learned.topics)
    leanings = weights.leanings(tuple(words.values())).tolist()
    return {id_: dict(zip(weights.keys, own, strict=True)) for id_, own in zip(words, leanings, strict=True)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is needed to show the words for which something was learned."""

    vocabulary: Vocabulary
    weights: Weights
    words: Mapping[str, Words]
    read: Read


def with_words(
    filings: Mapping[str, tuple[Filing, ...]],
    vocabulary: Vocabulary,
    learned: LearnedFile,
    words: Mapping[str, Words],
    read: Read,
) -> dict[str, tuple[Filing, ...]]:
    """The filings, each learned one with the words of its article that say most for it, as they stand there.

    Only articles with such filings are read again. A learned filing of which nothing can be shown is dropped.
    """
    told = Told(vocabulary=vocabulary, weights=Weights(learned.topics), words=words, read=read)
    return {id_: _with_words(id_, filed, told) for id_, filed in filings.items()}


def _with_words(id_: str, filed: Sequence[Filing], told: Told) -> tuple[Filing, ...]:
    if all(filing.basis != "learned" for filing in filed):
        return tuple(filed)
    title, text = told.read(id_)
    shown = []
    for filing in filed:
        if filing.basis != "learned":
            shown.append(filing)
            continue
        stems = told.weights.telling(told.words[id_], told.vocabulary.root(filing.topic), _TOLD)
        found = locate(title, text, stems)
        if filing.because or len(found) >= _FEWEST:
            shown.append(replace(filing, because=tuple(dict.fromkeys((*filing.because, *found)))))
    return tuple(shown)
