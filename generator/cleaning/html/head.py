"""What the head of an HTML page says: its meta elements, its title, its language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from lxml import etree

from generator.cleaning.html.jsonld import Linked, read_linked
from generator.cleaning.markup.tree import words_of
from generator.text.entities import resolved
from generator.text.urls import is_root

TITLE_KEYS: Final = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "headline", "title")
AUTHOR_KEYS: Final = (
    "author", "article:author", "parsely-author", "byl", "sailthru.author", "dc.creator", "dcterms.creator",
    "citation_author", "article:author_name", "og:article:author", "twitter:data1", "authors", "cxenseparse:author",
)  # fmt: skip
MICRODATA_KEY: Final = "datepublished"
PUBLISHED_KEYS: Final = (
    "article:published_time", "article:published", MICRODATA_KEY, "parsely-pub-date", "og:published_time",
    "sailthru.date", "publishdate", "publish-date", "publication_date", "pubdate", "dc.date.issued",
    "dcterms.created", "dc.date", "dcterms.date", "citation_publication_date", "citation_date",
    "citation_online_date", "article.published", "published_time", "date", "displaydate",
    "og:article:published_time", "cxenseparse:recs:publishtime", "originalpublicationdate", "article:create",
    "created", "published", "published-date", "publish-time", "dc.date.created", "dcterms.issued", "og:pubdate",
    "pdate", "ptime", "publish_date", "og:publish_date", "date-pub",
)  # fmt: skip
UPDATED_KEYS: Final = (
    "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified",
    "article:modified", "dc.date.modified", "revision_date", "lastmodified", "updated_time", "modificationdate",
)  # fmt: skip
_WORD: Final = re.compile(r"\w+")
_SITE_KEYS: Final = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A page's own description of itself."""

    title: str
    meta: Mapping[str, Sequence[str]]
    """Name, property or itemprop in lower case -> contents, in order."""
    linked: Linked
    language: str
    address: str
    """Where the page says it is: canonical link or og:url, else where it was fetched from."""
    base: str = ""
    """From where the page's relative links lead (``<base href>``); '' where they lead from the page itself."""
    mastheads: tuple[str, ...] = ()
    """What leads home and begins or ends the title: the site's name, also where nobody tells the page's address."""

    def first(self, keys: Sequence[str]) -> tuple[str, str]:
        """The first non-empty value of the first key that has one, with that key; two empty strings if none has."""
        for key in keys:
            for value in self.meta.get(key, ()):
                if value:
                    return value, key
        return "", ""

    @property
    def sites(self) -> tuple[str, ...]:
        """Names by which the page calls its site, and its host."""
        names = [value for key in _SITE_KEYS for value in self.meta.get(key, ())]
        host = (urlsplit(self.address).hostname or "") if "//" in self.address else ""
        parts = host.removeprefix("www.").split(".")
        labels = [host.removeprefix("www."), *(part for part in parts[:-1] if len(part) > 2)] if host else []
        told = (*names, self.linked.site, *self.mastheads, *labels)
        # Some pages give their whole title, site and all, for the name of their site.
        return tuple(dict.fromkeys(name for name in told if name and (name != self.title or "|" not in name)))


def read_head(root: etree._Element, address: str | None) -> Head:
    """What a page says of itself.

    Args:
        root: The page.
        address: Where it was fetched from, if that is known.
    """
    meta: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = resolved(" ".join((element.get("content") or "").split()))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            key = (element.get(attribute) or "").strip().lower()
            if key:
                meta.setdefault(key, []).append(content)
    title = next((resolved(words_of(one)) for one in root.iter("title") if _of_page(one)), "")
    return Head(
        title=title,
        meta=meta,
        linked=read_linked(root),
        language=_language(root, meta),
        address=_canonical(root) or next(iter(meta.get("og:url", ())), "") or address or "",
        base=next((href for one in root.iter("base") if (href := (one.get("href") or "").strip())), ""),
        mastheads=tuple(dict.fromkeys(_mastheads(root, title))),
    )


def _mastheads(root: etree._Element, title: str) -> Iterator[str]:
    whole = squeezed(title)
    for link in root.iter("a"):
        if is_root((link.get("href") or "").strip()):
            name = words_of(link)
            plain = squeezed(name)
            if plain and plain != whole and (whole.startswith(plain) or whole.endswith(plain)):
                yield name


def squeezed(text: str) -> str:
    """Letters and digits alone, in lower case: equal for wordings that differ in space, case and marks."""
    return "".join(_WORD.findall(text.casefold()))


def _of_page(title: etree._Element) -> bool:
    """Whether a title element is the page's and not that of a drawing."""
    parent = title.getparent()
    return parent is None or parent.tag in {"head", "html", "body"}


def _canonical(root: etree._Element) -> str:
    for element in root.iter("link"):
        if (element.get("rel") or "").lower() == "canonical":
            href = (element.get("href") or "").strip()
            if href.startswith(("http://", "https://")):
                return href
    return ""


def _language(root: etree._Element, meta: Mapping[str, Sequence[str]]) -> str:
    """The language tag of the page, in the usual case (``en``, ``pt-BR``); '' where it names none."""
    tag = root.get("lang") or root.get("xml:lang") or next(iter(meta.get("content-language", ())), "") or ""
    parts = tag.replace("_", "-").split("-")
    if not (parts[0].isalpha() and parts[0].isascii() and 2 <= len(parts[0]) <= 3):
        return ""
    region = parts[1].upper() if len(parts) > 1 and len(parts[1]) == 2 else ""
    return parts[0].lower() + (f"-{region}" if region else "")
