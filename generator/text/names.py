"""Personal names taken apart: what makes two ways of writing one a match or a contradiction.

Nothing here knows an article or an archive. All results are folded (lower case, no accents, hyphens or apostrophes), so
that ``Moon Jae-in`` and ``MOON Jae In``, ``François`` and ``Francois``, ``O'Leary`` and ``O’Leary`` compare equal.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct

SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}


def word_set(words: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(words.split())


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
    byname = next((word for word in words[1:cut] if words[0] in _nicknames().get(word, ())), "")
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


def is_short_form(first: str) -> bool:
    """Whether a folded first name is short for others (``bobby``)."""
    return first in _nicknames()


@cache
def formal_names(first: str) -> frozenset[str]:
    """The formal first names that ``first`` (folded) may stand for, itself included."""
    return _nicknames().get(first, frozenset()) | {first}


@cache
def canonical_first(first: str) -> str:
    """The formal name where ``first`` is a short form of exactly one; otherwise ``first``."""
    formal = _nicknames().get(first, frozenset())
    return next(iter(formal)) if len(formal) == 1 else first


def same_first(one: str, other: str) -> bool:
    """Whether two first names (folded) may be the same person's: equal, short form, or an initial of the other."""
    if one == other:
        return True
    if not one or not other:
        return False
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return bool(formal_names(one) & formal_names(other))


def sounds_alike(one: str, other: str) -> bool:
    """Whether two first names (folded) are taken for each other (Stephen, Steven), though each is a name."""
    return bool(_spellings().get(one, frozenset()) & _spellings().get(other, frozenset()))


def compatible_middles(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two rows of middle names agree: ``W.`` fits ``Walker`` and nothing, but not ``H. W.``."""
    if not one or not other:
        return True
    if len(one) != len(other) and len(one[0]) == len(other[0]) == 1:
        return False
    return all(_initial_fits(a, b) for a, b in zip(one, other, strict=False))


@lru_cache(maxsize=200_000)
def distance(one: str, other: str, limit: int) -> int:
    """Edits (insert, delete, replace, swap) from one string to the other; ``limit + 1`` if there are more."""
    return _edits(one, other, limit)


def _edits(one: str, other: str, limit: int) -> int:
    """The same: where two strings begin to differ there are but four edits to try, and one less is left behind each."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    one, other = _unlike(one, other)
    longest = max(len(one), len(other))
    if not limit or longest <= 1:
        return min(longest, limit + 1)
    is_swap = longest > 1 and one[:2] == other[1::-1]
    if limit == 1:
        return 1 if is_swap and len(one) == len(other) == 2 else 2
    rests = [(one[1:], other), (one, other[1:]), (one[1:], other[1:])]
    if is_swap:
        rests.append((one[2:], other[2:]))
    return 1 + min(limit, *(_edits(*rest, limit - 1) for rest in rests))


def _unlike(one: str, other: str) -> tuple[str, str]:
    """Two strings without what they begin and end with alike."""
    start, least = 0, min(len(one), len(other))
    while start < least and one[start] == other[start]:
        start += 1
    end = 0
    while end < least - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]


def is_syllables(word: str) -> bool:
    """Whether a folded word is one or two syllables as East Asian names have in Latin letters (``xiaoping``)."""
    return _SYLLABLES.fullmatch(word) is not None


def is_usual_slip(one: str, other: str) -> bool:
    """Whether two words differ as a hurried hand or ear makes them differ: one of them is likely the other misspelt.

    Two letters swapped, one left out or put in before the end, a vowel for a vowel, a consonant for one that sounds so.
    ``Comer`` for ``Comey`` and ``Roberts`` for ``Robert`` are other names as often as slips.
    """
    if len(one) > len(other):
        one, other = other, one
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) + 1 == len(other):
        doubled = at and other[at] == other[at - 1]
        return one[at:] == other[at + 1 :] and bool(at < len(one) or doubled)
    if len(one) != len(other) or at == len(one):
        return False
    if one[at + 1 :] == other[at + 1 :]:
        return any(one[at] in alike and other[at] in alike for alike in _ALIKE)
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]


_ALIKE = ("aeiouy", "ckqg", "szc", "vwf", "mn", "dt", "bp", "jg", "rl")


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


def _initial_fits(one: str, other: str) -> bool:
    return one == other or ((len(one) == 1 or len(other) == 1) and one[0] == other[0])


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    """Short form -> the formal names it may stand for."""
    table: dict[str, set[str]] = {}
    for line in read_words("generator.text", "nicknames.txt"):
        formal, _, short = line.partition(":")
        for word in short.split():
            table.setdefault(word, set()).add(formal)
    return {short: frozenset(formal) for short, formal in table.items()}


@cache
def _spellings() -> dict[str, frozenset[int]]:
    """First name -> the numbers of the lines of spellings.txt in which it stands."""
    table: dict[str, set[int]] = {}
    for number, line in enumerate(read_words("generator.text", "spellings.txt")):
        for word in line.split():
            table.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in table.items()}


@cache
def read_words(package: str, file: str) -> tuple[str, ...]:
    """The lines of a word list that lies in a package, without comments and blank lines."""
    text = files(package).joinpath(file).read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))
