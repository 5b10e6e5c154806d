"""Which topics and stories each article is filed under, seen over the whole archive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from generator.config.schema import LearnedFile
from generator.model import ArticleRow, Because, Filing, Topic
from generator.topics.choosing import FLOOR, Chooser, rank
from generator.topics.periods import may_fall_between
from generator.topics.vocabulary import Vocabulary

_ENTITY = 6.0
"""What the mention of an entity that a maintainer has named for a topic says for it: two strong phrases."""

_EXAMPLE = 0.85
"""What speaks in any article for a topic with a few examples: enough where the article leans to it as they do."""
_FEW_EXAMPLES = 3

_Entities: TypeAlias = frozenset[tuple[str, str]]
_Scores: TypeAlias = dict[str, Filing]


def file_articles(
    rows: Iterable[ArticleRow],
    scores: Mapping[str, Sequence[Filing]],
    vocabulary: Vocabulary,
    entities: Mapping[str, _Entities],
    leanings: Mapping[str, Mapping[str, float]] | None = None,
) -> Mapping[str, tuple[Filing, ...]]:
    """Article id -> its topics, best first, then its stories.

    Args:
        rows: the articles, in any order.
        scores: article id -> every topic that its own words speak for.
        vocabulary: what they were scored with.
        entities: article id -> (kind, id) of everyone and everything it mentions.
        leanings: article id -> top-level topic -> how far it leans there by what the archive has taught.
    """
    rules = _rules(vocabulary, leanings or {})
    filed = {row.id: _file(row, scores[row.id], rules, entities.get(row.id, frozenset())) for row in rows}
    return {id_: filed[id_] for id_ in sorted(filed)}


def topics_of(
    vocabulary: Vocabulary, filings: Mapping[str, Sequence[Filing]], learned: LearnedFile | None = None
) -> tuple[Topic, ...]:
    """The topics and stories that have a page: those with articles, and the parents of these; sorted by id."""
    taught = {key: topic.articles for key, topic in learned.topics.items()} if learned else {}
    used = {filing.topic for filed in filings.values() for filing in filed}
    keys = {above for key in used for above in vocabulary.lines.get(key, ())}
    return tuple(replace(vocabulary.subjects[key].topic, learned_from=taught.get(key, 0)) for key in sorted(keys))


def unknown_topics(rows: Iterable[ArticleRow], vocabulary: Vocabulary) -> Mapping[str, tuple[str, ...]]:
    """Names of topics in metadata that the vocabulary does not have -> ids of the articles that say so."""
    unknown: dict[str, set[str]] = {}
    for row in rows:
        said = (row.metadata.topics, row.metadata.topics_add, row.metadata.topics_remove)
        for name in (name for names in said for name in names or ()):
            if name.casefold() not in vocabulary.names:
                unknown.setdefault(name, set()).add(row.id)
    return {name: tuple(sorted(unknown[name])) for name in sorted(unknown)}


def speaking(vocabulary: Vocabulary) -> dict[tuple[str, str], tuple[str, ...]]:
    """(Kind, id) of each entity that a maintainer has named for topics -> the topics that its mention speaks for."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for key, subject in vocabulary.subjects.items():
        wanted = subject.entry.entities
        kinds = (("person", wanted.people), ("organization", wanted.organizations), ("place", wanted.places))
        for entity in ((kind, id_) for kind, ids in kinds for id_ in ids):
            found[entity] = (*found.get(entity, ()), key)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    """What the vocabulary says of filing, turned round for looking up."""

    vocabulary: Vocabulary
    stories: frozenset[str]
    speaking: Mapping[tuple[str, str], tuple[str, ...]]
    """(kind, id) of an entity -> the topics that its mention speaks for."""
    examples: Mapping[str, Mapping[str, bool]]
    """Article id -> topic -> whether the maintainer gives it as an example for or against the topic."""
    chooser: Chooser
    leanings: Mapping[str, Mapping[str, float]]
    exemplified: tuple[str, ...]
    """Topics with a few examples."""


def _rules(vocabulary: Vocabulary, leanings: Mapping[str, Mapping[str, float]]) -> _Rules:
    examples: dict[str, dict[str, bool]] = {}
    for key, subject in vocabulary.subjects.items():
        given = subject.entry.examples
        for id_, belongs in [*((id_, True) for id_ in given.yes), *((id_, False) for id_ in given.no)]:
            examples.setdefault(id_, {})[key] = belongs
    stories = frozenset(key for key, subject in vocabulary.subjects.items() if subject.topic.kind == "story")
    return _Rules(
        vocabulary=vocabulary,
        stories=stories,
        speaking=speaking(vocabulary),
        examples=examples,
        chooser=Chooser(vocabulary),
        leanings=leanings,
        exemplified=tuple(
            key for key in vocabulary.tops if len(vocabulary.subjects[key].entry.examples.yes) >= _FEW_EXAMPLES
        ),
    )


def _file(row: ArticleRow, said: Sequence[Filing], rules: _Rules, mentioned: _Entities) -> tuple[Filing, ...]:
    """One article's topics and stories, the maintainer's word last and strongest."""
    vocabulary = rules.vocabulary
    known = {filing.topic: filing for filing in said if filing.topic in vocabulary.subjects}
    scores = _with_entities(known, row, rules, mentioned)
    told = [scores[key] for key in rules.stories & scores.keys() if _is_told(scores[key], row, vocabulary)]
    topics = {key: filing for key, filing in scores.items() if key not in rules.stories}
    return _decided([*_chosen(topics, row, rules), *sorted(told, key=rank)], row, scores, rules)


def _chosen(topics: _Scores, row: ArticleRow, rules: _Rules) -> list[Filing]:
    """The topics that stand out, by the phrases and, where the archive has taught something, by that as well."""
    leaning = rules.leanings.get(row.id)
    if leaning is None:
        return rules.chooser.choose(topics)
    like = {key: Filing(topic=key, score=_EXAMPLE) for key in rules.exemplified if key in leaning}
    return rules.chooser.choose_by_leaning({**like, **topics}, leaning)


def _with_entities(scores: _Scores, row: ArticleRow, rules: _Rules, mentioned: _Entities) -> _Scores:
    """The scores, raised for topics (and their ancestors) whose entities the article mentions."""
    raised = dict(scores)
    for entity in sorted(mentioned & rules.speaking.keys()):
        lines = (rules.vocabulary.lines[key] for key in rules.speaking[entity])
        for key in sorted({above for line in lines for above in line}):
            old = raised.get(key, Filing(topic=key, score=0.0))
            because = tuple(dict.fromkeys((*_mention(row, *entity), *old.because)))
            raised[key] = replace(old, score=old.score + _ENTITY, because=because)
    return raised


def _mention(row: ArticleRow, kind: str, id_: str) -> tuple[Because, ...]:
    """The fullest mention that the entity's id bears out, as evidence."""
    parts = set(id_.split("-"))
    fitting = [
        mention
        for mention in row.mentions
        if mention.kind in {kind, "unknown"} and set(mention.text.casefold().replace(".", "").split()) <= parts
    ]
    best = min(fitting, key=lambda mention: (-len(mention.text), mention.start), default=None)
    return () if best is None else (Because(text=best.text, where="body", start=best.start, end=best.end),)


def _is_told(filing: Filing, row: ArticleRow, vocabulary: Vocabulary) -> bool:
    """Whether an article whose words fit a story also fits its dates."""
    entry = vocabulary.subjects[filing.topic].entry
    enough = filing.basis == "story" or filing.score >= FLOOR
    return enough and (entry.dates is None or may_fall_between(row, entry.dates))


def _decided(filed: Sequence[Filing], row: ArticleRow, scores: _Scores, rules: _Rules) -> tuple[Filing, ...]:
    """The filings after the maintainer's word: examples, then ``topics``, ``topics_add`` and ``topics_remove``."""
    said, vocabulary = row.metadata, rules.vocabulary
    examples = rules.examples.get(row.id, {})
    kept = [filing for filing in filed if examples.get(filing.topic) is not False]
    result = _with_added(kept, [key for key, belongs in examples.items() if belongs], scores, "example")
    if said.topics is not None:
        stories = [filing for filing in result if filing.topic in rules.stories]
        result = _with_added(stories, _keys(said.topics, vocabulary), scores, "metadata")
    result = _with_added(result, _keys(said.topics_add, vocabulary), scores, "metadata")
    removed = set(_keys(said.topics_remove, vocabulary))
    return tuple(filing for filing in result if removed.isdisjoint(vocabulary.lines[filing.topic]))


def _with_added(filed: Sequence[Filing], keys: Sequence[str], scores: _Scores, basis: str) -> list[Filing]:
    """The filings with those that somebody asked for first, each once."""
    wanted = [replace(scores.get(key, Filing(topic=key, score=0.0)), basis=basis) for key in keys]
    return [*wanted, *(filing for filing in filed if filing.topic not in keys)]


def _keys(names: Sequence[str] | None, vocabulary: Vocabulary) -> list[str]:
    """The keys of topics as metadata names them; unknown names are reported by ``unknown_topics``."""
    known = (vocabulary.names.get(name.casefold()) for name in names or ())
    return list(dict.fromkeys(key for key in known if key is not None))
