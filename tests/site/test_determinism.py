"""The same archive gives the same bytes: in another folder, time zone, locale and order, and after any detour."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.site.archives import REPOSITORY, ArchiveFolder, make
from tests.site.articles import PEOPLE, TOWN, numbered
from tests.site.conftest import MakeArchive

OTHER_MACHINE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "4711", "COLUMNS": "41"}
MANY = {f"harbour/{number}.md": numbered(number) for number in range(1, 7)}


def _copied_backwards(archive: ArchiveFolder, root: Path) -> ArchiveFolder:
    """The same files, written in the opposite order and in an umask and with times of their own."""
    files = [path for name in ("content", "site_config") for path in (archive.root / name).rglob("*") if path.is_file()]
    for path in [archive.root / "mkdocs.yml", *sorted(files, reverse=True)]:
        target = root / path.relative_to(archive.root)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        os.utime(target, (1, 1))
    return ArchiveFolder(root)


def test_another_machine_gives_the_same_bytes(demo: ArchiveFolder, tmp_path: Path) -> None:
    """The demonstration built in another folder, time zone, locale, hash seed and order of files is the same site."""
    other = _copied_backwards(demo, tmp_path / "a folder with spaces" / "ü")
    finished = other.run("build", **OTHER_MACHINE)
    assert finished.returncode == 0, finished.stderr
    assert other.permalinks() == demo.permalinks()
    assert _differing(demo, other) == set()


def _differing(one: ArchiveFolder, other: ArchiveFolder) -> set[str]:
    """Paths of the site, the registry among them, that are not the same in both."""
    left, right = ({**a.digests(), "permalinks.csv": a.permalinks()} for a in (one, other))
    return {path for path in left.keys() | right.keys() if left.get(path) != right.get(path)}


def test_adding_and_removing_gives_what_a_clean_build_gives(copy_of_demo: ArchiveFolder, tmp_path: Path) -> None:
    """After an article came and another one went, the demonstration is what it is when built anew from nothing."""
    folder = copy_of_demo
    folder.write({"meridian-wire/harbour.md": numbered(5)})
    folder.original("orbital-courier/012_17fdf9fa51bb4c2b.txt").unlink()
    report = folder.build(allow_shrink=True)
    assert report.computed["analyze"] < 20
    clean = _copied_backwards(folder, tmp_path / "clean")
    clean.build(allow_shrink=True)
    assert _differing(folder, clean) == set()


def test_a_cache_carried_to_a_fresh_checkout_is_used(archive: MakeArchive, tmp_path: Path) -> None:
    """As in CI: another folder, another machine, files of another day; nothing is computed, every byte is the same."""
    folder = archive(TOWN | MANY, {"people": PEOPLE})
    folder.build()
    fresh = _copied_backwards(folder, tmp_path / "fresh")
    shutil.copytree(folder.root / "build" / "cache", fresh.root / "build" / "cache")
    finished = fresh.run("build", "--json", **OTHER_MACHINE)
    assert finished.returncode == 0, finished.stderr
    assert json.loads(finished.stdout)["computed"] == {}
    assert _differing(folder, fresh) == set()


edits = st.lists(
    st.tuples(st.sampled_from(["write", "remove", "move", "change"]), st.sampled_from(sorted(MANY))),
    min_size=1,
    max_size=5,
)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rounds=st.lists(edits, min_size=1, max_size=2))
def test_any_sequence_of_edits_ends_where_a_clean_build_does(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[list[tuple[str, str]]]
) -> None:
    """Whatever was written, removed, moved and changed in whatever order, the site depends on what is there alone."""
    base = tmp_path_factory.mktemp("edits")
    folder = make(base / "archive", TOWN | MANY, {"people": PEOPLE})
    folder.build()
    for edited in rounds:
        for verb, name in edited:
            _edit(folder, verb, name)
        folder.build(allow_shrink=True)
    clean = _copied_backwards(folder, base / "clean")
    clean.build(allow_shrink=True)
    assert _differing(folder, clean) == set()


def _edit(folder: ArchiveFolder, verb: str, name: str) -> None:
    path = folder.original(name)
    if verb == "write":
        folder.write({name: MANY[name]})
    elif path.exists() and verb == "remove":
        path.unlink()
    elif path.exists() and verb == "move":
        path.rename(path.with_name(f"moved-{path.name}"))
    elif path.exists():
        path.write_text(path.read_text(encoding="utf-8").replace("pier", "quay"), encoding="utf-8")


def test_a_build_looks_at_no_clock_but_for_new_addresses(archive: MakeArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive whose addresses are all given is the same site on any later day."""
    folder = archive(TOWN, {"people": PEOPLE})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    folder.build()
    before = folder.digests()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    folder.build()
    differing = {path for path, digest in folder.digests().items() if before.get(path) != digest}
    assert differing <= {"sitemap.xml", "sitemap.xml.gz"}


def test_nothing_of_this_machine_is_published(demo: ArchiveFolder) -> None:
    """No file of the site names the folder in which it was built, this repository or its user's home."""
    for path, text in demo.texts().items():
        assert str(demo.root) not in text, path
        assert str(REPOSITORY) not in text, path
