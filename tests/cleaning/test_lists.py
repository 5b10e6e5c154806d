"""A dump's lists are of the article with all of their items."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump.lists import (
    lists,
    with_brought_in,
    with_their_labels,
    with_whole_lists,
    without_last_label,
    without_stubs,
)
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import Look, look_at
from generator.cleaning.pieces.wrap import pieces
from generator.cleaning.survey import fingerprint
from generator.model import Repeats
from tests.cleaning.conftest import original_of

LINES = "The pier needs:\n\n  • planks of oak\n  • nails\n    • of brass\n  • rope\n\nSo it is.\n\n1. Boats\n2. Nets"
NOTHING = frozenset[int]()


def looks_of(text: str) -> list[Look]:
    """The pieces of a dump."""
    return [look_at(piece) for piece in pieces(raw_lines(text))]


def test_items_that_stand_together_are_a_list() -> None:
    """Nested ones are of it; a paragraph ends it, and a single item is none."""
    assert list(lists(looks_of(LINES))) == [range(1, 5)]
    assert list(lists(looks_of("  • one\n\nand\n\n  • two"))) == []


def test_the_last_items_of_a_list_stay_with_the_first() -> None:
    """Where most of a list is of the body and it reads like the article, so is the rest, but for furniture."""
    looks = looks_of(LINES)
    within = [True, True, True, True, False, False, False, False]
    scores = [1.0, 1.0, 0.5, 0.5, -0.5, -1.0, -1.0, -1.0]
    assert with_whole_lists(looks, within, scores, NOTHING) == [True] * 5 + [False] * 3
    assert with_whole_lists(looks, within, scores, frozenset({4})) == within
    assert with_whole_lists(looks, within, [-score for score in scores], NOTHING) == within


def test_the_end_of_a_menu_is_no_reason_to_take_its_beginning() -> None:
    """A list whose first item was left out, or most of which was, stays as it is."""
    looks = looks_of(LINES)
    for within in ([True, False, True, True, True, *[False] * 3], [True, True, *[False] * 6]):
        assert with_whole_lists(looks, within, [1.0] * 8, NOTHING) == within


def test_a_list_of_which_a_folder_tells_that_it_is_of_the_article_is_not_cut_at_its_last_sentence() -> None:
    """What stands above the lines that all files have below their articles is of the article."""
    told = "The harbour council voted on Monday to rebuild the old pier that a storm had broken."
    items = ["Why Make a Pier for the Boats?", "North Coast Pier Update", "Tools for Tides", "Pier Standards"]
    items += ["Harbour Jobs", "Boat Sales"]
    frame = [
        "Harbour Gazette Online",
        "Write to the night desk",
        "Join the Anglers",
        "Join the Rowers",
        "See all clubs",
    ]
    frame += ["Email the desk", "Share", "Print", "Subscribe to our newsletter", "Contact", "About us"]
    listed = "\n".join(f"  • {item}" for item in items)
    text = "\n\n".join([frame[0], "Old Pier to Rise Again", told, f"{told} So it will.", listed, *frame[1:]])
    common: Repeats = {fingerprint(line): "most" for line in frame}
    assert clean(original_of(text), common, CleaningSettings()).text.split("\n\n")[2:] == items


def test_the_label_above_a_list_of_the_article_stays_with_it() -> None:
    """What leads elsewhere on most pages leads to the list below it, if all of that is of the article."""
    looks = looks_of("The pier needs a new deck.\n\nAdditional Resources\n\n  • Boats\n  • Nets\n\nRelated\n\nPiers")
    assert with_their_labels(looks, [True, False, True, True, False, False]) == [True] * 4 + [False] * 2
    assert with_their_labels(looks, [True, False, True, False, False, False]) == [True, False, True, *[False] * 3]


def test_a_body_neither_begins_nor_ends_with_a_piece_of_a_list() -> None:
    """What a menu left at the text's edge goes, with its label; a whole list stays."""
    menu = "  • Boats\n  • Nets\n  • Sails\n  • Ropes\n  • Tar"
    looks = looks_of(f"{menu}\n\nThe pier needs a new deck.\n\nLinks\n\n{menu}")
    story = [*[False] * 5, True]
    assert without_stubs(looks, [*[False] * 4, True, True, True, True, *[False] * 4]) == [*story, *[False] * 6]
    assert without_stubs(looks, [*story, True, *[True] * 5]) == [*story, *[True] * 6]


def test_a_few_items_of_a_list_amid_the_text_are_left_of_its_contents() -> None:
    """Where more were chosen, or one says something, or the list is short, they stay."""
    menu = ("Boats", "Nets", "Sails", "Ropes", "Tar")
    for items, chosen, stay in (
        (menu, 1, False),
        (menu, 2, False),
        (menu, 3, True),
        (menu[:4], 1, True),
        ((END, *menu), 2, True),
        ((*menu, *menu), 4, True),
    ):
        listed = "\n".join(f"  • {item}" for item in items)
        looks = looks_of(f"The pier needs a new deck.\n\n{listed}\n\nSo it is.")
        within = [True, *[place < chosen for place in range(len(items))], True]
        left = [True, *[place < chosen and stay for place in range(len(items))], True]
        assert without_stubs(looks, within) == left
    last = looks_of(
        "The pier needs a new deck.\n\n" + "\n".join(f"  • {item} {number}" for number in range(2) for item in menu)
    )
    assert without_stubs(last, [*[True] * 4, *[False] * 7]) == [*[True] * 4, *[False] * 7]


def test_a_list_that_a_line_brings_in_has_all_its_items() -> None:
    """Also those that are buttons elsewhere, where the body has most of it; a menu below a heading is none."""
    items = "  • Title\n  • Keywords\n  • Format\n  • Language"
    told = looks_of(f"Common elements include:\n\n{items}")
    assert with_brought_in(told, [True, True, False, True, True]) == [True] * 5
    assert with_brought_in(told, [True, True, False, True, False]) == [True, True, False, True, False]
    rule = looks_of("Common elements include:\n\n  * Title\n  * Format\n  * Language\n\n* * *\n\nSo it is.")
    assert with_brought_in(rule, [True, True, True, True, False, True]) == [True] * 4 + [False, True]
    menu = looks_of(f"Elements\n\n{items}")
    assert with_brought_in(menu, [True, True, False, True, True]) == [True, True, False, True, True]


END = "So it was decided by the council, and so it shall be done."


@pytest.mark.parametrize(
    ("above", "stay"),
    [
        ("The old pier will have these again:", True),
        ("Read more of the old pier here:", False),
        ("The old pier:", False),
        ("The old pier will have these again.", False),
    ],
)
def test_what_the_last_line_of_a_body_brings_in_is_of_it(above: str, *, stay: bool) -> None:
    """With the sentence below, be it a list or lines that nothing parts; links and menus are none."""
    menu = "Harbour Gazette Online"
    for brought_in in ("  • Planks\n  • Nails", "Planks\nNails"):
        looks = looks_of(f"{END}\n\n{above}\n{brought_in}\n\n{END}\n\n{menu}")
        assert with_brought_in(looks, [True, True, *[False] * 4]) == [True, True, stay, stay, stay, False]


def test_lists_with_labels_that_a_last_line_brings_in_are_of_the_body() -> None:
    """One below the other; a question below them is what another article answers."""
    groups = "The night before:\n\n  • Eat\n  • Sleep\n\nThe morning of:\n\n  • Eat\n  • Say thank you"
    other = "How long does it take to mend an old pier?"
    looks = looks_of(
        f"{END}\n\nIt is time. Here is what to do:\n\n{groups}\n\n{other}\n\nRelated\n\n  • Piers\n  • Boats"
    )
    assert with_brought_in(looks, [place < 2 for place in range(len(looks))]) == [True] * 8 + [False] * 4


def test_the_list_that_a_body_ends_in_is_whole() -> None:
    """Where half of its items are of the body; a menu, and one with a page's own words, are none of it."""
    looks = looks_of(f"{END}\n\n  • planks of oak\n  • nails\n  • rope\n\nSo it is.")
    assert with_brought_in(looks, [True, True, True, False, False]) == [True] * 4 + [False]
    assert with_brought_in(looks, [True, True, False, False, False]) == [True, True, False, False, False]
    assert with_brought_in(looks, [True, False, True, False, False]) == [True, False, True, False, False]
    shared = looks_of(f"{END}\n\n  • planks of oak\n  • nails\n  • Facebook")
    assert with_brought_in(shared, [True, True, True, False]) == [True, True, True, False]


def test_links_to_share_a_text_are_not_brought_in() -> None:
    """Whatever brings them in."""
    looks = looks_of(f"{END}\n\nTell all your friends about it on:\n\n  • Facebook\n  • Twitter\n\n{END}")
    assert with_brought_in(looks, [True, True, False, False, False]) == [True, True, False, False, False]


def test_lines_without_an_end_are_not_brought_in() -> None:
    """In a dump without empty lines all that follows would be."""
    lines = "\n".join(f"Harbour Page {number}" for number in range(20))
    looks = looks_of(f"{END}\nThe old pier will have these again:\n{lines}")
    assert sum(with_brought_in(looks, [True, True, *[False] * 20])) == 2


@pytest.mark.parametrize(("line", "stays"), [("More PROJECTS:", False), ("The old pier will have these again:", True)])
def test_a_label_below_which_nothing_is_left_goes(line: str, *, stays: bool) -> None:
    """A sentence that was cut says something nevertheless."""
    looks = looks_of(f"{END}\n\n{line}\n\n  • Boats")
    assert without_last_label(looks, [True, True, False]) == [True, stays, False]
    assert without_last_label(looks, [True, True, True]) == [True] * 3


def test_the_last_of_entries_with_the_same_labels_are_of_the_body() -> None:
    """Where it has three of them, those below are too, as far as the lines behind their last label."""
    entry = ("{}.", "Harbour Boats", "What we like:", "It is a boat that holds what it promises.", "Price:", "$5")
    lines = [line.format(number) for number in range(5) for line in entry]
    text = "\n\n".join((*lines, "Last post", "The old pier"))
    looks = [look_at(piece) for piece in pieces(raw_lines(text))]
    for entries in (3, 4):
        chosen = [place < entries * len(entry) for place in range(len(looks))]
        assert with_brought_in(looks, chosen) == [place < len(lines) for place in range(len(looks))]
    few = [place < 2 * len(entry) for place in range(len(looks))]
    assert with_brought_in(looks, few) == few
