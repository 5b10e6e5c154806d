"""Versions of stages, taken from their code: nobody can forget to count one up."""

from __future__ import annotations

import os
import platform
import re
import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import requires, version
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def code_digest(*rooms: str) -> str:
    """Digest over all files of the named rooms of the package, of ``text`` and of the model that all share.

    A cached result is used only if the code that made it is the code that runs: any doubt is a miss.
    """
    digest = sha256()
    package = files("generator")
    for room in sorted({*rooms, "model", "text"}):
        for name, content in _contents(package / room, room):
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


@cache
def program() -> str:
    """Digest of this program as it runs here: all its code, Python, and the packages that it declares.

    Two machines of which it says the same give the same results.
    """
    names = sorted(re.split(r"[^\w.-]", told)[0] for told in requires("clipfile") or () if "extra ==" not in told)
    versions = [f"{name} {version(name)}" for name in names]
    content = [f"{name}\0{len(data)}\0".encode() + data for name, data in _contents(files("generator"), "")]
    return sha256(b"\0".join((platform.python_version().encode(), "\n".join(versions).encode(), *content))).hexdigest()


def installed() -> str:
    """Digest of the names and versions of all packages that are installed here."""
    found = {entry.name for path in sys.path for entry in _entries(path) if entry.name.endswith(".dist-info")}
    return sha256("\n".join(sorted(found)).encode()).hexdigest()


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder or ".") as entries:
            return list(entries)
    except OSError:  # not every entry of the path is a folder
        return []


def _contents(folder: Traversable, name: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            found += [] if entry.name == "__pycache__" else _contents(entry, path)
        else:
            found.append((path, entry.read_bytes()))
    return found
