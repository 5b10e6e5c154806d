"""Paragraphs that were overlooked amid an article and are made like its others."""

from __future__ import annotations

import pytest

from generator.cleaning.html.makes import (
    makes_of,
    with_called_as_pages,
    with_labels,
    with_last_parts,
    with_their_like,
)
from generator.cleaning.markup.blocks import page_blocks
from generator.cleaning.markup.outline import outline_of
from generator.cleaning.markup.tree import DEEPEST, parse_page

PAGE = """<body><nav><p class="t">Home and away</p></nav><article><p class="t">One.</p><p class="t">Two.</p>{}
<p class="t">Four.</p><h2>Heading</h2><p class="t">Last.</p></article><footer><p class="t">Below it all.</p></footer>"""
OVERLOOKED = "Learn to sail with the harbour school this spring."


@pytest.mark.parametrize(
    ("between", "stays"),
    [
        (f'<p class="t">{OVERLOOKED}</p>', True),
        (f'<p class="ad">{OVERLOOKED}</p>', False),
        (f'<aside><p class="t">{OVERLOOKED}</p></aside>', False),
        (f'<p class="t"><a href="/s">{OVERLOOKED}</a></p>', False),
        (f'<p class="t" hidden>{OVERLOOKED}</p>', False),
        ('<p class="t">Advertisement</p>', False),
        (f'<p class="t">{OVERLOOKED}</p>' * 3, False),
    ],
    ids=["like its others", "of a class of its own", "in an aside", "a link", "hidden", "furniture", "as many as kept"],
)
def test_a_paragraph_like_the_others_is_of_the_body(between: str, *, stays: bool) -> None:
    """Amid the chosen ones a paragraph of their make is taken, if most of that make were chosen."""
    root = parse_page(PAGE.format(between), DEEPEST)
    assert root is not None
    blocks = page_blocks(root)
    chosen = [block.text in {"One.", "Two.", "Four.", "Last.", "Heading"} for block in blocks]
    found = with_their_like(blocks, chosen, makes_of(outline_of(blocks)))
    added = [block.text for block, before, now in zip(blocks, chosen, found, strict=True) if now and not before]
    assert added == ([OVERLOOKED] if stays else [])


def test_nothing_is_taken_above_or_below_the_article() -> None:
    """Where little was chosen no make is that of the body."""
    root = parse_page(PAGE.format(""), DEEPEST)
    assert root is not None
    blocks = page_blocks(root)
    assert (
        with_their_like(blocks, [block.text == "One." for block in blocks], makes_of(outline_of(blocks))).count(True)
        == 1
    )


@pytest.mark.parametrize(
    ("part", "stays"),
    [
        ("<dt>Keel</dt><dd>One.</dd>", True),
        ("<details><summary>Keel</summary>One.</details>", True),
        ("<section><h3>Keel</h3><p>One.</p></section>", True),
        ('<section><h3><button aria-expanded="false">Keel</button></h3><p>One.</p></section>', True),
        ("<section><p>One.</p><button>Keel</button><p>Below.</p></section>", False),
        ('<section><h3><a href="/keel">Keel</a></h3><p>One.</p></section>', True),
        ('<dl><dt><a href="/keel">Keel</a></dt><dd>One.</dd></dl>', False),
        ("<details hidden><summary>Keel</summary>One.</details>", False),
        ("<section><h3>Keel</h3><p>One.</p></section><h3>Related</h3><p>Below.</p>", True),
    ],
    ids=[
        "terms",
        "details",
        "headings",
        "buttons",
        "a control",
        "linked headings",
        "links",
        "hidden",
        "furniture between",
    ],
)
def test_labels_of_parts_are_of_the_body(part: str, *, stays: bool) -> None:
    """What heads text of the body is taken with it, where nearly all that are made alike do so."""
    root = parse_page(f"<body><article><p>One.</p>{part * 4}</article></body>", DEEPEST)
    assert root is not None
    blocks = page_blocks(root)
    chosen = [block.text == "One." for block in blocks]
    added = [
        block.text
        for block, now in zip(blocks, with_labels(blocks, chosen, makes_of(outline_of(blocks))), strict=True)
        if now
    ]
    assert added == ["One.", *(["Keel", "One."] if stays else ["One."]) * 4]


@pytest.mark.parametrize(
    ("between", "stays"),
    [
        ("<figcaption>A keel of the old time, which a diver found in the mud below the pier.</figcaption>", True),
        ("<div>$100 at the quay</div>", True),
        ("<h4>Buy</h4>", False),
        ("<div>A keel of the old time, which a diver found in the mud below the pier.</div>", False),
    ],
)
def test_captions_and_prices_stand_between_a_heading_and_its_text(between: str, *, stays: bool) -> None:
    """Of a part without another heading."""
    part = f"<section><h3>Keel</h3>{between}<p>One.</p></section>"
    root = parse_page(f"<body><p>One.</p><div>{'<p>Other.</p>' * 9}</div>{part * 4}</body>", DEEPEST)
    assert root is not None
    blocks = page_blocks(root)
    found = with_labels(blocks, [block.text == "One." for block in blocks], makes_of(outline_of(blocks)))
    assert [block.text for block, now in zip(blocks, found, strict=True) if now].count("Keel") == 4 * stays


@pytest.mark.parametrize(
    ("below", "stays"),
    [
        ("<section><h3>Keel</h3><p>Last.</p></section>", True),
        ("<div>Buy it</div><section><h3>Keel</h3><p>Last.</p></section>", True),
        ("<aside><h3>Keel</h3><p>Last.</p></aside>", False),
        ("<section><p>Keel</p><p>Last.</p></section>", False),
    ],
)
def test_the_last_part_is_of_the_body_as_the_others_are(below: str, *, stays: bool) -> None:
    """A short one was taken for what stands below articles."""
    root = parse_page(f"<body>{'<section><h3>Keel</h3><p>One.</p></section>' * 4}{below}<p>Below.</p></body>", DEEPEST)
    assert root is not None
    blocks = page_blocks(root)
    found = with_last_parts(blocks, [True] * 8 + [False] * (len(blocks) - 8), makes_of(outline_of(blocks)))
    assert [block.text for block, now in zip(blocks[8:], found[8:], strict=True) if now] == ["Keel", "Last."] * stays


def test_the_last_part_stays_though_a_way_to_more_stands_below_each() -> None:
    """`Read more` is made like the text above it."""
    part = "<section><h3>Keel</h3><p>One.</p><p>Read more</p></section>"
    root = parse_page(f"<body>{part * 7}<p>Below.</p></body>", DEEPEST)
    assert root is not None
    blocks = page_blocks(root)
    kept = [block.text in {"Keel", "One."} for block in blocks]
    assert with_last_parts(blocks, [*kept[:15], *[False] * (len(blocks) - 15)], makes_of(outline_of(blocks))) == kept


@pytest.mark.parametrize(
    ("part", "stays"),
    [
        ("<h3>Customer Support</h3><p>One.</p>", True),
        ("<h3>Additional Resources</h3><ul><li>One.</li></ul>", True),
        ('<h3 class="box">Customer Support</h3><p>One.</p>', False),
        ("<h3>Customer Support</h3><p>Other.</p>", False),
        ("<h3>Customer Support</h3><h4>One.</h4>", False),
        ('<h3><a href="/help">Customer Support</a></h3><p>One.</p>', False),
        ("<h3 hidden>Customer Support</h3><p>One.</p>", False),
        ("<h3>Share this article</h3><p>One.</p>", False),
    ],
    ids=["text", "a list", "of another class", "of a box", "a heading", "a link", "hidden", "of a tool"],
)
def test_a_heading_called_as_a_page_stays_amid_those_made_alike(part: str, *, stays: bool) -> None:
    """Its words alone do not tell what it is; its text right below it does."""
    others = "<h3>Keel</h3><p>One.</p>" * 4
    root = parse_page(f"<body>{others}{part}{others}</body>", DEEPEST)
    assert root is not None
    blocks = page_blocks(root)
    chosen = [block.text in {"One.", "Keel"} for block in blocks]
    assert (with_called_as_pages(blocks, chosen, makes_of(outline_of(blocks))) != chosen) == stays


def test_a_lone_label_is_not_taken() -> None:
    """A control amid the text is made like no other."""
    root = parse_page("<body><p>One.</p><button>Expand all</button><p>One.</p></body>", DEEPEST)
    assert root is not None
    blocks = page_blocks(root)
    assert with_labels(blocks, [block.text == "One." for block in blocks], makes_of(outline_of(blocks))) == [
        True,
        False,
        True,
    ]
