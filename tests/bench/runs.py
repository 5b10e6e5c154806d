"""What is measured: builds of one archive in every situation, and the alternatives on the same articles."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from tests.bench.corpus import another_article, write_archive
from tests.bench.hugo import write_hugo_site
from tests.bench.measuring import Cost, measure

_BIN: Final = Path(".venv/bench/bin").resolve()
"""The alternatives have an environment of their own: `make bench` makes it from requirements-bench.txt."""
_SAMPLE: Final = 200
"""Articles that spaCy's full pipeline reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One command, what it cost and what it left."""

    name: str
    cost: Cost
    files: int = 0
    bytes: int = 0
    wall: Mapping[str, float] = field(default_factory=dict)
    """Stage -> seconds of the clock; builds only."""
    cpu: Mapping[str, float] = field(default_factory=dict)
    """Stage -> seconds of processors in the main process and those that it forked; builds only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """spaCy's full pipeline on a sample, scaled to the characters of the whole archive."""

    wall: float
    cpu: float
    alike: int
    """Entities of the sample that both found."""
    entities: int
    """Entities that either found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """All runs over archives of one size."""

    articles: int
    runs: Mapping[str, Run]
    """By name; what is not installed or was not asked for is left out."""
    spacy: Baseline


COLD, SAME, ONE, THEME = "cold", "nothing changed", "one article added", "theme changed"
MKDOCS, HUGO, ZENSICAL = "mkdocs build", "Hugo", "Zensical"


def measure_all(root: Path, size: int, *, slow: bool) -> Measured:
    """Generate an archive below ``root`` and run everything over it; ``slow``: plain MkDocs and Zensical, too."""
    archive, hugo = root / "archive", root / "hugo"
    write_archive(archive, size)
    built = partial(build, archive)
    runs = [built(COLD), built(SAME)]
    articles = archive / "build" / "data" / "articles.jsonl"
    write_hugo_site(hugo, articles)
    runs += _hugo(hugo)
    spacy = _spacy(articles)
    runs += _slow(archive, root) if slow else []
    another_article(archive, size)
    runs.append(built(ONE))
    with (archive / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("copyright: Another line below every page.\n")
    runs.append(built(THEME))
    return Measured(articles=size, runs={run.name: run for run in runs}, spacy=spacy)


def build(archive: Path, name: str, *, env: Mapping[str, str] | None = None) -> Run:
    """What a build of an archive costs, stage by stage.

    Args:
        archive: its folder.
        name: what the run is called.
        env: variables of the environment, beside those that are there.
    """
    before = (archive / "build" / "site").resolve()
    cost = measure([sys.executable, "-m", "generator", "build", "-C", archive], env=env)
    site = (archive / "build" / "site").resolve()
    report = json.loads((archive / "build" / "report" / "build.json").read_text(encoding="utf-8"))
    # Where nothing has changed, no stage runs, and the report is that of the build before.
    wall, cpu = (report["seconds"], report["cpu"]) if site != before else ({}, {})
    return Run(name=name, cost=cost, files=report["files"], bytes=report["bytes"], wall=wall, cpu=cpu)


def _hugo(root: Path) -> list[Run]:
    if not (_BIN / "hugo").exists():
        return []
    cost = measure([_BIN / "hugo", "--quiet", "--source", root])
    files, size = _weight(root / "public")
    return [Run(name=HUGO, cost=cost, files=files, bytes=size)]


def _slow(archive: Path, root: Path) -> list[Run]:
    """MkDocs by itself over our pages, and Zensical over a copy of them, for it has no notion of a folder beside."""
    site = root / "plain"
    cost = measure(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", archive / "mkdocs.yml", "--site-dir", site]
    )
    files, size = _weight(site)
    runs = [Run(name=MKDOCS, cost=cost, files=files, bytes=size)]
    if (_BIN / "zensical").exists():
        copy = root / "zensical"
        shutil.copytree(archive / "build" / "docs", copy / "docs")
        (copy / "mkdocs.yml").write_text("site_name: Bench\nsite_url: https://bench.example/\n", encoding="utf-8")
        cost = measure([_BIN / "zensical", "build"], cwd=copy)
        files, size = _weight(copy / "site")
        runs.append(Run(name=ZENSICAL, cost=cost, files=files, bytes=size))
    return runs


def _spacy(articles: Path) -> Baseline:
    out = articles.with_name("spacy.json")
    measure([sys.executable, "-m", "tests.bench.spacy_pipe", str(articles), str(_SAMPLE), str(out)])
    found = json.loads(out.read_text(encoding="utf-8"))
    whole = sum(len(json.loads(line)["text"]) for line in articles.read_text(encoding="utf-8").splitlines())
    scale = whole / found["characters"]
    return Baseline(
        wall=found["wall"] * scale, cpu=found["cpu"] * scale, alike=found["alike"], entities=found["entities"]
    )


def _weight(folder: Path) -> tuple[int, int]:
    """Files and bytes below a folder."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)
