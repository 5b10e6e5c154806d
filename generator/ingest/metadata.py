"""What is said of an original, key by key: typed, cleaned of what cannot be, and with who says it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from generator.model import Metadata
from generator.text.dates import find_dates, is_possible
from generator.text.decode import repair
from generator.text.entities import resolved
from generator.text.urls import host, kept_by_archive

_SYNONYMS = {"author": "authors", "byline": "authors", "published": "date", "lang": "language"}
KNOWN = frozenset(item.name for item in fields(Metadata)) - {"basis"} | frozenset(_SYNONYMS)
"""Every key that means something."""

_MAX_TEXT = 1000
_UNUSED = 20
"""So many unknown keys of a file are named."""
_SPACE = re.compile(r"\s+")
_ISO = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ][0-9:.,+\-Z ]{0,32}[A-Za-z]{0,5}(?: ?\(?(?:UTC|GMT)[0-9:+\- ]{0,9}\)?)?)?)?)?"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_REST_OF_DATE = re.compile(r"[\s,.;:|()+\-0-9]|\b(?:at|a\.?m|p\.?m|gmt|utc|[ecmp][sd]?t|z|on)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b\.?", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_BY = re.compile(r"\A\s*(?:by(?:\s+|:\s*|$)|(?:von|par|por|door)\s+(?=[^\W\d_]+\s+[^\W\d_]))", re.IGNORECASE)
_STRONG_SEPARATOR = re.compile(r"\s*[;|\n]\s*|\s+/\s+")
_WEAK_SEPARATOR = re.compile(r"\s*,\s+and\s+|\s+(?:and|und|et|y|e)\s+|\s+&\s+|\s*,\s*")
_OFFICE = re.compile(
    r"(?i:.*\b(?:writer|reporter|editor|correspondent|columnist|staff|desk|bureau|agency|press|critic))|\S+"
)
"""Behind a comma what a name's bearer is, or the house that he works for."""
_WORDS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False, "": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one voice says of an original: keys and raw values, and where that stands."""

    where: str
    """As ``Metadata.basis`` names it."""
    values: Mapping[str, Any] = field(default_factory=dict)


class Unusable(ValueError):  # noqa: N818 - it is a verdict on a value, not an error of the program
    """A value that cannot be what its key says; the message says why."""


def merge(voices: Iterable[Said]) -> tuple[Metadata, tuple[str, ...]]:
    """What is said, key by key by the first voice that has something usable to say, and what was not usable.

    Args:
        voices: In order of precedence, the strongest first.
    """
    chosen: dict[str, Any] = {}
    basis: dict[str, str] = {}
    warnings: list[str] = []
    for voice in voices:
        for key, value, warning in _usable(voice):
            if warning:
                warnings.append(f"{voice.where}: {warning}")
            elif key not in chosen:
                chosen[key] = value
                basis[key] = voice.where
    if kept := kept_by_archive(chosen.get("url", "")):
        # A web archive's address stands for the page that it keeps, and tells when that was captured.
        basis.setdefault("retrieved", basis["url"])
        chosen = {"retrieved": kept.moment, **chosen, "url": kept.url}
    return Metadata(**chosen, basis=basis), tuple(warnings)


def without(voice: Said, keys: frozenset[str]) -> Said:
    """The same voice, silent on some keys."""
    return replace(voice, values={key: value for key, value in voice.values.items() if key not in keys})


def _usable(voice: Said) -> Iterable[tuple[str, Any, str]]:
    """Key, value and '' for what can be used, the rest with its reason."""
    unknown: list[str] = []
    for name, raw in voice.values.items():
        key = _SYNONYMS.get(name, name)
        if key not in _TYPED:
            unknown.append(name)
        elif not _is_empty(raw) and (key == name or key not in voice.values):
            try:
                yield key, _TYPED[key](raw), ""
            except Unusable as reason:
                yield key, None, f"{name}: {reason}"
    yield from (("", None, told) for told in _unused(sorted(unknown)))


def _unused(keys: Sequence[str]) -> Iterator[str]:
    """A warning for each key that nobody knows, so that a build can say of each once how many files have it."""
    yield from (f"`{key[:60]}` is not used" for key in keys[:_UNUSED])
    if len(keys) > _UNUSED:
        yield f"{len(keys) - _UNUSED} more keys are not used"


def _is_empty(raw: Any) -> bool:
    return raw is None or raw in ("", [], {}) or (isinstance(raw, str) and not raw.strip())


def line_of(raw: Any) -> str:
    """Any scalar as one line of clean text.

    Raises:
        Unusable: it is a list or a group, or far too long.
    """
    if isinstance(raw, Mapping | list | tuple):
        raise Unusable("one line of text is expected, not a list or group")
    text = _SPACE.sub(" ", repair(str(raw))).strip()
    if len(text) > _MAX_TEXT:
        raise Unusable(f"is longer than {_MAX_TEXT} characters")
    return text


def title_of(raw: Any) -> str:
    """A title as readers see it: site generators print its ``&ldquo;`` as they find it, and browsers show the sign."""
    return resolved(line_of(raw))


def identifier_of(raw: Any) -> str:
    """An id: any line of text that is safe as a cell of a table."""
    text = line_of(raw)
    if text.startswith(("=", "+", "-", "@")) or len(text) > 300 or not text:
        raise Unusable(f"`{text[:40]}` is no id (at most 300 characters, not beginning with = + - @)")
    return text


def address_of(raw: Any) -> str:
    """An address of the web, as written."""
    text = line_of(raw)
    if not host(text):
        raise Unusable(f"`{text[:80]}` is no http or https address")
    return text


def date_of(raw: Any) -> str:
    """A date, possibly partial, in ISO form; never a guess between day and month."""
    text = line_of(raw)
    iso = _numeric_date(text) or _worded_date(text)
    if iso is None:
        raise Unusable(f"`{text[:60]}` is no date that can be read in only one way; write YYYY-MM-DD")
    return iso


def _numeric_date(text: str) -> str | None:
    match = _ISO.fullmatch(text) or _COMPACT.fullmatch(text) or _SLASHED.fullmatch(text)
    if match:
        return _iso(*match.groups())
    match = _NUMERIC.fullmatch(text)
    if match:
        readings = {_iso(match[3], month, day) for month, day in ((match[1], match[2]), (match[2], match[1]))} - {None}
        return readings.pop() if len(readings) == 1 else None
    return None


def _worded_date(text: str) -> str | None:
    """The one date in a text that holds nothing but it, a weekday and a time of day."""
    phrases = find_dates(text) if len(text) <= 80 else ()
    if len(phrases) != 1 or phrases[0].iso is None or not re.search(r"[^\W\d_]", phrases[0].text):
        return None
    rest = text[: phrases[0].start] + " " + text[phrases[0].end :]
    return None if _REST_OF_DATE.sub("", _WEEKDAY.sub("", rest)) else phrases[0].iso


def _iso(year: str, month: str | None = None, day: str | None = None) -> str | None:
    parts = [int(part) for part in (year, month, day) if part is not None]
    if not is_possible(*parts):
        return None
    return "-".join(f"{part:0{width}d}" for part, width in zip(parts, (4, 2, 2), strict=False))


def moment_of(raw: Any) -> str:
    """When something was captured: ISO date and time as written, or a date."""
    text = line_of(raw)
    return text if _ISO.fullmatch(text) and date_of(text[:10]) else date_of(text)


def language_of(raw: Any) -> str:
    """A language tag like ``en`` or ``pt-BR``."""
    text = line_of(raw)
    if not _LANGUAGE.fullmatch(text):
        raise Unusable(f"`{text[:40]}` is no language tag like en or pt-BR")
    return text.replace("_", "-")


def truth_of(raw: Any) -> bool:
    """True or false, also in the words that a table uses."""
    if isinstance(raw, bool):
        return raw
    word = line_of(raw).casefold()
    if word not in _WORDS:
        raise Unusable(f"`{word[:40]}` is neither true nor false")
    return _WORDS[word]


def authors_of(raw: Any) -> tuple[str, ...]:
    """Names of authors from text, a list, or a list of groups with a ``name``, each once, in their order."""
    items = raw if isinstance(raw, list | tuple) else [raw]
    names: list[str] = []
    for item in items:
        found = item.get("name") if isinstance(item, Mapping) else item
        if isinstance(found, Mapping | list | tuple):
            raise Unusable("authors are names, a list of names, or a list of groups with a `name`")
        if not _is_empty(found):
            text = _BY.sub("", unicodedata.normalize("NFC", str(found)), count=1)
            names += [line_of(text)] if isinstance(raw, list | tuple) else _split_names(text)
    return tuple(dict.fromkeys(name for name in names if name))


def _split_names(text: str) -> list[str]:
    """The names in one text: ``;`` parts always, commas and ``and`` only where whole names stand on both sides."""
    strong = _STRONG_SEPARATOR.split(text.strip())
    if len(strong) > 1:
        return [line_of(part) for part in strong]
    names, mark, office = strong[0].rpartition(",")
    weak = _WEAK_SEPARATOR.split(names if mark and _OFFICE.fullmatch(office.strip()) else strong[0])
    are_whole = all(len(part.split()) >= 2 for part in weak)
    return [line_of(part) for part in (weak if are_whole else strong)]


def words_of(raw: Any) -> tuple[str, ...]:
    """A list of slugs or phrases; in a table they are parted by semicolons or commas."""
    items = raw if isinstance(raw, list | tuple) else re.split(r"[;,|]", line_of(raw))
    return tuple(dict.fromkeys(text for text in map(line_of, items) if text))


_TYPED: Mapping[str, Callable[[Any], Any]] = {
    "id": identifier_of,
    "url": address_of,
    "retrieved": moment_of,
    "outlet": line_of,
    "title": title_of,
    "date": date_of,
    "updated": date_of,
    "authors": authors_of,
    "rights": line_of,
    "language": language_of,
    "topics": words_of,
    "topics_add": words_of,
    "topics_remove": words_of,
    "cleaned": truth_of,
}
