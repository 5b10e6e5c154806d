"""The large first letter of a text."""

from __future__ import annotations

import pytest

from generator.cleaning.html.drop_cap import with_drop_cap
from tests.cleaning.test_html_lists import blocks_of


@pytest.mark.parametrize(
    ("above", "begins"),
    [("<div>T</div>", True), ("<div hidden>T</div>", False), ("<div>The</div>", False), ("<div>t</div>", False)],
)
def test_a_first_letter_of_its_own_is_of_the_body(above: str, *, begins: bool) -> None:
    """Large letters are printed apart."""
    blocks = blocks_of(f"{above}<p>he council voted.</p>")
    assert with_drop_cap(blocks, [False, True]) == (begins, True)
