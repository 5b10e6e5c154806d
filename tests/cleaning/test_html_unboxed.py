"""Lists and headings right between what the body has in one element are its too."""

from __future__ import annotations

import pytest
from lxml import html

from generator.cleaning.html.unboxed import with_unboxed
from generator.cleaning.markup.blocks import page_blocks

_PROSE = "<p>The river rises in the hills above the town and is low in most summers of this century.</p>"
_LINKS = "<ul><li><a href='/a'>View our next page, meet the members</a></li><li><a href='/b'>An overview</a></li></ul>"
_MORE = "<ul><li>The next talk is on Thursday.</li><li>The last one is over.</li></ul>"


def _chosen(inside: str, left: frozenset[str]) -> list[str]:
    """What is left out of a page of two paragraphs with something between, of which these blocks were."""
    blocks = page_blocks(html.document_fromstring(f"<body><div>{_PROSE}{inside}{_PROSE}</div></body>"))
    within = with_unboxed(blocks, [block.text not in left for block in blocks])
    return [block.text for block, stays in zip(blocks, within, strict=True) if not stays]


def test_a_list_of_links_and_a_heading_between_prose_are_of_the_body() -> None:
    """Nobody put a box around them."""
    left = frozenset({"View our next page, meet the members", "An overview", "Up Next"})
    assert _chosen(f"{_LINKS}<h2>Up Next</h2>{_MORE}", left) == []


def test_the_rest_of_a_list_is_of_the_body() -> None:
    """Whoever chose one item has seen the list."""
    assert _chosen(_LINKS, frozenset({"An overview"})) == []


@pytest.mark.parametrize(
    "inside",
    [
        f"<h2>Up Next</h2>{_LINKS}",
        f"<div>{_LINKS}</div>",
        f"<p>You may also be interested in:</p>{_LINKS}",
        f"{_LINKS}<h2><a href='/c'>Up Next</a></h2>",
        f"{_LINKS}<aside>Sign up</aside>",
    ],
)
def test_a_box_of_links_stays_out(inside: str) -> None:
    """It has its heading over its list, or an element of its own."""
    left = frozenset({"View our next page, meet the members", "An overview", "Up Next", "Sign up"})
    assert {"View our next page, meet the members", "An overview"} <= {*_chosen(inside, left)}


def test_one_link_alone_may_lead_elsewhere() -> None:
    """Writers break their text with such lines."""
    assert _chosen("<ul><li><a href='/a'>See also: The sea</a></li></ul>", frozenset({"See also: The sea"})) == [
        "See also: The sea"
    ]


def test_a_body_without_prose_of_its_own_has_no_runs() -> None:
    """Nothing tells which element is the article."""
    blocks = page_blocks(html.document_fromstring(f"<body>{_MORE}</body>"))
    assert with_unboxed(blocks, [True, False]) == (True, False)
