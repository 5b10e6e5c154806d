"""Mentions of one article: the model's entities made fit for filing, and what only capitals and titles show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.language import spans
from generator.language.bodies import bodies_in
from generator.language.capitals import capital_runs, is_function_word, shouted_lines
from generator.language.coordination import in_lists, share_titles
from generator.language.found import Found
from generator.language.nicknames import nicknamed
from generator.language.recall import recalled
from generator.language.things import small_words, sobered
from generator.model import MentionKind
from generator.text.gazetteer import (
    bodies,
    demonyms,
    family_names,
    given_names,
    known_places,
    namesakes,
    surnames,
    thing_words,
)
from generator.text.names import PARTICLES, fold, strip_possessive
from generator.text.sentences import sentence_spans
from generator.text.titles import (
    is_role_word,
    is_strong,
    is_sure_complement,
    is_title_word,
    leading_title,
    title_before,
)

_WORD = re.compile(r"\S+")
_BRACKET = re.compile(r" ?\((?=[A-Z])")
_LONGEST_PERSON = 5


def find_mentions(text: str, entities: Sequence[Found]) -> tuple[Found, ...]:
    """All mentions in the order of the text, none overlapping another.

    Args:
        text: The article's body, with blanks where nobody is to be looked for.
        entities: The model's spans; ``unknown`` ones are groups (``Democrats``) that may be a misread name.
    """
    small = small_words(text)
    whole = [found for span in nicknamed(text) for found in _titled(text, Found("person", *span))]
    refined = (
        part
        for entity in entities
        for found in _refined(text, entity)
        if not _touches(found, whole)
        for part in (bodies_in(text, found) if found.kind in {"organization", "place"} else (found,))
    )
    marked = _without_overlaps([*whole, *(_sober(text, found, small) for found in refined)])
    runs = [found for gap in _gaps(text, marked) for found in _unmarked(text, *gap)]
    inside = {word for found in (*marked, *runs) if not _opens_sentence(text, found) for word in _folded(text, found)}
    surnames_ = {found.start for found in marked if found.kind != "thing" and not found.role}
    kept = [
        found
        for found in runs
        if not _opens_sentence(text, found)
        or _is_proven(text, found, inside)
        or (found.end + 1 in surnames_ and fold(text[found.start : found.end]) in given_names())
    ]
    joined = _joined(text, _without_overlaps([*marked, *kept]))
    everything = share_titles(text, sobered(text, in_lists(text, recalled(text, joined, small))))
    return _without_overlaps([*everything, *_shouted(text, everything)])


# ── what the model marked ─────────────────────────────────────────────────────────────────────────────────────────────


def _refined(text: str, entity: Found) -> Iterator[Found]:
    """The names in one span of the model."""
    start, end = spans.widen(text, entity.start, entity.end)
    for piece in spans.split_span(text, start, end):
        for part in _parts(text, entity.kind, *piece):
            begin, stop = spans.trim(text, *part)
            if begin < stop:
                yield from _titled(text, Found(entity.kind, begin, stop))


def _parts(text: str, kind: MentionKind, start: int, end: int) -> list[tuple[int, int]]:
    if kind == "person":
        return [spans.before_verb(text, *part) for part in spans.split_people(text, start, end)]
    if " and " in text[start:end] and _begins_with_title(text[start:end]):
        return spans.split_people(text, start, end)
    bracket = _BRACKET.search(text, start, end)
    return [(start, bracket.start()), (bracket.end(), end)] if bracket else [(start, end)]


def _begins_with_title(span: str) -> bool:
    """Whether the part of a span before ``and`` is a title and a name (``Chairman Bishop and Ranking Member``)."""
    first = span.partition(" and ")[0]
    title, begin, _ = leading_title(first)
    if any(fold(word) in thing_words() for word in span.split()):
        return False
    return bool(title) and " " not in first[begin:] and _may_be_person(first[begin:])


def _titled(text: str, found: Found) -> Iterator[Found]:
    """The span with its title moved into ``role``; a name that follows a title is a person whatever the model said."""
    name = text[found.start : found.end]
    if found.kind == "unknown" and (fold(name) in demonyms() or fold(name.split()[0]) in thing_words() | demonyms()):
        return
    title, begin, strong = leading_title(name)
    if fold(title) in given_names() and " " not in name[begin:]:
        # Dean Heller, Major Owens: a first name after all.
        title = ""
    if title and (strong or found.kind == "person"):
        found = replace(found, kind="person", start=found.start + begin)
    if found.kind == "person":
        before = title_before(text, found.start)
        _, end = spans.trim(text, *spans.before_verb(text, found.start, found.end))
        start, end = spans.with_suffix(text, found.start, end)
        bare = fold(text[start:end])
        # Chairman Bishop and Sen. King bear names that are titles as well.
        if not is_title_word(bare) or (before.text and bare in surnames()):
            yield Found("person", start, end, before.text)
        return
    yield _promoted(text, found) or _behind_complement(text, found) or found


def _promoted(text: str, found: Found) -> Found | None:
    """The span as a person if a title in capitals stands right before it."""
    before = title_before(text, found.start)
    name = text[found.start : found.end]
    if before.strong and before.text[0].isupper() and _may_be_person(name):
        _, end = spans.trim(text, *spans.before_verb(text, found.start, found.end))
        start, end = spans.with_suffix(text, found.start, end)
        return Found("person", start, end, before.text)
    return None


def _behind_complement(text: str, found: Found) -> Found | None:
    """The name that the model glued to a title's complement: ``Ambassador to [the U.S. Sergey Kislyak]``."""
    words = [(found.start + m.start(), m.group()) for m in _WORD.finditer(text[found.start : found.end])]
    for number in range(1, len(words) - 1):
        start = words[number][0]
        if is_sure_complement([word for _, word in words[:number]]) and _may_be_person(text[start : found.end]):
            before = title_before(text, start)
            if " " in before.text and before.start < found.start:
                return Found("person", start, found.end, before.text)
    return None


def _may_be_person(name: str) -> bool:
    """Whether nothing in the words speaks against a person."""
    words = [fold(word) for word in name.split()]
    return (
        len(words) <= _LONGEST_PERSON
        and not any(word in thing_words() or word in demonyms() or is_title_word(word) for word in words)
        and fold(name) not in known_places()
        and not is_function_word(name)
        and not any(character.isdigit() for character in name)
    )


def _sober(text: str, found: Found, small: frozenset[str]) -> Found:
    """The span as ``unknown`` where the model sees a person in words that the article also writes small."""
    if found.kind != "person" or found.role:
        return found
    words = text[found.start : found.end].split()
    if fold(words[0]) in given_names() and len(words) > 1:
        return found
    if len(words) > 1 and words[-1].isupper() and len(words[-1]) > 2 and not words[0].isupper():
        return replace(found, kind="unknown")
    doubtful = any(word.lower() in small for word in words if len(word) > 3 and word.lower() not in PARTICLES)
    return replace(found, kind="unknown") if doubtful else found


def _joined(text: str, found: Sequence[Found]) -> list[Found]:
    """The spans with a person's first name and the family name behind it made one, where the model has parted them."""
    joined: list[Found] = []
    for one in found:
        last = joined[-1] if joined else None
        if last and _is_torn(text, last, one):
            joined[-1] = replace(last, kind="person", end=spans.with_suffix(text, last.start, one.end)[1])
        else:
            joined.append(one)
    return joined


def _is_torn(text: str, first: Found, rest: Found) -> bool:
    name, other = text[first.start : first.end], text[rest.start : rest.end]
    particles = text[first.end : rest.start].split(" ")
    is_open = first.kind == "unknown" or (first.kind == "place" and fold(name) not in known_places())
    is_lone = " " not in other and fold(other) not in bodies() and fold(other) not in namesakes()
    missed = is_open and (rest.kind in {"person", "unknown"} or is_lone) and fold(name) in given_names()
    if not (first.kind == "person" or missed) or rest.role or len(other) < 3:
        return False
    if len(particles) < 2 or any(particles[:1] + particles[-1:]) or not PARTICLES.issuperset(particles[1:-1]):
        return False
    if " " in name:
        # "Marie Gluesenkamp" | "Perez": a family name of two words.
        return name.count(" ") == 1 and fold(name.split()[0]) in given_names() and fold(other) in family_names()
    single = " " not in other or other.split()[0].lower() in PARTICLES
    if not single or other.isupper() or spans.is_headline_verb(other) or is_function_word(other):
        return False
    # "Senator Chirs" | "Van Hollen": behind a sure title two lone words are one name.
    titled = bool(first.role) and is_strong(first.role) and rest.kind in {"person", "unknown"}
    return (fold(name) in given_names() or titled) and _may_be_person(other)


# ── what only capitals show ───────────────────────────────────────────────────────────────────────────────────────────


def _gaps(text: str, marked: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """The stretches of each sentence that the model did not mark."""
    hidden = [*((found.start, found.end) for found in marked), *shouted_lines(text)]
    hidden.sort()
    number = 0
    for start, end in sentence_spans(text):
        at = start
        while number < len(hidden) and hidden[number][0] < end:
            if at < hidden[number][0]:
                yield at, hidden[number][0]
            at = max(at, hidden[number][1])
            number += 1
        if at < end:
            yield at, end


def _unmarked(text: str, start: int, end: int) -> Iterator[Found]:
    """Names in a stretch without marks, as ``unknown``, or as a person where a title says so."""
    for begin, stop in capital_runs(text, start, end):
        _, shift, _ = leading_title(text[begin:stop])
        name_start, name_end = spans.trim(text, *spans.before_verb(text, begin + shift, stop))
        name = text[name_start:name_end]
        if not name or not _names_something(name):
            continue
        found = Found("unknown", name_start, name_end)
        promoted = _promoted(text, found)
        yield promoted or replace(found, role=title_before(text, name_start).text)


def _names_something(name: str) -> bool:
    """Whether a run is more than title words, words for a people and words of things."""
    return (
        not all(
            is_role_word(word) or is_function_word(word) or fold(word) in demonyms() or fold(word) in thing_words()
            for word in name.split()
        )
        or fold(name) in known_places()
        or (name.isupper() and " " not in name)
    )


def _opens_sentence(text: str, found: Found) -> bool:
    """Whether a single word stands where any word would be capitalised."""
    if " " in text[found.start : found.end] or found.role:
        return False
    before = text[max(0, found.start - 3) : found.start].rstrip(" \"“‘'([•-–—")
    return not before or before[-1] in ".!?:\n" or text[: found.start].rstrip(" \"“‘'([").endswith("\n")


def _is_proven(text: str, found: Found, inside: set[str]) -> bool:
    return found.kind != "unknown" or fold(text[found.start : found.end]) in inside


def _folded(text: str, found: Found) -> list[str]:
    return [fold(word) for word in strip_possessive(text[found.start : found.end]).split()]


# ── headlines in capitals ─────────────────────────────────────────────────────────────────────────────────────────────


def _shouted(text: str, known: Sequence[Found]) -> Iterator[Found]:
    """In lines of capitals, the names that the rest of the article knows, and their last words."""
    lines = shouted_lines(text)
    if not lines:
        return
    names = {fold(text[found.start : found.end]) for found in known}
    names |= {name.split()[-1] for name in names if name}
    for start, end in lines:
        words = [(start + m.start(), start + m.end()) for m in _WORD.finditer(text[start:end])]
        at = 0
        while at < len(words):
            length = next((n for n in (4, 3, 2, 1) if _window(text, words[at : at + n], n) in names), 0)
            if length:
                begin, stop = spans.trim(text, words[at][0], words[at + length - 1][1])
                yield Found("unknown", begin, stop)
            at += max(1, length)


def _window(text: str, words: list[tuple[int, int]], length: int) -> str | None:
    if len(words) < length or not words:
        return None
    begin, stop = spans.trim(text, words[0][0], words[-1][1])
    return fold(text[begin:stop]) or None


def _touches(found: Found, others: Sequence[Found]) -> bool:
    return any(found.start < other.end and other.start < found.end for other in others)


def _without_overlaps(found: Iterable[Found]) -> tuple[Found, ...]:
    """The spans in order; of two that overlap the earlier and longer one stays."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)
