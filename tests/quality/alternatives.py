"""What others make of the same pages and dumps: the best open tools for HTML, and what one writes in an evening."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

import trafilatura
from lxml import etree, html
from readability import Document  # type: ignore[import-untyped]
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from tests.quality.gold import Dump, Found, names_of

_SENTENCE_END: Final = re.compile(r"[.!?…]['\"”’)\]]*\s*$")
_FEWEST_WORDS: Final = 5
_WRAPPED_AT: Final = 100
_BYLINE: Final = re.compile(r"^\W*(?:by|author:|written by)\s+(.{3,80})$", re.IGNORECASE | re.MULTILINE)
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DATE: Final = re.compile(
    rf"\b(?P<month>{'|'.join(_MONTHS)})[a-z]*\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b"
    r"|\b(?P<iso>(?:19|20)\d\d-\d\d-\d\d)\b",
    re.IGNORECASE,
)


# ── dumps ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def keep_everything(dump: Dump) -> Found:
    """All lines as the body, no fields."""
    return Found(body=dump.text)


def sentence_filter(dump: Dump) -> Found:
    """The lines that are sentences of five words or more; headline, byline and date by the first line that fits."""
    kept = [line for line in _units(dump.text) if len(line.split()) >= _FEWEST_WORDS and _SENTENCE_END.search(line)]
    heads = (line.strip(" #*•") for line in dump.text.split("\n"))
    byline = _BYLINE.search(dump.text)
    return Found(
        body="\n\n".join(kept),
        title=next((line for line in heads if 3 < len(line.split()) < 25), ""),
        authors=names_of(byline[1]) if byline else (),
        date=_first_date(dump.text),
    )


def trafilatura_on_page(dump: Dump) -> Found:
    """What trafilatura finds in the page that the dump was made from: a yardstick that no reader of dumps has."""
    return _once(dump.html)


YARDSTICK: Final = "trafilatura on the HTML"
DUMP_TOOLS: Final[Mapping[str, Callable[[Dump], Found]]] = {
    "everything": keep_everything,
    "sentence filter": sentence_filter,
    YARDSTICK: trafilatura_on_page,
}


def _units(text: str) -> list[str]:
    """Lines; paragraphs where lines are hard-wrapped."""
    lines = text.split("\n")
    long = sum(len(line) > _WRAPPED_AT for line in lines)
    if long > len(lines) / 50 or "\n\n" not in text:
        return lines
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text)]


def _first_date(text: str) -> str:
    found = _DATE.search(text)
    if not found:
        return ""
    if found["iso"]:
        return found["iso"]
    return f"{found['year']}-{_MONTHS.index(found['month'].lower()) + 1:02d}-{int(found['day']):02d}"


@cache
def _once(page: str) -> Found:
    """Trafilatura's answer for a page, which has dumps in several styles."""
    return by_trafilatura(page)


# ── HTML ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def by_trafilatura(page: str) -> Found:
    """Body and fields by trafilatura, as it comes."""
    result = trafilatura.bare_extraction(page, include_comments=False, with_metadata=True)
    if result is None:
        return Found()
    body, title, author, date = (getattr(result, name, "") or "" for name in ("text", "title", "author", "date"))
    return Found(body=body, title=title, authors=tuple(filter(None, author.split("; "))), date=date[:10])


def by_readability(page: str) -> Found:
    """Body and title by readability-lxml; it reads no bylines and dates."""
    try:
        document = Document(page)
        content = html.fromstring(document.summary())
        title = document.short_title() or ""
    except (etree.LxmlError, ValueError, TypeError):
        return Found()
    return Found(body="\n".join(str(part) for part in content.itertext()), title=title)


def by_resiliparse(page: str) -> Found:
    """Body by resiliparse and the page's title as it stands; it reads no bylines and dates."""
    tree = HTMLTree.parse(page)
    return Found(body=str(extract_plain_text(tree, main_content=True)), title=str(tree.title or ""))


HTML_TOOLS: Final[Mapping[str, Callable[[str], Found]]] = {
    "trafilatura": by_trafilatura,
    "readability-lxml": by_readability,
    "resiliparse": by_resiliparse,
}
