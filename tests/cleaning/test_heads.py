"""Headline, byline and date of a dump, where a page shows more than one of each."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump import bylines
from generator.cleaning.dump import title as choosing
from generator.cleaning.dump.headlines import candidates
from generator.cleaning.dump.layout import layout_of
from generator.cleaning.dump.printed import as_printed
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import look_at
from generator.cleaning.pieces.wrap import pieces
from generator.model import CleanArticle
from tests.cleaning.conftest import MakeOriginal

BODY = """The harbour council voted on Monday to rebuild the old pier, which the storm of last winter had taken away.

Work is to begin in the spring, the mayor said after the vote, and will take two years at the least.

Fishermen who had waited for the decision since January said that the pier was the only place to land in a north wind.
"""


def cleaned(make_original: MakeOriginal, text: str) -> CleanArticle:
    """The article of a dump of which nothing else is known."""
    return clean(make_original(text), None, CleaningSettings())


def test_the_headline_is_the_line_and_not_the_title_of_the_window(make_original: MakeOriginal) -> None:
    """A page dumped whole begins with the title of its window, which carries the name of its site."""
    text = (
        f"Old Pier To Be Rebuilt | Harbour Gazette\nSkip to content\nNews\nSport\n\n# Old Pier To Be Rebuilt\n\n{BODY}"
    )
    assert cleaned(make_original, text).title == "Old Pier To Be Rebuilt"


def test_the_name_of_a_site_is_no_part_of_the_headline(make_original: MakeOriginal) -> None:
    """Where the title of the window is all there is, the site's name goes."""
    text = f"Old Pier To Be Rebuilt After Storm | Harbour Gazette\n\nBy Jane Doe\n\nNov. 19, 2019\n\n{BODY}"
    assert cleaned(make_original, text).title == "Old Pier To Be Rebuilt After Storm"


@pytest.mark.parametrize("way", ["Home / Tips & Tools / Book Reviews", "Home » Tools » Book Reviews"])
def test_the_line_in_which_the_way_to_a_page_ends_is_its_headline(make_original: MakeOriginal, way: str) -> None:
    """However little it looks like one beside the first heading of the text."""
    text = f"Search\n\n{way}\n\nBook Reviews\n\nWhat This Handout Is About\n\n{BODY}"
    assert cleaned(make_original, text).title == "Book Reviews"


def test_a_part_that_never_stands_alone_is_no_headline(make_original: MakeOriginal) -> None:
    """What follows a dash is no site's name where the line over the article has it too."""
    headline = "Old Pier To Be Rebuilt - How Storms Change The Harbour"
    text = f"{headline}\n\nSkip to content\nNews\nSport\n\n{headline}\n\nBy Jane Doe\n\nNov. 19, 2019\n\n{BODY}"
    assert cleaned(make_original, text).title == headline


@pytest.mark.parametrize(
    ("headline", "below", "whole"),
    [
        ("How the Old Pier Fell Down in Winter – Ten Reasons and a Guess", "", True),
        ("How the Old Pier Fell Down in Winter – Harbour Town Gazette", "Copyright 2018 Harbour Town Gazette", False),
        ("How the Old Pier Fell Down in Winter – Gazette", "", False),
        ("How the Old Pier Fell Down in Winter | Ten Reasons and a Guess", "", False),
    ],
)
def test_a_second_half_behind_a_dash_is_of_the_headline(headline: str, below: str, *, whole: bool) -> None:
    """The name of a site is shorter, or the page has it once more."""
    lines = [headline, *BODY.splitlines(), below]
    page = layout_of(looks := [look_at(piece) for piece in pieces(raw_lines("\n\n".join(lines)))], [True] * len(looks))
    found = candidates(page)
    best = next(one for one in found if one.cut == "end")
    assert as_printed(page, best, found).text == (headline if whole else best.text)


def test_a_post_below_its_day_is_not_called_as_its_blog(make_original: MakeOriginal) -> None:
    """A blog has its name as the first heading, what it is about, the day as a heading, and the post below that."""
    post = f"## Friday, November 19, 2019\n\n### Old Pier To Be Rebuilt After Storm\n\n{BODY}"
    text = f"# Harbour Data Blog\n\nThoughts on ships and the sea by Jane Doe.\n\n{post}"
    assert cleaned(make_original, text).title == "Old Pier To Be Rebuilt After Storm"


@pytest.mark.parametrize(("alone", "shown"), [("Harbour Blog", "Old Pier To Be Rebuilt"), ("", None)])
def test_the_name_of_a_site_behind_a_bar_is_no_part_of_the_headline(alone: str, shown: str | None) -> None:
    """Where the page has it as a line of its own: a headline may have a bar."""
    line = "Old Pier To Be Rebuilt | Harbour Blog"
    page = layout_of(
        [look_at(one) for one in pieces(raw_lines(f"{line}\n\n{alone}\n\n{BODY}"))], [True] * (4 + bool(alone))
    )
    whole = next(one for one in candidates(page) if one.text == line)
    assert as_printed(page, whole, [whole]).text == (shown or line)


@pytest.mark.parametrize(("between", "cut"), [("News", True), ("", False)])
def test_the_name_of_a_site_before_a_colon_is_no_part_of_the_headline(between: str, *, cut: bool) -> None:
    """Where both stand alone; where one is right above the other they are a headline that a tool broke."""
    site, post = "Harbour Blog", "Old Pier To Be Rebuilt After Storm"
    lines = (f"{site}: {post}", site, between, post, BODY)
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join(lines)))]
    page = layout_of(looks, [False] * (len(looks) - 3) + [True] * 3)
    found = candidates(page)
    assert as_printed(page, found[0], found).text == (post if cut else f"{site}: {post}")


@pytest.mark.parametrize("mark", [" » ", " / ", "/ ", " > "])
def test_the_way_to_a_page_is_no_part_of_its_headline(make_original: MakeOriginal, mark: str) -> None:
    """Where breadcrumbs end in the headline, it is what stands behind the last of their marks."""
    crumbs = mark.join(("Harbour Gazette", "Sea And Wind", "Old Pier To Be Rebuilt After Storm"))
    text = f"Harbour Gazette\nNews\nSport\n\n{crumbs}\n\nBy Jane Doe\n\nNov. 19, 2019\n\n{BODY}"
    assert cleaned(make_original, text).title == "Old Pier To Be Rebuilt After Storm"


@pytest.mark.parametrize("before", ["Nov. 19, 2019 ", "19 November 2019 | ", "Home /"])
def test_what_is_joined_before_a_headline_is_no_part_of_it(make_original: MakeOriginal, before: str) -> None:
    """The day, or what is left of the way to the page."""
    text = f"News\nSport\n\n{before}Old Pier To Be Rebuilt After Storm\n\nBy Jane Doe\n\n{BODY}"
    assert cleaned(make_original, text).title == "Old Pier To Be Rebuilt After Storm"


@pytest.mark.parametrize(
    "headline", ["Old Pier To Be Rebuilt", "Sharing Boats Across and Within Harbours Shouldn’t Be Challenging!"]
)
@pytest.mark.parametrize("listed", ["1. ", "  1. Home\n  2. Blogs\n  3. "])
def test_the_entry_of_a_list_is_not_how_a_headline_is_printed(
    make_original: MakeOriginal, headline: str, listed: str
) -> None:
    """A list that names the article numbers it, and so does the way to it; its own page does not."""
    text = f"{listed}{headline}\n\n{headline}\n\nJane Doe\nNov. 19, 2019\n\n{BODY}"
    assert cleaned(make_original, text).title == headline


@pytest.mark.parametrize(
    "line",
    [
        "Voiced by Max Moe",
        "Posted on November 19, 2019",
        "Search small [ ] Search",
        "Write to desk@a.example",
        "Harbour Gazette logo icon",
        "Logo Dark Logo Harbour Digital Blog Docs About",
        "An official website of the United States government",
        "Final Call: Save $400 on Boats",
        "Expand full comment",
        "Table of contents",
        "Listen to this article",
        "Try Our Pier Cost Calculator",
        "Check out our sailing school and see what you will learn.",
        "Photo Credit: Jane Doe",
        "Discussion about this post",
        "Join a Community of Anglers",
        "Your free harbour membership unlocks deals",
        "2 ½ cups of sea salt",
        "Nora Quill’s avatar",
        "You are viewing as a ‘Guest’. Your progress will not be recorded.",
        "5 Comments on The Pier",
        "Posted under Harbours",
        "250-x-176-Old-Harbour-In-Winter-icon1",
        "By: Harbour Gazette on 19-nov-2019 5:11",
        "Press enter or click to view image in full size",
        "We Care About Your Privacy",
        "2024-05-02#sea#harbour",
    ],
)
def test_what_speaks_of_something_else_is_no_headline(make_original: MakeOriginal, line: str) -> None:
    """Voices, boxes to tick and addresses stand nearest above the text of many pages."""
    text = f"Old Pier To Be Rebuilt\n\n{line}\n\n{BODY}"
    assert cleaned(make_original, text).title == "Old Pier To Be Rebuilt"


@pytest.mark.parametrize(
    ("small", "title"),
    [
        ("old wooden pier in winter", BODY.partition("\n")[0]),
        ("5 old piers in winter", "5 old piers in winter"),
        ("# old wooden pier in winter", "old wooden pier in winter"),
    ],
    ids=["a picture's text: the next line", "a number", "a heading"],
)
def test_what_tells_of_a_picture_in_small_letters_is_no_headline(
    monkeypatch: pytest.MonkeyPatch, small: str, title: str
) -> None:
    """Said once, without the mark of a heading and below another line: though the trees like it best."""
    looks = [look_at(one) for one in pieces(raw_lines(f"Old Pier To Be Rebuilt\n\n{small}\n\n{BODY}"))]
    monkeypatch.setattr(choosing, "score", lambda _table, _traits, count: [float(n == 1) for n in range(count)])
    found = choosing.find_title(layout_of(looks, [look.sentence for look in looks]))
    assert found is not None
    assert found.text == title


@pytest.mark.parametrize(
    ("first", "title"),
    [("old wooden pier in winter", "Old Pier To Be Rebuilt"), ("the old pier", "the old pier")],
    ids=["several words", "a few"],
)
def test_a_picture_above_all_is_no_headline(monkeypatch: pytest.MonkeyPatch, first: str, title: str) -> None:
    """Main-content extractors begin with its text, however much the trees like it; a few words may be a headline."""
    looks = [look_at(one) for one in pieces(raw_lines(f"{first}\n\nOld Pier To Be Rebuilt\n\n{BODY}"))]
    monkeypatch.setattr(choosing, "score", lambda _table, _traits, count: [-float(n) for n in range(count)])
    found = choosing.find_title(layout_of(looks, [look.sentence for look in looks]))
    assert found is not None
    assert found.text == title


@pytest.mark.parametrize(
    ("kicker", "below", "title"),
    [
        ("Harbour", "Old pier is to be rebuilt after all", "Old pier is to be rebuilt after all"),
        ("Sea", "Old pier is to be rebuilt after all", "Sea"),
        ("Harbour", "Boats and nets", "Harbour"),
        ("Harbour", "Harbour pier is to be rebuilt", "Harbour"),
        ("Harbour", "These are the steps to take:", "Harbour"),
        ("harbour", "Old pier is to be rebuilt after all", "harbour"),
    ],
    ids=["section", "named once", "short", "says it again", "brings in", "small"],
)
def test_the_headline_stands_below_the_name_of_its_section(
    monkeypatch: pytest.MonkeyPatch, kicker: str, below: str, title: str
) -> None:
    """The section is said in the menu too; the trees like it best here."""
    dump = f"News\n\nHarbour\n\nTown\n\n{kicker}\n\n{below}\n\n{BODY}"
    looks = [look_at(one) for one in pieces(raw_lines(dump))]
    monkeypatch.setattr(choosing, "score", lambda _table, _traits, count: [float(n == 3) for n in range(count)])
    found = choosing.find_title(layout_of(looks, [look.sentence for look in looks]))
    assert found is not None
    assert found.text == title


def test_a_section_in_small_letters_is_no_part_of_the_headline_above_it(make_original: MakeOriginal) -> None:
    """A dump with a string on each line looks wrapped there; the title of the window tells where the headline ends."""
    headline = "Guide to Harbour Masonry and Building: Raising the Old Pier"
    menu = ("Open Menu", "Close Menu", "Fine Stone Walls & Piers", "Explore Harbours", "Masonry Mentoring", "Contact")
    article = (
        "Explore Harbours #58",
        "In this article, I share eight rules of building in a harbour (rather suggestions than rules). So buckle up!",
        "I wrote a",
        "previous article on masonry",
        "that explored what I do when weighing up a harbour and thinking about how I want to build in it.",
    )
    lines = (headline, *menu, headline, "making harbours", "Sep 16", *article)
    assert cleaned(make_original, "\n".join(lines)).title == headline


def test_a_headline_that_says_itself_twice_says_it_once(make_original: MakeOriginal) -> None:
    """The text of its picture stands on the same line; a name of two like words stays."""
    assert cleaned(make_original, f"The Old Pier The old pier\n\nBy Jane Doe\n\n{BODY}").title == "The Old Pier"
    assert cleaned(make_original, f"A Pier For Pago Pago\n\nBy Jane Doe\n\n{BODY}").title == "A Pier For Pago Pago"


def test_what_has_comments_is_the_headline(make_original: MakeOriginal) -> None:
    """A line that says on what readers comment tells the headline, be it a question that looks like running text."""
    text = (
        "Posted on by Jane Doe - 5 Comments on Who Will Pay For The Old Pier Of The Town?\n\n"
        f"Who will pay for the old pier of the town?\n\n{BODY}\nHarbour Life In Winter\n\n5 Comments\n"
    )
    assert cleaned(make_original, text).title == "Who will pay for the old pier of the town?"


def test_a_date_in_the_headline_dates_nothing(make_original: MakeOriginal) -> None:
    """A line with a date may still be the headline."""
    text = f"Skip to main content\n\nThe best piers of December 2019\n\nBy Jane Doe\n\nNov. 19, 2019\n\n{BODY}"
    article = cleaned(make_original, text)
    assert article.title == "The best piers of December 2019"
    assert article.published is not None
    assert article.published.date == "2019-11-19"


def test_names_in_fragments_are_one_byline(make_original: MakeOriginal) -> None:
    """A dump that gives every string a line parts the names from their commas."""
    text = f"Old Pier To Be Rebuilt\nBy\nJane Doe\n,\nJohn Roe\nand\nAnn Poe\nNovember 19, 2019\n{BODY}"
    assert cleaned(make_original, text).authors == ("Jane Doe", "John Roe", "Ann Poe")


def test_a_stack_of_names_is_one_byline(make_original: MakeOriginal) -> None:
    """Where everyone who signs has a line, all are authors and none opens the text."""
    names = (
        "Jane Doe",
        "John Roe",
        "Ann Poe",
        "Max Moe",
        "Eve Coe",
        "Tom Joe",
        "Sue Foe",
        "Ben Loe",
        "Amy Noe",
        "Ian Zoe",
    )
    lines = "\n".join(names)
    article = cleaned(make_original, f"Old Pier To Be Rebuilt\n{lines}\nNovember 19, 2019\n{BODY}")
    assert article.authors == names
    assert article.text.startswith("The harbour council")


def test_a_stack_below_a_notice_and_the_headline_signs(make_original: MakeOriginal) -> None:
    """A notice in sentences may stand above the headline that the title of the window has too."""
    notice = "The content of this archive is no longer being updated and as a result links in it may no longer work."
    names = "Jane Doe\nJohn Roe\nAnn Poe\nNovember 19, 2019"
    text = f"Old Pier To Be Rebuilt – Harbour Gazette\n{notice}\nHome\nNews\nOld Pier To Be Rebuilt\n{names}\n{BODY}"
    assert cleaned(make_original, text).authors == ("Jane Doe", "John Roe", "Ann Poe")
    once = text.partition("\n")[2]
    assert cleaned(make_original, once).authors == ("Jane Doe", "John Roe", "Ann Poe")


def test_below_a_word_that_signs_stands_who_drew(make_original: MakeOriginal) -> None:
    """``By`` and a name are a whole byline: nobody below is added to it."""
    text = f"Old Pier To Be Rebuilt\n\nBy\n\nJane Doe\n\nJohn Roe\n\n{BODY}"
    assert cleaned(make_original, text).authors == ("Jane Doe",)


def test_a_role_is_no_part_of_a_name_that_stands_alone_elsewhere(make_original: MakeOriginal) -> None:
    """A byline that goes on with a calling no list knows ends where the page's own lines end the name."""
    text = f"Old Pier To Be Rebuilt\n\nWritten By: Jane Doe Harbourmaster\n\nNovember 19, 2019\n\n{BODY}\nJane Doe\n"
    assert cleaned(make_original, text).authors == ("Jane Doe",)


@pytest.mark.parametrize(
    ("line", "authors"),
    [("Jane Doe", ("Jane Doe",)), ("Log In", ()), ("Buy Now", ()), ("Harbour CRM", ()), ("HARBOUR GTC", ())],
)
def test_buttons_and_products_sign_nothing(
    make_original: MakeOriginal, monkeypatch: pytest.MonkeyPatch, line: str, authors: tuple[str, ...]
) -> None:
    """They have the form of a name: even where the trees would take them, they are none."""
    monkeypatch.setattr(bylines, "score", lambda _table, _traits, count: [1.0] * count)
    assert cleaned(make_original, f"The old pier is to be rebuilt\n\n{line}\n\n{BODY}").authors == authors


@pytest.mark.parametrize("label", ["Updated", "Last updated on", "Last modified:"])
def test_an_update_is_no_publication(make_original: MakeOriginal, label: str) -> None:
    """A page that shows only when it was changed leaves the day of publication open."""
    text = f"Old Pier To Be Rebuilt\n\nBy Jane Doe\n\n{label} November 19, 2019\n\n{BODY}"
    article = cleaned(make_original, text)
    assert article.published is None
    assert article.updated is not None
    assert article.updated.date == "2019-11-19"


@pytest.mark.parametrize(
    ("line", "written", "date"),
    [
        ("07.08.11", "The vote of July 6 was close.", "2011-07-08"),
        ("08/07/2011", "The vote of 6 July was close.", "2011-07-08"),
        ("Posted on 08/07/2011", "The vote of July 6 was close.", "2011-08-07"),
    ],
)
def test_other_dates_of_a_page_tell_the_order_of_month_and_day(
    make_original: MakeOriginal, line: str, written: str, date: str
) -> None:
    """A date in digits is read in the order in which the page writes out its others."""
    article = cleaned(make_original, f"Old Pier To Be Rebuilt\n\nBy Jane Doe\n\n{line}\n\n{BODY}\n{written}\n")
    assert article.published is not None
    assert article.published.date == date


def test_teasers_do_not_date_the_article(make_original: MakeOriginal) -> None:
    """The dates of other pieces, above and below, are passed over for the one under the headline."""
    text = (
        "Harbour Gazette\nMost read\nFerry Runs Aground\nDecember 19, 2019\nMarket Opens Early\nDecember 18, 2019\n\n"
        f"Council Votes To Rebuild The Old Pier\nJane Doe\nNovember 19, 2019\n\n{BODY}\n"
        "More from News\nFerry Runs Aground\nDecember 19, 2019\nMarket Opens Early\nDecember 18, 2019\n"
    )
    article = cleaned(make_original, text)
    assert article.title == "Council Votes To Rebuild The Old Pier"
    assert article.published is not None
    assert article.published.date == "2019-11-19"
    assert article.authors == ("Jane Doe",)


def test_of_two_days_of_a_release_the_first_below_its_headline_counts(make_original: MakeOriginal) -> None:
    """It is the one on which the release was put up; the other is the one for which it was written."""
    headline = "Council Votes To Rebuild The Old Pier In Harbour Town"
    released = "For Immediate Release  \nMarch 1, 2010\n  \nContact: Nora Quill  \n(202) 555-0100"
    text = f"{headline}\n\n03.02.10\n\t\t\t {headline} \n\t\t\t{released}\nHarbour Town  {' '.join(BODY.split())}"
    published = cleaned(make_original, text).published
    assert published is not None
    assert published.date == "2010-03-02"


def test_the_days_of_a_programme_are_no_dates_of_its_head(make_original: MakeOriginal) -> None:
    """Though the first of them is the day on which the release was put up."""
    days = (
        "Thursday, November 19\nOpening of the pier\n10:00am, North Side\nFriday, November 20\nBoats for all\n11:00am"
    )
    told = " ".join(BODY.split())
    text = f"Old Pier To Be Opened\n\nNovember 19, 2019\n\n{told}\nThe events will be as follows:\n{days}\n"
    article = cleaned(make_original, text)
    assert article.published is not None
    assert article.published.date == "2019-11-19"
    assert "Thursday, November 19" in article.text


def test_a_part_of_a_series_is_of_the_headline(make_original: MakeOriginal) -> None:
    """A number behind a dash is no site's name."""
    headline = "What Is A Harbour For – Part 2"
    text = f"News\nSport\n\n{headline}\n\nBy Jane Doe\n\nNov. 19, 2019\n\n{BODY}"
    assert cleaned(make_original, text).title == headline


def test_a_day_is_no_headline(make_original: MakeOriginal) -> None:
    """A dump that has lost its headline has none."""
    article = cleaned(make_original, f"June 11th, 2024, 10:45 AM\n\n{BODY}")
    assert article.title is None
    assert article.published is not None


@pytest.mark.parametrize(("odds", "title"), [(-2.0, None), (-1.0, "Great list, and good planks.")])
def test_a_line_that_is_hardly_a_headline_is_none(
    monkeypatch: pytest.MonkeyPatch, odds: float, title: str | None
) -> None:
    """Be it the best that is left of a page: what readers wrote, say."""
    looks = [look_at(piece) for piece in pieces(raw_lines(f"Great list, and good planks.\n\n{BODY}"))]
    monkeypatch.setattr(choosing, "score", lambda _table, _traits, count: [odds] * count)
    found = choosing.find_title(layout_of(looks, [True] * len(looks)))
    assert (found.text if found else None) == title


@pytest.mark.parametrize("line", ["The pier serves two towns:", "The pier has the following parts:"])
def test_what_brings_a_list_in_is_no_headline(make_original: MakeOriginal, line: str) -> None:
    """A dump that has lost its headline has none."""
    below = "* boats for the harbour\n* nets for its people" if "two" in line else "boats for the harbour"
    text = f"{line}\n\n{below}\n\n{BODY}"
    assert cleaned(make_original, text).title is None


@pytest.mark.parametrize(
    ("below", "title"),
    [("", None), ("By Jane Doe\n\nNov. 19, 2019\n\n", "What Became Of The Old Pier")],
    ids=["a part", "signed"],
)
def test_the_heading_of_a_part_is_no_headline(monkeypatch: pytest.MonkeyPatch, below: str, title: str | None) -> None:
    """Nothing is invented where a dump has lost its headline; a long notice may stand above one that it has."""
    part = "What Became Of The Old Pier"
    told = (
        "Of its planks nobody knows where they are. Some say that they were sold to a baker for his oven, others that"
    )
    lines = [
        *BODY.split("\n\n"),
        part,
        f"{below}{told} the sea has them.",
        f"{told} they were burnt in May of that year.",
    ]
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join(lines)))]
    monkeypatch.setattr(choosing, "score", lambda _table, traits, _count: list(traits["capitals"]))
    found = choosing.find_title(layout_of(looks, [True] * len(looks)))
    assert (found.text if found else None) == title


def test_a_headline_signs_nothing(make_original: MakeOriginal) -> None:
    """Though it says ``by``, or begins with a name."""
    for headline in (
        "Mayor Saddened By Storm Over Old Harbour",
        "Jane Doe, Council Of Harbour Town Ask For A New Pier",
    ):
        text = f"{headline}\n\n11.19.19\n\t{headline}\n\tFor Immediate Release\nNovember 19, 2019\n\n{BODY}"
        assert cleaned(make_original, text).authors == ()


def test_a_headline_glued_to_the_way_to_it_is_read_where_it_stands_alone(make_original: MakeOriginal) -> None:
    """Breadcrumbs without blanks between their steps end in it."""
    headline = "How The Old Pier Was Rebuilt After The Storm"
    text = f"Harbour.exampleHarbour Blog{headline}\nNews\n{headline}\n\nBy Jane Doe\n\nNov. 19, 2019\n\n{BODY}"
    assert cleaned(make_original, text).title == headline


def test_a_question_called_as_the_article_stays_with_its_answer(make_original: MakeOriginal) -> None:
    """The headline is written as above the text, wherever it was found."""
    question = "What is an old pier?"
    told = BODY.split("\n\n")
    text = "\n\n".join(("What Is an Old Pier?", *told * 3, "FAQ", question, told[0], "Who pays for it?", told[-1]))
    article = cleaned(make_original, text)
    assert article.title == "What Is an Old Pier?"
    assert f"\n\n{question}\n\n" in article.text


@pytest.mark.parametrize(
    ("below", "updated"), [("Last updated: November 21, 2019", "2019-11-21"), ("Nov 21, 2019", None)]
)
def test_a_line_below_the_text_may_say_when_it_was_updated(
    make_original: MakeOriginal, below: str, updated: str | None
) -> None:
    """With its label; another date there is not the article's."""
    found = cleaned(make_original, f"Old Pier To Be Rebuilt\n\nNovember 19, 2019\n\n{BODY}\n\n{below}")
    assert found.published is not None
    assert (found.published.date, found.updated.date if found.updated else None) == ("2019-11-19", updated)


@pytest.mark.parametrize(
    ("top", "below", "title"),
    [
        ("# The May list of boats\n\n## Of the Pier\n\n", "", "The May list of boats"),
        (
            "# The May list of boats\n\n1. Home\n2. Lists\n3. The May list\n\n## Of the Pier\n\n",
            "",
            "The May list of boats",
        ),
        ("", "# set up the pier\n\n", "Old Pier To Be Rebuilt"),
    ],
    ids=["marked", "above the way to it", "a remark"],
)
def test_the_only_heading_of_the_highest_level_is_the_headline(
    make_original: MakeOriginal, top: str, below: str, title: str
) -> None:
    """Whatever stands nearer to the text; where no other heading is marked its sign is something else."""
    text = f"{top}Old Pier To Be Rebuilt\n\nBy Jane Doe\n\nNov. 19, 2019\n\n{below}{BODY}"
    assert cleaned(make_original, text).title == title
