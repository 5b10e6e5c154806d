"""What an article and a page may be called on the command line."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import ArticleRow
from generator.text.slugs import words_slug

_ORIGINALS = "content/articles/"


def names_of_article(row: ArticleRow, address: str) -> tuple[str, ...]:
    """All that an article answers to: id, file below content/articles, address, its last part, title as a slug."""
    return (row.id, row.origin.path, address, address.rstrip("/").rpartition("/")[2], words_slug(row.title or ""))


def in_file(rows: Iterable[ArticleRow], name: str) -> list[ArticleRow]:
    """The articles in files of this name, with or without its ending, whatever folder they lie in."""
    return [row for row in rows if name in {row.id.rpartition("/")[2], row.origin.path.rpartition("/")[2]}]


def asked(what: str) -> tuple[str, ...]:
    """The names that somebody may mean by a word, the likeliest first: a file may be one that the shell completed."""
    path = what.replace("\\", "/")
    return (what, path.rpartition(_ORIGINALS)[2], page_of(what), words_slug(what))


def page_of(name: str) -> str:
    """An address of a page without host, query and what stands before its kind: ``people/jane-roe/``."""
    path = name.partition("#")[0].partition("?")[0].rstrip("/")
    for root in ("people/", "articles/"):
        if root in path + "/":
            return f"{root}{path.rpartition(root)[2]}/"
    return name
