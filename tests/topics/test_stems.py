"""Inflected forms meet; different words do not."""

from __future__ import annotations

import pytest

from generator.topics.stems import stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("election", "elections"),
        ("vote", "voted"),
        ("vote", "voting"),
        ("party", "parties"),
        ("control", "controlled"),
        ("labour", "labor"),
        ("organise", "organizing"),
        ("nationalisation", "nationalization"),
        ("theatre", "theaters"),
        ("women", "woman's"),
        ("child", "children’s"),
        ("launch", "Launches"),
        ("study", "studied"),
        ("install", "installing"),
        ("kill", "killed"),
        ("ban", "banned"),
        ("plan", "planning"),
        ("hire", "hiring"),
        ("file", "filing"),
        ("serve", "served"),
        ("cause", "causing"),
        ("charge", "charged"),
        ("produce", "producing"),
        ("open", "opened"),
        ("talk", "talking"),
    ],
)
def test_forms_of_one_word_meet(one: str, other: str) -> None:
    """Plural, possessive, past, -ing and the two spellings of English have one stem."""
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("universe", "university"),
        ("organ", "organization"),
        ("police", "policy"),
        ("shares", "share"),
        ("arms", "arm"),
        ("housing", "house"),
        ("mining", "mine"),
        ("media", "medium"),
        ("according", "accord"),
        ("news", "new"),
        ("mars", "mar"),
        ("king", "k"),
        ("filling", "filing"),
        ("film", "fill"),
        ("need", "ne"),
        ("wine", "win"),
        ("plane", "plan"),
        ("care", "car"),
        ("programming", "program"),
        ("boxing", "box"),
        ("humane", "human"),
        ("morale", "moral"),
    ],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    """A stem is not shared by words that readers would not call the same."""
    assert stem(one) != stem(other)
