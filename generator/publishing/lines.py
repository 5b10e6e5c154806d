"""articles.jsonl as a file: the rows that are new, and between them those of the last build as they stood."""

from __future__ import annotations

import mmap
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import IO, Final

import msgspec

from generator.publishing.tree import Tree

ARTICLES: Final = "articles.jsonl"
_ID, _ADDRESS = b'{"id":', b',"address":'


class ArticleLines:
    """articles.jsonl, whole for this machine and as it may be published: new rows, and those of the last build."""

    def __init__(self, out: Path) -> None:
        """Open both beside their place below ``out``; ``finish`` puts them there."""
        self.paths = (out / "data" / ARTICLES, out / "public" / "data" / ARTICLES)
        self._next = tuple(path.with_name(f".{path.name}.next") for path in self.paths)
        for path in self._next:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._files = tuple(
            _Lines(path.open("wb"), _Rows(old)) for path, old in zip(self._next, self.paths, strict=True)
        )

    def add(self, article: str, lines: Sequence[bytes] | None) -> None:
        """Add an article's rows, or those that it had; articles come sorted by id."""
        for number, file in enumerate(self._files):
            if lines:
                file.write(lines[number])
            else:
                file.copy(article)

    def finish(self, data: Tree, public: Tree) -> None:
        """Move the files to their places, untouched where nothing changed."""
        for file, made, path, tree in zip(self._files, self._next, self.paths, (data, public), strict=True):
            file.close()
            tree.adopt(path.relative_to(tree.root).as_posix(), made)


class _Lines:
    """A file of rows that is being written, with those of another: rows that follow each other there go at once."""

    def __init__(self, file: IO[bytes], before: _Rows) -> None:
        self._file, self._before = file, before
        self._start = self._end = 0

    def write(self, line: bytes) -> None:
        self._flush()
        self._file.write(line)

    def copy(self, article: str) -> None:
        start, end = self._before.place(article)
        if start != self._end:
            self._flush()
            self._start = start
        self._end = end

    def close(self) -> None:
        self._flush()
        self._file.close()

    def _flush(self) -> None:
        if self._start < self._end:
            with memoryview(self._before.content) as content:  # a slice of it would be a copy
                self._file.write(content[self._start : self._end])
        self._start = self._end = 0


class _Rows:
    """The rows of an articles.jsonl by id, looked at when they are asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def place(self, article: str) -> tuple[int, int]:
        """Where an article's row begins and ends in ``content``."""
        return self._places[article]

    @cached_property
    def content(self) -> mmap.mmap:
        """The whole file."""
        with self._path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    @cached_property
    def _places(self) -> dict[str, tuple[int, int]]:
        found, start = {}, 0
        while (end := self.content.find(b"\n", start) + 1) > 0:
            # Only the beginning of a row is read: its id comes first, its address next.
            identifier = self.content[start + len(_ID) : self.content.find(_ADDRESS, start, end)]
            found[msgspec.json.decode(identifier, type=str)] = start, end
            start = end
        return found
