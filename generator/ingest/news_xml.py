"""Stories of agencies and papers in the press's own XML: NITF, NewsML 1 and G2, Reuters' ``newsitem``."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from html import escape
from html.entities import html5
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from generator.ingest.forms import root_of_xml
from generator.ingest.metadata import Said
from generator.ingest.originals import Content, Source, Unreadable, of_many, original, passed, quarantined
from generator.text.urls import host

if TYPE_CHECKING:
    from generator.model import Original, Passed, Quarantined

_HEAD: Final = 32_768
_ROOTS: Final = frozenset({"nitf", "newsitem", "NewsML", "newsMessage", "newsItem", "NewsItem"})
_ITEMS: Final = frozenset({"nitf", "newsitem", "NewsItem", "newsItem"})
_ENTITY: Final = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)(?P<name>[A-Za-z][A-Za-z0-9]{1,30});")
_COMPACT: Final = re.compile(r"(?P<day>\d{8})T.*")
_SPACE: Final = re.compile(r"\s+")
# Where the fields stand, the best first: names of elements, or an element and its attribute.
_TITLES: Final = ("hl1", "HeadLine", "headline", "title")
_BYLINES: Final = ("byline", "ByLine", "by")
_DATES: Final = (
    *(("date.issue", "norm"), ("story.date", "norm"), ("pubdata", "date.publication"), ("newsitem", "date")),
    *(("FirstCreated", ""), ("contentCreated", ""), ("firstCreated", ""), ("versionCreated", "")),
)
_ADDRESSES: Final = (("pubdata", "ex-ref"), ("link", "href"))
_OUTLETS: Final = (("pubdata", "name"), ("provider", "literal"), ("Provider", ""))
_IDS: Final = (("doc-id", "id-string"), ("newsItem", "guid"), ("newsitem", "itemid"), ("PublicIdentifier", ""))
_BODIES: Final = ("body.content", "DataContent", "inlineXML", "text")
_WHOLE: Final = "full_text"
"""The class of the block that has all of a text, where another repeats its beginning (The New York Times Corpus)."""
_TAGS: Final = {
    **{name: name for name in ("p", "ul", "ol", "li", "blockquote", "table", "tr", "td", "th", "pre", "em", "strong")},
    "hl2": "h2",
    "h2": "h2",
    "h3": "h3",
    "br": "br",
    "bq": "blockquote",
    "a": "a",
    "block": "div",
    "hr": "hr",
    "media": "figure",
    "media-caption": "figcaption",
    "caption": "figcaption",
    "Paragraph": "p",
}
_SILENT: Final = frozenset({"media-reference", "media-metadata", "media-producer", "body.head", "head", "object"})
_DEEPEST: Final = 60


def is_news_xml(data: bytes) -> bool:
    """Whether a file is XML of the press, by its root."""
    return root_of_xml(data[:_HEAD]) in _ROOTS


def stories(source: Source, data: bytes) -> Iterator[Original | Quarantined | Passed]:
    """The stories of a file, each by itself.

    Raises:
        Unreadable: it is no XML at all.
    """
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(_ENTITY.sub(_by_number, data), parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"is broken XML: {error.msg}") from error
    if root is None:
        raise Unreadable("is broken XML")
    items = [root] if _name(root) in _ITEMS else [one for one in root.iter() if _name(one) in _ITEMS - {"nitf"}]
    source = of_many(source) if len(items) > 1 else source
    for number, item in enumerate(items, 1):
        yield _story(source, item, number, is_alone=len(items) == 1)
    if not items:
        raise Unreadable("holds no story")


def _by_number(match: re.Match[bytes]) -> bytes:
    """An entity of the DTD, which is not read, as HTML knows it; one that nobody knows stays as it is written."""
    signs = html5.get(f"{match['name'].decode()};")
    return "".join(f"&#{ord(sign)};" for sign in signs).encode() if signs else b"&amp;" + match["name"] + b";"


def _story(source: Source, item: Any, number: int, *, is_alone: bool) -> Original | Quarantined | Passed:
    where = "story" if is_alone else f"story {number}"
    said = _said(item)
    html = "\n".join(_html(part, _DEEPEST) for part in _body(item))
    record = said.pop("id") or str(number)
    if not html.strip():
        return passed(source, said["url"] or record, "no text")
    digest = hashlib.sha256(etree.tostring(item, with_tail=False)).hexdigest()
    content = Content(
        form="html",
        text=f"<!doctype html>\n<html><body><article>\n{html}\n</article></body></html>\n",
        said=(Said(where=where, values=said),),
        record_sha256="" if is_alone else digest,
        record=None if is_alone else record,
    )
    try:
        return original(source, content)
    except Unreadable as error:
        return quarantined(source, f"{where} {error}", record, digest)


def _said(item: Any) -> dict[str, Any]:
    """What a story says of itself, by our keys."""
    address = _first(item, _ADDRESSES)
    return {
        "title": _first(item, [(name, "") for name in _TITLES]),
        "authors": _first(item, [(name, "") for name in _BYLINES]),
        "date": _COMPACT.sub(r"\g<day>", _first(item, _DATES)),
        "url": address if host(address) else "",
        # With an address the outlet is that of its host, as in every other format.
        "outlet": "" if host(address) else _first(item, _OUTLETS),
        "language": item.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        "id": _first(item, _IDS),
    }


def _first(item: Any, places: Any) -> str:
    """The first of some places that has words: of an element, or of an attribute of it."""
    for name, attribute in places:
        for element in item.iter():
            if _name(element) == name:
                text = element.get(attribute, "") if attribute else "".join(element.itertext())
                if found := _SPACE.sub(" ", text).strip():
                    return found
    return ""


def _body(item: Any) -> list[Any]:
    """The elements that hold the text; of blocks that repeat each other the whole one."""
    for name in _BODIES:
        found = [element for element in item.iter() if _name(element) == name]
        if found:
            inner = [one for body in found for one in body.iter() if _name(one) in ("body.content", "body")]
            blocks = [one for body in found for one in body.iter() if one.get("class") == _WHOLE]
            return blocks or [one for one in inner if _name(one) == "body.content"] or inner or found
    return []


def _html(element: Any, depth: int) -> str:
    """An element as HTML."""
    if not isinstance(element.tag, str) or _name(element) in _SILENT or not depth:
        return ""
    tag = _TAGS.get(_name(element), "")
    parts = [escape(element.text or "", quote=False)]
    for child in element:
        parts += (_html(child, depth - 1), escape(child.tail or "", quote=False))
    inner = "".join(parts)
    href = f' href="{escape(element.get("href") or "")}"' if tag == "a" else ""
    return f"<{tag}{href}>{inner}</{tag}>" if tag else inner


def _name(element: Any) -> str:
    """An element's name without its namespace; '' of a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
