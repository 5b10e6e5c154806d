"""What an article says beside its text of people who must not be shown: bylines, sources, credits of photos."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model import ArticleRow, Entity
from generator.text.names import fold, parse_name


def withheld(row: ArticleRow, private: Sequence[Entity]) -> ArticleRow:
    """The row without private people among its authors, sources and photo credits."""
    if not private:
        return row
    names = {fold(form.text) for person in private for form in person.forms if parse_name(form.text).full}
    return replace(
        row,
        authors=tuple(name for name in row.authors if fold(name) not in names),
        sources=tuple(one for one in row.sources if fold(one.name) not in names),
        photo_credits=tuple(one for one in row.photo_credits if not names & {fold(part) for part in one.split("/")}),
    )
