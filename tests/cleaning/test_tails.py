"""What an article ends with, and what only stands below it."""

from __future__ import annotations

import pytest

from generator.cleaning.dump.tails import without_tails
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import look_at, plain_words
from generator.cleaning.pieces.wrap import pieces

STORY = (
    "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter of last year.",
    "Work is to begin in the spring, and the mayor hopes to see the first boats there by the end of June.",
)


def kept(*lines: str) -> list[bool]:
    """Which of the lines stay where all were chosen."""
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join(lines)))]
    return without_tails(looks, [True] * len(looks))


@pytest.mark.parametrize(
    ("below", "stay"),
    [
        (("Explore the Harbour",), False),
        (("## More on piers", "Find a boat near you"), False),
        (("Ready for more?",), False),
        (("Ready to grow? Build the harbour of your dreams with a crane that never sleeps.",), False),
        (("Not sure which of the harbours is right for you?", "Ask the harbour master"), False),
        (("Which of the harbours is right for you?",), True),
        (("More related posts", "Five piers to see", "Building in stone", "Harbours of the west"), False),
        (("Was the article useful?", "Five piers", "All harbours", "Old boats"), False),
        (("Related articles that may interest you", "Five piers to see", "We list the best of them here."), False),
        (("Yours sincerely,", "Nora Quill"), True),
        (("“Let us build”",), True),
        (("The council's budget:", "* Piers", "* Boats"), True),
        (("Nora Quill", "Ada Boom", "Jane Doe"), True),
        (("and so it was",), True),
    ],
)
def test_a_heading_or_a_button_below_the_last_sentence_goes(below: tuple[str, ...], *, stay: bool) -> None:
    """A signature below a letter's last words, a list, a quotation and the end of a broken sentence stay."""
    assert kept(*STORY, *below) == [True, True, *[stay] * len(below)]
    assert kept(*STORY, *below, *STORY) == [True] * (len(below) + 4)


@pytest.mark.parametrize(
    "label",
    [
        "THE AUTHOR",
        "About the Author",
        "Written by the authors",
        "Researched by:",
        "Last updated on March 3, 2026",
        "Published",
        "Share:",
        "Share the Blog on:",
        "Share on Boats",
    ],
)
def test_below_the_label_of_the_author_stands_no_article(label: str) -> None:
    """In a body's last words; further above an article may be about an author."""
    assert below_story(*STORY, *STORY, label, "Nora Quill", "VP - Harbours") == 2 * len(STORY)
    assert below_story(label, *STORY, *STORY) == 1 + 2 * len(STORY)


def test_below_an_authors_name_stands_no_article() -> None:
    """What they are and have done; the name of one who speaks in the text stands above as well."""
    lines = (*STORY * 4, "Nora Quill", "Editor", "She has been writing on harbours for the last ten years.")
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join(lines)))]
    assert without_tails(looks, [True] * len(looks), authors={"nora quill"}) == [True] * 8 + [False] * 3
    assert all(without_tails(looks, [True] * len(looks), authors={"ada boom"}))
    spoken = [look_at(piece) for piece in pieces(raw_lines("\n\n".join(("Nora Quill", *lines))))]
    assert all(without_tails(spoken, [True] * len(spoken), authors={"nora quill"}))


def test_below_what_is_about_an_author_by_name_stands_no_article() -> None:
    """Such a heading may stand further above the end than the name alone: much is told below it."""
    told = "She has been writing on harbours for the last ten years, and sails. " * 2
    lines = (*STORY * 4, "About Nora Quill", told, told)
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join(lines)))]
    assert without_tails(looks, [True] * len(looks), authors={"nora quill"}) == [True] * 8 + [False] * 3
    assert all(without_tails(looks, [True] * len(looks), authors={"ada boom"}))


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("* Indicates a required field", False),
        ("Select a harbour Press enter to open the dropdown menu.", False),
        ("By submitting my name, I consent to letters of the harbour about its piers and boats.", False),
        ("By clicking Send, you agree to our terms.", False),
        ("The form has three required fields that no captain has ever been able to fill in.", True),
        ("By submitting the plan the mayor hopes that all of them will agree to it.", True),
    ],
)
def test_the_fields_of_a_form_end_an_article(line: str, *, stays: bool) -> None:
    """What stands beside them is of no article, and what follows neither."""
    assert kept(*STORY * 3, line, "Your harbour is waiting for you.") == [*[True] * 6, stays, stays]


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Please fill out the form below, and one of us will follow up within 48 hours.", False),
        ("Note: The views expressed on this site are not those of the harbour council.", False),
        ("PIER® and QUAY® are registered trademarks of the Harbour Company.", False),
        ("Fill in our contact form for a boat of your own.", False),
        ("Fill out the form that the harbour gave you.", True),
        ("You fill out the form below and wait.", True),
    ],
)
def test_what_leads_to_a_form_below_is_no_article(line: str, *, stays: bool) -> None:
    """Nor what follows; amid the text it may tell what one has to do."""
    assert kept(*STORY * 4, line, "We call you.") == [True] * 8 + [stays] * 2
    assert all(kept(line, *STORY * 4))


@pytest.mark.parametrize(
    ("question", "stays"),
    [
        ("Ready to build your own pier?", False),
        ("Want to see a pier? Ask for a demo today!", False),
        ("Who wants a pier?", True),
        ("Want to know more of the pier? Read on below.", True),
        ("Ready to build your own pier, they left.", True),
    ],
)
def test_a_pitch_is_no_last_word(question: str, *, stays: bool) -> None:
    """A question whether readers want what is sold there, with the few words that answer it."""
    pitch = "Our harbours are built in a day."
    assert kept(*STORY * 8, question, pitch) == [True] * 16 + [stays] * 2
    assert kept(*STORY * 2, question, *STORY * 2) == [True] * 9


def test_what_a_feed_writes_below_an_article_goes() -> None:
    """And the headline, where it comes again as the last line."""
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join((*STORY, FEED, TITLE))))]
    assert without_tails(looks, [True] * 4, plain_words(TITLE)) == [True, True, False, False]
    assert without_tails(looks, [True] * 4, "another article")[-1]


TITLE = "The Old Pier at Last, Again, and What Became of It in the Winter of the Storm"
FEED = "The post The Old Pier at Last, Again appeared first on Harbour Blog."
CUT = "Do you know what a pier is made of? This article is for all who walk on one and have never looked below..."


def test_the_foot_of_a_page_is_no_article() -> None:
    """It has two lines of the menu above the text again, or says whose the page is; below it stands nothing else."""
    menu, foot = ("Home", "Visit the Harbour", "Apply"), ("Ways to land", "Home", "Visit the Harbour", "Find us")
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join((*menu, *STORY, "Ways to moor:", *foot))))]
    within = [index >= len(menu) for index in range(len(looks))]
    assert without_tails(looks, within) == [*[False] * 3, *[True] * 4, *[False] * 3]
    assert (
        kept(*STORY, "Ways to moor:", "Ways to land", "Ways to sail", "© 2026 The Harbour", "Find us")[-2:]
        == [False] * 2
    )
    assert all(kept(*STORY, "Ways to moor:", "Ways to land", "Ways to sail", "Find us"))


@pytest.mark.parametrize(
    ("below", "last"),
    [
        (("What Piers Are Made Of", CUT, "Mar 3, 2026", "Five piers to see"), 0),
        ((CUT, "3 March 2026"), 0),
        (("What Piers Are Made Of", CUT, "It was said on Mar 3, 2026"), 2),
        (("What Piers Are Made Of", CUT), 2),
    ],
    ids=["headline, teaser, day", "no headline", "no day alone", "nothing below"],
)
def test_a_teaser_that_was_cut_short_ends_no_article(below: tuple[str, ...], last: int) -> None:
    """Above its day it is another article's, as is its headline."""
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join([*STORY, *below])))]
    chosen = [index < len(STORY) or look.piece.text in below[:2] for index, look in enumerate(looks)]
    chosen[-1] = chosen[-1] and below[-1] == CUT
    assert sum(without_tails(looks, chosen)) == len(STORY) + last


PICTURES = ("the old pier in winter", "two boats", "a woman looks at waves", "Boats below a bridge")
TITLES = ("Why We Build Piers", "12 Boats to Sail This Summer", "How to Read the Waves", "The Five Oldest Bridges")


def below_story(*cards: str) -> int:
    """How many lines stay below a story."""
    looks = [look_at(piece) for piece in pieces(raw_lines("\n".join([*STORY, "", *cards])))]
    return sum(without_tails(looks, [True] * len(looks))) - len(STORY)


def test_cards_of_other_articles_go() -> None:
    """A picture's text as an item and a headline below it, four and more in a row."""
    cards = [line for picture, title in zip(PICTURES, TITLES, strict=True) for line in (f"• {picture}", f"  {title}")]
    assert below_story(*cards) == 0
    assert below_story(*cards, "Work begins in the spring, and all of the harbour hopes to see it.") == len(cards) + 1
    assert below_story(*cards[2:]) == len(cards) - 2


def test_items_that_lines_explain_stay() -> None:
    """A headline is written in capitals, an explanation is not."""
    lines = [line for title, told in zip(TITLES, PICTURES, strict=True) for line in (f"• {title}", f"  {told}")]
    assert below_story(*lines) == len(lines)


def test_cards_that_name_author_and_day_go() -> None:
    """Two and more, with the headline above each; once they stand below a headline of the article's own."""
    cards = [line for title in TITLES[:2] for line in ("", title, "byNora Quill", "May 3, 2019")]
    assert below_story(*cards) == 0
    assert below_story(*cards[:4]) == len(cards[:4]) - 1
    times = [line for title in TITLES[:2] for line in ("", title, "By Nora Quill", "So it was, and so it is.")]
    assert below_story(*times) == len(times) - 2


@pytest.mark.parametrize(
    ("line", "share"),
    [
        ("Recent articles", 0.5),
        ("Explore more from the harbour", 0.5),
        ("Why trust us?", 0.5),
        ("Did you enjoy this post? Pin it for later!", 0.5),
        ("Related teaching topics", 0.3),
        ("Other posts you’ll love", 0.5),
        ("Share this", 0.3),
        ("Blog Categories", 0.3),
        ("Our partners", 0.3),
        ("Follow us on:", 0.3),
        ("Explore the old harbour", 0.0),
        ("Related papers", 0.0),
        ("Related topics", 0.0),
        ("Related resources", 0.0),
        ("Recent storms", 0.0),
        ("Partners of the old pier", 0.0),
    ],
)
def test_what_else_there_is_to_read_stands_below_articles(line: str, share: float) -> None:
    """Blurbs of other articles may be a third of what was chosen; a button's words may stand amid the text."""
    told = [STORY[0]] * 20
    for above in (8, 12, 16):
        ends = (20 - above) / (20 + len(STORY)) < share
        assert below_story(*told[:above], line, *told[above:]) == (above if ends else 21)
