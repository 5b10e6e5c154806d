"""Authors who are told as parts of addresses."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.fields.slugs import spelled_out
from generator.model import Metadata
from tests.cleaning.conftest import MakeOriginal


@pytest.mark.parametrize(
    ("author", "text", "name"),
    [
        ("jane-doe", "By Jane Doe of the council.", "Jane Doe"),
        ("jane-mcdoe", "It was Jane\nMcDoe who said so.", "Jane McDoe"),
        ("nora-quill-press", "Nora Quill-Press went.", "Nora Quill-Press"),
        ("jane_doe", "JANE DOE", "JANE DOE"),
        ("xenq-doe", "See /team/xenq-doe, and Xenq doe.", "xenq-doe"),
        ("xenq-doe", "Xenq Doering went.", "xenq-doe"),
        ("jane-mcdoe", "Nobody went.", "Jane McDoe"),
        ("jane-team", "Nobody went.", "jane-team"),
        ("jane-quill-doe", "Nobody went.", "jane-quill-doe"),
        ("jane-q", "Nobody went.", "jane-q"),
        ("al-li", "Nobody went.", "al-li"),
        ("jane", "Jane Doe went.", "jane"),
        ("Jane-Doe", "Jane Doe went.", "Jane-Doe"),
        ("Jane Doe", "JANE DOE went.", "Jane Doe"),
    ],
)
def test_a_slug_is_the_name_that_the_text_prints(author: str, text: str, name: str) -> None:
    """In its letters; where the text has none a first name tells; else it stays."""
    assert spelled_out((author,), text) == (name,)


def test_the_authors_of_a_record_are_called_as_its_text_calls_them(make_original: MakeOriginal) -> None:
    """Those alone who were told: what is read from a page is a name already."""
    text = "The council has voted to mend the old pier.\n\nJane Doe is a reporter of the Harbour Gazette."
    original = make_original(text, metadata=Metadata(authors=("jane-doe", "xenq-quill")))
    assert clean(original, None, CleaningSettings()).authors == ("Jane Doe", "xenq-quill")
