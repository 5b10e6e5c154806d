"""Letters that begin names and sentences, beyond those of ASCII."""

from __future__ import annotations

import re

import pytest

from generator.text.letters import CAPITALS
from generator.text.sentences import SENTENCE_BREAK, ends_sentence


def test_capitals_are_those_of_every_script_that_has_them() -> None:
    """Latin with all its accents, Greek, Cyrillic, Armenian."""
    own = re.compile(f"[{CAPITALS}]")
    assert all(map(own.fullmatch, "AŁŠİŐÆΑЯԱẤ"))
    assert not any(map(own.fullmatch, "ałšßőæαяաấ1 ]-^معة中가"))


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("It rained. The pier fell.", True),
        ("Дождь шёл. Мост упал.", True),
        ("„Es regnete.“ Łukasz ging.", True),
        ("«Llovía.» ¿Y ahora?", True),
        ("هطل المطر. سقط الجسر.", True),
        ("비가 왔다. 다리가 무너졌다.", True),
        ("下雨了。桥塌了。", True),
        ("下雨了。", False),
        ("It was so, e.g. there", False),
    ],
)
def test_two_sentences_on_a_line(text: str, *, two: bool) -> None:
    """The next begins with a capital, or with any letter of a script that has none."""
    assert (SENTENCE_BREAK.search(text) is not None) is two


@pytest.mark.parametrize("text", ["„Es regnete.“", "下雨了。」", "هل سقط الجسر؟", "« Il pleut. »"])
def test_sentences_end_as_their_language_ends_them(text: str) -> None:
    """With its own marks, closed by its own quotation marks."""
    assert ends_sentence(text.replace(" »", "»"))
