"""Related articles share rare names, say which, and are never flooded by one famous one."""

from __future__ import annotations

from generator.archive.related import relate_articles
from generator.model import ArticleRow, Entity, EntityMention, NameForm
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
