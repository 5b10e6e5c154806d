"""What the pieces of a dump become in the article."""

from __future__ import annotations

import pytest

from generator.cleaning.dump.code import code_lines, with_whole_code
from generator.cleaning.dump.parts import Read, parts_of
from generator.cleaning.pieces.blocks import Part
from generator.cleaning.pieces.lines import Piece, raw_lines
from generator.cleaning.pieces.looks import look_at
from generator.cleaning.pieces.marks import plain
from generator.cleaning.pieces.wrap import pieces

STORY = "The [council](https://pier.test/a) voted on Monday to rebuild the old pier.\n\n## Tides"
CODE = "    \n    # Tides\n    high = 2\n    \n    if high:\n        land()\n    "

MARKED = "\n\n## Of Headings"
"""Behind what a tool wrote that marks several levels of them."""


def parts(text: str) -> list[Part]:
    """The parts that all pieces of a dump make."""
    return parts_of([Read(piece, ()) for piece in pieces(raw_lines(text))], text.split("\n"))


PRINTED = "          The council voted on Monday to rebuild the old pier, and nobody knew who would pay."
DRAWN = (
    "          land:\n            - tide: high\n              crew: {{ crew }}\n"
    "              {% if moon %}\n              now\n              {% endif %}"
)


@pytest.mark.parametrize(
    ("drawn", "is_code"),
    [
        (DRAWN, True),
        ("          if (high) {\n            land();\n          }\n          wait();", True),
        ("          Boats\n            Ferry\n            Tug (small)\n          Piers", False),
        ("          * land: now\n            + tide: high\n            + crew: two\n          * wait: no", False),
        ("          land:\n          tide:\n          crew:\n          moon:", False),
    ],
    ids=["keys and templates", "statements", "a menu", "items", "one depth"],
)
def test_what_reads_as_code_where_a_page_is_drawn_is_one_block(drawn: str, *, is_code: bool) -> None:
    """As such tools print it: deep as the page is, each line by itself."""
    lines = f"{PRINTED}\n\n{drawn}\n\n{PRINTED}".split("\n")
    assert (code_lines(lines) == frozenset(range(3, len(lines) - 1))) == is_code
    found = parts("\n".join(lines))
    assert (len(found) == 3 and found[1].kind == "code") == is_code


def test_an_item_that_only_holds_a_list_is_not_read() -> None:
    """Its mark stands before that of the first item inside, on one line."""
    found = parts("  * Wines:\n  *     * from Napa\n    * from Sonoma\n  * 2 * 3")
    assert [(part.level, part.text) for part in found] == [
        (0, "Wines:"), (1, "from Napa"), (1, "from Sonoma"), (0, "2 * 3"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("run", "is_code"),
    [
        ("tide.call(\nname='high',\ncrew=two,\n)", True),
        ("type Pier struct {\n    boats  []Boat\n    mooring *Rope\n}", True),
        ('{\n  "tide": "high",\n  "crew": {\n    "size": 2\n  }\n}', True),
        ("SELECT name\n  FROM boats\n WHERE size > 2;", True),
        ("<pier>\n  <boat/>\n</pier>", True),
        ("Ferry (daily)\nTug (small)\nPilot (on call)", False),
        ("  Boats leave on the hour,\n  and come back\n late.", False),
        ("Ferry:\n  two boats\nTug:", False),
    ],
    ids=["a call", "a type", "JSON", "SQL", "tags", "names", "a verse", "labels"],
)
def test_code_is_told_from_prose_that_begins_at_the_margin(run: str, *, is_code: bool) -> None:
    """By its signs, its depths and its brackets; where each string is a line, it stands right below the prose."""
    said = PRINTED.strip()
    for parting in ("\n\n", "\n"):
        lines = parting.join((said, run, said, "Boats and Piers", said)).split("\n")
        begins = 2 if parting == "\n" else 3
        assert (code_lines(lines) == frozenset(range(begins, begins + run.count("\n") + 1))) == is_code
        assert is_code or not code_lines(lines)


def test_code_of_a_page_whose_prose_begins_at_the_margin_is_one_block() -> None:
    """As main-content extractors print it: with its blank lines and, however short it is, its end."""
    said = PRINTED.strip()
    code = (
        "func land(high int) error {\n    if high > 2 {\n        return wait()\n    }\n\n    moor()\n    return nil\n}"
    )
    found = parts(f"{said}\n\n{code}\n\n{said}\n\nSo it is.")
    assert [part.kind for part in found] == ["paragraph", "code", "paragraph", "paragraph"]
    assert found[1].text == code
    items = parts(f"{said}\n\n{code}\n\n  • Boats\n  • Piers\n\n{said}")
    assert [part.kind for part in items][:4] == ["paragraph", "code", "item", "item"]


def test_a_line_that_looks_like_no_text_stays_in_code_that_is_drawn() -> None:
    """Of a run of which a tenth was chosen all is of the body."""
    looks = [look_at(piece) for piece in pieces(raw_lines(f"{PRINTED}\n\n{DRAWN}"))]
    within = ["{%" not in look.piece.text for look in looks]
    assert not all(within)
    assert all(with_whole_code(looks, within, f"{PRINTED}\n\n{DRAWN}".split("\n")))


def test_a_line_across_the_page_is_no_end_of_a_sentence() -> None:
    """So lynx draws it below a paragraph that it has wrapped; a gap to fill in is short."""
    rule = "_" * 66
    found = parts_of([Read(Piece(f"So it is. {rule}", (1, 2), "paragraph"), ())], ["So it is.", f"  {rule}"])
    assert [part.text for part in (*found, *parts("Name: ____"))] == ["So it is.", "Name: ____"]


def test_an_arrow_before_a_line_is_no_quotation() -> None:
    """Of a quotation in a quotation the marks stand apart."""
    found = parts("So it is.\n\n>> Get Started: The Pier\n\n> > So she said.\n\n> So he said.")
    assert [(part.kind, part.text) for part in found] == [
        ("paragraph", "So it is."),
        ("paragraph", "Get Started: The Pier"),
        ("quote", "> So she said."),
        ("quote", "So he said."),
    ]


def test_code_is_one_block_with_its_blanks() -> None:
    """Without the depth at which all of it stands; the text around it is none."""
    code = parts(f"{STORY}\n\n{CODE}\n\nSo it is.")
    assert [part.kind for part in code] == ["paragraph", "heading", "code", "paragraph"]
    assert code[2].text == "# Tides\nhigh = 2\n\nif high:\n    land()"


@pytest.mark.parametrize(
    "text",
    [
        f"The council voted on Monday to rebuild the old pier.\n\n{CODE}",
        f"{STORY}\n\n  * An item\n\n    goes on here",
        f"{STORY}\n\n    \n    See [the plan](https://pier.test/plan) of it.",
        f"    {STORY}\n\n{CODE}",
    ],
    ids=["no Markdown", "below an item", "a link", "all is deep"],
)
def test_other_deep_lines_are_no_code(text: str) -> None:
    """Tools that draw a page as it looks set its columns apart with blanks."""
    assert code_lines(text.split("\n")) == frozenset()


LONG = "# The tide is high when the moon is full, and when it is new, " * 4


def test_code_may_have_a_long_remark_and_brackets() -> None:
    """A run of little else is prose."""
    config = ["server:", *(f"    port: {number}" for number in range(20)), "readers[name](file)"]
    deep = "\n".join(f"    {line}" for line in (LONG, *config))
    assert [part.kind for part in parts(f"{STORY}\n\n    \n{deep}")] == ["paragraph", "heading", "code"]
    assert not code_lines(f"{STORY}\n\n    \n    {LONG}\n    port: 1".split("\n"))


def whole(code: str, *, kept: int) -> int:
    """How many pieces of code stay of which a few, counted from the end, were chosen."""
    text = f"{STORY}\n\n    \n{code}\n\nSo it is."
    looks = [look_at(piece) for piece in pieces(raw_lines(text))]
    lines = sum(1 for look in looks if look.piece.numbers[0] > STORY.count("\n") + 1) - 1
    within = [True] * 2 + [False] * (lines - kept) + [True] * (kept + 1)
    return sum(with_whole_code(looks, within, text.split("\n"))) - 3


def test_code_is_of_the_body_with_all_its_lines() -> None:
    """Where some are; a column of the numbers of its lines is none."""
    lines = ["timeline", "", *(f": Set up number {word}" for word in ("one", "two", "three")), "", "end", "---"]
    code = "\n".join(f"    {line}" for line in lines)
    assert whole(code, kept=1) == 4
    assert whole(code, kept=0) == 0
    assert whole("    1\n    \n    2\n    \n    3", kept=1) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"# Tides\nhigh = 2{MARKED}", "paragraph"),
        (f"# Tides\ngit commit{MARKED}", "paragraph"),
        (f"    # Tides\n    The high one{MARKED}", "paragraph"),
        (f"# Tides\n\nhigh = 2{MARKED}", "heading"),
        (f"# Tides\nThe high one{MARKED}", "heading"),
        (f"## Tides\nhigh = 2{MARKED}", "heading"),
        ("# Tides\nThe high one", "paragraph"),
        ("# of boats\n12", "paragraph"),
        ("# Tides\n\nThe high one", "heading"),
        ("# Tides\nThe high one comes at noon, and takes the boats to the sea.\n# Boats\nAll", "paragraph"),
        ("# Tides\nThe high one comes at noon, and takes the boats to the sea.", "heading"),
    ],
)
def test_a_remark_in_code_is_no_heading(text: str, kind: str) -> None:
    """It keeps its sign. Where the dump marks no headings in other ways a line needs running text below it."""
    first = parts(text)[0]
    assert first.kind == kind
    assert first.text == (text.split("\n", maxsplit=1)[0].strip() if kind == "paragraph" else "Tides")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("# Tides\nhigh = 2", "# Tides\nhigh = 2"),
        ("The tides:\n\ngit fetch\n# Tides\n# Of May\ngit commit", "git fetch\n# Tides\n# Of May\ngit commit"),
        ("The tides:\n\n# Tides\n\ngit commit", ""),
        (f"# Tides\nhigh = 2{MARKED}", ""),
    ],
    ids=["a line below", "around", "a heading", "marked"],
)
def test_a_remark_and_what_stands_beside_it_are_code(text: str, code: str) -> None:
    """Where the dump marks no headings."""
    assert [part.text for part in parts(text) if part.kind == "code"] == ([code] if code else [])


def test_a_remark_has_all_its_lines() -> None:
    """A command that was read as the rest of a heading is no less of the text."""
    text = f"# Tides of\nthe harbour\ngit commit{MARKED}"
    remark = pieces(raw_lines(text))[0]._replace(numbers=(1, 2), text="Tides of the harbour")
    (part,) = parts_of([Read(remark, ())], text.split("\n"))
    assert (part.kind, part.text) == ("paragraph", "# Tides of\nthe harbour")


def test_words_that_a_line_end_broke_at_their_hyphen_are_whole() -> None:
    """Not where the hyphen stands for a word to come, nor within a line; links move with their words."""
    lines = (
        "The use-it-",
        "or-lose-it pier is wind-",
        "blown, a short-",
        "and long-term risk - as well-",
        "known by us.",
    )
    text = "The use-it- or-lose-it pier is wind- blown, a short- and long-term risk - as well- known by us."
    piece = Piece(text, (1, 2, 3, 4, 5), "paragraph")
    part = parts_of([Read(piece, [(text.index("known"), text.index(" by"), "/k")])], lines)[0]
    assert part.text == "The use-it-or-lose-it pier is wind-blown, a short- and long-term risk - as well-known by us."
    assert [part.text[start:end] for start, end, _ in part.anchors] == ["known"]
    alone = Piece(text, (1,), "paragraph")
    assert parts_of([Read(alone, ())], [text])[0].text == text


def test_a_name_in_code_keeps_its_underscore() -> None:
    """Behind it no word ends."""
    assert plain("call(from_='pier') _so_ it is")[0] == "call(from_='pier') so it is"


def test_the_star_of_a_note_is_no_mark() -> None:
    """It has no partner."""
    assert plain("A few hours* of rain")[0] == "A few hours* of rain"
    assert plain("A *few* hours* of rain")[0] == "A few hours of rain"


TOLD = "\n\n".join(f"   The council of pier {number} voted again." for number in range(5))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("What It Costs", "heading"),
        ("   What It Costs", "paragraph"),
        ("All of it was said in public.", "paragraph"),
        ("      What It Costs", "paragraph"),
    ],
)
def test_a_line_that_is_not_as_deep_as_paragraphs_is_a_heading(line: str, kind: str) -> None:
    """As text browsers print them; where no depth is usual it tells nothing."""
    found = parts(f"{TOLD}\n\n{line}\n\n{TOLD}")[5]
    assert (found.kind, found.level) == (kind, 2 if kind == "heading" else 0)
    flat = TOLD.replace("   ", "")
    assert parts(f"{flat}\n\n{line.strip()}\n\n{flat}")[5].kind != "heading"


def test_a_heading_in_an_item_is_one() -> None:
    """Tools write the mark of the one before that of the other."""
    found = parts(f"{STORY}\n\n  * ### What it costs\n\n  * #1 of all piers")
    assert [(part.kind, part.level, part.text) for part in found[2:]] == [
        ("heading", 3, "What it costs"),
        ("item", 0, "#1 of all piers"),
    ]
