"""Identity, case by case: tests/golden/resolution holds one small archive a file."""

from __future__ import annotations

import random
from dataclasses import astuple
from pathlib import Path

import pytest

from generator.model import Resolution
from generator.resolution import resolve
from tests.resolution.cases import GOLDEN, Case, config_of, load_case, row_of, rows_of

_FILES = sorted(GOLDEN.glob("*.yml"))


def _resolve(case: Case, *, shuffled: bool = False) -> Resolution:
    rows = rows_of(case)
    if shuffled:
        random.Random(7).shuffle(rows)
    return resolve(rows, config_of(case), {"person": frozenset(case.locked)})


def _pages(resolution: Resolution, kind: str) -> dict[str, list[str]]:
    return {entity.name: list(entity.articles) for entity in resolution.entities if entity.kind == kind}


@pytest.mark.parametrize("path", _FILES, ids=[path.stem for path in _FILES])
def test_case(path: Path) -> None:
    """Every name of the case is filed where its file says, in whatever order the articles come."""
    case = load_case(path)
    found = _resolve(case)
    assert found == _resolve(case, shuffled=True)
    assert _pages(found, "person") == case.people, case.what
    for kind, expected in (("organization", case.organizations), ("place", case.places)):
        if expected is not None:
            assert _pages(found, kind) == expected, case.what
    assert {
        surname.surname: sorted({mention.article for mention in surname.mentions}) for surname in found.surnames
    } == case.surnames, case.what
    assert list(found.warnings) == case.warnings
    assert [list(astuple(pair)) for pair in found.held] == case.held, case.what
    _check_details(case, found)


def _check_details(case: Case, found: Resolution) -> None:
    by_name = {entity.name: entity for entity in found.entities if entity.kind == "person"}
    for name, ids in case.ids.items():
        assert [by_name[name].id, *by_name[name].aliases] == ids, case.what
    for name, count in case.mentions.items():
        assert len(by_name[name].mentions) == count, case.what
    for name, wrong in case.misspellings.items():
        assert [form.text for form in by_name[name].forms if form.misspelling] == wrong, case.what


def test_rule_of_forms() -> None:
    """The form at the head of a page was joined by no rule; the others say by which they were joined with it."""
    rows = [row_of(f"{number}", ["P George Miller; O Lake Council"]) for number in range(4)]
    found = resolve([*rows, row_of("4", ["P George Mille; O Lake Council"])], config_of())
    (person,) = (entity for entity in found.entities if entity.kind == "person")
    assert [(form.text, form.rule) for form in person.forms] == [
        ("George Miller", ""),
        ("George Mille", "misspelling"),
    ]
