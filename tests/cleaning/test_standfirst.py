"""What stands between headline and text is neither of the text nor lost."""

from __future__ import annotations

import pytest

from generator.cleaning.dump import standfirst as in_dumps
from generator.cleaning.export import markdown_of
from generator.cleaning.html.clean import clean_html
from generator.cleaning.html.head import read_head
from generator.cleaning.html.standfirst import find_standfirst
from generator.cleaning.markup.blocks import page_blocks
from generator.cleaning.markup.tree import DEEPEST, parse_page
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import look_at
from generator.cleaning.pieces.wrap import pieces
from generator.cleaning.settings import CleaningSettings, PlacedRule
from generator.cleaning.survey import fingerprint
from generator.config.schema import CleaningRule
from generator.model import CleanArticle, Repeats
from tests.cleaning.test_html import page

DECK = "A storm took the old pier in one night; the town has not stopped arguing since."
TITLE = "The Old Pier Comes Back"
TEXT = (
    "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter of last year.",
    "The work is to begin in May, and nobody in the harbour expects that it will be done before the next storm comes.",
    "“We have waited long enough for it,” said Ada Marsh, who sells fish below the pier and has done so for years.",
)
STORY = "".join(f"<p>{one}</p>" for one in TEXT)


def found_in(between: str, head: str = "", story: str = STORY, headline: str = TITLE) -> str | None:
    """What is read as standfirst of a page whose text is known to be the story."""
    root = parse_page(f"<html><head>{head}</head><body><h1>{headline}</h1>{between}{story}</body></html>", DEEPEST)
    assert root is not None
    blocks = page_blocks(root)
    first = next(place for place, block in enumerate(blocks) if block.text == TEXT[0])
    place = find_standfirst(read_head(root, None), blocks, [at >= first for at in range(len(blocks))], 0, {1})
    return None if place is None else blocks[place].text


@pytest.mark.parametrize(
    "between",
    [
        f"<p>{DECK}</p>",
        f"<h2>{DECK}</h2><p>By Ada Quill</p>",
        f"<p>Harbour</p><div>{DECK}</div>",
        f"<p>{DECK[:-1]}</p>",
        f"<p>Harbour</p><p class='article-deck'>{DECK[:-1]}</p>",
        f"<p>Harbour</p><p>Town</p><p>5 min</p><div class='subtitle'><p>{DECK}</p></div>",
    ],
    ids=["a sentence", "as a heading", "below a label", "without a stop", "by its class", "far below, by its class"],
)
def test_a_sentence_below_the_headline_is_the_standfirst(between: str) -> None:
    """In whatever element, if it reads as a sentence or the page calls it so."""
    assert (found_in(between) or "").rstrip(".") == DECK.rstrip(".")


@pytest.mark.parametrize(("headline", "found"), [(f"<a href='/pier'>{TITLE}</a>", DECK), (TITLE, None)])
def test_in_a_letter_it_leads_where_the_headline_does(headline: str, found: str | None) -> None:
    """Elsewhere a link below the headline leads to another article."""
    assert found_in(f"<h2><a href='/pier'>{DECK}</a></h2>", headline=headline) == found


@pytest.mark.parametrize(
    "caption",
    [
        f"<p class='photo-caption'>{DECK}</p>",
        f"<div class='field--name-field-caption'><div class='field__item'><p>{DECK}</p></div></div>",
    ],
)
def test_the_caption_of_a_picture_is_none(caption: str) -> None:
    """Unless the page describes itself with it."""
    assert found_in(caption) is None
    assert found_in(caption, f'<meta name="description" content="{DECK}">') == DECK


def test_how_old_an_article_is_is_none() -> None:
    """Its site says so."""
    assert found_in("<p>This post is over 3 years old, and much of it is out of date.</p>") is None


def test_a_few_words_are_one_where_the_page_calls_them_so() -> None:
    """A label does not run: it has no function word."""
    assert found_in("<div class='deck'>The power of an old pier</div>") == "The power of an old pier"
    assert found_in("<div>The power of an old pier</div>") is None
    assert found_in("<div class='deck'>Harbour News Pier Boats</div>") is None
    assert found_in("<div class='deck'>Hear the story of the pier:</div>") is None


def test_a_page_may_describe_itself_with_it() -> None:
    """Then it needs no stop, and may stand a little farther below."""
    between = f"<p>Harbour</p><p>Town</p><p>5 min</p><p>{DECK[:-1]}</p>"
    assert found_in(between) is None
    assert found_in(between, f'<meta name="description" content="{DECK[:60]}…">') == DECK[:-1]


@pytest.mark.parametrize(
    "between",
    [
        "<p>Home » Harbour » Why the old pier of the town comes back.</p>",
        "<p>Reviewed by Ada Marsh, who has kept the pier for ten years.</p>",
        "<p>We may earn a commission when you buy through the links on this page.</p>",
        "<p>Ada Quill is a freelance writer who has told of the harbour for years.</p>",
        "<p>Sign in to save the articles that you would like to read later.</p>",
        f"<figure><figcaption>{DECK}</figcaption></figure>",
        f"<p><a href='/other'>{DECK}</a></p>",
        f"<textarea>{DECK}</textarea>",
        "<p>Ada Quill, Ben Marsh, Cora Reed, Dan Wells, Eve Stone.</p>",
        "<p>Too short to be one.</p>",
        "<p>This article is also to be read in these languages:</p>",
        "<p>How To Rebuild A Pier And Why It Is Worth All The Money</p>",
        f"<p>Harbour</p><p>{DECK[:-1]}</p>",
    ],
    ids=[
        "way",
        "review",
        "promise",
        "author",
        "account",
        "caption",
        "link",
        "control",
        "names",
        "short",
        "colon",
        "title case",
        "label between",
    ],
)
def test_what_the_site_says_there_is_none(between: str) -> None:
    """Ways, bylines, promises, biographies, captions and links tell nothing of what follows."""
    assert found_in(between) is None


def test_a_text_that_begins_with_it_does_not_have_it_twice() -> None:
    """Some pages print it again as their first words."""
    assert found_in(f"<p>{TEXT[0]}</p>", story=STORY) is None
    assert found_in(f"<p>{DECK}</p>", story=f"{STORY}<p>{DECK} And more of it.</p>") is None


def of_page(repeats: Repeats | None = None, rule: CleaningRule | None = None) -> CleanArticle:
    """A page that calls its standfirst so, with a bar to share it above its text."""
    share = "".join(f"<li><a href='/{one}'>{one}</a></li>" for one in ("Facebook", "LinkedIn", "Email", "Print"))
    return clean_html(
        page(
            f"<html><head><title>{TITLE}</title></head><body><nav><ul>{share}</ul></nav><header class='hero'>"
            f"<h1>{TITLE}</h1><p class='deck'>{DECK}</p></header><ul class='share'>{share}</ul>"
            f"<article>{STORY * 3}</article></body></html>"
        ),
        repeats,
        CleaningSettings(rules=(PlacedRule(rule=rule),) if rule else ()),
    )


def test_it_is_a_field_of_the_article() -> None:
    """It is told beside the title, accounted for, and no part of the text."""
    found = of_page()
    assert found.standfirst == DECK
    assert DECK not in found.text
    assert [(line.fate, line.rule) for line in found.account if line.text == DECK] == [("field", "standfirst")]
    assert f"\nstandfirst: {DECK}\n" in markdown_of(page("").row, found)


def test_a_heading_below_which_nothing_is_left_does_not_say_it_again() -> None:
    """It is of no body."""
    deck = f"{DECK} Why has it not?"
    again = f"<h5>{deck}</h5><p class='menu'><a href='#a'>Of the fall</a></p>"
    top = f"<header class='overlay'><h1>{TITLE}</h1><div class='header_description'>{deck}</div></header>"
    html = f"<html><body>{top}<main>{again}<h2>Of the fall</h2>{STORY * 5}</main></body></html>"
    assert clean_html(page(html), None, CleaningSettings()).standfirst == deck


def test_what_repeats_over_an_outlet_is_no_standfirst() -> None:
    """A site's motto stands below every headline."""
    assert of_page({fingerprint(DECK): "most"}).standfirst is None


def test_maintainers_decide_of_it() -> None:
    """What they keep is of the text, and what they drop is shown nowhere."""
    kept, dropped = of_page(rule=CleaningRule(keep=(DECK,))), of_page(rule=CleaningRule(drop=(DECK,)))
    assert (kept.standfirst, kept.text.startswith(DECK)) == (None, True)
    assert (dropped.standfirst, DECK in dropped.text) == (None, False)


def of_dump(*lines: str, first: int, fields: dict[int, str], decided: tuple[int, ...] = ()) -> int | None:
    """The number of the line that is the standfirst of a dump whose text begins with a line."""
    looks = [look_at(piece) for line in lines for piece in pieces(raw_lines(line))]
    return in_dumps.find_standfirst(looks, [at >= first for at in range(len(looks))], fields, decided)


def test_a_dump_has_it_between_headline_and_text() -> None:
    """Above or below its byline; not above the headline, and not where it repeats."""
    signed = {1: "title", 3: "byline"}
    assert of_dump("News", TITLE, DECK, "By Ada Quill", *TEXT, first=4, fields=signed) == 2
    assert of_dump("News", TITLE, "By Ada Quill", DECK, *TEXT, first=4, fields={1: "title", 2: "byline"}) == 3
    assert of_dump(DECK, TITLE, *TEXT, first=2, fields={1: "title"}) is None
    assert of_dump("News", TITLE, DECK, *TEXT, first=3, fields={1: "title"}, decided=(2,)) is None
    assert of_dump("News", TITLE, DECK[:-1], *TEXT, first=3, fields={1: "title"}) == 2
    assert of_dump("News", TITLE, "By Ada Quill", DECK[:-1], *TEXT, first=4, fields={1: "title", 2: "byline"}) is None
    assert of_dump("News", TITLE, "Harbour", "Town", "5 min", DECK, *TEXT, first=6, fields={1: "title"}) is None
