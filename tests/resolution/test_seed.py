"""The page from which this project was started, when the corpora are there: all of its people, and nobody else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.language import analyze, load_model
from generator.model import CleanArticle
from generator.resolution import resolve
from tests.resolution.cases import config_of, row_of

SEED = Path(__file__).parents[3] / "shared/corpora/seed"


@pytest.mark.skipif(not SEED.is_dir(), reason="the development corpora are not beside the project")
def test_people_of_the_seed() -> None:
    """Seven people, the ambassador in both spellings, and no other page of a person or surname."""
    raw = next(SEED.glob("*.txt")).read_text(encoding="utf-8")
    # Until cleaning is asked: the body stands between the two empty labels and the line of sources.
    body = "\n\n".join(raw.split("\n\n")[3:-2])
    analysis = analyze(CleanArticle(id="seed", text=body, blocks=()), load_model("en"))
    found = resolve([replace(row_of("seed", []), mentions=analysis.mentions)], config_of())
    people = {entity.name: {form.text for form in entity.forms} for entity in found.entities if entity.kind == "person"}
    assert sorted(people) == [
        "Al Franken",
        "Donald Trump",
        "Elizabeth Warren",
        "Hillary Clinton",
        "Jeff Sessions",
        "Nancy Pelosi",
        "Sergey Kisylak",
    ]
    assert people["Sergey Kisylak"] == {"Sergey Kisylak", "Kislyak"}
    assert found.surnames == ()
