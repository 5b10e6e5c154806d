"""Bylines in the shapes in which pages print them."""

from __future__ import annotations

import pytest

from generator.cleaning.fields.byline import (
    read_byline,
    read_dated_line,
    read_meta_line,
    read_name_line,
    read_signature,
)
from generator.cleaning.fields.name_forms import recased


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("By Jane Doe, Harbour Gazette", ("Jane Doe",)),
        ("BY JANE McDOE", ("Jane McDoe",)),
        ("By Jane Doe and John Q. Public", ("Jane Doe", "John Q. Public")),
        ("By Jane Doe, John Roe and Max Moe", ("Jane Doe", "John Roe", "Max Moe")),
        ("By Jane Doe For The Harbour Gazette", ("Jane Doe",)),
        ("Written by Ludwig van der Berg", ("Ludwig van der Berg",)),
        ("Posted by Jane Doe on March 3, 2011", ("Jane Doe",)),
        ("Posted on by Jane Doe (Harbour) - 5 Comments on The Late Ferry", ("Jane Doe",)),
        ("By Jane Doe Published: Jan 29, 2025", ("Jane Doe",)),
        ("Author: Jane Doe", ("Jane Doe",)),
        ("Words: Jane Doe", ("Jane Doe",)),
        ("  • Author: Jane Doe", ("Jane Doe",)),
        ("By: Harbour Editorial Team", ("Harbour Editorial Team",)),
        ("**By Jane Doe**", ("Jane Doe",)),
        ("By Jane Doe, PhD", ("Jane Doe",)),
        ("By Jane Doe \u00a0\u00a0 View In Digital Edition", ("Jane Doe",)),
        ("Written by Headshot of Jane Doe", ("Jane Doe",)),
        ("Von Anna Schmidt und Karl Weber", ("Anna Schmidt", "Karl Weber")),
        ("Publié par Marie Dupont", ("Marie Dupont",)),
        ("POR JUAN GARCÍA", ("Juan García",)),
        ("Door Jan de Vries", ("Jan de Vries",)),
    ],
)
def test_a_byline_names_its_authors(line: str, authors: tuple[str, ...]) -> None:
    """The names come without outlet, role, date and degrees."""
    found = read_byline(line)
    assert found is not None
    assert found.authors == authors


@pytest.mark.parametrize(
    "line",
    [
        "By August of 2022, my husband and I had moved to the coast.",
        "By the time they came, the boat had gone.",
        "By Monday evening the water had fallen.",
        "Von Miller",
        "Von Miller Jr.",
        "Par Excellence",
        "Door Check Gas Springs",
        "Por que es importante",
        "Author:",
        "By",
        "By 2019 there were three of them",
    ],
)
def test_a_sentence_that_begins_like_a_byline_is_none(line: str) -> None:
    """What stands where the name should be is no name."""
    assert read_byline(line) is None


@pytest.mark.parametrize("name", ["林知远", "佐藤 美咲", "김민수", "أحمد علي", "דנה לוי", "Иван Петров"])
def test_where_a_label_says_so_a_name_may_be_in_any_script(name: str) -> None:
    """Of those without capitals nothing but a label tells a name."""
    found = read_byline(f"Author: {name}")
    assert found is not None
    assert found.authors == (name,)
    assert read_byline(f"{name}: {name}") is None


def test_a_date_line_may_hold_the_name() -> None:
    """Name and date in either order on one line."""
    for line in (
        "May 18, 2023 By Jane Doe",
        "Jane Doe May 18, 2023",
        "May 18, 2023 Jane Doe",
        "Harbour | May 18, 2023 ByJane Doe",
        "12 Comments | Jane Doe | 5 min read",
    ):
        found = read_meta_line(line)
        assert found is not None, line
        assert found.authors == ("Jane Doe",)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Posted on July 1, 2024 by wanderer", "wanderer"),
        ("By wanderer February 16, 2026 No Comments", "wanderer"),
        ("May 21, 2025April 24, 2025 by The Harbourist", "The Harbourist"),
        ("March 15, 2022 · 3 min read · By Harbour Online", "Harbour Online"),
    ],
)
def test_whoever_signs_a_date_line_may_have_any_name(line: str, author: str) -> None:
    """A line of a date and a `by` names its author, though that is no person's name."""
    found = read_dated_line(line)
    assert found is not None
    assert found.authors == (author,)


@pytest.mark.parametrize("line", ["Written by Feb 11, 2019", "By on 19 Dec 2025", "Closed by March 3", "By night"])
def test_a_date_signs_nothing(line: str) -> None:
    """Where the name is missing, what follows `by` is none."""
    assert read_dated_line(line) is None


@pytest.mark.parametrize("deed", ["Voiced", "Reviewed", "Edited", "Fact checked", "Hero image", "Interior design"])
def test_who_did_other_work_is_no_author(deed: str) -> None:
    """Editors, reviewers and photographers are not who wrote it."""
    assert read_meta_line(f"{deed} by Jane Doe") is None
    assert read_dated_line(f"{deed} by Jane on May 3, 2019") is None


def test_a_signature_needs_a_role_or_a_portrait() -> None:
    """A name with a role behind it, a doubled name or a portrait's text is a signature; a mere place is none."""
    assert read_signature("Jane Doe, Harbour Gazette Science Writer") is not None
    assert read_signature("Headshot of Jane Doe") is not None
    assert read_signature("Jane Doe Jane Doe") is not None
    assert read_signature("Jane Doe, Springfield") is None


def test_a_heading_is_no_name() -> None:
    """Capitalised words that no one is called by are no name line."""
    assert read_name_line("Healthy Eating Tips") is None
    assert read_name_line("Jane Doe") is not None


def test_names_in_capitals_are_recased() -> None:
    """Initials, particles and numbers keep their form."""
    assert recased("JOHN Q. O'BRIEN-SMITH III") == "John Q. O'Brien-Smith III"
