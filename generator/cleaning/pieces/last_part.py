"""The last part of a page, by the words of its article: what stands below articles tells of them there alone."""

from __future__ import annotations

from collections.abc import Sequence


def last_part(words: Sequence[int], share: float) -> range:
    """The places of a page's last pieces, which together have so much of its article's words at the most.

    Args:
        words: How many words of the article each piece has; none if it is not of it.
        share: Of all of them.
    """
    left = share * sum(words)
    first = len(words)
    for place in reversed(range(len(words))):
        left -= words[place]
        if left < 0:
            break
        first = place
    return range(first, len(words))
