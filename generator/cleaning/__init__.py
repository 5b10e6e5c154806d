"""Cuts the article out of its page and accounts for every line of the original.

``clean`` gives the article, ``survey.furniture`` what repeats over an outlet's files.
"""

from __future__ import annotations

from generator.cleaning.article import clean
from generator.cleaning.settings import CleaningSettings

__all__ = ["CleaningSettings", "clean"]
