"""Addresses are kept for ever: what becomes of a page when its article, its name or its owner's mind changes."""

from __future__ import annotations

import re

from tests.site.archives import ArchiveFolder
from tests.site.articles import BRIDGE, PEOPLE, TOWN, numbered
from tests.site.conftest import MakeArchive

MERGED = """\
version: 1
people:
  judith-ferncastle:
    name: Judith Ferncastle
    merge: [martin-holloway]
    aliases: [Martin Holloway]
"""
PRIVATE = PEOPLE + "    private: true\n"


def _target(page: str) -> str:
    """Where a page sends its readers by itself."""
    found = re.search(r'http-equiv="refresh" content="0;\s*url=([^"]*)"', page)
    return found.group(1) if found else ""


def test_a_renamed_file_keeps_its_address(archive: MakeArchive) -> None:
    """The same bytes at another path are the same article: same id, same address, nothing new to commit."""
    folder = archive(TOWN)
    folder.build()
    before, address = folder.permalinks(), folder.address("article", "gazette/flood")
    folder.original("gazette/flood.md").rename(folder.original("gazette/water.md"))
    folder.build(locked=True)
    assert folder.permalinks() == before
    assert folder.article("gazette/flood")["original"]["path"] == "gazette/water.md"
    assert folder.answers(address)


def test_a_changed_title_keeps_the_address(archive: MakeArchive) -> None:
    """A better headline shows on the page, at the address that the page has had."""
    folder = archive(TOWN)
    folder.build()
    address = folder.address("article", "gazette/bridge")
    folder.write({"gazette/bridge.md": BRIDGE.replace("Council Votes to Repair", "Town to Mend")})
    folder.build()
    assert folder.address("article", "gazette/bridge") == address
    assert "Town to Mend the Iron Bridge" in folder.page(address)
    assert [path for path in (folder.site / "articles").iterdir() if "mend" in path.name] == []


def test_a_deleted_article_leaves_a_tombstone(archive: MakeArchive) -> None:
    """Its address answers with a page that says so, that no search engine keeps, and that leads on."""
    folder = archive(TOWN)
    folder.build()
    address = folder.address("article", "gazette/flood")
    folder.original("gazette/flood.md").unlink()
    folder.build(allow_shrink=True)
    page = folder.page(address)
    assert "No longer in this archive" in page
    assert "noindex" in page
    assert "forty families" not in page
    assert f"article,gazette/flood,{address}" in folder.permalinks()
    assert address not in (folder.site / "sitemap.xml").read_text(encoding="utf-8")


def test_an_article_that_returns_lives_at_its_address(archive: MakeArchive) -> None:
    """What was deleted by mistake comes back to where it was, and the registry is as it was before."""
    folder = archive(TOWN)
    folder.build()
    before, whole = folder.permalinks(), folder.digests()
    folder.original("gazette/flood.md").unlink()
    folder.build(allow_shrink=True)
    folder.write({"gazette/flood.md": TOWN["gazette/flood.md"]})
    folder.build()
    assert folder.permalinks() == before
    assert folder.digests() == whole


def test_a_merged_person_redirects(archive: MakeArchive) -> None:
    """After a merge in people.yml the old page leads to the one page, which holds the articles of both."""
    folder = archive(TOWN, {"people": PEOPLE})
    folder.build()
    old, kept = folder.address("person", "martin-holloway"), folder.address("person", "judith-ferncastle")
    folder.configure({"people": MERGED})
    folder.build()
    assert _target(folder.page(old)) == f"../../{kept}"
    assert "noindex" in folder.page(old)
    assert {row["id"] for row in folder.rows("people")} >= {"judith-ferncastle"}
    assert "martin-holloway" not in {row["id"] for row in folder.rows("people")}


def test_two_articles_with_one_title_have_two_addresses(archive: MakeArchive) -> None:
    """Whichever file comes first in the folder, each article gets the same address, and keeps it."""
    same = {name: numbered(7) for name in ("a/one.md", "b/two.md")}
    folder, other = archive(same), archive(dict(reversed(same.items())))
    folder.build()
    other.build()
    assert folder.permalinks() == other.permalinks()
    assert folder.address("article", "a/one") != folder.address("article", "b/two")


def _traces(folder: ArchiveFolder, *names: str) -> set[str]:
    """Files of the site that name somebody, outside the text of articles."""
    found = set()
    for path, text in folder.texts().items():
        if path.startswith("articles/"):
            text = re.sub(r'<div class="cf-body".*?\n</div>', "", text, flags=re.DOTALL)  # noqa: PLW2901
        if path == "data/articles.jsonl":
            text = re.sub(r'"text":"(?:[^"\\]|\\.)*"', "", text)  # noqa: PLW2901
        found |= {path for name in names if name.casefold() in text.casefold()}
    return found


def test_a_private_person_is_nowhere_but_in_the_text(archive: MakeArchive) -> None:
    """No page, no entry in an index, in the data, among search filters or in the registry names who is private."""
    folder = archive(TOWN, {"people": PEOPLE})
    folder.build()
    address = folder.address("person", "martin-holloway")
    folder.configure({"people": PRIVATE})
    folder.build()
    assert not (folder.site / address).exists()
    assert "holloway" not in folder.permalinks()
    assert _traces(folder, "Holloway") == set()
    assert "Martin Holloway" in folder.page(folder.address("article", "gazette/bridge"))


def test_a_person_who_was_always_private_never_had_a_page(archive: MakeArchive) -> None:
    """People marked private before the first build leave no trace either."""
    folder = archive(TOWN, {"people": PRIVATE})
    folder.build()
    assert "holloway" not in folder.permalinks()
    assert _traces(folder, "Holloway") == set()
