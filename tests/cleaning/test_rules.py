"""What maintainers say in cleaning.yml."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.config.schema import CleaningRule
from generator.model import CleanArticle, OutletRef
from tests.cleaning.conftest import MakeOriginal

PAGE = (
    "Pier To Be Rebuilt\n\n"
    "The harbour council voted on Monday to rebuild the old pier, which the storm of last winter had taken away.\n\n"
    "The Gazette thanks its friends at the bakery, without whom nothing would ever be printed in this town.\n\n"
    "Related Articles\n\n"
    "Work is to begin in the spring, the mayor said after the vote, and will take two years at the least.\n\n"
    "Letters\n\n"
    "The harbour deserves better than a pier of wood, a reader wrote to us after the storm of last winter.\n"
)


def _cleaned(make_original: MakeOriginal, rule: CleaningRule) -> CleanArticle:
    original = replace(
        make_original(PAGE, path="gazette/pier.txt"),
        outlet=OutletRef(key="gazette", name="Harbour Gazette", basis="folder"),
    )
    return clean(original, None, CleaningSettings(rules=(rule,)))


def _rules(article: CleanArticle) -> dict[str, str]:
    return {line.text: line.rule for line in article.removed if line.rule.startswith("rule:")}


@pytest.mark.parametrize(
    "where",
    [
        CleaningRule(outlet="gazette"),
        CleaningRule(outlet="Harbour Gazette"),
        CleaningRule(folder="gazette"),
        CleaningRule(folder="gazette/"),
        CleaningRule(article="gazette/pier"),
        CleaningRule(),
    ],
)
def test_a_rule_applies_where_it_says(make_original: MakeOriginal, where: CleaningRule) -> None:
    """By key or name of the outlet, by folder, by id, or everywhere."""
    article = _cleaned(make_original, replace(where, drop=("/^The Gazette thanks/",)))
    assert list(_rules(article).values()) == ["rule:drop"]
    assert "bakery" not in article.text


@pytest.mark.parametrize(
    "where", [CleaningRule(outlet="herald"), CleaningRule(folder="gaz"), CleaningRule(article="pier")]
)
def test_a_rule_of_others_does_nothing(make_original: MakeOriginal, where: CleaningRule) -> None:
    """A folder's name is a whole one, and an id is not its last part."""
    assert "bakery" in _cleaned(make_original, replace(where, drop=("/bakery/",))).text


def test_literal_text_is_the_whole_line(make_original: MakeOriginal) -> None:
    """Only a pattern between slashes matches a part of a line."""
    assert "bakery" in _cleaned(make_original, CleaningRule(drop=("The Gazette thanks",))).text


def test_a_line_may_end_the_article(make_original: MakeOriginal) -> None:
    """All from the first line that matches is removed."""
    article = _cleaned(make_original, CleaningRule(drop_after=("Letters",)))
    assert list(_rules(article).values()) == ["rule:drop-after", "rule:drop-after"]
    assert article.text.endswith("at the least.")


def test_a_line_may_be_kept_whatever_it_looks_like(make_original: MakeOriginal) -> None:
    """A maintainer's word is stronger than a built-in shape."""
    article = _cleaned(make_original, CleaningRule(keep=("Related Articles",)))
    assert "Related Articles" in article.text.split("\n\n")
    assert {line.rule for line in article.account if line.number == 7} == {"rule:keep"}
