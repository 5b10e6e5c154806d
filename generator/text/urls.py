"""Addresses on the web: which of them are the same, whose they are, which are safe to link."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

_TRACKING = frozenset(
    {
        *("fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "yclid", "igshid", "mc_cid", "mc_eid"),
        *("_ga", "_gl", "_hsenc", "_hsmi", "mkt_tok", "ref_src", "ref_url", "cmpid", "cmp", "ocid", "icid", "ncid"),
        *("ito", "smid", "smtyp", "s_cid", "wt.mc_id", "spm"),
    },
)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_PATH_SAFE = "/%:@!$&'()*+,;=~-._"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_BLANK = re.compile(r"[\x00-\x20\x7f]+")
_ROOT = re.compile(r"(?:https?:)?//[^/?#\s]+/?|/", re.IGNORECASE)
_HOME = re.compile(r"/(?:index\.[a-z]{3,5}|home|default\.aspx?|[a-z]{2}(?:-[a-z]{2})?)?/?$", re.IGNORECASE)
_KEPT = re.compile(
    r"(?:(?:https?:)?//[^/?#\s]+)?/(?:[\w./-]{0,40}/)?(?P<moment>\d{14})(?:[a-z]{2}_)?/(?P<url>https?:/{1,2}[^\s<>\"]+)",
    re.IGNORECASE,
)
_SLASHES = re.compile(r"^(https?):/{1,2}", re.IGNORECASE)
_LINKED = ("http:", "https:", "mailto:")


def normalize(url: str) -> str:
    """The identity of an address: equal for two spellings that every server takes for the same page.

    Case of scheme and host, default port, fragment, tracking parameters, order of the query and a trailing slash
    do not count. What is no address of the web comes back without surrounding space.
    """
    parts = _split(url)
    if parts is None:
        return url.strip()
    path = _path(parts.path)
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    return urlunsplit((parts.scheme.lower(), _authority(parts), path, _query(parts.query), fragment))


def host(url: str) -> str:
    """The host of an address in lower case, without ``www.`` and port; '' where there is none."""
    parts = _split(url)
    return _host(parts).removeprefix("www.") if parts else ""


def is_root(href: str) -> bool:
    """Whether an address, or a link on a page, leads to the root of a site and says nothing more."""
    return _ROOT.fullmatch(href) is not None


def is_home(url: str) -> bool:
    """Whether an address is that of a site's front page, also spelled out (``/index.html``) or a language's (``/de/``).

    Of a page that was fetched: a link so spelled may lead to any.
    """
    parts = urlsplit(url)
    return _HOME.fullmatch(parts.path or "/") is not None and not parts.query


class Kept(NamedTuple):
    """An address as a web archive has it: of which page, and when that was captured."""

    url: str
    moment: str
    """In ISO form."""


def kept_by_archive(url: str) -> Kept | None:
    """What an address of a web archive stands for (``https://web.archive.org/web/20150203040506/http://…``)."""
    found = _KEPT.fullmatch(url.strip())
    if found is None:
        return None
    whole = _SLASHES.sub(r"\1://", found["url"])
    try:
        moment = datetime.strptime(found["moment"], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return Kept(whole, moment.strftime("%Y-%m-%dT%H:%M:%SZ")) if host(whole) else None


def led_from(base: str, href: str) -> str:
    """Where a link of a page leads whose relative links lead from ``base``; as written where that is no address.

    A link to a part of the page itself stays one.
    """
    try:
        return href if not base or href.lstrip().startswith("#") else urljoin(base, _BLANK.sub("", href))
    except ValueError:
        return href


def safe_href(href: str, base: str | None = None) -> str | None:
    """An outside address that may be linked, or None: only http, https and mailto are.

    Args:
        href: as written in the original, by a stranger.
        base: the original's own address, to resolve relative links; without it they lead nowhere.
    """
    cleaned = _BLANK.sub("", href)
    try:
        whole = urljoin(base, cleaned) if base else cleaned
        scheme = _SCHEME.match(whole)
        if scheme is None or scheme.group().lower() not in _LINKED:
            return None
        if scheme.group().lower() != "mailto:" and not urlsplit(whole).hostname:
            return None
    except ValueError:
        return None
    return whole


def _split(url: str) -> SplitResult | None:
    """The parts of a well-formed http or https address."""
    try:
        parts = urlsplit(url.strip())
        valid = parts.scheme.lower() in _DEFAULT_PORTS and bool(parts.hostname)
        _ = parts.port
    except ValueError:
        return None
    return parts if valid else None


def _host(parts: SplitResult) -> str:
    """The host as a server is asked for it: lower case, in ASCII where it can be."""
    name = (parts.hostname or "").lower().rstrip(".")
    if name.isascii():
        return name
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError:
        return name


def _authority(parts: SplitResult) -> str:
    """Host and port; a password in an address is nobody's identity."""
    name = _host(parts)
    name = f"[{name}]" if ":" in name else name
    return name if parts.port in (None, _DEFAULT_PORTS[parts.scheme.lower()]) else f"{name}:{parts.port}"


def _path(path: str) -> str:
    """The path with one spelling of its escapes and no slash at its end."""
    canonical = _ESCAPE.sub(_canonical_escape, quote(path, safe=_PATH_SAFE))
    return canonical.rstrip("/") or "/"


def _canonical_escape(match: re.Match[str]) -> str:
    """``%7e`` is ``~``; what must stay escaped has capital digits."""
    character = chr(int(match[1], 16))
    return character if character in _UNRESERVED else f"%{match[1].upper()}"


def _query(query: str) -> str:
    """The parameters that choose a page, sorted."""
    pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=None)
    kept = [(key, value) for key, value in pairs if not _is_tracking(key.lower())]
    if not pairs:
        return query
    return urlencode(sorted(kept))


def _is_tracking(key: str) -> bool:
    return key.startswith("utm_") or key in _TRACKING
