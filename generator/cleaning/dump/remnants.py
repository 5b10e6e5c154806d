"""What is left in a dump of pictures, buttons and forms, the lines for the press above a release, readers' comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import pairwise
from typing import Final

from generator.cleaning.dump.comment_counts import commented_words, counts_comments
from generator.cleaning.dump.press import is_for_press
from generator.cleaning.pieces.looks import Look, plain_words
from generator.cleaning.pieces.programs import is_of_program

_NAMES: Final = re.compile(r"(?=.*[^\W\d_]{4})[\w.%]+(?:[-_][\w.%]+){3,}")
"""A picture's, in words: ``old-pier-in-winter``."""
_FILES: Final = re.compile(
    r"\W{0,3}[\w.%()-]+(?: [\w.%()-]+){0,5}\.(?:bmp|gif|heic|jpe?g|png|svg|tiff?|webp)"
    r"(?: \(?\d+ ?[x×] ?\d+(?: ?px)?\)?)?(?: [\[(]?[\d.,]+ ?[KM]B[\])]?)?"
    r"|(?:IMG|DSCN?|DSCF|PXL)[_ -]\d{3,}(?:[_ -]\w{1,12})?"
    r"|screen ?shot \d{4}[- ]\d\d[- ]\d\d at [\d. -]{2,12}(?:[AP]M)?",
    re.IGNORECASE,
)
"""A picture's as its file is called, with what it measures; a camera's and a computer's own names."""
_PICTURES: Final = re.compile(
    r"(?:a )?(?:photo(?:graph)?|picture|illustration|graphic|infographic|image) (?:of|showing|from) [^:]{3,80}[^.:!?]"
    r"|(?:.{2,30}['’]s |(?:[^\W\d_]{2,15} ){0,2}(?:author|avatar|background|company|cover|featured?|header|hero"
    r"|profile) )?(?:avatar|icon|image|logo|photo|picture)"
    r"|(?!.*  )[^,|/\"]{4,60} \d{3,4}x\d{3,4}(?: \d)?(?: at .{4,})?",
    re.IGNORECASE,
)
"""What a page says of a picture to those who do not see it, as a line of its own."""
_SHOWN: Final = re.compile(
    r"(?:an? |the )?(?:[a-z-]+ ){0,2}(?:diagram|drawing|illustration|image|infographic|photo(?:graph)?|picture"
    r"|screenshot|(?:aerial|side|top) view) "
    r"(?:of|from|showing|that shows) [^:]{3,250}\.",
    re.IGNORECASE,
)
"""The same as a sentence …"""
_ACTS: Final = re.compile(
    r"\b(?:am|are|be|been|can|could|did|do|does|had|has|have|is|may|might|must|shall|should|was|were|will|would|comes?"
    r"|helps?|makes?|needs?|shows|tells?)\b"
)
"""… that says nothing of it."""
_BOXES: Final = re.compile(
    r"\[(?=[^\]]*[^\W\d_])[^\]\s]{2,60}\]"
    r"|\[ ?(?i:also read|download|get|learn|read|related|see also|want|watch)\b[^\]]{0,160}\]"
    r"|\[\w+(?: \w+=[^\]\s]{1,60})+\]|(?:\$?\{{1,2}[^{}]{0,60}\}{1,2}\s?){1,4}"
    r"|\(BUTTON\).{0,80}|IFRAME: \S+|@\w{2,30}|/content(?:/[\w.-]+){3,}|[.… ]{5,}"
    r"|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d| True| False| None){1,8}"
)
_CALL: Final = re.compile(
    r"(?:discover|explore|find out|learn|read|see|show|view) more(?: here| now)?"
    r"|(?:apply|book|browse|buy|call|compare|donate|download|enquire|enroll|join|listen|order|register|reserve|schedule"
    r"|shop|sign up|start|subscribe|try it|watch)(?: us)? (?:here|now|online|today|free|for free)"
    r"|get (?:started|in touch|the app)(?: here| now| today| for free)?|contact us|sign up|visit (?:the )?(?:web)?site"
    r"|(?:book|claim|get|request|schedule|start|try) (?:(?:an?|my|your|our|the) )?(?:free |live |custom |instant )?"
    r"(?:appointment|call|consultation|copy|demo|estimate|quote|tour|trial)(?: now| today)?"
    r"|(?:compare|get|request) (?:(?:free|project) )*quotes?(?: from (?:up to \d|top rated) (?:local )?pros)?"
    r"|find (?:local|nearby) pros"
    r"|(?:check|compare|get|read|see|shop|view) (?:(?:the|this|our|best|current|full|latest) )*"
    r"(?:deals?|details|offer|prices?|pricing|rating|reviews?)(?: (?:at|from|on) .{2,24})?"
    r"|(?:learn|read|see)(?: more)?(?: about)? our (?:editorial|review) (?:guidelines|polic(?:y|ies)|process|standards)"
    r"|(?:(?:buy|shop|view|see)(?: it)? (?:at|on) .{2,24}|check (?:the )?(?:latest )?price (?:at|on) .{2,48})"
    r"|(?:get|request) (?:a )?quote \d{3} \d{3} \d{4}|go to (?:the )?(?:web)?site|check (?:the )?prices? here"
    r"|(?:see|read|view) (?:all|more) reviews"
    r"|(?:download|get)(?: (?:a|my|our|the|your))?(?: (?:free|printable))? (?:checklist|e ?book|guide|report|template)"
)
_GLUED: Final = re.compile(r"(?:(?:Buy|Shop) .{2,60}?[a-z0-9)](?=(?:Buy|Shop) ))+(?:Buy|Shop) .{2,60}")
"""Buttons that a dump prints without a blank between them: ``Shop the OarShop the Net``."""
_NOTICE: Final = re.compile(
    r"an official website of \w+(?: \w+){1,7}|here s how you know|official websites use (?:gov|mil)"
    r"|a (?:gov|mil) website belongs to an official .{4,60}organization.{0,40}|secure (?:gov|mil) websites use https"
    r"|a lock .{0,30}or https means you ve safely connected to .{0,120}|the (?:gov|mil) means it s official.{0,200}"
    r"|the site is secure the https ensures that you are connecting to .{0,160}"
    r"|(?:we (?:have )?noticed (?:that )?)?you (?:are|re) using (?:an? )?(?:internet explorer"
    r"|(?:outdated|old|unsupported) (?:version of |web )?browser)\b.{0,200}"
    r"|your (?:web )?browser (?:is (?:no longer |not )?(?:supported|outdated|out of date)|does not support)\b.{0,200}"
    r"|please (?:enable|turn on) javascript\b.{0,120}"
    r"|javascript (?:is|seems to be) (?:disabled|turned off) in your\b.{0,160}"
    r"|(?:hero |main )?cta|(?:collapse|expand|hide|show|toggle) (?:the )?(?:table of )?contents"
    r"|dismiss(?: (?:alert|banner|message|notification))?|this slideshow requires javascript"
    r"|to (?:see|view|watch) this \w+ (?:please |you must )?(?:accept|allow|enable) .{0,30}cookies\b.{0,60}"
    r"|share this(?: (?:article|page|post|story))?|\d{1,4} (?:people|readers?) likes? this"
    r"|\d(?: \d{1,2})? (?:stars? )?from [\d ]{1,7} (?:ratings?|reviews?|votes?)|page \d{1,3} of \d{1,3}"
    r"|enter your e ?mail(?: address)? to (?:get|join|receive|subscribe)\b.{0,160}"
    r"|this is some text inside of a div block|example h[1-6]"
    r"|comments (?:are|have been) (?:now )?closed\b.{0,200}"
    r"|(?:add to|remove from) favou?rites|prevent your screen from going dark\b.{0,60}|scroll (?:for|to see) more"
    r"|view (?:this )?post on (?:imgur com|instagram|facebook|x|twitter)|(?:previous|next) (?:arrow|slide)"
)
"""What official sites of the United States say of themselves, others of browsers, comments and buttons: plain words."""
_OF_PAGE: Final = re.compile(
    r"(?:posted|updated|last updated)(?: (?:in|on|under)(?: .{2,40})?)?|(?:fact checked|reviewed) by .{3,60}"
    r"|(?:reading time )?\d{1,2} min(?:ute)?s?(?: read)?|(?:staff|senior) (?:editor|reporter|writer)"
    r"|contributions from .{3,60}"
)
"""What stands between headline and text, of the page and of those who made it: plain words."""
_SHORTEST_PHRASE: Final = 8
_OF_CELLS: Final = ("\t", "|", ", ,", "  ")
"""In rows of tables the same words come again."""
_WORDS_OF_A_CALL: Final = 8
_READ: Final = 0.15
"""Of a body's words: with fewer before it, a count of comments leads to them and does not stand above them."""
_LONGEST: Final = 120
_WORDS_OF_A_LINE: Final = 4
_WORDS_OF_A_CAPTION: Final = 40
_LABELS: Final = frozenset({"comments", "all comments", "reader comments", "readers comments", "user comments"})
_SIGNED: Final = re.compile(
    r"\b(?:commented|posted|written) by\b.{2,60}\d|\b(?:replied|said|says)(?: on .{4,30})?:?$"
    r"|\b\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?\W{0,3}$",
    re.IGNORECASE,
)
"""Who wrote a comment, or when by the hour."""
_WORDS_OF_A_SIGN: Final = 14
_SEEN: Final = 200
"""Lines below such a label that are looked at."""
_NEXT: Final = 4
"""So many lines below the body the last comment may be signed."""


def without_remnants(looks: Sequence[Look], within: Sequence[bool]) -> list[bool]:
    """Which pieces are of the body, without names of pictures and controls, contacts above the text, comments below it.

    A line that comes twice in a row, once as a picture's text and once as its caption, comes once.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
    """
    body = [index for index, stays in enumerate(within) if stays]
    prose = next((index for index in body if looks[index].sentence), None)
    head = () if prose is None else (index for index in body if index < prose)
    above = {index for index in head if is_for_press(looks, index) or _is_of_page(looks[index])}
    gone = {*above, *_doubled(looks, body), *_comments(looks, body), *_counting(looks, body)}
    return [
        stays and index not in gone and not (_is_remnant(look.piece.text) or _calls(look) or _is_notice(look))
        for index, (stays, look) in enumerate(zip(within, looks, strict=True))
    ]


def _is_remnant(text: str) -> bool:
    if _says_it_twice(text):
        return True
    if _SHOWN.fullmatch(text) and not _ACTS.search(text):
        return True
    if len(text) >= _LONGEST:
        return is_of_program(text)
    return any(kind.fullmatch(text) for kind in (_NAMES, _FILES, _PICTURES, _BOXES, _GLUED)) or is_of_program(text)


def _says_it_twice(text: str) -> bool:
    """Whether a line is some words and the same again, as for a picture and the link below it: a card's, or a name."""
    half = len(text) // 2
    said = text[:half].strip()
    is_phrase = len(said) >= _SHORTEST_PHRASE and " " in said and not any(sign in said for sign in _OF_CELLS)
    return is_phrase and said == text[len(text) - half :].strip()


def _calls(look: Look) -> bool:
    """Whether a line is a button in words, as ``Book now``; a heading of these words stays."""
    if not look.words <= _WORDS_OF_A_CALL or look.piece.kind == "heading" or look.piece.text.endswith(":"):
        return False
    return _CALL.fullmatch(look.plain) is not None


def _is_of_page(look: Look) -> bool:
    """Whether a line above the text tells when the page was made, who looked it over, how long it takes to read."""
    return look.words <= _WORDS_OF_A_CALL and _OF_PAGE.fullmatch(look.plain) is not None


def _is_notice(look: Look) -> bool:
    return _NOTICE.fullmatch(look.plain) is not None


def _doubled(looks: Sequence[Look], body: Sequence[int]) -> Iterator[int]:
    """Of two pieces that say the same one after the other the second, or the first where only that has no number.

    Sentences that a tool prints twice, once for the picture and once below it, are a caption: both go.
    """
    for first, second in pairwise(body):
        one, other = looks[first], looks[second]
        if other.words < _WORDS_OF_A_LINE or _words(one) != _words(other):
            continue
        if second == first + 1 and _may_caption(one):
            yield first
        yield first if _is_numbered(other) and not _is_numbered(one) else second


def _may_caption(look: Look) -> bool:
    is_short = look.words <= _WORDS_OF_A_CAPTION and look.piece.kind == "paragraph"
    return is_short and look.sentence and not look.piece.text.endswith("?")


def _is_numbered(look: Look) -> bool:
    return look.piece.text[:1].isdigit()


def _words(look: Look) -> str:
    return plain_words(unescape(look.piece.text)) if "&" in look.piece.text else look.plain


def _comments(looks: Sequence[Look], body: Sequence[int]) -> Sequence[int]:
    """What stands below ``12 Comments on …`` or, where readers sign theirs, below ``Comments``: of the body or not."""
    if not body:
        return ()
    whole, read = sum(looks[index].words for index in body), 0
    words = {index: looks[index].words for index in body}
    for index in range(body[0], body[-1]):
        look = looks[index]
        if read > _READ * whole and look.words < 3 * _LONGEST and _heads_comments(looks, index, body[-1]):
            return [below for below in body if below >= index]
        read += words.get(index, 0)
    return ()


def _counting(looks: Sequence[Look], body: Sequence[int]) -> Iterator[int]:
    """The pieces that say how many comments there are on what another line of the page says."""
    said = {look.plain for look in looks}
    on = ((index, commented_words(looks[index])) for index in body)
    return (index for index, words in on if words and words in said)


def _heads_comments(looks: Sequence[Look], index: int, last: int) -> bool:
    """Whether a line counts comments, or is their label above some that are signed with the hour."""
    if counts_comments(looks[index].plain):
        return True
    if looks[index].plain not in _LABELS:
        return False
    below = looks[index + 1 : min(last + _NEXT, index + _SEEN)]
    return sum(look.words <= _WORDS_OF_A_SIGN and _SIGNED.search(look.piece.text) is not None for look in below) > 1
