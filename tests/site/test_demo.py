"""The demonstration archive of this repository: every trap that its writers built in comes out as they meant it."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from lxml import etree
from lxml import html as lxml_html

from generator.model import CleanArticle, Original
from generator.pipeline import Understood
from tests.site.archives import ArchiveFolder

Rows = dict[str, dict[str, Any]]


@pytest.fixture(scope="module", name="rows")
def _rows(demo: ArchiveFolder) -> Rows:
    """Last part of an original's path -> its row; a record is found by its own id or its address."""
    found = {}
    for row in demo.rows("articles"):
        name = row["original"]["path"].rpartition("/")[2]
        found[row["id"].rstrip("/").rpartition("/")[2] if name.endswith("jsonl") else name] = row
    return found


@pytest.fixture(scope="module", name="understood")
def _understood(demo: ArchiveFolder) -> Understood:
    return demo.understand()


@pytest.fixture(scope="module", name="originals")
def _originals(understood: Understood) -> list[Original]:
    return [understood.gathered.original(row.id) for row in understood.gathered.originals]


def test_every_original_is_an_article(demo: ArchiveFolder, rows: Rows) -> None:
    """At least sixty articles, none quarantined, each with a page, a body and a title."""
    report = demo.run("check", "--json")
    assert report.returncode == 0, report.stderr
    assert '"quarantined": []' in report.stdout
    assert len(rows) >= 60
    assert all(demo.answers(row["address"]) and len(row["text"]) > 600 for row in rows.values())
    assert [name for name, row in rows.items() if not row["title"]] == []


# ── nothing is lost ──


def test_every_raw_line_is_accounted_for(understood: Understood, originals: list[Original]) -> None:
    """Each line of each text original is body, in a field or removed, in its order, and its words are all there."""
    wrong = []
    for original in originals:
        if original.form == "html":
            continue
        clean, raw = understood.cleaned[original.id], original.text.split("\n")
        assert [line.number for line in clean.account] == list(range(1, len(raw) + 1)), original.id
        for line, text in zip(clean.account, raw, strict=True):
            kept = _words(clean) if line.fate == "body" else line.text.split()
            wrong += [(original.id, line.number, word) for word in _plain(text, original) if word not in kept]
    assert wrong == []


def _words(clean: CleanArticle) -> frozenset[str]:
    return frozenset(clean.text.split())


def _plain(line: str, original: Original) -> list[str]:
    """The words of a raw line that must be found again; Markdown's own marks and the targets of links need not."""
    if original.form == "markdown":
        return [word for word in line.split() if word.isalnum()]
    return [word for word in line.split() if any(map(str.isalnum, word))]


def test_every_visible_word_of_a_page_is_accounted_for(understood: Understood, originals: list[Original]) -> None:
    """Each word that a browser would show of an HTML original is in the body or on a line of the account."""
    for original in originals:
        if original.form != "html":
            continue
        clean = understood.cleaned[original.id]
        kept = Counter(_letters(" ".join([clean.text, *(line.text for line in clean.account)])))
        assert Counter(_letters(_visible(original.text))) - kept == Counter(), original.id


def _visible(page: str) -> str:
    document = lxml_html.document_fromstring(page)
    etree.strip_elements(document, "script", "style", "template", "noscript", "head", etree.Comment, with_tail=False)
    return " ".join(str(text) for text in document.itertext())


def _letters(text: str) -> list[str]:
    return "".join(mark if mark.isalnum() else " " for mark in text).split()


def test_the_body_is_its_blocks(rows: Rows) -> None:
    """The text is the blocks joined by a blank line, nothing before, between or behind them."""
    for row in rows.values():
        blocks = [row["text"][block["start"] : block["end"]] for block in row["blocks"]]
        assert "\n\n".join(blocks) == row["text"]


def test_every_span_is_what_it_says(rows: Rows) -> None:
    """Names, dates and the phrases behind a topic stand in the text at their offsets, to the code point."""
    seen = Counter[str]()
    for row in rows.values():
        places = {"body": row["text"], "title": row["title"] or ""}
        for kind in ("people", "organizations", "places"):
            for mention in (mention for entity in row[kind] for mention in entity["mentions"]):
                assert row["text"][mention["start"] : mention["end"]] == mention["text"]
                seen[kind] += 1
        for date in row["dates_mentioned"]:
            assert row["text"][date["start"] : date["end"]] == date["text"]
        for because in (because for topic in row["topics"] for because in topic["because"]):
            assert places[because["where"]][because["start"] : because["end"]] == because["text"]
            seen["because"] += 1
    assert min(seen[kind] for kind in ("people", "organizations", "places", "because")) > 100


# ── the writers' traps ──


def _starts(rows: Rows, beginning: str) -> dict[str, Any]:
    return next(row for name, row in rows.items() if name.startswith(beginning))


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("027", "Laika"),
        ("041", "Ham "),
        ("104", "tortoise"),
        ("133", "Lunokhod"),
        ("206", "Mars Observer"),
        ("231", "Newport"),
    ],
)
def test_teasers_are_no_part_of_the_article(rows: Rows, file: str, words: str) -> None:
    """Headlines of other articles behind `Popular Video` are not in the body."""
    row = _starts(rows, file)
    assert words not in row["text"]
    assert "Popular Video" not in row["text"]


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("058", "Correction, May 8, 1961:"),
        ("133", "Correction, June 11, 1973:"),
        ("104", '"The Eagle has landed."'),
        ("063", "Titov"),
        ("2020-06-01", "Update, Aug. 2:"),
    ],
)
def test_short_true_lines_stay(rows: Rows, file: str, words: str) -> None:
    """Corrections, updates and one-line quotations inside an article are its own."""
    assert words in _starts(rows, file)["text"]


@pytest.mark.parametrize(
    ("file", "authors"),
    [
        ("012", []),
        ("027", ["Ruth Hallinan"]),
        ("079", ["Ruth Hallinan"]),
        ("104", []),
        ("133", ["Desmond Pruett"]),
        ("244", ["Carla Whitcombe"]),
        ("laika", []),
        ("soyuz-11", []),
        ("leonov", ["Harold Pentecost"]),
        ("far-side", ["Ruth Vandermeer"]),
        ("ed-white", ["Doris Whitlock"]),
        ("gemini-8", ["Doris Whitlock"]),
        ("komarov", ["Harold Pentecost", "Ruth Vandermeer"]),
        ("last-car", ["Walt Hennessy"]),
        ("voyager-1", ["Tobias Renner"]),
        ("voyager-2", ["Della Marsh"]),
        ("wanted-astronaut", ["Priscilla Okafor"]),
        ("columbia-flies", []),
        ("three-men", []),
        ("a-landing", ["Amélie Rochefort"]),
        ("touchdown", ["Rosa Amblin"]),
        ("cr-2022-0927", ["Adaeze Obi", "Tomas Lindqvist"]),
    ],
)
def test_bylines_of_every_shape_name_their_authors(rows: Rows, file: str, authors: list[str]) -> None:
    """By, Written by, Posted by, in capitals, with a desk, with a bar; who is no person is no author."""
    assert _starts(rows, file)["authors"] == authors


@pytest.mark.parametrize(
    ("file", "date"),
    [
        ("laika", "1957-11-03"),
        ("nasa-opens", "1958-10-01"),
        ("far-side", None),
        ("leonov", "1965-03-18"),
        ("gemini-8", "1966-03-16"),
        ("komarov", "1967-04-26"),
        ("apollo-fire", "1967-02-01"),
        ("apollo-8", "1968-12-25"),
        ("soyuz-11", "1971-06-30"),
        ("viking", "1976-07-20"),
        ("mir-", "1986-02-20"),
        ("soviet-robot", "1966-02-05"),
        ("last-car", "1972-12-15"),
        ("1983-06-18", "1983-06-18"),
        ("three-men", "2000-11-03"),
        ("wanted-astronaut", "1991-05-27"),
        ("a-paying-guest", "2001-05-07"),
        ("index.php?id=27", "2003-10-16"),
        ("pluto", "2015-07-16"),
        ("2015-12-22", "2015-12-22"),
        ("cr-2021-0919", "2021-09-19"),
        ("cr-2024-06-ce6", "2024-06"),
        ("cr-2025-0302", "2025-03-02"),
        ("012", "1967-10-01"),
        ("sts-1", "1981-04"),
    ],
)
def test_dates_are_found_or_left_open(rows: Rows, file: str, date: str | None) -> None:
    """A date that is said is taken as it is said; one that nobody says is not made up."""
    published = _starts(rows, file)["published"]
    assert (published["date"] if published else None) == date


@pytest.mark.parametrize(
    ("file", "updated"),
    [
        ("104", "1969-07-21"),
        ("171", "1986-01-29"),
        ("012", None),
        ("2020-06-01", "2020-08-02"),
        ("touchdown", "2012-08-23"),
    ],
)
def test_updates_are_told_from_publication(rows: Rows, file: str, updated: str | None) -> None:
    """A filled `Updated:` label is the date of the update; an empty one is nothing."""
    assert _starts(rows, file)["updated"] == updated


def test_sources_are_counted(rows: Rows) -> None:
    """`Sources: NASA (2), …` gives each source with its count; a lone `Source: NASA` too; credits go to the photo."""
    cited = {row["name"]: row["count"] for row in _starts(rows, "041")["sources"] if row["kind"] == "credit"}
    assert cited == {"TASS": 2, "Pravda": 1, "Reuters": 1}
    assert [(row["name"], row["count"]) for row in _starts(rows, "206")["sources"]] == [("NASA", 1)]
    assert _starts(rows, "079")["photo_credits"] == ["RIA Novosti/Wikimedia Commons"]
    assert _starts(rows, "244")["photo_credits"] == []


def test_yearless_dates_are_never_resolved_against_today(rows: Rows) -> None:
    """No date in a text is a year later than its article; without a date of its own nothing is resolved."""
    for row in rows.values():
        for one in row["dates_mentioned"]:
            has_year = re.search(r"\d{4}", one["text"]) is not None
            if row["published"] is None:
                assert has_year or one["date"] is None, (row["id"], one)
            elif one["date"] and not has_year:
                assert int(one["date"][:4]) <= int(row["published"]["date"][:4]) + 1, (row["id"], one)


def test_a_day_at_the_end_of_a_sentence_is_read(rows: Rows) -> None:
    """`in the early afternoon of Feb. 1.` is the first of February, not a month."""
    assert {"text": "Feb. 1", "date": "2003-02-01"} in [
        {"text": one["text"], "date": one["date"]} for one in _starts(rows, "244")["dates_mentioned"]
    ]


@pytest.mark.parametrize("file", ["leonov", "komarov", "a-landing"])
def test_old_encodings_are_read(rows: Rows, file: str) -> None:
    """Windows and Latin code pages and twice-encoded text come out as they were written."""
    row = _starts(rows, file)
    assert not any(mark in f"{row['title']}{row['text']}" for mark in ("�", "â€", "Ã©", "\x92"))


def test_wrapped_lines_are_joined(rows: Rows) -> None:
    """No line break is left inside a paragraph of the articles that were wrapped at 72 columns."""
    for file in ("laika", "far-side", "apollo-8", "soyuz-11", "viking"):
        paragraphs = [block for block in _starts(rows, file)["blocks"] if block["kind"] == "paragraph"]
        lengths = [block["end"] - block["start"] for block in paragraphs]
        assert max(lengths) > 200
        assert sum(length < 80 for length in lengths) <= len(lengths) // 2


def test_the_same_story_twice_is_seen(rows: Rows) -> None:
    """The daily's reprint is a version of the agency's report, or the other way round."""
    reprint, report = _starts(rows, "columbia-flies"), _starts(rows, "sts-1")
    assert report["id"] in (reprint["version_of"], report["id"] if report["version_of"] == reprint["id"] else None)


def test_links_between_articles_stay_within_the_site(demo: ArchiveFolder, rows: Rows) -> None:
    """A link to an article that is in the archive too leads to its page here."""
    page = demo.page(_starts(rows, "2020-06-01")["address"])
    assert f'href="../../{_starts(rows, "2015-12-22")["address"]}"' in page


# ── people ──


@pytest.fixture(scope="module", name="people")
def _people(demo: ArchiveFolder) -> dict[str, str]:
    """Every form of a name -> the id of the person who is written so most often; titles of pages may change."""
    forms = [(form["count"], form["text"], row["id"]) for row in demo.rows("people") for form in row["forms"]]
    return {text: identifier for _, text, identifier in sorted(forms)}


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Gus Grissom", "Virgil Grissom"),
        ("Valentina Tereshkova", "Tereshkowa"),
        ("Neil Armstrong", "Amstrong"),
        ("Buzz Aldrin", "Edwin (Buzz) Aldrin"),
    ],
)
def test_every_form_of_a_name_is_one_person(people: dict[str, str], name: str, form: str) -> None:
    """Nicknames, full names and misspellings are filed on one page."""
    assert people[name] == people[form]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bernard Lovell", "James Lovell"),
        ("Scott Kelly", "Mark Kelly"),
        ("William Shepherd", "Alan Shepard"),
        ("Michael Collins", "Eileen Collins"),
        ("Gherman Titov", "Vladimir Titov"),
    ],
)
def test_namesakes_are_two_people(people: dict[str, str], one: str, other: str) -> None:
    """People who share a surname have a page each."""
    assert people[one] != people[other]


@pytest.mark.parametrize("name", ["Columbia", "Resilience", "Apollo", "Wire Desk", "Meridian Wire"])
def test_ships_and_desks_are_no_people(people: dict[str, str], name: str) -> None:
    """What bears a name without being a person has no page among people."""
    assert name not in people
