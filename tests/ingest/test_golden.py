"""Every format with files as they are met: what comes out of them stands beside them in expected.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.config import default_site_config
from generator.ingest import discover, make_context, read
from generator.model import Original, Passed, Quarantined

GOLDEN = Path(__file__).parents[1] / "golden" / "ingest"


def told(item: Original | Quarantined | Passed) -> dict[str, Any]:
    """What an expectation says of one item; what is not known is left out."""
    if isinstance(item, Quarantined):
        return {"quarantined": item.path, "record": item.record, "reason": item.reason.partition(" (")[0]}
    if isinstance(item, Passed):
        return {"passed": item.path, "record": item.record, "reason": item.reason}
    said, origin = item.metadata, item.origin
    fields = {
        "id": item.id,
        "path": origin.path,
        "media_type": origin.media_type,
        "record": origin.record,
        "url": origin.url,
        "url_basis": said.basis.get("url"),
        "retrieved": origin.retrieved,
        "title": said.title,
        "date": said.date,
        "updated": said.updated,
        "authors": list(said.authors or ()),
        "outlet": item.outlet.name,
        "language": said.language,
        "form": item.form,
        "text": item.text if len(item.text) < 400 else "",
        "warnings": list(item.warnings),
    }
    return {key: value for key, value in fields.items() if value}


@pytest.mark.parametrize("case", sorted(path.name for path in GOLDEN.iterdir()))
def test_files_are_read_as_expected(case: str) -> None:
    """Identity, address, dates, authors, form; what is passed over and what is quarantined, each with its reason."""
    folder = GOLDEN / case / "in"
    context = make_context(folder, default_site_config(), {})
    found = [told(item) for file in discover(folder) for item in read(file, context)]
    assert found == json.loads((GOLDEN / case / "expected.json").read_text(encoding="utf-8"))
