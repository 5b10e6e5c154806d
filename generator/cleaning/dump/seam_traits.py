"""What speaks for or against each line of a dump going on with the sentence of the line above it.

Every line is told by itself; where two meet, what is told of both, of two lines above and of two below them is asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np

from generator.cleaning.dump.layout import Traits
from generator.cleaning.dump.word_places import Places, begin_odds, end_odds
from generator.cleaning.pieces.forest import Numbers
from generator.cleaning.pieces.words import ANY_FUNCTION_WORD, AUXILIARY, GO_ON, NOT_FIRST_NAMES, OPEN_ENDS
from generator.text.sentences import SENTENCE_BREAK

_MARKS: Final = ".,;:!?()[]{}\"'“”‘’…*"
_ITEM: Final = re.compile(r"(?:[•‣◦▪●○■*+·]|\d{1,3}[.)]|o)\s")
_DIGIT: Final = re.compile(r"\d")
_LABEL: Final = re.compile(r"(?:by|on|in|at|for|from|posted|published|updated|written)\b", re.IGNORECASE)
_NEAR: Final = range(-3, 3)
"""The lines whose traits are asked: 0 is the one that may go on, -1 the one above it."""
_TOLD_OF_ALL: Final = frozenset(
    {"words", "letters", "stops", "small", "capital", "closes", "capitals", "function-words", "comma", "ends-letter",
     "times", "all-capitals", "ruled", "last-word", "first-word"}
)  # fmt: skip
"""What is asked of the lines farther away, too."""
_NOWHERE: Final = -1.0
"""Each trait of a line that there is none of."""


def seam_traits(texts: Sequence[str], ruled: Sequence[bool], places: Places) -> Traits:
    """A column each trait, a row each line but the first.

    Args:
        texts: The lines with words, in order.
        ruled: Which of them go on with the line above by the rules.
        places: Where words stand.
    """
    rows = len(texts) - 1
    told = _told(texts, ruled, places)
    found = {}
    for offset in _NEAR:
        start, end = max(0, -1 - offset), min(rows, rows - offset)
        for name, column in told.items():
            if offset in (-1, 0) or name in _TOLD_OF_ALL:
                found[f"{name}{offset:+d}"] = np.full(rows, _NOWHERE)
                found[f"{name}{offset:+d}"][start:end] = column[start + 1 + offset : end + 1 + offset]
    page = {f"page-{name}": np.full(rows, told[name].mean()) for name in ("small", "stops", "words")}
    return found | page | {"since-stop": _since_stop(told)[1:]}


def _told(texts: Sequence[str], ruled: Sequence[bool], places: Places) -> Traits:
    times = Counter(texts)
    rows = [
        _line(text) | _words(text, places) | {"times": times[text], "ruled": goes}
        for text, goes in zip(texts, ruled, strict=True)
    ]
    return {name: np.array([row[name] for row in rows], dtype=float) for name in rows[0]}


def _line(text: str) -> dict[str, float]:
    words = text.split()
    plain = [word.lower().strip(_MARKS) for word in words]
    first, last = text[0], text[-1]
    return {
        "words": len(words),
        "letters": len(text),
        "stops": last in ".!?…",
        "comma": last in ",;",
        "colon": last == ":",
        "opens": last in '(“"‘[',
        "ends-letter": last.isalnum(),
        "ends-digit": last.isdigit(),
        "ends-dash": last in "-–—",
        "small": first.islower(),
        "capital": first.isupper(),
        "digit": first.isdigit(),
        "closes": first in ",.;:!?)]”’",
        "bracket": first in '(“"[‘',
        "dash": first in "-–—•|/",
        "last-function": plain[-1] in ANY_FUNCTION_WORD,
        "last-open": plain[-1] in OPEN_ENDS,
        "first-function": plain[0] in ANY_FUNCTION_WORD,
        "first-goes-on": plain[0] in GO_ON,
        "first-no-name": plain[0] in NOT_FIRST_NAMES,
        "capitals": sum([word[0].isupper() for word in words]) / len(words),
        "function-words": sum([word in ANY_FUNCTION_WORD for word in plain]) / len(words),
        "break-inside": SENTENCE_BREAK.search(text) is not None,
        "bar": "|" in text,
        "digits": _DIGIT.search(text) is not None,
        "item": _ITEM.match(text) is not None,
        "says": AUXILIARY.search(text) is not None,
        "label": _LABEL.match(text) is not None,
        "all-capitals": text.isupper(),
        "quotes-odd": text.count('"') % 2 + (text.count("“") != text.count("”")),
        "brackets-open": text.count("(") - text.count(")"),
        "marks-alone": not any(letter.isalnum() for letter in text),
    }


def _words(text: str, places: Places) -> dict[str, float]:
    words = text.split()
    return {"last-word": end_odds(words[-1], places), "first-word": begin_odds(words[0], places)}


def _since_stop(told: Traits) -> Numbers:
    """Words above each line since one that ends a sentence or with a colon."""
    upto = np.concatenate(([0.0], told["words"].cumsum()))[:-1]
    ends = np.concatenate(([False], (told["stops"] + told["colon"])[:-1] > 0))
    return upto - np.maximum.accumulate(np.where(ends, upto, 0.0))
