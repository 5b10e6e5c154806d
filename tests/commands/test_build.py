"""What `clipfile build` says when it is done."""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console

from generator.commands.build import show
from generator.model import Quarantined, Unsure
from generator.store.report import Report


def _said(*quarantined: Quarantined) -> list[str]:
    screen = io.StringIO()
    show(Report(site=None, articles=1, quarantined=quarantined), Console(file=screen, width=200), Path())
    return [line.strip() for line in screen.getvalue().splitlines() if "quarantined:" in line or "accepted:" in line]


def test_one_reason_of_many_records_is_one_line() -> None:
    """Two hundred records without a text are one thing to mend, and no scroll."""
    many = [
        Quarantined(path="a.jsonl", sha256="0", reason=f"record {n} has no `text`", record=str(n))
        for n in range(1, 201)
    ]
    other = Quarantined(path="a.jsonl", sha256="0", reason="record 9 is not valid JSON", record="9")
    alone = Quarantined(path="b.txt", sha256="0", reason="is empty")
    accepted = Quarantined(path="c.txt", sha256="0", reason="is empty", accepted=True)
    assert _said(*many, other, alone, accepted) == [
        "quarantined: a.jsonl: 200 records: has no `text`",
        "quarantined: a.jsonl (record 9): record 9 is not valid JSON",
        "quarantined: b.txt: is empty",
        "accepted: c.txt: is empty",
    ]


def test_texts_that_should_be_read_are_named_with_the_way_to_read_them() -> None:
    """A line each, and once how; nothing where all are sure."""
    screen = io.StringIO()
    unsure = (Unsure(article="ferry", path="ferry.html", certainty=0.68),)
    show(Report(site=None, articles=2, unsure=unsure), Console(file=screen, width=200), Path())
    assert "  unsure: ferry.html: of its text 68% is expected to be right\n" in screen.getvalue()
    assert "`clipfile explain FILE`" in screen.getvalue()
    screen = io.StringIO()
    show(Report(site=None, articles=2), Console(file=screen, width=200), Path())
    assert "explain" not in screen.getvalue()


def test_pages_are_told_by_what_they_show() -> None:
    """Most first, each by its plural; indexes, lists and what has moved are but counted."""
    pages = {"article": 1, "index": 4, "list": 3, "person": 1204, "story": 2}
    screen = io.StringIO()
    show(Report(site=None, articles=1, pages=pages), Console(file=screen, width=200), Path())
    assert "Pages: 1,204 people, 2 stories, 1 article, 7 others." in screen.getvalue()
    screen = io.StringIO()
    show(Report(site=None, articles=1), Console(file=screen, width=200), Path())
    assert "Pages" not in screen.getvalue()


def test_the_site_is_looked_at_from_where_it_was_built() -> None:
    """The command that is told works in the folder that ``build`` was called in."""
    for root, command in ((Path(), "clipfile serve"), (Path("my files"), "clipfile serve -C 'my files'")):
        screen = io.StringIO()
        show(Report(site="build/site", articles=1), Console(file=screen, width=200), root)
        assert screen.getvalue().splitlines()[-1].strip() == command
