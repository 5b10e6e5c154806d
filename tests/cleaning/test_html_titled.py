"""Paragraphs whose class calls them titles are headings of an HTML page."""

from __future__ import annotations

import pytest

from generator.cleaning.html.titled import titled
from generator.cleaning.markup.blocks import page_blocks
from generator.cleaning.markup.tree import DEEPEST, parse_page
from tests.cleaning.test_html import BODY, cleaned

TEXT = "<p>The council voted on Monday to rebuild the old pier.</p>"
BOATS, NETS = '<p class="card-title">Boats</p>', '<p class="card-title">Nets</p>'


def found(*parts: str) -> list[str]:
    """The texts that are titles."""
    root = parse_page(f"<body>{''.join(parts)}</body>", DEEPEST)
    assert root is not None
    blocks = page_blocks(root)
    return [blocks[place].text for place in sorted(titled(blocks))]


@pytest.mark.parametrize("name", ["title", "card__heading", "kt-accordion-header", "tab headline", "sub subheading x"])
def test_their_class_says_so(name: str) -> None:
    """Their own, or that of what is around them and nothing else."""
    own = f'<p class="{name}">Boats</p>', f'<p class="{name}">Nets</p>'
    around = tuple(f'<section class="{name}"><p>{text}</p></section>' for text in ("Boats", "Nets"))
    for boats, nets in (own, around):
        assert found(boats, TEXT, nets, TEXT) == ["Boats", "Nets"]


@pytest.mark.parametrize(
    "parts",
    [
        (BOATS, TEXT),
        (BOATS, NETS, TEXT),
        (BOATS, TEXT, NETS),
        (BOATS, TEXT, BOATS, TEXT),
        (BOATS, TEXT, NETS.replace("Nets", "Nets are mended."), TEXT),
        (BOATS, TEXT, NETS.replace("Nets", "net " * 15), TEXT),
        (BOATS, TEXT, NETS.replace("Nets", '<a href="/nets">Nets</a>'), TEXT),
        (BOATS.replace("title", "text"), TEXT, NETS.replace("title", "text"), TEXT),
        (BOATS.replace("title", "subtitled"), TEXT, NETS.replace("title", "subtitled"), TEXT),
        (BOATS, TEXT, NETS, "<h2>Piers</h2>"),
    ],
    ids=[
        "one",
        "in a row",
        "last",
        "again",
        "sentence",
        "long",
        "link",
        "other class",
        "longer word",
        "over a heading",
    ],
)
def test_others_are_none(parts: tuple[str, ...]) -> None:
    """All of one class are, or none."""
    assert found(*parts) == []


def test_they_stand_below_the_heading_above_them() -> None:
    """As lines in bold do."""
    body = f"<p>{BODY[0]}</p><h2>Plans</h2>{BOATS}<p>{BODY[1]}</p>{NETS}<p>{BODY[0]} Yes.</p>"
    article = cleaned(f"<html><body><h1>Pier</h1>{body}</body></html>")
    heads = [(article.text[one.start : one.end], one.level) for one in article.blocks if one.kind == "heading"]
    assert heads == [("Plans", 2), ("Boats", 3), ("Nets", 3)]
