"""A finished generation becomes the site in one step; an unfinished one never does."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ClipfileError, GateError
from generator.rendering.swap import begin, current_site, publish


def _publish(build: Path, **files: str) -> Path:
    with begin(build) as generation:
        for name, text in files.items():
            (generation.path / name).write_text(text, encoding="utf-8")
        return publish(generation)


def _fail_halfway(build: Path) -> None:
    with begin(build) as generation:
        (generation.path / "page").write_text("half", encoding="utf-8")
        raise GateError("a link is broken")


def test_the_site_is_the_newest_finished_generation(tmp_path: Path) -> None:
    """build/site shows what was published last, and the generation before it is kept."""
    _publish(tmp_path, page="one")
    site = _publish(tmp_path, page="two")
    assert (site / "page").read_text(encoding="utf-8") == "two"
    assert (tmp_path / "previous" / "page").read_text(encoding="utf-8") == "one"


def test_a_failed_build_leaves_the_old_site(tmp_path: Path) -> None:
    """Whatever is raised before the swap, readers keep the old site and no half-written folder stays."""
    site = _publish(tmp_path, page="one")
    with pytest.raises(GateError):
        _fail_halfway(tmp_path)
    assert (site / "page").read_text(encoding="utf-8") == "one"
    assert len(list((tmp_path / "generations").iterdir())) == 1


def test_a_killed_build_leaves_no_trace(tmp_path: Path) -> None:
    """A generation that a killed build left behind is removed by the next one."""
    _publish(tmp_path, page="one")
    (tmp_path / "generations" / "000009").mkdir()
    _publish(tmp_path, page="two")
    assert sorted(path.name for path in (tmp_path / "generations").iterdir()) == ["000001", "000010"]


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    """The second build of one archive says that the first is at work."""
    with begin(tmp_path), pytest.raises(ClipfileError, match="Another build is at work"), begin(tmp_path):
        pass


def test_only_two_generations_are_kept_and_a_spare(tmp_path: Path) -> None:
    """Old generations do not pile up; the one before those two waits to be made the next."""
    for text in "abcd":
        _publish(tmp_path, page=text)
    assert sorted(path.name for path in (tmp_path / "generations").iterdir()) == ["000003", "000004", "spare"]
    assert (tmp_path / "generations" / "spare" / "page").read_text(encoding="utf-8") == "b"
    shown = current_site(tmp_path)
    assert shown is not None
    assert (shown / "page").read_text(encoding="utf-8") == "d"


def test_an_archive_can_be_named_relative_to_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build from inside the archive's folder leads to the same place, and the whole folder can be moved."""
    monkeypatch.chdir(tmp_path)
    _publish(Path("build"), page="one")
    _publish(Path("build"), page="two")
    (tmp_path / "build").rename(tmp_path / "moved")
    assert (tmp_path / "moved" / "site" / "page").read_text(encoding="utf-8") == "two"
