"""What the theme around a page is made from, but the page: where that is the same, so are the shells."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from generator.rendering.files import files_below
from generator.store.version import installed, program

_INHERIT: Final = re.compile(rb"^INHERIT: *[\"']?([^\"'#\n]+?)[\"']? *(?:#.*)?$", re.MULTILINE)
_ENVIRONMENT: Final = b"!ENV"


def theme_of(config: Any) -> bytes:
    """Digest of all that decides on the theme around pages; b"" where that cannot be said.

    It cannot where mkdocs.yml reads the environment, or where the navigation shows titles that only its pages know.

    Args:
        config: what MkDocs has read.
    """
    files = [*_chain(Path(config.config_file_path)), *_below(config.theme.custom_dir)]
    texts = [(str(path), path.read_bytes()) for path in files]
    if any(_ENVIRONMENT in text for path, text in texts if path.endswith(".yml")) or not _is_titled(config.nav):
        return b""
    digest = blake2b(f"{program()} {installed()} {os.environ.get('SOURCE_DATE_EPOCH')}".encode(), digest_size=16)
    for path, text in texts:
        digest.update(f"\0{path}\0{len(text)}\0".encode("utf-8", "surrogateescape"))
        digest.update(text)
    return digest.digest()


def _chain(path: Path) -> Iterator[Path]:
    """A configuration, and those that it inherits."""
    yield path
    if found := _INHERIT.search(path.read_bytes()):
        yield from _chain(path.parent / found[1].decode())


def _below(folder: str | None) -> list[Path]:
    return sorted(Path(entry.path) for _, entry in files_below(Path(folder))) if folder else []


def _is_titled(nav: Any) -> bool:
    """Whether every page of a navigation has its title there."""
    if isinstance(nav, list):
        return all(map(_is_titled, nav))
    return isinstance(nav, dict) and all(isinstance(value, str) or _is_titled(value) for value in nav.values())
