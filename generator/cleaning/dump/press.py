"""What press offices print above a release, or before its first words: whom to call, and when it may be printed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from generator.cleaning.fields.dating import dates_in
from generator.cleaning.pieces.looks import Look, look_at
from generator.cleaning.pieces.marks import Anchor
from generator.cleaning.pieces.words import ANY_FUNCTION_WORD

Read = tuple[Look, Sequence[Anchor]]
"""A piece with its links."""

_NUMBER: Final = r"(?:\(?\b\d{3}\)?[-. /]{1,2}\d{3}[-. ]{1,2}\d{4}(?!\d)|\+\d{1,3}[ ./-]?\(?\d[\d ()./-]{6,14}\d(?!\d))"
_PHONE: Final = re.compile(_NUMBER)
_CONTACT: Final = (
    r"(?:(?:for more information,? |media |press |public )?contacts?|(?:presse)?kontakt|ansprechpartner(?:in)?"
    r"|contact presse|contactos?(?: de prensa)?|contatt[oi](?: stampa)?|contatos?|perscontact)\b"
)
_PRESS: Final = re.compile(
    rf"{_CONTACT}.{{0,60}}|for (?:immediate|planning) release.{{0,60}}|\S+@\S+\.\w+", re.IGNORECASE
)
_CALLS: Final = re.compile(rf"(?:.{{0,30}}\d{{4}}\W{{0,3}})?{_CONTACT}(?: (?:person|information))?", re.IGNORECASE)
_GLUED: Final = re.compile(rf"\W{{0,2}}{_NUMBER}\s{{0,4}}(?=[A-ZÀ-Þ])")
_SHORT: Final = 14
_NAME: Final = 5
_FEWEST: Final = 8
"""Words of a paragraph, which no line of an address has."""
_LONGEST: Final = 25
_TITLE: Final = 0.5
"""Of a headline's words, as many begin with a capital and more."""
_END: Final = re.compile(r"#(?:\s?#){2,5}|-\s?30\s?-")
"""What press offices print below a release."""
_REACH: Final = 4
_ABOVE: Final = 2
"""Lines between the word for a contact and the number: the name."""


def is_for_press(looks: Sequence[Look], index: int) -> bool:
    """Whether a short line tells whom the press may call, or from when it may print what follows."""
    look = looks[index]
    if look.words > _SHORT:
        return False
    below = index > 0 and look.words <= _NAME and calls_for_contact(looks[index - 1])
    text = look.piece.text
    return below or _PHONE.search(text) is not None or _PRESS.fullmatch(text) is not None or is_dated_contact(text)


def is_dated_contact(text: str) -> bool:
    """Whether a line gives the day of a release and whom to call: ``April 17, 2009 Contact: Nora Quill``."""
    first = next(iter(dates_in(text)), None) if text[-1:] not in ".!?" else None
    return first is not None and first.start == 0 and _PRESS.fullmatch(text[first.end :].strip(" ,;|·–—-")) is not None


def without_numbers(read: Sequence[Read]) -> Iterator[Read]:
    """The pieces of a dump, of which none begins with the telephone number of whom the lines right above it name.

    Words glued to a number are the text's or a headline's.
    """
    for index, (look, links) in enumerate(read):
        match = None
        if look.words >= _FEWEST and not links:
            match = _GLUED.match(look.piece.text)
        above = [other for other, _ in read[max(0, index - _ABOVE) : index]]
        if match is not None and any(map(_names_a_contact, above)):
            yield look_at(look.piece._replace(text=look.piece.text[match.end() :])), links
        else:
            yield look, links


def with_second_headline(looks: Sequence[Look], within: Sequence[bool], fields: Collection[int]) -> list[bool]:
    """Which pieces are of the body, with the headline that a release has between whom to call and its first words.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
        fields: Those that gave headline, byline or date.
    """
    first = next((index for index, stays in enumerate(within) if stays), 0)
    place = first - 1
    found = list(within)
    if place > 0 and place not in fields and looks[first].sentence and _is_headline(looks[place]):
        found[place] = any(map(_names_a_contact, looks[max(0, place - _ABOVE) : place]))
    return found


def with_last_words(looks: Sequence[Look], within: Sequence[bool]) -> list[bool]:
    """Which pieces are of the body, with the sentences between its last one and the sign that ends a release.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
    """
    found = list(within)
    last = max((index for index, stays in enumerate(within) if stays), default=len(looks))
    below = range(last + 1, min(len(looks), last + _REACH))
    end = next((index for index in below if _END.fullmatch(looks[index].piece.text.strip())), None)
    if end is not None and not any(map(_names_a_contact, looks[last:end])):
        for index in range(last + 1, end):
            found[index] = looks[index].words >= _FEWEST and looks[index].shape is None
    return found


def _is_headline(look: Look) -> bool:
    """Whether a line is written as headlines are; no address has one of the words that join others."""
    is_told = not look.sentence and look.shape is None and not look.digit and look.capitals >= _TITLE
    return is_told and _FEWEST <= look.words <= _LONGEST and not ANY_FUNCTION_WORD.isdisjoint(look.plain.split())


def _names_a_contact(look: Look) -> bool:
    text = look.piece.text
    return look.words <= _SHORT and (_PRESS.fullmatch(text.strip()) is not None or is_dated_contact(text))


def is_number(text: str) -> bool:
    """Whether a line is a telephone number and nothing else."""
    return _PHONE.fullmatch(text.strip()) is not None


def calls_for_contact(look: Look) -> bool:
    """Whether a line is the word for a contact and little else: the name on the next is a press officer's."""
    return _CALLS.fullmatch(look.piece.text.strip(" *_|•·:")) is not None
