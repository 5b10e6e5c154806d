"""Who wrote the article: bylines in the many shapes in which pages print them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_NAME_WORD: Final = r"(?:[A-ZÀ-Þ][\w'’.-]*|de|da|di|del|della|der|den|van|von|la|le|du|dos|das|al|el|bin|ibn|ben|y|e|zu|ter|ten)"
_NAME: Final = re.compile(rf"{_NAME_WORD}(?: {_NAME_WORD}){{0,5}}")
_BY: Final = re.compile(
    r"(?:(?:article|story|words|text|report|reporting|analysis|commentary|opinion|column|review|guest post|post|blog|essay|interview)(?: written)? )?"
    r"(?:written |posted |published |reported |contributed |submitted |authored |created |produced |edited and written )?by:?\s+(?=\S)",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(r"(?:(?:the )?(?:authors?|writers?|reporters?|written by|posted by|byline|contributors?|journalist)(?:\(s\))?\s*[:|]\s*|(?:written|posted|reported) by\s+)(?=\S)", re.IGNORECASE)
_GLUED: Final = re.compile(r"^(?:By|BY)(?=[A-Z][a-z]+ [A-Z])")
_TAIL: Final = re.compile(
    r"\s*(?:[|•·–—/]|\s-\s|\bPublished\b|\bUpdated\b|\bPosted\b|\bLast (?:updated|modified)\b|\(?@\w|\bon (?=[A-Z][a-z]+ \d)"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.? \d|\b\d{1,2}[/. :]|\b(?:19|20)\d\d\b|\bfor (?=[A-Z])"
    r"|\bin (?=[A-Z])|\bFOR (?=[A-Z])|\bIN (?=[A-Z])|\bMin(?:ute)?s? read|\s\d|\(|\bEmail\b|\bFollow\b|\bShare\b)"
)
_JOINT: Final = re.compile(r"\s*(?:,?\s+(?:and|AND|with|WITH|und|et|y)\s+|\s+&\s+|[,;]\s*(?:and\s+)?)")
_ROLE: Final = re.compile(
    r"\b(?:staff|writers?|reporters?|editors?|correspondents?|contributors?|columnists?|producers?|journalists?|bureau|chief"
    r"|press|news|times|post|daily|tribune|herald|gazette|journal|magazine|media|service|services|team|desk|agency|reuters|inc"
    r"|editorial|director|manager|analyst|officer|professor|university|institute|ph\.?d|m\.?d|r\.?d|esq|mba|guest|senior|ceo"
    r"|founder|president|author|photographer|photos?|network|online|digital|tv|radio|group|llc|company|associated|specialist|expert"
    r"|strategist|consultant|attorney|department|office|admin|administrator|webmaster|blog|web|\w+\.(?:com|org|net|co\.uk))\b\.?",
    re.IGNORECASE,
)
_NOT_NAMES: Final = frozenset(
    "the this that these those our my your his her its their august january february march april may june july september"
    " october november december monday tuesday wednesday thursday friday saturday sunday then now when in on at as for"
    " using making getting taking all many most some one two using".split()
)
_DEGREES: Final = frozenset("jr sr ii iii iv phd ph.d md m.d rd r.d rdn mba esq cpa ms ma rn dds jd cfp cfa pharmd np dnp mph msc bsc ldn cpt cscs pa-c faad do dvm lcsw".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Who signs a line, and by what shape that was seen."""

    authors: tuple[str, ...]
    basis: str


def read_byline(line: str) -> Byline | None:
    """The authors that a line names as such, or None where it is no byline.

    ``By August of 2022, my husband and I …`` is none: what stands where the name should is no name.
    """
    plain = line.strip(" *_|•·–—#\t")
    if len(plain) > 200:
        return None
    for pattern, basis in ((_LABEL, "label"), (_BY, "byline"), (_GLUED, "byline")):
        match = pattern.match(plain)
        if match:
            authors = names_in(plain[match.end() :])
            return Byline(authors=authors, basis=basis) if authors else None
    return None


def names_in(text: str) -> tuple[str, ...]:
    """The people that a list of names consists of; organisations, roles and dates that follow are left out."""
    cut = _TAIL.search(text, 1)
    head = (text[: cut.start()] if cut else text).strip(" ,;:.-–—|\t")
    if not head or len(head.split()) > 24:
        return ()
    names: list[str] = []
    for part in _JOINT.split(head):
        name = part.strip(" ,;:*_-")
        if not name or name.lower().rstrip(".") in _DEGREES:
            continue
        if not is_name(name):
            break
        names.append(recased(name))
    return tuple(dict.fromkeys(names))


def is_name(text: str) -> bool:
    """Whether a text has the form of a person's name of two to five words."""
    words = text.split()
    if not 2 <= len(words) <= 6 or not _NAME.fullmatch(text) or _ROLE.search(text):
        return False
    capitals = sum(1 for word in words if word[0].isupper())
    return capitals >= 2 and words[0].lower() not in _NOT_NAMES and not any(ch.isdigit() for ch in text)


def recased(name: str) -> str:
    """A name in capitals as it is written elsewhere: ``JANE McDOE`` becomes ``Jane McDoe``."""
    letters = [letter for letter in name if letter.isalpha()]
    if len(letters) < 5 or sum(1 for letter in letters if letter.isupper()) < 0.8 * len(letters):
        return name
    return " ".join(_recased_word(word) for word in name.split())


def _recased_word(word: str) -> str:
    if word.rstrip(".").lower() in {"ii", "iii", "iv"} or (len(word) <= 2 and word.endswith(".")):
        return word
    if word.upper().startswith("MC") and len(word) > 3:
        return "Mc" + word[2:].capitalize()
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word.lower()) if re.search(r"[-'’.]", word) else word.capitalize()


_SIGNED: Final = re.compile(r"(?P<name>[^,|–—]{4,40}?)\s*(?:[,|–—]\s*|\s-\s)(?P<rest>[^.!?]{2,70})")


def read_signature(line: str) -> Byline | None:
    """The author of a line that only a place right at the headline makes a byline: ``NAME, Outlet Science Writer``."""
    plain = line.strip(" *_|•·–—#\t")
    match = _SIGNED.fullmatch(plain)
    if match and is_name(match["name"].strip()) and _ROLE.search(match["rest"]):
        return Byline(authors=(recased(match["name"].strip()),), basis="signature")
    return None


def read_name_line(line: str) -> Byline | None:
    """The author of a line that is a name and nothing else; only a date right below makes it a byline."""
    plain = line.strip(" *_|•·–—#\t,")
    parts = [part for part in _JOINT.split(plain) if part]
    if parts and len(parts) <= 4 and all(is_name(part) for part in parts) and len(plain) <= 90:
        return Byline(authors=tuple(recased(part) for part in parts), basis="name-line")
    return None
