"""What the pages of a generation were made from: where that is the same again, so is the page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

from generator.rendering.shells import Shape, Shell
from generator.store.version import code_digest

_SUFFIX: Final = ".manifest"


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """One page."""

    source: bytes
    """Digest of its source."""
    shell: bytes
    """Digest of the theme around it."""
    shape: Shape
    """What the theme around it depends on."""
    robots: str = ""
    """What it tells search engines: the sitemap asks."""
    stamp: tuple[int, int] = (0, 0)
    """Size and time of the page's file, which tell whether anybody has touched it since."""

    def makes_the_page_of(self, other: Entry) -> bool:
        """Whether both make the same page."""
        return msgspec.structs.replace(self, stamp=other.stamp) == other


class Manifest(msgspec.Struct, frozen=True):
    """All spliced pages of a generation."""

    code: str = ""
    """Digest of the code that made them."""
    pages: Mapping[str, Entry] = {}
    """By source below build/docs."""
    theme: bytes = b""
    """Digest of what the shells were made from; b"" where nobody can say."""
    shells: tuple[tuple[Shape, Shell | None], ...] = ()
    """Those that were proven, or that do not make what MkDocs makes (None)."""

    def shells_of(self, theme: bytes) -> dict[Shape, Shell | None]:
        """The shells, if they would come out of this theme again."""
        return dict(self.shells) if theme and theme == self.theme else {}


def beside(generation: Path) -> Path:
    """Where the manifest of a generation lies: it lives and goes with its generation."""
    return generation.with_name(generation.name + _SUFFIX)


def read(generation: Path | None) -> Manifest:
    """The manifest of a generation; an empty one where there is none, or where any doubt is left."""
    if generation is None:
        return Manifest()
    try:
        found = msgspec.msgpack.decode(beside(generation).read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError):
        return Manifest()
    return found if found.code == code_digest("rendering") else Manifest()


def write(generation: Path, pages: Mapping[str, Entry], theme: bytes, shells: Mapping[Shape, Shell | None]) -> None:
    """Say what the pages of a generation were made from."""
    manifest = Manifest(code=code_digest("rendering"), pages=pages, theme=theme, shells=tuple(shells.items()))
    beside(generation).write_bytes(msgspec.msgpack.encode(manifest))
