"""Records of an export that are no published article, and why: drafts, pictures, accounts, teasers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from generator.ingest.posts import only_a_summary

_STATUS: Final = ("status", "Status", "_status", "post_status", "pubstatus", "state", "visibility")
_UNPUBLISHED: Final = frozenset(
    {
        *("draft", "auto-draft", "pending", "future", "private", "trash", "inherit", "scheduled", "unpublished"),
        *("hidden", "canceled", "entwurf", "brouillon", "borrador", "rascunho", "bozza", "utkast", "concept"),
    }
)
_IS_PUBLISHED: Final = ("published", "is_published", "status")
_KINDS: Final = ("type", "post_type", "@type", "model", "content_type", "_type", "kind")
_NO_POSTS: Final = frozenset(
    {
        *(
            "attachment",
            "revision",
            "nav_menu_item",
            "custom_css",
            "oembed_cache",
            "wp_block",
            "wp_template",
            "wp_font",
        ),
        *("wp_navigation", "wp_global_styles", "wp_template_part", "comment", "picture", "photo", "image", "video"),
        *("audio", "graphic", "gallery"),
    }
)
_CUT: Final = re.compile(r"\[\+\d{1,7} chars?\]\s{0,9}$")
"""What NewsAPI puts in the place of all but the first two hundred letters."""


def why_unpublished(fields: Mapping[str, Any], text: str, *, is_titled: bool) -> str:
    """Why a record is no published article; '' where nothing says so.

    Args:
        fields: Those of the record and of its groups, by their own names.
        text: Its text; '' where it has none.
        is_titled: It has a headline: without a text it is an article that lacks something, and no account or picture.
    """
    kind = next((fields[key][:30] for key in _KINDS if isinstance(fields.get(key), str)), "")
    if kind in _NO_POSTS:
        return f"not a post ({kind})"
    status = next((str(fields[key]) for key in _STATUS if str(fields.get(key)).lower() in _UNPUBLISHED), "")
    if status or any(fields.get(key) is False for key in _IS_PUBLISHED):
        return f"not published ({status})" if status else "not published"
    if str(fields.get("_id")).startswith("drafts."):
        return "not published (draft)"
    content = fields.get("content")
    if isinstance(content, Mapping) and content.get("protected") is True:
        return "protected by a password"
    is_teaser = isinstance(fields.get("summary"), Mapping) and "content" not in fields
    if _CUT.search(text, max(0, len(text) - 40)) or (is_teaser and only_a_summary(text)):
        return "only a summary"
    return f"no text ({kind})" if kind and not text and not is_titled else ""
