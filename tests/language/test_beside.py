"""What stands beside a name: who speaks, what has an article, and what somebody is said to be."""

from __future__ import annotations

import pytest

from generator.language.appositions import apposition
from generator.language.cues import cue


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It was [Jane Roe], who left early.", "who"),
        ("Then [Jane Roe], 45, left.", "who"),
        ("“Never,” [Jane Roe] said.", "says"),
        ("“Never,” said [Jane Roe] of Leeds.", "says"),
        ("He joined the [Oliver Wyman] office.", "article"),
        ("A [Kim Jong-un] succession will come.", ""),
        ("He joined the consulting firm [Oliver Wyman] last year.", "noun"),
        ("A note by [Charles Schwab] Corp. was leaked.", "noun"),
        ("In 2000 [Boris Smeds] found it.", ""),
        ("It was the company of [Jeff Bezos] that landed.", ""),
        ("He met [Jane Roe] in Leeds.", ""),
    ],
)
def test_cue(sentence: str, expected: str) -> None:
    """Ages, 'who' and verbs of saying speak for a person; articles, nouns and legal forms against."""
    assert cue(*_marked(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Jeff Sessions], the attorney general, declined.", "attorney general"),
        ("The ambassador, [Sergey Kislyak], smiled.", "ambassador"),
        ("They heard and the attorney general, [Jeff Sessions], left.", "attorney general"),
        ("[George Pipas], director of sales analysis at Ford, agrees.", "director of sales analysis at Ford"),
        ("Sen. [Jeff Sessions] (R-Ala.) voted.", "R-Ala."),
        ("Rep. [Adam Schiff], D-Calif., voted.", "D-Calif."),
        ("[Ann Lee], and Bo Lee is the other engineer.", ""),
        ("A reporter who had called the spokesman, [Jane Roe], left.", ""),
        (
            "[Jane Roe], director of the National Aeronautics and Space Administration, left.",
            "director of the National Aeronautics and Space Administration",
        ),
        ("[Jane Roe], director of the Bureau and Ann Lee of the Senate left.", "director of the Bureau"),
        ("[Jane Roe], the river, the road and more.", ""),
        ("[Jane Roe] met the attorney general, who left.", ""),
        ("Today [Jane Roe], joined Rep. Ann Lee in Ohio.", ""),
        ("[Jane Roe], CIO, agrees.", "CIO"),
    ],
)
def test_apposition(sentence: str, expected: str) -> None:
    """An apposition is led by a title word; a seat in Congress counts as one; other words do not."""
    assert apposition(*_marked(sentence)) == expected


def _marked(sentence: str) -> tuple[str, int, int]:
    """The sentence without its brackets, and where they stood."""
    start = sentence.index("[")
    return sentence.replace("[", "").replace("]", ""), start, sentence.index("]") - 1
