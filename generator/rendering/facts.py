"""What the gate needs to know of a page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import SplitResult, unquote, urlsplit

import msgspec
from lxml import etree

from generator.forks import share_out
from generator.rendering.headers import hashed

# Attributes by which a browser fetches something by itself; a plain <a href> may lead anywhere.
_FETCHED: Final = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "form": ("action",),
}
_FETCHED_RELATIONS: Final = frozenset(
    {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "dns-prefetch", "preconnect"}
)
_SAFE_SCHEMES: Final = frozenset({"", "http", "https", "mailto", "tel"})
_SCRIPTS: Final = frozenset({"", "module", "text/javascript", "application/javascript"})
"""Types of script that run; others are data."""
_PLAIN: Final = re.compile(r"(?:\.\./)+(?:[a-z0-9-]+/)*")
_INLINE: Final = frozenset({"script", "style"})
_SILENT: Final = frozenset({"class", "rel", "content", "datetime", "aria-label", "role", "title", "hidden", "for"})
"""Attributes that most of a page consists of and that say nothing to the gate."""


class Facts(msgspec.Struct, frozen=True, array_like=True):
    """What one page says."""

    targets: tuple[str, ...]
    """Where its links within the site lead: files below its root, each once."""
    places: tuple[tuple[str, str], ...]
    """Those of them that lead to an anchor: file and anchor."""
    anchors: frozenset[str]
    """What others may lead to here."""
    problems: tuple[str, ...]
    """What is wrong with the page by itself."""
    inline: tuple[tuple[str, str], ...] = ()
    """What a Content-Security-Policy must allow by name for its scripts and styles to work."""


def read(site: Path, names: Sequence[str], site_url: str) -> dict[str, Facts]:
    """The facts of these pages, by their names below the folder ``site``.

    Args:
        site: the folder of a generation.
        names: of pages in it.
        site_url: where it will be, '' if that is not known.
    """
    return dict(zip(names, share_out(_read_some, (site, site_url), names), strict=True))


def _read_some(place: tuple[Path, str], names: Sequence[str]) -> list[Facts]:
    site, site_url = place
    base = urlsplit(site_url)
    return [_read(site, name, base) for name in names]


def _read(site: Path, name: str, base: SplitResult) -> Facts:
    document: Any = etree.HTML((site / name).read_bytes() or b"<html></html>")
    links: dict[str, None] = {}
    fetched: dict[str, None] = {}
    anchors: set[str] = set()
    problems: list[str] = []
    inline: list[tuple[str, str]] = []
    for element in document.iter(etree.Element):
        tag, values = element.tag, element.items()
        if tag in _INLINE:
            inline += _inline(tag, element)
        for key, value in values:
            if key in _SILENT:
                continue
            if key == "id":
                anchors.add(value)
            elif key == "href":
                (fetched if _is_fetched(tag, element.get("rel", "")) else links)[value] = None
            elif key == "style":
                inline += (("style-src", hashed(value)), ("style-src", "'unsafe-hashes'"))
            elif key in _FETCHED.get(tag, ()):
                fetched.update(dict.fromkeys(_urls(key, value)))
            elif key.startswith("on"):
                problems.append(f"<{tag} {key}> would run script from an attribute")
    found = [target for link in (*links, *fetched) if (target := _target(name, link, base))]
    problems += [*_unsafe(links), *_foreign(fetched, base.netloc)]
    return Facts(
        targets=tuple(dict.fromkeys(path for path, _ in found)),
        places=tuple((path, anchor) for path, anchor in found if anchor),
        anchors=frozenset(anchors),
        problems=tuple(problems),
        inline=tuple(inline),
    )


def _inline(tag: str, element: Any) -> Iterator[tuple[str, str]]:
    """What stands between the tags of an element that a strict policy would not let run."""
    if tag == "style":
        yield "style-src", hashed(element.text or "")
    elif "src" not in element.keys() and element.get("type", "") in _SCRIPTS:  # noqa: SIM118 - lxml
        yield "script-src", hashed(element.text or "")


def _is_fetched(tag: str, relation: str) -> bool:
    return tag == "link" and not _FETCHED_RELATIONS.isdisjoint(relation.lower().split())


def _urls(attribute: str, value: str) -> list[str]:
    return [part.split()[0] for part in value.split(",") if part.strip()] if attribute == "srcset" else [value]


def _target(page: str, link: str, base: SplitResult) -> tuple[str, str] | None:
    """File below the site and anchor that a link leads to; None for a link to elsewhere."""
    up = link.count("../")
    if up <= page.count("/") and _PLAIN.fullmatch(link):  # a few folders up and a few down, as nearly every link
        return f"{'/'.join((*page.split('/')[: -1 - up], link[3 * up :]))}index.html", ""
    return _any_target(page, link, base)


def _any_target(page: str, link: str, base: SplitResult) -> tuple[str, str] | None:
    parts = urlsplit(link)
    if parts.scheme and (parts.scheme not in {"http", "https"} or parts.netloc != base.netloc):
        return None
    if parts.netloc and parts.netloc != base.netloc:
        return None
    path, root = unquote(parts.path), base.path if base.path.endswith("/") else base.path + "/"
    if parts.netloc or path.startswith("/"):
        if not path.startswith(root):
            return None
        target = path.removeprefix(root)
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
        target += "/" if path.endswith(("/", "/.", "/..")) or path in {".", ".."} else ""
    target = target.removeprefix("./")
    if target in {"", "."} or target.endswith("/"):
        target = target.rstrip(".").rstrip("/") + "/index.html" if target not in {"", ".", "./"} else "index.html"
    return target, unquote(parts.fragment.split(":~:")[0])


def _unsafe(links: Mapping[str, None]) -> Iterator[str]:
    for link in links:
        if not _PLAIN.fullmatch(link) and _scheme(link) not in _SAFE_SCHEMES:
            yield f"the link {link[:80]} is neither http, mailto nor an address of this site"


def _foreign(fetched: Mapping[str, None], host: str) -> Iterator[str]:
    for url in fetched:
        parts = urlsplit(url)
        if parts.scheme != "data" and parts.netloc not in {"", host}:
            yield f"would fetch {url[:120]} from another host"


def _scheme(link: str) -> str:
    try:
        return urlsplit(link).scheme.lower()
    except ValueError:
        return "malformed"
