"""``clipfile build`` on small archives: what is built, what is refused, and what is said about it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator import topics
from generator.errors import ConfigError, ContentError, GateError, LockedError
from generator.model import ArticleRow
from tests.site.archives import ArchiveFolder
from tests.site.articles import BRIDGE, FLOOD, PEOPLE, TOWN, article, numbered
from tests.site.conftest import MakeArchive

BROKEN = {
    "gazette/picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8,
    "gazette/empty.txt": b"",
    "gazette/lines.jsonl": '{"id": "one", "title": "A", "text": "The pier of Saltwick was sold to the board."}\n'
    '{"id": "two", "title": "B", "text": "not closed\n',
}
"""Originals that cannot be read; one record of the last one can."""


def test_what_cannot_be_read_is_quarantined_and_the_rest_is_built(archive: MakeArchive) -> None:
    """A picture named .txt, an empty file and a broken record are named with their reasons; all else is published."""
    folder = archive(TOWN | BROKEN, {"people": PEOPLE})
    report = folder.build()
    refused = {(found.path, found.record): found.reason for found in report.quarantined}
    assert {path for path, _ in refused} == set(BROKEN)
    assert ("gazette/lines.jsonl", "2") in refused
    assert all(len(reason) > 5 for reason in refused.values())
    assert {row["id"] for row in folder.rows("articles")} == {
        "one",
        "gazette/bridge",
        "gazette/flood",
        "gazette/library",
    }
    assert all(folder.answers(row["address"]) for row in folder.rows("articles"))


def test_the_report_is_left_for_programs(archive: MakeArchive) -> None:
    """build/report/build.json names every quarantined file with its hash and its reason."""
    folder = archive({**TOWN, "gazette/empty.txt": b""})
    folder.build()
    report = json.loads((folder.root / "build" / "report" / "build.json").read_text(encoding="utf-8"))
    assert report["articles"] == 3
    assert [(one["path"], one["sha256"]) for one in report["quarantined"]] == [
        ("gazette/empty.txt", hashlib.sha256(b"").hexdigest())
    ]


def test_strict_makes_an_unreadable_original_an_error(archive: MakeArchive) -> None:
    """With --strict the file and its reason are named, and no site is made."""
    folder = archive(TOWN | {"gazette/empty.txt": b""})
    with pytest.raises(ContentError, match=r"gazette/empty\.txt: is empty"):
        folder.build(strict=True)
    assert not folder.site.exists()


def test_a_maintainer_can_accept_what_cannot_be_read(archive: MakeArchive) -> None:
    """An original that archive.yml names by path and hash no longer stops a strict build, until its bytes change."""
    accepted = (
        "version: 1\naccept_quarantine:\n  - path: gazette/empty.txt\n"
        f"    sha256: {hashlib.sha256(b'').hexdigest()}\n    reason: the scan failed\n"
    )
    folder = archive(TOWN | {"gazette/empty.txt": b""}, {"archive": accepted})
    report = folder.build(strict=True)
    assert [found.accepted for found in report.quarantined] == [True]
    folder.write({"gazette/empty.txt": b"\n\n"})
    with pytest.raises(ContentError, match=r"gazette/empty\.txt"):
        folder.build(strict=True)


@pytest.mark.parametrize(
    ("stem", "text", "line"),
    [
        ("people", "version: 1\npeople:\n  a-b: [unclosed\n", r"people\.yml:\d"),
        ("archive", "version: 1\nthreshold:\n  person_page: 2\n", r"archive\.yml:2"),
        ("topics", "version: 1\ntopics:\n  ferries:\n    words: 7\n", r"topics\.yml:4"),
    ],
)
def test_wrong_configuration_is_named_by_file_and_line(archive: MakeArchive, stem: str, text: str, line: str) -> None:
    """YAML that is none, an unknown key and a wrong type each say where they stand; nothing is built."""
    folder = archive(TOWN, {stem: text})
    with pytest.raises(ConfigError, match=line):
        folder.build()
    assert not folder.site.exists()


def test_wrong_front_matter_quarantines_its_article_alone(archive: MakeArchive) -> None:
    """Front matter that is no YAML is reported with its line; the other articles are built."""
    folder = archive({**TOWN, "gazette/wrong.md": "---\ntitle: [unclosed\ndate: 2011-01-01\n---\nThe pier was sold.\n"})
    report = folder.build()
    assert [found.path for found in report.quarantined] == ["gazette/wrong.md"]
    assert "line" in report.quarantined[0].reason
    assert report.articles == 3


def test_locked_prints_the_lines_that_are_lacking(archive: MakeArchive) -> None:
    """With --locked a new page is an error that shows its line; an archive with all its addresses passes."""
    folder = archive(TOWN)
    folder.build()
    before = folder.permalinks()
    folder.build(locked=True)
    folder.write({"gazette/new.md": numbered(1)})
    with pytest.raises(LockedError, match=r"\+ article,gazette/new,articles/meeting-number-1-of-the-harbour-board/"):
        folder.build(locked=True)
    assert folder.permalinks() == before
    folder.build()
    folder.build(locked=True)


def test_a_sample_is_a_look_and_leaves_no_trace(archive: MakeArchive) -> None:
    """--sample builds so many originals and gives no address for ever."""
    folder = archive({f"harbour/{number}.md": numbered(number) for number in range(1, 9)})
    report = folder.build(sample=3)
    assert report.articles == 3
    assert folder.permalinks() == ""


def test_without_a_site_the_data_are_written(archive: MakeArchive) -> None:
    """--no-site stops after build/data."""
    folder = archive(TOWN)
    assert folder.build(site=False).site is None
    assert len(folder.rows("articles")) == 3
    assert not folder.site.exists()


def test_an_archive_does_not_shrink_by_accident(archive: MakeArchive) -> None:
    """A build that would lose more than 2 % of the articles is refused unless that is meant."""
    folder = archive(TOWN)
    folder.build()
    before = folder.digests()
    folder.original("gazette/flood.md").unlink()
    with pytest.raises(GateError, match="allow-shrink"):
        folder.build()
    assert folder.digests() == before
    assert folder.build(allow_shrink=True).articles == 2


def test_a_warm_cache_computes_nothing_and_gives_the_same(archive: MakeArchive) -> None:
    """The second build of an unchanged archive runs no stage anew, and every byte of the site is the same."""
    folder = archive(TOWN, {"people": PEOPLE})
    assert folder.build().computed["analyze"] == 3
    cold = folder.digests()
    assert folder.build().computed == {}
    assert folder.digests() == cold


def test_only_what_changed_is_computed(archive: MakeArchive) -> None:
    """A new article is the only one that is analysed; a new name in people.yml runs no stage of articles at all."""
    folder = archive(TOWN)
    folder.build()
    folder.write({"harbour/new.md": numbered(3)})
    assert folder.build().computed["analyze"] == 1
    folder.configure({"people": PEOPLE})
    assert "analyze" not in folder.build().computed


def test_originals_are_never_written(archive: MakeArchive) -> None:
    """A build leaves content/ and site_config/ as they are, but for permalinks.csv."""
    folder = archive(TOWN | BROKEN, {"people": PEOPLE})
    before = _files(folder)
    folder.build()
    folder.build(strict=False)
    after = _files(folder)
    assert set(after) - set(before) == {Path("site_config/permalinks.csv")}
    assert {path: after[path] for path in before} == before


def _files(folder: ArchiveFolder) -> dict[Path, bytes]:
    found = (path for name in ("content", "site_config") for path in (folder.root / name).rglob("*") if path.is_file())
    return {path.relative_to(folder.root): path.read_bytes() for path in found}


def test_a_better_copy_is_found_and_both_are_published(archive: MakeArchive) -> None:
    """The same story twice: both have a page, and one says that it is a version of the other."""
    folder = archive({**TOWN, "wire/copy.md": BRIDGE.replace("Nora Penhallow", "Tobias Quill")})
    folder.build()
    versions = {row["id"]: row["version_of"] for row in folder.rows("articles") if row["version_of"]}
    assert versions in ({"wire/copy": "gazette/bridge"}, {"gazette/bridge": "wire/copy"})
    for row in folder.rows("articles"):
        if row["id"] in {"wire/copy", "gazette/bridge"}:
            page = (folder.site / row["address"] / "index.html").read_text(encoding="utf-8")
            assert "Versions of this story" in page
            assert ("A better copy of this story is here" in page) is (row["version_of"] is not None)
            assert (row["differs"] is None) is (row["version_of"] is None)
    assert all(folder.answers(row["address"]) for row in folder.rows("articles"))


def test_an_archive_of_nothing_is_built(archive: MakeArchive) -> None:
    """Without a single article there are still pages that say so, and the gate passes."""
    folder = archive({})
    assert folder.build().articles == 0
    assert (folder.site / "index.html").is_file()
    assert folder.answers("search/")


def test_every_form_is_read_by_content(archive: MakeArchive) -> None:
    """HTML named .txt, text named .html and records named .txt become articles with their text."""
    page = "<!doctype html><html><head><title>A pier</title></head><body><article><h1>A pier is sold</h1><p>{}</p>"
    body = "The harbour board of Saltwick sold its oldest pier on Friday to a company of three fishermen. " * 3
    folder = archive(
        {
            "a/page.txt": page.format(body),
            "b/text.html": "A pier is sold\n\n" + body,
            "c/records.txt": json.dumps({"id": "r1", "title": "A pier is sold", "text": body}) + "\n" * 2,
            "d/article.txt": article("A pier is sold", "2001-02-03", body),
        }
    )
    report = folder.build()
    assert report.quarantined == ()
    rows = folder.rows("articles")
    assert len(rows) == 4
    assert all("company of three fishermen" in row["text"] for row in rows)
    forms = {row["original"]["path"]: row["original"]["media_type"] for row in rows}
    assert forms["a/page.txt"] == "text/html"
    assert forms["b/text.html"] == "text/plain"


def test_a_stranger_cannot_speak_as_the_maintainer(archive: MakeArchive) -> None:
    """What looks like front matter in a .txt is text: it gives no id, no outlet, no address and no rights."""
    said = "---\nid: chosen\noutlet: The Forged Post\nurl: https://forged.example/\nrights: free\n---\n\n"
    folder = archive({"gazette/dump.txt": said + FLOOD.split("---\n")[2]})
    folder.build()
    (row,) = folder.rows("articles")
    assert row["id"] == "gazette/dump"
    assert row["outlet"]["id"] == "gazette"
    assert row["original"]["url"] is None
    assert row["rights"] is None


def test_stories_are_made_of_reports_and_not_of_their_copies(
    archive: MakeArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report that two papers print is one article of a story: four of them are no four reports."""
    seen: list[str] = []

    def proposed(rows: Iterable[ArticleRow], *_: object) -> tuple[topics.Proposal, ...]:
        seen.extend(row.id for row in rows)
        return ()

    monkeypatch.setattr(topics, "propose", proposed)
    folder = archive({**TOWN, "radio/flood.md": FLOOD})
    copies = folder.understand().archive.version_of
    assert len(copies) == 1
    assert sorted([*seen, *copies]) == ["gazette/bridge", "gazette/flood", "gazette/library", "radio/flood"]
