"""Small vocabularies for the tests of topics."""

from __future__ import annotations

from functools import cache
from typing import Any

from generator.config.schema import StoriesFile, TopicEntry, TopicSettings, TopicsFile
from generator.model import ArticleRow, Filing
from generator.topics import Vocabulary, load_vocabulary, score
from tests.rows import row


@cache
def builtin() -> Vocabulary:
    """The built-in vocabulary alone."""
    return load_vocabulary(TopicsFile(version=1), StoriesFile(version=1))


def extended(**topics: TopicEntry) -> Vocabulary:
    """The built-in vocabulary with a maintainer's topics; ``_`` in a name stands for ``-`` in the key."""
    file = TopicsFile(version=1, topics={key.replace("_", "-"): entry for key, entry in topics.items()})
    return load_vocabulary(file, StoriesFile(version=1))


def alone(**topics: TopicEntry) -> Vocabulary:
    """A vocabulary of the given topics only."""
    return under(TopicSettings(), **topics)


def under(settings: TopicSettings, /, **topics: TopicEntry) -> Vocabulary:
    """A vocabulary of the given topics only, filed under the given settings."""
    entries = {key.replace("_", "-"): entry for key, entry in topics.items()}
    file = TopicsFile(version=1, use_default=False, settings=settings, topics=entries)
    return load_vocabulary(file, StoriesFile(version=1))


def scored(identifier: str, text: str, vocabulary: Vocabulary, **fields: Any) -> ArticleRow:
    """A row with the scores of a text."""
    return row(identifier, scores=score(None, text, vocabulary), **fields)


def keys(filings: tuple[Filing, ...]) -> list[str]:
    """The topics of an article, in their order."""
    return [filing.topic for filing in filings]
