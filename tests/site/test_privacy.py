"""A private person stands in the article's text and nowhere else in all that a build makes."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator

from click.testing import CliRunner

from generator.cli import main
from tests.site.archives import ArchiveFolder
from tests.site.articles import TOWN, article
from tests.site.conftest import MakeArchive

TOGETHER = article(
    "Two Names in One Sentence",
    "2014-01-01",
    "Martin Holloway and Judith Ferncastle opened the new pier of Dunmere on Wednesday before four hundred people.",
    "Ferncastle cut the ribbon. A band played, and Holloway told the mayor's guests how piers are sunk into the mud.",
    "Photo credit: Martin Holloway",
    "Martin Holloway and Nora Penhallow contributed to this report.",
    author="Martin Holloway",
)
ONLY_HIS_NAME = article(
    "A Lecture on Piers",
    "2014-02-01",
    "The pier was the subject of a lecture in Saltwick on Friday, and the hall was full to the last seat.",
    "Engineer Holloway spoke for an hour.",
    "(Reporting by Holloway; Editing by Nora Penhallow)",
)
FILES = {**TOWN, "gazette/together.md": TOGETHER, "gazette/lecture.md": ONLY_HIS_NAME}
URL = "INHERIT: build/mkdocs-base.yml\nsite_name: The Test File\nsite_url: https://archive.example/clips/\n"
_BODY = re.compile(r'<div class="cf-body".*?\n</div>', re.DOTALL)
_TEXT = re.compile(r'"text":"(?:[^"\\]|\\.)*"')


def _made(folder: ArchiveFolder) -> Iterator[tuple[str, str]]:
    """Everything that a build made, article bodies taken out: pages, data, feeds, suggestions, search index, report."""
    for path, text in folder.texts().items():
        yield path, _BODY.sub("", text) if path.startswith("articles/") else _TEXT.sub("", text)
    for fragment in sorted((folder.site / "pagefind").rglob("*.pf_fragment")):
        page = json.loads(gzip.decompress(fragment.read_bytes()).removeprefix(b"pagefind_dcd"))
        shown = page if not page["url"].startswith("/articles/") else {**page, "content": "", "anchors": []}
        yield f"{fragment.name} ({page['url']})", json.dumps(shown, ensure_ascii=False)
    for part in ("data", "docs", "report"):
        for made in sorted((folder.root / "build" / part).rglob("*.*")):
            if made.is_file() and "articles" not in made.parts[-3:-1]:
                yield str(made), _TEXT.sub("", made.read_text(encoding="utf-8"))
    for file in (folder.root / "site_config").iterdir():
        yield file.name, file.read_text(encoding="utf-8")


def _traces(folder: ArchiveFolder) -> list[str]:
    return sorted(path for path, text in _made(folder) if "holloway" in text.casefold())


def _judge(folder: ArchiveFolder, *words: str) -> None:
    told = CliRunner().invoke(main, ["judge", *words, "--yes", "-C", str(folder.root)])
    assert told.exit_code == 0, told.output


def test_a_private_person_is_nowhere_outside_the_text(archive: MakeArchive) -> None:
    """Neither page, index, data, search, feed, byline, quotation nor report names them, and undoing brings all back."""
    folder = archive(FILES, mkdocs=URL)
    folder.build()
    before, address = folder.digests(), folder.address("person", "martin-holloway")
    assert _traces(folder)
    _judge(folder, "private", "Martin Holloway")
    report = folder.build()
    assert _traces(folder) == []
    assert not folder.answers(address)
    assert not any("holloway" in line.casefold() for line in (*report.new_addresses, *report.warnings))
    assert "Holloway" in folder.page(folder.address("article", "gazette/together"))
    assert folder.answers(folder.address("person", "judith-ferncastle"))
    _judge(folder, "undo", "--last")
    folder.build()
    assert folder.address("person", "martin-holloway") == address
    assert folder.digests() == before


def test_who_is_private_from_the_start_leaves_no_trace(archive: MakeArchive) -> None:
    """A hash in judgements.yml before the first build is enough."""
    folder = archive(FILES, mkdocs=URL)
    _judge(folder, "private", "Martin Holloway")
    folder.build()
    assert _traces(folder) == []
