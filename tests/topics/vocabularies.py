"""Small vocabularies for the tests of topics."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from generator.config.schema import StoriesFile, TopicEntry, TopicSettings, TopicsFile
from generator.model import Filing
from generator.topics import Vocabulary, file_articles, load_vocabulary, score
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


def filed(texts: Mapping[str, str], vocabulary: Vocabulary, **fields: Any) -> Mapping[str, tuple[Filing, ...]]:
    """What articles of these texts are filed under; ``fields`` are those of each row."""
    scores = {id_: score(None, text, vocabulary) for id_, text in texts.items()}
    return file_articles([row(id_, **fields) for id_ in texts], scores, vocabulary, {})


def keys(filings: tuple[Filing, ...]) -> list[str]:
    """The topics of an article, in their order."""
    return [filing.topic for filing in filings]
