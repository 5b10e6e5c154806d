"""What is said of an original: typed, and never a guess."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.metadata import Said, Unusable, authors_of, date_of, merge, moment_of, title_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1969", "1969"),
        ("1969-07", "1969-07"),
        ("1969-07-20", "1969-07-20"),
        ("1969-07-20T20:17:40Z", "1969-07-20"),
        ("2015-03-17 14:00:00 -4", "2015-03-17"),
        ("19690720", "1969-07-20"),
        ("1969/7/20", "1969-07-20"),
        ("7/20/1969", "1969-07-20"),
        ("20.7.1969", "1969-07-20"),
        ("5/5/1969", "1969-05-05"),
        ("July 20, 1969", "1969-07-20"),
        ("20 July 1969", "1969-07-20"),
        ("Sunday, July 20, 1969 at 8:17 p.m.", "1969-07-20"),
        ("Sun, 20 Jul 1969 20:17:40 GMT", "1969-07-20"),
        ("July 1969", "1969-07"),
    ],
)
def test_dates_that_can_be_read_in_one_way(text: str, expected: str) -> None:
    """ISO in full or in part, and words or numbers that leave no choice."""
    assert date_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "4/5/1969",
        "1969-13",
        "1969-02-30",
        "20-07-69",
        "yesterday",
        "July 20",
        "before July 20, 1969",
        "soon",
        "0",
        "07/1969x",
    ],
)
def test_dates_that_leave_a_choice_are_refused(text: str) -> None:
    """Day or month, which year, before or on: not for a program to decide."""
    with pytest.raises(Unusable):
        date_of(text)


def test_entities_in_a_title_are_their_signs() -> None:
    """A site generator prints them as they stand, and a reader sees the signs."""
    assert title_of("Is it &ldquo;agilefall&rdquo; at AT&amp;T?") == "Is it “agilefall” at AT&T?"
    assert title_of("Salt & Pepper; R&D") == "Salt & Pepper; R&D"


def test_a_moment_keeps_its_time() -> None:
    """When something was captured matters to the second."""
    assert moment_of("2019-08-14T10:00:00Z") == "2019-08-14T10:00:00Z"
    assert moment_of("14 August 2019") == "2019-08-14"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Ann Lee", ("Ann Lee",)),
        ("By Ann Lee", ("Ann Lee",)),
        ("Ann Lee; Bo Ek", ("Ann Lee", "Bo Ek")),
        ("Lee, Ann", ("Lee, Ann",)),
        ("Lee, Ann; Ek, Bo", ("Lee, Ann", "Ek, Bo")),
        ("Ann Lee, Bo Ek and Cy Fox", ("Ann Lee", "Bo Ek", "Cy Fox")),
        ("Ann Lee, Bo Ek, and Cy Fox", ("Ann Lee", "Bo Ek", "Cy Fox")),
        ("Simon & Schuster", ("Simon & Schuster",)),
        ("Ann Lee, Staff Writer", ("Ann Lee",)),
        ("Ann Lee and Bo Ek, Nordpress", ("Ann Lee", "Bo Ek")),
        ("Von Ann Lee und Bo Ek", ("Ann Lee", "Bo Ek")),
        ("Von Miller", ("Von Miller",)),
        ("Derby Jones", ("Derby Jones",)),
        ("Ann Lee / Bo Ek", ("Ann Lee", "Bo Ek")),
        (["By ", "Ann Lee"], ("Ann Lee",)),
        (["Ann Lee", "Ann Lee", ""], ("Ann Lee",)),
        ([{"name": "Ann Lee", "id": 3}, "Bo Ek"], ("Ann Lee", "Bo Ek")),
        ({"name": "Ann Lee"}, ("Ann Lee",)),
    ],
)
def test_authors_in_every_form(raw: Any, expected: tuple[str, ...]) -> None:
    """Text, lists, and groups with a name; names are split only where whole names stand on both sides."""
    assert authors_of(raw) == expected


def test_empty_values_say_nothing() -> None:
    """A key without a value leaves the word to the next voice."""
    metadata, warnings = merge(
        [Said(where="1", values={"title": " ", "date": None}), Said(where="2", values={"title": "T"})]
    )
    assert (metadata.title, metadata.basis, warnings) == ("T", {"title": "2"}, ())


def test_an_unusable_value_leaves_the_word_to_the_next() -> None:
    """It is reported with its place, and the weaker voice is heard."""
    metadata, warnings = merge(
        [
            Said(where="a:1", values={"date": "someday", "url": "javascript:x"}),
            Said(where="b", values={"date": "1969"}),
        ],
    )
    assert (metadata.date, metadata.url) == ("1969", None)
    assert [warning.partition(": ")[0] for warning in warnings] == ["a:1", "a:1"]


def test_a_synonym_yields_to_the_word_itself() -> None:
    """``author`` is read where ``authors`` is not there."""
    assert merge([Said(where="r", values={"author": "A B", "authors": ["C D"]})])[0].authors == ("C D",)
    assert merge([Said(where="r", values={"author": "A B"})])[0].authors == ("A B",)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(["id", "url", "date", "retrieved", "authors", "title", "language", "cleaned", "topics", "zzz"])


@given(st.dictionaries(KEYS, VALUES))
def test_no_value_breaks_the_reading(values: dict[str, Any]) -> None:
    """Whatever an exporter writes is used or reported."""
    metadata, _ = merge([Said(where="r", values=values)])
    assert set(metadata.basis) <= set(values) - {"zzz"}
