"""What each article is filed under, remembered until its words, the vocabulary or what was learned of it change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from generator import topics
from generator.model import ArticleRow, CleanArticle, Entity, Filing
from generator.stages.running import as_json, code_of
from generator.stages.score import Taught
from generator.store.cache import Cache, Key, stage_key

_BATCH = 1000
"""The words of so many articles are held at once."""


def file_all(
    rows: Sequence[ArticleRow],
    articles: Mapping[str, CleanArticle],
    entities: Iterable[Entity],
    taught: Taught,
    cache: Cache,
) -> dict[str, tuple[Filing, ...]]:
    """Article id -> its filings, by id; of texts only those are read that owe a filing to what was learned."""
    speaking = topics.speaking(taught.vocabulary)
    mentioned: dict[str, frozenset[tuple[str, str]]] = {}
    for entity in entities:
        if (entity.kind, entity.id) in speaking:
            for article in entity.articles:
                mentioned[article] = mentioned.get(article, frozenset()) | {(entity.kind, entity.id)}
    key = _key_of(taught, mentioned)
    keys = {row.id: key(row) for row in rows}
    filed: dict[Key, tuple[Filing, ...]] = cache.get_many("file", keys.values(), tuple[Filing, ...])
    missing = [row for row in rows if keys[row.id] not in filed]
    for batch in (missing[start : start + _BATCH] for start in range(0, len(missing), _BATCH)):
        for id_, filings in _file(batch, articles, mentioned, taught).items():
            filed[keys[id_]] = filings
            cache.put("file", keys[id_], filings)
    return {id_: filed[keys[id_]] for id_ in sorted(keys)}


def _file(
    rows: Sequence[ArticleRow],
    articles: Mapping[str, CleanArticle],
    mentioned: Mapping[str, frozenset[tuple[str, str]]],
    taught: Taught,
) -> dict[str, tuple[Filing, ...]]:
    ids = [row.id for row in rows]
    words = dict(zip(ids, taught.words.stream(ids), strict=True))
    scores = dict(zip(ids, taught.scores.stream(ids), strict=True))
    leanings = topics.leanings_of(words, taught.learned)
    filings = topics.file_articles(rows, scores, taught.vocabulary, mentioned, leanings)
    return topics.with_words(filings, taught.vocabulary, taught.learned, words, topics.reader(articles))


def _key_of(taught: Taught, mentioned: Mapping[str, frozenset[tuple[str, str]]]) -> Callable[[ArticleRow], Key]:
    """What an article's filings are remembered by: all that filing reads, of the vocabulary and of the article."""
    vocabulary = taught.vocabulary
    subjects = [(key, subject.topic, subject.entry) for key, subject in vocabulary.subjects.items()]
    read = as_json((vocabulary.settings, subjects, taught.learned))
    shared = stage_key(code_of("file"), vocabulary.digest, read)
    has_dates = any(subject.entry.dates for subject in vocabulary.subjects.values())

    def key(row: ArticleRow) -> Key:
        said, named = row.metadata, sorted(mentioned.get(row.id, ()))
        asked = (said.topics, said.topics_add, said.topics_remove, named, row.mentions if named else ())
        day = row.published.date if row.published else None
        when = (day, row.not_before, row.not_after, row.dates) if has_dates else ()
        return stage_key(shared, taught.keys[row.id], row.id, as_json((asked, when)))

    return key
