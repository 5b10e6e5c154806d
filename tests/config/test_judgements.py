"""judgements.yml: what cannot stand is refused, and a contradiction names both places."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import load_site_config
from generator.errors import ConfigError, Problem


def _archive(folder: Path, judgements: str, people: str = "version: 1\n") -> Path:
    (folder / "site_config").mkdir()
    (folder / "mkdocs.yml").write_text("site_name: Clip File\n")
    (folder / "site_config" / "people.yml").write_text(people)
    (folder / "site_config" / "judgements.yml").write_text(f"version: 1\njudgements:\n{judgements}")
    return folder


def _problem(folder: Path, judgements: str, people: str = "version: 1\n") -> Problem:
    with pytest.raises(ConfigError) as caught:
        load_site_config(_archive(folder, judgements, people))
    (problem,) = caught.value.problems
    return problem


def test_judgements_are_read_as_written(tmp_path: Path) -> None:
    """A verdict, what goes with it, and who decided it when and why."""
    text = "  - same: [Jane Roe, J. Roe]\n    who: Ada\n    when: 2026-11-27\n    why: She signs so.\n"
    config = load_site_config(_archive(tmp_path, text))
    (judgement,) = config.judgements.judgements
    assert judgement.same == ("Jane Roe", "J. Roe")
    assert (judgement.who, judgement.when, judgement.why) == ("Ada", "2026-11-27", "She signs so.")
    assert config.where("judgements", "judgements", 0) == "site_config/judgements.yml:3"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("  - who: Ada\n", "no verdict"),
        ("  - same: [A B, C D]\n    different: [A B, C D]\n", "2 verdicts"),
        ("  - same: [A B, a b]\n", "needs two names"),
        ("  - bind: Roe\n    to: Jane Roe\n", "needs `articles`"),
        ("  - rename: Roe\n", "needs `to`"),
        ("  - not_a_person: [Roe]\n    to: Jane Roe\n", "does not go with"),
        ("  - not_a_person: [Roe]\n    when: yesterday\n", "is not a day"),
    ],
)
def test_an_unfinished_judgement_is_refused(tmp_path: Path, text: str, said: str) -> None:
    """One verdict, all that it needs, and nothing else."""
    problem = _problem(tmp_path, text)
    assert said in problem.message
    assert problem.line


def test_a_contradiction_over_many_words_names_every_place(tmp_path: Path) -> None:
    """A is B, and B is C, so C cannot be another than A: all three lines are named."""
    problem = _problem(tmp_path, "  - same: [A B, C D]\n  - same: [C D, E F]\n\n  - different: [E F, A B]\n")
    assert (problem.file, problem.line) == ("site_config/judgements.yml", 6)
    assert "site_config/judgements.yml:3, site_config/judgements.yml:4" in problem.message


def test_a_contradiction_with_people_yml_names_its_line(tmp_path: Path) -> None:
    """An alias there is as strong a word as a judgement here."""
    people = "version: 1\npeople:\n  jane-roe:\n    name: Jane Roe\n    aliases: [J. Roe]\n"
    problem = _problem(tmp_path, "  - different: [Jane Roe, J. Roe]\n", people)
    assert "site_config/people.yml:5" in problem.message


def test_two_entries_are_not_made_one_by_a_judgement(tmp_path: Path) -> None:
    """Whoever has two entries in people.yml is two people."""
    people = "version: 1\npeople:\n  jane-roe: {name: Jane Roe}\n  ann-quill: {name: Ann Quill}\n"
    problem = _problem(tmp_path, "  - same: [Jane Roe, Ann Quill]\n", people)
    assert "two entries of people.yml" in problem.message
    assert "judgements.yml:3" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "  - rename: Jane Roe\n    to: Jane Harker\n  - rename: Jane Roe\n    to: Jane Quill\n",
        "  - bind: Roe\n    articles: [a]\n    to: Jane Roe\n  - bind: Roe\n    articles: [b, a]\n    to: Tom Roe\n",
        "  - alias: Chief\n    to: Jane Roe\n  - alias: Chief\n    to: Tom Roe\n",
        "  - same: [Jane Roe, J. Roe]\n  - not_a_person: [J. Roe]\n",
    ],
)
def test_nothing_is_decided_twice(tmp_path: Path, text: str) -> None:
    """One title a person, one meaning a word in an article, one person a byname, and a person or none."""
    problem = _problem(tmp_path, text)
    assert "site_config/judgements.yml:" in problem.message
