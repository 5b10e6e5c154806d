"""A build that remembers gives what a build that remembers nothing gives, whatever has happened to the archive.

``make soak`` takes a thousand steps; ``STEPS`` and ``SEED`` in the environment say how many, and by which chance.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from generator.errors import ClipfileError
from generator.options import Options
from generator.rendering import parts
from generator.store.unchanged import standing
from tests.site import changes
from tests.site.archives import ArchiveFolder, make

STEPS = int(os.environ.get("STEPS", "25"))
SEED = int(os.environ.get("SEED", "1"))
_INPUTS = ("content", "site_config", "mkdocs.yml")
_OUTPUTS = ("site", "docs", "data", "public", "theme", "report", "schemas")
_REPORT = "report/build.json"
"""Once published, an id that two files claim is warned of no more: a build of what is there already says less.

Where nothing has changed the report stands, and so does whatever somebody has done to the sources of pages.
"""
_TOLD = ("articles", "pages", "quarantined", "passed", "warnings", "unsure", "learned")
"""What a report says of the archive and not of the build."""


def _inputs(folder: ArchiveFolder, to: Path) -> Path:
    """A copy of all that a build reads; nothing of what it has written but the addresses."""
    shutil.rmtree(to, ignore_errors=True)
    for name in _INPUTS:
        path = folder.root / name
        (shutil.copytree if path.is_dir() else shutil.copyfile)(path, _made(to) / name)
    return to


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _restore(folder: ArchiveFolder, kept: Path, *, addresses: bool) -> None:
    """The archive as it was; its addresses are for ever, but where a build has failed."""
    registry = folder.permalinks()
    for name in _INPUTS:
        path = folder.root / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    shutil.copytree(kept, folder.root, dirs_exist_ok=True)
    if addresses:
        (folder.root / "site_config" / "permalinks.csv").write_text(registry, encoding="utf-8", newline="")


def _built(folder: ArchiveFolder) -> str:
    """Build, as the command does; what is wrong with the archive, or ''."""
    if standing(folder.root, Options(allow_shrink=True)):
        return ""
    try:
        folder.build(allow_shrink=True)
    except ClipfileError as error:
        return str(error).replace(str(folder.root), "")
    return ""


def _outputs(folder: ArchiveFolder) -> dict[str, bytes]:
    """Every file that a build writes, but what a report says of the build itself; of the search index what it knows."""
    found = dict(_files(folder)) | dict(_extracts(folder))
    found[_REPORT] = _told(found[_REPORT])
    return found | {"permalinks.csv": folder.permalinks().encode()}


def _extracts(folder: ArchiveFolder) -> Iterator[tuple[str, bytes]]:
    """What the search knows of each page: its words, filters and details; which parts there are, and in what order."""
    index = folder.root / "build" / "site" / "pagefind"
    for path in index.rglob("*.pf_fragment"):
        told = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        yield f"{path.relative_to(index).parts[0]} {told['url']}", json.dumps(_sorted(told), sort_keys=True).encode()
    if (index / "parts.json").is_file():
        yield "parts.json", (index / "parts.json").read_bytes()


def _sorted(told: dict[str, Any]) -> dict[str, Any]:
    """With the values of filters in order, which Pagefind does not keep."""
    return told | {"filters": {key: sorted(values) for key, values in told["filters"].items()}}


def _files(folder: ArchiveFolder) -> Iterator[tuple[str, bytes]]:
    for name in _OUTPUTS:
        top = (folder.root / "build" / name).resolve()
        for path in top.rglob("*"):
            inside = path.relative_to(top)
            if path.is_file() and inside.parts[0] != "pagefind":
                yield f"{name}/{inside.as_posix()}", path.read_bytes()


def _told(report: bytes) -> bytes:
    told = json.loads(report)
    return json.dumps({key: told[key] for key in _TOLD}).encode()


def _differing(one: dict[str, bytes], other: dict[str, bytes]) -> set[str]:
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def _tell(step: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Count the steps of a soak, which takes hours."""
    if "STEPS" in os.environ:
        with capsys.disabled():
            sys.stderr.write(f"\r{step:,} of {STEPS:,} steps of seed {SEED}")
            sys.stderr.flush()


def test_after_any_changes_a_build_gives_what_a_clean_build_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every file of the site, of the data and of the report, after every step; a step may be to go back.

    Now and then a clean build starts with the addresses that the step has added: it must add none, and change nothing.
    """
    monkeypatch.setattr(parts, "_LEAST", 3)
    chance, folder = Random(SEED), make(tmp_path / "kept", {})
    changes.begin(chance, folder)
    _built(folder)
    past, history = [_inputs(folder, tmp_path / "past-0")], ["begin"]
    for step in range(1, STEPS + 1):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1_300_000_000 + 86_400 * (step // 3)))
        if chance.random() < 0.15:
            _restore(folder, chance.choice(past), addresses=True)
            history.append("go back")
        else:
            history.append(" + ".join(changes.some(chance, folder)))
        before = ArchiveFolder(_inputs(folder, tmp_path / "clean"))
        stands = standing(folder.root, Options())
        wrong = _built(folder)
        assert _built(before) == wrong, f"seed {SEED}, step {step}: {history[-6:]}"
        if wrong:
            history.append(f"refused: {wrong}")
            _restore(folder, past[-1], addresses=False)
            continue
        differing = _differing(_outputs(folder), _outputs(before))
        if stands:
            differing = {name for name in differing if name != _REPORT and not name.startswith("docs/")}
        assert standing(folder.root, Options()), f"seed {SEED}, step {step}: {history[-6:]}"
        if step % 5 == 0:
            after = ArchiveFolder(_inputs(folder, tmp_path / "settled"))
            assert not _built(after)
            told = _differing(_outputs(folder), _outputs(after))
            differing |= {name for name in told if name != _REPORT and not (stands and name.startswith("docs/"))}
        assert not differing, f"seed {SEED}, step {step}: {history[-6:]} {tmp_path}"
        past.append(_inputs(folder, tmp_path / f"past-{step % 8}"))
        past = past[-8:]
        _tell(step, capsys)
    refused = sum(line.startswith("refused") for line in history)
    assert refused < STEPS / 4, history
