"""All that reading one file needs to know of the others: frozen, small, the same for every file."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import msgspec

from generator.config import default_site_config
from generator.config.yaml_file import Tree, yaml_of
from generator.errors import ConfigError
from generator.ingest.discovery import SIDECAR, SourceFile, portable, tables
from generator.ingest.metadata import Said
from generator.ingest.outlets import OutletIndex, index_outlets
from generator.text.decode import decode_raw

if TYPE_CHECKING:
    from generator.config.schema import SiteConfig


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestContext:
    """What the maintainers and the tables of metadata say, ready for ``read``."""

    config: SiteConfig
    outlets: OutletIndex = field(default_factory=OutletIndex)
    known_ids: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """SHA-256 -> ids that are published for these bytes; ``settle`` wants them."""
    rows: Mapping[str, tuple[Said, ...]] = field(default_factory=dict)
    """Name of a file -> what tables say of it, the nearest folder first."""
    warnings: tuple[str, ...] = ()
    """What is wrong with the tables."""

    @property
    def of_any(self) -> IngestContext:
        """As much of it as reading any file needs, but for what tables say of it."""
        config = replace(default_site_config(), archive=self.config.archive, outlets=self.config.outlets)
        return replace(self, config=config, known_ids={}, rows={}, warnings=())


def make_context(articles: Path, config: SiteConfig, known_ids: Mapping[str, Sequence[str]]) -> IngestContext:
    """The context of a folder of originals (content/articles), with every metadata table below it read."""
    rows: dict[str, list[Said]] = {}
    warnings: list[str] = []
    # Deeper folders come first: the nearest table has the first word.
    for table in sorted(tables(articles), key=lambda path: (-len(path.parts), path)):
        folder = portable(table.parent.relative_to(articles))
        shown = portable(table.relative_to(articles))
        for where, row in _table(table, shown, warnings):
            path = str(row.pop("path", None) or "").strip()
            name = str(PurePosixPath(folder, path))
            if not path:
                warnings.append(f"{where}: has no `path` and is not used")
            elif not (articles / name).is_file() or ".." in name:
                warnings.append(f"{where}: there is no file `{name}`")
            else:
                rows.setdefault(name, []).append(Said(where=where, values=row))
    return IngestContext(
        config=config,
        outlets=index_outlets(config.outlets),
        known_ids=known_ids,
        rows={name: tuple(said) for name, said in rows.items()},
        warnings=tuple(sorted(warnings)),
    )


def sidecar_of(file: SourceFile) -> tuple[tuple[Said, ...], tuple[str, ...]]:
    """What the file ``<name>.meta.yml`` beside an original says, if there is one, and what is wrong with it."""
    if file.sidecar is None:
        return (), ()
    shown = file.name + SIDECAR
    try:
        tree = yaml_of(file.sidecar, shown)
    except ConfigError as error:
        return (), tuple(str(problem) for problem in error.problems)
    if not isinstance(tree.value, dict):
        return (), (f"{shown}: is no group of `key: value` lines",)
    return (Said(where=shown.rpartition("/")[2], values=as_written(tree)),), ()


def as_written(tree: Tree) -> dict[str, Any]:
    """The top keys of a YAML document with scalars as they are spelt: a title may be ``1984``, a date a year."""
    return {key: _as_written(value, (key,), tree) for key, value in tree.value.items()}


def _as_written(value: Any, path: tuple[str | int, ...], tree: Tree) -> Any:
    if isinstance(value, list):
        return [_as_written(item, (*path, number), tree) for number, item in enumerate(value)]
    return tree.texts[path] if isinstance(value, int | float) and not isinstance(value, bool) else value


def folder_voices(name: str, config: SiteConfig) -> tuple[Said, ...]:
    """What archive.yml says of the folders that a file lies in, the nearest first."""
    said: list[Said] = []
    for folder in PurePosixPath(name).parents:
        defaults = config.archive.folders.get(str(folder)) or config.archive.folders.get(f"{folder}/")
        if defaults:
            keys = ("outlet", "rights", "language", "cleaned")
            said.append(Said(where="archive.yml", values={key: getattr(defaults, key) for key in keys}))
    return tuple(said)


def field_names(name: str, config: SiteConfig) -> dict[str, str]:
    """How records below a folder call what we call ``title``, ``text`` and so on; the nearest folder wins."""
    names: dict[str, str] = {}
    for folder in reversed(PurePosixPath(name).parents):
        defaults = config.archive.folders.get(str(folder)) or config.archive.folders.get(f"{folder}/")
        names |= dict(defaults.fields) if defaults else {}
    return names


def _table(path: Path, shown: str, warnings: list[str]) -> list[tuple[str, dict[str, Any]]]:
    """The rows of a table, each with its place."""
    try:
        text = decode_raw(path.read_bytes())
    except OSError as error:
        warnings.append(f"{shown}: cannot be read: {error.strerror}")
        return []
    if path.suffix == ".csv":
        return _csv_rows(text, shown, warnings)
    return _json_rows(text, shown, warnings)


def _csv_rows(text: str, shown: str, warnings: list[str]) -> list[tuple[str, dict[str, Any]]]:
    reader = csv.reader(io.StringIO(text, newline=""))
    rows: list[tuple[str, dict[str, Any]]] = []
    try:
        header = [cell.strip().casefold() for cell in next(reader, [])]
        if "path" not in header:
            warnings.append(f"{shown}:1: has no column `path`; write a first line like path,url,date,authors")
            return []
        for cells in reader:
            if len(cells) > len(header):
                warnings.append(f"{shown}:{reader.line_num}: has too many cells; put quotes around cells with commas")
            elif cells:
                rows.append((f"{shown}:{reader.line_num}", dict(zip(header, cells, strict=False))))
    except csv.Error as error:
        warnings.append(f"{shown}:{reader.line_num}: {error}")
    return rows


def _json_rows(text: str, shown: str, warnings: list[str]) -> list[tuple[str, dict[str, Any]]]:
    rows: list[tuple[str, dict[str, Any]]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                rows.append((f"{shown}:{number}", msgspec.json.decode(line, type=dict[str, Any])))
            except (msgspec.DecodeError, RecursionError) as error:
                warnings.append(f"{shown}:{number}: {error}")
    return rows
