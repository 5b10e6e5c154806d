"""Cleaning of one original, by its form."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from generator.cleaning.dump.clean import clean_text
from generator.cleaning.fields.dating import (
    best,
    is_refused,
    latest_possible,
    of_address,
    of_dateline,
    of_metadata,
    of_path,
)
from generator.cleaning.fields.slugs import spelled_out
from generator.cleaning.html.clean import clean_html
from generator.cleaning.markdown.clean import clean_markdown
from generator.cleaning.markdown.properties import with_properties, without_properties
from generator.cleaning.pieces.blocks import Part, assemble
from generator.cleaning.pieces.markdown_pages import is_page
from generator.cleaning.settings import CleaningSettings, settings_for
from generator.collecting import uncollected
from generator.model import AccountedLine, CleanArticle, Dating, Form, Original, Repeats
from generator.text.moments import day_in

Cleaner = Callable[[Original, Repeats | None, CleaningSettings], CleanArticle]

_BLANK: Final = re.compile(r"\n[^\S\n]*\n\s*")


def clean_kept(original: Original, _repeats: Repeats | None, _settings: CleaningSettings) -> CleanArticle:
    """An article whose text is clean already: kept to the code point, paragraphs parted by blank lines."""
    paragraphs = [part for part in _BLANK.split(original.text.strip("\n")) if part.strip()]
    text, blocks, _ = assemble([Part("paragraph", 0, part, ()) for part in paragraphs])
    said = original.metadata
    return CleanArticle(
        id=original.id,
        text=text,
        blocks=blocks,
        title=said.title,
        title_basis=said.basis.get("title", "metadata") if said.title else "",
        authors=said.authors or (),
        authors_basis=said.basis.get("authors", "metadata") if said.authors else "",
        published=of_metadata(said.date, said.basis.get("date", "metadata"))
        or of_address(said.url)
        or of_path(original),
        updated=of_metadata(said.updated, said.basis.get("updated", "metadata")),
        language=said.language or "",
        account=tuple(
            AccountedLine(number=number, fate="body", rule="kept" if line.strip() else "blank")
            for number, line in enumerate(original.text.split("\n"), start=1)
        ),
    )


def _clean_markdown(original: Original, repeats: Repeats | None, settings: CleaningSettings) -> CleanArticle:
    """A document that somebody wrote is the article; a page that a tool printed has one."""
    bare = without_properties(original)
    article = (clean_text if is_page(bare.text) else clean_markdown)(bare, repeats, settings)
    return article if bare is original else with_properties(article, original, bare)


CLEANERS: Final[Mapping[Form, Cleaner]] = {
    "text": clean_text,
    "html": clean_html,
    "markdown": _clean_markdown,
    "clean": clean_kept,
}
"""Form of an original -> what cleans it."""


def clean(original: Original, repeats: Repeats | None, settings: CleaningSettings) -> CleanArticle:
    """The article of an original, with an account of every line of it.

    Args:
        original: What ingest read.
        repeats: Which of its lines repeat over the outlet's originals, if a survey was made.
        settings: What the maintainers decided.
    """
    own = settings_for(original, settings)
    with uncollected():  # Nearly all that is made of a page is gone with it: nobody need look through it meanwhile.
        article = _with_told_dates(CLEANERS[original.form](original, repeats, own), original, own)
    return replace(
        article,
        authors=article.authors if original.metadata.authors is None else spelled_out(article.authors, original.text),
        published=_local(article.published, own.timezone),
        updated=_local(article.updated, own.timezone),
        certainty=None if any(placed.rule.checked for placed in own.rules) else article.certainty,
    )


def _local(dating: Dating | None, zone: str | None) -> Dating | None:
    """A date that was read from a moment with an offset, as the day that it was in the outlet's time zone."""
    day = day_in(dating.text, zone) if dating is not None and zone is not None else None
    return replace(dating, date=day) if dating is not None and day is not None else dating


def _with_told_dates(article: CleanArticle, original: Original, settings: CleaningSettings) -> CleanArticle:
    """What people say of an article's dates holds, whatever its page says; what cannot be true is told them."""
    said, latest = original.metadata, latest_possible(original, settings.captured)
    published = of_metadata(said.date, said.basis.get("date", "metadata"))
    updated = of_metadata(said.updated, said.basis.get("updated", "metadata"))
    doubts = tuple(
        f"{original.origin.path}: {key} {told.date} ({told.basis}) lies after the day of capture, {latest}; it is kept:"
        f" correct it or the day of capture"
        for key, told in (("date", published), ("updated", updated))
        if told and is_refused(told.date, latest)
    )
    by_dateline = of_dateline(article.dateline, article.updated.date if article.updated else None)
    return replace(
        article,
        published=published or article.published or (best([by_dateline], latest) if by_dateline else None),
        updated=updated or article.updated,
        warnings=(*article.warnings, *doubts),
    )
