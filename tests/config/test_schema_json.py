"""JSON Schemas of the configuration lie where an editor can be pointed at them."""

from __future__ import annotations

import json
from pathlib import Path

from generator.config.schema_json import json_schemas, write_schemas


def test_an_editor_finds_a_schema_beside_the_build(tmp_path: Path) -> None:
    """Every file of site_config/ has its schema as a file, the same as in memory."""
    write_schemas(tmp_path)
    written = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()}
    read = json.loads(json.dumps(json_schemas()))  # JSON has lists where Python has tuples
    assert written == {f"{name.removesuffix('.yml')}.schema.json": made for name, made in read.items()}
