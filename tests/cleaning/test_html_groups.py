"""Headings with a list each, the last of an article, come all."""

from __future__ import annotations

import pytest

from generator.cleaning.html.groups import with_next_groups
from tests.cleaning.test_html_lists import blocks_of, listed

BOATS, PIERS, TAR = (
    f"<h3>{name}</h3>{listed([f'<a href=/{name}>{name} {number}</a>' for number in range(2)])}"
    for name in ("Boats", "Piers", "Tar")
)


def kept(html: str, *chosen: str) -> list[str]:
    """What stays of a page whose blocks with these texts were chosen."""
    blocks = blocks_of(html)
    within = with_next_groups(blocks, [block.text in chosen for block in blocks])
    return [block.text for block, stays in zip(blocks, within, strict=True) if stays]


def test_headings_with_lists_below_the_last_of_a_text_are_its_too() -> None:
    """As many as follow each other."""
    first = ("Boats", "Boats 0", "Boats 1")
    rest = ("Piers", "Piers 0", "Piers 1", "Tar", "Tar 0", "Tar 1")
    assert kept(f"<div>{BOATS}{PIERS}{TAR}<p>Hire one!</p></div>", *first) == [*first, *rest]


@pytest.mark.parametrize(
    "page",
    [
        f"{BOATS}<p>Hire one!</p>{PIERS}",
        f"{BOATS}{PIERS.replace('h3', 'h2')}",
        f"{BOATS}{PIERS.replace('<ul>', '<ul class=menu>')}",
        f"{BOATS}{PIERS.replace('<h3>', '<h3 hidden>')}",
        f"{BOATS}{PIERS.replace('>Piers<', '>Related articles<', 1)}",
        f"<section>{BOATS}</section>{PIERS}",
        BOATS,
    ],
)
def test_what_is_no_such_group_or_stands_apart_is_not(page: str) -> None:
    """Unlike it, hidden, or called related."""
    assert kept(f"<div>{page}</div>", "Boats", "Boats 0", "Boats 1") == ["Boats", "Boats 0", "Boats 1"]


def test_a_text_without_a_list_or_without_its_heading_gains_none() -> None:
    """Nor does a page of which nothing was chosen."""
    assert kept(f"<p>Nails</p>{PIERS}", "Nails") == ["Nails"]
    assert kept(f"{BOATS}{PIERS}", "Boats 1") == ["Boats 1"]
    assert kept(f"{BOATS}{PIERS}") == []
