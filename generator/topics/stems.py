"""Words and their stems: what lets ``elections`` in an article meet ``election`` in the vocabulary.

Only inflection is taken off (plural, possessive, -ed, -ing) and British and American spelling are made one. A stronger
stemmer would file *universe* with *university* and *organ* with *organization*, which costs a subject index more than
it gains; derived words stand in the vocabulary by themselves.
"""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
"""A word as the vocabulary sees it: hyphens and full stops part words, an apostrophe does not."""

# Taking the ending off these would make another word of them: shares/share, arms/arm, boxing/box, humane/human.
_WHOLE = frozenset(
    {
        "according",
        "accounting",
        "arms",
        "based",
        "boxing",
        "branding",
        "building",
        "camping",
        "corpse",
        "customs",
        "cycling",
        "data",
        "dating",
        "drawing",
        "earnings",
        "envelope",
        "evening",
        "finale",
        "forces",
        "futures",
        "gaming",
        "germane",
        "goods",
        "hearing",
        "housing",
        "humane",
        "landed",
        "landing",
        "locale",
        "manned",
        "marketing",
        "mars",
        "media",
        "meeting",
        "mining",
        "morale",
        "news",
        "painting",
        "parenting",
        "pricing",
        "proceedings",
        "programming",
        "rationale",
        "rights",
        "rowing",
        "ruling",
        "secrete",
        "sentencing",
        "series",
        "severe",
        "shares",
        "shelling",
        "shipping",
        "shooting",
        "species",
        "stocks",
        "surfing",
        "training",
        "united",
        "urbane",
        "wedding",
        "zoning",
    }
)
_SPELLING = {
    "aeroplane": "airplane",
    "aluminium": "aluminum",
    "armour": "armor",
    "behaviour": "behavior",
    "centre": "center",
    "cheque": "check",
    "colour": "color",
    "defence": "defense",
    "endeavour": "endeavor",
    "favour": "favor",
    "fibre": "fiber",
    "harbour": "harbor",
    "honour": "honor",
    "humour": "humor",
    "jewellery": "jewelry",
    "kerb": "curb",
    "labour": "labor",
    "licence": "license",
    "metre": "meter",
    "neighbour": "neighbor",
    "neighbourhood": "neighborhood",
    "offence": "offense",
    "paediatric": "pediatric",
    "plough": "plow",
    "programme": "program",
    "rumour": "rumor",
    "sceptic": "skeptic",
    "sulphur": "sulfur",
    "theatre": "theater",
    "tumour": "tumor",
    "tyre": "tire",
    "vapour": "vapor",
}
_IRREGULAR = {
    "children": "child",
    "elves": "elf",
    "fallen": "fall",
    "feet": "foot",
    "fought": "fight",
    "knives": "knife",
    "lives": "life",
    "men": "man",
    "mice": "mouse",
    "oxen": "ox",
    "people": "people",
    "teeth": "tooth",
    "wives": "wife",
    "wolves": "wolf",
    "women": "woman",
}
_VOWEL = re.compile("[aeiouy]")
# What is left of vot(ed), serv(ed), judg(ed), nurs(ed), argu(ed), caus(ed).
_LOST_E = re.compile(r"^[^aeiou]*[aeiou][^aeiouwxy]$|[cuv]$|[dr]g$|[nr]s$|[aeiou]{2}[svz]$")


def stem(word: str) -> str:
    """The key under which a word and its inflected forms meet; not always a word itself."""
    bare = word.lower().replace("’", "'")
    bare = bare.removesuffix("'s")
    if bare in _WHOLE or len(bare) < 3 or not bare.isalpha():
        return bare
    singular = _SPELLING.get(_singular(bare), _singular(bare))
    return singular if singular in _WHOLE else _close(_without_ending(_american(singular)))


def _singular(word: str) -> str:
    """The word without its plural ending."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word[:-1]


def _american(word: str) -> str:
    """The word in American spelling, where the ending alone decides it."""
    if word.endswith("isation"):
        return word[:-7] + "ization"
    if len(word) > 6 and word.endswith(("ise", "ised", "ising")):
        cut = word.rindex("is")
        return word[: cut + 1] + "z" + word[cut + 2 :]
    return word


def _without_ending(word: str) -> str:
    """The word without -ed or -ing, if what is left can be a word."""
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ing") and len(word) > 5 and _VOWEL.search(word, 0, len(word) - 3):
        return _with_lost_e(word[:-3])
    if word.endswith("ed") and not word.endswith("eed") and len(word) > 3 and _VOWEL.search(word, 0, len(word) - 2):
        return _with_lost_e(word[:-2])
    return word


def _with_lost_e(word: str) -> str:
    """A short verb as it was before -ed or -ing took its e: ``vot`` is ``vote``, but ``plann`` is not ``planne``."""
    return word + "e" if len(word) <= 5 and _LOST_E.search(word) else word


def _close(word: str) -> str:
    """The form in which ``produce`` and ``produc(ed)``, ``control`` and ``controll(ed)`` are the same.

    Short words keep their e: ``wine`` is not ``win`` nor ``plane`` a ``plan``.
    """
    if len(word) > 5 and word.endswith("e"):
        return word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and (word[-1] not in "aeioulsfz" or (word[-1] == "l" and len(word) > 5)):
        return word[:-1]
    return word[:-1] + "i" if len(word) > 2 and word.endswith("y") and word[-2] not in "aeiou" else word
