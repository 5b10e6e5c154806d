"""What the text shows to be a thing, whatever the model says: craft, and words that it also writes small."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.language.found import Found
from generator.text.gazetteer import bodies, known_places
from generator.text.names import PARTICLES, fold

_CRAFT = (
    r"(?:spacecraft|spaceships?|space station|space shuttles?|shuttles?|capsules?|rockets?|boosters?|landers?|rovers?|"
    r"orbiters?|probes?|satellites?|modules?|telescopes?|missiles?|carrier|destroyer|cruiser|submarine|freighter|"
    r"airplane|aircraft|drone|helicopter)"
)
# "the lander Philae", "the USS Hornet": whatever stands behind is the craft; so it is in "a probe, Huygens,".
_BEFORE = re.compile(rf"(?:\b{_CRAFT}(?: called| named)? [\"“‘']?|\b(?:USS|HMS|U\.S\.S\.|H\.M\.S\.) )$")
_INSIDE = re.compile(rf" {_CRAFT} ")
_APPOSED = re.compile(rf"\b{_CRAFT}, [\"“‘']?$")
# "Dragon capsule", "Falcon rockets"; but a body has rockets too (NASA spacecraft), so that this is but an opinion.
_DOES = r"(?:lifted off|blasted off|splashed down|touched down|docked|undocked|was launched|landed)"
_BEHIND = re.compile(rf"[\"”’']?(?: {_CRAFT}| {_DOES})\b")
_COUNTED = r"(?:percent|million|billion|years?|days?|hours?|points?)"
_NUMBER = re.compile(rf"[- ](?:\d{{1,3}}|[IVX]{{1,4}})\b(?![.,]\d|%| {_COUNTED})")
_NUMBERED = re.compile(r"[^\W\d_][^\d]*[- ](?:\d{1,3}|[IVX]{1,4})[A-Z]?")
_SHIP = re.compile(r"(?:USS|HMS|U\.S\.S\.|H\.M\.S\.) ")
_REACH = 40
_SMALL = re.compile(r"\b[^\W\d_A-Z]{4,}\b")


def small_words(text: str) -> frozenset[str]:
    """The words that a text writes small somewhere."""
    return frozenset(_SMALL.findall(text))


def sobered(text: str, found: Sequence[Found]) -> list[Found]:
    """The spans, as ``thing`` where the text shows a craft or also writes the word small."""
    small = small_words(text)
    surnames = {fold(text[one.start : one.end]).split()[-1] for one in found if one.kind == "person"}
    return [_sober(text, one, small, surnames) for one in found]


def _sober(text: str, one: Found, small: frozenset[str], surnames: set[str]) -> Found:
    name = text[one.start : one.end]
    if one.role:
        return one
    if _is_craft(text, one, name):
        return replace(one, kind="thing")
    folded = fold(name)
    if one.kind == "person" or folded.split()[-1] in surnames:
        return one
    if _BEHIND.match(text, one.end) and not name.isupper():
        return replace(one, kind="thing")
    if one.kind in {"organization", "place"} and _is_also_small(name, folded, small):
        return replace(one, kind="thing")
    return one


def _is_craft(text: str, one: Found, name: str) -> bool:
    """Whether a noun before the name, or a number behind or in it, makes a craft of it."""
    floor = max(0, one.start - _REACH)
    if _BEFORE.search(text, floor, one.start):
        return True
    if _APPOSED.search(text, floor, one.start) and text[one.end : one.end + 1] in {",", ".", ";"}:
        return True
    if one.kind == "person" and " " in name:
        return False
    if _INSIDE.search(name) or _NUMBERED.fullmatch(name) or _SHIP.match(name):
        return " of " not in name
    return bool(_NUMBER.match(text, one.end)) and fold(name) not in known_places() and not name.isupper()


def _is_also_small(name: str, folded: str, small: frozenset[str]) -> bool:
    """Whether a name of one word is a common word of the article (``Orbit``)."""
    if " " in name or folded in bodies() or folded in known_places() or folded in PARTICLES:
        return False
    return len(name) > 3 and name.lower() in small
