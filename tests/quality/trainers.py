"""The trainers of the models that cleaning reads: each has the name of its table and builds it from pages."""

from __future__ import annotations

from types import ModuleType
from typing import Final

from tests.quality import (
    train_bylines,
    train_dates,
    train_heading_words,
    train_html,
    train_items,
    train_picture_words,
    train_pictures,
    train_prose,
    train_seams,
    train_subheads,
    train_title,
    train_trees,
    train_word_places,
)

OF_DUMPS: Final[tuple[ModuleType, ...]] = (
    train_prose,
    train_trees,
    train_title,
    train_dates,
    train_bylines,
    train_picture_words,
    train_pictures,
    train_word_places,
    train_seams,
    train_heading_words,
    train_subheads,
    train_items,
)
"""In the order in which they are asked."""

OF_PAGES: Final[tuple[ModuleType, ...]] = (train_html,)
"""Those of HTML."""
