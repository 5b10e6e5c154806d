"""Strict YAML: what is written is what is read, with its line."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config.yaml_file import parse_yaml, read_yaml
from generator.errors import ConfigError


def problem_of(text: str) -> tuple[int | None, str, str]:
    """Line, key and message of the first problem in a text."""
    with pytest.raises(ConfigError) as caught:
        parse_yaml(text, "a.yml")
    problem = caught.value.problems[0]
    return problem.line, problem.key, problem.message


def test_only_true_and_false_are_booleans() -> None:
    """Norway's code, a switch, a time, a date and a version stay what they are: text."""
    text = "a: No\nb: on\nc: 12:30\nd: 2016-06-14\ne: true\nf: 3\ng: 0.5\nh:\ni: 1.2.3\nj: ~\nk: '7'"
    assert parse_yaml(text, "a.yml").value == {
        "a": "No",
        "b": "on",
        "c": "12:30",
        "d": "2016-06-14",
        "e": True,
        "f": 3,
        "g": 0.5,
        "h": None,
        "i": "1.2.3",
        "j": None,
        "k": "7",
    }


def test_every_key_and_item_has_a_line() -> None:
    """Positions survive nesting, and a place that is not there has that of its parent."""
    tree = parse_yaml("a:\n  b:\n    - x\n    - y: 1\n", "a.yml")
    assert tree.line(("a",)) == 1
    assert tree.line(("a", "b", 1)) == 4
    assert tree.line(("a", "b", 1, "y")) == 4
    assert tree.line(("a", "none")) == 1
    assert parse_yaml("a: 1", "a.md", first_line=2).line(("a",)) == 2


def test_the_spelling_of_a_number_is_kept() -> None:
    """Where text is wanted, 0042 is that text."""
    assert parse_yaml("id: 0042", "a.yml").texts["id",] == "0042"


@pytest.mark.parametrize(
    ("text", "line", "key", "message"),
    [
        ("a: 1\nb: 2\na: 3", 3, "a", "is given twice (first in line 1)"),
        ("a:\n  - &x 1\n  - *x", 2, "a[0]", "has an anchor (&x)"),
        ("a: !!python/object:os.system x", 1, "a", "has a tag (tag:yaml.org,2002:python/object:os.system)"),
        ("a: 1\n---\nb: 2", 2, "", "a second document (---)"),
        ("[" * 5000, 1, "[0][0][0]", "is nested too deeply"),
        ("? [a]\n: 1", 1, "", "a key must be plain text"),
    ],
)
def test_what_is_refused_is_named(text: str, line: int, key: str, message: str) -> None:
    """Equal keys, anchors, tags, second documents, depth and odd keys: each with its line."""
    assert problem_of(text) == (line, key, message)


def test_a_slip_of_the_pen_has_a_line() -> None:
    """A syntax error says where, and what usually causes it."""
    line, _, message = problem_of("title: a: b\n")
    assert line == 1
    assert message.startswith("is not valid YAML")


def test_an_alias_bomb_is_small() -> None:
    """Aliases are refused, not expanded."""
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    start = time.process_time()
    assert "anchor" in problem_of("\n".join(lines))[2]
    assert time.process_time() - start < 1


def test_mkdocs_tags_are_taken_for_text_where_asked() -> None:
    """The file of MkDocs may hold tags and anchors: they are none of our business."""
    tree = parse_yaml("a: !ENV [X, y]\nb: &c 1\nd: *c\nsite_name: N", "mkdocs.yml", lenient=True)
    assert tree.value == {"a": ["X", "y"], "b": 1, "d": None, "site_name": "N"}


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    """A missing file and another charset are problems of that file; a byte order mark is none."""
    (tmp_path / "a.yml").write_bytes("\ufeffa: é".encode())
    (tmp_path / "b.yml").write_bytes("x: 1\na: é".encode("latin-1"))
    assert read_yaml(tmp_path / "a.yml").value == {"a": "é"}
    with pytest.raises(ConfigError, match=r"b\.yml:2: is not UTF-8"):
        read_yaml(tmp_path / "b.yml")
    with pytest.raises(ConfigError, match="cannot be read"):
        read_yaml(tmp_path / "none.yml")


@given(st.text(alphabet="ab:-[]{}&*!|>'\"#?, \n\t%@`", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing but a ConfigError ever comes out."""
    with contextlib.suppress(ConfigError):
        assert parse_yaml(text, "a.yml").file == "a.yml"
