"""Dumps that say themselves between which lines their article stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.model import Original

Make = Callable[..., Original]

PAGE = """Skip to main content

{title}

  • Author:{author}
  • Updated:{updated}

{body}

Sources: The Harbour Gazette (3), Reuters / Photo credit: Lena Moor/Wikimedia Commons

Popular Video

A Gull That Learned To Ring"""

BODY = (
    "Bells Of The Old Pier",
    "FAQs",
    "Posted on Monday at noon",
    "Source: a letter in the town's archive",
    "Related: how the pier was built",
    "The harbour council voted on Monday to ring the bells of the old pier again, a year after the storm.",
    "Next",
)


def test_all_between_the_labels_and_the_end_is_kept(make_original: Make) -> None:
    """Lines that would be furniture, a headline, a date or a credit elsewhere are body here."""
    page = PAGE.format(title="Bells Of The Old Pier", author="", updated="", body="\n\n".join(BODY))
    article = clean(make_original(page), None, CleaningSettings())
    assert article.text == "\n\n".join(BODY)
    assert (article.title, article.authors, article.published) == ("Bells Of The Old Pier", (), None)
    assert [source.name for source in article.sources if source.kind == "credit"] == ["The Harbour Gazette", "Reuters"]
    assert article.removed[-1].text == "A Gull That Learned To Ring"


@pytest.mark.parametrize("below", ["", "Related Articles\n\nA Gull That Learned To Ring\n\nThe Last Bell"])
def test_a_frame_without_an_end_is_one_where_nothing_leads_away(make_original: Make, below: str) -> None:
    """Else the foot of a page is no more of its article than elsewhere."""
    page = PAGE.partition("\n\nPopular Video")[0].format(title="Bells", author="", updated="", body=BODY[5])
    article = clean(make_original(f"{page}\n\n{below}".strip()), None, CleaningSettings())
    assert article.text == BODY[5]


def test_what_no_author_writes_goes(make_original: Make) -> None:
    """An advertisement's line is dropped even there."""
    page = PAGE.format(title="Bells", author="", updated="", body=f"{BODY[5]}\n\nAdvertisement\n\n{BODY[6]}")
    assert clean(make_original(page), None, CleaningSettings()).text == f"{BODY[5]}\n\n{BODY[6]}"


@pytest.mark.parametrize("title", ["Nora Quill", "Short", "What The Council Said", "Bells – Who Rings Them? | A Guide"])
def test_fields_are_read_from_the_labels_alone(make_original: Make, title: str) -> None:
    """The line above the labels is the headline, even where it looks like a name."""
    page = PAGE.format(title=title, author=" Jonas Reed", updated=" Mar 3, 2017", body=BODY[5])
    article = clean(make_original(page), None, CleaningSettings())
    assert (article.title, article.authors) == (title, ("Jonas Reed",))
    assert article.updated is not None
    assert article.updated.date == "2017-03-03"


def test_a_label_may_hold_what_someone_is_called_on_the_site(make_original: Make) -> None:
    """A name that looks like nobody's is taken where the label says that it is the author's."""
    page = PAGE.format(title="Bells", author=" gullwatcher", updated="", body=BODY[5])
    assert clean(make_original(page), None, CleaningSettings()).authors == ("gullwatcher",)
