"""What many sites call the first part of an article: such a line right above its first words is of it."""

from __future__ import annotations

import re
from typing import Final

_LABEL: Final = re.compile(
    r"(?:key|main) (?:takeaways?|points|findings)|quick (?:summary|answer|take)|at a glance|in brief"
    r"|tl ?dr|highlights|summary"
)


def names_first_part(plain: str) -> bool:
    """Whether a line is what the first part of an article is called: ``Key Takeaways``.

    Args:
        plain: Its words, as ``plain_words`` has them.
    """
    return _LABEL.fullmatch(plain) is not None
