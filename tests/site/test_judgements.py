"""Merge, split, rename, bind and undo over the whole way: every address lives, and undone pages are as they were."""

from __future__ import annotations

import re

from click.testing import CliRunner

from generator.cli import main
from tests.site.archives import ArchiveFolder
from tests.site.articles import TOWN, article
from tests.site.conftest import MakeArchive

FAIR = article(
    "A Fair on the Quay of Saltwick",
    "2015-06-01",
    "Judith Ferncastle opened the summer fair of Saltwick on Monday, and the band of the fire brigade played for her.",
    "The baker Martin Halloway sold four hundred buns. Halloway said that he could have sold a thousand.",
)
FILES = {**TOWN, "gazette/fair.md": FAIR}
"""The baker is taken for the engineer misspelt."""
CYCLE = (
    ("different", "Martin Holloway", "Martin Halloway"),
    ("same", "Martin Holloway", "Judith Ferncastle"),
    ("rename", "Judith Ferncastle", "Judith Ferncastle-Wren"),
    ("split", "Judith Ferncastle", "Judith Ferncastle (painter)", "gazette/fair"),
    ("bind", "Halloway", "Rupert Halloway", "gazette/fair"),
    ("not-a-person", "Martin Holloway"),
)


def _judge(folder: ArchiveFolder, *words: str) -> None:
    told = CliRunner().invoke(main, ["judge", *words, "--yes", "-C", str(folder.root)])
    assert told.exit_code == 0, told.output


def _addresses(folder: ArchiveFolder) -> set[str]:
    return {line.split(",")[2] for line in folder.permalinks().splitlines()[1:]}


def _leads_on(page: str) -> bool:
    """Whether a page is a redirect, a choice or a tombstone."""
    return any(mark in page for mark in ("Moved: ", "Which of these?", "No longer in this archive"))


def _pages(folder: ArchiveFolder) -> dict[str, str]:
    """The site's files but redirects and tombstones, which are kept for ever."""
    kept = {f"{address}index.html" for address in _addresses(folder) if _leads_on(folder.page(address))}
    return {path: digest for path, digest in folder.digests().items() if path not in kept}


def test_a_cycle_of_judgements_keeps_every_address_and_undo_every_page(archive: MakeArchive) -> None:
    """Taken back, every decision leaves the pages byte for byte as they were; no address that ever was goes dead."""
    folder = archive(FILES)
    folder.build()
    before, known = _pages(folder), _addresses(folder)
    for words in CYCLE:
        _judge(folder, *words)
        folder.build()
        assert _pages(folder) != before, words
        known |= _addresses(folder)
        _judge(folder, "undo", "--last")
        folder.build()
        known |= _addresses(folder)
        assert known <= _addresses(folder), words
        assert all(folder.answers(address) for address in known), words
        assert _pages(folder) == before, words


def test_a_renamed_person_is_found_at_both_addresses(archive: MakeArchive) -> None:
    """The old address leads to the new one; undone, the new one leads back."""
    folder = archive(FILES)
    folder.build()
    old = folder.address("person", "judith-ferncastle")
    _judge(folder, "rename", "Judith Ferncastle", "Judith Ferncastle-Wren")
    folder.build()
    new = folder.address("person", "judith-ferncastle-wren")
    assert f"../../{new}" in folder.page(old)
    _judge(folder, "undo", "Judith Ferncastle")
    folder.build()
    assert f"../../{old}" in folder.page(new)
    assert "Ferncastle-Wren" not in folder.page(old)


def test_the_old_address_of_a_split_offers_both(archive: MakeArchive) -> None:
    """Whoever follows an old link chooses; undone, it is the page again and both halves lead to it."""
    folder = archive(FILES)
    folder.build()
    old = folder.address("person", "judith-ferncastle")
    _judge(folder, "split", "Judith Ferncastle", "Judith Ferncastle (painter)", "gazette/fair")
    folder.build()
    halves = [row for row in folder.rows("people") if "ferncastle" in row["id"]]
    assert sorted(row["name"] for row in halves) == ["Judith Ferncastle", "Judith Ferncastle (painter)"]
    page = folder.page(old)
    assert "Which of these?" in page
    assert all(f"../../{row['address']}" in page for row in halves)
    _judge(folder, "undo", "--last")
    folder.build()
    assert re.search(r"<h1[^>]*>Judith Ferncastle</h1>", folder.page(old))
    assert all(f"../../{old}" in folder.page(row["address"]) for row in halves)


def test_a_build_after_an_upgrade_says_what_became_of_everybody(archive: MakeArchive) -> None:
    """Another program or model than last time: the report lists who was merged, split and lost; else it is silent."""
    folder = archive(FILES)
    assert folder.build(site=False).changes == ()
    assert folder.build(site=False).changes == ()
    report, people = folder.root / "build/report/build.json", folder.root / "build/data/people.jsonl"
    report.write_text(re.sub(r'"made_by": "[^"]*"', '"made_by": "an older program"', report.read_text()))
    people.write_text(people.read_text().replace('"name":"Judith Ferncastle"', '"name":"Judy Ferncastle"'))
    changes = folder.build(site=False).changes
    assert changes[0] == "1 person renamed:"
    assert "Judy Ferncastle" in changes[1]
