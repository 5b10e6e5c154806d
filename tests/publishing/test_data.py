"""The open data: complete, described by schemas, and free of what may not be published."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from generator.publishing.rows import LINES
from tests.publishing.archives import CLIPS, REGISTRY, WHOLE, Laid, cleaned, lay


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    """The small archive, published once."""
    return lay(tmp_path_factory.mktemp("build"), CLIPS, WHOLE, registry=REGISTRY)


def rows(path: Path) -> list[dict[str, object]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_row_is_of_its_type_and_has_every_key(laid: Laid) -> None:
    """Rows decode strictly into the types that the schemas are made from, sorted by id."""
    for name, kind in LINES.items():
        lines = (laid.out / f"data/{name}.jsonl").read_bytes().splitlines()
        decoded = [msgspec.json.decode(line, type=kind) for line in lines]
        assert [set(json.loads(line)) for line in lines] == [set(kind.__struct_fields__)] * len(lines)
        ids = [one.id for one in decoded]  # type: ignore[attr-defined]
        assert ids == sorted(ids)


def test_mentions_and_reasons_are_where_they_say(laid: Laid) -> None:
    """``text[start:end]`` is the mention, always."""
    for article in rows(laid.out / "data/articles.jsonl"):
        text = str(article["text"])
        assert text == cleaned(next(clip for clip in CLIPS if clip.id == article["id"])).text
        spans = [mention for person in article["people"] for mention in person["mentions"]]  # type: ignore[attr-defined]
        spans += [because for topic in article["topics"] for because in topic["because"]]  # type: ignore[attr-defined]
        assert all(text[one["start"] : one["end"]] == one["text"] for one in spans)


def test_the_published_copy_does_not_repeat_strangers_words(laid: Laid) -> None:
    """build/data keeps every removed line; what is published keeps the text of lines that repeat."""
    whole = rows(laid.out / "data/articles.jsonl")[0]["removed"]
    public = rows(laid.out / "public/data/articles.jsonl")[0]["removed"]
    assert [one["text"] for one in whole] == ["Skip to main content", "A stranger wrote: call me at home"]  # type: ignore[attr-defined]
    assert [one["text"] for one in public] == ["Skip to main content", None]  # type: ignore[attr-defined]


def test_the_manifest_names_every_file(laid: Laid) -> None:
    """Row counts and hashes are those of the files."""
    manifest = json.loads((laid.out / "data/manifest.json").read_text())
    assert set(manifest["files"]) == {f"{name}.jsonl" for name in LINES}
    assert manifest["files"]["articles.jsonl"]["rows"] == 3
    for name in LINES:
        assert json.loads((laid.out / f"data/schemas/{name}.schema.json").read_text())["$schema"]


def test_suggestions_know_misspellings(laid: Laid) -> None:
    """Typing a misspelt name offers the person's page."""
    found = json.loads((laid.out / "docs/assets/suggest/a.json").read_text())
    assert ["Neil Armstrong", "person", "people/neil-armstrong/", 2, "Neil Amstrong"] in found
