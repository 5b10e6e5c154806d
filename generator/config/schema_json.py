"""JSON Schemas of the files of site_config/, for editors that complete and check while a maintainer types."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from typing import Any

import msgspec

from generator.config.conversion import yaml_name
from generator.config.load import FILES
from generator.config.schema import archive, identities, reading, subjects


def json_schemas() -> dict[str, dict[str, Any]]:
    """The schema of every YAML file of site_config/, by the file's name."""
    described = _descriptions()
    return {f"{stem}.yml": _strict(msgspec.json.schema(wanted), described) for stem, wanted in FILES.items()}


def write_schemas(folder: Path) -> None:
    """Write ``archive.schema.json`` and its like into ``folder``, for an editor to be pointed at."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, document in json_schemas().items():
        path = folder / f"{name.removesuffix('.yml')}.schema.json"
        path.write_bytes(msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n")


def _strict(document: dict[str, Any], described: dict[str, dict[str, str]]) -> dict[str, Any]:
    """The schema as the loader reads: unknown keys refused, ``not_`` written ``not``, fields explained."""
    definitions = {name: _closed(part, described.get(name, {})) for name, part in document["$defs"].items()}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **document, "$defs": definitions}


def _closed(part: dict[str, Any], described: dict[str, str]) -> dict[str, Any]:
    if "properties" not in part:
        return part
    properties = {
        yaml_name(name): ({"description": described[name]} if name in described else {}) | value
        for name, value in part["properties"].items()
    }
    return part | {"properties": properties, "additionalProperties": False}


def _descriptions() -> dict[str, dict[str, str]]:
    """Class -> field -> the sentences below it in ``config.schema``: written once, read in the editor too."""
    trees = [ast.parse(inspect.getsource(module)) for module in (archive, identities, reading, subjects)]
    classes = [node for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)]
    return {node.name: _field_texts(node) for node in classes}


def _field_texts(node: ast.ClassDef) -> dict[str, str]:
    texts: dict[str, str] = {}
    for before, here in zip(node.body, node.body[1:], strict=False):
        is_text = isinstance(here, ast.Expr) and isinstance(here.value, ast.Constant)
        if isinstance(before, ast.AnnAssign) and isinstance(before.target, ast.Name) and is_text:
            texts[before.target.id] = " ".join(str(here.value.value).split())  # type: ignore[attr-defined]
    return texts
