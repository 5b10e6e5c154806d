"""The first thing that anybody tries: a headline, a name, a date and three paragraphs, alone in a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump.tails import without_tails
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import look_at
from generator.cleaning.pieces.wrap import pieces
from tests.cleaning.conftest import MakeOriginal

TITLE = "Council Votes To Close Elm Street Bridge"
PARAGRAPHS = (
    (
        "The city council voted on Tuesday night to close the Elm Street bridge for repairs that are expected to last "
        "until spring."
    ),
    (
        "Residents who spoke at the meeting said the detour would add twenty minutes to their drive, and asked for a "
        "temporary crossing."
    ),
    (
        '"We hear you," Mayor Linda Park said. "But the bridge is forty years past its design life, and we cannot wait '
        'any longer."'
    ),
)
GOLDEN = Path(__file__).parents[1] / "golden" / "cleaning"
CASES = yaml.safe_load((GOLDEN / "short_files.yml").read_text(encoding="utf-8"))
TAILS = yaml.safe_load((GOLDEN / "short_tails.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: " / ".join(case["head"]) or "nothing")
@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["apart", "together"])
def test_a_head_is_read_as_a_reader_does(make_original: MakeOriginal, case: dict[str, Any], gap: str) -> None:
    """Whoever signs is the author, once; the date is the article's; neither stands in the body, which is whole."""
    text = gap.join([TITLE, *case["head"]]) + "\n\n" + "\n\n".join(PARAGRAPHS) + "\n"
    article = clean(make_original(text), None, CleaningSettings())
    assert article.title == TITLE
    assert list(article.authors) == case.get("authors", [])
    assert (article.published.date if article.published else None) == (str(case["date"]) if "date" in case else None)
    paragraphs = [article.text[block.start : block.end] for block in article.blocks]
    assert [one for one in paragraphs if one in PARAGRAPHS] == list(PARAGRAPHS)
    assert not {*case.get("authors", [])} & {*paragraphs}


@pytest.mark.parametrize("tail", TAILS, ids=" / ".join)
@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["apart", "together"])
def test_what_leads_elsewhere_ends_an_article(make_original: MakeOriginal, tail: list[str], gap: str) -> None:
    """A heading such as ``Most Popular`` takes with it what follows, though nothing but a headline or two does."""
    text = "\n\n".join([TITLE, "By Jane Doe", "March 3, 2019", *PARAGRAPHS, gap.join(tail)]) + "\n"
    article = clean(make_original(text), None, CleaningSettings())
    assert [article.text[block.start : block.end] for block in article.blocks] == list(PARAGRAPHS)


def test_such_a_line_in_the_midst_of_a_text_is_a_button() -> None:
    """What stands below ``Share this article`` goes only in the last part of a body."""
    lines = (*PARAGRAPHS[:1], "Share this article", *PARAGRAPHS[1:], *PARAGRAPHS)
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join(lines)))]
    assert without_tails(looks, [True] * len(looks)) == [True] * len(looks)
