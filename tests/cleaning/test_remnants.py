"""What pictures, buttons and press offices leave in a dump."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump.remnants import without_remnants
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import look_at
from generator.cleaning.pieces.wrap import pieces
from tests.cleaning.conftest import MakeOriginal

STORY = (
    "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter of last year.",
    "Members of the council had argued for months about the money, which will come from a fund for coastal towns.",
    "Work is to begin in the spring, and the mayor hopes to see the first boats there by the end of June.",
)


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("old-pier-in-winter", False),
        ("Pier_Harbour_1983_FINAL", False),
        ("[pier-small]", False),
        ("[newsletter form=1630175]", False),
        ("${title}", False),
        ("${title}${badge}", False),
        ("@noraquill", False),
        ("2012-01-06 10:23:00 2012-01-13 11:36:00 2011-11-15 07:28:00 False False", False),
        ("2012-01-06 10:23:00", True),
        ("(BUTTON) Was this page helpful?", False),
        ("Thank you! Your submission has been received!", False),
        ("Please enter a valid work email", False),
        ("Thank you all for your submissions on the pier!", True),
        ("state-of-the-art piers", True),
        ("A-C-I-K", True),
        ("well-to-do", True),
        ("[12]", True),
        ("[The mayor laughs]", True),
        ("415-555-0100", True),
        ("Photo of the old pier in winter", False),
        ("A picture showing two boats", False),
        ("old pier 730x486 at The Pier Is Rebuilt", False),
        ("Nora Quill’s avatar", False),
        ("Author image", False),
        ("An official website of the Harbour Town government", False),
        ("Here’s how you know", False),
        ("**Official websites use .gov**", False),
        ("Secure .gov websites use HTTPS", False),
        ("A **lock** (  Lock Locked padlock  ) or **https://** means you’ve safely connected to the site.", False),
        ("An official website of the town was closed on Monday. Nobody knew why.", True),
        ("How you know that a pier is safe", True),
        ("We noticed that you are using Internet Explorer 11 or older that is not supported.", False),
        ("Your browser is out of date.", False),
        ("Please enable JavaScript to view this page.", False),
        ("Dismiss notification", False),
        ("You are using the pier at your own risk.", True),
        ("JavaScript is disabled in your browser.", False),
        ("This slideshow requires JavaScript.", False),
        ("cta", False),
        ("5 from 12 votes", False),
        ("4.8 from 1,204 reviews", False),
        ("5 from the boats", True),
        ("Page 1 of 8", False),
        ("Page 1 of the book", True),
        ("Enter your email to subscribe to news from the harbour", False),
        ("This is some text inside of a div block.", False),
        ("Example H2", False),
        ("………………..", False),
        ("/content/harbour/fragments/article-details", False),
        ("/content/harbour", True),
        ("/etc/harbour/pier.conf", True),
        ("Five Piers To See This SummerFive Piers To See This Summer", False),
        ("Jane Doe Jane Doe", False),
        ("| Pier | Boats | Pier | Boats", True),
        ("Again and again", True),
        ("Expand Table of Contents", False),
        ("Expand the table of contents of the harbour", True),
        ("To see this content please enable targeting cookies.", False),
        ("Comments are closed for this post, but feel free to call the harbour.", False),
        ("JavaScript is enabled by default in most browsers.", True),
        ("Share This:", False),
        ("Shop the Men's Oar 19Shop the Women's Oar 19", False),
        ("Shop for oars, or buy a net", True),
        ("12 readers like this.", False),
        ("Share this boat with a friend, if you can.", True),
        ("[ Also read The Old Pier: 3 plans – and their price. ]", False),
        ("[Read more: A Guide to Piers]", False),
        ("[The mayor reads.]", True),
        ("A cartoon illustration of a boat.", False),
        ("A top view of a pier, resting on dark water.", False),
        ("The orthodox view of the pier.", True),
        ("Photos of the old pier", True),
        ("Image of the town: how it changed", True),
        ("The pier, 730x486", True),
        ("The pier in the best of all pictures", True),
    ],
)
def test_names_of_pictures_and_controls_are_no_text(line: str, stays: bool) -> None:  # noqa: FBT001
    """Words parted by hyphens alone, brackets around one, and templates that nobody filled in."""
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join((STORY[0], line, STORY[1]))))]
    assert without_remnants(looks, [True] * len(looks)) == [True, stays, True]


def kept(*lines: str) -> list[bool]:
    """Which of the lines stay where all were chosen."""
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join(lines)))]
    return without_remnants(looks, [True] * len(looks))


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Updated on 09/10/2025", False),
        ("Reviewed by: Jane Doe, CFP", False),
        ("Reading time: 8 minutes", False),
        ("Senior Writer", False),
        ("Five minutes to read", True),
    ],
)
def test_what_tells_of_the_page_above_the_text_is_none_of_it(line: str, *, stays: bool) -> None:
    """Below the first sentence the same words may be the article's."""
    assert kept(line, STORY[0], STORY[1])[0] is stays
    assert kept(STORY[0], line, STORY[1])[1]


def test_a_line_that_comes_twice_in_a_row_comes_once() -> None:
    """A picture's text and its caption are often the same, but for entities; a refrain further on stays."""
    lines = ("The pier of Doe &amp; Sons in winter", "The pier of Doe & Sons in winter")
    assert kept(STORY[0], *lines, STORY[1], lines[1]) == [True, True, False, True, True]


def test_what_counts_the_comments_on_the_headline_goes() -> None:
    """Above it, with day and name; what counts those on something else is a sentence of the article."""
    line = "Posted on May 3, 2026 by Jane Doe - 5 Comments on Old Pier To Be Rebuilt?"
    assert kept(line, "Old Pier To Be Rebuilt?", *STORY[:2]) == [False, True, True, True]
    assert kept(line, *STORY[:2]) == [True, True, True]


def test_the_line_with_its_number_stays() -> None:
    """A picture is called as the heading below it, without the number of its part."""
    lines = ("the old harbour pier", "8. The Old Harbour Pier")
    assert kept(STORY[0], *lines, STORY[1]) == [True, False, True, True]


def test_a_sentence_that_comes_twice_in_a_row_is_a_caption() -> None:
    """A tool prints it for the picture and below it; a question may be a heading and what its picture is called."""
    caption = "The old pier of the harbour was broken by a storm in the winter of last year."
    asked = "What will the council pay for the old pier in the spring of next year?"
    assert kept(STORY[0], caption, caption, STORY[1]) == [True, False, False, True]
    assert kept(STORY[0], asked, asked, STORY[1]) == [True, True, False, True]
    assert kept(caption, STORY[0], caption) == [True, True, True]


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Book now", False),
        ("Learn more.", False),
        ("Get a free quote", False),
        ("Get quotes from up to 3 pros!", False),
        ("Get quotes from the mayor.", True),
        ("Check price on Example", False),
        ("VIEW DEAL", False),
        ("See the rating.", False),
        ("See price at Example", False),
        ("Check price on Harbour Boats Check Price - Example", False),
        ("Read full review", False),
        ("PierMap.00900_print.jpg (1024x576) [125.5 KB]", False),
        ("IMG_2671", False),
        ("A screenshot of the harbour's new page, with the pier on it.", False),
        ("An image of the pier shows how high the waves were.", True),
        ("Screenshot 2025-12-15 at 11.32.10", False),
        ("See old-pier.jpg for what it was", True),
        ("Get a Quote (212) 555-0123", False),
        ("Download our printable checklist", False),
        ("See more reviews", False),
        ("Go to website", False),
        ("Add to Favourites", False),
        ("View post on imgur.com", False),
        ("Get a quote from the mayor", True),
        ("Read our full review of the pier", True),
        ("## Get started", True),
        ("Learn more:", True),
        ("Read the letter.", True),
        ("He had to start again.", True),
        ("See you in court.", True),
    ],
)
def test_buttons_in_words_are_no_text(line: str, stays: bool) -> None:  # noqa: FBT001
    """A line of its own that bids readers buy or read on goes; a heading and a sentence of the article stay."""
    assert kept(STORY[0], line, STORY[1]) == [True, stays, True]


@pytest.mark.parametrize(
    ("heading", "ends"),
    [
        ("59 Comments on “The Old Pier”", True),
        ("12 Comments", True),
        ("124 Reader Comments", True),
        ("One thought on “The Old Pier”", True),
        ("Three thoughts on the old pier", False),
        ("Comments were few, and those on the pier fewer still.", False),
    ],
)
def test_readers_comments_are_not_the_article(heading: str, ends: bool) -> None:  # noqa: FBT001
    """A line that counts comments ends the text; one that stands above it leads there."""
    assert kept(*STORY, heading, STORY[0]) == [True, True, True, not ends, not ends]
    assert kept(heading, *STORY) == [True, True, True, True]


@pytest.mark.parametrize(
    ("signs", "ends"),
    [
        (("Posted by: Jane at May 3, 2019 05:48 PM", "Posted by: Ada at May 4, 2019 05:48 PM"), True),
        (("Jane says:", "Ada says on May 4:"), True),
        (("Jane, May 3, 5:48 pm", "Ada, May 4, 17:48"), True),
        (("Jane Doe said that it was all the same to her.", "Ada Boom"), False),
    ],
)
def test_signed_comments_below_their_label_are_not_the_article(signs: tuple[str, str], *, ends: bool) -> None:
    """The label alone may head a part of the article."""
    lines = (*STORY, "Comments", STORY[0], signs[0], STORY[1], signs[1])
    assert kept(*lines) == [True, True, True, *[not ends] * 5]


@pytest.mark.parametrize(
    "line",
    [
        "For Immediate Release",
        "Contact: Nora Quill (202) 555-0100",
        "Ada Boom, (510) 555- 0101",
        "press@harbour.example",
        "Media contact",
    ],
)
def test_whom_the_press_may_call_stands_above_the_text_and_is_none(line: str) -> None:
    """Below the first sentence the same line is the article's: it may list whom its readers can call."""
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join((line, *STORY[:2], line))))]
    assert without_remnants(looks, [True] * len(looks)) == [False, True, True, True]


def test_a_release_begins_with_its_first_sentence(make_original: MakeOriginal) -> None:
    """The account has the lines of the press office all the same."""
    head = ("Council Votes To Rebuild The Old Pier", "For Immediate Release", "Contact: Nora Quill (202) 555-0100")
    article = clean(make_original("\n\n".join((*head, *STORY))), None, CleaningSettings())
    assert article.text.split("\n\n") == list(STORY)
    assert [line.text for line in article.account if line.fate == "removed" and line.text] == [*head[1:]]
