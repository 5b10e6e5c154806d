"""A build of which nothing is new: recognised, and never where anything is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from generator.options import Options
from generator.store import unchanged
from generator.store.unchanged import standing
from tests.site.archives import ArchiveFolder, make, put
from tests.site.articles import PEOPLE, TOWN

_OPTIONS = Options()


@pytest.fixture(name="folder", scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> ArchiveFolder:
    """An archive with a file of every kind that a build reads; every test leaves it as it was."""
    folder = make(tmp_path_factory.mktemp("unchanged"), TOWN, {"people": PEOPLE, "topics": "version: 1\n"})
    folder.write({"gazette/bridge.md.meta.yml": "rights: Ask.\n", "metadata.csv": "path,rights\nx.md,None\n"})
    put(folder.root / "content" / "pages" / "about.md", "# About\n\nThis.\n")
    put(folder.root / "extra" / "notes.txt", "Whatever mkdocs.yml may name.\n")
    folder.build()
    return folder


@contextmanager
def _changed(path: Path) -> Iterator[None]:
    """One byte is another, while size and time of change are what they were."""
    before, times = path.read_bytes(), (path.stat().st_atime_ns, path.stat().st_mtime_ns)
    at = len(before) // 2
    path.write_bytes(before[:at] + bytes([before[at] ^ 1]) + before[at + 1 :])
    os.utime(path, ns=times)
    try:
        yield
    finally:
        path.write_bytes(before)
        os.utime(path, ns=times)


def test_what_is_as_it_was_is_recognised(folder: ArchiveFolder) -> None:
    """Also where every file is newer than it was and no byte is another."""
    report = standing(folder.root, _OPTIONS)
    assert report is not None
    assert (report.articles, report.computed) == (3, {})
    for path in (folder.root / "content").rglob("*.md"):
        os.utime(path)
    assert standing(folder.root, _OPTIONS)
    assert standing(folder.root, replace(_OPTIONS, allow_shrink=True, scheduler="tcp://10.0.0.5:8786"))


def test_any_changed_byte_of_what_is_read_is_seen(folder: ArchiveFolder) -> None:
    """In originals, sidecars, tables, pages, every file of site_config/ and mkdocs.yml."""
    build = folder.root / "build"
    inputs = [path for path in folder.root.rglob("*") if path.is_file() and not path.is_relative_to(build)]
    assert len(inputs) >= 11
    for path in inputs:
        with _changed(path):
            assert standing(folder.root, _OPTIONS) is None, path
        assert standing(folder.root, _OPTIONS), path


def test_a_file_more_or_less_or_elsewhere_is_seen(folder: ArchiveFolder) -> None:
    """Whatever it holds."""
    new, old = folder.original("gazette/new.md"), folder.original("gazette/flood.md")
    put(new, "")
    assert standing(folder.root, _OPTIONS) is None
    new.unlink()
    old.rename(new)
    assert standing(folder.root, _OPTIONS) is None
    new.rename(old)
    assert standing(folder.root, _OPTIONS)


def test_any_harm_to_what_was_written_is_seen(folder: ArchiveFolder) -> None:
    """To a page that readers see, to data, report or schemas."""
    for name in (
        "site/index.html",
        "schemas/archive.schema.json",
        "data/articles.jsonl",
        "report/build.json",
        "mkdocs-base.yml",
    ):
        path = folder.root / "build" / name
        content, times = path.read_bytes(), (path.stat().st_atime_ns, path.stat().st_mtime_ns)
        path.write_bytes(content + b" ")
        assert standing(folder.root, _OPTIONS) is None, name
        path.write_bytes(content)
        os.utime(path, ns=times)
        assert standing(folder.root, _OPTIONS), name


def test_other_options_another_program_or_moment_are_seen(
    folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stricter build must look, a preview or a sample is another site."""
    for other in (
        Options(strict=True),
        Options(locked=True),
        Options(sample=2),
        Options(site=False),
        Options(plain=True),
    ):
        assert standing(folder.root, other) is None
    for name in ("program", "installed"):
        with monkeypatch.context() as patch:
            patch.setattr(unchanged, name, lambda: "another")
            assert standing(folder.root, _OPTIONS) is None
    with monkeypatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1234567890")
        assert standing(folder.root, _OPTIONS) is None
    assert standing(folder.root, _OPTIONS)


def test_a_preview_and_a_configuration_that_lies_elsewhere_leave_no_record(tmp_path: Path) -> None:
    """After them the next build is made."""
    folder = make(tmp_path / "archive", TOWN)
    folder.build()
    folder.build(preview=True)
    assert standing(folder.root, _OPTIONS) is None
    put(tmp_path / "site.yml", "site_name: Elsewhere\n")
    put(folder.root / "mkdocs.yml", "INHERIT: build/mkdocs-base.yml\nsite_name: Here\nextra: {other: ../site.yml}\n")
    folder.build()
    assert standing(folder.root, _OPTIONS) is None


def test_the_command_says_that_nothing_has_changed(folder: ArchiveFolder) -> None:
    """In no time, with status 0; the report stands, and --force builds all the same."""
    report = folder.root / "build" / "report" / "build.json"
    before = report.read_bytes()
    told = folder.run("build")
    assert (told.returncode, "Nothing has changed" in told.stderr) == (0, True), told.stderr
    assert report.read_bytes() == before
    forced = folder.run("build", "--force")
    assert "Nothing has changed" not in forced.stderr
    assert report.read_bytes() != before
