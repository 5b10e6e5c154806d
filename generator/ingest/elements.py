"""The items of a feed or export, each parsed alone: one that is broken harms no other, and nothing is expanded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from html.entities import html5
from itertools import islice
from typing import TYPE_CHECKING, Final

from lxml import etree

from generator.ingest.stream import Damaged
from generator.text.decode import decode_raw

if TYPE_CHECKING:
    from generator.ingest.stream import ByteStream

_PIECE: Final = 1 << 18
_ITEM: Final = re.compile(rb"<!\[CDATA\[|<!--|<(?:item|entry)(?=[\s>])|</(?:item|entry)\s{0,9}>")
_CLOSERS: Final = {b"<![CDATA[": b"]]>", b"<!--": b"-->"}
_LONGEST_TOKEN: Final = 32
_PROLOGUE: Final = 50_000
_NAMESPACES: Final = 64
_NAMESPACE: Final = re.compile(r"""xmlns(?::([\w.\-]{1,40}))?\s{0,9}=\s{0,9}(?:"([^"]{0,300})"|'([^']{0,300})')""")
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CHARSET: Final = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_:.\-]{1,40})[\"']")
_ENTITY: Final = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)(?:([A-Za-z][A-Za-z0-9]{1,30});)?"
)
_PREFIXES: Final = {
    "": "",
    "http://purl.org/rss/1.0/": "",
    "http://www.w3.org/2005/Atom": "atom:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
}
# Declared by every feed that is right; a feed that forgot to is read all the same.
_USUAL: Final = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "wp": "http://wordpress.org/export/1.2/",
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    **{
        name: f"urn:undeclared:{name}"
        for name in ("wfw", "atom", "media", "slash", "itunes", "georss", "thr", "feedburner")
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One item or entry."""

    number: int
    """From 1."""
    raw: bytes
    """As it stands in the file."""
    node: etree._Element | None = None
    """Parsed; None where ``reason`` says why not."""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands before the first item."""

    text: str = ""
    charset: str = ""
    namespaces: Mapping[str, str] = field(default_factory=dict)
    """Prefix ('' for none) -> namespace."""


def head_and_items(stream: ByteStream, limit: int) -> Iterator[Head | Element]:
    """The head of a feed, then its items, one at a time.

    Args:
        stream: The file's bytes.
        limit: How many bytes an item may have.

    Raises:
        Exhausted: the file unpacks to more than is allowed.
    """
    head = Head()
    for number, (piece, reason) in enumerate(_cut(stream, limit)):
        if number == 0:
            head = _head_of(piece)
            yield head
        else:
            yield _parsed(number, piece, reason, head)


def _cut(stream: ByteStream, limit: int) -> Iterator[tuple[bytes, str]]:
    """The head, then each item as it stands in the file, and why it is not whole ('' where it is)."""
    cutter = _Cutter(limit)
    while not cutter.is_over:
        yield from cutter.pieces()
        try:
            cutter.feed(stream.read(_PIECE))
        except Damaged as error:
            cutter.feed(b"")
            cutter.torn = str(error)
    yield from cutter.rest(stream.torn)


class _Cutter:
    """Cuts items out of bytes that come piece by piece; what looks like a tag within CDATA or a comment is none."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.buffer = b""
        self.begin = self.at = 0
        """Where the current head or item begins, and up to where it was looked through."""
        self.closer = b""
        self.place = "head"
        """``head``, ``item``, ``between`` or ``oversize``."""
        self.is_over = False
        self.torn = ""

    def feed(self, more: bytes) -> None:
        """Go on with more bytes; none are the end."""
        self.is_over = not more
        keep = self.at if self.place in ("between", "oversize") else self.begin
        self.buffer = self.buffer[keep:] + more
        self.begin, self.at = 0, self.at - keep

    def pieces(self) -> Iterator[tuple[bytes, str]]:
        """All that can be cut out of the bytes so far."""
        while True:
            if self.closer:
                found = self.buffer.find(self.closer, self.at)
                if found < 0:
                    self.at = max(self.at, len(self.buffer) - len(self.closer) + 1)
                    break
                self.at, self.closer = found + len(self.closer), b""
            token = _ITEM.search(self.buffer, self.at)
            if token is None:
                self.at = max(self.at, len(self.buffer) - _LONGEST_TOKEN)
                break
            self.at = token.end()
            yield from self._at_token(token)
        if self.place in ("head", "item") and len(self.buffer) - self.begin > self.limit:
            yield self.buffer[self.begin : self.begin + _PIECE], f"has more than {self.limit:,} bytes"
            self.place = "oversize"

    def rest(self, torn: str) -> Iterator[tuple[bytes, str]]:
        """What is left at the end."""
        yield from self.pieces()
        if self.place == "head":
            yield self.buffer[self.begin :], ""
        elif self.place == "item":
            yield self.buffer[self.begin :], "breaks off"
        if self.torn or torn:
            yield b"", self.torn or torn

    def _at_token(self, token: re.Match[bytes]) -> Iterator[tuple[bytes, str]]:
        if token[0] in _CLOSERS:
            self.closer = _CLOSERS[token[0]]
        elif token[0].startswith(b"</"):
            if self.place == "item":
                yield self.buffer[self.begin : self.at], ""
            self.place = "between" if self.place != "head" else "head"
        elif self.place in ("head", "between"):
            if self.place == "head":
                yield self.buffer[self.begin : token.start()], ""
            self.begin, self.place = token.start(), "item"


def _head_of(piece: bytes) -> Head:
    declared = _CHARSET.search(piece[:1000])
    charset = declared[1].decode("ascii") if declared else "utf-8"
    text = decode_raw(piece, charset)
    declared_names = islice(_NAMESPACE.finditer(text, 0, _PROLOGUE), _NAMESPACES)
    found = {name[1] or "": name[2] or name[3] for name in declared_names}
    return Head(text=text, charset=charset, namespaces={**_USUAL, **found})


def _parsed(number: int, raw: bytes, reason: str, head: Head) -> Element:
    if reason:
        return Element(number=number, raw=raw, reason=reason)
    text = _CONTROLS.sub(" ", decode_raw(raw, head.charset))
    names = "".join(
        f' xmlns{":" if prefix else ""}{prefix}="{escape(name)}"' for prefix, name in head.namespaces.items()
    )
    error: Exception | None = None
    for attempt in (text, _with_known_entities(text)):
        try:
            root = etree.fromstring(f"<feed{names}>{attempt}</feed>".encode(), _parser())
        except etree.XMLSyntaxError as problem:
            error = error or problem
        else:
            return Element(
                number=number, raw=raw, node=root[0] if len(root) else None, reason="" if len(root) else "is empty"
            )
    return Element(number=number, raw=raw, reason=f"is no well-formed XML ({error})")


def _parser() -> etree.XMLParser:
    """One that fetches nothing, expands nothing and refuses what is too large or too deep."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _with_known_entities(text: str) -> str:
    """The same with HTML's entities, which XML does not know, as characters, and with stray ampersands escaped."""
    parts: list[str] = []
    at = 0
    while (begin := text.find("<![CDATA[", at)) >= 0 and (end := text.find("]]>", begin)) >= 0:
        parts += (_ENTITY.sub(_character, text[at:begin]), text[begin : end + 3])
        at = end + 3
    return "".join((*parts, _ENTITY.sub(_character, text[at:])))


def _character(match: re.Match[str]) -> str:
    found = html5.get(match[1] + ";", "") if match[1] else ""
    return escape(found) if found else "&amp;" + match[0][1:]


def fields_of(node: etree._Element) -> dict[str, list[etree._Element]]:
    """An item's children by name: bare in RSS, with the usual prefix of their namespace elsewhere."""
    fields: dict[str, list[etree._Element]] = {}
    for child in node:
        if isinstance(child.tag, str):
            name = etree.QName(child)
            fields.setdefault(
                _PREFIXES.get(name.namespace or "", _wordpress(name.namespace)) + name.localname, []
            ).append(child)
    return fields


def _wordpress(namespace: str | None) -> str:
    """The prefix of the namespaces that WordPress counts versions in, and of all that nobody knows."""
    found = re.fullmatch(r"https?://wordpress\.org/export/[\d.]{1,9}/(excerpt/)?", namespace or "")
    return ("excerpt:" if found[1] else "wp:") if found else "?:"


def text_of(fields: Mapping[str, list[etree._Element]], *names: str) -> str:
    """The text of the first of these fields that has any."""
    for name in names:
        for node in fields.get(name, ()):
            if text := "".join(map(str, node.itertext())).strip():
                return text
    return ""
