"""Whether words have the form of a person's name, and how names are written."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from generator.cleaning.pieces.words import NOT_FIRST_NAMES, NOT_IN_NAMES, ROLE_WORDS
from generator.text.letters import CAPITALS

NAME_WORD: Final = re.compile(
    rf"(?:[{CAPITALS}][\w'’.-]*|(?:al|el|ul|ad|as|ash|an)-[{CAPITALS}][\w'’-]*|[\"“(][{CAPITALS}]\w*[\"”)]"
    r"|de|da|di|del|della|der|den|van|von|la|le|du|dos|das|al|el|bin|ibn|ben|y|e|zu|ter|ten)"
)
_CASELESS_NAME: Final = re.compile(
    r"[\u4e00-\u9fff々〆ヶ\u3040-\u30ff·・]{2,10}(?: [\u4e00-\u9fff々\u3040-\u30ff]{1,5})?"
    r"|[\uac00-\ud7a3]{2,4}(?: [\uac00-\ud7a3]{1,3})?|[\u0590-\u06ff'’-]{2,14}(?: [\u0590-\u06ff'’-]{2,14}){1,4}"
)
"""Of Han and kana, of Hangul, of Hebrew and Arabic letters."""
_DEGREES: Final = frozenset({"phd", "esq", "mba", "md", "rd"})
_DOTTED_ROLE: Final = re.compile(r"\b(?:Ph\.D|M\.D|R\.D)\b|\w\.(?:com|org|net|co\.uk)\b", re.IGNORECASE)
ROLE: Final = re.compile(
    rf"\b(?:{'|'.join(sorted({*ROLE_WORDS, *_DEGREES, 'co-founder'}))})\b|{_DOTTED_ROLE.pattern}", re.IGNORECASE
)
"""Where a text begins to tell what somebody is."""
_WORD: Final = re.compile(r"\w+")
_ABSTRACT: Final = re.compile(
    r"(?:tions?|ments?|it(?:y|ies)|isms?|ness|ships?|olog(?:y|ies)|ware|ables?|ful|ators?|img|int\.)$"
)
_POSSESSIVE: Final = ("'s", "’s")
_AFTER_NAME: Final = " *_|•·–—-#\t,;:"


def is_name(text: str) -> bool:
    """Whether a text has the form of a person's name of two to six words."""
    words = text.split(" ")
    if not 2 <= len(words) <= 6:
        return False
    told = [_word(word) for word in words]
    return all(word.fits for word in told) and told[0].begins and sum([word.capital for word in told]) >= 2


def is_caseless_name(text: str) -> bool:
    """Whether a text in letters that know no capitals may be a name where a label says that one follows."""
    return _CASELESS_NAME.fullmatch(text) is not None


def tells_role(text: str) -> bool:
    """Whether a text tells what somebody is anywhere: whether ``ROLE`` finds something, in a fraction of its time."""
    words = _WORD.findall(text.lower())
    if not (ROLE_WORDS.isdisjoint(words) and _DEGREES.isdisjoint(words)):
        return True
    return "." in text and _DOTTED_ROLE.search(text) is not None


class _Word(NamedTuple):
    """What a word tells of whether a name holds it."""

    fits: bool
    """It may stand in a name."""
    begins: bool
    """A name may begin with it."""
    capital: bool


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> _Word:
    bare = word.lower().rstrip(".,")
    fits = (
        NAME_WORD.fullmatch(word) is not None
        and bare not in NOT_IN_NAMES
        and not (len(bare) > 5 and _ABSTRACT.search(bare))
        and not word.endswith(_POSSESSIVE)
        and not any(map(str.isdigit, word))
        and not tells_role(word)
    )
    # The `al-Sayed` of `Ahmed al-Sayed` counts.
    capital = word[:1].isupper() or ("-" in word and not word.islower())
    return _Word(fits=fits, begins=bare not in NOT_FIRST_NAMES, capital=capital)


# Several readers ask it of one line, one after another.
@lru_cache(maxsize=1 << 10)
def begins_with_name(line: str) -> bool:
    """Whether the first two words of a line can be those of a name, whatever follows."""
    words = line.split(None, 2)
    if len(words) < 2:
        return False
    first, second = _word(words[0]), _word(unpossessed(words[1].rstrip(_AFTER_NAME)))
    return first.fits and first.begins and second.fits


def unpossessed(name: str) -> str:
    """Whose something is: ``Jane Doe`` of ``Jane Doe's``."""
    return name[:-2] if name.endswith(_POSSESSIVE) else name


def undoubled(name: str) -> str:
    """``Jane Doe Jane Doe``, an image's text glued to the name under it, is one name."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half >= 2 and words[:half] == words[half:] else name


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
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word.lower())
