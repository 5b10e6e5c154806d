"""The headers that a host should send with every page: a strict Content-Security-Policy first of all."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Final

NAME: Final = "_headers"
"""The file below the site's root, in the form that Netlify and Cloudflare Pages read."""
_POLICY: Final = {
    "default-src": ("'none'",),
    # Pagefind is WebAssembly.
    "script-src": ("'self'", "'wasm-unsafe-eval'"),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "media-src": ("'self'",),
    "manifest-src": ("'self'",),
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
    "frame-ancestors": ("'none'",),
}
_OTHERS: Final = {"Referrer-Policy": "strict-origin-when-cross-origin", "X-Content-Type-Options": "nosniff"}


def hashed(text: str) -> str:
    """A policy's name for an inline script or style."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def policy(inline: Iterable[tuple[str, str]]) -> str:
    """The Content-Security-Policy under which a site works.

    Args:
        inline: of whatever stands in its pages: ``script-src`` or ``style-src``, and the hash (or ``'unsafe-hashes'``).
            The theme's own pages have nothing of the kind; maintainers' pages may.
    """
    found = sorted(set(inline))
    allowed = {name: (*sources, *(one for kind, one in found if kind == name)) for name, sources in _POLICY.items()}
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in allowed.items())


def write_headers(site: Path, inline: Iterable[tuple[str, str]]) -> dict[str, os.stat_result]:
    """Lay the headers below the root of a site; the file, and what the disk says of it."""
    headers = {"Content-Security-Policy": policy(inline), **_OTHERS}
    lines = "".join(f"  {name}: {value}\n" for name, value in headers.items())
    (site / NAME).write_text(f"/*\n{lines}", encoding="utf-8")
    return {NAME: (site / NAME).stat()}


def read_headers(site: Path) -> dict[str, str]:
    """The headers of a site, by their names; none where it has no such file."""
    try:
        lines = (site / NAME).read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    pairs = (line.strip().partition(": ") for line in lines if line.startswith(" "))
    return {name: value for name, _, value in pairs}
