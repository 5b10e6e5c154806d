"""Originals written to do harm are quarantined or published as what they are: text."""

from __future__ import annotations

import json
from typing import Any

import pytest
from lxml import html as lxml_html

from tests.site.archives import ArchiveFolder
from tests.site.articles import article
from tests.site.conftest import MakeArchive
from tests.site.hostile import BIG, HOSTILE, NAMES, REFUSED, SAFE_TEXT, hostile_archive


@pytest.fixture(scope="module", name="hostile")
def _hostile(tmp_path_factory: pytest.TempPathFactory) -> ArchiveFolder:
    """An archive of nothing but attacks, built; that it is built says that the gate let it pass."""
    folder = hostile_archive(tmp_path_factory.mktemp("hostile") / "archive")
    folder.build()
    return folder


def test_every_attack_is_published_or_quarantined(hostile: ArchiveFolder) -> None:
    """No original is lost, and none of them breaks the build."""
    report: dict[str, Any] = json.loads((hostile.root / "build" / "report" / "build.json").read_text("utf-8"))
    refused = {one["path"] for one in report["quarantined"]}
    built = {row["original"]["path"] for row in hostile.rows("articles")}
    assert refused | built == set(HOSTILE)
    assert refused <= REFUSED
    assert all(one["reason"] for one in report["quarantined"])


def test_no_page_holds_a_foreign_element(hostile: ArchiveFolder) -> None:
    """No script, frame, form or handler of an original becomes one of the site."""
    own = {"script", "form"}
    for path in hostile.site.resolve().rglob("*.html"):
        document = lxml_html.parse(str(path)).getroot()
        for element in document.iter():
            if not isinstance(element.tag, str):
                continue
            name = f"{path.name}: <{element.tag}>"
            assert element.tag not in {"iframe", "object", "embed", "base", "frame", "applet", "marquee"}, name
            assert not [key for key in element.attrib if str(key).lower().startswith("on")], name
            if element.tag in own:
                said = str(element.get("src") or element.get("action") or "")
                assert "evil" not in said, name
            for key in ("href", "src", "action", "data"):
                scheme = str(element.get(key) or "").strip().lower().partition(":")[0]
                assert scheme not in {"javascript", "vbscript", "data"}, name


def test_text_is_shown_as_it_was_written(hostile: ArchiveFolder) -> None:
    """Templates, Markdown, front matter and tags in a text are shown, not carried out."""
    for name, words in SAFE_TEXT.items():
        row = next(row for row in hostile.rows("articles") if row["original"]["path"] == name)
        document = lxml_html.document_fromstring(hostile.page(row["address"]))
        shown = " ".join(" ".join(str(text) for text in document.itertext()).split())
        assert words in shown, name


def test_nothing_that_a_stranger_says_becomes_a_setting(hostile: ArchiveFolder) -> None:
    """No front matter key of a page but those that its kind has is filled, and no title element is broken out of."""
    for path in hostile.site.resolve().rglob("*.html"):
        document = lxml_html.parse(str(path)).getroot()
        assert len(document.xpath("/html/head/title")) == 1, path
        assert document.xpath("/html/head/meta[@http-equiv='refresh']/@content") == [] or "evil" not in str(
            document.xpath("/html/head/meta[@http-equiv='refresh']/@content")
        )
        assert len(document.xpath("/html/body")) == 1


def test_no_invisible_sign_is_left(hostile: ArchiveFolder) -> None:
    """Signs that turn the direction of writing or are seen by nobody are gone from texts, titles and names."""
    forbidden = {*map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x200E, 0x200F, 0xFEFF, 0))}
    for row in hostile.rows("articles"):
        found = forbidden & set(json.dumps(row, ensure_ascii=False))
        assert found == set(), row["id"]


def test_names_of_files_are_harmless(hostile: ArchiveFolder) -> None:
    """A file may be called what its owner's system allows: its address is made of plain letters, digits and hyphens."""
    addresses = {row["original"]["path"]: row["address"] for row in hostile.rows("articles")}
    for name in NAMES:
        assert addresses[name].removeprefix("articles/").rstrip("/").replace("-", "").isalnum()
        assert addresses[name].isascii()


def test_secrets_beside_the_articles_are_not_read(hostile: ArchiveFolder) -> None:
    """A link that leads out of content/articles is not followed."""
    secret = hostile.root / "secret.txt"
    secret.write_text(article("Secret", "2001-01-01", "The word is xyzzy-plugh and nobody may read it. " * 5), "utf-8")
    hostile.original("link.md").symlink_to(secret)
    hostile.build()
    assert all("xyzzy-plugh" not in text for text in hostile.texts().values())


@pytest.mark.parametrize("name", sorted(BIG))
def test_endless_runs_come_to_an_end(archive: MakeArchive, name: str) -> None:
    """Tens of thousands of brackets, marks, spaces or digits in one line are read in a moment or quarantined."""
    folder = archive({name: BIG[name]})
    report = folder.build(site=False)
    assert report.articles + len(report.quarantined) == 1
