"""Mentions that may be a person's, with the name taken apart."""

from __future__ import annotations

from typing import NamedTuple

from generator.model import Mention
from generator.text.names import Name


class Sighting(NamedTuple):
    """A mention that may be a person's: its article's number, and the full name's key or '' for a bare name."""

    article: int
    mention: Mention
    name: Name
    key: str
