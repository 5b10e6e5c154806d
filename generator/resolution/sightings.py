"""Mentions that may be a person's, with the name taken apart."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Mention
from generator.text.names import Name


@dataclass(frozen=True, slots=True)
class Sighting:
    """A mention that may be a person's: its article's number, and the full name's key or '' for a bare name."""

    article: int
    mention: Mention
    name: Name
    key: str
