"""What is suggested to a maintainer who looks for phrases."""

from __future__ import annotations

from generator.config.schema import TopicEntry
from generator.topics import guessed, suggest
from tests.topics.vocabularies import alone

_FLOODS = alone(floods=TopicEntry(name="Floods", words=("flood", "high water")), fires=TopicEntry(name="Fires"))
_OTHERS = {f"o{n}": f"The council met on Monday to speak of this road, and that barred nobody. {n}" for n in range(40)}


def _suggested(text: str) -> set[str]:
    texts = {f"f{n}": f"{text} {n}" for n in range(6)}
    return {one.phrase for one in suggest("floods", _FLOODS, texts.keys(), texts | _OTHERS)}


def test_phrases_neither_begin_nor_end_with_words_that_mean_little() -> None:
    """The words between may be such."""
    found = _suggested("Only sandbags of this levee, that held, were signed into law.")
    assert {"sandbags", "signed into law"} & found
    assert not {"only sandbags", "this levee", "signed into", "that held", "only"} & found


def test_a_pair_that_is_torn_from_a_longer_phrase_is_not_suggested() -> None:
    """What always stands in one phrase of three words is suggested as that phrase."""
    found = _suggested("The Weir Lane Committee has met.")
    assert "weir lane committee" in found
    assert not {"weir lane", "lane committee"} & found


def test_what_a_topic_has_is_not_suggested() -> None:
    """In no form of the word."""
    assert not {"floods", "flooded", "high water"} & _suggested("Floods: the town is flooded, with high water.")


def test_a_name_that_no_topic_has_is_guessed() -> None:
    """By its letters, or because a topic has it among its phrases."""
    assert guessed("flods", _FLOODS) == ("floods",)
    assert guessed("High Water", _FLOODS) == ("floods",)
    assert guessed("music", _FLOODS) == ()


def test_a_phrase_that_stands_in_many_more_others_is_not_suggested() -> None:
    """Though its share of the topic's articles is several times that of the others."""
    texts = {f"f{n}": f"The sandbags of the street held. {n}" for n in range(6)}
    others = {f"s{n}": f"A shop in the street. {n}" for n in range(20)} | {f"n{n}": f"A shop. {n}" for n in range(80)}
    found = {one.phrase for one in suggest("floods", _FLOODS, texts.keys(), texts | others)}
    assert "sandbags" in found
    assert "street" not in found
