"""Who wrote the article: bylines in the many shapes in which pages print them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.cleaning.fields.dating import dates_in, read_dates
from generator.cleaning.fields.name_forms import (
    NAME_WORD,
    ROLE,
    begins_with_name,
    is_caseless_name,
    is_name,
    recased,
    tells_role,
    undoubled,
    unpossessed,
)
from generator.cleaning.fields.portraits import PORTRAIT, after_picture
from generator.cleaning.fields.translation import in_english
from generator.cleaning.pieces.words import DEGREES, NOT_FIRST_NAMES
from generator.text.letters import CAPITALS, CASELESS

_WORK: Final = (
    r"(?:article|story|words|text|report|reporting|analysis|commentary|opinion|column|review|guest post"
    r"|post|blog|essay|interview)"
)
_DONE: Final = (
    r"(?:(?:written|posted|published)(?: on)?|reported|contributed|submitted|authored|created|produced"
    r"|edited and written)"
)
_BY: Final = re.compile(rf"(?:{_WORK} )?(?:{_DONE} )?by\s?:?\s+(?=\S)", re.IGNORECASE)
_LABEL: Final = re.compile(
    rf"(?:(?:the )?(?:authors?|writers?|words|reporters?|byline|contributors?|journalist)(?:\(s\))?\s?[:|]"
    rf"|(?:{_WORK} |{_DONE} )by\s?:?)\s*(?=\S)",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(
    rf"(?:(?:{_WORK} )?(?:{_DONE} )?by|(?:authors?|writers?|reporters?)(?:\(s\))?)\s?:?", re.IGNORECASE
)
_GLUED: Final = re.compile(r"(?:By|BY)(?=[A-Z][a-z]+ [A-Z])")
_BY_INSIDE: Final = re.compile(rf"(?:^|[\s|·•⋅●,–—-])(?:by|By|BY)\s?:?\s+(?=[{CAPITALS}{CASELESS}])")
_BY_ANY: Final = re.compile(r"(?:^|[\s|·•⋅●,–—-])(?:by|By|BY)\s?:?(?:\s+(?=\w)|(?=[A-Z]))")
_OTHER_WORK: Final = re.compile(
    r"\b(?:reviewed|edited|checked|designs?|designed|photos?|photograph(?:y|s|ed)|images?|illustrations?|illustrated"
    r"|powered|voiced|read|narrated|hosted|sponsored|presented|supported|built|made|translat(?:ed|ion)|approved|verified"
    r"|videos?|music|themes?|credits?)$",
    re.IGNORECASE,
)
"""What stands before a ``by`` that names no author."""
_TAIL: Final = re.compile(
    r"\s*(?:[|•·⋅●–—/]|\s-\s|\b(?:Published|Updated|Posted|Reviewed|Edited|Last|Modified|Date|PUBLISHED|UPDATED|POSTED)\b"
    r"|\(?@\w|\bon (?=[A-Z][a-z]+ \d)|\b(?:for|in|at|For|FOR|IN|AT|In) (?=[A-Z])|\b(?:In|in|on|for"
    r"|at)\s*$|\b(?:By|by)\b|\bMin(?:ute)?s? read|\s\d|\((?![A-ZÀ-Þ]\w*\) [A-ZÀ-Þ])|\S+@\w"
    r"|\b(?:Email|Follow|Share|Comment|View|Special to)\b)"
)
_STAFF: Final = re.compile(r"\s*\b(?:Staff|STAFF)\b")
_OWN: Final = "Staff\u2060"
_JOINT: Final = re.compile(r"\s*(?:,?\s+(?:and|AND|with|WITH|und|et|y)\s+|\s+&\s+|[,;]\s*(?:and\s+)?)")
_JOINT_KEPT: Final = re.compile(f"({_JOINT.pattern})")
_JOINT_ABROAD: Final = re.compile(r"\s+(?:e|en|och|og|ja|и|та|і|i|oraz|ve|και|și|şi|és|a)\s+")
_DIGIT: Final = re.compile(r"\d")
_READING: Final = re.compile(r"\d+ ?min|\d+ comments?\b", re.IGNORECASE)
_BARS: Final = re.compile(r"\s*[|•·⋅●]\s*")
_GAP: Final = re.compile(r" ?\u00a0 ?\u00a0 ?")
"""What parts a name from a button beside it."""
_EDGE: Final = " *_|•·–—-#\t,"
_DOTTED: Final = (" Jr.", " Sr.")
_LONGEST: Final = 200
_LONGEST_NAMES: Final = 90
_FEW: Final = 3
_HANDLE: Final = re.compile(r"[^\W\d_][\w.'’@-]{2,29}(?: [^\W\d_][\w.'’@-]*){0,2}")
_SIGNED: Final = re.compile(r"(?P<name>[^,|–—]{4,40}?)\s*(?:[,|–—]\s*|\s-\s)(?P<rest>[^.!?]{2,70})")
_IN_PLACE: Final = re.compile(r" in [A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2}$")
_WHOLE_NAME: Final = rf"{NAME_WORD.pattern}(?: {NAME_WORD.pattern}){{1,5}}"
_TOLD: Final = re.compile(
    rf"\W{{0,3}}(?P<name>{_WHOLE_NAME})(?:, [^,.]{{2,60}},)? (?:is|was|has been) (?:an?|the|our)\b"
)
_DESKS: Final = ("Team", "TEAM", "Staff", "STAFF", "Editors", "EDITORS", "Editorial", "Contributor", "Contributors")
_DESK: Final = re.compile(
    rf"(?!(?i:by) )(?:The )?{NAME_WORD.pattern}(?: {NAME_WORD.pattern}){{0,3}} (?:{'|'.join(_DESKS)})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Who signs a line, and by what shape that was seen."""

    authors: tuple[str, ...]
    basis: str


# The lines of a page's furniture come back on every page of its outlet.
@lru_cache(maxsize=1 << 14)
def read_byline(line: str) -> Byline | None:
    """The authors that a line names as such, or None where it is no byline.

    ``By August of 2022, my husband and I …`` is none: what stands where the name should is no name.
    """
    plain = in_english(line.strip(_EDGE))
    if len(plain) > _LONGEST or not (_says_by(plain) or ":" in plain or "|" in plain):
        return None
    for pattern, basis in ((_LABEL, "label"), (_BY, "byline"), (_GLUED, "byline")):
        match = pattern.match(plain)
        if match:
            rest = plain[match.end() :]
            authors = names_in(rest) or signed_name(rest, labelled=basis == "label")
            return Byline(authors=authors, basis=basis) if authors else None
    return None


def _says_by(line: str) -> bool:
    """Whether a line has the letters of the word: most have not, and need not be asked where it stands."""
    return "by" in line.lower()


def without_outlet(line: str, outlet: str) -> str:
    """A line in which a marked ``Staff`` stands for the name of the outlet, which is no author: ``NAME | Staff``."""
    return _outlet(outlet).sub(_OWN, line) if outlet else line


@lru_cache(maxsize=256)
def _outlet(name: str) -> re.Pattern[str]:
    bare = re.escape(name.removeprefix("The "))
    return re.compile(rf"\b(?:(?:The|the|THE) )?(?:{bare}|{bare.upper()})\b(?!\.\w)")


def is_own_desk(line: str) -> bool:
    """Whether a byline, read ``without_outlet``, names the outlet itself or a desk of it and nobody else."""
    if _OWN not in line:
        return False
    plain = line.strip(_EDGE)
    label = next((match for pattern in (_LABEL, _BY) if (match := pattern.match(plain))), None)
    return label is not None and plain.startswith(_OWN, label.end()) and len(plain) <= _LONGEST // 3


def other_worker(line: str) -> str:
    """Who did something else for the article, where a line says that and nothing more: ``Voiced by NAME``; else ''."""
    by = _BY_INSIDE.search(line) if _says_by(line) else None
    deed, name = (line[: by.start()], line[by.end() :].strip(_EDGE)) if by else ("", "")
    told = 0 < len(deed.split()) < _FEW and _OTHER_WORK.search(deed) is not None
    return name if told and is_name(name) else ""


def is_joint(line: str) -> bool:
    """Whether a line is nothing but what joins two names."""
    return line.strip().lower() in {",", ";", "&", "and", ", and", "und", "et", "y", "with"}


def is_label_alone(line: str) -> bool:
    """Whether a line is nothing but ``By`` or ``Author:``, so that the name stands on the next."""
    return _ALONE.fullmatch(line.strip(" *_|•·\t")) is not None


def signed_name(text: str, *, labelled: bool = True) -> tuple[str, ...]:
    """What stands behind a label and has no form of a person's name: one word, a team, an agency."""
    head = _head(after_picture(text) or text).strip(_EDGE + ".:")
    words = head.split()
    if not 1 <= len(words) <= (5 if labelled else 4) or any(letter.isdigit() for letter in head):
        return ()
    if words[0].lower() in NOT_FIRST_NAMES - {"the"} or not all(
        word[0].isupper() or word in {"of", "and", "the"} for word in words
    ):
        return ()
    if _begins_with_date(text.strip(_EDGE)):
        return ()
    return (head,) if len(words) > 1 or labelled else ()


def read_meta_line(line: str) -> Byline | None:
    """The author of a short line that also gives a date: ``March 3, 2019 by NAME``, ``NAME | 5 min read``."""
    plain = in_english(line.strip(_EDGE))
    if len(plain) > _LONGEST:
        return None
    inside = _BY_INSIDE.search(plain) if _says_by(plain) else None
    if inside and not _OTHER_WORK.search(plain, 0, inside.start()):
        authors = names_in(plain[inside.end() :])
        if authors:
            return Byline(authors=authors, basis="byline")
    if dates_in(plain) or _READING.search(plain):
        for part in _BARS.split(plain):
            date = min(dates_in(part), key=lambda phrase: phrase.start, default=None)
            before, after = (part, "") if date is None else (part[: date.start], part[date.end :])
            told = (before if before.strip() else after).strip(_EDGE)
            name = _TAIL.split(_GLUED.sub("", told, count=1), maxsplit=1)[0].strip(_EDGE)
            names = [one for joined in _JOINT.split(name) for one in _parted(joined)]
            if len(names) <= _FEW and all(map(is_name, names)):
                return Byline(authors=tuple(map(recased, names)), basis="name-line")
    return None


def read_dated_line(line: str) -> Byline | None:
    """Whoever signs a line of a date and little else, though it is no person's name: ``May 21, 2025 by wanderer``."""
    plain = in_english(line.strip(_EDGE))
    signed = _BY_ANY.search(plain) if _DIGIT.search(plain) else None
    dates = read_dates(plain) if signed else ()
    if signed is None or not dates or dates[0].others > _FEW or _OTHER_WORK.search(plain, 0, signed.start()):
        return None
    rest = plain[signed.end() :]
    name = "" if _begins_with_date(rest) else _head(rest)
    return Byline(authors=(name,), basis="byline") if is_handle(name) else None


def is_signed_by(line: str) -> bool:
    """Whether a line that holds a date says in a word who wrote."""
    return any(found and found.basis == "byline" for found in (read_byline(line), read_dated_line(line)))


def is_handle(name: str) -> bool:
    """Whether somebody may sign so: one word, or two or three that begin with capitals."""
    words = name.split()
    return (
        0 < len(words) <= _FEW
        and _HANDLE.fullmatch(name) is not None
        and words[0].lower() not in NOT_FIRST_NAMES - {"the"}
        and (len(words) == 1 or all(word[0].isupper() for word in words))
    )


def _begins_with_date(text: str) -> bool:
    return any(date.start == 0 for date in dates_in(text))


def names_in(text: str) -> tuple[str, ...]:
    """The people that a list of names consists of; organisations, roles and dates that follow are left out."""
    head = _head(after_picture(text) or text)
    if not head or len(head.split()) > 24:
        return ()
    names: list[str] = []
    parts = _JOINT_KEPT.split(head)
    for part, joint in zip(parts[::2], ["", *parts[1::2]], strict=True):
        # What a comma parts from the names and calls itself staff is their paper: ``NAME, Daily Planet Staff``.
        name = (part if "," in joint else _STAFF.split(part, maxsplit=1)[0]).strip(" ,;:*_-")
        if not name or name.lower().rstrip(".") in DEGREES:
            continue
        if not names and not is_name(name):
            role = ROLE.search(name)
            name = name[: role.start()].strip() if role else name
        if not is_name(name) and not is_caseless_name(name):
            break
        names += [recased(undoubled(one)) for one in _parted(name)]
    return tuple(dict.fromkeys(names))


def _parted(name: str) -> list[str]:
    """Two names that a small word of another language joins: ``Chiara Montesanto e Davide Valsecchi``."""
    parts = _JOINT_ABROAD.split(name)
    return parts if all(map(is_name, parts)) else [name]


def _head(text: str) -> str:
    """A text up to its date, its outlet or whatever else follows names."""
    # Runs of blanks would cost the patterns their cube.
    text = " ".join(_GAP.split(text.strip(), maxsplit=1)[0].split())
    dates = dates_in(text) if _DIGIT.search(text) else ()
    start = min((one.start for one in dates if one.start > 0 and (one.day or one.year)), default=len(text))
    cut = _TAIL.search(text[:start], 1)
    head = (text[: cut.start()] if cut else text[:start]).strip(" ,;:-–—|\t")
    return head if head.endswith(_DOTTED) else head.rstrip(" ,;:.-–—|\t")


@lru_cache(maxsize=1 << 14)
def read_signature(line: str) -> Byline | None:
    """The author of a line that only a place right at the headline makes a byline.

    ``NAME, Outlet Science Writer``; a name printed twice; the text of a portrait.
    """
    plain = line.strip(_EDGE)
    if len(plain) > _LONGEST:
        return None
    portrayed = after_picture(plain)
    if portrayed:
        authors = names_in(portrayed)
        return Byline(authors=authors[:1], basis="portrait") if authors else None
    if not begins_with_name(plain):
        return None
    single = undoubled(plain)
    if single != plain and is_name(single):
        return Byline(authors=(recased(single),), basis="portrait")
    match = _SIGNED.fullmatch(plain)
    if match and is_name(match["name"].strip()) and tells_role(match["rest"]):
        return Byline(authors=(recased(match["name"].strip()),), basis="signature")
    return None


def read_name_line(line: str) -> Byline | None:
    """The author of a line that is a name and nothing else, or one ``in Springfield``; its place makes it a byline."""
    if not begins_with_name(line.strip(_EDGE)):
        return None
    plain = _IN_PLACE.sub("", " ".join(line.strip(_EDGE).split()))
    if len(plain) > _LONGEST_NAMES:
        return None
    parts = [part for part in _JOINT.split(plain) if part and part.lower().rstrip(".") not in DEGREES]
    if parts and len(parts) <= 4 and all(is_name(part) for part in parts):
        return Byline(authors=tuple(recased(part) for part in parts), basis="name-line")
    return None


def read_titled_line(line: str) -> Byline | None:
    """The author of a line that goes on with what the author is: ``NAME Founder at Planet``, ``NAME Headshot``."""
    if not begins_with_name(line.strip(_EDGE)):
        return None
    plain = " ".join(line.strip(_EDGE).split())
    if len(plain) > _LONGEST // 2:
        return None
    titled = (ROLE.search(plain) if tells_role(plain) else None) or PORTRAIT.search(plain)
    name = unpossessed(plain[: titled.start()].strip(_EDGE)) if titled else ""
    return Byline(authors=(recased(name),), basis="signature") if is_name(name) else None


def read_biography(sentence: str) -> Byline | None:
    """Whom a sentence introduces: ``NAME is a reporter …``; only its place makes that an author."""
    told = _TOLD.match(sentence)
    name = told["name"] if told else ""
    return Byline(authors=(name,), basis="biography") if is_name(name) else None


def read_desk_line(line: str) -> Byline | None:
    """The author of a line that names a team and nothing else: ``Daily Planet Staff``, ``The Planet Team``."""
    if not line.strip(_EDGE).endswith(_DESKS):
        return None
    plain = " ".join(line.strip(_EDGE).split())
    return Byline(authors=(plain,), basis="desk-line") if _DESK.fullmatch(plain) else None


def is_role_line(line: str) -> bool:
    """Whether a short line says what a person is: ``Content Editor``, ``Staff Writer``."""
    return len(line) <= 70 and not line.rstrip().endswith((".", "!", "?")) and tells_role(line)
