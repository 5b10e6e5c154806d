"""Atom feed of what was added last, and the OpenSearch description; both need the site's own address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from xml.etree import ElementTree as ET

from generator.publishing.catalog import Catalog, Entry
from generator.publishing.listing import Period

_ATOM: Final = "http://www.w3.org/2005/Atom"
_OPENSEARCH: Final = "http://a9.com/-/spec/opensearch/1.1/"
_SHOWN: Final = 50


def atom(catalog: Catalog, recent: Sequence[Period]) -> bytes:
    """The feed of the articles that came into the archive last."""
    site = catalog.config.site
    root = ET.Element("feed", xmlns=_ATOM)
    _add(root, "title", site.name)
    _add(root, "id", f"{_base(catalog)}feed.xml")
    _add(root, "updated", f"{recent[0].key if recent else '1970-01-01'}T00:00:00Z")
    _add(root, "link", rel="self", href=f"{_base(catalog)}feed.xml")
    _add(root, "link", rel="alternate", href=_base(catalog))
    _add(_add(root, "author"), "name", site.name)
    shown = [(period.key, entry) for period in recent for entry in period.entries][:_SHOWN]
    for day, entry in shown:
        _entry(catalog, root, day, entry)
    return _xml(root)


def opensearch(catalog: Catalog) -> bytes:
    """What lets a browser offer the archive's search."""
    root = ET.Element("OpenSearchDescription", xmlns=_OPENSEARCH)
    _add(root, "ShortName", catalog.config.site.name[:16])
    _add(root, "Description", f"Search {catalog.config.site.name}")
    _add(root, "InputEncoding", "UTF-8")
    _add(root, "Url", type="text/html", template=f"{_base(catalog)}search/?q={{searchTerms}}")
    return _xml(root)


def _entry(catalog: Catalog, root: ET.Element, day: str, entry: Entry) -> None:
    row = catalog.archive.articles[entry.id]
    element = _add(root, "entry")
    _add(element, "title", entry.title)
    _add(element, "id", f"{_base(catalog)}{entry.address}")
    _add(element, "link", rel="alternate", href=f"{_base(catalog)}{entry.address}")
    _add(element, "updated", f"{day}T00:00:00Z")
    for author in row.authors:
        _add(_add(element, "author"), "name", author)
    _add(element, "summary", " · ".join(part for part in (entry.outlet, entry.when) if part))


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, tag, attributes)
    element.text = "".join(character for character in text if character >= " " or character in "\t\n") or None
    return element


def _xml(root: ET.Element) -> bytes:
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _base(catalog: Catalog) -> str:
    return f"{catalog.config.site.url.rstrip('/')}/"
