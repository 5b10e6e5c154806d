"""``clipfile review`` asks one question a screen, and a key writes the answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.commands import review
from generator.config import load_site_config
from generator.config.schema import Judgement

_ARTICLES = {
    "bridge": "Mayor Judith Ferncastle spoke with the engineer Martin Holloway. The engineer said that all was done.",
    "flood": "Mayor Judith Ferncastle thanked the volunteers. The engineer Martin Halloway said that nobody was hurt.",
    "pier": "The engineer Martin Holloway opened the pier with Judith Ferncastle.",
}


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    for name, text in _ARTICLES.items():
        path = tmp_path / "content" / "articles" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: The {name} of Eastmoor\ndate: 2011-03-03\n---\n{text}\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: One\n", encoding="utf-8")
    return tmp_path


@pytest.fixture(name="press")
def _press(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Keys that will be pressed, one after the other, on what takes itself for a terminal."""
    keys: list[str] = []
    monkeypatch.setattr(click, "getchar", lambda: keys.pop(0))
    monkeypatch.setattr(review, "is_terminal", lambda: True)
    yield keys
    assert keys == []


def _judgements(root: Path) -> tuple[Judgement, ...]:
    return load_site_config(root).judgements.judgements


def _review(root: Path, *options: str) -> str:
    done = CliRunner().invoke(main, ["review", "-C", str(root), "--by", "Ada", *options])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_a_key_answers_and_the_file_is_written_at_once(root: Path, press: list[str]) -> None:
    """Both sides stand on the screen; the answer has its author, and the question does not come back."""
    press += ["d", "q"]
    screen = _review(root, "--limit", "1")
    assert "Martin Halloway" in screen
    assert "The flood of Eastmoor" in screen
    (one,) = _judgements(root)
    assert {*one.different} == {"Martin Holloway", "Martin Halloway"}
    assert (one.who, bool(one.when)) == ("Ada", True)
    assert "Is Martin Halloway rightly" not in _review(root)


def test_long_sentences_are_cut_around_the_name(root: Path) -> None:
    """Who settles fifty questions reads a dozen words on either side of a name; programs get no more."""
    path = root / "content" / "articles" / "flood.md"
    long = " ".join(["and all the wide wet meadows"] * 9)
    path.write_text(path.read_text(encoding="utf-8").replace("that nobody was hurt", long), encoding="utf-8")
    said = {
        one["name"]: one
        for asked in json.loads(_review(root, "--json"))
        for card in asked["sides"]
        for one in card["said"]
    }
    sentence = said["Martin Halloway"]["after"]
    assert sentence.startswith(" said and all the wide wet meadows")
    assert sentence.endswith(" …")
    assert len(sentence) <= 92


def test_undo_takes_the_answer_back_and_asks_again(root: Path, press: list[str]) -> None:
    """Whoever slips goes back; keys that mean nothing here are passed over."""
    press += ["s", "z", "x", "u", "q"]
    _review(root, "--limit", "2")
    (one,) = _judgements(root)
    assert one.unsure


def test_skipping_and_quitting_write_nothing(root: Path, press: list[str]) -> None:
    """What was not answered stays open."""
    press += [" "]
    _review(root, "--limit", "2")
    assert _judgements(root) == ()


def test_a_pipe_gets_the_questions_and_how_to_answer_them(root: Path) -> None:
    """Nobody can press a key: each question ends in the calls that settle it."""
    shown = _review(root)
    assert "clipfile judge different" in shown
    assert "«Martin Halloway»" in shown
    assert not (root / "site_config").exists()


def test_programs_get_questions_with_their_evidence(root: Path) -> None:
    """Worth, names and both sides with sentences."""
    found = json.loads(_review(root, "--json"))
    assert found[0]["worth"] == max(one["worth"] for one in found)
    assert all(one["sides"][0]["said"] for one in found)
