"""Open questions: what is asked, in what order, and what is never asked again."""

from __future__ import annotations

from dataclasses import replace

from generator.config.schema import Judgement, JudgementsFile
from generator.model import Question
from generator.resolution import questions, resolve
from tests.resolution.cases import config_of, row_of

_ROWS = (
    row_of("a", ["P Senator|Jane Roe; P Tom Alder"]),
    row_of("b", ["P Jane Roe; P Tom Alder"]),
    row_of("c", ["P Jane Roe, Jr.; P Ann Quill"]),
    row_of("d", ["P Jonathan Alder; P Ann Quill"]),
    row_of("e", ["P Jonathan Alder", "P Jon Alder"]),
    row_of("f", ["P Senator|Roe; O Harbor Board"], "1901-01-01"),
    row_of("g", ["P Xarq Blemmings; P Tom Alder"]),
)


def _asked(*judgements: Judgement) -> tuple[Question, ...]:
    config = replace(config_of(), judgements=JudgementsFile(version=1, judgements=judgements))
    found = resolve(_ROWS, config)
    return questions([one for one in found.entities if one.kind == "person"], found.surnames, found.held, config)


def _kinds(asked: tuple[Question, ...]) -> set[tuple[str, tuple[str, ...]]]:
    return {(one.kind, one.names) for one in asked}


def test_what_is_nearly_alike_joined_on_little_or_open_is_asked() -> None:
    """A son or not, a short form that was taken for the long one, and a word that may be nobody's name."""
    asked = _asked()
    assert _kinds(asked) >= {
        ("same", ("Jane Roe", "Jane Roe, Jr.")),
        ("apart", ("Jonathan Alder", "Jon Alder")),
        ("person", ("Xarq Blemmings",)),
    }
    assert [one.worth for one in asked] == sorted((one.worth for one in asked), reverse=True)


def test_a_rare_name_is_asked_about_after_what_can_hardly_be_one() -> None:
    """Unknown words are mostly somebody's name; glued and common words are not."""
    rows = (
        row_of("a", ["P Xarq Blemmings; P Tom Alder", "P NowPresident Blemmings; P Tom Alder"]),
        row_of("b", ["P Congratulating Xarqson; P Tom Alder"]),
    )
    config = config_of()
    found = resolve(rows, config)
    asked = questions([one for one in found.entities if one.kind == "person"], found.surnames, found.held, config)
    names = [one.names[0] for one in asked if one.kind == "person"]
    assert set(names[:2]) <= {"NowPresident Blemmings", "Congratulating Xarqson"}
    assert names[-1] == "Xarq Blemmings"


def test_what_was_answered_is_never_asked_again() -> None:
    """Each verdict settles its question, also the word that nobody knows."""
    left = _asked(
        Judgement(different=("Jane Roe", "Jane Roe, Jr.")),
        Judgement(unsure=("Jonathan Alder", "Jon Alder")),
        Judgement(person=("Xarq Blemmings",)),
    )
    assert not _kinds(left) & _kinds(_asked())
    assert _asked(Judgement(same=("Jane Roe", "Jane Roe, Jr."))) != ()


def test_an_answer_holds_for_all_who_are_the_same() -> None:
    """Whoever is two people stays two, by whichever name is asked."""
    left = _asked(Judgement(different=("Jonathan Alder", "Jon Alder")))
    assert not [one for one in left if set(one.names) == {"Jonathan Alder", "Jon Alder"}]
