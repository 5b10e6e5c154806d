"""What the first words of a paragraph tell: datelines and corrections. Both stay in the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.text.gazetteer import known_places
from generator.text.names import fold

_MONTH: Final = r"(?:Jan|Feb|March|Mar|April|Apr|May|June|July|Aug|Sept|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}"
_PLACE: Final = r"(?:[A-ZÀ-Þ]{2}[A-ZÀ-Þ.'’-]*|ST\.|MT\.|FT\.)(?: [A-ZÀ-Þ.'’-]{2,20}){0,3}"
_REGION: Final = r"(?:, [A-Z][\w.]{1,14}(?: [A-Z][\w.]{1,14})?){0,2}"
_DATELINE: Final = re.compile(
    rf"(?P<dateline>(?:{_PLACE}{_REGION}|[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}}, (?:[A-Z]{{2}}"
    rf"|[A-Z]\.[A-Z]\.|[A-Z][a-z]{{2,5}}\.))"
    rf"(?:,? {_MONTH}(?:, \d{{4}})?)?(?: ?\([^()]{{2,40}}\))?)\s*(?P<mark>—|–|--|-|:(?= ))\s*(?=\S)"
)
_CORRECTION: Final = re.compile(
    r"\W{0,3}(?:corrections?|clarifications?|editor['’]s note|update)\b[^:]{0,60}:|"
    r"\W{0,3}(?:an earlier version of this|this (?:article|story|post|report) (?:has been"
    r"|was) (?:corrected|updated|amended|clarified))",
    re.IGNORECASE,
)
_CORRECTED: Final = re.compile(
    r"\b(?:correct|clarif|amend|earlier version|misstat|misspel|incorrect|updated)", re.IGNORECASE
)


def dateline_of(paragraphs: Sequence[str]) -> str | None:
    """The dateline with which the first paragraphs open: ``HOUSTON (MW)`` of ``HOUSTON (MW) — The …``."""
    for paragraph in paragraphs[:3]:
        match = _DATELINE.match(paragraph)
        if match and (match["mark"] != ":" or _is_place(match["dateline"])):
            return match["dateline"]
    return None


def _is_place(dateline: str) -> bool:
    """Whether what stands before a colon, where labels stand too (``TOP PICK: …``), is a place or names a region."""
    return "," in dateline or "(" in dateline or fold(dateline) in known_places()


def corrections_in(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs by which the outlet corrects or clarifies the article, whole."""
    return tuple(text for text in paragraphs if _CORRECTION.match(text) and _CORRECTED.search(text[:400]))
