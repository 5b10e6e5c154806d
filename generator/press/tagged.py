"""Corpora whose articles stand between tags of their own: ``<DOC>`` of TREC, ``<REUTERS>``, and of scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Final, NamedTuple

from generator.press.clipping import Clipping
from generator.press.values import tidied

_BEGINS: Final = re.compile(r"\s*<(?P<tag>doc|reuters|article|document|record)\b[^<>]{0,500}>", re.IGNORECASE)
_TAG: Final = re.compile(r"<(?P<closing>/?)(?P<tag>[A-Za-z][\w-]{0,20})(?:\s[^<>]{0,200})?>")
_CALLED: Final[Mapping[str, str]] = {
    **dict.fromkeys(("title", "headline", "head", "hl", "ttl"), "title"),
    **dict.fromkeys(("author", "authors", "byline"), "authors"),
    **dict.fromkeys(("date", "pubdate", "dd", "published"), "date"),
    **dict.fromkeys(("source", "publication", "newspaper", "so"), "outlet"),
    **dict.fromkeys(("docno", "docid", "id"), "id"),
    **dict.fromkeys(("url", "link"), "url"),
    **dict.fromkeys(("text", "body", "content"), "text"),
}
_INNER: Final = frozenset({"p", "par", "paragraph"})
_DAY: Final = re.compile(r"[A-Z]{2,5}(?P<year>[6-9]\d)(?P<month>[01]\d)(?P<day>[0-3]\d)-\d")
"""Of the numbers that TREC gives the articles of the last century's wires."""
_SIGN_OFF: Final = re.compile(r"\s*(?:Reuters?|REUTERS?)?\s*")


def articles(lines: Sequence[str]) -> Iterator[Clipping]:
    """The articles of a file; each stands between two tags."""
    first = tag = None
    for number, line in enumerate(lines):
        begun = _BEGINS.match(line)
        if first is None and begun:
            first, tag = number, begun["tag"].lower()
        if first is not None and f"</{tag}>" in line.lower():
            found = _article(lines, first, number + 1)
            if found is not None:
                yield found
            first = None


def _article(lines: Sequence[str], first: int, last: int) -> Clipping | None:
    told = list(_told(lines, first, last))
    shown = {one.number: one.role for one in told if one.role != "text"}
    text = [one for one in told if one.role == "text"]
    values = {role: [one.words for one in told if one.role == role] for role in dict.fromkeys(shown.values())}
    said = {role: parts[0] if role == "authors" else " ".join(parts) for role, parts in values.items()}
    dated = _DAY.search(said.get("id", ""))
    if dated and "date" not in said:
        said["date"] = f"19{dated['year']}-{dated['month']}-{dated['day']}"
    while text and _SIGN_OFF.fullmatch(text[-1].words):
        text.pop()
    if not text or not said:
        return None
    body = {one.number: one.start for one in reversed(text)}
    return Clipping(first=first, last=last, values=tidied(said), shown=shown, body=body, is_tagged=True)


class _Told(NamedTuple):
    """Words of one line under one tag."""

    number: int
    role: str
    words: str
    start: int
    """Where on the line they begin, if a tag is right before them."""


def _told(lines: Sequence[str], first: int, last: int) -> Iterator[_Told]:
    """What stands under the tags that we know, line by line.

    A tag that we know ends what the one around it tells: Reuters has headline, dateline and body in ``<TEXT>``.
    """
    role = tag = ""
    for number in range(first, last):
        line, at, start = lines[number], 0, 0
        for match in _TAG.finditer(line):
            if role and line[at : match.start()].strip():
                yield _Told(number, role, unescape(line[at : match.start()]).strip(), start)
            at, name = match.end(), match["tag"].lower()
            if name in _INNER:
                continue
            if not match["closing"]:
                role, tag, start = _CALLED.get(name, ""), name, match.end()
            elif name == tag:
                role = ""
        if role and line[at:].strip():
            yield _Told(number, role, unescape(line[at:]).strip(), start)
