"""``clipfile clean`` works on any file or folder and prints or writes readable Markdown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main

_DUMP = """Skip to main content

The Ferry Comes Back

  • Author:
  • Updated:

The old ferry crossed the river again on Monday for the first time since the flood, with forty people on board.

Its owner, Ada Brook, said that the repairs had taken longer than the flood itself, and cost more than the ferry.

Popular Video
"""


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """A page dump like the ones that archives are made from."""
    path = tmp_path / "in" / "ferry.txt"
    path.parent.mkdir()
    path.write_text(_DUMP, encoding="utf-8")
    return path


def test_one_article_goes_to_standard_output(dump: Path) -> None:
    """Without --out a single article is printed: front matter, then plain paragraphs."""
    result = CliRunner().invoke(main, ["clean", str(dump)])
    assert result.exit_code == 0
    _, front, body = result.stdout.split("---\n", 2)
    assert yaml.safe_load(front)["title"] == "The Ferry Comes Back"
    assert "authors" not in yaml.safe_load(front)
    assert body.strip().startswith("The old ferry crossed")
    assert "Popular Video" not in body


def test_a_dash_is_standard_output(dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--out -` prints like every command that can be piped, and makes no folder of that name."""
    monkeypatch.chdir(tmp_path)
    printed = CliRunner().invoke(main, ["clean", str(dump), "--out", "-"])
    assert printed.stdout == CliRunner().invoke(main, ["clean", str(dump)]).stdout
    assert not Path("-").exists()


def test_a_text_that_should_be_read_is_named(dump: Path, tmp_path: Path) -> None:
    """On standard error, so that the article itself can be piped; a story that is plainly one is not named."""
    shop = tmp_path / "shop.txt"
    shop.write_text("\n\n".join(f"Crane {number}\n\nFrom $ {number}00" for number in range(1, 30)), encoding="utf-8")
    result = CliRunner().invoke(main, ["clean", str(shop), str(dump), "--out", str(tmp_path / "out")])
    assert result.exit_code == 0
    unsure = [line for line in result.stderr.splitlines() if line.startswith("unsure: ")]
    assert [line.partition(" of its text")[0] for line in unsure] == ["unsure: shop.txt:"]


def test_of_a_file_with_several_articles_the_text_to_read_is_named(tmp_path: Path) -> None:
    """Its path alone would not tell which one."""
    shop = "\n\n".join(f"Crane {number}\n\nFrom $ {number}00" for number in range(1, 30))
    rows = [{"url": f"https://harbour.example/{name}", "title": name, "text": shop} for name in ("cranes", "boats")]
    (tmp_path / "shops.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    result = CliRunner().invoke(main, ["clean", str(tmp_path / "shops.jsonl"), "--json"])
    unsure = [line.partition(": of its text")[0] for line in result.stderr.splitlines() if line.startswith("unsure: ")]
    assert sorted(unsure) == [
        "unsure: shops.jsonl (https://harbour.example/boats)",
        "unsure: shops.jsonl (https://harbour.example/cranes)",
    ]


def test_a_folder_keeps_its_shape(dump: Path, tmp_path: Path) -> None:
    """Sub-folders are kept; files with equal stems keep their whole names."""
    (dump.parent / "sub").mkdir()
    (dump.parent / "sub" / "a.txt").write_text(_DUMP, encoding="utf-8")
    (dump.parent / "ferry.md").write_text("# Another ferry\n\nIt never came.\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["clean", str(dump.parent), "--out", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    written = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.md"))
    assert written == ["ferry.md.md", "ferry.txt.md", "sub/a.md"]


def test_several_articles_need_a_folder(dump: Path) -> None:
    """Two articles on standard output would be one heap: the remedy is named."""
    (dump.parent / "b.txt").write_text(_DUMP, encoding="utf-8")
    result = CliRunner().invoke(main, ["clean", str(dump.parent)])
    assert result.exit_code == 2
    assert "--out" in result.stderr


def test_what_cannot_be_read_is_named_and_the_rest_is_cleaned(dump: Path, tmp_path: Path) -> None:
    """A broken file is reported with its reason and exit status 1; the good one is written all the same."""
    (dump.parent / "picture.txt").write_bytes(bytes(range(256)) * 8)
    result = CliRunner().invoke(main, ["clean", str(dump.parent), "--out", str(tmp_path / "out")])
    assert result.exit_code == 1
    assert "quarantined: picture.txt: " in result.stderr
    assert (tmp_path / "out" / "ferry.md").exists()


def test_no_article_is_written_over_another(dump: Path, tmp_path: Path) -> None:
    """Two folders that hold the same name give two files, each with its own article."""
    other = tmp_path / "other" / "ferry.txt"
    other.parent.mkdir()
    other.write_text(_DUMP.replace("forty people", "nobody at all"), encoding="utf-8")
    out = tmp_path / "out"
    result = CliRunner().invoke(main, ["clean", str(dump.parent), str(other.parent), "--out", str(out)])
    assert result.exit_code == 0, result.output
    bodies = sorted(path.read_text(encoding="utf-8") for path in out.rglob("*.md"))
    assert len(bodies) == 2
    assert sum("nobody at all" in body for body in bodies) == 1


def test_a_pipe_goes_in_and_lines_of_json_come_out(dump: Path) -> None:
    """`-` is standard input; each article is one line, with the account of every line of its original."""
    result = CliRunner().invoke(main, ["clean", "-", "--json"], input=dump.read_bytes())
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    article = json.loads(line)
    assert article["id"] == "stdin"
    assert len(article["account"]) == len(dump.read_text(encoding="utf-8").split("\n"))
