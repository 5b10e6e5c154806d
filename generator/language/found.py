"""A span of an article on its way to being a mention."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import MentionKind


@dataclass(frozen=True, slots=True)
class Found:
    """A span with its kind and the title before it."""

    kind: MentionKind
    start: int
    end: int
    role: str = ""
