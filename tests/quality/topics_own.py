"""How well topics of a maintainer's own file articles: five keywords a topic, or ten labelled articles a topic.

Each archive is filed as a build files it, with a topics.yml that has nothing but these topics; what is scored is the
first topic of each article of which the editors (or, of `by hand`, the labeller) name at least one of them. Where they
name several, each is right. The ten examples are drawn by hash, articles of a single topic first, and not scored.
`python -m tests.quality.topics_own` prints the figures of each topic as well.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.config.schema import StoriesFile, TopicEntry, TopicExamples, TopicsFile
from generator.topics import load_vocabulary
from tests.quality.topics_corpora import Labelled, archives, read_by_hand, tagged
from tests.quality.topics_metrics import CORPORA, file_archive

_FILE = Path(__file__).parent / "labels/topics_own.yml"
_EXAMPLES = 10
_FEW = 5
"""Topics with fewer articles to score are left out of the mean: one article would decide."""
_NOWHERE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Articles to file together, and what some of them are about."""

    name: str
    articles: Sequence[Labelled]
    right: Mapping[str, frozenset[str]]
    """Id -> keys of topics."""
    topics: Mapping[str, Mapping[str, Any]]

    def examples(self) -> dict[str, tuple[str, ...]]:
        """Topic -> ten articles that are about it and, as far as there are such, about no other."""

        def rank(id_: str) -> tuple[int, str]:
            return len(self.right[id_]), hashlib.sha256(f"example{id_}".encode()).hexdigest()

        ids = sorted(self.right, key=rank)
        return {key: tuple(id_ for id_ in ids if key in self.right[id_])[:_EXAMPLES] for key in self.topics}


def read(corpora: Path) -> Iterator[Archive]:
    """The three archives."""
    whole = archives(corpora)
    for name, topics in yaml.safe_load(_FILE.read_text(encoding="utf-8")).items():
        keys = {tag: key for key, topic in topics.items() for tag in topic["tags"]}
        if name == "by hand":
            labels = {article.id: article.right for article in read_by_hand(corpora)}
            articles = [article for archive in whole.values() for article in archive]
        else:
            labels, articles = dict(tagged(corpora, name)), list(whole[name])
        known = {article.id for article in articles}
        right = {id_: frozenset(keys[tag] for tag in tags if tag in keys) for id_, tags in labels.items()}
        yield Archive(
            name=name,
            articles=articles,
            right={id_: tops for id_, tops in right.items() if tops and id_ in known},
            topics=topics,
        )


def by_keywords(archive: Archive) -> Result:
    """What five keywords a topic make of an archive."""
    return _filed(archive, {key: TopicEntry(name=key, words=tuple(t["words"])) for key, t in archive.topics.items()})


def by_examples(archive: Archive) -> Result:
    """The same with ten labelled articles a topic and no keyword."""
    given = archive.examples()
    return _filed(archive, {key: TopicEntry(name=key, examples=TopicExamples(yes=ids)) for key, ids in given.items()})


def _filed(archive: Archive, entries: dict[str, TopicEntry]) -> Result:
    vocabulary = load_vocabulary(TopicsFile(version=1, use_default=False, topics=entries), StoriesFile(version=1))
    filed = file_archive(archive.articles, vocabulary)
    given = {id_ for entry in entries.values() for id_ in entry.examples.yes}
    right = {id_: topics for id_, topics in archive.right.items() if id_ not in given}
    said = {id_: filed[id_][0].topic if filed[id_] else _NOWHERE for id_ in right}
    return Result(said=said, right=right, topics=tuple(entries))


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The first topic of each article, beside those that would be right."""

    said: Mapping[str, str]
    right: Mapping[str, frozenset[str]]
    topics: Sequence[str]

    def figures(self) -> dict[str, float]:
        """Macro-F1 over topics with a few articles, accuracy, and the share of articles that are filed nowhere."""
        held = Counter(topic for topics in self.right.values() for topic in topics)
        f1 = [counts.f1 for topic, counts in self.by_topic().items() if held[topic] >= _FEW]
        found = sum(topic in self.right[id_] for id_, topic in self.said.items())
        nowhere = sum(topic == _NOWHERE for topic in self.said.values())
        return {
            "articles": len(self.said),
            "macro-F1": sum(f1) / len(f1),
            "accuracy": found / len(self.said),
            "without": nowhere / len(self.said),
        }

    def by_topic(self) -> dict[str, Counts]:
        """How often each topic was right, said and wanted; an article missed counts for its topics in parts."""
        counts = {topic: Counts() for topic in self.topics}
        for id_, topic in self.said.items():
            right = self.right[id_]
            if topic in counts:
                counts[topic].said += 1
                counts[topic].found += topic in right
            for wanted in [topic] if topic in right else sorted(right):
                counts[wanted].wanted += 1 if topic in right else 1 / len(right)
        return counts


@dataclass(slots=True)
class Counts:
    """Of a topic: articles filed there rightly, filed there, and that belong there."""

    found: float = 0
    said: float = 0
    wanted: float = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.found / (self.said + self.wanted) if self.said + self.wanted else 0.0


def main() -> None:
    """Print the figures of each archive and of each of its topics."""
    for archive in read(CORPORA):
        for way, result in (("keywords", by_keywords(archive)), ("examples", by_examples(archive))):
            print(archive.name, way, "  ".join(f"{key} {value:.3f}" for key, value in result.figures().items()))
            for topic, counts in result.by_topic().items():
                found, said, wanted = counts.found, counts.said, counts.wanted
                print(f"  {topic:20} F1 {counts.f1:.2f}  {found:.0f} of {said:.0f} said, {wanted:.0f}")


if __name__ == "__main__":
    main()
