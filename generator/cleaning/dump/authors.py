"""Who wrote the article of a dump: whom the trees choose among the page's names, or whom something else confirms."""

from __future__ import annotations

from collections.abc import Sequence

from generator.cleaning.dump.bylines import Signed, choose
from generator.cleaning.dump.called import settled, without_letters
from generator.cleaning.dump.confirmed import confirmed
from generator.cleaning.dump.layout import Layout
from generator.cleaning.dump.press import calls_for_contact
from generator.cleaning.dump.signers import begins_title, whole


def signed(page: Layout, found: Sequence[Signed], headline: int | None) -> Signed | None:
    """The byline of a page with all who sign it; None where nobody does.

    Args:
        page: The page.
        found: The names that could sign it.
        headline: Where its headline stands.
    """
    chosen = choose(page, found, headline)
    if chosen is not None and not chosen.byline.authors:
        return chosen
    if chosen is not None and chosen.index and calls_for_contact(page.looks[chosen.index - 1]):
        return None
    known = None if chosen is None else settled(page, chosen, headline)
    told = confirmed(page, found, headline) if known is None else whole(page, known, found, headline)
    if told is None:
        return None
    if headline is not None and any(begins_title(page, piece, headline) for piece in told.pieces):
        # ``Saddened by Shooting …`` is what a headline says.
        return None
    several = whole(page, told, found, headline)
    return without_letters(several if len(several.byline.authors) > len(told.byline.authors) else told)
