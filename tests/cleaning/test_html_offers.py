"""What a site offers amid an article is none of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.cleaning.html.offers import (
    without_cards,
    without_invitations,
    without_last_box,
    without_offers,
    without_sign_ups,
    without_sponsored,
)
from tests.cleaning.test_html_lists import blocks_of

STORY = "<p>The council voted on Monday to rebuild the old pier.</p><p>Work is to begin in the spring.</p>"
BUTTON = '<p><a href="/demo">Get a demo</a></p>'
BOX = f"<div><div><h3>Build with Boats</h3><div>{BUTTON}<ul><li>14 days free</li></ul></div></div></div>"
CARD = "<div class='{}'><h5><a href='/crane'>The crane</a></h5><p>It lifts all boats.</p></div>"
Without = Callable[..., tuple[bool, ...]]


def kept(html: str, without: Without) -> list[str]:
    """What stays of a page of which everything was chosen but links."""
    blocks = blocks_of(html)
    within = without(blocks, [not block.links for block in blocks])
    return [block.text for block, stays in zip(blocks, within, strict=True) if stays]


def test_a_box_with_a_button_that_stands_there_again_is_an_offer() -> None:
    """Word for word, with all that is in it."""
    text = kept(STORY, without_offers)
    assert kept(f"<article>{STORY}{BOX}{STORY}{BOX}</article>", without_offers) == [*text, *text]


@pytest.mark.parametrize(
    "between",
    [
        BOX,
        BOX.replace(BUTTON, "") * 2,
        BOX + BOX.replace("14 days", "A month"),
        "".join(BOX.replace("Boats", name) * 2 for name in ("Boats", "Cranes", "Piers")),
    ],
    ids=["once", "without a button", "in other words", "many"],
)
def test_what_only_looks_like_an_offer_stays(between: str) -> None:
    """Facts come again too, and pictures that pass by."""
    html = f"<article>{STORY}{between}</article>"
    assert kept(html, without_offers) == kept(html, lambda _, within: tuple(within))


@pytest.mark.parametrize("name", ["related", "site_related_posts", "display-card-excerpt", "yarpp yarpp-related"])
def test_what_a_page_calls_related_is_a_card(name: str) -> None:
    """It is of another article."""
    story = STORY * 4
    assert kept(f"<article>{story}{CARD.format(name)}</article>", without_cards) == kept(story, without_cards)


def test_what_is_called_otherwise_or_is_the_whole_text_is_no_card() -> None:
    """A word may begin like it, and a box be around everything."""
    assert "It lifts all boats." in kept(f"{STORY * 4}{CARD.format('relatedness teaser')}", without_cards)
    assert kept(f"<div class='has related'>{STORY}</div>", without_cards) == kept(STORY, without_cards)


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Curious about how it can fit your budget?", False),
        ("See if it is the right fit for your team", False),
        ("Hand us the keys to your move today!", False),
        ("Did I mention that it is perfect for travel?", True),
        ("A course to help you build a pier.", True),
        ("Piers of the coast", True),
    ],
)
def test_a_line_that_bids_readers_press_a_button_is_an_invitation(text: str, *, stays: bool) -> None:
    """Right above it; a sentence with a stop mostly tells what the article does, and without a button any does."""
    found = kept(f"<article>{STORY}<p>{text}</p>{BUTTON}{STORY}</article>", without_invitations)
    assert (text in found) == stays
    assert text in kept(f"<article>{STORY}<p>{text}</p>{STORY}</article>", without_invitations)


ASKS = (
    "<div><h2>A message from the editor:</h2><p>Support our work today.</p>"
    "<ul><li>9 boats</li></ul><p>Built in 1967.</p></div>"
)


@pytest.mark.parametrize(("page", "stays"), [(STORY * 4 + ASKS, False), (ASKS + STORY * 4, True), (STORY + ASKS, True)])
def test_the_last_box_of_a_page_that_asks_for_help_is_none_of_its_article(page: str, *, stays: bool) -> None:
    """Whatever else it says, if it is little; above the text or beside as much of it a box may be what it tells."""
    found = kept(f"<article>{page}</article>", without_last_box)
    assert ("A message from the editor:" in found, "Built in 1967." in found) == (stays, stays)
    assert "Work is to begin in the spring." in found


PAID = "<a rel='sponsored noopener' href='/ad'>{}</a>"


def _kept_of_paid(label: str, box: str) -> list[str]:
    """What stays of a text with a label and a box amid it, all of which was chosen."""
    blocks = blocks_of(f"<article>{STORY}<p>{label}</p><div>{box}</div>{STORY}</article>")
    within = without_sponsored(blocks, [True] * len(blocks))
    return [block.text for block, stays in zip(blocks, within, strict=True) if stays]


def test_a_box_below_sponsored_whose_links_all_say_so_is_an_advertisement() -> None:
    """With its label, and with what it says without links."""
    box = f"<p>Boats</p><ul><li>{PAID.format('Sails')}</li><li>{PAID.format('Oars')}</li></ul>"
    text = [block.text for block in blocks_of(STORY)]
    assert _kept_of_paid("Sponsored", box) == [*text, *text]


@pytest.mark.parametrize(
    ("label", "box"),
    [
        ("What we use", f"<p>{PAID.format('Sails')}</p><p>{PAID.format('Oars')}</p>"),
        ("Sponsored", f"<p>{PAID.format('Sails')}</p><p><a href='/pier'>The pier</a></p>"),
        ("Sponsored", f"<p>The race was {PAID.format('won')}.</p>"),
    ],
    ids=["another label", "another link", "one link alone"],
)
def test_links_that_are_paid_for_do_not_make_an_advertisement(label: str, box: str) -> None:
    """A review tells what it earns by, link after link."""
    assert len(_kept_of_paid(label, box)) == 4 + len(blocks_of(f"<p>{label}</p>{box}"))


FORM = "<div><h2>Boats in your inbox</h2><form><p>All that floats, weekly.</p>{}<button>Sign up</button></form></div>"


@pytest.mark.parametrize(
    "field",
    [
        "<input type='email'>",
        "<input name='EMAIL' type='text'>",
        "<div><div><input placeholder='Your e-mail'></div></div>",
    ],
)
def test_a_small_box_with_a_field_for_an_address_is_none_of_the_article(field: str) -> None:
    """With its heading and what it promises; below as it is amid the text."""
    text = STORY * 3
    assert kept(f"<article>{text}{FORM.format(field)}{text}</article>", without_sign_ups) == kept(
        text * 2, without_sign_ups
    )
    assert kept(f"<article>{text}{FORM.format(field)}</article>", without_sign_ups) == kept(text, without_sign_ups)


@pytest.mark.parametrize(
    "page",
    [
        f"{STORY * 3}{FORM.format('<input type=search>')}",
        f"{STORY * 3}{FORM.format('<input type=hidden name=email>')}",
        f"<div>{STORY}{FORM.format('<input type=email>')}</div>",
        f"<div>{STORY * 6}<form><input type=email></form></div>",
    ],
    ids=["another field", "unseen", "around most of the text", "around much"],
)
def test_a_box_without_such_a_field_or_with_the_text_stays(page: str) -> None:
    """An article may stand in one element with the form below it."""
    html = f"<article>{page}</article>"
    assert kept(html, without_sign_ups) == kept(html, lambda _, within: tuple(within))
