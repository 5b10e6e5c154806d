"""The files of an archive, read whenever their texts are wanted: what is held of them at once is a few files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain

from generator.errors import ContentError
from generator.ingest.context import IngestContext
from generator.ingest.discovery import SourceFile
from generator.ingest.metadata import Said
from generator.ingest.reading import Item, is_container, items, read, refused
from generator.model import Original, OriginalRow, Passed, Quarantined
from generator.workers import Overrun, Workers


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one file holds: rows, and no text."""

    originals: tuple[OriginalRow, ...] = ()
    """In the order of the file; ids are those that each claims."""
    quarantined: tuple[Quarantined, ...] = ()
    passed: tuple[Passed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Files that are read where that can be stopped; a container is read here, record by record."""

    files: tuple[SourceFile, ...]
    """Sorted by name."""
    context: IngestContext
    shelf: Mapping[str, tuple[SourceFile, ...]] = field(default_factory=dict)
    """Name -> the files that have it: on some disks two names differ in nothing but their encoding."""

    @classmethod
    def of(cls, files: Sequence[SourceFile], context: IngestContext) -> Library:
        """The library of these files."""
        shelf: defaultdict[str, list[SourceFile]] = defaultdict(list)
        for file in files:
            shelf[file.name].append(file)
        return cls(files=tuple(files), context=context, shelf={name: tuple(same) for name, same in shelf.items()})

    def survey(self, files: Sequence[SourceFile], workers: Workers) -> Iterator[tuple[SourceFile, Found]]:
        """What each of some files holds, in any order."""
        for file, found in self._opened(files, workers):
            originals, refusals, passed = list[OriginalRow](), list[Quarantined](), list[Passed]()
            for item in found:
                if isinstance(item, Original):
                    originals.append(replace(item.row, place=len(originals)))
                elif isinstance(item, Passed):
                    passed.append(item)
                else:
                    refusals.append(item if isinstance(item, Quarantined) else self._stopped(file, item, originals))
            yield file, Found(originals=tuple(originals), quarantined=tuple(refusals), passed=tuple(passed))

    def _stopped(self, file: SourceFile, overrun: Overrun, before: Sequence[OriginalRow]) -> Quarantined:
        reason = f"holds a record that {overrun.reason}: the rest is not read" if before else overrun.reason
        return refused(file, reason, self.context)

    def texts(self, rows: Iterable[OriginalRow], workers: Workers) -> Iterator[tuple[OriginalRow, Original | Overrun]]:
        """The originals of these rows, in any order.

        Raises:
            ContentError: a file has changed since it was read for the first time.
        """
        wanted: defaultdict[str, _Rows] = defaultdict(lambda: defaultdict(list))
        for row in rows:
            wanted[row.origin.path][row.place, row.digest].append(row)
        files = [file for name in sorted(wanted) for file in self.shelf.get(name, ())]
        for file, found in self._opened(files, workers):
            rest, place = wanted[file.name], 0
            for item in found:
                if isinstance(item, Original):
                    for row in rest.pop((place, item.digest), ()):
                        yield row, row.with_text(item.text)
                    place += 1
                elif isinstance(item, Overrun):
                    for row in chain.from_iterable(rest.values()):
                        yield row, item
                    rest.clear()
        if changed := sorted(name for name, rest in wanted.items() if rest):
            raise ContentError(f"{changed[0]} has changed since this build began to read it. Build once more.")

    def _opened(
        self, files: Sequence[SourceFile], workers: Workers
    ) -> Iterator[tuple[SourceFile, Iterable[Item | Overrun]]]:
        """Each file with what it holds: those that are read at once first, then the containers."""
        limit = self.context.config.archive.limits.file_bytes
        going, apart = list[SourceFile](), list[SourceFile]()

        def whole() -> Iterator[_Told]:
            for file in files:
                loaded = _loaded(file, limit)
                if is_container(loaded):
                    apart.append(file)
                else:
                    going.append(file)
                    yield loaded, self.context.rows.get(file.name, ())

        read_one, total = partial(_read_told, context=self.context.of_any), sum(file.size for file in files)
        for place, result in enumerate(workers.map(read_one, whole(), _size, total)):
            yield going[place], (result,) if isinstance(result, Overrun) else result
        for file in apart:
            yield file, workers.steps(items(file, self.context))


_Rows = defaultdict[tuple[int, str], list[OriginalRow]]
"""Place and digest -> the rows that have them: mostly one."""
_Told = tuple["SourceFile", tuple["Said", ...]]
"""A file with its bytes, and what tables say of it."""


def _read_told(told: _Told, context: IngestContext) -> tuple[Item, ...]:
    file, said = told
    return read(file, replace(context, rows={file.name: said}))


def _size(told: _Told) -> int:
    return told[0].size


def _loaded(file: SourceFile, limit: int) -> SourceFile:
    """The file with its bytes, unless it is too large to be read at once; reading says what is wrong with it."""
    if file.size > limit:
        return file
    try:
        return replace(file, data=file.path.read_bytes())
    except OSError:
        return file
