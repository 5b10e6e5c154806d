"""What the trainers of the models of dumps learn from: pages as dumps, and which pieces of a dump are true."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import Look, look_at
from generator.cleaning.pieces.wrap import pieces
from tests.quality.cleaning_metrics import grams
from tests.quality.dumps import STYLES, render
from tests.quality.gold import Page

_TOKEN: Final = re.compile(r"\w+")
_SLOT: Final = re.compile(r"\{(\w+)\}")
_WAYS: Final = ("%B {}, %Y", "%b {}, %Y", "{} %B %Y", "%Y-%m-%d", "%A, %B {}, %Y", "%m/%d/%Y")
_SHORT, _NEAR, _HALF = 5, 4, 0.5
_ABOVE: Final = (
    "Skip to main content\n\n{title}\n\n  • Author:\n  • Updated:\n\n",
    "{title}\n\n",
    "Home\nNews\n\n{title}\n\nBy Jane Doe\n\nMarch 3, 2017\n\n",
    "Skip to content\nMenu\n{title}\n\n",
)
"""What the models of prose learn to leave out; whose name it is does not matter to them."""
_HEADS: Final = (
    "Skip to main content\n\n{title}\n\n  • Author: {by}\n  • Updated: {date}\n\n",
    "{title}\n\n",
    "Home\nNews\n\n{title}\n\nBy {by}\n\n{date}\n\n",
    "Skip to content\nMenu\n{title}\n\n",
    "{title}\n\n{by}\n\n{date}\n\n",
    "{title}\nBy {by} | {date}\n\n",
    "{date}\n\n{title}\n\n{by}\n\n",
    "{title}\n\nPublished: {date}\n\nBy {by}\n\n",
    "{title}\n\n  • Author:\n  • Updated:\n\n",
    "{title}\nBY {BY}\n{date}\n\n",
)
"""Around every headline the page's own authors and date: a name that is wrong would teach that bylines are."""
_BELOW: Final = (
    "\n\nPopular Video",
    "\n\nMore from News\n\nFive Things To Know This Week\n\nAnother Headline\n\n© 2017 Example. All rights reserved.",
    "",
    "\n\nShare\nTweet\nEmail\n\nRelated Articles\n\nAn Older Story About The Same Thing",
)


def dumps_of(pages: Sequence[Page], short: Callable[[Page, int], str] | None = None) -> Iterator[tuple[str, Page]]:
    """The text of every page in every style, then as a main-content extractor prints it: ``bare`` or ``signed``."""
    for page in pages:
        for style in STYLES:
            yield render(page, style).text, page
    for number, page in enumerate(pages):
        yield (short or bare)(page, number), page


def bare(page: Page, number: int) -> str:
    """A page like those of a main-content extractor: the true article between a few lines of furniture."""
    above, below = _ABOVE[number % len(_ABOVE)], _BELOW[number // len(_ABOVE) % len(_BELOW)]
    return above.format(title=page.truth.title or "A Headline") + page.truth.body + below


def signed(page: Page, number: int) -> str:
    """The same with the page's own authors and date around the headline, in ten ways."""
    above, below = _HEADS[number % len(_HEADS)], _BELOW[number // len(_HEADS) % len(_BELOW)]
    authors, date = " and ".join(page.truth.authors), written(page.truth.date, number // 2)
    said = {"title": page.truth.title or "A Headline", "by": authors, "BY": authors.upper(), "date": date}
    shown = [line for line in above.split("\n") if all(said[name] for name in _SLOT.findall(line) if name != "title")]
    return "\n".join(shown).format(**said) + page.truth.body + below


def written(date: str, way: int) -> str:
    """An ISO date in one of the ways in which pages print it; '' for ''."""
    if not date:
        return ""
    day = dt.date.fromisoformat(date)
    return day.strftime(_WAYS[way % len(_WAYS)]).replace("{}", str(day.day))


def looks_of(text: str) -> list[Look]:
    """The pieces of a dump."""
    return [look_at(piece) for piece in pieces(raw_lines(text))]


def answers(looks: Sequence[Look], body: str) -> list[bool | None]:
    """Which pieces are of the true body, None for those without words.

    A long piece by its share of the body's 4-grams; a short one if the body has it and its neighbours are in.
    """
    truth = body.lower()
    lines = [_TOKEN.findall(look.piece.text.lower()) for look in looks]
    known, words = grams(truth), f" {' '.join(_TOKEN.findall(truth))} "
    sure = [len(line) >= _SHORT and _share(line, known) >= _HALF for line in lines]
    result: list[bool | None] = []
    for index, line in enumerate(lines):
        if not line:
            result.append(None)
        elif len(line) >= _SHORT:
            result.append(sure[index])
        else:
            near = sum(sure[max(0, index - _NEAR) : index + _NEAR + 1])
            result.append(near >= 2 and f" {' '.join(line)} " in words)
    return result


def spanned(looks: Sequence[Look], body: str) -> list[bool]:
    """Which pieces stand from the first true one to the last, known furniture apart; none where the body is not there.

    What other models choose has no part in it.
    """
    true = [bool(answer) for answer in answers(looks, body)]
    if not any(true):
        return true
    first, last = true.index(True), len(true) - 1 - true[::-1].index(True)
    return [stays or (first <= index <= last and looks[index].shape is None) for index, stays in enumerate(true)]


def _share(line: Sequence[str], body: Counter[tuple[str, ...]]) -> float:
    own = grams(" ".join(line))
    return sum(count for gram, count in own.items() if gram in body) / own.total()
