"""The one real file that everything began with comes out as issue 2 says, by rules that know nothing of it."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
import yaml

from generator.text.dates import find_dates
from tests.site.archives import REPOSITORY, ArchiveFolder, make

SEED = REPOSITORY.parent / "shared" / "corpora" / "seed"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the seed is not here: it lies in ../shared/corpora/seed")
TITLE = "Sessions Spoke To Russian Ambassador During Campaign"


@pytest.fixture(scope="module", name="seed")
def _seed(tmp_path_factory: pytest.TempPathFactory) -> ArchiveFolder:
    """An archive of the seed alone, without a word of configuration."""
    root = tmp_path_factory.mktemp("seed") / "archive"
    folder = make(root, {f"seed/{path.name}": path.read_bytes() for path in SEED.glob("*.txt")})
    folder.build()
    return folder


@pytest.fixture(scope="module", name="row")
def _row(seed: ArchiveFolder) -> dict[str, Any]:
    (row,) = seed.rows("articles")
    return row


@pytest.fixture(scope="module", name="front")
def _front(seed: ArchiveFolder, row: dict[str, Any]) -> dict[str, Any]:
    text = (seed.root / "build" / "docs" / row["address"] / "index.md").read_text(encoding="utf-8")
    front: dict[str, Any] = yaml.safe_load(text.split("---\n")[1])
    return front


def test_title_author_and_dates(row: dict[str, Any], front: dict[str, Any]) -> None:
    """The headline is found; empty labels name no author and no date, and none is made up."""
    assert row["title"] == front["headline"] == TITLE
    assert row["authors"] == []
    assert row["published"] is None
    assert row["updated"] is None
    assert not front.keys() & {"date", "updated"} or not (front.get("date") or front.get("updated"))
    assert not front.get("authors")


def test_sources_and_photo_credit(row: dict[str, Any]) -> None:
    """The credit line gives two sources with their counts and the credit of the photo."""
    cited = {one["name"]: one["count"] for one in row["sources"] if one["kind"] == "credit"}
    assert cited == {"The Washington Post": 2, "CNN": 1}
    assert {one["name"] for one in row["sources"]} == set(cited)
    assert row["photo_credits"] == ["Office of the President-Elect/Wikimedia Commons"]


def test_people(row: dict[str, Any]) -> None:
    """Six politicians and the ambassador, who is one person with both spellings, and nobody else."""
    people = {one["name"]: Counter(mention["text"] for mention in one["mentions"]) for one in row["people"]}
    ambassador = next(name for name in people if name.startswith("Sergey"))
    assert {text.removeprefix("Sergey ") for text in people[ambassador]} == {"Kisylak", "Kislyak"}
    assert set(people) - {ambassador} == {
        "Jeff Sessions",
        "Donald Trump",
        "Hillary Clinton",
        "Al Franken",
        "Nancy Pelosi",
        "Elizabeth Warren",
    }


def test_topic_and_dates(row: dict[str, Any]) -> None:
    """It is filed under politics, and `Feb. 1` stays a date without a year."""
    assert any("politic" in one["id"] for one in row["topics"])
    dates = {one["text"]: one["date"] for one in row["dates_mentioned"]}
    assert dates["Feb. 1"] is None
    assert all(phrase.year is None for phrase in find_dates("Feb. 1"))


def test_what_was_removed(row: dict[str, Any]) -> None:
    """The skip link, the two empty labels and the teaser's heading, and no other word of the file."""
    removed = [one["text"] for one in row["removed"] if one["text"] and one["text"].strip()]
    labels = [text for text in removed if text.strip(" •").rstrip(":") in ("Author", "Updated")]
    assert len(labels) == 2
    assert set(removed) - set(labels) == {"Skip to main content", "Popular Video"}
