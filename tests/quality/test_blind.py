"""Blind readings: who reads what, and what is counted."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.quality.blind import OURS, REFERENCE, Pair, gravest, halves, lay, shown, table
from tests.quality.gold import Found

PAIRS = [
    Pair(id=f"web/{name}", kind=kind, original=name, results={OURS: f"ours {name}", REFERENCE: f"true {name}"})
    for name, kind in (("pier", "html"), ("boat", "html"), ("fog", "inscriptis"), ("oar", "inscriptis"))
]


def test_each_half_has_every_page_once() -> None:
    """So that whoever reads in one half sees no page twice; each page is read both ways."""
    laid = halves(PAIRS, seed=3)
    assert [pair.id for pair, _ in laid] == [pair.id for pair in PAIRS] * 2
    assert len({(pair.id, whose) for pair, whose in laid}) == len(laid)
    assert {whose for _, whose in laid[: len(PAIRS)]} == {OURS, REFERENCE}


def test_readers_are_not_told_whose_a_result_is(tmp_path: Path) -> None:
    """The key lies beside the folder, and a result names nobody."""
    folder = tmp_path / "reading"
    lay(folder, PAIRS, seed=3)
    with (tmp_path / "reading.key.csv").open(encoding="utf-8", newline="") as file:
        key = {number: (whose, name) for number, whose, _, name in csv.reader(file)}
    assert len(key) == 2 * len(PAIRS)
    for number, (whose, name) in key.items():
        begins = "ours" if whose == OURS else "true"
        assert (folder / f"{number}.clean.txt").read_text(encoding="utf-8") == f"{begins} {name.partition('/')[2]}"
    assert not any("key" in path.name for path in folder.iterdir())


def test_a_result_is_shown_without_marks() -> None:
    """Paragraph by paragraph; headings and lists would tell whose it is."""
    found = Found(title="Fog", authors=("Ada Quill", "Ben Lund"), date="2019-11-20", body="One.\nTwo.\n\n\n  Three.\n")
    text = "headline: Fog\nauthors: Ada Quill; Ben Lund\ndate: 2019-11-20\n---\n\nOne.\n\nTwo.\n\nThree.\n"
    assert shown(found) == text


def test_the_gravest_verdict_of_a_pair_counts() -> None:
    """Whatever the order in which its blemishes are told; what is no verdict is passed over."""
    lines = [
        "001 small | caption | a pier", "001 embarrassing (borderline) | offer | Buy a pier", "001 small | torn | x",
        "002 fine", "002 small (borderline) | caption | a boat", "Counts: 003 fine", "004: embarrassing | title | Menu",
    ]  # fmt: skip
    verdicts = gravest(lines)
    assert verdicts == {"001": "embarrassing (borderline)", "002": "small", "004": "embarrassing"}


@pytest.mark.parametrize("read", [{"001": "fine", "003": "embarrassing"}, {}])
def test_only_what_was_read_is_counted(read: dict[str, str]) -> None:
    """All styles of dumps together."""
    key = [("001", OURS, "html", "a"), ("002", OURS, "html", "b"), ("003", REFERENCE, "inscriptis", "a")]
    rows = table(read, key).rows
    assert rows == (
        [("dumps", REFERENCE, "1", "0", "0", "0", "1"), ("HTML", OURS, "1", "1", "0", "0", "0")] if read else []
    )
