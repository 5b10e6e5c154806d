"""Dates of HTML pages: what markup and readers' date lines say, and which of them counts."""

from __future__ import annotations

import pytest

from generator.model import CleanArticle
from tests.cleaning.test_html import cleaned


@pytest.mark.parametrize(
    ("markup", "date"),
    [
        ("<meta property='article:published_time' content='2019-11-19T23:30:00-05:00'>", "2019-11-19"),
        ("<time datetime='2019-11-19T08:00Z'>yesterday</time>", "2019-11-19"),
        ("<p>Published: 11/19/2019</p>", "2019-11-19"),
        ("<p>Harbour<span>NOVEMBER 19, 2019</span><span>Updated: JANUARY 02, 2026</span></p>", "2019-11-19"),
        ("<meta name='w-published-date' content='2019-11-19'>", "2019-11-19"),
        ("<meta name='last_published_date' content='2019-11-19'>", None),
        ("<p>Editors updated these ferries’ reviews on November 19, 2019 throughout</p>", None),
        ("<p>Boats, fog, piers and the sea - Published 2019-11-19</p>", "2019-11-19"),
        ("<p>Tuesday, November 19, 2019</p>", "2019-11-19"),
        ("<aside><p>November 19, 2019</p></aside>", None),
        ("<p>November 19</p>", None),
        ("<meta name='date' content='2019-02-31'>", None),
        ("<h4>Published</h4><div>November 19, 2019</div>", "2019-11-19"),
        ("<meta name='date' content='2019-11-25'><p>Published: November 19, 2019</p>", "2019-11-19"),
        ("<meta name='date' content='2019-11-20T02:41:41+00:00'><p>November 19, 2019</p>", "2019-11-19"),
        ("<div class='field--changed'>November 21, 2019</div><p>Posted on November 19, 2019</p>", "2019-11-19"),
        ("<meta name='date' content='2023-06-12'><p>November 19, 2019</p>", "2019-11-19"),
        ("<p>Essay - Published: 2019.11.19</p>", "2019-11-19"),
        ("<p>By: Harbour Press on 19-nov-2019 5:11:10</p>", "2019-11-19"),
        ("<p>11/19 — 2019</p>", "2019-11-19"),
        ("<p>11/12 — 2019</p>", None),
        ("<p>02-12-2019</p>", None),
        ("<p>02-12-2019</p><footer>Last checked 19-11-2019</footer>", "2019-12-02"),
        ("<article><footer><p>November 19, 2019 |</p></footer></article>", "2019-11-19"),
        ("<footer><p>November 19, 2019</p></footer>", None),
        ("<article class='comment'><p>November 19, 2019</p></article>", None),
        (
            "<meta name='date' content='2023-06-12T08:00Z'><meta name='lastmod' content='2023-06-12T08:00Z'>"
            + "<p>Pier</p>" * 40
            + "<p>Published November 19, 2019</p>",
            "2019-11-19",
        ),
        (
            "<p>Published</p><p>November 19, 2019</p>"
            + "".join(f"<h5>Published</h5><h6>November {day}, 2019</h6>" for day in (20, 21, 22)),
            "2019-11-19",
        ),
        ("".join(f"<h2>Event {day}</h2><p>November {day}, 2019</p>" for day in (19, 20, 21)), None),
        ("<div>Boats<time datetime='2019-11-19'></time> and<time datetime='2019-11-20'></time></div>", "2019-11-19"),
        (
            "<div>Boats" + "".join(f"<time datetime='2019-11-{day}'></time>" for day in (19, 20, 21)) + "</div>",
            None,
        ),
        ("<p>The sale ends on April 15, 2025, and whoever comes after that day pays the full fare.</p>", None),
    ],
)
def test_dates_are_read_and_never_completed(markup: str, date: str | None) -> None:
    """The day of publication comes from markup or a printed date; anything else is none."""
    published = cleaned(
        f"<html><body><h1>The ferry is late</h1>{markup}<p>The ferry was late.</p></body></html>"
    ).published
    assert (published.date if published else None) == date


@pytest.mark.parametrize(
    ("markup", "date", "note"),
    [
        ("<p>Updated: November 21, 2019</p>", "2019-11-21", True),
        ("<ul><li>Boats: 3</li><li>Last checked: 2019-11-21</li></ul>", "2019-11-21", True),
        ("<ul><li>Boats: 3</li><li>Last checked: 2019-11-21</li></ul>" * 2, None, False),
        ("<h4>Last updated</h4><div>November 19, 2019</div>", "2019-11-19", True),
        ("<p>Published: November 19, 2019</p><p>Updated: November 21, 2019</p>", "2019-11-19", False),
        ("<meta property='article:modified_time' content='2019-11-21'>", None, False),
    ],
)
def test_a_printed_update_dates_a_page_that_tells_no_more(markup: str, date: str | None, note: bool) -> None:  # noqa: FBT001
    """An update that only the page's head tells, readers never saw: the page stays undated."""
    article = cleaned(f"<html><body><h1>The ferry is late</h1>{markup}<p>The ferry was late.</p></body></html>")
    assert (article.published.date if article.published else None) == date
    if article.published is not None:
        assert bool(article.published.note) is note
        assert not note or (article.updated is not None and article.published.basis.startswith("updated "))


def dated(linked: str, shown: str, meta: str = "") -> CleanArticle:
    """A page with this JSON-LD and these blocks below its headline."""
    head = f"<script type='application/ld+json'>{linked}</script>{meta}"
    return cleaned(f"<html><head>{head}</head><body><h1>The ferry is late</h1>{shown}<p>It was late.</p></body></html>")


ARTICLE = '{"@type": "Article", "headline": "The ferry is late", "datePublished": "2012-09-12"}'
PAGE = '{"@type": "WebPage", "datePublished": "2012-09-12"}'
META = "<meta property='article:published_time' content='2012-09-12T08:00Z'>"


@pytest.mark.parametrize(
    ("shown", "meta", "date", "first"),
    [
        ("<p>Updated November 19, 2019</p>", "", "2019-11-19", "2012-09-12"),
        ("<p>November 19, 2019</p>", "", "2019-11-19", ""),
        ("<p>November 19, 2019</p>", "<meta name='lastmod' content='2019-11-19'>", "2019-11-19", "2012-09-12"),
        ("<p>Updated November 19, 2019</p>", META, "2012-09-12", ""),
        ("<p>Updated September 19, 2012</p>", "", "2012-09-12", ""),
        ("<p>September 12, 2012</p><p>Updated November 19, 2019</p>", "", "2012-09-12", ""),
        ("<p>Pier: November 19, 2019</p><p>Fog: November 21, 2019</p>", "", "2012-09-12", ""),
    ],
)
def test_a_text_written_anew_has_the_day_that_readers_are_shown(shown: str, meta: str, date: str, first: str) -> None:
    """Where only data for search engines tells an earlier day, that one is kept as the day of first publication."""
    published = dated(ARTICLE, shown, meta).published
    assert published is not None
    assert (published.date, published.first) == (date, first)
    assert published.note == (f"updated on {date}; first published on {first}" if first else "")


@pytest.mark.parametrize(
    ("shown", "meta", "date"),
    [("", "", None), ("", META, "2012-09-12"), ("<p>September 12, 2012</p>", "", "2012-09-12")],
)
def test_a_page_that_is_no_article_is_not_dated_by_when_it_was_made(shown: str, meta: str, date: str | None) -> None:
    """JSON-LD that sees a page and no article says when somebody made the page, which its readers may never see."""
    published = dated(PAGE, shown, meta).published
    assert (published.date if published else None) == date


def test_an_update_before_the_day_of_the_text_is_none() -> None:
    """Where readers are shown the later day, that of the markup was the first and no update."""
    both = '{"@type": "BlogPosting", "datePublished": "2012-09-12", "dateModified": "2012-09-12"}'
    dates = dated(both, "<p>Updated November 19, 2019</p>")
    assert dates.published is not None
    assert (dates.published.date, dates.updated) == ("2019-11-19", None)


@pytest.mark.parametrize(
    ("label", "shown", "day"),
    [
        ("Date Last Reviewed:", "<time datetime='2019-11-19T12:00:00Z'>November 2019</time>", "2019-11-19"),
        ("Date Last Reviewed:", "November 2019", None),
        ("The ferries", "<time datetime='2019-11-19T12:00:00Z'>November 2019</time>", None),
        ("Reviewed:", "".join(f"<time datetime='2019-11-{day}'>{day}</time> " for day in (19, 20)), None),
        ("Reviewed:", "Ferries since <time datetime='2019-11-19'>2019</time>, and all of their boats", None),
    ],
)
def test_a_label_says_what_the_time_below_it_is_of(label: str, shown: str, day: str | None) -> None:
    """Readers see the month, the markup tells the day."""
    prose = "<p>The ferry was late, and the crane that lifts the boats was out of order again all day.</p>" * 12
    below = "".join(f"<p>Pier {number}</p>" for number in range(30))
    field = f"<div><div>{label}</div><div>{shown}</div></div>"
    updated = cleaned(f"<html><body><h1>The ferry is late</h1>{prose}{below}{field}</body></html>").updated
    assert (updated.date if updated else None) == day
