"""What each file holds, as rows without text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator import ingest
from generator.errors import ContentError
from generator.stages.running import Means, Stage, as_json, code_of, run
from generator.store.cache import Key, stage_key

_Named = tuple[ingest.SourceFile, str]
"""A file, and the hash of its bytes."""


def ingest_all(
    library: ingest.Library, means: Means, digest: Callable[[ingest.SourceFile], str] = ingest.digest_of_file
) -> list[ingest.Found]:
    """What each file of a library holds, in their order; a file is read again when it or what is said of it changes.

    Args:
        library: the files.
        means: what the stage works with.
        digest: of the bytes of a file, where somebody knows that without reading it.
    """
    context = library.context
    archive = context.config.archive
    shared = stage_key(
        code_of("ingest"),
        as_json((archive.limits, archive.folders, archive.accept_quarantine, context.config.outlets)),
        as_json(means.workers.measure),
    )

    def key(named: _Named) -> Key:
        file, hashed = named
        said = as_json((file.name, file.in_mirror, file.in_page, context.rows.get(file.name, ())))
        return stage_key(shared, said, hashed, b"" if file.sidecar is None else b"beside:" + file.sidecar)

    def compute(missing: Sequence[_Named]) -> Iterator[tuple[int, ingest.Found]]:
        places = {file.path: place for place, (file, _) in enumerate(missing)}
        for file, found in library.survey([file for file, _ in missing], means.workers):
            if ingest.digest_of_file(file) != missing[places[file.path]][1]:
                raise ContentError(f"{file.name} has changed while it was read. Build once more.")
            yield places[file.path], found

    stage: Stage[_Named, ingest.Found] = Stage(name="ingest", gives=ingest.Found, key=key, compute=compute)
    return run(stage, [(file, digest(file)) for file in library.files], means)
