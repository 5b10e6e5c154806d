"""``clipfile build --scheduler``: the same site by other processes, and none of them is needed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.site.archives import REPOSITORY, ArchiveFolder, Files, make
from tests.site.articles import PEOPLE, TOWN, numbered

_MANY = {f"harbour/{number}.md": numbered(number) for number in range(1, 250)}
_FILES: Files = {**TOWN, **_MANY, "harbour/bad.txt": b"\x00\x01" * 50}


@contextmanager
def _cluster(*how: str) -> Iterator[tuple[str, list[str]]]:
    """The scheduler's address, and what the cluster says until it ends: complete after the block."""
    command, said = [sys.executable, "-m", "tests.site.cluster", *how], list[str]()
    with subprocess.Popen(command, cwd=REPOSITORY, stdin=-1, stdout=-1, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip(), said
        finally:
            process.stdin.close()
            said += process.stdout.read().splitlines()


@pytest.fixture(name="here", scope="module")
def _here(tmp_path_factory: pytest.TempPathFactory) -> ArchiveFolder:
    """An archive as this machine builds it."""
    folder = make(tmp_path_factory.mktemp("here"), _FILES, {"people": PEOPLE})
    folder.build()
    return folder


def test_a_cluster_gives_the_same_bytes_and_a_killed_process_loses_nothing(here: ArchiveFolder, tmp_path: Path) -> None:
    """Two processes, one of which dies by kill -9 when it has done a part."""
    there = make(tmp_path, _FILES, {"people": PEOPLE})
    with _cluster("kill") as (address, said):
        finished = there.run("build", "--scheduler", address)
    assert finished.returncode == 0, finished.stderr
    assert [line.split()[0] for line in said] == ["killed"]
    assert there.permalinks() == here.permalinks()
    assert there.digests() == here.digests()


def test_what_is_wrong_with_a_cluster_is_said(tmp_path: Path) -> None:
    """Nobody there, or processes that cannot hold a measure: one message, no traceback, nothing published."""
    there = make(tmp_path, TOWN)
    with _cluster("threads") as (address, _):
        shared = there.run("build", "--scheduler", address)
    nobody = there.run("build", "--scheduler", address)
    wrong = there.run("build", "--scheduler", "10.0.0.5")
    for told, part in ((shared, "--nthreads 1"), (nobody, "No Dask scheduler answers"), (wrong, "--scheduler")):
        assert told.returncode == 1
        assert part in told.stderr
        assert "Traceback" not in told.stderr
    assert not there.site.exists()


def test_a_machine_without_the_extra_says_how_to_get_it(tmp_path: Path) -> None:
    """The package is not among those that every archive needs."""
    (tmp_path / "distributed.py").write_text("raise ImportError('none here')", encoding="utf-8")
    told = make(tmp_path / "there", TOWN).run("build", "--scheduler", "tcp://127.0.0.1:1", PYTHONPATH=str(tmp_path))
    assert told.returncode == 1
    assert "extra" in told.stderr
    assert "Traceback" not in told.stderr
