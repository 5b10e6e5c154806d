"""Cards of an article of which only the lists were kept."""

from __future__ import annotations

import pytest

from generator.cleaning.html.cards import with_names_of_cards
from generator.cleaning.markup.blocks import page_blocks
from generator.cleaning.markup.outline import outline_of
from generator.cleaning.markup.tree import DEEPEST, parse_page

CARD = "<td><div>{above}</div><label>Insured</label><ul><li>One.</li><li>Two.</li></ul><p>Call 555 0100</p></td>"
NAMES = ["Keel Movers", "Mast & Sons", "Harbour Vans"]


def named(aboves: list[str], card: str = CARD) -> list[str]:
    """What is kept beside the items of the cards' lists."""
    cards = "".join(card.format(above=above) for above in aboves)
    root = parse_page(f"<body><p>Zero.</p><table><tr>{cards}</tr></table><p>Zero.</p></body>", DEEPEST)
    assert root is not None
    blocks = page_blocks(root)
    chosen = [block.text in {"Zero.", "One.", "Two."} for block in blocks]
    found = with_names_of_cards(blocks, chosen, outline_of(blocks))
    assert all(now for now, before in zip(found, chosen, strict=True) if before)
    return [block.text for block, now, before in zip(blocks, found, chosen, strict=True) if now and not before]


@pytest.mark.parametrize(
    ("aboves", "stay"),
    [
        (NAMES, True),
        (NAMES[:2], False),
        ([*NAMES, NAMES[0]], False),
        ([*NAMES, ""], False),
        (["4.85 / 5", "4.5 / 5", "4 / 5"], False),
        ([f"{name} moves all that you have from door to door" for name in NAMES], False),
        ([f'<a href="/{number}">Get {name}</a>' for number, name in enumerate(NAMES)], False),
        ([f"<div hidden>{name}</div>" for name in NAMES], False),
    ],
    ids=["names", "of two", "one twice", "one without", "numbers", "sentences", "buttons", "hidden"],
)
def test_the_names_of_cards_stay_above_their_lists(aboves: list[str], *, stay: bool) -> None:
    """What differs from card to card at one place is a name, what every card says is not."""
    assert named(aboves) == (aboves if stay else [])


def test_cards_of_which_more_than_a_list_was_kept_are_left_as_they_are() -> None:
    """Their text was weighed with what stands around it."""
    assert named(NAMES, CARD.replace("<ul>", "<p>Zero.</p><ul>")) == []
