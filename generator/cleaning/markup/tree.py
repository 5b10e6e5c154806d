"""An HTML page as a tree that is safe to walk."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from generator.errors import ContentError

DEEPEST: Final = 2_000
"""Deeper trees are refused whatever an archive allows (limits.html_depth): lxml's own functions recurse."""

_TEXT: Final = etree.XPath("string()")
_XML_DECLARATION: Final = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
# Without IGNORECASE, which would have every letter of a page compared.
_END_OF_PAGE: Final = re.compile(r"</[bBhH](?:[oO][dD][yY]|[tT][mM][lL])\s{0,9}>")
"""Browsers read on after these; the parser drops what follows, be it the article itself."""


def parse_page(text: str, depth_limit: int) -> etree._Element | None:
    """The root of a page, or None for a page without any element.

    Args:
        text: The decoded page.
        depth_limit: How deeply elements may be nested.

    Raises:
        ContentError: The page is nested more deeply than that.
    """
    source = _END_OF_PAGE.sub("", _XML_DECLARATION.sub("", text)).encode("utf-8", "replace")
    # Without huge_tree the parser silently drops what lies deeper than 256 elements; the limit here says so instead.
    # Plain elements: those of lxml.html ask a function of Python's for the class of each.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        root: etree._Element | None = etree.fromstring(source, parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    if root is not None and source.count(b"<") > depth_limit and _is_deeper(root, depth_limit):
        raise ContentError(f"HTML is nested more than {depth_limit} elements deep (limits.html_depth in archive.yml)")
    return root


def words_of(element: etree._Element) -> str:
    """All text within an element, with single spaces."""
    return " ".join(str(_TEXT(element)).split())


def _is_deeper(root: etree._Element, limit: int) -> bool:
    """Whether some element has more than ``limit`` elements around it, asked level by level."""
    level = [root]
    for _ in range(limit):
        level = [child for element in level for child in element if len(child)]
        if not level:
            return False
    return True


def is_captioned(element: etree._Element) -> bool:
    """Whether an element is the caption of a figure, or stands in one."""
    return element.tag == "figcaption" or next(element.iterancestors("figcaption"), None) is not None
