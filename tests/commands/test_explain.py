"""``clipfile explain`` says what is known of anything that has a name or a date."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

_ARTICLE = """Skip to main content

The Ferry Comes Back

By Nell Harker

Published July 20, 1969

The old ferry crossed the river again for the first time since the flood, said Ada Brook, who owns it.

It had been laid up since March 3, 1968, and the Riverside Gazette had called it lost. Brook never did.

Sources: Riverside Gazette (2)

Popular Video
"""


@pytest.fixture(scope="module", name="root")
def _root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of one article."""
    root = tmp_path_factory.mktemp("archive")
    (root / "content" / "articles").mkdir(parents=True)
    (root / "content" / "articles" / "ferry.txt").write_text(_ARTICLE, encoding="utf-8")
    (root / "mkdocs.yml").write_text("site_name: One\nINHERIT: build/mkdocs-base.yml\n", encoding="utf-8")
    return root


def _explain(root: Path, what: str, *options: str) -> str:
    result = CliRunner().invoke(main, ["explain", what, "-C", str(root), *options])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_an_article_shows_what_became_of_every_line(root: Path) -> None:
    """Kept, filed and removed lines stand beside their rules, under the fields and how each is known."""
    shown = _explain(root, "ferry")
    assert "title      The Ferry Comes Back" in shown
    assert "published  1969-07-20" in shown
    assert "1 - Skip to main content  [shape:skip-link]" in shown
    assert "5 = By Nell Harker" in shown
    assert "9   The old ferry crossed" in shown


@pytest.mark.parametrize("what", ["./content/articles/ferry.txt", "articles/the-ferry-comes-back/", "ferry.txt"])
def test_an_article_is_named_by_its_file_or_address(root: Path, what: str) -> None:
    """The shell completes a path from the root of the archive; an address is copied from a page."""
    assert "title      The Ferry Comes Back" in _explain(root, what)


def test_the_name_of_a_file_is_enough_where_no_other_is_called_so(tmp_path: Path) -> None:
    """Its folder need not be said; where there are several, they are named."""
    for path in ("gazette/ferry.txt", "gazette/again.txt", "wire/again.txt"):
        (tmp_path / "content" / "articles" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / "articles" / path).write_text(f"{_ARTICLE}\n{path}\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: One\nINHERIT: build/mkdocs-base.yml\n", encoding="utf-8")
    assert "file       gazette/ferry.txt" in _explain(tmp_path, "ferry")
    result = CliRunner().invoke(main, ["explain", "again.txt", "-C", str(tmp_path)])
    assert result.exit_code == 1
    assert "Did you mean: gazette/again, wire/again?" in result.stderr


def test_a_person_shows_every_mention_and_its_rule(root: Path) -> None:
    """The bare surname stands under the full name, with the words around it."""
    shown = _explain(root, "Ada Brook")
    assert "person ada-brook: Ada Brook" in shown
    assert "[surname-in-article]" in shown
    assert "«Brook»" in shown


def test_a_person_shows_what_joined_the_names_and_who_decided(root: Path) -> None:
    """A way of writing stands with its rule and sentence, a decision with its place, author, day and reason."""
    path = root / "site_config" / "judgements.yml"
    path.parent.mkdir(exist_ok=True)
    text = (
        "version: 1\njudgements:\n  - rename: Ada Brook\n    to: Ada M. Brook\n    who: Nell\n    why: She signs so.\n"
    )
    path.write_text(text, encoding="utf-8")
    try:
        shown = _explain(root, "Ada Brook")
    finally:
        path.unlink()
    assert "judged site_config/judgements.yml:3: rename Ada Brook, Ada M. Brook [Nell]: She signs so." in shown


def test_a_date_shows_the_articles_of_it_and_the_words_that_mean_it(root: Path) -> None:
    """A year gathers its days; an article's own date says how it is known, a date in the text with which words."""
    assert "published 1969-07-20  ferry  [" in _explain(root, "1969")
    assert "named     1968-03-03  ferry  [March 3, 1968]" in _explain(root, "1968-03")
    assert "0 articles, named 0 times" in _explain(root, "1970")


def test_everything_of_that_name_is_explained(root: Path) -> None:
    """An organization does not hide the source of the same name."""
    shown = _explain(root, "Riverside Gazette")
    assert "organization riverside-gazette: " in shown
    assert "source riverside-gazette: " in shown
    assert len(json.loads(_explain(root, "Riverside Gazette", "--json"))) == 2


def test_a_name_that_is_not_there_gets_a_hint(root: Path) -> None:
    """A slip leads to the name that was meant; a name without letters means nothing."""
    for what, said in (("Ada Brock", "Did you mean: ada-brook"), ("!!!", "Nothing in this archive")):
        result = CliRunner().invoke(main, ["explain", what, "-C", str(root)])
        assert result.exit_code == 1
        assert said in result.stderr
