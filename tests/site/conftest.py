"""Archives for the tests of the whole way: the demonstration, built once a run, and small ones."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.site.archives import MKDOCS, REPOSITORY, ArchiveFolder, Files, make

MakeArchive = Callable[..., ArchiveFolder]


@pytest.fixture(scope="session", name="demo")
def _demo(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> ArchiveFolder:
    """The demonstration archive of this repository, built once a test run; nobody writes into it."""
    base = tmp_path_factory.getbasetemp()
    shared = (base if worker_id == "master" else base.parent) / "demonstration"
    shared.mkdir(exist_ok=True)
    folder, done = ArchiveFolder(shared / "archive"), shared / "built"
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder.root, ignore_errors=True)
            for name in ("content", "site_config"):
                shutil.copytree(REPOSITORY / name, folder.root / name)
            shutil.copy(REPOSITORY / "mkdocs.yml", folder.root)
            finished = folder.run("build")
            done.write_text(finished.stderr if finished.returncode else "", encoding="utf-8")
    failure = done.read_text(encoding="utf-8")
    if failure:
        pytest.fail(f"the demonstration archive could not be built:\n{failure}")
    return folder


@pytest.fixture(name="archive")
def _archive(tmp_path: Path) -> MakeArchive:
    """A function that writes a small archive; ``.build()`` builds it."""
    names = iter(range(1, 100))

    def write(files: Files, config: Mapping[str, str] | None = None, mkdocs: str = MKDOCS) -> ArchiveFolder:
        return make(tmp_path / f"archive-{next(names)}", files, config, mkdocs)

    return write


@pytest.fixture(name="copy_of_demo")
def _copy_of_demo(demo: ArchiveFolder, tmp_path: Path) -> ArchiveFolder:
    """A built copy of the demonstration archive that a test may change."""
    shutil.copytree(demo.root, tmp_path / "copy", symlinks=True)
    return ArchiveFolder(tmp_path / "copy")
