"""What a caller may ask of a build."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How much is built of an archive, how strictly, and for whom."""

    site: bool = True
    """False: stop after build/data."""
    strict: bool = False
    """A quarantined original is an error unless archive.yml accepts it."""
    locked: bool = False
    """permalinks.csv must not change."""
    sample: int | None = None
    """Only so many originals, spread over the archive: a quick look; nothing is written to permalinks.csv."""
    allow_shrink: bool = False
    """More than 2 % of the articles may go."""
    plain: bool = False
    """MkDocs renders every page by itself."""
    scheduler: str | None = None
    """Address of a Dask scheduler whose cluster reads, cleans and analyses; without one this machine does."""
    preview: bool = False
    """The site is for the maintainer's eyes: no address is given for ever."""

    @property
    def is_for_readers(self) -> bool:
        """Whether the addresses of this build are kept for ever."""
        return self.sample is None and not self.preview
