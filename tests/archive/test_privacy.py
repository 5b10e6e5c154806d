"""What stands beside a text names nobody who must not be shown."""

from __future__ import annotations

import pytest

from generator.archive.privacy import withheld
from generator.model import Entity, EntityMention, NameForm
from tests.rows import row

MOOR = Entity(
    id="lena-moor",
    kind="person",
    name="Lena Moor",
    forms=(NameForm(text="Lena Moor", count=1), NameForm(text="Moor", count=1)),
    mentions=(EntityMention(article="named", text="Moor", start=0, end=4, rule="full name"),),
)


def shown(line: str, article: str = "other", *, shared: bool = True) -> bool:
    """Whether a line on who helped, or a caption, stays where others may bear the private person's name."""
    borne = {"moor"} if shared else set[str]()
    found = withheld(row(article, contributors=(line,), captions=(line,)), (MOOR,), borne)
    assert found.captions == found.contributors
    return bool(found.contributors)


@pytest.mark.parametrize(
    "line",
    [
        "Lena Moor and Ada Quill contributed to this report.",
        "Reporting by LENA MOOR; Editing by Ben Lund",
        "Lena Q. Moor’s team contributed to this report.",
        "Editing by L. Moor",
        "Ada and Lena Moor contributed to this report.",
    ],
)
def test_a_line_that_names_a_private_person_goes(line: str) -> None:
    """However it writes the name."""
    assert not shown(line)


def test_a_family_name_alone_may_be_somebody_else_s() -> None:
    """Unless the article names the private person, or nobody else bears it."""
    line = "Ben Moor contributed to this report."
    assert shown(line)
    assert not shown(line, "named")
    assert not shown(line, shared=False)
    assert shown("Ada Quill contributed to this report.", "named", shared=False)
