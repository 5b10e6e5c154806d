"""What each article's words say for topics and stories, and what all of them together teach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator import topics
from generator.config.schema import LearnedFile
from generator.model import ArticleRow, CleanArticle, Entity, Filing
from generator.stages.running import Means, Stage, as_json, run
from generator.store.cache import Cache, stage_key
from generator.store.version import code_digest


def score_all(cleaned: Sequence[CleanArticle], vocabulary: topics.Vocabulary, means: Means) -> list[tuple[Filing, ...]]:
    """The topics that each article's words speak for, in their order."""
    code = stage_key(code_digest("topics"), vocabulary.digest)
    stage: Stage[CleanArticle, tuple[Filing, ...]] = Stage(
        name="score",
        gives=tuple[Filing, ...],
        key=lambda clean: stage_key(code, clean.title or "", clean.text),
        compute=lambda batch: topics.score_all([(clean.title, clean.text) for clean in batch], vocabulary),
    )
    return list(run(stage, cleaned, means))


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """What the archive has taught of its topics, and the words of its articles, by id, to apply it to."""

    learned: LearnedFile
    words: Mapping[str, topics.Words]


def learn_all(
    cleaned: Sequence[CleanArticle],
    scores: Sequence[tuple[Filing, ...]],
    vocabulary: topics.Vocabulary,
    means: Means,
) -> Taught:
    """What topics.learned.yml holds or, where there is none, what the articles teach.

    It is remembered until an article or the vocabulary changes.
    """
    frozen = vocabulary.frozen
    words = _words_all(cleaned, means)
    if frozen.topics or not topics.can_learn(len(cleaned), vocabulary):
        return Taught(learned=frozen, words=words)
    pupils = [
        topics.Pupil(id=clean.id, words=words[clean.id], scores={filing.topic: filing.score for filing in said})
        for clean, said in zip(cleaned, scores, strict=True)
    ]
    key = stage_key(code_digest("topics"), vocabulary.digest, as_json(vocabulary.examples), as_json(pupils))
    learned = means.cache.get("learn", key, LearnedFile)
    if learned is None:
        learned = topics.learn(pupils, vocabulary)
        means.cache.put("learn", key, learned)
    return Taught(learned=learned, words=words)


def propose_all(
    rows: Sequence[ArticleRow], entities: Sequence[Entity], words: Mapping[str, topics.Words], cache: Cache
) -> tuple[topics.Proposal, ...]:
    """The stories that the archive seems to hold, remembered until an article or a name changes."""
    seen = [(row.id, row.title, row.published.date if row.published else None, words[row.id]) for row in rows]
    named = [(entity.name, [mention.article for mention in entity.mentions]) for entity in entities]
    key = stage_key(code_digest("topics"), as_json(seen), as_json(named))
    known = cache.get("stories", key, tuple[topics.Proposal, ...])
    if known is None:
        known = topics.propose(rows, entities, words)
        cache.put("stories", key, known)
    return known


def _words_all(cleaned: Sequence[CleanArticle], means: Means) -> dict[str, topics.Words]:
    code = code_digest("topics")
    stage: Stage[CleanArticle, topics.Words] = Stage(
        name="words",
        gives=topics.Words,
        key=lambda clean: stage_key(code, clean.title or "", clean.text),
        compute=lambda batch: [topics.count_words(clean.title, clean.text) for clean in batch],
    )
    return {clean.id: words for clean, words in zip(cleaned, run(stage, cleaned, means), strict=True)}
