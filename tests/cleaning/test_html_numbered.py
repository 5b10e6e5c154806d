"""Of parts that a page counts all are of the body."""

from __future__ import annotations

import pytest

from generator.cleaning.html.numbered import with_numbered_parts
from generator.cleaning.markup.blocks import page_blocks
from generator.cleaning.markup.tree import DEEPEST, parse_page

NAMES = ("Pier", "Crane", "Slip", "Wharf", "Quay")


def counted(numbers: tuple[int, ...], *, between: str = "") -> str:
    """A page whose parts have these numbers, and what else is made otherwise."""
    parts = (
        f"<h2>{number}. {name}</h2><p>Of the {name}.</p>{between}" for number, name in zip(numbers, NAMES, strict=True)
    )
    return f"<article>{''.join(parts)}</article><h2>6. Boats</h2><p>Of the boats.</p>"


def kept(html: str, *chosen: str) -> list[str]:
    """What is of the body where some blocks were chosen."""
    root = parse_page(f"<body>{html}</body>", DEEPEST)
    assert root is not None
    blocks = page_blocks(root)
    within = with_numbered_parts(blocks, [block.text in chosen for block in blocks])
    return [block.text for block, stays in zip(blocks, within, strict=True) if stays]


@pytest.mark.parametrize("numbers", [(1, 2, 3, 4, 5), (5, 4, 3, 2, 1)], ids=["up", "down"])
def test_all_parts_that_are_counted_are_of_the_body(numbers: tuple[int, ...]) -> None:
    """Where several of them are; what stands in another element is none of them."""
    told = [
        text for number, name in zip(numbers, NAMES, strict=True) for text in (f"{number}. {name}", f"Of the {name}.")
    ]
    assert kept(counted(numbers), *told[:4]) == told
    assert kept(counted(numbers), *told[:2]) == told[:2]


def test_what_is_made_otherwise_stays_out() -> None:
    """A button, a caption, a line of links between the parts."""
    page = counted((1, 2, 3, 4, 5), between="<div class='ad'>Buy it</div><p><a href='/x'>See all of it</a></p>")
    found = kept(page, "1. Pier", "Of the Pier.", "2. Crane", "Of the Crane.")
    assert len(found) == 2 * len(NAMES)
    assert not {"Buy it", "See all of it"} & {*found}


@pytest.mark.parametrize("numbers", [(1, 2, 4, 5, 7), (1, 3, 2, 5, 4), (2019, 2020, 2021, 2022, 2023)])
def test_other_numbers_count_nothing(numbers: tuple[int, ...]) -> None:
    """They have gaps, go to and fro, or are years."""
    first = (f"{numbers[0]}. Pier", "Of the Pier.", f"{numbers[1]}. Crane", "Of the Crane.")
    assert len(kept(counted(numbers), *first)) == len(first)
