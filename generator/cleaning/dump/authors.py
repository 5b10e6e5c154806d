"""Who wrote the article of a dump: whom the trees choose among the page's names, or whom something else confirms."""

from __future__ import annotations

from collections.abc import Sequence

from generator.cleaning.dump.bylines import choose
from generator.cleaning.dump.called import settled, without_letters
from generator.cleaning.dump.candidates import Signed
from generator.cleaning.dump.confirmed import confirmed
from generator.cleaning.dump.layout import Layout
from generator.cleaning.dump.signers import begins_title, whole
from generator.cleaning.dump.strangers import is_contact, is_quoted


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
    known = None if chosen is None else settled(page, chosen, headline)
    told = known or confirmed(page, found, headline)
    if told is None or is_contact(page, told) or is_quoted(page, told, headline):
        return None
    if headline is not None and any(begins_title(page, piece, headline) for piece in told.pieces):
        # ``Saddened by Shooting …`` is what a headline says.
        return None
    several = whole(page, told, found, headline)
    if known is not None or len(several.byline.authors) > len(told.byline.authors):
        told = several
    return without_letters(told)
