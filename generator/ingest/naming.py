"""What exporters call the fields of a record, and what we call them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

# News-please, newspaper, JSON Feed, schema.org and what newsrooms export; of several in one record the first counts.
_TEXTS: Final = ("maintext", "article_text", "full_text", "articleBody", "content_text", "markdown", "content", "body")
_SYNONYMS: Final[Mapping[str, tuple[str, ...]]] = {
    "html": ("content_html", "article_html", "body_html"),
    "title": ("headline",),
    "url": ("link", "permalink", "canonical_link", "canonical_url", "sourceURL", "source_url"),
    "date": (
        "date_publish",
        "publish_date",
        "date_published",
        "datePublished",
        "published_at",
        "publishedAt",
        "pub_date",
    ),
    "updated": ("date_modify", "date_modified", "dateModified", "updated_at"),
    "retrieved": ("date_download", "crawled_at"),
    "outlet": ("publication", "publisher", "source_domain"),
}
_MARKUP: Final = re.compile(r"<(?:p|div|br|h[1-6]|ul|blockquote)\b[^<>]{0,500}>", re.IGNORECASE)


def in_our_words(values: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """A record's fields by our names: as the maintainers say, else by what such fields are often called.

    Args:
        values: Name -> value, as the record has them.
        names: Name of a field -> our name, from archive.yml.
    """
    ours = {names.get(key, key): value for key, value in values.items()}
    if not ours.get("text") and not ours.get("html"):
        _take_text(ours)
    for name, theirs in _SYNONYMS.items():
        found = [other for other in theirs if isinstance(ours.get(other), str) and ours[other].strip()]
        if found and not ours.get(name):
            ours[name] = ours.pop(found[0])
    return ours


def _take_text(ours: dict[str, Any]) -> None:
    for name in _TEXTS:
        value = ours.get(name)
        if isinstance(value, str) and value.strip():
            ours["html" if _MARKUP.search(value, 0, 2000) else "text"] = ours.pop(name)
            return
