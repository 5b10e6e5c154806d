"""What stands below an article's pictures is kept, though they are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.export import markdown_of
from generator.cleaning.fields.captions import captions_in
from generator.model import Form
from generator.stages import Cleaned
from generator.stages.clean import row_of_cleaned
from tests.cleaning.conftest import MakeOriginal

STORY = "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter of 2018."
CAPTION = "The old pier in May, before the storm"
FIGURE = f'<figure>\n<img src="pier.png">\n<figcaption>{CAPTION}</figcaption>\n</figure>'
HTML = f"<html><body><article><h1>The Old Pier</h1><p>{STORY}</p>{FIGURE}<p>{STORY} Yes.</p></article></body></html>"
MARKDOWN = f"# The Old Pier\n\n{STORY}\n\n{FIGURE}\n\n{STORY} Yes.\n"
DUMP = f"The Old Pier\n\nBy Nora Quill\n\n{STORY}\n\nImage 1 of 2\n\n{CAPTION}\n\n(AP Photo/Jane Doe)\n\n{STORY} Yes.\n"


def test_each_caption_is_kept_once_and_one_word_is_none() -> None:
    """On one line, in the order of the page."""
    lines = [
        ("caption", "Two\n boats"),
        ("body", "text of it"),
        ("caption", "Source"),
        ("caption", "Two boats"),
        ("caption", "(AP Photo/Ada)"),
    ]
    assert captions_in(lines) == ("Two boats",)


@pytest.mark.parametrize(("form", "text"), [("html", HTML), ("markdown", MARKDOWN), ("text", DUMP)])
def test_a_caption_is_a_field_and_no_text(make_original: MakeOriginal, form: Form, text: str) -> None:
    """In every form, in the front matter of ``clean``, and in the row that the archive is made of."""
    original = replace(make_original(text), form=form)
    found = clean(original, None, CleaningSettings())
    assert found.captions == (CAPTION,)
    assert found.title == "The Old Pier"
    assert CAPTION not in found.text
    assert f"\ncaptions:\n- {CAPTION}\n" in markdown_of(original.row, found)
    assert row_of_cleaned("a", Cleaned(article=found)).captions == (CAPTION,)


@pytest.mark.parametrize(("between", "is_own"), [("", True), ("<h4>Boats</h4>", False)], ids=["right below", "a card"])
def test_a_caption_below_the_text_is_of_its_last_picture(
    make_original: MakeOriginal, between: str, *, is_own: bool
) -> None:
    """Behind anything else it is of another article's card."""
    picture = "<figure><img src='boats.jpg'><figcaption>Two boats below the pier</figcaption></figure>"
    cards = f"<div>{between}{picture}<h4><a href='/boats'>Boats</a></h4></div>"
    page = HTML.replace("</body>", f"{cards}</body>")
    assert page != HTML
    found = clean(replace(make_original(page), form="html"), None, CleaningSettings())
    assert ("Two boats below the pier" in found.captions) is is_own


PHOTO = "A woman with her phone on the pier."


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        (PHOTO, True),
        ("Boats of all kinds in the harbour", True),
        ("The boats are in the harbour.", False),
        ("Read about boats in the harbour", False),
        ("Structure First, Content Close Behind in Time", False),
        ("Prices and people", False),
        ("These stood in the harbour:", False),
        ("• Boats in the old harbour", False),
    ],
)
def test_what_a_picture_shows_above_its_credit_is_a_caption(
    make_original: MakeOriginal, line: str, *, is_one: bool
) -> None:
    """It says no sentence, and where something is; a heading and an item are none."""
    text = f"The Old Pier\n\n{STORY}\n\n{STORY} Yes.\n\n{line}\n\njane/iStock/Thinkstock\n\n{STORY} No.\n"
    article = clean(make_original(text), None, CleaningSettings())
    assert article.captions == ((line,) if is_one else ())
    assert (line.lstrip("• ") in article.text) is not is_one


def test_a_headline_above_a_credit_is_no_caption(make_original: MakeOriginal) -> None:
    """A notice may stand above it."""
    text = f"{STORY}\n\n{PHOTO[:-1]}\n\njane/iStock/Thinkstock\n\n{STORY} Yes.\n\n{STORY} No.\n"
    assert clean(make_original(text), None, CleaningSettings()).captions == ()
