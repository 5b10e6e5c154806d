"""The text of a record: its article, but for what is known to be none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump.records import with_own_text
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import look_at
from generator.cleaning.pieces.wrap import pieces
from tests.cleaning.conftest import MakeOriginal

LEAD = "HARBOUR TOWN – Jane Doe, the mayor, today made this statement on the old pier."
STORY = " ".join(["The council of the town has voted to mend the old pier before the winter storms come."] * 4)
SIGNED = ("Sincerely,", "Jane Doe", "Nora Quill", "Tom Brackwater")


def kept(*lines: str, chosen: str = STORY, known: tuple[int, ...] = ()) -> list[str]:
    """The lines of a record that are its article, where one was chosen, and some are known to be furniture."""
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join(lines)))]
    found = with_own_text(looks, [look.piece.text == chosen for look in looks], known)
    return [look.piece.text for look, stays in zip(looks, found, strict=True) if stays]


def test_what_stands_around_the_text_is_its_own() -> None:
    """The first paragraph of one sentence, and the names below a letter."""
    assert kept(LEAD, STORY, *SIGNED) == [LEAD, STORY, *SIGNED]


@pytest.mark.parametrize("sign", ["Skip to main content", "Related News", "Share on Facebook"])
def test_signs_of_a_page_end_it(sign: str) -> None:
    """Above them and below them the site speaks; a line across the page is none."""
    assert kept("Boats of the bay", sign, LEAD, STORY) == [LEAD, STORY]
    assert kept(STORY, SIGNED[1], sign, "A New Pier for Harbour Town") == [STORY, SIGNED[1]]
    assert kept(LEAD, "###", STORY, "* * *", SIGNED[1]) == [LEAD, STORY, SIGNED[1]]


def test_a_record_that_holds_a_page_is_read_as_one() -> None:
    """Two signs of one, and the model of pages alone decides."""
    assert kept("Skip to main content", LEAD, STORY, SIGNED[1], "Share on Facebook") == [STORY]


def test_what_repeats_is_furniture() -> None:
    """Above the text what stands over it is the record's all the same; below it, it ends that."""
    assert kept(LEAD, "Contact: Nora Quill", STORY, known=(1,)) == [LEAD, STORY]
    assert kept(LEAD, "Jane Doe said:", STORY, known=(1,)) == [LEAD, STORY]
    assert kept(STORY, "Read us every day", "Tom Brackwater", known=(1,)) == [STORY]
    assert kept(STORY, chosen="another") == []


def test_a_file_is_no_record(make_original: MakeOriginal) -> None:
    """A page's dump has menus around its article."""
    text = f"Boats\n\nNets\n\nRopes\n\n{STORY}\n\n{STORY}\n\n{STORY}"
    file = make_original(text)
    record = replace(file, origin=replace(file.origin, record="3"))
    assert "Ropes" not in clean(file, None, CleaningSettings()).text
    assert clean(record, None, CleaningSettings()).text.startswith("Boats")
