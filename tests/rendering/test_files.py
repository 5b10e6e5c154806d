"""Files under a second name: what is laid into a generation stays what it was."""

from __future__ import annotations

from pathlib import Path

from generator.publishing.tree import Tree
from generator.rendering import lay_all


def test_a_laid_file_takes_no_space_and_stays_what_it_was(tmp_path: Path) -> None:
    """A later build that writes another file does not change the one that was laid."""
    tree = Tree(tmp_path / "data")
    tree.write("people/ada.json", b"one")
    lay_all(tmp_path / "data", tmp_path / "site" / "data")
    laid = tmp_path / "site" / "data" / "people" / "ada.json"
    assert laid.samefile(tmp_path / "data" / "people" / "ada.json")
    tree.write("people/ada.json", b"two")
    assert laid.read_bytes() == b"one"
    assert (tmp_path / "data" / "people" / "ada.json").read_bytes() == b"two"


def test_what_is_laid_later_lies_above(tmp_path: Path) -> None:
    """A file takes the place of another of its name, whose other names stay what they were."""
    for folder, text in (("data", b"whole"), ("public", b"a part")):
        Tree(tmp_path / folder).write("articles.jsonl", text)
        lay_all(tmp_path / folder, tmp_path / "site")
    assert (tmp_path / "site" / "articles.jsonl").read_bytes() == b"a part"
    assert (tmp_path / "data" / "articles.jsonl").read_bytes() == b"whole"
