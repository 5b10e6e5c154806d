"""What a sentence says that somebody is, beside the name: ``Jeff Sessions, the attorney general,`` or ``(R-Ala.)``."""

from __future__ import annotations

import re

from generator.language.outlines import BODY_WORDS
from generator.text.names import fold
from generator.text.titles import is_abbreviation, is_title_word
from generator.text.words import word_set

_LONGEST = 8
_REACH = 90
_ARTICLE = r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)"
# The "and" within a body's name (``National Aeronautics and Space Administration``) ends nothing.
_WITHIN = rf"and(?=\s(?:[A-Z]\w+\s){{0,2}}(?:{'|'.join(sorted(word.capitalize() for word in BODY_WORDS))})\b)"
# Not "the attorney general," of a list: behind an apposition the sentence goes on, or ends.
_BEHIND = re.compile(
    rf",\s(?:{_ARTICLE}\s)?([^,.;:()\n]{{3,80}}?)(?=[,.;:)]|\s(?!{_WITHIN})(?:and|but|said|told|who)\b|\n|$)"
)
_BEFORE = re.compile(rf"(?<!, )\b{_ARTICLE}\s([\w.’' -]{{4,70}}),\s$")
_SEAT = re.compile(r",? \(?([RDI]-[A-Z][A-Za-z.]{1,12})(?=[),:; ])")
# Title words that are none in an apposition: a relation, a voyage.
_NO_ROLES = frozenset({"father", "brother", "sister", "flight", "mission", "member"})
# A phrase with a verb of its own is a clause about somebody else (``, and Ann Lee is the other engineer``).
_VERBS = word_set("am are be been did does had has have is was were who whose that which")
_LINKS = frozenset({"of", "for", "from", "at", "to", "in", "on", "with", "under"})


def apposition(text: str, start: int, end: int) -> str:
    """The words beside a name that say what its bearer is, verbatim and without article; '' where there are none."""
    seat = _SEAT.match(text, end)
    if seat:
        return seat.group(1)
    behind = _BEHIND.match(text, end)
    if behind and _is_role(behind.group(1)) and not _is_next_title(text, behind):
        return behind.group(1)
    before = _BEFORE.search(text[max(0, start - _REACH) : start])
    if before and _is_role(before.group(1)) and text[end : end + 1] in {",", ".", ";", ")"}:
        return before.group(1)
    return ""


def _is_next_title(text: str, behind: re.Match[str]) -> bool:
    """Whether the phrase ends with the title of the next name (``, joined Rep.``)."""
    return text[behind.end(1) : behind.end(1) + 1] == "." and is_abbreviation(behind.group(1).split()[-1])


def _is_role(phrase: str) -> bool:
    """Whether a phrase is led by a title word: the last before ``of``, ``for`` and the like, or before its end."""
    words = phrase.split()
    if len(words) > _LONGEST or not _VERBS.isdisjoint(words):
        return False
    lead = next((number for number, word in enumerate(words) if word in _LINKS), len(words))
    return bool(lead) and words[lead - 1] not in _NO_ROLES and is_title_word(fold(words[lead - 1]))
