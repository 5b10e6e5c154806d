"""Personal names taken apart: what makes two ways of writing one a match or a contradiction.

Nothing here knows an article or an archive. All results are folded (lower case, no accents, hyphens or apostrophes), so
that ``Moon Jae-in`` and ``MOON Jae In``, ``François`` and ``Francois``, ``O'Leary`` and ``O’Leary`` compare equal.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

from generator.text.first_names import nicknames
from generator.text.words import word_set

SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}


PARTICLES = word_set(
    "abu af al ap ben bin bint da dal de del della den der des di do dos du el ibn la las le los san santa st te "
    "ten ter ul van vander von zu zur"
)
# A family name may drop these without becoming another: al-Assad is Assad, but de Blasio is not Blasio.
_ARTICLES = frozenset({"al", "el", "ul"})
# Particles that are no first name either: "de Blasio" is a family name alone, "Van Jones" and "Al Gore" are not.
_NEVER_FIRST = word_set("da de della di dos du el ibn ten von zu")
# Family names that stand first, as in Kim Jong Un; a name that begins with one may be cited by it alone.
_FAMILY_FIRST = word_set(
    "ahn ban chen cho choi chung deng fei han hong hu hwang jang jiang jung kang kim kwon lee li lim liu mao moon "
    "nguyen oh park roh ryu shin sun tran wang wen wu xi xu yang yi yoon yu zhang zhao zhou zhu"
)
# ... and those that are Western first names too, so that two words alone do not tell: Lee Zeldin, Kim Cain.
_ALSO_FIRST = frozenset({"kim", "lee", "sun"})
_QUOTED = re.compile(r"[\"“‘'(](?![RDI]-)([^\W\d_][\w.-]{0,20})[\"”’')](?=\s)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,4}[^\W\d_]?|[^\W\d_]\.?")
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "’": "'", "ʼ": "'", "`": "'"}
)
_DROPPED = str.maketrans("", "", "'`-‐‑.,\"“”")


class Name(Struct, frozen=True, gc=False):
    """A personal name in its parts, each folded. ``given`` is empty for a bare family name."""

    given: tuple[str, ...]
    surname: str
    suffix: str = ""
    nickname: str = ""
    """A short form inside the name, in quotes or brackets (Virgil "Gus" Grissom) or without them (Jacob Jack Lew)."""
    family_first: bool = False

    @property
    def first(self) -> str:
        """The first given name, or ''."""
        return self.given[0] if self.given else ""

    @property
    def middle(self) -> tuple[str, ...]:
        """Given names and initials after the first."""
        return self.given[1:]

    @property
    def key(self) -> str:
        """One string that is equal for spellings that differ only in accents, hyphens, spaces, case and dots."""
        body = (self.surname, *self.given) if self.family_first else (*self.given, self.surname)
        return "".join(body).replace(" ", "") + (f"+{self.suffix}" if self.suffix else "")

    @property
    def full(self) -> bool:
        """Whether the name holds more than a family name."""
        return bool(self.given)


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """The text in lower case without accents, hyphens, apostrophes and dots; words parted by single spaces."""
    if text.isascii():
        return " ".join(text.lower().translate(_DROPPED).split())
    lowered = text.casefold().translate(_UNDECOMPOSED)
    plain = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    return " ".join(plain.translate(_DROPPED).split())


@lru_cache(maxsize=200_000)
def parse_name(text: str) -> Name:
    """The parts of a personal name. Titles are expected to be gone; a possessive ending is taken off.

    A name of one word is a bare family name. Particles belong to the family name (``Van Hollen``), ``Jr.`` and the like
    are the suffix, and a short form in quotes is the nickname.
    """
    text = strip_possessive(text)
    # Most names are letters and spaces: nothing to be taken apart.
    is_plain = text.isascii() and text.replace(" ", "").isalpha()
    quoted = None if is_plain else _QUOTED.search(text)
    nickname = fold(quoted.group(1)) if quoted else ""
    if quoted:
        text = text[: quoted.start()] + text[quoted.end() :]
    words = text.lower().split() if is_plain and not _begins_with_initials(text) else _words(text)
    suffix = ""
    while len(words) > 1 and words[-1] in SUFFIXES:
        suffix = SUFFIXES[words.pop()]
    if not words:
        return Name((), "", suffix, nickname)
    if len(words) == 2 and words[0] in _ARTICLES and "-" in text:
        # Al-Baghdadi is no Al whose family name is Baghdadi.
        return Name((), words[1], suffix, nickname)
    if _is_family_first(words, text):
        return Name(tuple(words[1:]), words[0], suffix, nickname, family_first=True)
    cut = _surname_start(words)
    byname = next((word for word in words[1:cut] if words[0] in nicknames().get(word, ())), "")
    if byname:
        words.remove(byname)
        nickname, cut = nickname or byname, cut - 1
    surname = [word for word in words[cut:] if word not in _ARTICLES] or words[cut:]
    return Name(tuple(words[:cut]), " ".join(surname), suffix, nickname)


@lru_cache(maxsize=200_000)
def key_of(text: str) -> str:
    """The ``key`` of the name in a text."""
    return parse_name(text).key


def strip_possessive(text: str) -> str:
    """The text without a possessive ending (``Sessions'``, ``Trump's``)."""
    if "'" not in text and "’" not in text:
        return text
    for ending in ("'s", "’s", "'S", "’S", "s'", "s’"):
        if text.endswith(ending) and len(text) > len(ending) + 1:
            return text[:-1] if ending[0] == "s" else text[: -len(ending)]
    return text


def is_syllables(word: str) -> bool:
    """Whether a folded word is one or two syllables as East Asian names have in Latin letters (``xiaoping``)."""
    return _SYLLABLES.fullmatch(word) is not None


def _begins_with_initials(text: str) -> bool:
    """Whether a plain name may begin with two initials without stops (``JD Vance``)."""
    return text[1:2].isupper() and not text[2:3].isalpha()


def _words(text: str) -> list[str]:
    """The folded words of a name: initials one by one, Arabic articles parted from their word."""
    words: list[str] = []
    shouted = text.isupper()
    for word in text.replace(",", " ").split():
        letters = word.replace(".", "")
        if _INITIALS.fullmatch(word) or (len(word) == 2 and word.isupper() and not shouted and not words):
            words.extend(fold(letter) for letter in letters)
            continue
        head, hyphen, tail = word.partition("-")
        if hyphen and head.lower() in _ARTICLES and tail:
            words.append(head.lower())
            word = tail  # noqa: PLW2901 - the article has been filed, its word is next
        folded = fold(word)
        if folded:
            words.append(folded)
    return words


def _is_family_first(words: list[str], text: str) -> bool:
    """Whether the family name stands first, as in Kim Jong Un, Moon Jae-in and Xi Jinping."""
    if len(words) not in {2, 3} or words[0] not in _FAMILY_FIRST:
        return False
    if "-" in text.rsplit(maxsplit=1)[-1]:
        return True
    if len(words) == 2 and words[0] in _ALSO_FIRST:
        return False
    # Kim Philby, Lee Harvey Oswald: a Western family name at the end is longer than two syllables of pinyin or hangul.
    return all(map(is_syllables, words[1:]))


_SYLLABLE = (
    r"(?:[bpmfdtnlgkhjqxzcsrwy]|zh|ch|sh|hs|ph|th|ng)?(?:y|w)?(?:iao|uai|ae|eo|eu|oo|ou|ai|ei|ao|ia|ie|iu|ua|uo|ui|ue|ye|yu|a|e|i|o|u)"
    r"(?:ng|n|k|m|l|p|h)?"
)
_SYLLABLES = re.compile(f"(?:{_SYLLABLE}){{1,2}}")


def _surname_start(words: list[str]) -> int:
    """Index of the family name's first word, its particles included."""
    cut = len(words) - 1
    while cut > 1 and words[cut - 1] in PARTICLES:
        cut -= 1
    if cut == 1 and words[0] in _NEVER_FIRST:
        return 0
    return cut
