"""Results of the stages, kept by their inputs' hashes in one SQLite file: deletable, and never trusted in doubt."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Self, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

T = TypeVar("T")
SCHEMA_VERSION = 1
_SCHEMA = "CREATE TABLE IF NOT EXISTS result (stage TEXT, key TEXT, value BLOB, crc INTEGER, PRIMARY KEY (stage, key))"
_COMMIT_ROWS = 500
_COMMIT_BYTES = 16_000_000
_CHUNK = 400
# Another program holds the file, or the disk is full or read-only: no reason to throw good results away.
_NOT_DAMAGE = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY})


def stage_key(*parts: str | bytes) -> str:
    """A key of the cache: the SHA-256 over the parts, each with its length, so that no two lists look alike."""
    digest = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        digest.update(f"{len(data)}:".encode())
        digest.update(data)
    return digest.hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class StageStats:
    """What one stage keeps in the cache."""

    stage: str
    rows: int
    size: int
    """In bytes."""


class Cache:
    """A context manager over one file; nothing that is wrong with the file is ever the caller's trouble.

    A damaged file is set aside as ``<name>.damaged`` and a new one begun. Where no file can be used at all, results
    are kept in memory. A value that no longer fits its type is a miss.
    """

    def __init__(self, path: Path) -> None:
        """Remember where the file is; it is opened on entering the context."""
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self._waiting_rows = 0
        self._waiting_bytes = 0

    def __enter__(self) -> Self:
        """Open the file, or begin a new one where it cannot be trusted."""
        try:
            self._connection = _open(self.path)
        except (sqlite3.Error, OSError) as error:
            self._recover(error)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Keep what was put, also when the build fails: each result is right by itself."""
        self._commit()
        self._close()

    def get(self, stage: str, key: str, wanted: type[T]) -> T | None:
        """The value of a key, or None where there is none that can be trusted."""
        return self.get_many(stage, (key,), wanted).get(key)

    def put(self, stage: str, key: str, value: object) -> None:
        """Keep a value under a key."""
        self.put_many(stage, {key: value})

    def get_many(self, stage: str, keys: Iterable[str], wanted: type[T]) -> dict[str, T]:
        """The values of those keys that have one."""
        found: dict[str, T] = {}
        for chunk in _chunks(keys):
            marks = ",".join("?" * len(chunk))
            query = f"SELECT key, value, crc FROM result WHERE stage = ? AND key IN ({marks})"  # noqa: S608
            for key, data, crc in self._run(query, (stage, *chunk)):
                if not isinstance(data, bytes) or zlib.crc32(data) != crc:
                    self._recover(sqlite3.DatabaseError(f"damaged row {stage} {key}"))
                    return {}
                with contextlib.suppress(msgspec.ValidationError, msgspec.DecodeError):
                    found[key] = msgspec.json.decode(data, type=wanted)
        return found

    def put_many(self, stage: str, values: Mapping[str, object]) -> None:
        """Keep many values; they are written in batches."""
        for key, value in values.items():
            data = msgspec.json.encode(value)
            self._run("INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?)", (stage, key, data, zlib.crc32(data)))
            self._waiting_rows += 1
            self._waiting_bytes += len(data)
            if self._waiting_rows >= _COMMIT_ROWS or self._waiting_bytes >= _COMMIT_BYTES:
                self._commit()

    def prune(self, keep: Mapping[str, set[str]]) -> int:
        """How many values were removed: those of the named stages whose keys are not among ``keep``'s.

        A stage that is not named was not run, and keeps what it has.
        """
        removed = 0
        for stage, wanted in keep.items():
            held = {key for (key,) in self._run("SELECT key FROM result WHERE stage = ?", (stage,))}
            for key in sorted(held - wanted):
                self._run("DELETE FROM result WHERE stage = ? AND key = ?", (stage, key))
                removed += 1
        self._commit()
        self._shrink()
        return removed

    def stats(self) -> tuple[StageStats, ...]:
        """What each stage keeps, sorted by stage."""
        query = "SELECT stage, count(*), sum(length(value)) FROM result GROUP BY stage ORDER BY stage"
        return tuple(StageStats(stage=stage, rows=rows, size=size) for stage, rows, size in self._run(query, ()))

    def _run(self, query: str, values: tuple[object, ...]) -> list[Any]:
        """The rows of a statement; none where the file fails, which is then set aside."""
        if self._connection is None:
            return []
        try:
            return self._connection.execute(query, values).fetchall()
        except (sqlite3.Error, OSError) as error:
            self._recover(error)
            return []

    def _shrink(self) -> None:
        """Give space back where at least a third of the file is empty; rewriting it for less is not worth the time."""
        sizes = self._run("SELECT freelist_count * 3, page_count FROM pragma_freelist_count, pragma_page_count", ())
        if sizes and sizes[0][0] >= sizes[0][1]:
            self._run("VACUUM", ())

    def _commit(self) -> None:
        self._waiting_rows = self._waiting_bytes = 0
        if self._connection is None:
            return
        try:
            self._connection.commit()
        except (sqlite3.Error, OSError) as error:
            self._recover(error)

    def _recover(self, error: Exception) -> None:
        """Go on with a new file where this one is damaged, or in memory where no file will do."""
        self._close()
        try:
            if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF not in _NOT_DAMAGE:
                _set_aside(self.path)
                self._connection = _open(self.path)
                return
        except (sqlite3.Error, OSError):
            self._close()
        self._connection = _prepare(sqlite3.connect(":memory:"))

    def _close(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None


def _open(path: Path) -> sqlite3.Connection:
    """A connection to a file of this schema version; raises where it is anything else."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=10)
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if version == SCHEMA_VERSION or not tables:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            return _prepare(connection)
    except BaseException:
        connection.close()
        raise
    connection.close()
    raise sqlite3.DatabaseError(f"schema version {version}")


def _prepare(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute(_SCHEMA)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("SELECT stage, key, value, crc FROM result LIMIT 1").fetchone()
    connection.commit()
    return connection


def _set_aside(path: Path) -> None:
    """Keep a damaged file for whoever wants to look; its journal is worth nothing without it."""
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    if path.exists():
        path.replace(path.with_name(path.name + ".damaged"))


def _chunks(keys: Iterable[str]) -> Iterator[tuple[str, ...]]:
    remaining = iter(keys)
    while chunk := tuple(islice(remaining, _CHUNK)):
        yield chunk
