"""Calls of a site generator in Markdown (``{{ … }}``, ``{% … %}``, shortcodes): taken out, the lines kept in place."""

from __future__ import annotations

import re
from typing import Final

_CALL: Final = re.compile(
    r"\{\{[<%]?(?P<value>[^{}]{0,2000})[>%]?\}\}|\{%-?(?P<tag>[^{}%]{0,2000})-?%\}|\{#[^{}#]{0,2000}#\}"
    r"|(?<![\w\\])\[/?(?:caption|gallery|embed|video|audio|youtube|vimeo|tweet|figure)(?=[\s\]])[^\[\]]{0,1000}\](?!\()"
)
_ADDRESS: Final = re.compile(
    r"\s*[\"'](?P<path>[^\"'\s]{1,500})[\"']\s*(?:\|\s*(?:url|relative_url|absolute_url|prepend[^|]{0,80})\s*){1,2}"
)
_RAW: Final = re.compile(r"\{%-?\s*raw\s*-?%\}(?P<text>.{0,20000}?)\{%-?\s*endraw\s*-?%\}", re.DOTALL)


def without_calls(text: str) -> str:
    """Markdown without calls of a site generator; an address made by one stays, and every line in its place."""
    parts: list[str] = []
    last = 0
    for match in _RAW.finditer(text):
        parts += [_CALL.sub(_plain, text[last : match.start()]), match["text"]]
        last = match.end()
    parts.append(_CALL.sub(_plain, text[last:]))
    return "".join(parts)


def _plain(match: re.Match[str]) -> str:
    address = _ADDRESS.fullmatch(match["value"] or "")
    return (address["path"] if address else "") + "\n" * match[0].count("\n")
