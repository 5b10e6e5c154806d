"""Authors of HTML pages without a byline."""

from __future__ import annotations

import pytest

from generator.cleaning.html.clean import clean_html
from generator.cleaning.settings import CleaningSettings
from tests.cleaning.test_html import page

TEXT = "<h1>The ferry is late again</h1><p>The ferry was late again today, and nobody knows why.</p>"
TOLD = "<h3>Jane Doe</h3><p>Jane Doe is the head of ferries at the harbour board.</p>"


def authors(head: str, body: str, url: str = "https://gazette.example/ferry") -> tuple[tuple[str, ...], str]:
    """Whom a page names, and how that is known."""
    markup = f"<html><head><title>The ferry is late again</title>{head}</head><body>{body}</body></html>"
    article = clean_html(page(markup, url=url), None, CleaningSettings())
    return article.authors, article.authors_basis


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        (TOLD, ("Jane Doe",)),
        ("<p>View all posts by Jane Doe</p>", ("Jane Doe",)),
        (TOLD + "<h3>John Moe</h3><p>John Moe is a sailor.</p>", ()),
        ("<h3>Jane Doe</h3><p>Writes of ferries.</p>", ()),
        ("<h3>Liberty Tax</h3><p>Liberty Tax is a firm that files what you owe.</p>", ()),
    ],
)
def test_a_biography_below_the_text_names_its_author(below: str, expected: tuple[str, ...]) -> None:
    """One person whom the page introduces or whose other posts it offers wrote it; of two, nobody knows which."""
    assert authors("", TEXT + below) == (expected, "biography" if expected else "")


@pytest.mark.parametrize(
    ("above", "below", "host", "expected"),
    [
        ("<p>Jane Doe</p>", "", "janedoe.example", ("Jane Doe",)),
        ("", "<footer>© 2019 Jane Quill. All rights reserved.</footer>", "quill.example", ("Jane Quill",)),
        ("<p>Jane Doe</p>", "", "gazette.example", ()),
        ("<p>Liberty Tax</p>", "", "libertytax.example", ()),
        ("<p>Noble Desktop</p>", "", "nobledesktop.example", ()),
    ],
)
def test_the_owner_of_a_personal_site_writes_it(above: str, below: str, host: str, expected: tuple[str, ...]) -> None:
    """A person's name at the head or the foot of a page whose address has it too is that of who writes there."""
    assert authors("", above + TEXT + below, f"https://{host}/ferry") == (expected, "site" if expected else "")


@pytest.mark.parametrize(
    ("login", "expected"), [("jdoe", ("jdoe",)), ("jdoe71x", ()), ("admin", ()), ("jane@gazette.example", ())]
)
def test_a_login_signs_where_nobody_else_does(login: str, expected: tuple[str, ...]) -> None:
    """Who calls herself by a login in the page's head is called so; an address and a program's own name nobody is."""
    head = f"<meta name='author' content='{login}'>"
    assert authors(head, TEXT) == (expected, "meta" if expected else "")
    assert authors(head, f"<p>By Jane Doe</p>{TEXT}")[0] == ("Jane Doe",)


@pytest.mark.parametrize("firm", ["Pageworks Inc", "Harbour Dentistry PC", "Ferry Lines Ltd.", "Pier GmbH"])
def test_a_firm_in_its_legal_form_signs_nothing(firm: str) -> None:
    """It made the page's program, or owns the site."""
    assert authors(f"<meta name='author' content='{firm}'>", f"<p>By {firm}</p>{TEXT}") == ((), "")
