"""The gate: the next site is checked as a stranger's browser would meet it, before anyone can see it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree
from lxml import html as lxml_html

from generator.errors import GateError
from generator.model import Permalink

# Attributes by which a browser fetches something by itself; a plain <a href> may lead anywhere.
_FETCHED = {
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
_FETCHED_RELATIONS = frozenset(
    {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "dns-prefetch", "preconnect"}
)
_SAFE_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})
_CSS_FETCH = re.compile(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^\"')\s]+)")
_SHRINK_LIMIT = 0.02
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class _Page:
    """What the checks need of one page."""

    links: tuple[str, ...]
    fetched: tuple[str, ...]
    anchors: frozenset[str]
    handlers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GateReport:
    """What was looked at; a failed check raises instead."""

    pages: int
    links: int
    addresses: int


def check(site_dir: Path, *, site_url: str, permalinks: Iterable[Permalink]) -> GateReport:
    """Check every page of the next site and report how much was looked at.

    No internal link or anchor may be broken, every locked address must answer, nothing may run from an attribute, and
    nothing may be fetched from another host.

    Raises:
        GateError: anything was wrong; the message lists the first findings and counts the rest.
    """
    files = {path.relative_to(site_dir).as_posix(): path for path in sorted(site_dir.rglob("*")) if path.is_file()}
    pages = {name: _read(path) for name, path in files.items() if path.suffix == ".html"}
    locked = sorted(permalink.address for permalink in permalinks if permalink.address)
    problems = [
        *_broken_links(pages, files, site_url),
        *_missing_addresses(locked, files),
        *_page_problems(pages, site_url),
        *_style_problems(files),
    ]
    if problems:
        raise GateError(_message(problems))
    return GateReport(pages=len(pages), links=sum(len(page.links) for page in pages.values()), addresses=len(locked))


def check_size(*, before: int, now: int, allow_shrink: bool) -> None:
    """Refuse a site that lost more than 2 % of its articles unless the maintainer said that it may.

    Raises:
        GateError: too many articles are gone.
    """
    if before and not allow_shrink and now < before * (1 - _SHRINK_LIMIT):
        raise GateError(
            f"The archive would shrink from {before} to {now} articles. If that is meant, build with --allow-shrink; "
            "the addresses of the articles that are gone will answer with a tombstone."
        )


def _read(path: Path) -> _Page:
    document = lxml_html.document_fromstring(path.read_bytes() or b"<html></html>")
    links: list[str] = []
    fetched: list[str] = []
    anchors: set[str] = set()
    handlers: list[str] = []
    for element in document.iter(etree.Element):
        tag, attributes = str(element.tag), {str(name): str(value) for name, value in element.attrib.items()}
        handlers += [f"<{tag} {name}>" for name in attributes if name.startswith("on")]
        if identifier := attributes.get("id"):
            anchors.add(identifier)
        if href := attributes.get("href"):
            (fetched if _is_fetched(tag, attributes.get("rel", "")) else links).append(href)
        for name in _FETCHED.get(tag, ()):
            if value := attributes.get(name):
                fetched += _urls(name, value)
    return _Page(tuple(links), tuple(fetched), frozenset(anchors), tuple(handlers))


def _is_fetched(tag: str, relation: str) -> bool:
    return tag == "link" and not _FETCHED_RELATIONS.isdisjoint(relation.lower().split())


def _urls(attribute: str, value: str) -> list[str]:
    return [part.split()[0] for part in value.split(",") if part.strip()] if attribute == "srcset" else [value]


def _broken_links(pages: Mapping[str, _Page], files: Collection[str], site_url: str) -> Iterator[str]:
    resolve = _resolver(site_url)
    for name, page in pages.items():
        for link in (*page.links, *page.fetched):
            target = resolve(name, link)
            if target is None:
                continue
            path, fragment = target
            if path not in files:
                yield f"{name}: broken link {link}"
            elif fragment and path in pages and fragment not in pages[path].anchors:
                yield f"{name}: {link} points to an anchor that does not exist"


def _resolver(site_url: str) -> Callable[[str, str], tuple[str, str] | None]:
    base = urlsplit(site_url)
    root = base.path if base.path.endswith("/") else base.path + "/"

    def resolve(page: str, link: str) -> tuple[str, str] | None:
        """File below the site and anchor that an internal link leads to; None for a link to elsewhere."""
        parts = urlsplit(link)
        if parts.scheme and (parts.scheme not in {"http", "https"} or parts.netloc != base.netloc):
            return None
        if parts.netloc and parts.netloc != base.netloc:
            return None
        path = unquote(parts.path)
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

    return resolve


def _missing_addresses(locked: Iterable[str], files: Collection[str]) -> Iterator[str]:
    for address in locked:
        if f"{address}index.html" not in files:
            yield f"/{address}: this permanent address does not answer any more"


def _page_problems(pages: Mapping[str, _Page], site_url: str) -> Iterator[str]:
    host = urlsplit(site_url).netloc
    for name, page in pages.items():
        for handler in page.handlers:
            yield f"{name}: {handler} would run script from an attribute"
        for link in page.links:
            if _scheme(link) not in _SAFE_SCHEMES:
                yield f"{name}: the link {link[:80]} is neither http, mailto nor an address of this site"
        for url in page.fetched:
            parts = urlsplit(url)
            if parts.scheme != "data" and parts.netloc not in {"", host}:
                yield f"{name}: would fetch {url[:120]} from another host"


def _scheme(link: str) -> str:
    try:
        return urlsplit(link).scheme.lower()
    except ValueError:
        return "malformed"


def _style_problems(files: Mapping[str, Path]) -> Iterator[str]:
    for name, path in files.items():
        styles = path.read_text(encoding="utf-8", errors="replace") if path.suffix == ".css" else ""
        for match in _CSS_FETCH.finditer(styles):
            yield f"{name}: would fetch {match.group(1)[:120]} from another host"


def _message(problems: list[str]) -> str:
    shown = "\n".join(f"  {problem}" for problem in problems[:_SHOWN])
    more = f"\n  … and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
    return f"The next site failed its check and was not published; the old one stands.\n{shown}{more}"
