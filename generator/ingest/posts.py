"""The articles in a feed (RSS, Atom) or in an export of WordPress (WXR)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from generator.ingest.elements import Element, Head, fields_of, head_and_items, text_of
from generator.ingest.metadata import Said
from generator.ingest.originals import (
    Content,
    Source,
    Unreadable,
    check_limits,
    original,
    passed,
    quarantined,
    without_embedded,
)
from generator.ingest.wordpress import page_of_post

if TYPE_CHECKING:
    from generator.ingest.stream import ByteStream
    from generator.model import Original, Passed, Quarantined

_TAG: Final = re.compile(r"<[^<>]{0,4000}>")
_SPACE: Final = re.compile(r"\s+")
_SUMMARY: Final = 500
_LONG: Final = 1200
_PARTS: Final = re.compile(r"<(?:p|br|div)\b", re.IGNORECASE)
_TEASER: Final = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|\b(?:read|continue|see|view)\s(?:more|reading|full|the\s(?:full|rest))\b[^.]{0,80})[\s»→>.]{0,9}$",
    re.IGNORECASE,
)
_ROOT: Final = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]")
_PUBLISHED: Final = ("publish", "")
_TYPES: Final = ("post", "page", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Channel:
    """What a feed says of all its items."""

    is_export: bool = False
    title: str = ""
    language: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    """Login of an author -> name."""


def from_feed(source: Source, stream: ByteStream) -> Iterator[Original | Quarantined | Passed]:
    """The articles of a feed or export, in its order, with what was passed over and what is broken."""
    channel = _Channel()
    for part in head_and_items(stream, source.limits.page_bytes):
        if isinstance(part, Head):
            channel = _channel_of(part)
        elif part.node is None:
            where = f"item {part.number} " if part.raw else ""
            digest = hashlib.sha256(part.raw).hexdigest() if part.raw else ""
            yield quarantined(source, where + part.reason, str(part.number), digest)
        else:
            yield _item(source, channel, part, fields_of(part.node))


def _item(
    source: Source, channel: _Channel, item: Element, fields: dict[str, list[Any]]
) -> Original | Quarantined | Passed:
    link, guid = _link_of(fields), text_of(fields, "guid", "atom:id", "dc:identifier")
    record = guid or link or str(item.number)
    html = without_embedded(_body(fields, "content:encoded") if channel.is_export else _feed_body(fields))
    reason = _not_published(fields) if channel.is_export else only_a_summary(html)
    if not reason and not _visible(html):
        reason = "empty"
    if reason:
        return passed(source, link or record, reason)
    digest = hashlib.sha256(item.raw).hexdigest()
    try:
        check_limits(html, "text", source.limits)
        page = page_of_post(html) if channel.is_export else html
        content = Content(
            form="html",
            text=f"<!doctype html>\n<html><body><article>\n{page}\n</article></body></html>\n",
            said=(Said(where=f"item {item.number}", values=_said(channel, fields, link)),),
            record_sha256=digest,
            record=record,
        )
        return original(source, content)
    except Unreadable as error:
        return quarantined(source, f"item {item.number} {error}", record, digest)


def _said(channel: _Channel, fields: dict[str, list[Any]], link: str) -> dict[str, Any]:
    """What an item says of itself, by our keys."""
    authors = [name for key in ("dc:creator", "atom:author") for name in _names(fields.get(key, ()))]
    return {
        "url": link or None,
        "title": _plain(text_of(fields, "title", "atom:title")),
        "date": _moment(fields, "wp:post_date", "pubDate", "atom:published", "dc:date"),
        "updated": _moment(fields, "wp:post_modified", "atom:updated"),
        "authors": [channel.names.get(name, name) for name in authors],
        # With an address the outlet is that of its host, as in every other format.
        "outlet": None if link else channel.title,
        "language": channel.language or None,
    }


def _moment(fields: dict[str, list[Any]], *names: str) -> str:
    found = text_of(fields, *names)
    return "" if found.startswith("0000") else found


def _names(nodes: Any) -> Iterator[str]:
    """Names of authors: the text, or the ``name`` in it."""
    for node in nodes:
        inner = [child for child in node if isinstance(child.tag, str) and etree.QName(child).localname == "name"]
        for named in inner or [node]:
            if name := _plain("".join(named.itertext())):
                yield name


def _link_of(fields: dict[str, list[Any]]) -> str:
    """The item's address: a link, or a guid that says it is one."""
    for node in fields.get("atom:link", ()):
        if node.get("rel", "alternate") == "alternate" and node.get("href"):
            return str(node.get("href")).strip()
    for node in fields.get("guid", ()):
        if node.get("isPermaLink", "true") == "true" and "link" not in fields:
            return (node.text or "").strip()
    return text_of(fields, "link")


def _feed_body(fields: dict[str, list[Any]]) -> str:
    return _body(fields, "content:encoded", "atom:content", "description", "atom:summary")


def _body(fields: dict[str, list[Any]], *names: str) -> str:
    """The first of these fields that has text, as HTML."""
    for name in names:
        for node in fields.get(name, ()):
            if node.get("type") == "xhtml":
                return "".join(etree.tostring(child, encoding="unicode", with_tail=False) for child in node)
            if text := "".join(node.itertext()).strip():
                return text
    return ""


def _visible(html: str) -> str:
    return _SPACE.sub(" ", unescape(_TAG.sub(" ", html))).strip()


def _plain(text: str) -> str:
    """A line of a feed without markup and entities, which feeds escape once or twice."""
    return _SPACE.sub(" ", unescape(_TAG.sub("", text))).strip()


def only_a_summary(html: str) -> str:
    """Why an item of a feed is no article: it is short, or ends where readers are sent on; '' where it is one."""
    text = _visible(html)
    is_short = len(text) < (_SUMMARY if len(_PARTS.findall(html)) > 1 else _LONG)
    return "only a summary" if is_short or _TEASER.search(text, max(0, len(text) - 200)) else ""


def _not_published(fields: dict[str, list[Any]]) -> str:
    kind, status = text_of(fields, "wp:post_type"), text_of(fields, "wp:status")
    if kind not in _TYPES:
        return f"not a post ({kind[:30]})"
    if status not in _PUBLISHED:
        return f"not published ({status[:30]})"
    return "protected by a password" if text_of(fields, "wp:post_password") else ""


def _channel_of(head: Head) -> _Channel:
    root = _ROOT.search(head.text)
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(head.text[root.start() if root else 0 :].encode(), parser)
    except etree.XMLSyntaxError:
        tree = None
    if tree is None:
        return _Channel()
    inner = next(
        (child for child in tree if isinstance(child.tag, str) and etree.QName(child).localname == "channel"), tree
    )
    fields = fields_of(inner)
    people = [fields_of(author) for author in fields.get("wp:author", ())]
    return _Channel(
        is_export="wp:wxr_version" in fields,
        title=_plain(text_of(fields, "title", "atom:title")),
        language=text_of(fields, "language", "dc:language")
        or tree.get("{http://www.w3.org/XML/1998/namespace}lang", ""),
        names={
            text_of(one, "wp:author_login"): _plain(text_of(one, "wp:author_display_name"))
            for one in people
            if text_of(one, "wp:author_display_name")
        },
    )
