"""What programs that clip pages write into the Markdown of one, around its text: properties, links to it, a footer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from generator.text.properties import Headed, labelled, unlinked

_ADDRESS: Final = r"https?://[^\s()<>\[\]]{1,2000}"
_HEADLINE: Final = re.compile(r"\s*#{1,2}[ \t]+(?P<title>[^\n]{1,400})\n+")
_TAGS: Final = re.compile(r"(?:#[\w/-]{1,60}#?[ \t]*){1,20}\n+")
_METADATA: Final = re.compile(
    r"(?:!\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)\n+)?## Metadata\n(?P<lines>(?:[-*][ \t][^\n]{0,4000}\n){1,40})\n*"
)
_BOLD: Final = re.compile(
    r"(?:>[ \t]?)?(?:[-*][ \t]+)?\*\*(?P<key>[A-Z][\w -]{1,30}?):{0,2}\*\*:{0,2}[ \t]+"
    r"(?P<value>[^\n]{1,2000}?)[ \t\\]*(?:\n|\Z)"
)
_CALLOUT: Final = re.compile(r">[ \t]?\[!\w{2,20}\][^\n]{0,200}\n(?=>[ \t]?\*\*)")
_ABSTRACT: Final = re.compile(
    r"\s*>[ \t]?\[!(?:abstract|summary|tldr)\][^\n]{0,200}\n(?:>[^\n]{0,4000}(?:\n|\Z)){1,20}"
)
_SHELF: Final = re.compile(r"# Metadata\n(?P<lines>(?:[\w ]{1,40}::[^\n]{0,2000}\n){1,20})\s*---\n")
_SHELF_LINE: Final = re.compile(r"(?P<key>[\w ]{1,40})::[ \t]*(?P<value>[^\n]*)")
_WIKI_TAGS: Final = re.compile(r"\s*(?:\[\[[^\[\]\n]{1,80}\]\][ \t]*){1,8}\n\s*\n")
_LINKED_HEADLINE: Final = re.compile(
    rf"\s*(?P<mark>#{{1,2}})[ \t]+\[(?P<title>[^\]\n]{{1,400}})\]\((?P<url>{_ADDRESS})\)[ \t]*\n"
)
_RULE: Final = re.compile(r"\s*-{3,}[ \t]*\n")
_FULL: Final = re.compile(r"## Full Document\n+")
_ITEM: Final = re.compile(r"[-*][ \t]+")
_TO_PAGE: Final = re.compile(rf"\[(?P<words>[^\]\n]{{1,400}})\]\((?P<url>{_ADDRESS})\)[ \t]*(?:\n+|\Z)")
_ORIGINAL: Final = re.compile(
    r"(?:read |view |open )?(?:the )?(?:original|source)(?: (?:article|page|post))?\W*", re.IGNORECASE
)
_OF_PROGRAM: Final = re.compile(r"read (?:it )?(?:on|in) \w{1,30}\W*", re.IGNORECASE)
_BEHIND: Final = re.compile(
    rf"(?P<title>#{{1,2}}[ \t]+[^\n]{{1,400}}?)[ \t]+\[original\]\((?P<url>{_ADDRESS})\)[^\n]{{0,2000}}\n"
)
_EXCERPT: Final = re.compile(r"> #{1,6} Excerpt\n(?:>[^\n]{0,4000}\n){1,40}\s*(?:---\n+)?")
_RAW: Final = re.compile(r"\n\n(?P<lines>id: [0-9a-f]{32}\n(?:[a-z_]{1,40}:[^\n]{0,2000}(?:\n|\Z)){3,60})\s*\Z")
_RAW_LINE: Final = re.compile(r"(?P<key>[a-z_]{1,40}):[ \t]*(?P<value>[^\n]*)")
_EXPORTED: Final = re.compile(
    rf"\n(?:By (?P<author>[^\n]{{1,300}}?) on (?P<date>[^\n]{{1,200}})\.\n+)?"
    rf"\[Canonical link\]\((?P<url>{_ADDRESS})\)\n+Exported from [^\n]{{1,300}}\s*\Z"
)
_INDENTED: Final = re.compile(r"\n(?P<lines>(?:(?: {4}|\t)[A-Z][\w ]{1,30}:[ \t]+[^\n]{1,2000}(?:\n|\Z)){1,12})\s*\Z")
_TAGGED: Final = re.compile(r"\n\nTags:\n(?:[ \t]+[^\n]{1,2000}(?:\n|\Z)){1,5}\s*\Z")
_LINK: Final = re.compile(r"\[([^\]\n]{0,300})\]\([^)\n]{0,2000}\)")


_FOOT: Final = 4_000
"""So many letters from its end a footer begins at most."""


class _Read(NamedTuple):
    """What a program says in one place, and the document without it."""

    values: Mapping[str, Any]
    text: str


def clipped(text: str) -> Headed:
    """A document without what a program that clipped it wrote around its text, and that, by the program's names.

    Properties below the headline (Notion, Readwise), links to the page (Omnivore, Bear, Wallabag), an excerpt above the
    text (MarkDownload), and what stands below it (Joplin, Evernote's exporters, Medium, Simplenote).
    """
    values: dict[str, Any] = {}
    for reader in _READERS:
        if found := reader(text):
            values = {**found.values, **values}
            text = found.text
    return Headed({key: _unlinked(value) for key, value in unlinked(values).items()}, text)


def _unlinked(value: Any) -> Any:
    """Where a link leads, where a program tells the page so: ``[The Gazette](https://…)``."""
    link = _TO_PAGE.fullmatch(value.strip()) if isinstance(value, str) else None
    return link["url"] if link else value


def _behind_headline(text: str) -> _Read | None:
    match = _BEHIND.match(text.lstrip())
    if match is None:
        return None
    return _Read({"url": match["url"]}, f"{match['title']}\n\n{text.lstrip()[match.end() :].lstrip()}")


def _below_headline(text: str) -> _Read | None:
    """Properties, tags and links right below the headline."""
    headline = _HEADLINE.match(text)
    if headline is None:
        return None
    values: dict[str, Any] = {}
    rest = text[headline.end() :]
    if found := labelled(rest) or labelled(rest, _BOLD):
        values, rest = {**found.values}, _RULE.sub("", found.text, count=1)
    elif metadata := _METADATA.match(rest):
        lines = "".join(_ITEM.sub("", line, count=1) for line in metadata["lines"].splitlines(keepends=True))
        found = labelled(f"{lines}\n")
        values = {**found.values} if found else {}
        rest = _FULL.sub("", rest[metadata.end() :], count=1) if found else rest
    rest = _TAGS.sub("", rest, count=1) if _TAGS.match(rest) else rest
    while link := _TO_PAGE.match(rest):
        is_original = _ORIGINAL.fullmatch(link["words"]) or link["words"].startswith(headline["title"].strip())
        if not is_original and not _OF_PROGRAM.fullmatch(link["words"]):
            break
        values |= {"url": link["url"]} if is_original else {}
        rest = rest[link.end() :]
    if rest == text[headline.end() :]:
        return None
    return _Read(values, f"{headline[0].rstrip()}\n\n{rest.lstrip(chr(10))}")


def _in_callout(text: str) -> _Read | None:
    """Properties in a box above the text (Obsidian), with what the clipping program says the text is about."""
    callout = _CALLOUT.match(text.lstrip())
    found = labelled(text.lstrip()[callout.end() :], _BOLD) if callout else None
    if found is None:
        return None
    rest = _ABSTRACT.match(found.text)
    return _Read(found.values, found.text[rest.end() if rest else 0 :].lstrip("\n"))


def _on_shelf(text: str) -> _Read | None:
    """Raindrop's: address and tags under a headline of their own."""
    shelf = _SHELF.match(text.lstrip())
    if shelf is None:
        return None
    lines = {key.strip().lower(): value for key, value in _SHELF_LINE.findall(shelf["lines"])}
    return _Read({"url": lines.get("source url") or lines.get("url")}, text.lstrip()[shelf.end() :])


def _linked_headline(text: str) -> _Read | None:
    """A headline that leads to the page, below the tags of a list to read."""
    tags = _WIKI_TAGS.match(text)
    rest = text[tags.end() :] if tags else text
    headline = _LINKED_HEADLINE.match(rest)
    if headline is None:
        return None
    return _Read({"url": headline["url"]}, f"{headline['mark']} {headline['title']}\n{rest[headline.end() :]}")


def _excerpt(text: str) -> _Read | None:
    headline = _HEADLINE.match(text)
    start = headline.end() if headline else 0
    match = _EXCERPT.match(text, start)
    return _Read({}, text[:start] + text[match.end() :]) if match else None


def _raw_note(text: str) -> _Read | None:
    """Joplin's own form: the headline on the first line, the note, and all that is known of it below."""
    match = _RAW.search(text)
    if match is None:
        return None
    lines = dict(_RAW_LINE.findall(match["lines"]))
    title, _, rest = text[: match.start()].partition("\n")
    values = {"title": title, "author": lines.get("author"), "url": lines.get("source_url")}
    return _Read({**values, "retrieved": lines.get("user_created_time") or None}, rest.lstrip("\n") + "\n")


def _exported(text: str) -> _Read | None:
    match = _EXPORTED.search(text, max(0, len(text) - _FOOT))
    if match is None:
        return None
    said = {key: _LINK.sub(r"\1", match[key]) for key in ("author", "date") if match[key]}
    return _Read({**said, "url": match["url"]}, text[: match.start()].rstrip() + "\n")


def _indented(text: str) -> _Read | None:
    """Below a note of Evernote's: when it was made, and of what page."""
    match = _INDENTED.search(text)
    if match is None:
        return None
    lines = [line.strip().partition(":") for line in match["lines"].splitlines()]
    said = {key.strip().lower(): value.strip() for key, _, value in lines}
    url = said.get("source url") or said.get("source")
    values = {"url": url, "retrieved": said.get("created at")}
    return _Read(values, text[: match.start()].rstrip() + "\n") if url else None


def _tagged(text: str) -> _Read | None:
    match = _TAGGED.search(text)
    return _Read({}, text[: match.start()] + "\n") if match else None


_READERS: Final[Sequence[Callable[[str], _Read | None]]] = (
    _raw_note,
    _exported,
    _indented,
    _tagged,
    _on_shelf,
    _linked_headline,
    _in_callout,
    _behind_headline,
    _below_headline,
    _excerpt,
)
