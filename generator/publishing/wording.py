"""Dates, counts and certainties in a reader's words."""

from __future__ import annotations

from typing import Final

from generator.model import ArticleRow, Dating

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_BASIS: Final = {
    "label": "as printed on the page",
    "date-line": "as printed on the page",
    "byline": "as printed beside the byline",
    "dateline": "as printed in the dateline",
    "json-ld": "from the page’s own markup",
    "meta": "from the page’s own markup",
    "time": "from the page’s own markup",
    "address": "read from the original address",
    "url": "read from the original address",
    "path": "read from the file’s name",
    "item": "as dated in its feed or export",
    "article": "as labelled in its file",
    "labels": "as labelled in its file",
}
FIRST_NOT_STATED: Final = "the date of first publication is not stated"
_NOTED: Final = "as noted by the archive"
_RULES: Final = {
    "about-author": "about the author",
    "above-headline": "above the headline",
    "account": "signing in",
    "advertisement": "an advertisement",
    "age": "a notice of the article’s age",
    "agency-note": "an agency’s note",
    "app": "an offer of an app",
    "appeal": "an appeal for help",
    "bare-heading": "a heading with nothing below it",
    "below-article": "what follows the article",
    "byline": "the byline",
    "caption": "the caption of a picture",
    "comment": "a reader’s comment",
    "comments": "readers’ comments",
    "contents": "a table of contents",
    "contributors": "who contributed",
    "control": "buttons",
    "cookies": "a notice on cookies",
    "copy": "what stands there twice",
    "empty-label": "a label with nothing behind it",
    "hidden": "what the page did not show",
    "image-name": "the name of a picture’s file",
    "legal": "a legal notice",
    "media-control": "buttons of a player",
    "more-from": "more from this outlet",
    "navigation": "a menu",
    "newsletter": "an offer of a newsletter",
    "newsletter-foot": "the foot of a newsletter",
    "next-article": "what follows the article",
    "offer": "an offer of the site",
    "outside-article": "before or behind the article",
    "paywall": "an offer of a subscription",
    "picture": "the text of a picture",
    "popular": "what others read",
    "press-label": "what a database prints around its texts",
    "print-rule": "a dividing line",
    "related": "other articles",
    "remnant": "what is left of pictures and buttons",
    "share-bar": "buttons to share",
    "skip-link": "a link past the menu",
    "social-link": "links to other networks",
    "story-continues": "a note that the story continues",
    "summary": "the page’s summary",
    "tags": "the page’s keywords",
    "tip-line": "how to reach the newsroom",
}
"""Rules whose names are not yet words that a reader of newspapers would use."""


def in_words(date: str) -> str:
    """``1969-07-20`` -> ``July 20, 1969``; partial dates as far as they go; anything else as it is."""
    parts = date.split("-")
    if not all(part.isdigit() for part in parts):
        return date
    if len(parts) == 1:
        return parts[0]
    month = int(parts[1])
    if not 1 <= month <= 12:
        return date
    if len(parts) == 2:
        return f"{MONTHS[month - 1]} {parts[0]}"
    return f"{MONTHS[month - 1]} {int(parts[2][:2])}, {parts[0]}"


def when(row: ArticleRow) -> str:
    """When an article was published, with its certainty: a date, a span, or ``Undated``."""
    if row.published is not None:
        return f"{'Updated ' if row.published.is_of_update else ''}{in_words(row.published.date)}"
    if row.not_before and row.not_after:
        return f"Undated; between {in_words(row.not_before)} and {in_words(row.not_after)}"
    if row.not_before:
        return f"Undated; not before {in_words(row.not_before)}"
    if row.not_after:
        return f"Undated; not after {in_words(row.not_after)}"
    return "Undated"


def briefly(row: ArticleRow) -> str:
    """The same for a line of a list, where bounds would only be in the way."""
    return in_words(row.published.date) if row.published else "Undated"


def certainty(dating: Dating) -> str:
    """How a date is known, in a few words: ``as printed on the page``, ``as noted by the archive``."""
    if dating.is_of_update:
        return f"first published {in_words(dating.first)}" if dating.first else FIRST_NOT_STATED
    known = _BASIS.get(dating.basis.partition(":")[0].partition(" ")[0])
    return known or (_NOTED if _noted(dating) else dating.basis.replace("-", " "))


def dated_by(dating: Dating) -> str:
    """The same with the place: ``as noted by the archive (wire/metadata.csv, line 9)``."""
    if dating.is_of_update:
        return f"that of an update; {certainty(dating)}"
    place = f" ({dating.basis.replace(':', ', line ')})" if _noted(dating) else ""
    return f"{certainty(dating)}{place}"


def _noted(dating: Dating) -> bool:
    """Whether somebody wrote the date beside the original, or whoever exported it into its record."""
    file = dating.basis.partition(":")[0]
    return file.endswith((".csv", ".yml", ".md", ".jsonl")) or file.startswith(
        ("front matter", "metadata", "properties", "record")
    )


def counted(number: int, one: str, many: str = "") -> str:
    """``1 article``, ``1,204 articles``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(names: tuple[str, ...] | list[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def ruled(rule: str) -> str:
    """Why a line was left out, in a reader's words: ``shape:share-bar`` -> ``buttons to share``."""
    kind, _, rest = rule.partition(":")
    if kind == "repeated":
        return f"stands on {rest} pages of this outlet"
    if kind == "cleaning.yml":
        return "left out by the archive’s maintainers"
    name = rest or kind
    return _RULES.get(name, name.replace("-", " "))
