"""Mentions and dates of an article."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.language import Model, analyze, analyze_many, load_model
from generator.language.silence import silent_spans
from generator.model import Analysis, CleanArticle, Dating, Mention


@pytest.fixture(scope="session")
def model() -> Model:
    """The English model; it is a dependency, so that it must be there."""
    found = load_model("en")
    assert found is not None
    return found


def _clean(text: str, date: str | None = None) -> CleanArticle:
    published = Dating(date=date, basis="label") if date else None
    return CleanArticle(id="a", text=text, blocks=(), published=published)


def _named(analysis: Analysis, kind: str) -> list[str]:
    return [mention.text for mention in analysis.mentions if mention.kind == kind]


def _mention(analysis: Analysis, text: str) -> Mention:
    return next(mention for mention in analysis.mentions if mention.text == text)


def test_offsets_are_the_text(model: Model) -> None:
    """Every mention and date is the text between its offsets, and none overlaps another."""
    text = "President Dwight D. Eisenhower signed it in Washington on July 29, 1958.\n\nNASA opened on Oct. 1, he said."
    found = analyze(_clean(text), model)
    assert found.mentions
    assert all(text[mention.start : mention.end] == mention.text for mention in found.mentions)
    assert all(text[date.start : date.end] == date.text for date in found.dates)
    assert all(one.end <= other.start for one, other in pairwise(found.mentions))


def test_title_becomes_role(model: Model) -> None:
    """A title before a name is its role, verbatim, and no part of the name."""
    text = "Flight Director Gene Kranz met Democratic Sen. Walter Mondale of Minnesota on Monday."
    found = analyze(_clean(text), model)
    assert _mention(found, "Gene Kranz").role == "Flight Director"
    assert _mention(found, "Walter Mondale").role == "Democratic Sen."


def test_title_with_complement(model: Model) -> None:
    """A title that is of or to something reaches back to its beginning, though the model swallowed its end."""
    text = "They twice met Russian Ambassador to the U.S. Sergey Antonovich, according to two people."
    found = analyze(_clean(text), model)
    assert _mention(found, "Sergey Antonovich").role == "Russian Ambassador to the U.S."
    assert _mention(found, "Sergey Antonovich").kind == "person"


def test_sentence_numbers(model: Model) -> None:
    """Mentions of one sentence share its number; an abbreviation ends none."""
    text = "Sen. John Glenn flew again. Neil Armstrong met Buzz Aldrin in Houston."
    found = analyze(_clean(text), model)
    assert _mention(found, "John Glenn").sentence == 0
    assert _mention(found, "Neil Armstrong").sentence == _mention(found, "Buzz Aldrin").sentence == 1


def test_capitalised_runs_are_unknown_mentions() -> None:
    """Without a model, capitals and titles still show names; a lone word that opens a sentence needs proof."""
    text = "Kranz waited. Yesterday the room was quiet, and Kranz knew why. Sen. Proxmire did not."
    found = analyze(_clean(text), None)
    assert _named(found, "unknown") == ["Kranz", "Kranz"]
    assert _named(found, "person") == ["Proxmire"]


def test_suffix_belongs_to_name(model: Model) -> None:
    """Jr. stays with its name."""
    found = analyze(_clean("The speech of Martin Luther King Jr. moved Robert Kennedy that day."), model)
    assert "Martin Luther King Jr." in _named(found, "person")


def test_capitals_are_only_looked_up(model: Model) -> None:
    """A headline in capitals names only what the article names elsewhere."""
    text = "ARMSTRONG WALKS ON THE MOON\n\nNeil Armstrong stepped down in the evening, and Armstrong spoke."
    found = analyze(_clean(text), model)
    assert found.mentions[0].text == "ARMSTRONG"
    assert found.mentions[0].kind == "unknown"


def test_dates_need_the_articles_own_date(model: Model) -> None:
    """A date without a year is resolved against the article's date and otherwise stays open."""
    text = "He was confirmed on Feb. 1 after a long debate."
    assert [date.date for date in analyze(_clean(text), model).dates] == [None]
    assert [date.date for date in analyze(_clean(text, "2017-03-02"), model).dates] == ["2017-02-01"]


def test_not_before(model: Model) -> None:
    """An undated article is not older than the latest full date of which it speaks."""
    text = "It began on October 4, 1957. On July 20, 1969, two men landed."
    assert analyze(_clean(text), model).not_before == "1969-07-20"
    assert analyze(_clean(text, "1999-01-01"), model).not_before is None


def test_many_articles_keep_their_order(model: Model) -> None:
    """Articles stream through the model in their order, long ones in pieces."""
    long = (
        "\n\n".join(["Nothing much was said on the record that day by anybody at all."] * 700) + "\n\nJohn Glenn spoke."
    )
    cleans = [_clean("Sally Ride flew."), _clean(long), _clean(""), _clean("Yuri Gagarin flew.")]
    found = [_named(analysis, "person") for analysis in analyze_many(cleans, model)]
    assert found == [["Sally Ride"], ["John Glenn"], [], ["Yuri Gagarin"]]


def test_empty_text() -> None:
    """An article without text has no mentions."""
    assert analyze(_clean(""), None) == Analysis()


def test_hostile_text_takes_linear_time() -> None:
    """Long runs of capitals, dots and brackets do not make the search explode."""
    for piece in ("A" * 50_000, "A. " * 20_000, "( " * 20_000, "Sen. " * 10_000, "O'" * 20_000):
        analyze(_clean(piece), None)


def test_a_passage_in_a_script_without_capitals_names_nobody(model: Model) -> None:
    """The model takes words that an English article quotes in Arabic for a name; the names beside them stay."""
    quoted = "قال رئيس البلدية إن الجسر القديم سيفتح غدا"
    around = (
        "Gene Kranz asked the readers of his letters what they think of it: {}! Then Walter Mondale agreed with them."
    )
    found = analyze(_clean(around.format(quoted)), model)
    assert [mention.text for mention in found.mentions] == ["Gene Kranz", "Walter Mondale"]
    assert silent_spans(f"{quoted}. {quoted}.", ()) == ()  # an article in Arabic is for an Arabic model to read
