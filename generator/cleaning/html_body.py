"""The body of a page: small ensembles of decision trees that score every visible block.

The trees stand in ``data/html_trees.tsv`` (what the page itself shows) and ``data/html_trees_second.tsv`` (for pages in
doubt, with what trafilatura keeps beside it); ``python -m tests.quality.train_html`` builds them. A block's score is
the sum of one leaf of every tree; the questions on the way there are its reasons.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from generator.cleaning.forest import Forest, read_forest

Opinion = Literal["first", "second"]

TABLES: Final[Mapping[Opinion, str]] = {"first": "html_trees.tsv", "second": "html_trees_second.tsv"}
"""The files below ``data``."""


def forest(opinion: Opinion) -> Forest:
    """The trees of the first or of the second opinion."""
    return read_forest(TABLES[opinion])
