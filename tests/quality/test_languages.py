"""Floors for pages in other languages, which are part of this repository."""

from __future__ import annotations

import pytest

from tests.quality.of_languages import languages, pages, tally_of, tally_of_dumps
from tests.quality.of_pages import clean_page
from tests.quality.scores import pool
from tests.quality.test_floors import figures_of, hold


def test_every_language_has_its_pages() -> None:
    """Three that were read while the code was made, three that were not; each says what is true of it."""
    assert len(languages()) == 14
    for language in languages():
        own = pages(language)
        assert [page.id for page in own] == [f"{language}/{half}{number}.html" for half in "ab" for number in (1, 2, 3)]
        assert all(page.truth.title and page.truth.body and page.truth.date for page in own)


@pytest.mark.parametrize("language", languages())
def test_pages_of_a_language(language: str) -> None:
    """No language is left behind."""
    hold("a language", {"html": tally_of(pages(language), clean_page).f1, "dumps": tally_of_dumps(pages(language)).f1})


def test_pages_of_all_languages() -> None:
    """Bodies and fields of the pages."""
    hold("languages", figures_of(pool([tally_of(pages(language), clean_page) for language in languages()])))
