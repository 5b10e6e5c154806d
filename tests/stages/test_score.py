"""What is kept of an archive's words from one build to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from generator import stages, topics
from generator.config.schema import LearnedFile
from generator.model import ArticleRow, Entity, Filing
from generator.stages import score
from generator.stages.articles import Kept
from generator.store.cache import Cache, stage_key
from tests.rows import row
from tests.topics.vocabularies import alone

_NUMBER = 40


def _taught(ids: Iterable[str], cache: Cache) -> stages.Taught:
    """An archive of articles of one word each."""
    words = {id_: topics.count_words(None, f"Word {id_}") for id_ in ids}
    keys = {id_: stage_key(id_) for id_ in words}
    cache.put_many("words", {keys[id_]: own for id_, own in words.items()})
    return stages.Taught(
        vocabulary=alone(),
        scores=Kept(("score", tuple[Filing, ...]), keys, cache, lambda _: ()),
        words=Kept(("words", topics.Words), keys, cache, words.__getitem__),
        keys=keys,
        learned=LearnedFile(version=1, topics={}),
    )


def test_one_article_more_binds_one_sheaf_of_words_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are read as they were, and all articles are in one of them."""
    bound: list[int] = []
    seen: list[list[str]] = []
    bind = topics.bind

    def counted(words: Iterable[topics.Words]) -> topics.Bound:
        known = tuple(words)
        bound.append(len(known))
        return bind(known)

    def proposed(
        _rows: Sequence[ArticleRow], _entities: Sequence[Entity], sheaves: Iterable[topics.Sheaf]
    ) -> tuple[topics.Proposal, ...]:
        seen.append(sorted(id_ for sheaf in sheaves for id_ in sheaf.ids))
        return ()

    monkeypatch.setattr(topics, "bind", counted)
    monkeypatch.setattr(topics, "propose", proposed)
    monkeypatch.setattr(score, "_SHEAF", 5)
    ids = [f"a{n:02}" for n in range(_NUMBER)]
    with Cache(tmp_path / "cache.sqlite") as cache:
        for now, sheaves in ((ids, 8), ([*ids, "b"], 1)):
            bound.clear()
            stages.propose_all([row(id_) for id_ in now], (), _taught(now, cache), cache)
            assert len(bound) == sheaves
            assert seen[-1] == now
