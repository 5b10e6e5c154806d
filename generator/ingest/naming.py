"""What exporters call the fields of a record, and what we call them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from generator.ingest.wrappings import at_path, moment, names_in, opened, plain, text_in
from generator.text.field_names import called, folded
from generator.text.urls import host

_MARKUP: Final = re.compile(r"<(?:p|div|br|h[1-6]|ul|blockquote)\b[^<>]{0,500}>", re.IGNORECASE)
_MARKDOWN: Final = frozenset({"markdown", "bodymarkdown"})
_BODIES: Final = ("text", "html")
_IF_HOMELESS: Final = "homeless"
_NOTHING: Final = frozenset({"", "na", "n/a", "nan", "none", "null", "nil", "-", "undefined"})
_ARTICLES: Final = frozenset({"Article", "Page", "NewsArticle", "BlogPosting", "Create"})
_TAG: Final = re.compile(r"<[^<>]{0,1000}>")
_HALF: Final = 0.5
_PLACE: Final = re.compile(r"\s+in\s+[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3}$")
_KEY: Final = re.compile(r"(?=\S*\d)\S+")
"""Of a database's row for an author, or a login: it names nobody."""
_FIELDS: Final = tuple(name for name in called() if name not in (*_BODIES, _IF_HOMELESS))


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
    for name in _FIELDS:
        if name not in said and (found := fields.take(called()[name], _USABLE.get(name, plain))):
            said[name] = found
    if not said.get("outlet") and not said.get("url") and (found := fields.take(called()[_IF_HOMELESS], plain)):
        said["outlet"] = found
    if "title" not in said and str(values.get("type")) in _ARTICLES and _has_text(said):
        said |= {"title": name} if (name := fields.take(("name",), plain)) else {}  # ActivityPub's
    if "date" not in said and fields.has("changed") and (found := fields.take(("created",), _moment)):
        said["date"] = found  # Drupal's pair: elsewhere a row may be made long after its article
    fields.drop(called()["authors"])  # keys of other tables, which name nobody
    return fields.left | said


def _has_text(said: Mapping[str, Any]) -> bool:
    return any(said.get(key) for key in ("text", "html", "markdown"))


def fields_in_our_words(values: Mapping[str, Any]) -> dict[str, Any]:
    """What is said of a document whose text stands elsewhere, by our names; what nobody knows by its own."""
    own = {key: value for key, value in values.items() if key in _FIELDS}
    fields = _Fields({key: value for key, value in values.items() if key not in own})
    for name in _FIELDS:
        if not own.get(name) and (found := fields.take(called()[name], _USABLE.get(name, plain))):
            own[name] = found
    return fields.left | own


def columns_known(columns: Iterable[str], names: Mapping[str, str]) -> set[str]:
    """Which of our fields the columns of a table hold, by the first line alone."""
    found = {folded(name) for name in columns}
    ours = {names[name] for name in columns if name in names}
    return ours | {name for name in (*_BODIES, *_FIELDS) if found & {*called()[name]}}


class _Fields:
    """The fields of a record by their folded names; each is given away once."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        """Take the fields of one record by their paths, the outer ones first."""
        self.left = dict(values)
        self._paths: dict[str, list[str]] = {}
        for path in values:
            self._paths.setdefault(folded(path), []).append(path)

    def take(self, called: Iterable[str], usable: Callable[[Any], Any]) -> Any:
        """The first field of these names that holds something usable, as usable; None where there is none."""
        for path in (path for name in called for path in self._paths.get(name, ())):
            if path in self.left and not _is_none(self.left[path]) and (found := usable(self.left[path])):
                del self.left[path]
                return found
        return None

    def of(self, called: Iterable[str]) -> Iterator[Any]:
        """All that has these names and is not given away yet."""
        return (self.left[path] for name in called for path in self._paths.get(name, ()) if path in self.left)

    def has(self, name: str) -> bool:
        """Whether a field of this name is there, and not given away yet."""
        return any(path in self.left for path in self._paths.get(name, ()))

    def drop(self, called: Iterable[str]) -> None:
        """Leave out what has these names."""
        for path in (path for name in called for path in self._paths.get(name, ())):
            self.left.pop(path, None)


def _is_none(value: Any) -> bool:
    """Whether a value is what programs write for nothing."""
    return isinstance(value, str) and value.strip().lower() in _NOTHING


def _text(fields: _Fields) -> dict[str, str]:
    """The text of a record as ``html``, ``markdown`` or ``text``; of markup more is known than of texts."""
    page = fields.take(called()["html"], text_in)
    if page and not _is_poor(page, fields):
        return {"html": page}
    if text := fields.take(("text",), text_in):
        return {"html" if _MARKUP.match(text.lstrip()) else "text": text}
    if html := fields.take(called()["text"], _marked_up):
        return {"html": html}
    for name in called()["text"]:
        if text := fields.take((name,), text_in):
            return {"markdown" if name in _MARKDOWN else "text": text}
    # Readers of feeds keep an item's text there, in a group; elsewhere a summary is no article.
    html = fields.take(("summary",), lambda value: text_in(value) if isinstance(value, Mapping) else "")
    return {"html": html or page} if html or page else {}


def _is_poor(page: str, fields: _Fields) -> bool:
    """Whether a page says much less than a text beside it: it is a shell that a browser would have filled."""
    said = len(_TAG.sub("", page))
    texts = (text_in(value) for value in fields.of(called()["text"]))
    return any(_HALF * len(_TAG.sub("", text)) > said for text in texts)


def _marked_up(value: Any) -> str:
    text = text_in(value)
    return text if _MARKUP.search(text, 0, 2000) else ""


def _address(value: Any) -> Any:
    value = value[0] if isinstance(value, list) and value else value
    found = plain(value)
    return found if isinstance(found, str) and host(found) else None


def _names(value: Any) -> list[str] | str | None:
    """A text stays one, for names in a text are parted by signs."""
    named = (bare if " " in (bare := _PLACE.sub("", name)) else name for name in names_in(value))
    found = [name for name in named if re.search(r"[^\W\d_]", name) and not _KEY.fullmatch(name)]
    return found[0] if isinstance(value, str) and found else found or None


def _moment(value: Any) -> Any:
    return moment(plain(value))


_USABLE: Final[Mapping[str, Callable[[Any], Any]]] = {
    "url": _address,
    "authors": _names,
    "date": _moment,
    "updated": _moment,
    "retrieved": _moment,
}
