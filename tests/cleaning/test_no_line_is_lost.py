"""No line of an original is lost, whatever its form, its furniture and the maintainers' rules."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.cleaning import CleaningSettings, PlacedRule, clean, survey
from generator.config.schema import CleaningRule, CleaningSection
from generator.model import CleanArticle, Original
from tests.cleaning.conftest import original_of

GLUED = "Skip to contentHomeRead moreThe boats are late.Nobody knows why.They never came (or did they?)So it was." * 12
ONE_LINE = " ".join(["Home News Sport Old Pier To Rise Again By Ada Quill July 20, 2019 The boats are late."] * 30)
PHRASES = (
    "The harbour council voted on Monday to rebuild the old pier, which the storm had taken away.",
    "Related Articles", "By Ada Quill", "Published July 20, 1969", "Skip to main content", "Letters", "12 Comments",
    "• a point", "> a quotation", "1. first", "## A heading", "Sources: CNN (2)", "(AP Photo/Ben Lund)",
    "Advertisement",
    "WASHINGTON (AP) — The band played.", "| a | b |", "```", "___", "<b>bold</b>", "Read more:", "© 2019 The Gazette",
    "and went on,", "of the town.", "", "   ", "Share Tweet Email", "Correction: the pier is old.", "{% call %}",
    "[a link](https://a.example/) [b](/b)", "![a picture](a.png)", "* [c](/c)",
    GLUED, ONE_LINE,
)  # fmt: skip
LINES = st.lists(st.sampled_from(PHRASES) | st.text(st.characters(exclude_categories=["C"]), max_size=60), max_size=30)
LITERAL = st.sampled_from([phrase for phrase in PHRASES if phrase.strip()])
SECTION = st.builds(CleaningSection, from_=LITERAL, to=st.none() | LITERAL) | st.builds(
    CleaningSection, heading=LITERAL
)
RULE = st.builds(
    CleaningRule,
    drop=st.lists(LITERAL | st.just("/e/"), max_size=2).map(tuple),
    keep=st.lists(LITERAL, max_size=2).map(tuple),
    drop_sections=st.lists(SECTION, max_size=2).map(tuple),
    keep_sections=st.lists(SECTION, max_size=1).map(tuple),
    title=st.none() | st.just("/^(The .*)$/"),
    byline=st.none() | st.just("/^By (.*)$/"),
    date=st.none() | st.just("/^Published (.*)$/"),
)
RULES = st.lists(RULE, max_size=2)
_MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _cleaned(original: Original, rules: list[CleaningRule], *, furniture: bool) -> CleanArticle:
    repeats = dict.fromkeys(survey.lines_of(original)[::3], "most") if furniture else None
    placed = tuple(PlacedRule(rule=rule) for rule in rules)
    return clean(original, repeats, CleaningSettings(rules=placed))  # type: ignore[arg-type]


def _is_accounted(article: CleanArticle, lines: list[str]) -> None:
    """Each line once, in order; what is not in the body is told with its text and a rule.

    What was taken out of a line of the body, or of one that has several parts, stands below that line, with its number.
    """
    taken = {id(b): a for a, b in pairwise(article.account) if a.number == b.number}
    account = [line for line in article.account if id(line) not in taken]
    assert [line.number for line in account] == list(range(1, len(lines) + 1))
    for line, raw in zip(account, lines, strict=True):
        assert line.rule
        if line.fate != "body":
            assert line.text == raw.strip()


@_MANY
@given(LINES, RULES, st.booleans())
def test_of_a_dump(lines: list[str], rules: list[CleaningRule], furniture: bool) -> None:  # noqa: FBT001 - hypothesis
    """Every word of the body stands on a line of the body, in the same order."""
    text = "\n".join(line.replace("\n", " ") for line in lines)
    article = _cleaned(original_of(text), rules, furniture=furniture)
    raw = text.split("\n")
    _is_accounted(article, raw)
    kept = "".join("".join(raw[line.number - 1].split()) for line in article.account if line.fate == "body")
    position = 0
    for mark in "".join(article.text.split()):
        position = kept.find(mark, position) + 1
        assert position, f"{mark!r} of the body stands on no line of the body"


@_MANY
@example(lines=["```", "{% call %}", "the end"], rules=[], furniture=False)
@given(LINES, RULES, st.booleans())
def test_of_a_document(lines: list[str], rules: list[CleaningRule], furniture: bool) -> None:  # noqa: FBT001 - hypothesis
    """Markdown is accounted for line by line too."""
    text = "\n".join(line.replace("\n", " ") for line in lines)
    _is_accounted(_cleaned(replace(original_of(text), form="markdown"), rules, furniture=furniture), text.split("\n"))


@_MANY
@given(LINES, RULES)
def test_of_clean_text(lines: list[str], rules: list[CleaningRule]) -> None:
    """Clean text is kept to the letter, and no rule touches it."""
    text = "\n".join(line.replace("\n", " ") for line in lines)
    article = _cleaned(replace(original_of(text), form="clean"), rules, furniture=True)
    _is_accounted(article, text.split("\n"))
    assert {line.fate for line in article.account} == {"body"}


@_MANY
@given(LINES, RULES, st.booleans())
def test_of_a_page(lines: list[str], rules: list[CleaningRule], furniture: bool) -> None:  # noqa: FBT001 - hypothesis
    """Of a page every visible block is accounted for; a body told by its structured data may follow."""
    text = "<html><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>"
    original = replace(original_of(text), form="html")
    article = _cleaned(original, rules, furniture=furniture)
    blocks = list(survey.lines_in(original))
    assert [line.number for line in article.account] == list(range(1, len(article.account) + 1))
    assert len(article.account) >= len(blocks)
    for line, block in zip(article.account, blocks, strict=False):
        assert line.rule
        if line.fate != "body":
            assert line.text == block
