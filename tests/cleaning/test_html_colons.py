"""What a line that ends in a colon brings in belongs to it."""

from __future__ import annotations

import pytest

from generator.cleaning.html.colons import with_brought_in, without_last_links
from tests.cleaning.test_html_lists import blocks_of, listed

GUIDES = tuple(f"<a href='/{name}'>{name}</a>" for name in ("Knots", "Charts", "Tides"))


def kept(html: str, *chosen: str) -> list[str]:
    """What stays of a page whose blocks with these texts were chosen."""
    blocks = blocks_of(html)
    within = with_brought_in(blocks, [block.text in chosen for block in blocks])
    return [block.text for block, stays in zip(blocks, within, strict=True) if stays]


def test_a_list_of_links_that_a_sentence_brings_in_stays() -> None:
    """Only its items, and none that is a button or hidden."""
    line = "For those who want to sail themselves, these helped me most:"
    items = listed((*GUIDES, "Share this article", '<div hidden="">Glue</div>'))
    assert kept(f"<p>{line}</p>{items}<ul><li>Home</li></ul>", line) == [line, "Knots", "Charts", "Tides"]


@pytest.mark.parametrize(
    "line",
    ["Related stories:", "You might also like:", "This may be interesting to you:", "Read more about the pier:"],
)
def test_a_line_that_leads_elsewhere_goes_with_its_links(line: str) -> None:
    """They are other pieces of the site."""
    assert kept(f"<p>The pier is closed.</p><p>{line}</p>{listed(GUIDES)}", "The pier is closed.", line) == [
        "The pier is closed."
    ]


def test_a_label_keeps_its_value() -> None:
    """A figure in its own box reads like no text, and is the label's; a button is not, nor what another box holds."""
    box = "<div><div>Score:</div><div>9.5 / 10</div></div>"
    assert kept(box, "Score:") == ["Score:", "9.5 / 10"]
    assert kept("<div><div>Score:</div><p><a href='/t'>Get tickets</a></p></div>", "Score:") == ["Score:"]
    assert kept("<div><div>Score:</div></div><p>Menu</p>", "Score:") == ["Score:"]


def test_what_was_chosen_in_part_is_left_as_it_was() -> None:
    """Whoever chose some items has seen the list."""
    assert kept(f"<p>Take these:</p>{listed(GUIDES)}", "Take these:", "Tides") == ["Take these:", "Tides"]


@pytest.mark.parametrize(("line", "gone"), [("Related articles and links:", True), ("Take these:", False)])
def test_links_at_the_end_go_with_the_line_that_calls_them_related(line: str, gone: bool) -> None:  # noqa: FBT001
    """Whoever chose them took them for a list of the article's."""
    blocks = blocks_of(f"<p>The pier is closed.</p><p>{line}</p>{listed(GUIDES)}")
    assert without_last_links(blocks, [True] * 5) == ((True, *[False] * 4) if gone else (True,) * 5)


def test_related_links_amid_a_text_and_lines_above_none_stay() -> None:
    """What stands below them is the article's."""
    blocks = blocks_of(f"<p>The pier is closed.</p><p>Related links:</p>{listed(GUIDES)}<p>It opens in May.</p>")
    assert all(without_last_links(blocks, [True] * 6))
    assert without_last_links(blocks, [True, True, *[False] * 4]) == (True, True, *[False] * 4)
    assert without_last_links(blocks[1:5], [True] * 4) == (True,) * 4
