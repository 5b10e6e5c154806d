"""Whether anything is other than when the site that stands was built: what builds read, and what they have written.

A file whose size, times and inode are those that it had is the same; of any other the bytes are compared, so that a
fresh checkout is recognised. Any doubt is a change.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

import msgspec

from generator.options import Options
from generator.store.report import Report, read_report
from generator.store.version import installed, program

_RECORD: Final = "last-build"
_BUILD: Final = "build"
_APART: Final = frozenset({"cache", "generations", "previous", ".lock", _RECORD})
"""What of build/ says nothing of the site that stands."""
_TICK: Final = 2_000_000_000
"""Nanoseconds in which a file could change twice and bear the same time."""


class Seen(msgspec.Struct, frozen=True, array_like=True):
    """A file as it was."""

    stat: tuple[int, int, int, int]
    """Size, inode, and the times of its last changes; all are zero where it was too young to go by that."""
    digest: bytes


class _Record(msgspec.Struct, frozen=True, array_like=True):
    """The last build that published a site."""

    program: str
    options: bytes
    inputs: Mapping[str, Seen]
    outputs: bytes


def look(root: Path) -> dict[str, Seen]:
    """Everything that a build of the archive in ``root`` may read: all that lies there, but build/ and hidden files."""
    try:
        return _look(root, _read(root / _BUILD).inputs)
    except (OSError, msgspec.MsgspecError):
        return _look(root, {})


def standing(root: Path, options: Options) -> Report | None:
    """The report of the last build, if another with these options would only give the same site once more."""
    out = root / _BUILD
    try:
        record = _read(out)
        if record.program != _program() or record.options != _told(options):
            return None
        inputs = _look(root, record.inputs)
        if not _same(inputs, record.inputs) or record.outputs != _outputs(out):
            return None
        report = read_report(out / "report")
    except (OSError, msgspec.MsgspecError):
        return None
    if inputs != record.inputs:
        _write(out, msgspec.structs.replace(record, inputs=inputs))
    return replace(report, computed={}, new_addresses=(), changes=())


def remember(root: Path, options: Options, seen: Mapping[str, Seen], written: Path) -> None:
    """Note that a site was built and published, of what was seen before anything of it was read.

    Args:
        root: the archive.
        options: of the build.
        seen: what ``look`` has given when the build began.
        written: the file among these that the build has written itself.
    """
    if b"../" in (root / "mkdocs.yml").read_bytes():
        return  # it reads what lies elsewhere
    name = written.as_posix()
    own = {name: _seen(root / name, (root / name).stat(), None, time.time_ns())}
    _write(root / _BUILD, _Record(_program(), _told(options), {**seen, **own}, _outputs(root / _BUILD)))


def _read(out: Path) -> _Record:
    return msgspec.msgpack.decode((out / _RECORD).read_bytes(), type=_Record)


def _write(out: Path, record: _Record) -> None:
    beside = out / f".{_RECORD}.next"
    with contextlib.suppress(OSError):  # without it the next build is made, and that is all
        beside.write_bytes(msgspec.msgpack.encode(record))
        beside.replace(out / _RECORD)


def _program() -> str:
    return f"{program()} {installed()}"


def _told(options: Options) -> bytes:
    """The options that decide on what is built, or on whether that is allowed."""
    return msgspec.msgpack.encode(replace(options, scheduler=None, allow_shrink=False))


def _look(root: Path, known: Mapping[str, Seen]) -> dict[str, Seen]:
    now, found = time.time_ns(), dict[str, Seen]()
    for name in sorted(entry.name for entry in root.iterdir()):
        if name != _BUILD and not name.startswith("."):
            found |= {path: _seen(root / path, state, known.get(path), now) for path, state in _walk(root, name)}
    return found


def _same(one: Mapping[str, Seen], other: Mapping[str, Seen]) -> bool:
    return one.keys() == other.keys() and all(seen.digest == other[path].digest for path, seen in one.items())


def _seen(path: Path, state: os.stat_result, known: Seen | None, now: int) -> Seen:
    told = (state.st_size, state.st_ino, state.st_mtime_ns, state.st_ctime_ns)
    if known and known.stat == told:
        return known
    is_settled = max(told[2:]) < now - _TICK
    return Seen(told if is_settled else (0, 0, 0, 0), hashlib.sha256(path.read_bytes()).digest())


def _outputs(out: Path) -> bytes:
    """Digest of names, sizes, inodes and times of all that builds write, the site that readers see among it."""
    digest = hashlib.sha256(str((out / "site").resolve().name).encode())
    for name in sorted({entry.name for entry in out.iterdir()} - _APART):
        for path, state in _walk(out, name):
            told = (path, state.st_size, state.st_ino, state.st_mtime_ns)
            digest.update(repr(told).encode("utf-8", "surrogateescape"))
    return digest.digest()


def _walk(root: Path, name: str) -> Iterator[tuple[str, os.stat_result]]:
    """Path below ``root`` and state of every file at or below a name; links are followed, to a folder once."""
    waiting, met = [(name, os.stat(root / name))], set[tuple[int, int]]()  # noqa: PTH116 - forty thousand of them
    while waiting:
        path, state = waiting.pop()
        if not stat.S_ISDIR(state.st_mode):
            yield path, state
        elif (state.st_dev, state.st_ino) not in met:
            met.add((state.st_dev, state.st_ino))
            with os.scandir(root / path) as entries:
                ordered = sorted(entries, key=lambda entry: entry.name)
            waiting += ((f"{path}/{entry.name}", entry.stat()) for entry in ordered if _leads_somewhere(entry))


def _leads_somewhere(entry: os.DirEntry[str]) -> bool:
    return not entry.is_symlink() or Path(entry.path).exists()
