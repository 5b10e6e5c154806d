"""What articles are about: topics.yml, stories.yml, topics.learned.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicSettings:
    """How many topics an article gets, and when."""

    max_topics: int = 3
    min_share: float = 0.5
    """A topic needs this share of the best topic's score."""
    min_articles: int = 3
    """A topic of topics.yml or stories.yml with fewer articles is named in the report of a build."""
    learn: Literal["auto", "never"] = "auto"
    """``auto``: the archive's own articles teach what tells its topics apart, from 200 articles on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicEntities:
    """Entities whose mention speaks for a topic: slugs of their pages."""

    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicExamples:
    """Ids of articles that a maintainer says belong to a topic, or do not."""

    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicEntry:
    """One topic or story. The key is its slug, for ever."""

    name: str | None = None
    """May be missing where a built-in topic is extended."""
    kind: Literal["topic", "story"] = "topic"
    iptc: str | None = None
    description: str = ""
    strong: tuple[str, ...] = ()
    """Phrases of weight 3."""
    words: tuple[str, ...] = ()
    """Phrases of weight 1."""
    not_: tuple[str, ...] = ()
    """Phrases that do not count although a word of theirs would. Written ``not`` in YAML."""
    all: tuple[tuple[str, ...], ...] = ()
    """For a story: of every group at least one phrase must stand in the article."""
    dates: tuple[str | None, str | None] | None = None
    """First and last date (partial, or null) of a story's articles."""
    entities: TopicEntities = field(default_factory=TopicEntities)
    examples: TopicExamples = field(default_factory=TopicExamples)
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    """Former slugs: their addresses redirect here."""
    replace: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsFile:
    """topics.yml, merged over the built-in vocabulary."""

    version: Literal[1]
    use_default: bool = True
    settings: TopicSettings = field(default_factory=TopicSettings)
    topics: Mapping[str, TopicEntry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesFile:
    """stories.yml: topics bounded in time, in the form of topics.yml."""

    version: Literal[1]
    stories: Mapping[str, TopicEntry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedTopic:
    """What the archive's articles have taught of one topic."""

    phrases: str
    """Digest of the topic's phrases, and those below it, when this was learned."""
    articles: int
    """So many articles taught it."""
    mean: float
    """What the words of an article of this archive usually say for the topic."""
    spread: float
    """One standard deviation of that."""
    words: Mapping[str, float]
    """Stem -> weight, the most telling first; a weight below zero speaks against the topic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedFile:
    """topics.learned.yml, written by ``clipfile topics learn``: builds then learn nothing new."""

    version: Literal[1]
    articles: int = 0
    """So many articles were looked at."""
    topics: Mapping[str, LearnedTopic] = field(default_factory=dict)
