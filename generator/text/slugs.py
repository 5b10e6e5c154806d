"""Path segments that work on every host: short, lower-case ASCII, never reserved, never empty."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

# NFKD takes accents off; these letters have none to take off.
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ı": "i",
        "ħ": "h",
        "ŋ": "n",
        "ŧ": "t",
        "&": " and ",
        "@": " at ",
        "’": "",
        "'": "",
        "ʻ": "",
        "ʼ": "",
    },
)
_CYRILLIC = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфыіґў", "abvgdeziyklmnoprstufyigu", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "э": "e", "ю": "yu"}
    | {"я": "ya", "ї": "yi", "є": "ye", "ё": "yo"},
)
_GREEK = str.maketrans(
    dict(zip("αβγδεζηικλμνξοπρσςτυφω", "avgdeziiklmnxoprsstyfo", strict=True)) | {"θ": "th", "χ": "ch", "ψ": "ps"},
)
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
_PAGES = {"index", "404", "all", "data", "feed", "search", "assets", "undated", "recent", "page"}
_RESERVED = frozenset(_DEVICES | _PAGES)


def short_hash(text: str, n: int = 6) -> str:
    """The first ``n`` hexadecimal digits of the text's SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:n]


def is_reserved(name: str) -> bool:
    """Whether a path segment has a meaning of its own: an index, a device of Windows, a letter of A-Z, a year."""
    return name in _RESERVED or len(name) <= 1 or (len(name) == 4 and name.isdigit())


@lru_cache(maxsize=200_000)
def words_slug(text: str, max_length: int = 80) -> str:
    """The text's words in ASCII, joined by hyphens; '' where nothing is left. It may be reserved."""
    joined = _NOT_SLUG.sub("-", _in_ascii(text)).strip("-")
    if len(joined) <= max_length:
        return joined
    whole_words, _, _ = joined[: max_length + 1].rpartition("-")
    return whole_words or joined[:max_length]


def _in_ascii(text: str) -> str:
    """The text in small letters of ASCII."""
    if text.isascii():
        return text.lower().translate(_LETTERS)
    folded = unicodedata.normalize("NFKC", text).lower().translate(_LETTERS)
    # Cyrillic marks make other letters (й), Greek ones only accents: one is read before they are taken off, one after.
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", folded).translate(_CYRILLIC))
    return bare.translate(_GREEK).encode("ascii", "ignore").decode("ascii")


def slug(text: str, max_length: int = 80) -> str:
    """A path segment for the text: its words in ASCII, with a short hash where that is empty or reserved.

    Different texts may get the same slug (``C++`` and ``C#``); who gives out addresses settles that.
    """
    name = words_slug(text, max_length)
    if not is_reserved(name):
        return name
    return f"{name}-{short_hash(text)}" if name else short_hash(text, 10)
