"""Filings are remembered article by article, by all that they are made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from generator import stages, topics
from generator.config.schema import TopicEntities, TopicEntry
from generator.model import ArticleRow, CleanArticle, Entity, EntityMention, Filing, Mention, Metadata, NameForm
from generator.progress import Ticker
from generator.stages.clean import Cleaned, row_of_cleaned
from generator.store.cache import Cache, stage_key
from generator.workers import Measure, Workers
from tests.rows import row
from tests.topics.vocabularies import alone

_TEXTS = {"wood": "The oak and the beech.", "stone": "Granite and basalt.", "rail": "Ada Stone drove it."}
_TOPICS = {
    "trees": TopicEntry(name="Trees", strong=("oak", "beech")),
    "rocks": TopicEntry(name="Rocks", strong=("granite", "basalt")),
    "trains": TopicEntry(name="Trains", strong=("engine",), entities=TopicEntities(people=("ada-stone",))),
}
_ADA = Mention(kind="person", text="Ada Stone", start=0, end=9)
_ENTITIES = (
    Entity(
        kind="person",
        id="ada-stone",
        name="Ada Stone",
        forms=(NameForm(text="Ada Stone", count=1),),
        mentions=(EntityMention(article="rail", text="Ada Stone", start=0, end=9, rule="test"),),
    ),
)


@dataclass
class _Archive:
    """Three articles, and which of them were filed anew last."""

    cache: Cache
    anew: list[str]

    def filed(
        self,
        rows: list[ArticleRow],
        texts: Mapping[str, str],
        entities: Sequence[Entity] = _ENTITIES,
        **entries: TopicEntry,
    ) -> dict[str, list[str]]:
        """What a build files each article under."""
        self.anew.clear()
        articles = {id_: CleanArticle(id=id_, text=text, blocks=()) for id_, text in texts.items()}
        keys = {id_: stage_key(id_, text) for id_, text in texts.items()}
        self.cache.put_many("clean", {keys[id_]: article for id_, article in articles.items()})
        kept = stages.Articles(("clean", CleanArticle), keys, self.cache, articles.__getitem__)
        cleaned = [row_of_cleaned(id_, Cleaned(article=article)) for id_, article in articles.items()]
        vocabulary = alone(**{**_TOPICS, **entries})
        with Workers(Measure(seconds=30, memory=1_000_000_000)) as workers:
            means = stages.Means(cache=self.cache, workers=workers, tick=Ticker(lambda _done, _total: None))
            scores = stages.score_all(cleaned, kept, vocabulary, means)
            taught = stages.learn_all(cleaned, kept, scores, vocabulary, means)
        found = stages.file_all(rows, kept, entities, taught, self.cache)
        return {id_: [filing.topic for filing in filings] for id_, filings in found.items()}


@pytest.fixture(name="archive")
def _archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[_Archive]:
    anew: list[str] = []
    file_articles = topics.file_articles

    def noted(rows: list[ArticleRow], *given: object) -> Mapping[str, tuple[Filing, ...]]:
        anew.extend(one.id for one in rows)
        return file_articles(rows, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(topics, "file_articles", noted)
    with Cache(tmp_path / "cache.sqlite") as cache:
        yield _Archive(cache, anew)


def test_an_article_is_filed_anew_only_where_something_of_it_has_changed(archive: _Archive) -> None:
    """Its text, its metadata, or the vocabulary; the others are read from the cache, with the same result."""
    rows = [row("wood"), row("stone"), row("rail", mentions=(_ADA,))]
    first = archive.filed(rows, _TEXTS)
    assert first == {"wood": ["trees"], "stone": ["rocks"], "rail": ["trains"]}
    assert sorted(archive.anew) == ["rail", "stone", "wood"]
    assert archive.filed(rows, _TEXTS) == first
    assert archive.anew == []
    changed = archive.filed(rows, {**_TEXTS, "stone": "Oak, and beech."})
    assert (changed, archive.anew) == ({**first, "stone": ["trees"]}, ["stone"])
    told = [rows[0], row("stone", metadata=Metadata(topics_add=("trees",))), rows[2]]
    assert archive.filed(told, _TEXTS)["stone"] == ["trees", "rocks"]
    assert archive.anew == ["stone"]
    archive.filed(rows, _TEXTS, trees=TopicEntry(name="Woods", strong=("oak", "beech")))
    assert sorted(archive.anew) == ["rail", "stone", "wood"]


def test_an_entity_that_speaks_for_a_topic_is_part_of_it(archive: _Archive) -> None:
    """An article that is found to mention it is filed anew, whatever else is as it was."""
    rows = [row(id_, mentions=(_ADA,)) for id_ in _TEXTS]
    archive.filed(rows, _TEXTS)
    (ada,) = _ENTITIES
    more = EntityMention(article="wood", text="Ada Stone", start=0, end=9, rule="test")
    filed = archive.filed(rows, _TEXTS, entities=[replace(ada, mentions=(*ada.mentions, more))])
    assert (filed["wood"], archive.anew) == (["trains", "trees"], ["wood"])
