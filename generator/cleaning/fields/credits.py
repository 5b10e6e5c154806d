"""Credit lines: the sources that an article names below its text, the agencies, photographers and helpers it thanks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.cleaning.pieces.abroad import in_english
from generator.model import Citation
from generator.text.letters import CAPITALS, CASELESS

CONTRIBUTORS: Final = "contributors"
"""The rule of a line that says who helped."""

_SOURCES: Final = re.compile(
    r"(?:news |original |article )?(?:sources?|via|h/t|hat tip)(?: ?\(s\))?\s*:\s*", re.IGNORECASE
)
_PHOTO: Final = re.compile(
    r"(?:(?:(?:featured?|main|lead|cover|header|top|thumbnail) )?(?:photos?|images?|pictures?"
    r"|photograph|pic|illustration|video|graphic)s?"
    r"(?: (?:credits?|courtesy|sources?|via|by|from)(?: of)?)?(?: ?\(s\))?|credits?"
    r"|photo(?:graphy)? by|courtesy(?: of)?)\s*:\s*"
    r"|(?:(?:featured|main|lead|cover|header|top) )?(?:photos?|images?|photograph(?:s|y)?"
    r"|illustrations?|video) (?:by|courtesy of|courtesy|via|credit)\s+(?=[A-Z])",
    re.IGNORECASE,
)
_VIDEO: Final = re.compile(r"videos?\s*:\s*", re.IGNORECASE)
_NAMES: Final = re.compile(r"(?:(?:@?[A-ZÀ-Þ][\w.'’&@-]*|of|the|and|for|via|/|&)[,;]?\s*){1,6}")
"""Whom a video is of; a longer line, or one with small words, is what the video is called."""
_PARTS: Final = re.compile(
    r"\s+/\s+|\s*\|\s*|\s+[–—-]\s+(?=(?:photo|image|featured|sources?)\b)"
    r"|[,;]\s+(?=(?:featured |main |lead )?(?:photo|image|picture)[a-z ]{0,20}:)",
    re.IGNORECASE,
)
_COUNT: Final = re.compile(r"\s*[(\[](\d{1,3})[)\]]\s*$|\s*[x×](\d{1,2})$")
_LIST: Final = re.compile(r"\s*[,;]\s*(?:(?:and|&)\s+)?(?=\S)|\s+(?:and|&)\s+(?=[A-Z]|\d+[a-z])")
_PASSED_ON: Final = re.compile(r"\(?(?:via|h/t|hat tip(?: to)?)\s+(?P<name>[^()]{2,40}?)\)?\.?", re.IGNORECASE)
_STAFF: Final = re.compile(
    r"\(?(?:(?:additional|further) )?(?:reporting|writing|editing|edited|compiled)(?: and [a-z]+)?"
    r" by [A-Z][^!?]{2,240}",
    re.IGNORECASE,
)
_CAPTION: Final = re.compile(
    r"\((?P<credit>(?:(?:AP|AFP|Reuters|Getty|EPA|UPI|PA|TNS|Bloomberg|File|Photo|Image|Courtesy|Via"
    r"|Credit|Picture|Handout|Screenshot)\b[^()]{0,80}|(?:photo|image|credit(?!/)|picture"
    r"|courtesy)[^()]{0,40}[A-Z@/:.][^()]{0,60}|[^()]{2,50}(?:/|\bvia )(?:AP|AFP|Reuters|Getty(?: Images)?|EPA"
    r"|Associated Press|Flickr|Wikimedia(?: Commons)?|Shutterstock|Bloomberg)"
    r"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?:/| via )[A-Z][\w ]{2,30}"
    r"|[^()]{2,40} (?:[Pp]hoto|Images|[Pp]ool)))\)\s*\.?$"
)
_CITED: Final = re.compile(r"[A-Z][\w&. ]{1,40},? (?:1[89]|20)\d\d[a-z]?(?:[,;] .*)?")
"""Whose work of which year."""
_CREDITED: Final = re.compile(
    r"(?:(?<=\w )(?:Image|Photo|Picture) Credits?: ?"
    r"|(?<=[.?!,)”\"’'–—-] )"
    r"(?:(?:(?:Picture|Photo|Photograph|Image|Illustration|Graphic)s?(?: [Cc]redit| [Cc]ourtesy)?|Credit) ?: ?"
    r"|(?:Photo|Photograph|Image|Picture|Illustration)s? (?:by|via|courtesy of) ))"
    r"(?P<credit>(?:[A-ZÀ-Þ@©]|[a-z]\w{1,29}/)[^.!?:]{1,60}?(?: \([\w.]{4,30}\))?)\.?$"
)
"""At the end of a caption without parentheses: ``The pier in May. Photo: Nora Quill``."""
_PICTURE: Final = (
    "FOTO", "Fotografía", "Fotografia", "Fotoğraf", "Fotos", "Foto", "Bilder", "Bild", "Imagen", "Immagine", "Imagem",
    "Beeld", "Crédits", "Crédit", "Fot.", "Kuva", "Valokuva", "Fotó", "Φωτογραφία", "Фото", "صورة", "تصوير", "צילום",
    "사진", "写真", "撮影", "摄影", "攝影", "摄", "攝", "图", "圖",
)  # fmt: skip
"""The word for a picture before the name of who took it, in other languages."""
_CREDITED_ABROAD: Final = re.compile(
    rf"(?:(?<=[.?!,)”\"»’'–—(\[/ ])|(?<=[。」）]))(?:{'|'.join(map(re.escape, _PICTURE))})"
    rf"(?:\s?[:：/=＝]\s?|\s(?=[{CAPITALS}]\.\s?[{CAPITALS}]))"
    rf"(?P<credit>(?:[{CAPITALS}]\.\s?){{0,2}}[{CAPITALS}{CASELESS}@©][^.!?:：。()（）]{{1,60}})[)\].）]*$"
    r"|(?P<signed>[\u3400-\u9fff\u3040-\u30ff]{2,8})\s?(?:撮影|摄|攝)[）)]?$"
)
"""At the end of a caption: ``Der Steg im Mai. Foto: Nora Quill``, ``Смотритель маяка. Фото Н. Осокина``."""
_CREDITING: Final = ("Photo", "Image", "Picture", "Credit", "Illustration", "Graphic")
"""Each of those has one of these words."""
_AGENCY_LINE: Final = re.compile(
    r"(?:[A-Z][^.!?]{1,60}(?:/|//| via | \| |—|-|, )\s?|[\w.-]{3,30}(?:/|, iStock(?:photo)?, ))"
    r"(?:AP|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA|EFE"
    r"|Associated Press|The Associated Press|Shutterstock(?:\.com)?|Alamy(?: Stock Photo)?"
    r"|Bloomberg(?: via Getty Images)?|iStock(?:photo)?|Unsplash|Wikimedia Commons|Flickr|Pexels"
    r"|Adobe Stock|Depositphotos|Thinkstock|Pixabay|Zuma Press|Sipa USA|UPI|NASA)(?:/[\w ]+| ?\([^)]{1,30}\)"
    r"| Images| photo| Photo)?"
)
_AGENCY_FIRST: Final = re.compile(
    r"(?:AP|AFP|REUTERS|Reuters|EPA|UPI|TNS|Getty Images|Screenshot)(?: Photo| Images?)?\s?/\s?[A-Z][\w.'’ -]{2,50}"
    r"|Getty Images|AP Photo|Shutterstock(?:\.com)?|iStock(?:photo)?|Wikimedia Commons"
)
_CONTRIBUTED: Final = re.compile(
    r"(?P<who>[A-Z][^!?]{2,160}?) (?:(?:also |each )?contributed(?: reporting)?(?: to| from)? (?:this|the"
    r"|to this|to the)|(?:have|has) collaborated (?:in|on|with) this) (?:report|story|article|post)\b.{0,60}",
    re.DOTALL,
)
_BRACKETED: Final = re.compile(r"\((?P<inside>(?:[^()]|\([^()]*\))*)\)?\.?")
"""All of a line stands in one pair of parentheses; the closing one may be lost."""
_BY: Final = re.compile(r"\bby\b", re.IGNORECASE)
_CUES: Final = (
    "collaborated",
    "contributed",
    "by ",
    "courtesy",
    "via ",
    "hat tip",
    "getty",
    "photo",
    "stock",
    "commons",
)
_LONGEST, _LONG, _LABEL = 600, 260, 60
_GLUED: Final = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ][a-zà-ÿ])")
_COUNT_INSIDE: Final = re.compile(r"(?<=[)\]])(?=[A-Z])")
_SENTENCE: Final = 4
_AROUND: Final = " *_|•·\t"
_BEFORE_NAMES: Final = '@©"“'


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
    plain = line.strip(_AROUND)
    if len(plain) > _LONGEST or (len(plain) > _LONG and _is_running(plain)) or not _may_credit(plain):
        return None
    english = in_english(plain)
    if _SOURCES.match(english) or _PHOTO.match(english):
        return _labelled(english, known) or (_pictured(plain) if english != plain else None)
    return _thanks(plain, known) or _pictured(plain)


def _may_credit(plain: str) -> bool:
    """Whether a line has any of the signs and words that credit lines have; most lines have none."""
    if "/" in plain or ":" in plain or "(" in plain or "|" in plain or "—" in plain:
        return True
    return any(map(plain.lower().__contains__, _CUES)) or (not plain.isascii() and _says_picture(plain))


def _says_picture(plain: str) -> bool:
    """Whether a line has the word for a picture of another language."""
    return any(map(plain.__contains__, _PICTURE))


def _is_running(plain: str) -> bool:
    """Whether a long line has neither a label at its beginning nor a parenthesis at its end."""
    return ":" not in plain[:_LABEL] and not plain.rstrip(".").endswith(")")


def _thanks(plain: str, known: Sequence[str]) -> CreditLine | None:
    """Whom a line without a label thanks: another outlet, or the staff."""
    passed_on = _PASSED_ON.fullmatch(plain) if len(plain) < 60 else None
    if passed_on and passed_on["name"] in set(known):
        return CreditLine(rule="sources", sources=(Citation(name=passed_on["name"]),))
    thanked = _CONTRIBUTED.fullmatch(plain.strip("()")) if len(plain) < 260 else None
    if thanked:
        agencies = [name for name in _LIST.split(thanked["who"]) if name in set(known)]
        return CreditLine(rule=CONTRIBUTORS, sources=tuple(Citation(name=name) for name in agencies))
    return CreditLine(rule=CONTRIBUTORS) if len(plain) < 260 and _STAFF.fullmatch(plain) else None


def contributors_in(lines: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The lines that say who helped, each once: in their words, without parentheses and signs of markup around them.

    Args:
        lines: Rule and words of each line of an original.
    """
    told = (" ".join(line.strip(_AROUND).split()) for rule, line in lines if _tells_who_helped(rule, line))
    return tuple(dict.fromkeys(map(_bare, told)))


def _tells_who_helped(rule: str, line: str) -> bool:
    """Whether a line was taken for one, or for a byline and says more: ``Reporting by …; Editing by …``."""
    if rule != "byline":
        return rule == CONTRIBUTORS
    return len(_BY.findall(line)) > 1 and _STAFF.fullmatch(line.strip(_AROUND)) is not None


def _bare(line: str) -> str:
    bracketed = _BRACKETED.fullmatch(line)
    return bracketed["inside"].strip() if bracketed else line


def _pictured(plain: str) -> CreditLine | None:
    """Who took the picture to which a line is the caption or the credit."""
    caption = _CAPTION.search(plain)
    if caption is None and any(map(plain.__contains__, _CREDITING)):
        caption = _CREDITED.search(plain)
    if caption is None and _says_picture(plain):
        abroad = _CREDITED_ABROAD.search(plain) if len(plain) < _LONG else None
        if abroad:
            return CreditLine(rule="caption", photo_credits=((abroad["credit"] or abroad["signed"]).strip(),))
    if caption and len(plain) < 500 and not _is_reference(caption["credit"], plain[: caption.start()]):
        return CreditLine(rule="caption", photo_credits=(_unlabelled(caption["credit"].strip()),), whole=True)
    bare = plain.rstrip(".")
    if len(plain) < 100 and (_AGENCY_LINE.fullmatch(bare) or _AGENCY_FIRST.fullmatch(bare)):
        return CreditLine(rule="photo-credit", photo_credits=(plain,))
    return None


def _is_reference(credit: str, before: str) -> bool:
    """Whether what stands in parentheses cites a work, as ``(EPA 2024)``, or is short for the words before it."""
    return _CITED.fullmatch(credit) is not None or _is_short_for(credit, before)


def _is_short_for(credit: str, before: str) -> bool:
    """Whether capitals in parentheses are those of the words before them: ``Environmental Protection Agency (EPA)``."""
    words = [word for word in before.split() if word[0].isupper()][-len(credit) :]
    return credit.isalpha() and credit.isupper() and "".join(word[0] for word in words) == credit


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
        if photo and _VIDEO.fullmatch(photo[0]) and not _NAMES.fullmatch(value):
            return None
        if len(value.split()) > 30 or (current == "photo" and len(value.split()) > 16):
            return None
        if _is_sentence(value) if current != "photo" else not (value[0].isalpha() or value[0] in _BEFORE_NAMES):
            return None
        if current == "photo":
            photos.append(value.rstrip(" ."))
        elif is_bibliography(value):
            return None
        else:
            sources.extend(read_sources(value, known))
    if not sources and not photos:
        return None
    rule = "sources" if sources else "photo-credit"
    return CreditLine(rule=rule, sources=tuple(sources), photo_credits=tuple(photos))


def is_bibliography(value: str) -> bool:
    """Whether a list is of works, most with a publisher or year: ``Tides, Harbour Press, 2019; Piers, Oar``."""
    works = value.split(";")
    return len(works) > 1 and 2 * sum("," in work for work in works) > len(works)


def _is_sentence(value: str) -> bool:
    """Whether a label is followed by words rather than names: most of them are written small."""
    words = value.split()
    small = sum(1 for word in words if word[0].islower() and word not in {"and", "of", "the", "for", "via"})
    return len(words) > _SENTENCE and 2 * small > len(words)


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
    """``GreatAgainWashington Examiner`` at the places where known names begin or end."""
    names = set(known)
    parts = [part for part in _COUNT_INSIDE.split(name) if part]
    if len(parts) > 1:
        return [one for part in parts for one in _split_glued(part, known)]
    if _COUNT.sub("", name) in names:
        return [name]
    row = _row_of_known(name, names)
    if row:
        return row
    for seam in _GLUED.finditer(name):
        left, right = name[: seam.start()], name[seam.start() :]
        if left in names or _row_of_known(right, names):
            return [left, *_split_glued(right, known)]
    return [name]


def _row_of_known(text: str, names: Collection[str]) -> list[str]:
    """The known names that a text is glued of, long ones first; none where anything else is left."""
    counted = _COUNT.search(text)
    bare = text[: counted.start()] if counted else text
    rows: dict[int, list[str]] = {len(bare): []}
    for start in range(len(bare) - 1, -1, -1):
        ends = [start + len(name) for name in names if bare.startswith(name, start)]
        whole = [end for end in ends if end in rows and (end == len(bare) or bare[end].isupper())]
        if whole:
            rows[start] = [bare[start : max(whole)], *rows[max(whole)]]
    row = rows.get(0, [])
    return [*row[:-1], row[-1] + text[len(bare) :]] if row else []


def photographers(credited: Iterable[CreditLine]) -> tuple[str, ...]:
    """Who is credited with pictures, each once."""
    return tuple(dict.fromkeys(name for credit in credited for name in credit.photo_credits))


def cited(credited: Iterable[CreditLine], attributed: Sequence[Citation]) -> tuple[Citation, ...]:
    """The sources of an article: those of its credit lines, then those that only its text names."""
    named = _merged([citation for credit in credited for citation in credit.sources])
    said = {citation.name for citation in named}
    return (*named, *(citation for citation in attributed if citation.name not in said))
