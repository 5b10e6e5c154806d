"""Ids of articles: whatever becomes of the files of an archive, what one build gives the next gives again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from random import Random

from generator.ingest.identity import id_from_path, settle
from generator.model import Metadata, Origin, OriginalRow, OutletRef

_PATHS = [f"{stem}{end}" for stem in "abc" for end in (".txt", ".md", ".html")]
_FILE = "r.jsonl"
_ARCHIVES, _BUILDS = 400, 6

Files = dict[str, list[tuple[str, str]]]
"""Path -> of each of its articles its bytes and the id that it gives itself, '' for none."""


def test_what_one_build_gives_the_next_gives_again() -> None:
    """Copies, moved files and files that claim each other's ids, with all that has been published on the way."""
    told_apart = 0
    for seed in range(_ARCHIVES):
        chance, files, published = Random(seed), Files(), dict[str, str]()
        for _ in range(_BUILDS):
            _change(chance, files)
            first = settle(_originals(files), _known(published))[0]
            published |= {one.id: one.origin.sha256 for one in first}
            again = settle(_originals(files)[::-1], _known(published))[0]
            assert len({one.id for one in first}) == len(_originals(files))
            assert _ids(again) == _ids(first), f"seed {seed}: {files}"
            told_apart += sum("#" in one.id for one in first)
    assert told_apart > _ARCHIVES


def test_an_edited_file_keeps_its_id() -> None:
    """New bytes in its place are the same article, also where it is told apart from another with its id."""
    edited = 0
    for seed in range(_ARCHIVES):
        chance, files = Random(seed), Files()
        for _ in range(3):
            _change(chance, files)
        before = settle(_originals(files), {})[0]
        path = chance.choice(sorted(files))
        bytes_of_all = [one.origin.sha256 for one in before]
        if path == _FILE or bytes_of_all.count(files[path][0][0]) > 1:
            continue  # a copy of it may be what was published under its id
        edited += 1
        files[path] = [("new", files[path][0][1])]
        after = settle(_originals(files), _known({one.id: one.origin.sha256 for one in before}))[0]
        assert _at(after, path) == _at(before, path), f"seed {seed}: {files}"
    assert edited > _ARCHIVES / 10


def _change(chance: Random, files: Files) -> None:
    """Add, rename, copy, take away or edit up to three files."""
    for _ in range(chance.randrange(1, 4)):
        path, what = chance.choice([*_PATHS, _FILE]), chance.random()
        if path == _FILE:
            files[path] = [_article(chance) for _ in range(chance.randrange(1, 4))]
        elif path in files and what < 0.3:
            files[chance.choice(_PATHS)] = files.pop(path)
        elif path in files and what < 0.4:
            files[chance.choice(_PATHS)] = files[path]
        elif path in files and what < 0.7 and len(files) > 1:
            del files[path]
        else:
            files[path] = [_article(chance)]


def _article(chance: Random) -> tuple[str, str]:
    return chance.choice("xyz"), chance.choice(["", "", "", "a", "b", "mine", "yours"])


def _originals(files: Files) -> list[OriginalRow]:
    return [
        OriginalRow(
            id=given or (f"sha256-{digest}" if path == _FILE else id_from_path(path)),
            origin=Origin(path=path, sha256=digest, media_type="text/plain"),
            form="text",
            metadata=Metadata(),
            outlet=OutletRef(key="", name="", basis=""),
            place=place,
        )
        for path, articles in files.items()
        for place, (digest, given) in enumerate(articles)
    ]


def _known(published: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """As the registry of addresses has it: what is gone stays there."""
    known: dict[str, list[str]] = defaultdict(list)
    for identifier, digest in published.items():
        known[digest].append(identifier)
    return {digest: tuple(sorted(ids)) for digest, ids in known.items()}


def _ids(rows: Sequence[OriginalRow]) -> list[tuple[str, str, str]]:
    """Where each article lies and its id; equal records of one file are one to everybody."""
    return sorted((one.origin.path, one.origin.sha256, one.id) for one in rows)


def _at(rows: Sequence[OriginalRow], path: str) -> list[str]:
    return [one.id for one in rows if one.origin.path == path]
