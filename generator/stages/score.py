"""What each article's words say for topics and stories, and what all of them together teach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from generator import topics
from generator.config.schema import LearnedFile
from generator.model import ArticleRow, CleanRow, Entity, Filing
from generator.stages.articles import Articles, Kept
from generator.stages.running import Means, Stage, as_json, code_of, run
from generator.store.cache import Cache, Key, stage_key

_BATCH: Final = 64
"""Texts that are scored together."""


def score_all(
    cleaned: Sequence[CleanRow], articles: Articles, vocabulary: topics.Vocabulary, means: Means
) -> list[tuple[Filing, ...]]:
    """The topics that each article's words speak for, in their order."""
    code = stage_key(code_of("score"), vocabulary.digest)

    def compute(missing: Sequence[CleanRow]) -> Iterator[tuple[int, tuple[Filing, ...]]]:
        texts = enumerate(articles.stream(row.id for row in missing))
        while batch := tuple(islice(texts, _BATCH)):
            scored = topics.score_all([(clean.title, clean.text) for _, clean in batch], vocabulary)
            yield from zip((place for place, _ in batch), scored, strict=True)

    stage: Stage[CleanRow, tuple[Filing, ...]] = Stage(
        name="score", gives=tuple[Filing, ...], key=lambda row: _key(code, row), compute=compute
    )
    return run(stage, cleaned, means)


def _key(code: Key, row: CleanRow) -> Key:
    return stage_key(code, row.title or "", row.digest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """What the archive has taught of its topics, and the words of its articles, by id, to apply it to."""

    learned: LearnedFile
    words: Mapping[str, topics.Words]
    words_digest: Key
    """Of the words of all articles."""


def learn_all(
    cleaned: Sequence[CleanRow],
    articles: Articles,
    scores: Sequence[tuple[Filing, ...]],
    vocabulary: topics.Vocabulary,
    means: Means,
) -> Taught:
    """What topics.learned.yml holds or, where there is none, what the articles teach.

    It is remembered until the vocabulary changes, or an article that teaches.
    """
    frozen = vocabulary.frozen
    words, keys = _words_all(cleaned, articles, means)
    taught = Taught(learned=frozen, words=words, words_digest=_digest(keys, keys))
    if frozen.topics or not topics.can_learn(len(cleaned), vocabulary):
        return taught
    teachers = topics.drawn(keys, vocabulary)
    said = {row.id: [(one.topic, one.score) for one in filings] for row, filings in zip(cleaned, scores, strict=True)}
    read = (vocabulary.examples, [said[id_] for id_ in teachers])
    key = stage_key(code_of("learn"), vocabulary.digest, as_json(read), _digest(teachers, keys))
    learned = means.cache.get("learn", key, LearnedFile)
    if learned is None:
        rows = zip(teachers, words.stream(teachers), strict=True)
        learned = topics.learn(
            [topics.Pupil(id=id_, words=own, scores=dict(said[id_])) for id_, own in rows], vocabulary
        )
        means.cache.put("learn", key, learned)
    return replace(taught, learned=learned)


def propose_all(
    rows: Sequence[ArticleRow], entities: Sequence[Entity], taught: Taught, cache: Cache
) -> tuple[topics.Proposal, ...]:
    """The stories that the archive seems to hold, remembered until an article or a name changes."""
    seen = [(row.id, row.title, row.published.date if row.published else None) for row in rows]
    named = [(entity.name, [mention.article for mention in entity.mentions]) for entity in entities]
    key = stage_key(code_of("stories"), taught.words_digest, as_json(seen), as_json(named))
    known = cache.get("stories", key, tuple[topics.Proposal, ...])
    if known is None:
        known = topics.propose(rows, entities, taught.words)
        cache.put("stories", key, known)
    return known


def _digest(articles: Iterable[str], keys: Mapping[str, Key]) -> Key:
    """Of the words of these articles, in whatever order they come."""
    known = sorted(articles)
    return stage_key(as_json(known), *(keys[article] for article in known))


def _words_all(
    cleaned: Sequence[CleanRow], articles: Articles, means: Means
) -> tuple[Kept[topics.Words], Mapping[str, Key]]:
    """The words of each article, and by what they are remembered."""
    code = stage_key(code_of("words"))
    keys = {row.id: _key(code, row) for row in cleaned}
    known = means.cache.known("words", keys.values())
    missing = [row.id for row in cleaned if keys[row.id] not in known]
    for clean in means.tick(articles.stream(missing), len(missing)) if missing else ():
        means.cache.put("words", keys[clean.id], topics.count_words(clean.title, clean.text))
    means.tick.computed += len(missing)

    def remade(article: str) -> topics.Words:
        clean = articles[article]
        return topics.count_words(clean.title, clean.text)

    return Kept(("words", topics.Words), keys, means.cache, remade), keys
