"""What people are called: by one name each, with articles and years."""

from __future__ import annotations

import pytest

from generator.model import EntityMention
from generator.resolution.roles import role_name, roles_of


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("OAKLAND Representative", "representative"),
        ("CA Representative", "representative from California"),
        ("Attorney General", "attorney general"),
        ("former FBI Director", "FBI director"),
        ("Republican Sen.", "senator"),
        ("Congresswoman", "representative"),
        ("the president’s former lawyer", "president’s former lawyer"),
        ("another adviser", "adviser"),
        ("Russian Ambassador", "Russian ambassador"),
        ("White House Press Secretary", "White House press secretary"),
        ("U.S. Secretary of State", "secretary of state"),
        ("U.S. Attorney", "U.S. attorney"),
        ("U.S. Education Secretary", "education secretary"),
        ("retired Lt. Gen.", "lieutenant general"),
        ("director of sales analysis at Ford", "director of sales analysis at Ford"),
        ("commander of Apollo 17", "commander of Apollo 17"),
        ("32-year-old physicist from California", "physicist from California"),
        ("chief designer of China's lunar program", "chief designer of China's lunar program"),
        ("Brig. Gen.", "brigadier general"),
        ("Secretary of Homeland Security", "secretary of homeland security"),
        ("under Captain", "captain"),
        ("Under Secretary", "under secretary"),
        ("present administrator", "administrator"),
        ("Mr.", ""),
        ("Ranking Member", ""),
        ("Committee Ranking Member", ""),
        ("Committee Chairman Congressman", "representative"),
        ("Speaker President", "president"),
        ("EPA under President", "president"),
        ("Nevada State Senator", "Nevada state senator"),
        ("", ""),
    ],
)
def test_role_name(phrase: str, name: str) -> None:
    """Case, party, abbreviations and words that wear off make no new role; courtesy makes none."""
    assert role_name(phrase) == name


def test_roles_of() -> None:
    """A role counts once an article; the seat behind a name completes it; years are those of dated articles."""
    mentions = (
        _mention("a", "Sen.", "R-Ala."),
        _mention("a", "Senator", "R-Ala."),
        _mention("b", "", "attorney general"),
        _mention("c", "Attorney General", ""),
        _mention("d", "Mr.", ""),
    )
    found = roles_of(mentions, {"a": "2016", "b": "2017", "c": "2018"})
    assert [(role.name, [mention.article for mention in role.mentions], role.first, role.last) for role in found] == [
        ("attorney general", ["b", "c"], "2017", "2018"),
        ("senator from Alabama", ["a"], "2016", "2016"),
    ]


def _mention(article: str, role: str, apposition: str) -> EntityMention:
    return EntityMention(
        article=article, text="Jeff Sessions", start=9, end=22, rule="full-name", role=role, apposition=apposition
    )
