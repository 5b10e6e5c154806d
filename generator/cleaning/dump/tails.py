"""What is left after an article's last sentence, below a heading that leads elsewhere, as ``Most popular``."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import takewhile
from typing import Final

from generator.cleaning.dump.effects import leads_away, stands_alone
from generator.cleaning.fields.dating import dates_in
from generator.cleaning.pieces.looks import Look

_BELOW: Final = re.compile(
    r"share (?:this )?(?:article|post|page|story|guide)(?: with .{1,40})?|share this|thank(?:s| you) for your feedback"
    r"|(?:browse|explore|see|view|read) (?:more )?related (?:\w+ )?(?:articles|posts|stories|content|topics)"
    r"|(?:more )?related (?:posts|articles|stories|content)(?: .{2,40})?"
    r"|(?:other|more) articles (?:that )?you (?:may|might) .{2,30}"
    r"|what others are reading|this might be interesting to you|explore more(?: .{2,30})?|more case studies"
    r"|(?:article|facebook) ?comments|reader interactions|learn more about our (?:contributors|authors)"
    r"|why (?:you can )?trust us|help us improve .{2,40}|got a minute your feedback .{2,60}"
    r"|was (?:the|this) (?:answer|article|content|guide|information|page|post) (?:helpful|useful)\b.{0,40}"
    r"|you (?:ll |will |may |might )?also (?:enjoy|like|love)\b.{0,30}"
)
_LAST: Final = 0.3
"""Of a body's words: above its last part such a line may be a button in the midst of the text."""
_WORDS_OF_A_HEADING: Final = 12
_WORDS_OF_A_CALL: Final = 20
_FEW: Final = 2
_ASKS: Final = re.compile(
    r"(?:ready (?:for|to)|want (?:a|an|more|to)|need (?:help|a|an|more|professional)|not sure|thinking (?:of|about)"
    r"|looking (?:for|to)|interested in|would you like to|was (?:the|this)"
    r"|(?:still )?(?:have|got) (?:any |more )?questions)\b[^?]*\?(?: [^.!?]{3,90}[.!]?)?",
    re.IGNORECASE,
)
"""What a page asks its reader above a button, and what it offers in answer."""
_BY: Final = re.compile(r"[Bb]y ?[A-ZÀ-Þ][\w.'’-]+(?: [\w.'’-]+){0,4}")
_DAY: Final = 40
_LATE: Final = 0.5
"""Of a body's words."""
_FEED: Final = re.compile(r"The post .{3,200} appeared first on .{2,80}")
"""What WordPress writes below an article in a feed."""
_AUTHOR: Final = re.compile(r"(?:(?:about|meet|written by) )?the authors?|about authors?")
_OF_THE_PAGE: Final = re.compile(
    r"(?:authored|edited|fact checked|researched|reviewed|written) by\b.{0,60}"
    r"|(?:(?:page )?last )?(?:modified|posted|published|updated)(?: (?:at|on))?(?: .{0,30}\b(?:19|20)\d\d\b.{0,30})?"
    r"|share(?: the \w+)?(?: on)?|(?:share on \w+ ?)+"
)
"""Who wrote, when, where one may share it: below the text, where such a line was kept, what follows is of the page."""
_FORM: Final = re.compile(
    r"(?:please )?(?:fill (?:out|in)|complete) (?:(?:the|this|our) (?:\w+ ){0,2}form (?:below|on this page|for|to)\b"
    r"|the form,).{0,300}",
    re.IGNORECASE,
)
"""What leads to a form below the text, which no dump shows."""
_BIOGRAPHY: Final = 0.12
"""Of a body's words: below such a line they tell of its author, or to a form."""
_PITCH: Final = re.compile(
    r"(?:looking for|need|not sure|ready (?:for|to)|thinking (?:about|of)|want|would you like to)\b"
    r"(?![^?]*\b(?:hear|know|learn|read)\b)[^?]*\?(?: .{3,90})?",
    re.IGNORECASE,
)
"""Whether readers want what is sold there; who wants to know more is told where."""
_SHORT: Final = 0.05
"""Of a body's words: so few behind such a question are what a site offers in answer."""
_CUT: Final = 4
"""Of a look's endings: three dots."""
_CARDS: Final = 4
"""So many cards in a row lead to other articles."""
_TITLE: Final = 0.55
"""Of a headline's words, as many begin with a capital and more; of what is told of a picture fewer do."""
_UNMARKED: Final = re.compile(r"[\W\d]*[A-ZÀ-Þ](?:.*[^\s.!?…:,;”\"’')*_])?\s*")
"""A line that begins with a capital and ends in no mark."""


def without_tails(
    looks: Sequence[Look], within: Sequence[bool], title: str = "", authors: Collection[str] = ()
) -> list[bool]:
    """Which pieces are of the body, without the short ones below such a heading after its last sentence.

    On a long page the model sees that an article has ended by all that follows it. Where a file breaks off a few
    headlines later, the heading alone tells.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
        title: The words of the headline, which is no article's last line.
        authors: The words of the authors' names.
    """
    last = max((index for index, stays in enumerate(within) if stays and looks[index].sentence), default=len(looks))
    below = range(last + 1, len(looks))
    end = next((index for index in below if not within[index] and _heads_others(looks[index])), len(looks))
    end = min(end, _end(looks, within), _rail(looks, within), _signed_cards(looks, within), _teaser(looks, within))
    end = min(end, _author(looks, within, authors), _pitch(looks, within))
    kept = [
        stays and index < end and _FEED.fullmatch(look.piece.text) is None
        for index, (stays, look) in enumerate(zip(within, looks, strict=True))
    ]
    ending = max((index for index, stays in enumerate(kept) if stays), default=0)
    if title and kept and looks[ending].plain == title:
        kept[ending] = False
    loose = _loose_ends(looks, [index for index, stays in enumerate(kept) if stays])
    return [stays and index not in loose for index, stays in enumerate(kept)]


def _loose_ends(looks: Sequence[Look], body: Sequence[int]) -> frozenset[int]:
    """One or two short lines behind a body's last sentence: the heading, the question or the button of what followed.

    Behind `Yours sincerely,` stands whoever signs a letter, behind a colon a list, and three lines are no accident.
    """
    ends = list(takewhile(lambda index: _is_loose(looks[index]), reversed(body)))
    before = body[len(body) - len(ends) - 1] if len(ends) < len(body) else None
    if before is None or len(ends) > _FEW or not looks[before].sentence:
        return frozenset()
    return frozenset(ends)


def _is_loose(look: Look) -> bool:
    if look.words > _WORDS_OF_A_CALL or look.piece.kind == "item":
        return False
    text = look.piece.text
    is_heading = look.words <= _WORDS_OF_A_HEADING and not look.sentence
    return _ASKS.fullmatch(text) is not None or (is_heading and _UNMARKED.fullmatch(text) is not None)


def _last_part(looks: Sequence[Look], within: Sequence[bool], share: float) -> range:
    """The places of the page's last pieces, which have so much of the body's words."""
    left = share * sum(look.words for look, stays in zip(looks, within, strict=True) if stays)
    first = len(looks)
    for index in reversed(range(len(looks))):
        left -= looks[index].words if within[index] else 0
        if left < 0:
            break
        first = index
    return range(first, len(looks))


def _end(looks: Sequence[Look], within: Sequence[bool]) -> int:
    """The place of the first line in the last part of a body that stands below articles; how many there are if none."""
    last = (index for index in _last_part(looks, within, _LAST) if looks[index].words <= _WORDS_OF_A_HEADING)
    return next((index for index in last if _BELOW.fullmatch(looks[index].plain)), len(looks))


def _rail(looks: Sequence[Look], within: Sequence[bool]) -> int:
    """Where the cards of other articles begin with which a body ends; how many pieces there are if none."""
    last = max((index for index, stays in enumerate(within) if stays), default=0)
    first = last + 1 + (looks[last].piece.kind == "item") if looks else 0
    while first > 1 and first <= len(looks) and _is_card(looks[first - 2], looks[first - 1]):
        first -= 2
    cards = range(first, last + 1)
    pictures, titles = looks[cards.start : cards.stop : 2], looks[cards.start + 1 : cards.stop + 1 : 2]
    is_rail = len(titles) >= _CARDS and _capitals(pictures) < _TITLE <= _capitals(titles)
    return first if is_rail else len(looks)


def _signed_cards(looks: Sequence[Look], within: Sequence[bool]) -> int:
    """Where cards begin that name a headline, its author and a day, in the last part of a body; the end if none do."""
    late = [index for index in _last_part(looks, within, _LATE) if within[index]]
    signed = [index for index in late if _is_signed(looks, index)]
    if len(signed) < _FEW:
        return len(looks)
    first = signed[0]
    while first > 1 and first in late and not looks[first - 1].sentence and looks[first - 1].words <= _WORDS_OF_A_CALL:
        first -= 1
    return first


def _author(looks: Sequence[Look], within: Sequence[bool], names: Collection[str]) -> int:
    """Where a body's last words begin that stand below ``About the author``, an author's name or what leads to a form.

    Whose name stands in the body above them too speaks in it.
    """
    last = _last_part(looks, within, _BIOGRAPHY)
    named = [index for index, stays in enumerate(within) if stays and looks[index].plain in names]
    labelled = [index for index in last if _ends(looks[index], stays=within[index])]
    speaks = any(index not in last for index in named)
    return min([*labelled, *(() if speaks else named)], default=len(looks))


def _pitch(looks: Sequence[Look], within: Sequence[bool]) -> int:
    """Where a body's last few words begin that ask whether readers want what its site sells; the end if none do."""
    last = (index for index in _last_part(looks, within, _SHORT) if looks[index].words <= _WORDS_OF_A_CALL)
    return next((index for index in last if _PITCH.fullmatch(looks[index].piece.text)), len(looks))


def _ends(look: Look, *, stays: bool) -> bool:
    """Whether an article ends above a line; of what is out of the body anyway a label of the author tells it alone."""
    if _AUTHOR.fullmatch(look.plain):
        return True
    return stays and (_OF_THE_PAGE.fullmatch(look.plain) or _FORM.fullmatch(look.piece.text)) is not None


def _teaser(looks: Sequence[Look], within: Sequence[bool]) -> int:
    """Where the headline stands whose teaser, cut short above its day, ends a body; the end where none does."""
    last = max((index for index, stays in enumerate(within) if stays), default=0)
    if not last or looks[last].ending != _CUT or not _is_day(looks, last + 1):
        return len(looks)
    return last - 1 if not looks[last - 1].sentence and looks[last - 1].words <= _WORDS_OF_A_CALL else last


def _is_signed(looks: Sequence[Look], index: int) -> bool:
    """Whether a line is ``By NAME`` or ``byNAME`` and the next one a day."""
    return _BY.fullmatch(looks[index].piece.text) is not None and _is_day(looks, index + 1)


def _is_day(looks: Sequence[Look], index: int) -> bool:
    text = looks[index].piece.text if index < len(looks) else ""
    return any(found.start == 0 and found.end >= len(text.rstrip()) for found in dates_in(text[:_DAY]))


def _is_card(picture: Look, title: Look) -> bool:
    """Whether an item and the line that goes on with it may be what is told of a picture, and a headline."""
    kinds = picture.piece.kind, title.piece.kind
    are_short = all(look.words > 0 and not (look.sentence or look.ending) for look in (picture, title))
    return kinds == ("item", "paragraph") and not title.piece.apart and are_short


def _capitals(looks: Sequence[Look]) -> float:
    return sum(look.capitals for look in looks) / len(looks) if looks else 0.0


def _heads_others(look: Look) -> bool:
    """Whether a line of a known shape speaks for those below it: ``Related:`` does, ``Related: Bridge opened`` not."""
    return leads_away(look) or (stands_alone(look) and look.piece.text.endswith(":"))
