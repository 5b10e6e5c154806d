"""Which pages of a web archive are articles, and why the others are none."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from generator.ingest.articlehood import not_an_article
from generator.text.decode import decode
from tests.ingest import story

SITE = "https://www.quayside.example"
PAGES = Path(__file__).parents[3] / "shared" / "corpora" / "html" / "web"
# Every second labelled page: the weights were found on the others.
KEPT, PASSED = 0.95, 0.60


def page(title: str, body: str, head: str = "") -> str:
    """A page with this title and body."""
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


PROSE = "".join(f"<p>{text}</p>" for text in story.PARAGRAPHS)
LINKS = "".join(f'<li><a href="/story-{n}">A headline of some length, number {n}</a></li>' for n in range(40))
PRODUCT = '<script type="application/ld+json">{"@type": "Product", "name": "Kettle"}</script>'


@pytest.mark.parametrize(
    ("url", "html"),
    [
        (story.URL, story.HTML),
        (f"{SITE}/news/the-bridge-is-open", page("The bridge is open", PROSE)),
        (f"{SITE}/?p=17", story.HTML),
        ("", page("The bridge", f"<article>{PROSE}</article>", '<meta property="og:type" content="article">')),
        (f"{SITE}/brucke-offen-fur-alle", story.HTML.replace("article", "div")),
    ],
)
def test_articles(url: str, html: str) -> None:
    """Running text, and an address, a mark-up or a type that speaks for it."""
    assert not_an_article(html, url) is None


@pytest.mark.parametrize(
    ("url", "html", "reason"),
    [
        (f"{SITE}/", story.HTML, "home page"),
        (f"{SITE}/index.html", story.HTML, "home page"),
        (f"{SITE}/en/", story.HTML, "home page"),
        (f"{SITE}/?s=bridge", story.HTML, "list or search"),
        (f"{SITE}/robots.txt", "User-agent: *", "robots or sitemap"),
        (f"{SITE}/city", page("City", f"<ul>{LINKS}</ul>"), "hardly any running text"),
        (f"{SITE}/tag/bridge/", page("Bridge", f"<ul>{LINKS}</ul>"), "list or search"),
        (f"{SITE}/2014/05/", page("May 2014", f"<ul>{LINKS}</ul>"), "list or search"),
        (f"{SITE}/nowhere-at-all", page("Page not found", "<p>We looked everywhere.</p>"), "error page"),
        (f"{SITE}/kettle", page("Kettle", "<p>Buy it.</p>", PRODUCT), "product page"),
        (f"{SITE}/forum/viewtopic", page("Re: kettle", "<p>I have one too, and it leaks.</p>"), "forum"),
        (f"{SITE}/empty", "", "hardly any running text"),
    ],
)
def test_other_pages(url: str, html: str, reason: str) -> None:
    """Each with a reason that many pages share, so that they can be counted."""
    assert not_an_article(html, url) == reason


@pytest.mark.skipif(not PAGES.exists(), reason="the labelled pages are not on this machine")
def test_labelled_pages_that_nobody_tuned_on() -> None:
    """Hardly an article is lost; most of the pages that are none are passed over, though all of them are hard ones."""
    lines = gzip.decompress((PAGES / "gold.jsonl.gz").read_bytes()).splitlines()
    labels = [json.loads(line) for line in lines][1::2]
    kept: dict[bool, list[bool]] = {True: [], False: []}
    for label in labels:
        html = decode(gzip.decompress((PAGES / label["file"]).read_bytes()))
        kept[label["page_type"] == "article"].append(not_an_article(html, label["url"]) is None)
    assert sum(kept[True]) / len(kept[True]) >= KEPT
    assert 1 - sum(kept[False]) / len(kept[False]) >= PASSED
