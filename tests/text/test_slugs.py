"""Slugs: path segments that work on every host."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.slugs import is_reserved, short_hash, slug, words_slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sessions Spoke To Russian Ambassador", "sessions-spoke-to-russian-ambassador"),
        ("Straße & Łódź: Ærø’s “Café”", "strasse-and-lodz-aeros-cafe"),
        ("Сергей Кисляк", "sergey-kislyak"),
        ("Αθήνα", "athina"),
        ("O'Brien", "obrien"),
        ("𝕊𝕖𝕟. Warren", "sen-warren"),
    ],
)
def test_words_become_ascii(text: str, expected: str) -> None:
    """Accents, Greek and Cyrillic letters, ligatures and typographic quotes end up as plain ASCII words."""
    assert slug(text) == expected


@pytest.mark.parametrize("text", ["C++", "CON", "index", "404", "1984", "lpt1"])
def test_reserved_names_get_a_hash(text: str) -> None:
    """What means something to a server, to Windows or to the site itself carries a short hash."""
    assert slug(text) == f"{words_slug(text)}-{short_hash(text)}"


def test_a_text_without_words_is_its_hash() -> None:
    """A title of symbols or of unknown letters still has an address."""
    assert slug("習近平") == short_hash("習近平", 10)
    assert slug("!!!") != slug("???")


def test_long_titles_end_at_a_word() -> None:
    """A slug never cuts a word unless the word alone is too long."""
    assert slug("word " * 30, 20) == "word-word-word-word"
    assert slug("a" * 300) == "a" * 80


@given(st.text())
def test_every_text_has_a_safe_segment(text: str) -> None:
    """Whatever a stranger writes, the segment is short ASCII, not empty and not reserved."""
    segment = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", segment)
    assert len(segment) <= 87
    assert not is_reserved(segment)
