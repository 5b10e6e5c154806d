"""The pages of a site as the gate knows them: one that stays the same file is neither read nor thought over again."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from generator.rendering.facts import Facts, read
from generator.store.version import code_digest

Files = Mapping[str, os.stat_result]
"""Every file of a site, by its path with slashes."""
_SUFFIX: Final = ".facts"


class _Page(msgspec.Struct, frozen=True, array_like=True):
    stamp: tuple[int, int, int]
    """Number on the disk (inode), size and time of its file: no other file has the same."""
    facts: msgspec.Raw
    """Not unpacked before somebody asks."""


class _Kept(msgspec.Struct, frozen=True):
    """What is remembered of a generation that has passed the gate."""

    code: str = ""
    site_url: str = ""
    pages: Mapping[str, _Page] = {}
    targets: frozenset[str] = frozenset()
    """Files that its pages link to, all of them and perhaps more."""
    inline: Mapping[str, tuple[tuple[str, str], ...]] = {}
    """Of the pages that have any (see ``Facts``)."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Every page of a site: what was read of it now, or what is known of the same file since an earlier build."""

    fresh: Mapping[str, Facts]
    known: Mapping[str, _Page]
    _before: _Kept

    def __contains__(self, name: object) -> bool:
        """Whether there is a page of this name."""
        return name in self.fresh or name in self.known

    def __len__(self) -> int:
        """How many there are."""
        return len(self.fresh) + len(self.known)

    def facts(self, name: str) -> Facts:
        """What a page says."""
        return self.fresh[name] if name in self.fresh else _facts(self.known[name])

    def doubtful(self, files: Files) -> Iterator[tuple[str, Facts]]:
        """The pages whose links may lead nowhere, with what they say.

        Those that are known were right when they were published; they still are, unless something that pages linked to
        is there no more.
        """
        yield from self.fresh.items()
        if not self._all_stands(files):
            yield from ((name, _facts(page)) for name, page in self.known.items())

    @property
    def inline(self) -> Iterator[tuple[str, str]]:
        """What a Content-Security-Policy must allow by name."""
        for facts in self.fresh.values():
            yield from facts.inline
        for name, found in self._before.inline.items():
            if name in self.known:
                yield from found

    def _all_stands(self, files: Files) -> bool:
        """Whether all is still there that the pages of the generation before linked to, files and places in them."""
        again = ((facts, self._before.pages[name]) for name, facts in self.fresh.items() if name in self._before.pages)
        return self._before.targets <= files.keys() and all(
            _facts(page).anchors <= facts.anchors for facts, page in again
        )

    def keep(self, site: Path, files: Files, site_url: str) -> None:
        """Remember all of it beside the generation, which has passed."""
        exact = self._before.targets <= files.keys()
        others = self._before.targets if exact else {t for page in self.known.values() for t in _facts(page).targets}
        fresh = {name: _Page(_stamp(files[name]), _packed(facts)) for name, facts in self.fresh.items()}
        kept = _Kept(
            code=code_digest("rendering"),
            site_url=site_url,
            pages={**self.known, **fresh},
            targets=frozenset(others).union(*(facts.targets for facts in self.fresh.values())),
            inline={name: found for name, found in self._before.inline.items() if name in self.known}
            | {name: facts.inline for name, facts in self.fresh.items() if facts.inline},
        )
        _beside(site).write_bytes(msgspec.msgpack.encode(kept))


def look(site: Path, files: Files, site_url: str, before: Path | None) -> Pages:
    """The pages of a site.

    Args:
        site: the folder of a generation.
        files: what is in it.
        site_url: where it will be, '' if that is not known.
        before: the generation that readers see. A page that is the same file there says the same.
    """
    old = _recall(before, site_url)
    names = sorted(name for name in files if name.endswith(".html"))
    known = {name: old.pages[name] for name in names if name in old.pages and _is_it(old.pages[name], files[name])}
    return Pages(read(site, [name for name in names if name not in known], site_url), known, old)


def _recall(before: Path | None, site_url: str) -> _Kept:
    try:
        found = msgspec.msgpack.decode(_beside(before).read_bytes(), type=_Kept) if before else _Kept()
    except (OSError, msgspec.MsgspecError):
        return _Kept()
    return found if (found.code, found.site_url) == (code_digest("rendering"), site_url) else _Kept()


def _beside(site: Path) -> Path:
    return site.with_name(site.name + _SUFFIX)


def _is_it(page: _Page, found: os.stat_result) -> bool:
    return page.stamp == _stamp(found)


def _stamp(found: os.stat_result) -> tuple[int, int, int]:
    return found.st_ino, found.st_size, found.st_mtime_ns


def _packed(facts: Facts) -> msgspec.Raw:
    return msgspec.Raw(msgspec.msgpack.encode(facts))


def _facts(page: _Page) -> Facts:
    return _FACTS.decode(page.facts)


_FACTS: Final = msgspec.msgpack.Decoder(Facts)
