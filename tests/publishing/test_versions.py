"""What is shown of the other versions of a story."""

from __future__ import annotations

from generator.model import Differences
from generator.publishing.versions import _passage, in_words


def test_differences_are_told_in_words() -> None:
    """Fields first, then how many paragraphs there are more, fewer, and changed."""
    found = Differences(fields=("title", "published"), added=(1, 2), changed=((0, 0),))
    assert in_words(found) == "Another title and date; 2 paragraphs more, 1 changed"
    assert in_words(Differences()) == "No word differs"


def test_a_change_is_shown_where_it_is() -> None:
    """Far into a paragraph the beginning, which is the same, is left out on both sides."""
    start = "The council met again on Monday to talk about the pier. " * 9
    passage = _passage(start + "It will cost two millions.", start + "It will cost three millions.")
    assert passage.here.startswith("… ")
    assert passage.here.endswith("It will cost two millions.")
    assert passage.there.endswith("It will cost three millions.")
    assert len(passage.here) < 200
