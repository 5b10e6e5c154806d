"""Open data: the whole archive as JSON Lines, with schemas and a manifest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from generator.model import Role
from generator.publishing import rows
from generator.publishing.catalog import FOLDERS, Catalog
from generator.publishing.lines import ARTICLES
from generator.publishing.tree import Tree

_ENCODER = msgspec.json.Encoder()


def write_data(catalog: Catalog, data: Tree, public: Tree) -> None:
    """Write everything but articles.jsonl (see ``lines``), then the schemas and a manifest of each copy."""
    for name, lines in _tables(catalog).items():
        data.write(f"{name}.jsonl", b"".join(_ENCODER.encode(line) + b"\n" for line in lines))
    for name, kind in rows.LINES.items():
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(kind)}
        data.write(f"schemas/{name}.schema.json", _pretty(schema))
    files = {f"{name}.jsonl": _told(name, data.root / f"{name}.jsonl") for name in rows.LINES}
    data.write("manifest.json", _pretty(_manifest(catalog, files)))
    files[ARTICLES] = _told("articles", public.root / "data" / ARTICLES)
    public.write("data/manifest.json", _pretty(_manifest(catalog, files)))


def _told(name: str, path: Path) -> dict[str, Any]:
    """What the manifest says of a file."""
    content = path.read_bytes()
    return {
        "rows": content.count(b"\n"),
        "schema": f"schemas/{name}.schema.json",
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def _tables(catalog: Catalog) -> dict[str, Iterator[rows.Row]]:
    tables: dict[str, Iterator[rows.Row]] = {folder: _entity_lines(catalog, kind) for kind, folder in FOLDERS.items()}
    archive = catalog.archive
    tables["topics"] = (
        rows.TopicLine(
            id=one.id,
            name=one.name,
            kind=one.kind,
            address=catalog.address(one.kind, one.id),
            iptc=one.iptc,
            parent=one.parent,
            description=one.description,
            articles=list(catalog.filed.get(one.id, ())),
        )
        for one in sorted(archive.topics, key=lambda one: one.id)
    )
    tables["sources"] = (
        rows.SourceLine(
            id=one.id,
            name=one.name,
            address=catalog.address("source", one.id),
            cited_by=[rows.CitedLine(article=c.article, count=c.count, kind=c.kind, text=c.text) for c in one.cited_by],
        )
        for one in sorted(archive.sources, key=lambda one: one.id)
    )
    tables["outlets"] = (
        rows.OutletLine(
            id=one.id, name=one.name, address=catalog.address("outlet", one.id), articles=sorted(one.articles)
        )
        for one in sorted(archive.outlets, key=lambda one: one.id)
    )
    return tables


def _entity_lines(catalog: Catalog, kind: str) -> Iterator[rows.Row]:
    for one in sorted(catalog.public, key=lambda one: one.id):
        if one.kind != kind:
            continue
        line: dict[str, Any] = {
            "id": one.id,
            "name": one.name,
            "address": catalog.address(kind, one.id),
            "forms": [rows.FormRow(text=f.text, count=f.count, misspelling=f.misspelling) for f in one.forms],
            "articles": list(one.articles),
        }
        if kind == "person":
            yield rows.PersonLine(**line, roles=[_role_row(role) for role in one.roles])
        elif kind == "place":
            yield rows.PlaceLine(**line, within=list(one.within))
        else:
            yield rows.EntityLine(**line)


def _role_row(role: Role) -> rows.RoleRow:
    return rows.RoleRow(
        name=role.name,
        articles=[mention.article for mention in role.mentions],
        first=role.first or None,
        last=role.last or None,
    )


def _manifest(catalog: Catalog, files: dict[str, Any]) -> dict[str, Any]:
    return {
        "archive": catalog.config.site.name,
        "url": catalog.config.site.url or None,
        "description": catalog.config.archive.description or None,
        "rights": catalog.config.archive.rights or None,
        "schema_version": rows.SCHEMA_VERSION,
        "files": files,
    }


def _pretty(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value, order="sorted"), indent=2) + b"\n"
