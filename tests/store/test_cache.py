"""The cache: quick to use, and never the caller's trouble."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import Any

import pytest

from generator.model import Block, Citation
from generator.store.cache import Cache, stage_key

BLOCK = Block(kind="paragraph", start=0, end=5)
K, A, B, C, NEW = (stage_key(name) for name in ("k", "a", "b", "c", "new"))


def test_values_come_back_typed(tmp_path: Path) -> None:
    """What was put is got again in the next run, as the same frozen values."""
    with Cache(tmp_path / "c" / "x.sqlite") as cache:
        cache.put("clean", K, BLOCK)
        cache.put_many("clean", {A: BLOCK, B: Block(kind="item", start=1, end=2, level=1)})
        assert cache.get("clean", K, Block) == BLOCK
    with Cache(tmp_path / "c" / "x.sqlite") as cache:
        assert cache.get_many("clean", [A, B, C], Block).keys() == {A, B}
        assert cache.get("analyze", K, Block) is None
        assert [(row.stage, row.rows) for row in cache.stats({})] == [("clean", 3)]
    assert not (tmp_path / "c" / "x.sqlite.damaged").exists()


def test_results_are_kept_when_the_build_fails(tmp_path: Path) -> None:
    """Each result is right by itself: an exception in a later stage does not lose it."""
    with pytest.raises(RuntimeError, match="later"), Cache(tmp_path / "x.sqlite") as cache:
        cache.put("clean", K, BLOCK)
        raise RuntimeError("later")
    with Cache(tmp_path / "x.sqlite") as cache:
        assert cache.get("clean", K, Block) == BLOCK


def test_a_closed_cache_has_written_everything(tmp_path: Path) -> None:
    """Whoever opens the file next finds what was put, though the context was never left."""
    cache = Cache(tmp_path / "x.sqlite").__enter__()
    cache.put("clean", K, BLOCK)
    cache.close()
    with Cache(tmp_path / "x.sqlite") as other:
        assert other.get("clean", K, Block) == BLOCK


def test_a_value_of_another_type_is_a_miss(tmp_path: Path) -> None:
    """Any doubt is a miss, and no reason to throw the rest away."""
    with Cache(tmp_path / "x.sqlite") as cache:
        cache.put("clean", K, Citation(name="CNN"))
        assert cache.get("clean", K, Block) is None
        assert cache.get("clean", K, Citation) == Citation(name="CNN")


def test_a_file_that_is_no_database_is_set_aside(tmp_path: Path) -> None:
    """Rubbish in the cache's place is kept for whoever wants to look, and a new cache begun."""
    path = tmp_path / "x.sqlite"
    path.write_bytes(b"rubbish" * 1000)
    with Cache(path) as cache:
        cache.put("clean", K, BLOCK)
        assert cache.get("clean", K, Block) == BLOCK
    assert (tmp_path / "x.sqlite.damaged").read_bytes().startswith(b"rubbish")
    with Cache(path) as cache:
        assert cache.get("clean", K, Block) == BLOCK


@pytest.mark.parametrize(
    "harm",
    [
        "PRAGMA user_version = 99",
        "ALTER TABLE result RENAME TO other",
        "UPDATE result SET value = x'7b7d'",
        "UPDATE result SET value = 'text'",
        "UPDATE result SET crc = NULL",
        "DROP TABLE result; CREATE TABLE result (a)",
    ],
)
def test_harm_to_the_contents_is_found(tmp_path: Path, harm: str) -> None:
    """Another version, another table or changed bytes are never trusted."""
    path = tmp_path / "x.sqlite"
    with Cache(path) as cache:
        cache.put("clean", K, BLOCK)
    connection = sqlite3.connect(path)
    connection.executescript(harm)
    connection.close()
    with Cache(path) as cache:
        assert cache.get("clean", K, Block) is None
        cache.put("clean", K, BLOCK)
        assert cache.get("clean", K, Block) == BLOCK


@pytest.mark.parametrize("keep", [0, 100, 5000, 9000])
def test_a_file_cut_short_or_overwritten_is_survived(tmp_path: Path, keep: int) -> None:
    """A disk that lost the end of the file costs the cache, not the build."""
    path = tmp_path / "x.sqlite"
    with Cache(path) as cache:
        cache.put_many("clean", {stage_key(str(n)): Block(kind="paragraph", start=n, end=n) for n in range(900)})
    data = path.read_bytes()
    path.write_bytes(data[:keep] + b"\xff" * (len(data) - keep) if keep != 5000 else data[:keep])
    with Cache(path) as cache:
        found = cache.get_many("clean", (stage_key(str(n)) for n in range(900)), Block)
        assert all(key == stage_key(str(block.start)) for key, block in found.items())
        cache.put("clean", NEW, BLOCK)
        assert cache.get("clean", NEW, Block) == BLOCK


def test_a_place_that_cannot_be_written_costs_only_the_cache(tmp_path: Path) -> None:
    """Where no file can be made, results are kept in memory for this build."""
    blocker = tmp_path / "file"
    blocker.write_text("not a folder")
    with Cache(blocker / "x.sqlite") as cache:
        cache.put("clean", K, BLOCK)
        assert cache.get("clean", K, Block) == BLOCK


def test_pruning_drops_what_the_last_builds_did_not_use(tmp_path: Path) -> None:
    """What any of them has read, put or only asked for is kept, however many builds ago it was made."""
    path = tmp_path / "x.sqlite"
    with Cache(path) as cache:
        cache.put_many("clean", {A: BLOCK, B: BLOCK, C: BLOCK})
        cache.put("analyze", K, BLOCK)
        cache.remember("2026-01-01", {"clean": "old"})
    for key in (B, C):
        with Cache(path) as cache:
            cache.get("clean", key, Block)
            cache.known("clean", [A, NEW])
            cache.remember("2026-02-02", {"clean": "new"})
    with Cache(path) as cache:
        assert cache.builds() == 3
        assert cache.unused(3) == {}
        assert cache.unused(2) == {"analyze": (K,)}
        assert cache.unused(1) == {"analyze": (K,), "clean": (B,)}
        (analyze, clean) = cache.stats({"clean": "new", "analyze": "new"})
        assert (analyze.rows, analyze.used, analyze.last_used, analyze.is_current) == (1, 0, "2026-01-01", False)
        assert (clean.rows, clean.used, clean.last_used, clean.is_current) == (3, 2, "2026-02-02", True)
        cache.drop(cache.unused(1))
        assert cache.known("clean", [A, B, C]) == {A, C}


def test_a_killed_build_leaves_a_cache_that_opens(tmp_path: Path) -> None:
    """A kill -9 in the middle of writing loses at most the last batch."""
    script = (
        "import sys, itertools\nfrom pathlib import Path\nfrom generator.store.cache import Cache, stage_key\n"
        "with Cache(Path(sys.argv[1])) as cache:\n"
        "    for n in itertools.count():\n"
        "        cache.put('clean', stage_key(str(n)), {'n': n})\n"
        "        if n == 1500: print('go', flush=True)\n"
    )
    path = tmp_path / "x.sqlite"
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", script, str(path)], cwd=root, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"go\n"
        os.kill(process.pid, signal.SIGKILL)
    with Cache(path) as cache:
        assert cache.get("clean", stage_key("700"), dict[str, int]) == {"n": 700}
    assert not path.with_name("x.sqlite.damaged").exists()


def test_a_cache_in_use_by_another_build_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked file is not damaged: this build works from memory, and the other one's results stay."""
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **_: connect(path, timeout=0))
    path = tmp_path / "x.sqlite"
    with Cache(path) as cache:
        cache.put("clean", K, BLOCK)
    other = connect(path)
    other.execute("BEGIN EXCLUSIVE")
    with Cache(path) as cache:
        cache.put("clean", NEW, BLOCK)
        assert cache.get("clean", NEW, Block) == BLOCK
    other.close()
    assert not path.with_name("x.sqlite.damaged").exists()
    with Cache(path) as cache:
        assert cache.get("clean", K, Block) == BLOCK


@pytest.mark.skipif("fork" not in get_all_start_methods(), reason="this system does not fork")
def test_a_forked_process_reads_with_a_connection_of_its_own(tmp_path: Path) -> None:
    """SQLite's connections must not be shared with a fork; this process's goes on as it was."""
    with Cache(tmp_path / "x.sqlite") as cache:
        cache.put("clean", K, BLOCK)
        cache.commit()
        with ProcessPoolExecutor(1, get_context("fork"), _inherit, (cache,)) as pool:
            assert pool.submit(_read_inherited, K).result() == (BLOCK, False)
        cache.put("clean", A, BLOCK)
        assert cache.get_many("clean", [K, A], Block).keys() == {K, A}


_inherited: dict[str, Any] = {}


def _inherit(cache: Cache) -> None:
    _inherited.update(cache=cache, connection=cache._connection)


def _read_inherited(key: bytes) -> tuple[Block | None, bool]:
    cache = _inherited["cache"]
    return cache.get("clean", key, Block), cache._connection is _inherited["connection"]


def test_keys_tell_apart_what_joins_alike() -> None:
    """Parts are counted, so that moving a letter from one to the next is another key."""
    assert stage_key("ab", "c") != stage_key("a", "bc")
    assert stage_key("a", "") != stage_key("a")
    assert stage_key("ä") == stage_key("ä".encode())
