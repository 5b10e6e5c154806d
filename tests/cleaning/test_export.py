"""A clean article as Markdown with front matter."""

from __future__ import annotations

import pytest
import yaml

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.export import markdown_of
from generator.cleaning.pieces.blocks import Part, assemble
from generator.model import BlockKind, Citation, CleanArticle, Dating, Metadata, Origin, Original, OutletRef


def written(parts: list[Part], **fields: object) -> str:
    """The Markdown of an article of some blocks."""
    text, blocks, links = assemble(parts)
    original = Original(
        id="2019/market",
        origin=Origin(
            path="2019/market.html", sha256="ab" * 32, media_type="text/html", url="https://gazette.example/m"
        ),
        form="html",
        text="",
        metadata=Metadata(rights="all rights reserved", retrieved="2020-01-02T10:00:00Z"),
        outlet=OutletRef(key="gazette", name="Harbour Gazette", basis="metadata"),
    )
    article = CleanArticle(id="2019/market", text=text, blocks=blocks, links=links, **fields)  # type: ignore[arg-type]
    return markdown_of(original, article)


def matter_of(markdown: str) -> dict[str, object]:
    """The front matter of a file."""
    _, matter, _ = markdown.split("---\n", 2)
    return yaml.safe_load(matter)  # type: ignore[no-any-return]


def body_of(markdown: str) -> str:
    """What stands below the front matter."""
    return markdown.split("---\n", 2)[2]


def test_front_matter_has_the_keys_of_an_article_page() -> None:
    """All that is known is written under the names of the contract, in their order; the rest is left out."""
    matter = matter_of(
        written(
            [Part("paragraph", 0, "Text.", ())],
            title='Mayor: "No" to the bridge',
            authors=("Ada Quill", "Ben Lund"),
            published=Dating(date="2019-11", basis="address"),
            sources=(Citation(name="BBC", count=2),),
            photo_credits=("AP",),
            language="en",
        )
    )
    assert list(matter) == [
        "title", "id", "date", "authors", "outlet", "language", "rights", "sources", "photo_credits", "original",
    ]  # fmt: skip
    assert matter["title"] == 'Mayor: "No" to the bridge'
    assert matter["date"] == "2019-11"
    assert matter["sources"] == [{"name": "BBC", "count": 2, "kind": "credit"}]
    assert matter["original"] == {
        "path": "2019/market.html",
        "sha256": "ab" * 32,
        "url": "https://gazette.example/m",
        "retrieved": "2020-01-02T10:00:00Z",
    }


def test_text_of_digits_is_quoted() -> None:
    """``0348`` is a number to some readers of YAML, though it is none to this one."""
    matter = written([], title="0348", authors=("Ada Quill",), dateline="1_0")
    assert "title: '0348'\n" in matter
    assert "- Ada Quill\n" in matter
    assert "dateline: '1_0'\n" in matter


def test_an_undated_article_says_when_it_was_collected() -> None:
    """Without a date of publication the day of capture is the latest possible one."""
    assert matter_of(written([Part("paragraph", 0, "Text.", ())]))["not_after"] == "2020-01-02"


def test_an_undated_article_was_published_before_its_update() -> None:
    """A page that shows no more than its last update was published by that day, nobody knows when."""
    changed = written([Part("paragraph", 0, "Text.", ())], updated=Dating(date="2019-11-19", basis="label"))
    assert matter_of(changed)["not_after"] == "2019-11-19"


def test_every_kind_of_block_has_its_form() -> None:
    """Headings, items, quotes, code and tables are written as Markdown writes them."""
    markdown = written(
        [
            Part("heading", 2, "What it cost", ()),
            Part("paragraph", 0, "A line\nand another.", ()),
            Part("item", 0, "roof", ()),
            Part("item", 1, "slates", ()),
            Part("quote", 0, "Worth every penny.", ()),
            Part("code", 0, "a ```` b\n  c", ()),
            Part("table", 0, "Year\tTraders\n2010\t6|1", ()),
        ]
    )
    assert body_of(markdown) == (
        "\n## What it cost\n\nA line  \nand another.\n\n- roof\n  - slates\n\n> Worth every penny.\n\n"
        "```\na ```` b\n  c\n```\n\n| Year | Traders |\n| --- | --- |\n| 2010 | 6\\|1 |\n"
    )


def test_a_quotation_stays_one() -> None:
    """Quoted paragraphs that follow each other are one quotation."""
    parts = [
        Part("quote", 0, "Worth\nit.", ()),
        Part("quote", 0, "- All of it.", ()),
        Part("paragraph", 0, "So she.", ()),
    ]
    markdown = written(parts)
    assert body_of(markdown) == "\n> Worth  \n> it.\n>\n> \\- All of it.\n\nSo she.\n"
    assert [block.kind for block in read_back(markdown).blocks] == ["quote", "quote", "paragraph"]


def read_back(markdown: str) -> CleanArticle:
    """The article of a file that was written."""
    original = Original(
        id="again",
        origin=Origin(path="again.md", sha256="cd" * 32, media_type="text/markdown"),
        form="markdown",
        text=body_of(markdown),
        metadata=Metadata(),
        outlet=OutletRef(key="", name="", basis=""),
    )
    return clean(original, None, CleaningSettings())


def test_a_table_has_a_head_only_where_its_first_row_is_one() -> None:
    """Labels of rows are no head, and a caption stands above its table; both are read back as they were."""
    parts = [
        Part("table", 0, "Port:\tHarbour Town\nBuilt:\t1901", ()),
        Part("paragraph", 0, "So much for it.", ()),
        Part("table", 0, "Traders, by year\nYear\tTraders\n2010\t61", ((0, 7, "https://a.example/"),)),
    ]
    markdown = written(parts)
    assert body_of(markdown) == (
        "\n|  |  |\n| --- | --- |\n| Port: | Harbour Town |\n| Built: | 1901 |\n\nSo much for it.\n\n"
        "[Traders](https://a.example/), by year\n\n| Year | Traders |\n| --- | --- |\n| 2010 | 61 |\n"
    )
    again = read_back(markdown)
    assert [again.text[block.start : block.end] for block in again.blocks] == [
        parts[0].text, parts[1].text, "Traders, by year", "Year\tTraders\n2010\t61",
    ]  # fmt: skip


BODY = "Read the [old] report | and the rest, - or not."
LINKED: list[Part] = [
    Part("heading", 2, "The report", ((4, 10, "/report"),)),
    Part(
        "paragraph",
        0,
        BODY,
        ((5, 21, "https://a.example/x_(y)"), (32, 36, "../b?c=1&d=2"), (40, 42, "javascript:alert(1)")),
    ),
    Part("item", 0, "one\ntwo", ((4, 7, "https://b.example/"),)),
    Part("table", 0, "Year\tPage\n2010\tFirst page", ((15, 25, "https://c.example/a|b"),)),
]


def test_ordered_lists_keep_their_numbers() -> None:
    """A list begins with the number that it had, and what belongs to an item stands below its words."""
    parts = [
        Part("item", 0, "9. Tar the hull.", (), 9),
        Part("item", 0, "Launch it", (), 10),
        Part("item", 1, "at high tide\nor at noon", ()),
        Part("item", 1, "from the slip", (), 1),
        Part("item", 0, "a bucket", ()),
        Part("item", 1, "of tar", (), 4),
        Part("paragraph", 0, "1. is no item here.", ()),
    ]
    markdown = written(parts)
    assert body_of(markdown) == (
        "\n9. Tar the hull.\n10. Launch it\n    - at high tide  \n      or at noon\n    1. from the slip\n"
        "- a bucket\n\n  4. of tar\n\n1\\. is no item here.\n"
    )
    read = [(block.kind, block.level, block.ordinal) for block in read_back(markdown).blocks]
    assert read == [(part.kind, part.level, part.ordinal) for part in parts]


@pytest.mark.parametrize("number", ["2.", "2)", "02.", "02)"])
def test_a_number_that_the_words_say_is_written_once(number: str) -> None:
    """With or without a nought before it; a number of something else is no such."""
    assert body_of(written([Part("item", 0, f"{number} Boats", (), 2)])) == "\n2. Boats\n"
    assert (
        body_of(written([Part("item", 0, f"1{number} Boats", (), 2)])) == f"\n2. 1{number[:-1]}\\{number[-1]} Boats\n"
    )


def test_links_are_written() -> None:
    """Words with their address: relative to the original's own, and none that a browser would run."""
    assert body_of(written(LINKED)) == (
        "\n## The [report](https://gazette.example/report)\n\n"
        "Read [the [old] report](<https://a.example/x_(y)>) | and the "
        "[rest](https://gazette.example/b?c=1&d=2), - or not."
        "\n\n- one  \n  [two](https://b.example/)\n\n"
        "| Year | Page |\n| --- | --- |\n| 2010 | [First page](https://c.example/a\\|b) |\n"
    )


def test_lines_are_read_back() -> None:
    """Lines of a paragraph, an item or a quotation that a page breaks stay lines."""
    kinds: list[BlockKind] = ["paragraph", "item", "quote"]
    parts = [Part(kind, 0, "The old pier\nis closed\nfor good.", ()) for kind in kinds]
    assert read_back(written(parts)).text.split("\n\n") == [part.text for part in parts]


def test_links_are_read_back() -> None:
    """The Markdown, read as an original, has the words and the links that it was written from."""
    read = read_back(written(LINKED))
    assert BODY in read.text
    assert [
        (read.text[link.start : link.end], link.href) for link in read.links if link.href.startswith("https://a")
    ] == [("the [old] report", "https://a.example/x_(y)")]


def test_plain_text_stays_plain() -> None:
    """A paragraph that only looks like structure or markup is escaped where it must be, and nowhere else."""
    lines = ["# no heading", "2019. A year", "- no item", "#hashtag *stays*", "<b>raw</b> & R&D &amp; co", "-5 degrees"]
    shown = body_of(written([Part("paragraph", 0, line, ()) for line in lines])).strip().split("\n\n")
    assert shown == [
        "\\# no heading", "2019\\. A year", "\\- no item", "#hashtag \\*stays\\*", "\\<b>raw\\</b> & R&D \\&amp; co",
        "-5 degrees",
    ]  # fmt: skip


def test_an_article_without_a_body_is_its_front_matter() -> None:
    """Nothing is written below the front matter of an empty article."""
    assert body_of(written([])) == ""
