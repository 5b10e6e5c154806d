"""What press offices print above a release."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump.press import with_last_words, with_second_headline
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import look_at
from generator.cleaning.pieces.wrap import pieces
from tests.cleaning.conftest import MakeOriginal

TITLE = "Council Votes To Rebuild The Old Pier"
STORY = """Springfield - The harbour council voted on Monday to rebuild the old pier, which a storm had taken away.

Work is to begin in the spring, the mayor said after the vote, and will take two years at the least.
"""


@pytest.mark.parametrize(
    "lines",
    [
        ("April 17, 2009 Contact: Nora Quill", "(202) 555-0100 "),
        ("April 17, 2009 Contact", "Nora Quill", "(202) 555-0100"),
        ("April 17, 2009", "Media Contact: Nora Quill", "(202) 555-0100 "),
        ("17. April 2009", "Pressekontakt: Nora Quill", "+49 30 5550100 "),
    ],
)
def test_a_contact_before_the_first_words_goes_and_its_day_dates(
    make_original: MakeOriginal, lines: tuple[str, ...]
) -> None:
    """Whoever wraps a release's head glues the number of its contact to the place where the text begins."""
    head = "\n".join((TITLE, "For Immediate Release", *lines))
    article = clean(make_original(f"{head}{STORY}"), None, CleaningSettings())
    assert article.text.startswith("Springfield - The harbour council")
    assert article.published is not None
    assert article.published.date == "2009-04-17"


def test_a_number_that_the_text_begins_with_stays(make_original: MakeOriginal) -> None:
    """Without a contact above it, it is the story's."""
    call = "(202) 555-0100 Is the number that callers of the harbour office have dialled since the day of the storm."
    assert clean(make_original(f"{TITLE}\n\n{call}\n\n{STORY}"), None, CleaningSettings()).text.startswith("(202) 555")


SECOND = "Mayor Quill Calls for Faster Work on the Harbour of the Town"


@pytest.mark.parametrize("glued", ["(202) 555-0100 ", "(202) 555-0100\n", ""])
def test_a_second_headline_below_the_contact_stays(make_original: MakeOriginal, glued: str) -> None:
    """Be it glued to the number or not."""
    head = "\n".join((TITLE, "For Immediate Release", "April 17, 2009", f"Contact: Nora Quill\n{glued}{SECOND}"))
    article = clean(make_original(f"{head}\n{STORY}"), None, CleaningSettings())
    assert article.text.split("\n\n")[:2] == [SECOND, STORY.split("\n", maxsplit=1)[0]]


@pytest.mark.parametrize(
    "line",
    ["Office of the Mayor", "Room 12 of Harbour House on Pier Street in Springfield", "He is not in before ten."],
)
def test_an_address_below_the_contact_is_no_headline(line: str) -> None:
    """Nor is a sentence, or a line below anything else."""
    assert headed("Contact: Nora Quill", SECOND)
    assert not headed("Contact: Nora Quill", line)
    assert not headed("Nora Quill", SECOND)


def headed(contact: str, line: str) -> bool:
    """Whether a line stays between another one and the story."""
    looks = [look_at(piece) for piece in pieces(raw_lines(f"{contact}\n\n{line}\n\n{STORY}"))]
    return with_second_headline(looks, [False, False, *[True] * (len(looks) - 2)], ())[1]


LAST = "To learn more of the work on the old pier, visit https://pier.example/"


@pytest.mark.parametrize(
    ("below", "stays"),
    [
        ((LAST, "###"), True),
        ((LAST, "-30-"), True),
        ((LAST,), False),
        (("Contact: Nora Quill (202) 555-0100", LAST, "###"), False),
        (("Harbour House, Room 12", "###"), False),
    ],
    ids=["signs", "a number", "no end", "a contact", "an address"],
)
def test_a_release_ends_at_its_sign(below: tuple[str, ...], *, stays: bool) -> None:
    """Whatever sentence stands between is its last."""
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join((STORY.strip(), *below))))]
    within = [place < len(looks) - len(below) for place in range(len(looks))]
    found = with_last_words(looks, within)
    assert [look.piece.text for look in looks if look.piece.text == LAST and found[looks.index(look)]] == [LAST] * stays
    assert found[: -len(below)] == within[: -len(below)]
