"""What an article says beside its text of people who must not be shown: bylines, sources, credits."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Final

from generator.model import ArticleRow, Entity
from generator.text.names import fold, parse_name, strip_possessive

_WORD: Final = re.compile(r"[\w.'’`‐‑-]+")


def withheld(row: ArticleRow, private: Sequence[Entity], borne: Container[str]) -> ArticleRow:
    """The row without private people among its authors, sources and credits, and without lines that name them.

    Args:
        row: An article.
        private: Who must not be shown.
        borne: Folded family names of people who may be.
    """
    if not private:
        return row
    names = {fold(form.text) for person in private for form in person.forms if parse_name(form.text).full}

    def is_shown(line: str) -> bool:
        return not any(_names(line, person, row.id, borne) for person in private)

    return replace(
        row,
        authors=tuple(name for name in row.authors if fold(name) not in names),
        sources=tuple(one for one in row.sources if fold(one.name) not in names),
        photo_credits=tuple(one for one in row.photo_credits if not names & {fold(part) for part in one.split("/")}),
        contributors=tuple(line for line in row.contributors if is_shown(line)),
        captions=tuple(line for line in row.captions if is_shown(line)),
    )


def _names(line: str, person: Entity, article: str, borne: Container[str]) -> bool:
    """Whether a line of an article names a person; it goes whole then, for no word of it may be changed.

    A family name that others bear too is theirs only beside a given name, or where the article names them elsewhere.
    """
    words = [fold(strip_possessive(word)) for word in _WORD.findall(line)]
    said, row = set(words), f" {' '.join(words)} "
    is_here = any(mention.article == article for mention in person.mentions)
    return any(
        (name.full and f" {fold(text)} " in row)
        or (
            said.issuperset(name.surname.split())
            and (is_here or name.surname not in borne or not said.isdisjoint({name.first, name.first[:1]}))
        )
        for text, name in ((form.text, parse_name(form.text)) for form in person.forms)
    )
