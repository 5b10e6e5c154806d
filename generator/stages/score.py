"""What each article's words say for topics and stories, and what all of them together teach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from generator import topics
from generator.config.schema import LearnedFile
from generator.model import ArticleRow, CleanRow, Entity, Filing
from generator.stages.articles import Articles, Kept
from generator.stages.running import Means, as_json, code_of
from generator.store.cache import Cache, Key, stage_key

_BATCH: Final = 64
"""Texts that are scored together."""
_SHEAF: Final = 500
"""So many articles are in a sheaf, or up to twice as many."""


Scores = Kept[tuple[Filing, ...]]
"""By article id the topics that its words speak for."""


def score_all(cleaned: Sequence[CleanRow], articles: Articles, vocabulary: topics.Vocabulary, means: Means) -> Scores:
    """The topics that each article's words speak for; of those that are known each is read when it is asked for."""
    code = stage_key(code_of("score"), vocabulary.digest)
    keys = {row.id: _key(code, row) for row in cleaned}
    known = means.cache.known("score", keys.values())
    missing = [id_ for id_, key in keys.items() if key not in known]
    fresh: dict[str, tuple[Filing, ...]] = {}

    def scored(wanted: Sequence[str]) -> Iterator[tuple[str, tuple[Filing, ...]]]:
        texts = zip(wanted, articles.stream(wanted), strict=True)
        while batch := tuple(islice(texts, _BATCH)):
            found = topics.score_all([(clean.title, clean.text) for _, clean in batch], vocabulary)
            yield from zip((id_ for id_, _ in batch), found, strict=True)

    for id_, said in means.tick(scored(missing), len(missing)) if missing else ():
        fresh[id_] = said
        means.cache.put("score", keys[id_], said)
    means.tick.computed += len(missing)
    return Kept(("score", tuple[Filing, ...]), keys, means.cache, lambda id_: next(scored([id_]))[1], fresh)


def _key(code: Key, row: CleanRow) -> Key:
    return stage_key(code, row.title or "", row.digest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """What is known of the articles' words, and what the archive has taught of its topics by them."""

    vocabulary: topics.Vocabulary
    scores: Scores
    words: Kept[topics.Words]
    keys: Mapping[str, Key]
    """Article id -> by what its title and text are remembered."""
    learned: LearnedFile


def learn_all(
    cleaned: Sequence[CleanRow], articles: Articles, scores: Scores, vocabulary: topics.Vocabulary, means: Means
) -> Taught:
    """What topics.learned.yml holds or, where there is none, what the articles teach.

    It is remembered until the vocabulary changes, or an article that teaches.
    """
    words, keys = _words_all(cleaned, articles, means)
    taught = Taught(vocabulary=vocabulary, scores=scores, words=words, keys=keys, learned=vocabulary.frozen)
    if vocabulary.frozen.topics or not topics.can_learn(len(cleaned), vocabulary):
        return taught
    teachers = topics.drawn(keys, vocabulary)
    key = stage_key(
        code_of("learn"),
        vocabulary.digest,
        as_json((vocabulary.examples, vocabulary.nameable)),
        _digest(teachers, keys),
    )
    learned = means.cache.get("learn", key, LearnedFile)
    if learned is None:
        rows = zip(teachers, words.stream(teachers), scores.stream(teachers), strict=True)
        pupils = [
            topics.Pupil(id=id_, words=own, scores={one.topic: one.score for one in said}) for id_, own, said in rows
        ]
        learned = topics.learn(pupils, vocabulary)
        means.cache.put("learn", key, learned)
    return replace(taught, learned=learned)


def propose_all(
    rows: Sequence[ArticleRow], entities: Sequence[Entity], taught: Taught, cache: Cache
) -> tuple[topics.Proposal, ...]:
    """The stories that the archive seems to hold, remembered until an article or a name changes."""
    seen = [(row.id, row.title, row.published.date if row.published else None) for row in rows]
    named = [(entity.name, [mention.article for mention in entity.mentions]) for entity in entities]
    key = stage_key(code_of("stories"), _digest(taught.keys, taught.keys), as_json(seen), as_json(named))
    known = cache.get("stories", key, tuple[topics.Proposal, ...])
    if known is None:
        known = topics.propose(rows, entities, _sheaves(taught, cache))
        cache.put("stories", key, known)
    return known


def _sheaves(taught: Taught, cache: Cache) -> Iterator[topics.Sheaf]:
    """The words of all articles, bound together by their keys: of one article more only its own sheaf is bound anew."""
    code, sheaves = code_of("sheaf"), 1 << max((len(taught.keys) // _SHEAF).bit_length() - 1, 0)
    lying: defaultdict[int, list[str]] = defaultdict(list)
    for id_, key in sorted(taught.keys.items(), key=lambda item: (item[1], item[0])):
        lying[int.from_bytes(key[:4]) % sheaves].append(id_)
    for _, ids in sorted(lying.items()):
        key = stage_key(code, *(taught.keys[id_] for id_ in ids))
        bound = cache.get("sheaf", key, topics.Bound)
        if bound is None:
            bound = topics.bind(taught.words.stream(ids))
            cache.put("sheaf", key, bound)
        yield topics.Sheaf(ids=ids, words=bound)


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
