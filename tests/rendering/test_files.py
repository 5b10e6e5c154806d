"""Files under a second name: what is laid into a generation stays what it was."""

from __future__ import annotations

from pathlib import Path

from generator.publishing.tree import Tree
from generator.rendering import files_in, lay_all
from generator.rendering.files import fold


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


def test_an_old_folder_becomes_the_new_one(tmp_path: Path) -> None:
    """With what may stay, what is new, and a part that is somebody else's; also where a folder is a file now."""
    spare, made = tmp_path / "spare", tmp_path / "made"
    for name in ("stays", "gone/deep/down", "shape/was-a-folder", "changed", "apart/old"):
        (spare / name).parent.mkdir(parents=True, exist_ok=True)
        (spare / name).write_text("old", encoding="utf-8")
    (tmp_path / "published").hardlink_to(spare / "changed")
    for name in ("changed", "new/page", "shape"):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text("new", encoding="utf-8")
    fold(made, spare, {"stays"}, apart="apart")
    found = {path: (made / path).read_text(encoding="utf-8") for path in files_in(made)}
    assert found == {"stays": "old", "apart/old": "old", "changed": "new", "new/page": "new", "shape": "new"}
    assert not (made / "gone").exists()
    assert not spare.exists()
    assert (tmp_path / "published").read_text(encoding="utf-8") == "old"


def test_what_is_laid_later_lies_above(tmp_path: Path) -> None:
    """A file takes the place of another of its name, whose other names stay what they were."""
    for folder, text in (("data", b"whole"), ("public", b"a part")):
        Tree(tmp_path / folder).write("articles.jsonl", text)
        lay_all(tmp_path / folder, tmp_path / "site")
    assert (tmp_path / "site" / "articles.jsonl").read_bytes() == b"a part"
    assert (tmp_path / "data" / "articles.jsonl").read_bytes() == b"whole"
