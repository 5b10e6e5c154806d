"""The text dumps of the demonstration archive, cleaned as its readers see them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import pytest

from generator import ingest
from generator.cleaning import clean, survey
from generator.config.load import load_site_config
from generator.model import CleanArticle, Original
from generator.stages import cleaning_settings, surveyed

ROOT: Final = Path(__file__).parents[2]
GOLDEN: Final = ROOT / "tests" / "golden" / "cleaning" / "demo_truths.tsv"
TRUTHS: Final = tuple(
    tuple(row.split("\t")) for row in GOLDEN.read_text(encoding="utf-8").splitlines() if not row.startswith("#")
)
FURNITURE: Final = (
    "Skip to",
    "Weather: 61",
    "min read",
    " shares",
    "Advertisement",
    "Story continues below",
    "READ NEXT",
    "Sign up for our morning newsletter",
    "Image 1 of",
    "Image 2 of",
    "Image 3 of",
    "(Photo: NASA)",
    "Photo credit",
    "Photo/",
    "Tags:",
    "Filed under",
    "About the author",
    "Leave a reply",
    "Your email address",
    "Related Articles",
    "Most Popular",
    "Popular Video",
    "Sources:",
    "Next Article",
    "Share Tweet Pin Email",
    "Most Read on the Wire",
    "All rights reserved",
    "Follow Meridian Wire",
    "___",
    "###",
    "contributed to this report",
    "Laika's Moon Still Circling",
    "Chimpanzee Ham",
    "Titov Tells",
    "Tortoises",
    "Lunokhod 2, the eight-wheeled",
    "Mars Observer",
    "Liberty Bell 7, the Mercury capsule that sank",
)


@cache
def _articles() -> dict[str, CleanArticle]:
    config = load_site_config(ROOT)
    folder = ROOT / "content" / "articles"
    context = ingest.make_context(folder, config, {})
    originals = [
        found
        for file in ingest.discover(folder)
        for found in ingest.read(file, context)
        if isinstance(found, Original) and found.origin.path.endswith(".txt")
    ]
    learned = surveyed([one.row for one in originals], [survey.lines_of(one) for one in originals])
    return {
        original.origin.path: clean(original, repeats, cleaning_settings(config))
        for original, repeats in zip(originals, learned.repeats, strict=True)
    }


def test_every_dump_of_the_demonstration_has_its_truth() -> None:
    """The table names exactly the text dumps of the demonstration."""
    assert sorted(row[0] for row in TRUTHS) == sorted(_articles())


@pytest.mark.parametrize("truth", TRUTHS, ids=[row[0] for row in TRUTHS])
def test_a_demonstration_article_is_cut_out_whole(truth: tuple[str, ...]) -> None:
    """Headline, authors, dates and both ends of the body are what a reader sees; a value no page has stays empty."""
    path, title, authors, published, updated, first, last = truth
    article = _articles()[path]
    assert article.title == title
    assert "; ".join(article.authors) == authors
    assert (article.published.date if article.published else "") == published
    assert (article.updated.date if article.updated else "") == updated
    words = article.text.split()
    assert " ".join(words[: len(first.split())]) == first
    assert " ".join(words[-len(last.split()) :]) == last


@pytest.mark.parametrize("path", [row[0] for row in TRUTHS])
def test_no_furniture_stands_in_a_body(path: str) -> None:
    """Share bars, teasers, captions, credits and rules are gone from the body."""
    text = _articles()[path].text
    assert [line for line in FURNITURE if line in text] == []


def test_corrections_and_short_paragraphs_stay_in_the_body() -> None:
    """A correction is content, and so is a paragraph of four words in quotation marks."""
    articles = _articles()
    bodies = {path.split("/")[1][:3]: article for path, article in articles.items() if path.startswith("orbital")}
    assert bodies["058"].text.split("\n\n")[2].startswith("Correction, May 8, 1961:")
    assert bodies["133"].corrections[0].startswith("Correction, June 11, 1973:")
    assert '"The Eagle has landed."' in bodies["104"].text.split("\n\n")


def test_galleries_and_credit_lines_name_their_photographers() -> None:
    """A caption is no body, and its credit is kept."""
    articles = _articles()
    assert articles["meridian-wire/gemini-8-tumbles.txt"].photo_credits == ("MW Photo/Inez Calloway",)
    assert articles["harbor-standard/1983-06-18-ride.txt"].photo_credits[0] == "NASA"
    hubble = articles["orbital-courier/206_138f40839602f745.txt"]
    assert [(source.name, source.count) for source in hubble.sources if source.kind == "credit"] == [("NASA", 1)]
