"""Published people stand still: what the program alone would do to them waits for a maintainer's word."""

from __future__ import annotations

from dataclasses import replace

from generator.config.schema import EntityEntry
from generator.model import HeldMerge, HeldSplit, Published, Resolution
from generator.resolution import questions, resolve
from tests.resolution.cases import config_of, row_of

_ROWS = (
    row_of("a", ["P Jonathan Alder; O Harbor Board"]),
    row_of("b", ["P Jonathan Alder; O Harbor Board"]),
    row_of("c", ["P Jon Alder; O Harbor Board"]),
    row_of("d", ["P Jon Alder; O Harbor Board"]),
    row_of("e", ["P Xarq Blemmings"]),
)
_BOTH = frozenset({"jonathan-alder", "jon-alder"})


def _resolved(live: frozenset[str], settled: Published) -> Resolution:
    return resolve(_ROWS, config_of(), {"person": live}, settled)


def _people(found: Resolution) -> dict[str, tuple[str, ...]]:
    return {one.name: one.articles for one in found.entities if one.kind == "person"}


def test_two_published_people_wait_for_a_yes_and_are_asked_about_first() -> None:
    """A rule takes them for one; nobody but a maintainer may."""
    found = _resolved(_BOTH, Published(ids=_BOTH))
    assert _people(found).keys() >= {"Jonathan Alder", "Jon Alder"}
    assert found.held == (HeldMerge(one="jon-alder", other="jonathan-alder", rule="short-form"),)
    people = [one for one in found.entities if one.kind == "person"]
    assert "published" in questions(people, found.surnames, found.held, config_of())[0].because


def test_who_is_apart_by_a_word_that_was_taken_back_is_one_again() -> None:
    """Pages that rested on a judgement are not among the settled: undoing it undoes them."""
    found = _resolved(_BOTH, Published())
    assert ("a", "b", "c", "d") in _people(found).values()
    assert found.held == ()


def test_a_published_page_is_not_joined_to_one_of_whom_a_maintainer_has_spoken() -> None:
    """Neither while the page that bore the name before still stands, nor when it has given way to the new one."""
    config = config_of()
    entries = {"the-mayor": EntityEntry(name="Jonathan Alder")}
    config = replace(config, people=replace(config.people, people=entries))
    first = resolve(_ROWS, config, {"person": _BOTH}, Published(ids=_BOTH))
    now = Published(ids=frozenset({"jon-alder"}), former={"the-mayor": ("jonathan-alder",)})
    again = resolve(_ROWS, config, {"person": frozenset({"jon-alder", "the-mayor"})}, now)
    assert _people(first) == _people(again)
    assert _people(first)["Jon Alder"] == ("c", "d")
    assert first.held == again.held == (HeldMerge(one="jon-alder", other="the-mayor", rule="short-form"),)


def test_a_name_stays_on_its_published_page_until_somebody_parts_them() -> None:
    """No rule puts it there any more; the old page stays, and the question waits."""
    one = frozenset({"jonathan-alder"})
    found = _resolved(one, Published(ids=one, names={"xarq-blemmings": "jonathan-alder"}))
    assert "e" in _people(found)["Jonathan Alder"]
    assert HeldSplit(person="jonathan-alder", name="Xarq Blemmings") in found.held


def test_a_name_stays_on_a_page_that_a_maintainer_has_called_otherwise_since() -> None:
    """The page's id is no name's slug any more; that of the page which gave way to it is."""
    entry = EntityEntry(name="Jonathan Alder")
    config = config_of()
    config = replace(config, people=replace(config.people, people={"the-mayor": entry}))
    settled = Published(names={"xarq-blemmings": "the-mayor"}, former={"the-mayor": ("jonathan-alder",)})
    for known in (settled, replace(settled, former={})):
        found = resolve(_ROWS, config, {"person": frozenset({"the-mayor"})}, known)
        assert ("e" in _people(found)["Jonathan Alder"]) == (known is settled)


def test_a_page_gets_the_address_again_that_it_had_before_it_was_called_otherwise() -> None:
    """The word was taken back: the page is where it was, whatever its most frequent name is by now."""
    former = Published(former={"the-mayor": ("jon-alder",)})
    found = resolve(_ROWS, config_of(), {"person": frozenset({"the-mayor"})}, former)
    assert {one.id: one.articles for one in found.entities}["jon-alder"] == ("a", "b", "c", "d")
