"""Two people of one name, told apart by the states that they sit for."""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from generator.config.schema import SiteConfig
from generator.model import ArticleRow, Published
from generator.resolution import questions, resolve
from tests.resolution.cases import config_of, row_of


def _seated(article: str, *seats: str) -> ArticleRow:
    row = row_of(article, [f"P Rep.|Mike Reef; P Otto Kling {number}" for number, _ in enumerate(seats)])
    given = iter(seats)
    mentions = (structs.replace(m, apposition=next(given)) if m.text == "Mike Reef" else m for m in row.mentions)
    return replace(row, mentions=tuple(mentions))


def _pages(*rows: ArticleRow, config: SiteConfig | None = None, settled: Published | None = None) -> list[list[str]]:
    found = resolve(rows, config or config_of(), {"person": frozenset({"mike-reef"})}, settled or Published())
    return sorted(list(e.articles) for e in found.entities if e.kind == "person" and e.name == "Mike Reef")


def test_two_states_are_two_people() -> None:
    """Whoever sits for another state is another; an article without a state is of him who is named more often."""
    rows = [_seated("a", "R-Mich."), _seated("b", "R-Ala."), _seated("c", "R-AL"), _seated("d", "")]
    assert _pages(*rows) == [["a"], ["b", "c", "d"]]


def test_both_in_one_article() -> None:
    """One article may name both."""
    assert _pages(_seated("a", "R-Mich.", "R-Ala."), _seated("b", "R-Ala.")) == [["a"], ["a", "b"]]


def test_seldom_state_is_a_slip() -> None:
    """One state in five is a slip of the pen, and a town is no state."""
    assert len(_pages(*(_seated(f"{n}", "R-Mich.") for n in range(4)), _seated("x", "R-Ala."))) == 1
    assert len(_pages(_seated("a", "R-Mich."), _seated("b", "R-Urbana"))) == 1


def test_published_page_is_kept() -> None:
    """No rule parts a page that is published with several articles."""
    rows = [_seated("a", "R-Mich."), _seated("b", "R-Ala."), _seated("c", "R-AL")]
    assert len(_pages(*rows, settled=Published(ids=frozenset({"mike-reef"})))) == 1


def test_nobody_is_asked_by_name() -> None:
    """No question sets a name beside itself."""
    found = resolve([_seated("a", "R-Mich."), _seated("b", "R-Ala.")], config_of())
    people = [entity for entity in found.entities if entity.kind == "person"]
    asked = questions(people, found.surnames, found.held, config_of())
    assert not any(len(set(question.names)) < len(question.names) for question in asked)
