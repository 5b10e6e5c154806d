"""Feeds tell of what was added last; a small page has none of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.config.schema import SiteConfig, Thresholds
from tests.publishing.archives import CLIPS, CONFIG, REGISTRY, WHOLE, Laid, lay

_ATOM = "{http://www.w3.org/2005/Atom}"


def _with(**thresholds: int) -> SiteConfig:
    return replace(CONFIG, archive=replace(CONFIG.archive, thresholds=Thresholds(**thresholds)))


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    """The small archive, where two articles are enough for a feed."""
    return lay(tmp_path_factory.mktemp("build"), CLIPS, WHOLE, registry=REGISTRY, config=_with(feed=2))


def _feeds(laid: Laid) -> dict[str, ET.Element]:
    docs = laid.out / "docs"
    found = {path.relative_to(docs).as_posix(): path for path in docs.rglob("feed.xml")}
    return {name: ET.parse(path).getroot() for name, path in found.items()}  # noqa: S314 - our own files


def test_bigger_pages_have_feeds(laid: Laid) -> None:
    """The archive, a person and topics with two articles have one; a source that one article cites has none."""
    assert set(_feeds(laid)) == {
        "feed.xml",
        "people/neil-armstrong/feed.xml",
        "topics/moon/feed.xml",
        "topics/space/feed.xml",
    }


def test_what_was_added_last_comes_first(laid: Laid) -> None:
    """Of articles that permalinks.csv knows; each feed was changed when its newest article was added."""
    for feed in _feeds(laid).values():
        assert [entry.findtext(f"{_ATOM}title") for entry in feed.iter(f"{_ATOM}entry")] == ["later", "landing"]
        assert feed.findtext(f"{_ATOM}updated") == "2026-02-03T00:00:00Z"


def test_every_feed_has_what_the_standard_asks_for(laid: Laid) -> None:
    """RFC 4287: title, id and updated once in feed and entry, an author, a link to itself, absolute addresses."""
    for path, feed in _feeds(laid).items():
        base = "https://archive.example/clips/"
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{_ATOM}link")}
        assert links == {"self": base + path, "alternate": base + path.removesuffix("feed.xml")}
        assert feed.findtext(f"{_ATOM}author/{_ATOM}name")
        for element in (feed, *feed.iter(f"{_ATOM}entry")):
            assert all(len(element.findall(f"{_ATOM}{tag}")) == 1 for tag in ("title", "id", "updated"))
        ids = [entry.findtext(f"{_ATOM}id") for entry in feed.iter(f"{_ATOM}entry")]
        assert len(set(ids)) == len(ids)


def test_a_page_leads_to_its_feed(laid: Laid) -> None:
    """The theme reads it from the front matter, the reader below the list."""
    assert laid.front("people/neil-armstrong/index.md")["clipfile"]["feed"] == "feed.xml"
    assert laid.tree("people/neil-armstrong/index.md").xpath("//a[contains(@href, 'neil-armstrong/feed.xml')]")
    assert "feed" not in laid.front("sources/nasa/index.md")["clipfile"]


def test_people_kept_out_of_search_engines_have_no_feed(tmp_path: Path) -> None:
    """A feed would tell of them what their page does not."""
    laid = lay(tmp_path, CLIPS, WHOLE, registry=REGISTRY, config=_with(feed=1, indexed=3))
    assert "people/neil-armstrong/feed.xml" not in _feeds(laid)
    assert "sources/nasa/feed.xml" in _feeds(laid)


def test_where_the_host_counts_files_there_is_one_feed(tmp_path: Path) -> None:
    """The archive's own."""
    config = replace(_with(feed=1), archive=replace(_with(feed=1).archive, few_files=True))
    assert set(_feeds(lay(tmp_path, CLIPS, WHOLE, registry=REGISTRY, config=config))) == {"feed.xml"}


def test_without_an_address_there_is_no_feed(tmp_path: Path) -> None:
    """Feeds need absolute addresses."""
    config = replace(_with(feed=1), site=replace(CONFIG.site, url=""))
    assert _feeds(lay(tmp_path, CLIPS, WHOLE, registry=REGISTRY, config=config)) == {}
