"""The cache's file: its tables, and whether it can be trusted."""

from __future__ import annotations

import sqlite3
from pathlib import Path

SCHEMA_VERSION = 2
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS result (stage TEXT, key BLOB, value BLOB, crc INTEGER, PRIMARY KEY (stage, key))",
    # What each of the last builds has used: the keys of a stage in one value.
    (
        "CREATE TABLE IF NOT EXISTS used"
        " (build INTEGER, day TEXT, stage TEXT, code TEXT, keys BLOB, PRIMARY KEY (build, stage))"
    ),
)
# Another program holds the file, or the disk is full or read-only: no reason to throw good results away.
_NOT_DAMAGE = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY})


def is_damage(error: Exception) -> bool:
    """Whether an error says that the file is not what it should be."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF not in _NOT_DAMAGE


def opened_to_read(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, to a file that another one has opened."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=10)


def in_memory() -> sqlite3.Connection:
    """A connection to a new cache that ends with this program."""
    return _prepare(sqlite3.connect(":memory:"))


def opened(path: Path) -> sqlite3.Connection:
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
    for table in _SCHEMA:
        connection.execute(table)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("SELECT stage, key, value, crc FROM result LIMIT 1").fetchone()
    connection.execute("SELECT build, day, stage, code, keys FROM used LIMIT 1").fetchone()
    connection.commit()
    return connection


def set_aside(path: Path) -> None:
    """Keep a damaged file for whoever wants to look; its journal is worth nothing without it."""
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    if path.exists():
        path.replace(path.with_name(path.name + ".damaged"))
