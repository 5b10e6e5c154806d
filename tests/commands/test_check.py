"""What `clipfile check` says of a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    """An archive without an article, but with pages and remarks of its people."""
    for folder in ("content/articles", "content/pages", "site_config"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: Woods\nINHERIT: build/mkdocs-base.yml\n", encoding="utf-8")
    for name in ("pages/about.md", "README.md", ".gitkeep"):
        (tmp_path / "content" / name).write_text("Of oaks.\n", encoding="utf-8")
    return tmp_path


def _said(root: Path) -> str:
    return CliRunner().invoke(main, ["check", "-C", str(root)]).output


def test_originals_beside_their_folder_are_named(root: Path) -> None:
    """A maintainer's first trap: scraped files lie in content/ itself, and nothing comes of them."""
    assert _said(root) == "0 originals can be read; the configuration is right.\n"
    (root / "content" / "oak.txt").write_text("The oak stood there.", encoding="utf-8")
    expected = "warning: content/oak.txt lies beside content/articles/, where alone originals are read; move it into"
    assert expected in _said(root)
    for name in ("gazette/b.html", "gazette/2014/a.html"):
        (root / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "content" / name).write_text("<p>The oak stood there.</p>", encoding="utf-8")
    assert "warning: content/gazette/2014/a.html and 2 more files lie beside content/articles/" in _said(root)


def test_where_all_lies_well_nothing_is_warned_of(root: Path) -> None:
    """Neither of the people's own pages and remarks nor of the originals."""
    (root / "content" / "articles" / "oak.txt").write_text("The oak stood there.", encoding="utf-8")
    assert _said(root) == "1 original can be read; the configuration is right.\n"
