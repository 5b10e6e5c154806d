"""How files come to lie in build/: the same bytes every time, and only what changed is touched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import yaml

from generator.config.schema import Site
from generator.publishing.accent import INK, PAPER, contrast, legible
from generator.publishing.tree import Tree
from tests.publishing.archives import CLIPS, CONFIG, REGISTRY, WHOLE, archive_of, lay


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but what the press remembers: times are in that."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".press"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_order_of_input_does_not_matter(tmp_path: Path) -> None:
    """Shuffled articles, entities and addresses give the same bytes."""
    lay(tmp_path / "one", CLIPS, WHOLE, registry=REGISTRY)
    turned = replace(
        WHOLE,
        articles=dict(reversed(list(WHOLE.articles.items()))),
        filings=dict(reversed(list(WHOLE.filings.items()))),
        topics=WHOLE.topics[::-1],
    )
    lay(tmp_path / "other", CLIPS[::-1], turned, registry=REGISTRY[::-1])
    assert tree(tmp_path / "one") == tree(tmp_path / "other")


def test_a_second_build_touches_nothing(tmp_path: Path) -> None:
    """Equal files keep their time of change, so that later steps need not look at them."""
    lay(tmp_path, CLIPS, WHOLE)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    lay(tmp_path, CLIPS, WHOLE)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == before


def test_what_is_no_longer_there_is_removed(tmp_path: Path) -> None:
    """Pages of an article that left the archive go with it."""
    lay(tmp_path, CLIPS, WHOLE)
    lay(tmp_path, CLIPS[1:], archive_of(CLIPS[1:]))
    assert not (tmp_path / "docs/articles/landing").exists()
    assert not (tmp_path / "docs/people/neil-armstrong").exists()


def test_a_file_may_become_a_folder(tmp_path: Path) -> None:
    """A page by the maintainers can give way to a folder of the same name and back."""
    first = Tree(tmp_path)
    first.write("a/b", b"1")
    first.prune()
    second = Tree(tmp_path)
    second.write("c", b"2")
    second.prune()
    assert tree(tmp_path) == {"c": b"2"}


def test_the_base_configuration_names_pages_that_are_written(tmp_path: Path) -> None:
    """The navigation leads to index pages only, all of which are there."""
    lay(tmp_path, ())
    base = yaml.safe_load((tmp_path / "mkdocs-base.yml").read_text())
    for entry in base["nav"]:
        assert (tmp_path / "docs" / next(iter(entry.values()))).is_file()
    assert base["theme"]["font"] is False
    for path in base["extra_css"]:
        assert (tmp_path / "theme" / path).is_file()


def test_every_accent_can_be_read_on_paper_and_on_black() -> None:
    """Whatever colour an archive chooses, text in it has a contrast of 4.5 to 1 at least."""
    for colour in ("#ffff00", "#000000", "#ffffff", "#7a1f1f", "#3366cc"):
        assert contrast(legible(colour, PAPER), PAPER) >= 4.5
        assert contrast(legible(colour, INK), INK) >= 4.5


def test_an_accent_that_is_no_colour_is_replaced(tmp_path: Path) -> None:
    """Nothing of mkdocs.yml is written into the stylesheet unless it is a colour."""
    lay(tmp_path, (), config=replace(CONFIG, site=Site(name="x", accent="red;}body{display:none")))
    assert "display" not in (tmp_path / "theme/assets/clipfile/accent.css").read_text()
