"""The words of many articles in columns."""

from __future__ import annotations

import numpy as np

from generator.topics.sheaves import Sheaf, Table, bind, sheaf_of, table_of
from generator.topics.stories.vectors import Vectors
from generator.topics.words import Words, count_words

_TEXTS = {
    "a": "The levee broke, and the levee is mended.",
    "b": "",
    "c": "A harvest of plums; plums and plums again.",
    "d": "Plums by the levee.",
}
_WORDS = {id_: count_words(None, text) for id_, text in _TEXTS.items()}


def _read(table: Table) -> list[Words]:
    """Each article's words as they were before they were bound."""
    stems, found = list(table.stems), []
    for first, end in zip(table.bounds, table.bounds[1:], strict=False):
        own = sorted(zip((stems[word] for word in table.words[first:end]), table.counts[first:end], strict=True))
        found.append(Words(stems=" ".join(stem for stem, _ in own), counts=bytes(count for _, count in own)))
    return found


def test_a_table_holds_the_words_of_each_article_in_the_order_asked_for() -> None:
    """Whatever sheaves they lie in, also an article without words."""
    sheaves = [Sheaf(ids=ids, words=bind(_WORDS[id_] for id_ in ids)) for ids in ("db", "ca")]
    assert _read(table_of("abcd", sheaves)) == [_WORDS[id_] for id_ in "abcd"]
    assert _read(table_of("cb", [sheaf_of(_WORDS)])) == [_WORDS["c"], _WORDS["b"]]
    assert _read(table_of("", [])) == []


def test_words_of_articles_that_nobody_asks_for_leave_no_trace() -> None:
    """The table of two articles is the same, to the numbers of the stems, in a sheaf with others."""
    alone, among = table_of("ad", [sheaf_of({id_: _WORDS[id_] for id_ in "ad"})]), table_of("ad", [sheaf_of(_WORDS)])
    assert among.stems == alone.stems
    assert np.array_equal(among.words, alone.words)


def test_articles_that_share_rare_words_are_near() -> None:
    """One that says the same is nearest, one without words is near to none; a stem is found where it stands."""
    others = {f"o{n}": count_words(None, f"Nothing{n}") for n in range(9)}
    words = {**_WORDS, **others}
    vectors = Vectors(table_of(sorted(words), [sheaf_of(words)]))
    near = vectors.near(vectors.total(np.array([2])), 0, 4)
    assert near.argmax() == 2
    assert near[1] == 0
    assert near[3] > near[0]
    assert vectors.near_among(vectors.total(np.array([2])), np.array([3, 1])).tolist() == [near[3], near[1]]
    assert vectors.holding("plum").tolist() == [2, 3]
    assert vectors.repeating("levee").tolist() == [0]
    assert vectors.loud(np.array([0, 3]), 1.5) == {"levee": 1.5, "the": 1.5}
