"""The numbers that a browser writes before the items of an ordered list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Self

from lxml import etree

_WHOLE: Final = re.compile(r"\s*\d{1,8}\s*")


@dataclass(slots=True)
class Numbering:
    """A list that is being read: the number of its next item, None in a list without numbers."""

    following: int | None
    step: int = 1

    @classmethod
    def of(cls, element: etree._Element) -> Self:
        """The numbering of a list, by its tag and its attributes ``start`` and ``reversed``."""
        if element.tag != "ol":
            return cls(None)
        backwards = element.get("reversed") is not None
        first = sum(1 for _ in element.iterchildren("li")) if backwards else 1
        return cls(_whole(element.get("start"), first), -1 if backwards else 1)

    def next(self, item: etree._Element) -> int | None:
        """The number of the next item, which may say it itself."""
        if self.following is None:
            return None
        number = max(0, _whole(item.get("value"), self.following))
        self.following = number + self.step
        return number


def _whole(said: str | None, otherwise: int) -> int:
    return int(said) if said and _WHOLE.fullmatch(said) else otherwise
