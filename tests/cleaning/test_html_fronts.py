"""A front page is by nobody and of no day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.cleaning import CleaningSettings, clean
from tests.cleaning.conftest import MakeOriginal

TEASER = "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter of 2018."
NAMES = ("Jane Doe", "Nora Quill", "Ada Boom")


@pytest.mark.parametrize(
    ("address", "names", "is_front"),
    [
        ("https://gazette.example/", NAMES, True),
        ("https://gazette.example/pier", NAMES, False),
        ("https://gazette.example/", NAMES[:1], False),
    ],
    ids=["a front page", "an article above teasers", "an article that calls itself the front page"],
)
def test_what_shows_many_articles_is_by_nobody(
    make_original: MakeOriginal,
    address: str,
    names: tuple[str, ...],
    is_front: bool,  # noqa: FBT001
) -> None:
    """It says where it stands, and several people sign on it; many a site says so of each of its pages."""
    teasers = "".join(f"<p>By {name}</p><p>November 19, 2019</p><p>{TEASER}</p>" for name in names)
    head = f"<title>The Gazette</title><link rel=canonical href='{address}'>"
    page = f"<html><head>{head}</head><body><article><h1>The Gazette</h1>{teasers}</article></body></html>"
    found = clean(replace(make_original(page), form="html"), None, CleaningSettings())
    assert (found.authors == (), found.published is None) == (is_front, is_front)
    assert TEASER in found.text
