"""The pages of a site as the gate knows them: one that stays the same file is neither read nor thought over again."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator, Mapping, Sequence
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
    """``_Packed``, not unpacked before somebody asks."""


class _Packed(msgspec.Struct, frozen=True, array_like=True):
    """Facts of a page that was right, with numbers for the files that it links to: most pages link to the same."""

    targets: bytes
    places: tuple[tuple[int, str], ...]
    anchors: tuple[str, ...]


class _Kept(msgspec.Struct, frozen=True):
    """What is remembered of a generation that has passed the gate."""

    code: str = ""
    site_url: str = ""
    pages: Mapping[str, _Page] = {}
    targets: tuple[str, ...] = ()
    """Files that its pages link to, all of them and perhaps more: their numbers are their places here."""
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

    def anchors(self, name: str) -> frozenset[str]:
        """What others may lead to in a page."""
        return self.fresh[name].anchors if name in self.fresh else _anchors(self.known[name])

    def doubtful(self, files: Files) -> Iterator[tuple[str, Facts]]:
        """The pages whose links may lead nowhere, with what they say.

        Those that are known were right when they were published; they still are, unless something that they link to is
        there no more.
        """
        yield from self.fresh.items()
        gone, poorer = self._gone(files), self._poorer()
        for name, page in self.known.items() if gone or poorer else ():
            packed = _PACKED.decode(page.facts)
            if not (
                gone.isdisjoint(array("I", packed.targets)) and poorer.isdisjoint(number for number, _ in packed.places)
            ):
                yield name, self._unpacked(page)

    @property
    def inline(self) -> Iterator[tuple[str, str]]:
        """What a Content-Security-Policy must allow by name."""
        for facts in self.fresh.values():
            yield from facts.inline
        for name, found in self._before.inline.items():
            if name in self.known:
                yield from found

    def _gone(self, files: Files) -> frozenset[int]:
        """Numbers of files that pages of the generation before linked to and that are there no more."""
        return frozenset(number for number, path in enumerate(self._before.targets) if path not in files)

    def _poorer(self) -> frozenset[int]:
        """Numbers of the pages that have lost a place that others may link to."""
        pages = self._before.pages
        lost = {name for name, now in self.fresh.items() if name in pages and not _anchors(pages[name]) <= now.anchors}
        return frozenset(number for number, path in enumerate(self._before.targets) if path in lost)

    def _unpacked(self, page: _Page) -> Facts:
        return _facts(page, self._before.targets)

    def keep(self, site: Path, files: Files, site_url: str) -> None:
        """Remember all of it beside the generation, which has passed."""
        known, numbers = self.known, {path: number for number, path in enumerate(self._before.targets)}
        if not files.keys() >= numbers.keys():
            numbers = {}
            known = {name: _Page(page.stamp, _packed(self._unpacked(page), numbers)) for name, page in known.items()}
        fresh = {name: _Page(_stamp(files[name]), _packed(facts, numbers)) for name, facts in self.fresh.items()}
        kept = _Kept(
            code=code_digest("rendering"),
            site_url=site_url,
            pages={**known, **fresh},
            targets=tuple(numbers),
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


def _packed(facts: Facts, numbers: dict[str, int]) -> msgspec.Raw:
    """Facts with the numbers of files; those that have none yet get the next."""

    def number(path: str) -> int:
        return numbers.setdefault(path, len(numbers))

    places = tuple((number(path), anchor) for path, anchor in facts.places)
    packed = _Packed(array("I", map(number, facts.targets)).tobytes(), places, tuple(sorted(facts.anchors)))
    return msgspec.Raw(msgspec.msgpack.encode(packed))


def _anchors(page: _Page) -> frozenset[str]:
    return frozenset(_PACKED.decode(page.facts).anchors)


def _facts(page: _Page, targets: Sequence[str]) -> Facts:
    """The facts of a page again: nothing was wrong with it, and its scripts are kept apart."""
    packed = _PACKED.decode(page.facts)
    return Facts(
        targets=tuple(targets[number] for number in array("I", packed.targets)),
        places=tuple((targets[number], anchor) for number, anchor in packed.places),
        anchors=frozenset(packed.anchors),
        problems=(),
    )


_PACKED: Final = msgspec.msgpack.Decoder(_Packed)
