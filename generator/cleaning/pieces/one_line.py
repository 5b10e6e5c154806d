"""A dump whose tool put a blank for each line end (``get_text(" ")``): a page on one line, put on lines again.

Nothing tells where its parts meet but what they say. A sentence ends as sentences do. Before one that begins below a
headline or a menu stands a run of words with large letters; in such a run dates, bylines and what the page calls itself
stand by themselves. Sentences of the body are put together again, for nothing tells its paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from generator.cleaning.pieces.links import Unlinked
from generator.text.dates import find_dates
from generator.text.sentences import ends_sentence, sentence_spans
from generator.text.words import word_set

_LONG: Final = 2_000
"""Letters of a line that holds a page."""
_MOST: Final = 0.5
"""Of a dump's letters: so many are on such lines."""
_WIDE, _USUAL, _EMPTY = 1_000, 200, 0.05
"""Letters of the widest line and of lines on average, and the share of empty ones, where a source had line ends."""
_SMALL: Final = word_set(
    "a an and are at by de der des die du et for from für in is la le of on or the to und vs with y your & | - – —"
)
"""Words that headlines have small, and menus; they tell little."""
_LITTLE: Final = 0.3
_RUN: Final = 4.0
"""What words with large letters must outweigh before a sentence: names do not."""
_FEWEST: Final = 8
"""Words of a stretch in which a run may end."""
_BULLETS: Final = re.compile(r"\s+(?=[•·»›●→✓▪]\s)")
_BYLINE: Final = re.compile(r"\b(?:(?:Posted |Written |Published )?[Bb]y|Author:?|Von|Por|Par) (?=[^\W\d_a-z])")
_FURNITURE: Final = re.compile(
    r"\b(?:(?:About|Contact|Follow) Us|All Rights Reserved|Leave a (?:Comment|Reply)|More (?:From|from|Like|like)"
    r"|(?:Popular|Recent|Related) (?:Articles|News|Posts|Stories)|Privacy Policy|Read (?:More|Next)|Recommended"
    r"|Share (?:This|this|on)|Sign (?:In|Up)|Skip to (?:[Mm]ain )?[Cc]ontent|Subscribe|Terms of)\b|©|Copyright "
)
"""What pages print around an article: each begins a line."""
_OPENS: Final = "“\"(‘'["
_OPENING: Final = 1_000
"""Letters in which it stands."""
_NAMED_WITH: Final = range(3, 25)
"""Words of what a page calls itself."""
_SHORTEST_NAME: Final = 12
_SPACE: Final = re.compile(r"\s+")


def on_lines(text: str) -> Unlinked | None:
    """A dump with what stands on its long lines on many; None where lines part what it says."""
    if not is_on_long_lines(text):
        return None
    name = _name_in(_SPACE.sub(" ", text[:_OPENING]).strip(), text)
    lines: list[str] = []
    origins: list[int] = []
    going_on: set[int] = set()
    for number, line in enumerate(text.split("\n"), start=1):
        parts = list(_parts(line, name)) or [line]
        # The first part of a line may go on with the last one of the line above.
        goes_on = bool(lines) and parts[0][:1].islower() and not ends_sentence(lines[-1])
        said = enumerate(parts if goes_on else parts[1:], start=len(lines) + (1 if goes_on else 2))
        going_on |= {place for place, part in said if sum(map(_tells, part.split(" "))) > 0}
        lines += parts
        origins += [number] * len(parts)
    return Unlinked(text="\n".join(lines), origins=tuple(origins), going_on=frozenset(going_on))


def is_on_long_lines(text: str) -> bool:
    """Whether long lines hold most of a dump, or its lines end wherever they did in the source of a page."""
    sizes = [len(line) for line in text.split("\n")]
    if sum([size for size in sizes if size >= _LONG]) >= max(_LONG, _MOST * len(text)):
        return True
    said = [size for size in sizes if size]
    empty = len(sizes) - len(said)
    return (
        max(sizes) >= _WIDE and sum(said) >= _USUAL * len(said) and empty <= _EMPTY * len(sizes) and len(text) >= _LONG
    )


def _parts(line: str, name: str) -> Iterator[str]:
    """What seem to be sentences, headlines, bylines, dates and menus of a line, in order.

    Args:
        line: Of the dump.
        name: What the page calls itself.
    """
    flat = _SPACE.sub(" ", line).strip()
    for sentence in _sentences(flat) if flat else ():
        for stretch in _BULLETS.split(sentence):
            words = stretch.split(" ")
            place = _sentence_in(words)
            if place:
                yield from _of_run(" ".join(words[:place]), name)
                yield " ".join(words[place:])
            elif sum(map(_tells, words)) < 0:
                yield from _of_run(stretch, name)
            else:
                yield stretch


def _sentences(line: str) -> Iterator[str]:
    """The sentences of a line, those as one that no blank parts: some scripts write none."""
    spans = sentence_spans(line)
    begins = [start for place, (start, _) in enumerate(spans) if not place or spans[place - 1][1] < start]
    ends = [*(start - 1 for start in begins[1:]), len(line)]
    yield from (line[start:end] for start, end in zip(begins, ends, strict=True))


def _tells(word: str) -> float:
    """Above 0 where a word speaks for a sentence, below for a headline, a menu or a name."""
    bare = word.lstrip(_OPENS)
    if not bare:
        return 0.0
    weight = _LITTLE if bare.lower() in _SMALL else 1.0
    # Most scripts have no large letters: nothing speaks against a sentence there.
    return weight if bare[0].isalpha() and not bare[0].isupper() else -weight


def _sentence_in(words: Sequence[str]) -> int:
    """Where the sentence begins behind a run of words with large letters; 0 where none stands before it."""
    if len(words) < _FEWEST:
        return 0
    told = [_tells(word) for word in words]
    behind = list(accumulate(reversed(told)))[::-1]
    begins = [place for place, value in enumerate(told) if value < 0]
    if not begins:
        return 0
    place = max(begins, key=lambda place: (round(behind[place], 6), -place))
    return place if behind[0] - behind[place] <= -_RUN and behind[place] > 0 else 0


def _name_in(opening: str, text: str) -> str:
    """What a page calls itself: the words with which it begins, if they come again.

    Args:
        opening: How the dump begins, on one line.
        text: All of it.
    """
    words = opening.split(" ")
    found = ""
    for count in _NAMED_WITH:
        name = " ".join(words[:count])
        if len(name) > _SHORTEST_NAME and text.find(name, len(name)) < 0:
            break
        found = name if len(name) > _SHORTEST_NAME else found
    return found.strip(" |-–—:")


def _of_run(run: str, name: str) -> Iterator[str]:
    """The parts of a run: dates, what the page calls itself, and what begins with a byline."""
    cuts = {place for date in find_dates(run) if date.day and date.year for place in (date.start, date.end)}
    cuts |= {found.start() for shape in (_BYLINE, _FURNITURE) for found in shape.finditer(run)}
    cuts |= {place for found in re.finditer(re.escape(name), run) for place in found.span()} if name else set()
    behind = 0
    for place in (*sorted(cuts), len(run)):
        if part := run[behind:place].strip():
            yield part
        behind = place
