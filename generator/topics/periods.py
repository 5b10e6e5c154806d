"""Whether an article may fall into a period, given how little may be known of its date."""

from __future__ import annotations

from generator.model import ArticleRow

_LAST = "-12-31"


def may_fall_between(row: ArticleRow, dates: tuple[str | None, str | None]) -> bool:
    """Whether what is known of an article's date leaves room for it between two dates, each partial or open.

    An article without any date may: its words have already spoken for it.
    """
    first, last = _known(row)
    start, end = dates
    too_late = first is not None and end is not None and first > _end(end)
    too_early = last is not None and start is not None and _end(last) < start
    return not (too_late or too_early)


def _known(row: ArticleRow) -> tuple[str | None, str | None]:
    """The earliest and the latest date that the article can have."""
    if row.published is not None:
        return row.published.date, row.published.date
    return row.not_before, row.not_after


def _end(date: str) -> str:
    """The last day of a partial date, good enough to compare with: no month has more than 31."""
    return date + _LAST[3 * (date.count("-")) :] if date.count("-") < 2 else date
