"""What machines read of the pages, as other people's programs read it."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from urllib.robotparser import RobotFileParser

import bibtexparser
import feedparser
import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from lxml import etree
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from generator.config.schema import Thresholds
from generator.model import Origin
from tests.publishing.archives import CLIPS, CONFIG, LANDING, LATER, LOST, REGISTRY, WHOLE, Laid, lay

# The parsers' own, of today's Python.
pytestmark = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning:rdflib", "ignore:ConjunctiveGraph", "ignore::UserWarning:citeproc"
)
_BASE = "https://archive.example/clips/"
_SCHEMA = Namespace("https://schema.org/")
_SHA = "0123456789" * 6 + "0123"


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    """The small archive, one article of which stood on the web; every page may have a feed."""
    origin = Origin(
        path="landing.html", sha256=_SHA, media_type="text/html", url="http://old.example/a_b", retrieved="2019-08-14"
    )
    title = "“Eagle” & {Co}: 100% <down>"
    landing = replace(LANDING, row={**LANDING.row, "origin": origin, "title": title})
    clips = (landing, *CLIPS[1:])
    assert clips[1:] == (LATER, LOST)
    archive = replace(WHOLE, articles={**WHOLE.articles, "landing": replace(WHOLE.articles["landing"], **landing.row)})
    config = replace(CONFIG, archive=replace(CONFIG.archive, thresholds=Thresholds(feed=1, indexed=1)))
    return lay(tmp_path_factory.mktemp("build"), clips, archive, registry=REGISTRY, config=config)


def _citations(laid: Laid) -> list[str]:
    return [str(pre.text_content()) for pre in laid.tree("articles/landing/index.md").xpath("//footer//pre")]


def test_bibtex_is_read_by_a_parser(laid: Laid) -> None:
    """One entry with title, author, dates, address, and in the note original address and hash."""
    (entry,) = bibtexparser.loads(_citations(laid)[0]).entries
    assert entry["ENTRYTYPE"] == "article"
    assert entry["title"].strip("{}") == r"“Eagle” \& \{Co\}: 100\% <down>"
    assert entry["author"] == "{Jane Doe}"
    assert (entry["date"], entry["urldate"]) == ("1969-07-20", "2019-08-14")
    assert entry["url"] == f"{_BASE}articles/landing/"
    assert r"http://old.example/a\_b" in entry["note"]
    assert _SHA in entry["note"]


def test_csl_json_makes_a_bibliography(laid: Laid) -> None:
    """A citation processor sets the reference in a style of its own."""
    (item,) = given = [json.loads(_citations(laid)[1])]
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(given), formatter.plain)
    bibliography.register(Citation([CitationItem(item["id"])]))
    (reference,) = map(str, bibliography.bibliography())
    assert "Jane Doe" in reference
    assert "1969" in reference
    assert "http://old.example/a_b" in item["note"]
    assert item["custom"] == {"original": "http://old.example/a_b", "captured": "2019-08-14", "sha256": _SHA}
    assert item["accessed"] == {"date-parts": [[2019, 8, 14]]}


def test_feeds_are_read_by_a_parser(laid: Laid) -> None:
    """Well-formed, Atom 1.0, with titles and absolute links."""
    found = list((laid.out / "docs").rglob("feed.xml"))
    assert len(found) > 3
    for path in found:
        feed = feedparser.parse(path.read_bytes())
        assert (feed.bozo, feed.version) == (False, "atom10"), path
        assert feed.feed.updated_parsed is not None
        assert all(entry.link.startswith(_BASE) and entry.title and entry.updated_parsed for entry in feed.entries)


def _graph(laid: Laid, path: str) -> Graph:
    """The structured data of a page as statements; read offline, where every word is a term of schema.org."""
    (script,) = laid.tree(path).xpath("//script[@type='application/ld+json']/text()")
    graph = Graph()
    for one in json.loads(script):
        assert one["@context"] == "https://schema.org"
        graph.parse(data=json.dumps({**one, "@context": {"@vocab": str(_SCHEMA)}}), format="json-ld")
    return graph


def test_structured_data_says_what_an_article_is(laid: Laid) -> None:
    """A NewsArticle with headline, date, author, publisher, and the page that it is based on."""
    graph = _graph(laid, "articles/landing/index.md")
    (article,) = graph.subjects(RDF.type, _SCHEMA.NewsArticle)
    assert graph.value(article, _SCHEMA.headline) == Literal("“Eagle” & {Co}: 100% <down>")
    assert graph.value(article, _SCHEMA.datePublished) == Literal("1969-07-20")
    assert graph.value(article, _SCHEMA.isBasedOn) == Literal("http://old.example/a_b")
    author = graph.value(article, _SCHEMA.author)
    assert (author, RDF.type, _SCHEMA.Person) in graph
    assert (author, _SCHEMA.name, Literal("Jane Doe")) in graph


def test_structured_data_says_who_a_person_is(laid: Laid) -> None:
    """A Person with name and address, and the way to the page in order."""
    graph = _graph(laid, "people/neil-armstrong/index.md")
    (person,) = graph.subjects(RDF.type, _SCHEMA.Person)
    assert graph.value(person, _SCHEMA.name) == Literal("Neil Armstrong")
    assert graph.value(person, _SCHEMA.url) == Literal(f"{_BASE}people/neil-armstrong/")
    steps = {
        graph.value(one, _SCHEMA.position): graph.value(one, _SCHEMA.item)
        for one in graph.subjects(RDF.type, _SCHEMA.ListItem)
    }
    assert [str(steps[Literal(number)]) for number in (1, 2, 3)] == [
        _BASE, f"{_BASE}people/", f"{_BASE}people/neil-armstrong/",
    ]  # fmt: skip
    assert not any(isinstance(term, URIRef) and "None" in term for term in graph.all_nodes())


def test_robots_may_come_and_are_led_to_the_sitemap(laid: Laid) -> None:
    """As the standard library reads robots.txt."""
    robots = RobotFileParser()
    robots.parse((laid.out / "docs" / "robots.txt").read_text(encoding="utf-8").splitlines())
    assert robots.can_fetch("anyone", f"{_BASE}people/")
    assert robots.site_maps() == [f"{_BASE}sitemap.xml"]


def test_opensearch_describes_the_search(laid: Laid) -> None:
    """What OpenSearch 1.1 asks for, within its lengths, and a template with the words to search for."""
    root = etree.fromstring((laid.out / "docs" / "opensearch.xml").read_bytes())
    space = {"os": "http://a9.com/-/spec/opensearch/1.1/"}
    assert 0 < len(root.findtext("os:ShortName", namespaces=space) or "") <= 16
    assert 0 < len(root.findtext("os:Description", namespaces=space) or "") <= 1024
    (url,) = root.findall("os:Url", namespaces=space)
    assert url.get("type") == "text/html"
    assert re.fullmatch(re.escape(_BASE) + r"search/\?q=\{searchTerms\}", url.get("template") or "")


def test_original_addresses_are_a_table(laid: Laid) -> None:
    """Original address, page, title, date; as the csv module reads it."""
    rows = list(csv.DictReader(io.StringIO((laid.out / "data" / "originals.csv").read_text(encoding="utf-8"))))
    assert [(row["original"], row["address"], row["date"]) for row in rows] == [
        ("http://old.example/a_b", "articles/landing/", "1969-07-20")
    ]


def test_no_address_of_a_copy_is_made_up(tmp_path: Path) -> None:
    """Where the site's address is not known, structured data names none."""
    config = replace(CONFIG, site=replace(CONFIG.site, url=""))
    graph = _graph(lay(tmp_path, CLIPS, WHOLE, config=config), "people/neil-armstrong/index.md")
    assert list(graph.objects(None, _SCHEMA.url)) == []
