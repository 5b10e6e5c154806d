"""Credit lines: the sources that an article names below its text, the agencies and photographers it thanks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.model import Citation

_SOURCES: Final = re.compile(
    r"(?:news |original |article )?(?:sources?|via|h/t|hat tip)(?: ?\(s\))?\s*:\s*", re.IGNORECASE
)
_PHOTO: Final = re.compile(
    r"(?:(?:(?:featured?|main|lead|cover|header|top|thumbnail) )?(?:photos?|images?|pictures?"
    r"|photograph|pic|illustration|video|graphic)s?"
    r"(?: (?:credits?|courtesy|sources?|via|by|from)(?: of)?)?(?: ?\(s\))?|credits?"
    r"|photo(?:graphy)? by|courtesy(?: of)?)\s*:\s*|(?:photos?|images?|photograph(?:s|y)?"
    r"|illustrations?|video) (?:by|courtesy of|courtesy|via|credit)\s+(?=[A-Z])",
    re.IGNORECASE,
)
_PARTS: Final = re.compile(r"\s+/\s+|\s*\|\s*|\s+[–—-]\s+(?=(?:photo|image|featured|sources?)\b)", re.IGNORECASE)
_COUNT: Final = re.compile(r"\s*[(\[](\d{1,3})[)\]]\s*$|\s*[x×](\d{1,2})$")
_LIST: Final = re.compile(r"\s*[,;]\s+(?:and\s+|&\s+)?|\s+(?:and|&)\s+(?=[A-Z])")
_CAPTION: Final = re.compile(
    r"\((?P<credit>(?:(?:AP|AFP|Reuters|Getty|EPA|UPI|PA|TNS|Bloomberg|File|Photo|Image|Courtesy|Via"
    r"|Credit|Picture|Handout|Screenshot)\b[^()]{0,80}|(?:[Pp]hoto|[Ii]mage|[Cc]redit|[Pp]icture"
    r"|[Cc]ourtesy)[^()]{1,80}|[^()]{2,50}(?:/|\bvia )(?:AP|AFP|Reuters|Getty(?: Images)?|EPA"
    r"|Associated Press|Flickr|Wikimedia(?: Commons)?|Shutterstock|Bloomberg|[A-Z][\w ]{2,30})"
    r"|[^()]{2,40} (?:[Pp]hoto|Images|[Pp]ool)))\)\s*\.?$"
)
_AGENCY_LINE: Final = re.compile(
    r"[A-Z][^.!?]{1,60}(?:/|//| via | \| |—|-|, )\s?(?:AP|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA"
    r"|EFE|Associated Press|The Associated Press|Shutterstock(?:\.com)?|Alamy(?: Stock Photo)?"
    r"|Bloomberg(?: via Getty Images)?|iStock(?:photo)?|Unsplash|Wikimedia Commons|Flickr|Pexels"
    r"|Adobe Stock|Depositphotos|Pixabay|Zuma Press|Sipa USA|UPI|NASA)(?:/[\w ]+| ?\([^)]{1,30}\)"
    r"| Images| photo| Photo)?"
)
_CONTRIBUTED: Final = re.compile(
    r"(?P<who>[A-Z][^!?]{2,160}?) (?:also |each )?contributed(?: reporting)?(?: to| from)? (?:this|the"
    r"|to this|to the) (?:report|story|article|post)\b.{0,60}",
    re.DOTALL,
)
_HINT: Final = re.compile(r"[/:(|—]|\bcontributed|\bby |\bcourtesy|\bvia ", re.IGNORECASE)
_GLUED: Final = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ][a-zà-ÿ])")


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditLine:
    """What a credit line says; ``rule`` names its kind."""

    rule: str
    sources: tuple[Citation, ...] = ()
    photo_credits: tuple[str, ...] = ()
    whole: bool = True
    """Nothing of the line belongs to the body."""


def read_credits(line: str, known: Sequence[str]) -> CreditLine | None:
    """The sources and photo credits of a credit line, or None where the line is none.

    Args:
        line: A piece of the dump.
        known: Names of sources by which glued names are split.
    """
    plain = line.strip(" *_|•·\t")
    if len(plain) > 600 or not _HINT.search(plain):
        return None
    if _SOURCES.match(plain) or _PHOTO.match(plain):
        return _labelled(plain, known)
    thanked = _CONTRIBUTED.fullmatch(plain.strip("()")) if len(plain) < 260 else None
    if thanked:
        agencies = [name for name in _LIST.split(thanked["who"]) if name in set(known)]
        return CreditLine(rule="contributors", sources=tuple(Citation(name=name) for name in agencies))
    caption = _CAPTION.search(plain)
    if caption and len(plain) < 500:
        return CreditLine(rule="caption", photo_credits=(_unlabelled(caption["credit"].strip()),), whole=True)
    if len(plain) < 100 and _AGENCY_LINE.fullmatch(plain.rstrip(".")):
        return CreditLine(rule="photo-credit", photo_credits=(plain,))
    return None


def _unlabelled(credit: str) -> str:
    """``Photo: NASA`` without its label; ``AP Photo/NAME`` has none."""
    label = _PHOTO.match(credit)
    return credit[label.end() :].strip() if label and label.end() < len(credit) else credit


def _labelled(plain: str, known: Sequence[str]) -> CreditLine | None:
    sources: list[Citation] = []
    photos: list[str] = []
    current = ""
    for part in _PARTS.split(plain):
        source, photo = _SOURCES.match(part), _PHOTO.match(part)
        label = photo or source
        if label:
            current = "photo" if photo else "source"
        value = part[label.end() :].strip() if label else part.strip()
        if not value:
            continue
        if len(value.split()) > 30 or (current == "photo" and len(value.split()) > 16):
            return None
        if current == "photo":
            photos.append(value.rstrip(" ."))
        else:
            sources.extend(read_sources(value, known))
    if not sources and not photos:
        return None
    rule = "sources" if sources else "photo-credit"
    return CreditLine(rule=rule, sources=tuple(sources), photo_credits=tuple(photos))


def read_sources(value: str, known: Sequence[str]) -> tuple[Citation, ...]:
    """The sources of a list: ``A (2), B``; glued names are split where both halves are known names."""
    found: list[Citation] = []
    for part in _LIST.split(value):
        for name in _split_glued(part.strip(" ."), known):
            match = _COUNT.search(name)
            count = int(match[1] or match[2]) if match else 1
            bare = name[: match.start()].strip() if match else name.strip()
            if bare:
                found.append(Citation(name=bare, count=max(1, count)))
    return tuple(_merged(found))


def _merged(found: Sequence[Citation]) -> list[Citation]:
    counts: dict[str, int] = {}
    for citation in found:
        counts[citation.name] = counts.get(citation.name, 0) + citation.count
    return [Citation(name=name, count=count) for name, count in counts.items()]


def _split_glued(name: str, known: Sequence[str]) -> list[str]:
    """``GreatAgainWashington Examiner`` at the place where a known name begins or ends."""
    names = set(known)
    if name in names:
        return [name]
    for seam in _GLUED.finditer(name):
        left, right = name[: seam.start()], name[seam.start() :]
        bare = _COUNT.sub("", right)
        if (
            left in names
            or bare in names
            or any(bare.startswith(one) and bare[len(one) :][:1].isupper() for one in names)
        ):
            return [left, *_split_glued(right, known)]
    return [name]


def cited(credited: Sequence[Sequence[Citation]], attributed: Sequence[Citation]) -> tuple[Citation, ...]:
    """The sources of an article: those of its credit lines, then those that only its text names."""
    named = _merged([citation for citations in credited for citation in citations])
    said = {citation.name for citation in named}
    return (*named, *(citation for citation in attributed if citation.name not in said))
