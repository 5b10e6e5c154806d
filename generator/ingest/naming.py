"""What exporters call the fields of a record, and what we call them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

from generator.ingest.wrappings import at_path, moment, names_in, opened, plain, text_in
from generator.text.urls import host

# Names in small letters and digits alone: `Publication Date`, `publication_date` and `publicationDate` are one. Of
# several in one record the first that holds something counts. They are those of news-please, newspaper, trafilatura and
# other readers, of the interfaces of newspapers and collectors, of content management systems, JSON Feed, schema.org.
_TEXTS: Final = (
    *("maintext", "articletext", "fulltext", "articlebody", "cleanedtext", "bodytext", "contenttext", "markdown"),
    *("content", "body", "contentelements", "article", "articlecontent", "bodymarkdown", "paragraphs", "plaintext"),
    *("textcontent", "rawtext"),
)
_PAGES: Final = (
    *("contenthtml", "articlehtml", "bodyhtml", "bodyxhtml", "rawhtml", "pagehtml", "htmlcontent", "cleanedhtml"),
)
_MARKDOWN: Final = frozenset({"markdown", "bodymarkdown"})
_CALLED: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("headline", "webtitle", "headlines", "articletitle", "posttitle", "storytitle", "ogtitle"),
    "url": (
        *("link", "permalink", "canonicallink", "canonicalurl", "sourceurl", "weburl", "pageurl", "articleurl"),
        *("finalurl", "originalurl", "posturl", "websiteurl", "mainentityofpage", "canonical", "alternate", "source"),
        *("uri", "href"),
    ),
    "date": (
        *("datepublish", "publishdate", "publisheddate", "datepublished", "publishedat", "pubdate", "published"),
        *("publishedtime", "publicationdate", "webpublicationdate", "displaydate", "firstpublishdate"),
        *("firstpublished", "publishedon", "dateposted", "postdate", "postedat", "articledate", "datetime"),
        *("publicationtime", "publishtime", "releasedate", "articlepublishedtime", "firstcreated", "dategmt"),
    ),
    "updated": (
        *("datemodify", "datemodified", "modified", "updatedat", "lastmodified", "lastupdateddate", "modifiedat"),
        *("modifieddate", "updateddate", "dateupdated", "lastmod", "versioncreated", "articlemodifiedtime"),
        *("modifiedgmt",),
    ),
    "retrieved": (
        *("datedownload", "crawledat", "scrapedat", "fetchedat", "retrievedat", "capturedat", "downloadedat"),
        *("accessedat", "loadedtime", "crawldate", "crawltime", "scrapedate", "dateretrieved", "dateaccessed"),
    ),
    "authors": (
        *("author", "byline", "bylines", "creator", "credits", "writer", "writers", "authorname", "publishedby"),
        *("primaryauthor",),
    ),
    "outlet": ("publication", "publisher", "sourcedomain", "publicationname"),
    "language": ("lang", "languagecode", "langcode", "humanlanguage", "inlanguage"),
    "rights": ("copyright", "copyrightnotice", "usageterms"),
}
_IF_HOMELESS: Final = ("sitename", "ogsitename", "source", "sourcename", "origin", "newspaper", "medianame", "provider")
"""The outlet, where no address tells it: with one it is that of its host, as in every other format."""
_OURS: Final = ("id", "text", "html", "outlet", *(key for key in _CALLED if key != "outlet"))
_BODIES: Final = ("text", "html")
_MARKUP: Final = re.compile(r"<(?:p|div|br|h[1-6]|ul|blockquote)\b[^<>]{0,500}>", re.IGNORECASE)
_UNLIKE: Final = re.compile(r"[^a-z0-9]+")


def in_our_words(values: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """A record's fields by our names: as the maintainers say, else by what such fields are often called.

    Args:
        values: Name -> value, as the record has them; groups that only hold a part of it count as its own fields.
        names: Name of a field, or its path (``headlines.basic``) -> our name, from archive.yml.

    Returns:
        Values by our names, and what nobody knows by the names and paths that it has in the record.
    """
    said = {ours: at_path(values, theirs) for theirs, ours in names.items()}
    said = {ours: text_in(value) if ours in _BODIES else plain(value) for ours, value in said.items()}
    said = {ours: value for ours, value in said.items() if value is not None}
    fields = _Fields({path: value for path, value in opened(values).items() if path not in names})
    if not said.get("text") and not said.get("html"):
        said |= _text(fields)
    for name in _OURS:
        if name not in said and (found := fields.take((name, *_CALLED.get(name, ())), _USABLE.get(name, plain))):
            said[name] = found
    if not said.get("outlet") and not said.get("url") and (found := fields.take(_IF_HOMELESS, plain)):
        said["outlet"] = found
    return fields.left | said


def columns_known(columns: Iterable[str], names: Mapping[str, str]) -> set[str]:
    """Which of our fields the columns of a table hold, by the first line alone."""
    folded = {_folded(name) for name in columns}
    ours = {names[name] for name in columns if name in names}
    ours |= {name for name in _OURS if folded & {name, *_CALLED.get(name, ())}}
    return ours | ({"text"} if folded & set(_TEXTS) else set()) | ({"html"} if folded & set(_PAGES) else set())


@lru_cache(maxsize=4096)
def _folded(path: str) -> str:
    return _UNLIKE.sub("", path.rpartition(".")[2].lower())


class _Fields:
    """The fields of a record by their folded names; each is given away once."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        """Take the fields of one record by their paths, the outer ones first."""
        self.left = dict(values)
        self._paths: dict[str, list[str]] = {}
        for path in values:
            self._paths.setdefault(_folded(path), []).append(path)

    def take(self, called: Iterable[str], usable: Callable[[Any], Any]) -> Any:
        """The first field of these names that holds something usable, as usable; None where there is none."""
        for path in (path for name in called for path in self._paths.get(name, ())):
            if path in self.left and (found := usable(self.left[path])):
                del self.left[path]
                return found
        return None


def _text(fields: _Fields) -> dict[str, str]:
    """The text of a record as ``html``, ``markdown`` or ``text``; of markup more is known than of texts."""
    if html := fields.take(("html", *_PAGES), text_in):
        return {"html": html}
    if text := fields.take(("text",), text_in):
        return {"html" if _MARKUP.match(text.lstrip()) else "text": text}
    if html := fields.take(_TEXTS, _marked_up):
        return {"html": html}
    for name in _TEXTS:
        if text := fields.take((name,), text_in):
            return {"markdown" if name in _MARKDOWN else "text": text}
    # Readers of feeds keep an item's text there, in a group; elsewhere a summary is no article.
    html = fields.take(("summary",), lambda value: text_in(value) if isinstance(value, Mapping) else "")
    return {"html": html} if html else {}


def _marked_up(value: Any) -> str:
    text = text_in(value)
    return text if _MARKUP.search(text, 0, 2000) else ""


def _address(value: Any) -> Any:
    value = value[0] if isinstance(value, list) and value else value
    found = plain(value)
    return found if isinstance(found, str) and host(found) else None


def _names(value: Any) -> list[str] | str | None:
    """A text is left as it is, for names in one text are parted by signs."""
    found = [name for name in names_in(value) if re.search(r"[^\W\d_]", name)]
    return value if isinstance(value, str) and found else found or None


def _moment(value: Any) -> Any:
    return moment(plain(value))


_USABLE: Final[Mapping[str, Callable[[Any], Any]]] = {
    "url": _address,
    "authors": _names,
    "date": _moment,
    "updated": _moment,
    "retrieved": _moment,
}
