"""Sentences amid a body that stand in rich text are of it."""

from __future__ import annotations

import pytest

from generator.cleaning.html.rich_text import with_rich_text
from tests.cleaning.test_html_lists import blocks_of

_LOST = "A rock-bottom premium hides coverage that does not pay for what matters most:"


def _is_kept(rich: str, lost: str = _LOST) -> bool:
    blocks = blocks_of(f"<h2>Beware of bargains</h2>{rich}<ul><li>The fee for an exam</li></ul>")
    within = with_rich_text(blocks, [block.text != lost for block in blocks])
    return all(within)


@pytest.mark.parametrize(
    "rich",
    [
        f"<div class='o-rich-text copy'><p>{_LOST}</p></div>",
        f"<div><div class='p-rich_text_section'>{_LOST}</div></div>",
    ],
)
def test_a_sentence_in_rich_text_amid_the_body_is_of_it(rich: str) -> None:
    """However much it praises or warns."""
    assert _is_kept(rich)


@pytest.mark.parametrize("name", ["copy", "richer text", ""])
def test_other_elements_say_nothing(name: str) -> None:
    """Only what systems call rich text was written as such."""
    assert not _is_kept(f"<div class='{name}'><p>{_LOST}</p></div>")


@pytest.mark.parametrize("lost", ["Curious about how all of this can fit for your own budget?", "Ask us for a quote."])
def test_what_calls_customers_stays_out(lost: str) -> None:
    """A question on its own, a few words."""
    assert not _is_kept(f"<div class='rich-text'><p>{lost}</p></div>", lost)
