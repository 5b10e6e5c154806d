"""Whether an article may fall into a period, given how little may be known of its date."""

from __future__ import annotations

from generator.model import ArticleRow

_LAST = "-12-31"


def may_fall_between(row: ArticleRow, dates: tuple[str | None, str | None]) -> bool:
    """Whether what is known of an article's date leaves room for it between two dates, each partial or open.

    An article without a date of its own has to name one of the period, if it names any: a look back from another time
    names that time as well, and one that names no date at all has only its words to speak for it.
    """
    if row.published is not None:
        return _overlap((row.published.date, row.published.date), dates)
    if not _overlap((row.not_before, row.not_after), dates):
        return False
    named = [mention.date for mention in row.dates if mention.date is not None]
    return not named or any(_overlap((date, date), dates) for date in named)


def _overlap(one: tuple[str | None, str | None], other: tuple[str | None, str | None]) -> bool:
    """Whether two periods, each open where nothing is known, have a day in common."""
    return _begins_in_time(one[0], other[1]) and _begins_in_time(other[0], one[1])


def _begins_in_time(start: str | None, end: str | None) -> bool:
    return start is None or end is None or start <= _end(end)


def _end(date: str) -> str:
    """The last day of a partial date, good enough to compare with: no month has more than 31."""
    return date + _LAST[3 * (date.count("-")) :] if date.count("-") < 2 else date
