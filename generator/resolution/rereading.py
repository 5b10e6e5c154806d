"""Full names read again in the light of the others: family names of two words, spans that swallowed a word too many."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from msgspec.structs import replace

from generator.model import Mention
from generator.resolution.sightings import Sighting
from generator.text.gazetteer import common_words, given_names, is_deed, surnames
from generator.text.names import Name, fold, parse_name
from generator.text.titles import is_title_word

_MANY = 5
# More given names than these may be a whole name and the next one's.
_TWO_NAMES = 2
# A small letter before a large one, with or without a lost "and"; McDonald and DesRosier have less before it.
_GLUED = re.compile(r"(?P<left>\b[^\W\d_]{5,}?)(?:and)?(?P<right>(?<=[a-z])[A-Z][a-z]{2,}\b)")

_GAP = re.compile(r"\s{2,}|\n")


def reread(sightings: Sequence[Sighting]) -> list[Sighting]:
    """The sightings, those of misread spans given the name that the rest of the archive shows to be meant.

    ``Van Hollen`` and ``Wasserman Schultz`` are family names where somebody bears them behind a first name; ``Barbara
    Lee Gala`` is Barbara Lee, ``Trump Emails`` and ``Blasting Trump`` a bare Trump, in an article that names them.
    Where two lines have lost what stood between them, ``WaxmanBarbara Lee`` is Barbara Lee, and ``Barbara Lee Robert C.
    Scott`` are two where the archive knows both.
    """
    sightings = _parted([_unglued(sighting) if sighting.key else sighting for sighting in sightings])
    full = [sighting for sighting in sightings if sighting.key]
    names = {sighting.mention.text: sighting.name for sighting in full}
    double = _double_surnames(names.values())
    doubtful = {text for text, name in names.items() if _may_be_misread(name, double)}
    if not doubtful:
        return sightings
    counts = Counter(sighting.key for sighting in full)
    famous = _famous(full)
    articles = {sighting.article for sighting in full if sighting.mention.text in doubtful}
    named: dict[int, dict[str, Sighting]] = {article: {} for article in articles}
    bearers: dict[int, set[str]] = {article: set() for article in articles}
    for sighting in full:
        if sighting.article in articles:
            named[sighting.article].setdefault(sighting.key, sighting)
            bearers[sighting.article].add(sighting.name.surname)
    return [
        _read(s, double, counts, named[s.article], (bearers[s.article], famous))
        if s.key and s.mention.text in doubtful
        else s
        for s in sightings
    ]


def _may_be_misread(name: Name, double: Mapping[str, str]) -> bool:
    """Whether there are articles in which a full name would be read otherwise."""
    first_is_known = name.first in given_names()
    if len(name.given) == 1 and (is_deed(name.first) or (not first_is_known and name.key in double)):
        return True
    if name.surname in surnames() or name.suffix:
        return False
    return len(name.given) > 1 or not first_is_known


def _famous(sightings: Sequence[Sighting]) -> set[str]:
    """Family names of people named in many articles: behind them stands a thing of theirs, not a family name."""
    articles: dict[str, set[int]] = defaultdict(set)
    for sighting in sightings:
        if sighting.name.first in given_names() or sighting.mention.role:
            articles[sighting.name.surname].add(sighting.article)
    return {surname for surname, found in articles.items() if len(found) >= _MANY}


def _double_surnames(names: Iterable[Name]) -> dict[str, str]:
    """Family names of two words by their key: with a particle, or a middle name that is cited with the last."""
    double: dict[str, str] = {}
    for name in names:
        for surname in long_surnames(name):
            double[surname.replace(" ", "")] = surname
    return double


def long_surnames(name: Name) -> tuple[str, ...]:
    """The family names of more than one word by which a name may be cited."""
    found = [name.surname] if " " in name.surname else []
    if name.middle and len(name.middle[-1]) > 1 and not name.family_first:
        found.append(f"{name.middle[-1]} {name.surname}")
    return tuple(found)


def _read(
    sighting: Sighting,
    double: Mapping[str, str],
    counts: Mapping[str, int],
    named: Mapping[str, Sighting],
    bearers: tuple[set[str], set[str]],
) -> Sighting:
    name = sighting.name
    first_is_known = name.first in given_names()
    if not first_is_known and sighting.key in double and len(name.given) == 1:
        return replace(sighting, name=Name((), double[sighting.key]), key="")
    if len(name.given) == 1 and is_deed(name.first) and any(name.surname in some for some in bearers):
        return replace(sighting, mention=_cut(sighting.mention, 1, behind=True), name=Name((), name.surname), key="")
    if name.surname in surnames() or name.suffix:
        return sighting
    if (
        len(name.given) == 1
        and not first_is_known
        and any(name.first in some for some in bearers)
        and (not sighting.mention.role or is_deed(name.surname))
    ):
        return replace(sighting, mention=_cut(sighting.mention, 1), name=Name((), name.first), key="")
    for cut in range(2, len(name.given) + 1):
        shorter = "".join(name.given[:cut])
        if shorter in named and counts[shorter] > counts[sighting.key]:
            mention = _cut(sighting.mention, cut)
            return replace(sighting, mention=mention, name=named[shorter].name, key=shorter)
    return sighting


def _parted(sightings: Sequence[Sighting]) -> list[Sighting]:
    """The sightings, a span of two full names in a row as two where both stand elsewhere by themselves."""
    long = {s.mention.text for s in sightings if s.key and len(s.name.given) > _TWO_NAMES}
    if not long:
        return list(sightings)
    known = {sighting.key for sighting in sightings if sighting.mention.text not in long}
    return [part for sighting in sightings for part in _names_in(sighting, known, long)]


def _names_in(sighting: Sighting, known: AbstractSet[str], long: AbstractSet[str]) -> tuple[Sighting, ...]:
    mention = sighting.mention
    words = mention.text.split(" ") if mention.text in long else []
    for cut in range(2, len(words) - 1):
        front, back = parse_name(" ".join(words[:cut])), parse_name(" ".join(words[cut:]))
        if front.full and back.full and front.key in known and back.key in known:
            first = _cut(mention, cut)
            start = first.end + 1
            second = replace(mention, text=mention.text[start - mention.start :], start=start, role="")
            return Sighting(sighting.article, first, front, front.key), Sighting(
                sighting.article, second, back, back.key
            )
    return (sighting,)


def _unglued(sighting: Sighting) -> Sighting:
    """The sighting without the word or the name that is glued to it, as far as the longer part is a full name."""
    mention = sighting.mention
    parts = _apart(mention.text)
    if parts is None:
        return sighting
    front, back = parts
    kept, start = (front, mention.start) if " " in front else (back, mention.end - len(back))
    name = parse_name(kept)
    if not name.key or " " not in kept:
        return sighting
    shorter = replace(mention, text=kept, start=start, end=start + len(kept))
    return replace(sighting, mention=shorter, name=name, key=name.key)


@lru_cache(maxsize=200_000)
def _apart(text: str) -> tuple[str, str] | None:
    """The two parts of a name that has swallowed the end or the beginning of another line; None where it has not."""
    if "  " in text or "\n" in text:
        front, back = _GAP.split(text, maxsplit=1)
        return front, back
    glued = _GLUED.search(text)
    if glued and _is_word_of_its_own(fold(glued["right"])):
        return text[: glued.end("left")], text[glued.start("right") :]
    return None


def _is_word_of_its_own(word: str) -> bool:
    return word in given_names() or word in common_words() or is_title_word(word)


def _cut(mention: Mention, words: int, *, behind: bool = False) -> Mention:
    """The mention without what its span has swallowed behind its first words, or before what stands ``behind`` them."""
    parts = mention.text.split()
    kept = " ".join(parts[words:] if behind else parts[:words])
    if behind and mention.text.endswith(kept):
        return replace(mention, text=kept, start=mention.end - len(kept))
    if behind or not mention.text.startswith(kept):
        return mention
    return replace(mention, text=kept, end=mention.start + len(kept))
