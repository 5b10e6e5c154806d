"""Cuts the article out of its page and accounts for every line of the original.

``clean`` gives the article, ``survey.furniture`` what repeats over an outlet's files, ``settings_for`` what maintainers
have decided for one original. ``without_future`` takes away dates that cannot be true yet.
"""

from __future__ import annotations

from generator.cleaning.article import clean
from generator.cleaning.certainty import is_unsure
from generator.cleaning.future import without_future
from generator.cleaning.idle import idle_rules
from generator.cleaning.settings import CleaningSettings, PlacedRule, settings_for

__all__ = ["CleaningSettings", "PlacedRule", "clean", "idle_rules", "is_unsure", "settings_for", "without_future"]
