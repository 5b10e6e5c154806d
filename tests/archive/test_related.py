"""Related articles share rare names, say which, and are never flooded by one famous one."""

from __future__ import annotations

import random
from math import exp, log

import pytest

from generator.archive.related import relate_articles
from generator.model import ArticleRow, Entity, EntityMention, Filing, NameForm
from tests.rows import row


def _person(identifier: str, *articles: str) -> Entity:
    mentions = tuple(EntityMention(article=a, text=identifier, start=0, end=1, rule="test") for a in articles)
    form = NameForm(text=identifier, count=1)
    return Entity(kind="person", id=identifier, name=identifier, forms=(form,), mentions=mentions)


def _rows(count: int) -> dict[str, ArticleRow]:
    return {name: row(name, published="1969-07-20") for name in (f"a{n:02d}" for n in range(count))}


def test_a_rare_name_ties_two_articles_and_is_named_as_the_reason() -> None:
    """Two articles with a rare person in common lead to each other."""
    related = relate_articles(_rows(20), (_person("rare", "a01", "a02"),), {}, {})
    assert [(r.article, r.people) for r in related["a01"]] == [("a02", ("rare",))]
    assert set(related) == {"a01", "a02"}


def test_a_rare_name_beats_a_famous_one() -> None:
    """An article that shares the rare person comes before those that share only the famous one."""
    rows = _rows(20)
    related = relate_articles(rows, (_person("famous", *rows), _person("rare", "a01", "a15")), {}, {})
    assert related["a01"][0].article == "a15"


def test_nearness_in_time_decides_between_equals() -> None:
    """Of two articles about the same person the one of the same year comes first."""
    rows = {**_rows(10), "late": row("late", published="1999-01-01")}
    related = relate_articles(rows, (_person("p", "a01", "late", "a02"),), {}, {})
    assert [r.article for r in related["a01"]] == ["a02", "late"]


def test_a_copy_of_the_story_is_no_further_reading() -> None:
    """Versions of the same story are not offered as related, and of two copies only one is."""
    rows = _rows(10)
    copies = {"a02": "a01", "a04": "a03"}
    related = relate_articles(rows, (_person("p", "a01", "a02", "a03", "a04"),), {}, copies)
    assert len(related["a01"]) == 1
    assert related["a01"][0].article in {"a03", "a04"}


def _filings(*topics: str) -> tuple[Filing, ...]:
    return tuple(Filing(topic=topic, score=1.0, because=(), basis="phrases") for topic in topics)


def test_the_score_is_of_rarity_topics_and_time() -> None:
    """Every rare name by its rarity, half a point a topic, and less for articles that are years apart."""
    rows = {"a": row("a", published="1970-01-01"), "b": row("b", published="1976-01-01"), "c": row("c")}
    filings = {"a": _filings("space", "war"), "b": _filings("space"), "c": _filings("war")}
    related = relate_articles(rows, (_person("p", "a", "b"), _person("q", "a", "b", "c")), filings, {})
    names = log(3 / 2 + 1) + log(3 / 3 + 1)
    (first, second) = related["a"]
    assert first.score == pytest.approx((names + 0.5) * (0.5 + 0.5 * exp(-6 / 3)), abs=0.001)
    assert (first.people, first.topics) == (("p", "q"), ("space",))
    assert second.article == "c"
    assert second.score == pytest.approx((log(2) + 0.5) * 0.75, abs=0.001)


def test_the_order_of_articles_and_entities_does_not_matter() -> None:
    """Shuffled, everything leads to the same."""
    chance = random.Random(7)
    rows = _rows(40)
    people = [_person(f"p{n}", *chance.sample(sorted(rows), 2 + n % 9)) for n in range(60)]
    filings = {one: _filings(*chance.sample(["space", "war", "sport"], 2)) for one in rows}
    found = relate_articles(rows, people, filings, {"a02": "a01"})
    shuffled = dict(chance.sample(sorted(rows.items()), len(rows)))
    assert relate_articles(shuffled, chance.sample(people, len(people)), filings, {"a02": "a01"}) == found
    assert len(found) == 40


def test_an_archive_without_articles_or_names_relates_nothing() -> None:
    """Nothing shared, nothing related."""
    assert relate_articles({}, (), {}, {}) == {}
    assert relate_articles(_rows(3), (), {}, {}) == {}
