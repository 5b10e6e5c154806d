"""Whether a page of a web archive or mirror is an article: a few signals, each with a weight, and the reason if not.

The weights are rounded from a logistic regression on half of the labelled pages (``tests/quality``); an article lost
costs more than another page kept, so the bar is set low.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

from generator.ingest.page_shape import shape_of_page
from generator.text.urls import is_home

if TYPE_CHECKING:
    from generator.ingest.page_shape import PageShape

_ARTICLE_TYPES: Final = frozenset(
    {
        *("article", "newsarticle", "blogposting", "reportagenewsarticle", "analysisnewsarticle", "report"),
        *("opinionnewsarticle", "reviewnewsarticle", "backgroundnewsarticle", "liveblogposting", "scholarlyarticle"),
        *("techarticle", "satiricalarticle", "askpublicnewsarticle", "advertisercontentarticle"),
    }
)
_LIST_TYPES: Final = frozenset({"collectionpage", "itemlist", "searchresultspage", "profilepage"})
_TALK_TYPES: Final = frozenset({"qapage", "discussionforumposting", "comment"})
_PRODUCT_TYPES: Final = frozenset({"product", "productgroup"})

_ROBOTS: Final = re.compile(r"/(?:robots\.txt|sitemap[^/]{0,60}\.xml(?:\.gz)?|ads\.txt|favicon\.ico)$")
_LIST: Final = re.compile(
    r"/(?:tags?|categor(?:y|ies)|topics?|authors?|archives?|search|page|feed|wp-login\.php|login|cart)(?:/|$)"
    r"|/(?:19|20)\d\d(?:/\d\d?){0,2}/?$|/page/\d{1,6}/?$",
    re.IGNORECASE,
)
_SEARCH_KEYS: Final = frozenset({"s", "q", "query", "search", "paged", "cat", "tag", "replytocom"})
_ERROR: Final = re.compile(
    r"^\W*(?:error\s*)?(?:404|403|410|500|503)\b|\b(?:page|file|document) (?:was |could |can)?\s?not (?:be )?found\b"
    r"|^not found\b|\baccess denied\b|^just a moment",
    re.IGNORECASE,
)
_SEARCH: Final = re.compile(r"^search\b|\bsearch results\b|\bresults for\b", re.IGNORECASE)
_STORY: Final = re.compile(
    r"/(?:blog|news|article|post|stor|press|insight|opinion)[^/]{0,80}(?:/[^/]|-)", re.IGNORECASE
)
_TALK: Final = re.compile(r"/(?:forum|thread|discussion|questions|community|viewtopic)", re.IGNORECASE)
_MANUAL: Final = re.compile(r"/(?:docs?|documentation|reference|guide|manual|api|stable|latest)(?:/|$)", re.IGNORECASE)
_DATED: Final = re.compile(r"/(?:19|20)\d\d[/-]|/20\d{6}")

_BAR: Final = -0.5
_BIAS: Final = -2.75
_LITTLE: Final = 250
_MANY_TEASERS: Final = 16
_MOSTLY_LINKS: Final = 0.6


def not_an_article(html: str, url: str) -> str | None:
    """Why a page is no article, in few words that many pages share; None where it is one.

    Args:
        html: The page.
        url: Its address; '' where nobody knows it.
    """
    return _by_address(url) or _by_shape(shape_of_page(html), url)


def _by_address(url: str) -> str | None:
    parts = urlsplit(url)
    if _ROBOTS.search(parts.path):
        return "robots or sitemap"
    queries = parse_qs(parts.query, max_num_fields=None) if len(parts.query) < 2000 else {}
    if url and is_home(url):
        return "home page"
    if queries.keys() & _SEARCH_KEYS:
        return "list or search"
    return None


def _by_shape(shape: PageShape, url: str) -> str | None:
    title = shape.title.strip()
    if _ERROR.search(title) and shape.prose < 2000:
        return "error page"
    if score(shape, url) >= _BAR:
        return None
    kind = shape.meta.get("og:type", "").lower()
    if shape.types & _PRODUCT_TYPES or kind.startswith("product"):
        return "product page"
    if shape.types & _TALK_TYPES or _TALK.search(url):
        return "forum"
    if _SEARCH.search(title) or shape.types & _LIST_TYPES or _LIST.search(urlsplit(url).path):
        return "list or search"
    return "hardly any running text" if shape.prose < _LITTLE else "no signs of an article"


def score(shape: PageShape, url: str) -> float:
    """How much speaks for an article: the sum of all signals."""
    kind, path = shape.meta.get("og:type", "").lower(), urlsplit(url).path
    last = path.rstrip("/").rsplit("/", 1)[-1]
    return (
        _BIAS
        + 3.0 * bool(shape.types & _ARTICLE_TYPES)
        + 1.0 * (kind == "article")
        + 1.0 * ("author" in shape.meta)
        + 0.75 * (1 <= shape.tags["article"] <= 3)
        + 1.5 * min(1.0, shape.prose / 3000)
        + 1.25 * min(1.0, shape.prose / max(1, shape.all))
        + 1.0 * min(1.0, shape.prose / max(1, shape.paragraphs) / 400)
        + 2.0 * min(1.0, max(last.count("-"), last.count("_")) / 5)
        + 1.0 * bool(_DATED.search(path))
        + 1.25 * bool(_STORY.search(path))
        - 1.0 * (path.strip("/").count("/") == 0)
        - 1.0 * bool(_MANUAL.search(path))
        - 1.0 * bool(_TALK.search(path))
        - 1.0 * min(1.0, shape.tags["pre"] / 3)
        - 1.5 * bool(shape.types & (_LIST_TYPES | _TALK_TYPES))
        - 1.5 * bool(_LIST.search(path))
        - 1.0 * (shape.tags["article"] >= _MANY_TEASERS)
        - 1.0 * (shape.linked > _MOSTLY_LINKS * shape.all)
        - 2.5 * (bool(shape.types & _PRODUCT_TYPES) or kind.startswith("product"))
    )
