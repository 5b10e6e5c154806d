"""How well topics work on a maintainer's own examples, and which are too small, too big or younger than the weights."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.config.schema import StoriesFile, TopicEntry, TopicExamples, TopicsFile
from generator.model import Filing
from generator.topics.learning import outgrown
from generator.topics.vocabulary import Vocabulary

_FEW = 3
_LARGE = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What a topic's phrases, without its examples, would make of its examples."""

    topic: str
    found: tuple[str, ...]
    """Examples that would be filed there."""
    missed: tuple[str, ...]
    """Examples that would not."""
    wrong: tuple[str, ...]
    """Counter-examples that would be."""

    @property
    def recall(self) -> float | None:
        """The share of the examples that would be found; None without examples."""
        number = len(self.found) + len(self.missed)
        return len(self.found) / number if number else None

    @property
    def precision(self) -> float | None:
        """The share of what would be filed that belongs there, among examples and counter-examples."""
        number = len(self.found) + len(self.wrong)
        return len(self.found) / number if number else None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsChecked:
    """What a maintainer may want to mend."""

    examples: tuple[Tried, ...]
    unknown: Mapping[str, tuple[str, ...]]
    """Topic -> its examples that are no articles of this archive."""
    few: Mapping[str, int]
    """The maintainer's own topics with fewer than three articles."""
    large: Mapping[str, int]
    """Topics that hold more than 40 % of the articles."""
    loose: Mapping[str, int]
    """Those of them that have sub-topics -> how many of their articles are under none of these."""
    outgrown: tuple[str, ...]
    """Topics that are younger than topics.learned.yml."""
    without: tuple[str, ...]
    """Ids of articles under no topic."""


def without_examples(topics: TopicsFile, stories: StoriesFile) -> tuple[TopicsFile, StoriesFile]:
    """The same files, as if the maintainer had given no examples: what the phrases are worth by themselves."""
    return (
        replace(topics, topics={key: _bare(entry) for key, entry in topics.topics.items()}),
        replace(stories, stories={key: _bare(entry) for key, entry in stories.stories.items()}),
    )


def _bare(entry: TopicEntry) -> TopicEntry:
    return replace(entry, examples=TopicExamples())


def check_topics(
    vocabulary: Vocabulary,
    filings: Mapping[str, Sequence[Filing]],
    by_phrases: Mapping[str, Sequence[Filing]],
    own: Collection[str],
) -> TopicsChecked:
    """What to mend.

    Args:
        vocabulary: the topics as they are.
        filings: article id -> what it is filed under.
        by_phrases: the same, if there were no examples.
        own: keys of topics.yml and stories.yml.
    """
    held = _held(vocabulary, filings)
    bare = _held(vocabulary, by_phrases)
    given = {key: vocabulary.subjects[key].entry.examples for key in vocabulary.subjects}
    named = {key: (*examples.yes, *examples.no) for key, examples in given.items()}
    large = [key for key, ids in held.items() if len(ids) > _LARGE * len(filings)]
    below = {key: [one for one, line in vocabulary.lines.items() if key in line and one != key] for key in large}
    return TopicsChecked(
        examples=tuple(
            _tried(key, examples, bare[key], filings) for key, examples in given.items() if examples.yes or examples.no
        ),
        unknown={key: lost for key, ids in named.items() if (lost := tuple(id_ for id_ in ids if id_ not in filings))},
        few={key: len(held[key]) for key in sorted(own) if key in held and len(held[key]) < _FEW},
        large={key: len(held[key]) for key in large},
        loose={key: len(held[key].difference(*(held[one] for one in keys))) for key, keys in below.items() if keys},
        outgrown=outgrown(vocabulary),
        without=tuple(id_ for id_, filed in filings.items() if not filed),
    )


def _held(vocabulary: Vocabulary, filings: Mapping[str, Sequence[Filing]]) -> dict[str, set[str]]:
    """Topic -> the articles filed there or below."""
    held: dict[str, set[str]] = {key: set() for key in vocabulary.subjects}
    for id_, filed in filings.items():
        for filing in filed:
            for above in vocabulary.lines[filing.topic]:
                held[above].add(id_)
    return held


def _tried(key: str, examples: TopicExamples, held: Collection[str], known: Collection[str]) -> Tried:
    yes = [id_ for id_ in examples.yes if id_ in known]
    return Tried(
        topic=key,
        found=tuple(id_ for id_ in yes if id_ in held),
        missed=tuple(id_ for id_ in yes if id_ not in held),
        wrong=tuple(id_ for id_ in examples.no if id_ in held),
    )
