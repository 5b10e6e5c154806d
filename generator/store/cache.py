"""Results of the stages, kept by their inputs' hashes in one SQLite file: deletable, and never trusted in doubt."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import weakref
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Self, TypeVar

import msgspec

from generator.store import cache_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

T = TypeVar("T")
Key = bytes
"""What a result is remembered by."""
_KEY_SIZE = 16
_BUILDS = 20
"""Of so many builds it is known what they used."""
_STAGES = "SELECT DISTINCT stage FROM result"
_left_alone: list[sqlite3.Connection | None] = []
"""Connections of the process that this one was forked from."""
_COMMIT_ROWS = 500
_COMMIT_BYTES = 16_000_000
_CHUNK = 400


def stage_key(*parts: str | bytes) -> Key:
    """A key of the cache: a hash over the parts, each with its length, so that no two lists look alike."""
    digest = hashlib.blake2b(digest_size=_KEY_SIZE)
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class StageStats:
    """What one stage keeps in the cache."""

    stage: str
    rows: int
    size: int
    """In bytes."""
    used: int
    """Results that the last build used; the rest is of earlier originals, configurations or versions."""
    last_used: str
    """The day of the last build that used any of it, as an ISO date; '' where no known build did."""
    is_current: bool
    """That build ran the code that is here now: a build of the same originals would use the same again."""


class Cache:
    """One file; nothing that is wrong with it is ever the caller's trouble.

    A damaged file is set aside as ``<name>.damaged`` and a new one begun. Where no file can be used at all, results
    are kept in memory. A value that no longer fits its type is a miss. It is a context manager, but may also be opened
    and left to itself: what was put is committed as it comes, and the file is closed with the program. A forked process
    reads with a connection of its own, for SQLite's must not be shared; it finds what was committed.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Remember where the file is, if there is to be one; it is opened on entering the context."""
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self._closing: weakref.finalize[[], Any] | None = None
        self._process = os.getpid()
        self._waiting_rows = 0
        self._waiting_bytes = 0
        self._used: defaultdict[str, set[Key]] = defaultdict(set)

    def __enter__(self) -> Self:
        """Open the file, or begin a new one where it cannot be trusted."""
        try:
            self._use(cache_file.opened(self.path) if self.path else cache_file.in_memory())
        except (sqlite3.Error, OSError) as error:
            self._recover(error)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Keep what was put, also when the build fails: each result is right by itself."""
        self.close()

    def close(self) -> None:
        """Write what was put, and let go of the file."""
        self.commit()
        self._close()

    def get(self, stage: str, key: Key, wanted: type[T]) -> T | None:
        """The value of a key, or None where there is none that can be trusted."""
        return self.get_many(stage, (key,), wanted).get(key)

    def put(self, stage: str, key: Key, value: object) -> None:
        """Keep a value under a key; it is written with others."""
        data = msgspec.msgpack.encode(value)
        self._run("INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?)", (stage, key, data, zlib.crc32(data)))
        self._used[stage].add(key)
        self._waiting_rows += 1
        self._waiting_bytes += len(data)
        if self._waiting_rows >= _COMMIT_ROWS or self._waiting_bytes >= _COMMIT_BYTES:
            self.commit()

    def put_many(self, stage: str, values: Mapping[Key, object]) -> None:
        """Keep many values."""
        for key, value in values.items():
            self.put(stage, key, value)

    def get_many(self, stage: str, keys: Iterable[Key], wanted: type[T]) -> dict[Key, T]:
        """The values of those keys that have one."""
        found: dict[Key, T] = {}
        decode = msgspec.msgpack.Decoder(wanted).decode
        for key, data, crc in self._rows("key, value, crc", stage, keys):
            if not isinstance(data, bytes) or zlib.crc32(data) != crc:
                self._recover(sqlite3.DatabaseError(f"damaged row {stage} {key!r}"))
                return {}
            with contextlib.suppress(msgspec.ValidationError, msgspec.DecodeError):
                found[key] = decode(data)
        self._used[stage].update(found)  # `|=` with keys would make the whole set anew, for every value asked for
        return found

    def known(self, stage: str, keys: Iterable[Key]) -> set[Key]:
        """Those keys that have a value, which counts as used."""
        found = {key for (key,) in self._rows("key", stage, keys)}
        self._used[stage].update(found)
        return found

    def _rows(self, columns: str, stage: str, keys: Iterable[Key]) -> Iterator[Any]:
        for chunk in _chunks(keys):
            marks = ",".join("?" * len(chunk))
            yield from self._run(f"SELECT {columns} FROM result WHERE stage = ? AND key IN ({marks})", (stage, *chunk))  # noqa: S608

    def remember(self, day: str, codes: Mapping[str, str]) -> None:
        """Note what was used since the cache was opened as what a build of this day used.

        Args:
            day: an ISO date.
            codes: stage -> digest of the code that ran.
        """
        ((last,),) = self._run("SELECT coalesce(max(build), 0) FROM used", ()) or ((0,),)
        for stage, keys in self._used.items():
            values = (last + 1, day, stage, codes.get(stage, ""), b"".join(sorted(keys)))
            self._run("INSERT INTO used VALUES (?, ?, ?, ?, ?)", values)
        self._run("DELETE FROM used WHERE build <= ?", (last + 1 - _BUILDS,))
        self.commit()

    def builds(self) -> int:
        """Of how many builds it is known what they used."""
        ((number,),) = self._run("SELECT count(DISTINCT build) FROM used", ()) or ((0,),)
        return int(number)

    def unused(self, builds: int) -> dict[str, tuple[Key, ...]]:
        """Stage -> the keys that none of so many last builds has used."""
        found = {}
        for (stage,) in self._run(_STAGES, ()):
            used = self._keys_used(stage, builds)
            held = self._run("SELECT key FROM result WHERE stage = ? ORDER BY key", (stage,))
            if unused := tuple(key for (key,) in held if key not in used):
                found[stage] = unused
        return found

    def _keys_used(self, stage: str, builds: int) -> set[Key]:
        query = (
            "SELECT keys FROM used WHERE stage = ? AND build IN"
            " (SELECT DISTINCT build FROM used ORDER BY build DESC LIMIT ?)"
        )
        return {
            packed[at : at + _KEY_SIZE]
            for (packed,) in self._run(query, (stage, builds))
            for at in range(0, len(packed), _KEY_SIZE)
        }

    def drop(self, keys: Mapping[str, Iterable[Key]]) -> None:
        """Forget the values of these keys, by stage."""
        for stage, unwanted in keys.items():
            for key in unwanted:
                self._run("DELETE FROM result WHERE stage = ? AND key = ?", (stage, key))
        self.commit()
        self._shrink()

    def stats(self, codes: Mapping[str, str]) -> tuple[StageStats, ...]:
        """What each stage keeps, sorted by stage; ``codes`` as for ``remember``."""
        query = "SELECT stage, count(*), sum(length(value)) FROM result GROUP BY stage ORDER BY stage"
        last = {
            stage: (day, code)
            for stage, day, code, _ in self._run("SELECT stage, day, code, max(build) FROM used GROUP BY stage", ())
        }
        return tuple(
            StageStats(
                stage=stage,
                rows=rows,
                size=size,
                used=len(self._keys_used(stage, 1)),
                last_used=last.get(stage, ("", ""))[0],
                is_current=last.get(stage, ("", ""))[1] == codes.get(stage),
            )
            for stage, rows, size in self._run(query, ())
        )

    def _run(self, query: str, values: tuple[object, ...]) -> list[Any]:
        """The rows of a statement; none where the file fails, which is then set aside."""
        if self._process != os.getpid():
            self._begin_anew()
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

    def commit(self) -> None:
        """Write what was put."""
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
            if self.path and cache_file.is_damage(error):
                cache_file.set_aside(self.path)
                self._use(cache_file.opened(self.path))
                return
        except (sqlite3.Error, OSError):
            self._close()
        self._use(cache_file.in_memory())

    def _begin_anew(self) -> None:
        """Leave the connection to the process that opened it: to close it here could take its locks away."""
        self._process = os.getpid()
        if self.path is None or self._closing is None:
            return
        _left_alone.append(self._connection)
        self._closing.detach()
        try:
            self._use(cache_file.opened_to_read(self.path))
        except sqlite3.Error:
            self._use(cache_file.in_memory())

    def _use(self, connection: sqlite3.Connection) -> None:
        self._connection, self._closing = connection, weakref.finalize(self, connection.close)

    def _close(self) -> None:
        if self._closing is not None:
            with contextlib.suppress(sqlite3.Error):
                self._closing()
        self._connection = self._closing = None


def _chunks(keys: Iterable[Key]) -> Iterator[tuple[Key, ...]]:
    remaining = iter(keys)
    while chunk := tuple(islice(remaining, _CHUNK)):
        yield chunk
