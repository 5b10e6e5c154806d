"""What counts as a word."""

from __future__ import annotations

import pytest

from generator.text.words import WORD, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The pier - rebuilt!", ["The", "pier", "-", "rebuilt!"]),
        ("旧桥，QR 2021年", ["旧", "桥", "，QR", "2021", "年"]),
        ("다리를 다시 짓는다", ["다리를", "다시", "짓는다"]),
        ("", []),
    ],
)
def test_words_stand_between_blanks_or_are_signs(text: str, words: list[str]) -> None:
    """Han and kana put no blanks between words; Korean does."""
    assert words_of(text) == words


def test_a_word_has_letters_and_digits() -> None:
    """Marks part words."""
    assert WORD.findall("旧桥，QR-2021 pier's") == ["旧", "桥", "QR", "2021", "pier", "s"]
