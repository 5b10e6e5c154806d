"""What trees are asked of the places where a dump broke a sentence, and how sure they must be."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump import seams
from generator.cleaning.dump.page import read_page
from generator.cleaning.dump.parts import Read, mended
from generator.cleaning.dump.seam_traits import seam_traits
from generator.cleaning.dump.word_places import Places
from generator.cleaning.pieces.lines import Piece, raw_lines
from generator.cleaning.pieces.looks import look_at
from generator.cleaning.pieces.wrap import pieces
from tests.cleaning.conftest import MakeOriginal
from tests.cleaning.test_inline import CUT
from tests.quality.of_seams import goes_on

NOWHERE = Places({}, {})
TEXTS = ("The pier of", "Harbour Town", "was closed in spring.", "Share")


def test_each_line_is_asked_with_those_around_it() -> None:
    """A row for each line but the first: 0 is the line itself, -1 the one above, farther ones have fewer traits."""
    traits = seam_traits(TEXTS, [False, True, True, False], NOWHERE)
    assert traits["words+0"].tolist() == [2, 4, 1]
    assert traits["words-1"].tolist() == [3, 2, 4]
    assert traits["words+1"].tolist() == [4, 1, -1]
    assert traits["words-3"].tolist() == [-1, -1, 3]
    assert traits["ruled+0"].tolist() == [1, 1, 0]
    assert traits["last-open-1"].tolist() == [1, 0, 0]
    assert "last-open+1" not in traits


def test_each_line_is_told_where_its_last_and_first_words_stand() -> None:
    """What stands at an end elsewhere, and what never does."""
    known = Places({"of": (0, 900), "town": (90, 10)}, {"was": (0, 900), "Harbour": (40, 60)})
    traits = seam_traits(TEXTS, [False] * 4, known)
    assert traits["last-word-1"][0] < traits["last-word+0"][0]
    assert traits["first-word+0"][0] > traits["first-word+0"][1]


def test_words_are_counted_since_a_line_that_ends_a_sentence() -> None:
    """Of the lines above each."""
    assert seam_traits(TEXTS, [False] * 4, NOWHERE)["since-stop"].tolist() == [3, 5, 0]
    assert seam_traits(("Bring:", "a boat", "a net"), [False] * 3, NOWHERE)["since-stop"].tolist() == [0, 2]


def dump(text: str) -> str:
    """A text in a dump that breaks at every inline element."""
    return CUT + text


def torn_by(odds: float, text: str, make_original: MakeOriginal, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lines that begin a piece and go on with the one above, where the trees have the same odds for all."""
    monkeypatch.setattr(seams, "score", lambda _, __, count: [odds] * count)
    numbers = read_page(make_original(text), None, CleaningSettings()).seams.sure
    return [text.split("\n")[number - 1] for number in sorted(numbers)]


def test_the_trees_join_what_the_rules_left(make_original: MakeOriginal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where they are sure enough; what the rules joined stays so."""
    text = dump("The boats\nThe nets")
    assert torn_by(2.0, text, make_original, monkeypatch)[-2:] == ["The boats", "The nets"]
    assert torn_by(0.5, text, make_original, monkeypatch) == ["The nets"]
    assert torn_by(-0.2, text, make_original, monkeypatch) == []
    monkeypatch.setattr(seams, "score", lambda *_: [-0.5, -0.2, 2.0])
    assert goes_on(TEXTS, [False, True, False, False]) == [False, True, False, True]


@pytest.mark.parametrize(
    ("above", "least"),
    [
        ("The boats came in.", 1.1),
        ("“Who did it?”", 1.1),
        ("Best for:", 1.1),
        ("The boats of", 0.0),
        ("Harbour Town", 0.0),
        ("5.", -1.0),
        ("#12", -1.0),
        ("The boats came in. Their", -2.5),
        ("“The boats came in.” At", -2.5),
        ("The boats came in. Yesterday", 0.0),
    ],
)
def test_a_tear_that_is_seen_needs_less(above: str, least: float) -> None:
    """A label and a sentence may well stand alone, a number and the first word of a sentence not."""
    assert seams.least_below(above) == least


def test_nothing_joins_over_an_empty_line_an_item_a_row_or_itself(
    make_original: MakeOriginal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However sure the trees are."""
    found = torn_by(9.0, dump("The boats\n\nThe nets\n• The ropes\nThe hooks"), make_original, monkeypatch)
    assert not {"The nets", "• The ropes", "The hooks"} & set(found)
    assert torn_by(9.0, dump("The boats\nPiers\nPiers\nThe nets"), make_original, monkeypatch).count("Piers") == 1
    found = torn_by(9.0, dump("| Boat | Net |\n| 1 | 2 |\n---\nThe ropes"), make_original, monkeypatch)
    assert not {"| 1 | 2 |", "---", "The ropes"} & set(found)


def test_a_dump_that_breaks_otherwise_is_not_asked(
    make_original: MakeOriginal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where empty lines part its paragraphs these are whole."""
    assert torn_by(9.0, "The boats came in.\nThe nets were full.", make_original, monkeypatch) == [
        "The nets were full."
    ]
    assert torn_by(9.0, "The boats came in.\nThe nets were full.\n\nIt rained.", make_original, monkeypatch) == []


def test_a_sum_is_one_line(make_original: MakeOriginal, monkeypatch: pytest.MonkeyPatch) -> None:
    """So is a command: of both sides of a sign that stands alone, whatever the trees say. A mark of a quote is none."""
    sums = "Berths\n=\n12\n+\n3\n=>\nfull\nNo boat\n>\nEmpty"
    assert torn_by(-9.0, sums, make_original, monkeypatch) == ["=", "12", "=>", "full"]


def test_the_body_has_the_sentence_whole(make_original: MakeOriginal, monkeypatch: pytest.MonkeyPatch) -> None:
    """One paragraph, and every line is accounted for."""
    story = " ".join(["The council of the town has voted to mend the old pier before the winter storms come."] * 3)
    text = dump(f"{story}\n{story} It named\nHarbour Engineers\n{story}\n{story}")
    whole = clean(make_original(text), None, CleaningSettings())
    monkeypatch.setattr(
        "generator.cleaning.dump.page.torn", lambda *_: seams.Seams(frozenset({10, 11, 12}), frozenset())
    )
    article = clean(make_original(text), None, CleaningSettings())
    assert article.account == whole.account
    assert article.text.split() == whole.text.split()
    assert len(article.blocks) < len(whole.blocks)


def test_the_other_half_of_a_sentence_is_of_the_body() -> None:
    """Whatever it looks like alone, above and below, over several seams; notices, credits and signs are none."""
    lines = (
        "It all began when",
        "View all",
        "boats came.",
        "Source:",
        "the gazette",
        "Copyright 2024 Harbour Press",
        "#",
    )
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join(lines)))]
    chosen = [line in {"boats came.", "the gazette"} for line in lines]
    every = seams.Seams(frozenset(look.piece.numbers[0] for look in looks))
    assert seams.with_other_halves(looks, chosen, every) == [True, True, True, False, True, False, False]
    assert seams.with_other_halves(looks, [True, *[False] * 6], every) == [True, True, True, *[False] * 4]
    assert seams.with_other_halves(looks, chosen, seams.Seams()) == chosen


@pytest.mark.parametrize(("sign", "is_one"), [("=", True), ("+=", True), ("<", True), ("===", False), ("|", False)])
def test_a_command_stays_whole(sign: str, make_original: MakeOriginal, *, is_one: bool) -> None:
    """A sign alone looks like a rule of the page, and its word as pictures are called; a rule brings nothing back."""
    story = " ".join(["The council of the town has voted to mend the old pier before the winter storms come."] * 3)
    text = clean(
        make_original(dump(f"{story}\nworkflow\n{sign}\npublish_to_the_pier\n{story}\n{story}")),
        None,
        CleaningSettings(),
    ).text
    assert (f"workflow {sign} publish_to_the_pier" in text) is is_one
    assert (sign in text) is is_one


def test_links_move_with_their_words() -> None:
    """They stand on the words of a piece that moved behind another."""
    above = Read(Piece("It named", (1,), "paragraph"), ())
    below = Read(Piece("Harbour Engineers", (2,), "paragraph"), ((0, 7, "https://harbour.example/"),))
    (whole,) = mended([above, below], {2})
    assert whole.piece.text == "It named Harbour Engineers"
    assert whole.piece.numbers == (1, 2)
    assert [whole.piece.text[start:end] for start, end, _ in whole.links] == ["Harbour"]


def test_a_dump_without_words_has_no_seams() -> None:
    """An empty list, without a question to the trees."""
    assert seams.odds_of([], []) == []
    assert seams.odds_of(["One line"], [False]) == []
    assert goes_on(["One line"], [False]) == [False]


def test_half_a_sentence_is_no_heading(make_original: MakeOriginal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is likely that a sentence is torn, but not sure enough to join it, neither half is a heading."""
    story = " ".join(["The council of the town has voted to mend the old pier before the winter storms come."] * 3)
    text = dump(f"{story}\nWhy the Pier Matters\n{story}\n{story}\n{story}")
    place = text.split("\n").index("Why the Pier Matters") + 1
    monkeypatch.setattr("generator.cleaning.dump.subheads.score", lambda _, __, count: [9.0] * count)

    def headings(likely: frozenset[int]) -> list[str]:
        monkeypatch.setattr("generator.cleaning.dump.page.torn", lambda *_: seams.Seams(frozenset(), likely))
        article = clean(make_original(text), None, CleaningSettings())
        return [article.text[block.start : block.end] for block in article.blocks if block.kind == "heading"]

    assert "Why the Pier Matters" in headings(frozenset())
    assert "Why the Pier Matters" not in headings(frozenset({place + 1}))
    assert "Why the Pier Matters" not in headings(frozenset({place}))
