"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.text.sentences import ends_sentence, sentence_spans


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


def test_abbreviations_do_not_end_a_sentence() -> None:
    """Titles, initials and months keep their full stop; a country at the end of a sentence ends it."""
    assert _sentences("Mr. Doe met Sen. Roe on Feb. 3 in the U.S. He left. J. Doe stayed.") == [
        "Mr. Doe met Sen. Roe on Feb. 3 in the U.S.",
        "He left.",
        "J. Doe stayed.",
    ]


def test_initials_of_places_and_bills_go_on() -> None:
    """What is written with stops ends a sentence only where a usual beginning follows; an hour may end any."""
    assert _sentences("A vote on H.R. 589 and H.Res. 12 was held in Washington, D.C. It failed.") == [
        "A vote on H.R. 589 and H.Res. 12 was held in Washington, D.C.",
        "It failed.",
    ]
    assert _sentences("The two U.C. Berkeley graduates are free.") == ["The two U.C. Berkeley graduates are free."]
    assert _sentences("Doors open at 5 p.m. Doe speaks.") == ["Doors open at 5 p.m.", "Doe speaks."]


def test_a_quotation_closes_with_its_sentence() -> None:
    """The closing mark belongs to the sentence, and a lower-case word after it goes on."""
    assert _sentences('"Is it so?" Doe asked. “Yes.” Roe left.') == ['"Is it so?"', "Doe asked.", "“Yes.”", "Roe left."]
    assert _sentences('"Is it so?" asked Doe.') == ['"Is it so?" asked Doe.']


def test_a_blank_line_ends_a_sentence() -> None:
    """A heading without a full stop is a sentence of its own."""
    assert _sentences("A heading\n\nThe first sentence.") == ["A heading", "The first sentence."]


def test_a_line_may_end_inside_marks() -> None:
    """Quotation marks and brackets behind the stop do not hide it."""
    assert ends_sentence('"We waited."')
    assert ends_sentence("(He left.)")
    assert not ends_sentence("The first of")
    assert not ends_sentence("")


@given(st.text(max_size=300))
def test_spans_hold_every_visible_letter(text: str) -> None:
    """Only white space lies between sentences."""
    spans = sentence_spans(text)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
