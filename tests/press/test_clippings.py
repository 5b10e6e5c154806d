"""Articles in the files of press databases, wires and scripts: cut apart, read, every line accounted for."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.cleaning import clean
from generator.config import default_site_config
from generator.ingest import discover, make_context, read
from generator.model import CleanArticle, Original
from generator.press import clippings
from generator.stages import cleaning_settings
from tests.press.files import ALONE, FERRY, FILES, LIBRARY, TOLD, Story, plain, wrapped

ALL = frozenset({"title", "authors", "date", "outlet"})


def ingested(tmp_path: Path, text: str) -> list[Original]:
    """The originals in one text file."""
    (tmp_path / "download.txt").write_text(text, encoding="utf-8")
    found = [
        one for file in discover(tmp_path) for one in read(file, make_context(tmp_path, default_site_config(), {}))
    ]
    assert all(isinstance(one, Original) for one in found), found
    return [one for one in found if isinstance(one, Original)]


def cleaned(original: Original) -> CleanArticle:
    """Its article."""
    return clean(original, None, cleaning_settings(default_site_config()))


def told(original: Original, article: CleanArticle, which: frozenset[str]) -> dict[str, object]:
    """What is known of an article, of what its file tells."""
    known = {
        "title": article.title,
        "authors": article.authors,
        "date": article.published and article.published.date,
        "outlet": original.outlet.name,
        "url": original.origin.url,
    }
    return {name: value for name, value in known.items() if name in which}


def expected(story: Story, which: frozenset[str]) -> dict[str, object]:
    """The same of a story."""
    known = {"title": story.title, "authors": (story.author,), "date": story.date, "outlet": story.outlet}
    return {name: value for name, value in {**known, "url": story.url}.items() if name in which}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_of_two_articles_is_two_articles(tmp_path: Path, kind: str) -> None:
    """Each with its own fields and text, and nothing that its database prints around it."""
    which = TOLD.get(kind, ALL)
    originals = ingested(tmp_path, FILES[kind])
    articles = [cleaned(one) for one in originals]
    stories = (FERRY, LIBRARY)
    found = [told(one, article, which) for one, article in zip(originals, articles, strict=True)]
    assert found == [expected(story, which) for story in stories]
    bodies = [article.text.removeprefix("CORRIESHAW, Nov. 4 (CW) -- ") for article in articles]
    assert bodies == [plain(story) for story in stories]
    assert len({one.id for one in originals}) == 2


@pytest.mark.parametrize("kind", FILES)
def test_every_line_is_accounted_for(tmp_path: Path, kind: str) -> None:
    """Once, in the account of one of the articles; what is none of the text is a field or a label."""
    lines = []
    for original in ingested(tmp_path, FILES[kind]):
        account, raw = cleaned(original).account, original.text.split("\n")
        assert [line.number for line in account] == list(range(1, len(raw) + 1))
        lines += raw
        for line, written in zip(account, raw, strict=True):
            assert line.fate == "body" or line.text == written.strip()
            assert line.fate == "body" or line.rule in {"title", "byline", "date", "outlet", "url", "id", "press-label"}
    assert "\n".join(lines).split() == FILES[kind].split()


@pytest.mark.parametrize("kind", ALONE)
def test_a_file_of_one_article_is_named_by_its_path(tmp_path: Path, kind: str) -> None:
    """Its labels are a stranger's word: what is said of it from outside counts before them."""
    (original,) = ingested(tmp_path, ALONE[kind])
    article = cleaned(original)
    assert (original.id, article.text) == ("download", plain(FERRY))
    assert told(original, article, ALL) == expected(FERRY, ALL)
    (tmp_path / "download.txt.meta.yml").write_text("title: Strike\noutlet: Beacon\n", encoding="utf-8")
    (original,) = ingested(tmp_path, ALONE[kind])
    assert (cleaned(original).title, original.outlet.name) == ("Strike", "Beacon")


@pytest.mark.parametrize("kind", ["labelled_academic", "uni", "proquest", "ebsco"])
def test_a_label_amid_a_text_is_of_the_text(tmp_path: Path, kind: str) -> None:
    """Where paragraphs follow, somebody names a section or a day; where none does, it is the database's."""
    last = FERRY.paragraphs[-1]
    text = FILES[kind].replace("Talks resume", "Section: the fourth\n\nDate: to be named.\n\nTalks resume")
    text = text.replace(wrapped(FERRY._replace(paragraphs=(last,))), last)
    first, second = (cleaned(one).text for one in ingested(tmp_path, text))
    assert first.split("\n\n") == [*FERRY.paragraphs[:-1], "Section: the fourth", "Date: to be named.", last]
    assert second == plain(LIBRARY)


def test_a_cover_belongs_to_the_first_article(tmp_path: Path) -> None:
    """No line of a file is lost."""
    cover = "Download Request: Selected Items: 1-2\nSend To:\nUNIVERSITY LIBRARY\n"
    originals = ingested(tmp_path, cover + FILES["academic"] + "\nSearch Summary\n")
    assert [len(cleaned(one).text) for one in originals] == [len(plain(FERRY)), len(plain(LIBRARY))]
    assert originals[0].text.startswith(cover)
    assert originals[1].text.rstrip().endswith("Search Summary")


def test_a_message_is_dated_by_its_header(tmp_path: Path) -> None:
    """And the release below it is found as in any dump; no line of the header is its headline."""
    header = "From: Harbour Press Office <press@harbour.example>\nSent: Friday, November 4, 2011 9:02 AM\n"
    header += "To: News <news@post.example>\nSubject: FOR IMMEDIATE RELEASE: crews vote\n\n"
    (original,) = ingested(tmp_path, f"{header}{FERRY.title}\n\n{plain(FERRY)}\n")
    article = cleaned(original)
    assert (article.title, article.published and article.published.date) == (FERRY.title, FERRY.date)
    assert article.text == plain(FERRY)
    assert [line.rule for line in article.account[:4]] == ["press-label", "date", "press-label", "press-label"]


@pytest.mark.parametrize(("label", "date"), [("21/08/2017", "2017-08-21"), ("05/08/2017", "2017")])
def test_digits_that_can_be_read_both_ways_tell_a_year(tmp_path: Path, label: str, date: str) -> None:
    """Which of them is the month nobody says; an EBSCO source line alone writes it first."""
    rule = "=" * 60
    text = "\n".join(
        f"{rule}\nSOURCE: {story.outlet}\nDATE: {label}\nHEADLINE: {story.title}\n{rule}\n{plain(story)}\n"
        for story in (FERRY, LIBRARY)
    )
    originals = ingested(tmp_path, text)
    assert len(originals) == 2
    for original in originals:
        published = cleaned(original).published
        assert published
        assert published.date == date


def test_entities_and_tags_of_a_corpus_are_no_text(tmp_path: Path) -> None:
    """Reuters has headline and dateline in its text, and signs of its own around it."""
    text = f"""<REUTERS TOPICS="YES" NEWID="1">
<DATE> 4-NOV-2011 10:02:41.12</DATE>
<UNKNOWN> &#5;&#5;F f0544&#31;reute</UNKNOWN>
<TEXT>&#2;
<TITLE>FERRY CREWS &lt;FCR> VOTE TO STRIKE</TITLE>
<DATELINE>    CORRIESHAW, Nov 4 - </DATELINE><BODY>{wrapped(LIBRARY).replace("pattern", "&lt;pattern>")}
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
"""
    (original,) = ingested(tmp_path, text)
    article = cleaned(original)
    assert (article.title, article.published and article.published.date) == (
        "FERRY CREWS <FCR> VOTE TO STRIKE",
        "2011-11-04",
    )
    assert article.text == plain(LIBRARY).replace("pattern", "<pattern>")


@pytest.mark.parametrize(
    "text",
    [
        plain(FERRY),
        f"{FERRY.title}\n\n{plain(FERRY)}",
        f"{FERRY.title}\nNovember 4, 2011\n\n{plain(FERRY)}",
        f"Title: {FERRY.title}\n\n{plain(FERRY)}",
        f"Home\nSport\n{'=' * 20}\n{FERRY.title}\n{plain(FERRY)}\n{'=' * 20}\nContact",
        f"{plain(FERRY)}\n\nSource: Harbour board\nPhoto: Ann Lee\n",
        f"Note: a text.\nText: another.\n\n{plain(FERRY)}",
        "<doc>\n</doc>\n",
        "1 of 3 DOCUMENTS\n\n",
    ],
)
def test_a_text_with_few_signs_is_no_databases(text: str) -> None:
    """One label, one row, one day are found in any text."""
    assert clippings(text) == ()


PARTS = st.sampled_from(
    [
        *(
            "1 of 2 DOCUMENTS",
            "End of Document",
            "Document ABCD0002011110",
            "Record: 1",
            "<DOC>",
            "</DOC>",
            "<TEXT>",
            "====",
        ),
        *(
            "BYLINE: Ann Lee",
            "Title: Boats",
            "Date: May 4, 2011",
            "Full text: Boats came.",
            "Body",
            "HD  Boats",
            "TD",
            "",
        ),
        *(
            "   May 4, 2011",
            "A line of text that ends.",
            "Copyright 2011 X",
            "^BC-BOATS 1",
            "-30-",
            "From: a",
            "Subject: b",
        ),
        *("http://a.example/b", "136 words", "news·20111104·C·1", "---"),
    ]
)


@given(st.lists(PARTS, max_size=25))
@example(["1 of 2 DOCUMENTS", "136 words", "Copyright 2011 X", "   May 4, 2011", "x", "Document ABCD0002011110"])
@settings(max_examples=300)
def test_no_file_loses_a_line(parts: list[str]) -> None:
    """Whatever is mixed: articles follow each other, and all their lines are in the file."""
    lines = "\n".join(parts).split("\n")
    found = clippings("\n".join(parts))
    assert all(one.first < one.last <= len(lines) for one in found)
    assert all(first.last <= second.first for first, second in pairwise(found))
    for one in found:
        assert one.body
        assert {*one.body, *one.shown} <= set(range(one.first, one.last))
        assert one.body.keys().isdisjoint(one.shown) or one.is_tagged
        assert all(size <= len(lines[number]) for number, size in one.body.items())


@pytest.mark.parametrize(
    "part",
    [
        "1 of 2 DOCUMENTS\n",
        "Record: 1\n",
        "<doc>",
        "Title: a\n",
        "====\n",
        "^BC-A 1\n",
        "Full text: a\n",
        "a: ",
        " " * 9,
    ],
)
def test_hostile_files_cost_little(part: str) -> None:
    """Time grows with the size of a file."""
    for opening in ("", "Title: A\nDate: May 4, 2011\n\n", "1 of 2 DOCUMENTS\n", "<doc>\n"):
        begun = time.process_time()
        clippings(opening + part * 20_000)
        assert time.process_time() - begun < 5
