"""Which files are originals, in an order that no file system decides."""

from __future__ import annotations

import contextlib
import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

TABLES = frozenset({"metadata.csv", "metadata.jsonl"})
"""What is said of the originals in a folder and below it."""
SIDECAR = ".meta.yml"
"""Ending of the file beside an original that says something of it alone."""

_NOT_ORIGINALS = frozenset({"gold.jsonl.gz", "thumbs.db", "desktop.ini", "hts-log.txt"}) | TABLES
_MIRROR_CACHE = "hts-cache"
_HOST: Final = re.compile(r"(?:www\.|[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?:[:+]\d{2,5})?", re.IGNORECASE)
_FILE_ENDINGS: Final = frozenset(
    {"html", "htm", "txt", "md", "json", "jsonl", "csv", "xml", "pdf", "zip", "warc", "old", "bak"}
)
_DEEPEST: Final = 2
_FRONT_DOORS: Final = ("index.html", "index.htm", "index.php", "robots.txt")
_BESIDE_PAGE: Final = re.compile(
    r"(?P<page>.+)(?:[_-](?:files?|Dateien|fichiers|archivos|arquivos|bestanden|pliki|tiedostot|filer)|\.files)"
)
"""What browsers of some languages call the folder of what a page shows, after the page."""
_PAGE_ENDINGS: Final = (".html", ".htm", ".xhtml")
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
    """A file that holds one article or many, and what lies beside it: all that reading it needs of the disk."""

    name: str
    """Below content/articles, with forward slashes, in NFC: the same on every machine."""
    path: Path
    size: int
    sidecar: bytes | None = None
    """What the file ``<name>.meta.yml`` beside it holds, if there is one."""
    in_mirror: bool = False
    """It lies below a folder named like a host that has a front door: a whole site was saved."""
    in_page: bool = False
    """It lies in the folder that a browser put beside a page, with what the page shows: frames, scripts, pictures."""
    data: bytes | None = None
    """Its bytes, where they travel with it: another process, or another machine, opens no file."""


def discover(articles: Path) -> tuple[SourceFile, ...]:
    """Every original below a folder, sorted by name.

    Hidden files, backups of editors, tables of metadata, sidecars and the style sheets and pictures of saved pages are
    none. Links that lead out of the folder are not followed, and links to folders never.
    """
    inside, found = articles.resolve(), list[SourceFile]()
    for folder, entries in _walk(articles):
        below = portable(folder.relative_to(articles))
        names = {entry.name for entry in entries}
        for entry in entries:
            if _is_original(entry.name) and _stays(entry, inside):
                name = portable(entry.name)
                found.append(_source(entry, name if below == "." else f"{below}/{name}", names))
    return tuple(sorted(found, key=lambda file: file.name))


def astray(articles: Path, *others: Path) -> tuple[Path, ...]:
    """Files that would be originals, had they been put into the folder of these and not beside it, sorted.

    What tells people of the folder (``README.md``) is none.

    Args:
        articles: The folder of the originals.
        others: Folders beside it that hold something else.
    """
    beside = (
        Path(entry)
        for folder, entries in _walk(articles.parent, leave=(articles, *others))
        for entry in entries
        if _is_original(entry.name) and not entry.name.casefold().startswith("readme")
    )
    return tuple(sorted(beside))


def source_file(path: Path, name: str | None = None) -> SourceFile:
    """One file as an original, under a name of its own or ``name``."""
    with os.scandir(path.parent) as entries:
        known = {entry.name: entry for entry in entries}
    return _source(known[path.name], portable(name or path.name), known)


def tables(articles: Path) -> tuple[Path, ...]:
    """Every metadata.csv and metadata.jsonl below a folder, sorted."""
    return tuple(sorted(Path(entry) for _, entries in _walk(articles) for entry in entries if entry.name in TABLES))


def _walk(top: Path, leave: Container[Path] = ()) -> Iterator[tuple[Path, list[os.DirEntry[str]]]]:
    """Each folder with its files, in whatever order, without those to leave out."""
    waiting = [top]
    while waiting:
        folder, files = waiting.pop(), list[os.DirEntry[str]]()
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                if not entry.is_dir():
                    files.append(entry)
                elif _is_looked_into(entry) and (below := folder / entry.name) not in leave:
                    waiting.append(below)
        yield folder, files


def _is_looked_into(folder: os.DirEntry[str]) -> bool:
    return not folder.is_symlink() and not folder.name.startswith(".") and folder.name != _MIRROR_CACHE


def _is_original(name: str) -> bool:
    folded = name.casefold()
    if folded.startswith((".", "~$", "#")) or folded.endswith((*_BACKUPS, SIDECAR)):
        return False
    return folded not in _NOT_ORIGINALS and os.path.splitext(folded)[1] not in _SURROUNDINGS  # noqa: PTH122


def _stays(entry: os.DirEntry[str], inside: Path) -> bool:
    """Whether a file lies within the tree, also where it is a link."""
    if not entry.is_symlink():
        return entry.is_file()
    target = Path(entry).resolve()
    return target.is_file() and target.is_relative_to(inside)


def _source(entry: os.DirEntry[str], name: str, beside: Container[str]) -> SourceFile:
    path, sidecar = Path(entry), None
    if entry.name + SIDECAR in beside:
        with contextlib.suppress(OSError):
            sidecar = path.with_name(entry.name + SIDECAR).read_bytes()
    return SourceFile(
        name=name,
        path=path,
        size=entry.stat().st_size,
        sidecar=sidecar,
        in_mirror=_is_mirrored(name, path),
        in_page=_is_of_page(name, path),
    )


def _is_mirrored(name: str, path: Path) -> bool:
    folders = name.split("/")
    depth = host_depth(folders)
    if depth is None:
        return False
    site = path.parents[len(folders) - 2 - depth]
    return any((site / door).is_file() for door in _FRONT_DOORS)


def _is_of_page(name: str, path: Path) -> bool:
    folders = name.count("/")
    for folder in path.parents[:folders]:
        page = _BESIDE_PAGE.fullmatch(folder.name)
        if page and any(folder.with_name(page["page"] + ending).is_file() for ending in _PAGE_ENDINGS):
            return True
    return False


def host_depth(folders: Sequence[str]) -> int | None:
    """Which of the first folders of a path is named like a host."""
    for depth, name in enumerate(folders[:-1][:_DEEPEST]):
        if _HOST.fullmatch(name) and name.rpartition(".")[2].lower() not in _FILE_ENDINGS:
            return depth
    return None


def portable(path: Path | str) -> str:
    """A relative path as text that is the same on every machine and can be written as UTF-8."""
    text = (
        (path if isinstance(path, str) else path.as_posix())
        .encode("utf-8", "surrogateescape")
        .decode("utf-8", "replace")
    )
    return unicodedata.normalize("NFC", text)
