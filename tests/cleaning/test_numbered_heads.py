"""Short lines that count on, each over a text of its own, are headings."""

from __future__ import annotations

import pytest

from generator.cleaning.dump.levels import UNTOLD
from generator.cleaning.dump.numbered_heads import with_numbered_heads
from generator.cleaning.pieces.blocks import Part
from generator.model import BlockKind

TEXT = Part("paragraph", 0, "It was built in May, and the town has been glad of it ever since.", ())
HEADS = ("1. Close the Old Pier", "2. Sell the Boats", "3. Build a New One")


def kinds(heads: tuple[str, ...], *, kind: BlockKind = "paragraph", texts: int = 9, marked: bool = False) -> set[str]:
    """What the heads are, of which so many have a text below."""
    parts = []
    for number, head in enumerate(heads):
        parts += [Part(kind, 0, head, ()), *([TEXT] if number < texts else [])]
    found = with_numbered_heads(parts, marked=marked)
    assert [part for part in found if part.text not in heads] == [TEXT] * min(texts, len(heads))
    return {part.kind for part in found if part.text in heads}


@pytest.mark.parametrize("kind", ["paragraph", "item"])
@pytest.mark.parametrize(
    ("heads", "texts", "are_heads"),
    [
        (HEADS, 3, True),
        (HEADS, 2, True),
        (HEADS, 1, False),
        (HEADS, 0, False),
        (HEADS[:2], 2, False),
        ((*HEADS, "6. Open It"), 4, True),
        ((*HEADS[:2], "3. Then build:"), 3, True),
        ((*HEADS[:2], "3. Then build,"), 3, False),
        ((*HEADS[:2], f"3. {TEXT.text}{TEXT.text}"), 3, False),
        (("1.", "2.", "3."), 3, False),
    ],
)
def test_numbered_lines_over_a_text_head_it(
    kind: BlockKind, heads: tuple[str, ...], texts: int, *, are_heads: bool
) -> None:
    """Three and more, short, most of them over a text that is not numbered itself; otherwise they are a list."""
    assert kinds(heads, kind=kind, texts=texts) == {"heading" if are_heads else kind}


def test_what_is_marked_as_an_item_is_one_where_headings_are_marked() -> None:
    """A paragraph heads its text there too."""
    assert kinds(HEADS, kind="item", marked=True) == {"item"}
    assert kinds(HEADS, marked=True) == {"heading"}


def test_a_heading_of_the_series_keeps_its_level() -> None:
    """Of the others the level is told later."""
    first = Part("heading", 3, HEADS[0], ())
    found = with_numbered_heads(
        [first, TEXT, *(p for head in HEADS[1:] for p in (Part("item", 0, head, (), 2), TEXT))], marked=False
    )
    assert found[::2] == [first, *(Part("heading", UNTOLD, head, ()) for head in HEADS[1:])]
