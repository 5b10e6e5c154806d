"""The press: files are made only where what they are made from has changed, in a process a core."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Final

import msgspec

from generator.forks import share_out
from generator.publishing.page import load_templates
from generator.publishing.tree import Tree
from generator.store.version import code_digest

_BATCH: Final = 5000
"""Drafts that wait for the press together: so many pages are in memory before they are written."""
_CHUNK: Final = 40
"""Drafts that a process takes at a time: some are one page, some a hundred."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file below build/docs."""

    path: str
    make: Callable[[], bytes]
    """Its bytes."""
    kind: str = ""
    """What it shows, if it is a page."""
    reads: object = None
    """All that it is made from of what its draft reads: of a draft's many files often but a few change."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a draft."""

    sheets: tuple[Sheet, ...]
    kept: bytes = b""
    """What other drafts want to know of it: remembered with the files."""
    lines: tuple[bytes, ...] = ()
    """What goes elsewhere and is not remembered."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Files that are not made yet."""

    name: str
    """No other draft's."""
    reads: object
    """All that they are made from beside the code and the settings of the press, as values that msgspec can encode."""
    make: Callable[[], Made]
    """Called in a process of its own, which must not write to anything that it shares."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A draft whose files are there."""

    name: str
    key: bytes
    """Digest of all that it was made from."""
    kept: bytes
    lines: tuple[bytes, ...] | None
    """None: its files stand as they did."""


class Laid(msgspec.Struct, frozen=True, array_like=True):
    """A file as the press left it; size and time tell whether anybody else has touched it since."""

    path: str
    kind: str
    digest: bytes
    size: int
    time: int
    made_from: bytes = b""
    """Digest of what the sheet alone reads, where it says that."""


class _Record(msgspec.Struct, frozen=True, array_like=True):
    key: bytes
    files: tuple[Laid, ...]
    kept: bytes


class _Memory(msgspec.Struct, frozen=True):
    salt: bytes = b""
    beside: tuple[tuple[int, int], ...] = ()
    records: dict[str, _Record] = {}


class Press:
    """Writes drafts into a tree, and remembers beside it what they were made from."""

    def __init__(self, tree: Tree, settings: object, beside: Sequence[Path] = ()) -> None:
        """Remember what the last press left.

        Args:
            tree: where the files go.
            settings: what every draft reads.
            beside: files that are made from the lines of all drafts. Where one is not as it was left, all are made.
        """
        self._tree = tree
        self._path = tree.root.with_name(f"{tree.root.name}.press")
        self._salt = digest((code_digest("publishing"), settings))
        self._beside = beside
        self._before = _recall(self._path, self._salt, beside)
        self._now: dict[str, _Record] = {}

    @property
    def salt(self) -> bytes:
        """Digest of what all files are made from: the code, and the settings."""
        return self._salt

    def print(self, drafts: Iterable[Draft]) -> Iterator[Printed]:
        """Make what has changed, and tell of every draft, in their order."""
        waiting = iter(drafts)
        while batch := tuple(islice(waiting, _BATCH)):
            keys = [digest(draft.reads) for draft in batch]
            stale = [number for number, draft in enumerate(batch) if not self._stands(draft.name, keys[number])]
            if stale:
                load_templates()
            shared = _Shared(self._tree, batch, self._before)
            fresh = dict(zip(stale, share_out(_make, shared, stale, _CHUNK), strict=True))
            for number, draft in enumerate(batch):
                if number in fresh:
                    files, kept, lines = fresh[number]
                    self._now[draft.name] = _Record(keys[number], files, kept)
                    yield Printed(draft.name, keys[number], kept, lines)
                else:
                    self._now[draft.name] = self._before[draft.name]
                    yield Printed(draft.name, keys[number], self._before[draft.name].kept, None)

    def finish(self) -> tuple[Laid, ...]:
        """Remember, and tell every file that the drafts have become."""
        memory = _Memory(self._salt, tuple(map(_stamp, self._beside)), self._now)
        Tree(self._path.parent).write(self._path.name, msgspec.msgpack.encode(memory))
        files = tuple(file for record in self._now.values() for file in record.files)
        self._tree.keep(file.path for file in files)
        return files

    def _stands(self, name: str, key: bytes) -> bool:
        known = self._before.get(name)
        return known is not None and known.key == key and all(_is_there(self._tree, file) for file in known.files)


def digest(value: object) -> bytes:
    """Sixteen bytes that tell one value from another."""
    return blake2b(msgspec.msgpack.encode(value), digest_size=16).digest()


def _recall(path: Path, salt: bytes, beside: Sequence[Path]) -> dict[str, _Record]:
    try:
        found = msgspec.msgpack.decode(path.read_bytes(), type=_Memory)
    except (OSError, msgspec.MsgspecError):
        return {}
    return found.records if (found.salt, found.beside) == (salt, tuple(map(_stamp, beside))) else {}


def _stamp(path: Path) -> tuple[int, int]:
    """Size and time of a file; zeros where there is none."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all processes need."""

    tree: Tree
    drafts: Sequence[Draft]
    before: Mapping[str, _Record]


def _make(shared: _Shared, numbers: Sequence[int]) -> list[tuple[tuple[Laid, ...], bytes, tuple[bytes, ...]]]:
    return [_made(shared, shared.drafts[number]) for number in numbers]


def _made(shared: _Shared, draft: Draft) -> tuple[tuple[Laid, ...], bytes, tuple[bytes, ...]]:
    made, before = draft.make(), shared.before.get(draft.name)
    known = {file.path: file for file in before.files} if before else {}
    return tuple(_lay(shared.tree, sheet, known.get(sheet.path)) for sheet in made.sheets), made.kept, made.lines


def _lay(tree: Tree, sheet: Sheet, before: Laid | None) -> Laid:
    made_from = b"" if sheet.reads is None else digest(sheet.reads)
    if before and made_from and before.made_from == made_from and _is_there(tree, before):
        return before
    content = sheet.make()
    found = tree.put(sheet.path, content)
    content_digest = blake2b(content, digest_size=16).digest()
    return Laid(sheet.path, sheet.kind, content_digest, found.st_size, found.st_mtime_ns, made_from)


def _is_there(tree: Tree, file: Laid) -> bool:
    try:
        found = os.stat(f"{tree.root}/{file.path}")  # noqa: PTH116 - twice as fast, for every page
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns) == (file.size, file.time)
