"""What maintainers say in cleaning.yml."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.cleaning import CleaningSettings, PlacedRule, clean, idle_rules, settings_for
from generator.config.schema import CleaningRule, CleaningSection
from generator.model import CleanArticle, Form, Metadata, OutletRef
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
HTML = "<html><body><article>{}</article></body></html>".format(
    "".join(f"<h2>{part}</h2>" if part == "Letters" else f"<p>{part}</p>" for part in PAGE.split("\n\n"))
)
MARKDOWN = PAGE.replace("Letters", "## Letters").replace("Pier To Be Rebuilt", "# Pier To Be Rebuilt")


def _cleaned(
    make_original: MakeOriginal,
    *rules: CleaningRule,
    form: Form = "text",
    text: str = PAGE,
    said: Metadata | None = None,
) -> CleanArticle:
    """The article under these rules, the first of which begins on line 10, the second on line 20."""
    original = replace(
        make_original(text, path="gazette/2019/pier.txt", metadata=said),
        outlet=OutletRef(key="gazette", name="Harbour Gazette", basis="folder"),
        form=form,
    )
    keys = ("drop[0]", "drop[1]", "keep[0]", "drop_sections[0]", "keep_sections[0]", "title", "byline", "date")
    placed = (
        PlacedRule(rule=rule, places={key: 10 * number + index for index, key in enumerate(keys)})
        for number, rule in enumerate(rules, start=1)
    )
    return clean(original, None, CleaningSettings(rules=tuple(placed)))


def _rules(article: CleanArticle) -> dict[str, str]:
    return {line.text: line.rule for line in article.account if line.rule.startswith("cleaning.yml")}


@pytest.mark.parametrize(
    "where",
    [
        CleaningRule(outlet="gazette"),
        CleaningRule(outlet="Harbour Gazette"),
        CleaningRule(folder="gazette"),
        CleaningRule(folder="gazette/2019/"),
        CleaningRule(folder="gazette/20*"),
        CleaningRule(article="gazette/2019/pier"),
        CleaningRule(),
    ],
)
def test_a_rule_applies_where_it_says(make_original: MakeOriginal, where: CleaningRule) -> None:
    """By key or name of the outlet, by folder, by id, or everywhere; its place in the file is told."""
    article = _cleaned(make_original, replace(where, drop=("/^The Gazette thanks/",)))
    assert list(_rules(article).values()) == ["cleaning.yml:10"]
    assert "bakery" not in article.text


@pytest.mark.parametrize(
    "where",
    [
        CleaningRule(outlet="herald"),
        CleaningRule(folder="gaz"),
        CleaningRule(folder="gazette/21*"),
        CleaningRule(article="pier"),
    ],
)
def test_a_rule_of_others_does_nothing(make_original: MakeOriginal, where: CleaningRule) -> None:
    """A folder's name is a whole one, and an id is not its last part."""
    assert "bakery" in _cleaned(make_original, replace(where, drop=("/bakery/",))).text


def test_literal_text_is_the_whole_line(make_original: MakeOriginal) -> None:
    """Only a pattern between slashes matches a part of a line."""
    assert "bakery" in _cleaned(make_original, CleaningRule(drop=("The Gazette thanks",))).text


def test_a_line_is_named_as_it_stands_in_the_dump(make_original: MakeOriginal) -> None:
    """White space and list marks aside, and also where cleaning would join it to the line above."""
    text = PAGE.replace("taken away.\n\nThe Gazette", "taken away,\n, as  our readers know\n\n\n\nThe Gazette")
    article = _cleaned(make_original, CleaningRule(drop=("•  , as our readers know",)), text=text)
    assert _rules(article) == {", as  our readers know": "cleaning.yml:10"}
    assert "taken away,\n\nThe Gazette" in article.text


@pytest.mark.parametrize("form", ["text", "html", "markdown"])
@pytest.mark.parametrize(
    "section",
    [
        CleaningSection(from_="Letters"),
        CleaningSection(heading="Letters"),
        CleaningSection(from_="Letters", to="/wrote to us/"),
    ],
)
def test_a_section_may_end_the_article(make_original: MakeOriginal, section: CleaningSection, form: Form) -> None:
    """All from its first line to its last, to the next heading or to the end is removed, in every form."""
    text = {"text": PAGE, "html": HTML, "markdown": MARKDOWN}[form]
    article = _cleaned(make_original, CleaningRule(drop_sections=(section,)), form=form, text=text)
    assert list(_rules(article).values()) == ["cleaning.yml:13", "cleaning.yml:13"]
    assert article.text.endswith("at the least.")


def test_a_section_within_does_not_cut_the_article(make_original: MakeOriginal) -> None:
    """What stands below it stays, however long the section is."""
    section = CleaningSection(from_="/^The Gazette thanks/", to="Related Articles")
    article = _cleaned(make_original, CleaningRule(drop_sections=(section,)))
    assert "taken away.\n\nWork is to begin" in article.text


def test_a_section_whose_end_is_missing_is_none(make_original: MakeOriginal) -> None:
    """Nothing is removed on half a word."""
    section = CleaningSection(from_="Letters", to="Back to the top")
    assert not _rules(_cleaned(make_original, CleaningRule(drop_sections=(section,))))


@pytest.mark.parametrize("form", ["text", "html", "markdown"])
def test_a_line_may_be_kept_whatever_it_looks_like(make_original: MakeOriginal, form: Form) -> None:
    """A maintainer's word is stronger than a built-in shape."""
    text = {"text": PAGE, "html": HTML, "markdown": MARKDOWN}[form]
    article = _cleaned(make_original, CleaningRule(keep=("Related Articles",)), form=form, text=text)
    assert "Related Articles" in article.text.split("\n\n")
    assert "cleaning.yml:12" in {line.rule for line in article.account}


def test_the_most_particular_rule_decides(make_original: MakeOriginal) -> None:
    """An article's rule comes before its folder's, that before its outlet's, whatever their order in the file."""
    outlet = CleaningRule(outlet="gazette", drop=("Related Articles",))
    article = CleaningRule(article="gazette/2019/pier", keep=("Related Articles",))
    assert "Related Articles" in _cleaned(make_original, outlet, article).text
    within_one = CleaningRule(drop=("Related Articles",), keep=("/^Related/",))
    assert "Related Articles" in _cleaned(make_original, within_one).text


FIELDS = "The Pier, Once More\n\nWords: NightOwl7 & Ada Quill\n\nPrinted 3.4.2019 in Harbour Town\n\n" + PAGE
PATTERNS = CleaningRule(
    title="/^(The Pier.*)$/",
    byline="/^Words: (?P<byline>.{3,200})/",
    date=r"/^Printed (?P<day>\d+)\.(?P<month>\d+)\.(?P<year>\d{4})/",
)


def test_patterns_read_the_fields(make_original: MakeOriginal) -> None:
    """Headline, authors and date are what their groups find; the lines are fields by the maintainer's rule."""
    article = _cleaned(make_original, PATTERNS, text=FIELDS)
    assert (article.title, article.title_basis) == ("The Pier, Once More", "cleaning.yml:15")
    assert (article.authors, article.authors_basis) == (("NightOwl7", "Ada Quill"), "cleaning.yml:16")
    assert article.published is not None
    assert (article.published.date, article.published.basis) == ("2019-04-03", "cleaning.yml:17")
    assert list(_rules(article).values()) == ["cleaning.yml:15", "cleaning.yml:16", "cleaning.yml:17"]
    assert "Words:" not in article.text


def test_what_is_said_of_one_article_wins_over_a_pattern(make_original: MakeOriginal) -> None:
    """A row of metadata.csv is more particular than a rule for a folder."""
    said = Metadata(title="A Pier", basis={"title": "metadata.csv:2"})
    article = _cleaned(make_original, PATTERNS, text=FIELDS, said=said)
    assert (article.title, article.title_basis) == ("A Pier", "metadata.csv:2")
    assert article.authors_basis == "cleaning.yml:16"


def test_a_time_zone_is_the_most_particular_one(make_original: MakeOriginal) -> None:
    """Of cleaning.yml, else of the nearest folder, else of the outlet."""
    original = replace(make_original(PAGE, path="a/b/c.txt"), outlet=OutletRef(key="gazette", name="", basis="folder"))
    zones = {"gazette": "Europe/Paris"}
    assert settings_for(original, CleaningSettings(timezones=zones)).timezone == "Europe/Paris"
    zones |= {"a/": "Europe/Rome", "a/b/": "Europe/Oslo"}
    assert settings_for(original, CleaningSettings(timezones=zones)).timezone == "Europe/Oslo"
    rule = PlacedRule(rule=CleaningRule(folder="a", timezone="Asia/Tokyo"))
    settings = settings_for(original, CleaningSettings(timezones=zones, rules=(rule,)))
    assert settings.timezone == "Asia/Tokyo"
    assert settings_for(original, settings) == settings


def test_a_rule_that_decides_nothing_is_told(make_original: MakeOriginal) -> None:
    """It holds for no original, or names a line that none has; what is used is not told."""
    original = make_original(PAGE, path="gazette/pier.txt")
    rules = (
        PlacedRule(rule=CleaningRule(outlet="herald", drop=("Letters",)), places={"": 3, "drop[0]": 5}),
        PlacedRule(
            rule=CleaningRule(folder="gazette", drop=("Letters", "Lettres")),
            places={"": 6, "folder": 6, "drop": 7, "drop[0]": 8, "drop[1]": 9},
        ),
    )
    settings = CleaningSettings(rules=rules)
    used = {line.rule for line in clean(original, None, settings).account}
    assert list(idle_rules(settings, [original], used)) == [
        "site_config/cleaning.yml:3: rules[0] holds for no original: look at what it names",
        "site_config/cleaning.yml:9: rules[1].drop[1] decides about no line of any original",
    ]
