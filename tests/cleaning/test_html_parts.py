"""What the items of a page become where they begin with a heading."""

from __future__ import annotations

import pytest

from generator.model import BlockKind
from tests.cleaning.test_html import cleaned

_PROSE = "The river rises in the hills above the town and is low in most summers of this century, say its keepers."


def _kinds(items: str) -> list[tuple[BlockKind, int | None]]:
    page = (
        f"<html><body><h1>The river</h1><p>{_PROSE}</p><p>Again {_PROSE}</p>{items}<p>Then {_PROSE}</p></body></html>"
    )
    article = cleaned(page)
    return [(block.kind, block.ordinal) for block in article.blocks][2:-1]


@pytest.mark.parametrize("tag", ["ol", "ul"])
def test_what_stands_under_an_items_heading_is_no_item(tag: str) -> None:
    """A number would fall on the paragraph; items of a list in it are items."""
    inside = f"<h3>Bridges</h3><p>Here {_PROSE}</p><ul><li>The old bridge of stone is closed to carts.</li></ul>"
    assert _kinds(f"<{tag}><li>{inside}</li></{tag}>") == [("heading", None), ("paragraph", None), ("item", None)]


def test_an_item_below_another_ones_heading_is_one() -> None:
    """The heading is all that its item says of itself."""
    items = f"<h3>Bridges</h3><ol><li><p>Here {_PROSE}</p></li><li><p>There {_PROSE}</p></li></ol>"
    assert _kinds(items) == [("heading", None), ("item", 1), ("item", 2)]
