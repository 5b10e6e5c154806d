"""Pages of the 2000s: tables, fonts and line breaks where later pages have headings and paragraphs."""

from __future__ import annotations

import pytest

from generator.cleaning.markup.blocks import blocks_of
from tests.cleaning.test_html import BODY, cleaned

PAGE = (
    "<html><head><title>{title}</title></head><body><table><tr>"
    "<td><a href='/'>Home</a><br><a href='/t'>Town</a></td><td>"
    "<font size=1><a href='/'>Home</a> &gt; <a href='/t'>Town</a> &gt; Article</font><br><br>"
    "<font size=2 color=red><b>HARBOUR</b></font><br><font size=5><b>The old pier is sold</b></font><br>"
    "<font size=1>By Nora Quill, 3 March 2004</font><br><br>"
    f"<font size=2>{BODY[0]}<br><br>{BODY[1]}<br><br>{BODY[0]}</font></td></tr></table></body></html>"
)


@pytest.mark.parametrize(
    "title",
    [
        "Gazette Online - The old pier is sold",
        "The old pier is sold :: Gazette",
        "Gazette: Town: The old pier is sold",
        "Gazette--Town--The old pier is sold",
        "The old pier is sold_Town_Gazette",
    ],
)
def test_the_headline_is_the_part_of_the_windows_title_that_the_page_prints(title: str) -> None:
    """Wherever the outlet stands, and whatever parts it from the headline."""
    assert cleaned(PAGE.format(title=title)).title == "The old pier is sold"


def test_a_menu_prints_no_headline() -> None:
    """What is a link leads elsewhere: the section is none."""
    assert cleaned(PAGE.format(title="Town - Sold at last: the pier")).title == "Town - Sold at last: the pier"


def test_lines_in_other_type_are_blocks_of_their_own() -> None:
    """Kicker, headline and byline; lines in one type go on as one."""
    shown = [block.text for block in blocks_of(PAGE.format(title="x"))]
    assert shown[2:5] == ["HARBOUR", "The old pier is sold", "By Nora Quill, 3 March 2004"]
    one, other = "<font size=2>One", "</font><br><font size=2>two.</font>"
    assert [block.text for block in blocks_of(f"<p>{one}{other}</p>")] == ["One\ntwo."]


def test_the_way_to_a_page_does_not_begin_its_article() -> None:
    """It is a line of links with arrows between them; byline and date are fields."""
    found = cleaned(PAGE.format(title="Gazette - The old pier is sold"))
    assert "Home" not in found.text
    assert found.authors == ("Nora Quill",)
    assert found.published is not None
    assert found.published.date == "2004-03-03"


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("U bent hier: home > nieuws > regio", False),
        ("Jesteś w: Gazeta / Gospodarka", False),
        ("Home > Town > Article", False),
        ("The pier > the quay > the boats", True),
    ],
)
def test_the_way_to_a_page_needs_no_links_where_it_says_so(line: str, *, stays: bool) -> None:
    """It begins at home, or says where its reader is, in any language."""
    found = cleaned(f"<html><body><h1>The old pier</h1><p>{line}</p><p>{BODY[0]}</p><p>{BODY[1]}</p></body></html>")
    assert (line in found.text) is stays
