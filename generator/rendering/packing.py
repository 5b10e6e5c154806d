"""Fewer files of a search index, for hosts that count them: the extracts of a few pages share one."""

from __future__ import annotations

import gzip
from collections import defaultdict
from pathlib import Path
from typing import Final

_SIGNATURE: Final = b"pagefind_dcd"
_SUFFIX: Final = ".pf_fragment"
_DIGITS: Final = 2
"""Of the end of an extract's name, in base 16: those that share them share a file."""
LOADS: Final = (
    ("fragment/${hash}.pf_fragment", f"fragment/${{hash.slice(-{_DIGITS})}}.pf_fragment"),
    (
        "return JSON.parse(new TextDecoder().decode(fragment));",
        "return JSON.parse(new TextDecoder().decode(fragment))[hash];",
    ),
)
"""How Pagefind's script loads an extract, and how it has to then."""


def pack(part: Path) -> None:
    """Put the extracts of a part together."""
    packs: defaultdict[str, list[Path]] = defaultdict(list)
    for path in sorted((part / "fragment").glob(f"*{_SUFFIX}")):
        packs[path.stem[-_DIGITS:]].append(path)
    for name, paths in packs.items():
        told = (f'"{path.stem}":'.encode() + _read(path) for path in paths)
        content = gzip.compress(_SIGNATURE + b"{" + b",".join(told) + b"}", mtime=0)
        for path in paths:
            path.unlink()
        (part / "fragment" / f"{name}{_SUFFIX}").write_bytes(content)


def _read(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()).removeprefix(_SIGNATURE)
