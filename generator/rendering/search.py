"""The search index: Pagefind's binary over the pages of articles, a part of them at a time (decision 0005)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import msgspec

from generator.errors import RenderError
from generator.rendering.files import files_below, lay
from generator.rendering.packing import LOADS, pack
from generator.rendering.parts import Findable, parts_of
from generator.rendering.swap import SEARCH
from generator.store.version import code_digest

_LIST: Final = "parts.json"
_SUFFIX: Final = ".search"
_RUNTIME: Final = ("pagefind.js", "pagefind-worker.js", "wasm.*.pagefind")
"""What a browser runs: once, beside the first part."""
_UNUSED: Final = ("pagefind-*ui.*", "pagefind-highlight.js")
"""Pagefind's own boxes and lists: the theme has others."""
_ASKS: Final = (
    "this.backend.request_indexes(ptr,term)",
    'term?this.backend.request_indexes(ptr,term):"[]"',
)
"""Where no word is looked for, only filters, Pagefind 1.5.2 fetches every word there is, and then uses none."""
_PARTS, _FEW_PARTS = 16, 8
"""From so many parts on they grow; the second where files are to be few."""
_CHUNK: Final = 4000
"""Bytes of a file of words before it is packed. One word is looked up in every part: ours are smaller than usual."""
_BIG_CHUNK: Final = 40_000
"""The same where files are to be few."""


class _Part(msgspec.Struct, frozen=True, array_like=True):
    """A part of an index as it was left."""

    made_from: bytes
    files: Mapping[str, tuple[int, int]]
    """Path below the part -> size and time, which tell whether anybody has touched it since."""


class _Kept(msgspec.Struct, frozen=True):
    """The index of a generation."""

    code: str = ""
    parts: Mapping[str, _Part] = {}


class Settings(msgspec.Struct, frozen=True, array_like=True):
    """How an index is made."""

    language: str = "en"
    """Whose words are cut to their stems."""
    few_files: bool = False
    """Fewer and larger files, of which a reader loads more."""


def index(site_dir: Path, pages: Iterable[Findable], settings: Settings, *, before: Path | None = None) -> int:
    """Index rendered pages into ``site_dir/pagefind`` and return how many can be found.

    A part whose pages are those that it had in the generation ``before`` becomes hard links to it. An older index may
    lie there: what is right in it stays.

    Raises:
        RenderError: the binary is missing or failed; the message holds what it printed.
    """
    bundle, parts = site_dir / SEARCH, parts_of(pages, _FEW_PARTS if settings.few_files else _PARTS)
    bundle.mkdir(exist_ok=True)
    for path in bundle.iterdir():
        if path.name not in parts:
            _remove(path)
    known = _kept(before) if before else {}
    made: dict[str, _Part] = {}
    for name, inside in parts.items():
        is_first, old = not made, known.get(name)
        made_from = _reading(inside, (settings, is_first))
        target = bundle / name
        if before and old and old.made_from == made_from and _link(before / SEARCH / name, target, old):
            made[name] = old
            continue
        _remove(target)
        _make(site_dir, inside, target, settings)
        _lighten(target, settings, is_first=is_first)
        made[name] = _Part(made_from, dict(_files(target)))
    count = sum(len(inside) for inside in parts.values())
    (bundle / _LIST).write_text(json.dumps({"pages": count, "parts": list(parts)}), encoding="utf-8")
    _beside(site_dir).write_bytes(msgspec.msgpack.encode(_Kept(_code(), made)))
    return count


def _reading(pages: Sequence[Findable], settings: object) -> bytes:
    """Digest of all that a part is made from."""
    read = (settings, [(page.address, page.digest) for page in pages])
    return blake2b(msgspec.msgpack.encode(read), digest_size=16).digest()


def _make(site_dir: Path, pages: Iterable[Findable], target: Path, settings: Settings) -> None:
    """Have Pagefind index these pages, in a folder where there are no others: it walks through all that it is given."""
    with TemporaryDirectory(dir=site_dir.parent, prefix=f"{site_dir.name}.", suffix=".pages") as folder:
        for page in pages:
            lay(site_dir / page.address / "index.html", Path(folder, page.address, "index.html"))
        command = [str(_binary()), "--site", folder, "--output-path", str(target), "--force-language"]
        command.append(settings.language)
        chunk = str(_BIG_CHUNK if settings.few_files else _CHUNK)
        env = {**os.environ, "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": chunk}
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)  # noqa: S603 - our own binary, no shell
    if done.returncode != 0:
        raise RenderError(f"Pagefind could not index the site:\n{done.stdout}{done.stderr}")


def _lighten(part: Path, settings: Settings, *, is_first: bool) -> None:
    """Take out of a part what no browser needs of it."""
    if settings.few_files:
        pack(part)
    for script in part.glob("pagefind*.js") if is_first else ():
        text = script.read_text(encoding="utf-8")
        for one, other in (_ASKS, *LOADS) if settings.few_files else (_ASKS,):
            text = text.replace(one, other)
        script.write_text(text, encoding="utf-8")
    for pattern in _UNUSED if is_first else (*_UNUSED, *_RUNTIME):
        for path in part.glob(pattern):
            path.unlink()


def _link(old: Path, new: Path, part: _Part) -> bool:
    """Lay a part of the generation before, unless it lies there; False where it is not as it was left."""
    if dict(_files(new)) == part.files:
        return True
    _remove(new)
    if dict(_files(old)) != part.files:
        return False
    for name in part.files:
        lay(old / name, new / name)
    return True


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _files(part: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """Path below a part, size and time of each of its files."""
    for path, entry in files_below(part) if part.is_dir() else ():
        found = entry.stat()
        yield path, (found.st_size, found.st_mtime_ns)


def _kept(generation: Path) -> Mapping[str, _Part]:
    try:
        found = msgspec.msgpack.decode(_beside(generation).read_bytes(), type=_Kept)
    except (OSError, msgspec.MsgspecError):
        return {}
    return found.parts if found.code == _code() else {}


def _code() -> str:
    return f"{code_digest('rendering')} {version('pagefind-bin')}"


def _beside(generation: Path) -> Path:
    return generation.with_name(generation.name + _SUFFIX)


def _binary() -> Path:
    import pagefind_bin  # noqa: PLC0415 - a check of the configuration need not have it

    return Path(pagefind_bin.get_executable())
