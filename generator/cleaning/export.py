"""A clean article as a Markdown file for people: YAML front matter, and plain paragraphs with their links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import yaml

from generator.model import Block, CleanArticle, Link, OriginalRow
from generator.text.urls import safe_href

_STRUCTURE: Final = re.compile(
    r"^(?:(?P<number>\s{0,3}\d{1,9})(?P<dot>[.)])(?=\s|$)|(?P<sign>\s{0,3}(?:[#>+*-]|={3,}|~{3}|`{3})))", re.MULTILINE
)
_MARKUP: Final = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?\w{1,32};)")
_BRACKET: Final = re.compile(r"[\[\]\\]")
_PARENTHESIS: Final = re.compile(r"[()]")
_FENCE: Final = re.compile(r"^ {0,3}(`{3,})", re.MULTILINE)


def markdown_of(original: OriginalRow, clean: CleanArticle) -> str:
    """An article as readable Markdown, its fields as front matter; keys of what is not known are left out.

    Args:
        original: What the article was cut from.
        clean: The article.
    """
    fields = {key: value for key, value in front_matter(original, clean).items() if value not in (None, "", [], {})}
    matter = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)
    body = "\n\n".join(_blocks(clean, original.metadata.url or original.origin.url))
    return f"---\n{matter}---\n" + (f"\n{body}\n" if body else "")


def front_matter(original: OriginalRow, clean: CleanArticle) -> Mapping[str, Any]:
    """The fields of an article in the order and under the names of an article page's front matter."""
    origin = original.origin
    return {
        "title": clean.title,
        "id": clean.id,
        "date": clean.published.date if clean.published else None,
        "date_note": clean.published.note if clean.published else None,
        "updated": clean.updated.date if clean.updated else None,
        "not_after": _not_after(original, clean),
        "authors": list(clean.authors),
        "outlet": original.outlet.name,
        "dateline": clean.dateline,
        "language": clean.language,
        "rights": original.metadata.rights,
        "sources": [{"name": one.name, "count": one.count, "kind": one.kind} for one in clean.sources],
        "photo_credits": list(clean.photo_credits),
        "corrections": list(clean.corrections),
        "original": {
            key: value
            for key, value in (
                ("path", origin.path),
                ("sha256", origin.sha256),
                ("record", origin.record),
                ("url", original.metadata.url or origin.url),
                ("retrieved", original.metadata.retrieved or origin.retrieved),
            )
            if value
        },
    }


def _not_after(original: OriginalRow, clean: CleanArticle) -> str | None:
    """For an undated article: the day of its update, else the day on which it was collected."""
    if clean.published is not None:
        return None
    retrieved = original.metadata.retrieved or original.origin.retrieved
    latest = clean.updated.date if clean.updated else retrieved
    return latest[:10] if latest else None


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of a block, and the links on them by their offsets in it."""

    text: str
    links: tuple[Link, ...] = ()

    def part(self, start: int, end: int) -> _Run:
        """``text[start:end]`` with the links that lie in it."""
        inside = (link for link in self.links if start <= link.start < link.end <= end)
        moved = (Link(start=link.start - start, end=link.end - start, href=link.href) for link in inside)
        return _Run(self.text[start:end], tuple(moved))

    def split(self, mark: str) -> Iterator[_Run]:
        """The parts between marks."""
        start = 0
        for part in self.text.split(mark):
            yield self.part(start, start + len(part))
            start += len(part) + len(mark)


def _blocks(clean: CleanArticle, base: str | None) -> Iterator[str]:
    """The body's blocks as Markdown; items that follow each other stand without a blank line between them."""
    found = ((link, safe_href(link.href, base)) for link in clean.links)
    body = _Run(clean.text, tuple(Link(start=link.start, end=link.end, href=href) for link, href in found if href))
    items: list[tuple[Block, _Run]] = []
    for block in clean.blocks:
        run = body.part(block.begins(clean.text), block.end)
        if block.kind == "item":
            items.append((block, run))
            continue
        if items:
            yield _list(items)
            items = []
        yield _block(block, run)
    if items:
        yield _list(items)


def _block(block: Block, run: _Run) -> str:
    if block.kind == "heading":
        return "#" * min(6, max(2, block.level)) + " " + " ".join(_inline(run).split())
    if block.kind == "quote":
        return "\n".join(f"> {line}".rstrip() for line in _escaped(run).split("\n"))
    if block.kind == "code":
        fence = "`" * max(3, 1 + max((len(found) for found in _FENCE.findall(run.text)), default=0))
        return f"{fence}\n{run.text}\n{fence}"
    if block.kind == "table":
        return _table(run)
    return _escaped(run)


def _list(items: Sequence[tuple[Block, _Run]]) -> str:
    """Items, each below the words of the item that it belongs to; ordered ones keep their numbers."""
    widths: list[int] = []
    lines: list[str] = []
    for block, run in items:
        if lines and block.level >= len(widths) and block.ordinal not in {None, 1}:
            # Right below the words of an item, no other number begins a list.
            lines.append("")
        del widths[block.level :]
        widths += [2] * (block.level - len(widths))
        mark = "- " if block.ordinal is None else f"{block.ordinal}. "
        indent = " " * sum(widths)
        widths.append(len(mark))
        first, *rest = _escaped(run).split("\n")
        lines += [f"{indent}{mark}{first}", *(f"{indent}{' ' * len(mark)}{line}" for line in rest)]
    return "\n".join(lines)


def _table(run: _Run) -> str:
    """A pipe table of rows whose cells are parted by tabs; its first row is the head."""
    rows = [[_inline(cell).replace("|", "\\|") for cell in row.split("\t")] for row in run.split("\n")]
    width = max(len(row) for row in rows)
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _escaped(run: _Run) -> str:
    """Text whose lines are not taken for headings, items, quotes, rules, code or HTML."""
    return _STRUCTURE.sub(_escape, _inline(run))


def _escape(match: re.Match[str]) -> str:
    if match["number"] is not None:
        return f"{match['number']}\\{match['dot']}"
    sign = match["sign"]
    bare = sign.lstrip()
    follows = match.string[match.end() : match.end() + 1]
    if bare in {"-", "+", "*", "#"} and follows not in {"", " ", "\t", "\n", bare}:
        return sign
    return f"{sign[: len(sign) - len(bare)]}\\{bare}"


def _inline(run: _Run) -> str:
    """Words and links; what would be taken for markup of HTML is escaped."""
    written, at = [], 0
    for link in run.links:
        label = _BRACKET.sub(r"\\\g<0>", _plain(run.text[link.start : link.end]))
        written += [_plain(run.text[at : link.start]), f"[{label}]({_target(link.href)})"]
        at = link.end
    return "".join([*written, _plain(run.text[at:])])


def _plain(text: str) -> str:
    return _MARKUP.sub(lambda match: f"\\{match[0]}", text)


def _target(href: str) -> str:
    """An address as it stands behind the words of a link; brackets of its own would end it."""
    plain = href.replace("<", "%3C").replace(">", "%3E")
    return f"<{plain}>" if _PARENTHESIS.search(plain) else plain
