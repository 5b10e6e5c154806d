"""A page's lists come whole, and signs that say nothing do not come at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from generator.cleaning.html.lists import whole_lists, without_ways_inside
from generator.cleaning.markup.blocks import PageBlock, page_blocks
from generator.cleaning.markup.tree import parse_page

STORY = "<p>The harbour council voted on Monday to rebuild the old pier.</p>"
ITEMS = ("Rope from the old mill", "Nails", "Oak planks", "Tar", "A crane", "Paint")


def blocks_of(html: str) -> tuple[PageBlock, ...]:
    """The blocks of a page."""
    root = parse_page(f"<html><body>{html}</body></html>", 100)
    assert root is not None
    return page_blocks(root)


def listed(items: Sequence[str], *, tag: str = "ul") -> str:
    """A list of these items."""
    return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"


def kept(html: str, *chosen: str) -> list[str]:
    """What stays of a page whose blocks with these texts were chosen."""
    blocks = blocks_of(html)
    within = whole_lists(blocks, [block.text in chosen for block in blocks])
    return [block.text for block, stays in zip(blocks, within, strict=True) if stays]


@pytest.mark.parametrize("tag", ["ul", "ol", "menu"])
def test_a_list_is_of_the_body_with_all_its_items(tag: str) -> None:
    """A third of them is enough to tell."""
    assert kept(listed(ITEMS, tag=tag), *ITEMS[:2]) == [*ITEMS]


def test_lists_in_the_cells_of_one_row_are_one() -> None:
    """Somebody set a long list in columns; a cell that holds more than its list stands for itself."""
    columns = f"<table><tr><td>{listed(ITEMS[:3])}</td><td>{listed(ITEMS[3:])}</td></tr></table>"
    assert kept(columns, *ITEMS[:3]) == [*ITEMS]
    labelled = columns.replace("<td><ul><li>Tar", "<td><p>Wood</p><ul><li>Tar")
    assert kept(labelled, *ITEMS[:3]) == [*ITEMS[:3]]


INNER = "<ul><li>Oak<ul><li><a href='/t'>Table</a></li><li><a href='/c'>Chair</a></li></ul></li><li>Tar</li></ul>"


def test_a_list_in_an_item_is_of_the_body_with_it() -> None:
    """However much it reads like a menu, and however deep it goes; without the item it is left out."""
    assert kept(INNER, "Oak", "Tar") == ["Oak", "Table", "Chair", "Tar"]
    assert kept(INNER.replace("Table</a>", "Table</a><ul><li>Leg</li></ul>"), "Oak") == [
        "Oak",
        "Table",
        "Leg",
        "Chair",
        "Tar",
    ]
    assert kept(INNER) == []
    assert kept(INNER.replace("'/c'", "'#chair'"), "Oak", "Tar") == ["Oak", "Tar"]
    assert kept(f"<ul><li>Tar</li></ul>{listed(ITEMS[4:])}", "Tar") == ["Tar"]


def test_parts_of_items_that_are_alike_are_of_the_body_together() -> None:
    """Below each quotation of a list stands who said it: with some of them all; a word alone is a label."""
    names = [f"Nora Quill, Mayor of Harbour {number}" for number in range(4)]
    said = [f"The old pier was never as good as in the year {number}." for number in range(4)]

    def page(words: Sequence[str]) -> str:
        pairs = zip(said, words, strict=True)
        return listed([f"<div>{one}</div><div class='who'>{other}</div>" for one, other in pairs])

    assert kept(page(names), *said, *names[:2]) == [text for pair in zip(said, names, strict=True) for text in pair]
    assert kept(page(names), *said[:3], *names[:2]) != [text for pair in zip(said, names, strict=True) for text in pair]
    assert kept(page(names), *said, names[0]) == [said[0], names[0], *said[1:]]
    labels = [f"Score {number}" for number in range(4)]
    assert kept(page(labels), *said, *labels[:2]) == [said[0], labels[0], said[1], labels[1], *said[2:]]


def test_one_item_of_many_tells_nothing() -> None:
    """The others stay out, and the one stays."""
    assert kept(listed(ITEMS), ITEMS[0]) == [ITEMS[0]]


@pytest.mark.parametrize("item", ["Share this article", '<div hidden="">Glue</div>'])
def test_furniture_in_a_list_stays_out(item: str) -> None:
    """A button or a hidden line among the items is not of the article."""
    assert kept(listed((*ITEMS, item)), *ITEMS) == [*ITEMS]


@pytest.mark.parametrize(
    ("word", "stays"),
    [("secondary", False), ("\ue04b", False), ("💡", False), ("and", True), ("Nails", True), ("nails.", True)],
)
def test_a_lone_name_of_a_style_is_no_text(word: str, stays: bool) -> None:  # noqa: FBT001
    """A word in small letters between sentences, or a sign of a box, was left there by the makers of the site."""
    lone = f"<p>{word}</p>"
    assert (word in kept(STORY + lone + STORY, word, STORY[3:-4])) == stays


@pytest.mark.parametrize("around", [("<p>Then run this:</p>", STORY), ("<p>The fog came</p>", "<p>and quietly.</p>")])
def test_a_lone_word_that_goes_on_stays(around: tuple[str, str]) -> None:
    """It is the command that a line brings in, or a line of a poem."""
    texts = [text[3:-4] for text in around]
    assert kept(f"{around[0]}<p>softly</p>{around[1]}", "softly", *texts) == [texts[0], "softly", texts[1]]


def test_what_stands_inside_an_item_is_left_as_it_was_chosen() -> None:
    """A list that holds paragraphs and headings is a part of the page, not of the text."""
    html = listed((*ITEMS[:3], "<h3>More on the pier</h3><p>All about it</p>"))
    assert kept(html, *ITEMS[:2]) == [*ITEMS[:2]]


@pytest.mark.parametrize("number", ["2. ", "2.1. "])
def test_a_list_of_the_headings_below_goes_whole(number: str) -> None:
    """What is left of a table of contents would mislead."""
    sections = "".join(f"<h2>{number}{item}</h2>" for item in ITEMS)
    assert kept(listed(ITEMS) + sections, ITEMS[0], ITEMS[1], ITEMS[2]) == []


def test_the_label_of_a_lost_table_of_contents_goes_with_it() -> None:
    """It stays where the list is of the body."""
    for label in ("Table of Contents", "Jump to ↓"):
        html = f"<h2>{label}</h2>{listed(ITEMS)}"
        assert kept(html, label) == []
        assert kept(html, label, *ITEMS) == [label, *ITEMS]


@pytest.mark.parametrize("mark", ["[", "]", "):", ".", "★★★★★"])
def test_a_sign_that_stands_alone_says_nothing(mark: str) -> None:
    """It is what a picture, a link or a rating left behind."""
    assert kept(f"<p>{mark}</p>{STORY}", mark) == []


def test_a_row_of_dashes_parts_sections() -> None:
    """Its author set it."""
    assert kept(f"{STORY}<p>— — —</p>{STORY}", "— — —") == ["— — —"]


@pytest.mark.parametrize("sign", ["#", "¶", "§", "🔗"])
def test_the_link_of_a_heading_to_itself_is_no_part_of_it(sign: str) -> None:
    """Generators of pages put its sign before or behind the words."""
    html = f'<h2 id="a"><a href="#a">{sign}</a> Why it fell</h2><h2 id="b">Who pays <a href="#b">{sign}</a></h2>'
    assert [block.text for block in blocks_of(html)] == ["Why it fell", "Who pays"]


def test_other_signs_and_links_are_the_heading_s_own() -> None:
    """A number sign of its author, a link that leads elsewhere, a note."""
    html = '<h2>#1 The pier</h2><h2>Pay<a href="https://council.example/">#</a></h2><p>So<a href="#1">1</a></p>'
    assert [block.text for block in blocks_of(html)] == ["#1 The pier", "Pay#", "So1"]


WAYS = listed(
    [f"<a href='#{place}'>{name}</a>" for place, name in enumerate(("1Rope first", "2Then the nails", "3Tar"))]
)
ROW = f"<div>{''.join(re.findall('<a.*?</a>', WAYS))}</div>"
LINES = [f"<p>{link}</p>" for link in re.findall("<a.*?</a>", WAYS)]
SECTIONS = "".join(f"<h2>{name}</h2>{STORY * 3}" for name in ("Rope comes first", "The nails", "All about tar"))


@pytest.mark.parametrize(
    ("page", "stay"),
    [
        (WAYS + SECTIONS, False),
        (ROW + SECTIONS, False),
        (f"<nav>{WAYS}</nav>" + STORY * 9, False),
        (f"<p>Here is all you need:</p>{WAYS}{SECTIONS}", True),
        (SECTIONS + WAYS, True),
        (WAYS.replace("#", "/") + SECTIONS, True),
        (WAYS + STORY * 9, True),
        (ROW + STORY * 9, True),
    ],
    ids=[
        "contents",
        "a row",
        "in a nav",
        "brought in",
        "at the end",
        "other pages",
        "no such headings",
        "a row of none",
    ],
)
def test_a_list_that_leads_to_the_sections_of_its_page_is_no_text(page: str, stay: bool) -> None:  # noqa: FBT001
    """It may call them otherwise than their headings do; below a line that brings it in it is the article's."""
    blocks = blocks_of(page)
    within = without_ways_inside(blocks, [True] * len(blocks))
    assert any("3Tar" in block.text for block, stays in zip(blocks, within, strict=True) if stays) == stay
    assert all(
        stays or "3Tar" in block.text or block.kind == "item" for block, stays in zip(blocks, within, strict=True)
    )


def test_lines_that_lead_to_the_sections_go_with_those_that_were_left_out() -> None:
    """Each is a paragraph, and some were never chosen: all are one list of contents. Two are none."""
    blocks = blocks_of(f"<p>The pier fell.</p>{''.join(LINES)}{SECTIONS}")
    chosen = [block.text != "1Rope first" for block in blocks]
    within = without_ways_inside(blocks, chosen)
    assert [block.text for block, was, stays in zip(blocks, chosen, within, strict=True) if was and not stays] == [
        "2Then the nails",
        "3Tar",
    ]
    two = blocks_of(f"<p>The pier fell.</p>{''.join(LINES[:2])}{SECTIONS}")
    assert all(without_ways_inside(two, [True] * len(two)))
