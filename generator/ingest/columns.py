"""What all dates of a file tell together: ``3/4/2023`` is read by those beside it, ``3/14/2023`` and the like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from generator.text.day_order import Order

_DIGITS: Final = re.compile(
    r"\s*(?P<left>\d{1,2})(?P<mark>[/.-])(?P<right>\d{1,2})(?P=mark)(?P<year>\d{4})(?P<rest>\D.*)?"
)
_DATES: Final = ("date", "updated", "retrieved")


def order_in(records: Iterable[Mapping[str, Any]]) -> Order | None:
    """Whether the dates of records have the month or the day first; None where none tells, or two say otherwise."""
    dates = (match for record in records for key in _DATES if (match := _DIGITS.match(str(record.get(key)))))
    orders: set[Order] = set()
    for match in dates:
        left, right = int(match["left"]), int(match["right"])
        if left > 12 or match["mark"] == ".":  # nobody writes the month first before a full stop
            orders.add("day-first")
        elif right > 12:
            orders.add("month-first")
    return orders.pop() if len(orders) == 1 else None


def in_order(record: Mapping[str, Any], order: Order | None) -> Mapping[str, Any]:
    """A record whose dates in digits are written in one way only, where the file tells their order."""
    if order is None:
        return record
    read = {key: _iso(str(record[key]), order) for key in _DATES if record.get(key)}
    return {**record, **{key: value for key, value in read.items() if value}}


def _iso(text: str, order: Order) -> str:
    match = _DIGITS.fullmatch(text)
    if match is None:
        return ""
    month, day = (match["left"], match["right"]) if order == "month-first" else (match["right"], match["left"])
    return f"{match['year']}-{month:0>2}-{day:0>2}"
