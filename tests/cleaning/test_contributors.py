"""Who helped with an article is neither of its text nor lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.cleaning import clean
from generator.cleaning.export import markdown_of
from generator.cleaning.fields.credits import contributors_in
from generator.cleaning.settings import CleaningSettings
from generator.model import CleanArticle, Form
from generator.stages.clean import Cleaned, row_of_cleaned
from tests.cleaning.test_html import page
from tests.cleaning.test_standfirst import STORY, TEXT, TITLE

HELPED = "Ryan Day, GSA, and Ben Weaver, USDA, contributed to this post."
EDITED = "Reporting by Ada Quill in Harbour; Editing by Ben Lund"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (HELPED, HELPED),
        (f"*{HELPED}*", HELPED),
        (f"({EDITED})", EDITED),
        (f"({EDITED}).", EDITED),
        (f"({EDITED}", EDITED),
        ("(Reporting by Ada Quill (Harbour))", "Reporting by Ada Quill (Harbour)"),
        ("Reporting by Ada Quill (Harbour)", "Reporting by Ada Quill (Harbour)"),
        ("(Reporting by Ada Quill) (Editing by Ben Lund)", "(Reporting by Ada Quill) (Editing by Ben Lund)"),
        ("Ada Quill  and\nBen Lund have collaborated with this", "Ada Quill and Ben Lund have collaborated with this"),
    ],
)  # fmt: skip
def test_a_line_is_kept_in_its_own_words(line: str, said: str) -> None:
    """Without the parentheses around all of it, signs of markup and white space; and once."""
    assert contributors_in([("contributors", line), ("body", TITLE), ("contributors", line)]) == (said,)


def test_a_byline_that_says_more_than_who_wrote_is_kept_too() -> None:
    """An editor is no author; of an author alone the byline says all."""
    assert contributors_in([("byline", f"({EDITED})"), ("byline", "Reporting by Ada Quill")]) == (EDITED,)
    assert contributors_in([("byline", "By Ada Quill, by the pier")]) == ()


def cleaned(form: Form, text: str) -> CleanArticle:
    """The article of an original in one of the forms."""
    return clean(replace(page(text), form=form), None, CleaningSettings())


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("html", f"<body><h1>{TITLE}</h1><article>{STORY}<p>{HELPED}</p><p>({EDITED})</p></article></body>"),
        ("text", "\n\n".join((TITLE, *TEXT, HELPED, f"({EDITED})"))),
        ("markdown", "\n\n".join((f"# {TITLE}", *TEXT, f"*{HELPED}*", f"({EDITED})"))),
    ],
    ids=["html", "text", "markdown"],
)  # fmt: skip
def test_it_is_a_field_of_the_article(form: Form, text: str) -> None:
    """In every form of original: told in its order, accounted for, no part of the text, handed on to later stages."""
    found = cleaned(form, text)
    assert found.contributors == (HELPED, EDITED)
    assert found.text.split("\n\n") == list(TEXT)
    fates = [line.fate for line in found.account if HELPED in line.text or EDITED in line.text]
    assert fates == ["field", "field"]
    assert f"\ncontributors:\n- {HELPED}\n- {EDITED}\n" in markdown_of(page("").row, found)
    assert row_of_cleaned("a", Cleaned(article=found)).contributors == found.contributors


def test_an_article_without_it_says_nothing() -> None:
    """The key is left out."""
    found = cleaned("markdown", "\n\n".join((f"# {TITLE}", *TEXT)))
    assert found.contributors == ()
    assert "contributors" not in markdown_of(page("").row, found)
