"""Addresses of saved pages: what a mirroring tool wrote into them, where it put them, what they call themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Final

from generator.ingest.discovery import SourceFile, host_depth
from generator.ingest.metadata import Said
from generator.text.urls import host

_MIRRORED: Final = re.compile(r"<!-- Mirrored from ([^\s<>]{3,2000}) by HTTrack[^,<>]{0,100}, ([^<>]{8,40}?) -->")
_ENDS: Final = 20_000
_HEAD: Final = 100_000
_TAG: Final = re.compile(r"<(link|meta)\b([^<>]{1,4000})>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(
    r"([a-zA-Z:-]{1,30})\s{0,9}=\s{0,9}(?:\"([^\"]{0,2000})\"|'([^']{0,2000})'|([^\s\"'>]{1,2000}))"
)
_QUERY: Final = re.compile(r"(.{1,200}?\.[A-Za-z]{2,5}|[^?@]{1,200})(?:\?|@|%3[Ff])([\w.\-]{1,60}=.{0,400})")
_ADDED_ENDING: Final = re.compile(r"\.html?$")
_INDEX: Final = re.compile(r"(?:^|/)index\.html?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """What a page's file tells of where it was saved from."""

    said: tuple[Said, ...] = ()
    """Address and date by the tool, address by the folder: the surest first."""
    is_mirror: bool = False
    """A tool saved the whole site: not all of its pages are articles."""

    @property
    def url(self) -> str:
        """The address that is surest; '' where there is none."""
        return next((str(said.values["url"]) for said in self.said), "")


def traces_of(file: SourceFile, html: str) -> Traces:
    """Where a saved page comes from, by its tool's comment and by its place."""
    comment = _comment(html)
    place = _place(file)
    said = tuple(part for part in (comment, place) if part)
    return Traces(said=said, is_mirror=comment is not None or file.in_mirror)


def claimed(html: str) -> Said | None:
    """The address that a page gives itself as canonical or for sharing, if it gives one."""
    found: dict[str, str] = {}
    for name, attributes in _head_tags(html):
        if name == "link" and "canonical" in attributes.get("rel", "").lower().split():
            found.setdefault("canonical", attributes.get("href", ""))
        elif name == "meta" and (attributes.get("property") or attributes.get("name", "")).lower() == "og:url":
            found.setdefault("og:url", attributes.get("content", ""))
    for where in ("canonical", "og:url"):
        if host(url := found.get(where, "").strip()):
            return Said(where=where, values={"url": url})
    return None


def _head_tags(html: str) -> Iterator[tuple[str, dict[str, str]]]:
    for tag in _TAG.finditer(html, 0, _HEAD):
        pairs = _ATTRIBUTE.findall(tag[2])
        yield tag[1].lower(), {name.lower(): unescape(double or single or bare) for name, double, single, bare in pairs}


def _comment(html: str) -> Said | None:
    """What HTTrack wrote at the beginning or the end of a page."""
    match = _MIRRORED.search(html, 0, _ENDS) or _MIRRORED.search(html, max(0, len(html) - _ENDS))
    if match is None:
        return None
    try:
        moment = parsedate_to_datetime(match[2]).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        moment = ""
    address = unescape(match[1])
    return Said(
        where="mirror comment",
        values={"url": address if "://" in address else f"http://{address}", "retrieved": moment},
    )


def _place(file: SourceFile) -> Said | None:
    """The address that a file's place stands for, where a folder is named like a host."""
    folders = file.name.split("/")
    depth = host_depth(folders)
    if depth is None:
        return None
    path, query = _path_and_query("/".join(folders[depth + 1 :]))
    url = f"http://{folders[depth].replace('+', ':')}/{path}{query}"
    return Said(where="path", values={"url": url})


def _path_and_query(path: str) -> tuple[str, str]:
    """A name like ``index.php?id=3`` or ``index.html@p=3.html`` as a server is asked for it."""
    folder, _, name = path.rpartition("/")
    match = _QUERY.fullmatch(name)
    query = f"?{_ADDED_ENDING.sub('', match[2])}" if match else ""
    name = match[1] if match else name
    return _INDEX.sub("", f"{folder}/{name}" if folder else name) or "", query
