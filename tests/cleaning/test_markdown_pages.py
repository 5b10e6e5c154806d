"""Markdown that a tool made of a whole page is cleaned as a page's dump."""

from __future__ import annotations

from dataclasses import replace

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump.reasons import reasons_of
from generator.cleaning.pieces.markdown_pages import is_page
from tests.cleaning.conftest import MakeOriginal

MENU = "\n".join(f"* [Part {number}](https://gazette.example/{number})" for number in range(12))
STORY = (
    "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter of last year.",
    "Members of the council had argued for months about the money, which will come from a fund for coastal towns.",
    "Work is to begin in the spring, and the mayor hopes to see the first boats there by the end of June.",
)
TEXT = "\n\n".join(STORY)
PAGE = f"{MENU}\n\n# Old Pier To Rise Again\n\nBy Ada Quill\n\n{TEXT}\n\n### Related\n\n{MENU}\n"


def test_a_page_has_menus() -> None:
    """Lines that are nothing but links on top, or everywhere."""
    assert is_page(PAGE)
    assert is_page(f"# Old Pier To Rise Again\n\n{TEXT}\n\n{MENU}")


def test_what_people_write_is_no_page() -> None:
    """A few links, a table of contents, a gallery, sentences with links, calls of a generator of sites."""
    contents = "\n".join(f"- [Part {number}](#part-{number})" for number in range(20))
    gallery = "\n\n".join(f"![A boat](/{number}.jpg)" for number in range(20))
    sentences = "\n\n".join(f"{text} See [the board](/board)." for text in STORY * 6)
    for text in (TEXT, f"{contents}\n\n{TEXT}", f"{gallery}\n\n{TEXT}", sentences, "", f"{{% include menu %}}\n{PAGE}"):
        assert not is_page(text)


def test_a_page_is_cleaned(make_original: MakeOriginal) -> None:
    """Its article alone is left; every line of the page is accounted for."""
    article = clean(replace(make_original(PAGE, path="pier.md"), form="markdown"), None, CleaningSettings())
    assert (article.title, article.authors, article.text) == ("Old Pier To Rise Again", ("Ada Quill",), TEXT)
    assert [line.number for line in article.account] == list(range(1, PAGE.count("\n") + 2))


def test_its_lines_are_judged_one_by_one(make_original: MakeOriginal) -> None:
    """With the model's reasons, also for a line that goes on with the one above it."""
    wrapped = PAGE.replace("to rebuild the", "to rebuild\nthe")
    reasons = reasons_of(replace(make_original(wrapped), form="markdown"), None, CleaningSettings())
    number = wrapped[: wrapped.index("The harbour")].count("\n") + 1
    assert reasons[number] == reasons[number + 1]
    assert reasons[1].score < 0 < reasons[number].score
    assert reasons_of(replace(make_original(TEXT), form="markdown"), None, CleaningSettings()) == {}


def test_a_reader_tells_what_it_read(make_original: MakeOriginal) -> None:
    """Its header's title is the page's own, and its labels are no text."""
    header = "Title: Old Pier To Rise Again | Gazette\n\nURL Source: https://gazette.example/pier\n\nMarkdown Content:"
    text = f"{header}\n# Old Pier To Rise Again\n\n{TEXT}"
    assert is_page(text)
    article = clean(replace(make_original(text, path="pier.md"), form="markdown"), None, CleaningSettings())
    assert (article.title, article.text) == ("Old Pier To Rise Again", TEXT)
    assert [(line.fate, line.rule) for line in article.account[2:5:2]] == [("removed", "markup")] * 2
