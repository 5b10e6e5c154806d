"""Lines that each of the things in a text has are none of the page's own fields."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.model import CleanArticle, Metadata, Origin, Original, OutletRef

LEAD = (
    "The nights are long and the harbour is frozen, so the town has chosen what is worth its evenings, and says in a"
    " few words of each what it is about."
)
TOLD = "It is told by the daughter of the last keeper, with maps and letters that nobody had read before this winter."


def cleaned(text: str) -> CleanArticle:
    """The article of a dump."""
    original = Original(
        id="winter",
        origin=Origin(path="winter.txt", sha256="0" * 64, media_type="text/plain"),
        form="text",
        text=text,
        metadata=Metadata(),
        outlet=OutletRef(key="", name="", basis=""),
    )
    return clean(original, None, CleaningSettings())


def listing(lines: list[str], *, head: str = "") -> str:
    """A dump about several things, each with a line of its kind."""
    names = ("The Old Pier", "A Net of Stars", "Salt and Snow", "Pier Summit")
    things = [f"{name}\n{line}\n{TOLD}" for name, line in zip(names, lines, strict=False)]
    return "\n\n".join(["What is on this winter", *([head] if head else []), LEAD, *things])


BOOKS = ["Author: Nora Quill", "Author: Ben Lund", "Author: Ida Moor"]
FAIRS = ["March 3, 2025", "May 9, 2025", "June 14-16, 2025"]


@pytest.mark.parametrize("lines", [BOOKS, FAIRS], ids=["books", "fairs"])
def test_what_a_list_says_of_its_things_is_no_field(lines: list[str]) -> None:
    """Neither who wrote the books of a list nor when its fairs are held; the lines stay in the text."""
    found = cleaned(listing(lines))
    assert found.authors == ()
    assert found.published is None
    assert all(line in found.text for line in lines)


def test_the_page_keeps_its_own_fields() -> None:
    """A line above the text is the page's, whatever the list says."""
    assert cleaned(listing(FAIRS, head="January 7, 2025")).published is not None
    assert cleaned(listing(BOOKS, head="Author: Ada Reed")).authors == ("Ada Reed",)
    assert cleaned(listing(FAIRS[:1], head="January 7, 2025")).published is not None
