"""The corpus votes on what a name is: the model's opinion of one sentence counts little, that of all sentences much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain
from operator import attrgetter

from generator.model import ArticleRow, EntityKind
from generator.text.gazetteer import (
    bodies,
    common_words,
    demonyms,
    family_names,
    given_names,
    known_mononyms,
    known_places,
    namesakes,
    surnames,
    thing_words,
    vessels,
)
from generator.text.names import PARTICLES, SUFFIXES, fold
from generator.text.titles import is_title_word
from generator.text.words import word_set

# A title before the name, an age or "who" behind it say more than the model: each counts as so many opinions.
_TITLE_VOTES = 2
# So many opinions make a person of a name that looks like a phrase (Slow Down, Tiger Beat), if nothing shows one.
_PHRASE_VOTES = 3
# Addresses: Clay Street is a street, whatever its first name.
_STREETS = word_set("street st avenue")
# Words that stand in no name but in a headline that the model took for one (Josh Are Free).
_NEVER_FIRST = word_set("and for from of that the")
_NEVER_INSIDE = word_set(
    "and are but can could for from had has have is must not of on or should that the was were will with would"
)
# A bill's number, not an initial and a family name: H. Con. Res. 71.
_BILLS = word_set("amdt con doc j r rept res")
_MAY_BE_MONTHS = frozenset({"april", "august", "june", "may"})
_LONGEST_PERSON = 5
# Particles that stand in names of people and in no others: Wernher von Braun, but Rio de Janeiro.
_NOBLE = frozenset({"bin", "ibn", "von"})
# A full name behind a known first name: so many words, and so often the model may take it for something else.
_FULL, _SLIPS = 3, 2
# How large a share of the opinions makes a name a craft's; a name of which that is often true needs less.
_CRAFT, _MAYBE_CRAFT = 0.4, 4
# A first name that is taken for a body or a place this often is one (Charlotte).
_SURELY = 3
# Words that begin names of places (North Hudson, Upper Sandusky) and nobody's.
_PLACE_HEADS = word_set("camp cape east fort greater lake lower mount mt new north port south upper west")
# Before a first name these make a town (Santa Barbara).
_SAINTS = frozenset({"san", "santa", "sao"})
# Nothing on a map ends so, whatever the model says (United States Army, Bay Area Tumor Institute).
_BODY_ENDS = word_set(
    "agency alliance army association board bureau caucus commission committee company conference corporation corps "
    "council department federation foundation institute league ministry party society subcommittee"
)
# Things that are family names too: only a known first name makes a person of them (Bob Law, but Stimulus Bill).
THING_SURNAMES = word_set(
    "bill castle church court cross day fair farmer field fields forest fort garden gold grant hall hill hills home "
    "house jobs justice king lake land lane law liberty love march marsh mill mine mountain page park parks post power "
    "press price pride prince reason rule rush school star storm story street temple wall water way west wise work "
    "world worth"
)


_NAMESAKES: dict[str, EntityKind | None] = {"organization": "organization", "place": "place", "thing": None}
_NONE: Counter[str] = Counter()
_OPINION = attrgetter("text", "kind", "role", "cue")


class Ballot:
    """How often each name was taken for a person, an organization, a place, or nothing at all."""

    def __init__(self, rows: Iterable[ArticleRow], never_people: frozenset[str]) -> None:
        """Count the mentions of all articles. ``never_people``: folded names that a maintainer has struck out."""
        self._votes: dict[str, Counter[str]] = {}
        self._seen: dict[str, tuple[Counter[str], Counter[str] | None]] = {}
        self._never_people = never_people
        opinions = Counter(map(_OPINION, chain.from_iterable(row.mentions for row in rows)))
        for (text, kind, role, cue), times in opinions.items():
            votes, owner = self._seen.get(text) or self._first_seen(text)
            votes[kind] += times
            votes["all"] += times
            if role and kind in {"person", "unknown"}:
                votes["titled"] += times
            if cue:
                votes[cue] += times
            if owner is not None and kind in {"organization", "place"}:
                owner["owner"] += times
        self._decided: dict[str, EntityKind | None] = {}

    def _first_seen(self, text: str) -> tuple[Counter[str], Counter[str] | None]:
        """The votes on a name, and on the owner of the thing that it names (Mansfield Lahm, of an airport)."""
        folded = fold(text)
        owner, _, thing = folded.rpartition(" ")
        owned = self._votes.setdefault(owner, Counter()) if " " in owner and thing in thing_words() else None
        self._seen[text] = self._votes.setdefault(folded, Counter()), owned
        return self._seen[text]

    def kind(self, name: str) -> EntityKind | None:
        """What a folded name is on the whole: a person, an organization, a place, or None for what has no page."""
        if name not in self._decided:
            self._decided[name] = self._decide(name)
        return self._decided[name]

    def names(self) -> Iterable[str]:
        """Every folded name on which there is an opinion."""
        return self._votes.keys()

    def person_share(self, name: str) -> float:
        """The share of the opinions on a folded name that say person, titles included."""
        votes = self._votes.get(name, _NONE)
        people = votes["person"] + _TITLE_VOTES * votes["titled"]
        return people / max(1, people + votes["organization"] + votes["place"])

    def count(self, name: str, kind: str) -> int:
        """How many mentions of a folded name the model took for ``kind``; ``all`` counts every one."""
        return self._votes[name][kind] if name in self._votes else 0

    def _decide(self, name: str) -> EntityKind | None:
        votes = self._votes.get(name, _NONE)
        if name in known_places():
            return None if votes["thing"] > votes["organization"] + votes["place"] else "place"
        words = name.split()
        other = self._other(words, votes)
        if name in demonyms():
            return None
        if name in namesakes() and not (votes["titled"] or votes["who"]):
            return _NAMESAKES[namesakes()[name]]
        if name in self._never_people or not may_name_person(words):
            return other
        if self._is_person(words, votes):
            return "person"
        return other

    def _other(self, words: list[str], votes: Counter[str]) -> EntityKind | None:
        """What the name is if it is no person's."""
        against = votes["organization"] + votes["place"]
        if not against or self._is_thing(words, votes):
            return None
        is_body = votes["organization"] >= votes["place"] or (len(words) > 1 and words[-1] in _BODY_ENDS)
        return "organization" if is_body else "place"

    def _is_thing(self, words: list[str], votes: Counter[str]) -> bool:
        """Whether a name is a craft's, a common word, or but a first name."""
        against = votes["organization"] + votes["place"]
        if len(words) == 1:
            word = words[0]
            if word in vessels("sure") or (word in thing_words() and word not in bodies()):
                return True
            if word in given_names() and against < _SURELY:
                return True
            if word in vessels("maybe") and _MAYBE_CRAFT * votes["thing"] >= against - 1:
                return True
        if _is_compound(words):
            return True
        return votes["thing"] >= _CRAFT * (votes["thing"] + against)

    def _is_person(self, words: list[str], votes: Counter[str]) -> bool:
        people = votes["person"] + _TITLE_VOTES * (votes["titled"] + votes["who"])
        against = votes["organization"] + votes["place"]
        if len(words) == 1:
            is_famous = words[0] in known_mononyms() and against <= people + _SLIPS
            return is_famous or (people > against and words[0] not in _MAY_BE_MONTHS)
        if any(word in _NOBLE for word in words[1:-1]):
            return True
        shown = votes["titled"] or votes["who"] or votes["says"]
        if not shown and _is_thing_like(words, votes, people):
            return False
        known = _is_given(words[0])
        if not people:
            # The model missed it everywhere, or took it for a body: a known first name tips the scales.
            return known and len(words) <= _FULL and against <= max(_SLIPS, votes["unknown"])
        # Mansfield Lahm Airport makes a place of Mansfield Lahm, but no known first name is a place's.
        return people > against + votes["owner"] * (not known) or (known and 2 * people >= against)


def _is_thing_like(words: list[str], votes: Counter[str], people: int) -> bool:
    """Whether a name of several words, of which no sentence shows a person, looks like a thing's."""
    # Nobody is "the" or "the firm" John Doe every other time; once may be the sentence's chance.
    odd = votes["article"] + votes["noun"]
    if odd * 2 >= votes["all"] and (odd == votes["all"] or not _is_given(words[0])):
        return True
    if words[-1] in _STREETS:
        return True
    # George Mason the university: what is named after him stands in the archive more often than he does.
    if votes["owner"] > people:
        return True
    return _is_phrase(words) and people < _PHRASE_VOTES - (words[-1] in family_names())


def _is_phrase(words: list[str]) -> bool:
    """Whether a name begins or ends with a word that newspapers write small, and its first word is no first name."""
    # Blind Willie Johnson: a first name may have a byname before it.
    if any(map(_is_given, words[:-1])) or len(words[0]) == 1:
        return False
    return words[0] in common_words() or (words[-1] in common_words() and words[-1] not in family_names())


def _is_given(word: str) -> bool:
    """Whether a folded word is a first name, or two of which folding has dropped the hyphen (``Jean-Pierre``)."""
    names = given_names()
    return word in names or any(word[:cut] in names and word[cut:] in names for cut in range(3, len(word) - 2))


def _is_compound(words: list[str]) -> bool:
    """Whether a name is made of craft and numbers (``Apollo-Soyuz``, of which folding has dropped the hyphen)."""
    crafts = vessels("sure") | vessels("maybe")
    if len(words) > 1:
        return all(word in crafts or word.isdigit() for word in words)
    return any(words[0][:cut] in crafts and words[0][cut:] in crafts for cut in range(3, len(words[0]) - 2))


def may_name_person(words: list[str]) -> bool:
    """Whether nothing in the folded words of a name rules a person out."""
    if not words or len(words) > _LONGEST_PERSON or not _is_spelt_like_name(words):
        return False
    first_known = len(words) > 1 and words[0] in given_names()
    if words[-1] in THING_SURNAMES and len(words) > 1 and not first_known:
        return False
    # Steve Field is somebody, but Paul Smith School is a school.
    if words[-1] in THING_SURNAMES and len(words) > 2 and words[-2] in surnames():
        return False
    # A first name may look like a thing (Bill, Grant), and so may the family name behind it (Steve Jobs, Rosa Parks).
    inner = words[1 if first_known else 0 : -1 if first_known and words[-1] in THING_SURNAMES else None]
    if not thing_words().isdisjoint(inner) or words[0] in demonyms() or words[-1] in demonyms():
        return False
    if words[0] in PARTICLES and " ".join(words[1:]) in known_places():
        return False
    return len(words) == 1 or first_known or " ".join(words) not in known_places()


def _is_spelt_like_name(words: list[str]) -> bool:
    """Whether the words have the shape of a name: no digits, ``H. R.``, ``FY``, or suffix but at the end."""
    if len(words[-1]) == 1 or all(len(word) <= 2 for word in words):
        return False
    if not SUFFIXES.keys().isdisjoint(words[:-1]) or (len(words) > 1 and _begins_place(words)):
        return False
    if words[0] in {"h", "s"} and all(word in _BILLS for word in words[1:]):
        return False
    if len(words) > 1 and _holds_stranger(words):
        return False
    return _is_spelt_in_letters(words)


def _is_spelt_in_letters(words: list[str]) -> bool:
    """Whether the words are made of letters, and of a script that knows capitals: the model goes by them."""
    joined = "".join(words)
    if joined.isascii() and joined.isalpha():
        return True
    if any(word.upper() == word.lower() for word in words):
        return False
    return not any(character.isdigit() or character in "@#/&:_" for character in joined)


def _begins_place(words: list[str]) -> bool:
    """Whether a name begins as those of places do."""
    return words[0] in _PLACE_HEADS or (words[0] in _SAINTS and words[1] in given_names() and not words[2:])


def _holds_stranger(words: list[str]) -> bool:
    """Whether a name holds a headline's small word, or ends with a title that is nobody's family name."""
    if not _NEVER_INSIDE.isdisjoint(words[1:]) or words[0] in _NEVER_FIRST:
        return True
    if words[0] in PARTICLES and words[1] in _PLACE_HEADS:
        return True
    return is_title_word(words[-1]) and words[-1] not in family_names()
