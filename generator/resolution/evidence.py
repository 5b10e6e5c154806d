"""Whether anything speaks for a person: a known name, a title, a verb of saying, or company of the same kind.

The model's inventions (``Acer Nitro``, ``Pinot Grigio``) have full names like everybody else, but seldom any of these.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from generator.model import Mention
from generator.resolution.writing import Group
from generator.text.gazetteer import common_words, family_names, first_names, is_deed, last_names, surnames
from generator.text.names import SUFFIXES, Name, fold, is_syllables, parse_name
from generator.text.slugs import slug
from generator.text.titles import is_strong

_INITIALS = 2
_MANY_WORDS = 3
_NUMERAL = re.compile("[IVX]+")


def credible(groups: Mapping[str, Group], published: Collection[str] = ()) -> dict[str, Group]:
    """The groups that are people's: by a maintainer's word, by evidence, or named in a sentence with such a one.

    Who has a page already is taken for a person: no page goes because the archive has grown.
    """
    sure = {
        key
        for key, group in groups.items()
        if group.label or group.bare or _is_published(group, published) or _is_evident(group)
    }
    doubtful = [group for key, group in groups.items() if key not in sure]
    wanted = {r.sighting.article for group in doubtful for r in group.references}
    company = {
        (r.sighting.article, r.sighting.mention.sentence)
        for key in sure
        for r in groups[key].references
        if r.sighting.article in wanted and r.sighting.key
    }
    return {key: group for key, group in groups.items() if key in sure or _is_among(group, company)}


def _is_published(group: Group, published: Collection[str]) -> bool:
    return bool(published) and any(slug(text) in published for text in _texts(group))


def _is_among(group: Group, company: set[tuple[int, int]]) -> bool:
    named = (r.sighting for r in group.references if r.sighting.key)
    texts = _texts(group)
    names = [parse_name(text) for text in texts]
    if _holds_acronym(texts) or all(is_deed(name.surname) or _is_phrase(name) for name in names):
        return False
    return any((s.article, s.mention.sentence) in company for s in named)


def _is_evident(group: Group) -> bool:
    texts = _texts(group)
    names = [parse_name(text) for text in texts]
    if all(_is_of_small_words(name) for name in names):
        return False
    if _holds_acronym(texts):
        return any(is_strong(r.sighting.mention.role) for r in group.references)
    if any(_is_known(name) and not _ends_small(name) for name in names):
        return True
    # Steve Jobs: who has a first name and is cited by the family name is no phrase, whatever the word.
    is_cited = any(not r.sighting.key and r.sighting.mention.kind == "person" for r in group.references)
    if is_cited and any(map(_is_known, names)):
        return True
    is_phrase = all(_ends_small(name) or _is_phrase(name) for name in names)
    return any(_is_shown(r.sighting.mention, is_phrase=is_phrase) for r in group.references)


def _texts(group: Group) -> set[str]:
    return {r.sighting.mention.text for r in group.references if r.sighting.key}


def _is_shown(mention: Mention, *, is_phrase: bool) -> bool:
    """Whether the words beside the name make a person of it; of a phrase only the surest do."""
    if mention.cue == "who" or mention.apposition or is_strong(mention.role):
        return True
    return not is_phrase and bool(mention.role or mention.cue == "says")


def _is_known(name: Name) -> bool:
    """Whether the name is made of known names: by its first, by a frequent family name, or by syllables."""
    if name.family_first or len(name.first) == 1:
        return True
    last = name.surname.split()[-1]
    if name.first in first_names():
        return True
    if last in surnames():
        return name.first not in common_words()
    return is_syllables(name.first) and last in last_names()


def _ends_small(name: Name) -> bool:
    """Whether a small word that is no family name stands last (Claire Photography)."""
    last = name.surname.split()[-1]
    return last in common_words() and last not in family_names()


def _is_of_small_words(name: Name) -> bool:
    """Whether the words of a name are such as stand small (``Mr. Global Warming``): all, or all but one of many."""
    words = (*name.given, *name.surname.split())
    small = [w for w in words if w in common_words() and w not in first_names() and w not in last_names()]
    return len(small) >= len(words) - (len(words) > _MANY_WORDS)


def _is_phrase(name: Name) -> bool:
    """Whether a small word that is no first name stands first, and no family name last (``Boy Scout``)."""
    last = name.surname.split()[-1]
    if name.first in first_names():
        return False
    return _ends_small(name) or (name.first in common_words() and last not in last_names())


def _holds_acronym(texts: Iterable[str]) -> bool:
    """Whether each of the forms holds a word in capitals that is nobody's name (UCLA Anderson, Sadie Coles HQ)."""
    return all(not text.isupper() and any(map(_is_acronym, enumerate(text.split()))) for text in texts)


def _is_acronym(numbered: tuple[int, str]) -> bool:
    number, word = numbered
    folded = fold(word)
    if not word.isupper() or not word.isalpha() or len(word) < _INITIALS or folded in SUFFIXES:
        return False
    # JD Vance, but Sadie Coles HQ.
    if (not number and len(word) == _INITIALS) or _NUMERAL.fullmatch(word):
        return False
    return folded not in first_names() and folded not in last_names()
