"""Rich text as content management systems keep it, in trees of blocks: as the HTML that they make of it.

Arc's elements, Contentful's documents, Sanity's portable text, Lexical (Payload, Ghost), Slate and Strapi's blocks,
ProseMirror and Tiptap, Editor.js, typed paragraphs of somebody's own: all name their blocks and nest them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any, Final

_KINDS: Final = ("nodeType", "_type", "type", "blockName", "slice_type")
_INNER: Final = (
    *("primary", "children", "content", "content_elements", "items", "blocks", "paragraphs", "ops", "root", "data"),
    "model",
)
_WORDS: Final = ("text", "value", "content", "insert")
_OF_STORIES: Final = frozenset({"headlines", "headline", "byline", "credits", "display_date", "published_at", "link"})
"""What no block has: a list of such is one of stories."""
_LEAVES: Final = frozenset({"text", "span", "link", "hyperlink", "linebreak", "hard_break", "hardBreak", "mention"})
_HEADING: Final = re.compile(r"(?:heading|header|h)(?:-?(?P<level>[1-6]))?", re.IGNORECASE)
_LISTS: Final = re.compile(r"(?:bullet|ordered|unordered|number)?[-_]?list|[uo]l", re.IGNORECASE)
_ITEM: Final = re.compile(r"(?:list[-_]?item|li|bullet)", re.IGNORECASE)
_QUOTE: Final = re.compile(r"(?:block[-_]?)?quote", re.IGNORECASE)
_CODE: Final = re.compile(r"code(?:[-_]?block)?", re.IGNORECASE)
_NO_TEXT: Final = re.compile(
    r"(?:embedded|image|picture|photo|video|audio|gallery|figure|media|upload|table_of|reference|oembed|embed|divider"
    r"|horizontal|hr|rule|ad|promo|newsletter|interstitial|related|link_list|social|file|asset)",
    re.IGNORECASE,
)
_MARKUP: Final = re.compile(r"</?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,500})?>|&(?:[a-z]{2,8}|#\d{1,5});", re.IGNORECASE)
_BLOCK: Final = re.compile(r"\s*<(?:p|div|h[1-6]|ul|ol|blockquote|table|figure|pre)\b", re.IGNORECASE)
_PARAGRAPH: Final = re.compile(r"</?p\b[^<>]{0,200}>", re.IGNORECASE)
_ORDERED: Final = ("list_type", "listType", "format", "style", "listStyle")
_IN_ORDER: Final = re.compile(r"(?<!un)order|number", re.IGNORECASE)
_DEEPEST: Final = 12
_LEVEL: Final = 2


def is_rich_text(value: Any) -> bool:
    """Whether a value is a tree of blocks: a group or a list of groups that name what they are."""
    first = value[0] if isinstance(value, list) and value else value
    if not isinstance(first, Mapping) or first.keys() & _OF_STORIES:
        return False
    return any(first.get(key) for key in (*_KINDS, "children", "root", "blocks"))


def html_of(value: Any) -> str:
    """The HTML of a tree of blocks; '' where it has no words."""
    blocks = value if isinstance(value, list) else [value]
    return "\n".join(html for block in blocks for html in _blocks(block, _DEEPEST))


def _blocks(node: Any, depth: int) -> Iterator[str]:
    """Every block of a tree, one after another, lists in their items."""
    if isinstance(node, list):
        if node and all(isinstance(item, Mapping) and _is_leaf(item) for item in node):
            if words := _inline(node, depth):
                yield f"<p>{words}</p>"
            return
        for item in node:
            yield from _blocks(item, depth)
    elif isinstance(node, str):
        if node.strip():
            yield f"<li>{_safe(node)}</li>"
    elif isinstance(node, Mapping) and depth:
        yield from _block(node, depth)


def _block(node: Mapping[str, Any], depth: int) -> Iterator[str]:
    kind, style = _kind(node), str(node.get("style") or node.get("tag") or "")
    if _NO_TEXT.match(kind):
        return
    inner = _inner(node)
    tag = _tag(node, kind, style)
    if _LISTS.fullmatch(kind) and inner is not None:
        held = inner[0] if isinstance(inner, list) and len(inner) == 1 else None
        if isinstance(held, Mapping) and not _kind(held) and isinstance(_inner(held), list):  # Editor.js has `data`
            node, inner = {**held, **node}, _inner(held)
        said = " ".join(str(value) for value in (kind, *map(node.get, _ORDERED)) if isinstance(value, str))
        name = "ol" if _IN_ORDER.search(said) else "ul"
        yield f"<{name}>{''.join(_items(inner if isinstance(inner, list) else [inner], depth - 1))}</{name}>"
    elif tag and (words := _inline(inner if inner is not None else [node], depth)):
        yield words if tag == "p" and _BLOCK.match(words) else f"<{tag}>{words}</{tag}>"
    elif not tag and inner is not None:
        yield from _blocks(inner, depth - 1)


def _items(nodes: Iterable[Any], depth: int) -> Iterator[str]:
    """The items of a list, and of lists in these."""
    for node in nodes:
        inner = _inner(node) if isinstance(node, Mapping) else None
        parts = inner if isinstance(inner, list) else []
        below = [one for one in parts if isinstance(one, Mapping) and _LISTS.fullmatch(_kind(one))]
        if words := _inline([one for one in parts if one not in below] if below else [node], depth):
            yield f"<li>{_PARAGRAPH.sub('', words)}</li>"
        for one in below:
            yield from _blocks(one, depth - 1) if depth else ()


def _tag(node: Mapping[str, Any], kind: str, style: str) -> str:
    """The element of a block; '' where it only holds others."""
    heading = _HEADING.fullmatch(kind) or _HEADING.fullmatch(style)
    if heading:
        level = heading["level"] or _HEADING.sub(r"\g<level>", style) or node.get("level") or _level_of(node)
        return f"h{level}" if str(level) in "123456" and str(level) else f"h{_LEVEL}"
    if node.get("listItem") or _ITEM.fullmatch(kind):
        return "li"
    if _QUOTE.fullmatch(kind) or _QUOTE.fullmatch(style):
        return "blockquote"
    if _CODE.fullmatch(kind):
        return "pre"
    holds = _inner(node)
    is_flat = holds is None or (
        isinstance(holds, list) and all(isinstance(one, Mapping) and _is_leaf(one) for one in holds)
    )
    return "p" if is_flat else ""


def _level_of(node: Mapping[str, Any]) -> int:
    attrs = node.get("attrs") or node.get("data")
    level = attrs.get("level") if isinstance(attrs, Mapping) else None
    return level if isinstance(level, int) else _LEVEL


def _inline(nodes: Any, depth: int) -> str:
    """The words of what stands within a block, as HTML."""
    return "".join(_words(nodes if isinstance(nodes, list) else [nodes], depth)).strip()


def _words(nodes: Iterable[Any], depth: int) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield _safe(node)
        elif isinstance(node, Mapping) and depth:
            inner = _inner(node)
            if _kind(node) in ("linebreak", "hard_break", "hardBreak"):
                yield "<br>"
            elif inner is not None:
                yield from _words(inner if isinstance(inner, list) else [inner], depth - 1)
            else:
                yield _safe(next((node[key] for key in _WORDS if isinstance(node.get(key), str)), ""))


def _inner(node: Mapping[str, Any]) -> Any:
    """What a block holds, if that is more than words."""
    for key in _INNER:
        held = node.get(key)
        if isinstance(held, list) and held:
            return held
        if isinstance(held, Mapping) and (key == "root" or held.keys() & {*_INNER, *_WORDS}):
            return [held] if key == "data" else held.get("children", held) if key == "root" else held
    return None


def _is_leaf(node: Mapping[str, Any]) -> bool:
    return _kind(node) in _LEAVES or (not _kind(node) and any(isinstance(node.get(key), str) for key in _WORDS))


def _kind(node: Mapping[str, Any]) -> str:
    return next((node[key] for key in _KINDS if isinstance(node.get(key), str)), "")


def _safe(words: str) -> str:
    """Words as HTML: systems that keep HTML in their blocks have it there already."""
    return words if _MARKUP.search(words) else escape(words, quote=False)
