"""Which files are originals, in an order that no file system decides."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLES = frozenset({"metadata.csv", "metadata.jsonl"})
"""What is said of the originals in a folder and below it."""
SIDECAR = ".meta.yml"
"""Ending of the file beside an original that says something of it alone."""

_NOT_ORIGINALS = frozenset({"gold.jsonl.gz", "thumbs.db", "desktop.ini", "hts-log.txt"}) | TABLES
_MIRROR_CACHE = "hts-cache"
_BACKUPS = ("~", ".bak", ".orig", ".swp", ".tmp", ".rej")
# A page saved with its surroundings brings these along; they are no articles, and no failures either.
_SURROUNDINGS = frozenset(
    {
        *(".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico", ".bmp"),
        *(".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4", ".webm", ".ogg"),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class SourceFile:
    """A file that holds one article or many."""

    name: str
    """Below content/articles, with forward slashes, in NFC: the same on every machine."""
    path: Path
    size: int


def discover(articles: Path) -> tuple[SourceFile, ...]:
    """Every original below a folder, sorted by name.

    Hidden files, backups of editors, tables of metadata, sidecars and the style sheets and pictures of saved pages are
    none. Links that lead out of the folder are not followed, and links to folders never.
    """
    inside = articles.resolve()
    files = (_source(path, articles) for path in _walk(articles) if _is_original(path.name) and _stays(path, inside))
    return tuple(sorted(files))


def tables(articles: Path) -> tuple[Path, ...]:
    """Every metadata.csv and metadata.jsonl below a folder, sorted."""
    return tuple(sorted(path for path in _walk(articles) if path.name in TABLES))


def _walk(articles: Path) -> Iterator[Path]:
    for folder, subfolders, names in os.walk(articles):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith(".") and name != _MIRROR_CACHE)
        yield from (Path(folder, name) for name in sorted(names))


def _is_original(name: str) -> bool:
    folded = name.casefold()
    if folded.startswith((".", "~$", "#")) or folded.endswith((*_BACKUPS, SIDECAR)):
        return False
    return folded not in _NOT_ORIGINALS and os.path.splitext(folded)[1] not in _SURROUNDINGS  # noqa: PTH122


def _stays(path: Path, inside: Path) -> bool:
    """Whether a path is a file within the tree, also where it is a link."""
    if not path.is_symlink():
        return path.is_file()
    target = path.resolve()
    return target.is_file() and target.is_relative_to(inside)


def _source(path: Path, articles: Path) -> SourceFile:
    return SourceFile(name=portable(path.relative_to(articles)), path=path, size=path.stat().st_size)


def portable(path: Path) -> str:
    """A relative path as text that is the same on every machine and can be written as UTF-8."""
    text = path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", text)
