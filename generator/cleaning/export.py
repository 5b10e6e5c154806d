"""A clean article as a Markdown file for people: YAML front matter, and plain paragraphs with their links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

import yaml

from generator.cleaning.pieces.escaping import heading_of, lines_of, words_of
from generator.cleaning.pieces.marks import Anchor
from generator.model import Block, CleanArticle, OriginalRow
from generator.text.urls import safe_href

_FENCE: Final = re.compile(r"^ {0,3}(`{3,})", re.MULTILINE)
_DIGITS: Final = re.compile(r"[-+]?[0-9][0-9_.eE+-]*")


class _Matter(yaml.SafeDumper):
    """YAML in which text of digits is quoted: ``0348`` is text to some readers of YAML and a number to others."""


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, "'" if _DIGITS.fullmatch(value) else None)


_Matter.add_representer(str, _text)


def markdown_of(original: OriginalRow, clean: CleanArticle) -> str:
    """An article as readable Markdown, its fields as front matter; keys of what is not known are left out.

    Args:
        original: What the article was cut from.
        clean: The article.
    """
    fields = {key: value for key, value in front_matter(original, clean).items() if value not in (None, "", [], {})}
    matter = yaml.dump(fields, Dumper=_Matter, allow_unicode=True, sort_keys=False, width=10_000)
    body = "\n\n".join(_blocks(clean, original.metadata.url or original.origin.url))
    return f"---\n{matter}---\n" + (f"\n{body}\n" if body else "")


def front_matter(original: OriginalRow, clean: CleanArticle) -> Mapping[str, Any]:
    """The fields of an article in the order and under the names of an article page's front matter."""
    origin = original.origin
    return {
        "title": clean.title,
        "standfirst": clean.standfirst,
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
        "contributors": list(clean.contributors),
        "captions": list(clean.captions),
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
    links: Sequence[Anchor] = ()

    def part(self, start: int, end: int) -> _Run:
        """``text[start:end]`` with the links that lie in it."""
        inside = [
            (first - start, last - start, href) for first, last, href in self.links if start <= first < last <= end
        ]
        return _Run(self.text[start:end], inside)

    def split(self, mark: str) -> Iterator[_Run]:
        """The parts between marks."""
        start = 0
        for part in self.text.split(mark):
            yield self.part(start, start + len(part))
            start += len(part) + len(mark)


def _blocks(clean: CleanArticle, base: str | None) -> Iterator[str]:
    """The body's blocks as Markdown: items that follow each other as one list, quoted paragraphs as one quotation."""
    found = ((link, safe_href(link.href, base)) for link in clean.links)
    body = _Run(clean.text, [(link.start, link.end, href) for link, href in found if href])
    runs = [(block, body.part(block.begins(clean.text), block.end)) for block in clean.blocks]
    for kind, group in groupby(runs, key=lambda one: one[0].kind):
        if kind == "item":
            yield _list(list(group))
        elif kind == "quote":
            yield _quotation([run for _, run in group])
        else:
            yield from (_block(block, run) for block, run in group)


def _block(block: Block, run: _Run) -> str:
    if block.kind == "heading":
        return "#" * min(6, max(2, block.level)) + " " + heading_of(run.text, run.links)
    if block.kind == "code":
        fence = "`" * max(3, 1 + max((len(found) for found in _FENCE.findall(run.text)), default=0))
        return f"{fence}\n{run.text}\n{fence}"
    if block.kind == "table":
        return _table(run)
    return lines_of(run.text, run.links)


def _quotation(paragraphs: Sequence[_Run]) -> str:
    """Quoted paragraphs, with their sign between them too."""
    lines = "\n\n".join(lines_of(run.text, run.links) for run in paragraphs).split("\n")
    return "\n".join(f"> {line}" if line else ">" for line in lines)


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
        first, *rest = lines_of(run.text, run.links).split("\n")
        lines += [f"{indent}{mark}{first}", *(f"{indent}{' ' * len(mark)}{line}" for line in rest)]
    return "\n".join(lines)


def _table(run: _Run) -> str:
    """A pipe table of rows whose cells are parted by tabs, below its caption if it has one.

    Its first row is the head, which Markdown asks for; where the first cells are labels of their rows, it has none.
    """
    rows = list(run.split("\n"))
    width = max(row.text.count("\t") for row in rows) + 1
    has_caption = width > 1 and "\t" not in rows[0].text
    above = [lines_of(rows[0].text, rows[0].links)] if has_caption else []
    cells = [[_cell(cell) for cell in row.split("\t")] for row in rows[len(above) :]]
    if all(row[0].endswith(":") for row in cells):
        cells = [[], *cells]
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in cells]
    return "\n\n".join([*above, "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])])


def _cell(run: _Run) -> str:
    return words_of(run.text, run.links).replace("|", "\\|")
