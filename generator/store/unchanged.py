"""Whether anything is other than when the site that stands was built: what builds read, and what they have written.

A file whose size, times and inode are those that it had is the same; of any other the bytes are compared, so that a
fresh checkout is recognised. Any doubt is a change.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
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
_SITE: Final = "site"
_APART: Final = frozenset({"cache", "docs", "docs.press", "generations", "previous", ".lock", _RECORD})
"""What of build/ says nothing of the site that stands, or serves the next build alone."""
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


def seen_now(root: Path, written: Path) -> dict[str, Seen]:
    """A file that a build may read, and that it has written itself."""
    name = written.as_posix()
    return {name: _seen(f"{root}/{name}", (root / name).stat(), None, time.time_ns())}


def remember(root: Path, options: Options, seen: Mapping[str, Seen], site: Mapping[str, os.stat_result]) -> None:
    """Note that a site was built and published, of what was seen before anything of it was read.

    Args:
        root: the archive.
        options: of the build.
        seen: what ``look`` has given when the build began, and ``seen_now`` of what the build has written itself.
        site: every file of the published site.
    """
    if b"../" in (root / "mkdocs.yml").read_bytes():
        return  # it reads what lies elsewhere
    _write(root / _BUILD, _Record(_program(), _told(options), seen, _outputs(root / _BUILD, site)))


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
    """The options that decide on what is built, or on whether that is allowed, and the moment that the caller set."""
    moment = os.environ.get("SOURCE_DATE_EPOCH", "")
    return msgspec.msgpack.encode((replace(options, scheduler=None, allow_shrink=False), moment))


def _look(root: Path, known: Mapping[str, Seen]) -> dict[str, Seen]:
    now, found = time.time_ns(), dict[str, Seen]()
    for name in sorted(entry.name for entry in root.iterdir()):
        if name != _BUILD and not name.startswith("."):
            for path, state in _walk(root, name):
                found[path] = _seen(f"{root}/{path}", state, known.get(path), now)
    return found


def _same(one: Mapping[str, Seen], other: Mapping[str, Seen]) -> bool:
    return one.keys() == other.keys() and all(seen.digest == other[path].digest for path, seen in one.items())


def _seen(path: str, state: os.stat_result, known: Seen | None, now: int) -> Seen:
    told = (state.st_size, state.st_ino, state.st_mtime_ns, state.st_ctime_ns)
    if known and known.stat == told:
        return known
    is_settled = max(told[2:]) < now - _TICK
    return Seen(told if is_settled else (0, 0, 0, 0), hashlib.sha256(Path(path).read_bytes()).digest())


def _outputs(out: Path, site: Mapping[str, os.stat_result] | None = None) -> bytes:
    """Digest of names, sizes, inodes and times of what builds write: the site that readers see, data and reports.

    Args:
        out: the archive's build/.
        site: the files of the site, where somebody has just looked at them.
    """
    lines = [str((out / _SITE).resolve().name)]
    for name in {entry.name for entry in out.iterdir()} - _APART:
        seen = _walk(out, name) if name != _SITE or site is None else ((f"{name}/{path}", site[path]) for path in site)
        lines += (f"{path} {state.st_size} {state.st_ino} {state.st_mtime_ns}" for path, state in seen)
    return hashlib.sha256("\n".join(sorted(lines)).encode("utf-8", "surrogateescape")).digest()


def _walk(root: Path, name: str) -> Iterator[tuple[str, os.stat_result]]:
    """Path below ``root`` and state of every file at or below a name; links are followed, to a folder once."""
    top = root / name
    if not top.is_dir():
        if top.exists():
            yield name, top.stat()
        return
    waiting, met = [name], set[tuple[int, int]]()
    while waiting:
        path = waiting.pop()
        folder = f"{root}/{path}"
        state = os.stat(folder)  # noqa: PTH116 - of thousands of folders
        if (state.st_dev, state.st_ino) in met:
            continue
        met.add((state.st_dev, state.st_ino))
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir():
                    waiting.append(f"{path}/{entry.name}")
                else:
                    with contextlib.suppress(FileNotFoundError):  # a link to nowhere
                        yield f"{path}/{entry.name}", entry.stat()
