"""Steps that mend a body, and why they took out what they did."""

from __future__ import annotations

from collections.abc import Sequence

from generator.cleaning.pieces.mending import Step, mend


def leaving_out(word: str) -> Step[str, str]:
    """A step that takes one word out."""
    return lambda words, within, _: [stays and one != word for one, stays in zip(words, within, strict=True)]


def with_field(words: Sequence[str], within: Sequence[bool], field: str) -> Sequence[bool]:
    """A step that brings a field's words in."""
    return [stays or one == field for one, stays in zip(words, within, strict=True)]


def test_each_step_goes_by_what_the_one_before_left() -> None:
    """What a later step brings back has no reason to be out; what was never chosen has none of theirs."""
    words = ("menu", "pier", "boat", "tide", "foot")
    steps = (("first", leaving_out("boat")), ("second", with_field), ("third", leaving_out("tide")))
    mended = mend(steps, words, (False, True, True, True, True), "boat")
    assert mended.within == [False, True, True, False, True]
    assert mended.reasons == {3: "third"}


def test_without_steps_all_stays() -> None:
    """Also nothing at all."""
    assert mend((), ("pier",), (True,), "") == ((True,), {})
    assert mend((), (), (), "") == ((), {})
