"""Mentions that may be a person's, with the name taken apart."""

from __future__ import annotations

from msgspec import Struct

from generator.model import Mention
from generator.text.names import Name


class Sighting(Struct, frozen=True, gc=False):
    """A mention that may be a person's: its article's number, and the full name's key or '' for a bare name."""

    article: int
    mention: Mention
    name: Name
    key: str
