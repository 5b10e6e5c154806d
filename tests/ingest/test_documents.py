"""What programs say of a Markdown document above, around and below its text."""

from __future__ import annotations

import time

import pytest

from generator.cleaning import clean
from generator.config import default_site_config
from generator.ingest import discover, make_context, read
from generator.ingest.front_matter import Unparsable, headed
from generator.model import Metadata, Original
from generator.stages import cleaning_settings
from generator.text.notes import clipped
from tests.ingest.story import AUTHOR, BODY, DATE, TITLE, URL

FRONT = {
    "yaml": f"---\ntitle: {TITLE}\nsource: {URL}\nauthor:\n  - '[[{AUTHOR}]]'\npublished: {DATE}\n---\n",
    "toml": f"+++\ntitle = '{TITLE}'\ndate = {DATE}T09:30:00+02:00\nauthors = ['{AUTHOR}']\nlink = '{URL}'\n+++\n",
    "json": f'{{"title": "{TITLE}", "date": "{DATE}", "author": {{"name": "{AUTHOR}"}}, "permalink": "{URL}"}}\n\n',
    "labels": f"Title: {TITLE}\nDate: {DATE} 10:20\nAuthors: {AUTHOR}\nURL: {URL}\nSummary: A bridge\n  opens.\n\n",
    "comment": f"<!--\n.. title: {TITLE}\n.. date: {DATE} 07:45:00 UTC+01:00\n.. author: {AUTHOR}\n"
    f".. link: {URL}\n-->\n",
    "doubled": f"title:: {TITLE}\nauthor:: [[{AUTHOR}]]\nurl:: {URL}\ndate-published:: [[May 17th, 2014]]\n\n",
    "page of a note program": f"# {TITLE}\n\nAuthor: {AUTHOR}\nPublished: May 17, 2014\nURL: {URL}\n\n",
    "reading list": f"# {TITLE}\n\n![cover](https://x.example/c.jpg)\n\n## Metadata\n- Author: [[{AUTHOR}]]\n"
    f"- Full Title: {TITLE}\n- Published: {DATE}\n- URL: {URL}\n\n## Full Document\n",
}


def only(tmp_path: object, text: str) -> Original:
    """The one document, read from a file."""
    (tmp_path / "story.md").write_text(text, encoding="utf-8")  # type: ignore[operator]
    context = make_context(tmp_path, default_site_config(), {})  # type: ignore[arg-type]
    (item,) = (item for file in discover(tmp_path) for item in read(file, context))  # type: ignore[arg-type]
    assert isinstance(item, Original), item
    return item


def told(metadata: Metadata) -> tuple[object, ...]:
    """What is said of the story."""
    return metadata.title, metadata.authors, metadata.date, metadata.url


@pytest.mark.parametrize("name", FRONT)
def test_a_document_says_of_itself_what_its_program_wrote(tmp_path: object, name: str) -> None:
    """In whatever form and by whatever names; the text is what is left."""
    original = only(tmp_path, f"{FRONT[name]}\n{BODY}\n")
    assert told(original.metadata)[1:] == ((AUTHOR,), DATE, URL)
    article = clean(original, None, cleaning_settings(default_site_config()))
    assert (article.title, article.text) == (TITLE, BODY)
    assert [line.number for line in article.account] == list(range(1, original.text.count("\n") + 2))
    told_by = {line.rule for line in article.account if line.fate != "body"}
    assert told_by <= {"properties", "title", "markup"}


def test_pandocs_block_has_no_address(tmp_path: object) -> None:
    """Title, authors and date, each on its line."""
    original = only(tmp_path, f"% {TITLE}\n% {AUTHOR}; Bo Ek\n% 17 May 2014\n\n{BODY}\n")
    assert told(original.metadata) == (TITLE, (AUTHOR, "Bo Ek"), DATE, None)
    assert original.text.strip() == BODY


def test_lines_of_a_program_are_accounted_for(tmp_path: object) -> None:
    """A link to the page, tags and a box of properties are no text, and none of them is lost."""
    box = f"> [!info]+ Article\n> **Author**:: {AUTHOR}\n> **Source**:: [gazette]({URL})\n\n"
    for head in (
        f"# [{TITLE}]({URL})\n#clippings\n\n",
        f"{box}# {TITLE}\n\n",
        f"# {TITLE}\n\n[Read Original]({URL})\n\n",
    ):
        original = only(tmp_path, f"{head}{BODY}\n")
        article = clean(original, None, cleaning_settings(default_site_config()))
        assert (article.title, article.text, original.metadata.url) == (TITLE, BODY, URL)
        raw = original.text.split("\n")
        assert [line.number for line in article.account] == list(range(1, len(raw) + 1))
        assert all(line.text == raw[line.number - 1].strip() for line in article.account if line.fate != "body")


def test_of_a_clipped_page_a_note_tells_when_it_was_saved(tmp_path: object) -> None:
    """That is no date of the article's, nor is the last change of the note; without an address nobody clipped it."""
    front = f"---\ntitle: {TITLE}\nsource: {URL}\ncreated: 2019-02-18T09:41:07 (UTC +00:00)\nupdated: 2020-01-01\n---\n"
    metadata = only(tmp_path, front + BODY).metadata
    assert (metadata.date, metadata.updated, (metadata.retrieved or "")[:10]) == (None, None, "2019-02-18")
    own = only(tmp_path, f"---\ntitle: {TITLE}\ncreated: 2019-02-18\nupdated: 2020-01-01\n---\n{BODY}").metadata
    assert (own.updated, own.retrieved) == ("2020-01-01", None)


def test_broken_toml_is_told_with_its_line() -> None:
    """As broken YAML is."""
    with pytest.raises(Unparsable, match=r"not valid TOML.*line 3"):
        headed("+++\ntitle = 'A'\ndate = = 2\n+++\nText\n")


@pytest.mark.parametrize(
    "text",
    [
        "Boats: two of them came in late.\n\nThe rest stayed out.\n",
        "Date: nobody knows.\n\nText.\n",
        "{braces} begin this text\n",
        "+++ three cheers +++\n\nText.\n",
        "--- and so on ---\n\nText.\n",
        "% of boats that came in: 12\n".replace("% ", "%"),
    ],
)
def test_a_text_that_only_looks_so_has_nothing_above_it(text: str) -> None:
    """One label may be its first words, and signs may be signs."""
    assert headed(text) == ({}, text)
    assert clipped(text) == ({}, text)


def test_what_a_program_writes_below_a_clip_is_read() -> None:
    """Joplin's own form, Evernote's exporters, Medium's export, tags of a list of notes."""
    joplin = f"id: {'0' * 32}\nparent_id: {'1' * 32}\nauthor: {AUTHOR}\nsource_url: {URL}\nis_todo: 0\n"
    assert clipped(f"{TITLE}\n\n{BODY}\n\n{joplin}").text.strip() == BODY
    assert {"title": TITLE, "author": AUTHOR, "url": URL}.items() <= clipped(
        f"{TITLE}\n\n{BODY}\n\n{joplin}"
    ).values.items()
    note = f"{BODY}\n\n    Created at: 2015-02-03T04:05:06\n    Source URL: {URL}\n"
    assert clipped(note) == ({"url": URL, "retrieved": "2015-02-03T04:05:06"}, f"{BODY}\n")
    export = (
        f"By [{AUTHOR}](https://m.example/@p) on [May 17, 2014](https://m.example/p/1).\n\n[Canonical link]({URL})\n\n"
    )
    medium = clipped(f"{BODY}\n\n{export}Exported from [Medium](https://m.example) on April 14, 2020.\n")
    assert medium == ({"author": AUTHOR, "date": "May 17, 2014", "url": URL}, f"{BODY}\n")
    assert clipped(f"{BODY}\n\nTags:\n  clippings, harbour\n").text.strip() == BODY


def test_links_of_programs_below_and_behind_a_headline_are_its_address() -> None:
    """What only leads to the page or back into the program is no text."""
    for lines in (
        f"# {TITLE}\n#Reading\n\n[Read on Shelf](https://shelf.example/1)\n[Read Original]({URL})\n\n",
        f"# {TITLE}\n#clippings/city# #ferry\n\n[{TITLE} | The Gazette]({URL})\n\n",
        f" # {TITLE} [original]({URL}), [shelf](https://shelf.example/1)\n\n",
    ):
        assert clipped(f"{lines}{BODY}\n") == ({"url": URL}, f"# {TITLE}\n\n{BODY}\n")
    excerpt = f"# {TITLE}\n\n> ## Excerpt\n> {BODY[:60]}\n\n---\n{BODY}\n"
    assert clipped(excerpt) == ({}, f"# {TITLE}\n\n{BODY}\n")
    other = f"# {TITLE}\n\n[The council's plan](https://council.example/plan)\n\n{BODY}\n"
    assert clipped(other) == ({}, other)


@pytest.mark.parametrize(
    "part", ["Title: a\n", "- a:: b\n", "% a\n", ".. a: b\n", "[a](https://b.example)\n", "a: \n", "#a "]
)
def test_hostile_heads_cost_little(part: str) -> None:
    """Time grows with the size of a document."""
    for opening in ("", "# T\n\n", "<!--\n", "# T\n\n## Metadata\n", "> ## Excerpt\n"):
        begun = time.process_time()
        text = opening + part * 40_000
        clipped(headed(text).text)
        assert time.process_time() - begun < 5
