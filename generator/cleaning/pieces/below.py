"""Lines that stand below articles, whatever follows them: ``Was this page helpful?``, ``Related articles``."""

from __future__ import annotations

import re
from typing import Final

BESIDE: Final = re.compile(
    r"share (?:this )?(?:article|post|page|story|guide)(?: with .{1,40})?|share this|thank(?:s| you) for your feedback"
    r"|(?:connect with|follow) (?:me|us)(?: on)?|(?:(?:article|blog|post) )?categories|tag cloud"
    r"|(?:our )?partners?(?: brands)?"
    r"|(?:browse|explore|see|view|read) (?:more )?related (?:\w+ )?(?:articles|posts|stories|content|topics)"
    r"|(?:more )?related (?:(?:\w+ )?(?:articles|content|guides|posts|reads|stories)|\w+ topics)(?: .{2,40})?"
)
"""Where one may share a text, what is like it, what a site has beside it: a box amid the text may be called so too."""
MORE: Final = re.compile(
    r"(?:did you )?(?:enjoy(?:ed)?|liked?|loved?) th(?:e|is) (?:article|guide|piece|post|read|recipe|story)\b.{0,60}"
    r"|(?:other|more) articles (?:that )?you (?:may|might) .{2,30}"
    r"|(?:other|more) posts(?: you .{2,30})?|what others are reading|(?:your )?next read|more case studies"
    r"|this might be interesting to you|(?:keep|continue) exploring\b.{0,30}"
    r"|explore (?:all|more|other|our|the latest)\b.{0,40}"
    r"|(?:our )?(?:latest|most popular|recent) (?:articles|posts|stories)\b.{0,30}"
    r"|(?:article|facebook) ?comments|reader interactions|learn more about our (?:contributors|authors)"
    r"|why (?:you can )?trust us|help us improve .{2,40}|got a minute your feedback .{2,60}"
    r"|was (?:the|this) (?:answer|article|content|guide|information|page|post) (?:helpful|useful)\b.{0,40}"
    r"|you (?:ll |will |may |might )?also (?:enjoy|like|love)\b.{0,30}"
)
"""A heading over what else there is to read; in the midst of the text the same words are on a button."""


def stands_below(plain: str) -> bool:
    """Whether a line is one that stands below articles.

    Args:
        plain: Its words, as ``plain_words`` has them.
    """
    return MORE.fullmatch(plain) is not None or BESIDE.fullmatch(plain) is not None
