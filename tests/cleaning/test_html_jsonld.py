"""What a page's structured data says, however it is wrapped."""

from __future__ import annotations

import pytest

from generator.cleaning.html.jsonld import read_linked
from generator.cleaning.markup.tree import parse_page

DATA = '{"@type": "NewsArticle", "headline": "The pier rises", "author": {"@type": "Person", "name": "Jane Doe"}}'


@pytest.mark.parametrize(
    "script",
    [
        DATA,
        f"\n  {DATA} ;\n",
        f"<!-- {DATA} -->",
        f"//<![CDATA[\n{DATA}\n//]]>\n",
        f"/* <![CDATA[ */ {DATA} /* ]]> */ ;",
        f"// <![CDATA[\n{DATA};\n// ]]>",
    ],
)
def test_structured_data_is_read_in_any_wrapping(script: str) -> None:
    """Comments that hid scripts from old browsers, and a semicolon behind the data, are no part of it."""
    root = parse_page(f'<html><script type="application/ld+json">{script}</script><p>x</p></html>', 100)
    assert root is not None
    linked = read_linked(root)
    assert (linked.headline, linked.authors) == ("The pier rises", ("Jane Doe",))
