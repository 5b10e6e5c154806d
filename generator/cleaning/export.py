"""A clean article as a Markdown file for people: YAML front matter and plain paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import yaml

from generator.model import Block, CleanArticle, OriginalRow

_STRUCTURE: Final = re.compile(
    r"^(?:(?P<number>\s{0,3}\d{1,9})(?P<dot>[.)])(?=\s|$)|(?P<sign>\s{0,3}(?:[#>+*-]|={3,}|~{3}|`{3})))", re.MULTILINE
)
_MARKUP: Final = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?\w{1,32};)")
_FENCE: Final = re.compile(r"^ {0,3}(`{3,})", re.MULTILINE)


def markdown_of(original: OriginalRow, clean: CleanArticle) -> str:
    """An article as readable Markdown, its fields as front matter; keys of what is not known are left out.

    Args:
        original: What the article was cut from.
        clean: The article.
    """
    fields = {key: value for key, value in front_matter(original, clean).items() if value not in (None, "", [], {})}
    matter = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)
    body = "\n\n".join(_blocks(clean))
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


def _blocks(clean: CleanArticle) -> Iterator[str]:
    """The body's blocks as Markdown; items that follow each other stand without a blank line between them."""
    items: list[str] = []
    for block in clean.blocks:
        if block.kind == "item":
            items.append(_item(block, clean.text[block.start : block.end]))
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield _block(block, clean.text[block.start : block.end])
    if items:
        yield "\n".join(items)


def _block(block: Block, text: str) -> str:
    if block.kind == "heading":
        return "#" * min(6, max(2, block.level)) + " " + " ".join(_inline(text).split())
    if block.kind == "quote":
        return "\n".join(f"> {line}".rstrip() for line in _escaped(text).split("\n"))
    if block.kind == "code":
        fence = "`" * max(3, 1 + max((len(found) for found in _FENCE.findall(text)), default=0))
        return f"{fence}\n{text}\n{fence}"
    if block.kind == "table":
        return _table(text)
    return _escaped(text)


def _item(block: Block, text: str) -> str:
    indent = "  " * block.level
    first, *rest = _escaped(text).split("\n")
    return "\n".join([f"{indent}- {first}", *(f"{indent}  {line}" for line in rest)])


def _table(text: str) -> str:
    """A pipe table of rows whose cells are parted by tabs; its first row is the head."""
    rows = [_inline(row).replace("|", "\\|").split("\t") for row in text.split("\n")]
    width = max(len(row) for row in rows)
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _escaped(text: str) -> str:
    """Text whose lines are not taken for headings, items, quotes, rules, code or HTML."""
    return _STRUCTURE.sub(_escape, _inline(text))


def _escape(match: re.Match[str]) -> str:
    if match["number"] is not None:
        return f"{match['number']}\\{match['dot']}"
    sign = match["sign"]
    bare = sign.lstrip()
    follows = match.string[match.end() : match.end() + 1]
    if bare in {"-", "+", "*", "#"} and follows not in {"", " ", "\t", "\n", bare}:
        return sign
    return f"{sign[: len(sign) - len(bare)]}\\{bare}"


def _inline(text: str) -> str:
    return _MARKUP.sub(lambda match: f"\\{match[0]}", text)
