"""Packages of web archives (WACZ): a ZIP file with WARC files under ``archive/`` and a list of pages."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any, Final, cast

import msgspec

from generator.ingest.captures import from_archive
from generator.ingest.originals import Source, Unreadable, quarantined
from generator.ingest.stream import ByteStream, allowance

if TYPE_CHECKING:
    from generator.model import Original, Passed, Quarantined

_DIRECTORY: Final = 5_000_000
_PAGES: Final = 20_000_000
_ARCHIVES: Final = (".warc", ".warc.gz", ".arc", ".arc.gz")
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


class _Measured:
    """A file of which no single read may be large: a ZIP file's directory is read at once, whatever size it claims."""

    def __init__(self, opened: IO[bytes]) -> None:
        self.seek, self.tell, self.seekable, self.close = opened.seek, opened.tell, opened.seekable, opened.close
        self._read = opened.read

    def read(self, size: int = -1, /) -> bytes:
        data = b"" if size > _DIRECTORY else self._read(size if size >= 0 else _DIRECTORY + 1)
        if size > _DIRECTORY or len(data) > _DIRECTORY:
            raise zipfile.BadZipFile("its directory is too large")
        return data


def from_package(source: Source, opened: IO[bytes]) -> Iterator[Original | Quarantined | Passed]:
    """The articles of all archives in a package, the archives in the order of their names.

    Raises:
        Unreadable: the file is no WACZ.
    """
    try:
        package = zipfile.ZipFile(cast("IO[bytes]", _Measured(opened)))
    except (*_BROKEN, ValueError, OSError) as error:
        raise Unreadable(f"is a ZIP file that cannot be read ({error})") from error
    with package:
        yield from _articles(source, package)


def _articles(source: Source, package: zipfile.ZipFile) -> Iterator[Original | Quarantined | Passed]:
    infos = [info for info in package.infolist() if info.filename.startswith("archive/")]
    archives = sorted(
        (info for info in infos if info.filename.lower().endswith(_ARCHIVES)), key=lambda info: info.filename
    )
    if not archives:
        is_wacz = "datapackage.json" in package.namelist()
        raise Unreadable(
            "is a WACZ package without a web archive in its folder archive/"
            if is_wacz
            else "is a ZIP archive or an office document, which is not read"
        )
    if "datapackage.json" not in package.namelist():
        yield quarantined(source, "is a WACZ package without datapackage.json: what it should hold cannot be checked")
    titles, allowed = _titles(package), allowance(source.file.size, source.limits)
    for info in archives:
        try:
            with package.open(info) as archive:
                yield from from_archive(source, ByteStream(archive, allowed), titles)
        except _BROKEN as error:
            yield quarantined(source, f"{info.filename} cannot be read to its end ({error})", info.filename)


def _titles(package: zipfile.ZipFile) -> dict[str, str]:
    """Address -> title of each page that the package lists."""
    try:
        with package.open("pages/pages.jsonl") as pages:
            lines = pages.read(_PAGES).splitlines()
    except (KeyError, *_BROKEN):
        return {}
    titles: dict[str, str] = {}
    for line in lines:
        try:
            page = msgspec.json.decode(line, type=dict[str, Any])
        except (msgspec.DecodeError, RecursionError):
            continue
        if isinstance(page.get("url"), str) and isinstance(page.get("title"), str):
            titles[page["url"]] = page["title"]
    return titles
