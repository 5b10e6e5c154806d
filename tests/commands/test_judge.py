"""``clipfile judge`` says what a decision will change, and writes it into judgements.yml."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.config import load_site_config
from generator.pipeline import Options, build
from generator.progress import Silent

_ARTICLES = {
    "bridge": "Mayor Judith Ferncastle spoke with the engineer Martin Holloway. Ferncastle said that all was done.",
    "flood": "Mayor Judith Ferncastle thanked the volunteers. The engineer Marty Halloway said that nobody was hurt.",
    "opening": "Judith Ferncastle opened the library. The novelist Ann Quill read, and Quill was cheered.",
}
_FILE = """\
# Who is who in Eastmoor.
version: 1

judgements:
  # The bridge is a bridge.
  - not_a_person: [Iron Bridge]    # it is
    who: Ada Brook
"""


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    """An archive that was built once, so that its people have addresses."""
    for name, text in _ARTICLES.items():
        path = tmp_path / "content" / "articles" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: The {name} of Eastmoor\ndate: 2011-03-03\n---\n{text}\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: One\nINHERIT: build/mkdocs-base.yml\n", encoding="utf-8")
    (tmp_path / "site_config").mkdir()
    (tmp_path / "site_config" / "archive.yml").write_text("version: 1\n", encoding="utf-8")
    build(tmp_path, Options(), Silent())
    return tmp_path


def _judge(root: Path, *words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["judge", "-C", str(root), *words], input=stdin)


def _written(root: Path) -> str:
    path = root / "site_config" / "judgements.yml"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def test_a_decision_says_what_it_changes_and_is_written(root: Path) -> None:
    """The merge, its articles and its redirect are told; who, when and why stand in the file, which reads back."""
    told = _judge(root, "same", "Martin Holloway", "Marty Halloway", "--why", "A slip.", "--by", "Ada Brook", "--yes")
    assert told.exit_code == 0, told.output
    assert "1 person merged" in told.stdout
    assert "people/marty-halloway/ → people/martin-holloway/" in told.stdout
    (one,) = load_site_config(root).judgements.judgements
    assert (one.same, one.who, one.why) == (("Martin Holloway", "Marty Halloway"), "Ada Brook", "A slip.")
    assert one.when


def test_a_dry_run_and_a_pipe_write_nothing(root: Path) -> None:
    """Whoever has not said yes has decided nothing."""
    for options in (("--dry-run",), (), ("--json",)):
        told = _judge(root, "not-a-person", "Ann Quill", *options)
        assert told.exit_code == 0, told.output
        assert "Ann Quill" in told.stdout
    assert _written(root) == ""


def test_the_file_keeps_its_comments_and_undo_brings_it_back(root: Path) -> None:
    """An entry is added behind the last and taken out whole; nothing else in the file moves."""
    path = root / "site_config" / "judgements.yml"
    path.write_text(_FILE, encoding="utf-8")
    assert _judge(root, "rename", "Ann Quill", "Anna Quill: novelist", "--by", "Ada", "--yes").exit_code == 0
    assert _written(root).startswith(_FILE)
    assert "  - rename: Ann Quill\n    to: 'Anna Quill: novelist'\n    who: Ada\n" in _written(root)
    assert _judge(root, "undo", "Ann Quill", "--yes").exit_code == 0
    assert _written(root) == _FILE


def test_many_decisions_come_from_a_file(root: Path) -> None:
    """A line a decision, with its reason; pages may be named by their address."""
    lines = (
        "# Monday's decisions\n"
        "same\tpeople/martin-holloway/\tMarty Halloway\twhy: a slip\n"
        "different\tAnn Quill\tJudith Ferncastle\n"
        "bind\tFerncastle\tRupert Ferncastle\tbridge\n"
    )
    told = _judge(root, "--from", "-", "--yes", "--json", stdin=lines)
    assert told.exit_code == 0, told.output
    assert [one["to"][0]["name"] for one in json.loads(told.stdout)["people"]["merged"]] == ["Martin Holloway"]
    judgements = load_site_config(root).judgements.judgements
    assert [one.why for one in judgements] == ["a slip", "", ""]
    assert judgements[2].articles == ("bridge",)


def test_every_wrong_name_is_told_with_a_hint(root: Path) -> None:
    """A slip in a list of decisions stops all of them, by line."""
    told = _judge(root, "--from", "-", "--yes", stdin="same\tAnn Quil\tNobody\nsplit\tAnn Quill\tX\tnowhere\n")
    assert told.exit_code == 1
    assert "line 1: Nobody in this archive is called 'Ann Quil'. Did you mean: Ann Quill?" in told.stderr
    assert "line 2: There is no article 'nowhere'" in told.stderr
    assert _written(root) == ""


def test_a_contradiction_is_refused_with_both_lines(root: Path) -> None:
    """What was decided to be different is not made the same by a later word."""
    assert _judge(root, "different", "Martin Holloway", "Marty Halloway", "--yes").exit_code == 0
    told = _judge(root, "same", "Martin Holloway", "Marty Halloway", "--yes")
    assert told.exit_code == 1
    assert told.stderr.count("site_config/judgements.yml:") == 2
    assert "same" not in _written(root)


def test_private_people_are_written_as_hashes(root: Path) -> None:
    """The address is dropped, and the file names nobody; undo finds the hash by the name."""
    told = _judge(root, "private", "Ann Quill", "--yes")
    assert "people/ann-quill/ → not found (404)" in told.stdout
    assert "uill" not in _written(root)
    assert _judge(root, "undo", "Ann Quill", "--yes").exit_code == 0
    assert load_site_config(root).judgements.judgements == ()


def test_words_that_do_not_make_a_decision_are_refused(root: Path) -> None:
    """A verb without its words is told what it wants."""
    assert "NEW-NAME" in _judge(root, "rename", "Ann Quill", "--yes").stderr
    assert _judge(root).exit_code == 2
    assert _judge(root, "undo").exit_code == 2
