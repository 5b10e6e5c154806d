"""An archive in a folder, as the tests of the whole way handle it: written, built, read."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.pipeline import Options, Understood, build, understand
from generator.progress import Clock, Silent
from generator.store.report import Report

REPOSITORY = Path(__file__).parents[2]
MKDOCS = "INHERIT: build/mkdocs-base.yml\nsite_name: The Test File\n"
CONFIG = {"archive": "version: 1\n"}
"""The least that an archive has to say."""

Files = Mapping[str, bytes | str]


@dataclass(frozen=True, slots=True)
class ArchiveFolder:
    """An archive under test."""

    root: Path

    # ── writing ──

    def write(self, files: Files) -> None:
        """Write originals, by their paths below content/articles."""
        for name, content in files.items():
            put(self.root / "content" / "articles" / name, content)

    def configure(self, config: Mapping[str, str]) -> None:
        """Write files of site_config, by their stems."""
        for stem, text in config.items():
            put(self.root / "site_config" / f"{stem}.yml", text)

    def original(self, name: str) -> Path:
        """The file of an original."""
        return self.root / "content" / "articles" / name

    # ── building ──

    def build(self, **options: Any) -> Report:
        """Build in this process and say what was done."""
        return build(self.root, Options(**options), Silent())

    def understand(self) -> Understood:
        """All that the program makes of the originals; no page is written."""
        return understand(self.root, Options(), Clock(Silent()))

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the command on this archive in a process of its own."""
        return subprocess.run(
            command(*arguments, "-C", str(self.root)),
            cwd=REPOSITORY,
            env=os.environ | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    # ── reading ──

    @property
    def site(self) -> Path:
        """What readers see."""
        return self.root / "build" / "site"

    def rows(self, table: str) -> list[dict[str, Any]]:
        """A file of the open data, with all that is kept beside the published copy."""
        lines = (self.root / "build" / "data" / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def article(self, identifier: str) -> dict[str, Any]:
        """The row of one article."""
        return next(row for row in self.rows("articles") if row["id"] == identifier)

    def page(self, address: str) -> str:
        """The HTML of a page."""
        return (self.site / address / "index.html").read_text(encoding="utf-8")

    def answers(self, address: str) -> bool:
        """Whether there is a page at an address."""
        return (self.site / address / "index.html").is_file()

    def permalinks(self) -> str:
        """The registry of addresses, '' before the first build."""
        path = self.root / "site_config" / "permalinks.csv"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def address(self, kind: str, identifier: str) -> str:
        """The address that the registry gives to a page."""
        lines = (line.split(",") for line in self.permalinks().splitlines())
        return next(line[2] for line in lines if line[:2] == [kind, identifier])

    def digests(self, *, without: tuple[str, ...] = ("pagefind",)) -> dict[str, str]:
        """Path -> hash of every file of the site; the search index is compared by its answers."""
        files = (path for path in self.site.resolve().rglob("*") if path.is_file())
        named = ((path.relative_to(self.site.resolve()), path) for path in files)
        return {
            name.as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for name, path in named
            if name.parts[0] not in without
        }

    def texts(self) -> dict[str, str]:
        """Path -> content of every file of the site that is text."""
        kinds = {".html", ".json", ".jsonl", ".csv", ".xml", ".txt", ".md"}
        site = self.site.resolve()
        return {
            path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(site.rglob("*"))
            if path.suffix in kinds and path.is_file()
        }


def make(root: Path, files: Files, config: Mapping[str, str] | None = None, mkdocs: str = MKDOCS) -> ArchiveFolder:
    """An archive in an empty folder; nothing is built yet."""
    put(root / "mkdocs.yml", mkdocs)
    (root / "content" / "articles").mkdir(parents=True)
    folder = ArchiveFolder(root)
    folder.configure(CONFIG | dict(config or {}))
    folder.write(files)
    return folder


def put(path: Path, content: bytes | str) -> None:
    """Write a file and the folders above it; text as UTF-8."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def command(*arguments: str) -> list[str]:
    """The command line of Clipfile in this environment."""
    return [sys.executable, "-m", "generator", *arguments]
